//! Cuts text into atoms: which characters share one, and what it shows.

use std::ops::Range;

use compact_str::CompactString;
use unicode_bidi::{BidiClass, Level};
use unicode_width::UnicodeWidthChar;

use super::super::bidi::{Cursor, Levels};
use super::super::kind::{Kind, Kinds};
use super::super::mirror::mirror;
use super::super::shape::{Letter, Shape, first_joint};
use super::super::symbol::symbol;
use super::visibility::{is_invisible, is_mark, is_vowel_sign};
use super::{Atom, Cell, Fill, Joint, Marks, Order, Piece, Setting, bidi, grapheme};

/// More marks than this on one letter are no writing system's.
const MAX_MARKS: usize = 8;
const DOTTED_CIRCLE: char = '\u{25cc}';
const TATWEEL: char = '\u{640}';
const NON_JOINER: char = '\u{200c}';
const TAB: usize = 4;
/// The columns of the widest atom.
const WIDEST: usize = 4;

/// The atoms of a piece of a text, with gaps between them where it shows nothing.
pub(super) fn cut(
    (text, piece): (&str, &Piece),
    setting: Setting,
    levels: &Levels,
    letters: &[Letter],
) -> Vec<Atom> {
    let Range { start, end } = piece.range;
    let levels = levels.from(start);
    let atoms = Vec::with_capacity((end - start) / 8 * 5 + 8);
    let mut cutter = Cutter { setting, levels, letters, atoms, kinds: Kinds::new() };
    let next = piece.cluster.clamp(start, end);
    cutter.cluster(start, piece.cluster, text.get(start..next).unwrap_or_default());
    let mut rest = text.get(next..end).unwrap_or_default();
    while !rest.is_empty() {
        let taken = cutter.next(end - rest.len(), rest);
        rest = rest.get(taken..).unwrap_or_default();
    }
    cutter.atoms
}

struct Cutter<'a> {
    setting: Setting,
    levels: Cursor<'a>,
    /// Letters not yet reached.
    letters: &'a [Letter],
    atoms: Vec<Atom>,
    kinds: Kinds,
}

impl Cutter<'_> {
    /// Takes what of a text, which starts at a byte, can be taken at once; its length.
    fn next(&mut self, at: usize, text: &str) -> usize {
        let plain = self.plain(at, text);
        if plain > 0 {
            return plain;
        }
        let (_, cluster) = grapheme::clusters(text).next().unwrap_or_default();
        self.cluster(at, at + cluster.len(), cluster);
        cluster.len()
    }

    /// Takes the clusters at the start of a text that need no tables to be known: one character of a
    /// column each, and marks.
    fn plain(&mut self, at: usize, text: &str) -> usize {
        let mut chars = text.chars();
        let mut next = chars.next();
        let mut taken = 0;
        while let Some(base) = next.filter(|&c| self.kinds.of(c).is_base())
            && let Some(own) = symbol(base)
        {
            let (start, letter) = (taken, taken + base.len_utf8());
            let mut end = letter;
            next = loop {
                let next = chars.next();
                match next.map(|c| (c, self.kinds.of(c))) {
                    Some((c, Kind::Mark | Kind::NonJoiner)) => end += c.len_utf8(),
                    Some((_, Kind::Other)) => return taken,
                    _ => break next,
                }
            };
            let marks = if end > letter { text.get(letter..end).unwrap_or_default() } else { "" };
            self.letter(at + start, (base, own), marks);
            taken = end;
        }
        taken
    }

    /// A character of a column, given its symbol, and what stands on it: marks and non-joiners.
    fn letter(&mut self, at: usize, (c, own): (char, &CompactString), marks: &str) {
        let bytes = at..at + c.len_utf8() + marks.len();
        let cluster_end = bytes.end;
        let level = self.levels.at(at);
        let (shape, joint) = self.shape_at(&bytes);
        let turned = level.is_rtl() && self.setting.order == Order::Visual;
        let shown = match shape {
            Some(Shape::InLamAlef) => return self.join_lam(bytes, &self.marks(marks.chars())),
            Some(Shape::Form(form)) => form,
            None if turned && !self.kinds.of(c).is_unmirrored() => symbol(mirror(c)).unwrap_or(own),
            None => own,
        };
        if shape.is_none() && c != TATWEEL {
            self.tear();
        }
        self.atoms.push(Atom::blank());
        if let Some(atom) = self.atoms.last_mut() {
            atom.cell.symbol.clone_from(shown);
            (atom.cell.bytes, atom.cell.level) = (bytes, level);
            (atom.class, atom.joint, atom.cluster_end) = (bidi::class(c), joint, cluster_end);
        }
        if !marks.is_empty() {
            self.put_on(marks);
        }
    }

    /// Puts marks and non-joiners on the last atom.
    fn put_on(&mut self, marks: &str) {
        let setting = self.setting;
        if let Some(last) = self.atoms.last_mut() {
            let shown = marks.chars().filter(|&c| shows(c, setting.marks)).take(MAX_MARKS);
            last.cell.symbol.extend(shown);
            if setting.order == Order::Logical {
                last.cell.symbol.extend(marks.chars().filter(|&c| c == NON_JOINER));
            }
        }
    }

    fn cluster(&mut self, at: usize, end: usize, cluster: &str) {
        let mut rest = cluster;
        let mut start = at;
        while !rest.is_empty() {
            let (piece, after) =
                rest.split_at_checked(piece_end(rest, self.widest())).unwrap_or((rest, ""));
            self.piece(start, end, piece);
            start += piece.len();
            rest = after;
        }
    }

    /// The columns of the widest atom that a line has room for.
    fn widest(&self) -> usize {
        self.setting.measure.unwrap_or(WIDEST).clamp(2, WIDEST)
    }

    fn piece(&mut self, at: usize, cluster_end: usize, piece: &str) {
        let bytes = at..at + piece.len();
        let mut chars = piece.chars().skip_while(|&c| is_invisible(c));
        let Some(base) = chars.next() else { return };
        let marks = self.marks(chars);
        let level = self.levels.at(at);
        let mut symbol = CompactString::default();
        let (shape, joint) = self.shape_at(&bytes);
        match shape {
            Some(Shape::InLamAlef) => return self.join_lam(bytes, &marks),
            Some(Shape::Form(form)) => symbol.clone_from(form),
            None => self.push_base(&mut symbol, base, level),
        }
        symbol.push_str(&marks);
        if self.setting.order == Order::Logical {
            symbol.extend(piece.chars().filter(|c| matches!(*c, NON_JOINER | '\u{200d}')));
        }
        let width = grapheme::width(&symbol);
        if width > 0 {
            if shape.is_none() && base != TATWEEL {
                self.tear();
            }
            let cell = Cell { symbol, width, bytes, level };
            let class = bidi::class(base);
            self.atoms.push(Atom { cell, class, joint, cluster_end, ..Atom::blank() });
        }
    }

    /// What comes between two joined letters, such as a mark that has no letter, parts them.
    fn tear(&mut self) {
        if let Some(last) = self.atoms.last_mut() {
            last.joint = None;
        }
    }

    /// What follows a base in its atom.
    fn marks(&self, chars: impl Iterator<Item = char>) -> CompactString {
        let mut count = 0;
        let fits = |&c: &char| {
            count += usize::from(is_mark(c));
            count <= MAX_MARKS || !is_mark(c)
        };
        chars.filter(|&c| shows(c, self.setting.marks)).filter(fits).collect()
    }

    /// What shaping says of the base in these bytes, and what joins it to the next letter.
    fn shape_at(&mut self, bytes: &Range<usize>) -> (Option<Shape>, Option<Joint>) {
        while let Some((letter, rest)) = self.letters.split_first()
            && letter.at < bytes.end
        {
            let from = std::mem::replace(&mut self.letters, rest);
            if let Some(shape) = letter.shape(rest).filter(|_| letter.at >= bytes.start) {
                let joint =
                    (self.setting.fill == Fill::Tatweel).then(|| first_joint(from)).flatten();
                return (Some(shape), joint);
            }
        }
        (None, None)
    }

    /// A character that shaping has nothing to say about, mirrored (L4).
    fn push_base(&self, symbol: &mut CompactString, base: char, level: Level) {
        match base {
            '\t' => symbol.extend(std::iter::repeat_n(' ', TAB.min(self.widest()))),
            // Terminals disagree on the width of the end-of-ayah sign.
            '\u{6dd}' => symbol.push('\u{25cb}'),
            _ if base.width() == Some(0) => {
                if shows(base, self.setting.marks) {
                    symbol.push(DOTTED_CIRCLE);
                    symbol.push(base);
                }
            }
            _ if level.is_rtl() && self.setting.order == Order::Visual => {
                symbol.push(mirror(base));
            }
            _ => symbol.push(base),
        }
    }

    /// The alef of a lam-alef: its bytes and marks go to the lam's atom.
    fn join_lam(&mut self, bytes: Range<usize>, marks: &str) {
        if let Some(lam) = self.atoms.last_mut() {
            lam.cell.bytes.end = bytes.end;
            lam.cell.symbol.push_str(marks);
        }
    }
}

fn shows(c: char, marks: Marks) -> bool {
    !is_invisible(c) && (marks == Marks::Show || !is_vowel_sign(c))
}

/// Where the first atom of what is left of a cluster ends: before a letter that a ZWJ joins, since
/// terminals draw a sequence of emoji in 2, 6 or 8 columns; before a letter that a sign or a letter
/// from right to left has to itself; and before what would make it wider than `widest`, or too long:
/// a cluster of conjoining letters has no end of its own.
fn piece_end(cluster: &str, widest: usize) -> usize {
    if cluster.chars().nth(1).is_none() {
        return cluster.len();
    }
    let (mut width, mut letters, mut joined, mut alone) = (0, 0, false, false);
    for (at, c) in cluster.char_indices() {
        joined |= c == '\u{200d}';
        if is_invisible(c) {
            continue;
        }
        // What has no width and nothing to stand on gets a circle.
        let own = c.width().unwrap_or(0).max(usize::from(width == 0));
        let letter = usize::from(!is_mark(c));
        alone |= own > 0 && matches!(bidi::class(c), BidiClass::R | BidiClass::AL | BidiClass::AN);
        let full = width + own > widest || letters + letter > MAX_MARKS;
        if width > 0 && (full || joined && letter > 0 || alone && own > 0) {
            return at;
        }
        width += own;
        letters += letter;
    }
    cluster.len()
}

#[cfg(test)]
mod tests;
