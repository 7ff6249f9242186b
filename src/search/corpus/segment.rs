//! A run of texts, with an index over them once it has been made.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;

use tempfile::NamedTempFile;

use super::Docs;
use super::Query;
use super::Stop;
use super::file::Section;
use super::file::SegmentFile;
use super::file::Writer;
use super::index::Index;
use super::index::Matches;
use super::index::build;
use super::spill::Spill;
use super::spill::share;
use super::texts::Texts;

/// Texts with consecutive numbers.
#[derive(Debug)]
pub(super) struct Segment {
    pub(super) texts: Arc<Texts>,
    index: Option<Index>,
    /// Its name in the directory, once it has one.
    pub(super) id: u64,
    /// Until then, the file.
    unnamed: Mutex<Option<NamedTempFile>>,
}

impl Segment {
    /// Texts without an index.
    pub(super) const fn plain(texts: Arc<Texts>) -> Self {
        Self { texts, index: None, id: 0, unnamed: Mutex::new(None) }
    }

    /// Makes the index over all texts of a file, behind them; nothing if it was stopped.
    pub(super) fn build(
        spill: &mut Spill,
        texts: Texts,
        stop: Stop<'_>,
    ) -> io::Result<Option<Self>> {
        let mut out = Writer::new(spill.file.as_file())?;
        if !build(&texts, &mut out, stop)? {
            return Ok(None);
        }
        out.section(Section::Places, &texts.section())?;
        out.finish(texts.first)?;
        let index = Index::new(SegmentFile::open(spill.shared()?)?, texts.count());
        let texts = Arc::new(texts);
        Ok(Some(Self { texts, index: Some(index), id: spill.id, unnamed: Mutex::new(None) }))
    }

    /// Takes over the file that it was made in.
    pub(super) fn owning(mut self, spill: Spill) -> Self {
        self.unnamed = Mutex::new(Some(spill.file));
        self
    }

    /// A segment that was kept.
    pub(super) fn open(dir: &Path, id: u64) -> io::Result<Self> {
        let file = File::open(dir.join(name(id)))?;
        share(&file)?;
        let file = SegmentFile::open(file)?;
        let texts = Arc::new(Texts::open(&file)?);
        let index = Some(Index::new(file, texts.count()));
        Ok(Self { texts, index, id, unnamed: Mutex::new(None) })
    }

    /// Makes its file durable, under its name.
    pub(super) fn keep(&self, dir: &Path) -> io::Result<()> {
        let mut unnamed = self.unnamed.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(file) = unnamed.take() else { return Ok(()) };
        file.as_file().sync_all()?;
        file.persist(dir.join(name(self.id)))?;
        Ok(())
    }

    /// Whether there is an index.
    pub(super) const fn is_indexed(&self) -> bool {
        self.index.is_some()
    }

    /// Which texts fit the query, as far as can be told without looking at them.
    pub(super) fn find(&self, query: &Query, stop: Stop<'_>) -> io::Result<Option<Matches>> {
        match &self.index {
            Some(index) => index.find(query, stop),
            None => {
                let maybe = Docs::all(self.texts.count());
                Ok(Some(Matches { sure: Docs::default(), maybe }))
            }
        }
    }
}

/// What the names of segments start with.
pub(super) const NAME: &str = "segment-";

/// The name of a segment's file.
pub(super) fn name(id: u64) -> String {
    format!("{NAME}{id:016x}")
}
