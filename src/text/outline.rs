//! A paragraph as far as its height is concerned: where each of its lines starts. From that any line of it
//! is laid out by itself, the same as if all were.
//!
//! An outline holds no text and no cell, a few bytes for each line. What it takes to lay out a line of a
//! hard line is kept from one call to the next in [`Memory`]: for a paragraph of megabytes, its levels.

use std::ops::Range;

use super::atom::{self, Atom, Piece};
use super::hard::{HardLine, Resolved};
use super::isolates::Isolates;
use super::wrap::{Filler, Start, trim_end};
use super::{Fill, Level, Line, Paragraph, Setting, fill, grapheme, line_cells};

/// Where the lines of a paragraph start.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    hard: Vec<Hard>,
    /// For each line the first byte of the paragraph that is shown on it, or would be.
    starts: Vec<usize>,
    /// The lines on which only white space stands, or nothing.
    blank: Vec<usize>,
    /// The lines that start within a cluster, or in what stands for another character.
    inner: Vec<(usize, Start)>,
}

/// A line that no measure breaks.
#[derive(Clone, Copy, Debug)]
struct Hard {
    /// Its first byte.
    start: usize,
    /// The number of its first line.
    line: usize,
}

/// What is known of the hard line that was asked for last.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    isolates: Isolates,
    resolved: Option<(usize, Resolved)>,
}

impl Outline {
    /// Finds the lines of a paragraph. There is always one, and one for every line feed.
    #[must_use]
    pub fn new(paragraph: &Paragraph, setting: Setting) -> Self {
        let mut outline = Self::default();
        let mut isolates = Isolates::default();
        for range in hard_lines(paragraph.text) {
            let within = isolates.within(paragraph.isolates, &range);
            let text = paragraph.text.get(range.clone()).unwrap_or_default();
            let line = Paragraph { text, level: paragraph.level, isolates: &within };
            outline.add(&line, range.start, setting);
        }
        outline
    }

    /// How many lines there are.
    #[must_use]
    pub const fn height(&self) -> usize {
        self.starts.len()
    }

    /// The first byte of the paragraph that a line shows; `None` where it shows none.
    #[must_use]
    pub fn start(&self, line: usize) -> Option<usize> {
        let is_blank = self.blank.binary_search(&line).is_ok();
        self.starts.get(line).copied().filter(|_| !is_blank)
    }

    /// How many lines start at a byte or before it.
    #[must_use]
    pub fn lines_to(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte)
    }

    fn add(&mut self, paragraph: &Paragraph, start: usize, setting: Setting) {
        let resolved = Resolved::for_widths(paragraph, setting);
        let hard = resolved.with(paragraph.text);
        self.hard.push(Hard { start, line: self.starts.len() });
        let mut filler = Filler::new(hard, setting);
        let mut from = Start { at: opening(hard, setting), cluster: 0 };
        loop {
            let next = filler.next(from.at);
            let origin = resolved.expanded.origin_at(from.at);
            if from.cluster > from.at || origin != from.at {
                self.inner.push((self.starts.len(), from));
            }
            if is_blank(hard, from.at..next.at, setting) {
                self.blank.push(self.starts.len());
            }
            self.starts.push(start + origin);
            if next.at >= hard.text.len() {
                return;
            }
            from = next;
        }
    }

    /// Lays out some of the lines. The paragraph and the setting are those that it was made of.
    #[must_use]
    pub fn lines(
        &self,
        (paragraph, setting): (&Paragraph, Setting),
        lines: Range<usize>,
        memory: &mut Memory,
    ) -> Vec<Line> {
        let range = lines.start..lines.end.min(self.height());
        let line = |line| self.line((paragraph, setting), line, memory);
        range.map(line).collect()
    }

    fn line(
        &self,
        (paragraph, setting): (&Paragraph, Setting),
        line: usize,
        memory: &mut Memory,
    ) -> Line {
        let nth = self.hard.partition_point(|hard| hard.line <= line).saturating_sub(1);
        let Some(&Hard { start, line: first }) = self.hard.get(nth) else { return Line::empty() };
        let next = self.hard.get(nth + 1);
        let end = next.map_or(paragraph.text.len(), |next| next.start.saturating_sub(1));
        let text = paragraph.text.get(start..end).unwrap_or_default();
        let resolved = memory.resolve(paragraph, setting, (nth, start..end));
        let hard = resolved.with(text);
        let is_last = next.map_or(self.height(), |next| next.line) == line + 1;
        let from = if line == first { Start::at_start() } else { self.inner(line, start) };
        let to = if is_last { hard.text.len() } else { self.inner(line + 1, start).at };
        let piece = Piece { range: from.at..to, cluster: from.cluster };
        let fill = if is_last { Fill::Ragged } else { setting.fill };
        set(hard, &piece, paragraph.level, Setting { fill, ..setting }).shifted(start)
    }

    /// Where a line starts in what is laid out of its hard line.
    fn inner(&self, line: usize, start: usize) -> Start {
        let found = self.inner.binary_search_by_key(&line, |(line, _)| *line);
        let inner = found.ok().and_then(|index| self.inner.get(index));
        inner.map_or_else(
            || Start::between(self.starts.get(line).map_or(0, |at| at.saturating_sub(start))),
            |(_, start)| *start,
        )
    }
}

impl Memory {
    /// All about a hard line, given its number and its bytes.
    fn resolve(
        &mut self,
        paragraph: &Paragraph,
        setting: Setting,
        (nth, range): (usize, Range<usize>),
    ) -> &Resolved {
        let known = self.resolved.as_ref().map(|(known, _)| *known);
        if known.is_some_and(|known| known > nth) {
            self.isolates = Isolates::default();
        }
        let kept = self.resolved.take().filter(|(known, _)| *known == nth);
        let (_, resolved) = self.resolved.insert(kept.unwrap_or_else(|| {
            let isolates = self.isolates.within(paragraph.isolates, &range);
            let text = paragraph.text.get(range).unwrap_or_default();
            let line = Paragraph { text, level: paragraph.level, isolates: &isolates };
            (nth, Resolved::new(&line, setting))
        }));
        resolved
    }
}

/// The first atom of a hard line; what shows nothing may stand before it. 0 where there is none.
fn opening(hard: HardLine, setting: Setting) -> usize {
    if hard.text.starts_with(is_letter) {
        return 0;
    }
    let visible = |(at, cluster): (usize, &str)| {
        let piece = Piece::whole(at..at + cluster.len());
        atom::cut(hard, &piece, setting).first().map(|first| first.cell.bytes.start)
    };
    grapheme::clusters(hard.text).find_map(visible).unwrap_or(0)
}

/// Whether nothing but white space is shown of a range.
fn is_blank(hard: HardLine, range: Range<usize>, setting: Setting) -> bool {
    let text = hard.text.get(range.clone()).unwrap_or_default();
    let shows = |(at, cluster): (usize, &str)| {
        let piece = Piece::whole(range.start + at..range.start + at + cluster.len());
        atom::cut(hard, &piece, setting).iter().any(|atom| !atom.is_space())
    };
    !text.starts_with(is_letter) && !grapheme::clusters(text).any(shows)
}

/// A quick look at what most lines start with.
fn is_letter(c: char) -> bool {
    c.is_ascii_graphic() || matches!(c, 'א'..='ת' | 'آ'..='ي')
}

/// One line of cells.
fn set(hard: HardLine, piece: &Piece, level: Level, setting: Setting) -> Line {
    let mut shown = atom::analyze(hard, piece, setting);
    shown.truncate(trim_end(&shown, 0..shown.len()).end);
    let range = bytes(hard, piece, &shown);
    let stretched = setting.fill == Fill::Tatweel && level.is_rtl();
    let filled = setting.measure.filter(|_| stretched);
    let filled = filled.and_then(|measure| fill::fill(&shown, measure));
    Line { cells: line_cells(filled.unwrap_or(shown), level, setting.order), range }
}

/// The bytes of a line: a phrase that is stored as one character may be shown on two lines, and belongs to
/// both.
fn bytes(hard: HardLine, piece: &Piece, shown: &[Atom]) -> Range<usize> {
    let origin = |at| hard.resolved.expanded.origin_at(at);
    let end = shown.last().map_or(0, |last| last.cell.bytes.end);
    origin(piece.range.start)..origin(piece.range.end).max(end)
}

/// The ranges between line feeds.
fn hard_lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let range = start..start + line.len();
        start = range.end + 1;
        range
    })
}

#[cfg(test)]
mod tests;
