//! How long it takes from starting the program to reading: the first complete screen on a library of
//! a thousand articles, and the whole library, in a terminal of its own.
//!
//! The first screen is held to a limit, which stands beside what was measured. Files have just been
//! written, so the disk is not part of it.
#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a bench should stop")]

use std::fs;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtyPair, PtySize, native_pty_system};
use tempfile::TempDir;
use vt100::Parser;

#[path = "start/articles.rs"]
mod articles;

const ARTICLES: usize = 1000;
const RUNS: usize = 15;
const COLUMNS: u16 = 100;
const ROWS: u16 = 30;

/// What a person takes for at once.
const LIMIT: Duration = Duration::from_millis(100);
/// A run that takes longer will not end at all.
const PATIENCE: Duration = Duration::from_secs(60);

/// The moments of one run, from its start.
struct Run {
    screen: Duration,
    library: Duration,
}

/// The last question that the program asks of its terminal.
const ASKED: &[u8] = b"\x1b[c";

fn main() {
    let dir = tempfile::tempdir().unwrap();
    let library = dir.path().join("library");
    fs::create_dir(&library).unwrap();
    let bytes = articles::write(&library, ARTICLES);
    let runs: Vec<Run> = (0..RUNS).map(|_| run(&library)).collect();
    println!("{ARTICLES} articles, {} KB, {COLUMNS}x{ROWS}, {RUNS} runs (ms)", bytes / 1000);
    println!("{:24} {:>8} {:>8} {:>8} {:>8}", "", "min", "median", "max", "limit");
    report("first complete screen", runs.iter().map(|run| run.screen), Some(LIMIT));
    report("all articles", runs.iter().map(|run| run.library), None);
}

fn report(what: &str, times: impl Iterator<Item = Duration>, limit: Option<Duration>) {
    let mut times: Vec<Duration> = times.collect();
    times.sort();
    let ms = |time: Duration| format!("{:.1}", time.as_secs_f64() * 1000.0);
    let [min, median, max] = [0, times.len() / 2, times.len() - 1].map(|at| ms(times[at]));
    let verdict = match limit {
        Some(limit) if times[times.len() / 2] > limit => format!("{:>8} exceeded", ms(limit)),
        Some(limit) => format!("{:>8} held", ms(limit)),
        None => format!("{:>8}", "-"),
    };
    println!("{what:24} {min:>8} {median:>8} {max:>8} {verdict}");
}

/// One start, with a state of its own.
fn run(library: &Path) -> Run {
    let state = tempfile::tempdir().unwrap();
    let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
    let pty = native_pty_system().openpty(size).expect("a terminal");
    let (output, mut keys) = connect(&pty);
    let mut parser = Parser::new(nonzero(ROWS), nonzero(COLUMNS), 0);
    let start = Instant::now();
    let mut child = pty.slave.spawn_command(command(library, &state)).expect("the program");
    // Held open here, it would keep the output from ever ending.
    drop(pty.slave);
    let mut until = |is_reached: fn(&Parser) -> bool| {
        while !is_reached(&parser) {
            assert!(start.elapsed() < PATIENCE, "never shown: {}", parser.screen().contents());
            let bytes = output.recv_timeout(PATIENCE).expect("a screen in time");
            // As terminals do when they are asked what they are.
            if bytes.windows(ASKED.len()).any(|written| written == ASKED) {
                keys.write_all(b"\x1b[?64;1;2c").unwrap();
            }
            parser.process(&bytes);
        }
        start.elapsed()
    };
    let screen = until(is_complete);
    let library = until(is_loaded);
    keys.write_all(b"q").unwrap();
    // What is still drawn must be taken, or the program waits for room to write.
    while output.recv_timeout(PATIENCE).is_ok() {}
    assert!(child.wait().unwrap().success(), "a clean end");
    Run { screen, library }
}

fn command(library: &Path, state: &TempDir) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sahifa"));
    command.env_clear();
    command.env("TERM", "xterm-256color");
    command.env("HOME", state.path());
    command.env("SAHIFA_STATE", state.path().join("state"));
    command.arg(library);
    command
}

/// What the program writes, piece by piece as it comes, and its keyboard.
fn connect(pty: &PtyPair) -> (Receiver<Vec<u8>>, Box<dyn Write + Send>) {
    let mut reader = pty.master.try_clone_reader().unwrap();
    let (sender, output) = channel();
    thread::spawn(move || {
        let mut buffer = vec![0; 1 << 16];
        while let Ok(length @ 1..) = reader.read(&mut buffer) {
            if sender.send(buffer[..length].to_vec()).is_err() {
                return;
            }
        }
    });
    (output, pty.master.take_writer().unwrap())
}

/// The list is full of titles, which stand in every other row; the reading pane shows a text; the
/// status line counts.
fn is_complete(parser: &Parser) -> bool {
    let divider = divider(parser);
    let letters = |start: u16, columns: u16| {
        let rows = parser.screen().rows(start, columns).take(usize::from(ROWS) - 1);
        rows.filter(|row| row.contains(char::is_alphabetic)).count()
    };
    divider.is_some_and(|at| {
        letters(0, at) >= usize::from(ROWS - 1) / 2 && letters(at + 1, COLUMNS - at - 1) > 10
    }) && status(parser).contains("articles")
}

fn is_loaded(parser: &Parser) -> bool {
    status(parser).contains(&format!("{ARTICLES} articles")) && !status(parser).contains("reading")
}

/// The column between list and reading pane.
fn divider(parser: &Parser) -> Option<u16> {
    let is_line =
        |column: u16| parser.screen().cell(1, column).is_some_and(|cell| cell.contents() == "│");
    (0..COLUMNS).find(|&column| is_line(column))
}

fn status(parser: &Parser) -> String {
    parser.screen().rows(0, COLUMNS).last().unwrap_or_default()
}

fn nonzero(number: u16) -> NonZero<u16> {
    NonZero::new(number).unwrap()
}
