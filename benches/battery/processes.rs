//! Sixteen programs at once, each of them changing one mark again and again as fast as the disk allows.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};
use std::thread;

use sahifa::store::Store;

use crate::sitting::Library;

const PROGRAMS: usize = 16;

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
}
