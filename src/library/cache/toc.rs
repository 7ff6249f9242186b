//! What is where in the file of a catalogue. The table stands at the end, behind the blocks, and its own
//! place and checksum in the last bytes, so that a file can be written from front to back, and a file
//! that was cut anywhere has none.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Write};
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Damage;
use super::blocks::Blocks;
use super::cell::Cell;
use super::storage::read_at;
use crate::library::{Column, Sort};

/// Begins the last bytes of a file; ends with the edition of what is written before them.
const MAGIC: &[u8; 8] = b"sahifa\x00\x03";

/// What follows it: where the table begins, how long it is, its checksum.
const END: usize = MAGIC.len() + 8 + 4 + 4;

/// A part of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Section {
    /// Entries, encoded.
    Records,
    /// Of each row: where its record is.
    RowRecords,
    /// Of each row: the number of its text.
    RowDocs,
    /// Of each row: what it is sorted by.
    RowDates,
    /// Of each row: its traits.
    RowTraits,
    /// Rows in an order.
    Newest,
    Oldest,
    Title,
    Source,
    Author,
    Longest,
    Shortest,
    Saved,
    /// Of each row: the number of its first name in a column.
    RowLabels(Column),
    /// The names in a column, by their numbers, and the rows that have several.
    Labels(Column),
    /// Names and the rows that go by them, sorted.
    Names,
    /// Of each entry before folding: where its record is.
    EntryRecords,
    /// Of each entry: the number of its text.
    EntryDocs,
    /// Of each entry: the row that it is in.
    EntryRows,
    /// Of each entry: the file that it is in.
    EntryFiles,
    /// Keys and the entries that have them, sorted.
    Keys,
    /// Paths and stamps.
    Files,
    /// What files gave instead of articles.
    Problems,
}

impl Section {
    /// That of an order.
    pub(super) const fn of(sort: Sort) -> Self {
        match sort {
            Sort::Newest => Self::Newest,
            Sort::Oldest => Self::Oldest,
            Sort::Title => Self::Title,
            Sort::Source => Self::Source,
            Sort::Author => Self::Author,
            Sort::Longest => Self::Longest,
            Sort::Shortest => Self::Shortest,
            Sort::Saved => Self::Saved,
        }
    }
}

/// The table.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Toc {
    /// The edition of the program: another one may read files otherwise.
    pub program: String,
    /// The library's path, without links.
    pub library: Vec<u8>,
    /// The generation of the texts that the numbers are from.
    pub corpus: u64,
    pub rows: u32,
    pub entries: u32,
    pub files: u32,
    /// Where each section begins and ends; one that is not there is empty.
    pub sections: BTreeMap<Section, (u64, u64)>,
    /// The length of the blocks together.
    pub length: u64,
    /// The checksums of the blocks.
    pub sums: Vec<u32>,
}

impl Toc {
    /// The table of a file, and its blocks.
    pub(super) fn read(file: File) -> Result<(Self, Blocks), Damage> {
        let length = file.metadata()?.len();
        let start = length.checked_sub(END as u64).ok_or(Damage("shorter than its end"))?;
        let mut end = [0; END];
        read_at(&file, &mut end, start)?;
        let end = end.strip_prefix(MAGIC).ok_or(Damage("no catalogue of this edition"))?;
        let (place, sum) = end.split_at_checked(<(u64, u32)>::WIDTH).unwrap_or_default();
        let (at, size) = <(u64, u32)>::parse(place).ok_or(Damage("its end"))?;
        if at.checked_add(size.into()) != Some(start) {
            return Err(Damage("the place of its table"));
        }
        let mut bytes = vec![0; size as usize];
        read_at(&file, &mut bytes, at)?;
        if u32::parse(sum) != Some(crc32fast::hash(&bytes)) {
            return Err(Damage("the checksum of its table"));
        }
        let mut toc: Self = postcard::from_bytes(&bytes)?;
        if toc.length != at {
            return Err(Damage("its table"));
        }
        let blocks = Blocks::new(file, at, std::mem::take(&mut toc.sums))?;
        Ok((toc, blocks))
    }

    /// Puts the table behind the blocks.
    pub(super) fn write(&self, file: &mut impl Write) -> io::Result<()> {
        let bytes = postcard::to_stdvec(self).map_err(io::Error::other)?;
        let size = u32::try_from(bytes.len()).map_err(io::Error::other)?;
        file.write_all(&bytes)?;
        let mut end = MAGIC.to_vec();
        (self.length, size).put(&mut end);
        crc32fast::hash(&bytes).put(&mut end);
        file.write_all(&end)
    }

    /// Where a section is.
    pub(super) fn range(&self, section: Section) -> Range<u64> {
        let &(start, end) = self.sections.get(&section).unwrap_or(&(0, 0));
        start..end
    }
}
