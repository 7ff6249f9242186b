//! Pinboard's bookmarks, in JSON and in XML: the title is called a description, the note extended.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Document, Error, Format, Kind, Link, articles, split};
use crate::article::Article;
use crate::format::date;
use crate::format::html;
use crate::format::json;
use crate::format::json::{Outline, Record};

pub(super) const FORMAT: Format = Format {
    name: "pinboard",
    extensions: &[],
    about: "Pinboard's bookmarks (JSON)",
    kind: Kind::Text { recognises, read },
};

pub(super) const XML: Format = Format {
    name: "pinboard-xml",
    extensions: &[],
    about: "Pinboard's and Delicious's bookmarks (XML)",
    kind: Kind::Text { recognises: is_xml, read: read_xml },
};

/// How much of a file is looked at to tell what it is.
const HEAD: usize = 400;

fn recognises(document: &Document) -> bool {
    let fields = ["href", "description", "extended", "time"];
    Outline::of(&document.text).is_some_and(|it| it.records_have(&fields))
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let roots = json::roots(&document.text)?;
    articles(json::records(&roots).into_iter().map(link))
}

fn link(record: Record) -> Link {
    let mut link = Link {
        title: record.text(&["description"]).unwrap_or_default(),
        url: record.text(&["href"]).unwrap_or_default(),
        tags: split(&record.text(&["tags"]).unwrap_or_default(), &[' ']),
        saved: record.moment(&["time"]),
        ..Link::default()
    };
    link.given.note = record.text(&["extended"]);
    link.given.read = record.flag(&["toread"]).map(|toread| !toread);
    link
}

fn is_xml(document: &Document) -> bool {
    let is_markup = document.text.trim_start_matches('\u{feff}').trim_start().starts_with('<');
    let head = || document.text.chars().take(HEAD).collect::<String>();
    is_markup && head().contains("<posts") && document.text.contains("<post ")
}

fn read_xml(document: &Document) -> Result<Vec<Article>, Error> {
    let mut reader = Reader::from_str(&document.text);
    let mut links = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Empty(tag) | Event::Start(tag)) if tag.name().as_ref() == "post" => {
                links.push(post(&tag));
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            // What stands before the damage is read.
            Err(_) if !links.is_empty() => break,
            Err(error) => return Err(Error::Damaged(error.to_string())),
        }
    }
    articles(links)
}

fn post(tag: &BytesStart) -> Link {
    let attribute = |name: &str| {
        let value = tag.try_get_attribute(name).ok()??.value;
        let value = html::unescape(&value);
        Some(value).filter(|value| !value.is_empty())
    };
    let mut link = Link {
        title: attribute("description").unwrap_or_default(),
        url: attribute("href").unwrap_or_default(),
        tags: split(&attribute("tag").unwrap_or_default(), &[' ']),
        saved: attribute("time").and_then(|time| date::parse(&time)),
        ..Link::default()
    };
    link.given.note = attribute("extended");
    link.given.read = attribute("toread").map(|toread| toread != "yes");
    link
}
