//! Feeds: RSS in all its versions, Atom, CDF, and what `WordPress` writes when a site is exported.
//! One file, many articles.
//!
//! The versions differ less than they claim, and files mix them, so one reading does for all: each
//! fact is looked for under every name that any of them has for it. A feed without entries is one
//! article that says what the feed is.

mod channel;
mod facts;
mod item;
mod media;
mod people;
mod time;
mod topics;

use super::compose;
use super::xml;
use super::xml::Element;
use super::xml::Tree;
use super::{Document, Error, Format, Kind};
use crate::article::Article;

use channel::Channel;

pub(super) const FORMAT: Format = Format {
    name: "feed",
    extensions: &["rss", "atom", "rdf"],
    about: "feeds saved as files: RSS 0.9 to 2.0, Atom, CDF, the export of WordPress (WXR)",
    kind: Kind::Text { recognises, read },
};

fn recognises(document: &Document) -> bool {
    let Some(root) = xml::root_name(&document.text) else { return false };
    let local = root.rsplit_once(':').map_or(root.as_str(), |(_, local)| local);
    match local {
        "rss" | "feed" | "channel" => true,
        // RDF says many other things as well.
        "rdf" => {
            let tag = xml::root_tag(&document.text).unwrap_or_default().to_ascii_lowercase();
            tag.contains("purl.org/rss")
                || tag.contains("purl.org/net/rss")
                || tag.contains("netscape.com/rdf")
        }
        _ => false,
    }
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let tree = Tree::parse(&document.text);
    let Some(root) = tree.root() else { return Err(Error::NoArticle("the feed is empty")) };
    let channel = Channel::read(root, document.stem());
    let entries = entries(root).filter(|entry| item::is_published(*entry));
    let articles = entries.filter_map(|entry| item::draft(entry, &channel)).map(compose::article);
    let articles: Vec<Article> = articles.collect();
    if !articles.is_empty() {
        return Ok(articles);
    }
    let own = channel.draft().map(compose::article);
    own.map(|own| vec![own]).ok_or(Error::NoArticle("the feed has no entries and says nothing"))
}

/// The entries, wherever they stand: in the channel, beside it, in elements that were never closed.
fn entries(root: Element<'_>) -> impl Iterator<Item = Element<'_>> {
    let is_within = |entry: &Element<'_>| entry.ancestors().skip(1).any(is_entry);
    root.descendants().filter(|element| is_entry(*element)).filter(move |entry| !is_within(entry))
}

fn is_entry(element: Element<'_>) -> bool {
    ["item", "entry", "atom:entry"].iter().any(|name| element.is(name))
}

#[cfg(test)]
mod shapes;
#[cfg(test)]
mod tests;
