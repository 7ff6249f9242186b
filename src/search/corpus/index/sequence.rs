//! Short sequences of letters in a word that has a line feed on each side, as numbers.

/// The longest of them, in characters, line feeds included.
pub(super) const LONGEST: usize = 3;
/// The bits of a character.
const BITS: u32 = 21;

/// All sequences of up to three characters in `\nword\n`, but for the line feed alone.
pub(super) fn sequences(word: &str, mut each: impl FnMut(u64)) {
    let (mut one, mut two) = (0, 0);
    for c in std::iter::once('\n').chain(word.chars()).chain(['\n']) {
        let c = u64::from(u32::from(c));
        if c != u64::from(b'\n') {
            each(c);
        }
        if one != 0 {
            each(one << BITS | c);
        }
        if two != 0 {
            each((two << BITS | one) << BITS | c);
        }
        (two, one) = (one, c);
    }
}

/// All sequences of three characters in what is looked for.
pub(super) fn threes(needle: &str, mut each: impl FnMut(u64)) {
    let mut sequence = 0;
    for (at, c) in needle.chars().enumerate() {
        sequence = (sequence << BITS | u64::from(u32::from(c))) & ((1 << (3 * BITS)) - 1);
        if at >= 2 {
            each(sequence);
        }
    }
}

/// The same in a word with its line feeds.
pub(super) fn threes_of_word(word: &str, mut each: impl FnMut(u64)) {
    sequences(word, |sequence| {
        if sequence >> (2 * BITS) != 0 {
            each(sequence);
        }
    });
}

/// The characters of a sequence.
pub(super) fn text(sequence: u64) -> String {
    let at = |place: u32| u32::try_from(sequence >> (BITS * place) & ((1 << BITS) - 1));
    let chars = [2, 1, 0].into_iter().filter_map(|place| at(place).ok().and_then(char::from_u32));
    chars.skip_while(|&c| c == '\0').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_is_cut_as_words_are() {
        let (mut of_word, mut of_needle) = (Vec::new(), Vec::new());
        threes_of_word("بحر", |three| of_word.push(text(three)));
        threes("\nبحر\n", |three| of_needle.push(text(three)));
        assert_eq!(of_word, ["\nبح", "بحر", "حر\n"]);
        assert_eq!(of_needle, of_word);
        threes("بح", |three| panic!("{three}"));
    }
}
