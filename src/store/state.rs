//! What all events come to. Pure: no file, no clock but Lamport's, which is a counter.
//!
//! For each article and field the last event counts, by Lamport time, then device; two processes of
//! one device may stamp alike, so the value itself decides last. That is the greatest of a total
//! order, so events may arrive in any order and any number of times.

mod family;
mod notes;
mod tags;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::Change;
use super::DeviceId;
use super::Event;
use super::Label;
use super::NoteId;
use super::Position;
use super::Sighting;
use super::note::History;
use crate::article::ArticleId;
use crate::article::Given;
use crate::article::Offset;

/// The marks on all articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    device: DeviceId,
    clock: u64,
    articles: BTreeMap<ArticleId, Fields>,
    notes: BTreeMap<NoteId, History>,
    /// For each name the others that were said to be of the same article; both ways.
    kin: BTreeMap<ArticleId, BTreeSet<ArticleId>>,
}

/// What the reader has done with an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Whether it is bookmarked.
    pub bookmarked: bool,
    /// Whether it was marked read.
    pub read: bool,
    /// Where reading stopped.
    pub position: Option<Position>,
}

/// A bookmark in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bookmark<'a> {
    /// The article.
    pub article: &'a ArticleId,
    /// What it was called and where it lay.
    pub label: &'a Label,
    /// When the bookmark was set, by that device's clock.
    pub at: Option<Timestamp>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Fields {
    bookmark: Option<Register<Option<Label>>>,
    read: Option<Register<bool>>,
    position: Option<Register<Position>>,
    tags: BTreeMap<String, Register<bool>>,
    /// The notes that were written about it.
    notes: BTreeSet<NoteId>,
    seen: Option<Register<Sighting>>,
    /// The articles that it was said to be, or not to be.
    same: BTreeMap<ArticleId, Register<bool>>,
}

/// A last-writer-wins register; the greater one is the later one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Register<T> {
    pub(super) lamport: u64,
    pub(super) device: DeviceId,
    pub(super) value: T,
    pub(super) at: Option<Timestamp>,
}

impl State {
    /// No marks yet; events recorded here are stamped by `device`.
    #[must_use]
    pub const fn new(device: DeviceId) -> Self {
        Self {
            device,
            clock: 0,
            articles: BTreeMap::new(),
            notes: BTreeMap::new(),
            kin: BTreeMap::new(),
        }
    }

    /// Makes a change that is later than all events known here.
    #[must_use = "the change is lost at exit unless a journal keeps it"]
    pub fn record(&mut self, article: &ArticleId, change: Change) -> Event {
        let event = Event {
            lamport: self.clock.saturating_add(1),
            device: self.device,
            // Whole seconds are enough for people.
            at: Timestamp::from_second(Timestamp::now().as_second()).ok(),
            article: article.clone(),
            change,
        };
        self.apply(event.clone());
        event
    }

    /// Takes in an event; whether it changed anything.
    pub fn apply(&mut self, event: Event) -> bool {
        self.witness(event.lamport);
        let Event { lamport, device, at, article, change } = event;
        let fields = self.articles.entry(article.clone()).or_default();
        match change {
            Change::Bookmark(value) => {
                write(&mut fields.bookmark, Register { lamport, device, value, at })
            }
            Change::Read(value) => write(&mut fields.read, Register { lamport, device, value, at }),
            Change::Position(value) => {
                write(&mut fields.position, Register { lamport, device, value, at })
            }
            Change::Tag(tag, value) => {
                write_in(&mut fields.tags, tag, Register { lamport, device, value, at })
            }
            Change::Note(edit) => {
                fields.notes.insert(edit.note);
                let stamp = Register { lamport, device, value: article, at };
                self.notes.entry(edit.note).or_default().take(*edit, stamp)
            }
            Change::Seen(value) => {
                write(&mut fields.seen, Register { lamport, device, value: *value, at })
            }
            Change::Same(other, value) => {
                let register = Register { lamport, device, value, at };
                let is_new = write_in(&mut fields.same, other.clone(), register);
                self.tie(&article, &other);
                is_new
            }
        }
    }

    /// Whether a later change has taken the place of this one, so that it may be forgotten.
    #[must_use]
    pub fn is_outdated(&self, event: &Event) -> bool {
        let Some(fields) = self.articles.get(&event.article) else { return false };
        match &event.change {
            Change::Bookmark(value) => is_before(event, value, fields.bookmark.as_ref()),
            Change::Read(value) => is_before(event, value, fields.read.as_ref()),
            Change::Position(value) => is_before(event, value, fields.position.as_ref()),
            Change::Tag(tag, value) => is_before(event, value, fields.tags.get(tag)),
            Change::Seen(value) => is_before(event, &**value, fields.seen.as_ref()),
            Change::Same(other, value) => is_before(event, value, fields.same.get(other)),
            // A version also tells which others it was written over.
            Change::Note(_) => false,
        }
    }

    /// Events that come to this state.
    #[must_use]
    pub fn events(&self) -> Vec<Event> {
        // All by name here and below, so that nothing that is added is forgotten.
        let Self { device: _, clock: _, articles, notes, kin: _ } = self;
        let events = |(article, fields): (_, &Fields)| fields.events(article);
        let edits = |(note, history): (&NoteId, &History)| history.events(*note);
        articles.iter().flat_map(events).chain(notes.iter().flat_map(edits)).collect()
    }

    /// Sets the clock no earlier than an event's, understood or not.
    pub fn witness(&mut self, lamport: u64) {
        self.clock = self.clock.max(lamport);
    }

    /// The marks of every article that ever had one.
    pub fn all(&self) -> impl Iterator<Item = (&ArticleId, Marks)> {
        let marks = |article| self.marks(std::slice::from_ref(article), &Given::default());
        self.articles.keys().map(move |article| (article, marks(article)))
    }

    /// What the reader has done with an article that goes by these names: of each field the latest
    /// event counts, under whichever name it was recorded; where there is none, what its files tell.
    #[must_use]
    pub fn marks(&self, ids: &[ArticleId], given: &Given) -> Marks {
        let ids = self.family(ids);
        let fields = || ids.iter().filter_map(|id| self.articles.get(id));
        let bookmark = fields().filter_map(|fields| fields.bookmark.as_ref()).max();
        let read = fields().filter_map(|fields| fields.read.as_ref()).max();
        let position = fields().filter_map(|fields| fields.position.as_ref()).max();
        let begun = given.progress.filter(|&progress| progress > 0);
        let begun = begun.map(|progress| Position { offset: Offset(0), progress });
        Marks {
            bookmarked: bookmark
                .map_or(given.bookmarked == Some(true), |bookmark| bookmark.value.is_some()),
            read: read.map_or(given.read == Some(true), |read| read.value),
            position: position.map(|position| position.value).or(begun),
        }
    }

    /// All bookmarks, the latest first.
    #[must_use]
    pub fn bookmarks(&self) -> Vec<Bookmark<'_>> {
        let mut found: Vec<_> = self
            .articles
            .iter()
            .filter_map(|(article, fields)| {
                let register = fields.bookmark.as_ref()?;
                let label = register.value.as_ref().filter(|_| self.stands(article, register))?;
                Some((register.lamport, Bookmark { article, label, at: register.at }))
            })
            .collect();
        found.sort_by_key(|&(lamport, _)| std::cmp::Reverse(lamport));
        found.into_iter().map(|(_, bookmark)| bookmark).collect()
    }

    /// Whether nothing later was done to a bookmark under another name of its article.
    fn stands(&self, article: &ArticleId, register: &Register<Option<Label>>) -> bool {
        let ids = self.family(std::slice::from_ref(article));
        let fields = ids.iter().filter_map(|id| self.articles.get(id));
        fields.filter_map(|fields| fields.bookmark.as_ref()).all(|other| other <= register)
    }
}

impl Fields {
    fn events(&self, article: &ArticleId) -> Vec<Event> {
        // Notes are told by their own names, in all their versions.
        let Self { bookmark, read, position, tags, notes: _, seen, same } = self;
        let bookmark = bookmark.iter().map(|register| register.event(article, Change::Bookmark));
        let read = read.iter().map(|register| register.event(article, Change::Read));
        let position = position.iter().map(|register| register.event(article, Change::Position));
        let tags = tags.iter().map(|(tag, register)| {
            register.event(article, |value| Change::Tag(tag.clone(), value))
        });
        let seen = seen
            .iter()
            .map(|register| register.event(article, |value| Change::Seen(Box::new(value))));
        let same = same.iter().map(|(other, register)| {
            register.event(article, |value| Change::Same(other.clone(), value))
        });
        bookmark.chain(read).chain(position).chain(tags).chain(seen).chain(same).collect()
    }
}

fn is_before<T: Ord>(event: &Event, value: &T, register: Option<&Register<T>>) -> bool {
    let order = |register: &Register<T>| {
        let stamp = (event.lamport, event.device).cmp(&(register.lamport, register.device));
        stamp.then_with(|| (value, event.at).cmp(&(&register.value, register.at)))
    };
    register.is_some_and(|register| order(register).is_lt())
}

impl<T: Clone> Register<T> {
    fn event(&self, article: &ArticleId, change: impl Fn(T) -> Change) -> Event {
        let Self { lamport, device, value, at } = self.clone();
        Event { lamport, device, at, article: article.clone(), change: change(value) }
    }
}

fn write_in<K: Ord, T: Ord>(into: &mut BTreeMap<K, Register<T>>, key: K, new: Register<T>) -> bool {
    let mut slot = into.remove(&key);
    let is_new = write(&mut slot, new);
    into.extend(slot.map(|register| (key, register)));
    is_new
}

pub(super) fn write<T: Ord>(register: &mut Option<Register<T>>, new: Register<T>) -> bool {
    let later = register.as_ref().is_none_or(|old| *old < new);
    if later {
        *register = Some(new);
    }
    later
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_change_wins_though_it_arrives_first() {
        let id = ArticleId::from("a");
        let mut writer = State::new(DeviceId::random());
        let first = writer.record(&id, Change::Read(true));
        let second = writer.record(&id, Change::Read(false));
        let mut reader = State::new(DeviceId::random());
        assert!(reader.apply(second.clone()));
        assert!(!reader.apply(first));
        assert!(!reader.apply(second));
        assert!(!reader.marks(&[id], &Given::default()).read);
    }

    #[test]
    fn a_change_made_here_outranks_all_that_was_seen() {
        let id = ArticleId::from("a");
        let mut here = State::new(DeviceId::random());
        here.witness(1000);
        let event = here.record(&id, Change::Read(true));
        assert_eq!(event.lamport, 1001);
    }

    #[test]
    fn the_latest_bookmark_comes_first_and_removed_ones_not_at_all() {
        let mut state = State::new(DeviceId::random());
        for name in ["a", "b", "c"] {
            let label = Label { title: name.into(), path: None };
            let _ = state.record(&ArticleId::from(name), Change::Bookmark(Some(label)));
        }
        let _ = state.record(&ArticleId::from("b"), Change::Bookmark(None));
        let titles: Vec<_> = state.bookmarks().iter().map(|b| b.label.title.as_str()).collect();
        assert_eq!(titles, ["c", "a"]);
    }

    #[test]
    fn an_article_of_several_names_has_the_latest_mark_of_all() {
        let (one, two) = (ArticleId::from("a"), ArticleId::from("b"));
        let mut state = State::new(DeviceId::random());
        let _ = state.record(&one, Change::Read(true));
        let _ = state.record(&two, Change::Bookmark(Some(Label::default())));
        let given = Given::default();
        let both = [one.clone(), two.clone()];
        let marks = state.marks(&both, &given);
        assert!(marks.read && marks.bookmarked);
        assert!(!state.marks(&both[..1], &given).bookmarked);
        let _ = state.record(&two, Change::Read(false));
        assert!(!state.marks(&both, &given).read, "the later event, though of the second name");
        let _ = state.record(&one, Change::Bookmark(None));
        assert!(!state.marks(&both, &given).bookmarked);
    }

    #[test]
    fn what_files_tell_holds_until_the_reader_says_otherwise() {
        let id = ArticleId::from("a");
        let ids = [id.clone()];
        let mut state = State::new(DeviceId::random());
        let given = Given {
            read: Some(true),
            bookmarked: Some(true),
            progress: Some(40),
            ..Given::default()
        };
        let marks = state.marks(&ids, &given);
        assert!(marks.read && marks.bookmarked);
        assert_eq!(marks.position.map(|position| position.progress), Some(40));
        let _ = state.record(&id, Change::Read(false));
        let _ = state.record(&id, Change::Bookmark(None));
        let marks = state.marks(&ids, &given);
        assert!(!marks.read && !marks.bookmarked);
    }
}
