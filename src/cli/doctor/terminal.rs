//! What `sahifa doctor` says of the terminal: which one it is taken for and why, what it is sent, what
//! it is good at.

use std::io;

use crate::terminal;
use crate::terminal::remembered;
use crate::terminal::{Clipboard, Passage, Terminal};
use crate::text::Marks;

use super::super::invocation::Invocation;
use super::super::output::clean;
use super::super::rows::Rows;
use super::row;

/// Writes the section.
pub(super) fn report(rows: &mut Rows, invocation: &Invocation) -> io::Result<()> {
    let terminal = invocation.terminal();
    rows.say("terminal")?;
    row(rows, "name", &terminal.name)?;
    row(rows, "dialect", terminal.dialect.name())?;
    row(rows, "why", &terminal.why)?;
    for (label, value) in abilities(&terminal) {
        row(rows, label, value)?;
    }
    let entering = terminal::ahead_of_entering(&terminal) + &terminal::enter_sequence(&terminal);
    let leaving = terminal::ahead_of_leaving(&terminal) + &terminal::leave_sequence(&terminal);
    row(rows, "entering", &escaped(&entering))?;
    row(rows, "leaving", &escaped(&leaving))?;
    trouble(rows, invocation)
}

/// Labels, and what is said beside them.
fn abilities(terminal: &Terminal) -> [(&'static str, &'static str); 3] {
    let marks = match terminal.traits.marks {
        Marks::Show => "vowel signs are shown",
        Marks::Hide => "vowel signs are hidden: they would spoil the letters here",
    };
    let clipboard = match terminal.traits.clipboard {
        Clipboard::Takes => "what is copied reaches the clipboard",
        Clipboard::Refuses => {
            "what is copied does not reach the clipboard, unless you have allowed it there"
        }
        Clipboard::Unknown => "not known whether what is copied reaches the clipboard",
    };
    let passage = match terminal.passage {
        Passage::Direct => "control sequences go straight to the terminal",
        Passage::Tmux | Passage::Screen => {
            "control sequences go through the multiplexer in an envelope"
        }
    };
    [("marks", marks), ("clipboard", clipboard), ("passage", passage)]
}

/// Why earlier choices of a dialect are not heeded, where that is so.
fn trouble(rows: &mut Rows, invocation: &Invocation) -> io::Result<()> {
    match remembered::trouble(&invocation.paths.state) {
        None => Ok(()),
        Some(error) => row(rows, "choices", &clean(&error.to_string())),
    }
}

/// Control characters as shells write them.
fn escaped(sequence: &str) -> String {
    sequence.replace('\x1b', r"\e").replace('\x07', r"\a")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sequence_is_shown_as_one_would_type_it() {
        assert_eq!(escaped("\x1b[8l\x1b]50;x\x07\x1b\\"), r"\e[8l\e]50;x\a\e\");
    }
}
