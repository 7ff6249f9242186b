//! The long work: making indexes, putting small segments together, saving and opening. One thread does it;
//! the others add and search meanwhile.

use std::fs::File;
use std::hash::BuildHasher;
use std::hash::Hasher;
use std::hash::RandomState;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::sync::RwLock;

use super::Corpus;
use super::Doc;
use super::Docs;
use super::Haystack;
use super::Stop;
use super::bytes::to_u32;
use super::manifest::Manifest;
use super::segment::Segment;
use super::spill::Spill;
use super::state::IN_MEMORY;
use super::state::LARGEST;
use super::state::State;
use super::texts::Texts;

impl Corpus {
    /// What [`Self::save`] left in `dir`. It is opened without being read: damage that is not seen now is seen
    /// when what is damaged is needed. What other generations have left there is removed, unless a process
    /// has it open.
    ///
    /// # Errors
    ///
    /// If there is no such generation, or it is not whole.
    pub fn open(dir: &Path, generation: u64) -> io::Result<Self> {
        let manifest = Manifest::read(dir, generation)?;
        let segments = manifest.segments.iter().map(|&id| Segment::open(dir, id).map(Arc::new));
        let state = State::of(segments.collect::<io::Result<_>>()?, manifest.removed.clone())?;
        manifest.clear(dir);
        Ok(Self { state: RwLock::new(state), dir: Some(dir.to_owned()), saved: Mutex::default() })
    }

    /// Makes indexes over what has been added so far; whether it was not stopped. What has no index when it
    /// was stopped is still found, only not as fast.
    ///
    /// # Errors
    ///
    /// If files cannot be read or written.
    pub fn index(&self, stop: Stop<'_>) -> io::Result<bool> {
        let Some(dir) = &self.dir else { return Ok(true) };
        let _one_at_a_time = self.keeping();
        self.index_all(dir, stop)
    }

    /// A name that no generation is likely to have.
    #[must_use]
    pub fn new_generation() -> u64 {
        random()
    }

    /// Makes all that has been added so far, with its index, durable in the directory, as a generation of
    /// this name, for [`Self::open`]; whether it was not stopped. The generation before it stays until the
    /// new one is opened.
    ///
    /// # Errors
    ///
    /// If there is no directory, or files cannot be written.
    pub fn save(&self, generation: u64, stop: Stop<'_>) -> io::Result<bool> {
        let Some(dir) = &self.dir else { return Err(io::ErrorKind::Unsupported.into()) };
        let mut saved = self.keeping();
        if !self.index_all(dir, stop)? {
            return Ok(false);
        }
        let (segments, removed) = self.read().indexed();
        segments.iter().try_for_each(|segment| segment.keep(dir))?;
        let ids = segments.iter().map(|segment| segment.id).collect();
        *saved = Some(Manifest { generation, segments: ids, removed }.write(dir)?);
        Ok(true)
    }

    fn keeping(&self) -> MutexGuard<'_, Option<File>> {
        self.saved.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn index_all(&self, dir: &Path, stop: Stop<'_>) -> io::Result<bool> {
        loop {
            let full = self.write().take_full(dir)?;
            let Some((spill, texts)) = full else { break };
            if !self.index_one(spill, texts, stop)? {
                return Ok(false);
            }
        }
        while let Some((one, two)) = self.neighbours() {
            let removed = self.read().indexed().1;
            let (spill, texts) = together(dir, [&one.texts, &two.texts], &removed)?;
            match build(spill, texts, stop) {
                Ok(segment) => self.write().replace(segment),
                Err((_, error)) => return error.map_or(Ok(false), Err),
            }
        }
        Ok(true)
    }

    fn index_one(&self, spill: Spill, texts: Texts, stop: Stop<'_>) -> io::Result<bool> {
        match build(spill, texts, stop) {
            Ok(segment) => self.write().replace(segment),
            Err((spill, error)) => {
                self.write().put_back(spill);
                return error.map_or(Ok(false), Err);
            }
        }
        Ok(true)
    }

    /// The last two segments, if they are better one.
    fn neighbours(&self) -> Option<(Arc<Segment>, Arc<Segment>)> {
        let (segments, _) = self.read().indexed();
        let [.., one, two] = segments.as_slice() else { return None };
        let lengths = (one.texts.length(), two.texts.length());
        let is_much = lengths.0 + lengths.1 > LARGEST;
        let is_small = lengths.1 < lengths.0 / 2;
        (!is_much && !is_small).then(|| (Arc::clone(one), Arc::clone(two)))
    }
}

/// A segment, or the file that it was to be made in and why it was not: without an error, it was stopped.
fn build(
    mut spill: Spill,
    texts: Texts,
    stop: Stop<'_>,
) -> Result<Segment, (Spill, Option<io::Error>)> {
    match Segment::build(&mut spill, texts, stop) {
        Ok(Some(segment)) => Ok(segment.owning(spill)),
        Ok(None) => Err((spill, None)),
        Err(error) => Err((spill, Some(error))),
    }
}

/// Copies texts to a new file, but for those that have been removed.
fn together(dir: &Path, runs: [&Texts; 2], removed: &Docs) -> io::Result<(Spill, Texts)> {
    let first = runs[0].first;
    let mut spill = Spill::new(dir, first)?;
    let mut written = Vec::new();
    let mut next = Texts::new(first);
    for run in runs {
        for number in 0..run.count() {
            let doc = Doc(run.first + to_u32(number)?);
            let is_gone = removed.contains(doc);
            next.push(&if is_gone { Haystack::default() } else { run.haystack(number)? })?;
            if next.in_memory().len() > IN_MEMORY {
                written.push(spill.take(&next)?);
                next = Texts::new(doc.0 + 1);
            }
        }
    }
    written.push(spill.take(&next)?);
    Ok((spill, Texts::joined(&written)))
}

/// A number that no other process is likely to find.
pub(super) fn random() -> u64 {
    RandomState::new().build_hasher().finish()
}
