//! Which words have three letters that follow each other: what is looked for is sought in the few words that
//! have all the threes of it, not in the whole vocabulary. Line feeds around words count as letters.

use std::collections::HashMap;
use std::io;
use std::ops::Range;

use hashbrown::DefaultHashBuilder;

use super::bytes::Bytes;
use super::bytes::damage;
use super::bytes::seal;
use super::bytes::sealed;
use super::bytes::to_u32;
use super::file::Section;
use super::file::SegmentFile;
use super::file::Writer;
use super::growing::Growing;
use super::in_place;
use super::postings::push_gaps;
use super::sequence::threes;
use super::sequence::threes_of_word;

/// So many of the threes are looked at, those of the fewest words: others leave out hardly more.
const ENOUGH: usize = 3;

/// The words of each three, while an index is made.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    numbers: HashMap<u64, usize, DefaultHashBuilder>,
    words: Growing,
}

impl Gathering {
    /// Adds the next word, which has this number.
    pub(super) fn add(&mut self, word: &str, number: u32) {
        threes_of_word(word, |three| {
            let next = self.numbers.len();
            let list = *self.numbers.entry(three).or_insert(next);
            self.words.grow(self.numbers.len());
            self.words.push(list, number);
        });
    }

    /// Writes them.
    pub(super) fn write(&self, out: &mut Writer<'_>) -> io::Result<()> {
        let mut sorted: Vec<_> = self.numbers.iter().map(|(&three, &list)| (three, list)).collect();
        sorted.sort_unstable();
        let (mut names, mut lists, mut words) = (Vec::new(), Vec::new(), Vec::new());
        for (three, list) in sorted {
            let start = lists.len();
            words.clear();
            self.words.collect(list, &mut words);
            push_gaps(&words, &mut lists);
            seal(start, &mut lists);
            names.extend_from_slice(&three.to_le_bytes());
            names.extend_from_slice(&to_u32(lists.len())?.to_le_bytes());
        }
        out.section(Section::Threes, &names)?;
        out.part(Section::ThreeLists, &lists)
    }
}

/// The words of each three, in a segment.
#[derive(Debug)]
pub(super) struct Threes {
    file: SegmentFile,
    threes: Vec<u64>,
    /// Where each list ends in its section.
    ends: Vec<u32>,
}

impl Threes {
    pub(super) fn read(file: &SegmentFile) -> io::Result<Self> {
        let section = file.section(Section::Threes)?;
        let mut bytes = Bytes(&section);
        let (mut threes, mut ends) = (Vec::new(), Vec::new());
        while !bytes.0.is_empty() {
            threes.push(bytes.u64()?);
            ends.push(bytes.u32()?);
        }
        Ok(Self { file: file.clone(), threes, ends })
    }

    /// The numbers of the words that may have `needle`, in order; nothing if that is too short to tell.
    pub(super) fn find(&self, needle: &str) -> io::Result<Option<Vec<u32>>> {
        let mut lists = Vec::new();
        let mut is_there = true;
        threes(needle, |three| match self.threes.binary_search(&three) {
            Ok(number) => lists.push(number),
            Err(_) => is_there = false,
        });
        if !is_there {
            return Ok(Some(Vec::new()));
        }
        lists.sort_unstable_by_key(|&number| self.list(number).len());
        lists.dedup();
        let mut found: Option<Vec<u32>> = None;
        let mut buffer = Vec::new();
        for number in lists.into_iter().take(ENOUGH) {
            let words = self.words(number, &mut buffer)?;
            found = Some(match found {
                None => words,
                Some(found) => both(found, &words),
            });
        }
        Ok(found)
    }

    fn list(&self, number: usize) -> Range<u32> {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        start.unwrap_or(0)..self.ends.get(number).copied().unwrap_or(0)
    }

    fn words(&self, number: usize, buffer: &mut Vec<u8>) -> io::Result<Vec<u32>> {
        let section = self.file.span(Section::ThreeLists);
        let Range { start, end } = self.list(number);
        let span = section.start + u64::from(start)..section.start + u64::from(end);
        if start > end || span.end > section.end {
            return Err(damage());
        }
        let list = sealed(in_place::read(&self.file.file, span, buffer)?)?;
        let (mut words, mut word, mut bytes) = (Vec::new(), 0u32, Bytes(list));
        while !bytes.0.is_empty() {
            word = word.checked_add(bytes.short()?).ok_or_else(damage)?;
            words.push(word);
        }
        Ok(words)
    }
}

/// The numbers that are in both, which ascend.
fn both(mut one: Vec<u32>, other: &[u32]) -> Vec<u32> {
    let mut rest = other.iter().copied().peekable();
    one.retain(|&word| {
        while rest.next_if(|&next| next < word).is_some() {}
        rest.peek() == Some(&word)
    });
    one
}
