//! Linkwarden's links, by collection; a collection in another has that one's name too.

use std::collections::HashMap;

use super::{Document, Error, Format, Kind, Link, articles};
use crate::article::Article;
use crate::format::json;
use crate::format::json::{Outline, Record};

pub(super) const FORMAT: Format = Format {
    name: "linkwarden",
    extensions: &[],
    about: "Linkwarden's links (JSON)",
    kind: Kind::Text { recognises, read },
};

/// Collections nested deeper are in a circle.
const DEEPEST: usize = 16;

/// The collection that everything is in unless it is put elsewhere.
const DEFAULT: &str = "Unorganized";

fn recognises(document: &Document) -> bool {
    Outline::of(&document.text).is_some_and(|it| it.has_all("collections[]", &["name", "links"]))
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let roots = json::roots(&document.text)?;
    let mut links = Vec::new();
    for root in json::records(&roots) {
        let collections = root.records("collections");
        let by_id: HashMap<String, Record> =
            collections.iter().filter_map(|it| Some((it.text(&["id"])?, *it))).collect();
        for collection in collections {
            let names = names(collection, &by_id);
            links.extend(collection.records("links").into_iter().map(|it| link(it, &names)));
        }
    }
    articles(links)
}

/// The outermost collection first.
fn names(collection: Record, by_id: &HashMap<String, Record>) -> Vec<String> {
    let parent = |it: &Record| by_id.get(&it.text(&["parentId"])?).copied();
    let line = std::iter::successors(Some(collection), parent).take(DEEPEST);
    let mut names: Vec<String> = line.filter_map(|it| it.text(&["name"])).collect();
    names.retain(|name| name != DEFAULT);
    names.reverse();
    names
}

fn link(record: Record, collections: &[String]) -> Link {
    let mut tags = record.tags(&["tags"]);
    for name in collections {
        if !tags.contains(name) {
            tags.push(name.clone());
        }
    }
    let mut link = Link {
        title: record.text(&["name", "title"]).unwrap_or_default(),
        url: record.text(&["url"]).unwrap_or_default(),
        text: record.text(&["textContent"]),
        tags,
        saved: record.moment(&["importDate", "createdAt"]),
        ..Link::default()
    };
    link.given.note = record.text(&["description"]);
    link
}
