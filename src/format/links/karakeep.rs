//! Karakeep's bookmarks (once Hoarder): links without their texts, and notes that are texts.

use super::{Document, Error, Format, Kind, Link, articles};
use crate::article::Article;
use crate::format::json;
use crate::format::json::{Outline, Record};

pub(super) const FORMAT: Format = Format {
    name: "karakeep",
    extensions: &[],
    about: "Karakeep's bookmarks (JSON)",
    kind: Kind::Text { recognises, read },
};

fn recognises(document: &Document) -> bool {
    let fields = ["createdAt", "content", "tags"];
    Outline::of(&document.text)
        .is_some_and(|it| it.has_all("bookmarks[]", &fields) && it.has("bookmarks[].content.type"))
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let roots = json::roots(&document.text)?;
    let records = json::records(&roots).into_iter();
    articles(records.flat_map(|root| root.records("bookmarks")).map(link))
}

fn link(record: Record) -> Link {
    let content = record.record("content");
    let text = |name: &str| content.and_then(|content| content.text(&[name]));
    let mut link = Link {
        title: record.text(&["title"]).or_else(|| text("title")).unwrap_or_default(),
        url: text("url").or_else(|| text("sourceUrl")).unwrap_or_default(),
        summary: record.text(&["summary"]),
        tags: record.tags(&["tags"]),
        saved: record.moment(&["createdAt"]),
        text: text("text"),
        ..Link::default()
    };
    link.given.note = record.text(&["note"]);
    link.given.read = record.flag(&["archived"]);
    link.given.bookmarked = record.flag(&["favourited"]);
    link
}
