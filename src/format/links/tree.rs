//! Bookmarks as browsers keep them: the trees of folders in Firefox's backups and in the file
//! `Bookmarks` of Chrome and its kin.

use super::{Document, Error, Format, Kind, Link, articles};
use crate::article::Article;
use crate::article::Date;
use crate::format::json;
use crate::format::json::{Outline, Record};

pub(super) const FIREFOX: Format = Format {
    name: "firefox-bookmarks",
    extensions: &[],
    about: "Firefox's backup of bookmarks (JSON)",
    kind: Kind::Text { recognises: is_firefox, read: read_firefox },
};

pub(super) const CHROME: Format = Format {
    name: "chrome-bookmarks",
    extensions: &[],
    about: "the bookmarks of Chrome, Chromium, Edge, Brave and Vivaldi (JSON)",
    kind: Kind::Text { recognises: is_chrome, read: read_chrome },
};

/// Folders nested deeper are no reader's.
const DEEPEST: usize = 64;

/// Chrome counts from the year 1601, in microseconds.
const SINCE_1601: i64 = 11_644_473_600;

fn is_firefox(document: &Document) -> bool {
    document.text.contains("text/x-moz-place")
        && Outline::of(&document.text).is_some_and(|it| it.has_all("", &["type", "children"]))
}

fn is_chrome(document: &Document) -> bool {
    Outline::of(&document.text).is_some_and(|it| it.has("roots.bookmark_bar.children"))
}

fn read_firefox(document: &Document) -> Result<Vec<Article>, Error> {
    let roots = json::roots(&document.text)?;
    let mut links = Vec::new();
    for root in json::records(&roots) {
        // The outer two levels are Firefox's own: the root, and its menus.
        walk(root, &mut Vec::new(), &mut |record, folders| links.extend(firefox(record, folders)));
    }
    articles(links)
}

fn read_chrome(document: &Document) -> Result<Vec<Article>, Error> {
    let roots = json::roots(&document.text)?;
    let mut links = Vec::new();
    let records = json::records(&roots).into_iter();
    for menus in records.filter_map(|root| root.record("roots")) {
        for menu in menus.fields().filter_map(|(name, _)| menus.record(name)) {
            let mut folders = vec![String::new()];
            walk(menu, &mut folders, &mut |record, folders| links.extend(chrome(record, folders)));
        }
    }
    articles(links)
}

/// Visits all that is below a folder, with the names of the folders that it is in.
fn walk(record: Record, folders: &mut Vec<String>, visit: &mut impl FnMut(Record, &[String])) {
    let children = record.records("children");
    if children.is_empty() {
        visit(record, folders);
    } else if folders.len() < DEEPEST {
        folders.push(record.text(&["title", "name"]).unwrap_or_default());
        for child in children {
            walk(child, folders, visit);
        }
        folders.pop();
    }
}

fn firefox(record: Record, folders: &[String]) -> Option<Link> {
    let url = record.text(&["uri"])?;
    let mut tags = record.tags(&["tags"]);
    tags.extend(folders.iter().skip(2).cloned());
    let annotations = record.records("annos").into_iter();
    let is_description =
        |note: &Record| note.text(&["name"]).is_some_and(|name| name.ends_with("/description"));
    let mut link = Link {
        title: record.text(&["title"]).unwrap_or_default(),
        url,
        tags: distinct(tags),
        saved: record.moment(&["dateAdded"]),
        ..Link::default()
    };
    link.given.note = annotations.filter(is_description).find_map(|note| note.text(&["value"]));
    Some(link)
}

fn chrome(record: Record, folders: &[String]) -> Option<Link> {
    let count = record.text(&["date_added"]).and_then(|count| count.parse::<i64>().ok());
    let seconds = count.filter(|&count| count > 0).map(|count| count / 1_000_000 - SINCE_1601);
    let saved = seconds.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    Some(Link {
        title: record.text(&["name"]).unwrap_or_default(),
        url: record.text(&["url"])?,
        tags: distinct(folders.iter().skip(2).cloned().collect()),
        saved: saved.map(Date::utc),
        ..Link::default()
    })
}

fn distinct(tags: Vec<String>) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for tag in tags.into_iter().filter(|tag| !tag.is_empty()) {
        if !distinct.contains(&tag) {
            distinct.push(tag);
        }
    }
    distinct
}
