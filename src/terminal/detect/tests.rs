//! Environments of terminals, as they were found and as they leak into each other.

use super::*;

/// Detects in an environment written `NAME=value NAME=value`.
fn detected(environment: &str) -> Terminal {
    let variables: Vec<(&str, &str)> =
        environment.split_whitespace().filter_map(|pair| pair.split_once('=')).collect();
    detect(&Replies::default(), |name| {
        let found = variables.iter().find(|(key, _)| *key == name);
        found.map(|(_, value)| (*value).to_owned())
    })
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
    check("TERM=xterm-256color KONSOLE_VERSION=221203 COLORFGBG=15;0", "Konsole", Visual);
    check("TERM=xterm-256color COLORFGBG=15;0 WINDOWID=0", "qterminal", Logical);
    check("TERM=mlterm MLTERM=3.9.0 COLORFGBG=default;default", "mlterm", Visual);
    check("TERM=xterm-kitty KITTY_WINDOW_ID=1 WINDOWID=2097164", "kitty", Kitty);
    check("TERM=alacritty ALACRITTY_WINDOW_ID=2097159", "Alacritty", Visual);
    check("TERM=rxvt-unicode-256color COLORFGBG=0;default;15", "urxvt", Visual);
    check("TERM=st-256color WINDOWID=2097157", "st", Visual);
    check("TERM=xterm-256color ZUTTY_VERSION=0.14-DEBUG", "zutty", Visual);
    check("TERM=foot COLORTERM=truecolor", "foot", Visual);
    check("TERM=xterm-256color TERM_PROGRAM=vscode", "VS Code", Visual);
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
        check(&format!("{code} {leaked}"), "VS Code", Dialect::Visual);
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
fn behind_a_multiplexer_the_outer_terminal_decides_and_cannot_be_switched() {
    let cases = [
        ("TERM=tmux-256color TMUX=/tmp/a,1,0 VTE_VERSION=7006", "tmux in VTE", Dialect::Lrm),
        ("TERM=xterm-256color TERM_PROGRAM=tmux VTE_VERSION=7006", "tmux in VTE", Dialect::Lrm),
        ("TERM=screen.xterm-256color VTE_VERSION=7006", "screen in VTE", Dialect::Lrm),
        ("TERM=screen-256color TERM_PROGRAM=tmux", "screen", Dialect::Visual),
        ("TERM=tmux KITTY_WINDOW_ID=1", "tmux in kitty", Dialect::Kitty),
        ("TERM=tmux MLTERM=3.9.0", "tmux in mlterm", Dialect::Logical),
        ("TERM=tmux KONSOLE_VERSION=221203", "tmux in Konsole", Dialect::Logical),
        ("TERM=screen TERM_PROGRAM=Apple_Terminal", "screen in Terminal.app", Dialect::Logical),
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
    assert_eq!(terminal.why, "TERM begins with foot; seen in 1.13 and 1.21");
    let tmux = detected("TERM=tmux VTE_VERSION=\u{1b}c");
    assert!(tmux.why.starts_with("TERM begins with tmux and VTE_VERSION is set; "));
}
