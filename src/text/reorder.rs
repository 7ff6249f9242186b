//! From logical to visual order, line by line: rules L1 and L2 of UAX #9. L3 holds by itself, since
//! marks travel in their base's cell; L4 is done where a cell gets its symbol.

use unicode_bidi::{BidiClass, Level};

use super::Cell;
use super::atom::Atom;

/// L1: separators, and white space and isolates before them and at the line's end, take the
/// paragraph level. One class and one level for each character.
pub fn reset_whitespace(classes: &[BidiClass], levels: &mut [Level], paragraph: Level) {
    use BidiClass::{B, BN, FSI, LRE, LRI, LRO, PDF, PDI, RLE, RLI, RLO, S, WS};
    let mut trailing = true;
    for (class, level) in classes.iter().zip(levels).rev() {
        match class {
            B | S => trailing = true,
            WS | FSI | LRI | RLI | PDI => {}
            // What X9 removes neither ends the white space nor hides it.
            LRE | RLE | LRO | RLO | PDF | BN => {}
            _ => trailing = false,
        }
        if trailing {
            *level = paragraph;
        }
    }
}

/// L2: for each place on the line, from left to right, the index of what stands there.
#[must_use]
pub fn visual_order(levels: &[Level]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..levels.len()).collect();
    reverse(&mut order, levels, &[]);
    order
}

/// L2: reverses all runs of a level and higher ones, from the highest level down to the lowest odd one.
/// `barriers` are levels of what takes no place, each with the place that it stands behind, ascending.
fn reverse<T>(places: &mut [T], levels: &[Level], barriers: &[(usize, Level)]) {
    let highest = levels.iter().map(Level::number).max().unwrap_or_default();
    let all = levels.iter().chain(barriers.iter().map(|(_, level)| level)).map(Level::number);
    let lowest = all.filter(|level| level % 2 == 1).min().unwrap_or(u8::MAX);
    for least in (lowest..=highest).rev() {
        let mut barriers = barriers.iter().filter(|(_, level)| level.number() < least).peekable();
        let mut start = 0;
        while start < levels.len() {
            while barriers.next_if(|(place, _)| *place < start).is_some() {}
            let limit = barriers.peek().map_or(levels.len(), |(place, _)| place + 1);
            let rest = levels.get(start..limit).unwrap_or_default();
            let length = rest.iter().take_while(|level| level.number() >= least).count();
            if let Some(run) = places.get_mut(start..start + length) {
                run.reverse();
            }
            start += length.max(1);
        }
    }
}

/// The cells of one line from left to right.
pub(super) fn visual_line(atoms: Vec<Atom>, paragraph: Level) -> Vec<Cell> {
    let mut levels: Vec<Level> = atoms.iter().map(|atom| atom.level).collect();
    if levels.iter().any(|level| *level != paragraph) {
        let classes: Vec<_> = atoms.iter().map(|atom| atom.class).collect();
        reset_whitespace(&classes, &mut levels, paragraph);
    }
    let barriers = barriers(&atoms, &levels);
    let mut cells = Vec::with_capacity(atoms.len());
    cells.extend(atoms.into_iter().map(Atom::into_cell));
    reverse(&mut cells, &levels, &barriers);
    cells
}

/// The places behind which what shows nothing parts two atoms that are both of a higher level.
fn barriers(atoms: &[Atom], levels: &[Level]) -> Vec<(usize, Level)> {
    let barrier = |(place, atom): (usize, &Atom)| {
        let barrier = atom.barrier?;
        let (level, next) = (levels.get(place)?, levels.get(place + 1)?);
        (barrier < *level.min(next)).then_some((place, barrier))
    };
    atoms.iter().enumerate().filter_map(barrier).collect()
}
