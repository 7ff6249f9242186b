//! Arabic joining, in logical order: which form each letter takes, and which lam and alef become one.
//!
//! The rules are those of the Unicode Standard, 9.2, R1 to R7, over UAX #44's joining types. ZWNJ and
//! ZWJ decide here and are not shown. A letter without presentation forms is not joined, and its
//! neighbours take forms that do not reach out to it; where the terminal can join it, its whole
//! [word](words) is left to the terminal. Letters of opposite direction are not joined, since they do
//! not come to stand side by side; a link within a word, which is an isolate, does not tear the word
//! apart.

mod joint;
#[cfg(test)]
mod tests;
mod words;

use unicode_bidi::Level;
use unicode_joining_type::{JoiningType, get_joining_type};

use super::Joining;
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
    forms: Option<Forms>,
    joined: Joined,
}

/// The shapes of the Arabic letters of a paragraph by byte position, ascending; those that are not
/// listed are shown as they are stored.
pub(super) fn shape(text: &str, levels: &[Level], joining: Joining) -> Vec<Shaped> {
    if joining == Joining::Base || !text.chars().any(forms::may_have_forms) {
        return Vec::new();
    }
    let mut letters = letters(text, levels);
    join(&mut letters);
    let mut shapes = Vec::with_capacity(letters.len());
    let mut start = 0;
    if joining == Joining::FormsOrBase {
        for word in words::as_base(&letters) {
            show(&letters, start..word.start, &mut shapes);
            start = word.end;
        }
    }
    show(&letters, start..letters.len(), &mut shapes);
    shapes
}

/// The shapes of these letters, which are not joined to any around them.
fn show(letters: &[Letter], range: std::ops::Range<usize>, shapes: &mut Vec<Shaped>) {
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
        let joint = joint::after(letters, index);
        shapes.extend(shape.map(|shape| Shaped { at: letter.at, shape, joint }));
    }
}

/// All characters that are not transparent to joining (R1).
fn letters(text: &str, levels: &[Level]) -> Vec<Letter> {
    let opaque = |&(_, c, kind): &(usize, char, JoiningType)| {
        kind != JoiningType::Transparent || c == '\u{200c}'
    };
    let typed = text.char_indices().map(|(at, c)| (at, c, joining_type(c)));
    let letter = |(at, c, kind)| Letter {
        at,
        c,
        kind,
        level: levels[at],
        forms: forms::forms(c),
        joined: Joined::default(),
    };
    typed.filter(opaque).map(letter).collect()
}

fn joining_type(c: char) -> JoiningType {
    if c.is_ascii() { JoiningType::NonJoining } else { get_joining_type(c) }
}

/// R2 to R6, for each pair of neighbours.
fn join(letters: &mut [Letter]) {
    for index in 1..letters.len() {
        let (before, after) = letters.split_at_mut(index);
        if let (Some(before), Some(after)) = (before.last_mut(), after.first_mut())
            && before.has_shape_to_next()
            && after.has_shape_to_previous()
            && before.joins(after)
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
