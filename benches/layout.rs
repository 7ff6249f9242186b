//! How fast text is laid out: about a megabyte of ordinary paragraphs, and the one huge paragraph, with
//! and without thousands of links, in which anything quadratic would show. Last, where it is installed,
//! beside the `fribidi` program, which orders and joins the same letters but breaks no line by UAX #14.
#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use sahifa::article::{Article, Block, Content, Metadata, RichBuilder, Style};
use sahifa::locale::Dates;
use sahifa::page::{Dress, Page, Setting as PageSetting};
use sahifa::text::{Isolate, IsolateKind, Joining, Level, Order, Paragraph, Setting, lay_out};

const PARAGRAPHS: &str = include_str!("../tests/fixtures/text/paragraphs.txt");
const ENGLISH: &str = "The night train, which nobody had taken since the spring, left on time (at 21:40) \
    with three passengers and a cat; “that is more than we hoped for”, said the guard.";
const SIZE: usize = 1_000_000;
const SETTING: Setting =
    Setting { measure: Some(80), order: Order::Visual, joining: Joining::Forms, ..Setting::VISUAL };

fn main() {
    divan::main();
    beside_fribidi();
}

/// All lines of a megabyte of Arabic paragraphs, by us and by the program, as a ratio.
fn beside_fribidi() {
    let lines: Vec<_> = PARAGRAPHS.lines().filter(|line| is_arabic(line)).collect();
    let paragraph = lines.join(" ") + "\n";
    let text = paragraph.repeat(SIZE.div_ceil(paragraph.len()));
    let Some(theirs) = least(|| fribidi(&text)) else {
        println!("fribidi is not installed: nothing to compare with");
        return;
    };
    let ours = least(|| {
        for text in text.lines() {
            let paragraph = Paragraph { text, level: Level::rtl(), isolates: &[] };
            black_box(lay_out(&paragraph, SETTING));
        }
        Some(())
    });
    let ratio = ours.unwrap_or_default().as_secs_f64() / theirs.as_secs_f64();
    println!(
        "layout of {} bytes: {ours:?}, fribidi {theirs:?}, {ratio:.2} of its time",
        text.len()
    );
}

/// The least time of a few runs; `None` where there is nothing to run.
fn least(mut run: impl FnMut() -> Option<()>) -> Option<Duration> {
    let timed = |_| {
        let start = Instant::now();
        run().map(|()| start.elapsed())
    };
    (0..9).map(timed).min().flatten()
}

fn fribidi(text: &str) -> Option<()> {
    let mut program = Command::new("fribidi");
    program.args(["--rtl", "--nopad", "--nobreak"]).stdin(Stdio::piped()).stdout(Stdio::null());
    let mut running = program.spawn().ok()?;
    running.stdin.take()?.write_all(text.as_bytes()).ok()?;
    running.wait().ok().map(|_| ())
}

/// Paragraphs of a few hundred letters, as articles have them.
#[divan::bench]
fn arabic(bencher: Bencher) {
    let lines: Vec<_> = PARAGRAPHS.lines().filter(|line| is_arabic(line)).collect();
    let paragraphs: Vec<_> = lines.chunks(6).map(|chunk| chunk.join(" ")).collect();
    let text: Vec<_> = paragraphs.iter().map(String::as_str).collect();
    lay_out_all(bencher, &text, Level::rtl());
}

#[divan::bench]
fn english(bencher: Bencher) {
    lay_out_all(bencher, &[ENGLISH], Level::ltr());
}

#[divan::bench]
fn one_arabic_paragraph(bencher: Bencher) {
    let text = repeated();
    lay_out_all(bencher, &[&text], Level::rtl());
}

#[divan::bench]
fn one_paragraph_without_spaces(bencher: Bencher) {
    let text = repeated().replace(' ', "");
    lay_out_all(bencher, &[&text], Level::rtl());
}

#[divan::bench]
fn one_paragraph_of_isolates(bencher: Bencher) {
    let text = repeated();
    let starts: Vec<_> = text.match_indices(' ').map(|(at, _)| at + 1).collect();
    let isolate =
        |pair: &[usize]| Isolate { range: pair[0]..pair[1], kind: IsolateKind::FirstStrong };
    let isolates: Vec<_> = starts.windows(2).map(isolate).collect();
    let paragraph = Paragraph { text: &text, level: Level::rtl(), isolates: &isolates };
    let bytes = BytesCount::of_str(&*text);
    bencher.counter(bytes).bench(|| lay_out(black_box(&paragraph), SETTING));
}

#[divan::bench]
fn one_line_for_every_word(bencher: Bencher) {
    let text = repeated().replace(' ', "\n");
    lay_out_all(bencher, &[&text], Level::rtl());
}

/// The whole way to a page, with 50,000 links to as many addresses in one paragraph.
#[divan::bench]
fn page_of_links(bencher: Bencher) {
    let text = repeated();
    let mut rich = RichBuilder::new();
    for (index, word) in text.split(' ').enumerate() {
        let linked = index % 3 == 0;
        if linked {
            rich.open(Style::Link { url: format!("https://example.org/{index}") });
        }
        rich.text(word);
        if linked {
            rich.close();
        }
        rich.text(" ");
    }
    let block = Block::new(Content::Paragraph { text: rich.finish() });
    let article = Article::new(Metadata::default(), vec![block]);
    let setting = PageSetting { text: SETTING, dress: Dress::Full, dates: Dates::Iso };
    let bytes = BytesCount::of_str(&*text);
    bencher.counter(bytes).bench(|| Page::set(black_box(&article), setting));
}

fn lay_out_all(bencher: Bencher, paragraphs: &[&str], level: Level) {
    let length: usize = paragraphs.iter().map(|text| text.len()).sum();
    let times = SIZE.div_ceil(length);
    bencher.counter(BytesCount::new(length * times)).bench(|| {
        for _ in 0..times {
            for text in black_box(paragraphs) {
                black_box(lay_out(&Paragraph { text, level, isolates: &[] }, SETTING));
            }
        }
    });
}

/// A megabyte in one paragraph.
fn repeated() -> String {
    let text: Vec<_> = PARAGRAPHS.lines().filter(|line| is_arabic(line)).collect();
    let text = text.join(" ") + " ";
    text.repeat(SIZE.div_ceil(text.len()))
}

fn is_arabic(line: &str) -> bool {
    line.chars().any(|c| matches!(c, '\u{600}'..='\u{6ff}'))
}
