//! Web pages that people have marked the article of: what is found against what is expected.

#![expect(clippy::expect_used, reason = "a corpus that is there is whole")]
#![expect(clippy::print_stdout, reason = "what falls short is told")]

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use sahifa::article::{Article, Block, Direction};
use sahifa::format;
use sahifa::format::File;

use super::{PAGES, folder};

/// Pages of which another title is expected than ours, and why ours is right or as good.
const OTHER_TITLES: &[(&str, &str)] = &[
    ("001", "its section: `| Code`"),
    ("005-unescape-html-entities", "none is expected; it has a title"),
    ("breitbart", "its site's name: `- Breitbart`"),
    ("ehow-1", "its site's name: `| eHow`"),
    ("ehow-2", "its site's name: `| eHow`"),
    ("firefox-nightly-blog", "its site's name: `– Firefox Nightly News`"),
    ("guardian-1", "its author's name; the first heading and JSON-LD go without"),
    ("iab-1", "its site's name: `| IAB`"),
    ("keep-tabular-data", "its site's name: `| Factorio`"),
    ("medium-3", "its author's and its site's name: `- John C. Welch - Medium`"),
    ("mercurial", "its site's name: `— evolve extension for Mercurial`"),
    ("ol", "none is expected; ours is made of its first words"),
    ("pixnet", "its site's name: `:: 痞客邦 PIXNET ::`"),
    ("reordering-paragraphs", "none is expected; ours is made of its first words"),
    ("v8-blog", "its first half is missing, and its site's name is there"),
    ("wikipedia", "its site's name: `- Wikipedia`"),
    ("yahoo-2", "its site's name alone; ours is the headline"),
    ("yahoo-4", "its site's name: `- Yahoo!ニュース`"),
];

/// Pages of which another text is expected than ours, and what is expected besides: what is taken off
/// on purpose, but where it says otherwise.
const OTHER_TEXTS: &[(&str, &str)] = &[
    (
        "breitbart",
        "invitations to a newsletter, the standfirst, the date twice, lines about the author",
    ),
    ("bug-1255978", "the words on a player's buttons"),
    (
        "citylab-1",
        "headline and standfirst again, an invitation to a newsletter, lines about the author",
    ),
    ("cnn", "links to other stories: `Related: …`"),
    ("firefox-nightly-blog", "readers' comments"),
    ("hidden-nodes", "two headings that head what is hidden"),
    ("hukumusume", "a link to another page of the site"),
    ("iab-1", "lines about the author"),
    ("mercurial", "nothing: a section of the text is not expected, and is there"),
    ("nytimes-5", "the word `Photo` that is hidden at each picture, the tabs below"),
    ("schema-org-context-object", "lines about the authors"),
    ("tmz-1", "headline, date and byline again"),
    ("wapo-1", "links to other stories: `Read more`"),
];

/// How many pages must have the direction that is expected: all that declare one.
const DIRECTIONS: usize = 17;

/// What share of a text has to be there, and how many may fall short of it. What is expected of some
/// pages has comments, lines about the author and links to other stories in it, which are taken off.
const WHOLE: f64 = 0.9;
const LOST: usize = 4;

#[test]
fn web_pages_give_their_title_and_their_text() {
    let Some(pages) = folder(PAGES) else { return };
    let mut others: Vec<String> = Vec::new();
    let mut short: Vec<String> = Vec::new();
    let (mut directed, mut lost) = (0, 0);
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
        if *title != expected {
            println!("{}: {title:?}, not {expected:?}", page.display());
            others.push(name(page));
        }
        let (ours, theirs) = (words_of(article), expected_words(page));
        let score = agreement(&ours, &theirs);
        lost += usize::from(recall(&ours, &theirs) < WHOLE);
        if score < 0.99 {
            println!("{}: {score:.3}", page.display());
            short.push(name(page));
        }
        match expected_direction(page) {
            Some(expected) if article.metadata.direction == expected => directed += 1,
            Some(_) => println!("{}: {:?}", page.display(), article.metadata.direction),
            None => {}
        }
    }
    println!(
        "{} pages: {} titles to the letter, {} texts, {lost} of which words are lost, {directed} \
         directions",
        pages.len(),
        pages.len() - others.len(),
        pages.len() - short.len()
    );
    assert!(directed >= DIRECTIONS, "{directed} directions");
    assert!(lost <= LOST, "{lost} texts are not whole");
    let known =
        |pages: &[(&'static str, &str)]| pages.iter().map(|(page, _)| *page).collect::<Vec<_>>();
    assert_eq!(others, known(OTHER_TITLES), "pages with another title than expected");
    assert_eq!(short, known(OTHER_TEXTS), "pages with another text than expected");
}

fn name(page: &Path) -> String {
    page.file_name().expect("a name").to_string_lossy().into_owned()
}

fn expected_title(page: &Path) -> String {
    let json = fs::read_to_string(page.join("expected-metadata.json")).expect("metadata");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let title = json["title"].as_str().unwrap_or_default();
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of the expected text. Alternative texts are none of it, here as in ours, but for those of
/// formulas: their pictures show just these words, and in ours they are text.
fn expected_words(page: &Path) -> HashMap<String, usize> {
    let html = fs::read_to_string(page.join("expected.html")).expect("a text");
    let page = dom_query::Document::from(html);
    for formula in page.select("img[src*='/math/render/'][alt]").nodes() {
        let words = formula.attr("alt").unwrap_or_default().replace("{\\displaystyle ", "");
        formula.replace_with_html(words.replace('<', "&lt;"));
    }
    page.select("script, style, noscript, svg, button, video, object").remove();
    words(&page.formatted_text())
}

fn words_of(article: &Article) -> HashMap<String, usize> {
    let texts = article.body.iter().flat_map(Block::texts).filter(|leaf| !leaf.is_alternative());
    let text: Vec<&str> = texts.map(|leaf| leaf.text()).collect();
    words(&text.join("\n"))
}

fn words(text: &str) -> HashMap<String, usize> {
    let mut words = HashMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

fn expected_direction(page: &Path) -> Option<Direction> {
    let json = fs::read_to_string(page.join("expected-metadata.json")).expect("metadata");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    Direction::from_keyword(json["dir"].as_str()?)
}

fn shared(ours: &HashMap<String, usize>, theirs: &HashMap<String, usize>) -> usize {
    ours.iter().map(|(word, &n)| n.min(theirs.get(word).copied().unwrap_or(0))).sum()
}

/// The share of their words that ours have.
#[expect(clippy::cast_precision_loss, reason = "a page has fewer words than a float has integers")]
fn recall(ours: &HashMap<String, usize>, theirs: &HashMap<String, usize>) -> f64 {
    shared(ours, theirs) as f64 / theirs.values().sum::<usize>().max(1) as f64
}

/// The F1 score of two bags of words.
#[expect(clippy::cast_precision_loss, reason = "a page has fewer words than a float has integers")]
fn agreement(ours: &HashMap<String, usize>, theirs: &HashMap<String, usize>) -> f64 {
    let count = |words: &HashMap<String, usize>| words.values().sum::<usize>();
    let shared = shared(ours, theirs);
    let all = count(ours) + count(theirs);
    if all == 0 { 1.0 } else { 2.0 * shared as f64 / all as f64 }
}
