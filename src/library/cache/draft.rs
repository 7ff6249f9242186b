//! Writing a catalogue down: row after row, so that no more than what they are sorted by is in memory.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use super::blocks::BlockWriter;
use super::cell::Cell;
use super::files::{self, Stamp};
use super::labels::Labels;
use super::storage::{Finished, Replacement};
use super::toc::{Section, Toc};
use super::told::Told;
use super::{Base, Damage, Traits, name, path, place, record};
use crate::library::catalogue::Keys;
use crate::library::{Column, Entry, Key, Problem, Sort};

/// An entry as its file has it.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// The number of its text.
    pub doc: u32,
    /// The number of its file, of those that [`Draft::finish`] is given.
    pub file: u32,
}

/// A catalogue that is being written. Given up, it leaves nothing.
#[derive(Debug)]
pub struct Draft {
    root: PathBuf,
    place: PathBuf,
    blocks: BlockWriter<Replacement>,
    toc: Toc,
    columns: BTreeMap<Section, Vec<u8>>,
    rows: Vec<Sortable>,
    labels: [Labels; Column::ALL.len()],
    names: Vec<(u64, u32)>,
    keys: Vec<(u64, u32)>,
}

/// A catalogue that is written and can be read, but is not yet in the place of the one before. Given up, it
/// leaves nothing.
#[derive(Debug)]
pub struct FairCopy {
    file: Finished,
    place: PathBuf,
}

impl FairCopy {
    /// The catalogue, to be read from now on.
    ///
    /// # Errors
    ///
    /// When it cannot be used.
    pub fn read(&self, library: &Path) -> Result<Base, Damage> {
        Base::read(self.file.open()?, library)
    }

    /// Puts it in the place of the one before, durably.
    ///
    /// # Errors
    ///
    /// When it cannot be put there: then the one before stays.
    pub fn take_place(self) -> io::Result<()> {
        self.file.take_place(&self.place)
    }
}

/// What a row is sorted by; where that is the same, by where it lies.
#[derive(Debug)]
struct Sortable {
    key: Key,
    file: u32,
    member: Option<Box<str>>,
    index: usize,
}

impl Sortable {
    fn compare(&self, other: &Self, sort: Sort) -> Ordering {
        let places = || {
            let place = (self.file, &self.member, self.index);
            place.cmp(&(other.file, &other.member, other.index))
        };
        sort.compare(&self.key, &other.key).then_with(places)
    }
}

impl Draft {
    /// Begins the catalogue of a library.
    ///
    /// # Errors
    ///
    /// When the library cannot be found, or nothing can be written in the cache directory.
    pub fn new(cache: &Path, library: &Path) -> io::Result<Self> {
        let real = library.canonicalize()?;
        let toc = Toc {
            program: env!("CARGO_PKG_VERSION").to_owned(),
            library: path::bytes(&real).into_owned(),
            ..Toc::default()
        };
        Ok(Self {
            root: library.to_owned(),
            place: place(cache, &real),
            blocks: BlockWriter::new(Replacement::new(cache)?),
            toc,
            columns: BTreeMap::new(),
            rows: Vec::new(),
            labels: Default::default(),
            names: Vec::new(),
            keys: Vec::new(),
        })
    }

    /// Adds a row: what it shows, the number of its text, and the entries that it was folded from, of
    /// which there is at least one, the shown one first.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn row(&mut self, shown: &Entry, doc: u32, from: &[Placed]) -> io::Result<()> {
        let row = self.toc.rows;
        let record = self.record(shown)?;
        self.put(Section::RowRecords, &record);
        self.put(Section::RowDocs, &doc);
        self.put(Section::RowDates, &shown.date());
        self.put(Section::RowTraits, &Traits::of(shown));
        self.label(shown);
        self.names.extend(shown.ids().iter().map(|id| (name(id), row)));
        self.rows.push(Sortable {
            key: Key::of(shown),
            file: from.first().map_or(0, |first| first.file),
            member: shown.member.as_deref().map(Box::from),
            index: shown.index,
        });
        for placed in from {
            let is_shown = from.len() == 1;
            let record = if is_shown { record } else { self.record(placed.entry)? };
            self.entry(placed, record, row);
        }
        self.toc.rows += 1;
        Ok(())
    }

    fn label(&mut self, shown: &Entry) {
        for (column, labels) in Column::ALL.into_iter().zip(&mut self.labels) {
            let first = labels.put(column, (self.toc.rows, shown), &self.root);
            first.put(self.columns.entry(Section::RowLabels(column)).or_default());
        }
    }

    fn entry(&mut self, placed: &Placed, record: (u64, u32), row: u32) {
        let number = self.toc.entries;
        self.put(Section::EntryRecords, &record);
        self.put(Section::EntryDocs, &placed.doc);
        self.put(Section::EntryRows, &row);
        self.put(Section::EntryFiles, &placed.file);
        let keys = Keys::of(placed.entry, &self.root);
        let near = Keys::near(&placed.entry.metadata.title, Some(&placed.entry.item.path));
        let keys = keys.all().chain(keys.identifier).chain(near);
        self.keys.extend(keys.map(|key| (key, number)));
        self.toc.entries += 1;
    }

    /// Writes the rest. Files come in the order of their paths, those without entries too; `corpus` is the
    /// generation that the numbers of texts are from.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn finish<'a>(
        mut self,
        files: impl IntoIterator<Item = (&'a Path, Stamp)>,
        problems: impl IntoIterator<Item = (u32, &'a Problem)>,
        corpus: u64,
    ) -> io::Result<FairCopy> {
        self.toc.corpus = corpus;
        self.sort();
        self.files(files)?;
        let problems =
            problems.into_iter().map(|(file, problem)| Told::of(file, problem, &self.root));
        let problems = problems.collect::<Vec<_>>();
        let problems = postcard::to_stdvec(&problems).map_err(io::Error::other)?;
        self.columns.insert(Section::Problems, problems);
        for (column, labels) in Column::ALL.into_iter().zip(std::mem::take(&mut self.labels)) {
            let names = postcard::to_stdvec(&labels.names()).map_err(io::Error::other)?;
            self.columns.insert(Section::Labels(column), names);
        }
        self.write()
    }

    fn write(mut self) -> io::Result<FairCopy> {
        self.toc.sections.insert(Section::Records, (0, self.blocks.length()));
        for (section, column) in self.columns {
            let start = self.blocks.length();
            self.blocks.write(&column)?;
            self.toc.sections.insert(section, (start, self.blocks.length()));
        }
        self.toc.length = self.blocks.length();
        let (mut file, sums) = self.blocks.finish()?;
        self.toc.sums = sums;
        self.toc.write(&mut file)?;
        Ok(FairCopy { file: file.finish()?, place: self.place })
    }

    fn sort(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        let order = |sort| {
            let mut order: Vec<u32> = (0..).take(rows.len()).collect();
            order.sort_by(|&one, &other| {
                let (one, other) = (rows.get(one as usize), rows.get(other as usize));
                one.zip(other).map_or(Ordering::Equal, |(one, other)| one.compare(other, sort))
            });
            order
        };
        let mut orders = Sort::ALL.map(|sort| (sort, Vec::new()));
        thread::scope(|scope| {
            for (sort, place) in &mut orders {
                scope.spawn(|| *place = order(*sort));
            }
        });
        for (sort, order) in orders {
            order.iter().for_each(|row| self.put(Section::of(sort), row));
        }
        self.names.sort_unstable();
        self.keys.sort_unstable();
        for (hash, row) in std::mem::take(&mut self.names) {
            self.put(Section::Names, &(hash, row));
        }
        for (hash, entry) in std::mem::take(&mut self.keys) {
            self.put(Section::Keys, &(hash, entry));
        }
    }

    fn files<'a>(&mut self, files: impl IntoIterator<Item = (&'a Path, Stamp)>) -> io::Result<()> {
        let mut before = Vec::new();
        for (path, stamp) in files {
            let path = path::inside(&self.root, path).into_owned();
            let line = files::encode(&before, &path, stamp).map_err(io::Error::other)?;
            self.columns.entry(Section::Files).or_default().extend(line);
            before = path;
            self.toc.files += 1;
        }
        Ok(())
    }

    /// Writes an entry down, and tells where.
    fn record(&mut self, entry: &Entry) -> io::Result<(u64, u32)> {
        let bytes = record::encode(entry, &self.root).map_err(io::Error::other)?;
        let at = self.blocks.length();
        self.blocks.write(&bytes)?;
        Ok((at, u32::try_from(bytes.len()).map_err(io::Error::other)?))
    }

    fn put(&mut self, section: Section, cell: &impl Cell) {
        cell.put(self.columns.entry(section).or_default());
    }
}
