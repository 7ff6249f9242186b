//! Which characters are letters: Unicode's `Alphabetic`, told without its tables for the scripts that
//! most texts are in. The tables cost hundreds of instructions a letter, and every letter of a library is
//! asked about more than once.

/// Whether it is a letter, as [`char::is_alphabetic`] tells it.
#[must_use]
pub fn is_letter(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | 'א'..='ת' | '\u{620}'..='\u{657}' | '\u{66e}'..='\u{6d3}' => true,
        '\0'..='\u{a9}' | '\u{ab}'..='\u{b4}' | '\u{600}'..='\u{60f}' | '\u{2000}'..='\u{206f}' => {
            false
        }
        _ => c.is_alphabetic(),
    }
}

/// Whether it is a letter or a digit, as [`char::is_alphanumeric`] tells it.
#[must_use]
pub fn is_letter_or_digit(c: char) -> bool {
    c.is_ascii_digit() || is_letter(c) || (!c.is_ascii() && c.is_numeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_without_a_table_is_so() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_letter_or_digit(c), c.is_alphanumeric(), "{c:?}");
        }
    }
}
