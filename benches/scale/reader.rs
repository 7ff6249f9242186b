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

/// The last question that the program asks of its terminal.
const ASKED: &[u8] = b"\x1b[c";

/// What has been written, and when.
type Written = (Instant, Vec<u8>);

/// A running reader.
pub(crate) struct Reader {
    pub(crate) child: Box<dyn Child + Send + Sync>,
    output: Receiver<Written>,
    keys: Box<dyn Write + Send>,
    /// When a key was last pressed, and when something was last written: what the screen looks like is found out
    /// after that, and takes no part in what is measured.
    pub(crate) pressed: Instant,
    pub(crate) written: Instant,
    pub(crate) parser: Parser,
}

impl Reader {
    /// Starts it, or what runs it, so.
    pub(crate) fn run(command: CommandBuilder) -> Self {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).expect("a terminal");
        let (output, keys) = connect(&pty);
        let parser = Parser::new(nonzero(ROWS), nonzero(COLUMNS), 0);
        let child = pty.slave.spawn_command(command).expect("the program");
        // `pty.slave` ends here: held open, it would keep the output from ever ending.
        let (pressed, written) = (Instant::now(), Instant::now());
        Self { child, output, keys, pressed, written, parser }
    }

    /// Takes in what is written next, if that comes in time.
    pub(crate) fn take(&mut self, patience: Duration) -> bool {
        let Ok((written, bytes)) = self.output.recv_timeout(patience) else { return false };
        self.written = written;
        // As terminals do when they are asked what they are.
        if bytes.windows(ASKED.len()).any(|written| written == ASKED) {
            self.press("\x1b[?64;1;2c");
        }
        self.parser.process(&bytes);
        true
    }

    /// Presses keys.
    pub(crate) fn press(&mut self, keys: &str) {
        self.pressed = Instant::now();
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// The process.
    pub(crate) fn id(&self) -> u32 {
        self.child.process_id().expect("a process")
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
fn connect(pty: &PtyPair) -> (Receiver<Written>, Box<dyn Write + Send>) {
    let mut reader = pty.master.try_clone_reader().unwrap();
    let (sender, output) = channel();
    thread::spawn(move || {
        let mut buffer = vec![0; 1 << 16];
        while let Ok(length @ 1..) = reader.read(&mut buffer) {
            if sender.send((Instant::now(), buffer[..length].to_vec())).is_err() {
                return;
            }
        }
    });
    (output, pty.master.take_writer().unwrap())
}

/// The last row.
pub(crate) fn status(parser: &Parser) -> String {
    parser.screen().rows(0, COLUMNS).last().unwrap_or_default()
}

fn nonzero(number: u16) -> NonZero<u16> {
    NonZero::new(number).unwrap()
}
