//! What a corpus consists of at the moment. Nothing here takes long: work is done on what has been taken out,
//! and put back when it is done.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::Doc;
use super::Docs;
use super::Haystack;
use super::bytes::damage;
use super::bytes::to_u32;
use super::note::Note;
use super::segment::Segment;
use super::spill::Spill;
use super::texts::Texts;

/// Bytes of the newest texts that are held in memory: as many as are looked through in half a millisecond.
pub(super) const IN_MEMORY: usize = 1 << 22;
/// Bytes of a segment; what more needs memory while its index is made.
pub(super) const LARGEST: u64 = 1 << 29;

/// Runs of texts, without gaps between their numbers.
#[derive(Debug, Default)]
pub(super) struct State {
    segments: Vec<Arc<Segment>>,
    newest: Arc<Texts>,
    removed: Docs,
    /// The file that the newest texts are moved to when there are too many for memory.
    spill: Option<Spill>,
    /// Files that are full and have no index yet, in order.
    full: Vec<Spill>,
    /// The number of the first text that has not been noted.
    unnoted: u32,
}

impl State {
    /// What was saved.
    pub(super) fn of(segments: Vec<Arc<Segment>>, removed: Docs) -> io::Result<Self> {
        let mut next = 0;
        for segment in &segments {
            if segment.texts.first != next {
                return Err(damage());
            }
            next = to_u32(next as usize + segment.texts.count())?;
        }
        let newest = Arc::new(Texts::new(next));
        Ok(Self { segments, newest, removed, ..Self::default() })
    }

    pub(super) fn add(&mut self, haystack: &Haystack, dir: Option<&Path>) -> io::Result<Doc> {
        let number = self.next()?;
        Arc::make_mut(&mut self.newest).push(haystack)?;
        if self.newest.in_memory().len() > IN_MEMORY {
            self.flush(dir)?;
        }
        Ok(Doc(number))
    }

    pub(super) fn remove(&mut self, doc: Doc) {
        self.removed.insert(doc);
    }

    /// The next number.
    fn next(&self) -> io::Result<u32> {
        to_u32(self.newest.first as usize + self.newest.count())
    }

    /// All runs of texts, the newest too, and what of them has been removed.
    pub(super) fn all(&self) -> (Vec<Arc<Segment>>, Docs) {
        let newest = Arc::new(Segment::plain(Arc::clone(&self.newest)));
        (self.segments.iter().cloned().chain([newest]).collect(), self.removed.clone())
    }

    /// The segments from the first to the last before one without an index, and what has been removed.
    pub(super) fn indexed(&self) -> (Vec<Arc<Segment>>, Docs) {
        let indexed = self.segments.iter().take_while(|segment| segment.is_indexed());
        (indexed.cloned().collect(), self.removed.clone())
    }

    /// The texts among which this one is, unless it has been removed.
    pub(super) fn holder(&self, doc: Doc) -> Option<Arc<Texts>> {
        let after = self.segments.partition_point(|segment| segment.texts.first <= doc.0);
        let before = after.checked_sub(1).and_then(|last| self.segments.get(last));
        let texts = match before {
            Some(segment) if doc.0 < self.newest.first => &segment.texts,
            _ => &self.newest,
        };
        let is_there = ((doc.0 - texts.first) as usize) < texts.count();
        (is_there && !self.removed.contains(doc)).then(|| Arc::clone(texts))
    }

    /// Makes the newest texts a complete run, in a file if there is a directory for it.
    fn flush(&mut self, dir: Option<&Path>) -> io::Result<()> {
        if self.newest.count() == 0 {
            return Ok(());
        }
        let next = Texts::new(self.next()?);
        let complete = match dir {
            Some(dir) => Arc::new(self.spill(dir)?),
            None => Arc::clone(&self.newest),
        };
        self.segments.push(Arc::new(Segment::plain(complete)));
        self.newest = Arc::new(next);
        Ok(())
    }

    fn spill(&mut self, dir: &Path) -> io::Result<Texts> {
        self.full.extend(self.spill.take_if(|spill| spill.length > LARGEST));
        let spill = match &mut self.spill {
            Some(spill) => spill,
            none => none.insert(Spill::new(dir, self.newest.first)?),
        };
        spill.take(&self.newest)
    }

    /// Moves all texts to files that stay, and tells of those that it has not told of before.
    pub(super) fn note(&mut self, dir: &Path) -> io::Result<Vec<Note>> {
        self.flush(Some(dir))?;
        let new = self.segments.partition_point(|run| run.texts.first < self.unnoted);
        let (mut notes, mut spills) = (Vec::new(), self.full.iter_mut().chain(&mut self.spill));
        let mut spill = spills.next();
        for run in self.segments.iter().skip(new) {
            while spill.as_ref().is_some_and(|spill| !spill.has(run.texts.first)) {
                spill = spills.next();
            }
            let spill = spill.as_mut().ok_or_else(damage)?;
            spill.stay();
            notes.push(Note::of(&run.texts, spill.id));
        }
        self.unnoted = self.newest.first;
        Ok(notes)
    }

    /// What was noted by a process that is no more, as far as it is whole, and how many of the notes that is.
    /// All texts are removed: who wants some of them back says so.
    pub(super) fn left(dir: &Path, notes: &[Note]) -> io::Result<(Self, usize)> {
        let mut state = Self::default();
        let taken = notes.iter().take_while(|note| state.take_up(dir, note).is_ok()).count();
        state.full.iter().chain(&state.spill).try_for_each(Spill::cut)?;
        state.unnoted = state.newest.first;
        state.removed = Docs::all(state.unnoted as usize);
        Ok((state, taken))
    }

    fn take_up(&mut self, dir: &Path, note: &Note) -> io::Result<()> {
        if note.first != self.newest.first {
            return Err(damage());
        }
        if self.spill.as_ref().is_none_or(|spill| spill.id != note.file) {
            let spill = Spill::left(dir, note.file, note.first)?;
            self.full.extend(self.spill.replace(spill));
        }
        let texts = self.spill.as_mut().ok_or_else(damage)?.take_up(note)?;
        self.newest = Arc::new(Texts::new(to_u32(note.first as usize + texts.count())?));
        self.segments.push(Arc::new(Segment::plain(Arc::new(texts))));
        Ok(())
    }

    /// Takes a text back that was removed.
    pub(super) fn restore(&mut self, doc: Doc) {
        self.removed.take(doc);
    }

    /// Closes the file that is being written, and takes out the first that has no index, with its texts.
    pub(super) fn take_full(&mut self, dir: &Path) -> io::Result<Option<(Spill, Texts)>> {
        self.flush(Some(dir))?;
        self.full.extend(self.spill.take());
        if self.full.is_empty() {
            return Ok(None);
        }
        let spill = self.full.remove(0);
        let runs = self.segments.iter().map(|segment| &*segment.texts);
        let texts = Texts::joined(runs.filter(|texts| spill.has(texts.first)));
        Ok(Some((spill, texts)))
    }

    /// Puts back what has not got an index.
    pub(super) fn put_back(&mut self, spill: Spill) {
        self.full.insert(0, spill);
    }

    /// Puts a segment in the place of those that had its texts.
    pub(super) fn replace(&mut self, segment: Segment) {
        let first = segment.texts.first;
        let end = first as usize + segment.texts.count();
        let is_old =
            |old: &Arc<Segment>| (first as usize..end).contains(&(old.texts.first as usize));
        let at = self.segments.partition_point(|old| old.texts.first < first);
        self.segments.retain(|old| !is_old(old));
        self.segments.insert(at, Arc::new(segment));
    }
}
