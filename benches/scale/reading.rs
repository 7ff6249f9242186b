//! A huge article: opened, scrolled by lines and by pages, to its end and back, resized.

use std::path::Path;
use std::time::{Duration, Instant};

use vt100::Parser;

use crate::memory::{self, megabytes};
use crate::reader::{ROWS, Reader};
use crate::{ms, pagers, percentiles, row, spread};

const OPENINGS: usize = 9;
const KEYS: usize = 300;
const QUIET: Duration = Duration::from_millis(60);

/// Measures all of it.
pub(crate) fn measure(article: &Path) {
    println!("{}, {:.1} MB", article.display(), article.metadata().unwrap().len() as f64 / 1e6);
    row("", "", "goal");
    let home = tempfile::tempdir().unwrap();
    let openings = (0..OPENINGS).map(|_| opening(article, home.path())).collect();
    row("start to its first screen: min / median / max", &spread(openings), "");
    let ends = (0..OPENINGS).map(|_| end(article, home.path())).collect();
    row("start to the end of it: min / median / max", &spread(ends), "");
    pagers::measure(article);
    scrolling(article, home.path());
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

fn scrolling(article: &Path, home: &Path) {
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
        row(&format!("{what}: p50 / p95 / p99"), &percentiles(times.collect()), "p99 8 ms");
    }
    for (what, key) in [("to the end", "G"), ("to the start", "g")] {
        reader.press(key);
        row(what, &ms(reader.settle(QUIET)), "");
    }
    if let Some(memory) = memory::of(reader.id()) {
        row("memory of its own", &megabytes(memory.anonymous), "");
    }
    reader.quit();
}

/// Whether the reading pane is full of text.
fn shows_text(parser: &Parser) -> bool {
    let rows = parser.screen().rows(50, 50);
    rows.filter(|row| row.contains(char::is_alphabetic)).count() > usize::from(ROWS) / 2
}
