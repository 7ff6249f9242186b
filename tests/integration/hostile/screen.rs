//! The program in a pseudo-terminal whose bytes are judged.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtyPair, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

use crate::judge::{Judge, Leave};

const PATIENCE: Duration = Duration::from_secs(30);
/// Not all that is typed changes the screen.
const ANSWER: Duration = Duration::from_millis(600);

/// The program: the one that was built for the tests, or the one that is named.
pub(super) fn program() -> String {
    std::env::var("SAHIFA_PROGRAM").unwrap_or_else(|_| env!("CARGO_BIN_EXE_sahifa").to_owned())
}

/// A terminal with a program running in it.
pub(super) struct Screen {
    pty: Option<(PtyPair, Box<dyn Write + Send>)>,
    child: Box<dyn Child + Send + Sync>,
    heard: Arc<Mutex<Heard>>,
    ear: Option<JoinHandle<()>>,
    is_deaf: Arc<AtomicBool>,
    settings: String,
}

/// What has come so far.
pub(super) struct Heard {
    pub(super) judge: Judge,
    pub(super) parser: vt100::Parser,
    /// How many bytes; and how many when something was typed last.
    pub(super) length: usize,
    asked: usize,
    last: Instant,
}

impl Screen {
    /// The program with these arguments, its files in a directory of the test's own.
    pub(super) fn start(own: &Path, arguments: &[&str], size: (u16, u16), leave: Leave) -> Self {
        let mut command = CommandBuilder::new(program());
        command.args(arguments);
        Self::run(command, own, size, leave)
    }

    pub(super) fn run(
        mut command: CommandBuilder,
        own: &Path,
        (rows, columns): (u16, u16),
        leave: Leave,
    ) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).unwrap();
        let kept: Vec<_> = ["DISPLAY", "PATH"]
            .map(|name| (name, command.get_env(name).map(ToOwned::to_owned)))
            .into();
        command.env_clear();
        for (name, value) in
            [("TERM", "xterm-256color"), ("PATH", "/usr/bin:/bin"), ("LANG", "C.UTF-8")]
        {
            command.env(name, value);
        }
        for (name, value) in kept {
            if let Some(value) =
                value.filter(|_| command.get_env("DISPLAY").is_none() || name == "PATH")
            {
                command.env(name, value);
            }
        }
        for (name, folder) in
            [("SAHIFA_STATE", "state"), ("SAHIFA_CACHE", "cache"), ("HOME", "home")]
        {
            command.env(name, own.join(folder));
        }
        command.cwd(own);
        let settings = settings(&pty);
        let child = pty.slave.spawn_command(command).unwrap();
        let cells = |count| NonZero::new(count).unwrap();
        let parser = vt100::Parser::new(cells(rows), cells(columns), 0);
        let heard =
            Heard { judge: Judge::new(leave), parser, length: 0, asked: 0, last: Instant::now() };
        let (heard, is_deaf) = (Arc::new(Mutex::new(heard)), Arc::new(AtomicBool::new(false)));
        let ear = Some(listen(&pty, &heard, &is_deaf));
        let keys = pty.master.take_writer().unwrap();
        Self { pty: Some((pty, keys)), child, heard, ear, is_deaf, settings }
    }

    pub(super) fn heard<T>(&self, look: impl FnOnce(&Heard) -> T) -> T {
        look(&self.heard.lock().unwrap())
    }

    pub(super) fn type_keys(&mut self, keys: &str) {
        let (_, line) = self.pty.as_mut().unwrap();
        {
            let mut heard = self.heard.lock().unwrap();
            heard.asked = heard.length;
            heard.last = Instant::now();
        }
        line.write_all(keys.as_bytes()).unwrap();
        line.flush().unwrap();
    }

    #[track_caller]
    pub(super) fn shows(&self, text: &str) {
        let shows = || self.heard(|heard| heard.parser.screen().contents().contains(text));
        assert!(eventually(shows), "no {text:?} in {}", self.contents());
    }

    pub(super) fn contents(&self) -> String {
        self.heard(|heard| heard.parser.screen().contents())
    }

    /// Waits until something has come of what was typed last, if anything does, and then nothing more for a
    /// while.
    pub(super) fn settle(&self, quiet: Duration) {
        let is_over = |heard: &Heard| {
            let wanted = if heard.length == heard.asked { ANSWER } else { quiet };
            heard.last.elapsed() >= wanted
        };
        while !self.heard(is_over) {
            thread::sleep(Duration::from_millis(2));
        }
    }

    pub(super) fn resize(&self, rows: u16, columns: u16) {
        let (pty, _) = self.pty.as_ref().unwrap();
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        pty.master.resize(size).unwrap();
    }

    pub(super) fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    pub(super) fn signal(&self, signal: Signal) {
        let process = i32::try_from(self.process()).unwrap();
        kill_process(Pid::from_raw(process).unwrap(), signal).unwrap();
    }

    /// Waits for the end, and gives the exit status.
    #[track_caller]
    pub(super) fn ends(&mut self) -> u32 {
        let mut status = None;
        let child = &mut self.child;
        let start = Instant::now();
        while status.is_none() && start.elapsed() < PATIENCE {
            status = child.try_wait().unwrap();
            thread::sleep(Duration::from_millis(2));
        }
        status.unwrap_or_else(|| panic!("still running:\n{}", self.contents())).exit_code()
    }

    /// Waits for the end, and for all that was written.
    #[track_caller]
    pub(super) fn finish(&mut self) -> u32 {
        let status = self.ends();
        self.settle(Duration::from_millis(50));
        self.is_harmless();
        status
    }

    #[track_caller]
    pub(super) fn is_harmless(&self) {
        self.heard(|heard| assert_eq!(heard.judge.faults(), [""; 0]));
    }

    /// The line's settings are those of before, and the shell's screen is back.
    #[track_caller]
    pub(super) fn is_as_found(&self) {
        let (pty, _) = self.pty.as_ref().unwrap();
        assert!(eventually(|| settings(pty) == self.settings), "the line settings differ");
        self.heard(|heard| {
            let screen = heard.parser.screen();
            assert!(!screen.alternate_screen() && !screen.hide_cursor(), "{}", screen.contents());
            assert!(!screen.bracketed_paste());
            assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        });
    }

    /// The terminal dies: nobody has its other end any more.
    pub(super) fn die(&mut self) {
        self.is_deaf.store(true, Ordering::SeqCst);
        // Something is drawn, so that who listens comes to know.
        self.type_keys("?");
        self.ear.take().unwrap().join().unwrap();
        self.pty = None;
    }
}

/// Ends what a failed test has left running.
impl Drop for Screen {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _ended = self.child.wait();
    }
}

pub(super) fn settings(pty: &PtyPair) -> String {
    format!("{:?}", pty.master.get_termios())
}

fn listen(pty: &PtyPair, heard: &Arc<Mutex<Heard>>, is_deaf: &Arc<AtomicBool>) -> JoinHandle<()> {
    let mut output = pty.master.try_clone_reader().unwrap();
    let (heard, is_deaf) = (Arc::clone(heard), Arc::clone(is_deaf));
    thread::spawn(move || {
        let mut chunk = [0; 1 << 16];
        while let Ok(length @ 1..) = output.read(&mut chunk) {
            let mut heard = heard.lock().unwrap();
            heard.judge.take(&chunk[..length]);
            heard.parser.process(&chunk[..length]);
            heard.length += length;
            heard.last = Instant::now();
            if is_deaf.load(Ordering::SeqCst) {
                return;
            }
        }
    })
}

pub(super) fn eventually(holds: impl Fn() -> bool) -> bool {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if holds() {
            return true;
        }
        thread::sleep(Duration::from_millis(5));
    }
    holds()
}
