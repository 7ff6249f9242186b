//! The threads beside the loop: one reads keys, one passes on what the library's loader finds, one
//! answers queries, one finds passages, one finds matches in long articles and one typesets them, one opens
//! articles and one their beginnings, one saves changes ([`super::saver`]), one copies,
//! one follows marked articles. A program that opens an address is waited for on a
//! thread of its own: it may stay.

use std::process::Command;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::identity;
use crate::library::{Entry, Kept, Loading, Snapshot, Source};
use crate::search::Corpus;
use crate::store;
use crate::store::{Journal, State};
use crate::terminal::{Event, Request, Terminal, clipboard};

use super::Line;
use super::clip::Clip;
use super::edition::Choice;
use super::event::message;
use super::finder::Finder;
use super::quotes::{self, Wanted};
use super::reader::{Manuscript, Sought};
use super::saver::{Saver, Unsaved};
use super::update::Message;

/// Handles to the threads.
pub(super) struct Workers {
    pub(super) finder: Finder,
    open: Sender<Asked>,
    quote: Sender<Wanted>,
    mark: Sender<Sought>,
    typeset: Sender<Box<Manuscript>>,
    saver: Saver,
    copy: Sender<(Terminal, Clip)>,
    follow: Sender<Trail>,
    messages: Sender<Message>,
}

impl Workers {
    pub(super) fn start(
        (source, library): (Source, Kept),
        journal: Result<Journal, String>,
        messages: Sender<Message>,
    ) -> Self {
        let finder = Finder::start(Arc::clone(&library.corpus), messages.clone());
        let (open, entries) = channel();
        let (whole, wholes) = channel();
        let (quote, wanted) = channel();
        let (mark, sought) = channel();
        let (typeset, manuscripts) = channel();
        let saver = Saver::start(journal, messages.clone());
        let (copy, clips) = channel();
        let (follow, trails) = channel();
        let (corpus, follower) = (Arc::clone(&library.corpus), messages.clone());
        thread::spawn(move || follow_all(&trails, &corpus, &follower));
        let (opener, copier, own) = (messages.clone(), messages.clone(), messages.clone());
        let (quoter, marker, setter) = (messages.clone(), messages.clone(), messages.clone());
        let beginner = messages.clone();
        thread::spawn(move || copy_texts(&clips, &copier));
        thread::spawn(move || begin_articles(&entries, &whole, &beginner));
        thread::spawn(move || open_articles(&wholes, &opener));
        thread::spawn(move || quotes::answer_all(&wanted, &quoter));
        thread::spawn(move || mark_all(&sought, &marker));
        thread::spawn(move || typeset_all(&manuscripts, &setter));
        thread::spawn(move || pass_on(library.keep(source), &messages));
        Self { finder, open, quote, mark, typeset, saver, copy, follow, messages: own }
    }

    pub(super) fn open(&self, entry: Arc<Entry>, choice: Choice) {
        // The thread ends only with the program.
        let _ended = self.open.send((entry, choice));
    }

    pub(super) fn quote(&self, wanted: Wanted) {
        let _ended = self.quote.send(wanted);
    }

    pub(super) fn mark(&self, sought: Sought) {
        let _ended = self.mark.send(sought);
    }

    pub(super) fn typeset(&self, manuscript: Box<Manuscript>) {
        let _ended = self.typeset.send(manuscript);
    }

    pub(super) fn save(&self, event: store::Event) {
        self.saver.save(event);
    }

    pub(super) fn copy(&self, terminal: Terminal, clip: Clip) {
        let _ended = self.copy.send((terminal, clip));
    }

    pub(super) fn follow(&self, (rows, marks): (Snapshot, State)) {
        let _ended = self.follow.send(Trail::Follow(rows, marks));
    }

    pub(super) fn look(&self, entry: Arc<Entry>) {
        let _ended = self.follow.send(Trail::Look(entry));
    }

    /// Starts a program, and tells if it fails.
    pub(super) fn launch(&self, command: Command) {
        let messages = self.messages.clone();
        thread::spawn(move || {
            if let Err(reason) = run(command) {
                let _ended = messages.send(Message::NotVisited(reason));
            }
        });
    }

    /// Waits until everything is saved, or cannot be.
    pub(super) fn finish(self) -> Result<(), Unsaved> {
        self.saver.finish()
    }
}

/// Reads what comes from the terminal. Where nothing more can come, nobody could leave: that ends the
/// program. What the terminal tells late is of use where it tells more than was known.
pub(super) fn listen(mut line: Line, messages: Sender<Message>) {
    thread::spawn(move || {
        while let Ok(event) = line.input.read() {
            let message = match event {
                Event::Replies(replies) => {
                    let terminal = (line.identify)(&replies);
                    (terminal != line.terminal).then(|| Message::Identified(Box::new(terminal)))
                }
                event => message(event),
            };
            if message.is_some_and(|message| messages.send(message).is_err()) {
                return;
            }
        }
        let _ended = messages.send(Message::Signal(Request::Quit { status: 1 }));
    });
}

fn pass_on(library: Loading, messages: &Sender<Message>) {
    for news in library.news {
        let is_settled = news.is_settled;
        let is_news = !(is_settled && news.is_empty());
        if is_news && messages.send(Message::News(news)).is_err() {
            return;
        }
        if is_settled && messages.send(Message::Loaded).is_err() {
            return;
        }
    }
    let _ended = messages.send(Message::Loaded);
}

/// An article, and how it is wanted.
type Asked = (Arc<Entry>, Choice);

/// Opens the beginning of what was asked for last, and has the whole opened: the beginning of the next one
/// does not wait for that.
fn begin_articles(entries: &Receiver<Asked>, whole: &Sender<Asked>, messages: &Sender<Message>) {
    while let Ok(first) = entries.recv() {
        let (entry, choice) = entries.try_iter().last().unwrap_or(first);
        let beginning = choice.begin(&entry).map(Box::new);
        let begun = beginning.map(|it| Message::Begun(entry.id.clone(), choice.clone(), it));
        if begun.is_some_and(|begun| messages.send(begun).is_err())
            || whole.send((entry, choice)).is_err()
        {
            return;
        }
    }
}

/// Opens what was asked for last; what was asked for before that is no longer wanted.
fn open_articles(entries: &Receiver<Asked>, messages: &Sender<Message>) {
    while let Ok(first) = entries.recv() {
        let (entry, choice) = entries.try_iter().last().unwrap_or(first);
        let result = choice.open(&entry).map(Box::new);
        if messages.send(Message::Opened(entry.id.clone(), choice, result)).is_err() {
            return;
        }
    }
}

/// Finds what was asked for last; what was asked for before that is no longer typed.
fn mark_all(asked: &Receiver<Sought>, messages: &Sender<Message>) {
    while let Ok(first) = asked.recv() {
        let sought = asked.try_iter().last().unwrap_or(first);
        let matches = sought.matches();
        if messages.send(Message::Marked(sought, matches)).is_err() {
            return;
        }
    }
}

/// Typesets each article as it was asked for last.
fn typeset_all(asked: &Receiver<Box<Manuscript>>, messages: &Sender<Message>) {
    while let Ok(first) = asked.recv() {
        let all: Vec<_> = std::iter::once(first).chain(asked.try_iter()).collect();
        for (at, manuscript) in all.iter().enumerate() {
            if all.iter().skip(at + 1).any(|later| later.is_of(manuscript)) {
                continue;
            }
            let page = Box::new(manuscript.page());
            if messages.send(Message::Typeset(manuscript.clone(), page)).is_err() {
                return;
            }
        }
    }
}

/// What is to be found out about articles that were marked.
enum Trail {
    /// Where they are now.
    Follow(Snapshot, State),
    /// What else this one is known by.
    Look(Arc<Entry>),
}

fn follow_all(trails: &Receiver<Trail>, corpus: &Corpus, messages: &Sender<Message>) {
    for trail in trails {
        let message = match trail {
            Trail::Follow(rows, marks) => {
                Message::Followed(identity::catch_up(&rows, &marks, corpus))
            }
            Trail::Look(entry) => {
                let seen = identity::sighting(&entry, &entry.id, corpus);
                Message::Seen(entry.id.clone(), Box::new(seen))
            }
        };
        if messages.send(message).is_err() {
            return;
        }
    }
}

/// Copies what was asked for last; what was asked for before that would be replaced at once.
fn copy_texts(clips: &Receiver<(Terminal, Clip)>, messages: &Sender<Message>) {
    while let Ok(first) = clips.recv() {
        let (terminal, clip) = clips.try_iter().last().unwrap_or(first);
        let landing = clipboard::copy(&terminal, &clip.text);
        if messages.send(Message::Copied(clip, landing)).is_err() {
            return;
        }
    }
}

fn run(mut command: Command) -> Result<(), String> {
    let status = command.status().map_err(|error| error.to_string())?;
    if status.success() { Ok(()) } else { Err(status.to_string()) }
}
