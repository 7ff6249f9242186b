//! A huge article: opened, scrolled by lines and by pages, to its end and back, resized.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use vt100::Parser;

use crate::memory::{self, megabytes};
use crate::pagers;
use crate::reader::{ROWS, Reader};
use crate::table::{Table, ms, percentiles, spread};

const OPENINGS: usize = 9;
const KEYS: usize = 300;
const QUIET: Duration = Duration::from_millis(60);
const SHORT: &str = "That is all.";

/// Measures all of it.
pub(crate) fn measure(article: &Path, table: &mut Table) {
    let bytes = article.metadata().unwrap().len();
    let name = article.file_name().unwrap_or_default().to_string_lossy();
    table.begin(format!("{name}, {:.1} MB", bytes as f64 / 1e6));
    let home = tempfile::tempdir().unwrap();
    let choices = (0..OPENINGS).map(|_| choosing(article)).collect();
    table.row("from the list to its first screen: min / median / max", &spread(choices), "");
    let openings = (0..OPENINGS).map(|_| opening(article, home.path())).collect();
    table.row("start to its first screen: min / median / max", &spread(openings), "");
    let ends = (0..OPENINGS).map(|_| end(article, home.path())).collect();
    table.row("start to the end of it: min / median / max", &spread(ends), "");
    pagers::measure(article, table);
    scrolling(article, home.path(), table);
}

/// It is chosen in the list, where it stands below a short article.
fn choosing(article: &Path) -> Duration {
    let (library, home) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let head = "Feed: The Wire\nTitle: Short\nDate: 2100-01-01\nLink: https://example.org/\n\n";
    fs::write(library.path().join("short.txt"), head.to_owned() + SHORT).unwrap();
    fs::copy(article, library.path().join(article.file_name().unwrap())).unwrap();
    let is_short = |parser: &Parser| parser.screen().contents().contains(SHORT);
    let mut reader = Reader::start(library.path(), home.path());
    reader.until(is_short);
    reader.settle(Duration::from_secs(1));
    reader.press("j");
    reader.until(|parser| !is_short(parser) && shows_text(parser));
    let time = reader.written.saturating_duration_since(reader.pressed);
    reader.settle(QUIET);
    reader.quit();
    time
}

fn opening(article: &Path, home: &Path) -> Duration {
    let start = Instant::now();
    let mut reader = Reader::start(article, home);
    reader.until(shows_text);
    let time = start.elapsed();
    reader.settle(QUIET);
    reader.quit();
    time
}

fn end(article: &Path, home: &Path) -> Duration {
    let start = Instant::now();
    let mut reader = Reader::start(article, home);
    let end = pagers::to_end(&mut reader, "\rG", shows_text);
    reader.press("g");
    reader.settle(QUIET);
    reader.quit();
    end.saturating_duration_since(start)
}

fn scrolling(article: &Path, home: &Path, table: &mut Table) {
    let mut reader = Reader::start(article, home);
    reader.until(shows_text);
    reader.settle(Duration::from_secs(1));
    reader.press("\r");
    reader.settle(QUIET);
    for (what, key) in [("a line down", "j"), ("a page down", " "), ("a page up", "\x1b[5~")] {
        let times = (0..KEYS).map(|_| {
            reader.press(key);
            reader.settle(QUIET)
        });
        table.row(&format!("{what}: p50 / p95 / p99"), &percentiles(times.collect()), "p99 8 ms");
    }
    for (what, key) in [("to the end", "G"), ("to the start", "g")] {
        reader.press(key);
        table.row(what, &ms(reader.settle(QUIET)), "");
    }
    if let Some(memory) = memory::of(reader.id()) {
        table.row("memory of its own", &megabytes(memory.anonymous), "");
    }
    reader.quit();
}

/// Whether the reading pane is full of text.
fn shows_text(parser: &Parser) -> bool {
    let rows = parser.screen().rows(50, 50);
    rows.filter(|row| row.contains(char::is_alphabetic)).count() > usize::from(ROWS) / 2
}
