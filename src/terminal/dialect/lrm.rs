//! A left-to-right mark after each right-to-left letter, in its cell, for terminals that reorder
//! whole rows by UAX #9 and heed marks: nothing is left for them to reorder.

use unicode_bidi::BidiClass;

use super::Symbol;
use super::class;

const LRM: &str = "\u{200e}";

/// Arabic digits get a mark as well: to UAX #9, N1, they count as right-to-left letters, and two
/// numbers with a space between them would change places.
pub(super) fn speak(row: &mut [impl Symbol]) {
    for cell in row {
        if matches!(class(cell), Some(BidiClass::R | BidiClass::AL | BidiClass::AN)) {
            cell.enclose("", LRM);
        }
    }
}
