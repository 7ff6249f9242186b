//! The orders of the list as the reader goes through them.

use super::list::List;
use crate::library::Sort;

/// The one after it, around.
#[must_use]
pub(super) fn next(sort: Sort) -> Sort {
    match sort {
        Sort::Newest => Sort::Oldest,
        Sort::Oldest => Sort::Title,
        Sort::Title => Sort::Source,
        Sort::Source => Sort::Newest,
    }
}

/// Whether all have been seen with it, from the one that comes first.
#[must_use]
pub(super) fn is_last(sort: Sort) -> bool {
    next(sort) == Sort::default()
}

/// The text that tells of the order of a list.
#[must_use]
pub(super) fn name(list: &List) -> &'static str {
    match list.sort {
        _ if list.is_best_first() && !list.filter.query.is_empty() => "sort-best",
        Sort::Newest => "sort-newest",
        Sort::Oldest => "sort-oldest",
        Sort::Title => "sort-title",
        Sort::Source => "sort-source",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_orders_go_around() {
        let around = std::iter::successors(Some(Sort::Newest), |&sort| Some(next(sort)));
        let around: Vec<_> = around.take(5).collect();
        assert_eq!(around, [Sort::Newest, Sort::Oldest, Sort::Title, Sort::Source, Sort::Newest]);
    }
}
