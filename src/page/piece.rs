//! What a page is put together from: lines that are set, and leaves whose lines are known by their number
//! and set when they are asked for.

use std::thread;

use crate::article::Direction;
use crate::article::Offset;
use crate::text;
use crate::text::Memory;
use crate::text::Order;
use crate::text::Outline;
use crate::text::Paragraph;

use super::compose::{Role, level};
use super::furniture::{Furniture, Place};
use super::leaf::Leaf;
use super::{Cell, Line};

/// So many bytes are measured in less time than it takes to start a thread many times over.
const MANY: usize = 1 << 18;

/// Lines that follow each other.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Set(Vec<Line>),
    Leaf(Box<Text>),
}

/// A leaf and how it is set.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) leaf: Leaf,
    pub(super) role: Role,
    pub(super) furniture: Furniture,
    /// That of the leaf, whose measure is what the furniture leaves.
    pub(super) setting: text::Setting,
    /// That of the page.
    pub(super) measure: Option<usize>,
    /// What shows nothing of the article's text; all of it may be one link.
    pub(super) aside: Option<Option<usize>>,
    /// Empty, until [`outline`] has found its lines.
    outline: Outline,
}

impl Piece {
    /// What there is to be measured.
    pub(super) fn bytes(&self) -> usize {
        match self {
            Self::Set(_) => 0,
            Self::Leaf(text) => text.leaf.text.len(),
        }
    }

    fn outline(&mut self) {
        if let Self::Leaf(text) = self {
            text.outline();
        }
    }

    /// How many lines it has.
    pub(super) fn height(&self) -> usize {
        match self {
            Self::Set(lines) => lines.len(),
            Self::Leaf(text) => text.outline.height(),
        }
    }

    /// One of its lines.
    pub(super) fn line(&self, line: usize, memory: &mut Memory) -> Option<Line> {
        match self {
            Self::Set(lines) => lines.get(line).cloned(),
            Self::Leaf(text) => text.line(line, memory),
        }
    }

    /// The first place of the article's text on one of its lines.
    pub(super) fn start(&self, line: usize) -> Option<Offset> {
        match self {
            Self::Set(lines) => lines.get(line)?.start(),
            Self::Leaf(text) => text.start(line),
        }
    }

    /// The last of its lines that starts at a place or before it.
    pub(super) fn line_at(&self, offset: Offset) -> Option<usize> {
        let starts = |line: &usize| self.start(*line).is_some_and(|start| start <= offset);
        let end = match self {
            Self::Set(lines) => lines.len(),
            Self::Leaf(text) => text.outline.lines_to(text.leaf.image(offset)),
        };
        (0..end).rev().find(starts)
    }
}

impl Text {
    /// A leaf for a page of a measure, set behind furniture by a setting for the whole page.
    pub(super) fn new(
        leaf: Leaf,
        role: Role,
        furniture: Furniture,
        setting: text::Setting,
    ) -> Self {
        let measure = setting.measure;
        let room = measure.map(|measure| measure.saturating_sub(furniture.width()).max(1));
        let setting = text::Setting { measure: room, ..setting };
        let outline = Outline::default();
        Self { leaf, role, furniture, setting, measure, aside: None, outline }
    }

    /// Finds its lines.
    fn outline(&mut self) {
        self.outline = Outline::new(&paragraph(&self.leaf, self.role), self.setting);
    }

    fn line(&self, line: usize, memory: &mut Memory) -> Option<Line> {
        let paragraph = paragraph(&self.leaf, self.role);
        let mut lines = self.outline.lines((&paragraph, self.setting), line..line + 1, memory);
        let mut cells = self.leaf.cells(lines.pop()?);
        if let Some(link) = self.aside {
            cells.iter_mut().for_each(|cell| (cell.bytes, cell.link) = (None, link));
        }
        let place = if line == 0 { Place::First } else { Place::Rest };
        let setting = text::Setting { measure: self.measure, ..self.setting };
        Some(dress(cells, self.role, (&self.furniture, place), setting))
    }

    fn start(&self, line: usize) -> Option<Offset> {
        if self.aside.is_some() || !self.role.part.is_body() {
            return None;
        }
        let start = self.outline.start(line)?;
        let end = (line + 1..self.outline.height()).find_map(|next| self.outline.start(next));
        self.leaf.offset(start..end.unwrap_or(self.leaf.text.len()))
    }
}

/// Finds the lines of all pieces; of many, on two threads.
pub(super) fn outline(pieces: &mut [Piece]) {
    let total: usize = pieces.iter().map(Piece::bytes).sum();
    let mut before = 0;
    let half = pieces.iter().position(|piece| {
        before += piece.bytes();
        before * 2 >= total
    });
    let half = half.filter(|_| total >= MANY).unwrap_or(0);
    let (one, other) = pieces.split_at_mut(half);
    thread::scope(|scope| {
        if !one.is_empty() {
            scope.spawn(|| one.iter_mut().for_each(Piece::outline));
        }
        other.iter_mut().for_each(Piece::outline);
    });
}

fn paragraph(leaf: &Leaf, role: Role) -> Paragraph<'_> {
    Paragraph { text: &leaf.text, level: level(role.direction), isolates: &leaf.isolates }
}

/// One line of cells behind the furniture.
pub(super) fn dress(
    cells: Vec<Cell>,
    role: Role,
    (furniture, place): (&Furniture, Place),
    setting: text::Setting,
) -> Line {
    let pieces = furniture.cells(place, setting, level(role.direction));
    let turned = role.direction == Direction::Rtl && setting.order == Order::Visual;
    let cells = if turned {
        cells.into_iter().chain(pieces.into_iter().rev().flatten()).collect()
    } else {
        pieces.into_iter().flatten().chain(cells).collect()
    };
    let mut line = Line { cells, pad: 0, part: role.part, direction: role.direction };
    if turned {
        line.pad = setting.measure.unwrap_or(0).saturating_sub(line.width());
    }
    line
}
