//! The dialects: what has to be written into a row so that a terminal shows the row that was meant.
//!
//! Layout knows one order only, the visual one. Some terminals show it as it is written, some once
//! their own reordering has been switched off, and some turn text around whatever they are told. A
//! dialect undoes beforehand what the terminal is going to do. It works on complete rows, because
//! terminals reorder complete rows, and after everything has been drawn, because two panes side by
//! side are one row to them. Which terminal speaks which dialect is the business of `detect`.
//!
//! Proof, as seen on the screens of these terminals:
//!
//! * **visual**: xterm, Alacritty, foot, urxvt, st, zutty and xterm.js draw cells where they were
//!   put. VTE, Konsole and mlterm do too, once switched.
//! * **kitty** hands every unbroken stretch of right-to-left letters to a shaper, which lays it out
//!   backwards; the order of the words stays. A stretch that is already backwards comes out right.
//!   Arabic digits and signs come from the letters' font and are laid out with them: in 0.26 a lone
//!   ٢٠٢٤ read 4202.
//! * **lrm**: VTE behind a multiplexer, which swallows the switch, and browsers reorder the whole
//!   row by UAX #9. A left-to-right mark after every letter leaves them nothing to reorder.
//! * **logical**: `PuTTY`, qterminal, Terminal.app, screen readers and pipes order text themselves
//!   and cannot be stopped; they read right when a row is one column in logical order.

use std::fmt;
use std::str::FromStr;

use crate::text::Joining;
use crate::text::Order;
use unicode_bidi::BidiClass;
use unicode_bidi::bidi_class;

const LRM: char = '\u{200e}';

/// How a row of cells has to be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// Cells in visual order, as they are to be seen.
    #[default]
    Visual,
    /// Visual order, each stretch of right-to-left letters in logical order.
    Kitty,
    /// Visual order, each cell a run of its own to kitty from 0.40 on.
    Cells,
    /// Visual order, a left-to-right mark after each right-to-left letter.
    Lrm,
    /// Logical order. Layout delivers such rows; nothing is left to do here.
    Logical,
}

/// A cell whose symbol (a grapheme; empty or a space when blank) can be rewritten. Colours stay
/// where they are: terminals paint the cell, not the letter.
pub trait Symbol {
    /// What stands in the cell.
    fn symbol(&self) -> &str;
    /// Puts something else there.
    fn replace(&mut self, symbol: &str);
}

impl Symbol for String {
    fn symbol(&self) -> &str {
        self
    }

    fn replace(&mut self, symbol: &str) {
        symbol.clone_into(self);
    }
}

impl Dialect {
    /// All dialects, in the order in which a user should try them.
    pub const ALL: [Self; 5] = [Self::Visual, Self::Kitty, Self::Cells, Self::Lrm, Self::Logical];

    /// The name that settings and arguments use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Visual => "visual",
            Self::Kitty => "kitty",
            Self::Cells => "cells",
            Self::Lrm => "lrm",
            Self::Logical => "logical",
        }
    }

    /// The order that layout puts cells in for this dialect, and who joins the letters.
    #[must_use]
    pub const fn layout(self) -> (Order, Joining) {
        match self {
            Self::Visual | Self::Kitty | Self::Cells | Self::Lrm => (Order::Visual, Joining::Forms),
            Self::Logical => (Order::Logical, Joining::Base),
        }
    }

    /// Rewrites one complete row of cells in visual order.
    pub fn speak(self, row: &mut [impl Symbol]) {
        match self {
            Self::Visual | Self::Cells | Self::Logical => {}
            Self::Kitty => row.chunk_by_mut(same_stretch).for_each(reverse),
            Self::Lrm => row.iter_mut().for_each(mark),
        }
    }
}

/// Why a word names no dialect.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such dialect; there are visual, kitty, cells, lrm and logical")]
pub struct UnknownDialect;

impl FromStr for Dialect {
    type Err = UnknownDialect;

    fn from_str(name: &str) -> Result<Self, UnknownDialect> {
        let fits = |dialect: &Self| dialect.name().eq_ignore_ascii_case(name.trim());
        Self::ALL.into_iter().find(fits).ok_or(UnknownDialect)
    }
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The bidi class of a cell is that of its base; marks ride along.
fn class(cell: &impl Symbol) -> Option<BidiClass> {
    cell.symbol().chars().next().map(bidi_class)
}

/// Whether kitty lays the cell out backwards when its neighbours are like it.
fn is_backwards(cell: &impl Symbol) -> bool {
    let arabic = '\u{600}'..='\u{6ff}';
    cell.symbol().chars().next().is_some_and(|base| arabic.contains(&base))
        || matches!(class(cell), Some(BidiClass::R | BidiClass::AL | BidiClass::AN))
}

fn same_stretch<S: Symbol>(one: &S, next: &S) -> bool {
    is_backwards(one) && is_backwards(next)
}

fn reverse<S: Symbol>(stretch: &mut [S]) {
    if stretch.len() < 2 {
        return;
    }
    let symbols: Vec<String> = stretch.iter().map(|cell| cell.symbol().to_owned()).collect();
    for (cell, symbol) in stretch.iter_mut().zip(symbols.iter().rev()) {
        cell.replace(symbol);
    }
}

/// Arabic digits get a mark as well: to UAX #9, N1, they count as right-to-left letters, and two
/// numbers with a space between them would change places.
fn mark(cell: &mut impl Symbol) {
    if matches!(class(cell), Some(BidiClass::R | BidiClass::AL | BidiClass::AN)) {
        let mut symbol = cell.symbol().to_owned();
        symbol.push(LRM);
        cell.replace(&symbol);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_bidi::BidiInfo;
    use unicode_bidi::Level;

    use super::*;

    /// A row of cells, one to each character, marks in the cell of their base.
    fn cells(picture: &str) -> Vec<String> {
        let mut row: Vec<String> = Vec::new();
        for c in picture.chars() {
            match row.last_mut() {
                Some(cell) if bidi_class(c) == BidiClass::NSM => cell.push(c),
                _ => row.push(c.to_string()),
            }
        }
        row
    }

    fn spoken(dialect: Dialect, picture: &str) -> String {
        let mut row = cells(picture);
        dialect.speak(&mut row);
        row.concat()
    }

    /// What a terminal that reorders by UAX #9, left to right, makes of a row.
    fn shown_by_reordering(row: &[String]) -> String {
        let text = row.concat();
        let info = BidiInfo::new(&text, Some(Level::ltr()));
        let levels: Vec<Level> = text.char_indices().map(|(at, _)| info.levels[at]).collect();
        let chars: Vec<char> = text.chars().collect();
        BidiInfo::reorder_visual(&levels).into_iter().map(|index| chars[index]).collect()
    }

    #[test]
    fn visual_and_logical_rows_stay_as_they_are() {
        for dialect in [Dialect::Visual, Dialect::Logical] {
            assert_eq!(spoken(dialect, "abג ב/א"), "abג ב/א");
        }
    }

    #[test]
    fn kitty_gets_each_word_in_logical_order_where_it_stands() {
        assert_eq!(spoken(Dialect::Kitty, "│גבא דהו│ ab זח"), "│אבג והד│ ab חז");
    }

    #[test]
    fn kitty_keeps_presentation_forms_and_ends_a_stretch_at_latin_digits_and_signs() {
        let visual = "\u{fee1}\u{fefc}\u{feb3} 12:\u{feea}\u{fe91}";
        let kitty = "\u{feb3}\u{fefc}\u{fee1} 12:\u{fe91}\u{feea}";
        assert_eq!(spoken(Dialect::Kitty, visual), kitty);
    }

    #[test]
    fn kitty_gets_arabic_digits_and_signs_backwards_with_their_word() {
        assert_eq!(spoken(Dialect::Kitty, "٢٠٢٤ ٪٢٥\u{feed} ۱۴"), "٤٢٠٢ \u{feed}٥٢٪ ۴۱");
        assert_eq!(spoken(Dialect::Kitty, "،\u{fe8f} 2024"), "\u{fe8f}، 2024");
    }

    #[test]
    fn marks_ride_along_with_their_base() {
        assert_eq!(spoken(Dialect::Kitty, "בְּאֱ"), "אֱבְּ");
        assert_eq!(spoken(Dialect::Lrm, "בְּa"), "בְּ\u{200e}a");
    }

    #[test]
    fn blank_cells_are_left_alone() {
        let mut row = [String::new(), "ב".into(), String::new(), " ".into(), "א".into()];
        let kitty = row.clone();
        Dialect::Kitty.speak(&mut row);
        assert_eq!(row, kitty);
        Dialect::Lrm.speak(&mut row);
        assert_eq!(row, ["", "ב\u{200e}", "", " ", "א\u{200e}"]);
    }

    #[test]
    fn names_read_back() {
        for dialect in Dialect::ALL {
            assert_eq!(dialect.to_string().parse(), Ok(dialect));
        }
        assert_eq!(" LRM".parse(), Ok(Dialect::Lrm));
        assert_eq!("letters".parse::<Dialect>(), Err(UnknownDialect));
    }

    const ALPHABET: &str = "[abאבגم\u{fedf}\u{fefc}12٣٤۵ .,:،٪%+()«│-]{0,24}";

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_is_left_to_reorder_after_lrm(picture in ALPHABET) {
            let mut row = cells(&picture);
            Dialect::Lrm.speak(&mut row);
            prop_assert_eq!(shown_by_reordering(&row), row.concat());
        }

        #[test]
        fn speaking_kitty_twice_gives_the_row_back(picture in ALPHABET) {
            let mut row = cells(&picture);
            Dialect::Kitty.speak(&mut row);
            Dialect::Kitty.speak(&mut row);
            prop_assert_eq!(row, cells(&picture));
        }
    }
}
