//! A field's text as it is laid out: where the caret can stand between its cells, which place is next
//! to the left or to the right, and which columns are seen where the row is too short for all.
//!
//! A place is an edge of a cell. Inside a run the right edge of one cell and the left edge of the next
//! are one place; where runs meet they are two, for text that is typed there goes to different ends.
//! Both are in the row of places, so that no step is lost and every walk leads back.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::article::Direction;
use crate::page::level;
use crate::text;
use crate::text::{Cell, Digits, Fill, Order};

use super::{Caret, Side};

/// A laid-out field. Its columns are counted with an empty one on each side, where the caret stands
/// before and after the text.
#[derive(Debug)]
pub(in super::super) struct Row {
    /// From left to right, or as they are stored where the terminal orders them.
    pub cells: Vec<Cell>,
    /// Which way the whole of it runs.
    pub direction: Direction,
    places: Vec<Place>,
    length: usize,
}

/// Which way the eye goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Toward {
    Left,
    Right,
}

/// What the caret passes in one step: a cell, or the cells of one grapheme cluster.
#[derive(Clone, Debug)]
struct Unit {
    bytes: Range<usize>,
    columns: Range<usize>,
    is_ltr: bool,
    is_word: bool,
}

/// Where the caret can stand.
#[derive(Clone, Debug)]
struct Place {
    caret: Caret,
    /// The column that the cursor takes: in each direction that of the letter which comes next, since
    /// most terminals draw the cursor as a block.
    column: usize,
    /// Whether a word ends here, come from its left, and come from its right.
    ends: (bool, bool),
    /// The cluster that it is an edge of.
    bytes: Range<usize>,
}

impl Row {
    /// Lays a text out; without a strong letter it runs the `default` way.
    pub(in super::super) fn new(text: &str, default: Direction, setting: text::Setting) -> Self {
        let strong = |c: char| Direction::of(c.encode_utf8(&mut [0; 4]));
        let direction = text.chars().find_map(strong).unwrap_or(default);
        let (digits, fill) = (Digits::AsWritten, Fill::Ragged);
        let setting = text::Setting { measure: None, digits, fill, ..setting };
        let cells = text::row(text, level(direction), setting).cells;
        let units = units(text, &cells, setting.order);
        Self { places: places(&units), cells, direction, length: text.len() }
    }

    /// The columns of the text and of the empty ones around it.
    pub(in super::super) fn width(&self) -> usize {
        self.cells.iter().map(|cell| cell.width).sum::<usize>() + 2
    }

    /// The column of the caret.
    pub(in super::super) fn column(&self, caret: Caret) -> usize {
        let index = self.find(caret).or_else(|| self.around(caret));
        let end = match self.direction {
            Direction::Ltr => 1,
            Direction::Rtl => 0,
        };
        index.and_then(|index| self.places.get(index)).map_or(end, |place| place.column)
    }

    /// The columns to be shown in so much room: all, or those around the caret.
    pub(in super::super) fn window(&self, caret: Caret, room: usize) -> Range<usize> {
        let last = self.width().saturating_sub(room);
        let start = self.column(caret).saturating_sub(room / 2).min(last);
        start..(start + room).min(self.width())
    }

    /// The next place; none beyond the last.
    pub(super) fn step(&self, caret: Caret, toward: Toward) -> Caret {
        self.places.get(self.next(caret, toward)).map_or_else(|| self.flip(caret), |it| it.caret)
    }

    /// The next place where a word ends, as one goes.
    pub(super) fn step_word(&self, caret: Caret, toward: Toward) -> Caret {
        let mut caret = self.step(caret, toward);
        for _ in &self.places {
            let place = self.find(caret).and_then(|index| self.places.get(index));
            let (from_left, from_right) = place.map_or((true, true), |place| place.ends);
            let is_end = if toward == Toward::Right { from_left } else { from_right };
            if is_end {
                break;
            }
            caret = self.step(caret, toward);
        }
        caret
    }

    fn next(&self, caret: Caret, toward: Toward) -> usize {
        match (self.find(caret), toward) {
            (Some(index), Toward::Left) => index.saturating_sub(1),
            (Some(index), Toward::Right) => (index + 1).min(self.places.len().saturating_sub(1)),
            (None, Toward::Left) => self.around(caret).map_or(0, |right| right.saturating_sub(1)),
            (None, Toward::Right) => self.around(caret).unwrap_or(0),
        }
    }

    /// Within a ligature: the right edge of it. The place before that is its left one.
    fn around(&self, caret: Caret) -> Option<usize> {
        self.places.iter().rposition(|place| place.bytes.contains(&caret.at))
    }

    /// In a text that shows nothing, between its ends.
    fn flip(&self, caret: Caret) -> Caret {
        let at = if caret.at == 0 { self.length } else { 0 };
        Caret { at, ..caret }
    }

    /// A place with the right side; where both sides are one place, that.
    fn find(&self, caret: Caret) -> Option<usize> {
        let same = self.places.iter().position(|place| place.caret == caret);
        same.or_else(|| self.places.iter().position(|place| place.caret.at == caret.at))
    }
}

/// Cells that share a cluster are passed together: an emoji of several people, a phrase that is stored
/// as one character. So are the two clusters of a lam-alef.
fn units(text: &str, cells: &[Cell], order: Order) -> Vec<Unit> {
    let mut bounds: Vec<usize> = text.grapheme_indices(true).map(|(start, _)| start).collect();
    bounds.push(text.len());
    let mut units: Vec<Unit> = Vec::new();
    let mut column = 1;
    for cell in cells {
        let bytes = whole_clusters(&bounds, &cell.bytes);
        let columns = column..column + cell.width;
        column = columns.end;
        match units.last_mut() {
            Some(last) if last.bytes.start < bytes.end && bytes.start < last.bytes.end => {
                last.columns.end = columns.end;
                last.bytes = last.bytes.start.min(bytes.start)..last.bytes.end.max(bytes.end);
            }
            _ => {
                let is_ltr = cell.level.is_ltr() || order == Order::Logical;
                let is_word = cell.symbol.contains(char::is_alphanumeric);
                units.push(Unit { bytes, columns, is_ltr, is_word });
            }
        }
    }
    // What shows nothing at the start of the text belongs to its first letter.
    if let Some(first) = units.iter_mut().min_by_key(|unit| unit.bytes.start) {
        first.bytes.start = 0;
    }
    units
}

fn whole_clusters(bounds: &[usize], bytes: &Range<usize>) -> Range<usize> {
    let start = bounds.iter().rev().find(|&&at| at <= bytes.start);
    let end = bounds.iter().find(|&&at| at >= bytes.end);
    start.copied().unwrap_or(bytes.start)..end.copied().unwrap_or(bytes.end)
}

/// The left edge of each unit, unless it is the same place as the right edge of the one before; and the
/// right edge.
fn places(units: &[Unit]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::with_capacity(units.len() + 1);
    let is_word = |index: Option<usize>| {
        index.and_then(|index| units.get(index)).is_some_and(|unit| unit.is_word)
    };
    for (index, unit) in units.iter().enumerate() {
        let mut left = unit.place(Toward::Left);
        left.ends.1 = unit.is_word && !is_word(index.checked_sub(1));
        match places.last_mut() {
            Some(last) if last.caret.at == left.caret.at => last.ends.1 = left.ends.1,
            _ => places.push(left),
        }
        let mut right = unit.place(Toward::Right);
        right.ends.0 = unit.is_word && !is_word(Some(index + 1));
        places.push(right);
    }
    places
}

impl Unit {
    fn place(&self, edge: Toward) -> Place {
        let is_start = self.is_ltr == (edge == Toward::Left);
        let (at, side) =
            if is_start { (self.bytes.start, Side::Before) } else { (self.bytes.end, Side::After) };
        let boundary = if edge == Toward::Left { self.columns.start } else { self.columns.end };
        let column = if self.is_ltr { boundary } else { boundary - 1 };
        let ends = (false, false);
        Place { caret: Caret { at, side }, column, ends, bytes: self.bytes.clone() }
    }
}
