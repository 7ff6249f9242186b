//! The list pane's state: which articles there are, which are shown, in what order, which is selected.
//!
//! All articles are kept in order, shown or not: a filter that changes with every letter only picks
//! from them, and what is read while a large library loads is put in its place without sorting the
//! rest again.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::sync::Arc;

use crate::article::ArticleId;
use crate::library::{Change, Entry};
use crate::search::Query;
use crate::store::{Marks, State};

use super::sort::{Key, Sort};

/// Which articles are shown at all.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// What they must contain.
    pub query: Query,
    /// Only bookmarked ones.
    pub bookmarks_only: bool,
    /// Only unread ones.
    pub unread_only: bool,
}

impl Filter {
    /// Whether it lets everything through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.query.is_empty() && !self.bookmarks_only && !self.unread_only
    }

    /// Whether marks fit; they are looked up only where that depends on them.
    fn allows(&self, marks: impl Fn() -> Marks) -> bool {
        (!self.bookmarks_only || marks().bookmarked) && (!self.unread_only || !marks().read)
    }
}

/// The list.
#[derive(Debug, Default)]
pub struct List {
    /// Every article of the library by its number; those that have become one with another stay, but
    /// are in no order.
    pub entries: Vec<Arc<Entry>>,
    /// What each of them is put in order by.
    keys: Vec<Key>,
    /// Indices of all, in order.
    order: Vec<usize>,
    /// Indices of those shown, in order.
    pub shown: Vec<usize>,
    /// Which row of `shown` is selected.
    pub selected: usize,
    /// Whether the user has chosen that row; until then the first row is selected, whichever article
    /// comes to stand there.
    chosen: bool,
    /// The first row on screen.
    pub top: usize,
    /// The order; [`Self::set_sort`] changes it.
    pub sort: Sort,
    /// What is shown.
    pub filter: Filter,
    /// An article that stays shown although its marks no longer fit the filter: the one that the user
    /// is at. Otherwise what is unmarked would vanish from under the hand.
    pub kept: Option<ArticleId>,
    /// What was selected before a filter was typed.
    noted: Option<ArticleId>,
}

impl List {
    /// The selected entry.
    #[must_use]
    pub fn current(&self) -> Option<&Arc<Entry>> {
        self.row(self.selected)
    }

    /// The entry in a row.
    #[must_use]
    pub fn row(&self, row: usize) -> Option<&Arc<Entry>> {
        self.shown.get(row).and_then(|&index| self.entries.get(index))
    }

    /// How many articles there are.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.order.len()
    }

    /// Takes in what has been read: new rows, and rows that have changed by it. Gives the articles that
    /// have several versions now.
    pub fn apply(&mut self, changes: Vec<Change>, marks: &State) -> Vec<Arc<Entry>> {
        let mut folded = Vec::new();
        let mut current = self.chosen_index();
        let (mut shown, mut moved) = (Vec::new(), HashSet::new());
        for change in changes {
            match change {
                Change::Row(row, entry) => {
                    let row = row as usize;
                    shown.push(row);
                    moved.insert(row);
                    folded.extend(Some(&entry).filter(|entry| !entry.others.is_empty()).cloned());
                    self.put(row, entry);
                }
                Change::Gone { row, into } => {
                    let (row, into) = (row as usize, into as usize);
                    moved.insert(row);
                    current = current.map(|at| if at == row { into } else { at });
                }
            }
        }
        self.order.retain(|row| !moved.contains(row));
        self.shown.retain(|row| !moved.contains(row));
        shown.sort_by(|&one, &two| self.compare(one, two));
        self.order = self.merged(&self.order, &shown);
        shown.retain(|&index| self.fits(index, marks));
        self.shown = self.merged(&self.shown, &shown);
        self.reselect(current);
        folded
    }

    fn put(&mut self, row: usize, entry: Arc<Entry>) {
        let key = self.sort.key(&entry);
        match (self.entries.get_mut(row), self.keys.get_mut(row)) {
            (Some(old), Some(old_key)) => (*old, *old_key) = (entry, key),
            _ => {
                self.entries.push(entry);
                self.keys.push(key);
            }
        }
    }

    /// Filters anew. The selection stays on its article while that is shown.
    pub fn refresh(&mut self, marks: &State) {
        let current = self.chosen_index();
        self.shown = self.order.iter().copied().filter(|&index| self.fits(index, marks)).collect();
        self.reselect(current);
    }

    /// Puts the articles in another order.
    pub fn set_sort(&mut self, sort: Sort, marks: &State) {
        self.sort = sort;
        self.keys = self.entries.iter().map(|entry| sort.key(entry)).collect();
        let mut order = std::mem::take(&mut self.order);
        order.sort_by(|&one, &two| self.compare(one, two));
        self.order = order;
        self.refresh(marks);
    }

    /// Selects a row; the last one when there are fewer.
    pub fn select(&mut self, row: usize) {
        self.chosen = true;
        self.selected = row.min(self.shown.len().saturating_sub(1));
    }

    /// Selects the first row, whichever article stands there, until the user chooses one.
    pub const fn select_first(&mut self) {
        self.chosen = false;
        self.selected = 0;
    }

    /// The user is at the selected row: the selection stays on its article from now on.
    pub const fn choose(&mut self) {
        self.chosen = true;
    }

    /// Notes the selection, for [`Self::return_to_noted`].
    pub fn note_selected(&mut self) {
        self.noted = self.current().filter(|_| self.chosen).map(|entry| entry.id.clone());
    }

    /// Back to what was selected before a filter was typed.
    pub fn return_to_noted(&mut self) {
        match self.noted.clone() {
            Some(id) => self.select_article(&id),
            None => self.select_first(),
        }
    }

    /// Selects an article where it is shown; stays on it when it is selected already.
    pub fn select_article(&mut self, id: &ArticleId) {
        let is_it = |index: &usize| self.entries.get(*index).is_some_and(|entry| entry.is(id));
        if self.shown.get(self.selected).is_some_and(is_it) {
            self.chosen = true;
        } else if let Some(row) = self.shown.iter().position(is_it) {
            self.select(row);
        }
    }

    /// Scrolls as little as needed to show the selection in `rows` rows.
    pub fn show_selected(&mut self, rows: usize) {
        let last = (self.selected + 1).saturating_sub(rows.max(1));
        self.top = self.top.clamp(last, self.selected.max(last));
        self.top = self.top.min(self.shown.len().saturating_sub(rows.max(1)));
    }

    /// Rows are told apart by index: two files may hold the same article.
    fn chosen_index(&self) -> Option<usize> {
        self.shown.get(self.selected).copied().filter(|_| self.chosen)
    }

    fn reselect(&mut self, current: Option<usize>) {
        let row = current.and_then(|current| self.shown.iter().position(|&at| at == current));
        let nearest = if self.chosen { self.selected } else { 0 };
        self.selected = row.unwrap_or(nearest).min(self.shown.len().saturating_sub(1));
    }

    fn fits(&self, index: usize, marks: &State) -> bool {
        self.entries.get(index).is_some_and(|entry| {
            self.filter.query.matches(&entry.haystack)
                && (self.kept.as_ref().is_some_and(|kept| entry.is(kept))
                    || self.filter.allows(|| marks.marks(&entry.ids(), &entry.given)))
        })
    }

    /// By key; ties fall to the path, so that the order does not depend on which file was read first.
    fn compare(&self, one: usize, two: usize) -> Ordering {
        let place =
            |index: usize| self.entries.get(index).map(|it| (&it.item.path, &it.member, it.index));
        let keys = self.keys.get(one).cmp(&self.keys.get(two));
        keys.then_with(|| place(one).cmp(&place(two)))
    }

    /// Two ordered lists of indices in one; costs a search for each of `new`.
    fn merged(&self, old: &[usize], new: &[usize]) -> Vec<usize> {
        let mut merged = Vec::with_capacity(old.len() + new.len());
        let mut rest = old;
        for &index in new {
            let at = rest.partition_point(|&other| self.compare(other, index) != Ordering::Greater);
            let (before, after) = rest.split_at(at);
            merged.extend_from_slice(before);
            merged.push(index);
            rest = after;
        }
        merged.extend_from_slice(rest);
        merged
    }
}
