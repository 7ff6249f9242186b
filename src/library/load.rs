//! Reading a whole library: on as many threads as there are cores, delivered in batches, so that the
//! first screen does not wait for the last file.

use std::collections::HashMap;
use std::io;
use std::ops::Range;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::{Catalogue, Change, Entry, Item, Problem, Source, items, read};

/// Files read between two deliveries, at most; the first ones are smaller, so that there is something
/// to show at once.
const BATCH: usize = 32;
const FIRST_BATCH: usize = 4;

/// As much as the main thread has: a parser may go as deep here as in a command that reads one file.
const STACK: usize = 8 << 20;

/// What reading finds.
#[derive(Debug)]
pub enum Found {
    /// An article, not yet folded with others.
    Entry(Arc<Entry>),
    /// A file without one.
    Problem(Problem),
}

/// A library being read; ends when all of it has been delivered.
#[derive(Debug)]
pub struct Loading {
    /// Batches in no particular order.
    pub batches: Receiver<Vec<Found>>,
}

/// Starts reading a library.
#[must_use]
pub fn load(source: Source) -> Loading {
    let (sender, batches) = channel();
    let failed = sender.clone();
    let reader = spawn(move || read_all(&source, &sender));
    if let Err(error) = reader {
        // A receiver that is gone wants no more: the same holds for all sends below.
        let _gone = failed.send(vec![Found::Problem(Problem::new("", &error))]);
    }
    Loading { batches }
}

/// Reads a whole library and waits for it: entries, folded, in the order of their paths, and problems.
#[must_use]
pub fn collect(source: Source) -> (Vec<Arc<Entry>>, Vec<Problem>) {
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    for found in load(source).batches.into_iter().flatten() {
        match found {
            Found::Entry(entry) => entries.push(entry),
            Found::Problem(problem) => problems.push(problem),
        }
    }
    let mut entries = folded(entries);
    let place = |entry: &Arc<Entry>| (entry.item.path.clone(), entry.member.clone(), entry.index);
    entries.sort_by_cached_key(place);
    problems.sort_by(|one, two| one.path.cmp(&two.path));
    (entries, problems)
}

fn folded(entries: Vec<Arc<Entry>>) -> Vec<Arc<Entry>> {
    let rows = Catalogue::default().add(entries).into_iter();
    let entry = |change| match change {
        Change::Row(_, entry) => Some(entry),
        Change::Gone { .. } => None,
    };
    rows.filter_map(entry).collect()
}

fn spawn(work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().stack_size(STACK).spawn(work).map(drop)
}

/// Reads on this thread and on as many others as there are more cores. Each has one file open.
fn read_all(source: &Source, sender: &Sender<Vec<Found>>) {
    let (items, problems): (Vec<_>, Vec<_>) = items(source).into_iter().partition(Result::is_ok);
    let problems = problems.into_iter().filter_map(Result::err).map(Found::Problem);
    let _gone = sender.send(problems.collect());
    let queue = Arc::new(Queue::new(items.into_iter().flatten().collect()));
    let cores = thread::available_parallelism().map_or(1, usize::from);
    for _ in 1..cores {
        let (queue, sender) = (Arc::clone(&queue), sender.clone());
        // Where there can be no more threads, fewer do the work.
        let _fewer = spawn(move || queue.work(&sender));
    }
    queue.work(sender);
}

/// The files, in batches that threads take one after the other.
struct Queue {
    items: Vec<Item>,
    batches: Mutex<Batches>,
}

/// The ranges of the batches.
struct Batches {
    start: usize,
    size: usize,
    end: usize,
}

impl Iterator for Batches {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let range = self.start..self.end.min(self.start + self.size);
        self.start = range.end;
        self.size = BATCH.min(2 * self.size);
        (!range.is_empty()).then_some(range)
    }
}

impl Queue {
    fn new(items: Vec<Item>) -> Self {
        let batches = Batches { start: 0, size: FIRST_BATCH, end: items.len() };
        Self { items, batches: Mutex::new(batches) }
    }

    fn take(&self) -> Option<&[Item]> {
        let range = self.batches.lock().unwrap_or_else(PoisonError::into_inner).next()?;
        self.items.get(range)
    }

    fn work(&self, sender: &Sender<Vec<Found>>) {
        while let Some(batch) = self.take() {
            if sender.send(batch.iter().flat_map(read_one).collect()).is_err() {
                return;
            }
        }
    }
}

fn read_one(item: &Item) -> Vec<Found> {
    match read::articles(item) {
        Ok(opened) => {
            // Of an archive only the member is read again, so its articles are counted apart.
            let mut counts: HashMap<&Option<String>, usize> = HashMap::new();
            let mut found = Vec::with_capacity(opened.parts.len());
            for part in &opened.parts {
                let index = counts.entry(&part.member).or_default();
                found.push(Found::Entry(Arc::new(Entry::new(part, &opened, *index))));
                *index += 1;
            }
            found.extend(opened.problems.iter().cloned().map(Found::Problem));
            found
        }
        Err(problem) => vec![Found::Problem(problem)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_grow_and_take_every_file_once() {
        let ranges: Vec<_> = Batches { start: 0, size: FIRST_BATCH, end: 100 }.collect();
        assert_eq!(ranges, [0..4, 4..12, 12..28, 28..60, 60..92, 92..100]);
        assert_eq!(Batches { start: 0, size: FIRST_BATCH, end: 0 }.next(), None);
    }

    #[test]
    fn reading_stops_when_nobody_listens() {
        let queue = Queue::new(vec![]);
        let (sender, receiver) = channel();
        drop(receiver);
        queue.work(&sender);
        let items = items(&Source::Input(b"A title\n\nWords.\n".to_vec()));
        let queue = Queue::new(items.into_iter().flatten().cycle().take(40).collect());
        queue.work(&sender);
        assert_eq!(queue.take().map(<[Item]>::len), Some(8), "one batch was read, no more");
    }
}
