//! Which texts are harmless and in NFC by what is known without the tables of Unicode: most are, and
//! their bytes show it, many at a time.

use std::ops::Range;

use memchr::{memchr2, memrchr2};

use super::super::window::{WINDOW, count, is_among, window};

/// The words in which something is not usual, each with the space or line feed that ends it, as ranges of
/// bytes. A space and a line feed part words here, and no others: neither NFC nor what is harmless looks
/// past one.
pub(super) fn unusual_words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..)?;
        let at = unusual(rest)?;
        let (before, after) = rest.as_bytes().split_at_checked(at)?;
        let start = memrchr2(b' ', b'\n', before).map_or(0, |space| space + 1);
        let end = memchr2(b' ', b'\n', after).map_or(rest.len(), |space| at + space + 1);
        let word = from + start..from + end;
        from = word.end;
        Some(word)
    })
}

/// The first character that is not usual where it stands.
fn unusual(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut mark) = (0, '\0');
    while at < bytes.len() {
        let end = at + WINDOW;
        if count(&window(bytes, at), &window(bytes, at + 1), is_odd) == 0 {
            (at, mark) = (end, '\0');
            continue;
        }
        // The rest of a letter whose first byte was usual.
        let start = (at..end).find(|at| text.is_char_boundary(*at)).unwrap_or(end);
        for (index, c) in text.get(start..).unwrap_or_default().char_indices() {
            at = start + index;
            if at >= end {
                break;
            }
            if !is_usual(c, &mut mark) {
                return Some(at);
            }
            at += c.len_utf8();
        }
    }
    None
}

/// Whether a character is usual behind another, of which is kept what `mark` it is.
fn is_usual(c: char, mark: &mut char) -> bool {
    let before = std::mem::replace(mark, '\0');
    if USUAL.get(c as usize).copied().unwrap_or_else(|| is_plain(c) && is_composed(c)) {
        return true;
    }
    *mark = c;
    is_mark(c) && before <= c
}

/// Whether a byte, with the one behind it, may begin what is not usual. What is let through is usual
/// whatever is beside it; of what is usual most is let through.
const fn is_odd(byte: u8, next: u8) -> bool {
    (byte < b' ') & (byte != b'\n') & (byte != b'\t')
        | (byte == 0x7f)
        // U+0080 to U+009F, and the soft hyphen.
        | (byte == 0xc2) & ((next < 0xa0) | (next == 0xad))
        // Combining marks and Greek.
        | is_among(byte, 0xcc, 0xcf)
        // Cyrillic from U+0480 on, Armenian, the points of Hebrew.
        | is_among(byte, 0xd2, 0xd6)
        | (byte == 0xd7) & !is_among(next, 0x90, 0xaa)
        // The vowel signs of Arabic.
        | (byte == 0xd8) & is_among(next, 0x90, 0x9a)
        | (byte == 0xd9) & (is_among(next, 0x8b, 0x9f) | (next == 0xb0))
        | (byte == 0xdb) & is_among(next, 0x96, 0xad)
        | (byte >= 0xdc)
}

/// Whether a character stands in most texts and is let through as it is.
pub(super) const fn is_plain(c: char) -> bool {
    matches!(c, '\n' | '\t' | ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2027}' | '\u{202a}'..='\u{d7ff}')
}

/// What is let through as it is whatever is beside it, of Latin, Cyrillic, Hebrew and Arabic.
static USUAL: [bool; 0x700] = {
    let mut usual = [false; 0x700];
    let mut code = 0;
    while code < 0x700 {
        if let Some(c) = char::from_u32(code) {
            usual[code as usize] = is_plain(c) && is_composed(c);
        }
        code += 1;
    }
    usual
};

/// Vowel signs that compose with no letter (`NFC_Quick_Check=Yes`), and whose classes are in the order
/// of their numbers.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{652}' | '\u{670}' | '\u{5b0}'..='\u{5bc}')
}

/// Whether a character stands for itself in NFC whatever is beside it: the letters, digits and signs
/// of most texts (`NFC_Quick_Check=Yes`, `Canonical_Combining_Class=0`).
const fn is_composed(c: char) -> bool {
    matches!(c,
        '\0'..='\u{2ff}' | '\u{400}'..='\u{482}' | '\u{5d0}'..='\u{5ea}' | '\u{600}'..='\u{60f}'
        | '\u{61b}'..='\u{64a}' | '\u{660}'..='\u{66f}' | '\u{671}'..='\u{6d5}' | '\u{6ee}'..='\u{70d}'
        | '\u{200b}'..='\u{206f}' | '\u{4e00}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use unicode_normalization::{UnicodeNormalization, is_nfc};

    use super::super::scrub;
    use super::*;

    #[test]
    fn what_is_known_without_a_table_is_what_the_tables_say() {
        use unicode_normalization::IsNormalized;
        use unicode_normalization::char::canonical_combining_class;
        use unicode_normalization::is_nfc_quick;
        for c in ('\0'..=char::MAX).filter(|c| is_composed(*c) || is_mark(*c)) {
            let is_always = matches!(is_nfc_quick([c].into_iter()), IsNormalized::Yes);
            assert!(is_always, "{c:?}");
            assert_eq!(canonical_combining_class(c) == 0, is_composed(c), "{c:?}");
        }
        let marks: Vec<char> = ('\0'..=char::MAX).filter(|c| is_mark(*c)).collect();
        assert!(marks.is_sorted_by_key(|c| canonical_combining_class(*c)));
        for text in ["شُّ", "جدًا", "شِرّير", "e\u{301}", "א\u{5bc}\u{5b0}"] {
            assert!(unusual(text).is_some() || is_nfc(text), "{text}");
            assert_eq!(scrub(text), text.nfc().collect::<String>());
        }
    }

    #[test]
    fn what_bytes_show_to_be_usual_is_usual() {
        let mut buffer = [0; 4];
        for c in '\0'..=char::MAX {
            let bytes = c.encode_utf8(&mut buffer).as_bytes();
            let next = bytes.iter().skip(1).chain(b" ");
            let may_be_odd = bytes.iter().zip(next).any(|(byte, next)| is_odd(*byte, *next));
            assert!(may_be_odd || is_usual(c, &mut 'x'), "{c:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn many_at_a_time_is_one_after_the_other(text in "([a-zش-ي «»]{0,20}|[\u{64b}-\u{655}\u{5b0}-\u{5bc}]|[\r\t…א]|\\PC){0,12}") {
            let mut mark = '\0';
            let first = text.char_indices().find(|(_, c)| !is_usual(*c, &mut mark));
            proptest::prop_assert_eq!(unusual(&text), first.map(|(at, _)| at));
        }
    }
}
