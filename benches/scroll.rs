//! From a key to its frame while a huge article is read: by lines, by pages, to its ends, from match to match;
//! the whole app but for the terminal and the threads. `cargo bench --bench scroll -- [FILE…]`; without files it writes
//! huge ones.
//!
//! What a key allocates is what valgrind's dhat counts more for twice as many keys, in a process of its own.
#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]
#![expect(clippy::unwrap_used, reason = "a bench should stop")]

use std::path::{Path, PathBuf};
use std::process::Command;
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

#[path = "scale/huge.rs"]
mod huge;

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

/// Says to a process of its own how many keys to press, where nothing is timed.
const PRESS: &str = "SAHIFA_PRESS";

fn main() {
    let given = std::env::args().skip(1).filter(|it| it != "--bench").map(PathBuf::from);
    let mut files: Vec<PathBuf> = given.collect();
    let own = tempfile::tempdir().unwrap();
    if files.is_empty() {
        files = huge::write(own.path());
    }
    if let Ok(keys) = std::env::var(PRESS) {
        files.iter().for_each(|file| drop(times(&mut Reading::open(file), keys.parse().unwrap())));
        return;
    }
    for file in files {
        println!("{}: p50 / p95 / p99 / greatest", file.display());
        report(&times(&mut Reading::open(&file), KEYS));
        match allocated(&file, 2 * KEYS).zip(allocated(&file, KEYS)) {
            Some((twice, once)) => {
                let [bytes, blocks] = [0, 1].map(|at| (twice[at] - once[at]) / KEYS as u64);
                println!("  a key allocates  {bytes} bytes in {blocks} blocks");
            }
            None => println!("  skipped: there is no valgrind to count what a key allocates"),
        }
    }
}

/// The bytes and the blocks that are allocated for so many keys and what comes before them.
fn allocated(file: &Path, keys: usize) -> Option<[u64; 2]> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=dhat", "--dhat-out-file=/dev/null"]);
    valgrind.arg(std::env::current_exe().unwrap()).arg(file).env(PRESS, keys.to_string());
    let told = String::from_utf8(valgrind.output().ok()?.stderr).unwrap();
    let total = told.lines().find_map(|line| line.split_once("Total:")).unwrap().1;
    let numbers = total.replace(',', "");
    let mut numbers = numbers.split_whitespace().filter_map(|word| word.parse().ok());
    Some([numbers.next().unwrap(), numbers.next().unwrap()])
}

/// Presses so many keys; how long each took to its frame, by what it is for.
fn times(reading: &mut Reading, keys: usize) -> [Vec<Duration>; WAYS.len()] {
    let mut times: [Vec<Duration>; WAYS.len()] = Default::default();
    let pressed =
        WAYS.iter().zip(0..).flat_map(|(way, at)| std::iter::repeat_n((way.1, at), way.2));
    for (key, at) in pressed.cycle().take(keys) {
        let start = Instant::now();
        reading.press(key);
        reading.draw();
        times[at].push(start.elapsed());
    }
    times
}

fn report(times: &[Vec<Duration>; WAYS.len()]) {
    for ((what, ..), times) in WAYS.iter().zip(times) {
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
    fn open(file: &Path) -> Self {
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
        assert!(reading.app.reader.is_some(), "{} is not open", file.display());
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
