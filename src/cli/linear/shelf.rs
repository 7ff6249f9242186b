//! The list of the line-oriented reader: the articles that pass the filter, numbered from 1, the newest
//! first, so many at a time.

use std::ops::Range;
use std::sync::Arc;

use crate::identity;
use crate::library::Entry;
use crate::locale::Locale;
use crate::search::{Corpus, Query};
use crate::store::{Marks, Sighting, Store};

use super::super::collection::matching;
use super::super::list::newest_first;

/// Articles on a page of the list.
const PAGE: usize = 10;

/// The library as it is listed.
#[derive(Debug)]
pub(super) struct Shelf {
    entries: Vec<Arc<Entry>>,
    /// What has their texts.
    corpus: Arc<Corpus>,
    shown: Vec<Arc<Entry>>,
    /// How many of those have been listed.
    listed: usize,
}

impl Shelf {
    pub(super) fn new(mut entries: Vec<Arc<Entry>>, corpus: Arc<Corpus>) -> Self {
        entries.sort_by(|one, two| newest_first(one, two));
        Self { shown: entries.clone(), entries, corpus, listed: 0 }
    }

    /// Lists only what a query lets through, from the beginning.
    pub(super) fn filter(&mut self, query: &Query, store: &Store) -> anyhow::Result<()> {
        self.shown = matching(&self.entries, &self.corpus, store, query)?;
        self.listed = 0;
        Ok(())
    }

    /// What is to be remembered of an article, so that it can be followed when it is edited.
    pub(super) fn sighting(&self, entry: &Entry) -> Sighting {
        identity::sighting(entry, &entry.id, &self.corpus)
    }

    /// All that pass the filter.
    pub(super) fn shown(&self) -> &[Arc<Entry>] {
        &self.shown
    }

    /// The article with this number.
    pub(super) fn entry(&self, number: usize) -> Option<&Arc<Entry>> {
        self.shown.get(number.checked_sub(1)?)
    }

    /// The numbers of the next page; at the end, none.
    pub(super) fn turn(&mut self) -> Range<usize> {
        let start = self.listed;
        self.listed = (start + PAGE).min(self.shown.len());
        start + 1..self.listed + 1
    }

    /// Lists from the page again that this number is on.
    pub(super) fn turn_back(&mut self, number: usize) {
        self.listed = number.saturating_sub(1) / PAGE * PAGE;
    }

    /// How many are still to be listed.
    pub(super) fn rest(&self) -> usize {
        self.shown.len() - self.listed
    }
}

/// One article in a line: its number, its title, what is known of it, its marks in words.
pub(super) fn describe(number: usize, entry: &Entry, marks: Marks, locale: &Locale) -> String {
    let progress = marks.position.map(|position| position.progress);
    let parts = [
        Some(entry.metadata.title.clone()),
        entry.has_no_text().then(|| locale.text("no-text-saved")),
        entry.metadata.source.clone(),
        entry.date().map(|date| locale.date(date.to_day())),
        (!marks.read).then(|| locale.text("linear-unread")),
        marks.bookmarked.then(|| locale.text("linear-bookmarked")),
        progress.map(|percent| locale.say("linear-progress", &[("percent", percent.into())])),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{number}. {}", parts.join(&locale.text("linear-comma")))
}
