//! What is written outside of rows: foreign text made fit to be written, errors, and whether there are
//! to be colours.

use std::io::{self, IsTerminal, Write};

use clap::ValueEnum;
use unicode_width::UnicodeWidthChar;

pub(super) use crate::article::shown_path as shown;
use crate::article::{is_bidi_control, scrub_line};
use crate::text::is_invisible;

/// As many as layout gives a letter.
const MOST_MARKS: usize = 8;

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

/// Foreign text on one line, with nothing in it that could steer a terminal or that nobody sees, but for
/// the joiners that Persian words are spelt with.
pub(super) fn clean(text: &str) -> String {
    let is_joiner = |c: char| matches!(c, '\u{200c}' | '\u{200d}');
    let seen =
        scrub_line(text).chars().filter(|&c| is_joiner(c) || !is_invisible(c)).collect::<String>();
    without_bidi_controls(&seen)
}

/// Text without the characters that would reorder what stands around it, and without more marks on a
/// letter than any has: a thousand of them would be drawn over other rows.
pub(super) fn without_bidi_controls(text: &str) -> String {
    let mut marks = 0;
    let fits = |c: &char| {
        marks = if c.width() == Some(0) { marks + 1 } else { 0 };
        marks <= MOST_MARKS && !is_bidi_control(*c)
    };
    text.chars().filter(fits).collect()
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
        assert_eq!(clean("a\u{200b}b\u{2063}\u{180e}، می\u{200c}شود"), "ab، می\u{200c}شود");
        assert_eq!(clean(&format!("x{}", "\u{323}".repeat(99))).chars().count(), 1 + MOST_MARKS);
    }
}
