//! A paragraph in logical order, cut into what takes cells: one atom for a grapheme cluster, two
//! clusters in one atom for lam-alef, none for what shows nothing.

use std::ops::Range;

use compact_str::CompactString;
use unicode_bidi::{BidiClass, Level, bidi_class};
use unicode_bidi_mirroring::get_mirrored;

use super::expand::{Expanded, expand};
use super::shape::{Shape, shape};
use super::{Cell, Isolate, Joining, Marks, Order, Paragraph, Setting, bidi, breaks, grapheme};

/// More marks than this on one letter are no writing system's.
const MAX_MARKS: usize = 8;
const DOTTED_CIRCLE: char = '\u{25cc}';
const TAB: &str = "    ";

/// What takes cells, still in logical order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Atom {
    pub(super) symbol: CompactString,
    pub(super) width: usize,
    pub(super) bytes: Range<usize>,
    pub(super) level: Level,
    /// The class of its base, for L1.
    pub(super) class: BidiClass,
    /// Whether a line may end after it (UAX #14).
    pub(super) breaks_after: bool,
}

impl Atom {
    /// Whether a line break swallows it.
    pub(super) fn is_space(&self) -> bool {
        self.class == BidiClass::WS
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

/// Cuts the bytes `range` of a paragraph, which hold no line feed, into atoms.
pub(super) fn analyze(paragraph: &Paragraph, range: Range<usize>, setting: Setting) -> Vec<Atom> {
    let Some(text) = paragraph.text.get(range.clone()) else { return Vec::new() };
    let expanded = expand(text);
    let isolates = clip(paragraph.isolates, &range, &expanded);
    let levels = bidi::resolve(&expanded.text, Some(paragraph.level), &isolates).levels;
    let shapes = match setting.joining {
        Joining::Forms => shape(&expanded.text, &levels),
        Joining::Base => Vec::new(),
    };
    let breaks = match setting.measure {
        Some(_) => breaks::opportunities(&expanded.text),
        None => Vec::new(),
    };
    let mut cutter = Cutter { setting, levels: &levels, shapes: &shapes, atoms: Vec::new() };
    for (at, cluster) in grapheme::clusters(&expanded.text) {
        cutter.cluster(at, cluster);
    }
    let mut atoms = cutter.atoms;
    allow_breaks(&mut atoms, &breaks);
    for atom in &mut atoms {
        let bytes = expanded.origin(atom.bytes.clone());
        atom.bytes = range.start + bytes.start..range.start + bytes.end;
    }
    atoms
}

/// The isolates as far as they reach into `range`, in bytes of the expanded text.
fn clip(isolates: &[Isolate], range: &Range<usize>, expanded: &Expanded) -> Vec<Isolate> {
    let inside = |isolate: &Isolate| {
        let start = isolate.range.start.max(range.start);
        let end = isolate.range.end.min(range.end);
        (start < end).then(|| Isolate {
            range: expanded.image(start - range.start..end - range.start),
            kind: isolate.kind,
        })
    };
    isolates.iter().filter_map(inside).collect()
}

/// Marks the atoms at whose end, or in the invisible characters after them, a line may end.
fn allow_breaks(atoms: &mut [Atom], breaks: &[usize]) {
    let mut breaks = breaks.iter().peekable();
    for index in 0..atoms.len() {
        let end = atoms[index].bytes.end;
        let next = atoms.get(index + 1).map_or(usize::MAX, |next| next.bytes.start);
        while breaks.next_if(|&&at| at < end).is_some() {}
        atoms[index].breaks_after = breaks.peek().is_some_and(|&&at| at <= next);
    }
}

struct Cutter<'a> {
    setting: Setting,
    levels: &'a [Level],
    /// Shapes not yet reached.
    shapes: &'a [(usize, Shape)],
    atoms: Vec<Atom>,
}

impl Cutter<'_> {
    fn cluster(&mut self, at: usize, cluster: &str) {
        // Terminals draw a sequence of emoji joined by ZWJ in 2, 6 or 8 columns: part them.
        let mut start = at;
        for piece in cluster.split_inclusive('\u{200d}') {
            self.piece(start, piece);
            start += piece.len();
        }
    }

    fn piece(&mut self, at: usize, piece: &str) {
        let bytes = at..at + piece.len();
        let Some(base) = piece.chars().find(|&c| !is_invisible(c)) else {
            return self.absorb(bytes);
        };
        let rest = piece.chars().skip_while(move |&c| c != base).skip(1);
        let marks: String = rest.filter(|&c| self.shows(c)).take(MAX_MARKS).collect();
        let level = self.levels.get(at).copied().unwrap_or(Level::ltr());
        let mut symbol = CompactString::default();
        match self.shape_at(&bytes) {
            Some(Shape::InLamAlef) => return self.join_lam(bytes, &marks),
            Some(Shape::LamAlef(ligature)) => symbol.push(ligature),
            Some(Shape::Form(form, mark)) => {
                symbol.push(form);
                symbol.extend(mark);
            }
            None => self.push_base(&mut symbol, base, level),
        }
        symbol.push_str(&marks);
        if self.setting.order == Order::Logical && piece.contains(['\u{200c}', '\u{200d}']) {
            symbol.extend(piece.chars().filter(|c| matches!(c, '\u{200c}' | '\u{200d}')));
        }
        self.push(Atom {
            width: grapheme::width(&symbol),
            symbol,
            bytes,
            level,
            class: bidi_class(base),
            breaks_after: false,
        });
    }

    fn push(&mut self, atom: Atom) {
        if atom.width > 0 {
            self.atoms.push(atom);
        }
    }

    /// What shaping says of the base in these bytes.
    fn shape_at(&mut self, bytes: &Range<usize>) -> Option<Shape> {
        while let Some(((at, shape), rest)) = self.shapes.split_first() {
            if *at >= bytes.end {
                return None;
            }
            self.shapes = rest;
            if *at >= bytes.start {
                return Some(*shape);
            }
        }
        None
    }

    /// A character that shaping has nothing to say about, mirrored (L4).
    fn push_base(&self, symbol: &mut CompactString, base: char, level: Level) {
        match base {
            '\t' => symbol.push_str(TAB),
            // Terminals disagree on the width of the end-of-ayah sign.
            '\u{6dd}' => symbol.push('\u{25cb}'),
            _ if is_mark(base) => {
                if self.shows(base) {
                    symbol.push(DOTTED_CIRCLE);
                    symbol.push(base);
                }
            }
            _ if level.is_rtl() && self.setting.order == Order::Visual => {
                symbol.push(get_mirrored(base).unwrap_or(base));
            }
            _ => symbol.push(base),
        }
    }

    /// The alef of a lam-alef: its bytes and marks go to the lam's atom.
    fn join_lam(&mut self, bytes: Range<usize>, marks: &str) {
        if let Some(lam) = self.atoms.last_mut() {
            lam.bytes.end = bytes.end;
            lam.symbol.push_str(marks);
        }
    }

    /// Something invisible: in logical order a joiner travels with the atom before it.
    fn absorb(&mut self, bytes: Range<usize>) {
        if let Some(last) = self.atoms.last_mut().filter(|last| last.bytes.end == bytes.start) {
            last.bytes.end = bytes.end;
        }
    }

    fn shows(&self, c: char) -> bool {
        !is_invisible(c) && (self.setting.marks == Marks::Show || !is_vowel_sign(c))
    }
}

/// Whether it has no cell of its own: bidi controls, joiners, variation selectors, skin tones after
/// an emoji, signs that prefix a number. All that terminals measure in different ways.
fn is_invisible(c: char) -> bool {
    c.is_control() && c != '\t'
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{70f}'
            | '\u{8e2}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether it takes no column of its own but stands on the letter before it.
fn is_mark(c: char) -> bool {
    use unicode_width::UnicodeWidthChar;
    bidi_class(c) == BidiClass::NSM && c.width() == Some(0) && !is_invisible(c)
        || matches!(c, '\u{300}'..='\u{36f}')
}

/// The vowel signs of Arabic and Hebrew, which readers do without; hamza and madda are part of a
/// letter and stay.
const fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{652}' | '\u{656}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}'
        | '\u{8d3}'..='\u{8e1}' | '\u{8e3}'..='\u{8ff}')
}
