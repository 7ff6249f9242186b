//! The catalogue of a library as it was when it was last read, in one file of the cache directory. It
//! opens without being read: a row is found by its number and decoded when it is shown, so that a list
//! of a hundred thousand articles is on the screen as soon as one of ten.
//!
//! The articles are the truth and this is not: whatever does not fit, be it one bit, is [`Damage`], and
//! the file is to be made anew. What is in it is read at its place, without a map, so that a file that
//! shrinks is an error and no fault.
//!
//! A *row* is an article as it is listed, folded from one or more *entries*, each of which is in one
//! *file*. What is needed to bring rows up to date when files change is kept beside them.

mod blocks;
mod cell;
mod constant;
mod damage;
mod draft;
mod files;
mod folder;
mod labels;
mod ledger;
mod lines;
mod path;
mod record;
mod storage;
mod toc;
mod told;
mod traits;

use std::collections::BTreeSet;
use std::fs;
use std::fs::File;
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::catalogue::{Keys, hash};
use super::{Column, Entry, Problem, Sort};
use crate::article::ArticleId;
use crate::article::Date;
use blocks::Blocks;
use cell::Cell;
use labels::Names;
use toc::{Section, Toc};
use told::Told;

pub use damage::Damage;
pub use draft::{Draft, FairCopy, Placed};
pub use files::{Files, Stamp};
pub use folder::{Folder, Known};
pub use labels::Named;
pub use ledger::Ledger;
pub use traits::Traits;

/// What stands for the number of a text that there was no room for.
pub(crate) const NO_TEXT: u32 = u32::MAX;

/// A library as it was when it was last read.
#[derive(Debug)]
pub struct Base {
    root: PathBuf,
    toc: Toc,
    blocks: Blocks,
}

impl Base {
    /// Opens what the cache directory has of a library. Paths of its entries begin with that of the
    /// library as it is given here.
    ///
    /// # Errors
    ///
    /// When there is nothing, or nothing that can be used.
    pub fn open(cache: &Path, library: &Path) -> Result<Self, Damage> {
        let real = fs::canonicalize(library)?;
        Self::read(File::open(place(cache, &real))?, library)
    }

    /// Reads what was written down of a library.
    ///
    /// # Errors
    ///
    /// When it cannot be used.
    pub fn read(file: File, library: &Path) -> Result<Self, Damage> {
        let real = fs::canonicalize(library)?;
        let (toc, blocks) = Toc::read(file)?;
        if toc.program != env!("CARGO_PKG_VERSION") {
            return Err(Damage("of another edition of the program"));
        }
        if toc.library != *path::bytes(&real) {
            return Err(Damage("of another library"));
        }
        Ok(Self { root: library.to_owned(), toc, blocks })
    }

    /// How many rows there are.
    #[must_use]
    pub const fn rows(&self) -> u32 {
        self.toc.rows
    }

    /// How many entries there are before folding.
    #[must_use]
    pub const fn entries(&self) -> u32 {
        self.toc.entries
    }

    /// The generation of the corpus that the numbers of texts are from.
    #[must_use]
    pub const fn corpus(&self) -> u64 {
        self.toc.corpus
    }

    /// The entry that a row shows.
    ///
    /// # Errors
    ///
    /// When there is no such row, and on damage; so it is for all below.
    pub fn entry(&self, row: u32) -> Result<Entry, Damage> {
        self.record(Section::RowRecords, row)
    }

    /// An entry as its file has it.
    ///
    /// # Errors
    ///
    /// As [`Self::entry`].
    pub fn unfolded(&self, entry: u32) -> Result<Entry, Damage> {
        self.record(Section::EntryRecords, entry)
    }

    /// The rows in an order.
    ///
    /// # Errors
    ///
    /// On damage.
    pub fn order(&self, sort: Sort) -> Result<Vec<u32>, Damage> {
        self.column(Section::of(sort), self.toc.rows)
    }

    /// The number of each row's text.
    ///
    /// # Errors
    ///
    /// On damage.
    pub fn docs(&self) -> Result<Vec<u32>, Damage> {
        self.column(Section::RowDocs, self.toc.rows)
    }

    /// The date that each row is sorted by.
    ///
    /// # Errors
    ///
    /// On damage.
    pub fn dates(&self) -> Result<Vec<Option<Date>>, Damage> {
        self.column(Section::RowDates, self.toc.rows)
    }

    /// What is known of each row without its record.
    ///
    /// # Errors
    ///
    /// On damage.
    pub fn traits(&self) -> Result<Vec<Traits>, Damage> {
        self.column(Section::RowTraits, self.toc.rows)
    }

    /// The names in a column, and what each row has of them.
    ///
    /// # Errors
    ///
    /// On damage.
    pub fn labels(&self, column: Column) -> Result<Named, Damage> {
        let bytes = self.blocks.read(self.toc.range(Section::Labels(column)))?;
        let Names { names, more } = postcard::from_bytes(&bytes)?;
        let names = labels::outside(names, column, &self.root);
        let rows = self.column(Section::RowLabels(column), self.toc.rows)?;
        Ok(Named { names, rows, more })
    }

    /// The rows that may go by a name, with any of their versions: all that do, and hardly ever another.
    ///
    /// # Errors
    ///
    /// On damage.
    pub fn rows_of(&self, id: &ArticleId) -> Result<Vec<u32>, Damage> {
        self.matching(Section::Names, name(id), usize::MAX)
    }

    /// The number of each entry's text.
    ///
    /// # Errors
    ///
    /// On damage.
    pub fn entry_docs(&self) -> Result<Vec<u32>, Damage> {
        self.column(Section::EntryDocs, self.toc.entries)
    }

    /// The row that each entry is in.
    ///
    /// # Errors
    ///
    /// On damage.
    pub fn entry_rows(&self) -> Result<Vec<u32>, Damage> {
        self.column(Section::EntryRows, self.toc.entries)
    }

    /// The number of the file that each entry is in.
    ///
    /// # Errors
    ///
    /// On damage.
    pub fn entry_files(&self) -> Result<Vec<u32>, Damage> {
        self.column(Section::EntryFiles, self.toc.entries)
    }

    /// The entries that have something in common with one that is not folded: none but these can be one
    /// article with it, through each other too. It is among them if it is here.
    ///
    /// # Errors
    ///
    /// On damage.
    pub fn kin(&self, entry: &Entry) -> Result<BTreeSet<u32>, Damage> {
        let mut kin = BTreeSet::new();
        for key in Keys::of(entry, &self.root).all() {
            kin.extend(self.matching(Section::Keys, key, usize::MAX)?);
        }
        Ok(kin)
    }

    /// The rows that have an entry of this address, or one that lies here, an absolute path: all of them,
    /// and hardly ever another.
    ///
    /// # Errors
    ///
    /// On damage.
    pub fn rows_at(
        &self,
        url: Option<&str>,
        place: Option<(&Path, Option<&str>)>,
    ) -> Result<Vec<u32>, Damage> {
        let root = std::path::absolute(&self.root)?;
        let place = place.map(|(path, member)| Keys::place(path, member, &root));
        self.rows_with(url.and_then(Keys::address).into_iter().chain(place), usize::MAX)
    }

    /// The rows that have an entry of this identifier: all of them, and hardly ever another.
    ///
    /// # Errors
    ///
    /// On damage.
    pub fn rows_by(&self, identifier: &str) -> Result<Vec<u32>, Damage> {
        self.rows_with(Keys::identifier(identifier).into_iter(), usize::MAX)
    }

    /// The rows that have an entry of this title, or one whose file has this name: not more of each than
    /// so many, and hardly ever another.
    ///
    /// # Errors
    ///
    /// On damage.
    pub fn rows_near(
        &self,
        title: &str,
        path: Option<&Path>,
        most: usize,
    ) -> Result<Vec<u32>, Damage> {
        self.rows_with(Keys::near(title, path), most)
    }

    fn rows_with(&self, keys: impl Iterator<Item = u64>, most: usize) -> Result<Vec<u32>, Damage> {
        let mut rows = BTreeSet::new();
        for key in keys {
            for entry in self.matching(Section::Keys, key, most)? {
                rows.insert(self.cell::<u32>(Section::EntryRows, entry.into())?);
            }
        }
        Ok(rows.into_iter().collect())
    }

    /// The files as they were.
    ///
    /// # Errors
    ///
    /// On damage.
    pub fn files(&self) -> Result<Files, Damage> {
        self.files_where(|_| true)
    }

    /// The files that stand at these paths, as seen from the library, and below them; also some beside
    /// them, for all that is compared is how the names begin. To look for a few paths costs a small part
    /// of what it costs to have all files.
    ///
    /// # Errors
    ///
    /// On damage.
    pub fn files_at(&self, paths: &[&Path]) -> Result<Files, Damage> {
        let wanted: Vec<_> = paths.iter().map(|path| path::bytes(path)).collect();
        self.files_where(|path| wanted.iter().any(|wanted| path.starts_with(wanted)))
    }

    fn files_where(&self, is_wanted: impl Fn(&[u8]) -> bool) -> Result<Files, Damage> {
        let lines = self.blocks.read(self.toc.range(Section::Files))?;
        Files::decode(lines, self.toc.files, is_wanted)
    }

    /// How many files there were.
    #[must_use]
    pub const fn file_count(&self) -> u32 {
        self.toc.files
    }

    /// What files gave instead of articles, with the files' numbers.
    ///
    /// # Errors
    ///
    /// On damage.
    pub fn problems(&self) -> Result<Vec<(u32, Problem)>, Damage> {
        let bytes = self.blocks.read(self.toc.range(Section::Problems))?;
        let told: Vec<Told> = postcard::from_bytes(&bytes)?;
        Ok(told.iter().map(|told| (told.file, told.to_problem(&self.root))).collect())
    }

    fn record(&self, section: Section, number: u32) -> Result<Entry, Damage> {
        let (at, length): (u64, u32) = self.cell(section, number.into())?;
        let bytes =
            self.blocks.read(within(&self.toc.range(Section::Records), at, length.into())?)?;
        record::decode(&bytes, &self.root).ok_or(Damage("an entry"))
    }

    fn column<T: Cell>(&self, section: Section, count: u32) -> Result<Vec<T>, Damage> {
        let cells: Vec<T> = self.cells(self.toc.range(section))?;
        if cells.len() == count as usize { Ok(cells) } else { Err(Damage("the size of a column")) }
    }

    fn cell<T: Cell>(&self, section: Section, number: u64) -> Result<T, Damage> {
        let width = T::WIDTH as u64;
        let range = within(&self.toc.range(section), number.saturating_mul(width), width)?;
        self.cells(range)?.pop().ok_or(Damage("a cell"))
    }

    fn cells<T: Cell>(&self, range: Range<u64>) -> Result<Vec<T>, Damage> {
        let bytes = self.blocks.read(range)?;
        bytes.chunks(T::WIDTH).map(|cell| T::parse(cell).ok_or(Damage("a cell"))).collect()
    }

    /// What the sorted pairs of a section have for a hash; so much of it at most.
    fn matching(&self, section: Section, hash: u64, most: usize) -> Result<Vec<u32>, Damage> {
        let range = self.toc.range(section);
        let count = (range.end.saturating_sub(range.start)) / <(u64, u32)>::WIDTH as u64;
        let (mut low, mut high) = (0, count);
        while low < high {
            let middle = low.midpoint(high);
            let (found, _): (u64, u32) = self.cell(section, middle)?;
            if found < hash { low = middle + 1 } else { high = middle }
        }
        let mut matching = Vec::new();
        while low < count && matching.len() < most {
            let (found, number): (u64, u32) = self.cell(section, low)?;
            if found != hash {
                break;
            }
            matching.push(number);
            low += 1;
        }
        Ok(matching)
    }
}

/// Some bytes of a section.
fn within(section: &Range<u64>, at: u64, length: u64) -> Result<Range<u64>, Damage> {
    let start = section.start.checked_add(at);
    let end = start.and_then(|start| start.checked_add(length));
    match (start, end) {
        (Some(start), Some(end)) if end <= section.end => Ok(start..end),
        _ => Err(Damage("a place outside a section")),
    }
}

/// Where the catalogue of a library is, by the library's path without links.
fn place(cache: &Path, library: &Path) -> PathBuf {
    cache.join(format!("catalogue-{:016x}", hash("library", &[Some(&path::bytes(library))])))
}

fn name(id: &ArticleId) -> u64 {
    hash("id", &[Some(id.as_str().as_bytes())])
}

#[cfg(test)]
mod tests;
