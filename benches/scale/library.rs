//! A large library: read for the first time, opened again, filtered letter by letter, changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use vt100::Parser;

use crate::memory::{self, megabytes};
use crate::queries;
use crate::reader::{Reader, status};
use crate::table::{Table, ms, percentiles, spread};
use crate::waiting::is_complete;

const STARTS: usize = 15;

/// What is written comes in this time, or not at all.
const QUIET: Duration = Duration::from_millis(60);

/// Measures all of it.
pub(crate) fn measure(library: &Path, table: &mut Table) {
    table.begin(library.display().to_string());
    let home = tempfile::tempdir().unwrap();
    first_reading(library, home.path(), table);
    starting_again(library, home.path(), table);
    typing(library, home.path(), table);
    changing(library, home.path(), table);
    catching_up(library, home.path(), table);
}

fn first_reading(library: &Path, home: &Path, table: &mut Table) {
    let start = Instant::now();
    let mut reader = Reader::start(library, home);
    reader.until(is_complete);
    table.row("first screen, never read before", &ms(start.elapsed()), "1 s");
    reader.until(|parser| is_settled(&status(parser)));
    table.row("all read", &ms(start.elapsed()), "");
    let is_catalogue =
        |file: &fs::DirEntry| file.file_name().to_string_lossy().starts_with("catalogue-");
    while !files(&home.join("cache")).iter().any(is_catalogue) {
        thread::sleep(Duration::from_millis(20));
    }
    table.row("  indexed and written down", &ms(start.elapsed()), "30 s");
    if let Some(memory) = memory::of(reader.id()) {
        table.row("  at most resident meanwhile", &megabytes(memory.peak), "400 MB");
    }
    reader.quit();
    let bytes: u64 =
        files(&home.join("cache")).iter().map(|file| file.metadata().unwrap().len()).sum();
    table.row("  the cache", &megabytes(bytes / 1024), "");
}

fn starting_again(library: &Path, home: &Path, table: &mut Table) {
    let mut screens = Vec::new();
    for _ in 0..STARTS {
        let start = Instant::now();
        let mut reader = Reader::start(library, home);
        reader.until(is_complete);
        screens.push(start.elapsed());
        reader.settle(QUIET);
        reader.quit();
    }
    table.row("first screen, read before: min / median / max", &spread(screens), "30 ms");
}

fn typing(library: &Path, home: &Path, table: &mut Table) {
    let mut reader = Reader::start(library, home);
    reader.until(is_complete);
    reader.settle(Duration::from_secs(2));
    if let Some(memory) = memory::of(reader.id()) {
        table.row("memory of its own", &megabytes(memory.anonymous), "40 MB");
        table.row("memory, resident", &megabytes(memory.resident), "150 MB");
    }
    let mut times = Vec::new();
    for query in queries::of(library) {
        reader.press("/");
        reader.settle(QUIET);
        for letter in query.chars() {
            reader.press(&letter.to_string());
            times.push(reader.list_settles(QUIET));
        }
        reader.press("\x1b");
        reader.settle(QUIET);
    }
    table.row("keys, every prefix of 300 queries", &times.len().to_string(), "");
    table.row("key to filtered list: p50 / p95 / p99", &percentiles(times), "2 / 5 / 16");
    if let Some(memory) = memory::of(reader.id()) {
        table.row("memory of its own, after that", &megabytes(memory.anonymous), "40 MB");
        table.row("memory, resident, after that", &megabytes(memory.resident), "150 MB");
    }
    reader.quit();
}

/// A file comes while its word is looked for.
fn changing(library: &Path, home: &Path, table: &mut Table) {
    let mut reader = Reader::start(library, home);
    reader.until(is_complete);
    reader.settle(Duration::from_secs(2));
    reader.press(SEEK);
    reader.settle(Duration::from_millis(300));
    let start = Instant::now();
    let path = come(library);
    reader.until(shows_it);
    table.row("a new file to found", &ms(start.elapsed()), "100 ms");
    fs::remove_file(path).unwrap();
    reader.until(|parser| parser.screen().contents().contains("No article passes"));
    reader.press("\x1b");
    reader.settle(QUIET);
    reader.quit();
}

/// A file came while no reader ran: all files have been looked at when it is there.
fn catching_up(library: &Path, home: &Path, table: &mut Table) {
    let path = come(library);
    let start = Instant::now();
    let mut reader = Reader::start(library, home);
    reader.until(is_complete);
    reader.press(SEEK);
    reader.until(shows_it);
    table.row("start to all files looked at, a new one found", &ms(start.elapsed()), "0.6 s");
    fs::remove_file(path).unwrap();
    reader.press("\x1b");
    reader.settle(QUIET);
    reader.quit();
}

/// The file that comes, which alone has the word that is looked for.
fn come(library: &Path) -> PathBuf {
    let path = library.join("sahifa-scale-bench.txt");
    fs::write(&path, "The beetle of the weevils\n\nIts name is zyzzyva.\n").unwrap();
    path
}

const SEEK: &str = "/zyzzyva";

fn shows_it(parser: &Parser) -> bool {
    parser.screen().contents().contains("The beetle")
}

/// Nothing is being read.
fn is_settled(status: &str) -> bool {
    status.contains("articles") && !status.contains("reading") && !status.contains("checking")
}

fn files(dir: &Path) -> Vec<fs::DirEntry> {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    entries
        .flat_map(|entry| if entry.path().is_dir() { files(&entry.path()) } else { vec![entry] })
        .collect()
}
