//! `sahifa doctor`, and which files the program makes.

use std::fs;

use super::{World, finish};

#[test]
fn the_doctor_tells_terminal_library_state_and_settings() {
    let world = World::with_library();
    world.write("empty.txt", "");
    world.out(&["bookmark", "add", "english.md"]);
    let mut command = world.command();
    let report = finish(command.env("TERM", "xterm-kitty").arg("doctor"), b"");
    assert_eq!((report.code, report.err.as_str()), (0, ""));
    let library = world.library();
    for line in [
        "  dialect   kitty",
        &format!("  place     {}", library.display()),
        "  articles  4",
        "  problems  1",
        &format!("    {}/empty.txt: the file is empty", library.display()),
        "  bookmarks 1",
        "  health    sound",
    ] {
        assert!(report.out.lines().any(|own| own == line), "{line:?} is not in {}", report.out);
    }
    assert!(report.out.contains("TERM begins with xterm-kitty"), "{}", report.out);
    assert!(report.out.contains("not there: nothing is set"), "{}", report.out);
}

#[test]
fn an_unknown_language_is_told_and_other_programs_read_english() {
    let world = World::with_library();
    world.run(["--language", "de", "list"]).fails(2, &["--language", "ar, he, fa, ur and en"]);
    let mut command = world.command();
    let run = finish(command.env("SAHIFA_LANGUAGE", "de").arg("list"), b"");
    run.fails(1, &["SAHIFA_LANGUAGE", "ar, he, fa, ur and en"]);
    let empty = finish(world.command().env("SAHIFA_LANGUAGE", "").arg("list"), b"");
    assert_eq!(empty.code, 0, "{empty:?}");
    for arguments in [&["list"][..], &["doctor"], &["print", "english.md"]] {
        let arabic = [&["--language", "ar"][..], arguments].concat();
        assert_eq!(world.out(&arabic), world.out(arguments), "{arguments:?}");
    }
}

#[test]
fn the_doctor_takes_a_directory() {
    let world = World::with_library();
    world.write("sub/one.txt", "A title\n\nWords.\n");
    assert!(world.out(&["doctor", "sub"]).contains("articles  1\n"));
    world.run(["doctor", "nowhere"]).fails(1, &["nowhere", "no such file or directory"]);
}

#[test]
fn the_doctor_reports_a_library_that_is_gone() {
    let world = World::new();
    let mut command = world.command();
    let report = finish(command.env("SAHIFA_LIBRARY", "/no/library").arg("doctor"), b"");
    assert_eq!(report.code, 0, "{report:?}");
    assert!(report.out.contains("problem   /no/library: no such file or directory"), "{report:?}");
    assert!(report.out.contains("health"), "{report:?}");
}

#[test]
fn the_doctor_tells_what_is_damaged() {
    let world = World::with_library();
    world.out(&["bookmark", "add", "english.md"]);
    let journals = fs::read_dir(world.state().join("journal")).unwrap().flatten();
    let journal = journals.map(|entry| entry.path()).find(|path| path.is_file()).unwrap();
    let text = fs::read_to_string(&journal).unwrap();
    fs::write(&journal, text.replacen("ferry", "fairy", 1)).unwrap();
    let report = world.out(&["doctor"]);
    assert!(report.contains("damaged lines in the journals: 1"), "{report}");
}

#[test]
fn articles_are_never_written_to() {
    let world = World::with_library();
    let look = || {
        let entries = fs::read_dir(world.library()).unwrap().flatten();
        let mut files: Vec<_> =
            entries.map(|entry| (entry.path(), fs::read(entry.path()).unwrap())).collect();
        files.sort();
        files
    };
    let before = look();
    for arguments in [&["list"][..], &["doctor"], &["print", "english.md"]] {
        world.out(arguments);
    }
    world.out(&["bookmark", "add", "english.md", "arabic.html"]);
    world.out(&["bookmark", "remove", "english.md"]);
    assert_eq!(look(), before);
}

#[test]
fn nothing_is_made_where_the_platform_keeps_its_own() {
    let world = World::with_library();
    world.out(&["bookmark", "add", "english.md"]);
    let made: Vec<_> = fs::read_dir(world.dir.path()).unwrap().flatten().collect();
    let mut names: Vec<_> = made.iter().map(|entry| entry.file_name()).collect();
    names.sort();
    assert_eq!(names, ["library", "state"]);
}
