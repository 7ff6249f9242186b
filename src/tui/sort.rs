//! The orders of the list. What articles are compared by is made once for each article, not once for
//! each comparison: folding a title costs more than reading it.

use std::cmp::Reverse;

use crate::article::Date;
use crate::library::Entry;

/// The order of the list.
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

/// What an article is put in order by; keys of one [`Sort`] are alike. What has no date or no source
/// comes last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Newest(Reverse<Option<Date>>),
    Oldest(bool, Option<Date>),
    Title(String),
    Source(bool, String, Reverse<Option<Date>>),
}

impl Sort {
    /// The one after it, around.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Newest => Self::Oldest,
            Self::Oldest => Self::Title,
            Self::Title => Self::Source,
            Self::Source => Self::Newest,
        }
    }

    /// The text that tells of it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Newest => "sort-newest",
            Self::Oldest => "sort-oldest",
            Self::Title => "sort-title",
            Self::Source => "sort-source",
        }
    }

    /// The key of an article in this order.
    pub(super) fn key(self, entry: &Entry) -> Key {
        let date = entry.date();
        match self {
            Self::Newest => Key::Newest(Reverse(date)),
            Self::Oldest => Key::Oldest(date.is_none(), date),
            Self::Title => Key::Title(folded_title(entry).to_owned()),
            Self::Source => {
                let source = entry.metadata.source.as_deref();
                let name = source.unwrap_or_default().to_lowercase();
                Key::Source(source.is_none(), name, Reverse(date))
            }
        }
    }
}

/// The first field of what is searched.
fn folded_title(entry: &Entry) -> &str {
    entry.haystack.text().split('\n').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_orders_go_around() {
        let orders = [Sort::Newest, Sort::Oldest, Sort::Title, Sort::Source];
        let next: Vec<_> = orders.iter().map(|order| order.next()).collect();
        assert_eq!(next, [Sort::Oldest, Sort::Title, Sort::Source, Sort::Newest]);
    }

    #[test]
    fn what_is_not_known_comes_last() {
        let date = Some(Date::utc(jiff::Timestamp::UNIX_EPOCH));
        assert!(Key::Newest(Reverse(date)) < Key::Newest(Reverse(None)));
        assert!(Key::Oldest(false, date) < Key::Oldest(true, None));
        let of = |none, name: &str| Key::Source(none, name.into(), Reverse(None));
        assert!(of(false, "wire") < of(true, ""));
    }
}
