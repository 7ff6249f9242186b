//! The groups of the list: which group every row is in, in what order groups come, and where those that are
//! shown stand. Rows are put in groups when the library or the order changes; a filter only picks from them.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil;

use crate::library::{Column, Shelf, Sort};

use super::super::grouping::Grouping;

/// What stands over a group.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Heading {
    /// A day.
    Day(civil::Date),
    /// The month that begins on this day.
    Month(civil::Date),
    /// A name in a column.
    Name(Column, Arc<str>),
    /// Over what has none of these.
    Unknown,
}

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
    /// Of each row: which of the headings it is under.
    group_of: Vec<u32>,
    /// All rows, group by group.
    order: Vec<u32>,
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

    /// All rows in their order.
    pub(super) fn order<'a>(&'a self, shelf: &'a Shelf, sort: Sort) -> &'a [u32] {
        if self.by.is_some() { &self.order } else { shelf.order(sort) }
    }

    /// Which group a row is in.
    pub(super) fn group_of(&self, row: u32) -> u32 {
        self.group_of.get(row as usize).copied().unwrap_or_default()
    }

    /// Rows have changed, or their order.
    pub(super) const fn forget(&mut self) {
        self.is_stale = true;
    }

    /// Puts all rows in groups anew, where something has changed.
    pub(super) fn arrange(&mut self, shelf: &mut Shelf, sort: Sort) {
        let Some(by) = self.by.filter(|_| std::mem::take(&mut self.is_stale)) else { return };
        (self.headings, self.group_of) = match by {
            Grouping::Day => by_days(shelf.days(), sort, Heading::Day, |day| day),
            Grouping::Month(calendar) => {
                by_days(shelf.days(), sort, Heading::Month, |day| calendar.month(day))
            }
            Grouping::By(column) => by_names(shelf, column),
        };
        // What nothing is known of is in the last group.
        let last = u32::try_from(self.headings.len()).unwrap_or(u32::MAX);
        self.headings.push(Heading::Unknown);
        self.group_of.resize(shelf.end().max(self.group_of.len()), last);
        self.group_of.iter_mut().for_each(|group| *group = last.min(*group));
        self.order = sorted(shelf.order(sort), &self.group_of, self.headings.len());
    }

    /// Finds where the groups of these rows stand, which are in order.
    pub(super) fn span(&mut self, shown: &[u32]) {
        let mut spans = std::mem::take(&mut self.spans);
        spans.clear();
        if self.by.is_none() {
            return;
        }
        let (mut start, mut item, mut stop) = (0, 0, 0);
        for rows in shown.chunk_by(|one, other| self.group_of(*one) == self.group_of(*other)) {
            let group = rows.first().map_or(0, |row| self.group_of(*row));
            let is_folded =
                self.headings.get(group as usize).is_some_and(|it| self.folded.contains(it));
            let articles = start..start + rows.len();
            let span = Span { group, articles, is_folded, item, stop };
            start += rows.len();
            item += span.items();
            stop += span.stops();
            spans.push(span);
        }
        self.spans = spans;
    }

    pub(super) fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// The heading of a group that is shown.
    pub(super) fn heading(&self, span: &Span) -> &Heading {
        self.headings.get(span.group as usize).unwrap_or(&Heading::Unknown)
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
    }

    /// Folds all groups, be they shown or not; where all that are shown are folded, unfolds all.
    pub(super) fn toggle_all(&mut self) {
        if self.spans.iter().all(|span| span.is_folded) {
            self.folded.clear();
        } else {
            self.folded.extend(self.headings.iter().cloned());
        }
    }
}

/// The groups of days, and which of them each row is in; none where its day is not known.
fn by_days(
    days: &[Option<civil::Date>],
    sort: Sort,
    heading: fn(civil::Date) -> Heading,
    first: impl Fn(civil::Date) -> civil::Date,
) -> (Vec<Heading>, Vec<u32>) {
    let mut known: Vec<civil::Date> = days.iter().flatten().copied().collect();
    known.sort_unstable();
    known.dedup();
    let firsts: Vec<civil::Date> = known.iter().map(|day| first(*day)).collect();
    let mut groups = firsts.clone();
    groups.dedup();
    if sort != Sort::Oldest {
        groups.reverse();
    }
    let place = |first: &civil::Date| {
        let found = match sort {
            Sort::Oldest => groups.binary_search(first),
            _ => groups.binary_search_by(|group| first.cmp(group)),
        };
        found.ok().and_then(|at| u32::try_from(at).ok()).unwrap_or(u32::MAX)
    };
    let places: Vec<u32> = firsts.iter().map(place).collect();
    let group = |day: &Option<civil::Date>| {
        let at = day.and_then(|day| known.binary_search(&day).ok());
        at.and_then(|at| places.get(at).copied()).unwrap_or(u32::MAX)
    };
    let group_of = days.iter().map(group).collect();
    (groups.into_iter().map(heading).collect(), group_of)
}

/// The groups of names, and which of them each row is in.
fn by_names(shelf: &mut Shelf, column: Column) -> (Vec<Heading>, Vec<u32>) {
    let end = u32::try_from(shelf.end()).unwrap_or(u32::MAX);
    let Some(labels) = shelf.labels(column) else { return Default::default() };
    let sorted = labels.sorted();
    let mut places = vec![u32::MAX; sorted.len()];
    for (place, number) in (0..).zip(&sorted) {
        if let Some(slot) = places.get_mut(*number as usize) {
            *slot = place;
        }
    }
    let name = |number: &u32| labels.name(*number).unwrap_or_default().into();
    let headings = sorted.iter().map(|number| Heading::Name(column, name(number))).collect();
    let place = |row| places.get(labels.of_row(row)? as usize).copied();
    (headings, (0..end).map(|row| place(row).unwrap_or(u32::MAX)).collect())
}

/// Rows group by group, in their order within each: by counting, since groups are numbers.
fn sorted(rows: &[u32], group_of: &[u32], groups: usize) -> Vec<u32> {
    let group = |row: u32| group_of.get(row as usize).map_or(0, |group| *group as usize);
    let mut places = vec![0_usize; groups + 1];
    for &row in rows {
        if let Some(count) = places.get_mut(group(row) + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for place in &mut places {
        sum += *place;
        *place = sum;
    }
    let mut sorted = vec![0; rows.len()];
    for &row in rows {
        let Some(place) = places.get_mut(group(row)) else { continue };
        if let Some(slot) = sorted.get_mut(*place) {
            *slot = row;
        }
        *place += 1;
    }
    sorted
}
