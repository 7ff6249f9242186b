//! A library as the commands without a screen take it: read whole, with what the reader has added, which has
//! followed the articles to where they are now.
//!
//! What was found out on the way is not written down by commands that only tell.

use std::collections::HashMap;
use std::io;
use std::sync::Arc;

use anyhow::Context;

use crate::article::ArticleId;
use crate::identity;
use crate::identity::Followed;
use crate::library;
use crate::library::{Entry, Problem, Snapshot, Source};
use crate::search::{Corpus, Doc, Query};
use crate::store::{Change, Event, Store};

/// A library with its reader's marks.
#[derive(Debug)]
pub(super) struct Collection {
    pub(super) entries: Vec<Arc<Entry>>,
    pub(super) problems: Vec<Problem>,
    pub(super) corpus: Arc<Corpus>,
    pub(super) store: Store,
    pub(super) followed: Followed,
    /// What was found out, not yet written down.
    events: Vec<Event>,
}

impl Collection {
    /// Reads a library.
    pub(super) fn read(source: Source, mut store: Store) -> Self {
        let corpus = Arc::new(Corpus::in_memory());
        let (entries, problems) = library::collect_into(source, &corpus);
        let snapshot = Snapshot::new(entries.clone());
        let followed = identity::follow(&snapshot, store.state(), &corpus);
        let record =
            |(article, change): &(ArticleId, Change)| store.record(article, change.clone());
        let events = followed.changes.iter().map(record).collect();
        Self { entries, problems, corpus, store, followed, events }
    }

    /// Writes down what was found out, and how marked articles look now.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub(super) fn keep(&mut self) -> io::Result<()> {
        let snapshot = Snapshot::new(self.entries.clone());
        let news = identity::catch_up(&snapshot, self.store.state(), &self.corpus).changes;
        let store = &mut self.store;
        self.events
            .extend(news.into_iter().map(|(article, change)| store.record(&article, change)));
        self.store.journal().map_or(Ok(()), |mut journal| journal.append(&self.events))
    }

    /// The articles that fit a query, the reader's own tags among their words.
    pub(super) fn matching(&self, query: &Query) -> anyhow::Result<Vec<Arc<Entry>>> {
        if query.is_empty() {
            return Ok(self.entries.clone());
        }
        let tagged = |entry: &Arc<Entry>| {
            let tags = self.store.state().tags(&entry.ids(), &[]);
            entry.doc.filter(|_| !tags.is_empty()).map(|doc| (doc, tags))
        };
        let tagged: Vec<(Doc, Vec<String>)> = self.entries.iter().filter_map(tagged).collect();
        let docs = self.corpus.find_with((query, &tagged), &|| false, |_| {});
        let docs = docs.context("the articles cannot be searched")?;
        let fits = |entry: &&Arc<Entry>| {
            entry.doc.zip(docs.as_ref()).is_some_and(|(doc, docs)| docs.contains(doc))
        };
        Ok(self.entries.iter().filter(fits).cloned().collect())
    }

    /// The articles by all their names, former ones too.
    pub(super) fn by_name(&self) -> HashMap<ArticleId, Arc<Entry>> {
        let names = |entry: &Arc<Entry>| {
            let ids = self.store.state().family(&entry.ids()).into_owned();
            let entry = Arc::clone(entry);
            ids.into_iter().map(move |id| (id, Arc::clone(&entry)))
        };
        self.entries.iter().flat_map(names).collect()
    }
}
