//! What a first reading has read, before all is written down as a whole: a line for each file, and one for each
//! run of texts, put behind the others while reading goes on. Who is killed has lost no more than what came
//! after the last lines, and the next start goes on from there.
//!
//! A file's line stands behind those of its texts. Nothing waits for the disk; after a power cut the checksums
//! decide: the first line that is not whole, or whose texts are not, ends the ledger.

use std::collections::HashMap;
use std::fs;
use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::files::Stamp;
use super::lines::{Lines, line, push};
use super::told::Told;
use super::{hash, path, record};
use crate::library::{Entry, Problem, Seen};
use crate::search::Corpus;

/// The ledger of a library. No two processes have it at the same time.
#[derive(Debug)]
pub struct Ledger {
    root: PathBuf,
    place: PathBuf,
    file: File,
    /// Where the next line goes.
    end: u64,
    /// Lines that are not in the file yet.
    waiting: Vec<u8>,
    /// Where the lines of files are that were read before this process was started, by hashes of their paths.
    past: HashMap<u64, u64>,
    /// For how long they were read.
    time: Duration,
}

#[derive(Serialize, Deserialize)]
enum Line<'a> {
    /// The first: whose ledger it is.
    Head(#[serde(borrow)] Head<'a>),
    /// A note of the corpus.
    Texts(&'a [u8]),
    Read(#[serde(borrow)] Page<'a>),
    /// For how long files have been read.
    Time(Duration),
}

#[derive(PartialEq, Serialize, Deserialize)]
struct Head<'a> {
    program: &'a str,
    #[serde(borrow)]
    library: path::Bytes<'a>,
}

/// A file that was read.
#[derive(Serialize, Deserialize)]
struct Page<'a> {
    #[serde(borrow)]
    path: path::Bytes<'a>,
    stamp: Stamp,
    #[serde(borrow)]
    entries: Vec<path::Bytes<'a>>,
    #[serde(borrow)]
    problems: Vec<Told<'a>>,
}

impl Ledger {
    /// Opens the ledger of a library, and takes up the texts that it tells of, in a corpus that is empty.
    ///
    /// # Errors
    ///
    /// When another process has it, or it cannot be written.
    pub fn open(cache: &Path, library: &Path, corpus: &Corpus) -> io::Result<Self> {
        let real = library.canonicalize()?;
        let place = place(cache, &real);
        let file = open_private(&place)?;
        file.try_lock()?;
        let (waiting, past) = Default::default();
        let root = library.to_owned();
        let mut ledger =
            Self { root, place, file, end: 0, waiting, past, time: Duration::default() };
        let head = Head { program: env!("CARGO_PKG_VERSION"), library: path::bytes(&real) };
        ledger.take_up(&head, corpus)?;
        ledger.file.set_len(ledger.end)?;
        if ledger.end == 0 {
            ledger.append(&encode(&Line::Head(head))?)?;
        }
        Ok(ledger)
    }

    /// Goes through what is in it, as far as that is whole.
    fn take_up(&mut self, head: &Head, corpus: &Corpus) -> io::Result<()> {
        let (mut notes, mut places) = (Vec::new(), Vec::new());
        let mut lines = Lines::new(&self.file)?;
        while let (at, Some(bytes)) = (lines.at, lines.next()) {
            match postcard::from_bytes(&bytes) {
                Ok(Line::Head(found)) if at == 0 && found == *head => {}
                Ok(Line::Texts(note)) if at > 0 => {
                    notes.push(note.to_vec());
                    places.push(at);
                }
                Ok(Line::Read(page)) if at > 0 => drop(self.past.insert(key(&page.path), at)),
                Ok(Line::Time(time)) if at > 0 => self.time = time,
                _ => break,
            }
            self.end = lines.at;
        }
        let taken = corpus.take_up(&notes)?;
        if let Some(&lost) = places.get(taken) {
            self.past.retain(|_, at| *at < lost);
            self.end = lost;
        }
        Ok(())
    }

    /// Removes what may be left of the ledger of a library that has been written down.
    pub fn remove_left(cache: &Path, library: &Path) {
        let removed = library.canonicalize().and_then(|real| fs::remove_file(place(cache, &real)));
        let _there_is_none = removed;
    }

    /// Removes it: what it tells has been written down, or is believed no longer.
    pub fn remove(self) {
        let _harmless = fs::remove_file(self.place);
    }

    /// For how long files had been read before this process was started.
    #[must_use]
    pub const fn time(&self) -> Duration {
        self.time
    }

    /// What a file gave before this process was started, articles and problems, if it is as it was then.
    #[must_use]
    pub fn recall(&self, seen: &Seen, corpus: &Corpus) -> Option<(Vec<Arc<Entry>>, Vec<Problem>)> {
        let inside = path::inside(&self.root, &seen.item.path);
        let bytes = line(&self.file, *self.past.get(&key(&inside))?)?;
        let Ok(Line::Read(page)) = postcard::from_bytes(&bytes) else { return None };
        if page.path != inside || !page.stamp.holds(&seen.stamp) {
            return None;
        }
        let entries = page.entries.iter();
        let entries = entries.map(|entry| record::decode(entry, &self.root).map(Arc::new));
        let entries = entries.collect::<Option<Vec<_>>>()?;
        entries.iter().filter_map(|entry| entry.doc).for_each(|doc| corpus.restore(doc));
        Some((entries, page.problems.iter().map(|told| told.to_problem(&self.root)).collect()))
    }

    /// Notes what a file has given. What may be otherwise the next time is to be read again.
    ///
    /// # Errors
    ///
    /// When there is too much of it.
    pub fn note(
        &mut self,
        seen: &Seen,
        entries: &[Arc<Entry>],
        problems: &[&Problem],
    ) -> io::Result<()> {
        let is_whole = entries.iter().all(|entry| entry.doc.is_some());
        if !is_whole || problems.iter().any(|problem| problem.reason.may_pass()) {
            return Ok(());
        }
        let root = &self.root;
        let record = |entry: &Arc<Entry>| record::encode(entry, root).map(path::Bytes::from);
        let entries: Result<_, _> = entries.iter().map(record).collect();
        let page = Line::Read(Page {
            path: path::inside(root, &seen.item.path),
            stamp: seen.stamp,
            entries: entries.map_err(io::Error::other)?,
            problems: problems.iter().map(|problem| Told::of(0, problem, root)).collect(),
        });
        self.waiting.extend(encode(&page)?);
        Ok(())
    }

    /// Writes what has been noted, behind the texts that it names. Files have been read for so long.
    ///
    /// # Errors
    ///
    /// When it cannot be written: then it is of no more use.
    pub fn write(&mut self, corpus: &Corpus, time: Duration) -> io::Result<()> {
        let mut lines = Vec::new();
        for note in corpus.note()? {
            lines.extend(encode(&Line::Texts(&note))?);
        }
        lines.append(&mut self.waiting);
        lines.extend(encode(&Line::Time(time))?);
        self.append(&lines)
    }

    fn append(&mut self, lines: &[u8]) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(self.end))?;
        self.file.write_all(lines)?;
        self.end += lines.len() as u64;
        Ok(())
    }

    /// Lets go what is needed only while files are read.
    pub fn close(&mut self) {
        (self.waiting, self.past) = Default::default();
    }
}

/// Where the ledger of a library is, by the library's path without links.
fn place(cache: &Path, library: &Path) -> PathBuf {
    cache.join(format!("ledger-{:016x}", hash("ledger", &[Some(&path::bytes(library))])))
}

fn encode(line: &Line) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    push(&postcard::to_stdvec(line).map_err(io::Error::other)?, &mut bytes);
    Ok(bytes)
}

fn key(path: &[u8]) -> u64 {
    hash("path", &[Some(path)])
}

/// Opens a file that nobody else may read; makes it if it is not there.
fn open_private(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::load::read_items;
    use crate::library::{Files, Reason, Source, collect, scan};
    use crate::search::{Doc, Query};

    /// A library with two articles and an empty file, all of them old enough to be known again.
    struct Home(tempfile::TempDir);

    impl Home {
        fn new() -> Self {
            let home = Self(tempfile::tempdir().unwrap());
            fs::create_dir(home.library()).unwrap();
            for (name, text) in [("a.txt", "A\n\nOf the sea.\n"), ("b.txt", "B\n"), ("empty", "")] {
                home.write(name, text, 100);
            }
            home
        }

        fn library(&self) -> PathBuf {
            self.0.path().join("library")
        }

        fn write(&self, name: &str, text: &str, age: u64) {
            let path = self.library().join(name);
            fs::write(&path, text).unwrap();
            let time = std::time::SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000 - age);
            File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
        }

        fn seen(&self) -> Vec<Seen> {
            let mut seen = scan(&self.library(), &Files::default()).changed;
            seen.sort_by(|one, other| one.item.path.cmp(&other.item.path));
            seen
        }

        fn open(&self) -> io::Result<(Ledger, Corpus)> {
            let corpus = Corpus::create(&self.0.path().join("texts")).unwrap();
            Ok((Ledger::open(self.0.path(), &self.library(), &corpus)?, corpus))
        }

        /// Reads all files and notes what they give.
        fn read(&self) -> (Ledger, Corpus) {
            let (mut ledger, corpus) = self.open().unwrap();
            let seen = self.seen();
            let items: Vec<_> = seen.iter().map(|seen| seen.item.clone()).collect();
            read_items(&items, &corpus, |files, found| {
                for seen in &seen[files] {
                    let entries = found.entries.iter().filter(|it| it.item == seen.item).cloned();
                    let problems = found.problems.iter().filter(|it| it.path == seen.item.path);
                    let (entries, problems) =
                        (entries.collect::<Vec<_>>(), problems.collect::<Vec<_>>());
                    ledger.note(seen, &entries, &problems).unwrap();
                }
                true
            });
            (ledger, corpus)
        }

        fn read_and_write(&self) {
            let (mut ledger, corpus) = self.read();
            ledger.write(&corpus, Duration::from_secs(7)).unwrap();
        }

        /// The names of files that are recalled, and how many texts have a word of the first.
        fn recalled(&self) -> (Vec<String>, usize) {
            let (ledger, corpus) = self.open().unwrap();
            let seen = self.seen();
            let names = seen.iter().filter(|seen| ledger.recall(seen, &corpus).is_some());
            let names = names.map(|seen| seen.item.path.file_name().unwrap().display().to_string());
            let names = names.collect();
            (names, corpus.find(&Query::parse("sea"), &|| false).unwrap().unwrap().len())
        }
    }

    #[test]
    fn what_was_noted_is_recalled_as_it_was() {
        let home = Home::new();
        home.read_and_write();
        let (ledger, corpus) = home.open().unwrap();
        assert_eq!(ledger.time(), Duration::from_secs(7));
        let recalled: Vec<_> =
            home.seen().iter().map(|seen| ledger.recall(seen, &corpus).unwrap()).collect();
        let [(a, none), (b, _), (empty, problems)] = recalled.as_slice() else { panic!() };
        assert_eq!((a[0].metadata.title.as_str(), b[0].metadata.title.as_str()), ("A", "B"));
        assert_eq!((a.len(), b.len(), empty.len(), none.len(), problems.len()), (1, 1, 0, 0, 1));
        assert_eq!(problems[0].path, home.library().join("empty"));
        assert!(a[0].folded_text(&corpus).contains("of the sea"));
    }

    #[test]
    fn what_is_otherwise_now_or_was_not_written_is_not_recalled() {
        let home = Home::new();
        drop(home.read());
        assert_eq!(home.recalled(), (vec![], 0));
        home.read_and_write();
        assert_eq!(home.recalled().1, 1);
        home.write("a.txt", "A\n\nOf the sky.\n", 99);
        assert_eq!(home.recalled(), (vec!["b.txt".to_owned(), "empty".to_owned()], 0));
        home.write("b.txt", "Longer\n", 100);
        assert_eq!(home.recalled().0, ["empty"]);
        Ledger::remove_left(home.0.path(), &home.library());
        assert_eq!(home.recalled(), (vec![], 0));
    }

    #[test]
    fn what_may_pass_and_what_has_no_text_is_not_noted() {
        let home = Home::new();
        let (mut ledger, corpus) = home.open().unwrap();
        let seen = home.seen();
        let forbidden = Problem::new(&seen[0].item.path, Reason::Forbidden);
        ledger.note(&seen[0], &[], &[&forbidden]).unwrap();
        let entries = collect(Source::Directory(home.library())).0;
        let without = Entry { doc: None, ..(*entries[0]).clone() };
        ledger.note(&seen[1], &[Arc::new(without)], &[]).unwrap();
        ledger.write(&corpus, Duration::ZERO).unwrap();
        drop((ledger, corpus));
        assert_eq!(home.recalled(), (vec![], 0));
    }

    #[test]
    fn it_is_of_one_library_and_one_process_has_it() {
        let (home, other) = (Home::new(), Home::new());
        home.read_and_write();
        let held = home.open().unwrap();
        assert!(home.open().is_err());
        drop(held);
        assert_eq!(home.recalled().0.len(), 3);
        let of = |home: &Home| place(home.0.path(), &home.library().canonicalize().unwrap());
        fs::copy(of(&home), of(&other)).unwrap();
        fs::rename(home.0.path().join("texts"), other.0.path().join("texts")).unwrap();
        assert_eq!(other.recalled(), (vec![], 0));
        assert_eq!(home.recalled(), (vec![], 0), "its texts are gone");
    }

    #[test]
    fn a_reading_that_ends_early_twice_is_gone_on_with() {
        let home = Home::new();
        home.read_and_write();
        home.write("c.txt", "C\n\nThe sea too.\n", 100);
        let (mut ledger, corpus) = home.open().unwrap();
        let seen = home.seen();
        assert!(ledger.recall(&seen[2], &corpus).is_none());
        let mut found = None;
        read_items(&[seen[2].item.clone()], &corpus, |_, it| found.replace(it).is_none());
        let entries = found.unwrap().entries;
        assert_eq!(entries[0].doc, Some(Doc(2)));
        ledger.note(&seen[2], &entries, &[]).unwrap();
        ledger.write(&corpus, Duration::from_secs(8)).unwrap();
        drop((ledger, corpus));
        assert_eq!(home.recalled().1, 2);
    }
}
