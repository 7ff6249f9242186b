//! The orders of a list. What articles are compared by is made once for each article, not once for
//! each comparison: folding a title costs more than reading it.

use std::cmp::Ordering;
use std::str::FromStr;

use crate::article::Date;
use crate::search::fold;

use super::{Column, Entry};

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
    /// By whoever stands first in the byline, then by date.
    Author,
    /// By the number of words, the most first.
    Longest,
    /// By the number of words, the fewest first.
    Shortest,
    /// By when it was saved, the latest first.
    Saved,
}

/// What an article is put in order by, whichever the order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Key {
    date: Option<Date>,
    /// Folded.
    title: Box<str>,
    /// In lower case.
    source: Option<Box<str>>,
    /// Folded.
    author: Option<Box<str>>,
    words: usize,
    saved: Option<Date>,
}

impl Key {
    /// The key of an article.
    #[must_use]
    pub fn of(entry: &Entry) -> Self {
        Self {
            date: entry.date(),
            title: fold(&entry.metadata.title).into(),
            source: entry.metadata.source.as_ref().map(|source| source.to_lowercase().into()),
            author: entry.metadata.authors.first().map(|name| Column::Author.key(name)),
            words: entry.words,
            saved: entry.saved(),
        }
    }
}

impl Sort {
    /// All orders.
    pub const ALL: [Self; 8] = [
        Self::Newest,
        Self::Oldest,
        Self::Title,
        Self::Source,
        Self::Author,
        Self::Longest,
        Self::Shortest,
        Self::Saved,
    ];

    /// Its name for programs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Title => "title",
            Self::Source => "source",
            Self::Author => "author",
            Self::Longest => "longest",
            Self::Shortest => "shortest",
            Self::Saved => "saved",
        }
    }

    /// Which of two articles comes first. What has no date, no name or no text comes last.
    #[must_use]
    pub fn compare(self, one: &Key, other: &Key) -> Ordering {
        let newest = || other.date.cmp(&one.date);
        match self {
            Self::Newest => newest(),
            Self::Oldest => (one.date.is_none(), one.date).cmp(&(other.date.is_none(), other.date)),
            Self::Title => one.title.cmp(&other.title),
            Self::Source => {
                by_name(one.source.as_deref(), other.source.as_deref()).then_with(newest)
            }
            Self::Author => {
                by_name(one.author.as_deref(), other.author.as_deref()).then_with(newest)
            }
            Self::Longest => other.words.cmp(&one.words).then_with(newest),
            Self::Shortest => {
                let length = |key: &Key| (key.words == 0, key.words);
                length(one).cmp(&length(other)).then_with(newest)
            }
            Self::Saved => other.saved.cmp(&one.saved),
        }
    }
}

impl FromStr for Sort {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let named = Self::ALL.into_iter().find(|sort| sort.name() == name);
        named.ok_or_else(|| format!("no order of articles: {name}"))
    }
}

fn by_name(one: Option<&str>, other: Option<&str>) -> Ordering {
    one.is_none().cmp(&other.is_none()).then_with(|| one.cmp(&other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn key(day: Option<i8>, source: Option<&str>) -> Key {
        let date = day.map(|day| Date::day(date(2025, 3, day)));
        Key { date, source: source.map(Into::into), ..Key::default() }
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

    #[test]
    fn what_has_no_text_is_neither_long_nor_short() {
        let long = |words| Key { words, ..key(Some(1), None) };
        let (more, few, none) = (long(900), long(20), long(0));
        let newer = Key { words: 20, ..key(Some(2), None) };
        for (sort, sorted) in [
            (Sort::Longest, [&more, &newer, &few, &none]),
            (Sort::Shortest, [&newer, &few, &more, &none]),
        ] {
            assert!(sorted.is_sorted_by(|one, two| sort.compare(one, two).is_lt()), "{sort:?}");
        }
    }

    #[test]
    fn authors_are_in_order_and_each_one_s_articles_by_date() {
        let by =
            |day, name: Option<&str>| Key { author: name.map(Into::into), ..key(Some(day), None) };
        let sorted = [by(2, Some("aisha")), by(1, Some("aisha")), by(9, Some("badr")), by(5, None)];
        assert!(sorted.is_sorted_by(|one, two| Sort::Author.compare(one, two).is_lt()));
    }

    #[test]
    fn every_order_is_known_by_its_name() {
        for sort in Sort::ALL {
            assert_eq!(sort.name().parse(), Ok(sort));
        }
        assert!("sideways".parse::<Sort>().is_err());
    }
}
