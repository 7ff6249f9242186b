//! From logical to visual order, line by line: rules L1 and L2 of UAX #9. L3 holds by itself, since
//! marks travel in their base's cell; L4 is done where a cell gets its symbol.

use unicode_bidi::{BidiClass, BidiInfo, Level};

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
    BidiInfo::reorder_visual(levels)
}

/// The cells of one line from left to right.
pub(super) fn visual_line(atoms: &[Atom], paragraph: Level) -> Vec<Cell> {
    let classes: Vec<_> = atoms.iter().map(|atom| atom.class).collect();
    let mut levels: Vec<_> = atoms.iter().map(|atom| atom.level).collect();
    let stays =
        |atom: &Atom| atom.level.is_ltr() && atom.barrier.is_none_or(|level| level.is_ltr());
    if paragraph.is_ltr() && atoms.iter().all(stays) {
        return atoms.iter().map(Atom::cell).collect();
    }
    reset_whitespace(&classes, &mut levels, paragraph);
    let (places, levels) = with_barriers(atoms, &levels);
    let order = visual_order(&levels).into_iter();
    order.filter_map(|place| atoms.get((*places.get(place)?)?).map(Atom::cell)).collect()
}

/// The index of the atom at each place and the place's level, with a place of no atom wherever what
/// shows nothing parts two atoms that are both of a higher level.
fn with_barriers(atoms: &[Atom], levels: &[Level]) -> (Vec<Option<usize>>, Vec<Level>) {
    let mut places = Vec::with_capacity(atoms.len());
    let mut with = Vec::with_capacity(atoms.len());
    for (index, (atom, &level)) in atoms.iter().zip(levels).enumerate() {
        places.push(Some(index));
        with.push(level);
        if let (Some(barrier), Some(&next)) = (atom.barrier, levels.get(index + 1))
            && barrier < level.min(next)
        {
            places.push(None);
            with.push(barrier);
        }
    }
    (places, with)
}
