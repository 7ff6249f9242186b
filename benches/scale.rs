//! What a large library costs: the first reading, starting again, a letter typed into the filter, a
//! changed file, memory; and huge articles: opening, scrolling, beside other programs. The program runs in a terminal of its
//! own, as it was built, with a state and a cache of its own.
//!
//! `cargo bench --bench scale -- DIR… [ARTICLE…]`: folders are libraries, files are articles. Without
//! arguments it writes a library of 1,000 articles and an article of 1 MB. Goals stand beside what was
//! measured; they are for 100,000 articles of 4.5 KB, and for articles of 10 MB.
#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a bench should stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

#[path = "scale/articles.rs"]
mod articles;
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
#[path = "scale/waiting.rs"]
mod waiting;

/// The rows of the table.
pub(crate) fn row(what: &str, figure: &str, goal: &str) {
    println!("{what:52} {figure:>34} {goal:>12}");
}

/// Milliseconds.
pub(crate) fn ms(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

/// The least, the middle and the greatest of some times.
pub(crate) fn spread(mut times: Vec<Duration>) -> String {
    times.sort();
    [0, times.len() / 2, times.len().saturating_sub(1)].map(|at| ms(times[at])).join(" / ")
}

/// What 50, 95 and 99 of a hundred times stay under.
pub(crate) fn percentiles(mut times: Vec<Duration>) -> String {
    times.sort();
    let at = |percent: usize| ms(times[(times.len() * percent / 100).min(times.len() - 1)]);
    [at(50), at(95), at(99)].join(" / ")
}

fn main() {
    let given: Vec<PathBuf> =
        std::env::args_os().skip(1).filter(|arg| arg != "--bench").map(PathBuf::from).collect();
    let own = tempfile::tempdir().unwrap();
    let paths = if given.is_empty() { samples(own.path()) } else { given };
    for path in paths {
        let start = Instant::now();
        if path.is_dir() {
            library::measure(&path)
        } else {
            reading::measure(&path)
        }
        println!("  ({:.0} s)\n", start.elapsed().as_secs_f64());
    }
}

/// What is measured where nothing is given.
fn samples(dir: &Path) -> Vec<PathBuf> {
    let (library, article) = (dir.join("library"), dir.join("article.txt"));
    fs::create_dir(&library).unwrap();
    articles::write(&library, 1000);
    let paragraphs = fs::read_to_string(library.join("0004.txt")).unwrap();
    fs::write(&article, paragraphs.repeat((1 << 20) / paragraphs.len())).unwrap();
    vec![library, article]
}
