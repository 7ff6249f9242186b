//! One leaf of the body made ready for layout: its isolates, its faces, and the numbers of its links
//! put in after them.
//!
//! The numbers are not in the article's text, so the leaf keeps what maps the bytes that are laid out
//! back to the bytes of the article.

use std::ops::Range;

use crate::article::Direction;
use crate::article::Offset;
use crate::article::Rich;
use crate::article::Style;
use crate::text::Isolate;
use crate::text::IsolateKind;

use super::{Cell, Face, level};

/// A leaf ready for layout.
pub(super) struct Leaf {
    /// What is laid out.
    pub(super) text: String,
    pub(super) isolates: Vec<Isolate>,
    /// Faces and links of ranges of `text`.
    spans: Vec<(Range<usize>, Face, Option<usize>)>,
    /// Ranges of `text` that are not the article's, ascending.
    inserted: Vec<Range<usize>>,
    /// Where the leaf starts in the article's text.
    start: usize,
}

impl Leaf {
    /// A leaf whose links are numbered by `number`, which gives a link's index for its address.
    pub(super) fn numbered(rich: &Rich, start: Offset, number: impl FnMut(&str) -> usize) -> Self {
        let mut leaf = Self::bare(rich, start);
        leaf.insert_numbers(rich, number);
        leaf
    }

    /// A leaf with its own words alone.
    pub(super) fn bare(rich: &Rich, start: Offset) -> Self {
        let spans = rich.spans();
        Self {
            text: rich.text().to_owned(),
            isolates: spans.iter().filter_map(|span| isolate(&span.style, &span.range)).collect(),
            spans: spans.iter().map(|span| (span.range.clone(), face(&span.style), None)).collect(),
            inserted: Vec::new(),
            start: start.0,
        }
    }

    fn insert_numbers(&mut self, rich: &Rich, mut number: impl FnMut(&str) -> usize) {
        let mut links: Vec<(usize, usize, usize)> = Vec::new();
        for (index, span) in rich.spans().iter().enumerate() {
            if let Style::Link { url } = &span.style {
                links.push((span.range.end, index, number(url)));
            }
        }
        links.sort_unstable();
        // From the last to the first, so that the places of those before stay what they are.
        for &(end, index, link) in links.iter().rev() {
            let label = format!("[{}]", link + 1);
            self.text.insert_str(end, &label);
            self.shift(end, label.len(), index);
            if let Some(span) = self.spans.get_mut(index) {
                span.2 = Some(link);
            }
            self.inserted.insert(0, end..end + label.len());
        }
    }

    /// Makes room for `length` bytes at `at`, which belong to the span `owner`, and to all around it.
    fn shift(&mut self, at: usize, length: usize, owner: usize) {
        for range in &mut self.inserted {
            *range = range.start + length..range.end + length;
        }
        let owner_range = self.spans.get(owner).map_or(at..at, |span| span.0.clone());
        let isolates = self.isolates.iter_mut().map(|isolate| &mut isolate.range);
        for range in self.spans.iter_mut().map(|span| &mut span.0).chain(isolates) {
            let around = range.start <= owner_range.start && range.end >= owner_range.end;
            if range.start >= at {
                range.start += length;
            }
            if range.end > at || (range.end == at && around) {
                range.end += length;
            }
        }
    }

    /// The laid-out cell as a cell of the page.
    pub(super) fn cell(&self, cell: &crate::text::Cell) -> Cell {
        let at = cell.bytes.start;
        let mut face = Face::PLAIN;
        let mut link = None;
        for (range, style, target) in &self.spans {
            if range.contains(&at) {
                face = face.with(*style);
                link = target.or(link);
            }
        }
        let bytes = self.origin(&cell.bytes);
        if bytes.is_none() {
            face = face.with(Face::FURNITURE);
        }
        Cell { symbol: cell.symbol.clone(), width: cell.width, face, bytes, link }
    }

    fn origin(&self, bytes: &Range<usize>) -> Option<Range<Offset>> {
        if self.inserted.iter().any(|range| range.contains(&bytes.start)) {
            return None;
        }
        let before = self.inserted.iter().take_while(|range| range.end <= bytes.start);
        let added: usize = before.map(Range::len).sum();
        let at = |byte: usize| Offset(self.start + byte - added);
        Some(at(bytes.start)..at(bytes.end))
    }
}

const fn face(style: &Style) -> Face {
    match style {
        Style::Emphasis => Face::EMPHASIS,
        Style::Strong => Face::STRONG,
        Style::Strike => Face::STRIKE,
        Style::Mark => Face::MARK,
        Style::Code => Face::CODE,
        Style::Link { .. } => Face::LINK,
        Style::Isolate { .. } | Style::Override { .. } => Face::PLAIN,
    }
}

fn isolate(style: &Style, range: &Range<usize>) -> Option<Isolate> {
    let kind = match style {
        Style::Code => IsolateKind::Isolate(level(Direction::Ltr)),
        Style::Link { .. } | Style::Isolate { direction: None } => IsolateKind::FirstStrong,
        Style::Isolate { direction: Some(direction) } => IsolateKind::Isolate(level(*direction)),
        Style::Override { direction } => IsolateKind::Override(level(*direction)),
        _ => return None,
    };
    Some(Isolate { range: range.clone(), kind })
}
