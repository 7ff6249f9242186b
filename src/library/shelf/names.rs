//! Which rows an article is in, by its names. Names are kept as hashes: two may be alike, so whoever asks
//! looks at what he gets.

use std::collections::BTreeSet;
use std::hash::{BuildHasher, RandomState};

use crate::article::ArticleId;
use crate::library::Entry;

/// Rows by the hashes of names.
#[derive(Debug, Default)]
pub(super) struct Names {
    hasher: RandomState,
    rows: BTreeSet<(u64, u32)>,
}

impl Names {
    pub(super) fn add(&mut self, entry: &Entry, row: u32) {
        for id in entry.ids().iter() {
            self.rows.insert((self.hasher.hash_one(id), row));
        }
    }

    pub(super) fn remove(&mut self, entry: &Entry, row: u32) {
        for id in entry.ids().iter() {
            self.rows.remove(&(self.hasher.hash_one(id), row));
        }
    }

    /// The rows that this name, or another of its hash, stands for.
    pub(super) fn rows(&self, id: &ArticleId) -> impl Iterator<Item = u32> {
        let hash = self.hasher.hash_one(id);
        self.rows.range((hash, 0)..=(hash, u32::MAX)).map(|(_, row)| *row)
    }
}
