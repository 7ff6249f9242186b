//! What whoever reads a library tells of it while it goes on: in pieces, in order, each of which says
//! what is different now.

use std::time::Duration;

use super::{Change, Problem};

/// What is different since the news before.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// Rows that are new, or show something else, or are gone.
    pub changes: Vec<Change>,
    /// Files without an article.
    pub problems: Vec<Problem>,
    /// How far reading has come by now.
    pub progress: Progress,
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
        self.changes.extend(next.changes);
        self.problems.extend(next.problems);
        self.progress = next.progress;
    }
}
