//! The reader in a terminal of its own, which answers at once, and what its screen shows.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtyPair, PtySize, native_pty_system};
use vt100::Parser;

pub(crate) const COLUMNS: u16 = 100;
pub(crate) const ROWS: u16 = 30;

/// What takes longer will not end at all.
const PATIENCE: Duration = Duration::from_secs(900);

/// The last question that the program asks of its terminal.
const ASKED: &[u8] = b"\x1b[c";

/// A running reader.
pub(crate) struct Reader {
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    keys: Box<dyn Write + Send>,
    parser: Parser,
}

impl Reader {
    /// Starts it on a library or an article, with its state and cache below `home`.
    pub(crate) fn start(path: &Path, home: &Path) -> Self {
        Self::run(command(path, home))
    }

    /// Starts it, or what runs it, so.
    pub(crate) fn run(command: CommandBuilder) -> Self {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).expect("a terminal");
        let (output, keys) = connect(&pty);
        let parser = Parser::new(nonzero(ROWS), nonzero(COLUMNS), 0);
        let child = pty.slave.spawn_command(command).expect("the program");
        // `pty.slave` ends here: held open, it would keep the output from ever ending.
        Self { child, output, keys, parser }
    }

    /// Waits until the screen shows something; how long that took.
    pub(crate) fn until(&mut self, is_reached: impl Fn(&Parser) -> bool) -> Duration {
        let start = Instant::now();
        while !is_reached(&self.parser) {
            assert!(start.elapsed() < PATIENCE, "never shown: {}", self.parser.screen().contents());
            assert!(self.take(PATIENCE), "no screen: {}", self.parser.screen().contents());
        }
        start.elapsed()
    }

    /// Waits no longer than `patience` for the screen to show something; whether it does.
    pub(crate) fn shows(
        &mut self,
        patience: Duration,
        is_reached: impl Fn(&Parser) -> bool,
    ) -> bool {
        let until = Instant::now() + patience;
        while !is_reached(&self.parser) {
            if !self.take(until.saturating_duration_since(Instant::now())) {
                return false;
            }
        }
        true
    }

    /// Takes in what is written next, if that comes in time.
    fn take(&mut self, patience: Duration) -> bool {
        let Ok(bytes) = self.output.recv_timeout(patience) else { return false };
        // As terminals do when they are asked what they are.
        if bytes.windows(ASKED.len()).any(|written| written == ASKED) {
            self.press("\x1b[?64;1;2c");
        }
        self.parser.process(&bytes);
        true
    }

    /// Waits until nothing has been written for `quiet`; how long the last of it took to come.
    pub(crate) fn settle(&mut self, quiet: Duration) -> Duration {
        let start = Instant::now();
        let mut last = Duration::ZERO;
        while let Ok(bytes) = self.output.recv_timeout(quiet) {
            last = start.elapsed();
            self.parser.process(&bytes);
        }
        last
    }

    /// Presses keys.
    pub(crate) fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// The process.
    pub(crate) fn id(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    /// Kills it, and waits until it is gone.
    pub(crate) fn kill(mut self) {
        // It may have ended by itself.
        let _ended = self.child.kill();
        let _ended = self.child.wait();
    }

    /// Leaves it; its exit status, if it ends in time.
    pub(crate) fn leave(&mut self) -> Option<u32> {
        self.press("q");
        let until = Instant::now() + Duration::from_secs(20);
        while Instant::now() < until {
            self.take(Duration::from_millis(10));
            if let Some(status) = self.child.try_wait().unwrap() {
                return Some(status.exit_code());
            }
        }
        None
    }

    /// Leaves it.
    pub(crate) fn quit(mut self) {
        self.press("q");
        // What is still drawn must be taken, or the program waits for room to write.
        while self.output.recv_timeout(PATIENCE).is_ok() {}
        assert!(self.child.wait().unwrap().success(), "a clean end");
    }
}

/// What starts the program on a library or an article, with its state and cache below `home`.
pub(crate) fn command(path: &Path, home: &Path) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sahifa"));
    command.env_clear();
    command.env("TERM", "xterm-256color");
    command.env("HOME", home);
    command.env("SAHIFA_STATE", home.join("state"));
    command.env("SAHIFA_CACHE", home.join("cache"));
    command.arg(path);
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

/// Whether the list is full of titles, which stand in every other row, the reading pane shows a text,
/// and the status line counts.
pub(crate) fn is_complete(parser: &Parser) -> bool {
    let divider = divider(parser);
    let letters = |start: u16, columns: u16| {
        let rows = parser.screen().rows(start, columns).take(usize::from(ROWS) - 1);
        rows.filter(|row| row.contains(char::is_alphabetic)).count()
    };
    divider.is_some_and(|at| {
        letters(0, at) >= usize::from(ROWS - 1) / 2 && letters(at + 1, COLUMNS - at - 1) > 10
    }) && status(parser).contains("articles")
}

/// The column between list and reading pane.
fn divider(parser: &Parser) -> Option<u16> {
    let is_line =
        |column: u16| parser.screen().cell(1, column).is_some_and(|cell| cell.contents() == "│");
    (0..COLUMNS).find(|&column| is_line(column))
}

/// The last row.
pub(crate) fn status(parser: &Parser) -> String {
    parser.screen().rows(0, COLUMNS).last().unwrap_or_default()
}

fn nonzero(number: u16) -> NonZero<u16> {
    NonZero::new(number).unwrap()
}
