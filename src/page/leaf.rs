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
use crate::text;
use crate::text::Isolate;
use crate::text::IsolateKind;

use super::labels::Labels;
use super::looks::{Look, Looks};
use super::{Cell, Face, level};

/// A leaf ready for layout.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    /// What is laid out.
    pub(super) text: String,
    pub(super) isolates: Vec<Isolate>,
    looks: Looks,
    labels: Labels,
    /// Where the leaf starts in the article's text.
    start: usize,
}

impl Leaf {
    /// A leaf whose links are numbered by `number`, which gives for an address the link's index, and
    /// its number as it is shown.
    pub(super) fn numbered(
        rich: &Rich,
        start: Offset,
        number: impl FnMut(&str) -> (usize, String),
    ) -> Self {
        let (labels, links) = Labels::new(rich.spans(), number);
        Self::with(rich, start, labels, &links)
    }

    /// A leaf with its own words alone.
    pub(super) fn bare(rich: &Rich, start: Offset) -> Self {
        Self::with(rich, start, Labels::default(), &[])
    }

    fn with(rich: &Rich, start: Offset, labels: Labels, links: &[Option<usize>]) -> Self {
        let mut isolates = Vec::new();
        let mut looks = Vec::with_capacity(rich.spans().len());
        for (index, span) in rich.spans().iter().enumerate() {
            let range = labels.image(&span.range);
            isolates.extend(isolate(&span.style, &range));
            let link = links.get(index).copied().flatten();
            looks.push(Look { range, face: face(&span.style), link });
        }
        let text = labels.insert(rich.text());
        Self { text, isolates, looks: Looks::new(&looks), labels, start: start.0 }
    }

    /// A laid-out line as cells of the page.
    pub(super) fn cells(&self, line: text::Line) -> Vec<Cell> {
        line.cells.into_iter().map(|cell| self.cell(cell)).collect()
    }

    fn cell(&self, cell: text::Cell) -> Cell {
        let (face, link) = self.looks.at(cell.bytes.start);
        let origin = self.labels.origin(cell.bytes.start).map(|byte| self.start + byte);
        let bytes = origin.map(|start| Offset(start)..Offset(start + cell.bytes.len()));
        let face = if bytes.is_none() { face.with(Face::FURNITURE) } else { face };
        Cell { symbol: cell.symbol, width: cell.width, face, bytes, link }
    }

    /// The first place of the article's text that is shown of a line of the laid-out text. White space at
    /// the line's end is not: where nothing else follows a number, there is no such place.
    pub(super) fn offset(&self, line: Range<usize>) -> Option<Offset> {
        let first = self.labels.first_origin(line.start);
        let image = self.labels.image(&(first..first)).start;
        let after = self.text.get(image..line.end).unwrap_or_default();
        let shown = image == line.start || !after.trim_end().is_empty();
        shown.then_some(Offset(self.start + first))
    }

    /// Where a place of the article's text stands in the laid-out text; the end of that, for what is past it.
    pub(super) fn image(&self, offset: Offset) -> usize {
        let end = self.labels.first_origin(self.text.len());
        let byte = offset.0.saturating_sub(self.start).min(end);
        self.labels.image(&(byte..byte)).start
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
        Style::Isolate { .. } | Style::Override { .. } | Style::Alternative => Face::PLAIN,
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
