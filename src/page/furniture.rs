//! What stands at the start side of a block's lines: quotation bars, bullets, numbers.

use crate::article::Marker;
use crate::article::Nest;
use crate::text;

use super::{Cell, Face};

const BAR: &str = "│ ";
const BULLET: &str = "• ";
const PICTURE: &str = "▣ ";

/// The furniture of one block, piece by piece from the outside in.
#[derive(Clone, Debug, Default)]
pub(super) struct Furniture {
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug)]
struct Piece {
    /// For the block's first line.
    first: String,
    /// For the lines after it, as wide as `first`.
    rest: String,
}

impl Furniture {
    /// For a block with this nest, after a block with `previous`. Of what would take more than half
    /// the measure, the innermost pieces stay.
    pub(super) fn new(nest: &[Nest], previous: &Self, measure: Option<usize>) -> Self {
        let mut pieces: Vec<Piece> = nest
            .iter()
            .enumerate()
            .map(|(depth, nest)| piece(nest, previous.pieces.get(depth)))
            .collect();
        let mut room = measure.map_or(usize::MAX, |measure| measure / 2);
        let fits = |piece: &&Piece| match room.checked_sub(piece.width()) {
            Some(left) => {
                room = left;
                true
            }
            None => false,
        };
        let kept = pieces.iter().rev().take_while(fits).count();
        pieces.drain(..pieces.len() - kept);
        Self { pieces }
    }

    /// The sign of a picture, innermost; none where it would leave no room for a letter.
    pub(super) fn add_picture(&mut self, measure: Option<usize>) {
        let rest = " ".repeat(PICTURE.chars().count());
        let picture = Piece { first: PICTURE.into(), rest };
        if measure.is_none_or(|measure| self.width() + picture.width() < measure) {
            self.pieces.push(picture);
        }
    }

    /// Columns.
    pub(super) fn width(&self) -> usize {
        self.pieces.iter().map(Piece::width).sum()
    }

    /// The cells before the text of a line, from its start side on: in a right-to-left line of
    /// visual order they are to be written from right to left.
    pub(super) fn cells(
        &self,
        line: Place,
        setting: text::Setting,
        level: text::Level,
    ) -> Vec<Vec<Cell>> {
        let text = |piece: &Piece| match line {
            Place::First => piece.first.clone(),
            Place::Rest => piece.rest.clone(),
        };
        self.pieces.iter().map(|piece| set(&text(piece), setting, level)).collect()
    }

    /// What runs on through the empty line between two blocks: the bars that both stand behind.
    pub(super) fn shared(&self, other: &Self) -> Self {
        let both = self.pieces.iter().zip(&other.pieces);
        let bars = both.take_while(|(one, two)| one.first == BAR && two.first == BAR);
        Self { pieces: bars.map(|(piece, _)| piece.clone()).collect() }
    }
}

/// Which line of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The one that carries the bullet.
    First,
    /// Any other.
    Rest,
}

impl Piece {
    fn width(&self) -> usize {
        self.rest.chars().count()
    }
}

fn piece(nest: &Nest, previous: Option<&Piece>) -> Piece {
    let first = match nest {
        Nest::Quote => return Piece { first: BAR.into(), rest: BAR.into() },
        Nest::Item(Marker::Bullet) => BULLET.to_owned(),
        Nest::Item(Marker::Number(number)) => format!("{number}. "),
        Nest::Item(Marker::Label(label)) => format!("[{label}] "),
        Nest::Item(Marker::Continued) => {
            let width = previous.map_or(2, Piece::width);
            return Piece { first: " ".repeat(width), rest: " ".repeat(width) };
        }
    };
    let rest = " ".repeat(first.chars().count());
    Piece { first, rest }
}

/// One piece in the cells' order of a line of this level, with the space that parts it from the text.
fn set(piece: &str, setting: text::Setting, level: text::Level) -> Vec<Cell> {
    let setting = text::Setting { measure: None, ..setting };
    let line = text::fit(piece, level, setting);
    let cell = |symbol: compact_str::CompactString, width| Cell {
        symbol,
        width,
        face: Face::FURNITURE,
        bytes: None,
        link: None,
    };
    let mut cells: Vec<Cell> =
        line.cells.into_iter().map(|shown| cell(shown.symbol, shown.width)).collect();
    let spaces = piece.chars().count().saturating_sub(cells.len());
    let blank = std::iter::repeat_n(cell(" ".into(), 1), spaces);
    if level.is_rtl() && setting.order == text::Order::Visual {
        cells.splice(0..0, blank);
    } else {
        cells.extend(blank);
    }
    cells
}
