//! A cell with the little that matters of its style.

use std::fmt::Write;

use sahifa::terminal::Symbol;
use sahifa::text::grapheme;

#[derive(Clone, Debug, Default)]
pub(super) struct Slot {
    pub(super) symbol: String,
    /// A number for all that is seen of a colour.
    pub(super) style: u8,
    pub(super) is_bold: bool,
    pub(super) is_slanted: bool,
}

impl Slot {
    pub(super) fn new(symbol: &str) -> Self {
        Self { symbol: symbol.to_owned(), ..Self::default() }
    }

    pub(super) fn base(&self) -> char {
        text_of(&self.symbol).1.chars().next().unwrap_or(' ')
    }

    pub(super) fn is_blank(&self) -> bool {
        self.symbol.trim().is_empty()
    }

    /// Where the terminal was told to put it by OSC 66, if so.
    pub(super) fn alignment(&self) -> Option<u8> {
        text_of(&self.symbol).0
    }
}

impl Symbol for Slot {
    fn symbol(&self) -> &str {
        &self.symbol
    }

    fn width(&self) -> usize {
        grapheme::width(&self.symbol)
    }

    fn replace(&mut self, symbol: &str) {
        symbol.clone_into(&mut self.symbol);
    }

    fn enclose(&mut self, before: &str, after: &str) {
        let mut enclosed = before.to_owned();
        write!(enclosed, "{}{after}", self.symbol).unwrap();
        self.symbol = enclosed;
    }

    fn slant(&mut self) {
        self.is_slanted = true;
    }

    fn weigh_like(&mut self, other: &Self) {
        self.is_bold = other.is_bold;
    }

    fn is_like(&self, other: &Self) -> bool {
        (self.style, self.is_bold, self.is_slanted)
            == (other.style, other.is_bold, other.is_slanted)
    }

    fn set_apart(&mut self) {
        self.style ^= 0x80;
    }
}

/// The vertical alignment, if there is one, and the text, as the text sizing protocol has it:
/// `ESC ] 66 ; key=value:… ; text ESC \`.
fn text_of(symbol: &str) -> (Option<u8>, &str) {
    let Some(rest) = symbol.strip_prefix("\x1b]66;") else { return (None, symbol) };
    let rest = rest.strip_suffix("\x1b\\").expect("the string is terminated");
    let (keys, text) = rest.split_once(';').expect("keys end with a semicolon");
    let columns = keys.split(':').find_map(|key| key.strip_prefix("w=")).expect("a width");
    assert_eq!(columns.parse::<usize>(), Ok(grapheme::width(text)), "{text:?}");
    let alignment = keys.split(':').find_map(|key| key.strip_prefix("v="));
    (Some(alignment.map_or(0, |value| value.parse().expect("a number"))), text)
}

/// What stands in the cell, without what shows nothing.
pub(super) fn bare(symbol: &str) -> String {
    text_of(symbol).1.replace(['\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}'], "")
}

/// A terminal that draws cells where they are put.
pub(super) fn explicit(row: &[Slot]) -> Vec<String> {
    row.iter().map(|slot| bare(&slot.symbol)).collect()
}
