//! What stands between two atoms and shows nothing: bidi controls, joiners, zero-width spaces, and
//! the isolates of mark-up. A line may end there, and runs must not grow together across it.

use unicode_bidi::{BidiClass, Level};

use super::super::bidi::{Levels, class};
use super::Atom;

/// Marks the atoms at whose end, or in the gap after them, a line may end.
pub(super) fn allow_breaks(atoms: &mut [Atom], breaks: &[usize]) {
    let mut breaks = breaks.iter().peekable();
    let mut atoms = atoms.iter_mut().peekable();
    while let Some(atom) = atoms.next() {
        let next = atoms.peek().map_or(usize::MAX, |next| next.cell.bytes.start);
        while breaks.next_if(|&&at| at < atom.cell.bytes.end).is_some() {}
        atom.breaks_after = breaks.peek().is_some_and(|&&at| at <= next);
    }
}

/// Notes the levels in each gap of a text up to a byte: L2 reverses what a control of a lower level parts
/// in two pieces, though the control itself takes no place.
pub(super) fn raise_barriers(atoms: &mut [Atom], (text, end): (&str, usize), levels: &Levels) {
    let Some(start) = atoms.first().map(|first| first.cell.bytes.start) else { return };
    let mut isolates = levels.isolates_after(start).iter().peekable();
    if isolates.peek().is_none() && are_dense(atoms, end) {
        return;
    }
    let mut cursor = levels.from(start);
    let mut atoms = atoms.iter_mut().peekable();
    while let Some(atom) = atoms.next() {
        let next = atoms.peek().map_or(end, |next| next.cell.bytes.start);
        while isolates.next_if(|(at, _)| *at <= atom.cell.bytes.start).is_some() {}
        while let Some((_, level)) = isolates.next_if(|(at, _)| *at <= next) {
            atom.lower_barrier(*level);
        }
        let start = atom.cell.bytes.end;
        if start == next {
            continue;
        }
        for (at, c) in text.get(start..next).unwrap_or_default().char_indices() {
            if !is_removed(class(c)) {
                atom.lower_barrier(cursor.at(start + at));
            }
        }
    }
}

/// Whether there is no gap: so it is on most lines.
fn are_dense(atoms: &[Atom], end: usize) -> bool {
    let starts = atoms.iter().skip(1).map(|next| next.cell.bytes.start);
    starts.chain([end]).zip(atoms).all(|(next, atom)| atom.cell.bytes.end == next)
}

/// Gives each gap to the atom before it.
pub(super) fn absorb(atoms: &mut [Atom], end: usize) {
    let mut end = end;
    for atom in atoms.iter_mut().rev() {
        atom.cell.bytes.end = end;
        end = atom.cell.bytes.start;
    }
}

/// X9: has no level. A mark has that of the character before it.
const fn is_removed(class: BidiClass) -> bool {
    use BidiClass::{BN, LRE, LRO, NSM, PDF, RLE, RLO};
    matches!(class, LRE | RLE | LRO | RLO | PDF | BN | NSM)
}

impl Atom {
    fn lower_barrier(&mut self, level: Level) {
        self.barrier = Some(self.barrier.map_or(level, |barrier| barrier.min(level)));
    }
}
