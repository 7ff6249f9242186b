//! Delicious's bookmarks.

use super::{Document, Error, Format, Kind, Link, articles};
use crate::article::Article;
use crate::format::json;
use crate::format::json::{Outline, Record};

pub(super) const FORMAT: Format = Format {
    name: "delicious",
    extensions: &[],
    about: "Delicious's bookmarks (JSON)",
    kind: Kind::Text { recognises, read },
};

fn recognises(document: &Document) -> bool {
    let fields = ["title", "url", "description", "created", "others"];
    Outline::of(&document.text).is_some_and(|it| it.records_have(&fields))
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let roots = json::roots(&document.text)?;
    articles(json::records(&roots).into_iter().map(link))
}

fn link(record: Record) -> Link {
    let mut link = Link {
        title: record.text(&["title"]).unwrap_or_default(),
        url: record.text(&["url"]).unwrap_or_default(),
        tags: record.tags(&["tags"]),
        saved: record.moment(&["created"]),
        ..Link::default()
    };
    link.given.note = record.text(&["description"]);
    link
}
