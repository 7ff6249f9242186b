//! The same article twice is one row: what has the same words, or the same address and something in
//! common, or was named by a list as the text of its record, folds into one entry with its versions.
//!
//! Entries come in any order, and the rows do not depend on it: whether two entries are one article
//! is a relation between entries, and a row is what hangs together by it. Rows keep their numbers
//! while more is read, but two may become one, and, where an address turns out to be that of many
//! articles, one may become two.

mod address;
mod index;
mod keys;
mod kin;
mod likeness;
mod place;
mod version;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use crate::search::Corpus;

use super::Entry;
use index::{Index, News};

pub(super) use keys::{Keys, hash};
pub(super) use likeness::are_titles_alike;
pub(super) use likeness::body;
pub(super) use version::{fill, is_made_up};

/// What has become of a row.
#[derive(Clone, Debug)]
pub enum Change {
    /// The row shows this; a new row has the next number.
    Row(u32, Arc<Entry>),
    /// Its article is in another row now.
    Gone {
        /// Which row.
        row: u32,
        /// Where its article is.
        into: u32,
    },
}

/// All entries of a library, folded.
#[derive(Debug)]
pub struct Catalogue {
    /// What has the texts of the entries.
    corpus: Arc<Corpus>,
    entries: Vec<Arc<Entry>>,
    /// Which row an entry is in.
    row_of: Vec<usize>,
    /// The entries of each row, the best first; none where a row is gone.
    rows: Vec<Vec<usize>>,
    /// What rows of more than one entry show.
    folded: HashMap<usize, Arc<Entry>>,
    index: Index,
}

/// What is put together: a row that stays whole, or an entry that is in none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Piece {
    Row(usize),
    Entry(usize),
}

/// Which pieces hang together directly.
type Ties = HashMap<Piece, Vec<Piece>>;

/// Entries that are one article, and the rows that they were in.
#[derive(Debug, Default)]
struct Knot {
    entries: Vec<usize>,
    rows: BTreeSet<usize>,
}

impl Catalogue {
    /// No entries yet; what comes has its texts in `corpus`, and those of rows go there too.
    #[must_use]
    pub fn new(corpus: Arc<Corpus>) -> Self {
        Self {
            corpus,
            entries: Vec::new(),
            row_of: Vec::new(),
            rows: Vec::new(),
            folded: HashMap::new(),
            index: Index::default(),
        }
    }

    /// Takes entries in, and tells which rows that changes.
    pub fn add(&mut self, entries: Vec<Arc<Entry>>) -> Vec<Change> {
        let first = self.entries.len();
        self.entries.extend(entries);
        let news = self.index.add(first, &self.entries, &self.corpus);
        let loose = self.loosened(&news);
        let starts: Vec<usize> = loose.iter().copied().chain(first..self.entries.len()).collect();
        let ties = self.ties(news, &loose);
        let knots = self.knots(&starts, (&ties, &loose));
        self.settle(knots)
    }

    /// The entries of rows in which something may no longer be one article with the rest.
    fn loosened(&self, news: &News) -> BTreeSet<usize> {
        let rows: BTreeSet<usize> =
            news.parted.iter().filter_map(|&number| self.row_of.get(number).copied()).collect();
        rows.iter().filter_map(|&row| self.rows.get(row)).flatten().copied().collect()
    }

    /// What hangs together: as the new entries tie it, and for the loosened ones as all that is known.
    fn ties(&self, news: News, loose: &BTreeSet<usize>) -> Ties {
        let mut pairs = news.ties;
        let mut seen = HashSet::new();
        for &number in loose {
            let Some(entry) = self.entries.get(number) else { continue };
            let kin = self.index.kin(number, entry, &mut seen);
            pairs.extend(kin.into_iter().map(|other| (number, other)));
        }
        let mut ties = Ties::new();
        for (one, other) in pairs {
            let (one, other) = (self.piece(one, loose), self.piece(other, loose));
            if one == other {
                continue;
            }
            ties.entry(one).or_default().push(other);
            ties.entry(other).or_default().push(one);
        }
        ties
    }

    fn piece(&self, number: usize, loose: &BTreeSet<usize>) -> Piece {
        match self.row_of.get(number) {
            Some(&row) if !loose.contains(&number) => Piece::Row(row),
            _ => Piece::Entry(number),
        }
    }

    /// All that hangs together with these entries.
    fn knots(&self, starts: &[usize], (ties, loose): (&Ties, &BTreeSet<usize>)) -> Vec<Knot> {
        let (mut knots, mut seen) = (Vec::new(), HashSet::new());
        let rows: BTreeSet<Piece> = ties.keys().copied().collect();
        let rows = rows.into_iter().filter(|piece| matches!(piece, Piece::Row(_)));
        let starts = starts.iter().map(|&number| self.piece(number, loose));
        for start in starts.chain(rows) {
            let (mut open, mut knot) = (vec![start], Knot::default());
            while let Some(piece) = open.pop() {
                if seen.insert(piece) {
                    self.take(piece, &mut knot);
                    open.extend(ties.get(&piece).into_iter().flatten());
                }
            }
            if !knot.entries.is_empty() {
                knots.push(knot);
            }
        }
        knots
    }

    fn take(&self, piece: Piece, knot: &mut Knot) {
        match piece {
            Piece::Row(row) => {
                knot.rows.insert(row);
                knot.entries.extend(self.rows.get(row).into_iter().flatten());
            }
            Piece::Entry(number) => {
                knot.rows.extend(self.row_of.get(number));
                knot.entries.push(number);
            }
        }
    }

    /// Gives each knot a row: the first that one of it had and that is free, else a new one; and puts
    /// into words what has changed.
    fn settle(&mut self, knots: Vec<Knot>) -> Vec<Change> {
        let mut settled: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut left: BTreeMap<usize, usize> = BTreeMap::new();
        let mut next = self.rows.len();
        for knot in knots {
            let own = knot.rows.iter().copied().find(|row| !settled.contains_key(row));
            let row = own.unwrap_or(next);
            next = next.max(row + 1);
            left.extend(knot.rows.iter().map(|&old| (old, row)));
            settled.insert(row, knot.entries);
        }
        left.retain(|row, _| !settled.contains_key(row));
        self.rows.resize(next, Vec::new());
        self.row_of.resize(self.entries.len(), 0);
        let mut changes: Vec<Change> =
            settled.into_iter().filter_map(|(row, entries)| self.fill(row, entries)).collect();
        for (row, into) in left {
            self.forget_text(row);
            if let Some(gone) = self.rows.get_mut(row) {
                gone.clear();
            }
            changes.push(Change::Gone { row: number(row), into: number(into) });
        }
        changes
    }

    /// Puts entries in a row.
    fn fill(&mut self, row: usize, mut numbers: Vec<usize>) -> Option<Change> {
        let entry = version::folded(&self.entries, &mut numbers, &self.corpus)?;
        self.forget_text(row);
        if numbers.len() > 1 {
            self.folded.insert(row, Arc::clone(&entry));
        }
        for &number in &numbers {
            *self.row_of.get_mut(number)? = row;
        }
        *self.rows.get_mut(row)? = numbers;
        Some(Change::Row(number(row), entry))
    }

    /// Whether a text is not that of the first of these entries.
    fn is_new(&self, entry: &Entry, numbers: &[usize]) -> bool {
        let first = numbers.first().and_then(|&first| self.entries.get(first));
        first.is_none_or(|first| first.doc != entry.doc)
    }

    /// Takes away the text of a row that is more than that of the entry shown in it.
    fn forget_text(&mut self, row: usize) {
        let Some(entry) = self.folded.remove(&row) else { return };
        let numbers = self.rows.get(row).map_or(&[][..], Vec::as_slice);
        if let Some(doc) = entry.doc.filter(|_| self.is_new(&entry, numbers)) {
            self.corpus.remove(doc);
        }
    }

    /// The rows that are: their numbers, what they show, and the entries that they were folded from, the
    /// shown one first.
    pub(super) fn rows(&self) -> impl Iterator<Item = (u32, Arc<Entry>, Vec<Arc<Entry>>)> + '_ {
        self.rows.iter().enumerate().filter_map(|(row, numbers)| {
            let entries: Vec<_> =
                numbers.iter().filter_map(|&entry| self.entries.get(entry)).cloned().collect();
            let shown = self.folded.get(&row).or(entries.first())?;
            Some((number(row), Arc::clone(shown), entries))
        })
    }
}

/// A row's number as others know it; more rows than that fit in no memory.
fn number(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
