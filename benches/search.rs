//! How fast a library is searched: making the index, queries by kind, and a plain look at every text on all
//! cores in the same run; whether both find the same.
//!
//! `cargo bench --bench search` makes 10,000 texts, or as many as `SAHIFA_BENCH_ARTICLES` says;
//! `cargo bench --bench search -- DIR` takes the articles below a folder.
#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]
#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a bench should stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sahifa::search::{Corpus, Docs, Haystack, Query, Stop};

#[path = "search/queries.rs"]
mod queries;
#[path = "search/texts.rs"]
mod texts;

use queries::Kind;

const NEVER: Stop<'_> = &|| false;
/// One text in so many is a source of queries.
const SAMPLED: usize = 60;
/// Runs of each query; the quickest counts, for other programs run too.
const RUNS: usize = 3;

fn main() {
    let folder = std::env::args().skip(1).find(|arg| !arg.starts_with("--")).map(PathBuf::from);
    let dir = tempfile::tempdir().unwrap();
    let (indexed, plain) =
        (Corpus::create(dir.path()).unwrap(), Corpus::create(dir.path()).unwrap());
    let sample = fill(folder.as_deref(), &[&indexed, &plain]);
    let before = peak();
    let (made, time) = timed(|| indexed.index(NEVER).unwrap());
    assert!(made);
    println!(
        "index made: {:.2} s, the most memory {} before, {} after",
        time.as_secs_f64(),
        before,
        peak()
    );
    let generation = Corpus::new_generation();
    let (_, time) = timed(|| indexed.save(generation, NEVER).unwrap());
    println!("saved: {:.0} ms, {} MB with the texts", millis(time), size(dir.path()) / 1_000_000);
    drop(indexed);
    let (opened, time) = timed(|| Corpus::open(dir.path(), generation).unwrap());
    println!("opened: {:.1} ms", millis(time));
    let (_, time) = timed(|| find(&opened, &Query::parse("qzx")));
    println!("first query: {:.1} ms", millis(time));
    println!(
        "{:26} {:>7} {:>9} {:>9} {:>9} {:>9} {:>9}",
        "ms", "queries", "p50", "p95", "p99", "max", "scan p50"
    );
    let kinds = queries::kinds(&sample);
    kinds.iter().for_each(|kind| report(kind, &opened, &plain));
    println!("anonymous memory: {}", status("RssAnon"));
}

/// Adds every text to each of `corpora`; returns some of them.
fn fill(folder: Option<&Path>, corpora: &[&Corpus]) -> Vec<Haystack> {
    let (mut count, mut bytes, mut sample) = (0, 0, Vec::new());
    let mut add = |text: &Haystack| {
        for corpus in corpora {
            corpus.add(text).unwrap();
        }
        if count % SAMPLED == 0 && sample.len() < 100 {
            sample.push(text.clone());
        }
        count += 1;
        bytes += text.text().len();
    };
    let articles = std::env::var("SAHIFA_BENCH_ARTICLES").ok().and_then(|count| count.parse().ok());
    match folder {
        Some(folder) => texts::read(folder, &mut add),
        None => texts::make(articles.unwrap_or(10_000), &mut add),
    }
    println!("{count} texts, {} MB folded", bytes / 1_000_000);
    sample
}

fn report(kind: &Kind, indexed: &Corpus, plain: &Corpus) {
    let queries: Vec<Query> = kind.queries.iter().map(|source| Query::parse(source)).collect();
    let mut times = vec![Duration::MAX; queries.len()];
    // Round after round: what has been looked up is at hand for the next few queries, and would be for the
    // same one.
    for _ in 0..RUNS {
        for (least, query) in times.iter_mut().zip(&queries) {
            let (_, time) = timed(|| find(indexed, query));
            *least = time.min(*least);
        }
    }
    let mut scans = Vec::new();
    for query in queries.iter().step_by(2) {
        let found = find(indexed, query);
        let (looked, time) = timed(|| find(plain, query));
        assert!(found == looked, "{query}: {} and {}", found.len(), looked.len());
        scans.push(time);
    }
    times.sort();
    scans.sort();
    let [p50, p95, p99, max] = [50, 95, 99, 100].map(|percent| part(&times, percent));
    let (name, count, scan) = (kind.name, times.len(), part(&scans, 50));
    println!("{name:26} {count:>7} {p50:>9.3} {p95:>9.3} {p99:>9.3} {max:>9.3} {scan:>9.3}");
}

fn find(corpus: &Corpus, query: &Query) -> Docs {
    corpus.find(query, NEVER).unwrap().unwrap()
}

fn part(sorted: &[Duration], percent: usize) -> f64 {
    let at = (sorted.len() * percent / 100).min(sorted.len() - 1);
    millis(sorted[at])
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}

/// What is kept under a name of its own.
fn size(dir: &Path) -> u64 {
    let entries = fs::read_dir(dir).unwrap().flatten();
    let kept = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with("segment-"));
    kept.map(|entry| entry.metadata().unwrap().len()).sum()
}

/// The most memory that the process has held, where the system tells it.
fn peak() -> String {
    status("VmHWM")
}

fn status(name: &str) -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    line.map_or_else(|| "unknown".into(), |line| line.trim().to_owned())
}
