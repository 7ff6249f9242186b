//! Lines from atoms, in logical order: as many as fit, broken where UAX #14 allows it, and between
//! any two atoms where a word is longer than the measure.

mod filler;

use std::ops::Range;

use unicode_bidi::Level;

use super::Cell;
use super::atom::Atom;

pub(super) use filler::{Filler, Start};

/// What [`Filler`] is to find: the ranges of atoms that stand on each line, with the spaces that end it; at least one.
#[cfg(test)]
pub(super) fn wrap(atoms: &[Atom], measure: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < atoms.len() {
        let end = line_end(atoms, start, measure);
        lines.push(start..end);
        start = end;
    }
    if lines.is_empty() {
        lines.push(0..0);
    }
    lines
}

/// The range without the spaces at its end.
pub(super) fn trim_end(atoms: &[Atom], range: Range<usize>) -> Range<usize> {
    let spaces = atoms[range.clone()].iter().rev().take_while(|atom| atom.is_space()).count();
    range.start..range.end - spaces
}

/// Cuts at the logical end what does not fit into `width`, and puts an ellipsis there.
pub(super) fn cut(atoms: &mut Vec<Atom>, width: usize, level: Level) {
    if atoms.iter().map(|atom| atom.cell.width).sum::<usize>() <= width {
        return;
    }
    let mut room = width.saturating_sub(1);
    let fits = |atom: &&Atom| {
        let left = room.checked_sub(atom.cell.width);
        room = left.unwrap_or(0);
        left.is_some()
    };
    let kept = atoms.iter().take_while(fits).count();
    let kept = trim_end(atoms, 0..kept).end;
    let end = atoms.get(kept).map_or(0, |first| first.cell.bytes.start);
    atoms.truncate(kept);
    if width > 0 {
        let cell = Cell { symbol: "…".into(), width: 1, bytes: end..end, level };
        atoms.push(Atom { cell, breaks_after: true, cluster_end: end, ..Atom::blank() });
    }
}

/// The end of the line that starts at `start`: after it at least one atom has been taken.
#[cfg(test)]
fn line_end(atoms: &[Atom], start: usize, measure: usize) -> usize {
    let mut width = 0;
    let mut best = None;
    for (index, atom) in atoms.iter().enumerate().skip(start) {
        width += atom.cell.width;
        if width > measure && !atom.is_space() {
            return best.unwrap_or(index.max(start + 1));
        }
        if atom.breaks_after {
            best = Some(index + 1);
        }
    }
    atoms.len()
}
