//! A text field that may hold text of both directions: what has been typed, in logical order, and the
//! caret in it. Editing is logical; moving is by what the eye sees, and for that [`Row`] knows how the
//! text is laid out. Nothing is drawn here.

mod caret;
mod history;
mod row;

use unicode_segmentation::UnicodeSegmentation;

use crate::article::scrub;

pub(super) use caret::Caret;
pub(super) use caret::Side;
pub(super) use history::History;
pub(super) use row::Row;
pub(super) use row::Toward;

/// A line of text that is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    text: String,
    caret: Caret,
    /// So many characters, and no more.
    room: usize,
}

impl Default for Field {
    fn default() -> Self {
        Self::with_room(Self::MAX_CHARS)
    }
}

impl Field {
    /// More than a person types: a pasted book would be looked for word by word in every article.
    const MAX_CHARS: usize = 500;

    /// Empty, for so many characters.
    #[must_use]
    pub fn with_room(room: usize) -> Self {
        Self { text: String::new(), caret: Caret::default(), room }
    }

    /// Holds a text, the caret at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut field = Self::default();
        field.insert(text);
        field
    }

    /// What has been typed, in logical order.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the caret stands: bytes of the text before it, always a grapheme boundary.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.caret.at
    }

    pub(super) const fn caret(&self) -> Caret {
        self.caret
    }

    /// Puts text in at the caret, scrubbed; line ends and tabs become spaces, other control characters are
    /// left out, and so is what is too much.
    pub fn insert(&mut self, text: &str) {
        let room = self.room.saturating_sub(self.text.chars().count());
        let kept = text.chars().filter_map(|c| match c {
            '\n' | '\r' | '\t' => Some(' '),
            c if c.is_control() => None,
            c => Some(c),
        });
        let kept: String = kept.collect();
        let kept: String = scrub(&kept).replace('\n', " ").chars().take(room).collect();
        self.text.insert_str(self.caret.at, &kept);
        self.put(self.caret.at + kept.len(), Side::After);
    }

    /// Removes the grapheme cluster before the caret: a letter goes with its marks.
    pub fn backspace(&mut self) {
        let start = self.before().graphemes(true).next_back().map_or(0, str::len);
        self.remove(self.caret.at - start..self.caret.at, Side::After);
    }

    /// Removes the grapheme cluster after the caret.
    pub fn delete(&mut self) {
        let length = self.after().graphemes(true).next().map_or(0, str::len);
        self.remove(self.caret.at..self.caret.at + length, self.caret.side);
    }

    /// Removes the word before the caret, with the spaces after it.
    pub fn delete_word(&mut self) {
        let words = self.before().trim_end().char_indices();
        let space = words.rev().find(|(_, c)| c.is_whitespace());
        let start = space.map_or(0, |(at, c)| at + c.len_utf8());
        self.remove(start..self.caret.at, Side::After);
    }

    /// Removes what is before the caret.
    pub fn delete_to_start(&mut self) {
        self.remove(0..self.caret.at, Side::Before);
    }

    /// Removes what is after the caret.
    pub fn delete_to_end(&mut self) {
        self.remove(self.caret.at..self.text.len(), Side::After);
    }

    /// Before the first letter.
    pub fn home(&mut self) {
        self.put(0, Side::Before);
    }

    /// After the last letter.
    pub fn end(&mut self) {
        self.put(self.text.len(), Side::After);
    }

    /// One place on, as the text is seen.
    pub(super) fn step(&mut self, row: &Row, toward: Toward) {
        self.caret = row.step(self.caret, toward);
    }

    /// To the end of a word, as the text is seen.
    pub(super) fn step_word(&mut self, row: &Row, toward: Toward) {
        self.caret = row.step_word(self.caret, toward);
    }

    fn before(&self) -> &str {
        self.text.get(..self.caret.at).unwrap_or_default()
    }

    fn after(&self) -> &str {
        self.text.get(self.caret.at..).unwrap_or_default()
    }

    fn remove(&mut self, range: std::ops::Range<usize>, side: Side) {
        let start = range.start;
        self.text.replace_range(range, "");
        self.put(start, side);
    }

    /// What stands around an edit may have become one cluster: the caret goes behind it.
    fn put(&mut self, at: usize, side: Side) {
        let mut starts = self.text.grapheme_indices(true).map(|(start, _)| start);
        let at = starts.find(|&start| start >= at).unwrap_or(self.text.len());
        self.caret = Caret { at, side };
    }
}

#[cfg(test)]
mod tests;
