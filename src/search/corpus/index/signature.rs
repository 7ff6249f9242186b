//! Where two words meet, told by a few letters on each side of the space: which texts can have a phrase, where
//! the documents of its words leave too many. What is told may be wrong for a text that has it not, never for
//! one that has it.
//!
//! A bit-sliced signature file (Faloutsos and Christodoulakis, 1984; `BitFunnel`, 2017). A text has a column of
//! bits for so many of its spaces, and each space sets bits of its column that its letters choose. Bits lie in
//! rows over thousands of columns: a phrase reads a few rows and keeps the columns in which all bits are set.

use std::io;
use std::ops::Range;

use memchr::memchr_iter;

use super::Docs;
use super::bytes::Bytes;
use super::bytes::damage;
use super::bytes::seal;
use super::bytes::sealed;
use super::bytes::to_u32;
use super::file::Section;
use super::file::SegmentFile;
use super::in_place;
use super::words::Class;
use super::words::class;

/// Bits of a column.
const ROWS: usize = 1 << 11;
/// Columns of a block, which is held in memory while it is made: a mebibyte.
const COLUMNS: usize = 1 << 12;
/// Spaces that are told in one column: two fifths of its bits are set then.
const SPACES: usize = 256;
/// Stands for what is before the first letter of a word and after its last one.
const EDGE: char = '\n';

const WORD: usize = u64::BITS as usize;
/// Bytes before the first row: the first text, how many words of bits a row has.
const HEAD: usize = 2 * size_of::<u32>();
const CHECK: usize = size_of::<u32>();

/// Takes blocks that are full, from several threads.
pub(super) type Sink<'a> = &'a (dyn Fn(&[u8]) -> io::Result<()> + Sync);

/// Signatures of texts that are added one after the other, written whenever a block is full.
#[derive(Debug)]
pub(super) struct Signing {
    /// The text of the first column.
    first: u32,
    /// Columns that have been begun, and the spaces in the last of them.
    columns: usize,
    spaces: usize,
    /// A bit for each column with which a text begins.
    starts: Vec<u64>,
    rows: Vec<u64>,
}

impl Default for Signing {
    fn default() -> Self {
        let (starts, rows) = (vec![0; COLUMNS / WORD], vec![0; ROWS * COLUMNS / WORD]);
        Self { first: 0, columns: 0, spaces: 0, starts, rows }
    }
}

impl Signing {
    /// Adds the next text.
    pub(super) fn add(&mut self, doc: u32, text: &str, write: Sink<'_>) -> io::Result<()> {
        self.column(doc, write)?;
        self.start();
        for at in memchr_iter(b' ', text.as_bytes()) {
            let sides = text.get(..at).zip(text.get(at + 1..));
            let Some(keys) = sides.and_then(|(before, after)| Keys::of_text(before, after)) else {
                continue;
            };
            if self.spaces == SPACES {
                self.column(doc, write)?;
            }
            self.spaces += 1;
            keys.rows().for_each(|row| self.set(row));
        }
        Ok(())
    }

    /// Begins a column.
    fn column(&mut self, doc: u32, write: Sink<'_>) -> io::Result<()> {
        if self.columns == COLUMNS {
            self.end(write)?;
        }
        if self.columns == 0 {
            self.first = doc;
        }
        self.columns += 1;
        self.spaces = 0;
        Ok(())
    }

    /// A text begins with the last column.
    fn start(&mut self) {
        let column = self.columns - 1;
        if let Some(word) = self.starts.get_mut(column / WORD) {
            *word |= 1 << (column % WORD);
        }
    }

    fn set(&mut self, row: usize) {
        let column = self.columns - 1;
        let at = row * (COLUMNS / WORD) + column / WORD;
        if let Some(word) = self.rows.get_mut(at) {
            *word |= 1 << (column % WORD);
        }
    }

    /// Writes what there is, and begins another block.
    pub(super) fn end(&mut self, write: Sink<'_>) -> io::Result<()> {
        let words = self.columns.div_ceil(WORD);
        if words == 0 {
            return Ok(());
        }
        let mut block = self.first.to_le_bytes().to_vec();
        block.extend_from_slice(&to_u32(words)?.to_le_bytes());
        let rows = self.rows.chunks_exact(COLUMNS / WORD);
        for row in std::iter::once(self.starts.as_slice()).chain(rows) {
            // The head is checked with the row behind it.
            let start = if block.len() == HEAD { 0 } else { block.len() };
            let row = row.get(..words).unwrap_or_default();
            row.iter().for_each(|word| block.extend_from_slice(&word.to_le_bytes()));
            seal(start, &mut block);
        }
        write(&block)?;
        self.starts.fill(0);
        self.rows.fill(0);
        (self.columns, self.spaces) = (0, 0);
        Ok(())
    }
}

/// The signatures of a segment.
#[derive(Debug)]
pub(super) struct Signatures {
    file: SegmentFile,
    texts: usize,
    blocks: Vec<Block>,
}

#[derive(Debug)]
struct Block {
    first: u32,
    starts: Vec<u64>,
    /// Where its rows are.
    rows: u64,
}

impl Signatures {
    /// Finds where the blocks are.
    pub(super) fn read(file: &SegmentFile, texts: usize) -> io::Result<Self> {
        let Range { start: mut at, end } = file.span(Section::Signatures);
        let (mut blocks, mut buffer) = (Vec::new(), Vec::new());
        while at < end {
            let mut head = Bytes(in_place::read(&file.file, at..at + HEAD as u64, &mut buffer)?);
            let (first, words) = (head.u32()?, head.u32()? as usize);
            if words > COLUMNS / WORD {
                return Err(damage());
            }
            let rows = at + HEAD as u64 + row(words);
            let next = rows + row(words) * ROWS as u64;
            if next > end {
                return Err(damage());
            }
            let mut starts = Bytes(sealed(in_place::read(&file.file, at..rows, &mut buffer)?)?);
            starts.take(HEAD)?;
            blocks.push(Block { first, starts: starts.u64s().collect(), rows });
            at = next;
        }
        Ok(Self { file: file.clone(), texts, blocks })
    }

    /// The texts that may have these two words with a space between: as much as is known of them, with a line
    /// feed where there is no more. Nothing where only one letter is known of the first.
    pub(super) fn find(&self, left: &str, right: &str) -> io::Result<Option<Docs>> {
        let Some(keys) = Keys::of_phrase(left, right) else { return Ok(None) };
        let mut docs = Docs::none(self.texts);
        let mut buffer = Vec::new();
        for block in &self.blocks {
            let columns = self.columns(block, keys, &mut buffer)?;
            block.collect(&columns, &mut docs)?;
        }
        Ok(Some(docs))
    }

    /// The columns of a block in which all bits are set.
    fn columns(&self, block: &Block, keys: Keys, buffer: &mut Vec<u8>) -> io::Result<Vec<u64>> {
        let length = row(block.starts.len());
        let mut columns = vec![u64::MAX; block.starts.len()];
        for number in keys.rows() {
            let at = block.rows + length * number as u64;
            let bits = sealed(in_place::read(&self.file.file, at..at + length, buffer)?)?;
            columns.iter_mut().zip(Bytes(bits).u64s()).for_each(|(column, bits)| *column &= bits);
        }
        Ok(columns)
    }
}

impl Block {
    /// Adds the texts of these columns.
    fn collect(&self, columns: &[u64], docs: &mut Docs) -> io::Result<()> {
        // The first column goes on with its text, or is the first of it.
        let mut doc = self.first;
        for (at, (&starts, &found)) in self.starts.iter().zip(columns).enumerate() {
            let starts = if at == 0 { starts & !1 } else { starts };
            let mut rest = found;
            while rest != 0 {
                let bit = rest.trailing_zeros();
                let until = u64::MAX >> (u64::BITS - 1 - bit);
                if !docs.set(doc + (starts & until).count_ones()) {
                    return Err(damage());
                }
                rest &= rest - 1;
            }
            doc += starts.count_ones();
        }
        Ok(())
    }
}

/// Bytes of a row of so many words, in bytes with its checksum.
const fn row(words: usize) -> u64 {
    (words * size_of::<u64>() + CHECK) as u64
}

/// Numbers that the letters around a space come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Keys {
    /// Two letters before it and one after it.
    near: u64,
    /// Two before it and three after it.
    right: Option<u64>,
    /// Three before it and one after it.
    left: Option<u64>,
}

impl Keys {
    /// Those of a space in a text; none unless it has a letter on each side.
    fn of_text(before: &str, after: &str) -> Option<Self> {
        let is_letter = |c: char| class(c) == Class::Letter;
        let is_between = before.ends_with(is_letter) && after.starts_with(is_letter);
        let (left, right) = (before.chars().rev().chain([EDGE]), after.chars().chain([EDGE]));
        if is_between { Self::new(left, right) } else { None }
    }

    /// Those of the space between two words of a phrase; none if too little is known of the first.
    fn of_phrase(left: &str, right: &str) -> Option<Self> {
        Self::new(left.chars().rev(), right.chars())
    }

    fn new(left: impl Iterator<Item = char>, right: impl Iterator<Item = char>) -> Option<Self> {
        let (mut left, mut right) = (until_edge(left), until_edge(right));
        let two = with(with(0, left.next()?), left.next()?);
        let first = right.next()?;
        let near = with(two, first);
        let (second, third) = (right.next(), right.next());
        let is_all = third.is_some() || second.is_some_and(is_blank);
        let more = [second, third].into_iter().flatten().fold(near, with);
        let three = left.next().map(|c| with(two, c));
        let left = three.map(|three| with(three, first));
        Some(Self { near, right: is_all.then_some(more), left })
    }

    /// The rows that they choose.
    fn rows(self) -> impl Iterator<Item = usize> {
        let Self { near, right, left } = self;
        let again = |key: u64| key.rotate_right(ROWS.ilog2());
        let keys = [Some(near), Some(again(near)), right, right.map(again), left];
        let rows = keys.into_iter().flatten().map(|key| key >> (u64::BITS - ROWS.ilog2()));
        rows.filter_map(|row| usize::try_from(row).ok())
    }
}

/// What comes to the edge of a word, and the edge.
fn until_edge(chars: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let mut is_over = false;
    chars.take_while(move |&c| !std::mem::replace(&mut is_over, is_blank(c)))
}

/// A number for what a number stood for, and a character after it.
fn with(key: u64, c: char) -> u64 {
    let c = if is_blank(c) { EDGE } else { c };
    let mixed = (key ^ u64::from(u32::from(c))).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ mixed >> 29
}

fn is_blank(c: char) -> bool {
    class(c) == Class::Blank
}

#[cfg(test)]
mod tests {
    use std::io::{Seek, Write};
    use std::sync::Mutex;

    use super::super::file::Writer;
    use super::*;
    use crate::search::Doc;

    /// The signatures of these texts in a file, and the file.
    fn signatures(texts: &[String]) -> (Signatures, tempfile::NamedTempFile) {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(&[0; super::super::file::HEADER]).unwrap();
        let out = Mutex::new(Writer::new(file.as_file()).unwrap());
        let sink = |block: &[u8]| out.lock().unwrap().part(Section::Signatures, block);
        let mut signing = Signing::default();
        for (doc, text) in (0..).zip(texts) {
            signing.add(doc, text, &sink).unwrap();
        }
        signing.end(&sink).unwrap();
        out.into_inner().unwrap().finish(0).unwrap();
        let segment = SegmentFile::open(file.reopen().unwrap()).unwrap();
        (Signatures::read(&segment, texts.len()).unwrap(), file)
    }

    fn found(signatures: &Signatures, left: &str, right: &str) -> Option<Vec<u32>> {
        let docs = signatures.find(left, right).unwrap()?;
        Some(docs.iter().map(|Doc(doc)| doc).collect())
    }

    #[test]
    fn a_text_is_told_by_the_letters_around_its_spaces() {
        let texts = ["في البيت", "البيت في", "x ab c", "", "سفينه في"].map(String::from);
        let (signatures, _file) = signatures(&texts);
        assert_eq!(found(&signatures, "في", "ال"), Some(vec![0]));
        assert_eq!(found(&signatures, "\nفي", "البيت\n"), Some(vec![0]));
        assert_eq!(found(&signatures, "يت", "في"), Some(vec![1]));
        assert_eq!(found(&signatures, "\nx", "ab\n"), Some(vec![2]));
        assert_eq!(found(&signatures, "x", "ab"), None, "one letter tells too little");
        assert_eq!(found(&signatures, "zz", "q"), Some(vec![]));
    }

    #[test]
    fn no_text_is_left_out_however_many_columns_there_are() {
        let long = |doc: usize| {
            let word = |at: usize| format!("w{} v{}x", (doc * 7 + at) % 977, at % 13);
            (0..(doc % 5) * 400).map(word).collect::<Vec<_>>().join(" ")
        };
        let texts: Vec<String> = (0..3000).map(long).collect();
        let (signatures, _file) = signatures(&texts);
        assert!(signatures.blocks.len() > 1);
        for (left, right) in [("w5", "v"), ("\nw95", "v1x\n"), ("976", "v12x"), ("v3x", "w1")] {
            let docs = found(&signatures, left, right).unwrap();
            let phrase = format!("{} {}", left.replace('\n', " "), right.replace('\n', " "));
            let having = |(_, text): &(u32, &String)| format!(" {text} ").contains(&phrase);
            let wanted: Vec<u32> = (0..).zip(&texts).filter(having).map(|(doc, _)| doc).collect();
            assert!(wanted.iter().all(|doc| docs.contains(doc)), "{phrase:?}");
        }
    }

    #[test]
    fn a_head_that_is_damaged_is_told() {
        let (signatures, mut file) = signatures(&["ab cd".to_owned()]);
        let mut head = 1u32.to_le_bytes().to_vec();
        head.extend_from_slice(&1u32.to_le_bytes());
        let at = signatures.file.span(Section::Signatures).start;
        file.as_file_mut().seek(io::SeekFrom::Start(at)).unwrap();
        file.write_all(&head).unwrap();
        assert!(Signatures::read(&signatures.file, 1).is_err());
    }

    #[test]
    fn a_row_that_is_damaged_is_told() {
        let (signatures, mut file) = signatures(&["ab cd".to_owned()]);
        let rows = signatures.blocks[0].rows;
        file.as_file_mut().seek(io::SeekFrom::Start(rows)).unwrap();
        file.write_all(&vec![1; ROWS * 12]).unwrap();
        assert!(signatures.find("ab", "cd").is_err());
    }
}
