//! Terminals as they reply and as their environments were found, and how these leak into each other.

use super::*;

use crate::terminal::Client;
use crate::terminal::ahead_of_entering;
use crate::terminal::ahead_of_leaving;
use crate::terminal::enter_sequence;
use crate::terminal::leave_sequence;

mod behind;
mod rows;

/// Detects in an environment written `NAME=value NAME=value`.
fn detected(environment: &str) -> Terminal {
    replied(&Replies::default(), environment)
}

fn replied(replies: &Replies, environment: &str) -> Terminal {
    let variables: Vec<(&str, &str)> =
        environment.split_whitespace().filter_map(|pair| pair.split_once('=')).collect();
    detect(replies, |name| {
        let found = variables.iter().find(|(key, _)| *key == name);
        found.map(|(_, value)| (*value).to_owned())
    })
}

/// Replies: XTVERSION, empty for none; DA2, empty for none; DECRQM 8. DA1 has come.
fn replies(version: &str, secondary: &[u16], bdsm: Option<u16>) -> Replies {
    Replies {
        version: (!version.is_empty()).then(|| version.to_owned()),
        primary: Some(vec![62]),
        secondary: (!secondary.is_empty()).then(|| secondary.to_owned()),
        bdsm,
        ..Replies::default()
    }
}

const OFF: &str = "\x1b[8l";
const ON: &str = "\x1b[8h";
const ENTERED: &str = "\x1b[?1049h\x1b[H\x1b[2J\x1b[?2004h\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const LEAVING: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[0m";
const LEFT: &str = "\x1b[H\x1b[2J\x1b[?1049l";
const CURSOR: &str = "\x1b[?25h";

#[track_caller]
fn sends(terminal: &Terminal, off: &str, on: &str) {
    if terminal.passage == Passage::Screen {
        let (off, on) = (ahead_of_entering(terminal), ahead_of_leaving(terminal));
        assert_eq!((off.as_str(), on.as_str()), ("\x1bP\x1b[8l\x1b\\", "\x1bP\x1b[8h\x1b\\"));
        return;
    }
    let again = if on == ON { ON } else { "" };
    assert_eq!(enter_sequence(terminal), format!("{off}{ENTERED}"), "{}", terminal.name);
    assert_eq!(
        leave_sequence(terminal),
        format!("{LEAVING}{on}{LEFT}{again}{CURSOR}"),
        "{}",
        terminal.name
    );
    assert_eq!(ahead_of_entering(terminal) + &ahead_of_leaving(terminal), "");
}

#[test]
fn who_has_replied_otherwise_has_inherited_the_variable() {
    let st = Replies { primary: Some(vec![6]), ..Replies::default() };
    for leaked in ["KITTY_WINDOW_ID=1", "KONSOLE_VERSION=221203", "COLORFGBG=15;0 WINDOWID=0"] {
        let environment = format!("TERM=xterm-256color {leaked}");
        assert_ne!(detected(&environment).name, "unknown");
        assert_eq!(replied(&st, &environment).name, "unknown", "{leaked}");
    }
    assert_eq!(replied(&st, "TERM=st-256color KITTY_WINDOW_ID=1").name, "st");
}

#[test]
fn a_name_that_we_do_not_know_is_its_name_nevertheless() {
    let terminal = replied(&replies("Nova\u{1b}[31m 2", &[], None), "TERM=xterm VTE_VERSION=7006");
    assert_eq!((terminal.name.as_str(), terminal.kind.as_str()), ("unknown", "unknown: Nova"));
    assert!(!terminal.why.contains("Nova"));
    assert_eq!(detected("TERM=strange").kind, "unknown: strange");
}

#[test]
fn kitty_that_was_told_force_ltr_gets_visual_rows() {
    for version in ["kitty(0.26.5)", "kitty(0.41.1)"] {
        let kitty = replied(&replies(version, &[], None), "").with_force_ltr();
        assert_eq!(kitty.dialect, Dialect::Visual);
        assert_eq!(kitty.layout(), (Order::Visual, Joining::FormsOrBase));
        assert!(kitty.kind.ends_with(", force_ltr"));
    }
    let foot = detected("TERM=foot");
    assert_eq!(foot.clone().with_force_ltr(), foot);
}

#[test]
fn letters_without_forms_are_left_to_terminals_that_join_what_is_in_visual_order() {
    let joining = |environment| detected(environment).layout().1;
    assert_eq!(joining("TERM=xterm-ghostty"), Joining::FormsOrBase);
    assert_eq!(joining("VTE_VERSION=7006"), Joining::Forms);
    assert_eq!(joining("TERM=tmux VTE_VERSION=7006"), Joining::Forms);
    assert_eq!(joining("TERM=foot"), Joining::Forms);
    assert_eq!(joining("TERM=dumb"), Joining::Base);
}

#[test]
fn who_lists_the_clipboard_among_its_attributes_takes_what_is_copied() {
    let clipboard = |primary: &[u16]| {
        let replies = Replies { primary: Some(primary.to_owned()), ..Replies::default() };
        replied(&replies, "TERM=vte-direct").traits.clipboard
    };
    assert_eq!(clipboard(&[61, 22, 52]), Clipboard::Takes);
    assert_eq!(clipboard(&[61, 22]), Clipboard::Refuses);
}

#[track_caller]
fn check(environment: &str, name: &str, dialect: Dialect) {
    let terminal = detected(environment);
    assert_eq!((terminal.name.as_str(), terminal.dialect), (name, dialect), "{environment}");
}

#[test]
fn terminals_are_told_by_the_environments_that_they_were_seen_to_set() {
    use Dialect::{Kitty, Logical, Visual};
    check("TERM=xterm XTERM_VERSION=XTerm(379) WINDOWID=2097164", "xterm", Visual);
    check("TERM=xterm-256color VTE_VERSION=7006 COLORTERM=truecolor", "VTE", Visual);
    check(
        "TERM=xterm-256color KONSOLE_VERSION=221203 COLORFGBG=15;0",
        "Konsole before 24.12",
        Visual,
    );
    check("TERM=xterm-256color COLORFGBG=15;0 WINDOWID=0", "qterminal", Dialect::Implicit);
    check("TERM=mlterm MLTERM=3.9.0 COLORFGBG=default;default", "mlterm", Visual);
    check("TERM=xterm-kitty KITTY_WINDOW_ID=1 WINDOWID=2097164", "kitty", Kitty);
    check("TERM=alacritty ALACRITTY_WINDOW_ID=2097159", "Alacritty", Visual);
    check("TERM=rxvt-unicode-256color COLORFGBG=0;default;15", "urxvt", Visual);
    check("TERM=st-256color WINDOWID=2097157", "st", Visual);
    check("TERM=xterm-256color ZUTTY_VERSION=0.14-DEBUG", "zutty", Visual);
    check("TERM=foot COLORTERM=truecolor", "foot", Visual);
    check("TERM=xterm-256color TERM_PROGRAM=vscode", "xterm.js", Dialect::Lrm);
    check("TERM=xterm-ghostty TERM_PROGRAM=ghostty", "Ghostty", Visual);
    check("TERM=xterm-256color WT_SESSION=0 WSLENV=", "Windows Terminal", Visual);
    check("TERM=xterm-256color TERM_PROGRAM=Apple_Terminal", "Terminal.app", Logical);
    check("TERM=dumb", "dumb", Logical);
}

#[test]
fn what_nobody_knows_is_taken_for_visual() {
    for environment in ["", "TERM=", "TERM=xterm-256color", "TERM=xterm WINDOWID=2097437"] {
        check(environment, "unknown", Dialect::Visual);
        assert_eq!(detected(environment).switch, Switch::BDSM);
    }
}

#[test]
fn term_outranks_what_leaked() {
    check("TERM=xterm-kitty VTE_VERSION=7006 KONSOLE_VERSION=221203", "kitty", Dialect::Kitty);
    check("TERM=mlterm KITTY_WINDOW_ID=1 TERM_PROGRAM=vscode", "mlterm", Dialect::Visual);
    check("TERM=alacritty KONSOLE_VERSION=221203", "Alacritty", Dialect::Visual);
    check("TERM=foot KITTY_WINDOW_ID=1 XTERM_VERSION=XTerm(398)", "foot", Dialect::Visual);
    check("TERM=xterm XTERM_VERSION=XTerm(398) KONSOLE_VERSION=221203", "xterm", Dialect::Visual);
    check("TERM=xterm XTERM_VERSION=XTerm(398) KITTY_WINDOW_ID=3", "xterm", Dialect::Visual);
    check(
        "TERM=xterm XTERM_VERSION=XTerm(398) TERM_PROGRAM=Apple_Terminal",
        "xterm",
        Dialect::Visual,
    );
}

#[test]
fn the_program_outranks_leaked_variables() {
    let code = "TERM=xterm-256color TERM_PROGRAM=vscode";
    for leaked in ["KONSOLE_VERSION=221203", "VTE_VERSION=8001", "KITTY_WINDOW_ID=1"] {
        check(&format!("{code} {leaked}"), "xterm.js", Dialect::Lrm);
    }
}

#[test]
fn of_two_variables_the_harmless_guess_wins() {
    let both = detected("TERM=xterm-256color VTE_VERSION=7006 KONSOLE_VERSION=221203");
    assert_eq!(both.switch, Switch::KONSOLE);
    let from_xterm = detected("TERM=xterm-256color XTERM_VERSION=XTerm(379) MLTERM=3.9.0");
    assert_eq!(from_xterm.switch, Switch::MLTERM);
    check("TERM=xterm-256color KITTY_WINDOW_ID=1 VTE_VERSION=7006", "VTE", Dialect::Visual);
    check(
        "TERM=xterm-256color KITTY_WINDOW_ID=1 WINDOWID=0 COLORFGBG=0;15",
        "kitty",
        Dialect::Kitty,
    );
}

#[test]
fn behind_tmux_the_outer_terminal_decides_and_cannot_be_switched() {
    let cases = [
        ("TERM=tmux-256color TMUX=/tmp/a,1,0 VTE_VERSION=7006", "tmux in VTE", Dialect::Lrm),
        ("TERM=xterm-256color TERM_PROGRAM=tmux VTE_VERSION=7006", "tmux in VTE", Dialect::Lrm),
        ("TERM=screen-256color TMUX=/a,1,0 VTE_VERSION=7006", "tmux in VTE", Dialect::Lrm),
        ("TERM=tmux KITTY_WINDOW_ID=1", "tmux in kitty", Dialect::Kitty),
        ("TERM=tmux MLTERM=3.9.0", "tmux in mlterm", Dialect::Logical),
        ("TERM=tmux KONSOLE_VERSION=221203", "tmux in Konsole before 24.12", Dialect::Implicit),
        ("TERM=tmux XTERM_VERSION=XTerm(379)", "tmux in xterm", Dialect::Visual),
    ];
    for (environment, name, dialect) in cases {
        check(environment, name, dialect);
        assert_eq!(detected(environment).switch, Switch::BDSM, "{environment}");
    }
}

#[test]
fn a_terminal_started_from_tmux_is_not_taken_for_tmux() {
    let leaked = "TMUX=/tmp/a,1,0 TERM_PROGRAM=tmux";
    check(&format!("TERM=xterm-kitty {leaked}"), "kitty", Dialect::Kitty);
    check(&format!("TERM=xterm XTERM_VERSION=XTerm(379) {leaked}"), "xterm", Dialect::Visual);
}

#[test]
fn iterm_reorders_from_3_7_on() {
    let iterm = "TERM=xterm-256color TERM_PROGRAM=iTerm.app TERM_PROGRAM_VERSION";
    check(&format!("{iterm}=3.6.11"), "iTerm2 before 3.7", Dialect::Visual);
    check(&format!("{iterm}=3.7.0beta2"), "iTerm2", Dialect::Logical);
    check(&format!("{iterm}=3.10.1"), "iTerm2", Dialect::Logical);
    check(&format!("{iterm}=next"), "iTerm2 before 3.7", Dialect::Visual);
}

#[test]
fn a_name_that_only_begins_alike_is_another_terminal() {
    check("TERM=stterm-256color", "unknown", Dialect::Visual);
    check("TERM=footer", "unknown", Dialect::Visual);
}

#[test]
fn the_reason_is_ours_to_print() {
    let terminal = detected("TERM=foot\u{1b}[31m");
    assert_eq!(
        terminal.why,
        "TERM begins with foot; seen in 1.13 and 1.21; the clipboard by its manual"
    );
    let tmux = detected("TERM=tmux VTE_VERSION=\u{1b}c");
    assert!(tmux.why.starts_with("TERM begins with tmux; behind it: VTE_VERSION is set; "));
}
