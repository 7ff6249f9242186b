//! What is known about pages and clippings besides their text: held against what Mozilla's test pages
//! expect, and against the front matter of a corpus of Arabic news.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use sahifa::article::{Article, Metadata};
use sahifa::format;
use sahifa::format::File;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use super::{PAGES, folder};

const NEWS: [&str; 2] =
    ["../shared/corpora/arabic-news/culture", "../shared/corpora/arabic-news/economy"];

/// What must be right, of all pages of which it is expected. Most bylines that differ hold words
/// that are no names ("By", a date, an address), which ours are freed of.
const EXPECTED: [(&str, usize); 6] = [
    ("siteName", 62),
    ("publishedTime", 33),
    ("lang", 73),
    ("dir", 17),
    ("byline", 52),
    ("excerpt", 57),
];

#[test]
fn web_pages_give_their_metadata() {
    let Some(pages) = folder(PAGES) else { return };
    let mut counts = EXPECTED.map(|(key, _)| (key, 0, 0));
    for page in &pages {
        let Some(article) = read(&page.join("source.html")) else { continue };
        let json = fs::read_to_string(page.join("expected-metadata.json")).expect("metadata");
        let json: Value = serde_json::from_str(&json).expect("JSON");
        for (key, right, all) in &mut counts {
            let Some(wanted) = json[*key].as_str().map(collapse).filter(|text| !text.is_empty())
            else {
                continue;
            };
            *all += 1;
            *right += usize::from(is_right(key, &wanted, &article.metadata));
        }
    }
    println!("{counts:?}");
    for ((key, right, _), (_, least)) in counts.iter().zip(EXPECTED) {
        assert!(*right >= least, "{key}: {right} right, not {least}");
    }
}

#[test]
fn clipped_arabic_news_give_all_their_fields() {
    let mut count = 0;
    for path in NEWS.iter().filter_map(|news| folder(news)).flatten() {
        if path.extension().is_none_or(|end| end != "md") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a text");
        let field = |key: &str| {
            let lines = text.lines().take(8).filter_map(|line| line.strip_prefix(key));
            lines.map(|value| value.trim().trim_matches('"').to_owned()).next().expect("a field")
        };
        let found = read(&path).expect("an article").metadata;
        let name = path.display();
        assert_eq!(found.url.as_deref(), Some(field("source:").as_str()), "{name}");
        assert_eq!(found.language.as_deref(), Some(field("lang:").as_str()), "{name}");
        assert_eq!(found.tags, [field("tags:").trim_matches(['[', ']'])], "{name}");
        // Some are written as `17/05/2015`; where that could be two days, none is guessed.
        let written = field("published:");
        let written = written.get(..10).expect("a day");
        let is_clear = !written.contains('/') || written.get(..2) > Some("12");
        let day = found.published.map(|day| day.to_string());
        let wanted = written.split('/').rev().collect::<Vec<_>>().join("-");
        let is_day = day.as_deref().and_then(|day| day.get(..10)) == Some(wanted.as_str());
        assert!(is_day || (!is_clear && day.is_none()), "{name}: {day:?}");
        assert_eq!(key(&found.title), key(&field("title:")), "{name}");
        count += 1;
    }
    println!("{count} clippings");
}

fn read(path: &Path) -> Option<Article> {
    let bytes = fs::read(path).expect("a file");
    let name = PathBuf::from(path.file_name()?).to_string_lossy().into_owned();
    let reading = format::read(&File::new(&name, &bytes)).ok()?;
    reading.parts.into_iter().next().map(|part| part.article)
}

fn is_right(key: &str, wanted: &str, found: &Metadata) -> bool {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
    match key {
        "siteName" => found.source.as_deref() == Some(wanted),
        // The same moment may be told in another zone.
        "publishedTime" => found.published.is_some(),
        "lang" => found.language.as_deref().map(primary) == Some(primary(wanted)),
        "dir" => format!("{:?}", found.direction).eq_ignore_ascii_case(wanted),
        "byline" => found.authors.join(", ") == wanted,
        _ => found.standfirst.as_deref() == Some(wanted),
    }
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn key(text: &str) -> String {
    text.nfc().filter(|c| c.is_alphanumeric()).collect()
}
