//! The list pane's state: which articles there are, which are shown, in what order, which is selected.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

use crate::article::ArticleId;
use crate::library::Entry;
use crate::search::{Query, fold};
use crate::store::Marks;

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By date, the latest first.
    #[default]
    Newest,
    /// By date, the earliest first.
    Oldest,
    /// By title.
    Title,
    /// By source, then by date.
    Source,
}

impl Sort {
    /// The one after it, around.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Newest => Self::Oldest,
            Self::Oldest => Self::Title,
            Self::Title => Self::Source,
            Self::Source => Self::Newest,
        }
    }

    /// For the status line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Newest => "newest first",
            Self::Oldest => "oldest first",
            Self::Title => "by title",
            Self::Source => "by source",
        }
    }

    fn compare(self, one: &Entry, two: &Entry) -> Ordering {
        let latest = || two.date().cmp(&one.date());
        let key = match self {
            Self::Newest => latest(),
            Self::Oldest => one.date().cmp(&two.date()),
            Self::Title => fold(&one.metadata.title).cmp(&fold(&two.metadata.title)),
            Self::Source => one.metadata.source.cmp(&two.metadata.source).then_with(latest),
        };
        key.then_with(|| (&one.item.path, one.index).cmp(&(&two.item.path, two.index)))
    }
}

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
}

/// The list.
#[derive(Debug, Default)]
pub struct List {
    /// Every article of the library, as delivered.
    pub entries: Vec<Arc<Entry>>,
    /// Indices of those shown, in order.
    pub shown: Vec<usize>,
    /// Which row of `shown` is selected.
    pub selected: usize,
    /// The first row on screen.
    pub top: usize,
    /// The order.
    pub sort: Sort,
    /// What is shown.
    pub filter: Filter,
    /// An article that stays shown although the filter no longer lets it through: the one being read.
    pub kept: Option<ArticleId>,
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

    /// Filters and sorts anew. The selection stays on its article while that is shown.
    pub fn refresh(&mut self, marks: &HashMap<ArticleId, Marks>) {
        let current = self.current().map(|entry| entry.id.clone());
        let fits = |entry: &Entry| {
            let marks = marks.get(&entry.id).copied().unwrap_or_default();
            self.kept.as_ref() == Some(&entry.id)
                || self.filter.query.matches(&entry.haystack)
                    && (!self.filter.bookmarks_only || marks.bookmarked)
                    && (!self.filter.unread_only || !marks.read)
        };
        let entries = self.entries.iter().enumerate();
        self.shown = entries.filter(|(_, entry)| fits(entry)).map(|(index, _)| index).collect();
        let (entries, sort) = (&self.entries, self.sort);
        self.shown.sort_by(|&one, &two| sort.compare(&entries[one], &entries[two]));
        let row = self.shown.iter().position(|&index| Some(&entries[index].id) == current.as_ref());
        self.selected = row.unwrap_or(self.selected).min(self.shown.len().saturating_sub(1));
    }

    /// Selects a row; the last one when there are fewer.
    pub fn select(&mut self, row: usize) {
        self.selected = row.min(self.shown.len().saturating_sub(1));
    }

    /// Scrolls as little as needed to show the selection in `rows` rows.
    pub fn show_selected(&mut self, rows: usize) {
        let last = (self.selected + 1).saturating_sub(rows.max(1));
        self.top = self.top.clamp(last, self.selected.max(last));
        self.top = self.top.min(self.shown.len().saturating_sub(rows.max(1)));
    }
}
