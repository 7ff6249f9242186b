//! Texts that are in files but in no generation yet. Whoever adds them keeps notes of where they are, so that
//! another process can go on with them when this one is killed.

use std::io;

use super::Corpus;
use super::Doc;
use super::bytes::Bytes;
use super::manifest::clear_unfinished;
use super::state::State;
use super::texts::Texts;

/// Where a run of texts is.
#[derive(Debug)]
pub(super) struct Note {
    /// The name of the file.
    pub(super) file: u64,
    /// The number of the first.
    pub(super) first: u32,
    /// Where that begins.
    pub(super) start: u64,
    /// How long each is, and its checksum: as the section of a file has it.
    pub(super) places: Vec<u8>,
}

impl Note {
    pub(super) fn of(texts: &Texts, file: u64) -> Self {
        let start = texts.span(0..texts.count()).start;
        Self { file, first: texts.first, start, places: texts.section() }
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.file.to_le_bytes().to_vec();
        bytes.extend_from_slice(&self.first.to_le_bytes());
        bytes.extend_from_slice(&self.start.to_le_bytes());
        bytes.extend_from_slice(&self.places);
        bytes
    }

    fn parse(bytes: &[u8]) -> io::Result<Self> {
        let mut bytes = Bytes(bytes);
        let (file, first, start) = (bytes.u64()?, bytes.u32()?, bytes.u64()?);
        Ok(Self { file, first, start, places: bytes.0.to_vec() })
    }
}

impl Corpus {
    /// Moves all that has been added so far to files, which stay when the process ends, and gives notes of
    /// what has been moved since the last ones, for [`Self::take_up`].
    ///
    /// # Errors
    ///
    /// If there is no directory, or the files cannot be written.
    pub fn note(&self) -> io::Result<Vec<Vec<u8>>> {
        let Some(dir) = &self.dir else { return Err(io::ErrorKind::Unsupported.into()) };
        Ok(self.write().note(dir)?.iter().map(Note::to_bytes).collect())
    }

    /// Goes on, in a corpus that is empty, with what a process that is no more has noted in the same directory:
    /// as many of the notes as this gives are of texts that are there and whole. Each text counts as removed
    /// until it is [restored](Self::restore). What else processes have left there unfinished is cleared away.
    ///
    /// # Errors
    ///
    /// If there is no directory, or the files cannot be written.
    pub fn take_up(&self, notes: &[Vec<u8>]) -> io::Result<usize> {
        let Some(dir) = &self.dir else { return Err(io::ErrorKind::Unsupported.into()) };
        let notes: Vec<Note> = notes.iter().map_while(|note| Note::parse(note).ok()).collect();
        let (state, taken) = State::left(dir, &notes)?;
        *self.write() = state;
        clear_unfinished(dir);
        Ok(taken)
    }

    /// Takes a text back that has been taken up.
    pub fn restore(&self, doc: Doc) {
        self.write().restore(doc);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::super::{Haystack, Query};
    use super::*;

    fn add(corpus: &Corpus, words: &str) -> Doc {
        corpus.add(&Haystack::default().with([words])).unwrap()
    }

    fn found(corpus: &Corpus, query: &str) -> Vec<u32> {
        let found = corpus.find(&Query::parse(query), &|| false).unwrap().unwrap();
        found.iter().map(|Doc(number)| number).collect()
    }

    /// Texts that have been noted by a process that is no more, two notes, and one text that has not.
    fn left(dir: &Path) -> Vec<Vec<u8>> {
        let corpus = Corpus::create(dir).unwrap();
        let mut notes = Vec::new();
        for words in ["sea", "ship", "sea and ship"] {
            add(&corpus, words);
            if words != "ship" {
                notes.extend(corpus.note().unwrap());
            }
        }
        assert!(corpus.note().unwrap().is_empty());
        add(&corpus, "not noted");
        notes
    }

    #[test]
    fn what_was_noted_is_gone_on_with_by_another_process() {
        let dir = tempfile::tempdir().unwrap();
        let notes = left(dir.path());
        assert_eq!(notes.len(), 2);
        let corpus = Corpus::create(dir.path()).unwrap();
        fs::write(dir.path().join("unfinished-1"), "left by another").unwrap();
        assert_eq!(corpus.take_up(&notes).unwrap(), 2);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
        assert!(found(&corpus, "sea").is_empty());
        corpus.restore(Doc(0));
        corpus.restore(Doc(2));
        assert_eq!(add(&corpus, "the sea again"), Doc(3));
        assert_eq!((found(&corpus, "sea"), found(&corpus, "ship")), (vec![0, 2, 3], vec![2]));
        // One that goes on with this is told the rest.
        let notes = [notes, corpus.note().unwrap()].concat();
        drop(corpus);
        let corpus = Corpus::create(dir.path()).unwrap();
        assert_eq!(corpus.take_up(&notes).unwrap(), 3);
        (0..4).for_each(|number| corpus.restore(Doc(number)));
        let generation = Corpus::new_generation();
        assert!(corpus.save(generation, &|| false).unwrap());
        drop(corpus);
        let opened = Corpus::open(dir.path(), generation).unwrap();
        assert_eq!((found(&opened, "sea"), found(&opened, "ship")), (vec![0, 2, 3], vec![1, 2]));
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_file_that_has_got_its_name_and_its_index_is_gone_on_with_too() {
        let dir = tempfile::tempdir().unwrap();
        let corpus = Corpus::create(dir.path()).unwrap();
        add(&corpus, "sea");
        let notes = corpus.note().unwrap();
        assert!(corpus.save(1, &|| false).unwrap());
        let other = Corpus::create(dir.path()).unwrap();
        assert_eq!(other.take_up(&notes).unwrap(), 0, "it is in use");
        drop((corpus, other));
        let corpus = Corpus::create(dir.path()).unwrap();
        assert_eq!(corpus.take_up(&notes).unwrap(), 1);
        corpus.restore(Doc(0));
        add(&corpus, "more sea");
        assert!(corpus.save(2, &|| false).unwrap());
        drop(corpus);
        assert_eq!(found(&Corpus::open(dir.path(), 2).unwrap(), "sea"), [0, 1]);
    }

    #[test]
    fn what_is_damaged_and_what_comes_after_it_is_not_taken_up() {
        let dir = tempfile::tempdir().unwrap();
        let notes = left(dir.path());
        let file = fs::read_dir(dir.path()).unwrap().next().unwrap().unwrap().path();
        let sound = fs::read(&file).unwrap();
        let [first, second] = [0, 1].map(|at| Note::parse(&notes[at]).unwrap().start);
        for at in usize::try_from(first).unwrap()..sound.len() {
            let mut flipped = sound.clone();
            flipped[at] ^= 4;
            for bytes in [&flipped, &sound[..at]] {
                fs::write(&file, bytes).unwrap();
                let corpus = Corpus::create(dir.path()).unwrap();
                assert_eq!(corpus.take_up(&notes).unwrap(), usize::from(at as u64 >= second));
                assert_eq!(add(&corpus, "new"), Doc(u32::from(at as u64 >= second)));
                assert!(corpus.save(1, &|| false).unwrap());
                drop(corpus);
                let segment = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().path());
                segment.for_each(|path| fs::remove_file(path).unwrap());
            }
        }
    }
}
