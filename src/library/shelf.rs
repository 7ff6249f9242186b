//! A library in rows, as a list shows it: every article has a number that it keeps, and whatever is asked
//! of all of them at once (their order, their texts, what their files tell) is answered from plain
//! columns. Only the rows on a screen are looked at as entries.
//!
//! A library that has been read before is rows of its [`Base`], which are read at their places when they are
//! looked at: that is a few microseconds each, out of what the system holds in memory, and so it is done
//! where they are drawn. Only rows that have changed since are in memory, until they have been written down.
//!
//! Rows change while a library is read. An order begins when somebody wants to see it, and costs nothing
//! before that; from then on it is brought up to date when it is wanted, or when so much has come that doing
//! it later would be felt.

mod columns;
mod names;
mod sequence;
mod slot;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil;

use crate::article::{ArticleId, Given};
use crate::search::Doc;

use super::order::Key;
use super::{Base, Change, Column, Damage, Entry, NO_TEXT, Snapshot, Sort, Written};
use columns::Columns;
use names::Names;
use sequence::Sequence;
use slot::Slot;

pub use columns::Labels;

/// So many rows are put in their places in no time.
const AT_ONCE: usize = 1024;

/// The rows of a library.
#[derive(Debug, Default)]
pub struct Shelf {
    known: Option<Written>,
    rows: Vec<Slot>,
    here: HashMap<u32, Here>,
    docs: Vec<Option<Doc>>,
    told: Told,
    names: Names,
    columns: Columns,
    /// One for each order.
    sequences: [Sequence; Sort::ALL.len()],
    count: usize,
}

/// An article in memory.
#[derive(Debug)]
struct Here {
    entry: Arc<Entry>,
    key: Key,
}

/// What files tell of their readers, for each row.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// Whether it had been bookmarked.
    pub bookmarked: Vec<bool>,
    /// Whether it had been read.
    pub read: Vec<bool>,
}

impl Shelf {
    /// The library as it was when it was last read.
    ///
    /// # Errors
    ///
    /// When that is damaged.
    pub fn of(base: Arc<Base>) -> Result<Self, Damage> {
        let count = base.rows() as usize;
        let traits = base.traits()?;
        let told = Told {
            bookmarked: traits.iter().map(|row| row.bookmarked == Some(true)).collect(),
            read: traits.iter().map(|row| row.read == Some(true)).collect(),
        };
        Ok(Self {
            rows: (0..base.rows()).map(Slot::known).collect(),
            docs: base
                .docs()?
                .into_iter()
                .map(|doc| (doc != NO_TEXT).then_some(Doc(doc)))
                .collect(),
            told,
            count,
            known: Some(Written { numbers: (0..base.rows()).collect(), base }),
            ..Self::default()
        })
    }

    /// All rows have been written down: those in memory are let go.
    pub fn let_go(&mut self, written: Written) {
        for sort in Sort::ALL {
            if self.sequence(sort).is_some_and(Sequence::has_begun) {
                self.arrange(sort);
            }
        }
        self.make_room(written.end());
        self.rows.fill(Slot::GONE);
        for (known, &row) in (0..).zip(&*written.numbers) {
            set(&mut self.rows, row as usize, Slot::known(known));
        }
        self.count = written.numbers.len();
        (self.here, self.names) = (HashMap::new(), Names::default());
        self.known = Some(written);
    }

    /// Takes in what has become of rows.
    pub fn apply(&mut self, changes: Vec<Change>) {
        for change in changes {
            match change {
                Change::Row(row, entry) => self.put(row, Some(entry)),
                Change::Gone { row, .. } => self.put(row, None),
            }
        }
        for sort in Sort::ALL {
            if self.sequence(sort).is_some_and(|sequence| sequence.waiting() > AT_ONCE) {
                self.arrange(sort);
            }
        }
    }

    /// How many articles there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// How many rows have ever been; those that are gone keep their numbers.
    #[must_use]
    pub const fn end(&self) -> usize {
        self.rows.len()
    }

    /// The article in a row.
    #[must_use]
    pub fn entry(&self, row: u32) -> Option<Arc<Entry>> {
        match self.rows.get(row as usize)?.in_base() {
            Some(known) => self.known.as_ref()?.base.entry(known).ok().map(Arc::new),
            None => self.here.get(&row).map(|here| Arc::clone(&here.entry)),
        }
    }

    /// The rows of what goes by this name, perhaps among others.
    #[must_use]
    pub fn named(&self, id: &ArticleId) -> Vec<u32> {
        let is_it = |row: &u32| self.entry(*row).is_some_and(|entry| entry.is(id));
        let known = self.known.iter().flat_map(|known| {
            let rows = known.base.rows_of(id).unwrap_or_default();
            rows.into_iter().filter_map(|row| self.number(known, row))
        });
        known.chain(self.names.rows(id)).filter(is_it).collect()
    }

    /// The number of a row of the base, where that is still as it was.
    fn number(&self, known: &Written, row: u32) -> Option<u32> {
        let number = *known.numbers.get(row as usize)?;
        (*self.rows.get(number as usize)? == Slot::known(row)).then_some(number)
    }

    /// All rows as they are now.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        let known = self.known.as_ref();
        let rows = known.map(|known| (0..known.base.rows()).map(|row| self.number(known, row)));
        let rows = rows.into_iter().flatten().map(|number| number.is_some()).collect();
        let here = (0..).zip(&self.rows).filter(|(_, slot)| **slot == Slot::HERE);
        let here = here.filter_map(|(row, _)| Some(Arc::clone(&self.here.get(&row)?.entry)));
        Snapshot::of(known.map(|known| Arc::clone(&known.base)), rows, here.collect())
    }

    /// The text of each row in the corpus.
    #[must_use]
    pub fn docs(&self) -> &[Option<Doc>] {
        &self.docs
    }

    /// What files tell of their readers.
    #[must_use]
    pub const fn told(&self) -> &Told {
        &self.told
    }

    /// All rows in an order, as they were when it was last [arranged](Self::arrange).
    #[must_use]
    pub fn order(&self, sort: Sort) -> &[u32] {
        self.sequence(sort).map_or(&[], Sequence::rows)
    }

    /// Puts rows that have changed in their places in an order.
    pub fn arrange(&mut self, sort: Sort) {
        let Some(sequence) = self.sequences.get_mut(sort as usize) else { return };
        let mut sequence = std::mem::take(sequence);
        if !sequence.has_begun() {
            sequence.begin(self.known_order(sort));
            self.here.keys().for_each(|&row| sequence.put(row));
        }
        sequence.arrange(|one, other| self.compare(sort, one, other));
        if let Some(old) = self.sequences.get_mut(sort as usize) {
            *old = sequence;
        }
    }

    /// The day of each row, where that is known; there may be fewer of them than rows.
    pub fn days(&mut self) -> &[Option<civil::Date>] {
        self.columns.days(self.known.as_ref(), &self.here)
    }

    /// The names that rows have in a column.
    pub fn labels(&mut self, column: Column) -> Option<&Labels> {
        self.columns.labels(column, self.known.as_ref(), &self.here).map(|labels| &*labels)
    }

    /// Gives a row other names in a column than its files do.
    pub fn relabel(&mut self, column: Column, row: u32, names: &[String]) {
        let labels = self.columns.labels(column, self.known.as_ref(), &self.here);
        labels.into_iter().for_each(|labels| labels.put(row, names));
    }

    /// The rows that are as they were written down, in an order.
    fn known_order(&self, sort: Sort) -> Vec<u32> {
        let Some(known) = &self.known else { return Vec::new() };
        // What is damaged is read anew before long; until then the rows are there in some order.
        let order = known.base.order(sort).unwrap_or_else(|_| (0..known.base.rows()).collect());
        order.iter().filter_map(|&row| self.number(known, row)).collect()
    }

    fn sequence(&self, sort: Sort) -> Option<&Sequence> {
        self.sequences.get(sort as usize)
    }

    /// Ties fall to the path, so that the order does not depend on which file was read first.
    fn compare(&self, sort: Sort, one: u32, other: u32) -> Ordering {
        let keys = self.key(one).zip(self.key(other));
        let keys = keys.map_or(Ordering::Equal, |(one, other)| sort.compare(&one, &other));
        let place = |row| {
            let entry = self.entry(row)?;
            Some((entry.item.path.clone(), entry.member.clone(), entry.index))
        };
        keys.then_with(|| place(one).cmp(&place(other)))
    }

    fn key(&self, row: u32) -> Option<Cow<'_, Key>> {
        let here = self.here.get(&row).map(|here| Cow::Borrowed(&here.key));
        here.or_else(|| Some(Cow::Owned(Key::of(&*self.entry(row)?))))
    }

    fn put(&mut self, row: u32, entry: Option<Arc<Entry>>) {
        let at = row as usize;
        self.make_room(at + 1);
        let is_told = |tells: fn(&Given) -> Option<bool>| {
            entry.as_ref().and_then(|entry| tells(&entry.given)) == Some(true)
        };
        set(&mut self.told.bookmarked, at, is_told(|given| given.bookmarked));
        set(&mut self.told.read, at, is_told(|given| given.read));
        set(&mut self.docs, at, entry.as_ref().and_then(|entry| entry.doc));
        self.columns.put(row, entry.as_deref());
        for sequence in &mut self.sequences {
            match entry {
                Some(_) => sequence.put(row),
                None => sequence.drop(row),
            }
        }
        let was_there = self.rows.get(at).is_some_and(|slot| *slot != Slot::GONE);
        self.count = self.count + usize::from(entry.is_some()) - usize::from(was_there);
        set(&mut self.rows, at, if entry.is_some() { Slot::HERE } else { Slot::GONE });
        if let Some(old) = self.here.remove(&row) {
            self.names.remove(&old.entry, row);
        }
        if let Some(entry) = entry {
            self.names.add(&entry, row);
            self.here.insert(row, Here { key: Key::of(&entry), entry });
        }
    }

    fn make_room(&mut self, end: usize) {
        if end > self.rows.len() {
            self.rows.resize(end, Slot::GONE);
            self.docs.resize(end, None);
            self.told.bookmarked.resize(end, false);
            self.told.read.resize(end, false);
        }
    }
}

fn set<T>(column: &mut [T], at: usize, value: T) {
    if let Some(slot) = column.get_mut(at) {
        *slot = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{Source, collect};

    /// Articles with these titles, in this order.
    fn entries(titles: &[&str]) -> Vec<Arc<Entry>> {
        let dir = tempfile::tempdir().unwrap();
        for (at, title) in titles.iter().enumerate() {
            let text = format!("---\ntitle: {title}\n---\n\nWords of {at}.\n");
            std::fs::write(dir.path().join(format!("{at:04}.md")), text).unwrap();
        }
        collect(Source::Directory(dir.path().to_owned())).0
    }

    fn titles(shelf: &mut Shelf) -> Vec<String> {
        shelf.arrange(Sort::Title);
        let title = |&row: &u32| shelf.entry(row).map(|entry| entry.metadata.title.clone());
        shelf.order(Sort::Title).iter().filter_map(title).collect()
    }

    fn rows(first: u32, entries: &[Arc<Entry>]) -> Vec<Change> {
        (first..).zip(entries).map(|(row, entry)| Change::Row(row, Arc::clone(entry))).collect()
    }

    #[test]
    fn rows_take_their_places_change_them_and_leave_them() {
        let found = entries(&["delta", "bravo", "charlie", "alpha"]);
        let mut shelf = Shelf::default();
        shelf.apply(rows(0, &found[..3]));
        assert_eq!(titles(&mut shelf), ["bravo", "charlie", "delta"]);
        let (bravo, alpha) = (&found[1], &found[3]);
        shelf.apply(vec![Change::Row(0, Arc::clone(alpha)), Change::Gone { row: 2, into: 0 }]);
        assert_eq!(titles(&mut shelf), ["alpha", "bravo"]);
        assert_eq!((shelf.len(), shelf.end()), (2, 3));
        assert_eq!(shelf.named(&alpha.id), [0]);
        assert_eq!(shelf.named(&bravo.id), [1]);
        assert!(shelf.named(&found[0].id).is_empty() && shelf.named(&found[2].id).is_empty());
        assert!(shelf.entry(2).is_none() && shelf.entry(99).is_none());
    }

    #[test]
    fn one_order_waits_while_another_is_looked_at() {
        let found = entries(&["a", "b", "c"]);
        let mut shelf = Shelf::default();
        for (row, entry) in found.iter().enumerate().rev() {
            shelf.apply(vec![Change::Row(u32::try_from(row).unwrap(), Arc::clone(entry))]);
            shelf.arrange(Sort::Newest);
        }
        assert_eq!(shelf.order(Sort::Newest).len(), 3);
        assert!(shelf.order(Sort::Title).is_empty());
        assert_eq!(titles(&mut shelf), ["a", "b", "c"]);
    }

    #[test]
    fn the_order_is_that_of_sorting_however_rows_have_come() {
        let names: Vec<String> = (0..2500).map(|at| format!("t{:02}", at * 7919 % 97)).collect();
        let found = entries(&names.iter().map(String::as_str).collect::<Vec<_>>());
        let mut shelf = Shelf::default();
        for (first, batch) in (0..).step_by(300).zip(found.chunks(300)) {
            shelf.apply(rows(first, batch));
        }
        let mut sorted = names;
        sorted.sort();
        assert_eq!(titles(&mut shelf), sorted);
        let paths: Vec<_> = shelf.order(Sort::Title).iter().map(|&row| shelf.entry(row)).collect();
        let place = |entry: &Option<Arc<Entry>>| {
            entry.as_ref().map(|it| (it.metadata.title.clone(), it.item.path.clone()))
        };
        assert!(paths.is_sorted_by_key(place), "equal titles by path");
    }
}
