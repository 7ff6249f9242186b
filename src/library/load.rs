//! Reading a whole library: on as many threads as there are cores, delivered in batches, so that the
//! first screen does not wait for the last file.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::{Entry, Item, Problem, Source, items, read};

/// Files read between two deliveries.
const BATCH: usize = 32;

/// What reading finds.
#[derive(Debug)]
pub enum Found {
    /// An article.
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
    thread::spawn(move || {
        let (items, problems): (Vec<_>, Vec<_>) =
            items(&source).into_iter().partition(Result::is_ok);
        let problems = problems.into_iter().filter_map(Result::err).map(Found::Problem);
        // A receiver that is gone wants no more: the same holds for all sends below.
        let _gone = sender.send(problems.collect());
        read_all(items.into_iter().flatten().collect(), &sender);
    });
    Loading { batches }
}

/// Reads a whole library and waits for it: entries in the order of their paths, and problems.
#[must_use]
pub fn collect(source: Source) -> (Vec<Arc<Entry>>, Vec<Problem>) {
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    for found in load(source).batches.into_iter().flatten() {
        match found {
            Found::Entry(entry) => entries.push(entry),
            Found::Problem(problem) => problems.push(problem),
        }
    }
    entries.sort_by(|one, two| (&one.item.path, one.index).cmp(&(&two.item.path, two.index)));
    problems.sort_by(|one, two| one.path.cmp(&two.path));
    (entries, problems)
}

fn read_all(items: Vec<Item>, sender: &Sender<Vec<Found>>) {
    let items: Arc<[Item]> = items.into();
    let next = Arc::new(AtomicUsize::new(0));
    for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
        let (items, next, sender) = (Arc::clone(&items), Arc::clone(&next), sender.clone());
        thread::spawn(move || {
            loop {
                let start = next.fetch_add(BATCH, Ordering::Relaxed);
                let Some(batch) = items.get(start..items.len().min(start + BATCH)) else { return };
                let found = batch.iter().flat_map(read_one).collect::<Vec<_>>();
                if found.is_empty() || sender.send(found).is_err() {
                    return;
                }
            }
        });
    }
}

fn read_one(item: &Item) -> Vec<Found> {
    match read::articles(item) {
        Ok(opened) => {
            let entries = opened.articles.iter().enumerate();
            let entry =
                |(index, article)| Found::Entry(Arc::new(Entry::new(article, &opened, index)));
            entries.map(entry).collect()
        }
        Err(problem) => vec![Found::Problem(problem)],
    }
}
