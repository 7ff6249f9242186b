//! Entries as bytes. What the cache writes down of them is listed here apart from the types
//! themselves: those are serialised for people, with fields left out that a format without names needs.

use std::borrow::Cow;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::cell::Cell;
use super::constant::constant;
use super::path;
use crate::article::{ArticleId, Date, Direction, Given, Highlight, Metadata};
use crate::library::{Entry, Item, Place, Version};
use crate::search::Doc;

type Text<'a> = Cow<'a, str>;

/// An entry.
#[derive(Serialize, Deserialize)]
struct Record<'a> {
    #[serde(borrow)]
    version: Where<'a>,
    about: About<'a>,
    given: Option<Marks<'a>>,
    words: usize,
    doc: Option<u32>,
    modified: Day,
    #[serde(borrow)]
    others: Vec<Where<'a>>,
    text_in: Vec<Text<'a>>,
}

/// A version.
#[derive(Serialize, Deserialize)]
struct Where<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(borrow)]
    path: path::Bytes<'a>,
    member: Option<Text<'a>>,
    index: usize,
    #[serde(borrow)]
    format: Text<'a>,
    #[serde(borrow)]
    encoding: Text<'a>,
}

/// Its metadata.
#[derive(Serialize, Deserialize)]
struct About<'a> {
    title: Text<'a>,
    source: Option<Text<'a>>,
    authors: Vec<Text<'a>>,
    dateline: Option<Text<'a>>,
    standfirst: Option<Text<'a>>,
    published: Day,
    saved: Day,
    url: Option<Text<'a>>,
    identifier: Option<Text<'a>>,
    tags: Vec<Text<'a>>,
    language: Option<Text<'a>>,
    is_rtl: bool,
}

/// What the file tells of its reader.
#[derive(Serialize, Deserialize)]
struct Marks<'a> {
    read: Option<bool>,
    bookmarked: Option<bool>,
    progress: Option<u8>,
    note: Option<Text<'a>>,
    highlights: Vec<(Text<'a>, Option<Text<'a>>)>,
}

/// A date, if there is one.
#[derive(Serialize, Deserialize)]
struct Day([u8; 16]);

/// The bytes of an entry of the library at `root`. Its folded text is not in them.
pub(super) fn encode(entry: &Entry, root: &Path) -> Result<Vec<u8>, postcard::Error> {
    let version = entry.version();
    postcard::to_stdvec(&Record {
        version: Where::of(&version, root),
        about: About::of(&entry.metadata),
        given: (!entry.given.is_empty()).then(|| Marks::of(&entry.given)),
        words: entry.words,
        doc: entry.doc.map(|Doc(number)| number),
        modified: Day::of(entry.modified),
        others: entry.others.iter().map(|other| Where::of(other, root)).collect(),
        text_in: entry.text_in.iter().map(Text::from).collect(),
    })
}

/// The entry of these bytes, if they are one's.
pub(super) fn decode(bytes: &[u8], root: &Path) -> Option<Entry> {
    let record: Record = postcard::from_bytes(bytes).ok()?;
    let Version { id, item, member, index, format, encoding } = record.version.to_version(root);
    Some(Entry {
        id,
        item,
        member,
        index,
        format,
        encoding,
        metadata: record.about.into_metadata()?,
        given: record.given.map(Marks::into_given).unwrap_or_default(),
        words: record.words,
        modified: record.modified.to_date()?,
        doc: record.doc.map(Doc),
        others: record.others.iter().map(|other| other.to_version(root)).collect(),
        text_in: owned(record.text_in),
    })
}

impl<'a> Where<'a> {
    fn of(version: &'a Version, root: &Path) -> Self {
        Self {
            id: version.id.as_str().into(),
            path: path::inside(root, &version.item.path),
            member: version.member.as_ref().map(Text::from),
            index: version.index,
            format: version.format.into(),
            encoding: version.encoding.into(),
        }
    }

    fn to_version(&self, root: &Path) -> Version {
        Version {
            id: ArticleId::from(&*self.id),
            item: Item { path: root.join(path::path(&self.path)), place: Place::File },
            member: self.member.clone().map(Cow::into_owned),
            index: self.index,
            format: constant(&self.format),
            encoding: constant(&self.encoding),
        }
    }
}

impl<'a> About<'a> {
    fn of(metadata: &'a Metadata) -> Self {
        let optional = |field: &'a Option<String>| field.as_ref().map(Text::from);
        Self {
            title: Text::from(&metadata.title),
            source: optional(&metadata.source),
            authors: metadata.authors.iter().map(Text::from).collect(),
            dateline: optional(&metadata.dateline),
            standfirst: optional(&metadata.standfirst),
            published: Day::of(metadata.published),
            saved: Day::of(metadata.saved),
            url: optional(&metadata.url),
            identifier: optional(&metadata.identifier),
            tags: metadata.tags.iter().map(Text::from).collect(),
            language: optional(&metadata.language),
            is_rtl: metadata.direction == Direction::Rtl,
        }
    }

    fn into_metadata(self) -> Option<Metadata> {
        let optional = |field: Option<Text>| field.map(Cow::into_owned);
        Some(Metadata {
            title: self.title.into_owned(),
            source: optional(self.source),
            authors: owned(self.authors),
            dateline: optional(self.dateline),
            standfirst: optional(self.standfirst),
            published: self.published.to_date()?,
            saved: self.saved.to_date()?,
            url: optional(self.url),
            identifier: optional(self.identifier),
            tags: owned(self.tags),
            language: optional(self.language),
            direction: if self.is_rtl { Direction::Rtl } else { Direction::Ltr },
        })
    }
}

impl<'a> Marks<'a> {
    fn of(given: &'a Given) -> Self {
        let highlight =
            |it: &'a Highlight| (Text::from(&it.quote), it.remark.as_ref().map(Text::from));
        Self {
            read: given.read,
            bookmarked: given.bookmarked,
            progress: given.progress,
            note: given.note.as_ref().map(Text::from),
            highlights: given.highlights.iter().map(highlight).collect(),
        }
    }

    fn into_given(self) -> Given {
        let highlight = |(quote, remark): (Text, Option<Text>)| Highlight {
            quote: quote.into_owned(),
            remark: remark.map(Cow::into_owned),
        };
        Given {
            read: self.read,
            bookmarked: self.bookmarked,
            progress: self.progress,
            note: self.note.map(Cow::into_owned),
            highlights: self.highlights.into_iter().map(highlight).collect(),
        }
    }
}

impl Day {
    fn of(date: Option<Date>) -> Self {
        let mut bytes = Vec::with_capacity(<Option<Date>>::WIDTH);
        date.put(&mut bytes);
        Self(bytes.try_into().unwrap_or_default())
    }

    fn to_date(&self) -> Option<Option<Date>> {
        Cell::parse(&self.0)
    }
}

fn owned(texts: Vec<Text>) -> Vec<String> {
    texts.into_iter().map(Cow::into_owned).collect()
}
