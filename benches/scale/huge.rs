//! Huge articles: Arabic of 1 MB and of 10 MB, and a paragraph of 10 MB.

use std::fs;
use std::path::{Path, PathBuf};

const PARAGRAPHS: &str = include_str!("../../tests/fixtures/text/paragraphs.txt");
const MEGABYTE: usize = 1_000_000;

/// Writes them.
pub(crate) fn write(dir: &Path) -> Vec<PathBuf> {
    let is_arabic = |line: &&str| line.contains(|c| matches!(c, '\u{600}'..='\u{6ff}'));
    let lines: Vec<&str> = PARAGRAPHS.lines().filter(is_arabic).collect();
    let paragraphs: Vec<String> = lines.chunks(6).map(|lines| lines.join(" ")).collect();
    let articles = [
        ("1 MB.txt", MEGABYTE, "\n\n"),
        ("10 MB.txt", 10 * MEGABYTE, "\n\n"),
        ("one paragraph of 10 MB.txt", 10 * MEGABYTE, " "),
    ];
    let write = |(name, bytes, between)| {
        let text = paragraphs.join(between) + between;
        let path = dir.join(name);
        fs::write(&path, text.repeat(usize::div_ceil(bytes, text.len()))).unwrap();
        path
    };
    articles.into_iter().map(write).collect()
}
