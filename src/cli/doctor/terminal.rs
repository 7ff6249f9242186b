//! What `sahifa doctor` says of the terminal: which one it is taken for and why, what it is sent, what
//! it is good at. The words for that are the reader's; names and control sequences are nobody's.

use std::io;

use crate::locale::Locale;
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
    let locale = invocation.locale();
    rows.say("terminal")?;
    row(rows, "name", &terminal.name)?;
    row(rows, "dialect", terminal.dialect.name())?;
    row(rows, "why", &terminal.why)?;
    for (label, value) in abilities(&terminal) {
        row(rows, &locale.text(label), &locale.text(value))?;
    }
    let entering = terminal::ahead_of_entering(&terminal) + &terminal::enter_sequence(&terminal);
    let leaving = terminal::ahead_of_leaving(&terminal) + &terminal::leave_sequence(&terminal);
    row(rows, &locale.text("doctor-entering"), &escaped(&entering))?;
    row(rows, &locale.text("doctor-leaving"), &escaped(&leaving))?;
    trouble(rows, invocation, &locale)
}

/// The names of labels and of what is said beside them.
fn abilities(terminal: &Terminal) -> [(&'static str, &'static str); 3] {
    let marks = match terminal.traits.marks {
        Marks::Show => "doctor-marks-show",
        Marks::Hide => "doctor-marks-hide",
    };
    let clipboard = match terminal.traits.clipboard {
        Clipboard::Takes => "doctor-clipboard-takes",
        Clipboard::Refuses => "doctor-clipboard-refuses",
        Clipboard::Unknown => "doctor-clipboard-unknown",
    };
    let passage = match terminal.passage {
        Passage::Direct => "doctor-passage-direct",
        Passage::Tmux | Passage::Screen => "doctor-passage-wrapped",
    };
    [("doctor-marks", marks), ("doctor-clipboard", clipboard), ("doctor-passage", passage)]
}

/// Why earlier choices of a dialect are not heeded, where that is so.
fn trouble(rows: &mut Rows, invocation: &Invocation, locale: &Locale) -> io::Result<()> {
    match remembered::trouble(&invocation.paths.state) {
        None => Ok(()),
        Some(error) => row(rows, &locale.text("doctor-choices"), &clean(&error.to_string())),
    }
}

/// Control characters as shells write them.
fn escaped(sequence: &str) -> String {
    sequence.replace('\x1b', r"\e").replace('\x07', r"\a")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;
    use crate::terminal::{Replies, detect};

    #[test]
    fn a_sequence_is_shown_as_one_would_type_it() {
        assert_eq!(escaped("\x1b[8l\x1b]50;x\x07\x1b\\"), r"\e[8l\e]50;x\a\e\");
    }

    #[test]
    fn every_ability_has_its_words_in_every_language() {
        for term in ["dumb", "foot", "xterm-kitty", "rxvt", "screen", "strange"] {
            let terminal =
                detect(&Replies::default(), |name| (name == "TERM").then(|| term.to_owned()));
            for language in Language::ALL {
                let locale = Locale::new(language, None);
                for (label, value) in abilities(&terminal) {
                    assert_ne!(locale.text(label), label, "{language:?}");
                    assert_ne!(locale.text(value), value, "{language:?}");
                }
            }
        }
    }
}
