//! The orders of a list. What articles are compared by is made once for each article, not once for
//! each comparison: folding a title costs more than reading it.

use std::cmp::Ordering;

use crate::article::Date;
use crate::search::fold;

use super::Entry;

/// The order of a list.
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

/// What an article is put in order by, whichever the order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Key {
    date: Option<Date>,
    /// Folded.
    title: Box<str>,
    /// In lower case.
    source: Option<Box<str>>,
}

impl Key {
    /// The key of an article.
    #[must_use]
    pub fn of(entry: &Entry) -> Self {
        Self {
            date: entry.date(),
            title: fold(&entry.metadata.title).into(),
            source: entry.metadata.source.as_ref().map(|source| source.to_lowercase().into()),
        }
    }
}

impl Sort {
    /// All orders.
    pub const ALL: [Self; 4] = [Self::Newest, Self::Oldest, Self::Title, Self::Source];

    /// Which of two articles comes first. What has no date or no source comes last.
    #[must_use]
    pub fn compare(self, one: &Key, other: &Key) -> Ordering {
        match self {
            Self::Newest => other.date.cmp(&one.date),
            Self::Oldest => (one.date.is_none(), one.date).cmp(&(other.date.is_none(), other.date)),
            Self::Title => one.title.cmp(&other.title),
            Self::Source => {
                let known = one.source.is_none().cmp(&other.source.is_none());
                known
                    .then_with(|| one.source.cmp(&other.source))
                    .then_with(|| other.date.cmp(&one.date))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn key(day: Option<i8>, source: Option<&str>) -> Key {
        let date = day.map(|day| Date::day(date(2025, 3, day)));
        Key { date, title: "".into(), source: source.map(Into::into) }
    }

    #[test]
    fn what_is_not_known_comes_last() {
        let (early, late, never) = (key(Some(1), None), key(Some(2), None), key(None, None));
        for (sort, sorted) in
            [(Sort::Newest, [&late, &early, &never]), (Sort::Oldest, [&early, &late, &never])]
        {
            assert!(sorted.is_sorted_by(|one, two| sort.compare(one, two).is_lt()), "{sort:?}");
        }
        let (wire, post) = (key(None, Some("wire")), key(Some(1), Some("post")));
        let sorted = [&post, &wire, &late, &early, &never];
        assert!(sorted.is_sorted_by(|one, two| Sort::Source.compare(one, two).is_lt()));
    }
}
