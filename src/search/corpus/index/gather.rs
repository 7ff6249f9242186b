//! The words of a run of texts, each with its documents: what one thread does when an index is made.

use std::hash::BuildHasher;
use std::io;
use std::mem::take;
use std::ops::Range;

use hashbrown::DefaultHashBuilder;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use super::Stop;
use super::Texts;
use super::bytes::to_u32;
use super::growing::Growing;
use super::pair::beginning;
use super::pair::end;
use super::signature::Signing;
use super::signature::Sink;
use super::words::Class;
use super::words::class;
use super::words::words;

/// Texts that tell which words are common.
const SAMPLE: usize = 2000;
/// The longest words that are told apart by their bytes alone; half of them are shorter.
const SHORT: usize = 15;
/// Words that are looked up one after the other.
const RUN: usize = 1 << 10;
/// Bytes that are read at once.
const PIECE: u64 = 1 << 18;

/// Words in the order of their first occurrence, but for the common ones, which are first.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    words: Blob,
    /// By number: most words are told apart by these alone.
    keys: Vec<Key>,
    numbers: HashTable<u32>,
    hasher: DefaultHashBuilder,
    common: u32,
    /// Words of a text that are still to be added, and their numbers.
    places: Vec<Range<usize>>,
    found: Vec<u32>,
    /// Where in its text the last word was, and whether it was a common one.
    before: Range<usize>,
    is_common: bool,
    pub(super) lists: Growing,
    /// Texts in which something long was cut, and those in which something was left out.
    pub(super) long: Vec<u32>,
    pub(super) endless: Vec<u32>,
}

/// Sixteen bytes in two halves.
type Key = [u64; 2];

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
    /// The words of the texts with these numbers, and pairs of words with a space between: of two `common` ones,
    /// and of a common one with the end or beginning of another; nothing if it was stopped. `sign` takes their
    /// signatures.
    pub(super) fn new(
        texts: &Texts,
        range: Range<usize>,
        common: &[Vec<u8>],
        (sign, stop): (Sink<'_>, Stop<'_>),
    ) -> io::Result<Option<Self>> {
        let mut signing = Signing::default();
        let mut gathered = Self { common: to_u32(common.len())?, ..Self::default() };
        for word in common {
            gathered.number(word)?;
        }
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
                let (doc, text) = (to_u32(number)?, texts.text(number, bytes, span.start)?);
                let text = simdutf8::basic::from_utf8(text).map_err(io::Error::other)?;
                gathered.add(doc, text)?;
                signing.add(doc, text, sign)?;
            }
            next = end;
        }
        signing.end(sign)?;
        Ok(Some(gathered))
    }

    fn add(&mut self, doc: u32, text: &str) -> io::Result<()> {
        let mut added = Ok(());
        self.before = 0..0;
        let odd = words(text, |place| {
            self.places.push(place);
            if self.places.len() == RUN && added.is_ok() {
                added = self.settle(doc, text);
            }
        });
        added?;
        self.settle(doc, text)?;
        if odd.long {
            self.long.push(doc);
        }
        if odd.endless {
            self.endless.push(doc);
        }
        Ok(())
    }

    /// Adds the words that are waiting. All are looked up before any is added, since memory is waited for at
    /// each, and so for several at once.
    fn settle(&mut self, doc: u32, text: &str) -> io::Result<()> {
        let (mut places, mut found) = (take(&mut self.places), take(&mut self.found));
        for place in &places {
            found.push(self.number(text.get(place.clone()).unwrap_or_default().as_bytes())?);
        }
        for (place, number) in places.drain(..).zip(found.drain(..)) {
            self.word(doc, text, (place, number))?;
        }
        (self.places, self.found) = (places, found);
        Ok(())
    }

    /// Adds a word, and a pair if it and the one before it are parted by a space and one of them is common.
    fn word(
        &mut self,
        doc: u32,
        text: &str,
        (place, number): (Range<usize>, u32),
    ) -> io::Result<()> {
        let part = |place| text.get(place).unwrap_or_default();
        let word = part(place.clone());
        self.lists.push(number as usize, doc);
        let is_common = number < self.common;
        let before = self.before.clone();
        if before.end + 1 == place.start && part(before.end..place.start) == " " {
            let left = part(before.clone());
            match (self.is_common, is_common) {
                (true, true) => self.pair(doc, part(before.start..place.end))?,
                (true, false) if word.starts_with(is_letter) => {
                    self.pair(doc, &beginning(left, word))?
                }
                (false, true) if left.ends_with(is_letter) => self.pair(doc, &end(left, word))?,
                _ => {}
            }
        }
        if before.end != place.end {
            self.before = place;
            self.is_common = is_common;
        }
        Ok(())
    }

    fn pair(&mut self, doc: u32, pair: &str) -> io::Result<()> {
        let number = self.number(pair.as_bytes())?;
        self.lists.push(number as usize, doc);
        Ok(())
    }

    /// The number of a word, which may be a new one.
    fn number(&mut self, word: &[u8]) -> io::Result<u32> {
        let key = self.key(word);
        let known = |number: u32| self.keys.get(number as usize).copied().unwrap_or_default();
        let is_it = |&number: &u32| {
            known(number) == key && (word.len() <= SHORT || self.words.word(number) == word)
        };
        let rehash = |&number: &u32| self.hasher.hash_one(known(number));
        match self.numbers.entry(self.hasher.hash_one(key), is_it, rehash) {
            Entry::Occupied(number) => Ok(*number.get()),
            Entry::Vacant(place) => {
                let number = to_u32(self.words.ends.len())?;
                place.insert(number);
                self.keys.push(key);
                self.words.bytes.extend_from_slice(word);
                self.words.ends.push(to_u32(self.words.bytes.len())?);
                self.lists.start();
                Ok(number)
            }
        }
    }

    /// A short word and its length, or a hash of a longer one.
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

    /// The words that more than one in `rarity` of the texts with these numbers has, as a sample tells.
    pub(super) fn common(texts: &Texts, rarity: usize) -> io::Result<Vec<Vec<u8>>> {
        let step = (texts.count() / SAMPLE).max(1);
        let mut sample = Self::default();
        let mut buffer = Vec::new();
        for number in (0..texts.count()).step_by(step) {
            let span = texts.span(number..number + 1);
            let bytes = texts.bytes(span.clone(), &mut buffer)?;
            let text = texts.text(number, bytes, span.start)?;
            sample.add(to_u32(number)?, str::from_utf8(text).map_err(io::Error::other)?)?;
        }
        let least = (texts.count() / step / rarity).max(1);
        let is_common = |&number: &u32| {
            let is_word =
                str::from_utf8(sample.text(number)).is_ok_and(|text| text.starts_with(is_letter));
            is_word && sample.lists.count(number as usize) > least
        };
        let numbers = (0u32..).take(sample.words.ends.len()).filter(is_common);
        Ok(numbers.map(|number| sample.text(number).to_vec()).collect())
    }

    /// The word with this number.
    pub(super) fn text(&self, number: u32) -> &[u8] {
        self.words.word(number)
    }

    /// The numbers of all words, sorted by their bytes; the table to look them up is given up.
    pub(super) fn sorted(&mut self) -> Vec<u32> {
        self.numbers = HashTable::new();
        self.keys = Vec::new();
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

fn is_letter(c: char) -> bool {
    class(c) == Class::Letter
}
