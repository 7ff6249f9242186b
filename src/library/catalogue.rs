//! The same article twice is one row: what has the same words, or the same address and something in
//! common, or was named by a list as the text of its record, folds into one entry with its versions.
//!
//! Entries come in any order, and the rows do not depend on it: whether two entries are one article
//! is a relation between entries, and a row is what hangs together by it. Rows keep their numbers
//! while more is read, but two may become one, and, where an address turns out to be that of many
//! articles, one may become two.

mod address;
mod kin;
mod likeness;
mod version;

use std::collections::hash_map::RandomState;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::BuildHasher;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::Entry;

pub(super) use version::fill;

/// A text of fewer words may be that of any page that says nothing; its title must be the same too.
const FEW: usize = 40;

/// What has become of a row.
#[derive(Clone, Debug)]
pub enum Change {
    /// The row shows this; a new row has the next number.
    Row(usize, Arc<Entry>),
    /// Its article is in another row now.
    Gone {
        /// Which row.
        row: usize,
        /// Where its article is.
        into: usize,
    },
}

/// All entries of a library, folded.
#[derive(Debug, Default)]
pub struct Catalogue {
    entries: Vec<Arc<Entry>>,
    /// Which row an entry is in.
    row_of: Vec<usize>,
    /// The entries of the rows that have several.
    folded: HashMap<usize, Vec<usize>>,
    /// How many rows have been given a number.
    rows: usize,
    index: Index,
}

/// Which entries have what in common, by hashes.
#[derive(Debug, Default)]
struct Index {
    hasher: RandomState,
    names: HashMap<u64, Vec<usize>>,
    addresses: HashMap<u64, Address>,
    places: HashMap<u64, Vec<usize>>,
    /// Those whose text is said to be in a place.
    wanted: HashMap<u64, Vec<usize>>,
}

#[derive(Debug, Default)]
struct Address {
    entries: Vec<usize>,
    groups: Vec<Vec<usize>>,
}

impl Catalogue {
    /// Takes entries in, and tells which rows that changes.
    pub fn add(&mut self, entries: Vec<Arc<Entry>>) -> Vec<Change> {
        let first = self.entries.len();
        self.entries.extend(entries);
        let new = first..self.entries.len();
        let mut touched = HashSet::new();
        for number in new.clone() {
            if let Some(entry) = self.entries.get(number) {
                self.index.add(number, entry, &mut touched);
            }
        }
        for key in touched {
            self.regroup(key);
        }
        let mut seen = HashSet::new();
        let mut changes = Changes::default();
        for number in self.affected(new) {
            if !seen.contains(&number) {
                let kin = self.component(number);
                seen.extend(kin.iter().copied());
                self.settle(kin, &mut changes);
            }
        }
        self.told(changes)
    }

    /// The entries of an address, parted anew.
    fn regroup(&mut self, key: u64) {
        let Some(address) = self.index.addresses.get_mut(&key) else { return };
        let entries = &self.entries;
        if let [first, _, ..] = address.entries[..]
            && let Some(fallback) = entries.get(first)
        {
            let entry = |number: usize| entries.get(number).unwrap_or(fallback).as_ref();
            address.groups = kin::groups(&address.entries, entry);
        }
    }

    /// The new entries, all that have something in common with them, and all that were in a row with
    /// one of those.
    fn affected(&self, new: std::ops::Range<usize>) -> BTreeSet<usize> {
        let (mut affected, mut seen): (BTreeSet<usize>, _) =
            (new.clone().collect(), HashSet::new());
        for number in new {
            affected.extend(self.index.acquaintances(number, &self.entries, &mut seen));
        }
        let rows: BTreeSet<usize> =
            affected.iter().filter_map(|&number| self.row_of.get(number).copied()).collect();
        affected.extend(rows.iter().filter_map(|row| self.folded.get(row)).flatten());
        affected
    }

    /// All that hangs together with an entry, in the order in which it came.
    fn component(&self, number: usize) -> Vec<usize> {
        let mut found = BTreeSet::from([number]);
        let (mut open, mut seen) = (vec![number], HashSet::new());
        while let Some(number) = open.pop() {
            let kin = self.index.kin(number, &self.entries, &mut seen);
            open.extend(kin.into_iter().filter(|&number| found.insert(number)));
        }
        found.into_iter().collect()
    }

    /// Gives what hangs together a row: the first that one of it had, else a new one.
    fn settle(&mut self, kin: Vec<usize>, changes: &mut Changes) {
        let old: BTreeSet<usize> =
            kin.iter().filter_map(|&number| self.row_of.get(number).copied()).collect();
        let own = old.iter().copied().find(|row| !changes.rows.contains_key(row));
        let row = own.unwrap_or(self.rows);
        self.rows = self.rows.max(row + 1);
        changes.left.extend(old.iter().map(|&old| (old, row)));
        changes.rows.insert(row, kin);
    }

    /// Writes the rows down, and puts into words what has changed.
    fn told(&mut self, changes: Changes) -> Vec<Change> {
        let mut told = Vec::with_capacity(changes.rows.len());
        let mut rows: Vec<_> = changes.rows.into_iter().collect();
        rows.sort_unstable_by_key(|(row, _)| *row);
        let taken: HashSet<usize> = rows.iter().map(|(row, _)| *row).collect();
        self.row_of.resize(self.entries.len(), 0);
        for (row, kin) in rows {
            let entries = kin.iter().filter_map(|&number| self.entries.get(number).cloned());
            told.extend(version::folded(entries.collect()).map(|entry| Change::Row(row, entry)));
            for &number in &kin {
                if let Some(place) = self.row_of.get_mut(number) {
                    *place = row;
                }
            }
            if kin.len() > 1 {
                self.folded.insert(row, kin)
            } else {
                self.folded.remove(&row)
            };
        }
        let gone = changes.left.into_iter().filter(|(row, _)| !taken.contains(row));
        for (row, into) in gone {
            self.folded.remove(&row);
            told.push(Change::Gone { row, into });
        }
        told
    }
}

/// Rows as they are becoming.
#[derive(Debug, Default)]
struct Changes {
    rows: HashMap<usize, Vec<usize>>,
    /// Where the entries of a row went.
    left: HashMap<usize, usize>,
}

impl Index {
    fn add(&mut self, number: usize, entry: &Entry, touched: &mut HashSet<u64>) {
        self.names.entry(self.name(entry)).or_default().push(number);
        self.places.entry(self.place(entry)).or_default().push(number);
        let wants: Vec<u64> = self.wants(entry).collect();
        for place in wants {
            self.wanted.entry(place).or_default().push(number);
        }
        if let Some(key) = self.address(entry) {
            self.addresses.entry(key).or_default().entries.push(number);
            touched.insert(key);
        }
    }

    /// Same words, same name.
    fn name(&self, entry: &Entry) -> u64 {
        let title = Some(likeness::title(entry)).filter(|_| entry.words < FEW);
        self.hasher.hash_one((&entry.id, title))
    }

    fn address(&self, entry: &Entry) -> Option<u64> {
        let url = entry.metadata.url.as_deref()?;
        Some(self.hasher.hash_one(address::canonical(url)?))
    }

    fn place(&self, entry: &Entry) -> u64 {
        self.hasher.hash_one((entry.item.path.as_path(), entry.member.as_deref()))
    }

    /// Where the text of a record is said to be, seen from its own file or member.
    fn wants<'a>(&'a self, entry: &'a Entry) -> impl Iterator<Item = u64> + use<'a> {
        entry.text_in.iter().map(|path| match &entry.member {
            None => {
                let folder = entry.item.path.parent().unwrap_or(Path::new(""));
                self.hasher.hash_one((joined(folder, path).as_path(), None::<&str>))
            }
            Some(member) => {
                let (archive, member) = member
                    .rsplit_once("!/")
                    .map_or(("", member.as_str()), |(archive, member)| (archive, member));
                let folder = Path::new(member).parent().unwrap_or(Path::new(""));
                let inner = joined(folder, path).to_string_lossy().into_owned();
                let parted = if archive.is_empty() { "" } else { "!/" };
                let member = format!("{archive}{parted}{inner}");
                self.hasher.hash_one((entry.item.path.as_path(), Some(member.as_str())))
            }
        })
    }

    /// The entries that are the same article, but for those that were seen for the same reason.
    fn kin(&self, number: usize, entries: &[Arc<Entry>], seen: &mut HashSet<u64>) -> Vec<usize> {
        let Some(entry) = entries.get(number) else { return Vec::new() };
        let (mut kin, name) = (Vec::new(), self.name(entry));
        if seen.insert(name) {
            kin.extend(self.names.get(&name).into_iter().flatten());
        }
        if let Some(address) = self.address(entry).and_then(|key| self.addresses.get(&key)) {
            let own = address.groups.iter().filter(|group| group.contains(&number));
            kin.extend(own.flatten());
        }
        for place in self.wants(entry) {
            kin.extend(self.text_in(place, entries));
        }
        let place = self.place(entry);
        if !self.text_in(place, entries).is_empty() && seen.insert(place) {
            kin.extend(self.wanted.get(&place).into_iter().flatten());
        }
        kin
    }

    /// The entries in a place, if they are one article.
    fn text_in(&self, place: u64, entries: &[Arc<Entry>]) -> &[usize] {
        let found = self.places.get(&place).map_or(&[][..], Vec::as_slice);
        let id = |number: &usize| entries.get(*number).map(|entry| &entry.id);
        let first = found.first().and_then(id);
        if found.iter().all(|number| id(number) == first) { found } else { &[] }
    }

    /// All that an entry's coming may have changed something for, but for what was seen already.
    fn acquaintances(
        &self,
        number: usize,
        entries: &[Arc<Entry>],
        seen: &mut HashSet<u64>,
    ) -> Vec<usize> {
        let Some(entry) = entries.get(number) else { return Vec::new() };
        let mut known = Vec::new();
        let (name, place) = (self.name(entry), self.place(entry));
        for key in self.wants(entry).chain([place]).filter(|&key| seen.insert(key)) {
            let beside = [self.places.get(&key), self.wanted.get(&key)];
            known.extend(beside.into_iter().flatten().flatten());
        }
        if seen.insert(name) {
            known.extend(self.names.get(&name).into_iter().flatten());
        }
        if let Some(key) = self.address(entry).filter(|&key| seen.insert(key)) {
            known.extend(self.addresses.get(&key).into_iter().flat_map(|found| &found.entries));
        }
        known
    }
}

/// A path in a folder, without the steps that lead nowhere.
fn joined(folder: &Path, path: &str) -> PathBuf {
    let mut joined = PathBuf::new();
    for part in folder.join(path).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if joined.file_name().is_some() => {
                joined.pop();
            }
            part => joined.push(part),
        }
    }
    joined
}

#[cfg(test)]
mod tests;
