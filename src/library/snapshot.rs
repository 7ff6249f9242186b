//! The rows of a library as they are at one moment, for whoever looks something up in all of them on
//! another thread. Making one copies no article.

use std::path::Path;
use std::sync::Arc;

use super::{Base, Entry};
use crate::article::ArticleId;

/// Rows at one moment.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    base: Option<Arc<Base>>,
    /// Which rows of the base are still as they were.
    known: Vec<bool>,
    here: Vec<Arc<Entry>>,
}

impl Snapshot {
    /// All rows of a library that is in memory.
    #[must_use]
    pub const fn new(here: Vec<Arc<Entry>>) -> Self {
        Self { base: None, known: Vec::new(), here }
    }

    pub(super) const fn of(
        base: Option<Arc<Base>>,
        known: Vec<bool>,
        here: Vec<Arc<Entry>>,
    ) -> Self {
        Self { base, known, here }
    }

    /// The rows in memory: those that have come or changed since the library was last written down.
    #[must_use]
    pub fn here(&self) -> &[Arc<Entry>] {
        &self.here
    }

    /// The rows that are not in memory and go by a name.
    #[must_use]
    pub fn known_as(&self, id: &ArticleId) -> Vec<Entry> {
        let rows = |base: &Base| base.rows_of(id).unwrap_or_default();
        self.known(rows).into_iter().filter(|entry| entry.is(id)).collect()
    }

    /// The rows that are not in memory and may have this address, or lie here.
    #[must_use]
    pub fn known_at(&self, url: Option<&str>, place: Option<(&Path, Option<&str>)>) -> Vec<Entry> {
        self.known(|base| base.rows_at(url, place).unwrap_or_default())
    }

    /// The rows that are not in memory and may have this identifier.
    #[must_use]
    pub fn known_by(&self, identifier: &str) -> Vec<Entry> {
        self.known(|base| base.rows_by(identifier).unwrap_or_default())
    }

    /// The rows that are not in memory and may have this title, or a file of this name; so many of each.
    #[must_use]
    pub fn known_near(&self, title: &str, path: Option<&Path>, most: usize) -> Vec<Entry> {
        self.known(|base| base.rows_near(title, path, most).unwrap_or_default())
    }

    fn known(&self, rows: impl Fn(&Base) -> Vec<u32>) -> Vec<Entry> {
        let Some(base) = &self.base else { return Vec::new() };
        let is_known = |row: &u32| self.known.get(*row as usize) == Some(&true);
        let rows = rows(base).into_iter().filter(is_known);
        rows.filter_map(|row| base.entry(row).ok()).collect()
    }
}
