//! Writing down a library as it is now, for the next start. Rows are written first and let go, so that they
//! are not in memory while the texts are indexed; they take their place after the texts that they name.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::live::Live;
use crate::library::{Damage, Draft, Entry, FairCopy, NO_TEXT, Placed, Problem, Written};
use crate::search::{Corpus, Doc, Stop};

/// Why a library could not be written down.
#[derive(Debug)]
pub(super) enum Failure {
    /// There is no room, or no leave, for it.
    Unwritable,
    /// What was written down before cannot be read.
    Damaged,
}

impl From<io::Error> for Failure {
    fn from(_: io::Error) -> Self {
        Self::Unwritable
    }
}

impl From<Damage> for Failure {
    fn from(_: Damage) -> Self {
        Self::Damaged
    }
}

/// Rows that have been written down and name texts of a generation that is still to be saved.
pub(super) struct Rows {
    copy: FairCopy,
    generation: u64,
}

impl Live {
    /// Writes its rows down, and goes on from what is written.
    pub(super) fn write_rows(&mut self, cache: &Path) -> Result<(Rows, Written), Failure> {
        let generation = Corpus::new_generation();
        let (copy, numbers) = self.copy(cache, generation)?;
        let base = Arc::new(copy.read(&self.root)?);
        self.base = Some(Arc::clone(&base));
        self.numbers = numbers.into();
        self.is_kept = false;
        self.replaced.clear();
        self.fresh = Vec::new();
        self.files.clear();
        self.problems.clear();
        let written = Written { base, numbers: Arc::clone(&self.numbers) };
        Ok((Rows { copy, generation }, written))
    }

    /// Saves the texts, and puts the rows that name them in their place. Does nothing more when it is
    /// stopped.
    pub(super) fn save_texts(&mut self, rows: Rows, stop: Stop<'_>) -> io::Result<()> {
        if self.corpus.save(rows.generation, stop)? {
            rows.copy.take_place()?;
            self.is_kept = true;
        }
        Ok(())
    }

    fn copy(&self, cache: &Path, generation: u64) -> Result<(FairCopy, Vec<u32>), Failure> {
        let stamps = self.stamps()?;
        let files: HashMap<&Path, u32> = stamps.keys().map(PathBuf::as_path).zip(0..).collect();
        let mut draft = Draft::new(cache, &self.root)?;
        let mut numbers = Vec::new();
        self.write_known(&mut draft, &files, &mut numbers)?;
        for row in &self.fresh {
            write_row(&mut draft, (&row.shown, &row.entries), &files)?;
            numbers.push(row.number);
        }
        let problems = self.problems()?;
        let file_of = |problem: &Problem| problem.path.ancestors().find_map(|path| files.get(path));
        let problems = problems.iter().filter_map(|it| Some((*file_of(it)?, it)));
        let stamps = stamps.iter().map(|(path, stamp)| (path.as_path(), *stamp));
        Ok((draft.finish(stamps, problems, generation)?, numbers))
    }

    /// The rows that are as they were.
    fn write_known(
        &self,
        draft: &mut Draft,
        files: &HashMap<&Path, u32>,
        numbers: &mut Vec<u32>,
    ) -> Result<(), Failure> {
        let Some(base) = &self.base else { return Ok(()) };
        let rows = base.entry_rows()?;
        let mut entry = 0;
        for (row, &number) in (0..base.rows()).zip(&*self.numbers) {
            let first = entry;
            entry += rows.iter().skip(first).take_while(|&&other| other == row).count();
            if self.replaced.contains(&row) {
                continue;
            }
            let shown = Arc::new(base.entry(row)?);
            let numbers_of = (first..entry).filter_map(|entry| u32::try_from(entry).ok());
            let entries: Vec<Arc<Entry>> = if entry - first == 1 {
                vec![Arc::clone(&shown)]
            } else {
                numbers_of
                    .map(|entry| base.unfolded(entry).map(Arc::new))
                    .collect::<Result<_, _>>()?
            };
            write_row(draft, (&shown, &entries), files)?;
            numbers.push(number);
        }
        Ok(())
    }
}

fn write_row(
    draft: &mut Draft,
    (shown, entries): (&Entry, &[Arc<Entry>]),
    files: &HashMap<&Path, u32>,
) -> io::Result<()> {
    let doc = |entry: &Entry| entry.doc.map_or(NO_TEXT, |Doc(number)| number);
    let placed = entries.iter().map(|entry| Placed {
        entry,
        doc: doc(entry),
        file: files.get(entry.item.path.as_path()).copied().unwrap_or(u32::MAX),
    });
    draft.row(shown, doc(shown), &placed.collect::<Vec<_>>())
}
