//! The folded texts of a folder of articles, read as sahifa reads them.

use std::path::Path;

use sahifa::library::{self, Source};
use sahifa::search::Haystack;

/// The haystacks of all articles, in the order of their paths.
pub(crate) fn read(dir: &Path) -> Vec<Haystack> {
    let items = library::items(&Source::Directory(dir.to_owned()));
    let half = items.len() / 2;
    let (one, two) = items.split_at(half);
    let read = |items: &[Result<library::Item, library::Problem>]| -> Vec<Haystack> {
        let opened = items.iter().flatten().filter_map(|item| library::articles(item).ok());
        let parts = opened.flat_map(|opened| opened.parts);
        parts.map(|part| Haystack::new(&part.article)).collect()
    };
    std::thread::scope(|scope| {
        let other = scope.spawn(|| read(two));
        let mut texts = read(one);
        texts.extend(other.join().expect("articles are read without a panic"));
        texts
    })
}

/// How much text that is.
pub(crate) fn megabytes(texts: &[Haystack]) -> usize {
    texts.iter().map(|text| text.text().len()).sum::<usize>() / 1_000_000
}
