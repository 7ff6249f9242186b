//! Files, names and arguments that try to steer the terminal, and names that are no Unicode: whatever
//! is written is text.

use std::ffi::OsStr;
use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStrExt;

use super::{Run, World, assert_harmless, finish};

const ATTACK: &str = "\u{1b}[2J\u{1b}]0;owned\u{7}\u{9b}31m\u{202e}\u{2067}\u{200f}\u{7f}\u{8}\r";

fn hostile() -> World {
    let world = World::new();
    let words = "Words enough to be a paragraph of an article, and then some more of them.";
    world.write("plain.txt", format!("Ti{ATTACK}tle\n\n{words}{ATTACK}{words}\n"));
    let yaml = "---\ntitle: \"Ti\\x1b[2J\\u202etle\\u009b\"\nauthor: \"\\x1b]0;x\\a\"\n---\n";
    world.write("front.md", format!("{yaml}\n{words}\n\n```\nco{ATTACK}de\n```\n"));
    let html = format!(
        "<title>Ti{ATTACK}&#27;[2J&#x202E;tle</title><article><p>{words}{ATTACK}&#27;[2J</p>\
         <p><a href=\"https://example.org/&#27;[2J&#x202E;\">{words}</a></p></article>"
    );
    world.write("page.html", html);
    world.write(&format!("na{}me.txt", ATTACK.replace('/', "")), format!("Title\n\n{words} 4\n"));
    world.write("na\u{1b}[2J\n\u{202e}me.txt", "");
    world
}

#[track_caller]
fn check(run: &Run) {
    assert_harmless(&run.out);
    assert_harmless(&run.err);
    assert!(run.err.lines().count() <= 1, "{run:?}");
}

#[test]
fn nothing_foreign_reaches_the_terminal_raw() {
    let world = hostile();
    let all: [&[&str]; 5] =
        [&["list"], &["list", "--json"], &["doctor"], &["doctor", "."], &["list", "-q", ATTACK]];
    for arguments in all {
        let run = world.run(arguments);
        assert_eq!(run.code, 0, "{run:?}");
        check(&run);
    }
    let forms: [&[&str]; 5] =
        [&[], &["--plain"], &["--json"], &["--bare"], &["--dialect", "visual", "--width", "20"]];
    for entry in fs::read_dir(world.library()).unwrap() {
        for form in forms {
            let mut command = world.command();
            let run =
                finish(command.arg("print").arg(entry.as_ref().unwrap().path()).args(form), b"");
            check(&run);
        }
        let mut command = world.command();
        check(&finish(command.args(["bookmark", "add"]).arg(entry.unwrap().path()), b""));
    }
    let run = world.run(["bookmark", "list"]);
    assert_eq!(run.out.lines().count(), 4, "{run:?}");
    check(&run);
    check(&world.run(["bookmark", "list", "--json"]));
}

#[test]
fn arguments_are_quoted_harmlessly() {
    let world = World::new();
    let commands: [&[&str]; 8] = [
        &["print", ATTACK],
        &["list", ATTACK],
        &[ATTACK],
        &["bookmark", "add", ATTACK],
        &["bookmark", "remove", ATTACK],
        &["--config", ATTACK, "list"],
        &["print", "--dialect", ATTACK, "x"],
        &["--library", ATTACK, "list"],
    ];
    for arguments in commands {
        let run = world.run(arguments);
        assert!(run.code == 1 || run.code == 2, "{run:?}");
        run.complains(&["sahifa: "]);
    }
}

#[test]
fn paths_in_json_can_be_opened() {
    let world = hostile();
    let run = world.run(["list", "--json"]);
    for line in run.out.lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(fs::exists(value["path"].as_str().unwrap()).unwrap(), "{line}");
    }
}

#[test]
fn file_names_need_not_be_unicode() {
    let world = World::new();
    let path = world.library().join(OsStr::from_bytes(b"caf\xe9.txt"));
    fs::write(&path, super::HEBREW).unwrap();
    let run = world.run([OsString::from("print"), path.clone().into()]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let id = world.json(&["list", "--json"])[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(world.out(&["print", &id]), run.out);
    assert_eq!(world.run([OsStr::new("bookmark"), OsStr::new("add"), path.as_os_str()]).code, 0);
    assert!(world.out(&["bookmark", "list"]).contains("caf\u{fffd}.txt"));
    let folder = world.dir.path().join(OsStr::from_bytes(b"\xff"));
    fs::rename(world.library(), &folder).unwrap();
    let mut command = world.command();
    command.current_dir("/").args([OsStr::new("list"), folder.as_os_str()]);
    assert_eq!(finish(&mut command, b"").out.lines().count(), 1);
}

#[test]
fn deep_nesting_overflows_no_stack() {
    let world = World::new();
    let deep = |open: &str| format!("<title>Deep</title>{}<p>Words.</p>", open.repeat(100_000));
    world.write("div.html", deep("<div>"));
    world.write("quote.html", deep("<blockquote>"));
    world.write("span.html", deep("<b><i>"));
    world.write("quote.md", format!("# Deep\n\n{} words\n", ">".repeat(100_000)));
    world.write("links.md", format!("# Deep\n\n{}words\n", "[".repeat(100_000)));
    world.write("front.md", format!("---\ntitle: {}\n---\n\nWords.\n", "[".repeat(100_000)));
    let run = world.run(["list"]);
    assert_eq!(run.code, 0, "{run:?}");
    check(&run);
    for entry in fs::read_dir(world.library()).unwrap() {
        let run = world.run([OsStr::new("print"), entry.unwrap().path().as_os_str()]);
        assert!(run.code < 2, "{run:?}");
    }
}
