//! Folding text, fast: a table for the scripts below U+1100, the rules of [`letter`] for the rest.
//!
//! The table is computed from the rules, so the two cannot disagree. Positions are not kept here;
//! that is [`Folded`](super::Folded)'s business.

use std::sync::LazyLock;

use unicode_normalization::char::decompose_canonical;

use super::letter;

/// `text` as searches compare it.
///
/// Case, accents, vowel signs, tatweel, joiners and bidi controls are gone; presentation forms and
/// compatibility letters are plain letters; one letter stands for all shapes of alef, yeh, kaf and
/// heh; digits are 0 to 9, quotes and dashes ASCII; a run of white space is one space. Folding does
/// not depend on how letters are composed, and folding twice is folding once.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(text, &mut folded, |_, _| ());
    folded
}

/// Folds `text` onto the end of `out`; tells `place`, for each character, where its folded form
/// starts and where it stood.
pub(super) fn fold_onto(text: &str, out: &mut String, mut place: impl FnMut(usize, usize)) {
    let table = &*TABLE;
    for (at, c) in text.char_indices() {
        place(out.len(), at);
        match table.get(c as usize) {
            Some(&Short::Letter(letter)) => out.push(letter),
            Some(Short::Nothing) => {}
            Some(Short::Blank) => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            // Ideographs of the main block stand for themselves, syllables of Hangul for their jamo.
            None if matches!(c, '\u{4e00}'..='\u{9fff}') => out.push(c),
            None if matches!(c, '\u{ac00}'..='\u{d7a3}') => {
                decompose_canonical(c, |jamo| out.push(jamo));
            }
            Some(Short::Rules) | None => letter::push(c, out),
        }
    }
}

/// What the table knows about a character.
#[derive(Clone, Copy)]
enum Short {
    /// It becomes this one, wherever it stands.
    Letter(char),
    /// It is dropped, wherever it stands.
    Nothing,
    /// It becomes a space, unless one stands before it.
    Blank,
    /// It takes the rules.
    Rules,
}

/// From Latin by way of Hebrew, Arabic and the scripts of India to Thai, Tibetan and Georgian.
static TABLE: LazyLock<[Short; 0x1100]> = LazyLock::new(|| {
    std::array::from_fn(|code| {
        let c = u32::try_from(code).ok().and_then(char::from_u32).unwrap_or_default();
        short(c)
    })
});

fn short(c: char) -> Short {
    if c.is_whitespace() {
        return Short::Blank;
    }
    if letter::depends_on_context(c) {
        return Short::Rules;
    }
    let mut folded = String::new();
    letter::push(c, &mut folded);
    let mut letters = folded.chars();
    match (letters.next(), letters.next()) {
        (None, _) => Short::Nothing,
        // A letter that a mark in its own decomposition changed would do the same in a text.
        (Some(letter), None) if letter != ' ' => Short::Letter(letter),
        _ => Short::Rules,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_folds_to_its_letters() {
        assert_eq!(fold("كِتَابٌ كـــتاب"), "كتاب كتاب");
        assert_eq!(fold("أإآٱ ىيی کك ةه ہ"), "اااا ييي كك هه ه");
        assert_eq!(fold("مسؤول سائل ﻣﺴﺆﻭﻝ ﻻ"), "مسؤول سائل مسؤول لا");
        assert_eq!(fold("می\u{200c}خواهم"), "ميخواهم");
    }

    #[test]
    fn hebrew_loses_its_points() {
        assert_eq!(fold("שָׁלוֹם שׁלום צה״ל בית־ספר"), "שלום שלום צה\"ל בית-ספר");
    }

    #[test]
    fn latin_loses_case_and_accents() {
        assert_eq!(fold("Crème BRÛLÉE co\u{ad}operate Łódź ﬁn"), "creme brulee cooperate lodz fin");
    }

    #[test]
    fn white_space_is_one_space() {
        assert_eq!(fold("a \t\n\u{a0}b\u{3000} \u{200f} c"), "a b c");
    }

    #[test]
    fn quotes_and_dashes_are_ascii() {
        assert_eq!(fold("“a” «b» ‘c’ – — d‑e"), "\"a\" \"b\" 'c' - - d-e");
    }

    #[test]
    fn every_character_folds_to_a_fixed_point() {
        for c in '\0'..=char::MAX {
            let once = fold(&c.to_string());
            assert_eq!(fold(&once), once, "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn the_table_agrees_with_the_rules_in_any_context() {
        for c in ('\0'..'\u{1100}').chain('\u{4e00}'..='\u{d7ff}') {
            for before in ["", "و", "ي", "ە", " ", "क\u{94d}"] {
                let mut slow = String::new();
                before.chars().for_each(|c| letter::push(c, &mut slow));
                letter::push(c, &mut slow);
                assert_eq!(fold(&format!("{before}{c}")), slow, "U+{:04X}", c as u32);
            }
        }
    }
}
