//! The dialect that is asked for: by the option, by the environment, by the settings, and by the answer
//! that was given to the terminal's self-test.

use std::fs;

use super::{World, finish};

const NAME: (&str, &str) = ("dialect ", "why ");

/// What `doctor` says of the terminal: its dialect, and why.
fn told(world: &World, env: &[(&str, &str)], arguments: &[&str]) -> (String, String) {
    let mut command = world.command();
    command.env("TERM", "foot").envs(env.iter().copied()).args(arguments);
    let run = finish(&mut command, b"");
    assert_eq!(run.code, 0, "{run:?}");
    let value = |label: &str| {
        let row = run.out.lines().find_map(|line| line.trim().strip_prefix(label));
        row.unwrap_or_default().trim().to_owned()
    };
    (value(NAME.0), value(NAME.1))
}

#[test]
fn the_option_outranks_the_environment_and_that_the_settings() {
    let world = World::with_library();
    let settings = world.write(".settings.toml", "dialect = 'lrm'\n");
    let settings = settings.to_str().unwrap();
    let doctor = ["doctor", "--config", settings];
    assert_eq!(told(&world, &[], &["doctor"]).0, "visual");
    assert_eq!(told(&world, &[], &doctor), ("lrm".into(), "the settings say so".into()));
    let kitty = [("SAHIFA_DIALECT", "kitty")];
    assert_eq!(told(&world, &kitty, &doctor), ("kitty".into(), "SAHIFA_DIALECT says so".into()));
    let asked = ["--dialect", "logical", "doctor", "--config", settings];
    assert_eq!(told(&world, &kitty, &asked), ("logical".into(), "--dialect says so".into()));
    let auto = ["doctor", "--dialect", "auto"];
    assert_eq!(told(&world, &kitty, &auto).0, "kitty", "auto is as if it was not given");
    assert_eq!(told(&world, &[("SAHIFA_DIALECT", "")], &["doctor"]).0, "visual");
    assert_eq!(told(&world, &[("SAHIFA_DIALECT", "auto")], &["doctor"]).0, "visual");
}

#[test]
fn print_takes_it_before_and_after_its_name_and_a_pipe_is_logical_without() {
    let world = World::new();
    world.write("a.txt", "כותרת\n\nאבג דה.\n");
    let visual = world.out(&["print", "--dialect", "visual", "a.txt"]);
    assert!(visual.contains("הד גבא"), "{visual}");
    assert_eq!(world.out(&["--dialect", "visual", "print", "a.txt"]), visual);
    assert_eq!(world.out(&["print", "a.txt", "--dialect", "visual"]), visual);
    let logical = world.out(&["print", "a.txt"]);
    assert!(logical.contains("אבג דה"), "{logical}");
    assert_eq!(world.out(&["print", "--dialect", "auto", "a.txt"]), logical);
    let mut command = world.command();
    let run = finish(command.env("SAHIFA_DIALECT", "visual").args(["print", "a.txt"]), b"");
    assert_eq!(run.out, logical, "the environment speaks of the terminal");
}

#[test]
fn a_dialect_that_is_none_is_refused() {
    let world = World::with_library();
    world.run(["--dialect", "welsh", "list"]).fails(2, &["welsh", "visual", "auto"]);
    let mut command = world.command();
    let run = finish(command.env("SAHIFA_DIALECT", "welsh").arg("list"), b"");
    run.fails(1, &["SAHIFA_DIALECT", "no such dialect"]);
}

#[test]
fn the_self_test_needs_a_terminal() {
    let world = World::new();
    world.run(["doctor", "--terminal"]).fails(1, &["--terminal", "no terminal"]);
    world.run(["doctor", "--forget"]).fails(2, &["--terminal"]);
    world.run(["doctor", "--terminal", "."]).fails(2, &["--terminal"]);
}

#[test]
fn forgetting_needs_no_terminal_and_nothing_to_forget() {
    let world = World::new();
    let out = world.out(&["doctor", "--terminal", "--forget"]);
    assert!(out.starts_with("Forgotten."), "{out}");
    let file = world.dir.path().join("file");
    fs::write(&file, "mine").unwrap();
    let run = world.run(["doctor", "--terminal", "--forget", "--state", file.to_str().unwrap()]);
    run.fails(1, &["file", "cannot be kept"]);
}
