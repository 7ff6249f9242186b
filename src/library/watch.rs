//! When a library is to be looked at again: where the system tells of a change, and from time to time
//! where it cannot, as on network drives and where there are more folders than it will watch.
//!
//! What changes together is told together, once it has been quiet for a moment: a file that is being
//! written is not read a hundred times. A change is told at least once; that nothing has changed after
//! all is possible.

mod pending;
mod remote;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use notify::{Config, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use pending::Pending;
use remote::is_remote;

/// Where a library holds the reader's state, if it does. Its name is that of a hidden folder, so that no
/// article is sought there; what is written there is no change of the library.
pub const STATE_FOLDER: &str = ".sahifa";

/// How often a library is looked at that the system cannot watch.
const POLL: Duration = Duration::from_secs(30);

/// What is to be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Look {
    /// The whole library.
    All,
    /// What stands, or stood, at these paths and below them; no path twice.
    Paths(Vec<PathBuf>),
}

/// A library that is watched until this is dropped.
#[derive(Debug)]
pub struct Watch {
    signals: Sender<Signal>,
}

/// What the thread that watches is told.
#[derive(Debug)]
enum Signal {
    Event(notify::Event),
    /// The system no longer tells everything.
    Lost,
    End,
}

impl Watch {
    /// Watches the library at `root`. Once that has begun, all of it is to be looked at, for what had
    /// changed before: `deliver` is called with that first, and goes on being called until it says
    /// `false`.
    ///
    /// # Errors
    ///
    /// When there can be no thread for it.
    pub fn new(
        root: &Path,
        deliver: impl FnMut(Look) -> bool + Send + 'static,
    ) -> io::Result<Self> {
        Self::polling(root, POLL, deliver)
    }

    fn polling(
        root: &Path,
        poll: Duration,
        deliver: impl FnMut(Look) -> bool + Send + 'static,
    ) -> io::Result<Self> {
        let (sender, signals) = channel();
        let (root, events) = (root.to_owned(), sender.clone());
        thread::Builder::new().spawn(move || {
            let real = fs::canonicalize(&root).unwrap_or_else(|_| root.clone());
            let (watcher, is_whole) = watcher(&real, events);
            let is_partial = !is_whole || is_remote(&real);
            let poll = Poll { every: poll, next: is_partial.then(|| Instant::now() + poll) };
            Watching { real, root, poll, pending: Pending::default(), deliver }.run(&signals);
            drop(watcher);
        })?;
        Ok(Self { signals: sender })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // A thread that has ended already need not be told.
        let _ended = self.signals.send(Signal::End);
    }
}

/// What the system watches with, and whether that sees everything: what it does see is worth having.
fn watcher(real: &Path, events: Sender<Signal>) -> (Option<RecommendedWatcher>, bool) {
    let tell = move |event: notify::Result<notify::Event>| {
        let signal = match event {
            // Files that are only opened are nothing to us.
            Ok(event) if matches!(event.kind, EventKind::Access(_)) => return,
            Ok(event) => Signal::Event(event),
            Err(_) => Signal::Lost,
        };
        // Nobody listens any more when the thread is about to end.
        let _ended = events.send(signal);
    };
    let config = Config::default().with_follow_symlinks(false);
    let mut watcher = RecommendedWatcher::new(tell, config).ok();
    let watch = |watcher: &mut RecommendedWatcher| watcher.watch(real, RecursiveMode::Recursive);
    let is_whole = watcher.as_mut().map(watch).is_some_and(|watched| watched.is_ok());
    (watcher, is_whole)
}

/// When to look without having been told.
struct Poll {
    every: Duration,
    /// None while the system tells everything.
    next: Option<Instant>,
}

/// The thread that watches.
struct Watching<F> {
    real: PathBuf,
    root: PathBuf,
    poll: Poll,
    pending: Pending,
    deliver: F,
}

impl<F: FnMut(Look) -> bool> Watching<F> {
    fn run(mut self, signals: &Receiver<Signal>) {
        let mut wanted = (self.deliver)(Look::All);
        while wanted {
            match self.wait(signals) {
                Ok(Signal::Event(event)) => self.note(&event),
                Ok(Signal::Lost) => self.lose(),
                Ok(Signal::End) | Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => {}
            }
            wanted = self.due().is_none_or(&mut self.deliver);
        }
    }

    /// Waits for a signal, or until something is due.
    fn wait(&self, signals: &Receiver<Signal>) -> Result<Signal, RecvTimeoutError> {
        match self.pending.due().into_iter().chain(self.poll.next).min() {
            Some(until) => signals.recv_timeout(until.saturating_duration_since(Instant::now())),
            None => signals.recv().map_err(RecvTimeoutError::from),
        }
    }

    fn note(&mut self, event: &notify::Event) {
        let is_root = |path: &PathBuf| *path == self.real;
        if event.need_rescan() || event.paths.is_empty() || event.paths.iter().any(is_root) {
            self.pending.note_all();
        }
        for path in &event.paths {
            if let Ok(inside) = path.strip_prefix(&self.real)
                && !inside.starts_with(STATE_FOLDER)
            {
                self.pending.note(self.root.join(inside));
            }
        }
    }

    fn lose(&mut self) {
        self.pending.note_all();
        self.poll.next = self.poll.next.or(Some(Instant::now() + self.poll.every));
    }

    /// What is to be looked at now.
    fn due(&mut self) -> Option<Look> {
        let now = Instant::now();
        if self.poll.next.is_some_and(|next| next <= now) {
            self.poll.next = Some(now + self.poll.every);
            self.pending.note_all();
        }
        self.pending.take(now)
    }
}

#[cfg(test)]
mod tests;
