//! LB1 for the scripts of South East Asia, whose words only a dictionary could part.
//!
//! The segmenter without dictionaries leaves class SA unresolved: it joins marks wrongly across
//! other letters, and complains on standard error where debug assertions are on. The rule is done
//! here, by putting characters of the resolved class and of the same length in a copy of the text.

use std::borrow::Cow;

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// LB1: a mark of class SA is CM, any other character of it AL. Byte positions stay.
pub(super) fn resolve(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_complex) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if is_complex(c) { substitute(c) } else { c }).collect())
}

/// A character of class CM or AL that takes as many bytes.
fn substitute(c: char) -> char {
    use GeneralCategory::{NonspacingMark, SpacingMark};
    let is_mark = matches!(c.general_category(), NonspacingMark | SpacingMark);
    match (is_mark, c.len_utf8()) {
        (true, 3) => '\u{20d0}',
        (true, _) => '\u{101fd}',
        (false, 3) => '\u{10a0}',
        (false, _) => '\u{10000}',
    }
}

/// Whether its class is SA in LineBreak.txt.
const fn is_complex(c: char) -> bool {
    matches!(c,
        '\u{e01}'..='\u{e3a}' | '\u{e40}'..='\u{e4e}' | '\u{e81}'..='\u{e82}' | '\u{e84}'
        | '\u{e86}'..='\u{e8a}' | '\u{e8c}'..='\u{ea3}' | '\u{ea5}' | '\u{ea7}'..='\u{ebd}'
        | '\u{ec0}'..='\u{ec4}' | '\u{ec6}' | '\u{ec8}'..='\u{ece}' | '\u{edc}'..='\u{edf}'
        | '\u{1000}'..='\u{103f}' | '\u{1050}'..='\u{108f}' | '\u{109a}'..='\u{109f}'
        | '\u{1780}'..='\u{17d3}' | '\u{17d7}' | '\u{17dc}'..='\u{17dd}'
        | '\u{1950}'..='\u{196d}' | '\u{1970}'..='\u{1974}' | '\u{1980}'..='\u{19ab}'
        | '\u{19b0}'..='\u{19c9}' | '\u{19da}' | '\u{19de}'..='\u{19df}'
        | '\u{1a20}'..='\u{1a5e}' | '\u{1a60}'..='\u{1a7c}' | '\u{1aa0}'..='\u{1aad}'
        | '\u{a9e0}'..='\u{a9ef}' | '\u{a9fa}'..='\u{a9fe}' | '\u{aa60}'..='\u{aac2}'
        | '\u{aadb}'..='\u{aadf}' | '\u{11700}'..='\u{1171a}' | '\u{1171d}'..='\u{1172b}'
        | '\u{1173a}'..='\u{1173b}' | '\u{1173f}'..='\u{11746}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_letters_keep_their_length() {
        let text = "aกั\u{1171d}\u{11700}ب";
        let resolved = resolve(text);
        let lengths = |text: &str| text.chars().map(char::len_utf8).collect::<Vec<_>>();
        assert_eq!(lengths(&resolved), lengths(text));
        assert_eq!(resolved, "a\u{10a0}\u{20d0}\u{101fd}\u{10000}ب");
    }

    #[test]
    fn digits_and_other_scripts_stay() {
        assert!(matches!(resolve("๑٢ بب"), Cow::Borrowed(_)));
    }
}
