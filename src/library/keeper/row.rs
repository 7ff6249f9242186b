//! A row that is not as it was written down: what it shows, and what it was folded from.

use std::path::Path;
use std::sync::Arc;

use crate::library::Entry;
use crate::library::catalogue::Keys;
use crate::search::{Corpus, Doc};

/// A row.
#[derive(Debug)]
pub(super) struct Row {
    /// Its number, as the list has it.
    pub number: u32,
    /// What it shows.
    pub shown: Arc<Entry>,
    /// What it was folded from, the shown one first.
    pub entries: Vec<Arc<Entry>>,
    /// In order.
    keys: Box<[u64]>,
}

impl Row {
    pub(super) fn new(
        number: u32,
        (shown, entries): (Arc<Entry>, Vec<Arc<Entry>>),
        root: &Path,
    ) -> Self {
        let keys = entries.iter().flat_map(|entry| Keys::of(entry, root).all().collect::<Vec<_>>());
        let mut keys: Vec<u64> = keys.collect();
        keys.sort_unstable();
        keys.dedup();
        Self { number, shown, entries, keys: keys.into() }
    }

    /// Whether one of its entries has something in common with one of these keys.
    pub(super) fn shares(&self, keys: &Keys) -> bool {
        keys.all().any(|key| self.keys.binary_search(&key).is_ok())
    }

    /// The text of the row that is more than that of the entry shown in it.
    pub(super) fn own_text(&self) -> Option<Doc> {
        let doc = self.shown.doc;
        doc.filter(|_| self.entries.iter().all(|entry| entry.doc != doc))
    }
}

/// Takes away texts that nobody shows any more.
pub(super) fn remove(corpus: &Corpus, docs: impl IntoIterator<Item = Option<Doc>>) {
    docs.into_iter().flatten().for_each(|doc| corpus.remove(doc));
}
