//! Writing down a library as it is now, for the next start: first the texts, then the rows that name them.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::live::Live;
use crate::library::{Base, Damage, Draft, Entry, NO_TEXT, Placed, Problem};
use crate::search::{Doc, Stop};

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

impl Live {
    /// Writes it down, and goes on from what is written. Does nothing more when it is stopped.
    pub(super) fn write(&mut self, cache: &Path, stop: Stop<'_>) -> Result<(), Failure> {
        let Some(corpus) = self.corpus.save(stop)? else { return Ok(()) };
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
        let written = draft.finish(stamps, problems, corpus)?;
        drop(files);
        self.base = Some(Arc::new(Base::read(written, &self.root)?));
        self.numbers = numbers;
        self.replaced.clear();
        self.fresh.clear();
        self.files.clear();
        self.problems.clear();
        Ok(())
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
        for (row, &number) in (0..base.rows()).zip(&self.numbers) {
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
