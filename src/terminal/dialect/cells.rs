//! kitty from 0.40: every cell of a word is sent as a text of its own, by OSC 66 of the text sizing
//! protocol, so that the shaper has nothing to turn around.
//!
//! Neighbours of one size and one alignment are still shaped together. The vertical alignment means
//! nothing for letters of full size, so it is what tells neighbours apart. Seen in 0.41: without it
//! words are mirrored as ever; with only the letters sent so, a full stop lands inside its word. So
//! it is whole words, with all that touches them, and words without right-to-left letters are left to
//! the font and its ligatures.

use super::Symbol;
use super::is_backwards;
use super::is_blank;

/// `v=`: top, bottom, centre. Three, because a wide cell's next neighbour is two columns on.
const OPEN: [&str; 3] = ["\x1b]66;w=1:v=0;", "\x1b]66;w=1:v=1;", "\x1b]66;w=1:v=2;"];
const OPEN_WIDE: [&str; 3] = ["\x1b]66;w=2:v=0;", "\x1b]66;w=2:v=1;", "\x1b]66;w=2:v=2;"];
const CLOSE: &str = "\x1b\\";

/// The alignment goes by the column: a cell is sent alike however its neighbours change.
pub(super) fn speak(row: &mut [impl Symbol]) {
    let mut column = 0;
    for word in row.chunk_by_mut(|one, next| !is_blank(one) && !is_blank(next)) {
        let from_right = word.iter().any(|cell| is_backwards(cell));
        for cell in word {
            let open = if cell.width() > 1 { OPEN_WIDE } else { OPEN };
            if from_right && let Some(open) = open.get(column % open.len()) {
                cell.enclose(open, CLOSE);
            }
            column += 1;
        }
    }
}
