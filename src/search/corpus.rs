//! The folded texts of a library, and which of them fit a query.
//!
//! Texts are numbered in the order of adding. The last few megabytes are in memory and looked through for
//! each query; what came before is in segments, files that are read in place, each with an index once
//! [`Corpus::index`] has made it. Searches go on while texts are added and indexed: each answers for what
//! was there when it began. The library's files are the truth: a corpus that is damaged is made anew.

mod bytes;
mod docs;
mod file;
mod in_place;
mod index;
mod keep;
mod manifest;
mod note;
mod pair;
mod scan;
mod segment;
mod spill;
mod state;
mod tagged;
mod term;
mod texts;
mod words;

use std::fs::DirBuilder;
use std::fs::File;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::RwLock;
use std::sync::RwLockReadGuard;
use std::sync::RwLockWriteGuard;

use super::Haystack;
use super::Query;
use super::Relevance;
pub use docs::Doc;
pub use docs::Docs;
use scan::Wanted;
use scan::scan;
use state::State;
pub use tagged::Added;

/// Asked again and again in long work, from several threads: whether it is no longer wanted.
pub type Stop<'a> = &'a (dyn Fn() -> bool + Sync);

/// Bytes of texts after which it is told what has been found: all threads look through so many in a frame.
const PART: u64 = 1 << 25;

/// The folded texts of a library. Threads share it: some add, some search, one makes indexes.
#[derive(Debug, Default)]
pub struct Corpus {
    state: RwLock<State>,
    /// Where files are made; without it, everything stays in memory.
    dir: Option<PathBuf>,
    /// Held by the thread that makes indexes and saves: what was saved last.
    saved: Mutex<Option<File>>,
}

impl Corpus {
    /// An empty one that makes no file, and no index: for a few articles, for standard input.
    #[must_use]
    pub fn in_memory() -> Self {
        Self::default()
    }

    /// An empty one whose files are in `dir`, which is made if need be. They are gone when it is dropped,
    /// unless it is saved, or they have been [noted](Self::note).
    ///
    /// # Errors
    ///
    /// If the directory cannot be made.
    pub fn create(dir: &Path) -> io::Result<Self> {
        make_private(dir)?;
        Ok(Self { dir: Some(dir.to_owned()), ..Self::default() })
    }

    /// Adds a text. What is searched for from now on is looked for in it too.
    ///
    /// # Errors
    ///
    /// If the file cannot be written, or the text is longer than 4 GiB, or there are 2³² of them.
    pub fn add(&self, haystack: &Haystack) -> io::Result<Doc> {
        self.write().add(haystack, self.dir.as_deref())
    }

    /// Takes a text away; its number is not used again.
    pub fn remove(&self, doc: Doc) {
        self.write().remove(doc);
    }

    /// The texts that fit the query: exactly those for which [`Query::matches`] holds. Nothing if `stop`
    /// said so meanwhile.
    ///
    /// # Errors
    ///
    /// If a file cannot be read, or is damaged: the corpus is then of no more use.
    pub fn find(&self, query: &Query, stop: Stop<'_>) -> io::Result<Option<Docs>> {
        self.find_in_parts(query, stop, |_| {})
    }

    /// The same, and tells what has been found so far from time to time where there is much to be looked
    /// through.
    ///
    /// # Errors
    ///
    /// As [`Self::find`].
    pub fn find_in_parts(
        &self,
        query: &Query,
        stop: Stop<'_>,
        mut tell: impl FnMut(&Docs),
    ) -> io::Result<Option<Docs>> {
        let (segments, removed) = self.read().all();
        let (mut found, mut wanted, mut bytes) = (Docs::default(), Vec::new(), 0);
        let last = segments.len().saturating_sub(1);
        for (at, segment) in segments.iter().enumerate() {
            let Some(mut matches) = segment.find(query, stop)? else { return Ok(None) };
            found.insert_all(&matches.sure, segment.texts.first);
            matches.maybe.remove_all(&removed.from(segment.texts.first));
            wanted.push(Wanted { texts: &segment.texts, docs: matches.maybe });
            bytes += segment.texts.length();
            if at == last || bytes > PART {
                let Some(fitting) = scan(&wanted, query, stop)? else { return Ok(None) };
                found.insert_all(&fitting, 0);
                found.remove_all(&removed);
                tell(&found);
                (wanted, bytes) = (Vec::new(), 0);
            }
        }
        Ok(Some(found))
    }

    /// The text with this number, as it was added; none if there is no such text any more.
    ///
    /// # Errors
    ///
    /// If a file cannot be read, or is damaged.
    pub fn haystack(&self, doc: Doc) -> io::Result<Option<Haystack>> {
        let Some(texts) = self.read().holder(doc) else { return Ok(None) };
        texts.haystack((doc.0 - texts.first) as usize).map(Some)
    }

    /// How well each of these texts fits the query, in the order of their numbers. Nothing if `stop` said
    /// so meanwhile: every text is read for this.
    ///
    /// # Errors
    ///
    /// If a file cannot be read, or is damaged.
    pub fn rank(
        &self,
        query: &Query,
        docs: &Docs,
        stop: Stop<'_>,
    ) -> io::Result<Option<Vec<(Doc, Relevance)>>> {
        let mut ranks = Vec::with_capacity(docs.len());
        for doc in docs.iter() {
            if stop() {
                return Ok(None);
            }
            let text = self.haystack(doc)?;
            ranks.extend(text.map(|text| (doc, Relevance::new(query, &text))));
        }
        Ok(Some(ranks))
    }

    fn read(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Makes a directory that nobody else may look into.
fn make_private(dir: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(dir)
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
            let long = "sea ".repeat(state::IN_MEMORY / 10);
            for number in 0..8 {
                corpus.add(&text(&format!("{long} no{number}"))).unwrap();
            }
            assert!(corpus.read().all().0.len() > 2);
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
