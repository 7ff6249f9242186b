//! A paragraph becomes lines of cells: bidi levels (UAX #9), joined letters, line breaks (UAX #14),
//! visual order. Pure Unicode: no article, no colour and no terminal is known here.
//!
//! The stages are plain values that the next one takes:
//!
//! ```text
//! text ─expand→ text without wide ligatures ─wrap→ where its lines start
//!      ─bidi→ levels ─shape→ joined letters ─atom→ Atoms of a line in logical order
//!      ─fill→ atoms and tatweel ─reorder→ a Line of Cells in visual order
//! ```
//!
//! An [`Outline`] knows the lines of a paragraph and lays out those that are wanted; [`lay_out`] wants all.
//! Every cell knows the bytes of the paragraph that it shows; that is the only map between logical
//! and visual order. Layout cannot fail.

mod atom;
pub mod bidi;
pub mod breaks;
mod digits;
mod expand;
mod fill;
mod forms;
pub mod grapheme;
mod hard;
mod isolates;
mod kind;
mod mirror;
mod outline;
pub mod reorder;
mod shape;
mod symbol;
mod wrap;

use std::ops::Range;

pub use atom::is_invisible;
use compact_str::CompactString;
pub use digits::numeral;
pub use outline::{Memory, Outline};
pub use unicode_bidi::Level;

use atom::{Atom, Piece};
use hard::Resolved;

/// A paragraph to be laid out.
#[derive(Clone, Copy, Debug)]
pub struct Paragraph<'a> {
    /// The letters in logical order. A line feed ends a line.
    pub text: &'a str,
    /// The paragraph level: even runs left to right, odd right to left.
    pub level: Level,
    /// Ranges to isolate from what is around them; sorted by start, outer before inner.
    pub isolates: &'a [Isolate],
}

/// A range that mark-up isolates, in the words of UAX #9, 2.4 and 2.2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Isolate {
    /// Bytes of the paragraph's text, at character boundaries.
    pub range: Range<usize>,
    /// How it is isolated.
    pub kind: IsolateKind,
}

/// The format characters that an [`Isolate`] stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IsolateKind {
    /// FSI: by its first strong letter.
    FirstStrong,
    /// LRI or RLI.
    Isolate(Level),
    /// LRI or RLI around LRO or RLO: `bdo` in HTML.
    Override(Level),
}

/// How to lay out. The default is visual order, joined letters, all as written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Setting {
    /// The greatest width of a line in cells; `None` never breaks but at line feeds.
    pub measure: Option<usize>,
    /// The order of cells in a line.
    pub order: Order,
    /// Who joins Arabic letters.
    pub joining: Joining,
    /// Whether vowel signs are shown.
    pub marks: Marks,
    /// How digits are shown.
    pub digits: Digits,
    /// Whether right-to-left lines are stretched to the measure.
    pub fill: Fill,
}

impl Setting {
    /// Visual order, joined letters, all as written, never wrapped.
    pub const VISUAL: Self = Self {
        measure: None,
        order: Order::Visual,
        joining: Joining::Forms,
        marks: Marks::Show,
        digits: Digits::AsWritten,
        fill: Fill::Ragged,
    };
}

/// The order of cells in a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// As shown, from left to right: for terminals that do not reorder.
    #[default]
    Visual,
    /// As stored: for those that do, for pipes and for screen readers.
    Logical,
}

/// Who joins Arabic letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Joining {
    /// We do: cells hold presentation forms, lam-alef is one cell.
    #[default]
    Forms,
    /// We do, but for words with a letter that has no form of its own: those the terminal joins by its
    /// font's rules, even in visual order, and their cells hold the letters as stored.
    FormsOrBase,
    /// The terminal does: cells hold the letters as stored.
    Base,
}

/// Whether the vowel signs of Arabic and Hebrew are shown. Marks of other scripts always are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Marks {
    /// Harakat and niqqud stand over and under their letters.
    #[default]
    Show,
    /// Only the letters are shown.
    Hide,
}

/// How digits are shown. What they look like changes, their place in the line does not; the signs
/// between them (`.` `,` `%`) stay as they are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Digits {
    /// As they are written.
    #[default]
    AsWritten,
    /// `0123456789` everywhere.
    Latin,
    /// `٠١٢٣٤٥٦٧٨٩` for Persian ones, and for Latin ones in a right-to-left paragraph, but not after
    /// Latin or Hebrew letters nor in what is isolated from left to right.
    Arabic,
    /// `۰۱۲۳۴۵۶۷۸۹` in the same way.
    Persian,
}

/// Whether right-to-left lines are stretched to the measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Fill {
    /// Lines are as long as their words.
    #[default]
    Ragged,
    /// Tatweel between joined letters stretches all lines of a right-to-left paragraph but its last,
    /// and those before a line feed. A line stays as it is where no letters of it are joined by us, or
    /// where more than a quarter of the measure is missing.
    Tatweel,
}

/// One line of a laid-out paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The cells in the setting's [`Order`], without the white space that a line break swallows.
    pub cells: Vec<Cell>,
    /// The bytes of the paragraph on this line, with that white space. The ranges of the lines cover
    /// the paragraph but for its line feeds, one after the other; only a character that stands for a
    /// whole phrase is on each line that shows a part of it.
    pub range: Range<usize>,
}

/// What one grapheme cluster shows; a terminal gives it `width` columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// One base character and its marks, shaped and mirrored as it is to be sent.
    pub symbol: CompactString,
    /// Columns.
    pub width: usize,
    /// The bytes of the paragraph that it shows.
    pub bytes: Range<usize>,
    /// The embedding level.
    pub level: Level,
}

impl Line {
    const fn empty() -> Self {
        Self { cells: Vec::new(), range: 0..0 }
    }

    /// Columns.
    #[must_use]
    pub fn width(&self) -> usize {
        self.cells.iter().map(|cell| cell.width).sum()
    }

    /// The line of a text before which `bytes` more are put.
    fn shifted(mut self, bytes: usize) -> Self {
        let ranges = self.cells.iter_mut().map(|cell| &mut cell.bytes);
        for range in ranges.chain([&mut self.range]) {
            *range = range.start + bytes..range.end + bytes;
        }
        self
    }
}

/// Lays out a paragraph. Always gives at least one line, and a line for every line feed.
#[must_use]
pub fn lay_out(paragraph: &Paragraph, setting: Setting) -> Vec<Line> {
    let outline = Outline::new(paragraph, setting);
    outline.lines((paragraph, setting), 0..outline.height(), &mut Memory::default())
}

/// Lays out text on one line of at most `width` columns; what does not fit is cut at its logical end
/// and an ellipsis stands for it. Line feeds are spaces here.
#[must_use]
pub fn fit(text: &str, level: Level, setting: Setting) -> Line {
    let one_line = text.replace('\n', " ");
    let mut atoms = atoms(&one_line, level, setting);
    atoms.truncate(wrap::trim_end(&atoms, 0..atoms.len()).end);
    wrap::cut(&mut atoms, setting.measure.unwrap_or(usize::MAX), level);
    Line { cells: line_cells(atoms, level, setting.order), range: 0..text.len() }
}

/// Lays out text on one line, however long, with every space at its end: text that is being written.
/// Line feeds are spaces here.
#[must_use]
pub fn row(text: &str, level: Level, setting: Setting) -> Line {
    let one_line = text.replace('\n', " ");
    let atoms = atoms(&one_line, level, setting);
    Line { cells: line_cells(atoms, level, setting.order), range: 0..text.len() }
}

fn line_cells(atoms: Vec<Atom>, level: Level, order: Order) -> Vec<Cell> {
    match order {
        Order::Logical => atoms.into_iter().map(|atom| atom.cell).collect(),
        Order::Visual => reorder::visual_line(atoms, level),
    }
}

/// All atoms of a text that holds no line feed.
fn atoms(text: &str, level: Level, setting: Setting) -> Vec<Atom> {
    let resolved = Resolved::new(&Paragraph { text, level, isolates: &[] }, setting);
    let hard = resolved.with(text);
    atom::analyze(hard, &Piece::whole(0..hard.text.len()), setting)
}

#[cfg(test)]
mod tests;
