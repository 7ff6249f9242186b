//! Someone who sets and removes bookmarks in the reader, one article after the other, and knows which of
//! these changes the screen has called saved.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use rustix::process::{Pid, Signal, kill_process};
use sahifa::article::ArticleId;
use sahifa::library;
use sahifa::library::Source;
use sahifa::store::Store;
use vt100::Parser;

use crate::reader::{Reader, status};

const ARTICLES: usize = 12;
impl Reader {
    /// Waits no longer than `patience` for the screen to show something; whether it does.
    pub(crate) fn shows(
        &mut self,
        patience: Duration,
        is_reached: impl Fn(&Parser) -> bool,
    ) -> bool {
        let until = Instant::now() + patience;
        while !is_reached(&self.parser) {
            if !self.take(until.saturating_duration_since(Instant::now())) {
                return false;
            }
        }
        true
    }

    /// Kills it, and waits until it is gone; with what runs below it, if it is run by another program.
    pub(crate) fn kill(mut self) {
        let id = self.id();
        let below = fs::read_to_string(format!("/proc/{id}/task/{id}/children"));
        for process in below.unwrap_or_default().split_whitespace() {
            let process = Pid::from_raw(process.parse().unwrap()).unwrap();
            let _ended = kill_process(process, Signal::KILL);
        }
        // It may have ended by itself.
        let _ended = self.child.kill();
        let _ended = self.child.wait();
    }

    /// Leaves it; its exit status, if it ends in time.
    pub(crate) fn leave(&mut self) -> Option<u32> {
        self.press("q");
        let until = Instant::now() + Duration::from_secs(20);
        while Instant::now() < until {
            self.take(Duration::from_millis(10));
            if let Some(status) = self.child.try_wait().unwrap() {
                return Some(status.exit_code());
            }
        }
        None
    }
}

/// A few articles in a directory.
#[derive(Clone, Debug)]
pub(crate) struct Library {
    pub(crate) dir: PathBuf,
    /// In the order of the list.
    pub(crate) ids: Vec<ArticleId>,
}

impl Library {
    pub(crate) fn new(dir: &Path) -> Self {
        let dir = dir.join("library");
        fs::create_dir_all(&dir).unwrap();
        for at in 0..ARTICLES {
            let date = format!("2024-01-{:02}", 28 - at);
            let text =
                format!("---\ntitle: Number {at}\ndate: {date}\n---\n\nThe text of number {at}.\n");
            fs::write(dir.join(format!("{at:02}.md")), text).unwrap();
        }
        let (mut entries, problems) = library::collect(Source::Directory(dir.clone()));
        assert!(problems.is_empty() && entries.len() == ARTICLES, "{problems:?}");
        entries.sort_by_key(|entry| entry.item.path.clone());
        Self { dir, ids: entries.iter().map(|entry| entry.id.clone()).collect() }
    }

    /// Which of its articles are bookmarked in a state.
    pub(crate) fn bookmarks(&self, state: &Path) -> Vec<bool> {
        let store = Store::open(state);
        let health = store.health();
        assert!(health.read_only.is_none(), "{health}");
        self.ids.iter().map(|id| store.marks(id).bookmarked).collect()
    }
}

/// What of the changes can be relied on.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ledger {
    /// Which articles are bookmarked, as far as was acknowledged.
    pub(crate) sure: Vec<bool>,
    /// The articles that were changed since.
    pub(crate) open: Vec<usize>,
    /// How many changes were acknowledged.
    pub(crate) acknowledged: u64,
}

impl Ledger {
    /// Those that were acknowledged and are not so.
    pub(crate) fn lost(&self, found: &[bool]) -> usize {
        let is_lost = |at: &usize| !self.open.contains(at) && self.sure[*at] != found[*at];
        (0..self.sure.len()).filter(is_lost).count()
    }
}

/// A reader with someone at the keys.
pub(crate) struct Sitting {
    pub(crate) reader: Reader,
    pub(crate) ledger: Ledger,
    /// Which articles are bookmarked on the screen.
    pub(crate) now: Vec<bool>,
    at: usize,
    made: u64,
}

impl Sitting {
    /// Starts a program that finds this state.
    pub(crate) fn start(command: CommandBuilder, found: Vec<bool>) -> Self {
        let ledger = Ledger { sure: found.clone(), ..Ledger::default() };
        Self { reader: Reader::run(command), ledger, now: found, at: 0, made: 0 }
    }

    /// Waits for the list.
    pub(crate) fn arrives(&mut self, patience: Duration) -> bool {
        self.reader.shows(patience, |parser| {
            status(parser).contains(&format!("{ARTICLES} articles"))
                || parser.screen().contents().contains("not be kept")
        })
    }

    /// Changes a bookmark, and waits until it is called saved; whether it is in time.
    pub(crate) fn change(&mut self, until: Instant) -> bool {
        let left = |until: Instant| until.saturating_duration_since(Instant::now());
        self.at = (self.at + 1) % ARTICLES;
        // The notice of the change before goes.
        self.reader.press(if self.at == 0 { "g" } else { "j" });
        if !self.reader.shows(left(until), |parser| !is_saved(&status(parser))) {
            return false;
        }
        self.now[self.at] ^= true;
        self.ledger.open.push(self.at);
        self.made += 1;
        self.reader.press("b");
        self.is_acknowledged(until)
    }

    /// Waits until all that was changed is called saved.
    pub(crate) fn is_acknowledged(&mut self, until: Instant) -> bool {
        let left = until.saturating_duration_since(Instant::now());
        let shown = self.reader.shows(left, |parser| is_saved(&status(parser)));
        if shown {
            self.ledger.sure.clone_from(&self.now);
            self.ledger.open.clear();
            self.ledger.acknowledged += std::mem::take(&mut self.made);
        }
        shown
    }

    /// Whether the screen says that something is not saved.
    pub(crate) fn is_told(&mut self, patience: Duration) -> bool {
        self.reader.shows(patience, |parser| {
            let status = status(parser);
            ["not saved", "nothing is kept", "not be kept"].iter().any(|told| status.contains(told))
        })
    }
}

fn is_saved(status: &str) -> bool {
    status.contains(", saved") || status.contains("changes are saved")
}
