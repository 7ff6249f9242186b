//! What the line-oriented reader writes on: text in logical order, wrapped and nothing else. No control
//! character, no form of a letter, no line that was drawn: a screen reader reads all of it.

use std::io::{self, Write};

use crate::text;
use crate::text::{Joining, Level, Order, Paragraph};

use super::super::output::without_bidi_controls;

/// Standard output, or what stands for it.
pub(super) struct Paper<W> {
    out: W,
    /// Columns; `None` never wraps.
    measure: Option<usize>,
}

/// A stretch of text that fits a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) text: String,
    /// Where in the wrapped text it starts.
    pub(super) start: usize,
}

impl<W: Write> Paper<W> {
    pub(super) const fn new(out: W, measure: Option<usize>) -> Self {
        Self { out, measure }
    }

    /// Writes a text of our own, or of an article's metadata.
    pub(super) fn say(&mut self, text: &str) -> io::Result<()> {
        self.wrap(text).iter().try_for_each(|row| self.row(&row.text))
    }

    /// Writes what has been wrapped.
    pub(super) fn row(&mut self, row: &str) -> io::Result<()> {
        writeln!(self.out, "{}", row.trim_end())
    }

    /// Asks for the next line, where somebody sits at the keyboard.
    pub(super) fn prompt(&mut self) -> io::Result<()> {
        write!(self.out, "> ")?;
        self.out.flush()
    }

    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// The rows of a text. Where nothing is wrapped, a row is a line of the text.
    pub(super) fn wrap(&self, text: &str) -> Vec<Row> {
        let (order, joining) = (Order::Logical, Joining::Base);
        let setting =
            text::Setting { measure: self.measure, order, joining, ..text::Setting::VISUAL };
        let paragraph = Paragraph { text, level: Level::ltr(), isolates: &[] };
        let row = |line: text::Line| {
            let written = text.get(line.range.clone()).unwrap_or_default();
            Row { text: without_bidi_controls(written), start: line.range.start }
        };
        text::lay_out(&paragraph, setting).into_iter().map(row).collect()
    }

    /// How many rows of a usual screen this one takes.
    pub(super) fn height(&self, row: &Row) -> usize {
        const USUAL: usize = 80;
        if self.measure.is_some() { 1 } else { row.text.chars().count().div_ceil(USUAL).max(1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(measure: Option<usize>, text: &str) -> String {
        let mut paper = Paper::new(Vec::new(), measure);
        paper.say(text).unwrap();
        String::from_utf8(paper.out).unwrap()
    }

    #[test]
    fn text_is_wrapped_in_logical_order_and_stays_as_it_is() {
        assert_eq!(written(Some(10), "سلام لا یی\u{200c}ی abc"), "سلام لا\nیی\u{200c}ی abc\n");
        assert_eq!(written(None, &"كلمة ".repeat(60)).lines().count(), 1);
        assert_eq!(written(Some(80), "\u{2068}أ\u{2069}\u{200f}"), "أ\n");
    }

    #[test]
    fn rows_know_where_they_start() {
        let paper = Paper::new(Vec::new(), Some(5));
        let starts: Vec<_> = paper.wrap("אב גד הו").iter().map(|row| row.start).collect();
        assert_eq!(starts, [0, 10]);
    }

    #[test]
    fn a_row_that_is_not_wrapped_counts_for_what_it_takes() {
        let paper = Paper::new(Vec::new(), None);
        let row = |length| Row { text: "x".repeat(length), start: 0 };
        assert_eq!([0, 80, 81].map(|length| paper.height(&row(length))), [1, 1, 2]);
    }
}
