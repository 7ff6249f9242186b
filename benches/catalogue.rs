//! What the catalogue's cache of a library costs: writing it, opening it up to the first screen,
//! finding out that nothing has changed.
//!
//! The library is the directory that `SAHIFA_LIBRARY` names, else a thousand articles made for this.
#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]
#![expect(clippy::unwrap_used, reason = "a bench should stop")]

use std::collections::HashMap;
use std::env;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use sahifa::library::{Base, Draft, Entry, Files, Placed, Sort, Source, collect, scan};

#[path = "scale/articles.rs"]
mod articles;

const ARTICLES: usize = 1000;
const RUNS: usize = 9;
const ROWS: usize = 30;

fn main() {
    let dir = tempfile::tempdir().unwrap();
    let library = env::var_os("SAHIFA_LIBRARY").map_or_else(
        || {
            articles::write(dir.path(), ARTICLES);
            dir.path().to_owned()
        },
        PathBuf::from,
    );
    let cache = tempfile::tempdir().unwrap();
    println!("{:32} {:>9} {:>9} {:>9}  (ms)", library.display(), "min", "median", "max");
    let entries = report("read all", 1, || collect(Source::Directory(library.clone())).0).unwrap();
    report("walk and stat, all new", RUNS, || scan(&library, &Files::default()));
    report("write", 3, || write(cache.path(), &library, &entries));
    let bytes: u64 = fs::read_dir(cache.path())
        .unwrap()
        .map(|file| file.unwrap().metadata().unwrap().len())
        .sum();
    println!("{} entries, {} KB in the cache", entries.len(), bytes / 1000);
    let open = || Base::open(cache.path(), &library).unwrap();
    report("open", RUNS, open);
    report("open and decode a screen", RUNS, || {
        let base = open();
        let order = base.order(Sort::Newest).unwrap();
        let rows = order.iter().take(ROWS);
        rows.map(|&row| base.entry(row).unwrap()).collect::<Vec<Entry>>()
    });
    let base = open();
    report("order and texts", RUNS, || (base.order(Sort::Title), base.docs()));
    report("traits and dates", RUNS, || (base.traits(), base.dates()));
    report("rows of a name", RUNS, || base.rows_of(&entries[0].id).unwrap());
    report("entries that share a key", RUNS, || base.kin(&entries[0]).unwrap());
    report("decode all rows", 3, || {
        (0..base.rows()).for_each(|row| drop(base.entry(row).unwrap()))
    });
    report("files as they were", RUNS, || base.files().unwrap());
    report("verify, nothing changed", RUNS, || scan(&library, &base.files().unwrap()));
    let now = scan(&library, &base.files().unwrap());
    println!("{} unchanged, {} changed, {} gone", now.unchanged, now.changed.len(), now.gone.len());
}

fn write(cache: &Path, library: &Path, entries: &[Arc<Entry>]) {
    let mut seen = scan(library, &Files::default()).changed;
    seen.sort_by(|one, other| one.item.path.cmp(&other.item.path));
    let numbers: HashMap<&Path, u32> = seen.iter().map(|it| &*it.item.path).zip(0..).collect();
    let mut draft = Draft::new(cache, library).unwrap();
    for (entry, doc) in entries.iter().zip(0..) {
        let placed = Placed { entry, doc, file: numbers[&*entry.item.path] };
        draft.row(entry, doc, &[placed]).unwrap();
    }
    let files = seen.iter().map(|it| (&*it.item.path, it.stamp));
    draft.finish(files, [], 0).unwrap().take_place().unwrap();
}

/// Tells how long work took; gives what it gave at last.
fn report<T>(what: &str, runs: usize, mut work: impl FnMut() -> T) -> Option<T> {
    let (mut times, mut last) = (Vec::new(), None);
    for _ in 0..runs {
        let start = Instant::now();
        last = Some(black_box(work()));
        times.push(start.elapsed());
    }
    times.sort();
    let ms = |at: usize| times[at].as_secs_f64() * 1000.0;
    println!("{what:32} {:9.3} {:9.3} {:9.3}", ms(0), ms(runs / 2), ms(runs - 1));
    last
}
