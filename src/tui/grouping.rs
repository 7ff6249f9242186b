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
    /// All of them, as the reader goes through them.
    pub fn all(calendar: Calendar) -> impl Iterator<Item = Self> {
        let names = Column::ALL.into_iter().map(Self::By);
        [Self::Month(calendar), Self::Day].into_iter().chain(names)
    }

    /// The one after it; `None` stands for no groups, and comes first and last.
    #[must_use]
    pub(super) fn next(now: Option<Self>, calendar: Calendar) -> Option<Self> {
        let mut all = Self::all(calendar);
        let Some(now) = now else { return all.next() };
        all.skip_while(|other| *other != now).nth(1)
    }

    /// Its name for programs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Month(_) => "month",
            Self::Day => "day",
            Self::By(Column::Source) => "source",
            Self::By(Column::Author) => "author",
            Self::By(Column::Tag) => "tag",
            Self::By(Column::Language) => "language",
            Self::By(Column::Folder) => "folder",
            Self::By(Column::Format) => "format",
        }
    }

    /// The one of this name.
    #[must_use]
    pub fn named(name: &str, calendar: Calendar) -> Option<Self> {
        Self::all(calendar).find(|by| by.name() == name)
    }

    /// The text that tells of it.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Month(_) => "group-month",
            Self::Day => "group-day",
            Self::By(Column::Source) => "group-source",
            Self::By(Column::Author) => "group-author",
            Self::By(Column::Tag) => "group-tag",
            Self::By(Column::Language) => "group-language",
            Self::By(Column::Folder) => "group-folder",
            Self::By(Column::Format) => "group-format",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_groupings_go_around_and_none_is_left_out() {
        let next = |now: &Option<Grouping>| Some(Grouping::next(*now, Calendar::Jalali));
        let around: Vec<_> = std::iter::successors(Some(None), next).take(10).collect();
        assert_eq!((around[0], around[9]), (None, None));
        assert_eq!(around[1], Some(Grouping::Month(Calendar::Jalali)));
        for column in Column::ALL {
            assert!(around.contains(&Some(Grouping::By(column))), "{column:?}");
        }
    }
}
