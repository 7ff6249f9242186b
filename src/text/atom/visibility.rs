//! Which characters show nothing, which stand on others, and which of those a reader may hide.

use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};
use unicode_width::UnicodeWidthChar;

/// Whether it has no cell of its own: bidi controls, joiners, variation selectors, skin tones after
/// an emoji, signs that prefix a number, fillers. All that terminals measure in different ways.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    if c < '\u{300}' {
        return c.is_control() && c != '\t' || c == '\u{ad}';
    }
    matches!(c, '\u{34f}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{70f}' | '\u{890}' | '\u{891}'
        | '\u{8e2}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether it stands on the character before it.
pub(super) fn is_mark(c: char) -> bool {
    c >= '\u{300}'
        && c.width() == Some(0)
        && c.general_category_group() == GeneralCategoryGroup::Mark
}

/// The vowel signs of Arabic and Hebrew, which readers do without; hamza and madda are part of a
/// letter and stay.
pub(super) const fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{652}' | '\u{656}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}'
        | '\u{8d3}'..='\u{8e1}' | '\u{8e3}'..='\u{8ff}')
}

#[cfg(test)]
mod tests {
    use super::super::super::kind::{Kind, Kinds};
    use super::*;

    #[test]
    fn letters_and_spaces_are_seen() {
        assert!(!" \ta\u{a0}ابא한ก\u{6dd}".chars().any(is_invisible));
    }

    #[test]
    fn what_is_a_mark_by_its_kind_is_one() {
        let kinds = Kinds::new();
        assert!(('\0'..=char::MAX).filter(|c| kinds.of(*c) == Kind::Mark).all(is_mark));
        assert!(('\0'..=char::MAX).filter(|c| kinds.of(*c) == Kind::NonJoiner).all(is_invisible));
    }

    #[test]
    fn vowel_signs_are_marks_and_a_spacing_vowel_is_not() {
        assert!("\u{64e}\u{5b8}\u{301}\u{654}".chars().all(is_mark));
        assert!(!is_mark('\u{940}'));
        assert!(!is_vowel_sign('\u{654}'));
    }
}
