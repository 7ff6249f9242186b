//! A terminal that is asked what it is: it answers in time, in pieces, too late or never, while keys are
//! typed, and it hangs up.

use super::*;

/// The end of the questions; what comes before it has been written by then.
const FENCE: &[u8] = b"\x1b[8$p\x1b8\x1b[K\x1b[c";
const KITTY: &[u8] =
    b"\x1bP>|kitty(0.41.1)\x1b\\\x1b[>1;4001;1c\x1b[?0u\x1b[?2501;0$y\x1b[8;0$y\x1b[?62;c";
/// It speaks the protocol too, and its rows are as those of a terminal that nobody knows.
const GHOSTTY: &[u8] =
    b"\x1bP>|ghostty 1.2.0\x1b\\\x1b[>1;10;0c\x1b[?0u\x1b[?2501;0$y\x1b[8;0$y\x1b[?62;22c";
/// Pieces of one answer come quicker than this, or they are none. On a busy machine a test may be too slow.
const APART: Duration = Duration::from_millis(100);
const TRIES: usize = 20;
/// The kitty keyboard protocol, pushed and popped.
const PUSHED: &[u8] = b"\x1b[>29u";
const POPPED: &[u8] = b"\x1b[<u";

impl Terminal {
    fn has_written(&self, bytes: &[u8]) -> bool {
        self.place_of(bytes).is_some()
    }

    /// Waits until the program has asked.
    #[track_caller]
    fn is_asked(&self) {
        assert!(eventually(|| self.has_written(FENCE)), "{}", self.contents());
        let (asked, drawn) = (self.place_of(FENCE), self.place_of(b"\x1b[?1049h"));
        assert!(drawn.is_none_or(|drawn| asked < Some(drawn)), "asked before anything is drawn");
    }

    fn place_of(&self, bytes: &[u8]) -> Option<usize> {
        self.seen.lock().unwrap().bytes.windows(bytes.len()).position(|window| window == bytes)
    }

    /// Answers in pieces, so long apart; whether none came later than a terminal would send it.
    fn answer_in(&mut self, pieces: impl Iterator<Item = &'static [u8]>, apart: Duration) -> bool {
        let mut is_in_time = true;
        for piece in pieces {
            let start = Instant::now();
            self.answer(piece);
            thread::sleep(apart);
            is_in_time &= start.elapsed() < APART;
        }
        is_in_time
    }

    fn answer(&mut self, bytes: &[u8]) {
        self.keys.write_all(bytes).unwrap();
        self.keys.flush().unwrap();
    }

    /// The screen, once nothing is drawn any more.
    fn rests(&self) -> Vec<String> {
        let seen = || rows(self.seen.lock().unwrap().parser.screen());
        let mut before = seen();
        loop {
            thread::sleep(Duration::from_millis(300));
            let now = seen();
            if now == before {
                return now;
            }
            before = now;
        }
    }

    #[track_caller]
    fn quits(&mut self) {
        self.type_keys("q");
        assert_eq!(self.ends(), 0);
    }
}

/// What can be seen; blanks at the ends of rows cannot.
fn rows(screen: &vt100::Screen) -> Vec<String> {
    screen.contents().lines().map(|row| row.trim_end().to_owned()).collect()
}

#[test]
fn a_terminal_that_answers_gets_its_keyboard_switched_and_back() {
    let state = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(state.path());
    terminal.is_asked();
    terminal.answer(KITTY);
    terminal.shows_text("ninety-one steps");
    assert!(terminal.has_written(PUSHED));
    // Shift and the key of ؟ on the Arabic layout, at the place of the question mark.
    terminal.answer("\x1b[1592:1567:47;2;1567u".as_bytes());
    terminal.shows_text("next article; next line");
    terminal.answer(b"\x1b[27u\x1b[1590::113;;1590u");
    assert_eq!(terminal.ends(), 0);
    terminal.is_as_found();
    assert!(terminal.has_written(POPPED));
}

#[test]
fn answers_may_come_in_pieces() {
    let state = tempfile::tempdir().unwrap();
    let mut asked = std::iter::repeat_with(|| {
        let mut terminal = Terminal::start(state.path());
        terminal.is_asked();
        let is_in_time = terminal.answer_in(KITTY.chunks(11), Duration::from_millis(8));
        is_in_time.then_some(terminal)
    });
    let mut terminal =
        asked.by_ref().take(TRIES).flatten().next().expect("the machine is too busy");
    terminal.shows_text("ninety-one steps");
    assert!(eventually(|| terminal.has_written(PUSHED)));
    terminal.shows(|screen| !screen.contents().contains("62"));
    terminal.quits();
    terminal.is_as_found();
}

#[test]
fn a_late_answer_is_still_an_answer_and_never_keys() {
    let state = tempfile::tempdir().unwrap();
    let mut asked = std::iter::repeat_with(|| {
        let mut terminal = Terminal::start(state.path());
        terminal.is_asked();
        terminal.shows_text("ninety-one steps");
        assert!(!terminal.has_written(PUSHED), "nothing is known of it yet");
        terminal.shows_text("8 articles");
        let before = terminal.rests();
        terminal.answer(b"j");
        let is_in_time = terminal.answer_in(GHOSTTY.chunks(7), Duration::from_millis(40));
        terminal.answer(b"k");
        is_in_time.then_some((terminal, before))
    });
    let asked = asked.by_ref().take(TRIES).flatten().next();
    let (mut terminal, before) = asked.expect("the machine is too busy");
    assert!(eventually(|| terminal.has_written(PUSHED)), "{}", terminal.contents());
    terminal.shows(|screen| rows(screen) == before);
    terminal.quits();
    terminal.is_as_found();
    assert!(terminal.has_written(POPPED));
}

#[test]
fn a_terminal_that_never_answers_is_not_waited_for() {
    let state = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(state.path());
    terminal.is_asked();
    let start = Instant::now();
    assert!(eventually(|| terminal.has_written(b"\x1b[?1049h")));
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    terminal.shows_text("ninety-one steps");
    terminal.quits();
    terminal.is_as_found();
}

#[test]
fn what_is_typed_before_the_screen_is_there_is_not_lost() {
    let state = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(state.path());
    terminal.is_asked();
    terminal.answer(b"\x1b[?6");
    terminal.answer(b"2;c?");
    terminal.shows_text("next article; next line");
    terminal.quits();
    let mut terminal = Terminal::start(state.path());
    terminal.is_asked();
    terminal.answer(b"?\x1b[?62;c");
    terminal.shows_text("next article; next line");
    terminal.quits();
}

#[test]
fn a_dumb_terminal_is_asked_nothing() {
    let state = tempfile::tempdir().unwrap();
    let mut shell = CommandBuilder::new("/bin/sh");
    shell.args(["-c", &format!("TERM=dumb '{PROGRAM}' list {LIBRARY}")]);
    let mut terminal = Terminal::run(shell, state.path(), (30, 100));
    assert_eq!(terminal.ends(), 0);
    terminal.shows_text("The keeper of the last lamp");
    assert!(!terminal.has_written(b"\x1b[c"));
}

#[test]
fn a_late_answer_to_a_command_is_not_left_to_the_shell() {
    let state = tempfile::tempdir().unwrap();
    let mut shell = CommandBuilder::new("/bin/sh");
    let script = format!("'{PROGRAM}' list {LIBRARY}; stty -echo; read line; echo \"[$line]\"");
    shell.args(["-c", &script]);
    let mut terminal = Terminal::run(shell, state.path(), (30, 100));
    terminal.is_asked();
    terminal.shows_text("The keeper of the last lamp");
    terminal.answer(KITTY);
    thread::sleep(Duration::from_millis(300));
    terminal.answer(b"typed\n");
    terminal.shows_text("[typed]");
}

/// Ticks of the processor's time that a process has used, while it runs; a tick is a hundredth of a
/// second.
#[cfg(target_os = "linux")]
fn ticks(process: u32) -> Option<u64> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let fields: Vec<_> = stat.rsplit(')').next()?.split_whitespace().collect();
    let time = |at: usize| fields.get(at)?.parse::<u64>().ok();
    // A process that has ended but whose status nobody has taken is a zombie.
    if *fields.first()? == "Z" { None } else { Some(time(11)? + time(12)?) }
}

#[cfg(target_os = "linux")]
#[test]
fn when_the_terminal_is_gone_the_program_ends_at_once() {
    let state = tempfile::tempdir().unwrap();
    let PtyPair { slave, master } = native_pty_system().openpty(size(30, 100)).unwrap();
    let mut command = CommandBuilder::new(PROGRAM);
    command.arg(LIBRARY);
    command.env("TERM", "xterm-256color");
    command.env("SAHIFA_STATE", state.path());
    command.cwd(std::env::current_dir().unwrap());
    let mut child = slave.spawn_command(command).unwrap();
    let mut output = master.try_clone_reader().unwrap();
    let (mut bytes, mut chunk) = (Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&bytes).contains("ninety-one") {
        let length = output.read(&mut chunk).unwrap();
        bytes.extend_from_slice(&chunk[..length]);
    }
    let process = child.process_id().unwrap();
    let before = ticks(process).unwrap();
    let start = Instant::now();
    drop((slave, master, output));
    let mut last = before;
    while let Some(now) = ticks(process) {
        last = now;
        assert!(start.elapsed() < Duration::from_secs(2), "it is still there");
        thread::sleep(Duration::from_millis(5));
    }
    assert!(last - before < 10, "{} ticks", last - before);
    assert_ne!(child.wait().unwrap().exit_code(), 0);
}

/// What a terminal answers; what it is then taken for, in which dialect; and the switches that it gets on
/// entering and on leaving, if they are its own.
type Told = (&'static [u8], &'static str, &'static str, &'static [u8], &'static [u8]);

const OFF: &[u8] = b"\x1b[8l\x1b[?1049h";
const ON: &[u8] = b"\x1b[8h";

/// As they were seen to answer.
const TOLD: &[Told] = &[
    (
        b"\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1b[?2501;0$y\x1b[8;0$y\x1b[?64;1;2;6;9;15;16c",
        "xterm",
        "visual",
        OFF,
        ON,
    ),
    (b"\x1b[>65;7006;1c\x1b[?2501;2$y\x1b[8;1$y\x1b[?65;1;9c", "VTE", "visual", OFF, ON),
    (
        b"\x1bP>|VTE(8001)\x1b\\\x1b[>61;8001;1c\x1b[?2501;2$y\x1b[8;1$y\x1b[?61;1;21;22;28c",
        "VTE",
        "visual",
        OFF,
        ON,
    ),
    // The user has switched it off: it stays so.
    (b"\x1b[>65;7006;1c\x1b[?2501;2$y\x1b[8;2$y\x1b[?65;1;9c", "VTE", "visual", OFF, b""),
    (
        b"\x1bP>|Konsole 22.12.3\x1b\\\x1b[>1;115;0c\x1b[?62;1;4c",
        "Konsole before 24.12",
        "visual",
        b"\x1b]50;BidiRenderingEnabled=false\x07\x1b[?1049h",
        b"\x1b]50;BidiRenderingEnabled=true\x07",
    ),
    (
        b"\x1b[>24;279;0c\x1b[?2501;0$y\x1b[8;0$y\x1b[?63;1;2;3;4c",
        "mlterm",
        "visual",
        b"\x1b]5379;use_ctl=false\x07\x1b[?1049h",
        b"\x1b]5379;use_ctl=true\x07",
    ),
    (
        b"\x1bP>|kitty(0.26.5)\x1b\\\x1b[>1;4000;26c\x1b[?0u\x1b[?2501;0$y\x1b[8;0$y\x1b[?62;c",
        "kitty",
        "kitty",
        OFF,
        POPPED,
    ),
    (KITTY, "kitty from 0.40", "cells", OFF, POPPED),
    (b"\x1b[>0;1700;1c\x1b[?6c", "Alacritty", "visual", OFF, ON),
    (
        b"\x1bP>|foot(1.13.1)\x1b\\\x1b[>1;011301;0c\x1b[?0u\x1b[?2501;0$y\x1b[?62;4;22c",
        "foot",
        "visual",
        OFF,
        ON,
    ),
    (b"\x1b[>85;95;0c\x1b[?1;2c", "urxvt", "visual", OFF, ON),
    (b"\x1b[>0;115;0c\x1b[?1;2c", "qterminal", "implicit", OFF, ON),
    (b"\x1b[>0;136;0c\x1b[?6c", "PuTTY", "logical", b"\x1b[?1049h", b""),
    (b"\x1b[>64;0;0c\x1b[?64;1;9;15;21;22c", "zutty", "visual", OFF, ON),
    (b"\x1b[>0;276;0c\x1b[8;0$y\x1b[?1;2c", "xterm.js", "lrm", OFF, ON),
    // st answers this alone, and so do others: cells are drawn where they are put.
    (b"\x1b[?6c", "unknown", "visual", OFF, ON),
];

#[test]
fn terminals_are_told_by_what_they_answer() {
    for (answers, name, dialect, ..) in TOLD {
        let state = tempfile::tempdir().unwrap();
        let mut command = CommandBuilder::new(PROGRAM);
        command.arg("doctor");
        let mut terminal = Terminal::run(command, state.path(), (60, 100));
        terminal.is_asked();
        terminal.answer(answers);
        assert_eq!(terminal.ends(), 0, "{name}");
        terminal.shows_text("settings");
        let said = |label: &str| {
            let line =
                terminal.contents().lines().find(|line| line.trim().starts_with(label))?.to_owned();
            Some(line.trim().strip_prefix(label)?.trim().to_owned())
        };
        assert_eq!(
            (said("name").as_deref(), said("dialect").as_deref()),
            (Some(*name), Some(*dialect))
        );
    }
}

#[test]
fn terminals_are_entered_and_left_as_they_need() {
    for (answers, name, _, entering, leaving) in TOLD {
        let state = tempfile::tempdir().unwrap();
        let mut terminal = Terminal::start(state.path());
        terminal.is_asked();
        terminal.answer(answers);
        terminal.shows_text("8 articles");
        assert!(terminal.has_written(entering), "{name}");
        let switches = [ON, b"\x1b]50;", b"\x1b]5379;", b"\x1b[8l"];
        for switch in switches.iter().filter(|_| entering == b"\x1b[?1049h") {
            assert!(!terminal.has_written(switch), "{name} is left as it is");
        }
        terminal.quits();
        // What is written last is read after the end.
        assert!(eventually(|| terminal.has_written(b"\x1b[?1049l")), "{name}");
        let is_switched = || leaving.is_empty() || terminal.has_written(leaving);
        assert!(eventually(is_switched), "{name}");
        assert_eq!(terminal.has_written(ON), !leaving.is_empty(), "{name}");
        assert_eq!(settings(&terminal.pty), terminal.settings, "{name}");
    }
}
