//! Guards the hot paths against growing slower: how many instructions each takes, counted by valgrind's
//! callgrind. Counts repeat where times do not, so a path that takes a tenth more than the table says has
//! been made slower by a change and not by the machine.
//!
//! Where something could be quadratic, what a text costs is compared with what one twice as long costs, in
//! the same run.
//!
//! `cargo bench --bench counts` compares with `benches/counts/table.txt` and fails where a path takes more;
//! with `-- --write` it writes the table anew. Another compiler makes other counts: where it is not the one
//! that the table is for, and where there is no valgrind, nothing is compared and the reason is told.
#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a bench should stop")]

use std::env;
use std::fs;
use std::process::{Command, ExitCode};

#[path = "counts/paths.rs"]
mod paths;

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/counts/table.txt");

/// More than this part of the table's count is too much,
const MARGIN: f64 = 1.1;

/// if it is more by so many too: what comes before the runs is taken off, and does not repeat quite exactly.
const SLACK: u64 = 10_000;

/// What is twice as long may cost so many times as much.
const LINEAR: f64 = 2.5;

/// How long the shorter text is, in what it is made of.
const SIZE: u64 = 1000;

/// Says to a process of its own what to run, and how often.
const RUN: &str = "SAHIFA_COUNT";

fn main() -> ExitCode {
    if let Ok(run) = env::var(RUN) {
        let (name, times) = run.split_once('=').unwrap();
        run_path(name, times.parse().unwrap());
        return ExitCode::SUCCESS;
    }
    if !has_valgrind() {
        println!("skipped: there is no valgrind to count with");
        return ExitCode::SUCCESS;
    }
    let linear = linear();
    let counts: Vec<_> =
        paths::PATHS.iter().map(|(name, times, _)| (*name, count(name, *times))).collect();
    if env::args().any(|arg| arg == "--write") {
        write(&counts);
        return ExitCode::SUCCESS;
    }
    let grown = compare(&counts);
    if linear + grown == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs a path so many times; or once, where `times` is how long its text is.
fn run_path(name: &str, times: u64) {
    if let Some((_, prepare)) = paths::LINEAR.iter().find(|(path, _)| *path == name) {
        prepare(usize::try_from(times).unwrap())();
        return;
    }
    let (.., prepare) = paths::PATHS.iter().find(|(path, ..)| *path == name).unwrap();
    let mut path = prepare();
    (0..times).for_each(|_| path());
}

/// Compares what texts cost with what texts twice as long do; how many cost too much.
fn linear() -> u32 {
    let mut steep = 0;
    println!("{:24} {:>14} {:>14} {:>7}", "instructions", SIZE, 2 * SIZE, "ratio");
    for (name, _) in paths::LINEAR {
        let (one, two) = (counted(name, SIZE), counted(name, 2 * SIZE));
        let ratio = ratio(two, one);
        let is_steep = ratio > LINEAR;
        steep += u32::from(is_steep);
        let sign = if is_steep { "  TOO MANY" } else { "" };
        println!("{name:24} {one:>14} {two:>14} {ratio:>7.3}{sign}");
    }
    steep
}

fn has_valgrind() -> bool {
    Command::new("valgrind").arg("--version").output().is_ok_and(|output| output.status.success())
}

/// The instructions of one run: of so many more than one, without what comes before.
fn count(name: &str, times: u64) -> u64 {
    counted(name, 1 + times).saturating_sub(counted(name, 1)) / times
}

/// The instructions of a process that runs a path so many times.
fn counted(name: &str, times: u64) -> u64 {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(env::current_exe().unwrap())
        .env(RUN, format!("{name}={times}"))
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let counted = told.lines().find_map(|line| line.split_once("Collected :"));
    match counted.and_then(|(_, count)| count.trim().parse().ok()) {
        Some(count) if output.status.success() => count,
        _ => panic!("{name} was not counted:\n{told}"),
    }
}

/// The compiler that this was built with is the one that is there.
fn compiler() -> String {
    let output = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
        .arg("--version")
        .output();
    let version = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    format!("{} on {}", version.unwrap_or_default(), env::consts::ARCH)
}

fn write(counts: &[(&str, u64)]) {
    let lines = counts.iter().map(|(name, count)| format!("{name} {count}\n"));
    let table = lines.fold(compiler() + "\n", |table, line| table + &line);
    print!("{table}");
    fs::write(TABLE, table).unwrap();
}

/// Compares counts with the table; how many have grown.
fn compare(counts: &[(&str, u64)]) -> u32 {
    let table = fs::read_to_string(TABLE).unwrap();
    let (told, table) = table.split_once('\n').unwrap();
    let is_theirs = told == compiler();
    let mut grown = 0;
    println!("{:24} {:>14} {:>14} {:>7}", "instructions", "counted", "table", "ratio");
    for (name, count) in counts {
        let known = table.lines().find_map(|line| line.strip_prefix(name)?.trim().parse().ok());
        let known: u64 = known.unwrap_or_else(|| panic!("{name} is not in the table"));
        let ratio = ratio(*count, known);
        let has_grown = is_theirs && ratio > MARGIN && *count > known + SLACK;
        grown += u32::from(has_grown);
        let sign = if has_grown { "  TOO MANY" } else { "" };
        println!("{name:24} {count:>14} {known:>14} {ratio:>7.3}{sign}");
    }
    if !is_theirs {
        println!("skipped: the table is for {told}, this is {}", compiler());
    }
    grown
}

#[expect(clippy::cast_precision_loss, reason = "a ratio need not be exact")]
fn ratio(count: u64, known: u64) -> f64 {
    count as f64 / known as f64
}
