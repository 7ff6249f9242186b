//! Other projects' test pages, where they lie beside this project: what is read from them is held
//! against what those projects expect. Absent, the tests say so and pass.

#![expect(clippy::print_stdout, reason = "what falls short, and why a test was skipped, is told")]

#[path = "corpora/archives.rs"]
mod archives;
#[path = "corpora/encodings.rs"]
mod encodings;
#[path = "corpora/feeds.rs"]
mod feeds;
#[path = "corpora/hostile.rs"]
mod hostile;
#[path = "corpora/json.rs"]
mod json;
#[path = "corpora/lists.rs"]
mod lists;
#[path = "corpora/mail.rs"]
mod mail;
#[path = "corpora/metadata.rs"]
mod metadata;
#[path = "corpora/news.rs"]
mod news;
// Saved web pages: which part of them is the article.
#[path = "corpora/pages.rs"]
mod pages;

use std::fs;
use std::path::{Path, PathBuf};

use sahifa::format;
use sahifa::format::File;

const PAGES: &str = "../shared/corpora/readability/test/test-pages";
const CLIPPINGS: &str = "../shared/corpora/obsidian-clipper";

#[test]
fn clippings_give_their_title() {
    let Some(_) = folder(CLIPPINGS) else { return };
    let expected = Path::new(CLIPPINGS).join("src/utils/fixtures/expected");
    for clipping in folder(&expected.to_string_lossy()).expect("clippings") {
        let bytes = fs::read(&clipping).expect("a clipping");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let title = text.lines().find_map(|line| line.strip_prefix("title: ")).expect("a title");
        let name = clipping.file_name().expect("a name").to_string_lossy();
        let reading = format::read(&File::new(&name, &bytes)).expect("an article");
        assert_eq!(reading.parts[0].format, "markdown");
        assert_eq!(reading.parts[0].article.metadata.title, title.trim_matches('"'));
    }
}

fn folder(path: &str) -> Option<Vec<PathBuf>> {
    let Ok(entries) = fs::read_dir(path) else {
        println!("skipped: {path} is not there");
        return None;
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    Some(paths)
}
