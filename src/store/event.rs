//! One change to one article, and everything that is needed to put it in order with all others.
//!
//! A new kind of change is a variant here, a register in [`super::state`] and an operation in
//! [`super::line`]. Older programs pass over operations that they do not know, and keep them.

use std::path::PathBuf;

use jiff::Timestamp;

use super::DeviceId;
use super::note::Edit;
use super::sighting::Sighting;
use crate::article::ArticleId;
use crate::article::Offset;

/// What the reader did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Set a bookmark, or with `None` removed it.
    Bookmark(Option<Label>),
    /// Marked the article read, or unread.
    Read(bool),
    /// Stopped reading here.
    Position(Position),
    /// Gave the article this tag, or took it away.
    Tag(String, bool),
    /// Wrote, rewrote or removed a note.
    Note(Box<Edit>),
    /// Had the article before the eyes, which is known by this too.
    Seen(Box<Sighting>),
    /// Took the article for the one of this name, or with `false` for another.
    Same(ArticleId, bool),
}

/// What a bookmark can be named by when its article is not at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    /// The headline.
    pub title: String,
    /// Where the file was when the bookmark was set.
    pub path: Option<PathBuf>,
}

/// How far an article was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The first letter on the screen.
    pub offset: Offset,
    /// Per cent of the article, 0 to 100.
    pub progress: u8,
}

/// A change, stamped by the device that made it.
///
/// Events are ordered by a Lamport clock, then by device; never by the wall clock, which `at` holds
/// for people to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub(super) lamport: u64,
    pub(super) device: DeviceId,
    pub(super) at: Option<Timestamp>,
    pub(super) article: ArticleId,
    pub(super) change: Change,
}

impl Event {
    /// The article that was changed.
    #[must_use]
    pub const fn article(&self) -> &ArticleId {
        &self.article
    }

    /// What was changed.
    #[must_use]
    pub const fn change(&self) -> &Change {
        &self.change
    }
}
