//! Grapheme clusters (UAX #29) and the columns that terminals give them.
//!
//! Width is told per cluster: over a whole string `unicode-width` counts lam-alef as one column,
//! which is wrong for the cells of a terminal.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The extended grapheme clusters of a text, each with its byte position.
pub fn clusters(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    text.grapheme_indices(true)
}

/// The columns of what one cell is to hold: those of its letters, for terminals add them up.
#[must_use]
pub fn width(cluster: &str) -> usize {
    cluster.width()
}
