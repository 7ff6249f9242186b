//! What the reader adds to articles: bookmarks, read marks, reading positions, tags, notes.
//!
//! Every change is an [`Event`]; [`State`] is what all events come to, whatever order they arrive in
//! and however often. Events live in journals, one append-only file of checked lines for each device,
//! so that copies made by a synchronising program simply add up. A device puts its own journal together
//! when most of it counts no more. Marks are kept by [`ArticleId`], so a file may be renamed and moved; what
//! else an article is known by is kept as a [`Sighting`], so that marks are not lost when its text is edited.
//!
//! [`Store`] reads the journals and holds the state; [`Journal`] writes, and may do so on a thread of
//! its own. Articles are not written to, and no text of theirs is kept but titles and marked passages.
//!
//! How lists were left is kept beside the journals, in [`lists`].
//!
//! Only "not found" means "new": on any other error the session is read-only, and says so.

mod compaction;
mod device;
mod document;
mod event;
mod files;
mod health;
mod journal;
mod line;
pub mod lists;
mod note;
mod numbers;
mod quarantine;
mod reader;
mod segments;
mod sighting;
mod state;

pub use device::DeviceId;
pub use event::{Change, Event, Label, Position};
pub use health::Health;
pub use journal::Journal;
pub use note::{Content, Edit, Note, NoteId, Quote};
pub use sighting::Sighting;
pub use state::{Bookmark, Marks, State};

use std::io;
use std::path::{Path, PathBuf};

use crate::article::ArticleId;
use crate::article::Given;
use crate::article::scrub_line;
use compaction::Wish;
use journal::Item;
use reader::Reader;

/// The state, and the journals that it was read from.
#[derive(Debug)]
pub struct Store {
    journals: PathBuf,
    state: State,
    reader: Reader,
    /// `None` when nothing may be written; [`Self::read_only`] holds the reason.
    device: Option<DeviceId>,
    /// What [`Self::save`] writes with, and what it could not write yet.
    writer: Option<Journal>,
    unsaved: Vec<Event>,
    read_only: Option<String>,
    /// Whether all of the past could be read.
    is_whole: bool,
    quarantined: usize,
}

impl Store {
    /// Reads the state in the directory `dir`, which is made if there is none. What goes wrong is in
    /// [`Self::health`].
    #[must_use]
    pub fn open(dir: &Path) -> Self {
        Self::open_on(dir, dir)
    }

    /// The same where other machines may share the directory. What tells this machine from others is
    /// kept in `own`, where its system does not tell.
    #[must_use]
    pub fn open_on(own: &Path, dir: &Path) -> Self {
        let journals = dir.join("journal");
        let device = files::directory(&journals).and_then(|()| device::of(dir, own));
        let swept = device.as_ref().map_or(Ok(()), |_| sweep(dir, &journals));
        let mut store = Self {
            state: State::new(device.as_ref().map_or_else(|_| DeviceId::random(), |&own| own)),
            reader: Reader::new(journals.clone()),
            journals,
            device: device.as_ref().ok().copied(),
            writer: None,
            unsaved: Vec::new(),
            read_only: None,
            is_whole: true,
            quarantined: 0,
        };
        let read = store.refresh().map(drop);
        store.is_whole = read.is_ok();
        let opened = device.map(drop).and(swept).and(read);
        if let Err(error) = opened.and_then(|()| store.set_aside()) {
            store.device = None;
            store.read_only = Some(scrub_line(&error.to_string()));
        }
        store
    }

    /// What the reader has done with an article of this name.
    #[must_use]
    pub fn marks(&self, article: &ArticleId) -> Marks {
        self.marks_of(std::slice::from_ref(article), &Given::default())
    }

    /// What the reader has done with an article that goes by several names, one for each of its
    /// versions; where nothing was recorded, what its files tell.
    #[must_use]
    pub fn marks_of(&self, ids: &[ArticleId], given: &Given) -> Marks {
        self.state.marks(ids, given)
    }

    /// All that is known, as of now.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// The marks of every article that ever had one.
    pub fn all(&self) -> impl Iterator<Item = (&ArticleId, Marks)> {
        self.state.all()
    }

    /// All bookmarks, the latest first, whether their articles are at hand or not.
    #[must_use]
    pub fn bookmarks(&self) -> Vec<Bookmark<'_>> {
        self.state.bookmarks()
    }

    /// Makes a change in memory; the event is for [`Journal::append`].
    #[must_use = "the change is lost at exit unless a journal keeps it"]
    pub fn record(&mut self, article: &ArticleId, change: Change) -> Event {
        self.state.record(article, change)
    }

    /// Makes a change in memory and in the journal.
    ///
    /// # Errors
    ///
    /// When the session is read-only, or when the change could not be written; it stands in memory
    /// all the same, and is tried again with the next one.
    pub fn save(&mut self, article: &ArticleId, change: Change) -> io::Result<()> {
        let event = self.record(article, change);
        self.unsaved.push(event);
        self.save_rest()
    }

    /// Writes what [`Self::save`] could not write.
    ///
    /// # Errors
    ///
    /// When it still cannot be written.
    pub fn save_rest(&mut self) -> io::Result<()> {
        if self.unsaved.is_empty() {
            return Ok(());
        }
        let mut journal = self.writer.take().map_or_else(|| self.writable(), Ok)?;
        let saved = journal.append(&self.unsaved);
        if saved.is_ok() {
            self.unsaved.clear();
            // What is not made smaller now is tried again.
            let _later = journal.tidy();
        }
        self.writer = Some(journal);
        saved
    }

    fn writable(&self) -> io::Result<Journal> {
        let reason = || self.read_only.as_deref().unwrap_or_default();
        self.journal().ok_or_else(|| io::Error::new(io::ErrorKind::PermissionDenied, reason()))
    }

    /// A writer of this device's journal, for any thread; `None` when the session is read-only.
    #[must_use]
    pub fn journal(&self) -> Option<Journal> {
        let device = self.device?;
        Some(Journal::new(self.journals.clone(), device, self.reader.last_seq(device)))
    }

    /// Takes in what other processes and devices have written since; whether it changed anything.
    /// Costs a look at each journal's length and date when nothing was.
    ///
    /// # Errors
    ///
    /// When a journal cannot be read; the others were.
    pub fn refresh(&mut self) -> io::Result<bool> {
        let mut records = Vec::new();
        let read = self.reader.poll(&mut records);
        let mut changed = false;
        for record in records {
            self.state.witness(record.lamport);
            changed |= record.event.is_some_and(|event| self.state.apply(event));
        }
        read.map(|()| changed)
    }

    /// Whether changes are kept, and what was lost.
    #[must_use]
    pub fn health(&self) -> Health {
        Health {
            read_only: self.read_only.clone(),
            quarantined: self.quarantined,
            ..self.reader.health()
        }
    }

    /// All of the state as one JSON document.
    ///
    /// # Errors
    ///
    /// When not all of it could be read.
    pub fn export(&self) -> io::Result<String> {
        if !self.is_whole {
            return Err(io::Error::other(self.read_only.clone().unwrap_or_default()));
        }
        document::write(&self.state.events(), self.reader.foreign())
    }

    /// Takes in what [`Self::export`] gave, here or elsewhere, durably. How many changes that were new is
    /// told.
    ///
    /// # Errors
    ///
    /// When the text is no such document, or when it could not be written.
    pub fn import(&mut self, text: &[u8]) -> io::Result<usize> {
        let document = document::read(text)?;
        let mut journal = self.writable()?;
        let foreign = document::unknown(document.foreign, self.reader.foreign());
        let new = |event: &Event| self.state.apply(event.clone());
        let events: Vec<Event> = document.events.into_iter().filter(new).collect();
        let items = events.iter().map(Item::Event).chain(foreign.iter().map(Item::Foreign));
        journal.append_items(&items.collect::<Vec<_>>())?;
        self.refresh()?;
        Ok(events.len() + foreign.len())
    }

    /// Puts this device's journal together: damaged lines are left to the quarantine, copies are taken in,
    /// and what is missing is accepted as lost.
    ///
    /// # Errors
    ///
    /// When that fails; nothing has changed then.
    pub fn repair(&mut self) -> io::Result<()> {
        let device = self.writable()?.device();
        compaction::compact(&self.journals, device, Wish::Sound)?;
        self.refresh().map(drop)
    }

    /// Whether [`Self::repair`] would put something right.
    #[must_use]
    pub fn is_repairable(&self) -> bool {
        self.device.is_some_and(|device| self.reader.is_damaged_of(device))
    }

    /// How many damaged lines have been set aside, here and by other devices.
    #[must_use]
    pub fn quarantine(&self) -> usize {
        quarantine::count(&self.journals)
    }

    fn set_aside(&mut self) -> io::Result<()> {
        if let Some(device) = self.device {
            self.quarantined =
                quarantine::set_aside(&self.journals, device, &self.reader.damaged())?;
        }
        Ok(())
    }
}

/// Removes what killed programs have left.
fn sweep(dir: &Path, journals: &Path) -> io::Result<()> {
    files::sweep(dir).and_then(|()| files::sweep(journals))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Offset;
    use std::fs;

    fn bookmark(title: &str) -> Change {
        Change::Bookmark(Some(Label { title: title.into(), path: Some("a/b.html".into()) }))
    }

    #[test]
    fn marks_come_back() {
        let dir = tempfile::tempdir().unwrap();
        let id = ArticleId::from("0123456789abcdef");
        let position = Position { offset: Offset(42), progress: 7 };
        let mut store = Store::open(dir.path());
        assert_eq!(store.marks(&id), Marks::default());
        store.save(&id, bookmark("عنوان \"quoted\" \n")).unwrap();
        store.save(&id, Change::Read(true)).unwrap();
        store.save(&id, Change::Position(position)).unwrap();

        let store = Store::open(dir.path());
        let marks = Marks { bookmarked: true, read: true, position: Some(position) };
        assert_eq!(store.marks(&id), marks);
        let [kept] = store.bookmarks()[..] else { panic!("one bookmark") };
        assert_eq!(kept.label.title, "عنوان \"quoted\"");
        assert_eq!(kept.label.path.as_deref(), Some(Path::new("a/b.html")));
        assert_eq!(store.health(), Health::default());
    }

    #[test]
    fn a_running_program_sees_what_another_writes() {
        let dir = tempfile::tempdir().unwrap();
        let id = ArticleId::from("a");
        let mut here = Store::open(dir.path());
        let mut there = Store::open(dir.path());
        there.save(&id, Change::Read(true)).unwrap();
        assert!(here.refresh().unwrap());
        assert!(here.marks(&id).read);
        assert!(!here.refresh().unwrap());
        here.save(&id, Change::Read(false)).unwrap();
        assert!(!here.refresh().unwrap());
        assert!(there.refresh().unwrap());
        assert!(!there.marks(&id).read);
    }

    #[test]
    fn a_file_in_place_of_the_directory_makes_the_session_read_only() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("state");
        fs::write(&path, "mine").unwrap();
        let mut store = Store::open(&path);
        let reason = store.health().read_only.unwrap();
        assert!(reason.contains("state"), "{reason}");
        assert!(store.journal().is_none());
        let id = ArticleId::from("a");
        assert!(store.save(&id, Change::Read(true)).is_err());
        assert!(store.marks(&id).read, "changes hold for the session");
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    }

    #[test]
    fn a_journal_that_cannot_be_read_makes_the_session_read_only() {
        let dir = tempfile::tempdir().unwrap();
        let id = ArticleId::from("a");
        Store::open(dir.path()).save(&id, Change::Read(true)).unwrap();
        fs::create_dir(dir.path().join("journal/0badcafe.jsonl")).unwrap();
        let store = Store::open(dir.path());
        assert!(store.health().read_only.unwrap().contains("0badcafe.jsonl"));
        assert!(store.journal().is_none());
        assert!(store.marks(&id).read, "what can be read is read");
    }

    #[test]
    fn copies_made_by_synchronising_add_up() {
        let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (a, b) = (ArticleId::from("a"), ArticleId::from("b"));
        Store::open(one.path()).save(&a, bookmark("a")).unwrap();
        Store::open(two.path()).save(&b, bookmark("b")).unwrap();
        for entry in fs::read_dir(two.path().join("journal")).unwrap() {
            let path = entry.unwrap().path();
            let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
            for name in [format!("{stem}.jsonl"), format!("{stem}.sync-conflict-1-A.jsonl")] {
                fs::copy(&path, one.path().join("journal").join(name)).unwrap();
            }
        }
        let store = Store::open(one.path());
        assert!(store.marks(&a).bookmarked && store.marks(&b).bookmarked);
        assert_eq!(store.health(), Health::default());
    }

    #[test]
    fn damaged_lines_are_set_aside_once_and_gaps_are_told() {
        let dir = tempfile::tempdir().unwrap();
        let mut store = Store::open(dir.path());
        for name in ["a", "b", "c"] {
            store.save(&ArticleId::from(name), Change::Read(true)).unwrap();
        }
        let journal = fs::read_dir(dir.path().join("journal")).unwrap().next().unwrap().unwrap();
        let text = fs::read_to_string(journal.path()).unwrap();
        fs::write(journal.path(), text.replacen("\"art\":\"b\"", "\"art\":\"x\"", 1)).unwrap();

        let lost = Health { damaged: 1, missing: 1, ..Health::default() };
        let store = Store::open(dir.path());
        assert_eq!(store.health(), Health { quarantined: 1, ..lost.clone() });
        assert!(store.marks(&ArticleId::from("c")).read);
        assert!(!store.marks(&ArticleId::from("x")).read);
        assert_eq!(Store::open(dir.path()).health(), lost);
    }
}
