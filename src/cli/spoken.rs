//! A row of cells as the terminal is to get it in its dialect, without a screen: the symbols, and the
//! looks that keep its runs apart where a terminal goes by looks.

use crate::terminal::{Dialect, Symbol};

pub(super) const RESET: &str = "\x1b[0m";
const SLANT: &str = "\x1b[3m";
const WHITE: &str = "\x1b[37m";

/// One cell.
pub(super) struct Spoken {
    pub(super) symbol: String,
    is_slanted: bool,
    is_apart: bool,
}

impl Spoken {
    fn new(symbol: &str) -> Self {
        Self { symbol: symbol.to_owned(), is_slanted: false, is_apart: false }
    }

    /// What makes it look as the dialect wants it to.
    pub(super) fn looks(&self) -> String {
        let slant = if self.is_slanted { SLANT } else { "" };
        let ink = if self.is_apart { WHITE } else { "" };
        [slant, ink].concat()
    }
}

impl Symbol for Spoken {
    fn symbol(&self) -> &str {
        &self.symbol
    }

    fn width(&self) -> usize {
        self.symbol.width()
    }

    fn replace(&mut self, symbol: &str) {
        Symbol::replace(&mut self.symbol, symbol);
    }

    fn enclose(&mut self, before: &str, after: &str) {
        self.symbol.enclose(before, after);
    }

    fn slant(&mut self) {
        self.is_slanted = true;
    }

    fn set_apart(&mut self) {
        self.is_apart = true;
    }
}

/// The cells of one complete row in a dialect.
pub(super) fn row<'a>(dialect: Dialect, symbols: impl Iterator<Item = &'a str>) -> Vec<Spoken> {
    let mut row: Vec<Spoken> = symbols.map(Spoken::new).collect();
    dialect.speak(&mut row);
    row
}

/// The text of a row for a terminal, with the looks of its cells.
pub(super) fn painted(row: &[Spoken]) -> String {
    let mut text = String::new();
    let mut current = String::new();
    for cell in row {
        let looks = cell.looks();
        if looks != current {
            text.push_str(RESET);
            text.push_str(&looks);
            current = looks;
        }
        text.push_str(&cell.symbol);
    }
    if !current.is_empty() {
        text.push_str(RESET);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_keeps_runs_apart_is_painted_and_nothing_else_is() {
        let painted = |dialect, text: &str| {
            let cells: Vec<String> = text.chars().map(String::from).collect();
            painted(&row(dialect, cells.iter().map(String::as_str)))
        };
        assert_eq!(painted(Dialect::Visual, "אב גד"), "אב גד");
        assert_eq!(
            painted(Dialect::Implicit, "בא דג"),
            "אב\u{200e}\x1b[0m\x1b[37m \x1b[0mגד\u{200e}"
        );
        assert_eq!(painted(Dialect::Kitty, ".בא"), "\x1b[0m\x1b[3m.\x1b[0mאב");
    }
}
