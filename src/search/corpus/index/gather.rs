//! The words of a run of texts, each with its documents: what one thread does when an index is made.

use std::io;
use std::mem::take;
use std::ops::Range;
use std::slice;

use super::Stop;
use super::Texts;
use super::bytes::to_u32;
use super::growing::Growing;
use super::numbering::Numbering;
use super::pair::beginning;
use super::pair::end;
use super::signature::Signing;
use super::signature::Sink;
use super::words::Class;
use super::words::class;
use super::words::words;

/// Texts that tell which words are common.
const SAMPLE: usize = 2000;
/// Words that are looked up together, at most.
const RUN: usize = 1 << 10;
/// Bytes that are read at once.
const PIECE: u64 = 1 << 18;

/// Words, the common ones first, with the documents of each.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    words: Numbering,
    common: u32,
    /// Where the words of a text that are still to be added are.
    places: Vec<Range<usize>>,
    /// Their pairs, one after the other.
    pairs: String,
    pair_places: Vec<Range<usize>>,
    /// The numbers of those that were looked up last.
    found: Vec<u32>,
    /// Where in its text the last word was, and whether it was a common one.
    before: Range<usize>,
    is_common: bool,
    pub(super) lists: Growing,
    /// Texts in which something long was cut, and those in which something was left out.
    pub(super) long: Vec<u32>,
    pub(super) endless: Vec<u32>,
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
            let whole = 0..word.len();
            gathered.words.find(word, slice::from_ref(&whole), &mut gathered.found)?;
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

    /// Adds the words that are waiting, and their pairs.
    fn settle(&mut self, doc: u32, text: &str) -> io::Result<()> {
        let (mut places, mut found) = (take(&mut self.places), take(&mut self.found));
        self.words.find(text.as_bytes(), &places, &mut found)?;
        self.push(doc, &found);
        for (place, &number) in places.drain(..).zip(&found) {
            self.pair(text, place, number);
        }
        self.words.find(self.pairs.as_bytes(), &self.pair_places, &mut found)?;
        self.push(doc, &found);
        self.pairs.clear();
        self.pair_places.clear();
        (self.places, self.found) = (places, found);
        Ok(())
    }

    fn push(&mut self, doc: u32, numbers: &[u32]) {
        self.lists.grow(self.words.count());
        numbers.iter().for_each(|&number| self.lists.push(number as usize, doc));
    }

    /// Takes a pair up, if a word and the one before it are parted by a space and one of them is common.
    fn pair(&mut self, text: &str, place: Range<usize>, number: u32) {
        let is_common = number < self.common;
        let part = |place| text.get(place).unwrap_or_default();
        let before = self.before.clone();
        if before.end + 1 == place.start && part(before.end..place.start) == " " {
            let (left, word) = (part(before.clone()), part(place.clone()));
            let start = self.pairs.len();
            match (self.is_common, is_common) {
                (true, true) => self.pairs.push_str(part(before.start..place.end)),
                (true, false) if word.starts_with(is_letter) => {
                    self.pairs.extend(beginning(left, word));
                }
                (false, true) if left.ends_with(is_letter) => self.pairs.extend(end(left, word)),
                _ => {}
            }
            if start < self.pairs.len() {
                self.pair_places.push(start..self.pairs.len());
            }
        }
        if before.end != place.end {
            self.before = place;
            self.is_common = is_common;
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
        let numbers = (0u32..).take(sample.words.count()).filter(is_common);
        Ok(numbers.map(|number| sample.text(number).to_vec()).collect())
    }

    /// The word with this number.
    pub(super) fn text(&self, number: u32) -> &[u8] {
        self.words.word(number)
    }

    /// The numbers of all words, sorted by their bytes; the table to look them up is given up.
    pub(super) fn sorted(&mut self) -> io::Result<Vec<u32>> {
        self.words.sorted()
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
