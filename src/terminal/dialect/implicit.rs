//! Terminals that reorder from left to right by UAX #9 whatever they are told: each word is written
//! so that their reordering shows it where layout put it.
//!
//! A stretch of right-to-left letters is turned back to logical order, to be turned around again where
//! it stands. What must not happen is that two stretches count as one, with all that is between them.
//! Two things keep them apart, of which each terminal heeds one:
//!
//! * Konsole heeds a left-to-right mark after each stretch;
//! * qterminal drops marks, but reorders each run of equal colours by itself. A blank of another
//!   colour looks the same. Where there is no blank, between a letter and a number or a bracket that
//!   touch, the less common of the two takes the colour white: close to the usual one, and better than
//!   the wrong order.
//!
//! Seen in qterminal 1.2 and in Konsole 22.12 behind tmux; both stop at │ as well. Konsole joins the
//! letters of a stretch itself, so that what the writer kept apart by ZWNJ is joined there.

use unicode_bidi::BidiClass;
use unicode_bidi_mirroring::get_mirrored;

use super::Symbol;
use super::class;
use super::is_blank;
use super::is_box;

const LRM: &str = "\u{200e}";

/// What a cell is to UAX #9; what ends a part that is reordered is as good as Latin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Letter,
    /// AN, which stands in order within a stretch.
    ArabicDigit,
    /// EN, which after a stretch would join it.
    Digit,
    Latin,
    Blank,
    /// CS, which joins two Arabic digits.
    Separator,
    Neutral,
    /// Neutral, and shown mirrored between letters, though not by every terminal.
    Bracket,
}

/// The colour of cells, as far as it keeps stretches apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ink {
    Own,
    Apart,
}

impl Ink {
    const fn other(self) -> Self {
        match self {
            Self::Own => Self::Apart,
            Self::Apart => Self::Own,
        }
    }

    fn lay_on(self, cells: &mut [impl Symbol]) {
        if self == Self::Apart {
            cells.iter_mut().for_each(Symbol::set_apart);
        }
    }
}

pub(super) fn speak(row: &mut [impl Symbol]) {
    row.chunk_by_mut(Symbol::is_like).for_each(speak_run);
}

/// A stretch that nothing has closed yet: what follows would join it.
#[derive(Clone, Copy)]
struct Open {
    end: usize,
    ink: Ink,
}

fn speak_run(run: &mut [impl Symbol]) {
    let kinds: Vec<Kind> = run.iter().map(|cell| kind(cell)).collect();
    let mut open: Option<Open> = None;
    let mut at = 0;
    while let Some(&kind) = kinds.get(at) {
        match kind {
            Kind::Letter | Kind::ArabicDigit => {
                let end = stretch_end(&kinds, at);
                let ink = open.map_or(Ink::Own, |open| part(run, open, at));
                let Some(stretch) = run.get_mut(at..end) else { return };
                ink.lay_on(stretch);
                turn(stretch);
                open = Some(Open { end, ink });
                at = end;
            }
            Kind::Digit => {
                let end = at + kinds.iter().skip(at).take_while(|kind| is_number(**kind)).count();
                if let Some(open) = open.take() {
                    close(run, open, at..end);
                }
                at = end;
            }
            Kind::Latin => {
                open = None;
                at += 1;
            }
            Kind::Blank | Kind::Separator | Kind::Neutral | Kind::Bracket => at += 1,
        }
    }
}

/// Parts the open stretch from another that starts at `start`, and gives the ink of that one.
fn part(run: &mut [impl Symbol], open: Open, start: usize) -> Ink {
    let Some(gap) = run.get_mut(open.end..start) else { return open.ink };
    if let Some(blank) = gap.iter_mut().find(|cell| is_blank(*cell)) {
        blank.set_apart();
        return Ink::Own;
    }
    let other = open.ink.other();
    other.lay_on(gap);
    if gap.is_empty() { other } else { open.ink }
}

/// Parts the open stretch from a number.
fn close(run: &mut [impl Symbol], open: Open, number: std::ops::Range<usize>) {
    let Some(gap) = run.get_mut(open.end..number.start) else { return };
    if let Some(blank) = gap.iter_mut().find(|cell| is_blank(*cell)) {
        blank.set_apart();
    } else if let Some(cells) = run.get_mut(open.end..number.end) {
        open.ink.other().lay_on(cells);
    }
}

const fn is_number(kind: Kind) -> bool {
    matches!(kind, Kind::Digit | Kind::Separator)
}

/// Letters and Arabic digits, with the signs between them that take their direction and look the same
/// in both.
fn stretch_end(kinds: &[Kind], start: usize) -> usize {
    let mut end = start;
    for (at, kind) in kinds.iter().enumerate().skip(start) {
        match kind {
            Kind::Letter | Kind::ArabicDigit => end = at + 1,
            Kind::Separator | Kind::Neutral => {}
            Kind::Digit | Kind::Latin | Kind::Blank | Kind::Bracket => break,
        }
    }
    end
}

/// Writes a stretch in logical order, numbers as they are, and ends it.
fn turn(stretch: &mut [impl Symbol]) {
    let kinds: Vec<Kind> = stretch.iter().map(|cell| kind(cell)).collect();
    let mut pieces: Vec<Vec<String>> = Vec::new();
    for (at, cell) in stretch.iter().enumerate() {
        let symbol = cell.symbol().to_owned();
        match pieces.last_mut() {
            Some(number) if continues_number(&kinds, at) => number.push(symbol),
            _ => pieces.push(vec![symbol]),
        }
    }
    let logical = pieces.iter().rev().flatten();
    for (cell, symbol) in stretch.iter_mut().zip(logical) {
        cell.replace(symbol);
    }
    if let Some(last) = stretch.last_mut() {
        last.enclose("", LRM);
    }
}

/// W4: one separator between two Arabic digits is of their number.
fn continues_number(kinds: &[Kind], at: usize) -> bool {
    let is = |at: Option<usize>, wanted| at.and_then(|at| kinds.get(at)) == Some(&wanted);
    let digit = Kind::ArabicDigit;
    let joins = |at: usize| {
        is(Some(at), Kind::Separator) && is(at.checked_sub(1), digit) && is(Some(at + 1), digit)
    };
    let previous = at.checked_sub(1);
    joins(at) || is(Some(at), digit) && (is(previous, digit) || previous.is_some_and(joins))
}

fn kind(cell: &impl Symbol) -> Kind {
    if is_blank(cell) {
        return Kind::Blank;
    }
    if is_box(cell) {
        return Kind::Latin;
    }
    let mirrored = |cell: &_| super::base(cell).and_then(get_mirrored).is_some();
    match class(cell) {
        Some(BidiClass::R | BidiClass::AL) => Kind::Letter,
        Some(BidiClass::AN) => Kind::ArabicDigit,
        Some(BidiClass::EN) => Kind::Digit,
        Some(BidiClass::L) => Kind::Latin,
        Some(BidiClass::CS) => Kind::Separator,
        _ if mirrored(cell) => Kind::Bracket,
        _ => Kind::Neutral,
    }
}
