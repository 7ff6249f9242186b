//! The feeds that another reader is tested with: all that hold anything give a title and a text.
//!
//! Many hold one fact only, and no entry; it is their text, be it the address of an entry without a
//! headline, a title that is a picture, or what the root's attributes say. Behind a headline and its
//! link no text was saved. What is left is an empty root under a comment: there the reason is told, and
//! nothing is made up.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use sahifa::format;
use sahifa::format::File;

use super::folder;

const FEEDS: &str = "../shared/corpora/feeds/tests";

/// How many of them must give a title and a text.
const READ: usize = 2072;

/// How many hold a headline and its link only, or a root without a word and without an attribute.
const HEADLINES: usize = 1;
const EMPTY: usize = 34;

#[test]
fn feeds_give_a_title_and_a_text() {
    let Some(_) = folder(FEEDS) else { return };
    let (mut whole, mut titled, mut articles) = (0, 0, 0);
    let mut short: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let files = files(PathBuf::from(FEEDS));
    for path in &files {
        let name = path.to_string_lossy().into_owned();
        let bytes = fs::read(path).expect("a feed");
        match format::read(&File::new(&name, &bytes)) {
            Ok(reading) => {
                articles += reading.parts.len();
                let first = reading.parts.first().map(|part| &part.article);
                let has_title = first.is_some_and(|article| !article.metadata.title.is_empty());
                let has_text = first.is_some_and(|article| !article.text().trim().is_empty());
                titled += usize::from(has_title);
                whole += usize::from(has_title && has_text);
                if !(has_title && has_text) {
                    short.entry("no text".into()).or_default().push(name);
                } else if reading.parts[0].format != "feed"
                    && path.extension().is_some_and(|end| end == "xml")
                {
                    short.entry(reading.parts[0].format.into()).or_default().push(name);
                }
            }
            Err(error) => short.entry(error.to_string()).or_default().push(name),
        }
    }
    for (why, names) in &short {
        println!("{why}: {}\n  {}", names.len(), names.join("\n  "));
    }
    println!(
        "{} feeds: {whole} give a title and a text, {titled} a title, {articles} articles",
        files.len()
    );
    assert!(whole >= READ, "{whole} of {}", files.len());
    let count = |why: &str| short.get(why).map_or(0, Vec::len);
    let empty = count("no article in it: the feed has no entries and says nothing");
    assert!(empty <= EMPTY && count("no text") <= HEADLINES, "{empty}, {}", count("no text"));
    assert_eq!(whole + empty + count("no text"), files.len());
}

fn files(folder: PathBuf) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for path in super::folder(&folder.to_string_lossy()).unwrap_or_default() {
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files
}
