//! Keeps a library: shows it as it was when it was last read, finds out what has changed since, reads
//! only that, goes on watching, and writes down what it knows for the next start.
//!
//! The articles are the truth. What was written down is used as far as it is whole; where it is not, the
//! library is read anew as if it had never been. Nothing is written but in the cache directory, and only
//! in place of what is complete, so that the keeper can be killed at any moment.

mod first;
mod live;
mod row;
mod write;

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::search::Corpus;

use super::load::{Found, read_items, spawn};
use super::scan::{scan_paths, scan_some};
use super::{
    Base, Catalogue, Change, Damage, Files, Item, Ledger, Loading, Look, News, Problem, Progress,
    Seen, Shelf, Source, Watch, load, scan,
};
use first::First;
use live::Live;

/// What has changed is written down when nothing else has for so long.
const QUIET: Duration = Duration::from_secs(2);

/// So many files are read before all are looked for: they fill the first screen.
const EARLY: usize = 64;

/// Between looks at everything is so many times the time that one takes.
const REST: u32 = 10;

/// A library that has been opened, as far as it is known.
#[derive(Debug)]
pub struct Opened {
    /// The library as it was when it was last read: rows from 0 on.
    pub base: Option<Arc<Base>>,
    /// The texts of all articles.
    pub corpus: Arc<Corpus>,
    kept: Option<Place>,
}

/// Where a library is, and where what is known of it is kept.
#[derive(Clone, Debug)]
struct Place {
    root: PathBuf,
    cache: PathBuf,
}

impl Opened {
    /// Opens a library. Only a directory is kept; all else is read whenever it is opened.
    #[must_use]
    pub fn new(source: &Source, cache: &Path) -> Self {
        let Source::Directory(root) = source else { return Self::in_memory() };
        let place = Place { root: root.clone(), cache: cache.to_owned() };
        if let Some((base, corpus)) = place.known() {
            return Self { base: Some(Arc::new(base)), corpus, kept: Some(place) };
        }
        match Corpus::create(&place.texts()) {
            Ok(corpus) => Self { base: None, corpus: Arc::new(corpus), kept: Some(place) },
            // Without a place to write to there is nothing to keep.
            Err(_) => Self::in_memory(),
        }
    }

    fn in_memory() -> Self {
        Self { base: None, corpus: Arc::new(Corpus::in_memory()), kept: None }
    }

    /// Its rows, where it is known.
    #[must_use]
    pub fn shelf(&self) -> Option<Shelf> {
        // What turns out to be damaged is read anew by the keeper.
        Shelf::of(Arc::clone(self.base.as_ref()?)).ok()
    }

    /// Goes on from there, as long as the news are listened to.
    #[must_use]
    pub fn keep(self, source: Source) -> Loading {
        let Some(place) = self.kept else { return load(source, self.corpus) };
        let (sender, news) = channel();
        let failed = sender.clone();
        let (base, corpus) = (self.base, self.corpus);
        let keeper = spawn(move || {
            let live = Live::new(place.root.clone(), base, corpus);
            let stopped = AtomicBool::new(false);
            Keeper { live, place, ledger: None, sender, stopped }.run();
        });
        if let Err(error) = keeper {
            let problems = vec![Problem::new("", &error)];
            let _gone = failed.send(News { problems, is_settled: true, ..News::default() });
        }
        Loading { news }
    }
}

impl Place {
    /// What was written down, if all of it can be used.
    fn known(&self) -> Option<(Base, Arc<Corpus>)> {
        // Another program may put new texts in the place of these between the two.
        const TRIES: usize = 3;
        let both = || {
            let base = Base::open(&self.cache, &self.root).ok()?;
            let corpus = Corpus::open(&self.texts(), base.corpus()).ok()?;
            Some((base, Arc::new(corpus)))
        };
        (0..TRIES).find_map(|_| both())
    }

    /// The directory of the texts: that of the library, by its path without links.
    fn texts(&self) -> PathBuf {
        let real = fs::canonicalize(&self.root).unwrap_or_else(|_| self.root.clone());
        let bytes = real.as_os_str().as_encoded_bytes();
        let name = super::catalogue::hash("texts", &[Some(bytes)]);
        self.cache.join(format!("texts-{name:016x}"))
    }
}

/// Why keeping ends.
enum End {
    /// Nobody listens any more.
    Unheard,
    /// What was written down turned out to be damaged.
    Damaged,
}

impl From<Damage> for End {
    fn from(_: Damage) -> Self {
        Self::Damaged
    }
}

struct Keeper {
    live: Live,
    place: Place,
    /// Of a first reading, until that has been written down.
    ledger: Option<Ledger>,
    sender: Sender<News>,
    stopped: AtomicBool,
}

impl Keeper {
    fn run(mut self) {
        let (cache, root) = (&self.place.cache, &self.place.root);
        if self.live.is_known() {
            Ledger::remove_left(cache, root);
            if let Some(problems) =
                self.live.problems().ok().filter(|problems| !problems.is_empty())
            {
                let _gone = self.tell(News { problems, ..News::default() });
            }
        } else {
            self.ledger = Ledger::open(cache, root, &self.live.corpus).ok();
            if self.read_all().is_err() {
                return;
            }
        }
        let (sender, looks) = channel();
        let watch = Watch::new(&self.place.root, move |look| sender.send(look).is_ok());
        if watch.is_err() {
            let _gone = self.settle(News::default());
            return;
        }
        while let Err(End::Damaged) = self.follow(&looks) {
            // It is read as if it had never been, and what is there is written in the place of the damage.
            if self.forget().and_then(|()| self.read_all()).is_err() {
                return;
            }
        }
    }

    /// Looks at what the watch tells of; in between, what is not yet written down is.
    fn follow(&mut self, looks: &Receiver<Look>) -> Result<(), End> {
        let (mut due, mut rested) = (self.due(), Instant::now());
        loop {
            let look = match due {
                Some(due) => looks.recv_timeout(due.saturating_duration_since(Instant::now())),
                None => looks.recv().map_err(RecvTimeoutError::from),
            };
            match look {
                Ok(look) => {
                    // Looking at everything may itself be told as a change; it does not go on for ever.
                    if look == Look::All {
                        thread::sleep(rested.saturating_duration_since(Instant::now()));
                    }
                    let start = Instant::now();
                    self.look(look)?;
                    rested = Instant::now() + start.elapsed() * REST;
                    due = self.due();
                }
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
                Err(RecvTimeoutError::Timeout) => {
                    // Where there is no room to write there is none two seconds later.
                    self.write()?;
                    due = None;
                }
            }
        }
    }

    /// When what has changed is to be written down, if nothing else does.
    fn due(&self) -> Option<Instant> {
        self.live.is_changed().then(|| Instant::now() + QUIET)
    }

    fn look(&mut self, look: Look) -> Result<(), End> {
        let known = self.live.files(&look)?;
        let is_whole = look == Look::All;
        let seen = match look {
            Look::All => scan(&self.place.root, &known),
            Look::Paths(paths) => scan_paths(&self.place.root, &paths, &known),
        };
        // A folder that cannot be entered, as on a drive that is not there, tells nothing of what is in it.
        let is_root = |problem: &Problem| problem.path == self.place.root;
        if let Some(problem) = seen.problems.iter().find(|problem| is_root(problem)) {
            return self.settle(News { problems: vec![problem.clone()], ..News::default() });
        }
        let found = self.read(&seen.changed)?;
        let news = self.live.take_in((seen, found), (&known, is_whole))?;
        self.settle(news)
    }

    /// Reads files that have changed, and tells how far that has come.
    fn read(&self, changed: &[Seen]) -> Result<Found, End> {
        let items: Vec<Item> = changed.iter().map(|seen| seen.item.clone()).collect();
        let (start, mut read) = (Instant::now(), Found::default());
        let mut progress = Progress { all: items.len(), ..Progress::default() };
        read_items(&items, &self.live.corpus, |files, found| {
            read.entries.extend(found.entries);
            read.problems.extend(found.problems);
            progress.done += files.len();
            progress.time = start.elapsed();
            let is_all = progress.done == progress.all;
            is_all || self.tell(News { progress, ..News::default() }).is_ok()
        });
        if self.stopped.load(Ordering::Relaxed) { Err(End::Unheard) } else { Ok(read) }
    }

    /// Reads everything: some files before it is known how many there are, then what was changed last first.
    fn read_all(&mut self) -> Result<(), End> {
        let row = self.live.end();
        let mut first = First {
            corpus: &self.live.corpus,
            ledger: &mut self.ledger,
            listener: (&self.sender, &self.stopped),
            row,
            catalogue: Catalogue::new(Arc::clone(&self.live.corpus)),
            problems: Vec::new(),
            progress: Progress::default(),
            start: Instant::now(),
            noted: Instant::now(),
        };
        let early = scan_some(&self.place.root, EARLY);
        first.read(&early);
        let mut seen = scan(&self.place.root, &Files::default());
        // Of what has been read the stamp of that time counts: what has changed since is read again.
        let is_read: HashSet<&Path> = early.iter().map(|seen| seen.item.path.as_path()).collect();
        seen.changed.retain(|seen| !is_read.contains(seen.item.path.as_path()));
        if !first.count(early.len() + seen.changed.len(), seen.problems.clone()) {
            return Err(End::Unheard);
        }
        first.read(&seen.changed);
        let First { catalogue, problems, progress, .. } = first;
        // What is not needed for writing is gone before the index is made, which takes most memory.
        self.ledger.iter_mut().for_each(Ledger::close);
        let stamps = early.into_iter().chain(seen.changed);
        let stamps = stamps.map(|seen| (seen.item.path, seen.stamp)).collect();
        self.live.fill(&catalogue, row, (stamps, problems));
        self.live.met = seen.problems;
        drop(catalogue);
        self.settle(News { progress, ..News::default() })?;
        self.write()
    }

    /// Takes all rows away.
    fn forget(&mut self) -> Result<(), End> {
        let rows = self.live.rows();
        let changes = rows.into_iter().map(|row| Change::Gone { row, into: row }).collect();
        let mended = vec![self.place.root.clone()];
        self.live.forget();
        self.ledger.take().into_iter().for_each(Ledger::remove);
        self.tell(News { changes, mended, ..News::default() })
    }

    /// What cannot be written stays to be read again at the next start; the reader is not held up by it.
    fn write(&mut self) -> Result<(), End> {
        let (rows, written) = match self.live.write_rows(&self.place.cache) {
            Ok(done) => done,
            Err(write::Failure::Damaged) => return Err(End::Damaged),
            Err(write::Failure::Unwritable) => return Ok(()),
        };
        // Whoever has just gone may come again, and find it written.
        let news = News { written: Some(written), is_settled: true, ..News::default() };
        let _gone = self.sender.send(news);
        let stopped = &self.stopped;
        let saved = self.live.save_texts(rows, &|| stopped.load(Ordering::Relaxed));
        if saved.is_ok() && self.live.is_kept {
            self.ledger.take().into_iter().for_each(Ledger::remove);
        }
        Ok(())
    }

    fn settle(&self, news: News) -> Result<(), End> {
        self.tell(News { is_settled: true, ..news })
    }

    fn tell(&self, news: News) -> Result<(), End> {
        self.sender.send(news).map_err(|_unheard| {
            self.stopped.store(true, Ordering::Relaxed);
            End::Unheard
        })
    }
}

/// The same change of a row that has a number so much higher.
fn moved(change: Change, by: u32) -> Change {
    match change {
        Change::Row(row, entry) => Change::Row(row + by, entry),
        Change::Gone { row, into } => Change::Gone { row: row + by, into: into + by },
    }
}
