//! Which short sequences of letters stand in so many words that their documents are kept ready: looking
//! up thousands of words for each of the first keys of a query would take too long.

use std::collections::HashMap;

use hashbrown::DefaultHashBuilder;

use super::sequence::sequences;
use super::sequence::text;

/// Documents of all the words with a sequence, counted again for each, that are quickly gone through.
const FEW: u64 = 50_000;
/// A word that is looked up costs as much as so many of its documents.
const WORD: u64 = 16;

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
