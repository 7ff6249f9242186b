//! What whoever reads a library tells of it while it goes on: in pieces, in order, each of which says
//! what is different now.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::{Base, Change, Problem};

/// What is different since the news before.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// The library as it has been written down; the changes may be in it already, or have come since.
    pub written: Option<Written>,
    /// Rows that are new, or show something else, or are gone.
    pub changes: Vec<Change>,
    /// Paths that were looked at anew: what was told before of what is there holds no longer.
    pub mended: Vec<PathBuf>,
    /// Files without an article.
    pub problems: Vec<Problem>,
    /// How far reading has come by now.
    pub progress: Progress,
    /// Whether all that is there has been read.
    pub is_settled: bool,
}

/// A library that has just been written down: what it holds need be in memory no longer.
#[derive(Clone, Debug)]
pub struct Written {
    /// Its rows.
    pub base: Arc<Base>,
    /// The number that each of them has in the list.
    pub numbers: Arc<[u32]>,
}

impl Written {
    /// A number that is higher than that of any of its rows.
    #[must_use]
    pub fn end(&self) -> usize {
        self.numbers.iter().max().map_or(0, |&last| last as usize + 1)
    }
}

/// How far reading has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files that have been read.
    pub done: usize,
    /// Files in all; 0 as long as they have not been counted.
    pub all: usize,
    /// How long it has taken.
    pub time: Duration,
}

impl News {
    /// Takes in the news after it.
    pub fn add(&mut self, next: Self) {
        self.problems.retain(|problem| !next.mends(problem));
        self.written = next.written.or(self.written.take());
        self.changes.extend(next.changes);
        self.mended.extend(next.mended);
        self.problems.extend(next.problems);
        self.progress = next.progress;
        self.is_settled = next.is_settled;
    }

    /// Whether nothing is different.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        let is_same = self.written.is_none() && self.changes.is_empty();
        is_same && self.mended.is_empty() && self.problems.is_empty()
    }

    /// Whether what was told of a file before holds no longer.
    #[must_use]
    pub fn mends(&self, problem: &Problem) -> bool {
        self.mended.iter().any(|path| problem.path.starts_with(path))
    }
}
