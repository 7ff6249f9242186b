//! Where a line may end: UAX #14 by `icu_segmenter`, without dictionaries, so Thai and its kin break
//! between clusters only where a line is full.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

/// The byte positions at which a line may or must end, ascending; the end of the text is the last.
#[must_use]
pub fn opportunities(text: &str) -> Vec<usize> {
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    segmenter.segment_str(text).filter(|&at| at > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_after_spaces_and_not_before_punctuation() {
        assert_eq!(opportunities("قال: «نعم»!"), [8, 19]);
    }
}
