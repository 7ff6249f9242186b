//! The list of the line-oriented reader: that of the other one, numbered from 1, so many at a time. An article
//! that is in several groups has a number in each.

use std::ops::Range;
use std::sync::Arc;

use anyhow::Context;

use crate::identity;
use crate::library::{Change, Entry};
use crate::locale::Locale;
use crate::search::{Added, Corpus, Query};
use crate::store::{Marks, Sighting, State};
use crate::tui::Arrangement;
use crate::tui::app::Library;
use crate::tui::list::List;

/// Articles on a page of the list.
const PAGE: usize = 10;

/// The library as it is listed.
#[derive(Debug)]
pub(super) struct Shelf {
    pub(super) library: Library,
    pub(super) list: List,
    /// What has the texts of the articles.
    corpus: Arc<Corpus>,
    /// What is found beside them.
    tagged: Added,
    /// How much has been listed.
    listed: usize,
}

impl Shelf {
    pub(super) fn new(library: Library, corpus: Arc<Corpus>) -> Self {
        Self { library, list: List::default(), corpus, tagged: Added::default(), listed: 0 }
    }

    /// Lists these articles, arranged so.
    pub(super) fn fill(&mut self, entries: &[Arc<Entry>], arrangement: Arrangement, marks: &State) {
        let rows = (0..).zip(entries);
        let rows = rows.map(|(row, entry)| Change::Row(row, Arc::clone(entry))).collect();
        self.list.apply(rows, marks);
        self.list.arrange(arrangement, marks);
    }

    /// Lists from the beginning, arranged so.
    pub(super) fn arrange(&mut self, arrangement: Arrangement, marks: &State) {
        self.list.arrange(arrangement, marks);
        self.listed = 0;
    }

    /// Lists only what a query lets through, from the beginning.
    pub(super) fn filter(&mut self, query: Query, marks: &State) -> anyhow::Result<()> {
        if query.is_empty() {
            self.list.match_all(query);
        } else {
            self.tagged = self.list.tagged(marks).unwrap_or(std::mem::take(&mut self.tagged));
            let docs = self.corpus.find_with((&query, &self.tagged), &|| false, |_| {});
            let docs = docs.context("the articles cannot be searched")?;
            self.list.seek(query);
            self.list.take_matches(&docs.unwrap_or_default());
        }
        self.list.refresh(marks);
        self.listed = 0;
        Ok(())
    }

    /// What is to be remembered of an article, so that it can be followed when it is edited.
    pub(super) fn sighting(&self, entry: &Entry) -> Sighting {
        identity::sighting(entry, &entry.id, &self.corpus)
    }

    /// How many numbers there are.
    pub(super) fn len(&self) -> usize {
        self.list.shown.len()
    }

    /// The article with this number.
    pub(super) fn entry(&self, number: usize) -> Option<Arc<Entry>> {
        self.list.row(number.checked_sub(1)?)
    }

    /// What is said of the group that begins with this number: its name, and how many articles are in it.
    pub(super) fn heading(&self, number: usize, locale: &Locale) -> Option<String> {
        let span = self.list.begins(number.checked_sub(1)?)?;
        let name = self.list.heading(span).name(locale, &self.library);
        let count = locale.say("articles", &[("count", span.articles.len().into())]);
        Some([name, count].join(&locale.text("linear-comma")))
    }

    /// The numbers of the next page; at the end, none.
    pub(super) fn turn(&mut self) -> Range<usize> {
        let start = self.listed;
        self.listed = (start + PAGE).min(self.len());
        start + 1..self.listed + 1
    }

    /// Lists from the page again that this number is on.
    pub(super) fn turn_back(&mut self, number: usize) {
        self.listed = number.saturating_sub(1) / PAGE * PAGE;
    }

    /// How many articles are still to be listed.
    pub(super) fn rest(&self) -> usize {
        self.list.different(self.listed)
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
