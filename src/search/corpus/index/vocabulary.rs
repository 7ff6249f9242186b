//! All words in one buffer, sorted, a line feed around each: a search in it finds every word that has
//! something in it, and line feeds in what is looked for hold it to the beginning or end of words.

use std::ops::Range;

use memchr::memchr;
use memchr::memchr_iter;
use memchr::memmem::Finder;

/// The words of an index, numbered in their order.
#[derive(Debug)]
pub(super) struct Vocabulary {
    bytes: Vec<u8>,
    /// Where the line feed before every so many words is.
    starts: Vec<u32>,
    count: usize,
}

/// Words between two places that are known: as many as are quickly gone through.
const STEP: usize = 16;

impl Vocabulary {
    /// The words in `bytes`, `\none\ntwo\n`; none if that is not what they are.
    pub(super) fn new(bytes: Vec<u8>) -> Option<Self> {
        u32::try_from(bytes.len()).ok()?;
        let lines = memchr_iter(b'\n', &bytes);
        let starts = lines.step_by(STEP).filter_map(|at| u32::try_from(at).ok()).collect();
        let count = memchr_iter(b'\n', &bytes).count().checked_sub(1)?;
        let is_framed = bytes.starts_with(b"\n") && bytes.ends_with(b"\n");
        is_framed.then_some(Self { bytes, starts, count })
    }

    /// How many words there are.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// Adds the numbers of the words that `needle` occurs in, in order.
    pub(super) fn find(&self, needle: &[u8], found: &mut Vec<usize>) {
        match needle.strip_prefix(b"\n") {
            Some(start) => found.extend(self.beginning(start)),
            None => self.having(needle, found),
        }
    }

    /// Adds those of these words that `needle` occurs in.
    pub(super) fn among(&self, words: &[u32], needle: &[u8], found: &mut Vec<usize>) {
        let finder = Finder::new(needle);
        let framed = |number: usize| {
            let start = self.start(number);
            self.bytes.get(start..start + self.word(number).len() + 2)
        };
        let has = |&number: &usize| framed(number).is_some_and(|word| finder.find(word).is_some());
        found.extend(words.iter().map(|&number| number as usize).filter(has));
    }

    /// The words that begin so: neighbours. A line feed at the end makes it the only word.
    fn beginning(&self, start: &[u8]) -> Range<usize> {
        let whole = start.strip_suffix(b"\n");
        let wanted = whole.unwrap_or(start);
        let first = partition(self.count(), |number| self.word(number) < wanted);
        let belongs = |number| match whole {
            Some(word) => self.word(number) == word,
            None => self.word(number).starts_with(wanted),
        };
        first..first + partition(self.count() - first, |number| belongs(first + number))
    }

    fn having(&self, needle: &[u8], found: &mut Vec<usize>) {
        let finder = Finder::new(needle);
        let (mut from, mut number) = (0, 0);
        while let Some(at) = self.bytes.get(from..).and_then(|rest| finder.find(rest)) {
            number = self.number_at(from + at, number);
            found.push(number);
            number += 1;
            from = self.start(number);
        }
    }

    /// The word that the byte at `at` belongs to, which is not before `from`: near ones are found soonest.
    fn number_at(&self, at: usize, from: usize) -> usize {
        let from = from / STEP;
        let rest = self.starts.get(from..).unwrap_or_default();
        let is_before = |&start: &u32| start as usize <= at;
        let mut bound = 1;
        while rest.get(bound).is_some_and(is_before) {
            bound *= 2;
        }
        let near = rest.get(..bound.min(rest.len())).unwrap_or_default();
        let known = from + near.partition_point(is_before) - 1;
        let start = self.starts.get(known).map_or(0, |&start| start as usize);
        let passed = self.bytes.get(start + 1..=at).unwrap_or_default();
        known * STEP + memchr_iter(b'\n', passed).count()
    }

    fn word(&self, number: usize) -> &[u8] {
        let start = self.start(number) + 1;
        let rest = self.bytes.get(start..).unwrap_or_default();
        memchr(b'\n', rest).and_then(|end| rest.get(..end)).unwrap_or_default()
    }

    /// Where the line feed before a word is; after the last one, the last.
    fn start(&self, number: usize) -> usize {
        let known = self.starts.get(number / STEP).map_or(self.bytes.len(), |&at| at as usize);
        let rest = self.bytes.get(known..).unwrap_or_default();
        memchr_iter(b'\n', rest).nth(number % STEP).map_or(self.bytes.len(), |at| known + at)
    }
}

/// How many of the first numbers below `count` hold, where those that do come first.
fn partition(count: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &str, needle: &str) -> Vec<usize> {
        let mut found = Vec::new();
        Vocabulary::new(words.into()).unwrap().find(needle.as_bytes(), &mut found);
        found
    }

    #[test]
    fn words_are_found_by_any_part() {
        let words = "\nab\nabab\nb\nba\nbab\nc\n";
        assert_eq!(found(words, "ab"), [0, 1, 4]);
        assert_eq!(found(words, "\nab"), [0, 1]);
        assert_eq!(found(words, "ab\n"), [0, 1, 4]);
        assert_eq!(found(words, "\nab\n"), [0]);
        assert_eq!(found(words, "c"), [5]);
        assert_eq!(found(words, "\nd"), [0; 0]);
        assert_eq!(found(words, "abb"), [0; 0]);
        assert_eq!(found("\n", "a"), [0; 0]);
        assert_eq!(found("\n", "\na"), [0; 0]);
    }

    #[test]
    fn what_has_no_frame_is_no_vocabulary() {
        assert!(Vocabulary::new(Vec::new()).is_none());
        assert!(Vocabulary::new(b"\nab".to_vec()).is_none());
    }
}
