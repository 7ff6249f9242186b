//! The list pane's state: which articles are shown, in what order, which is selected.
//!
//! Rows are numbers: a filter that changes with every letter only picks from them, and nothing here looks
//! at every article. Only the rows on screen are looked at, and what is selected.

mod groups;
mod heading;
mod marked;
mod pick;
mod place;
mod tagged;

use std::sync::Arc;

use crate::article::ArticleId;
use crate::library::{Change, Column, Entry, Shelf, Sort};
use crate::search::{Added, Doc, Docs, Query, Relevance};
use crate::store::State;

use super::arrangement::Arrangement;
use super::grouping::Grouping;
use groups::Groups;
use marked::Marked;
use pick::picked;
use tagged::tagged;

pub use groups::Span;
pub use heading::Heading;
pub(super) use place::Item;

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
        self.query.is_empty() && !self.is_by_marks()
    }

    /// Whether it depends on marks.
    const fn is_by_marks(&self) -> bool {
        self.bookmarks_only || self.unread_only
    }
}

/// The list.
#[derive(Debug, Default)]
pub struct List {
    /// Every article of the library.
    pub shelf: Shelf,
    /// How often it has changed.
    edition: u64,
    /// Which rows fit the query, as far as is known; all where there is none.
    matched: Option<Vec<bool>>,
    search: Search,
    /// Whether rows have come that have not been looked at.
    stale: bool,
    tags: Tags,
    /// The marks, once a filter depends on them.
    marked: Option<Marked>,
    /// The rows of the shelf that are shown, in order; one that is in several groups is in each of them.
    pub shown: Vec<u32>,
    /// How many different ones these are.
    count: usize,
    groups: Groups,
    /// Which of `shown` is selected; where that is folded away, the heading over it is.
    pub selected: usize,
    /// Whether the user has chosen that row; until then the first row is selected, whichever article
    /// comes to stand there.
    chosen: bool,
    /// The first of what is listed that is on screen.
    pub top: usize,
    /// The order; [`Self::set_sort`] changes it.
    pub sort: Sort,
    /// Where what fits a query best comes first, and the order decides among equals: how well texts fit,
    /// as far as is known, in the order of their numbers.
    ranks: Option<Vec<(Doc, Relevance)>>,
    /// What is shown.
    pub filter: Filter,
    /// An article that stays shown although its marks no longer fit the filter: the one that the user
    /// is at. Otherwise what is unmarked would vanish from under the hand.
    pub kept: Option<ArticleId>,
    /// What was selected before a filter was typed.
    noted: Option<ArticleId>,
}

/// What the search has been told of the reader's own tags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tags {
    /// That there are none.
    None,
    /// All of them.
    Told,
    /// Nothing, and there may be some by now.
    #[default]
    OutdatedNone,
    /// What they were before.
    Outdated,
}

/// What is being looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Search {
    /// Nothing.
    #[default]
    Done,
    /// What fits among the rows that have come.
    Again,
    /// What fits a new query: what is shown does not.
    Anew,
}

impl List {
    /// The selected entry; none where a heading is selected.
    #[must_use]
    pub fn current(&self) -> Option<Arc<Entry>> {
        self.row(self.selected).filter(|_| !self.is_folded_away())
    }

    /// The entry in a row.
    #[must_use]
    pub fn row(&self, row: usize) -> Option<Arc<Entry>> {
        self.shown.get(row).and_then(|&row| self.shelf.entry(row))
    }

    /// How many articles are shown.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.count
    }

    /// How many articles there are.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.shelf.len()
    }

    /// Shows a library as it was when it was last read.
    pub fn show(&mut self, shelf: Shelf, marks: &State) {
        self.shelf = shelf;
        self.edition += 1;
        self.groups.forget();
        self.pick(marks);
        self.select_first();
    }

    /// Takes in what has been read: new rows, and rows that have changed by it.
    pub fn apply(&mut self, changes: Vec<Change>, marks: &State) {
        if changes.is_empty() {
            return;
        }
        let mut current = self.chosen_place();
        let mut changed = Vec::with_capacity(changes.len());
        for change in &changes {
            match *change {
                Change::Row(row, _) => changed.push(row),
                Change::Gone { row, into } => {
                    current.iter_mut().filter(|at| at.row == row).for_each(|at| at.row = into);
                }
            }
        }
        self.shelf.apply(changes);
        self.edition += 1;
        self.groups.forget();
        self.retag();
        if let Some(marked) = &mut self.marked {
            marked.look(changed, (&self.shelf, marks));
        }
        self.pick(marks);
        self.reselect(current);
    }

    /// Filters anew. The selection stays on its article while that is shown.
    pub fn refresh(&mut self, marks: &State) {
        let current = self.chosen_place();
        self.pick(marks);
        self.reselect(current);
    }

    /// Shows what fits a query once that is known.
    pub fn seek(&mut self, query: Query) {
        self.filter.query = query;
        self.ranks.iter_mut().for_each(Vec::clear);
        (self.search, self.stale) = (Search::Anew, false);
    }

    /// A query that everything fits.
    pub fn match_all(&mut self, query: Query) {
        self.filter.query = query;
        (self.matched, self.search) = (None, Search::Done);
    }

    /// Whether what is shown does not fit the query yet.
    #[must_use]
    pub fn is_seeking(&self) -> bool {
        self.search == Search::Anew
    }

    /// What is shown has to do.
    pub const fn stop_seeking(&mut self) {
        self.search = Search::Again;
    }

    /// What is to be looked for anew, because more rows have come.
    pub fn seek_again(&mut self) -> Option<Query> {
        if self.search != Search::Done || !self.stale || self.filter.query.is_empty() {
            return None;
        }
        (self.search, self.stale) = (Search::Again, false);
        Some(self.filter.query.clone())
    }

    /// The texts that fit the query.
    pub fn take_matches(&mut self, docs: &Docs) {
        self.show_matches(docs);
        self.search = Search::Done;
    }

    /// Some of the texts that fit the query; more are being looked for.
    pub fn show_matches(&mut self, docs: &Docs) {
        let fits = |doc: &Option<Doc>| doc.is_some_and(|doc| docs.contains(doc));
        self.matched = Some(self.shelf.docs().iter().map(fits).collect());
    }

    /// Whether what fits a query best comes first.
    #[must_use]
    pub const fn is_best_first(&self) -> bool {
        self.ranks.is_some()
    }

    /// Puts what fits a query best first, as soon as that is known.
    pub fn put_best_first(&mut self) {
        self.ranks = Some(Vec::new());
    }

    /// How well the texts fit the query.
    pub fn take_ranks(&mut self, ranks: Vec<(Doc, Relevance)>) {
        self.ranks = self.ranks.take().map(|_| ranks);
    }

    /// The marks of an article have changed.
    pub fn remark(&mut self, id: &ArticleId, marks: &State) {
        if let Some(marked) = &mut self.marked {
            marked.look(self.shelf.named(id), (&self.shelf, marks));
        }
    }

    /// Any marks may have changed.
    pub fn forget_marks(&mut self) {
        self.marked = None;
        self.retag();
    }

    /// Tags may have changed.
    pub fn retag(&mut self) {
        if self.grouping() == Some(Grouping::By(Column::Tag)) {
            self.groups.forget();
        }
        self.stale = true;
        self.tags = match self.tags {
            Tags::None | Tags::OutdatedNone => Tags::OutdatedNone,
            Tags::Told | Tags::Outdated => Tags::Outdated,
        };
    }

    /// The reader's own tags by the texts of their articles, if they have changed since they were told.
    pub fn tagged(&mut self, marks: &State) -> Option<Added> {
        let had_tags = match self.tags {
            Tags::None | Tags::Told => return None,
            Tags::OutdatedNone => false,
            Tags::Outdated => true,
        };
        let rows = tagged(&self.shelf, marks).into_iter();
        let entries = rows.filter_map(|row| self.shelf.entry(row));
        let tagged = entries.filter_map(|entry| Some((entry.doc?, marks.tags(&entry.ids(), &[]))));
        let tagged: Added = tagged.collect();
        self.tags = if tagged.is_empty() { Tags::None } else { Tags::Told };
        (had_tags || !tagged.is_empty()).then_some(tagged)
    }

    /// Puts the articles in another order.
    pub fn set_sort(&mut self, sort: Sort, marks: &State) {
        (self.sort, self.ranks) = (sort, None);
        self.groups.forget();
        self.refresh(marks);
    }

    /// How the articles are arranged.
    #[must_use]
    pub const fn arrangement(&self) -> Arrangement {
        Arrangement { sort: self.sort, grouping: self.groups.by() }
    }

    /// Arranges the articles.
    pub fn arrange(&mut self, arrangement: Arrangement, marks: &State) {
        self.set_sort(arrangement.sort, marks);
        self.set_grouping(arrangement.grouping, marks);
    }

    /// What the articles are grouped by.
    #[must_use]
    pub const fn grouping(&self) -> Option<Grouping> {
        self.groups.by()
    }

    /// Puts the articles in groups, or in none.
    pub fn set_grouping(&mut self, by: Option<Grouping>, marks: &State) {
        self.groups.set(by);
        self.refresh(marks);
    }

    /// Folds the group of the selection, or unfolds it.
    pub fn toggle_fold(&mut self) {
        self.groups.toggle(self.selected);
    }

    /// Folds all groups; where all are folded, unfolds them.
    pub fn toggle_folds(&mut self) {
        self.groups.toggle_all();
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
        let rows = self.shelf.named(id);
        if self.shown.get(self.selected).is_some_and(|row| rows.contains(row)) {
            self.chosen = true;
        } else if let Some(at) = self.shown.iter().position(|row| rows.contains(row)) {
            self.select(at);
        }
    }

    /// Rows are told apart by number: two files may hold the same article.
    fn chosen_place(&self) -> Option<Chosen> {
        let row = self.shown.get(self.selected).copied().filter(|_| self.chosen)?;
        let heading = self.groups.at(self.selected).map(|span| self.groups.heading(span).clone());
        Some(Chosen { row, heading })
    }

    fn reselect(&mut self, current: Option<Chosen>) {
        let place = current.and_then(|current| self.place_of(&current));
        let nearest = if self.chosen { self.selected } else { 0 };
        self.selected = place.unwrap_or(nearest).min(self.shown.len().saturating_sub(1));
    }

    /// Where a row is shown: in the group that it was chosen in, else in the first.
    fn place_of(&self, chosen: &Chosen) -> Option<usize> {
        let at = |row: &u32| *row == chosen.row;
        let in_group = chosen.heading.as_ref().and_then(|heading| {
            let articles = self.groups.under(heading)?;
            Some(articles.start + self.shown.get(articles)?.iter().position(at)?)
        });
        in_group.or_else(|| self.shown.iter().position(at))
    }
}

/// Where the user is.
#[derive(Clone, Debug)]
struct Chosen {
    row: u32,
    heading: Option<Heading>,
}
