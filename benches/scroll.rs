//! From a key to its frame while a huge article is read: by lines, by pages, to its ends, from match to match;
//! the whole app but for the terminal and the threads. `cargo bench --bench scroll -- [--keys N] FILE…`.
//!
//! What a key allocates is what `valgrind --tool=dhat` counts more for a thousand keys more (`--keys 1000`,
//! then `--keys 2000`).
#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]
#![expect(clippy::unwrap_used, reason = "a bench should stop")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use ratatui::Terminal as Screen;
use ratatui::backend::TestBackend;
use sahifa::config::Config;
use sahifa::library::{self, Catalogue, News, Source};
use sahifa::locale::{Language, Locale};
use sahifa::search::Corpus;
use sahifa::terminal::{Dialect, Event, KeyCode, Modifiers, Press, Replies, detect};
use sahifa::tui::app::App;
use sahifa::tui::event::message;
use sahifa::tui::update::{Effect, Message, update};
use sahifa::tui::view::view;
use sahifa::tui::{Setup, Theme};

const COLUMNS: u16 = 100;
const ROWS: u16 = 30;
const KEYS: usize = 2000;
/// What is sought, so that there are matches to go to.
const WORD: &str = "من";
/// What is pressed again and again, and how often each time.
const WAYS: [(&str, KeyCode, usize); 6] = [
    ("a line down", KeyCode::Char('j'), 60),
    ("a page down", KeyCode::Char(' '), 20),
    ("a page up", KeyCode::PageUp, 10),
    ("the next match", KeyCode::Char('n'), 8),
    ("to the end", KeyCode::Char('G'), 1),
    ("to the start", KeyCode::Char('g'), 1),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|it| it != "--bench").collect();
    let (mut keys, mut files) = (KEYS, Vec::new());
    let mut rest = arguments.into_iter();
    while let Some(argument) = rest.next() {
        if argument == "--keys" {
            keys = rest.next().unwrap().parse().unwrap();
        } else {
            files.push(argument);
        }
    }
    for file in files {
        println!("{file}: p50 / p95 / p99 / greatest");
        report(&mut Reading::open(&file), keys);
    }
}

fn report(reading: &mut Reading, keys: usize) {
    let mut times: [Vec<Duration>; WAYS.len()] = Default::default();
    let pressed =
        WAYS.iter().zip(0..).flat_map(|(way, at)| std::iter::repeat_n((way.1, at), way.2));
    for (key, at) in pressed.cycle().take(keys) {
        let start = Instant::now();
        reading.press(key);
        reading.draw();
        times[at].push(start.elapsed());
    }
    for ((what, ..), times) in WAYS.iter().zip(&times) {
        row(what, times.clone());
    }
    row("all", times.concat());
}

fn row(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |percent: usize| {
        let time = times.get((times.len() * percent / 100).min(times.len().saturating_sub(1)));
        format!("{:.3}", time.copied().unwrap_or_default().as_secs_f64() * 1000.0)
    };
    println!("  {what:16} {} ms", [50, 95, 99, 100].map(at).join(" / "));
}

/// A reader on a screen that keeps what it shows.
struct Reading {
    app: App,
    screen: Screen<TestBackend>,
    corpus: Arc<Corpus>,
}

impl Reading {
    /// With an article open in it, and a word sought.
    fn open(file: &str) -> Self {
        let mut terminal = detect(&Replies::default(), |_| None);
        terminal.dialect = Dialect::Visual;
        let source = Source::Paths(vec![file.into()]);
        let corpus = Arc::new(Corpus::in_memory());
        let (entries, _) = library::collect_into(source.clone(), &corpus);
        let locale = Arc::new(Locale::new(Language::English, None));
        let state = std::env::temp_dir().join("sahifa-bench-of-scrolling");
        let own = state.clone();
        let setup = Setup { source, terminal, state, own, config: Config::default(), locale };
        let screen = Screen::new(TestBackend::new(COLUMNS, ROWS)).unwrap();
        let mut reading = Self { app: App::new(&setup), screen, corpus: Arc::clone(&corpus) };
        reading.send(Message::Resize(COLUMNS.into(), ROWS.into()));
        let changes = Catalogue::new(corpus).add(entries);
        reading.send(Message::News(News { changes, ..News::default() }));
        reading.send(Message::Loaded);
        reading.press(KeyCode::Char('/'));
        WORD.chars().for_each(|c| reading.press(KeyCode::Char(c)));
        reading.press(KeyCode::Enter);
        reading.press(KeyCode::Enter);
        reading.draw();
        assert!(reading.app.reader.is_some(), "{file} is not open");
        reading
    }

    fn press(&mut self, key: KeyCode) {
        let event = Event::Key(Press::new(key, Modifiers::NONE));
        if let Some(message) = message(event) {
            self.send(message);
        }
    }

    /// Gives the reader a message, and does what it asks for at once.
    fn send(&mut self, message: Message) {
        for effect in update(&mut self.app, message) {
            match effect {
                Effect::Open(entry, choice) => {
                    if let Some(beginning) = choice.begin(&entry).map(Box::new) {
                        self.send(Message::Begun(entry.id.clone(), choice.clone(), beginning));
                    }
                    let result = choice.open(&entry).map(Box::new);
                    self.send(Message::Opened(entry.id.clone(), choice, result));
                }
                Effect::Find(query) | Effect::FindAgain(query) => {
                    let docs = self.corpus.find(&query, &|| false).unwrap().unwrap();
                    self.send(Message::Matches(query, Ok(docs)));
                }
                Effect::Mark(sought) => {
                    let found = sought.matches();
                    self.send(Message::Marked(sought, found));
                }
                Effect::Typeset(manuscript) => {
                    let page = Box::new(manuscript.page());
                    self.send(Message::Typeset(manuscript, page));
                }
                _ => {}
            }
        }
    }

    fn draw(&mut self) {
        let app = &self.app;
        self.screen.draw(|frame| view(app, Theme::plain(), frame)).unwrap();
    }
}
