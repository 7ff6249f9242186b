//! Terminals behind multiplexers: which one it is, and what gets through to it.

use super::*;

/// tmux in front of a terminal of this name and `TERM`.
fn in_tmux(version: &str, term: &str) -> Replies {
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let client = Client { version: text(version), term: text(term), passes: false, copies: false };
    Replies { client: Some(client), ..replies("tmux 3.5a", &[84, 0, 0], None) }
}

fn passing(mut replies: Replies) -> Replies {
    replies.client.as_mut().unwrap().passes = true;
    replies
}

#[test]
fn what_tmux_tells_of_its_client_outranks_the_environment() {
    use Dialect::{Kitty, Logical, Lrm, Visual};
    let leaked = "TERM=tmux-256color TMUX=/a,1,0 KITTY_WINDOW_ID=1";
    let cases = [
        ("Konsole 22.12.3", "xterm-256color", "tmux in Konsole before 24.12", Dialect::Implicit),
        ("VTE(8001)", "xterm-256color", "tmux in VTE", Lrm),
        ("", "xterm", "tmux in PuTTY", Logical),
        ("XTerm(379)", "xterm-256color", "tmux in xterm", Visual),
        ("", "foot", "tmux in foot", Visual),
        ("kitty(0.41.1)", "xterm-kitty", "tmux in kitty from 0.40", Kitty),
        ("", "", "tmux in kitty", Kitty),
        ("Nova 1", "xterm-256color", "tmux", Visual),
    ];
    for (version, term, name, dialect) in cases {
        let terminal = replied(&in_tmux(version, term), leaked);
        assert_eq!((terminal.name.as_str(), terminal.dialect), (name, dialect));
        assert_eq!(terminal.traits.clipboard, Clipboard::Refuses);
        sends(
            &terminal,
            if dialect == Logical { "" } else { OFF },
            if dialect == Logical { "" } else { ON },
        );
    }
}

#[test]
fn where_tmux_passes_on_the_switch_goes_ahead_in_an_envelope() {
    use Dialect::Visual;
    let bdsm = ("\x1bPtmux;\x1b\x1b[8l\x1b\\", "\x1bPtmux;\x1b\x1b[8h\x1b\\");
    let konsole = (
        "\x1bPtmux;\x1b\x1b[8l\x1b\x1b]50;BidiRenderingEnabled=false\x07\x1b\\",
        "\x1bPtmux;\x1b\x1b]50;BidiRenderingEnabled=true\x07\x1b\x1b[8h\x1b\\",
    );
    let mlterm = (
        "\x1bPtmux;\x1b\x1b[8l\x1b\x1b]5379;use_ctl=false\x07\x1b\\",
        "\x1bPtmux;\x1b\x1b]5379;use_ctl=true\x07\x1b\x1b[8h\x1b\\",
    );
    let cases = [
        ("mintty 3.7.0", Visual, bdsm),
        ("Konsole 25.04.2", Visual, konsole),
        ("mlterm(3.9.4)", Visual, mlterm),
        ("Nova 1", Visual, bdsm),
    ];
    for (version, dialect, (off, on)) in cases {
        let terminal = replied(&passing(in_tmux(version, "xterm-256color")), "");
        assert_eq!(terminal.dialect, dialect, "{version}");
        assert_eq!(ahead_of_entering(&terminal), off);
        assert_eq!(ahead_of_leaving(&terminal), on);
        assert_eq!(enter_sequence(&terminal), ENTERED);
        assert_eq!(leave_sequence(&terminal), format!("{LEAVING}{LEFT}{CURSOR}"));
        assert!(!terminal.keeps_printed_rows() && terminal.kind.ends_with(", passing on"));
    }
}

#[test]
fn where_rows_come_out_right_without_a_switch_none_is_sent_through() {
    use Dialect::{Kitty, Logical, Lrm, Visual};
    let cases = [
        ("VTE(8001)", Lrm),
        ("XTerm(379)", Visual),
        ("WezTerm 2024", Visual),
        ("kitty(0.41.1)", Kitty),
        ("iTerm2 3.7.0", Logical),
    ];
    for (version, dialect) in cases {
        let terminal = replied(&passing(in_tmux(version, "xterm-256color")), "");
        assert_eq!((terminal.dialect, terminal.passage), (dialect, Passage::Tmux), "{version}");
        assert_eq!(ahead_of_entering(&terminal) + &ahead_of_leaving(&terminal), "");
        assert_eq!(enter_sequence(&terminal), ENTERED);
        assert_eq!(leave_sequence(&terminal), format!("{LEAVING}{LEFT}{CURSOR}"));
        assert!(terminal.keeps_printed_rows());
    }
}

#[test]
fn screen_always_passes_on() {
    let cases = [
        ("TERM=screen.xterm-256color STY=1.a VTE_VERSION=7006", "screen in VTE", Dialect::Lrm),
        ("TERM=screen TERM_PROGRAM=Apple_Terminal", "screen in Terminal.app", Dialect::Logical),
        ("TERM=screen KITTY_WINDOW_ID=1", "screen in kitty", Dialect::Kitty),
    ];
    for (environment, name, dialect) in cases {
        check(environment, name, dialect);
        assert_eq!(detected(environment).passage, Passage::Screen);
    }
}

#[test]
fn the_user_is_told_what_would_help_where_something_would() {
    let advice = |version| replied(&in_tmux(version, ""), "").why.contains("allow-passthrough");
    assert!(advice("Konsole 25.04") && advice("mlterm(3.9.4)"));
    assert!(!advice("VTE(8001)") && !advice("iTerm2 3.7") && !advice("XTerm(379)"));
    assert!(!replied(&passing(in_tmux("Konsole 25.04", "")), "").why.contains("allow-passthrough"));
}

#[test]
fn vowel_signs_are_kept_from_kitty_where_it_joins_words() {
    let marks = |terminal: Terminal| terminal.traits.marks;
    assert_eq!(marks(replied(&replies("kitty(0.41.1)", &[], None), "")), Marks::Show);
    assert_eq!(marks(replied(&replies("kitty(0.26.5)", &[], None), "")), Marks::Hide);
    assert_eq!(marks(replied(&in_tmux("kitty(0.41.1)", "xterm-kitty"), "")), Marks::Hide);
}
