//! The orders of the list as the reader goes through them, and how they are said.

use super::list::List;
use crate::library::Sort;

/// The one after it, around.
#[must_use]
pub(super) fn next(sort: Sort) -> Sort {
    let mut around = Sort::ALL.into_iter().cycle().skip_while(|other| *other != sort);
    around.nth(1).unwrap_or_default()
}

/// Whether all have been seen with it, from the one that comes first.
#[must_use]
pub(super) fn is_last(sort: Sort) -> bool {
    next(sort) == Sort::default()
}

/// The text that tells of the order of a list.
#[must_use]
pub(super) fn of_list(list: &List) -> &'static str {
    let is_best_first = list.is_best_first() && !list.filter.query.is_empty();
    if is_best_first { "sort-best" } else { text(list.sort) }
}

/// The text that tells of an order.
#[must_use]
pub const fn text(sort: Sort) -> &'static str {
    match sort {
        Sort::Newest => "sort-newest",
        Sort::Oldest => "sort-oldest",
        Sort::Title => "sort-title",
        Sort::Source => "sort-source",
        Sort::Author => "sort-author",
        Sort::Longest => "sort-longest",
        Sort::Shortest => "sort-shortest",
        Sort::Saved => "sort-saved",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_orders_go_around() {
        let around = std::iter::successors(Some(Sort::Newest), |&sort| Some(next(sort)));
        let around: Vec<_> = around.take(9).collect();
        assert_eq!((&around[..8], around[8]), (&Sort::ALL[..], Sort::Newest));
        assert!(is_last(around[7]) && !is_last(around[6]));
    }
}
