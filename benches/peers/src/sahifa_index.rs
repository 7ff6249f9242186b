//! sahifa's own index, as the reader has it: texts and index in files, read in place.

use std::path::Path;
use std::time::{Duration, Instant};

use sahifa::search::{Corpus, Haystack, Query as Asked};

use crate::engine::{Engine, bytes_below};
use crate::queries::Query;

pub(crate) struct Index {
    corpus: Corpus,
    cost: (Duration, u64),
}

impl Index {
    /// As the others it ends with one file for each kind, opened from what was kept.
    pub(crate) fn build(texts: &[Haystack], work: &Path) -> Self {
        let start = Instant::now();
        let dir = work.join("sahifa");
        let corpus = Corpus::create(&dir).expect("a directory");
        for text in texts {
            corpus.add(text).expect("room for a text");
        }
        let generation = Corpus::new_generation();
        assert!(corpus.save(generation, &|| false).expect("room for the index"));
        drop(corpus);
        let corpus = Corpus::open(&dir, generation).expect("what was kept");
        Self { corpus, cost: (start.elapsed(), bytes_below(&dir)) }
    }
}

impl Engine for Index {
    fn name(&self) -> &'static str {
        "sahifa"
    }

    fn cost(&self) -> Option<(Duration, u64)> {
        Some(self.cost)
    }

    fn matches(&mut self, query: &Query) -> Option<usize> {
        let found = self.corpus.find(&Asked::parse(&query.typed()), &|| false).ok()??;
        Some(found.len())
    }
}
