//! Letters and signs that differ in spelling only, made the same, so that one table of labels or
//! month names serves all ways of writing them. Search folds otherwise, and elsewhere.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case without accents, points, hamzas and invisible characters; ASCII digits; one letter for
/// the Arabic and Persian ones that differ on the keyboard only.
pub(super) fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).nfd().filter_map(plain).collect()
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
    fn spellings_that_mean_the_same_fold_together() {
        assert_eq!(fold("أغُسطس ٢٠٢٤"), fold("اغسطس 2024"));
        assert_eq!(fold("ژانویه"), fold("ژانويه"));
        assert_eq!(fold("AOÛT"), "aout");
        assert_eq!(fold("سه‌شنبه"), fold("سهشنبه"));
        assert_eq!(fold("التصنيفـــات"), fold("التصنيفات"));
    }
}
