//! Reading a whole library: on as many threads as there are cores, folded there, and told in batches, so
//! that the first screen does not wait for the last file and who shows it has nothing left to do. The
//! folded texts go into a corpus.

use std::collections::HashMap;
use std::io;
use std::ops::Range;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::search::{Corpus, Haystack};

use super::{Catalogue, Change, Entry, Item, News, Opened, Problem, Progress, Source, items, read};

/// Files read between two deliveries, at most; the first ones are smaller, so that there is something
/// to show at once.
const BATCH: usize = 32;
const FIRST_BATCH: usize = 4;

/// What has been read is told no later than this.
const LONG: Duration = Duration::from_millis(500);

/// As much as the main thread has: a parser may go as deep here as in a command that reads one file.
const STACK: usize = 8 << 20;

/// A library being read; ends when all of it has been told.
#[derive(Debug)]
pub struct Loading {
    /// What is found, as it is found.
    pub news: Receiver<News>,
}

/// Starts reading a library, its texts into `corpus`.
#[must_use]
pub fn load(source: Source, corpus: Arc<Corpus>) -> Loading {
    let (sender, news) = channel();
    let failed = sender.clone();
    let reader = spawn(move || read_all(&source, &corpus, sender));
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
    collect_into(source, &Arc::new(Corpus::in_memory()))
}

/// The same, with the texts in `corpus`.
#[must_use]
pub fn collect_into(source: Source, corpus: &Arc<Corpus>) -> (Vec<Arc<Entry>>, Vec<Problem>) {
    let (mut rows, mut problems) = (HashMap::new(), Vec::new());
    for news in load(source, Arc::clone(corpus)).news {
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

/// A thread that may read files.
pub(super) fn spawn(work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().stack_size(STACK).spawn(work).map(drop)
}

/// Reads a library, and folds and tells what is found as it is found.
fn read_all(source: &Source, corpus: &Arc<Corpus>, sender: Sender<News>) {
    let start = Instant::now();
    let (items, problems): (Vec<_>, Vec<_>) = items(source).into_iter().partition(Result::is_ok);
    let items: Vec<Item> = items.into_iter().flatten().collect();
    let mut outlet = Outlet::new(start, items.len(), (Arc::clone(corpus), sender));
    let problems = problems.into_iter().filter_map(Result::err).collect();
    if outlet.tell(0, Found { problems, ..Found::default() }) {
        read_items(&items, corpus, |files, found| outlet.tell(files.len(), found));
    }
}

/// How many threads read: while one waits for the disk, another has the core. Files that nobody has opened
/// for long are read in little more than half the time.
fn threads() -> usize {
    2 * thread::available_parallelism().map_or(1, usize::from)
}

/// Reads files on this thread and on others, each of which has one file open. `tell` takes which files were read
/// and what they have given, until it says `false`.
pub(super) fn read_items(
    items: &[Item],
    corpus: &Corpus,
    tell: impl FnMut(Range<usize>, Found) -> bool + Send,
) {
    let batches = Mutex::new(Batches { start: 0, size: FIRST_BATCH, end: items.len() });
    let work = Work { items, batches, corpus, tell: Mutex::new(tell) };
    thread::scope(|scope| {
        for _ in 1..threads().min(items.len()) {
            let builder = thread::Builder::new().stack_size(STACK);
            // Where there can be no more threads, fewer do the work.
            let _fewer = builder.spawn_scoped(scope, || work.go_on());
        }
        work.go_on();
    });
}

/// The files, in batches that threads take one after the other, and where what they find goes.
struct Work<'a, F> {
    items: &'a [Item],
    batches: Mutex<Batches>,
    corpus: &'a Corpus,
    tell: Mutex<F>,
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

impl<F: FnMut(Range<usize>, Found) -> bool> Work<'_, F> {
    fn take(&self) -> Option<Range<usize>> {
        self.batches.lock().unwrap_or_else(PoisonError::into_inner).next()
    }

    fn go_on(&self) {
        while let Some(batch) = self.take() {
            if !self.read(batch) {
                return;
            }
        }
    }

    /// Reads a batch; whether more is wanted. What takes long is told in parts.
    fn read(&self, batch: Range<usize>) -> bool {
        let (mut first, end, mut told) = (batch.start, batch.end, Instant::now());
        let mut found = Found::default();
        for (at, item) in batch.clone().zip(self.items.get(batch).unwrap_or_default()) {
            found.read(item, self.corpus);
            if at + 1 == end || told.elapsed() > LONG {
                let mut tell = self.tell.lock().unwrap_or_else(PoisonError::into_inner);
                if !tell(first..at + 1, std::mem::take(&mut found)) {
                    return false;
                }
                (first, told) = (at + 1, Instant::now());
            }
        }
        true
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
    fn new(start: Instant, all: usize, (corpus, sender): (Arc<Corpus>, Sender<News>)) -> Self {
        let progress = Progress { all, ..Progress::default() };
        Self { catalogue: Catalogue::new(corpus), start, progress, sender }
    }

    /// Folds what a number of files has given, and tells what that changes; whether that is heard.
    fn tell(&mut self, files: usize, found: Found) -> bool {
        self.progress.done += files;
        self.progress.time = self.start.elapsed();
        let changes = self.catalogue.add(found.entries);
        let (problems, progress) = (found.problems, self.progress);
        self.sender.send(News { changes, problems, progress, ..News::default() }).is_ok()
    }
}

/// What a few files have given.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) entries: Vec<Arc<Entry>>,
    pub(super) problems: Vec<Problem>,
}

impl Found {
    fn read(&mut self, item: &Item, corpus: &Corpus) {
        match read::articles(item) {
            Ok(opened) => self.take(&opened, corpus),
            Err(problem) => self.problems.push(problem),
        }
    }

    fn take(&mut self, opened: &Opened, corpus: &Corpus) {
        // Of an archive only the member is read again, so its articles are counted apart.
        let mut counts: HashMap<&Option<String>, usize> = HashMap::new();
        for part in &opened.parts {
            let index = counts.entry(&part.member).or_default();
            let doc = corpus.add(&Haystack::new(&part.article));
            // An article whose text cannot be kept is there to be read all the same.
            let failure = doc.as_ref().err().map(|error| Problem::new(&opened.item.path, error));
            self.problems.extend(failure);
            self.entries.push(Arc::new(Entry::new(part, opened, *index, doc.ok())));
            *index += 1;
        }
        self.problems.extend(opened.problems.iter().cloned());
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
        let items = items(&Source::Input(b"A title\n\nWords.\n".to_vec()));
        let items: Vec<Item> = items.into_iter().flatten().cycle().take(400).collect();
        let mut told = Vec::new();
        read_items(&items, &Corpus::in_memory(), |files, _| {
            told.push(files.len());
            false
        });
        assert!((1..=threads()).contains(&told.len()), "each thread has told once: {told:?}");
        read_items(&[], &Corpus::in_memory(), |_, _| panic!("nothing to tell"));
    }

    #[test]
    fn every_file_is_counted_whether_it_gave_an_article_or_not() {
        let dir = tempfile::tempdir().unwrap();
        for number in 0..40 {
            let text =
                if number % 4 == 0 { String::new() } else { format!("T\n\nText {number}.\n") };
            std::fs::write(dir.path().join(format!("{number}.txt")), text).unwrap();
        }
        let source = Source::Directory(dir.path().to_owned());
        let news: Vec<_> = load(source, Arc::new(Corpus::in_memory())).news.iter().collect();
        let first = news[0].progress;
        assert_eq!((first.done, first.all), (0, 40));
        assert!(news.is_sorted_by_key(|news| (news.progress.done, news.progress.time)));
        assert_eq!(news.last().map(|news| news.progress.done), Some(40));
        assert_eq!(news.iter().map(|news| news.problems.len()).sum::<usize>(), 10);
    }
}
