//! From "article chosen" to first screen, stage by stage, of its beginning and of the whole, and what a screen of
//! lines costs while scrolling: a table for each of the text files named (`cargo bench --bench open -- FILE…`). Times are minima; with
//! `--once` each stage runs once, for a profiler.
#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]
#![expect(clippy::unwrap_used, reason = "a bench should stop")]

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use sahifa::article::Article;
use sahifa::format;
use sahifa::library;
use sahifa::library::{Entry, Source};
use sahifa::locale::{Dates, Language, Locale};
use sahifa::page::{Annotations, Dress, Page, Setting};
use sahifa::search::{Query, marked};
use sahifa::text;

/// The lines of a screen.
const SCREEN: usize = 50;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let once = arguments.iter().any(|argument| argument == "--once");
    let budget = Duration::from_secs(u64::from(!once));
    for file in arguments.iter().filter(|argument| !argument.starts_with("--")) {
        report(file, budget);
    }
}

fn report(file: &str, budget: Duration) {
    println!("{file}");
    let timed = Timed { budget };
    let locale = Locale::new(Language::English, None);
    let (entries, _problems) = library::collect(Source::Paths(vec![file.into()]));
    entries.iter().for_each(|entry| begin(entry, &timed, &locale));
    let bytes = timed.run("read the file", || std::fs::read(file).unwrap());
    let name = Path::new(file).file_name().unwrap().to_string_lossy().into_owned() + ".txt";
    let reading =
        timed.run("make the article", || format::read(&format::File::new(&name, &bytes)).unwrap());
    let article = reading.parts.into_iter().next().unwrap().article;
    let text = timed.run("its text", || article.text());
    let annotations = timed.run("annotations", || annotations(&article, &locale));
    let page = timed.run("page", || page(&article, &annotations));
    let middle = page.height() / 2;
    timed.run("fifty lines", || page.lines(middle..middle + SCREEN).count());
    timed.run("place of a line", || page.line_at(page.offset_at(middle).unwrap()));
    timed.run("find", || Query::parse("انتخابات").highlights(&text));
}

/// The beginning, for an article that has one.
fn begin(entry: &Entry, timed: &Timed, locale: &Locale) {
    let begun = timed.run("beginning", || library::beginning(entry));
    let Some(article) = begun.map(|begun| begun.part.article) else { return };
    let set = |article: &Article| page(article, &annotations(article, locale));
    timed.run("page of the beginning", || set(&article));
    timed.run("both, and the screen", || {
        let begun = library::beginning(entry).unwrap();
        set(&begun.part.article).lines(..SCREEN).count()
    });
}

fn annotations(article: &Article, locale: &Locale) -> Annotations {
    Annotations::new(article, &marked(article), locale)
}

fn page(article: &Article, annotations: &Annotations) -> Page {
    let text = text::Setting { measure: Some(80), ..text::Setting::VISUAL };
    Page::annotated(article, Setting { text, dress: Dress::Full, dates: Dates::Iso }, annotations)
}

struct Timed {
    /// For all runs of a stage; there is one at least.
    budget: Duration,
}

impl Timed {
    /// The least of a few runs.
    fn run<T>(&self, what: &str, mut run: impl FnMut() -> T) -> T {
        let mut least = Duration::MAX;
        let mut spent = Duration::ZERO;
        loop {
            let start = Instant::now();
            let result = black_box(run());
            let took = start.elapsed();
            least = least.min(took);
            spent += took;
            if spent >= self.budget {
                println!("  {what:24} {:10.3} ms", least.as_secs_f64() * 1000.0);
                return result;
            }
        }
    }
}
