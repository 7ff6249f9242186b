//! Sessions in a terminal of their own: each test runs one scenario of this very test binary behind a
//! pseudo-terminal, and looks at what an emulator and the line settings say afterwards.

use std::env;
use std::io::Read;
use std::io::Write;
use std::num::NonZero;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use portable_pty::CommandBuilder;
use portable_pty::PtySize;
use portable_pty::native_pty_system;
use rustix::process::Pid;
use rustix::process::Signal;
use rustix::process::kill_process;

use super::*;
use crate::terminal::Replies;
use crate::terminal::detect;

const SCENARIO: &str = "SAHIFA_TEST_SCENARIO";
const ROWS: NonZero<u16> = NonZero::new(24).unwrap();
const COLUMNS: NonZero<u16> = NonZero::new(80).unwrap();
const DRAWN: &str = "drawn-by-the-session";

/// What is left behind when the scenario has ended.
struct Aftermath {
    status: u32,
    screen: vt100::Screen,
    raw_while_entered: bool,
    cooked_after: bool,
    took: Duration,
}

impl Aftermath {
    #[track_caller]
    fn is_as_found(&self) {
        assert!(self.raw_while_entered, "never entered: {}", self.screen.contents());
        assert!(self.cooked_after, "the line settings differ");
        assert!(!self.screen.alternate_screen());
        assert!(!self.screen.hide_cursor());
        assert!(!self.screen.bracketed_paste());
        assert_eq!(self.screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert!(!self.screen.contents().contains(DRAWN));
    }
}

/// The other side: what the scenarios do once started behind a pseudo-terminal.
#[test]
#[ignore = "started by the other tests"]
fn scenario() {
    let Ok(name) = env::var(SCENARIO) else { return };
    let session = Session::enter(detect(&Replies::default(), |_| None), |_| {}).unwrap();
    let mut output = session.output();
    write!(output, "\x1b[?25l{DRAWN}").unwrap();
    output.flush().unwrap();
    let mut key = [0];
    io::stdin().read_exact(&mut key).unwrap();
    match name.as_str() {
        "quit" => drop(session),
        "panic" => panic!("the reader \x1b[31mfell"),
        "worker" => {
            let worker = thread::spawn(|| panic!("the worker fell"));
            assert!(worker.join().is_err());
            assert_eq!(screen::hold(), screen::Hold::Ours);
        }
        "late" => {
            leave();
            leave();
            write!(output, "a late frame").unwrap();
            output.flush().unwrap();
        }
        "twice" => {
            let second = Session::enter(detect(&Replies::default(), |_| None), |_| {});
            assert!(matches!(second, Err(Error::Entered)));
        }
        "hang" => {
            let own = Pid::from_raw(i32::try_from(std::process::id()).unwrap()).unwrap();
            kill_process(own, Signal::TERM).unwrap();
            thread::sleep(Duration::from_secs(60));
        }
        _ => panic!("no such scenario"),
    }
}

fn play(name: &str) -> Aftermath {
    let size = PtySize { rows: ROWS.get(), cols: COLUMNS.get(), pixel_width: 0, pixel_height: 0 };
    let pty = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env::current_exe().unwrap());
    command.args(["--ignored", "--exact", "--nocapture", "terminal::session::tests::scenario"]);
    command.env(SCENARIO, name);
    command.env("RUST_BACKTRACE", "0");
    let before = pty.master.get_termios();
    let mut child = pty.slave.spawn_command(command).unwrap();
    let mut parser = vt100::Parser::new(ROWS, COLUMNS, 0);
    let mut reader = pty.master.try_clone_reader().unwrap();
    let mut keys = pty.master.take_writer().unwrap();
    let mut chunk = [0; 4096];
    while !parser.screen().contents().contains(DRAWN) {
        match reader.read(&mut chunk) {
            Ok(length @ 1..) => parser.process(&chunk[..length]),
            _ => break,
        }
    }
    let raw_while_entered = pty.master.get_termios() != before;
    let start = Instant::now();
    keys.write_all(b"k").unwrap();
    let rest = thread::spawn(move || {
        while let Ok(length @ 1..) = reader.read(&mut chunk) {
            parser.process(&chunk[..length]);
        }
        parser.screen().clone()
    });
    let status = child.wait().unwrap().exit_code();
    let took = start.elapsed();
    let cooked_after = pty.master.get_termios() == before;
    drop((keys, pty));
    Aftermath { status, screen: rest.join().unwrap(), raw_while_entered, cooked_after, took }
}

#[test]
fn quitting_leaves_the_terminal_as_it_was() {
    let after = play("quit");
    after.is_as_found();
    assert_eq!(after.status, 0);
}

#[test]
fn a_panic_is_told_on_the_restored_screen_without_control_characters() {
    let after = play("panic");
    after.is_as_found();
    let said = after.screen.contents();
    assert!(said.contains(r"the reader \u{1b}[31mfell"), "{said}");
}

#[test]
fn a_worker_that_panics_neither_takes_the_screen_nor_goes_unheard() {
    let after = play("worker");
    after.is_as_found();
    assert_eq!(after.status, 0);
    assert!(after.screen.contents().contains("the worker fell"));
}

#[test]
fn after_leaving_frames_go_nowhere() {
    let after = play("late");
    after.is_as_found();
    assert!(!after.screen.contents().contains("a late frame"));
}

#[test]
fn there_is_one_screen_and_one_session() {
    let after = play("twice");
    after.is_as_found();
    assert_eq!(after.status, 0);
}

#[test]
fn a_main_loop_that_hangs_is_ended_a_second_after_the_signal() {
    let after = play("hang");
    after.is_as_found();
    assert_eq!(after.status, 128 + 15);
    assert!(after.took >= Duration::from_secs(1) && after.took < Duration::from_secs(10));
}
