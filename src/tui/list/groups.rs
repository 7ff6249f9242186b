//! The groups of the list: in what order they come, and where those that are shown stand. Rows are put in
//! groups when the library or the order changes; a filter only picks from them.
//!
//! A row that is in several groups, as an article of several tags is, stands in each of them.

mod members;

use std::collections::HashSet;
use std::ops::Range;

use crate::library::{Shelf, Sort};

use super::super::grouping::Grouping;
use super::heading::Heading;
use super::picked;
use members::Members;

/// A group that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Which heading stands over it.
    group: u32,
    /// Which of the shown articles are in it.
    pub articles: Range<usize>,
    /// Whether they are folded away under it.
    pub is_folded: bool,
    /// The place of its heading among all that is listed.
    pub(super) item: usize,
    /// The place of its first stop among all that can be selected.
    pub(super) stop: usize,
}

impl Span {
    /// How many rows are listed for it, with its heading.
    pub(super) fn items(&self) -> usize {
        1 + if self.is_folded { 0 } else { self.articles.len() }
    }

    /// How many of them can be selected: a heading only where it stands for what is folded away.
    pub(super) fn stops(&self) -> usize {
        if self.is_folded { 1 } else { self.articles.len() }
    }
}

/// The groups.
#[derive(Debug, Default)]
pub(super) struct Groups {
    by: Option<Grouping>,
    /// Whether rows have changed, or their order.
    is_stale: bool,
    /// In their order.
    headings: Vec<Heading>,
    /// All rows, group by group.
    order: Vec<u32>,
    /// Where each group ends among them.
    ends: Vec<usize>,
    /// Those whose articles are not shown.
    folded: HashSet<Heading>,
    /// Those that are shown.
    spans: Vec<Span>,
}

impl Groups {
    pub(super) const fn by(&self) -> Option<Grouping> {
        self.by
    }

    /// Groups by something else; nothing is folded.
    pub(super) fn set(&mut self, by: Option<Grouping>) {
        *self = Self { by, is_stale: true, ..Self::default() };
    }

    /// Rows have changed, or their order.
    pub(super) const fn forget(&mut self) {
        self.is_stale = true;
    }

    /// Whether rows are to be put in groups anew.
    pub(super) fn is_stale(&self) -> bool {
        self.is_stale && self.by.is_some()
    }

    /// Puts all rows in groups anew, where something has changed.
    pub(super) fn arrange(&mut self, shelf: &mut Shelf, sort: Sort) {
        let Some(by) = self.by.filter(|_| std::mem::take(&mut self.is_stale)) else { return };
        let members = Members::of(by, shelf, sort);
        (self.order, self.ends) = members.in_order(shelf.order(sort));
        self.headings = members.headings;
    }

    /// Of all rows in their order, those that may be shown; finds where their groups stand. Where nothing
    /// is said of rows, all may be.
    pub(super) fn pick(&mut self, shelf: &Shelf, sort: Sort, may: Option<&[bool]>) -> Vec<u32> {
        let mut shown = Vec::new();
        self.spans.clear();
        if self.by.is_none() {
            picked(shelf.order(sort), may, &mut shown);
            return shown;
        }
        let mut begin = 0;
        for (group, &end) in (0..).zip(&self.ends) {
            let first = shown.len();
            picked(self.order.get(begin..end).unwrap_or_default(), may, &mut shown);
            if shown.len() > first {
                let articles = first..shown.len();
                self.spans.push(Span { group, articles, is_folded: false, item: 0, stop: 0 });
            }
            begin = end;
        }
        self.place();
        shown
    }

    /// Finds where the headings stand, now that some are folded.
    fn place(&mut self) {
        let (mut item, mut stop) = (0, 0);
        for span in &mut self.spans {
            let heading = self.headings.get(span.group as usize);
            span.is_folded = heading.is_some_and(|heading| self.folded.contains(heading));
            (span.item, span.stop) = (item, stop);
            item += span.items();
            stop += span.stops();
        }
    }

    pub(super) fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// The heading of a group that is shown.
    pub(super) fn heading(&self, span: &Span) -> &Heading {
        self.headings.get(span.group as usize).unwrap_or(&Heading::Unknown)
    }

    /// Which of the shown articles are under a heading.
    pub(super) fn under(&self, heading: &Heading) -> Option<Range<usize>> {
        let span = self.spans.iter().find(|span| self.heading(span) == heading);
        span.map(|span| span.articles.clone())
    }

    /// The group of one of the shown articles.
    pub(super) fn at(&self, article: usize) -> Option<&Span> {
        self.spans.get(self.spans.partition_point(|span| span.articles.end <= article))
    }

    /// Folds the group of a shown article, or unfolds it.
    pub(super) fn toggle(&mut self, article: usize) {
        let Some(heading) = self.at(article).map(|span| self.heading(span).clone()) else { return };
        if !self.folded.remove(&heading) {
            self.folded.insert(heading);
        }
        self.place();
    }

    /// Folds all groups, be they shown or not; where all that are shown are folded, unfolds all.
    pub(super) fn toggle_all(&mut self) {
        if self.spans.iter().all(|span| span.is_folded) {
            self.folded.clear();
        } else {
            self.folded.extend(self.headings.iter().cloned());
        }
        self.place();
    }
}
