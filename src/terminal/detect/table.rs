//! The terminals that we know: one row each, with its signs and where our knowledge comes from.
//!
//! "Seen" means that text was written to that version and looked at on its screen; "by its source"
//! that the code was read. Within one rank of signs the first row wins, so a row whose signs leak
//! often, or whose dialect is wrong everywhere else, stands low.

use super::Known;
use super::Sign::{Program, ProgramFrom, Set, SetWith, Term, TermWith};
use super::Switch;
use crate::terminal::Dialect;

/// What holds for most of them: cells are drawn where they are put.
const PLAIN: Known = Known {
    name: "",
    signs: &[],
    dialect: Dialect::Visual,
    behind: Dialect::Visual,
    switch: Switch::BDSM,
    proof: "",
};

pub(super) static KNOWN: &[Known] = &[
    Known {
        name: "dumb",
        signs: &[Term("dumb")],
        dialect: Dialect::Logical,
        proof: "text for it goes on to a screen reader, an editor or a log",
        ..PLAIN
    },
    Known {
        name: "tmux",
        signs: &[Term("tmux"), Program("tmux")],
        proof: "tmux swallows the switches: seen in 3.3a and 3.5a",
        ..PLAIN
    },
    Known {
        name: "screen",
        signs: &[Term("screen")],
        proof: "a multiplexer swallows the switches: seen in tmux 3.3a, which uses this name too",
        ..PLAIN
    },
    Known {
        name: "Konsole",
        signs: &[Term("konsole"), Set("KONSOLE_VERSION")],
        behind: Dialect::Logical,
        switch: Switch::KONSOLE,
        proof: "seen in 22.12 and 25.04",
        ..PLAIN
    },
    Known {
        name: "mlterm",
        signs: &[Term("mlterm"), Set("MLTERM")],
        behind: Dialect::Logical,
        switch: Switch::MLTERM,
        proof: "seen in 3.9.0",
        ..PLAIN
    },
    Known {
        name: "VTE",
        signs: &[Term("vte"), Set("VTE_VERSION")],
        behind: Dialect::Lrm,
        proof: "seen in 0.70 and 0.80",
        ..PLAIN
    },
    Known {
        name: "Alacritty",
        signs: &[Term("alacritty"), Program("alacritty"), Set("ALACRITTY_WINDOW_ID")],
        proof: "seen in 0.11 and 0.15",
        ..PLAIN
    },
    Known { name: "foot", signs: &[Term("foot")], proof: "seen in 1.13 and 1.21", ..PLAIN },
    Known { name: "urxvt", signs: &[Term("rxvt")], proof: "seen in 9.30 and 9.31", ..PLAIN },
    Known { name: "st", signs: &[Term("st")], proof: "seen in 0.9", ..PLAIN },
    Known {
        name: "zutty",
        signs: &[Term("zutty"), Set("ZUTTY_VERSION")],
        proof: "seen in 0.14 and 0.16",
        ..PLAIN
    },
    Known {
        name: "VS Code",
        signs: &[Program("vscode")],
        proof: "seen in xterm.js 6.0, its WebGL renderer",
        ..PLAIN
    },
    Known {
        name: "WezTerm",
        signs: &[Term("wezterm"), Program("WezTerm")],
        switch: Switch::STAY_OFF,
        proof: "by its source",
        ..PLAIN
    },
    Known {
        name: "Ghostty",
        signs: &[Term("xterm-ghostty"), Term("ghostty"), Program("ghostty")],
        proof: "by its source",
        ..PLAIN
    },
    Known {
        name: "mintty",
        signs: &[Term("mintty"), Program("mintty")],
        behind: Dialect::Logical,
        proof: "by its source",
        ..PLAIN
    },
    Known {
        name: "iTerm2",
        signs: &[ProgramFrom("iTerm.app", [3, 7])],
        dialect: Dialect::Logical,
        behind: Dialect::Logical,
        proof: "by its source: it reorders from 3.7 on and has no switch",
        ..PLAIN
    },
    Known {
        name: "iTerm2 before 3.7",
        signs: &[Program("iTerm.app")],
        proof: "by its release notes",
        ..PLAIN
    },
    Known {
        name: "Terminal.app",
        signs: &[Program("Apple_Terminal")],
        dialect: Dialect::Logical,
        behind: Dialect::Logical,
        proof: "reported to reorder each row, without a switch",
        ..PLAIN
    },
    Known {
        name: "PuTTY",
        signs: &[Term("putty")],
        dialect: Dialect::Logical,
        behind: Dialect::Logical,
        proof: "seen in 0.78 and 0.83; only users who set TERM so can be told",
        ..PLAIN
    },
    Known {
        name: "Windows Terminal",
        signs: &[Set("WT_SESSION")],
        proof: "by its source",
        ..PLAIN
    },
    // xterm's own default is `TERM=xterm`; those that could have leaked to it, or it to them,
    // default to `xterm-256color`.
    Known {
        name: "xterm",
        signs: &[TermWith("xterm", "XTERM_VERSION"), Set("XTERM_VERSION")],
        proof: "seen in 379 and 398",
        ..PLAIN
    },
    // Below all that are right in visual order: its variable without its `TERM` is mostly a leak.
    Known {
        name: "kitty",
        signs: &[Term("xterm-kitty"), Term("kitty"), Set("KITTY_WINDOW_ID")],
        dialect: Dialect::Kitty,
        behind: Dialect::Kitty,
        proof: "seen in 0.26 and 0.41, without force_ltr",
        ..PLAIN
    },
    // Told by what others set rightly: a colour hint, and a window that has no number.
    Known {
        name: "qterminal",
        signs: &[SetWith("COLORFGBG", "WINDOWID", "0")],
        dialect: Dialect::Logical,
        behind: Dialect::Logical,
        proof: "seen in 1.2 and 2.1",
        ..PLAIN
    },
];
