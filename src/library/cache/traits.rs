//! What is known of a row without its record: enough for every filter but the query.

use crate::library::Entry;

use super::cell::Cell;

/// What the files of a row tell, as far as filters go by it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// Whether only its address was saved.
    pub has_no_text: bool,
    /// As in [`Given::read`](crate::article::Given::read).
    pub read: Option<bool>,
    /// As in [`Given::bookmarked`](crate::article::Given::bookmarked).
    pub bookmarked: Option<bool>,
    /// Whether it lies in more than one place.
    pub has_versions: bool,
}

impl Traits {
    pub(super) const fn of(entry: &Entry) -> Self {
        Self {
            has_no_text: entry.has_no_text(),
            read: entry.given.read,
            bookmarked: entry.given.bookmarked,
            has_versions: !entry.others.is_empty(),
        }
    }
}

impl Cell for Traits {
    const WIDTH: usize = 1;

    fn put(&self, onto: &mut Vec<u8>) {
        let told = |told: Option<bool>| told.map_or(0, |told| 1 + u8::from(told));
        let marks = told(self.read) << 1 | told(self.bookmarked) << 3;
        onto.push(u8::from(self.has_no_text) | marks | u8::from(self.has_versions) << 5);
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let &[bits] = bytes else { return None };
        let told = |at: u8| match bits >> at & 3 {
            0 => Some(None),
            told @ 1..=2 => Some(Some(told == 2)),
            _ => None,
        };
        (bits < 64).then_some(())?;
        Some(Self {
            has_no_text: bits & 1 != 0,
            read: told(1)?,
            bookmarked: told(3)?,
            has_versions: bits & 32 != 0,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_one_row_or_none() {
        let taken: Vec<_> =
            (0..=255u8).filter_map(|byte| Some((byte, Traits::parse(&[byte])?))).collect();
        assert_eq!(taken.len(), 2 * 3 * 3 * 2);
        for (byte, traits) in taken {
            let mut bytes = Vec::new();
            traits.put(&mut bytes);
            assert_eq!(bytes, [byte]);
        }
    }
}
