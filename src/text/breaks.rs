//! Where a line may end: UAX #14 of Unicode 17 by `icu_segmenter`, without dictionaries, so Thai and
//! its kin break between clusters only where a line is full.
//!
//! The constructor that the crate calls stable implements Unicode 15.1. We take the one that follows
//! the same version as our grapheme clusters; `Cargo.toml` holds the crate at the minor version that
//! has it.

mod complex;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

/// The byte positions at which a line may or must end, ascending; the end of the text is the last.
#[must_use]
pub fn opportunities(text: &str) -> Vec<usize> {
    let segmenter = LineSegmenter::new_17_for_non_complex_scripts(LineBreakOptions::default());
    let resolved = complex::resolve(text);
    segmenter.segment_str(&resolved).filter(|&at| at > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_after_spaces_and_not_before_punctuation() {
        assert_eq!(opportunities("قال: «نعم»!"), [8, 19]);
    }

    #[test]
    fn a_zero_width_space_lets_a_line_end() {
        assert_eq!(opportunities("ab\u{200b}cd"), [5, 7]);
    }

    #[test]
    fn a_thai_word_is_whole_and_a_space_ends_it() {
        assert_eq!(opportunities("ภาษา ไทย"), [13, 22]);
    }

    #[test]
    fn nothing_ends_nowhere() {
        assert_eq!(opportunities(""), [0_usize; 0]);
    }
}
