//! Which rows are shown: done anew at each key, for all rows, in the order of the list.

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::library::Column;
use crate::store::State;

use super::super::grouping::Grouping;
use super::List;
use super::marked::Marked;
use super::tagged::relabel;

impl List {
    /// Picks what is shown from the rows in their order.
    pub(super) fn pick(&mut self, marks: &State) {
        self.shelf.arrange(self.sort);
        if self.groups.is_stale() && self.grouping() == Some(Grouping::By(Column::Tag)) {
            relabel(&mut self.shelf, marks);
        }
        self.groups.arrange(&mut self.shelf, self.sort);
        if self.filter.is_by_marks() {
            self.marked.get_or_insert_with(|| Marked::of(&self.shelf, marks));
        }
        let matched = self.matched.as_deref().map(Cow::Borrowed);
        let may = if self.filter.is_by_marks() { Some(self.fitting().into()) } else { matched };
        self.shown = self.groups.pick(&self.shelf, self.sort, may.as_deref());
        self.count = self.different(0);
        self.put_ranked_first();
    }

    /// Which rows fit the query and have the marks that are asked for. The one that the user is at fits
    /// whatever its marks.
    fn fitting(&self) -> Vec<bool> {
        let (matched, filter) = (&self.matched, &self.filter);
        let kept = self.kept.as_ref().map(|id| self.shelf.named(id)).unwrap_or_default();
        let is_matched = |row: u32| {
            matched.as_ref().is_none_or(|matched| matched.get(row as usize) == Some(&true))
        };
        let is_marked = |row: u32| {
            self.marked.as_ref().is_some_and(|marked| {
                (!filter.bookmarks_only || marked.is_bookmarked(row))
                    && (!filter.unread_only || !marked.is_read(row))
            })
        };
        let rows = (0..).take(self.shelf.end());
        rows.map(|row| is_matched(row) && (is_marked(row) || kept.contains(&row))).collect()
    }

    /// How many different rows are shown from one on. Only in groups may one be there more than once.
    #[must_use]
    pub fn different(&self, from: usize) -> usize {
        let rows = self.shown.get(from..).unwrap_or_default();
        if self.grouping().is_none() {
            return rows.len();
        }
        let mut seen = vec![false; self.shelf.end()];
        let is_new = |row: &u32| {
            seen.get_mut(*row as usize).is_some_and(|seen| !std::mem::replace(seen, true))
        };
        rows.iter().copied().filter(is_new).count()
    }

    /// Puts what fits the query best first, where that is wanted and known: in each group, if there are any.
    fn put_ranked_first(&mut self) {
        let ranks = self.ranks.as_ref().filter(|_| self.matched.is_some());
        let Some(ranks) = ranks.filter(|ranks| !ranks.is_empty()) else { return };
        let rank = |row: &u32| {
            let doc = self.shelf.docs().get(*row as usize).copied().flatten()?;
            let at = ranks.binary_search_by_key(&doc, |(doc, _)| *doc).ok()?;
            ranks.get(at).map(|(_, rank)| *rank)
        };
        let all = self.groups.by().is_none().then_some(0..self.shown.len());
        let groups = self.groups.spans().iter().map(|span| span.articles.clone());
        for articles in groups.chain(all) {
            let articles = self.shown.get_mut(articles).unwrap_or_default();
            articles.sort_by_cached_key(|row| Reverse(rank(row)));
        }
    }
}

/// Puts behind `onto` the rows of `order` that may be shown: whose number is set in `may`, or all.
///
/// One of two rows may be: a branch would be foreseen wrong for every other one of them, so there is none.
pub(super) fn picked(order: &[u32], may: Option<&[bool]>, onto: &mut Vec<u32>) {
    let Some(may) = may else { return onto.extend_from_slice(order) };
    let mut count = onto.len();
    onto.resize(count + order.len(), 0);
    for &row in order {
        if let Some(place) = onto.get_mut(count) {
            *place = row;
        }
        count += usize::from(may.get(row as usize).copied().unwrap_or_default());
    }
    onto.truncate(count);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(order: &[u32], may: Option<&[bool]>) -> Vec<u32> {
        let mut rows = vec![7];
        picked(order, may, &mut rows);
        rows
    }

    #[test]
    fn the_order_stays() {
        let may = Some(&[true, false, true, true][..]);
        assert_eq!(rows(&[3, 1, 0, 2], may), [7, 3, 0, 2]);
        assert_eq!(rows(&[1, 9], may), [7], "what is not known is not shown");
        assert_eq!(rows(&[2, 0], may), [7, 2, 0]);
        assert_eq!(rows(&[2, 0, 9], None), [7, 2, 0, 9]);
    }
}
