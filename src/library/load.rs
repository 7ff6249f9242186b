//! Reading a whole library: on as many threads as there are cores, folded there, and told in batches, so
//! that the first screen does not wait for the last file and who shows it has nothing left to do.

use std::collections::HashMap;
use std::io;
use std::ops::Range;
use std::sync::mpsc::{Receiver, SendError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use super::{Catalogue, Change, Entry, Item, News, Problem, Progress, Source, items, read};

/// Files read between two deliveries, at most; the first ones are smaller, so that there is something
/// to show at once.
const BATCH: usize = 32;
const FIRST_BATCH: usize = 4;

/// As much as the main thread has: a parser may go as deep here as in a command that reads one file.
const STACK: usize = 8 << 20;

/// A library being read; ends when all of it has been told.
#[derive(Debug)]
pub struct Loading {
    /// What is found, as it is found.
    pub news: Receiver<News>,
}

/// Starts reading a library.
#[must_use]
pub fn load(source: Source) -> Loading {
    let (sender, news) = channel();
    let failed = sender.clone();
    let reader = spawn(move || read_all(&source, sender));
    if let Err(error) = reader {
        // A receiver that is gone wants no more.
        let problems = vec![Problem::new("", &error)];
        let _gone = failed.send(News { problems, ..News::default() });
    }
    Loading { news }
}

/// Reads a whole library and waits for it: entries, folded, in the order of their paths, and problems.
#[must_use]
pub fn collect(source: Source) -> (Vec<Arc<Entry>>, Vec<Problem>) {
    let (mut rows, mut problems) = (HashMap::new(), Vec::new());
    for news in load(source).news {
        for change in news.changes {
            match change {
                Change::Row(row, entry) => rows.insert(row, entry),
                Change::Gone { row, .. } => rows.remove(&row),
            };
        }
        problems.extend(news.problems);
    }
    let mut entries: Vec<_> = rows.into_values().collect();
    let place = |entry: &Arc<Entry>| (entry.item.path.clone(), entry.member.clone(), entry.index);
    entries.sort_by_cached_key(place);
    problems.sort_by(|one, two| one.path.cmp(&two.path));
    (entries, problems)
}

fn spawn(work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().stack_size(STACK).spawn(work).map(drop)
}

/// Reads on this thread and on as many others as there are more cores. Each has one file open.
fn read_all(source: &Source, sender: Sender<News>) {
    let start = Instant::now();
    let (items, problems): (Vec<_>, Vec<_>) = items(source).into_iter().partition(Result::is_ok);
    let items: Vec<Item> = items.into_iter().flatten().collect();
    let mut outlet = Outlet::new(start, items.len(), sender);
    let problems = problems.into_iter().filter_map(Result::err).collect();
    if outlet.tell(0, Vec::new(), problems).is_err() {
        return;
    }
    let work = Arc::new(Work::new(items, outlet));
    let cores = thread::available_parallelism().map_or(1, usize::from);
    for _ in 1..cores {
        let work = Arc::clone(&work);
        // Where there can be no more threads, fewer do the work.
        let _fewer = spawn(move || work.go_on());
    }
    work.go_on();
}

/// The files, in batches that threads take one after the other, and where what they find goes.
struct Work {
    items: Vec<Item>,
    batches: Mutex<Batches>,
    outlet: Mutex<Outlet>,
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

impl Work {
    fn new(items: Vec<Item>, outlet: Outlet) -> Self {
        let batches = Batches { start: 0, size: FIRST_BATCH, end: items.len() };
        Self { items, batches: Mutex::new(batches), outlet: Mutex::new(outlet) }
    }

    fn take(&self) -> Option<&[Item]> {
        let range = self.batches.lock().unwrap_or_else(PoisonError::into_inner).next()?;
        self.items.get(range)
    }

    fn go_on(&self) {
        while let Some(batch) = self.take() {
            let (mut entries, mut problems) = (Vec::new(), Vec::new());
            for item in batch {
                read_one(item, &mut entries, &mut problems);
            }
            let mut outlet = self.outlet.lock().unwrap_or_else(PoisonError::into_inner);
            if outlet.tell(batch.len(), entries, problems).is_err() {
                return;
            }
        }
    }
}

/// What has been read comes together here.
struct Outlet {
    catalogue: Catalogue,
    start: Instant,
    progress: Progress,
    sender: Sender<News>,
}

impl Outlet {
    fn new(start: Instant, all: usize, sender: Sender<News>) -> Self {
        let progress = Progress { all, ..Progress::default() };
        Self { catalogue: Catalogue::default(), start, progress, sender }
    }

    /// Folds what a number of files has given, and tells what that changes.
    fn tell(
        &mut self,
        files: usize,
        entries: Vec<Arc<Entry>>,
        problems: Vec<Problem>,
    ) -> Result<(), SendError<News>> {
        self.progress.done += files;
        self.progress.time = self.start.elapsed();
        let changes = self.catalogue.add(entries);
        self.sender.send(News { changes, problems, progress: self.progress })
    }
}

fn read_one(item: &Item, entries: &mut Vec<Arc<Entry>>, problems: &mut Vec<Problem>) {
    match read::articles(item) {
        Ok(opened) => {
            // Of an archive only the member is read again, so its articles are counted apart.
            let mut counts: HashMap<&Option<String>, usize> = HashMap::new();
            for part in &opened.parts {
                let index = counts.entry(&part.member).or_default();
                entries.push(Arc::new(Entry::new(part, &opened, *index)));
                *index += 1;
            }
            problems.extend(opened.problems.iter().cloned());
        }
        Err(problem) => problems.push(problem),
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
        let (sender, receiver) = channel();
        drop(receiver);
        let outlet = || Outlet::new(Instant::now(), 40, sender.clone());
        Work::new(vec![], outlet()).go_on();
        let items = items(&Source::Input(b"A title\n\nWords.\n".to_vec()));
        let work = Work::new(items.into_iter().flatten().cycle().take(40).collect(), outlet());
        work.go_on();
        assert_eq!(work.take().map(<[Item]>::len), Some(8), "one batch was read, no more");
    }

    #[test]
    fn every_file_is_counted_whether_it_gave_an_article_or_not() {
        let dir = tempfile::tempdir().unwrap();
        for number in 0..40 {
            let text =
                if number % 4 == 0 { String::new() } else { format!("T\n\nText {number}.\n") };
            std::fs::write(dir.path().join(format!("{number}.txt")), text).unwrap();
        }
        let news: Vec<_> = load(Source::Directory(dir.path().to_owned())).news.iter().collect();
        let first = news[0].progress;
        assert_eq!((first.done, first.all), (0, 40));
        assert!(news.is_sorted_by_key(|news| (news.progress.done, news.progress.time)));
        assert_eq!(news.last().map(|news| news.progress.done), Some(40));
        assert_eq!(news.iter().map(|news| news.problems.len()).sum::<usize>(), 10);
    }
}
