//! A row that is not as it was written down: what it shows, and what it was folded from.

use std::path::Path;
use std::sync::{Arc, OnceLock};

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
    /// In order; made when they are asked for, which those of a first reading never are.
    keys: OnceLock<Box<[u64]>>,
}

impl Row {
    pub(super) fn new(number: u32, (shown, entries): (Arc<Entry>, Vec<Arc<Entry>>)) -> Self {
        Self { number, shown, entries, keys: OnceLock::new() }
    }

    /// Whether one of its entries has something in common with one of these keys, in a library at `root`.
    pub(super) fn shares(&self, keys: &Keys, root: &Path) -> bool {
        let own = self.keys.get_or_init(|| self.keys_in(root));
        keys.all().any(|key| own.binary_search(&key).is_ok())
    }

    fn keys_in(&self, root: &Path) -> Box<[u64]> {
        let all = self.entries.iter().map(|entry| Keys::of(entry, root));
        let mut keys: Vec<u64> = all.flat_map(|keys| keys.all().collect::<Vec<_>>()).collect();
        keys.sort_unstable();
        keys.into()
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
