//! A paragraph in logical order, cut into what takes cells: one atom for a grapheme cluster, two
//! clusters in one atom for lam-alef, none for what shows nothing.
//!
//! What shows nothing still acts: a line may end in it, and it keeps runs apart when they are
//! reordered. Each atom carries that for the gap after it.

mod cut;
mod gap;
mod visibility;

use std::ops::Range;

use compact_str::CompactString;
use unicode_bidi::{BidiClass, Level};

use super::hard::{HardLine, Resolved};
use super::shape::{Joint, shape};
use super::{Cell, Fill, Joining, Marks, Order, Setting, bidi, breaks, digits, grapheme};

pub use visibility::is_invisible;

/// What takes cells, still in logical order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Atom {
    /// Its bytes are what it shows, and what shows nothing after it.
    pub(super) cell: Cell,
    /// The class of its base, for L1.
    pub(super) class: BidiClass,
    /// Whether a line may end after it (UAX #14).
    pub(super) breaks_after: bool,
    /// The lowest level of what shows nothing between it and the next atom, for L2.
    pub(super) barrier: Option<Level>,
    /// What joins it to the next atom.
    pub(super) joint: Option<Joint>,
    /// Where the grapheme cluster ends that it is cut from.
    pub(super) cluster_end: usize,
}

impl Atom {
    /// One of a column to be filled in where it stands: a symbol that is put together and then moved is
    /// written in other parts than it is read in, which makes the processor wait.
    pub(super) fn blank() -> Self {
        let symbol = CompactString::const_new("");
        Self {
            cell: Cell { symbol, width: 1, bytes: 0..0, level: Level::ltr() },
            class: BidiClass::ON,
            breaks_after: false,
            barrier: None,
            joint: None,
            cluster_end: 0,
        }
    }

    /// Whether a line break swallows it.
    #[inline]
    pub(super) fn is_space(&self) -> bool {
        let blank = |c: char| c.is_whitespace() || matches!(c, '\u{200c}' | '\u{200d}');
        self.class == BidiClass::WS && self.cell.symbol.chars().all(blank)
    }
}

/// A piece of a paragraph that begins and ends between two atoms.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) range: Range<usize>,
    /// Where the grapheme cluster ends that the piece begins in; its start, if it begins between two.
    pub(super) cluster: usize,
}

impl Piece {
    /// A piece that begins between two grapheme clusters.
    pub(super) const fn whole(range: Range<usize>) -> Self {
        let cluster = range.start;
        Self { range, cluster }
    }
}

/// The atoms of a piece as they stand on a line.
pub(super) fn analyze(hard: HardLine, piece: &Piece, setting: Setting) -> Vec<Atom> {
    let mut atoms = cut(hard, piece, setting);
    digits::set(&mut atoms, hard, &piece.range, setting.digits);
    gap::raise_barriers(&mut atoms, (hard.text, piece.range.end), &hard.resolved.levels);
    gap::absorb(&mut atoms, piece.range.end);
    hard.resolved.expanded.restore(atoms.iter_mut().map(|atom| &mut atom.cell.bytes));
    atoms
}

/// The atoms of a piece, and after which of them a line may end. The piece begins and ends where one
/// surely may.
pub(super) fn measure(hard: HardLine, range: Range<usize>, setting: Setting) -> Vec<Atom> {
    let mut atoms = cut(hard, &Piece::whole(range.clone()), setting);
    let inside = hard.text.get(range.clone()).unwrap_or_default();
    let breaks: Vec<_> =
        breaks::opportunities(inside).into_iter().map(|at| range.start + at).collect();
    gap::allow_breaks(&mut atoms, &breaks);
    atoms
}

/// The atoms of a piece, each without what shows nothing after it.
pub(super) fn cut(hard: HardLine, piece: &Piece, setting: Setting) -> Vec<Atom> {
    let Resolved { levels, words, .. } = hard.resolved;
    let letters = match setting.joining {
        Joining::Base => Vec::new(),
        Joining::Forms | Joining::FormsOrBase => shape(hard.text, &piece.range, levels, words),
    };
    cut::cut((hard.text, piece), setting, levels, &letters)
}
