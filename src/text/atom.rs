//! A paragraph in logical order, cut into what takes cells: one atom for a grapheme cluster, two
//! clusters in one atom for lam-alef, none for what shows nothing.
//!
//! What shows nothing still acts: a line may end in it, and it keeps runs apart when they are
//! reordered. Each atom carries that for the gap after it.

mod cut;
mod gap;
mod visibility;

use std::ops::Range;

use compact_str::CompactString;
use unicode_bidi::{BidiClass, Level};

use super::expand::expand;
use super::shape::{Joint, shape};
use super::{Cell, Isolate, Marks, Order, Paragraph, Setting, bidi, breaks, digits, grapheme};

/// What takes cells, still in logical order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Atom {
    pub(super) symbol: CompactString,
    pub(super) width: usize,
    /// What it shows, and what shows nothing after it.
    pub(super) bytes: Range<usize>,
    pub(super) level: Level,
    /// The class of its base, for L1.
    pub(super) class: BidiClass,
    /// Whether a line may end after it (UAX #14).
    pub(super) breaks_after: bool,
    /// The lowest level of what shows nothing between it and the next atom, for L2.
    pub(super) barrier: Option<Level>,
    /// What joins it to the next atom.
    pub(super) joint: Option<Joint>,
}

impl Atom {
    /// Whether a line break swallows it.
    pub(super) fn is_space(&self) -> bool {
        let blank = |c: char| c.is_whitespace() || matches!(c, '\u{200c}' | '\u{200d}');
        self.class == BidiClass::WS && self.symbol.chars().all(blank)
    }

    pub(super) fn cell(&self) -> Cell {
        Cell {
            symbol: self.symbol.clone(),
            width: self.width,
            bytes: self.bytes.clone(),
            level: self.level,
        }
    }
}

/// Cuts a paragraph that holds no line feed into atoms.
pub(super) fn analyze(paragraph: &Paragraph, setting: Setting) -> Vec<Atom> {
    let expanded = expand(paragraph.text);
    let text = expanded.text.as_ref();
    let image = |isolate: &Isolate| Isolate {
        range: expanded.image(isolate.range.clone()),
        kind: isolate.kind,
    };
    let isolates: Vec<Isolate> = paragraph.isolates.iter().map(image).collect();
    let bidi = bidi::resolve(text, Some(paragraph.level), &isolates);
    let shapes = shape(text, &bidi.levels, setting.joining);
    let mut atoms = cut::cut(text, setting, &bidi.levels, &shapes);
    if setting.measure.is_some() {
        gap::allow_breaks(&mut atoms, &breaks::opportunities(text));
    }
    let expanded_paragraph = Paragraph { text, level: paragraph.level, isolates: &isolates };
    digits::set(&mut atoms, &expanded_paragraph, setting.digits);
    gap::raise_barriers(&mut atoms, text, &bidi);
    gap::absorb(&mut atoms, text.len());
    for atom in &mut atoms {
        atom.bytes = expanded.origin(atom.bytes.clone());
    }
    atoms
}
