//! The folded texts of a library, and which of them fit a query.
//!
//! Texts are numbered in the order of adding. The last few megabytes are in memory; what came before is
//! in a file that is read in place, if there is a directory for it. Searches go on while texts are added:
//! each answers for what was there when it began.

mod docs;
mod in_place;
mod scan;
mod texts;

use std::fs::File;
use std::io;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::PoisonError;
use std::sync::RwLock;
use std::sync::RwLockReadGuard;
use std::sync::RwLockWriteGuard;

use tempfile::NamedTempFile;

use super::Haystack;
use super::Query;
pub use docs::Doc;
pub use docs::Docs;
use scan::Wanted;
use scan::scan;
use texts::Texts;

/// Asked again and again in long work, from several threads: whether it is no longer wanted.
pub type Stop<'a> = &'a (dyn Fn() -> bool + Sync);

/// Bytes of the newest texts that are held in memory.
const IN_MEMORY: usize = 1 << 22;

/// The folded texts of a library. Threads share it: some add, some search.
#[derive(Debug)]
pub struct Corpus {
    state: RwLock<State>,
    /// Where files are made; without it, everything stays in memory.
    dir: Option<PathBuf>,
}

#[derive(Debug, Default)]
struct State {
    /// Runs of texts that are complete, without gaps between their numbers.
    segments: Vec<Arc<Texts>>,
    /// The newest texts.
    newest: Arc<Texts>,
    removed: Docs,
    spill: Option<Spill>,
}

/// The file that texts are moved to when there are too many for memory.
#[derive(Debug)]
struct Spill {
    file: NamedTempFile,
    /// The same, for readers.
    shared: Arc<File>,
    length: u64,
}

impl Corpus {
    /// An empty one that makes no file: for a few articles, for standard input.
    #[must_use]
    pub fn in_memory() -> Self {
        Self { state: RwLock::default(), dir: None }
    }

    /// An empty one that keeps what is too much for memory in `dir`, which is made if need be.
    ///
    /// # Errors
    ///
    /// If the directory cannot be made.
    pub fn create(dir: &Path) -> io::Result<Self> {
        std::fs::create_dir_all(dir)?;
        Ok(Self { state: RwLock::default(), dir: Some(dir.to_owned()) })
    }

    /// Adds a text. What is searched for from now on is looked for in it too.
    ///
    /// # Errors
    ///
    /// If the file cannot be written, or the text is longer than 4 GiB, or there are 2³² of them.
    pub fn add(&self, haystack: &Haystack) -> io::Result<Doc> {
        let mut state = self.write();
        let number = state.count().try_into().map_err(io::Error::other)?;
        Arc::make_mut(&mut state.newest).push(haystack)?;
        if state.newest.in_memory().len() > IN_MEMORY {
            state.spill(self.dir.as_deref())?;
        }
        Ok(Doc(number))
    }

    /// Takes a text away; its number is not used again.
    pub fn remove(&self, doc: Doc) {
        self.write().removed.insert(doc);
    }

    /// The texts that fit the query: exactly those for which [`Query::matches`] holds. Nothing if `stop`
    /// said so meanwhile.
    ///
    /// # Errors
    ///
    /// If a file cannot be read, or is damaged: the corpus is then of no more use.
    pub fn find(&self, query: &Query, stop: Stop<'_>) -> io::Result<Option<Docs>> {
        let (segments, removed) = {
            let state = self.read();
            (state.segments(), state.removed.clone())
        };
        let wanted: Vec<_> =
            segments.iter().map(|texts| Wanted { texts, docs: Docs::all(texts.count()) }).collect();
        let mut found = scan(&wanted, query, stop)?;
        if let Some(found) = &mut found {
            found.remove_all(&removed);
        }
        Ok(found)
    }

    /// The text with this number, as it was added; none if there is no such text any more.
    ///
    /// # Errors
    ///
    /// If a file cannot be read, or is damaged.
    pub fn haystack(&self, doc: Doc) -> io::Result<Option<Haystack>> {
        let texts = {
            let state = self.read();
            if state.removed.contains(doc) { None } else { state.holder(doc) }
        };
        let Some(texts) = texts else { return Ok(None) };
        texts.haystack((doc.0 - texts.first) as usize).map(Some)
    }

    fn read(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// How many numbers have been given.
    fn count(&self) -> usize {
        self.newest.first as usize + self.newest.count()
    }

    /// All runs of texts, the newest too.
    fn segments(&self) -> Vec<Arc<Texts>> {
        self.segments.iter().chain([&self.newest]).cloned().collect()
    }

    /// The run of texts that has this one.
    fn holder(&self, Doc(number): Doc) -> Option<Arc<Texts>> {
        let after = self.segments.partition_point(|texts| texts.first <= number);
        let texts = if number >= self.newest.first {
            &self.newest
        } else {
            self.segments.get(after.checked_sub(1)?)?
        };
        ((number - texts.first) as usize).lt(&texts.count()).then(|| Arc::clone(texts))
    }

    /// Makes the newest texts a complete run, and moves them to a file if there is a directory for it.
    fn spill(&mut self, dir: Option<&Path>) -> io::Result<()> {
        let next = Texts::new(self.count().try_into().map_err(io::Error::other)?);
        let complete = match dir {
            Some(dir) => Arc::new(self.moved(dir)?),
            None => Arc::clone(&self.newest),
        };
        self.segments.push(complete);
        self.newest = Arc::new(next);
        Ok(())
    }

    fn moved(&mut self, dir: &Path) -> io::Result<Texts> {
        let spill = match &mut self.spill {
            Some(spill) => spill,
            none => none.insert(Spill::new(dir)?),
        };
        let start = spill.length;
        let bytes = self.newest.in_memory();
        spill.file.write_all(bytes)?;
        spill.length += bytes.len() as u64;
        Ok(self.newest.moved(Arc::clone(&spill.shared), start))
    }
}

impl Spill {
    fn new(dir: &Path) -> io::Result<Self> {
        let file = NamedTempFile::new_in(dir)?;
        let shared = Arc::new(file.reopen()?);
        Ok(Self { file, shared, length: 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEVER: Stop<'_> = &|| false;

    fn text(words: &str) -> Haystack {
        Haystack::default().with([words])
    }

    fn found(corpus: &Corpus, query: &str) -> Vec<u32> {
        let found = corpus.find(&Query::parse(query), NEVER).unwrap().unwrap();
        found.iter().map(|Doc(number)| number).collect()
    }

    #[test]
    fn texts_are_found_by_their_numbers_until_they_are_removed() {
        let corpus = Corpus::in_memory();
        let docs = ["البحر", "القمر", "بحر"].map(|words| corpus.add(&text(words)).unwrap());
        assert_eq!(docs, [0, 1, 2].map(Doc));
        assert_eq!(found(&corpus, "بحر"), [0, 2]);
        corpus.remove(Doc(0));
        assert_eq!(found(&corpus, "بحر"), [2]);
        assert_eq!(found(&corpus, ""), [1, 2]);
        assert_eq!(corpus.haystack(Doc(0)).unwrap(), None);
        assert_eq!(corpus.haystack(Doc(1)).unwrap(), Some(text("القمر")));
        assert_eq!(corpus.haystack(Doc(3)).unwrap(), None);
    }

    #[test]
    fn what_is_too_much_for_memory_is_found_in_a_file() {
        let dir = tempfile::tempdir().unwrap();
        for corpus in [Corpus::in_memory(), Corpus::create(dir.path()).unwrap()] {
            let long = "sea ".repeat(IN_MEMORY / 10);
            for number in 0..8 {
                corpus.add(&text(&format!("{long} no{number}"))).unwrap();
            }
            assert!(corpus.read().segments.len() > 1);
            assert_eq!(found(&corpus, "no5 sea"), [5]);
            assert_eq!(found(&corpus, "sea"), [0, 1, 2, 3, 4, 5, 6, 7]);
            assert!(corpus.haystack(Doc(1)).unwrap().unwrap().added().ends_with("no1\n"));
        }
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_search_that_is_not_wanted_any_more_says_nothing() {
        let corpus = Corpus::in_memory();
        corpus.add(&text("sea")).unwrap();
        assert_eq!(corpus.find(&Query::parse("sea"), &|| true).unwrap(), None);
    }
}
