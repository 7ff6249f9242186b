//! A library as it is now: as it was written down, but for what has changed since.
//!
//! When files change, only the entries in them and those that have something in common with these, and
//! with these in turn, are folded anew. Entries that share no key are never one article, so the rest
//! stays as it is; see [`Keys`].

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::row::{Row, remove};
use crate::library::catalogue::Keys;
use crate::library::load::Found;
use crate::library::{
    Base, Catalogue, Change, Damage, Entry, Files, Look, News, Problem, Scan, Stamp,
};
use crate::search::Corpus;

/// With more paths than these, all files are had as quickly as those at the paths.
const FEW: usize = 32;

/// A library.
pub(super) struct Live {
    pub(super) root: PathBuf,
    pub(super) corpus: Arc<Corpus>,
    pub(super) base: Option<Arc<Base>>,
    /// Whether the base is in its place, for the next start.
    pub(super) is_kept: bool,
    /// The number that each row of the base has in the list.
    pub(super) numbers: Arc<[u32]>,
    /// Rows of the base that are no longer so.
    pub(super) replaced: BTreeSet<u32>,
    /// The rows that stand in their place, and new ones.
    pub(super) fresh: Vec<Row>,
    /// Files that have changed since, and how they are now; `None` where they are gone.
    pub(super) files: BTreeMap<PathBuf, Option<Stamp>>,
    /// What those that have changed gave instead of articles.
    pub(super) problems: Vec<Problem>,
    /// What the last look at the whole library met that cannot be read or entered.
    pub(super) met: Vec<Problem>,
    /// The number of the next row.
    next: u32,
}

/// Where an entry is; no two entries of a library are in one place.
type Place = (PathBuf, Option<String>, usize);

fn place(entry: &Entry) -> Place {
    (entry.item.path.clone(), entry.member.clone(), entry.index)
}

/// What is to be folded anew.
#[derive(Default)]
struct Knot {
    /// Entries of files that are as they were.
    entries: Vec<Arc<Entry>>,
    /// Rows of the base, and of those that are fresh, that are no longer.
    base: BTreeSet<u32>,
    fresh: BTreeSet<usize>,
}

impl Live {
    pub(super) fn new(root: PathBuf, base: Option<Arc<Base>>, corpus: Arc<Corpus>) -> Self {
        let next = base.as_ref().map_or(0, |base| base.rows());
        Self {
            root,
            corpus,
            is_kept: base.is_some(),
            base,
            numbers: (0..next).collect(),
            replaced: BTreeSet::new(),
            fresh: Vec::new(),
            files: BTreeMap::new(),
            problems: Vec::new(),
            met: Vec::new(),
            next,
        }
    }

    /// Whether anything was written down.
    pub(super) const fn is_known(&self) -> bool {
        self.base.is_some()
    }

    /// Whether something is not written down yet.
    pub(super) fn is_changed(&self) -> bool {
        !self.is_kept || !self.files.is_empty() || !self.fresh.is_empty()
    }

    /// The number of the next row.
    pub(super) const fn end(&self) -> u32 {
        self.next
    }

    /// The numbers of all rows.
    pub(super) fn rows(&self) -> Vec<u32> {
        let base = (0..).zip(&*self.numbers).filter(|(row, _)| !self.replaced.contains(row));
        base.map(|(_, &number)| number).chain(self.fresh.iter().map(|row| row.number)).collect()
    }

    /// As if nothing had ever been written down; numbers of rows are not used again.
    pub(super) fn forget(&mut self) {
        let corpus = Arc::clone(&self.corpus);
        let next = self.next;
        *self = Self { next, ..Self::new(std::mem::take(&mut self.root), None, corpus) };
    }

    /// What files give instead of articles.
    pub(super) fn problems(&self) -> Result<Vec<Problem>, Damage> {
        let mut problems = self.problems.clone();
        if let Some(base) = &self.base {
            let known = base.problems()?.into_iter().map(|(_, problem)| problem);
            problems.extend(known.filter(|problem| !self.is_changed_at(&problem.path)));
        }
        Ok(problems)
    }

    /// Whether a path is that of a file that has changed, or of something in it.
    pub(super) fn is_changed_at(&self, path: &Path) -> bool {
        path.ancestors().any(|path| self.files.contains_key(path))
    }

    /// The files as they are known, numbered in the order of their paths.
    pub(super) fn stamps(&self) -> Result<BTreeMap<PathBuf, Stamp>, Damage> {
        let mut stamps = BTreeMap::new();
        if let Some(base) = &self.base {
            for (folder, files) in base.files()?.folders() {
                let folder = self.root.join(folder);
                stamps.extend(files.iter().map(|(name, file)| (folder.join(name), file.stamp)));
            }
        }
        for (path, stamp) in &self.files {
            match stamp {
                Some(stamp) => stamps.insert(path.clone(), *stamp),
                None => stamps.remove(path),
            };
        }
        Ok(stamps)
    }

    /// Those that a look is about, and maybe others, to be compared with what is there. Files of the base
    /// have the numbers that they have there.
    pub(super) fn files(&self, look: &Look) -> Result<Files, Damage> {
        let inside = |path| Path::strip_prefix(path, &self.root).unwrap_or(path);
        let known = |base: &Arc<Base>| match look {
            Look::Paths(paths) if paths.len() <= FEW => {
                base.files_at(&paths.iter().map(|path| inside(path)).collect::<Vec<_>>())
            }
            Look::Paths(_) | Look::All => base.files(),
        };
        let mut files = self.base.as_ref().map(known).transpose()?.unwrap_or_default();
        let mut next = self.base.as_ref().map_or(0, |base| base.file_count());
        for (path, stamp) in &self.files {
            files.note(inside(path), *stamp, &mut next);
        }
        Ok(files)
    }

    /// Takes in a library that was read as a whole; its rows have numbers from `first` on.
    pub(super) fn fill(
        &mut self,
        catalogue: &Catalogue,
        first: u32,
        (stamps, problems): (Vec<(PathBuf, Stamp)>, Vec<Problem>),
    ) {
        for (row, shown, entries) in catalogue.rows() {
            self.next = self.next.max(first + row + 1);
            self.fresh.push(Row::new(first + row, (shown, entries)));
        }
        self.files = stamps.into_iter().map(|(path, stamp)| (path, Some(stamp))).collect();
        self.unsettle(&problems);
        self.problems = problems;
    }

    /// Takes in files that have changed and have been read, and tells what that changes.
    /// A look at the whole library also tells what can be entered again.
    pub(super) fn take_in(
        &mut self,
        (seen, Found { entries, mut problems }): (Scan, Found),
        (known, is_whole): (&Files, bool),
    ) -> Result<News, Damage> {
        let mut mended: Vec<PathBuf> =
            known.paths(&seen.gone).iter().map(|path| self.root.join(path)).collect();
        let gone = mended.len();
        mended.extend(seen.changed.iter().map(|seen| seen.item.path.clone()));
        let paths: HashSet<&Path> = mended.iter().map(PathBuf::as_path).collect();
        let changes =
            if paths.is_empty() { Vec::new() } else { self.fold((&paths, known), entries)? };
        self.problems.retain(|problem| !problem.path.ancestors().any(|path| paths.contains(path)));
        self.problems.extend(problems.iter().cloned());
        self.files.extend(mended.iter().take(gone).map(|path| (path.clone(), None)));
        self.files.extend(seen.changed.into_iter().map(|seen| (seen.item.path, Some(seen.stamp))));
        self.unsettle(&problems);
        if is_whole {
            let (over, new) = self.news_of(seen.problems);
            mended.extend(over);
            problems.extend(new);
        } else {
            problems.extend(seen.problems);
        }
        Ok(News { changes, mended, problems, ..News::default() })
    }

    /// A file that could not be read may be readable at the next start although it has not changed.
    fn unsettle(&mut self, problems: &[Problem]) {
        for problem in problems.iter().filter(|problem| problem.reason.may_pass()) {
            if let Some(Some(stamp)) = self.files.get_mut(&problem.path) {
                stamp.settled = false;
            }
        }
    }

    /// What a look has met, without what has been told before, and where it is met no longer.
    fn news_of(&mut self, met: Vec<Problem>) -> (Vec<PathBuf>, Vec<Problem>) {
        let over = self.met.iter().filter(|problem| !met.contains(problem));
        let over = over.map(|problem| problem.path.clone()).collect();
        let new = met.iter().filter(|problem| !self.met.contains(problem)).cloned().collect();
        self.met = met;
        (over, new)
    }

    /// Folds what has to do with files that have changed: their entries are no longer, these are instead.
    fn fold(
        &mut self,
        (paths, known): (&HashSet<&Path>, &Files),
        entries: Vec<Arc<Entry>>,
    ) -> Result<Vec<Change>, Damage> {
        let knot = self.knot((paths, known), &entries)?;
        let mut catalogue = Catalogue::new(Arc::clone(&self.corpus));
        catalogue.add(knot.entries.into_iter().chain(entries).collect());
        let old = self.take_out(&knot.base, &knot.fresh)?;
        let changes = self.put_in(&old, &catalogue);
        let is_gone = |entry: &&Arc<Entry>| paths.contains(entry.item.path.as_path());
        for row in &old {
            let gone = row.entries.iter().filter(is_gone).map(|entry| entry.doc);
            remove(&self.corpus, gone.chain([row.own_text()]));
        }
        Ok(changes)
    }

    /// All that hangs together with the entries in these files, and with these entries.
    fn knot(
        &self,
        (paths, files): (&HashSet<&Path>, &Files),
        entries: &[Arc<Entry>],
    ) -> Result<Knot, Damage> {
        let mut knot = Knot::default();
        let mut open: Vec<Arc<Entry>> = entries.to_vec();
        let mut seen = BTreeSet::new();
        for number in self.entries_in(paths, files)? {
            if seen.insert(number) {
                open.extend(self.unfolded(number)?);
            }
        }
        let fresh = self.fresh.iter().enumerate();
        let is_in = |entry: &Arc<Entry>| paths.contains(entry.item.path.as_path());
        for (at, _) in fresh.filter(|(_, row)| row.entries.iter().any(is_in)) {
            self.open_fresh(at, &mut knot, &mut open);
        }
        let rows = self.base.as_ref().map(|base| base.entry_rows()).transpose()?;
        let row_of =
            |number: u32| rows.as_ref().and_then(|rows| rows.get(number as usize)).copied();
        knot.base.extend(seen.iter().filter_map(|&number| row_of(number)));
        while let Some(entry) = open.pop() {
            for number in self.kin(&entry)? {
                let Some(row) = row_of(number).filter(|row| !self.replaced.contains(row)) else {
                    continue;
                };
                if seen.insert(number) {
                    knot.base.insert(row);
                    open.extend(self.unfolded(number)?);
                }
            }
            let keys = Keys::of(&entry, &self.root);
            for (at, _) in
                self.fresh.iter().enumerate().filter(|(_, row)| row.shares(&keys, &self.root))
            {
                self.open_fresh(at, &mut knot, &mut open);
            }
        }
        for number in seen {
            knot.entries.extend(self.unfolded(number)?);
        }
        let fresh = knot.fresh.iter().filter_map(|&at| self.fresh.get(at));
        knot.entries.extend(fresh.flat_map(|row| row.entries.iter().cloned()));
        knot.entries.retain(|entry| !is_in(entry));
        Ok(knot)
    }

    fn open_fresh(&self, at: usize, knot: &mut Knot, open: &mut Vec<Arc<Entry>>) {
        if knot.fresh.insert(at) {
            open.extend(self.fresh.get(at).into_iter().flat_map(|row| row.entries.iter().cloned()));
        }
    }

    /// The entries of the base in these files.
    fn entries_in(&self, paths: &HashSet<&Path>, files: &Files) -> Result<Vec<u32>, Damage> {
        let Some(base) = &self.base else { return Ok(Vec::new()) };
        let inside = |path: &&Path| path.strip_prefix(&self.root).ok().map(Path::to_owned);
        let known = paths.iter().filter(|path| !self.files.contains_key(**path));
        let numbers = known.filter_map(|path| files.get(&inside(path)?).map(|file| file.number));
        let numbers: HashSet<u32> = numbers.collect();
        let of_files = (0..).zip(base.entry_files()?);
        Ok(of_files.filter(|(_, file)| numbers.contains(file)).map(|(entry, _)| entry).collect())
    }

    fn kin(&self, entry: &Entry) -> Result<BTreeSet<u32>, Damage> {
        self.base.as_ref().map_or_else(|| Ok(BTreeSet::new()), |base| base.kin(entry))
    }

    fn unfolded(&self, number: u32) -> Result<Option<Arc<Entry>>, Damage> {
        let base = self.base.as_ref();
        base.map(|base| base.unfolded(number).map(Arc::new)).transpose()
    }

    /// Takes rows away, and gives them as they were.
    fn take_out(
        &mut self,
        base: &BTreeSet<u32>,
        fresh: &BTreeSet<usize>,
    ) -> Result<Vec<Row>, Damage> {
        let mut old = Vec::new();
        if let Some(known) = &self.base {
            let rows = known.entry_rows()?;
            for &row in base {
                let first = rows.partition_point(|&other| other < row);
                let after = rows.partition_point(|&other| other <= row);
                let entries = (first..after).filter_map(|entry| u32::try_from(entry).ok());
                let entries: Result<Vec<_>, _> =
                    entries.map(|entry| known.unfolded(entry).map(Arc::new)).collect();
                let number = self.numbers.get(row as usize).copied().unwrap_or(row);
                let shown = Arc::new(known.entry(row)?);
                old.push(Row::new(number, (shown, entries?)));
            }
        }
        self.replaced.extend(base);
        for &at in fresh.iter().rev() {
            old.push(self.fresh.swap_remove(at));
        }
        Ok(old)
    }

    /// Puts rows in the place of old ones: each in that of one with which it shares an entry, or the place
    /// of one, as far as there is one.
    fn put_in(&mut self, old: &[Row], catalogue: &Catalogue) -> Vec<Change> {
        let places =
            old.iter().flat_map(|row| row.entries.iter().map(|it| (place(it), row.number)));
        let places: HashMap<Place, u32> = places.collect();
        let (mut changes, mut taken, mut moved) = (Vec::new(), HashSet::new(), HashMap::new());
        for (_, shown, entries) in catalogue.rows() {
            let before: Vec<u32> =
                entries.iter().filter_map(|entry| places.get(&place(entry))).copied().collect();
            let own = before.iter().copied().find(|row| !taken.contains(row));
            let number = own.unwrap_or_else(|| {
                self.next += 1;
                self.next - 1
            });
            taken.insert(number);
            moved.extend(before.into_iter().map(|row| (row, number)));
            changes.push(Change::Row(number, Arc::clone(&shown)));
            self.fresh.push(Row::new(number, (shown, entries)));
        }
        let left = old.iter().map(|row| row.number).filter(|row| !taken.contains(row));
        let gone =
            left.map(|row| Change::Gone { row, into: moved.get(&row).copied().unwrap_or(row) });
        changes.extend(gone);
        changes
    }
}
