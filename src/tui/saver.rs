//! The thread that saves changes as they come. It alone waits for the disk, and tells when they are
//! there.
//!
//! What could not be saved is tried again, with what comes next and from time to time.

use std::collections::HashSet;
use std::io;
use std::mem::discriminant;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::thread::JoinHandle;
use std::time::Duration;

use crate::store::{Change, Event, Journal};

use super::update::Message;

/// How long to wait before trying again.
const AGAIN: Duration = Duration::from_secs(2);

/// What is lost when the program ends now.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unsaved {
    /// These changes could not be written, for this reason.
    #[error("changes that are not saved: {0}: {1}")]
    Changes(usize, String),
    /// The thread has failed.
    #[error("changes may not be saved: saving failed; please report it")]
    Unknown,
}

/// Handle to the thread.
#[derive(Debug)]
pub(super) struct Saver {
    events: Sender<Event>,
    thread: JoinHandle<Result<(), Unsaved>>,
}

impl Saver {
    /// Writes to a journal, or says why there is none.
    pub(super) fn start(journal: Result<Journal, String>, messages: Sender<Message>) -> Self {
        let (events, changes) = channel();
        let thread = thread::spawn(move || match journal {
            Ok(journal) => keep(journal, &changes, &messages),
            Err(reason) => match done(&changes.iter().collect::<Vec<_>>()) {
                0 => Ok(()),
                count => Err(Unsaved::Changes(count, reason)),
            },
        });
        Self { events, thread }
    }

    pub(super) fn save(&self, event: Event) {
        // The thread ends only with the program.
        let _ended = self.events.send(event);
    }

    /// Waits until everything is saved, or cannot be.
    pub(super) fn finish(self) -> Result<(), Unsaved> {
        drop(self.events);
        self.thread.join().unwrap_or(Err(Unsaved::Unknown))
    }
}

fn keep(
    mut journal: Journal,
    events: &Receiver<Event>,
    messages: &Sender<Message>,
) -> Result<(), Unsaved> {
    let (mut unsaved, mut saved, mut told) = (Vec::new(), 0, None);
    loop {
        let next = if unsaved.is_empty() {
            events.recv().map_err(RecvTimeoutError::from)
        } else {
            events.recv_timeout(AGAIN)
        };
        match next {
            Ok(event) => {
                told = None;
                unsaved.push(event);
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        unsaved.extend(events.try_iter());
        let result = journal.append(&unsaved);
        if result.is_ok() {
            saved += unsaved.len() as u64;
            unsaved.clear();
        }
        tell(messages, &mut told, result, saved);
        if unsaved.is_empty() {
            // What cannot be made smaller now is tried again.
            let _later = journal.tidy();
        }
    }
    match (journal.append(&unsaved), done(&unsaved)) {
        (Err(error), count @ 1..) => Err(Unsaved::Changes(count, error.to_string())),
        // What was only seen is seen again.
        (Err(_) | Ok(()), _) => Ok(()),
    }
}

/// How many things the reader has done: whatever was done to one article in one way is one.
fn done(events: &[Event]) -> usize {
    let way = |event: &Event| (event.article().clone(), discriminant(event.change()));
    let is_done = |event: &&Event| !matches!(event.change(), Change::Seen(_));
    events.iter().filter(is_done).map(way).collect::<HashSet<_>>().len()
}

/// Tells how it went; the same reason once only, until there is more to be saved.
fn tell(messages: &Sender<Message>, told: &mut Option<String>, result: io::Result<()>, saved: u64) {
    let reason = result.err().map(|error| error.to_string());
    if reason.is_some() && *told == reason {
        return;
    }
    told.clone_from(&reason);
    let _ended = messages.send(reason.map_or(Message::Saved(saved), Message::NotSaved));
}
