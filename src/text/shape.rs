//! Arabic joining, in logical order: which form each letter takes, and which lam and alef become one.
//!
//! The rules are those of the Unicode Standard, 9.2, R1 to R7, over UAX #44's joining types. ZWNJ and
//! ZWJ decide here and are not shown. A letter without presentation forms is not joined, and its
//! neighbours take forms that do not reach out to it. Letters of opposite direction are not joined,
//! since they do not come to stand side by side; a link within a word, which is an isolate, does not
//! tear the word apart.

use unicode_bidi::Level;
use unicode_joining_type::{JoiningType, get_joining_type};

use super::forms::{self, Forms, Joined};

/// What shaping says of the character that starts at a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// It is shown by this character, and the mark after it.
    Form(char, Option<char>),
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
    forms: Option<(Forms, Option<char>)>,
    joined: Joined,
}

/// The shapes of the Arabic letters of a paragraph by byte position, ascending.
pub(super) fn shape(text: &str, levels: &[Level]) -> Vec<(usize, Shape)> {
    if !text.chars().any(forms::may_have_forms) {
        return Vec::new();
    }
    let mut letters = letters(text, levels);
    join(&mut letters);
    let mut shapes = Vec::with_capacity(letters.len());
    let mut taken = false;
    for (index, letter) in letters.iter().enumerate() {
        if taken {
            shapes.push((letter.at, Shape::InLamAlef));
            taken = false;
        } else if let Some(ligature) = lam_alef(letter, letters.get(index + 1)) {
            shapes.push((letter.at, Shape::LamAlef(ligature)));
            taken = true;
        } else if let Some((forms, mark)) = letter.forms {
            shapes.push((letter.at, Shape::Form(forms.form(letter.joined), mark)));
        }
    }
    shapes
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
            && before.level.is_rtl() == after.level.is_rtl()
            && joins_next(before)
            && joins_previous(after)
        {
            before.joined.next = true;
            after.joined.previous = true;
        }
    }
}

fn joins_next(letter: &Letter) -> bool {
    match letter.kind {
        JoiningType::JoinCausing => true,
        JoiningType::DualJoining | JoiningType::LeftJoining => {
            letter.forms.is_some_and(|(forms, _)| forms.joins_next())
        }
        _ => false,
    }
}

fn joins_previous(letter: &Letter) -> bool {
    match letter.kind {
        JoiningType::JoinCausing => true,
        JoiningType::DualJoining | JoiningType::RightJoining => {
            letter.forms.is_some_and(|(forms, _)| forms.joins_previous())
        }
        _ => false,
    }
}

/// R7: the ligature of a lam and the alef joined to it.
fn lam_alef(lam: &Letter, alef: Option<&Letter>) -> Option<char> {
    let alef = alef.filter(|alef| lam.c == '\u{644}' && lam.joined.next && alef.joined.previous)?;
    forms::lam_alef(alef.c)
        .map(|(isolated, joined)| if lam.joined.previous { joined } else { isolated })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaped(text: &str) -> String {
        let mut result = String::new();
        for (_, shape) in shape(text, &vec![Level::rtl(); text.len()]) {
            match shape {
                Shape::Form(form, mark) => result.extend(std::iter::once(form).chain(mark)),
                Shape::LamAlef(ligature) => result.push(ligature),
                Shape::InLamAlef => {}
            }
        }
        result
    }

    #[test]
    fn letters_join_across_their_marks() {
        assert_eq!(shaped("مُحَمَّد"), "ﻣﺤﻤﺪ");
    }

    #[test]
    fn lam_alef_is_one_with_marks_between_too() {
        assert_eq!(shaped("سلام"), "ﺳﻼﻡ");
        assert_eq!(shaped("لأ"), "ﻷ");
        assert_eq!(shaped("لَا"), "ﻻ");
    }

    #[test]
    fn zwnj_parts_and_zwj_joins() {
        assert_eq!(shaped("می\u{200c}خواهم"), "ﻣﯽﺧﻮﺍﻫﻢ");
        assert_eq!(shaped("ه\u{200d}"), "ﻫ");
        assert_eq!(shaped("ل\u{200d}ا"), "ﻟﺎ");
        assert_eq!(shaped("ل\u{200c}ا"), "ﻝﺍ");
    }

    #[test]
    fn tatweel_joins_both_sides() {
        assert_eq!(shaped("بـب"), "ﺑﺐ");
    }

    #[test]
    fn nothing_reaches_out_to_a_letter_without_forms() {
        // Pashto dze joins in print, but has no presentation forms.
        assert_eq!(shaped("بځب"), "ﺏﺏ");
    }

    #[test]
    fn sorani_letters_borrow_a_form_and_a_mark() {
        assert_eq!(shaped("بێ"), "ﺑﯽ\u{65a}");
    }

    #[test]
    fn urdu_noon_ghunna_joins() {
        assert_eq!(shaped("میں"), "ﻣﯿﮟ");
    }
}
