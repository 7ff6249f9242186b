//! Notes: what the reader writes about an article, or about a passage of it.
//!
//! Two devices may change one note without knowing of each other. So that neither text is lost, every
//! version has a name of its own and says which versions it was written over: what nobody has written over
//! stands, be it one text or two (a multi-value register). A removal is a version without a text; it takes
//! away what it knew of and nothing else.

use std::collections::hash_map::RandomState;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::hash::BuildHasher;
use std::process;
use std::str::FromStr;

use jiff::Timestamp;

use super::state::{Register, write};
use super::{Change, Event};
use crate::article::ArticleId;
use crate::article::Offset;

/// The name of a note, or of one of its versions: sixteen hexadecimal digits, drawn at random.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteId(u64);

/// One version of a note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// The note.
    pub note: NoteId,
    /// The version.
    pub version: NoteId,
    /// The versions that it was written over.
    pub over: Vec<NoteId>,
    /// What it says; `None` where the note was removed.
    pub content: Option<Content>,
}

/// What a note says.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Content {
    /// The reader's words; empty where a passage is only marked.
    pub text: String,
    /// The passage that it is about; without one it is about the article.
    pub quote: Option<Quote>,
}

/// A passage, so that it is found again in an edited text: the W3C's `TextQuoteSelector`, and where it
/// stood.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quote {
    /// The passage's own words.
    pub exact: String,
    /// What stood before it: up to 32 characters.
    pub prefix: String,
    /// What stood behind it.
    pub suffix: String,
    /// Where it began.
    pub at: Offset,
}

/// A note that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note<'a> {
    /// Its name. Two texts of one note have the same.
    pub id: NoteId,
    /// The article that it was written about.
    pub article: &'a ArticleId,
    /// What it says.
    pub content: &'a Content,
    /// When that was written, by that device's clock.
    pub at: Option<Timestamp>,
}

/// All that is known of a note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct History {
    versions: BTreeMap<NoteId, Register<(ArticleId, Option<Content>)>>,
    over: BTreeSet<NoteId>,
}

impl NoteId {
    /// A new name. The standard library draws its hash keys from the system's random numbers.
    #[must_use]
    pub fn random() -> Self {
        Self(RandomState::new().hash_one((process::id(), Timestamp::now().as_nanosecond())))
    }
}

impl fmt::Display for NoteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for NoteId {
    type Err = std::num::ParseIntError;

    fn from_str(digits: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(digits, 16).map(Self)
    }
}

impl Quote {
    /// Characters of the text around a passage that are kept on either side.
    pub const AROUND: usize = 32;

    /// The passage at these bytes of a text; `None` where there are none.
    #[must_use]
    pub fn of(text: &str, range: std::ops::Range<usize>) -> Option<Self> {
        let exact = text.get(range.clone()).filter(|exact| !exact.trim().is_empty())?;
        let (before, after) = (text.get(..range.start)?, text.get(range.end..)?);
        let start = before.char_indices().rev().nth(Self::AROUND - 1).map_or(0, |(at, _)| at);
        let end = after.char_indices().nth(Self::AROUND).map_or(after.len(), |(at, _)| at);
        Some(Self {
            exact: exact.to_owned(),
            prefix: before.get(start..)?.to_owned(),
            suffix: after.get(..end)?.to_owned(),
            at: Offset(range.start),
        })
    }
}

impl Edit {
    /// The first version of a new note.
    #[must_use]
    pub fn new(content: Content) -> Self {
        let content = Some(content);
        Self { note: NoteId::random(), version: NoteId::random(), over: Vec::new(), content }
    }
}

impl History {
    /// Takes in a version; whether it was not known.
    pub(super) fn take(&mut self, edit: Edit, stamp: Register<ArticleId>) -> bool {
        let Register { lamport, device, value: article, at } = stamp;
        let version = Register { lamport, device, value: (article, edit.content), at };
        let known = self.over.len();
        self.over.extend(edit.over);
        let mut slot = self.versions.remove(&edit.version);
        let is_new = write(&mut slot, version);
        self.versions.extend(slot.map(|version| (edit.version, version)));
        is_new || self.over.len() > known
    }

    /// A version over all that stands.
    pub(super) fn edit(&self, note: NoteId, content: Option<Content>) -> Edit {
        let over = self.tips().map(|(version, _)| *version).collect();
        Edit { note, version: NoteId::random(), over, content }
    }

    /// The texts that stand, the first written first.
    pub(super) fn standing(&self, id: NoteId) -> Vec<(u64, Note<'_>)> {
        let first = self.versions.values().map(|version| version.lamport).min().unwrap_or_default();
        let tips = self.tips().map(|(_, version)| (&version.value.0, &version.value.1, version.at));
        tips.filter_map(|(article, content, at)| {
            Some((first, Note { id, article, content: content.as_ref()?, at }))
        })
        .collect()
    }

    /// Events that come to this history. That a version was written over is told by the first of them: it
    /// matters that it was, not by which.
    pub(super) fn events(&self, note: NoteId) -> Vec<Event> {
        let mut over = self.over.iter().copied().collect::<Vec<_>>();
        let event = |(version, register): (&NoteId, &Register<(ArticleId, Option<Content>)>)| {
            let (article, content) = register.value.clone();
            let over = std::mem::take(&mut over);
            let edit = Edit { note, version: *version, over, content };
            let Register { lamport, device, at, .. } = *register;
            Event { lamport, device, at, article, change: Change::Note(Box::new(edit)) }
        };
        self.versions.iter().map(event).collect()
    }

    fn tips(&self) -> impl Iterator<Item = (&NoteId, &Register<(ArticleId, Option<Content>)>)> {
        self.versions.iter().filter(|(version, _)| !self.over.contains(version))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_has_what_stands_around_it_in_whole_letters() {
        let text = "قبل ذلك بقليل وصلت السفينة إلى الميناء القديم في الصباح";
        let start = text.find("السفينة").unwrap();
        let quote = Quote::of(text, start..start + "السفينة".len()).unwrap();
        assert_eq!(quote.exact, "السفينة");
        assert_eq!(quote.prefix, "قبل ذلك بقليل وصلت ");
        assert_eq!(quote.suffix.chars().count(), Quote::AROUND.min(quote.suffix.chars().count()));
        assert!(quote.suffix.starts_with(" إلى الميناء"));
        assert_eq!(Quote::of(text, 1..3), None, "not at a letter's start");
        assert_eq!(Quote::of(text, 0..0), None);
    }
}
