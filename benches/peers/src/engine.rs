//! What is measured: something that was built from texts and answers queries.

use std::time::Duration;

use crate::queries::Query;

/// A search engine over the articles.
pub(crate) trait Engine {
    /// What it is called.
    fn name(&self) -> &'static str;

    /// How long it took to build, and the bytes of what was built.
    fn cost(&self) -> Option<(Duration, u64)>;

    /// How many queries of one kind it is asked at most: programs that take a second are asked fewer.
    fn patience(&self) -> usize {
        usize::MAX
    }

    /// How many documents match; `None` where it has no way to answer.
    fn matches(&mut self, query: &Query) -> Option<usize>;
}

/// The bytes of all files below a directory.
pub(crate) fn bytes_below(dir: &std::path::Path) -> u64 {
    let entries = std::fs::read_dir(dir).into_iter().flatten().flatten();
    let bytes = |entry: std::fs::DirEntry| match entry.metadata() {
        Ok(metadata) if metadata.is_dir() => bytes_below(&entry.path()),
        Ok(metadata) => metadata.len(),
        Err(_) => 0,
    };
    entries.map(bytes).sum()
}
