//! Rows in an order, which changes to some of them do not make anew: those are taken out, sorted and put
//! in their places among the rest.

use std::cmp::Ordering;

/// Rows in an order.
#[derive(Debug, Default)]
pub(super) struct Sequence {
    rows: Vec<u32>,
    /// Rows that have changed since then; those that are in the order no longer belong where they are.
    touched: Vec<Touched>,
    /// All rows in the order have lower numbers.
    end: u32,
    has_begun: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Touched {
    row: u32,
    is_there: bool,
}

impl Sequence {
    /// The rows, as they were when they were last arranged.
    pub(super) fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// Whether the rows have been asked for.
    pub(super) const fn has_begun(&self) -> bool {
        self.has_begun
    }

    /// Begins with rows that are in order.
    pub(super) fn begin(&mut self, rows: Vec<u32>) {
        self.end = rows.iter().max().map_or(0, |last| last + 1);
        (self.rows, self.has_begun) = (rows, true);
    }

    /// How many rows wait to be put in their places.
    pub(super) const fn waiting(&self) -> usize {
        self.touched.len()
    }

    /// A row is new, or belongs elsewhere now.
    pub(super) fn put(&mut self, row: u32) {
        self.touch(Touched { row, is_there: true });
    }

    /// A row has gone.
    pub(super) fn drop(&mut self, row: u32) {
        self.touch(Touched { row, is_there: false });
    }

    /// Whoever has not begun is told of all rows when he begins.
    fn touch(&mut self, touched: Touched) {
        if self.has_begun {
            self.touched.push(touched);
        }
    }

    /// Puts rows that have changed in their places.
    pub(super) fn arrange(&mut self, compare: impl Fn(u32, u32) -> Ordering) {
        let mut touched = std::mem::take(&mut self.touched);
        // What became of a row last counts.
        touched.reverse();
        touched.sort_by_key(|touched| touched.row);
        touched.dedup_by_key(|touched| touched.row);
        self.take_out(&touched);
        let there = touched.iter().filter(|touched| touched.is_there);
        let mut new: Vec<u32> = there.map(|touched| touched.row).collect();
        self.end = new.last().map_or(self.end, |&last| self.end.max(last + 1));
        new.sort_by(|&one, &other| compare(one, other));
        self.rows = merged(&self.rows, &new, compare);
    }

    fn take_out(&mut self, touched: &[Touched]) {
        // They are sorted by their numbers, and new rows have new ones.
        let (old, _) = touched.split_at(touched.partition_point(|touched| touched.row < self.end));
        let mut is_out = vec![false; if old.is_empty() { 0 } else { self.end as usize }];
        for touched in old {
            if let Some(out) = is_out.get_mut(touched.row as usize) {
                *out = true;
            }
        }
        if !old.is_empty() {
            self.rows.retain(|&row| is_out.get(row as usize) != Some(&true));
        }
    }
}

/// Two ordered lists of rows in one; costs a search for each of `new`.
fn merged(old: &[u32], new: &[u32], compare: impl Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut merged = Vec::with_capacity(old.len() + new.len());
    let mut rest = old;
    for &row in new {
        let at = rest.partition_point(|&other| compare(other, row) != Ordering::Greater);
        let (before, after) = rest.split_at(at);
        merged.extend_from_slice(before);
        merged.push(row);
        rest = after;
    }
    merged.extend_from_slice(rest);
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_came_and_went_and_came_is_there_once() {
        let mut sequence = Sequence::default();
        let by_number = |one: u32, other: u32| other.cmp(&one);
        sequence.put(7);
        sequence.begin(Vec::new());
        sequence.put(0);
        sequence.put(1);
        sequence.drop(1);
        sequence.put(2);
        sequence.put(1);
        sequence.arrange(by_number);
        assert_eq!(sequence.rows(), [2, 1, 0]);
        sequence.put(1);
        sequence.drop(1);
        sequence.drop(0);
        sequence.put(0);
        assert_eq!(sequence.rows(), [2, 1, 0], "not before it is asked for");
        sequence.arrange(by_number);
        assert_eq!(sequence.rows(), [2, 0]);
    }
}
