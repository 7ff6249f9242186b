//! Other projects' test pages, where they lie beside this project: what is read from them is held
//! against what those projects expect. Absent, the tests say so and pass.

#![expect(clippy::expect_used, reason = "a corpus that is there is whole")]
#![expect(clippy::print_stdout, reason = "what falls short, and why a test was skipped, is told")]

#[path = "corpora/archives.rs"]
mod archives;
#[path = "corpora/encodings.rs"]
mod encodings;

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use sahifa::article::{Article, Block};
use sahifa::format;
use sahifa::format::File;

const PAGES: &str = "../shared/corpora/readability/test/test-pages";
const CLIPPINGS: &str = "../shared/corpora/obsidian-clipper";

/// How many pages must have the title that is expected of them, perhaps without a name hung on it;
/// how many to the letter; and how many their text.
const TITLES: usize = 128;
const EXACT_TITLES: usize = 114;
const TEXTS: usize = 120;

#[test]
fn web_pages_give_their_title_and_their_text() {
    let Some(pages) = folder(PAGES) else { return };
    let (mut titles, mut exact) = (0, 0);
    let mut texts = 0;
    for page in &pages {
        let source = fs::read(page.join("source.html")).expect("a source");
        let Ok(reading) = format::read(&File::new("source.html", &source)) else {
            println!("{}: not read", page.display());
            continue;
        };
        assert_eq!(reading.parts[0].format, "html", "{}", page.display());
        let article = &reading.parts[0].article;
        let expected = expected_title(page);
        let title = &article.metadata.title;
        exact += usize::from(*title == expected);
        // Nothing is expected of a page without a title; ours is then made of its first words.
        if is_headline_of(title, &expected) || expected.is_empty() {
            titles += 1;
        } else {
            println!("{}: {:?}, not {expected:?}", page.display(), article.metadata.title);
        }
        let score = agreement(&words_of(article), &expected_words(page));
        if score >= 0.99 {
            texts += 1;
        } else {
            println!("{}: {score:.3}", page.display());
        }
    }
    println!("{} pages: {titles} titles, {exact} of them exact, {texts} texts", pages.len());
    assert!(titles >= TITLES, "{titles} titles");
    assert!(exact >= EXACT_TITLES, "{exact} titles to the letter");
    assert!(texts >= TEXTS, "{texts} texts");
}

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

/// Whether `title` is what is expected, or that without the name of the site or the author that the
/// page hangs on it.
fn is_headline_of(title: &str, expected: &str) -> bool {
    let rest = expected.strip_prefix(title);
    let is_hung =
        |rest: &str| [" | ", " - ", " – ", " — "].iter().any(|sign| rest.starts_with(sign));
    rest.is_some_and(|rest| rest.is_empty() || (title.chars().count() > 6 && is_hung(rest)))
}

fn expected_title(page: &Path) -> String {
    let json = fs::read_to_string(page.join("expected-metadata.json")).expect("metadata");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let title = json["title"].as_str().unwrap_or_default();
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of the expected text, alternative texts of pictures included, as ours are.
fn expected_words(page: &Path) -> HashMap<String, usize> {
    let html = fs::read_to_string(page.join("expected.html")).expect("a text");
    let page = dom_query::Document::from(html);
    page.select("script, style, noscript, svg, button, video, object").remove();
    for picture in page.select("img[alt]").nodes() {
        let alt = picture.attr_or("alt", "").to_string();
        let in_figure = picture.ancestors_it(None).find(|node| node.has_name("figure"));
        let is_captioned = in_figure
            .is_some_and(|figure| figure.descendants_it().any(|node| node.has_name("figcaption")));
        let is_file_name = alt.len() > 4
            && alt.split('.').next_back().is_some_and(|end| {
                ["jpg", "jpeg", "png", "gif", "webp", "svg"].contains(&end.to_lowercase().as_str())
            });
        if !is_captioned && !is_file_name {
            picture.insert_after(&page.tree.new_text(format!(" {alt} ")));
        }
    }
    words(&page.formatted_text())
}

fn words_of(article: &Article) -> HashMap<String, usize> {
    let text: Vec<&str> =
        article.body.iter().flat_map(Block::texts).map(|leaf| leaf.text()).collect();
    words(&text.join("\n"))
}

fn words(text: &str) -> HashMap<String, usize> {
    let mut words = HashMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

/// The F1 score of two bags of words.
#[expect(clippy::cast_precision_loss, reason = "a page has fewer words than a float has integers")]
fn agreement(ours: &HashMap<String, usize>, theirs: &HashMap<String, usize>) -> f64 {
    let count = |words: &HashMap<String, usize>| words.values().sum::<usize>();
    let shared = ours.iter().map(|(word, &n)| n.min(theirs.get(word).copied().unwrap_or(0)));
    let shared: usize = shared.sum();
    let all = count(ours) + count(theirs);
    if all == 0 { 1.0 } else { 2.0 * shared as f64 / all as f64 }
}
