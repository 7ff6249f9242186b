//! OPML. A list of feeds holds no articles and says so; a list of links does.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Document, Error, Format, Kind, Link, articles, split};
use crate::article::Article;
use crate::format::date;
use crate::format::html;

pub(super) const FORMAT: Format = Format {
    name: "opml",
    extensions: &["opml"],
    about: "outlines of links (OPML); lists of feeds hold no articles",
    kind: Kind::Text { recognises, read },
};

/// How much of a file is looked at to tell what it is.
const HEAD: usize = 2000;

const FEEDS: &str =
    "a list of feeds (OPML), which holds no articles; a feed reader subscribes to them";

fn recognises(document: &Document) -> bool {
    let is_markup = document.text.trim_start_matches('\u{feff}').trim_start().starts_with('<');
    let head = || document.text.chars().take(HEAD).collect::<String>();
    is_markup && head().contains("<opml")
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let mut reader = Reader::from_str(&document.text);
    let (mut links, mut has_feeds) = (Vec::new(), false);
    loop {
        match reader.read_event() {
            Ok(Event::Empty(tag) | Event::Start(tag)) if tag.name().as_ref() == "outline" => {
                has_feeds |= attribute(&tag, "xmlUrl").is_some();
                links.extend(link(&tag));
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            // What stands before the damage is read.
            Err(_) if has_feeds || !links.is_empty() => break,
            Err(error) => return Err(Error::Damaged(error.to_string())),
        }
    }
    if links.is_empty() && has_feeds {
        return Err(Error::Unsupported(FEEDS));
    }
    articles(links)
}

fn link(tag: &BytesStart) -> Option<Link> {
    if attribute(tag, "xmlUrl").is_some() {
        return None;
    }
    let url = attribute(tag, "url").or_else(|| attribute(tag, "href"))?;
    Some(Link {
        title: attribute(tag, "text").or_else(|| attribute(tag, "title")).unwrap_or_default(),
        url,
        tags: split(&attribute(tag, "category").unwrap_or_default(), &[',']),
        saved: attribute(tag, "created").and_then(|created| date::parse(&created)),
        ..Link::default()
    })
}

fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let value = tag.try_get_attribute(name).ok()??.value;
    let value = html::unescape(&value);
    Some(value).filter(|value| !value.trim().is_empty())
}
