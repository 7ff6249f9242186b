//! What is written outside of rows: foreign text made fit to be written, errors, and whether there are
//! to be colours.

use std::io::{self, IsTerminal, Write};

use clap::ValueEnum;

pub(super) use crate::article::shown_path as shown;
use crate::article::{is_bidi_control, scrub_line};

/// When to write colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    pub(super) fn is_wanted(self) -> bool {
        let forbidden = || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        match self {
            Self::Auto => io::stdout().is_terminal() && !forbidden(),
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// Foreign text on one line, with nothing in it that could steer a terminal.
pub(super) fn clean(text: &str) -> String {
    without_bidi_controls(&scrub_line(text))
}

/// Text without the characters that would reorder what stands around it.
pub(super) fn without_bidi_controls(text: &str) -> String {
    text.chars().filter(|&c| !is_bidi_control(c)).collect()
}

/// Writes one line to standard error: what, where, what to do. Nobody may be there to read it.
pub(super) fn complain(message: &str) {
    let _closed = writeln!(io::stderr(), "sahifa: {}", clean(message));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_one_line_without_controls() {
        assert_eq!(clean("a\u{1b}[2J\n\u{202e}b\u{85} c"), "a␛[2J b c");
    }
}
