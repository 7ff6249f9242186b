//! Arabic joining, in logical order: which form each letter takes, and which lam and alef become one.
//!
//! The rules are those of the Unicode Standard, 9.2, R1 to R7, over UAX #44's joining types. ZWNJ and
//! ZWJ decide here and are not shown. A letter without presentation forms is not joined, and its
//! neighbours take forms that do not reach out to it; where the terminal can join it, its whole
//! [word](words()) is left to the terminal. Letters of opposite direction are not joined, since they do
//! not come to stand side by side; a link within a word, which is an isolate, does not tear the word
//! apart.

mod joint;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;
use std::sync::LazyLock;

use compact_str::CompactString;
use unicode_bidi::Level;
use unicode_joining_type::{JoiningType, get_joining_type};

use super::Joining;
use super::bidi::Levels;
use super::forms::{self, Forms, Joined};

pub(super) use joint::{Joint, first as first_joint};

/// A character that takes part in joining: any but those that are transparent to it (R1).
#[derive(Debug)]
pub(super) struct Letter {
    pub(super) at: usize,
    c: char,
    kind: JoiningType,
    level: Level,
    /// What is shown; `None` if that is what is stored.
    forms: Option<&'static Forms>,
    joined: Joined,
    /// Whether the lam before it shows it.
    in_lam_alef: bool,
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
    let opaque = |&(_, c): &(usize, char)| is_opaque(c, joining_type(c));
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
        let kind = joining_type(c);
        if is_opaque(c, kind) {
            let mut letter = Letter::new(range.start + at, c, kind, levels.at(range.start + at));
            if let Some(before) = letters.last_mut() {
                before.join(&mut letter);
            }
            letters.push(letter);
        }
    }
    letters
}

fn is_opaque(c: char, kind: JoiningType) -> bool {
    kind != JoiningType::Transparent || c == '\u{200c}'
}

/// Whether a word with this letter may be left to the terminal.
pub(super) fn may_need_terminal(c: char) -> bool {
    !c.is_ascii() && words::may_need_terminal(c)
}

fn joining_type(c: char) -> JoiningType {
    match (c as usize).checked_sub(0x600).map(|place| TYPES.get(place)) {
        Some(Some(known)) => *known,
        None if c.is_ascii() => JoiningType::NonJoining,
        _ => get_joining_type(c),
    }
}

const LAM: char = '\u{644}';

/// The joining types of the Arabic block.
static TYPES: LazyLock<[JoiningType; 0x100]> = LazyLock::new(|| {
    std::array::from_fn(|place| {
        let c = u32::try_from(0x600 + place).ok().and_then(char::from_u32);
        c.map_or(JoiningType::NonJoining, get_joining_type)
    })
});

impl Letter {
    fn new(at: usize, c: char, kind: JoiningType, level: Level) -> Self {
        let (forms, joined) = (forms::forms(c), Joined::default());
        Self { at, c, kind, level, forms, joined, in_lam_alef: false }
    }

    /// How it is shown; `None` if as it is stored.
    pub(super) fn shape(&self) -> Option<Shape> {
        if self.in_lam_alef {
            return Some(Shape::InLamAlef);
        }
        self.forms.map(|forms| Shape::Form(forms.symbol(self.joined)))
    }

    /// R2 to R7, with the letter after it. Which letters join has no pattern that a processor could guess
    /// by: all is asked, and nothing decided but at the end.
    fn join(&mut self, next: &mut Self) {
        let joined = self.joins(next) & self.has_shape_to_next() & next.has_shape_to_previous();
        self.joined.next = joined;
        next.joined.previous = joined;
        if joined & (self.c == LAM)
            && let Some(both) = forms::lam_alef(next.c)
        {
            self.forms = Some(both);
            next.in_lam_alef = true;
        }
    }

    /// Leaves it to the terminal.
    const fn leave(&mut self) {
        (self.forms, self.in_lam_alef) = (None, false);
    }

    /// Whether the two join in writing, whatever forms there are for it.
    fn joins(&self, next: &Self) -> bool {
        use JoiningType::{DualJoining, JoinCausing, LeftJoining, RightJoining};
        (self.level.is_rtl() == next.level.is_rtl())
            & matches!(self.kind, DualJoining | LeftJoining | JoinCausing)
            & matches!(next.kind, DualJoining | RightJoining | JoinCausing)
    }

    fn has_shape_to_next(&self) -> bool {
        (self.kind == JoiningType::JoinCausing) | self.forms.is_some_and(Forms::joins_next)
    }

    fn has_shape_to_previous(&self) -> bool {
        (self.kind == JoiningType::JoinCausing) | self.forms.is_some_and(Forms::joins_previous)
    }
}
