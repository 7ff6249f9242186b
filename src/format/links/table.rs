//! Lists in tables (CSV): what Pocket, Instapaper, Raindrop and others export, and any other table
//! with addresses and titles. Columns are told by their names, not by their order; each service has
//! a row of its own for the sake of its name, and for how it parts tags.

use std::collections::HashMap;

use csv::ReaderBuilder;
use csv::StringRecord;

use super::{Document, Error, Format, Kind, Link, Shelf, articles, split};
use crate::article::Article;
use crate::article::Date;
use crate::article::Given;
use crate::article::Highlight;
use crate::article::is_letter_or_digit;
use crate::format::date;
use crate::format::html;

/// The row of a kind of table.
macro_rules! sheet_format {
    ($sheet:expr, $about:literal) => {
        Format {
            name: $sheet.name,
            extensions: &[],
            about: $about,
            kind: Kind::Text {
                recognises: |document| $sheet.recognises(document),
                read: |document| $sheet.read(document),
            },
        }
    };
}

const POCKET_SHEET: Sheet =
    Sheet { name: "pocket-csv", columns: &["title", "url", "timeadded", "status"], tags: &['|'] };
const INSTAPAPER_SHEET: Sheet =
    Sheet { name: "instapaper-csv", columns: &["url", "title", "selection", "folder"], tags: &[] };
const RAINDROP_SHEET: Sheet =
    Sheet { name: "raindrop-csv", columns: &["url", "excerpt", "folder", "cover"], tags: &[','] };
const MATTER_SHEET: Sheet =
    Sheet { name: "matter-csv", columns: &["title", "url", "inqueue"], tags: &[';', ','] };
const READWISE_SHEET: Sheet = Sheet {
    name: "readwise-csv",
    columns: &["title", "url", "saveddate", "readingprogress"],
    tags: &[','],
};
const MYMIND_SHEET: Sheet = Sheet {
    name: "mymind-csv",
    columns: &["type", "title", "url", "content", "note"],
    tags: &[','],
};
const WALLABAG_SHEET: Sheet = Sheet {
    name: "wallabag-csv",
    columns: &["title", "url", "content", "tags", "creationdate"],
    tags: &[','],
};
const ANY_SHEET: Sheet = Sheet { name: "links-csv", columns: &[], tags: &['|', ';', ','] };

pub(in crate::format) const POCKET: Format =
    sheet_format!(POCKET_SHEET, "Pocket's list of links (CSV)");
pub(in crate::format) const INSTAPAPER: Format =
    sheet_format!(INSTAPAPER_SHEET, "Instapaper's list of links (CSV)");
pub(in crate::format) const RAINDROP: Format =
    sheet_format!(RAINDROP_SHEET, "Raindrop's list of links (CSV)");
pub(in crate::format) const MATTER: Format =
    sheet_format!(MATTER_SHEET, "Matter's list of links (CSV)");
pub(in crate::format) const READWISE: Format =
    sheet_format!(READWISE_SHEET, "Readwise Reader's list of links (CSV)");
pub(in crate::format) const MYMIND: Format = sheet_format!(MYMIND_SHEET, "mymind's cards (CSV)");
pub(in crate::format) const WALLABAG_CSV: Format =
    sheet_format!(WALLABAG_SHEET, "wallabag's articles (CSV)");
pub(in crate::format) const TABLE: Format =
    sheet_format!(ANY_SHEET, "any table of addresses and titles (CSV, TSV)");

/// How much of a file is looked at to tell what it is.
const HEAD: usize = 1 << 16;

/// What is longer is no column's name. In bytes.
const LONGEST_NAME: usize = 400;

/// A kind of table.
struct Sheet {
    name: &'static str,
    /// Columns that only this kind has together, as [`key`] spells them.
    columns: &'static [&'static str],
    /// What parts tags.
    tags: &'static [char],
}

/// The names of columns, as [`key`] spells them.
const TITLE: &[&str] = &["title", "name", "headline", "pagetitle"];
const URL: &[&str] = &["url", "link", "href", "address", "uri", "articleurl"];
const SAVED: &[&str] = &[
    "timeadded",
    "saveddate",
    "savedat",
    "dateadded",
    "addedat",
    "added",
    "created",
    "createdat",
    "creationdate",
    "timestamp",
    "lastinteractiondate",
    "date",
];
const PUBLISHED: &[&str] = &["published", "publishedat", "publisheddate", "publicationdate"];
const TAGS: &[&str] = &["tags", "documenttags", "labels", "categories", "category", "keywords"];
const NOTE: &[&str] = &["note", "notes", "comment", "comments", "documentnote"];
const SUMMARY: &[&str] = &["excerpt", "selection", "summary", "description"];
const SHELF: &[&str] = &["folder", "status", "location", "state", "list", "collection"];
const READ: &[&str] = &["read", "isarchived", "archived", "isread"];
const STARRED: &[&str] = &["favorite", "favorited", "starred", "isstarred", "liked"];
const PROGRESS: &[&str] = &["readingprogress", "progress", "readingprogresspercent"];
const AUTHORS: &[&str] = &["author", "authors", "creator", "byline"];
const SOURCE: &[&str] = &["publisher", "site", "sitename", "source", "domainname"];
const LANGUAGE: &[&str] = &["language", "lang"];
const TEXT: &[&str] = &["content", "text", "body"];
const HIGHLIGHTS: &[&str] = &["highlights", "highlight"];

impl Sheet {
    fn recognises(&self, document: &Document) -> bool {
        let head = head(&document.text);
        // A page or an object on one line would be read as a table of thousands of columns.
        if head.trim_start().starts_with(['<', '{', '[']) {
            return false;
        }
        let Some((header, mut rows)) = table(head) else { return false };
        let is_ours = self.columns.iter().all(|column| header.contains_key(*column));
        let (Some(&url), true) = (column(&header, URL), is_ours) else { return false };
        let is_named = !self.columns.is_empty() || column(&header, TITLE).is_some();
        let first = rows.next().and_then(Result::ok);
        let is_link = |row: StringRecord| {
            row.get(url).is_some_and(|url| html::is_web(url.trim()) || !self.columns.is_empty())
        };
        is_named && first.map_or(!self.columns.is_empty(), is_link)
    }

    fn read(&self, document: &Document) -> Result<Vec<Article>, Error> {
        let text = document.text.trim_start_matches('\u{feff}');
        let (header, rows) = table(text).ok_or(Error::NoArticle("the table has no columns"))?;
        articles(rows.filter_map(Result::ok).map(|row| Row { header: &header, row }.link(self)))
    }
}

type Header = HashMap<String, usize>;

fn head(text: &str) -> &str {
    let text = text.trim_start_matches('\u{feff}');
    let end = (0..=HEAD.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    text.get(..end.unwrap_or(0)).unwrap_or(text)
}

/// The columns of a table by their names, and its rows.
fn table(text: &str) -> Option<(Header, impl Iterator<Item = csv::Result<StringRecord>> + '_)> {
    let first = text.lines().next()?;
    let count = |sign: &u8| first.bytes().filter(|byte| byte == sign).count();
    let delimiter = *[b',', b';', b'\t'].iter().rev().max_by_key(|sign| count(sign))?;
    // Every text comes by here, and a reader of tables costs more than most of them. One column is no table.
    if count(&delimiter) == 0 {
        return None;
    }
    let mut names = first.split(char::from(delimiter)).filter(|name| name.len() <= LONGEST_NAME);
    names.find(|name| URL.contains(&key(name).as_str()))?;
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let names = reader.headers().ok()?.clone();
    let mut header = Header::new();
    for (at, name) in names.iter().enumerate() {
        header.entry(key(name)).or_insert(at);
    }
    Some((header, reader.into_records()))
}

/// A column's name without its case and signs.
fn key(name: &str) -> String {
    name.chars().filter(|c| is_letter_or_digit(*c)).flat_map(char::to_lowercase).collect()
}

fn column<'a>(header: &'a Header, names: &[&str]) -> Option<&'a usize> {
    names.iter().find_map(|name| header.get(*name))
}

/// One line of a table.
struct Row<'a> {
    header: &'a Header,
    row: StringRecord,
}

impl Row<'_> {
    /// The first cell with something in it in one of these columns.
    fn cell(&self, names: &[&str]) -> Option<&str> {
        let cells = names.iter().filter_map(|name| self.row.get(*self.header.get(*name)?));
        cells.map(str::trim).find(|cell| !cell.is_empty())
    }

    fn link(self, sheet: &Sheet) -> Link {
        let text = |names| self.cell(names).map(str::to_owned);
        let mut link = Link {
            title: text(TITLE).unwrap_or_default(),
            url: text(URL).unwrap_or_default(),
            source: text(SOURCE),
            authors: text(AUTHORS).into_iter().collect(),
            summary: text(SUMMARY),
            tags: self.cell(TAGS).map(|tags| tags_of(tags, sheet.tags)).unwrap_or_default(),
            language: text(LANGUAGE),
            published: self.cell(PUBLISHED).and_then(moment),
            saved: SAVED.iter().find_map(|name| moment(self.cell(&[name])?)),
            given: self.given(),
            text: text(TEXT),
        };
        for shelf in SHELF.iter().filter_map(|name| self.cell(&[name])) {
            match Shelf::named(shelf) {
                Some(shelf) => shelf.mark(&mut link.given),
                None => link.tags.extend(split(shelf, &['/'])),
            }
        }
        link
    }

    fn given(&self) -> Given {
        let highlights =
            self.cell(HIGHLIGHTS).filter(|text| !text.bytes().all(|b| b.is_ascii_digit()));
        Given {
            read: self.cell(READ).and_then(flag),
            bookmarked: self.cell(STARRED).and_then(flag),
            progress: self.cell(PROGRESS).and_then(percent),
            note: self.cell(NOTE).map(str::to_owned),
            highlights: highlights.map(passages).unwrap_or_default(),
        }
    }
}

/// Tags parted by a sign, or the JSON list that Instapaper and Readwise write.
fn tags_of(cell: &str, by: &[char]) -> Vec<String> {
    if let Ok(tags) = serde_json::from_str::<Vec<String>>(cell) {
        return tags;
    }
    // Readwise writes a list as Python does.
    let list = cell.strip_prefix('[').and_then(|cell| cell.strip_suffix(']'));
    match list {
        Some(list) => {
            let tags = list.split(',').map(|tag| tag.trim().trim_matches(['\'', '"']).to_owned());
            tags.filter(|tag| !tag.is_empty()).collect()
        }
        None => split(cell, if by.is_empty() { &[','] } else { by }),
    }
}

/// Seconds since 1970, or a date in any spelling.
fn moment(cell: &str) -> Option<Date> {
    let seconds = cell.parse::<i64>().ok().filter(|_| cell.len() > 8);
    match seconds {
        Some(count) if count > 100_000_000_000 => utc(count / 1000),
        Some(count) => utc(count),
        None => date::parse(cell),
    }
}

fn utc(seconds: i64) -> Option<Date> {
    jiff::Timestamp::from_second(seconds).ok().map(Date::utc)
}

fn flag(cell: &str) -> Option<bool> {
    match cell.to_ascii_lowercase().as_str() {
        "true" | "1" | "yes" | "x" => Some(true),
        "false" | "0" | "no" => Some(false),
        _ => None,
    }
}

/// A share of one, or per cent.
fn percent(cell: &str) -> Option<u8> {
    let (number, is_percent) = cell.strip_suffix('%').map_or((cell, false), |cell| (cell, true));
    let number: f64 = number.trim().parse().ok()?;
    let percent = if number <= 1.0 && !is_percent { number * 100.0 } else { number };
    (0..=100u8).rev().find(|&whole| f64::from(whole) <= percent.round())
}

/// Raindrop writes each passage after a label, its remark after another.
fn passages(cell: &str) -> Vec<Highlight> {
    let mut passages: Vec<Highlight> = Vec::new();
    for line in cell.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let remark = line.strip_prefix("Note:").map(str::trim);
        match (remark, passages.last_mut()) {
            (Some(remark), Some(last)) => last.remark = Some(remark.to_owned()),
            _ => {
                let quote = line.strip_prefix("Highlight:").unwrap_or(line).trim().to_owned();
                passages.push(Highlight { quote, remark: None });
            }
        }
    }
    passages
}
