//! What a file tells of its reader: what had been done with the article in the program that saved it.
//!
//! It is a beginning, not the state: what the reader does here outranks it, and files are not written.

use serde::Serialize;

use super::{scrub, scrub_line};

/// Marks that came with an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Given {
    /// Whether it had been read, or put in the archive of what has been.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read: Option<bool>,
    /// Whether it had been starred, flagged or made a favourite.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bookmarked: Option<bool>,
    /// How far it had been read, in per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<u8>,
    /// What the reader had written about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What the reader had marked in its text, in the text's own words, perhaps with a remark.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub highlights: Vec<Highlight>,
}

/// A passage that had been marked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Highlight {
    /// The passage.
    pub quote: String,
    /// What the reader had written beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

impl Given {
    /// Whether nothing is told.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Takes over what is told there and not here; passages of both are kept.
    pub fn add(&mut self, other: Self) {
        self.read = self.read.or(other.read);
        self.bookmarked = self.bookmarked.or(other.bookmarked);
        self.progress = self.progress.or(other.progress);
        self.note = self.note.take().or(other.note);
        let new = other.highlights.into_iter();
        let new: Vec<Highlight> = new.filter(|other| !self.highlights.contains(other)).collect();
        self.highlights.extend(new);
    }

    pub(super) fn scrub(&mut self) {
        self.progress = self.progress.map(|percent| percent.min(100));
        self.note = self.note.take().map(|note| scrub(&note)).filter(|note| !note.is_empty());
        for highlight in &mut self.highlights {
            highlight.quote = scrub_line(&highlight.quote);
            highlight.remark = highlight.remark.take().map(|remark| scrub(&remark));
        }
        self.highlights.retain(|highlight| !highlight.quote.is_empty());
    }
}
