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
    reset_whitespace(&classes, &mut levels, paragraph);
    visual_order(&levels).into_iter().filter_map(|index| atoms.get(index).map(Atom::cell)).collect()
}
