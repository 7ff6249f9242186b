//! What a large library costs: the first reading, starting again, a letter typed into the filter, a
//! changed file, memory; and huge articles: opening, scrolling, beside other programs. The program runs in a terminal of its
//! own, as it was built, with a state and a cache of its own.
//!
//! `cargo bench --bench scale -- [DIR…] [ARTICLE…]`: folders are libraries, files are articles. Where no file is
//! given it writes huge articles, and where nothing is given a library of 1,000 too; `-- make COUNT DIR` only writes a library.
//! Goals stand beside what was measured; they are for 100,000 articles of 4.5 KB.
#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a bench should stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

#[path = "scale/articles.rs"]
mod articles;
#[path = "scale/huge.rs"]
mod huge;
#[path = "scale/library.rs"]
mod library;
#[path = "scale/memory.rs"]
mod memory;
#[path = "scale/pagers.rs"]
mod pagers;
#[path = "scale/queries.rs"]
mod queries;
#[path = "scale/reader.rs"]
mod reader;
#[path = "scale/reading.rs"]
mod reading;
#[path = "scale/table.rs"]
mod table;
#[path = "scale/waiting.rs"]
mod waiting;

use table::Table;

fn main() {
    let given: Vec<String> = std::env::args().skip(1).filter(|it| it != "--bench").collect();
    if let [verb, count, dir] = &*given
        && verb == "make"
    {
        fs::create_dir_all(dir).unwrap();
        articles::write(Path::new(dir), count.parse().expect("a number of articles"));
        return;
    }
    let own = tempfile::tempdir().unwrap();
    let (mut libraries, mut texts): (Vec<_>, Vec<_>) =
        given.iter().map(PathBuf::from).partition(|path| path.is_dir());
    if texts.is_empty() {
        texts = huge::write(own.path());
        if libraries.is_empty() {
            libraries.push(own.path().join("library"));
            fs::create_dir(&libraries[0]).unwrap();
            articles::write(&libraries[0], 1000);
        }
    }
    measure(&libraries, library::measure);
    measure(&texts, reading::measure);
}

fn measure(paths: &[PathBuf], measure: impl Fn(&Path, &mut Table)) {
    let mut table = Table::default();
    for path in paths {
        let start = Instant::now();
        measure(path, &mut table);
        println!("  ({:.0} s)\n", start.elapsed().as_secs_f64());
    }
    table.side_by_side();
}
