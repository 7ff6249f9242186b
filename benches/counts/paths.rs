//! The hot paths: what is run for every file of a library, for every letter that is typed, for every line
//! on the screen. Each is prepared first, and then run as often as it is counted.

use std::fmt::Write;
use std::hint::black_box;

use sahifa::article::{Article, Block, Metadata};
use sahifa::format;
use sahifa::format::File;
use sahifa::locale::Dates;
use sahifa::page::{Dress, Page, Setting};
use sahifa::search::{Corpus, Haystack, Query};
use sahifa::text;
use sahifa::text::{Level, Paragraph, lay_out};

const PARAGRAPHS: &str = include_str!("../../tests/fixtures/text/paragraphs.txt");

/// What is run.
type Run = Box<dyn FnMut()>;

/// A name, how often it is run to be counted, and what prepares it. What is quick is run often: preparing
/// does not always take the same.
type Hot = (&'static str, u64, fn() -> Run);

/// The same, for a text of so much.
type Long = (&'static str, fn(usize) -> Run);

/// The hot paths.
pub(crate) const PATHS: &[Hot] = &[
    ("read_text", 20, || read("a.txt", lines().take(30).collect::<Vec<_>>().join("\n\n"))),
    ("read_markdown", 20, || read("a.md", markdown())),
    ("read_page", 10, || read("a.html", page())),
    ("fold", 20, fold),
    ("index", 3, index),
    ("find_letter", 2000, || find("ا")),
    ("find_word", 2000, || find("كتاب")),
    ("find_words", 2000, || find("من الكتاب -بحر")),
    ("find_phrase", 200, || find("\"من ال\"")),
    ("lay_out", 20, layout),
    ("scroll", 50, scroll),
];

/// What must cost twice as much where there is twice as much of it: everything that could be quadratic.
pub(crate) const LINEAR: &[Long] = &[
    ("brackets", |size| huge("(".repeat(size) + &")".repeat(size))),
    ("isolates", |size| huge("\u{2067}a".repeat(size) + &"\u{2069}".repeat(size))),
    ("overrides", |size| huge("\u{202e}ab\u{202c}".repeat(size))),
    ("no_spaces", |size| huge("كتاب".repeat(size))),
    ("one_paragraph", |size| huge("كتاب book (12) ".repeat(size))),
    ("marks", |size| huge("ب".to_owned() + &"\u{64e}".repeat(size))),
    ("divs", |size| read("a.html", "<div>".repeat(size) + "كتاب")),
    ("lists", |size| read("a.html", "<ul><li>".repeat(size) + "كتاب")),
    ("attributes", |size| read("a.html", format!("<p {}>كتاب", attributes(size)))),
    ("quotes", |size| read("a.md", ">".repeat(size) + " كتاب")),
    ("emphasis", |size| read("a.md", "*a **b ".repeat(size))),
];

fn attributes(count: usize) -> String {
    (0..count).fold(String::new(), |all, at| all + &format!(" a{at}=b"))
}

/// A screen at the end of an article that is one paragraph.
fn huge(text: String) -> Run {
    let article = Article::new(Metadata::default(), vec![Block::paragraph(text.as_str())]);
    let setting = text::Setting { measure: Some(60), ..text::Setting::VISUAL };
    let setting = Setting { text: setting, dress: Dress::Full, dates: Dates::Iso };
    Box::new(move || {
        let page = Page::set(black_box(&article), setting);
        let end = page.height();
        black_box(page.lines(end.saturating_sub(40)..end).count());
    })
}

fn lines() -> impl Iterator<Item = &'static str> + Clone {
    PARAGRAPHS.lines().filter(|line| line.len() > 40)
}

fn read(name: &'static str, text: String) -> Run {
    Box::new(move || {
        black_box(format::read(&File::new(name, black_box(text.as_bytes()))).unwrap());
    })
}

fn markdown() -> String {
    let mut text =
        String::from("---\ntitle: عودة القوارب\ntags: [بحر, مدن]\ndate: 2024-03-05\n---\n");
    for line in lines().take(30) {
        let _ = write!(text, "\n{line} **قال** [هنا](https://example.org/a).\n");
    }
    text
}

fn page() -> String {
    let mut page = String::from("<html lang=ar dir=rtl><title>عودة القوارب</title><body><article>");
    for line in lines().take(60) {
        let _ = write!(page, "<p class=text>{line} <a href='/a'>هنا</a></p>");
    }
    page + "</article><footer>جميع الحقوق محفوظة</footer>"
}

/// A text whose words are those of the paragraphs, in an order of its own.
fn shuffled(number: usize) -> Haystack {
    let words: Vec<&str> = PARAGRAPHS.split_whitespace().collect();
    let word = |at: usize| words[(number * 7919 + at * at * 31) % words.len()];
    let text: Vec<&str> = (0..200).map(word).collect();
    let metadata = Metadata { title: text[..6].join(" "), ..Metadata::default() };
    Haystack::new(&Article::new(metadata, vec![Block::paragraph(text.join(" ").as_str())]))
}

fn fold() -> Run {
    let article = Article::new(Metadata::default(), lines().map(Block::paragraph).collect());
    Box::new(move || {
        black_box(Haystack::new(black_box(&article)));
    })
}

fn index() -> Run {
    let texts: Vec<Haystack> = (0..100).map(shuffled).collect();
    Box::new(move || {
        let dir = tempfile::tempdir().unwrap();
        let corpus = Corpus::create(dir.path()).unwrap();
        for text in &texts {
            corpus.add(text).unwrap();
        }
        assert!(corpus.index(&|| false).unwrap());
    })
}

fn find(query: &str) -> Run {
    let dir = tempfile::tempdir().unwrap();
    let corpus = Corpus::create(dir.path()).unwrap();
    for number in 0..500 {
        corpus.add(&shuffled(number)).unwrap();
    }
    assert!(corpus.index(&|| false).unwrap());
    let query = Query::parse(query);
    Box::new(move || {
        let _kept = &dir;
        black_box(corpus.find(black_box(&query), &|| false).unwrap());
    })
}

fn layout() -> Run {
    let text = lines().take(20).collect::<Vec<_>>().join(" ");
    let setting = text::Setting { measure: Some(60), ..text::Setting::VISUAL };
    Box::new(move || {
        let paragraph = Paragraph { text: &text, level: Level::rtl(), isolates: &[] };
        black_box(lay_out(black_box(&paragraph), setting));
    })
}

/// A screen in the middle of a long article.
fn scroll() -> Run {
    let body = lines().cycle().take(2000).map(Block::paragraph).collect();
    let article = Article::new(Metadata::default(), body);
    let text = text::Setting { measure: Some(60), ..text::Setting::VISUAL };
    let page = Page::set(&article, Setting { text, dress: Dress::Full, dates: Dates::Iso });
    let middle = page.height() / 2;
    Box::new(move || {
        black_box(page.lines(middle..middle + 40).count());
    })
}
