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

use unicode_bidi::Level;
use unicode_joining_type::{JoiningType, get_joining_type};

use super::Joining;
use super::bidi::Levels;
use super::forms::{self, Forms, Joined};

pub(super) use joint::Joint;

/// What shaping says of the character that starts at a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shaped {
    pub(super) at: usize,
    pub(super) shape: Shape,
    /// What joins it to the next letter.
    pub(super) joint: Option<Joint>,
}

/// How a letter is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// By this character, and marks that belong to the letter.
    Form(char, &'static str),
    /// A lam that is shown together with the next alef, by this ligature.
    LamAlef(char),
    /// An alef that the lam before it shows.
    InLamAlef,
}

/// A letter that takes part in joining.
struct Letter {
    at: usize,
    c: char,
    kind: JoiningType,
    level: Level,
    forms: Option<&'static Forms>,
    joined: Joined,
}

/// What of shaping is wanted.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    /// What [`words()`] gives; that is shown as it is stored.
    pub(super) words: &'a [Range<usize>],
    /// Whether to tell where a word can be stretched.
    pub(super) joints: bool,
}

/// The shapes of the Arabic letters in a range of a paragraph by byte position, ascending; those that are
/// not listed are shown as they are stored.
pub(super) fn shape(
    text: &str,
    range: &Range<usize>,
    levels: &Levels,
    wanted: Wanted,
) -> Vec<Shaped> {
    let inside = text.get(range.clone()).unwrap_or_default();
    if !inside.chars().any(forms::may_have_forms) {
        return Vec::new();
    }
    let mut letters = letters(text, &with_neighbours(text, range), levels);
    join(&mut letters);
    let mut shapes = Vec::with_capacity(letters.len());
    let mut start = 0;
    let first = wanted.words.partition_point(|word| word.end <= range.start);
    for word in wanted.words.iter().skip(first).take_while(|word| word.start < range.end) {
        let before = |at: usize| letters.partition_point(|letter| letter.at < at);
        show(&letters, start..before(word.start), wanted, &mut shapes);
        start = before(word.end);
    }
    show(&letters, start..letters.len(), wanted, &mut shapes);
    shapes.retain(|shaped| range.contains(&shaped.at));
    shapes
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

/// The shapes of these letters, which are not joined to any around them.
fn show(letters: &[Letter], range: Range<usize>, wanted: Wanted, shapes: &mut Vec<Shaped>) {
    let letters = letters.get(range).unwrap_or_default();
    let mut taken = false;
    for (index, letter) in letters.iter().enumerate() {
        let shape = if taken {
            Some(Shape::InLamAlef)
        } else if let Some(ligature) = lam_alef(letter, letters.get(index + 1)) {
            Some(Shape::LamAlef(ligature))
        } else {
            letter.forms.map(|forms| forms.form(letter.joined)).map(|(c, on)| Shape::Form(c, on))
        };
        taken = matches!(shape, Some(Shape::LamAlef(_)));
        let joint = if wanted.joints { joint::after(letters, index) } else { None };
        shapes.extend(shape.map(|shape| Shaped { at: letter.at, shape, joint }));
    }
}

/// All characters in a range that are not transparent to joining (R1).
fn letters(text: &str, range: &Range<usize>, levels: &Levels) -> Vec<Letter> {
    let mut levels = levels.from(range.start);
    let inside = text.get(range.clone()).unwrap_or_default();
    let mut letters = Vec::with_capacity(inside.len() / 2 + 1);
    for (at, c) in inside.char_indices() {
        let (at, kind) = (range.start + at, joining_type(c));
        if is_opaque(c, kind) {
            let (level, forms) = (levels.at(at), forms::forms(c));
            letters.push(Letter { at, c, kind, level, forms, joined: Joined::default() });
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

/// The joining types of the Arabic block.
static TYPES: LazyLock<[JoiningType; 0x100]> = LazyLock::new(|| {
    std::array::from_fn(|place| {
        let c = u32::try_from(0x600 + place).ok().and_then(char::from_u32);
        c.map_or(JoiningType::NonJoining, get_joining_type)
    })
});

/// R2 to R6, for each pair of neighbours.
fn join(letters: &mut [Letter]) {
    for index in 1..letters.len() {
        if let Some([before, after]) = letters.get_mut(index - 1..=index)
            && before.joins(after)
            && before.has_shape_to_next()
            && after.has_shape_to_previous()
        {
            before.joined.next = true;
            after.joined.previous = true;
        }
    }
}

impl Letter {
    /// Whether the two join in writing, whatever forms there are for it.
    fn joins(&self, next: &Self) -> bool {
        use JoiningType::{DualJoining, JoinCausing, LeftJoining, RightJoining};
        self.level.is_rtl() == next.level.is_rtl()
            && matches!(self.kind, DualJoining | LeftJoining | JoinCausing)
            && matches!(next.kind, DualJoining | RightJoining | JoinCausing)
    }

    fn has_shape_to_next(&self) -> bool {
        self.kind == JoiningType::JoinCausing || self.forms.is_some_and(Forms::joins_next)
    }

    fn has_shape_to_previous(&self) -> bool {
        self.kind == JoiningType::JoinCausing || self.forms.is_some_and(Forms::joins_previous)
    }
}

/// R7: the ligature of a lam and the alef joined to it.
fn lam_alef(lam: &Letter, alef: Option<&Letter>) -> Option<char> {
    let alef = alef.filter(|alef| lam.c == '\u{644}' && lam.joined.next && alef.joined.previous)?;
    forms::lam_alef(alef.c)
        .map(|(isolated, joined)| if lam.joined.previous { joined } else { isolated })
}
