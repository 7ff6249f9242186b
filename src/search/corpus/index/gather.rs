//! The words of a run of texts, each with its documents: what one thread does when an index is made.

use std::hash::BuildHasher;
use std::io;
use std::ops::Range;

use hashbrown::DefaultHashBuilder;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use super::Stop;
use super::Texts;
use super::bytes::to_u32;
use super::growing::Growing;
use super::words::words;

/// Bytes that are read at once.
const PIECE: u64 = 1 << 18;

/// Words in the order of their first occurrence.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    words: Blob,
    numbers: HashTable<u32>,
    hasher: DefaultHashBuilder,
    pub(super) lists: Growing,
    /// Texts in which something long was cut, and those in which something was left out.
    pub(super) long: Vec<u32>,
    pub(super) endless: Vec<u32>,
}

/// Words in one buffer.
#[derive(Debug, Default)]
struct Blob {
    bytes: Vec<u8>,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Blob {
    fn word(&self, number: u32) -> &[u8] {
        let number = number as usize;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(number).copied().unwrap_or_default();
        self.bytes.get(start.unwrap_or_default() as usize..end as usize).unwrap_or_default()
    }
}

impl Gathered {
    /// The words of the texts with these numbers; nothing if it was stopped.
    pub(super) fn new(
        texts: &Texts,
        range: Range<usize>,
        stop: Stop<'_>,
    ) -> io::Result<Option<Self>> {
        let mut gathered = Self::default();
        let mut buffer = Vec::new();
        let mut next = range.start;
        while next < range.end {
            if stop() {
                return Ok(None);
            }
            let end = piece(texts, next..range.end);
            let span = texts.span(next..end);
            let bytes = texts.bytes(span.clone(), &mut buffer)?;
            for number in next..end {
                gathered.add(to_u32(number)?, texts.text(number, bytes, span.start)?)?;
            }
            next = end;
        }
        Ok(Some(gathered))
    }

    fn add(&mut self, doc: u32, text: &[u8]) -> io::Result<()> {
        let text = simdutf8::basic::from_utf8(text).map_err(io::Error::other)?;
        let mut too_many = Ok(());
        let odd = words(text, |word| {
            if let Err(error) = self.word(doc, word) {
                too_many = Err(error);
            }
        });
        if odd.long {
            self.long.push(doc);
        }
        if odd.endless {
            self.endless.push(doc);
        }
        too_many
    }

    fn word(&mut self, doc: u32, word: &[u8]) -> io::Result<()> {
        let hash = self.hasher.hash_one(word);
        let is_it = |&number: &u32| self.words.word(number) == word;
        let rehash = |&number: &u32| self.hasher.hash_one(self.words.word(number));
        match self.numbers.entry(hash, is_it, rehash) {
            Entry::Occupied(number) => self.lists.push(*number.get() as usize, doc),
            Entry::Vacant(place) => {
                place.insert(to_u32(self.words.ends.len())?);
                self.words.bytes.extend_from_slice(word);
                self.words.ends.push(to_u32(self.words.bytes.len())?);
                self.lists.start(doc);
            }
        }
        Ok(())
    }

    /// The word with this number.
    pub(super) fn text(&self, number: u32) -> &[u8] {
        self.words.word(number)
    }

    /// The numbers of all words, sorted by their bytes; the table to look them up is given up.
    pub(super) fn sorted(&mut self) -> Vec<u32> {
        self.numbers = HashTable::new();
        let mut numbers: Vec<u32> = (0u32..).take(self.words.ends.len()).collect();
        numbers.sort_unstable_by(|&one, &two| self.text(one).cmp(self.text(two)));
        numbers
    }
}

/// The end of what is read at once: one text at least.
fn piece(texts: &Texts, range: Range<usize>) -> usize {
    let fits = |end: &usize| {
        let span = texts.span(range.start..*end);
        span.end - span.start <= PIECE
    };
    (range.start + 1..=range.end).take_while(fits).last().unwrap_or(range.start + 1)
}
