//! Rows of cells on standard output without a screen: in a dialect, coloured where that is wanted,
//! the terminal's own reordering switched off while they are written.
//!
//! Rows printed while a terminal does not reorder stay as they were printed when it does so again.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use crate::article::Direction;
use crate::page;
use crate::page::{Cell, Face, Part};
use crate::terminal;
use crate::terminal::{Dialect, Switch, Terminal, Traits};
use crate::text;
use crate::text::Level;

use super::invocation::Invocation;
use super::output::without_bidi_controls;
use super::spoken;
use super::spoken::{RESET, Spoken};

/// The width where there is no terminal to ask.
const DEFAULT_WIDTH: usize = 80;

/// Standard output, taking rows.
pub(super) struct Rows {
    pub(super) out: BufWriter<StdoutLock<'static>>,
    dialect: Dialect,
    setting: text::Setting,
    switch: Option<Switch>,
}

impl Rows {
    /// Begins, in the dialect that is asked for, else in the one that standard output speaks.
    pub(super) fn open(invocation: &Invocation, asked: Option<Dialect>) -> io::Result<Self> {
        let terminal = invocation.terminal();
        let dialect = asked.unwrap_or_else(|| automatic(&terminal));
        // What a terminal is good at says nothing of a pipe.
        let is_terminal = io::stdout().is_terminal();
        let traits = if is_terminal { terminal.traits } else { Traits::default() };
        let switched = is_terminal && dialect != Dialect::Logical;
        let mut rows = Self {
            out: BufWriter::new(io::stdout().lock()),
            dialect,
            setting: setting(invocation, dialect, traits),
            switch: switched.then_some(terminal.switch),
        };
        if let Some(switch) = rows.switch {
            rows.out.write_all(switch.off.as_bytes())?;
        }
        Ok(rows)
    }

    /// Ends, and gives the terminal its reordering back.
    pub(super) fn close(mut self) -> io::Result<()> {
        if let Some(switch) = self.switch {
            self.out.write_all(switch.on.as_bytes())?;
        }
        self.out.flush()
    }

    /// How text is laid out for these rows.
    pub(super) const fn setting(&self, measure: Option<usize>) -> text::Setting {
        text::Setting { measure, ..self.setting }
    }

    /// Writes a line of a page, with its pad and without what is blank at its end.
    pub(super) fn line(&mut self, line: &page::Line, color: Paint) -> io::Result<()> {
        let spoken = spoken::row(self.dialect, line.cells.iter().map(|cell| &*cell.symbol));
        let kept = spoken.len() - blank_at_end(&spoken);
        let mut row = " ".repeat(if kept == 0 { 0 } else { line.pad });
        let mut current = String::new();
        for (spoken, cell) in spoken.iter().zip(&line.cells).take(kept) {
            let mut style = if color == Paint::Sgr { sgr(cell, line.part) } else { String::new() };
            if color == Paint::Sgr {
                style.push_str(&spoken.looks());
            }
            if style != current {
                row.push_str(RESET);
                row.push_str(&style);
                current = style;
            }
            row.push_str(&spoken.symbol);
        }
        if !current.is_empty() {
            row.push_str(RESET);
        }
        writeln!(self.out, "{row}")
    }

    /// Writes words of ours and of others, which are clean but not laid out, as they are in a pipe
    /// and in the terminal's dialect on one.
    pub(super) fn say(&mut self, text: &str) -> io::Result<()> {
        let row = if self.dialect == Dialect::Logical {
            without_bidi_controls(text)
        } else {
            self.fitted(text, Level::ltr(), None)
        };
        writeln!(self.out, "{}", row.trim_end())
    }

    /// Writes a row of a listing: `head`, then as much of `text` as fits beside it.
    pub(super) fn listing(
        &mut self,
        head: &str,
        text: &str,
        direction: Direction,
    ) -> io::Result<()> {
        let room = width().saturating_sub(head.chars().count());
        let fitted = self.fitted(text, page::level(direction), Some(room));
        writeln!(self.out, "{head}{fitted}")
    }

    fn fitted(&self, text: &str, level: Level, measure: Option<usize>) -> String {
        let line = text::fit(text, level, self.setting(measure));
        spoken::painted(&spoken::row(self.dialect, line.cells.iter().map(|cell| &*cell.symbol)))
    }
}

/// Whether a row gets colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    /// Select Graphic Rendition.
    Sgr,
    /// Nothing but text.
    Plain,
}

/// The columns of standard output.
pub(super) fn width() -> usize {
    terminal::columns().filter(|&columns| columns > 0).unwrap_or(DEFAULT_WIDTH)
}

/// The dialect for standard output: logical for a pipe, and for a terminal whose switch works on the
/// whole window, since what is printed stays when the switch is back.
fn automatic(terminal: &Terminal) -> Dialect {
    if io::stdout().is_terminal() && terminal.keeps_printed_rows() {
        terminal.dialect
    } else {
        Dialect::Logical
    }
}

/// How letters are shown: as the settings have it, else as suits the dialect and the terminal.
fn setting(invocation: &Invocation, dialect: Dialect, traits: Traits) -> text::Setting {
    let config = &invocation.config;
    // What is printed in logical order is there to be copied, letters as they are stored.
    let (order, joining) = match dialect {
        Dialect::Logical => dialect.layout(),
        dialect => traits.layout(dialect),
    };
    let marks = config.shown_marks().unwrap_or(traits.marks);
    let digits = config.shown_digits(invocation.locale().language());
    text::Setting { measure: None, order, joining, marks, digits, fill: config.fill() }
}

fn blank_at_end(row: &[Spoken]) -> usize {
    row.iter().rev().take_while(|cell| cell.symbol.trim().is_empty()).count()
}

fn sgr(cell: &Cell, part: Part) -> String {
    let of_part = match part {
        Part::Headline | Part::Heading(_) => Some("1"),
        Part::Code => Some("36"),
        Part::Byline | Part::Standfirst | Part::Caption | Part::Links => Some("2"),
        Part::Body | Part::Note | Part::Space => None,
    };
    // Arabic and Hebrew have no italic, and terminals' oblique fonts none of their letters.
    let is_rtl = cell.symbol.chars().next().and_then(|c| Direction::of(c.encode_utf8(&mut [0; 4])))
        == Some(Direction::Rtl);
    let faces = [
        (Face::STRONG, "1"),
        (Face::EMPHASIS, if is_rtl { "4" } else { "3" }),
        (Face::STRIKE, "9"),
        (Face::MARK, "7"),
        (Face::HIGHLIGHT, "7"),
        (Face::CODE, "36"),
        (Face::LINK, "4"),
        (Face::FURNITURE, "2"),
    ];
    let of_cell = faces.iter().filter(|(face, _)| cell.face.has(*face)).map(|(_, code)| *code);
    of_part.into_iter().chain(of_cell).map(|code| format!("\x1b[{code}m")).collect()
}
