//! The state from outside: exported and imported, repaired, in the library, private, written by many.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use serde_json::Value;

use super::{World, finish};

fn journal(world: &World) -> PathBuf {
    let journals = fs::read_dir(world.state().join("journal")).unwrap().flatten();
    let mut paths = journals.map(|entry| entry.path());
    paths.find(|path| path.extension().is_some_and(|end| end == "jsonl")).unwrap()
}

#[test]
fn all_of_the_state_goes_to_another_device_and_twice_is_once() {
    let (here, there) = (World::with_library(), World::with_library());
    here.out(&["bookmark", "add", "english.md", "arabic.html"]);
    here.out(&["bookmark", "remove", "english.md"]);
    let document = here.out(&["export", "--state"]);
    let value: Value = serde_json::from_str(&document).unwrap();
    // The bookmarks, and how their articles look.
    assert_eq!(value["changes"].as_array().unwrap().len(), 4);
    let import = |document: &str| {
        let run = finish(there.command().args(["import", "-"]), document.as_bytes());
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        run.out
    };
    assert_eq!(import(&document), "new changes: 4\n");
    assert_eq!(import(&document), "new changes: 0\n");
    assert_eq!(there.out(&["export", "--state"]), document);
    assert_eq!(there.json(&["bookmark", "list", "--json"]).len(), 1);
    let file = there.write("../state.json", &document);
    assert_eq!(there.out(&["import", file.to_str().unwrap()]), "new changes: 0\n");
    assert!(there.out(&["doctor"]).contains("health    sound"));
    let mut elsewhere = there.command();
    let run = finish(elsewhere.args(["export", "--state"]).arg(here.state()), b"");
    assert_eq!(run.out, document, "a state that is named");
}

#[test]
fn what_a_later_version_knows_is_exported_and_imported_too() {
    let (here, there) = (World::with_library(), World::with_library());
    here.out(&["bookmark", "add", "english.md"]);
    let line = r#"{"v":2,"dev":"0000000a","seq":1,"lam":9,"op":"glow","art":"a","colour":[1,"ح"]}"#;
    let line = format!("{line} {:08x}\n", crc32fast::hash(line.as_bytes()));
    fs::write(here.state().join("journal/0000000a.jsonl"), line).unwrap();
    let document = here.out(&["export", "--state"]);
    assert!(document.contains("glow"), "{document}");
    let take_in = || finish(there.command().args(["import", "-"]), document.as_bytes()).out;
    assert_eq!((take_in().as_str(), take_in().as_str()), ("new changes: 3\n", "new changes: 0\n"));
    assert_eq!(there.out(&["export", "--state"]), document);
}

#[test]
fn what_is_no_state_is_refused_whole() {
    let world = World::with_library();
    for text in ["", "{}", r#"{"format":"other","version":1,"changes":[]}"#, "[1]"] {
        let run = finish(world.command().args(["import", "-"]), text.as_bytes());
        run.fails(1, &["-: not taken in"]);
    }
    world.run(["import", "nowhere.json"]).fails(1, &["nowhere.json"]);
    world.run(["export"]).fails(2, &["--state"]);
    world.run(["list", "--state"]).fails(2, &["--state", "directory"]);
}

#[test]
fn the_doctor_offers_the_repair_and_loses_nothing() {
    let world = World::with_library();
    world.out(&["bookmark", "add", "english.md", "arabic.html", "hebrew.txt"]);
    let path = journal(&world);
    let damaged = fs::read_to_string(&path).unwrap().replacen("ferry", "fairy", 1);
    fs::write(&path, damaged).unwrap();
    let report = world.out(&["doctor"]);
    for told in ["damaged lines in the journals: 1", "set aside 1 damaged lines", "doctor --repair"]
    {
        assert!(report.contains(told), "{told:?} is not in {report}");
    }
    let repaired = world.out(&["doctor", "--repair"]);
    assert!(repaired.contains("health    sound"), "{repaired}");
    assert!(!repaired.contains("doctor --repair"), "{repaired}");
    assert!(repaired.contains("set aside 1 damaged lines"), "{repaired}");
    assert_eq!(world.json(&["bookmark", "list", "--json"]).len(), 2);
    let quarantine = world.state().join("journal/quarantine");
    let line = fs::read_dir(quarantine).unwrap().next().unwrap().unwrap().path();
    assert!(fs::read_to_string(line).unwrap().contains("fairy"));
}

#[test]
fn the_doctor_tells_marks_whose_article_is_gone() {
    let world = World::with_library();
    world.out(&["bookmark", "add", "english.md", "arabic.html"]);
    assert!(!world.out(&["doctor"]).contains("orphans"));
    fs::remove_file(world.library().join("english.md")).unwrap();
    let report = world.out(&["doctor"]);
    assert!(report.contains("orphans   1 articles with marks are not in this library"), "{report}");
    assert!(report.contains("The ferry comes back"), "{report}");
}

#[test]
fn the_state_is_in_the_library_if_it_is_so_set_and_is_no_article() {
    let world = World::with_library();
    let config = world.dir.path().join("config.toml");
    fs::write(&config, "state = 'library'\n").unwrap();
    let with = |arguments: &[&str]| {
        let mut command = world.command();
        command.env_remove("SAHIFA_STATE").env("SAHIFA_CONFIG", &config);
        finish(command.args(arguments), b"")
    };
    assert_eq!(with(&["bookmark", "add", "english.md"]).code, 0);
    let state = world.library().join(".sahifa");
    assert!(state.join("journal").is_dir());
    assert_eq!(with(&["list"]).out.lines().count(), 4);
    let report = with(&["doctor"]).out;
    assert!(report.contains(&format!("place     {}", state.display())), "{report}");
    assert!(report.contains("problems  0"), "{report}");
    assert!(report.contains("bookmarks 1"), "{report}");
    let named = world.dir.path().join("named");
    let run = with(&["doctor", "--state", named.to_str().unwrap()]);
    assert!(run.out.contains("bookmarks 0"), "a place that is named outranks the setting: {run:?}");
    fs::rename(world.library(), world.dir.path().join("away")).unwrap();
    let mut command = world.command();
    command.current_dir(world.dir.path()).env_remove("SAHIFA_STATE");
    let run = finish(command.env("SAHIFA_CONFIG", &config).args(["bookmark", "list"]), b"");
    run.fails(1, &["no such directory", "state"]);
    assert!(!world.library().exists());
}

#[test]
fn files_and_directories_are_private_whatever_the_umask() {
    for umask in ["000", "022", "277"] {
        let world = World::with_library();
        let run = |arguments: &str| {
            let mut shell = Command::new("/bin/sh");
            let program = env!("CARGO_BIN_EXE_sahifa");
            shell.args(["-c", &format!("umask {umask}; exec '{program}' {arguments}")]);
            shell.current_dir(world.library()).env("HOME", world.dir.path());
            shell.env("SAHIFA_STATE", world.state().join("deep"));
            shell.env("SAHIFA_LIBRARY", world.library());
            finish(&mut shell, b"b 1\nq\n")
        };
        assert_eq!(run("bookmark add english.md").code, 0);
        assert_eq!(run("--linear").code, 0);
        for path in below(&world.state()) {
            let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
            let expected = if path.is_dir() { 0o700 } else { 0o600 };
            assert_eq!(mode, expected, "{} with {umask}", path.display());
        }
    }
}

/// A directory, and all that is in it.
fn below(dir: &Path) -> Vec<PathBuf> {
    let inside = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    let inside = inside.flat_map(|path| if path.is_dir() { below(&path) } else { vec![path] });
    [dir.to_owned()].into_iter().chain(inside).collect()
}

#[test]
fn a_link_that_somebody_else_has_put_there_is_not_written_through() {
    let world = World::with_library();
    world.out(&["bookmark", "add", "english.md"]);
    let (path, target) = (journal(&world), world.dir.path().join("target"));
    fs::write(&target, "").unwrap();
    fs::remove_file(&path).unwrap();
    symlink(&target, &path).unwrap();
    // Only root can give a link away.
    if std::os::unix::fs::lchown(&path, Some(12345), None).is_err() {
        return;
    }
    let run = world.run(["bookmark", "add", "arabic.html"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.err.contains("somebody else"), "{run:?}");
    assert_eq!(fs::read_to_string(&target).unwrap(), "");
}

#[test]
fn sixteen_programs_at_once_lose_nothing() {
    const EACH: usize = 20;
    let world = World::with_library();
    thread::scope(|scope| {
        for number in 0..16 {
            let mut command = world.command();
            let keys = format!("b {}\n", number % 4 + 1).repeat(EACH);
            scope.spawn(move || {
                let run = finish(command.args(["--linear", "--width", "0"]), keys.as_bytes());
                let told = run.out.lines().filter(|line| line.starts_with("Bookmark"));
                assert_eq!(told.count(), EACH, "{run:?}");
            });
        }
    });
    let text = fs::read_to_string(journal(&world)).unwrap();
    let seq = |line: &str| line.split_once("\"seq\":")?.1.split(',').next()?.parse().ok();
    let numbers: BTreeSet<usize> = text.lines().filter_map(seq).collect();
    assert_eq!(numbers, BTreeSet::from_iter(1..=text.lines().count()));
    let bookmarks = text.lines().filter(|line| line.contains("\"op\":\"bookmark\""));
    assert_eq!(bookmarks.count(), 16 * EACH);
    assert!(world.out(&["doctor"]).contains("health    sound"));
}

#[test]
fn what_killed_programs_have_left_is_gone_after_the_next_start() {
    let world = World::with_library();
    world.out(&["bookmark", "add", "english.md"]);
    for dir in [world.state(), world.state().join("journal")] {
        fs::write(dir.join(".sahifa-a1b2c3.new"), "half").unwrap();
    }
    world.out(&["bookmark", "list"]);
    let left =
        below(&world.state()).into_iter().filter(|path| path.to_string_lossy().ends_with(".new"));
    assert_eq!(left.count(), 0);
}
