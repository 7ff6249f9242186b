//! Text with marks on it: one flat string and the ranges that are emphasised, linked or isolated.
//!
//! Flat, because direction, joining and line breaking see a paragraph's letters as one sequence
//! whatever the mark-up; a tree of styled pieces would have to be flattened for each of them.

use std::ops::Range;

use memchr::memchr3_iter;
use serde::Serialize;

use super::scrub::scrubbed;
use super::{Direction, scrub};

/// A leaf of an article: its letters, and what applies to which of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Rich {
    text: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spans: Vec<Span>,
}

/// A styled range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    /// Bytes of [`Rich::text()`], at character boundaries.
    pub range: Range<usize>,
    /// What applies to them.
    #[serde(flatten)]
    pub style: Style,
}

/// What can apply to a range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "style", rename_all = "snake_case")]
pub enum Style {
    /// Stressed: italics in print.
    Emphasis,
    /// Important: bold in print.
    Strong,
    /// No longer valid: struck through.
    Strike,
    /// Marked by the author.
    Mark,
    /// Inline code, which is a left-to-right isolate.
    Code,
    /// A link, which is an isolate of its own first strong direction.
    Link {
        /// Where it leads, as written.
        url: String,
    },
    /// `bdi` or `dir=`: directionally isolated; the direction of its first strong letter if `None`.
    Isolate {
        /// The declared direction.
        direction: Option<Direction>,
    },
    /// `bdo`: every letter takes this direction.
    Override {
        /// The direction.
        direction: Direction,
    },
    /// Said for those who do not see a picture: its alternative text, which is none of the article's
    /// own words.
    Alternative,
}

impl Rich {
    /// Text without marks, [scrubbed](scrub()).
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self { text: scrub(text), spans: Vec::new() }
    }

    /// The alternative text of a picture.
    #[must_use]
    pub fn alternative(text: &str) -> Self {
        let mut rich = Self::plain(text.trim());
        if !rich.is_blank() {
            rich.spans.push(Span { range: 0..rich.text.len(), style: Style::Alternative });
        }
        rich
    }

    /// Whether it is all [`Style::Alternative`].
    #[must_use]
    pub fn is_alternative(&self) -> bool {
        let is_all =
            |span: &Span| span.style == Style::Alternative && span.range == (0..self.text.len());
        self.spans.iter().any(is_all)
    }

    /// The letters, in logical order.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Sorted by start, an outer span before the spans inside it.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Whether there is nothing to read.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl From<&str> for Rich {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

/// Builds a [`Rich`] from a stream of text and styles that open and close.
///
/// White space is collapsed as HTML and Markdown want it: a run of it becomes one space, none stands
/// at the start, after a line break, or at the end. Every piece is [scrubbed](scrub()).
#[derive(Clone, Debug, Default)]
pub struct RichBuilder {
    rich: Rich,
    open: Vec<usize>,
    space: bool,
}

impl RichBuilder {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Appends text, collapsing its white space. No-break spaces are letters here.
    pub fn text(&mut self, text: &str) {
        let text = scrubbed(text);
        let bytes = text.as_bytes();
        let mut start = 0;
        for space in memchr3_iter(b' ', b'\t', b'\n', bytes) {
            // One space between two words is written with them.
            let is_single =
                bytes[space] == b' ' && space > start && !bytes.get(space + 1).is_none_or(is_space);
            if !is_single {
                self.words(text.get(start..space));
                self.space = true;
                start = space + 1;
            }
        }
        self.words(text.get(start..));
    }

    /// Appends text with its white space as it is.
    pub fn verbatim(&mut self, text: &str) {
        self.settle_space();
        self.rich.text.push_str(&scrubbed(text));
    }

    /// A line break that the author meant.
    pub fn line_break(&mut self) {
        self.space = false;
        self.rich.text.push('\n');
    }

    /// Opens a style; [`Self::close`] ends the one opened last.
    pub fn open(&mut self, style: Style) {
        self.settle_space();
        let start = self.rich.text.len();
        self.open.push(self.rich.spans.len());
        self.rich.spans.push(Span { range: start..start, style });
    }

    /// Ends the style opened last, if any is open.
    pub fn close(&mut self) {
        if let Some(index) = self.open.pop() {
            self.rich.spans[index].range.end = self.rich.text.len();
        }
    }

    /// Whether nothing has been written.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rich.text.is_empty()
    }

    /// The result, its open styles closed, empty spans and white space at the end dropped.
    #[must_use]
    pub fn finish(mut self) -> Rich {
        while !self.open.is_empty() {
            self.close();
        }
        let end = self.rich.text.trim_end_matches(['\n', ' ']).len();
        self.rich.text.truncate(end);
        for span in &mut self.rich.spans {
            span.range.end = span.range.end.min(end);
        }
        self.rich.spans.retain(|span| span.range.start < span.range.end);
        self.rich
    }

    fn words(&mut self, words: Option<&str>) {
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            self.settle_space();
            self.rich.text.push_str(words);
        }
    }

    fn settle_space(&mut self) {
        let wanted = self.space && !self.rich.text.is_empty() && !self.rich.text.ends_with('\n');
        self.space = false;
        if wanted {
            self.rich.text.push(' ');
        }
    }
}

const fn is_space(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_collapses_across_styles() {
        let mut rich = RichBuilder::new();
        rich.text("  one \n ");
        rich.open(Style::Strong);
        rich.text("two");
        rich.close();
        rich.text("  ");
        let rich = rich.finish();
        assert_eq!(rich.text(), "one two");
        assert_eq!(rich.spans(), [Span { range: 4..7, style: Style::Strong }]);
    }

    #[test]
    fn a_style_around_nothing_leaves_no_span() {
        let mut rich = RichBuilder::new();
        rich.text("a ");
        rich.open(Style::Emphasis);
        rich.text(" ");
        rich.close();
        assert_eq!(rich.finish(), Rich::plain("a"));
    }
}
