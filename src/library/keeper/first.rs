//! The first reading of a library: what the ledger of one that did not come to its end has is taken from there,
//! the rest is read, and noted there in turn.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use super::moved;
use crate::library::load::{Found, read_items};
use crate::library::{Catalogue, Entry, Item, Ledger, News, Problem, Progress, Seen};
use crate::search::Corpus;

/// What has been read is noted so often: more is not lost, whatever happens.
const OFTEN: Duration = Duration::from_millis(500);

/// So many files that the ledger has are told at once.
const PIECE: usize = 256;

/// A reading that goes on.
pub(super) struct First<'a> {
    pub(super) corpus: &'a Arc<Corpus>,
    /// None where there is no place for it, or another process is there.
    pub(super) ledger: &'a mut Option<Ledger>,
    /// Who listens, and whether nobody does any more.
    pub(super) listener: (&'a Sender<News>, &'a AtomicBool),
    /// The number of the first row.
    pub(super) row: u32,
    pub(super) catalogue: Catalogue,
    pub(super) problems: Vec<Problem>,
    pub(super) progress: Progress,
    pub(super) start: Instant,
    pub(super) noted: Instant,
}

impl First<'_> {
    /// Tells how many files there are, and what has been met among them; whether that is heard.
    pub(super) fn count(&mut self, all: usize, problems: Vec<Problem>) -> bool {
        self.progress.all = all;
        self.send(News { problems, progress: self.progress, ..News::default() })
    }

    /// Takes in files, until nobody listens any more.
    pub(super) fn read(&mut self, files: &[Seen]) {
        let mut new = Vec::new();
        for piece in files.chunks(PIECE) {
            let (mut found, before) = (Found::default(), new.len());
            for seen in piece {
                let past = self.ledger.as_ref();
                match past.and_then(|ledger| ledger.recall(seen, self.corpus)) {
                    Some((entries, problems)) => {
                        found.entries.extend(entries);
                        found.problems.extend(problems);
                    }
                    None => new.push(seen),
                }
            }
            let known = piece.len() - (new.len() - before);
            if known > 0 && !self.tell(known, found) {
                return;
            }
        }
        let items: Vec<Item> = new.iter().map(|seen| seen.item.clone()).collect();
        read_items(&items, self.corpus, |read, found| {
            self.note(new.get(read.clone()).unwrap_or_default(), &found);
            self.tell(read.len(), found)
        });
        self.settle();
    }

    /// Tells what a number of files has given; whether that is heard.
    fn tell(&mut self, files: usize, found: Found) -> bool {
        self.progress.done += files;
        self.progress.time = self.time();
        self.problems.extend(found.problems.iter().cloned());
        let changes = self.catalogue.add(found.entries);
        let changes = changes.into_iter().map(|change| moved(change, self.row)).collect();
        let (problems, progress) = (found.problems, self.progress);
        self.send(News { changes, problems, progress, ..News::default() })
    }

    fn send(&self, news: News) -> bool {
        let (sender, stopped) = self.listener;
        let is_heard = sender.send(news).is_ok();
        stopped.fetch_or(!is_heard, Ordering::Relaxed);
        is_heard
    }

    fn time(&self) -> Duration {
        self.start.elapsed() + self.ledger.as_ref().map_or(Duration::ZERO, Ledger::time)
    }

    /// Notes what files have given, in their order.
    fn note(&mut self, files: &[&Seen], found: &Found) {
        let Some(ledger) = self.ledger else { return };
        let mut rest = found.entries.as_slice();
        let noted: io::Result<()> = files.iter().try_for_each(|seen| {
            let path = &seen.item.path;
            let is_in = |entry: &&Arc<Entry>| entry.item.path == *path;
            let (entries, others) =
                rest.split_at_checked(rest.iter().take_while(is_in).count()).unwrap_or_default();
            rest = others;
            let problems = found.problems.iter().filter(|problem| problem.path.starts_with(path));
            ledger.note(seen, entries, &problems.collect::<Vec<_>>())
        });
        if noted.is_err() {
            self.give_up();
        } else if self.noted.elapsed() > OFTEN {
            self.settle();
        }
    }

    /// Writes down what has been noted.
    fn settle(&mut self) {
        let time = self.time();
        if let Some(ledger) = self.ledger
            && ledger.write(self.corpus, time).is_err()
        {
            self.give_up();
        }
        self.noted = Instant::now();
    }

    /// Where there is no room for a ledger, the library is read without one.
    fn give_up(&mut self) {
        self.ledger.take().into_iter().for_each(Ledger::remove);
    }
}
