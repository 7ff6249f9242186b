//! The feed around its entries: what they inherit from it, and what it says of itself when it has
//! none.

use std::collections::HashMap;

use super::facts;
use super::media;
use super::people;
use super::time;
use super::topics;
use crate::article::Metadata;
use crate::format::compose::Draft;
use crate::format::escaped;
use crate::format::html;
use crate::format::xml::Element;

/// What is known of a feed.
pub(super) struct Channel<'t> {
    element: Element<'t>,
    pub(super) title: Option<String>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) logins: HashMap<String, String>,
    /// What the file is called.
    pub(super) name: String,
}

const SUMMARIES: &[&str] = &[
    "description",
    "subtitle",
    "atom:subtitle",
    "tagline",
    "summary",
    "abstract",
    "itunes:summary",
    "info",
    "dc:description",
    "*:description",
    "itunes:subtitle",
    "fullitem",
    "body",
    "xhtml:body",
    "content:encoded",
    "content",
];

impl<'t> Channel<'t> {
    pub(super) fn read(root: Element<'t>, name: &str) -> Self {
        let element = root.child("channel").or_else(|| root.child("rss:channel")).unwrap_or(root);
        let base = root.attribute("xml:base").or_else(|| element.attribute("xml:base"));
        let language = ["language", "dc:language", "atom:language"];
        let language = language.iter().find_map(|name| element.line_of(name));
        let logins = people::logins(element);
        Self {
            title: ["title", "dc:title", "*:title"].iter().find_map(|name| {
                element.children().find(|child| child.is(name)).and_then(escaped::line)
            }),
            url: media::address(element, base),
            language: language.or_else(|| element.inherited("xml:lang").map(str::to_owned)),
            authors: people::authors(element, &logins),
            logins,
            name: name.to_owned(),
            element,
        }
    }

    /// The feed as an article of its own: what it says of itself, and what else it holds; `None` when
    /// that is nothing.
    pub(super) fn draft(&self) -> Option<Draft> {
        let summaries = SUMMARIES.iter().filter_map(|name| self.element.child(name));
        let summary = summaries.filter_map(|child| Some((child, escaped::html(child)?))).next();
        let at = summary.as_ref().map(|(child, _)| *child);
        let base = media::base(at.unwrap_or(self.element), self.url.as_deref());
        let html = summary.map(|(_, html)| html).unwrap_or_default();
        let html = html + &facts::beside(self.element, at);
        let html = Some(html).filter(|html| !html.is_empty());
        let html = html.or_else(|| facts::untitled(self.element)).or_else(|| self.headline());
        let around = || self.element.ancestors().find_map(facts::attributes);
        let html = html.or_else(around)?;
        let host = || self.url.as_deref().and_then(html::host);
        let metadata = Metadata {
            title: self.title.clone().or_else(host).unwrap_or_else(|| self.name.clone()),
            authors: self.authors.clone(),
            published: time::published(self.element),
            url: self.url.clone(),
            tags: topics::topics(self.element),
            ..Metadata::default()
        };
        let languages = self.language.clone().into_iter().collect();
        Some(Draft { metadata, html, languages, base, name: self.name.clone() })
    }

    /// Its title for a text; a picture, where that is the title.
    fn headline(&self) -> Option<String> {
        if let Some(title) = self.title.as_deref() {
            return Some(format!("<p>{}</p>", html_escape::encode_text(title)));
        }
        let drawn = escaped::html(self.element.child("title")?)?;
        drawn.contains("<img").then_some(drawn)
    }
}
