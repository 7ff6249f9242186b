//! What holds for every command: options, environment, settings, exit codes, errors, closed pipes.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use super::{World, assert_harmless, finish};

#[test]
fn help_and_version_are_no_error() {
    let world = World::new();
    for arguments in [&["--help"][..], &["-h"], &["help", "list"], &["print", "--help"]] {
        let help = world.out(arguments);
        assert!(help.contains("Usage: sahifa"), "{help}");
        assert_harmless(&help);
    }
    let help = world.out(&["--help"]);
    for word in ["print", "list", "bookmark", "doctor", "completions", "man", "SAHIFA_STATE"] {
        assert!(help.contains(word), "{word}");
    }
    assert!(world.out(&["list", "--help"]).contains("newest"));
    assert_eq!(world.out(&["--version"]), format!("sahifa {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn bad_usage_is_exit_2_and_one_line() {
    let world = World::new();
    world.run(["print"]).fails(2, &["FILE|ID|-", "--help"]);
    world.run(["print", "--width", "wide", "x"]).fails(2, &["wide", "--width"]);
    world.run(["print", "--width", "-1", "x"]).fails(2, &["-1"]);
    world.run(["print", "--width", "70000", "x"]).fails(2, &["70000"]);
    world.run(["print", "--dialect", "welsh", "x"]).fails(2, &["welsh", "visual", "logical"]);
    world.run(["print", "--plain", "--json", "x"]).fails(2, &["--plain", "--json"]);
    world.run(["list", "--frob"]).fails(2, &["--frob"]);
    world.run(["list", "a", "b"]).fails(2, &["b"]);
    world.run(["bookmark", "frob"]).fails(2, &["frob"]);
    world.run(["bookmark", "add"]).fails(2, &["FILE|ID"]);
    world.run(["completions", "tcsh"]).fails(2, &["tcsh", "bash"]);
    world.run(["--state", "", "list"]).fails(2, &["--state"]);
}

#[test]
fn places_are_given_before_or_after_the_command() {
    let world = World::with_library();
    let other = world.dir.path().join("other");
    fs::create_dir(&other).unwrap();
    fs::write(other.join("one.txt"), "A title\n\nWords of another library.\n").unwrap();
    let other = other.to_str().unwrap();
    let before = world.out(&["--library", other, "list"]);
    assert_eq!(before.lines().count(), 1);
    assert_eq!(world.out(&["list", "--library", other]), before);
    assert_eq!(world.out(&["list", other]), before);
    let state = world.dir.path().join("elsewhere");
    let state = state.to_str().unwrap();
    world.out(&["--state", state, "bookmark", "add", "hebrew.txt"]);
    assert_eq!(world.out(&["bookmark", "list", "--state", state]).lines().count(), 1);
    assert_eq!(world.out(&["bookmark", "list"]), "");
}

#[test]
fn an_empty_variable_is_not_set() {
    let world = World::with_library();
    let settings = world.write(".settings.toml", "library = '.'\n");
    let mut command = world.command();
    command.env("SAHIFA_LIBRARY", "").env("SAHIFA_CONFIG", settings).args(["list"]);
    let run = finish(&mut command, b"");
    assert_eq!((run.code, run.out.lines().count()), (0, 4), "{run:?}");
}

#[test]
fn a_library_is_named_in_any_way() {
    let world = World::with_library();
    let absolute = world.library().to_str().unwrap().to_owned();
    for name in [".", "./", "../library", "../library/", &absolute, &format!("{absolute}/")] {
        let found = world.json(&["list", "--json", name]);
        assert_eq!(found.len(), 4, "{name}");
        for article in &found {
            let path = article["path"].as_str().unwrap();
            assert!(path.starts_with(name) && !path.contains("//"), "{path}");
            assert!(world.library().join(path).is_file(), "{path}");
        }
    }
}

#[test]
fn settings_name_the_library_and_the_dialect() {
    let world = World::with_library();
    let settings = world.dir.path().join("settings.toml");
    fs::write(&settings, "library = \"library\"\ndialect = \"logical\"\nmarks = false\n").unwrap();
    let settings = settings.to_str().unwrap();
    let mut command = world.command();
    command.env_remove("SAHIFA_LIBRARY").args(["--config", settings, "list", "--json"]);
    assert_eq!(finish(&mut command, b"").out.lines().count(), 4);
    let doctor = world.out(&["--config", settings, "doctor"]);
    assert!(doctor.contains("dialect   logical") && doctor.contains("settings say so"), "{doctor}");
    let hidden = world.out(&["--config", settings, "print", "arabic.html"]);
    assert!(hidden.contains("كتب") && !hidden.contains("كَتَبَ"));
    let shown = world.out(&["--config", settings, "print", "arabic.html", "--marks", "show"]);
    assert!(shown.contains("كَتَبَ"));
}

#[test]
fn broken_settings_are_a_failure_that_names_file_and_line() {
    let world = World::with_library();
    let settings = world.dir.path().join("settings.toml");
    let name = settings.to_str().unwrap();
    world.run(["--config", name, "list"]).fails(1, &[name, "no such file"]);
    fs::write(&settings, "marks = true\nlibary = 'x'\n").unwrap();
    world.run(["--config", name, "list"]).fails(1, &[name, "line 2", "libary"]);
    fs::write(&settings, "marks = \n").unwrap();
    world.run(["--config", name, "list"]).fails(1, &[name, "line 1"]);
    fs::write(&settings, "dialect = 'welsh'\n").unwrap();
    world.run(["--config", name, "list"]).fails(1, &[name, "line 1", "visual"]);
    world.run(["--config", "/", "list"]).fails(1, &["/", "cannot be read"]);
    fs::write(&settings, "library = 'nowhere'\n").unwrap();
    let mut command = world.command();
    command.env_remove("SAHIFA_LIBRARY").args(["--config", name, "list"]);
    finish(&mut command, b"").fails(1, &["nowhere", "no such file or directory"]);
}

#[test]
fn without_a_terminal_the_reader_refuses() {
    let world = World::with_library();
    for arguments in [&[][..], &["english.md"], &["."], &["english.md", "hebrew.txt"]] {
        world.run(arguments).fails(1, &["not a terminal", "sahifa print"]);
    }
    world.run(["nowhere"]).fails(1, &["nowhere", "no such file or directory"]);
    world.run(["-", "english.md"]).fails(1, &["standard input", "files"]);
}

#[test]
fn a_pipe_closed_at_the_other_end_is_success() {
    let world = World::new();
    let long = "Words upon words that go on and on.\n\n".repeat(20_000);
    world.write("long.txt", format!("A long title\n\n{long}"));
    let commands: [&[&str]; 5] = [
        &["print", "long.txt"],
        &["print", "--json", "long.txt"],
        &["print", "--plain", "long.txt"],
        &["completions", "zsh"],
        &["man"],
    ];
    for arguments in commands {
        let mut command = world.command();
        command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::with_capacity(16, child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert!(!line.is_empty());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "a skipped test says so")]
fn a_full_disk_is_a_failure() {
    let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else {
        println!("skipped: there is no /dev/full");
        return;
    };
    let world = World::with_library();
    for arguments in [&["print", "english.md"][..], &["list"], &["doctor"], &["man"]] {
        let mut command = world.command();
        command.args(arguments).stdout(full.try_clone().unwrap()).stderr(Stdio::piped());
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("space"), "{arguments:?}");
    }
}

#[test]
fn completions_and_the_manual_know_every_command() {
    let world = World::new();
    for shell in ["bash", "zsh", "fish"] {
        let script = world.out(&["completions", shell]);
        for word in ["print", "bookmark", "doctor", "dialect", "library"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    let manual = world.out(&["man"]);
    assert!(manual.contains(".TH sahifa 1"), "{manual}");
    for word in
        ["sahifa print", "sahifa bookmark add", "\\-\\-dialect", "SAHIFA_STATE", "Exit status"]
    {
        assert!(manual.contains(word), "{word}");
    }
    assert_harmless(&manual);
}
