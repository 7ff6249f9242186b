//! Sets of documents: a bit for each number. Which documents there are is not known here.

use std::iter;

/// The number of a text in a [`Corpus`](super::Corpus), given in the order of adding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Doc(pub u32);

/// A set of documents.
#[derive(Clone, Debug, Default)]
pub struct Docs {
    bits: Vec<u64>,
}

const WORD: usize = u64::BITS as usize;

impl Docs {
    /// No document, with room for those below `count`.
    pub(super) fn none(count: usize) -> Self {
        Self { bits: vec![0; count.div_ceil(WORD)] }
    }

    /// All below `count`.
    pub(super) fn all(count: usize) -> Self {
        let mut bits = vec![u64::MAX; count / WORD];
        if !count.is_multiple_of(WORD) {
            bits.push((1 << (count % WORD)) - 1);
        }
        Self { bits }
    }

    /// Whether it has this one.
    #[must_use]
    pub fn contains(&self, Doc(number): Doc) -> bool {
        let (word, bit) = place(number);
        self.bits.get(word).is_some_and(|word| word & bit != 0)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.bits.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bits.iter().all(|&word| word == 0)
    }

    /// Its documents, in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = Doc> + '_ {
        (0u32..)
            .step_by(WORD)
            .zip(&self.bits)
            .flat_map(|(first, &word)| ones(word).map(move |bit| Doc(first + bit)))
    }

    /// Adds one.
    pub(super) fn insert(&mut self, Doc(number): Doc) {
        let (word, bit) = place(number);
        if word >= self.bits.len() {
            self.bits.resize(word + 1, 0);
        }
        if let Some(word) = self.bits.get_mut(word) {
            *word |= bit;
        }
    }

    /// Takes one away.
    pub(super) fn take(&mut self, Doc(number): Doc) {
        let (word, bit) = place(number);
        if let Some(word) = self.bits.get_mut(word) {
            *word &= !bit;
        }
    }

    /// Adds those of `other`, whose number 0 is `first` here.
    pub(super) fn insert_all(&mut self, other: &Self, first: u32) {
        let (start, shift) = (first as usize / WORD, first % u64::BITS);
        let end = start + other.bits.len() + usize::from(shift > 0);
        if end > self.bits.len() {
            self.bits.resize(end, 0);
        }
        for (into, &word) in self.bits.iter_mut().skip(start).zip(&other.bits) {
            *into |= word << shift;
        }
        if shift > 0 {
            for (into, &word) in self.bits.iter_mut().skip(start + 1).zip(&other.bits) {
                *into |= word >> (u64::BITS - shift);
            }
        }
    }

    /// Adds one that there is room for; whether there was.
    pub(super) fn set(&mut self, number: u32) -> bool {
        let (word, bit) = place(number);
        self.bits.get_mut(word).map(|word| *word |= bit).is_some()
    }

    /// Adds those whose bits are set in `bits`, as far as there is room.
    pub(super) fn set_bits(&mut self, bits: impl Iterator<Item = u64>) {
        self.bits.iter_mut().zip(bits).for_each(|(into, word)| *into |= word);
    }

    /// A bit for each document.
    pub(super) fn bits(&self) -> &[u64] {
        &self.bits
    }

    /// Adds those of `other`, as far as there is room.
    pub(super) fn unite(&mut self, other: &Self) {
        self.set_bits(other.bits.iter().copied());
    }

    /// Leaves out those that are not in `other`.
    pub(super) fn retain(&mut self, other: &Self) {
        let others = other.bits.iter().copied().chain(iter::repeat(0));
        self.bits.iter_mut().zip(others).for_each(|(into, word)| *into &= word);
    }

    /// Those from `first` on, `first` being number 0: what [`Self::insert_all`] undoes.
    pub(super) fn from(&self, first: u32) -> Self {
        let (start, shift) = (first as usize / WORD, first % u64::BITS);
        let words = self.bits.get(start..).unwrap_or_default();
        if shift == 0 {
            return Self { bits: words.to_vec() };
        }
        let next = words.iter().skip(1).copied().chain([0]);
        let shifted =
            words.iter().zip(next).map(|(&low, high)| low >> shift | high << (u64::BITS - shift));
        Self { bits: shifted.collect() }
    }

    /// Leaves out those of `other`.
    pub(super) fn remove_all(&mut self, other: &Self) {
        for (into, &word) in self.bits.iter_mut().zip(&other.bits) {
            *into &= !word;
        }
    }
}

/// The same documents: room for more makes no difference.
impl PartialEq for Docs {
    fn eq(&self, other: &Self) -> bool {
        let length = self.bits.len().max(other.bits.len());
        let padded = |docs: &Self| {
            docs.bits.clone().into_iter().chain(iter::repeat(0)).take(length).collect::<Vec<_>>()
        };
        padded(self) == padded(other)
    }
}

impl Eq for Docs {}

impl FromIterator<Doc> for Docs {
    fn from_iter<I: IntoIterator<Item = Doc>>(docs: I) -> Self {
        let mut set = Self::default();
        docs.into_iter().for_each(|doc| set.insert(doc));
        set
    }
}

const fn place(number: u32) -> (usize, u64) {
    (number as usize / WORD, 1 << (number % u64::BITS))
}

/// The numbers of the bits that are set.
fn ones(mut word: u64) -> impl Iterator<Item = u32> {
    iter::from_fn(move || {
        let bit = (word != 0).then(|| word.trailing_zeros());
        word &= word.wrapping_sub(1);
        bit
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(docs: &Docs) -> Vec<u32> {
        docs.iter().map(|Doc(number)| number).collect()
    }

    #[test]
    fn what_is_added_is_there_once_and_in_order() {
        let docs: Docs = [70, 3, 64, 3].map(Doc).into_iter().collect();
        assert_eq!(numbers(&docs), [3, 64, 70]);
        assert_eq!((docs.len(), docs.is_empty()), (3, false));
        assert!(docs.contains(Doc(70)) && !docs.contains(Doc(71)) && !docs.contains(Doc(999)));
    }

    #[test]
    fn all_are_those_below() {
        for count in [0, 1, 63, 64, 65, 128] {
            assert_eq!(Docs::all(count).len(), count);
            assert_eq!(Docs::all(count).iter().count(), count);
        }
    }

    #[test]
    fn a_set_is_shifted_to_where_its_segment_starts() {
        for first in [0, 1, 63, 64, 100] {
            let mut docs = Docs::all(2);
            let shifted: Docs = [0, 5, 64, 130].map(Doc).into_iter().collect();
            docs.insert_all(&shifted, first);
            let wanted: Docs =
                [0, 1].into_iter().chain([0, 5, 64, 130].map(|at| at + first)).map(Doc).collect();
            assert_eq!(docs, wanted, "{first}");
            assert!(numbers(&docs.from(first)).ends_with(&[5, 64, 130]), "{first}");
        }
    }

    #[test]
    fn what_is_left_out_is_gone() {
        let mut docs = Docs::all(100);
        docs.remove_all(&Docs::all(98));
        assert_eq!(numbers(&docs), [98, 99]);
    }
}
