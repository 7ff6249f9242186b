//! The terminals that we know: one row each, with its signs and where our knowledge comes from.
//!
//! "Seen" means that text was written to that version and looked at on its screen; "by its source"
//! that the code was read. Within one rank of signs the first row wins, so a row whose signs leak
//! often, or whose dialect is wrong everywhere else, stands low. Of clipboards "refuses" also means
//! those that take nothing until their user allows it.

use super::Clipboard::{Refuses, Takes};
use super::Known;
use super::Multiplexer;
use super::Switch;
use super::Traits;
use super::sign::ANY;
use super::sign::Sign::{
    Mute, Program, ProgramFrom, Secondary, Set, SetFrom, SetWith, Term, TermAmong, TermWith,
    Together, Version, VersionFrom,
};
use crate::terminal::Clipboard;
use crate::terminal::Dialect;
use crate::terminal::Keyboard;
use crate::text::Joining;
use crate::text::Marks;

/// What holds for most of them: cells are drawn where they are put, marks on their letters.
const PLAIN: Known = Known {
    name: "",
    signs: &[],
    dialect: Dialect::Visual,
    behind: Dialect::Visual,
    switch: Switch::BDSM,
    traits: traits(Marks::Show, Joining::Forms, Clipboard::Unknown),
    multiplexer: None,
    proof: "",
};

/// Those that order text by themselves and cannot be stopped.
const LOGICAL: Known = Known { dialect: Dialect::Logical, behind: Dialect::Logical, ..PLAIN };

const fn traits(marks: Marks, joining: Joining, clipboard: Clipboard) -> Traits {
    let joining_logical = Joining::Base;
    Traits { marks, joining, joining_logical, clipboard, keyboard: Keyboard::Legacy }
}

/// Of those that make one cell of lam and alef and leave a gap, where they order rows: forms, which
/// they show as they are, need no joining.
const fn leaving_gaps(traits: Traits) -> Traits {
    Traits { joining_logical: Joining::Forms, ..traits }
}

pub(super) static KNOWN: &[Known] = &[
    Known {
        name: "dumb",
        signs: &[Term("dumb")],
        proof: "text for it goes on to a screen reader, an editor or a log",
        ..LOGICAL
    },
    Known {
        name: "tmux",
        signs: &[
            Version("tmux"),
            Secondary(84, ANY, ANY),
            Term("tmux"),
            TermAmong("screen", "TMUX"),
            Program("tmux"),
        ],
        multiplexer: Some(Multiplexer::Tmux),
        proof: "tmux reorders nothing, and passes on what its user allows: seen in 3.3a and 3.5a",
        ..PLAIN
    },
    Known {
        name: "screen",
        signs: &[Secondary(83, ANY, ANY), Term("screen")],
        multiplexer: Some(Multiplexer::Screen),
        proof: "GNU screen reorders nothing, and passes on what is wrapped: seen in 4.9",
        ..PLAIN
    },
    Known {
        name: "Konsole",
        signs: &[VersionFrom("Konsole", [24, 12]), SetFrom("KONSOLE_VERSION", 241_200)],
        behind: Dialect::Implicit,
        switch: Switch::KONSOLE,
        traits: traits(Marks::Show, Joining::Forms, Takes),
        proof: "seen in 25.04; the clipboard by its release notes",
        ..PLAIN
    },
    Known {
        name: "Konsole before 24.12",
        signs: &[
            Version("Konsole"),
            Secondary(1, 115..=115, ANY),
            Term("konsole"),
            Set("KONSOLE_VERSION"),
        ],
        behind: Dialect::Implicit,
        switch: Switch::KONSOLE,
        traits: traits(Marks::Show, Joining::Forms, Refuses),
        proof: "seen in 22.12",
        ..PLAIN
    },
    Known {
        name: "mlterm",
        signs: &[Version("mlterm"), Secondary(24, ANY, ANY), Term("mlterm"), Set("MLTERM")],
        behind: Dialect::Logical,
        switch: Switch::MLTERM,
        traits: leaving_gaps(traits(Marks::Show, Joining::Forms, Refuses)),
        proof: "seen in 3.9.0",
        ..PLAIN
    },
    Known {
        name: "VTE",
        signs: &[
            Version("VTE"),
            Secondary(65, ANY, 1..=1),
            Secondary(61, ANY, 1..=1),
            Term("vte"),
            Set("VTE_VERSION"),
        ],
        behind: Dialect::Lrm,
        // It joins by presentation forms alone: seen in 0.70.
        traits: traits(Marks::Show, Joining::Forms, Refuses),
        proof: "seen in 0.70 and 0.80",
        ..PLAIN
    },
    // Before Alacritty, whose library it uses.
    Known {
        name: "COSMIC Terminal",
        signs: &[Together(&[
            ("TERM", "xterm-256color"),
            ("ALACRITTY_WINDOW_ID", "0"),
            ("XDG_CURRENT_DESKTOP", "COSMIC"),
        ])],
        proof: "by its source: each row is ordered by its text library, without a switch",
        ..LOGICAL
    },
    Known {
        name: "Alacritty",
        signs: &[
            Version("alacritty"),
            Secondary(0, 1000..=9999, 1..=1),
            Term("alacritty"),
            Program("alacritty"),
            Set("ALACRITTY_WINDOW_ID"),
        ],
        traits: traits(Marks::Hide, Joining::Forms, Takes),
        proof: "seen in 0.11 and 0.15; the clipboard by its source",
        ..PLAIN
    },
    Known {
        name: "foot",
        signs: &[Version("foot"), Secondary(1, 10_000..=19_999, ANY), Term("foot")],
        traits: traits(Marks::Hide, Joining::Forms, Takes),
        proof: "seen in 1.13 and 1.21; the clipboard by its manual",
        ..PLAIN
    },
    Known {
        name: "urxvt",
        signs: &[Secondary(85, ANY, ANY), Term("rxvt")],
        traits: traits(Marks::Show, Joining::Forms, Refuses),
        proof: "seen in 9.30 and 9.31",
        ..PLAIN
    },
    Known {
        name: "st",
        signs: &[Term("st")],
        traits: traits(Marks::Hide, Joining::Forms, Refuses),
        proof: "seen in 0.9; the clipboard by its source",
        ..PLAIN
    },
    Known {
        name: "zutty",
        signs: &[Secondary(64, 0..=0, ANY), Term("zutty"), Set("ZUTTY_VERSION")],
        traits: traits(Marks::Hide, Joining::Forms, Takes),
        proof: "seen in 0.14 and 0.16; the clipboard by its source",
        ..PLAIN
    },
    Known {
        name: "xterm.js",
        signs: &[Version("xterm.js"), Secondary(0, 276..=276, ANY), Program("vscode")],
        // Its renderers cannot be told apart: WebGL draws cells where they are put and does not mind
        // the marks, in the other one the browser reorders.
        dialect: Dialect::Lrm,
        behind: Dialect::Lrm,
        traits: traits(Marks::Show, Joining::Forms, Takes),
        proof: "seen in 6.0 with both its renderers; the clipboard by VS Code's release notes",
        ..PLAIN
    },
    Known {
        name: "WezTerm",
        signs: &[
            Version("WezTerm"),
            Secondary(1, 277..=277, ANY),
            Term("wezterm"),
            Program("WezTerm"),
        ],
        switch: Switch::STAY_OFF,
        traits: traits(Marks::Show, Joining::FormsOrBase, Takes),
        proof: "by its source",
        ..PLAIN
    },
    Known {
        name: "Ghostty",
        signs: &[
            Version("ghostty"),
            Secondary(1, 10..=10, ANY),
            Term("xterm-ghostty"),
            Term("ghostty"),
            Program("ghostty"),
        ],
        traits: traits(Marks::Show, Joining::FormsOrBase, Takes),
        proof: "by its source",
        ..PLAIN
    },
    Known {
        name: "Contour",
        signs: &[Version("contour"), Term("contour"), Program("contour")],
        traits: traits(Marks::Show, Joining::FormsOrBase, Takes),
        proof: "by its source",
        ..PLAIN
    },
    Known {
        name: "Rio",
        signs: &[Version("Rio"), Term("rio"), Term("xterm-rio"), Program("rio")],
        traits: traits(Marks::Show, Joining::Forms, Takes),
        proof: "by its issues: bidirectional text is asked for and not there",
        ..PLAIN
    },
    Known {
        name: "Warp",
        signs: &[Version("Warp"), Program("WarpTerminal")],
        proof: "by its issues: bidirectional text is asked for and not there",
        ..PLAIN
    },
    Known {
        name: "mintty",
        signs: &[Version("mintty"), Secondary(77, ANY, ANY), Term("mintty"), Program("mintty")],
        behind: Dialect::Logical,
        traits: traits(Marks::Show, Joining::Forms, Refuses),
        proof: "by its source",
        ..PLAIN
    },
    Known {
        name: "iTerm2",
        signs: &[VersionFrom("iTerm2", [3, 7]), ProgramFrom("iTerm.app", [3, 7])],
        traits: traits(Marks::Show, Joining::Forms, Refuses),
        proof: "by its source: it reorders from 3.7 on and has no switch",
        ..LOGICAL
    },
    Known {
        name: "iTerm2 before 3.7",
        signs: &[Version("iTerm2"), Program("iTerm.app")],
        traits: traits(Marks::Show, Joining::Forms, Refuses),
        proof: "by its release notes",
        ..PLAIN
    },
    Known {
        name: "Terminal.app",
        signs: &[Secondary(1, 95..=95, ANY), Program("Apple_Terminal")],
        traits: traits(Marks::Show, Joining::Forms, Refuses),
        proof: "reported to reorder each row, without a switch",
        ..LOGICAL
    },
    Known {
        name: "PuTTY",
        signs: &[Secondary(0, 136..=136, ANY), Term("putty"), Mute("xterm")],
        traits: leaving_gaps(traits(Marks::Show, Joining::Forms, Refuses)),
        proof: "seen in 0.78 and 0.83",
        ..LOGICAL
    },
    Known {
        name: "Windows Terminal",
        signs: &[Secondary(0, 10..=10, 1..=1), Set("WT_SESSION")],
        traits: traits(Marks::Show, Joining::Forms, Takes),
        proof: "by its source",
        ..PLAIN
    },
    Known {
        name: "Linux console",
        signs: &[Term("linux")],
        traits: traits(Marks::Hide, Joining::Forms, Refuses),
        proof: "by its source; its font has room for 512 letters, and few fonts have Arabic ones: \
                where boxes stand for them, load one that has (setfont)",
        ..PLAIN
    },
    // xterm's own default is `TERM=xterm`; those that could have leaked to it, or it to them,
    // default to `xterm-256color`.
    Known {
        name: "xterm",
        signs: &[
            Version("XTerm"),
            Secondary(41, 95..=1999, ANY),
            TermWith("xterm", "XTERM_VERSION"),
            Set("XTERM_VERSION"),
        ],
        traits: traits(Marks::Show, Joining::Forms, Refuses),
        proof: "seen in 379 and 398",
        ..PLAIN
    },
    // Below all that are right in visual order: its variable without its `TERM` is mostly a leak.
    Known {
        name: "kitty from 0.40",
        signs: &[VersionFrom("kitty", [0, 40]), Secondary(1, 4000..=4000, 40..=u16::MAX)],
        dialect: Dialect::Cells,
        behind: Dialect::Kitty,
        traits: traits(Marks::Show, Joining::FormsOrBase, Takes),
        proof: "seen in 0.41, without force_ltr",
        ..PLAIN
    },
    Known {
        name: "kitty",
        signs: &[
            Version("kitty"),
            Secondary(1, 4000..=4000, ANY),
            Term("xterm-kitty"),
            Term("kitty"),
            Set("KITTY_WINDOW_ID"),
        ],
        dialect: Dialect::Kitty,
        behind: Dialect::Kitty,
        traits: traits(Marks::Hide, Joining::FormsOrBase, Takes),
        proof: "seen in 0.26 and 0.41, without force_ltr",
        ..PLAIN
    },
    // Told by what others set rightly: a colour hint, and a window that has no number.
    Known {
        name: "qterminal",
        signs: &[Secondary(0, 115..=115, ANY), SetWith("COLORFGBG", "WINDOWID", "0")],
        dialect: Dialect::Implicit,
        behind: Dialect::Implicit,
        traits: traits(Marks::Hide, Joining::Forms, Refuses),
        proof: "seen in 1.2 and 2.1",
        ..PLAIN
    },
];
