//! Words numbered in the order of their first occurrence, while an index is made.
//!
//! Looking a word up takes three steps in memory that is too large for the processor's caches: the table, the number
//! in it, the word of that number. Many words are taken through each step together, so that memory is waited
//! for once for several of them.

use std::hash::BuildHasher;
use std::io;
use std::mem::take;
use std::ops::Range;

use hashbrown::DefaultHashBuilder;
use hashbrown::HashTable;

use super::bytes::to_u32;

/// The longest words that are told apart by their bytes alone; half of them are shorter.
const SHORT: usize = 15;
/// Stands for the number of a word that is not known.
const UNKNOWN: u32 = u32::MAX;

/// Words, each once.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// One after the other, and where each ends.
    words: Vec<u8>,
    ends: Vec<u32>,
    /// By number: most words are told apart by these alone.
    keys: Vec<Key>,
    numbers: HashTable<u32>,
    hasher: DefaultHashBuilder,
    /// The keys that are looked up, with their hashes.
    sought: Vec<(Key, u64)>,
}

/// Sixteen bytes in two halves: a short word and its length, or a hash of a longer one.
type Key = [u64; 2];

impl Numbering {
    /// How many words there are.
    pub(super) fn count(&self) -> usize {
        self.ends.len()
    }

    /// The word with this number.
    pub(super) fn word(&self, number: u32) -> &[u8] {
        let number = number as usize;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(number).copied().unwrap_or_default();
        self.words.get(start.unwrap_or_default() as usize..end as usize).unwrap_or_default()
    }

    /// Puts the numbers of the words at `places` in `text` into `found`, in their order. Words that are new are
    /// added.
    pub(super) fn find(
        &mut self,
        text: &[u8],
        places: &[Range<usize>],
        found: &mut Vec<u32>,
    ) -> io::Result<()> {
        let mut sought = take(&mut self.sought);
        let word = |place: &Range<usize>| text.get(place.clone()).unwrap_or_default();
        sought.extend(places.iter().map(|place| {
            let key = self.key(word(place));
            (key, self.hasher.hash_one(key))
        }));
        // What a few bits of the hash point to first is right but for some in a hundred.
        let guess = |&(_, hash): &(Key, u64)| self.numbers.find(hash, |_| true).copied();
        found.clear();
        found.extend(sought.iter().map(|sought| guess(sought).unwrap_or(UNKNOWN)));
        for ((number, place), sought) in found.iter_mut().zip(places).zip(&sought) {
            if !self.is(*number, sought.0, word(place)) {
                *number = self.number(word(place), *sought)?;
            }
        }
        sought.clear();
        self.sought = sought;
        Ok(())
    }

    /// The numbers of all words, sorted by their bytes; what they are looked up with is given up.
    pub(super) fn sorted(&mut self) -> io::Result<Vec<u32>> {
        self.numbers = HashTable::new();
        self.keys = Vec::new();
        self.sought = Vec::new();
        let mut sorted: Vec<_> = (0..to_u32(self.count())?)
            .map(|number| (first_bytes(self.word(number)), number))
            .collect();
        sorted.sort_unstable_by(|one, two| {
            let words = || self.word(one.1).cmp(self.word(two.1));
            one.0.cmp(&two.0).then_with(words)
        });
        Ok(sorted.into_iter().map(|(_, number)| number).collect())
    }

    fn is(&self, number: u32, key: Key, word: &[u8]) -> bool {
        self.keys.get(number as usize).is_some_and(|&known| known == key)
            && (word.len() <= SHORT || self.word(number) == word)
    }

    fn number(&mut self, word: &[u8], (key, hash): (Key, u64)) -> io::Result<u32> {
        let next = to_u32(self.count())?;
        let is_it = |&number: &u32| self.is(number, key, word);
        let known = |number: u32| self.keys.get(number as usize).copied().unwrap_or_default();
        if let Some(&number) = self.numbers.find(hash, is_it) {
            return Ok(number);
        }
        self.numbers.insert_unique(hash, next, |&number| self.hasher.hash_one(known(number)));
        self.keys.push(key);
        self.words.extend_from_slice(word);
        self.ends.push(to_u32(self.words.len())?);
        Ok(next)
    }

    fn key(&self, word: &[u8]) -> Key {
        let mut key = [0; SHORT + 1];
        match (key.get_mut(..word.len()), u8::try_from(word.len())) {
            (Some(place), Ok(length)) if word.len() <= SHORT => {
                place.copy_from_slice(word);
                key[SHORT] = length;
            }
            _ => return [self.hasher.hash_one(word), u64::MAX],
        }
        match key.as_chunks() {
            ([low, high], _) => [low, high].map(|half| u64::from_le_bytes(*half)),
            _ => Key::default(),
        }
    }
}

/// The first bytes of a word, which most comparisons end with. They order as their words do, as far as they go.
fn first_bytes(word: &[u8]) -> (u64, u32) {
    let mut bytes = [0; size_of::<u64>() + size_of::<u32>()];
    bytes.iter_mut().zip(word).for_each(|(place, byte)| *place = *byte);
    let [a, b, c, d, e, f, g, h, rest @ ..] = bytes;
    (u64::from_be_bytes([a, b, c, d, e, f, g, h]), u32::from_be_bytes(rest))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn words_are_numbered_as_they_first_come_and_sorted_by_their_bytes() {
        let word = |at: usize| format!("{}{}", "word".repeat(at % 7), at * at % 9001);
        let words: Vec<String> = (0..20_000).map(word).collect();
        let (mut numbering, mut found, mut known) =
            (Numbering::default(), Vec::new(), HashMap::new());
        for batch in words.chunks(700) {
            let (mut text, mut places, mut expected) = (String::new(), Vec::new(), Vec::new());
            for word in batch {
                places.push(text.len()..text.len() + word.len());
                text.push_str(word);
                let next = u32::try_from(known.len()).unwrap();
                expected.push(*known.entry(word).or_insert(next));
            }
            numbering.find(text.as_bytes(), &places, &mut found).unwrap();
            assert_eq!(found, expected);
        }
        assert_eq!(numbering.count(), known.len());
        let mut sorted: Vec<_> = known.into_iter().collect();
        sorted.sort_unstable();
        assert!(numbering.sorted().unwrap().into_iter().eq(sorted.into_iter().map(|it| it.1)));
    }
}
