//! Letters and signs that differ in spelling only, made the same, so that one table of labels or
//! month names serves all ways of writing them. Search folds otherwise, and elsewhere.

use std::sync::LazyLock;

use crate::article::is_letter_or_digit;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case without accents, points, hamzas and invisible characters; ASCII digits; one letter for
/// the Arabic and Persian ones that differ on the keyboard only.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let table = &*TABLE;
    for c in text.chars() {
        match table.get(c as usize) {
            Some(&Some(letter)) => folded.push(letter),
            Some(None) | None => folded.extend(slowly(c)),
        }
    }
    folded
}

/// What becomes of one letter; what it becomes does not depend on those beside it, since marks, the
/// order of which would, are dropped.
fn slowly(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase().nfd().filter_map(plain)
}

/// The letters of Latin, Greek, Cyrillic, Hebrew and Arabic that become one letter.
static TABLE: LazyLock<[Option<char>; 0x700]> = LazyLock::new(|| {
    std::array::from_fn(|code| {
        let mut folded = slowly(u32::try_from(code).ok().and_then(char::from_u32)?);
        folded.next().filter(|_| folded.next().is_none())
    })
});

/// What two texts are compared by: their letters and digits.
pub(super) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' | 'א'..='ת' | 'ء'..='غ' | 'ف'..='ي' => key.push(c),
            'A'..='Z' => key.push(c.to_ascii_lowercase()),
            ' ' | '\n' => {}
            c if is_letter_or_digit(c) => key.extend(c.to_lowercase()),
            _ => {}
        }
    }
    key
}

fn plain(c: char) -> Option<char> {
    let c = match c {
        'ي' | 'ی' | 'ى' => 'ي',
        'ك' | 'ک' => 'ك',
        'ه' | 'ة' | 'ہ' | 'ە' | 'ۀ' => 'ه',
        'ı' => 'i',
        '،' | '٬' => ',',
        '：' => ':',
        '‐'..='―' | '−' | '־' | '年' | '月' => '-',
        '日' => ' ',
        '’' | '׳' => '\'',
        '״' | '“' | '”' => '"',
        'ـ' | '\u{200b}'..='\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' => return None,
        '\u{2066}'..='\u{2069}' | '\u{feff}' => return None,
        '٠'..='٩' => return char::from_digit(c as u32 - '٠' as u32, 10),
        '۰'..='۹' => return char::from_digit(c as u32 - '۰' as u32, 10),
        _ => c,
    };
    (!is_combining_mark(c)).then_some(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_becomes_the_same_alone_and_in_a_text() {
        let text: String =
            ('\0'..'\u{3000}').flat_map(|c| [c, 'a', '\u{301}', '\u{323}']).collect();
        let whole: String =
            text.chars().flat_map(char::to_lowercase).nfd().filter_map(plain).collect();
        assert_eq!(fold(&text), whole);
    }

    #[test]
    fn a_key_is_letters_and_digits() {
        let text: String = ('\0'..'\u{3000}').collect();
        let whole: String =
            text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        assert_eq!(key(&text), whole);
    }

    #[test]
    fn spellings_that_mean_the_same_fold_together() {
        assert_eq!(fold("أغُسطس ٢٠٢٤"), fold("اغسطس 2024"));
        assert_eq!(fold("ژانویه"), fold("ژانويه"));
        assert_eq!(fold("AOÛT"), "aout");
        assert_eq!(fold("سه‌شنبه"), fold("سهشنبه"));
        assert_eq!(fold("التصنيفـــات"), fold("التصنيفات"));
    }
}
