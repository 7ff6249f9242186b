//! The commands on a terminal instead of a pipe: width, dialect and colours follow it.

use std::io::{Read, Write};
use std::num::NonZero;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::World;

/// What a terminal is asked before anything is written to it; the last question is always answered.
const QUESTIONS: &str = "\x1b7\x1b[>0q\x1b[>c\x1b[?u\x1b[?2501$p\x1b[8$p\x1b8\x1b[K\x1b[c";
const ANSWER: &[u8] = b"\x1b[?1;2c";

/// What a command writes to a terminal of this many columns, which has answered its questions.
fn written(world: &World, columns: u16, env: &[(&str, &str)], arguments: &[&str]) -> String {
    let size = PtySize { rows: 24, cols: columns, pixel_width: 0, pixel_height: 0 };
    let pty = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sahifa"));
    command.env_clear();
    command.cwd(world.library());
    command.env("HOME", world.dir.path());
    command.env("SAHIFA_LIBRARY", world.library());
    command.env("SAHIFA_STATE", world.state());
    env.iter().for_each(|(name, value)| command.env(name, value));
    command.args(arguments);
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let mut reader = pty.master.try_clone_reader().unwrap();
    let mut writer = pty.master.take_writer().unwrap();
    let (mut bytes, mut chunk) = (Vec::new(), [0; 4096]);
    // At the end, a terminal whose program is gone is an error on some platforms.
    while let Ok(length @ 1..) = reader.read(&mut chunk) {
        bytes.extend_from_slice(&chunk[..length]);
        if bytes == QUESTIONS.as_bytes() {
            writer.write_all(ANSWER).unwrap();
        }
    }
    assert!(child.wait().unwrap().success());
    let written = String::from_utf8(bytes).unwrap().replace("\r\n", "\n");
    written.strip_prefix(QUESTIONS).expect("the terminal is asked first").to_owned()
}

fn nonzero(number: u16) -> NonZero<u16> {
    NonZero::new(number).unwrap()
}

fn lines(written: &str, columns: u16) -> Vec<String> {
    let mut screen = vt100::Parser::new(nonzero(60), nonzero(columns), 0);
    screen.process(written.replace('\n', "\r\n").as_bytes());
    screen.screen().rows(0, columns).collect()
}

#[test]
fn a_terminal_gets_its_width_its_dialect_and_colours() {
    let world = World::new();
    world.write("a.txt", "כותרת\n\nאבג דה אבג דה אבג דה אבג דה אבג דה.\n");
    let out = written(&world, 30, &[("TERM", "xterm")], &["print", "a.txt"]);
    assert!(out.contains("\u{1b}[1m"), "{out:?}");
    let lines = lines(&out, 30);
    assert_eq!(lines[0], format!("{:>30}", "תרתוכ"));
    assert_eq!(lines[2], format!("{:>30}", "הד גבא הד גבא הד גבא הד גבא"));
    let plain = written(&world, 30, &[("TERM", "xterm"), ("NO_COLOR", "1")], &["print", "a.txt"]);
    assert!(!plain.contains("\u{1b}[1m"), "{plain:?}");
}

#[test]
fn a_terminal_that_reorders_is_switched_off_once_and_on_again() {
    let world = World::with_library();
    for arguments in [&["list"][..], &["print", "hebrew.txt"], &["bookmark", "list"], &["doctor"]] {
        let out = written(&world, 80, &[("TERM", "xterm"), ("VTE_VERSION", "7600")], arguments);
        assert!(
            out.starts_with("\u{1b}[8l") && out.ends_with("\u{1b}[8h"),
            "{arguments:?} {out:?}"
        );
        assert_eq!(out.matches("\u{1b}[8l").count(), 1, "{arguments:?}");
    }
}

#[test]
fn a_listing_fits_the_rows_of_a_terminal() {
    let world = World::with_library();
    let out = written(&world, 50, &[("TERM", "xterm")], &["list"]);
    let lines = lines(&out, 50);
    let shown: Vec<_> = lines.iter().filter(|line| !line.is_empty()).collect();
    assert_eq!(shown.len(), 4, "{shown:?}");
    assert!(shown.iter().any(|line| line.contains("The ferry")), "{shown:?}");
    assert!(shown.iter().any(|line| line.contains("שדחה רשגה")), "{shown:?}");
}
