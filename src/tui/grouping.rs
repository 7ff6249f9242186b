//! What the list is grouped by, as the reader goes through it.

use crate::library::Column;
use crate::locale::Calendar;

/// What the articles of a group have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// The month, of this calendar.
    Month(Calendar),
    /// The day.
    Day,
    /// A name.
    By(Column),
}

impl Grouping {
    /// The one after it; `None` stands for no groups, and comes first and last.
    #[must_use]
    pub(super) const fn next(now: Option<Self>, calendar: Calendar) -> Option<Self> {
        match now {
            None => Some(Self::Month(calendar)),
            Some(Self::Month(_)) => Some(Self::Day),
            Some(Self::Day) => Some(Self::By(Column::Source)),
            Some(Self::By(Column::Source)) => Some(Self::By(Column::Author)),
            Some(Self::By(Column::Author)) => Some(Self::By(Column::Language)),
            Some(Self::By(Column::Language)) => Some(Self::By(Column::Folder)),
            Some(Self::By(Column::Folder)) => None,
        }
    }

    /// The text that tells of it.
    #[must_use]
    pub(super) const fn text(self) -> &'static str {
        match self {
            Self::Month(_) => "group-month",
            Self::Day => "group-day",
            Self::By(Column::Source) => "group-source",
            Self::By(Column::Author) => "group-author",
            Self::By(Column::Language) => "group-language",
            Self::By(Column::Folder) => "group-folder",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_groupings_go_around_and_none_is_left_out() {
        let next = |now: &Option<Grouping>| Some(Grouping::next(*now, Calendar::Jalali));
        let around: Vec<_> = std::iter::successors(Some(None), next).take(8).collect();
        assert_eq!((around[0], around[7]), (None, None));
        assert_eq!(around[1], Some(Grouping::Month(Calendar::Jalali)));
        for column in Column::ALL {
            assert!(around.contains(&Some(Grouping::By(column))), "{column:?}");
        }
    }
}
