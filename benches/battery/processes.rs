//! Sixteen programs at once, each of them changing one mark again and again as fast as the disk allows.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use sahifa::store::Store;
use vt100::Parser;

use crate::reader::command;
use crate::sitting::{Library, Sitting};

const PROGRAMS: usize = 16;
const PATIENCE: Duration = Duration::from_secs(60);

/// Runs them with so many changes each.
pub(crate) fn run(count: usize) {
    let home = tempfile::tempdir().unwrap();
    let (library, state) = (Library::new(home.path()), home.path().join("state"));
    let told: usize = thread::scope(|scope| {
        let work = |number: usize| {
            let article = number % library.ids.len();
            let mut command = Command::new(env!("CARGO_BIN_EXE_sahifa"));
            command.env_clear().env("HOME", home.path()).env("SAHIFA_STATE", &state);
            command.args(["--linear", "--width", "0"]).arg(&library.dir);
            let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
            let mut input = child.stdin.take().unwrap();
            scope.spawn(move || {
                input.write_all(format!("b {}\n", article + 1).repeat(count).as_bytes())
            });
            scope.spawn(move || {
                let out = child.wait_with_output().unwrap();
                let out = String::from_utf8(out.stdout).unwrap();
                out.lines().filter(|line| line.starts_with("Bookmark")).count()
            })
        };
        let programs: Vec<_> = (0..PROGRAMS).map(work).collect();
        programs.into_iter().map(|program| program.join().unwrap()).sum()
    });
    let health = Store::open(&state).health();
    let journals = fs::read_dir(state.join("journal")).unwrap().map(|file| file.unwrap().path());
    let journals = journals.filter(|path| path.extension().is_some_and(|end| end == "jsonl"));
    let written: usize =
        journals.map(|path| fs::read_to_string(path).unwrap().lines().count()).sum();
    println!("processes: {PROGRAMS} programs, {count} changes each");
    println!("  changes acknowledged  {told}");
    println!("  in the journal        {written}");
    println!("  lost                  {}", told.saturating_sub(written));
    println!("  the state is          {health}");
    println!(
        "  seen by another       {} (least, middle, most of 20)",
        sight(&library, home.path())
    );
}

/// How long it takes from a key in one reader to the mark in another.
fn sight(library: &Library, home: &Path) -> String {
    let none = vec![false; library.ids.len()];
    let state = home.join("other");
    let start = || {
        let mut command = command(&library.dir, home);
        command.env("SAHIFA_STATE", &state);
        Sitting::start(command, none.clone())
    };
    let (mut one, mut other) = (start(), start());
    assert!(one.arrives(PATIENCE) && other.arrives(PATIENCE), "the readers do not start");
    let mut times = Vec::new();
    for at in 0..20 {
        let pressed = Instant::now();
        one.reader.press("b");
        let is_set = at % 2 == 0;
        let shown = |parser: &Parser| parser.screen().contents().contains('★') == is_set;
        assert!(other.reader.shows(PATIENCE, shown), "it is not seen");
        times.push(pressed.elapsed().as_millis());
        // At no fixed time after the last look.
        thread::sleep(Duration::from_millis(37 * (at + 1)));
    }
    one.reader.kill();
    other.reader.kill();
    times.sort_unstable();
    format!("{}, {}, {} ms", times[0], times[10], times[19])
}
