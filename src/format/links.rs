//! Lists of links, as services that keep articles for later and browsers give them out: addresses,
//! and what their reader had done with them, without the texts.
//!
//! Each kind of list has a file and a row of its own; what they read is a [`Link`]. The library folds
//! a link into the article that it leads to where that was saved too; here nothing is looked for.

mod bookmarks;
mod delicious;
mod goodlinks;
mod karakeep;
mod later;
mod linkwarden;
mod opml;
mod pinboard;
mod shortcut;
mod table;
mod tree;
mod urls;

pub(super) use bookmarks::{INSTAPAPER_HTML, NETSCAPE, POCKET_HTML};
pub(super) use table::{
    INSTAPAPER, MATTER, MYMIND, POCKET, RAINDROP, READWISE, TABLE, WALLABAG_CSV,
};

use super::Error;
use super::html;
use super::json;
use super::json::Body;
use super::{Document, Format, Kind};
use crate::article::Article;
use crate::article::Date;
use crate::article::Given;
use crate::article::Metadata;

pub(super) const PINBOARD: Format = pinboard::FORMAT;
pub(super) const PINBOARD_XML: Format = pinboard::XML;
pub(super) const DELICIOUS: Format = delicious::FORMAT;
pub(super) const KARAKEEP: Format = karakeep::FORMAT;
pub(super) const LINKWARDEN: Format = linkwarden::FORMAT;
pub(super) const GOODLINKS: Format = goodlinks::FORMAT;
pub(super) const FIREFOX: Format = tree::FIREFOX;
pub(super) const CHROME: Format = tree::CHROME;
pub(super) const OPML: Format = opml::FORMAT;
pub(super) const LATER: Format = later::FORMAT;
pub(super) const SHORTCUT: Format = shortcut::FORMAT;
pub(super) const URLS: Format = urls::FORMAT;

/// Nobody has saved more; a file with more is no list of a reader's.
const MOST: usize = 500_000;

/// One line of a list.
#[derive(Clone, Debug, Default)]
struct Link {
    title: String,
    url: String,
    source: Option<String>,
    authors: Vec<String>,
    summary: Option<String>,
    tags: Vec<String>,
    language: Option<String>,
    published: Option<Date>,
    saved: Option<Date>,
    given: Given,
    /// The text, where a list has any.
    text: Option<String>,
}

impl Link {
    /// The record that the list has of the article. A link that leads to no place on the web, as
    /// browsers have for their own pages, is none.
    fn article(self) -> Option<Article> {
        let has_text = self.text.as_ref().is_some_and(|text| !text.trim().is_empty());
        if !html::is_web(self.url.trim()) && !has_text {
            return None;
        }
        let metadata = Metadata {
            title: self.title.trim().to_owned(),
            source: self.source,
            authors: self.authors,
            standfirst: self.summary,
            published: self.published,
            saved: self.saved,
            url: Some(self.url.trim().to_owned()),
            tags: self.tags,
            language: self.language,
            ..Metadata::default()
        };
        let body = self.text.as_deref().map_or(Body::None, Body::told);
        json::article(metadata, body).map(|article| article.with_given(self.given))
    }
}

/// The articles of a list; one without any is told.
fn articles(links: impl IntoIterator<Item = Link>) -> Result<Vec<Article>, Error> {
    let articles: Vec<Article> =
        links.into_iter().take(MOST + 1).filter_map(Link::article).collect();
    match articles.len() {
        0 => Err(Error::NoArticle("the list has no address of the web")),
        count if count > MOST => Err(Error::TooLarge("half a million links")),
        _ => Ok(articles),
    }
}

/// The parts of a list in one text.
fn split(text: &str, by: &[char]) -> Vec<String> {
    let parts = text.split(by).map(|part| part.trim().to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

/// What a place that an article was put in tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shelf {
    /// Nothing has been done with it.
    Unread,
    /// It has been read.
    Archive,
    /// It was starred.
    Starred,
}

impl Shelf {
    /// The shelf of this name; other folders are the reader's own, and tags.
    fn named(name: &str) -> Option<Self> {
        Some(match name.trim().to_lowercase().as_str() {
            "unread" | "inbox" | "new" | "later" | "queue" | "shortlist" | "unsorted" | "feed"
            | "active" | "0" => Self::Unread,
            "archive" | "archived" | "read" | "read archive" | "finished" | "done" | "1" => {
                Self::Archive
            }
            "starred" | "favorites" | "favourites" | "favorite" | "liked" => Self::Starred,
            _ => return None,
        })
    }

    fn mark(self, given: &mut Given) {
        match self {
            Self::Unread => given.read = given.read.or(Some(false)),
            Self::Archive => given.read = Some(true),
            Self::Starred => given.bookmarked = Some(true),
        }
    }
}

#[cfg(test)]
mod tests;
