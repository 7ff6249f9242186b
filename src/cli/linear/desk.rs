//! The state of the line-oriented reader, and what each request does to it: the list, the article that is
//! open, how far it has been read. Marks go to the store as they are made, for the program may be ended
//! at any line.

use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use anyhow::Context;

use crate::article::{Offset, shown_address, shown_path};
use crate::identity;
use crate::library;
use crate::library::{Entry, Wish};
use crate::locale::Locale;
use crate::search::Query;
use crate::store::{Change, Label, Position, Store};
use crate::tui::{Arrangement, Own, reason};

use super::super::output::clean;
use super::paper::{Paper, Row};
use super::request::{Request, Verb};
use super::script::Script;
use super::shelf::{Shelf, describe};

/// Rows of an article on a page.
const PAGE: usize = 20;

/// The reader.
pub(super) struct Desk<W> {
    pub(super) paper: Paper<W>,
    pub(super) locale: Locale,
    pub(super) store: Store,
    pub(super) shelf: Shelf,
    open: Option<Open>,
    /// The number of the article that was read last; 0 before the first.
    number: usize,
    /// Whether it has been said that nothing is kept.
    warned: bool,
}

/// An open article.
struct Open {
    entry: Arc<Entry>,
    links: Vec<String>,
    /// All rows, and what of the article each starts with.
    rows: Vec<(Row, usize)>,
    /// The first row that has not been read.
    next: usize,
}

/// Whether to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    Go,
    Stop,
}

impl<W: Write> Desk<W> {
    pub(super) fn new(paper: Paper<W>, locale: Locale, store: Store, shelf: Shelf) -> Self {
        Self { paper, locale, store, shelf, open: None, number: 0, warned: false }
    }

    /// The list, or the article where there is but one.
    pub(super) fn begin(&mut self) -> io::Result<()> {
        match self.shelf.len() {
            1 => self.read(1),
            _ => {
                self.say_count()?;
                self.list()
            }
        }
    }

    /// Says that these articles are not the user's own.
    pub(super) fn say_samples(&mut self) -> io::Result<()> {
        self.say("linear-samples")
    }

    /// Does what is asked for.
    pub(super) fn take(&mut self, request: Request) -> anyhow::Result<Then> {
        match request {
            Request::Verb(Verb::Quit, _) => return Ok(Then::Stop),
            Request::More | Request::Verb(Verb::More, _) => self.more()?,
            Request::Number(number) if self.open.is_some() => self.link(number)?,
            Request::Number(number) => self.read(number)?,
            Request::Filter(words) => self.filter(&words)?,
            Request::Verb(Verb::Next, _) => self.read(self.number + 1)?,
            Request::Verb(Verb::Previous, _) => self.read(self.number.saturating_sub(1))?,
            Request::Verb(Verb::First, _) => self.start_over()?,
            Request::Verb(Verb::Bookmark, number) => self.bookmark(number)?,
            Request::Verb(Verb::Unread, number) => self.unread(number)?,
            Request::Verb(Verb::List, _) => self.list_again()?,
            Request::Verb(Verb::Links, None) => self.links()?,
            Request::Verb(Verb::Links, Some(number)) => self.link(number)?,
            Request::Verb(Verb::Sort, number) => self.sort(number)?,
            Request::Verb(Verb::Groups, number) => self.group(number)?,
            Request::Verb(Verb::Help, _) => self.say("linear-help")?,
            Request::Unknown => self.say("linear-unknown")?,
        }
        Ok(Then::Go)
    }

    /// Tries once more to save what could not be saved, and keeps how the list is arranged, where that is
    /// otherwise than it was left before.
    pub(super) fn leave(&mut self, state: &Path, left: Arrangement) -> anyhow::Result<()> {
        self.store.save_rest().context("not all changes are saved")?;
        let now = self.shelf.list.arrangement();
        let is_kept = now == left || self.store.health().read_only.is_some();
        match &self.shelf.library.root {
            Some(root) if !is_kept => {
                now.keep(state, root).context("the order of the list is not kept")
            }
            _ => Ok(()),
        }
    }

    pub(super) fn say(&mut self, name: &str) -> io::Result<()> {
        self.paper.say(&self.locale.text(name))
    }

    fn more(&mut self) -> io::Result<()> {
        if self.open.is_some() { self.page() } else { self.list() }
    }

    /// The next page of the list.
    fn list(&mut self) -> io::Result<()> {
        let numbers = self.shelf.turn();
        if numbers.is_empty() {
            return match self.shelf.len() {
                0 => self.say("linear-no-article"),
                _ => self.say("linear-list-end"),
            };
        }
        for number in numbers {
            let Some(entry) = self.shelf.entry(number) else { continue };
            if let Some(heading) = self.shelf.heading(number, &self.locale) {
                self.paper.say(&heading)?;
            }
            let marks = self.store.marks_of(&entry.ids(), &entry.given);
            self.paper.say(&describe(number, &entry, marks, &self.locale))?;
        }
        match self.shelf.rest() {
            0 => Ok(()),
            rest => {
                let text = self.locale.say("linear-more-articles", &[("count", rest.into())]);
                self.paper.say(&text)
            }
        }
    }

    fn list_again(&mut self) -> io::Result<()> {
        self.open = None;
        self.shelf.turn_back(self.number);
        self.list()
    }

    fn filter(&mut self, words: &str) -> anyhow::Result<()> {
        self.shelf.filter(Query::parse(words), self.store.state())?;
        self.say_count()?;
        Ok(self.list_anew()?)
    }

    /// The list from its start, which is another one now.
    pub(super) fn list_anew(&mut self) -> io::Result<()> {
        (self.open, self.number) = (None, 0);
        self.list()
    }

    fn say_count(&mut self) -> io::Result<()> {
        let count = self.shelf.list.count();
        self.paper.say(&self.locale.say("articles", &[("count", count.into())]))
    }

    /// Opens an article and reads its next page: the first, or the one where reading stopped.
    fn read(&mut self, number: usize) -> io::Result<()> {
        let Some(entry) = self.shelf.entry(number) else {
            return self.say("linear-no-such-article");
        };
        match library::open(&entry, Wish::default()) {
            Err(problem) => {
                let path = shown_path(&problem.path);
                let reason = reason::said(&self.locale, &problem.reason);
                self.paper.say(&format!("{path}: {}", clean(&reason)))
            }
            Ok(part) => {
                let (state, ids) = (self.store.state(), entry.ids());
                let own = Own { state, ids: &ids, tags: &entry.metadata.tags };
                let script = Script::new(&part.article, &own, &self.locale);
                let rows = self.set(&script);
                // What has been read to its end is read anew.
                let place = self.store.marks_of(&entry.ids(), &entry.given).position;
                let place = place.filter(|place| place.progress < 100);
                let at = place.map_or(0, |place| place.offset.0);
                let next = rows.iter().rposition(|(_, start)| at > 0 && *start <= at).unwrap_or(0);
                self.number = number;
                self.keep(&entry, Change::Read(true))?;
                self.open = Some(Open { entry, links: script.links, rows, next });
                if let Some(place) = place.filter(|_| next > 0) {
                    let with = [("percent", place.progress.into())];
                    self.paper.say(&self.locale.say("linear-going-on", &with))?;
                }
                self.page()
            }
        }
    }

    /// Wraps a script; rows without text of the article's belong to the text before them.
    fn set(&self, script: &Script) -> Vec<(Row, usize)> {
        let mut rows = Vec::new();
        let mut at = 0;
        for line in &script.lines {
            for row in self.paper.wrap(&line.text) {
                at = line.offset(row.start).map_or(at, |offset| offset.0);
                rows.push((row, at));
            }
        }
        rows
    }

    /// The next page of the open article.
    fn page(&mut self) -> io::Result<()> {
        let Some(open) = &mut self.open else { return Ok(()) };
        if open.next >= open.rows.len() {
            return self.say("linear-article-end");
        }
        let first = open.next;
        let mut room = PAGE;
        while let Some((row, _)) = open.rows.get(open.next) {
            let height = self.paper.height(row);
            if height > room && open.next > first {
                break;
            }
            room = room.saturating_sub(height);
            self.paper.row(&row.text)?;
            open.next += 1;
        }
        let (next, all) = (open.next, open.rows.len());
        let offset = open.rows.get(first).map_or(0, |(_, start)| *start);
        let progress = u8::try_from(next * 100 / all.max(1)).unwrap_or(100);
        let entry = Arc::clone(&open.entry);
        let offset = Offset(offset);
        self.keep(&entry, Change::Position(Position { offset, progress }))?;
        if next < all {
            self.paper.say(&self.locale.say("linear-read-so-far", &[("percent", progress.into())]))
        } else {
            self.say("linear-article-end")
        }
    }

    fn start_over(&mut self) -> io::Result<()> {
        match &mut self.open {
            None => {
                self.number = 0;
                self.list_again()
            }
            Some(open) => {
                open.next = 0;
                self.page()
            }
        }
    }

    fn links(&mut self) -> io::Result<()> {
        let links = self.open.as_ref().map_or(&[][..], |open| &open.links);
        if links.is_empty() {
            return self.say("linear-no-link");
        }
        for (index, url) in links.iter().enumerate() {
            let url = clean(&shown_address(url));
            self.paper.row(&format!("{}. {url}", index + 1))?;
        }
        Ok(())
    }

    /// An address is written on one row, to be copied.
    fn link(&mut self, number: usize) -> io::Result<()> {
        let links = self.open.as_ref().map_or(&[][..], |open| &open.links);
        match number.checked_sub(1).and_then(|index| links.get(index)) {
            Some(url) => self.paper.row(&clean(url)),
            None => self.say("linear-no-link"),
        }
    }

    /// The article of this number, else the open one.
    fn subject(&self, number: Option<usize>) -> Option<Arc<Entry>> {
        let open = || self.open.as_ref().map(|open| Arc::clone(&open.entry));
        number.map_or_else(open, |number| self.shelf.entry(number))
    }

    fn bookmark(&mut self, number: Option<usize>) -> io::Result<()> {
        let Some(entry) = self.subject(number) else { return self.say("linear-which") };
        let on = !self.store.marks_of(&entry.ids(), &entry.given).bookmarked;
        let path = std::path::absolute(&entry.item.path).unwrap_or(entry.item.path.clone());
        let path = Some(path).filter(|_| entry.item.is_file());
        let label = on.then(|| Label { title: entry.metadata.title.clone(), path });
        self.keep(&entry, Change::Bookmark(label))?;
        if on { self.say("linear-bookmark-set") } else { self.say("linear-bookmark-removed") }
    }

    fn unread(&mut self, number: Option<usize>) -> io::Result<()> {
        let Some(entry) = self.subject(number) else { return self.say("linear-which") };
        let read = !self.store.marks_of(&entry.ids(), &entry.given).read;
        self.keep(&entry, Change::Read(read))?;
        if read { self.say("linear-marked-read") } else { self.say("linear-marked-unread") }
    }

    /// Saves what has changed; says once when nothing is kept beyond the session.
    fn keep(&mut self, entry: &Entry, change: Change) -> io::Result<()> {
        let marks = self.store.marks_of(&entry.ids(), &entry.given);
        let is_so = match &change {
            Change::Read(read) => marks.read == *read,
            Change::Position(position) => marks.position == Some(*position),
            _ => false,
        };
        if is_so {
            return Ok(());
        }
        let mut saved = self.store.save(&entry.id, change);
        if identity::is_outdated(self.store.state().sighting(&entry.id), entry) {
            let seen = Change::Seen(Box::new(self.shelf.sighting(entry)));
            saved = saved.and(self.store.save(&entry.id, seen));
        }
        match saved {
            Err(error) if !self.warned => {
                self.warned = true;
                let with = [("reason", clean(&error.to_string()).into())];
                self.paper.say(&self.locale.say("linear-not-kept", &with))
            }
            _ => Ok(()),
        }
    }
}
