//! Writing to standard output and standard error without a screen: rows in a dialect, colours where
//! they are wanted.

use std::io::{self, IsTerminal, Write};

use clap::ValueEnum;

use crate::article::scrub_line;
use crate::page::{Cell, Face, Line, Part};
use crate::terminal::{Dialect, Terminal};
use crate::text;
use crate::text::Marks;

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

/// The dialect for standard output: what is asked for; logical for a pipe, and for a terminal whose
/// switch works on the whole window, since what is printed stays when the switch is back.
pub(super) fn dialect(asked: Option<Dialect>, terminal: &Terminal) -> Dialect {
    let automatic = || {
        if io::stdout().is_terminal() && terminal.keeps_printed_rows() {
            terminal.dialect
        } else {
            Dialect::Logical
        }
    };
    asked.unwrap_or_else(automatic)
}

/// How text is laid out for a dialect.
pub(super) const fn setting(dialect: Dialect, measure: Option<usize>) -> text::Setting {
    let (order, joining) = dialect.layout();
    text::Setting { measure, order, joining, marks: Marks::Show }
}

/// A line of a page as it is written, with its pad and without what is blank at its end.
pub(super) fn row(line: &Line, dialect: Dialect, color: bool) -> String {
    let mut symbols: Vec<String> = line.cells.iter().map(|cell| cell.symbol.to_string()).collect();
    dialect.speak(&mut symbols);
    let blank = symbols.iter().rev().take_while(|symbol| symbol.trim().is_empty()).count();
    let kept = symbols.len() - blank;
    let mut row = " ".repeat(if kept == 0 { 0 } else { line.pad });
    let mut current = String::new();
    for (symbol, cell) in symbols.iter().zip(&line.cells).take(kept) {
        let style = if color { sgr(cell, line.part) } else { String::new() };
        if style != current {
            row.push_str("\x1b[0m");
            row.push_str(&style);
            current = style;
        }
        row.push_str(symbol);
    }
    if !current.is_empty() {
        row.push_str("\x1b[0m");
    }
    row
}

fn sgr(cell: &Cell, part: Part) -> String {
    let mut codes: Vec<&str> = Vec::new();
    let of_part: &[&str] = match part {
        Part::Headline | Part::Heading(_) => &["1"],
        Part::Standfirst => &["3"],
        Part::Code => &["36"],
        Part::Byline | Part::Caption | Part::Links => &["2"],
        Part::Body | Part::Space => &[],
    };
    codes.extend(of_part);
    let faces = [
        (Face::STRONG, "1"),
        (Face::EMPHASIS, "3"),
        (Face::STRIKE, "9"),
        (Face::MARK, "7"),
        (Face::CODE, "36"),
        (Face::LINK, "4"),
        (Face::FURNITURE, "2"),
    ];
    codes.extend(faces.iter().filter(|(face, _)| cell.face.has(*face)).map(|(_, code)| *code));
    codes.iter().map(|code| format!("\x1b[{code}m")).collect()
}

/// Writes one line to standard error: what, where, what to do.
#[expect(clippy::print_stderr, reason = "the one place that writes errors")]
pub(super) fn complain(message: &str) {
    eprintln!("sahifa: {}", scrub_line(message));
}

/// Writes a line to standard output.
pub(super) fn say(line: &str) -> io::Result<()> {
    writeln!(io::stdout().lock(), "{line}")
}
