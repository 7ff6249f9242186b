//! However the program ends, the terminal is given back as it was, with the exit code that shells expect; and
//! where the terminal itself is gone, the program goes too.

use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use rustix::process::Signal;

use super::screen::{Screen, eventually, program};
use super::stream::article;
use crate::judge::Leave;

const SIZE: (u16, u16) = (24, 80);

/// A way out, and the exit code that it has.
type Way = (&'static str, fn(&mut Screen), u32);

const WAYS: &[Way] = &[
    ("q", |screen| screen.type_keys("q"), 0),
    ("Ctrl-C", |screen| screen.type_keys("\u{3}"), 0),
    ("out of the filter", |screen| screen.type_keys("/ab\u{3}\u{3}"), 0),
    ("out of the help", |screen| screen.type_keys("?qq"), 0),
    ("SIGTERM", |screen| screen.signal(Signal::TERM), 143),
    ("SIGHUP", |screen| screen.signal(Signal::HUP), 129),
    ("SIGINT", |screen| screen.signal(Signal::INT), 130),
    ("SIGQUIT", |screen| screen.signal(Signal::QUIT), 131),
    (
        "SIGTERM twice",
        |screen| {
            screen.signal(Signal::TERM);
            screen.signal(Signal::TERM);
        },
        143,
    ),
    (
        "stopped and continued",
        |screen| {
            stop(screen);
            screen.type_keys("q");
        },
        0,
    ),
    (
        "stopped, then SIGTERM",
        |screen| {
            stop(screen);
            screen.signal(Signal::TERM);
        },
        143,
    ),
    (
        "a storm of sizes",
        |screen| {
            storm(screen, 40);
            screen.type_keys("q");
        },
        0,
    ),
    (
        "SIGTERM in a storm",
        |screen| {
            storm(screen, 20);
            screen.signal(Signal::TERM);
        },
        143,
    ),
];

/// From outside, as a shell's job control does; there is no shell here to continue it.
fn stop(screen: &Screen) {
    screen.signal(Signal::STOP);
    thread::sleep(Duration::from_millis(5));
    screen.signal(Signal::CONT);
}

/// Sizes that follow each other faster than frames, down to one cell.
fn storm(screen: &Screen, count: u16) {
    for number in 0..count {
        let (rows, columns) = (number * 37 % 61, number * 53 % 211);
        screen.resize(rows.max(1), columns.max(1));
        if number % 8 == 0 {
            thread::sleep(Duration::from_millis(1));
        }
    }
    screen.resize(1, 1);
    thread::sleep(Duration::from_millis(10));
    screen.resize(SIZE.0, SIZE.1);
}

fn leave_by((name, out, code): &Way) {
    println!("{name}");
    let own = tempfile::tempdir().unwrap();
    article(own.path(), "a.txt");
    let mut screen = Screen::start(own.path(), &["a.txt"], SIZE, Leave::default());
    screen.shows("1 article");
    out(&mut screen);
    assert_eq!(screen.finish(), *code, "{name}");
    screen.is_as_found();
}

#[test]
fn every_way_out_gives_the_terminal_back() {
    WAYS.iter().for_each(leave_by);
}

#[test]
#[ignore = "a thousand take minutes: tests/hostile/run"]
fn every_way_out_gives_the_terminal_back_a_thousand_times() {
    let start = Instant::now();
    WAYS.iter().cycle().take(1000).for_each(leave_by);
    println!("left 1000 times, by {} ways, in {:?}", WAYS.len(), start.elapsed());
}

/// The processor time of a process, in hundredths of a second, and whether it has ended.
fn spent(process: u32) -> Option<(u64, bool)> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, fields) = stat.rsplit_once(") ")?;
    let fields: Vec<&str> = fields.split(' ').collect();
    let ticks = |at: usize| fields.get(at)?.parse::<u64>().ok();
    Some((ticks(11)? + ticks(12)?, *fields.first()? == "Z"))
}

#[test]
fn when_the_terminal_is_gone_the_program_goes_too() {
    for run in 0..3 {
        let own = tempfile::tempdir().unwrap();
        article(own.path(), "a.txt");
        let mut screen = Screen::start(own.path(), &["a.txt"], SIZE, Leave::default());
        screen.shows("1 article");
        screen.type_keys("b");
        screen.shows("★");
        let Some((before, _)) = spent(screen.process()) else {
            return println!("skipped: no /proc here");
        };
        let start = Instant::now();
        screen.die();
        let has_ended = || spent(screen.process()).is_none_or(|(_, ended)| ended);
        assert!(eventually(has_ended), "it lives on");
        let (time, after) =
            (start.elapsed(), spent(screen.process()).map_or(before, |(all, _)| all));
        println!(
            "dead terminal {run}: ended after {time:?}, {} ms of processor",
            (after - before) * 10
        );
        assert!(time < Duration::from_secs(2), "{time:?}");
        assert!(after - before < 10, "{} ms", (after - before) * 10);
        let code = screen.ends();
        assert!(matches!(code, 1 | 129), "{code}");
        let journal = own.path().join("state/journal");
        let kept = fs::read_dir(journal).unwrap().flatten().any(|file| {
            fs::read_to_string(file.path()).is_ok_and(|text| text.contains("bookmark"))
        });
        assert!(kept, "the bookmark was lost");
    }
}

/// The session's leader is another process, which ignores the hang-up and passes that on.
#[test]
fn when_the_terminal_is_gone_and_nobody_says_so_the_program_goes_too() {
    let own = tempfile::tempdir().unwrap();
    article(own.path(), "a.txt");
    let mut shell = CommandBuilder::new("/bin/sh");
    let script = format!("trap '' HUP; '{}' a.txt; echo $? > ended; sleep 9", program());
    shell.args(["-c", &script]);
    let mut screen = Screen::run(shell, own.path(), SIZE, Leave::default());
    screen.shows("1 article");
    let start = Instant::now();
    screen.die();
    let ended = || fs::read_to_string(own.path().join("ended")).unwrap_or_default();
    assert!(eventually(|| !ended().is_empty()), "it lives on");
    println!("dead terminal, nothing said: ended after {:?}", start.elapsed());
    assert!(start.elapsed() < Duration::from_secs(2));
    assert!(["1\n", "129\n"].contains(&&*ended()), "{}", ended());
}

/// The program's exit code, and what it has written, with its output closed at once.
fn into_nothing(arguments: &[&str], own: &std::path::Path) -> (Option<i32>, String) {
    let mut command = Command::new(program());
    command.args(arguments).current_dir(own).env("SAHIFA_STATE", own.join("state"));
    command.env("SAHIFA_CACHE", own.join("cache")).env("HOME", own);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    (child.wait().unwrap().code(), said)
}

#[test]
fn who_closes_the_output_is_no_reason_to_panic() {
    let own = tempfile::tempdir().unwrap();
    for number in 0..60 {
        article(own.path(), &format!("{number}.txt"));
    }
    let many: [&[&str]; 6] = [
        &["list", "."],
        &["list", ".", "--json"],
        &["print", "1.txt"],
        &["doctor", "."],
        &["man"],
        &["completions", "bash"],
    ];
    for arguments in many {
        let (code, said) = into_nothing(arguments, own.path());
        assert!(matches!(code, Some(0 | 1)), "{arguments:?}: {code:?} {said}");
        assert!(!said.contains("panicked"), "{arguments:?}: {said}");
    }
}

#[test]
fn terminals_that_can_do_little_get_little() {
    let own = tempfile::tempdir().unwrap();
    article(own.path(), "a.txt");
    for (term, keys) in [("dumb", "q\n"), ("", "q\n"), ("unheard-of", "q"), ("vt100", "q")] {
        let mut shell = CommandBuilder::new("/bin/sh");
        let script = format!("TERM='{term}' LANG=C exec '{}' a.txt", program());
        shell.args(["-c", &script]);
        let mut screen =
            Screen::run(shell, own.path(), SIZE, Leave { joiners: true, marks: false });
        screen.shows("Words that make");
        screen.type_keys(keys);
        assert_eq!(screen.finish(), 0, "{term:?}");
        screen.is_as_found();
    }
}

#[test]
fn one_cell_is_enough_not_to_fail() {
    for size in [(1, 1), (1, 300), (300, 1), (2, 2), (3, 7)] {
        let own = tempfile::tempdir().unwrap();
        article(own.path(), "a.txt");
        let mut screen = Screen::start(own.path(), &["a.txt"], size, Leave::default());
        screen.settle(Duration::from_millis(300));
        screen.type_keys("jlkhp?]/a\u{3}\u{3}\u{3}");
        assert_eq!(screen.finish(), 0, "{size:?}");
        screen.is_as_found();
    }
}
