//! Arabic joining, in logical order: which form each letter takes, and which lam and alef become one.
//!
//! The rules are those of the Unicode Standard, 9.2, R1 to R7, over UAX #44's joining types. ZWNJ and
//! ZWJ decide here and are not shown. A letter without presentation forms is not joined, and its
//! neighbours take forms that do not reach out to it; where the terminal can join it, its whole
//! [word](words()) is left to the terminal. Letters of opposite direction are not joined, since they do
//! not come to stand side by side; a link within a word, which is an isolate, does not tear the word
//! apart.

mod joint;
mod nature;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use compact_str::CompactString;
use unicode_bidi::Level;
use unicode_joining_type::JoiningType;

use super::Joining;
use super::bidi::Levels;
use super::forms::{self, Joined};

use nature::Nature;

pub(super) use joint::{Joint, first as first_joint};

/// A character that takes part in joining: any but those that are transparent to it (R1).
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    pub(super) at: usize,
    c: char,
    nature: &'static Nature,
    level: Level,
    joined: Joined,
    part: Part,
}

/// What a letter is to what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// It is shown by its form, if it has any.
    Alone,
    /// A lam that is shown together with the alef after it.
    Lam,
    /// That alef.
    Alef,
    /// It is left to the terminal.
    Left,
}

/// How a letter is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// By this form; that of a lam may show the next alef too.
    Form(&'static CompactString),
    /// An alef that the lam before it shows.
    InLamAlef,
}

/// The letters in a range of a paragraph, joined, ascending; there may be one before it and one after it.
/// `left` is what [`words()`] gives: those are shown as they are stored. Where no letter of the range has
/// any form there are none.
pub(super) fn shape(
    text: &str,
    range: &Range<usize>,
    levels: &Levels,
    left: &[Range<usize>],
) -> Vec<Letter> {
    let inside = text.get(range.clone()).unwrap_or_default();
    if !inside.chars().any(forms::may_have_forms) {
        return Vec::new();
    }
    let mut letters = letters(text, &with_neighbours(text, range), levels);
    let first = left.partition_point(|word| word.end <= range.start);
    for word in left.iter().skip(first).take_while(|word| word.start < range.end) {
        let before = |at: usize| letters.partition_point(|letter| letter.at < at);
        let word = before(word.start)..before(word.end);
        letters.get_mut(word).unwrap_or_default().iter_mut().for_each(Letter::leave);
    }
    letters
}

/// The words of a paragraph that are left to the terminal, as ranges of bytes, ascending.
pub(super) fn words(text: &str, levels: &Levels, joining: Joining) -> Vec<Range<usize>> {
    if joining != Joining::FormsOrBase || !text.chars().any(may_need_terminal) {
        return Vec::new();
    }
    let letters = letters(text, &(0..text.len()), levels);
    let bytes = |word: Range<usize>| {
        let at = |index: usize| letters.get(index).map_or(text.len(), |letter: &Letter| letter.at);
        at(word.start)..at(word.end)
    };
    words::as_base(&letters).into_iter().map(bytes).collect()
}

/// The range with the letter before it and the letter after it: no others change a shape in it.
fn with_neighbours(text: &str, range: &Range<usize>) -> Range<usize> {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let opaque = |&(_, c): &(usize, char)| Nature::of(c).is_some();
    let start = before.char_indices().rfind(opaque).map_or(range.start, |(at, _)| at);
    let next = after.char_indices().find(opaque);
    start..next.map_or(range.end, |(at, c)| range.end + at + c.len_utf8())
}

/// All characters in a range that are not transparent to joining, each joined to the one before it.
fn letters(text: &str, range: &Range<usize>, levels: &Levels) -> Vec<Letter> {
    let mut levels = levels.from(range.start);
    let inside = text.get(range.clone()).unwrap_or_default();
    let mut letters: Vec<Letter> = Vec::with_capacity(inside.len() / 2 + 1);
    for (at, c) in inside.char_indices() {
        if let Some(nature) = Nature::of(c) {
            let at = range.start + at;
            let mut letter = Letter::new(at, c, nature, levels.at(at));
            if let Some(before) = letters.last_mut() {
                before.join(&mut letter);
            }
            letters.push(letter);
        }
    }
    letters
}

/// Whether a word with this letter may be left to the terminal.
pub(super) fn may_need_terminal(c: char) -> bool {
    !c.is_ascii() && words::may_need_terminal(c)
}

const LAM: char = '\u{644}';

impl Letter {
    fn new(at: usize, c: char, nature: &'static Nature, level: Level) -> Self {
        Self { at, c, nature, level, joined: Joined::default(), part: Part::Alone }
    }

    /// How it is shown before the letters after it; `None` if as it is stored.
    pub(super) fn shape(&self, after: &[Self]) -> Option<Shape> {
        let forms = match self.part {
            Part::Alone => self.nature.forms?,
            Part::Lam => forms::lam_alef(after.first()?.c)?,
            Part::Alef => return Some(Shape::InLamAlef),
            Part::Left => return None,
        };
        Some(Shape::Form(forms.symbol(self.joined)))
    }

    /// R2 to R7, with the letter after it. All is asked before anything is decided, for which letters join
    /// has no pattern that a processor could guess by.
    fn join(&mut self, next: &mut Self) {
        let side_by_side = self.level.is_rtl() == next.level.is_rtl();
        let joined = side_by_side & self.nature.reaches.next & next.nature.reaches.previous;
        self.joined.next = joined;
        next.joined.previous = joined;
        if joined & (self.c == LAM) && forms::lam_alef(next.c).is_some() {
            (self.part, next.part) = (Part::Lam, Part::Alef);
        }
    }

    /// Leaves it to the terminal.
    const fn leave(&mut self) {
        self.part = Part::Left;
    }

    /// Whether the two join in writing, whatever forms there are for it.
    fn joins(&self, next: &Self) -> bool {
        use JoiningType::{DualJoining, JoinCausing, LeftJoining, RightJoining};
        self.level.is_rtl() == next.level.is_rtl()
            && matches!(self.nature.kind, DualJoining | LeftJoining | JoinCausing)
            && matches!(next.nature.kind, DualJoining | RightJoining | JoinCausing)
    }
}
