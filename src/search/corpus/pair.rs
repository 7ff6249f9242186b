//! How a common word stands in the vocabulary of pairs with a word beside it that is not common: that one is
//! cut to two letters, and a tab marks the cut. Pairs of common words are whole.

/// Letters that are left of the other word.
const LETTERS: usize = 2;
/// No folded text has it.
const CUT: &str = "\t";

/// A common word, and the beginning of the word after it, in parts.
pub(super) fn beginning<'a>(common: &'a str, word: &'a str) -> [&'a str; 4] {
    let end = word.char_indices().nth(LETTERS).map_or(word.len(), |(at, _)| at);
    [common, " ", word.get(..end).unwrap_or_default(), CUT]
}

/// The end of a word, and the common word after it, in parts.
pub(super) fn end<'a>(word: &'a str, common: &'a str) -> [&'a str; 4] {
    let start = word.char_indices().rev().nth(LETTERS - 1).map_or(0, |(at, _)| at);
    [CUT, word.get(start..).unwrap_or_default(), " ", common]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_that_is_not_common_is_cut() {
        assert_eq!(beginning("في", "علاقه").concat(), "في عل\t");
        assert_eq!(end("علاقه", "في").concat(), "\tقه في");
        assert_eq!(beginning("a", "b").concat(), "a b\t");
        assert_eq!(end("b", "a").concat(), "\tb a");
    }
}
