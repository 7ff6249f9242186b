//! Files made to break readers: each gives articles or a reason, soon, none makes the program give up, and
//! no article of theirs sends anything to the terminal but text.

use std::fs;
use std::panic;
use std::path::PathBuf;
use std::time::Duration;
use std::time::Instant;

use sahifa::article::{Article, Block, Metadata};
use sahifa::format;
use sahifa::format::File;
use sahifa::locale::Dates;
use sahifa::page::{Dress, Page, Setting};
use sahifa::text;

use crate::judge::{Leave, faults};

const FOLDERS: &[&str] =
    &["feeds", "json", "naughty-strings", "html5lib", "zip", "mail", "news-industry"];

/// Of an article so many lines are looked at.
const LINES: usize = 500;

/// No file may take longer, in a build without optimisation that shares its machine; two seconds in
/// one that is optimised.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 15 } else { 2 });

#[test]
fn every_hostile_file_gives_articles_or_a_reason() {
    for name in FOLDERS {
        let (mut read, mut refused, mut longest) = (0, 0, Duration::ZERO);
        for path in files(&format!("../shared/corpora/{name}")) {
            let Ok(bytes) = fs::read(&path) else { continue };
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let start = Instant::now();
            let reading = panic::catch_unwind(|| format::read(&File::new(&name, &bytes)));
            longest = longest.max(start.elapsed());
            match reading {
                Ok(Ok(reading)) if reading.parts.is_empty() && reading.failures.is_empty() => {
                    panic!("{}: lost without a word", path.display());
                }
                Ok(Ok(reading)) => {
                    read += 1;
                    for part in &reading.parts {
                        assert_eq!(sent(&part.article), [""; 0], "{}", path.display());
                    }
                }
                Ok(Err(error)) => {
                    refused += 1;
                    assert!(!error.to_string().is_empty(), "{}", path.display());
                }
                Err(_) => panic!("{}: a panic", path.display()),
            }
        }
        let peak = peak();
        println!("{name}: {read} read, {refused} refused, at most {longest:?}, {peak} MB");
        assert!(longest < LONGEST, "{name}: {longest:?}");
    }
}

/// The strings that people have broken programs with, each as a title and as a text.
#[test]
fn naughty_strings_are_no_more_than_text() {
    let Ok(list) = fs::read("../shared/corpora/naughty-strings/blns.json") else {
        return println!("skipped: the naughty strings are not there");
    };
    let strings: Vec<String> = serde_json::from_slice(&list).expect("a list of strings");
    for string in &strings {
        let metadata = Metadata { title: string.clone(), ..Metadata::default() };
        let article = Article::new(metadata, vec![Block::paragraph(string.as_str())]);
        assert_eq!(sent(&article), [""; 0], "{string:?}");
    }
    println!("{} naughty strings", strings.len());
}

/// What is wrong with the rows of an article.
fn sent(article: &Article) -> Vec<String> {
    let text = text::Setting { measure: Some(72), ..text::Setting::VISUAL };
    let page = Page::set(article, Setting { text, dress: Dress::Full, dates: Dates::Iso });
    let lines = page.lines(..LINES);
    let rows: String =
        lines.flat_map(|line| line.cells).map(|cell| cell.symbol.to_string()).collect();
    faults(rows.as_bytes(), Leave::default())
}

/// The largest that this process has been, in MB.
fn peak() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().map_or(0, |size: usize| size / 1024)
}

fn files(folder: &str) -> Vec<PathBuf> {
    let paths = super::folder(folder).unwrap_or_default();
    let deep = |path: PathBuf| match path.is_dir() {
        true => files(&path.to_string_lossy()),
        false => vec![path],
    };
    paths.into_iter().flat_map(deep).collect()
}
