//! Every row of the table: told by its replies, told by its environment, told by its replies against an
//! environment that misleads; and the bytes that it is sent.

use super::*;

/// XTVERSION and DA2, empty for none, and DECRQM 8.
type Said = (&'static str, &'static [u16], Option<u16>);

/// A row of the table: its name, what it replies, its environment (each empty where it has none),
/// what stops it from reordering and what gives that back.
type Row = (&'static str, Said, &'static str, &'static str, &'static str);

const SILENT: Said = ("", &[], None);
const KONSOLE: (&str, &str) = (
    "\x1b[8l\x1b]50;BidiRenderingEnabled=false\x07",
    "\x1b]50;BidiRenderingEnabled=true\x07\x1b[8h",
);
const MLTERM: (&str, &str) =
    ("\x1b[8l\x1b]5379;use_ctl=false\x07", "\x1b]5379;use_ctl=true\x07\x1b[8h");

const ROWS: &[Row] = &[
    ("dumb", SILENT, "TERM=dumb", "", ""),
    ("tmux", ("tmux 3.3a", &[84, 0, 0], None), "TERM=tmux-256color", OFF, ON),
    ("screen", ("", &[83, 40900, 0], None), "TERM=screen.xterm-256color STY=1.a", "", ""),
    (
        "Konsole",
        ("Konsole 25.04.2", &[1, 115, 0], None),
        "TERM=xterm-256color KONSOLE_VERSION=250402",
        KONSOLE.0,
        KONSOLE.1,
    ),
    (
        "Konsole before 24.12",
        ("Konsole 22.12.3", &[1, 115, 0], None),
        "TERM=xterm-256color KONSOLE_VERSION=221203",
        KONSOLE.0,
        KONSOLE.1,
    ),
    ("mlterm", ("", &[24, 279, 0], Some(0)), "TERM=mlterm", MLTERM.0, MLTERM.1),
    ("VTE", ("", &[65, 7006, 1], Some(1)), "TERM=xterm-256color VTE_VERSION=7006", OFF, ON),
    (
        "COSMIC Terminal",
        SILENT,
        "TERM=xterm-256color ALACRITTY_WINDOW_ID=0 WINDOWID=0 XDG_CURRENT_DESKTOP=COSMIC",
        "",
        "",
    ),
    ("Alacritty", ("", &[0, 1700, 1], Some(0)), "TERM=alacritty", OFF, ON),
    ("foot", ("foot(1.13.1)", &[1, 11301, 0], None), "TERM=foot", OFF, ON),
    ("urxvt", ("", &[85, 95, 0], None), "TERM=rxvt-unicode-256color", OFF, ON),
    ("st", SILENT, "TERM=st-256color", OFF, ON),
    ("zutty", ("", &[64, 0, 0], None), "TERM=xterm-256color ZUTTY_VERSION=0.14", OFF, ON),
    ("xterm.js", ("xterm.js(6.0)", &[0, 276, 0], Some(0)), "TERM_PROGRAM=vscode", OFF, ON),
    (
        "WezTerm",
        ("WezTerm 20240203-110809", &[1, 277, 0], None),
        "TERM=xterm-256color TERM_PROGRAM=WezTerm",
        OFF,
        "",
    ),
    ("Ghostty", ("ghostty 1.2.0", &[1, 10, 0], Some(0)), "TERM=xterm-ghostty", OFF, ON),
    ("Contour", ("contour 0.6.1.7494", &[65, 100, 0], Some(0)), "TERM=contour", OFF, ON),
    ("Rio", ("Rio 0.2.37", &[], None), "TERM=rio", OFF, ON),
    ("Warp", ("Warp(v0.2026)", &[], None), "TERM_PROGRAM=WarpTerminal", OFF, ON),
    (
        "mintty",
        ("mintty 3.7.0", &[77, 30700, 0], Some(1)),
        "TERM=xterm-256color TERM_PROGRAM=mintty",
        OFF,
        ON,
    ),
    (
        "iTerm2",
        ("iTerm2 3.7.0", &[64, 2500, 0], None),
        "TERM_PROGRAM=iTerm.app TERM_PROGRAM_VERSION=3.7.0",
        "",
        "",
    ),
    (
        "iTerm2 before 3.7",
        ("iTerm2 3.5.10", &[64, 2500, 0], None),
        "TERM_PROGRAM=iTerm.app TERM_PROGRAM_VERSION=3.5.10",
        OFF,
        ON,
    ),
    ("Terminal.app", ("", &[1, 95, 0], None), "TERM_PROGRAM=Apple_Terminal", "", ""),
    ("PuTTY", ("", &[0, 136, 0], None), "TERM=putty-256color", "", ""),
    ("Windows Terminal", ("", &[0, 10, 1], None), "WT_SESSION=0", OFF, ON),
    ("Linux console", SILENT, "TERM=linux", OFF, ON),
    ("xterm", ("XTerm(379)", &[41, 379, 0], Some(0)), "XTERM_VERSION=XTerm(379)", OFF, ON),
    ("kitty from 0.40", ("kitty(0.41.1)", &[1, 4000, 41], Some(0)), "", OFF, ON),
    ("kitty", ("kitty(0.26.5)", &[1, 4000, 26], Some(0)), "TERM=xterm-kitty", OFF, ON),
    ("qterminal", ("", &[0, 115, 0], None), "COLORFGBG=15;0 WINDOWID=0", "", ""),
];

#[test]
fn every_row_of_the_table_is_tried() {
    let tried: Vec<&str> = ROWS.iter().map(|row| row.0).collect();
    let known: Vec<&str> = KNOWN.iter().map(|known| known.name).collect();
    for name in &known {
        assert!(tried.contains(name), "{name}");
    }
    assert_eq!(tried.len(), known.len());
}

#[test]
fn each_terminal_is_told_by_its_environment_alone_and_switched_as_it_needs() {
    for (name, _, environment, off, on) in ROWS.iter().copied() {
        if environment.is_empty() {
            continue;
        }
        let terminal = detected(environment);
        assert_eq!(terminal.name, name, "{environment}");
        sends(&terminal, off, on);
    }
}

#[test]
fn each_terminal_is_told_by_its_replies_alone() {
    for (name, said, _, off, on) in ROWS.iter().copied() {
        if said == SILENT {
            continue;
        }
        let terminal = replied(&replies(said.0, said.1, said.2), "TERM=xterm-256color");
        assert_eq!(terminal.name, name, "{said:?}");
        sends(&terminal, off, on);
    }
}

#[test]
fn replies_outrank_whatever_leaked() {
    let leaks = [
        "TERM=xterm-256color VTE_VERSION=7006 KONSOLE_VERSION=221203 MLTERM=3.9.0 KITTY_WINDOW_ID=1",
        "TERM=xterm-256color TERM_PROGRAM=Apple_Terminal COLORFGBG=15;0 WINDOWID=0",
        "TERM=xterm-256color TERM_PROGRAM=vscode XTERM_VERSION=XTerm(379) ZUTTY_VERSION=0.14",
    ];
    for (name, said, _, off, on) in ROWS.iter().copied() {
        if said == SILENT || ["tmux", "screen"].contains(&name) {
            continue;
        }
        for leaked in leaks {
            let terminal = replied(&replies(said.0, said.1, said.2), leaked);
            assert_eq!(terminal.name, name, "{leaked}");
            sends(&terminal, off, on);
        }
    }
}

#[test]
fn the_mode_is_given_back_as_it_was_found() {
    use Dialect::{Logical, Visual};
    let cases = [
        ("Nova 1", &[][..], Some(1), Visual, OFF, ON),
        ("Nova 1", &[], Some(2), Visual, OFF, ""),
        ("Nova 1", &[], Some(3), Logical, "", ""),
        ("Nova 1", &[], Some(4), Visual, "", ""),
        ("Nova 1", &[], Some(0), Visual, OFF, ON),
        ("", &[65, 7006, 1], Some(2), Visual, OFF, ""),
        ("WezTerm 2026", &[], Some(1), Visual, OFF, ON),
        ("WezTerm 2026", &[], Some(2), Visual, OFF, ""),
        ("iTerm2 4.0", &[], Some(1), Visual, OFF, ON),
    ];
    for (version, secondary, bdsm, dialect, off, on) in cases {
        let terminal = replied(&replies(version, secondary, bdsm), "");
        assert_eq!(terminal.dialect, dialect, "{version} {bdsm:?}");
        sends(&terminal, off, on);
    }
}
