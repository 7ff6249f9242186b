//! Which short sequences of letters stand in so many words that their documents are kept ready: looking
//! up thousands of words for each of the first keys of a query would take too long.

use std::collections::HashMap;

use hashbrown::DefaultHashBuilder;

/// Documents of all the words with a sequence, counted again for each, that are quickly gone through.
const FEW: u64 = 50_000;
/// A word that is looked up costs as much as so many of its documents.
const WORD: u64 = 16;
/// The longest sequence that is kept, in characters, line feeds included.
pub(super) const LONGEST: usize = 3;

/// What looking up each sequence would cost.
#[derive(Debug, Default)]
pub(super) struct Costs(HashMap<u64, u64, DefaultHashBuilder>);

impl Costs {
    /// Another word, with so many documents.
    pub(super) fn add(&mut self, word: &str, docs: usize) {
        let cost = docs as u64 + WORD;
        sequences(word, |sequence| *self.0.entry(sequence).or_default() += cost);
    }

    /// The sequences that cost too much, each with its number, where there are as many texts as `texts`.
    pub(super) fn frequent(self, texts: usize) -> Frequent {
        let limit = FEW.max(texts as u64);
        let dear = self.0.into_iter().filter(|&(_, cost)| cost > limit);
        let mut sequences: Vec<u64> = dear.map(|(sequence, _)| sequence).collect();
        sequences.sort_unstable_by_key(|&sequence| text(sequence));
        let numbers = sequences.iter().copied().zip(0..).collect();
        Frequent { sequences, numbers }
    }
}

/// Frequent sequences, in the order of their bytes.
#[derive(Debug)]
pub(super) struct Frequent {
    sequences: Vec<u64>,
    numbers: HashMap<u64, usize, DefaultHashBuilder>,
}

impl Frequent {
    /// The sequences.
    pub(super) fn texts(&self) -> impl ExactSizeIterator<Item = String> + '_ {
        self.sequences.iter().map(|&sequence| text(sequence))
    }

    /// The numbers of those in a word.
    pub(super) fn of(&self, word: &str, found: &mut Vec<usize>) {
        found.clear();
        sequences(word, |sequence| found.extend(self.numbers.get(&sequence)));
        found.sort_unstable();
        found.dedup();
    }
}

/// All sequences of up to three characters in `\nword\n`, but for the line feed alone.
fn sequences(word: &str, mut each: impl FnMut(u64)) {
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

/// The bits of a character.
const BITS: u32 = 21;

fn text(sequence: u64) -> String {
    let at = |place: u32| u32::try_from(sequence >> (BITS * place) & ((1 << BITS) - 1));
    let chars = [2, 1, 0].into_iter().filter_map(|place| at(place).ok().and_then(char::from_u32));
    chars.skip_while(|&c| c == '\0').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequences_are_counted_with_the_ends_of_words() {
        let mut costs = Costs::default();
        costs.add("بحر", 60_000);
        costs.add("بر", 10);
        let frequent = costs.frequent(1000);
        let texts: Vec<_> = frequent.texts().collect();
        assert_eq!(texts, ["\nب", "\nبح", "ب", "بح", "بحر", "ح", "حر", "حر\n", "ر", "ر\n"]);
        let mut found = Vec::new();
        frequent.of("بر", &mut found);
        assert_eq!(found, [0, 2, 8, 9]);
    }
}
