//! Lists of links in JSON under the usual names of fields: `GoodLinks`, linkding's and Shiori's
//! interfaces, Raindrop's backups, and whatever else has addresses and titles.

use super::{Document, Error, Format, Kind, Link, articles};
use crate::article::Article;
use crate::format::json;
use crate::format::json::{Outline, Record};

pub(super) const FORMAT: Format = Format {
    name: "links-json",
    extensions: &[],
    about: "GoodLinks', linkding's, Shiori's and other lists of addresses and titles (JSON)",
    kind: Kind::Text { recognises, read },
};

const URL: &[&str] = &["url", "link", "href"];
const TITLE: &[&str] = &["title", "name"];
/// Only lists of a reader's links have these.
const KEPT: &[&str] = &[
    "addedAt",
    "added_at",
    "dateAdded",
    "date_added",
    "created",
    "createdAt",
    "created_at",
    "saved_at",
    "savedAt",
    "starred",
    "favorite",
    "is_archived",
    "unread",
    "tags",
    "tag_names",
];
/// What holds the list where it is not the root.
const LISTS: &[&str] = &["results", "items", "bookmarks", "links"];

fn recognises(document: &Document) -> bool {
    let Some(outline) = Outline::of(&document.text) else { return false };
    let places = LISTS.iter().map(|list| format!("{list}[]")).chain(["[]".to_owned()]);
    places.into_iter().any(|place| {
        let has = |names: &[&str]| names.iter().any(|name| outline.has_all(&place, &[name]));
        let has_text = has(&["content", "html", "text", "body", "content_html", "body_html"]);
        has(URL) && has(TITLE) && has(KEPT) && !has_text
    })
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let roots = json::roots(&document.text)?;
    let records = json::records(&roots).into_iter().flat_map(|root| {
        let inner: Vec<Record> = LISTS.iter().flat_map(|list| root.records(list)).collect();
        if inner.is_empty() { vec![root] } else { inner }
    });
    articles(records.map(link))
}

fn link(record: Record) -> Link {
    let mut link = Link {
        title: record.text(TITLE).unwrap_or_default(),
        url: record.text(URL).unwrap_or_default(),
        authors: record.names(&["author", "authors"]),
        summary: record.text(&["summary", "excerpt"]),
        tags: record.tags(&["tags", "tag_names", "labels"]),
        published: record.moment(&["published", "publishedAt", "published_at"]),
        saved: record.moment(&[
            "addedAt",
            "added_at",
            "dateAdded",
            "date_added",
            "savedAt",
            "saved_at",
            "createdAt",
            "created_at",
            "created",
        ]),
        ..Link::default()
    };
    link.given.note = record.text(&["note", "notes", "description"]);
    link.given.bookmarked = record.flag(&["starred", "favorite", "important", "is_starred"]);
    let is_unread = record.flag(&["unread", "toread"]);
    let is_read = record.flag(&["is_archived", "archived", "read"]);
    link.given.read = is_unread
        .map(|unread| !unread)
        .or(is_read)
        .or_else(|| record.moment(&["readAt", "read_at"]).map(|_| true));
    link
}
