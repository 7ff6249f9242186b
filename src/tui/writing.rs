//! What is being written in the bottom row: a note on an article or on a passage of it, or its tags.

use crate::article::ArticleId;
use crate::locale::Locale;
use crate::store::{NoteId, Quote};

use super::field::Field;

/// Stands in the row for the end of a line.
const BREAK: &str = "↵";

/// As long as a note can be that is written here, in characters; a longer one stays as long as it is.
const LONGEST: usize = 10_000;

/// A text that will be kept, once Enter is pressed. Notes may have several lines, all in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// The article.
    pub article: ArticleId,
    /// What it is.
    pub purpose: Purpose,
    /// The text.
    pub field: Field,
    /// What it was to begin with, as [`Self::text`] tells it: what is not changed is not saved.
    pub before: String,
}

/// What is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A new note, about a passage or about the article.
    Note(Option<Quote>),
    /// Other words for this note.
    Rewrite(NoteId),
    /// The tags, parted by commas.
    Tags,
}

impl Writing {
    /// Begins with a text.
    #[must_use]
    pub fn new(article: ArticleId, purpose: Purpose, text: &str) -> Self {
        let field = match purpose {
            Purpose::Tags => Field::default(),
            _ => Field::with_room(LONGEST.max(text.chars().count())),
        };
        let mut writing = Self { article, purpose, field, before: String::new() };
        writing.insert(text);
        writing.before = writing.text();
        writing
    }

    /// Puts text in at the caret.
    pub fn insert(&mut self, text: &str) {
        match self.purpose {
            Purpose::Tags => self.field.insert(text),
            _ => self.field.insert(&text.replace("\r\n", "\n").replace(['\n', '\r'], BREAK)),
        }
    }

    /// What has been written.
    #[must_use]
    pub fn text(&self) -> String {
        match self.purpose {
            Purpose::Tags => self.field.text().to_owned(),
            _ => self.field.text().replace(BREAK, "\n"),
        }
    }

    /// What stands before the text.
    #[must_use]
    pub fn prompt(&self, locale: &Locale) -> String {
        locale.text(match &self.purpose {
            Purpose::Note(Some(_)) => "passage-note-prompt",
            Purpose::Note(None) | Purpose::Rewrite(_) => "note-prompt",
            Purpose::Tags => "tags-prompt",
        })
    }
}

/// The tags in a text: commas of all scripts part them.
pub(super) fn tags(text: &str) -> Vec<String> {
    let tags = text.split([',', '،', ';', '؛']);
    let tags = tags.map(|tag| tag.trim().trim_start_matches('#').to_owned());
    tags.filter(|tag| !tag.is_empty()).collect()
}
