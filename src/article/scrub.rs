//! The boundary: what may stand in an article's strings at all.
//!
//! Every string from outside (text, titles, file names, error messages) passes through here once,
//! before it becomes part of a value of ours. Escape sequences, controls and invisible tags end
//! here. Bidi controls pass: the bidi algorithm reads them, and layout drops them afterwards.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Makes foreign text harmless: NFC; line feeds and tabs kept, other line ends turned into line
/// feeds; control characters made visible; soft hyphens, byte order marks, tag characters and
/// non-characters dropped; private use replaced by U+FFFD.
#[must_use]
pub fn scrub(text: &str) -> String {
    scrubbed(text).into_owned()
}

/// The same, without a copy where there is nothing to do: most texts are long and all in order.
pub(super) fn scrubbed(text: &str) -> Cow<'_, str> {
    if is_usual(text) {
        return Cow::Borrowed(text);
    }
    // Neither NFC nor what is harmless looks past a space or a line feed: only unusual words cost more.
    let mut clean = String::with_capacity(text.len());
    for word in text.split_inclusive([' ', '\n']) {
        if is_usual(word) {
            clean.push_str(word);
        } else {
            let harmless = harmless_text(word);
            if is_nfc(&harmless) {
                clean.push_str(&harmless);
            } else {
                clean.extend(harmless.nfc());
            }
        }
    }
    Cow::Owned(clean)
}

/// A text in NFC.
pub(super) fn nfc(text: &str) -> Cow<'_, str> {
    let is_composed = |word: &str| is_usual(word) || is_nfc(word);
    if is_usual(text) || text.split_inclusive([' ', '\n']).all(is_composed) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// [`scrub_line`] for an address, whose letters stay as they are written: another spelling would be
/// another address.
pub(super) fn scrub_address(text: &str) -> String {
    harmless_text(text).split([' ', '\n', '\t']).collect()
}

fn harmless_text(text: &str) -> String {
    if text.chars().all(is_plain) {
        return text.to_owned();
    }
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    clean.push('\n');
                }
            }
            '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            _ => clean.extend(harmless(c)),
        }
    }
    clean
}

/// [`scrub`], then on one line: all white space becomes single spaces, none at either end.
#[must_use]
pub fn scrub_line(text: &str) -> String {
    let clean = scrub(text);
    let mut line = String::with_capacity(clean.len());
    for word in clean.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Whether `c` steers the bidi algorithm and shows nothing itself (UAX #9, 2.1 to 2.6).
#[must_use]
pub const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character stands in most texts and is let through as it is.
const fn is_plain(c: char) -> bool {
    matches!(c, '\n' | '\t' | ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2027}' | '\u{202a}'..='\u{d7ff}')
}

/// Whether a text is harmless and in NFC by what is known without the tables of Unicode: most are.
fn is_usual(text: &str) -> bool {
    let mut rest = text;
    let mut mark = None;
    loop {
        let known = known(rest.as_bytes());
        let Some(c) = rest.get(known..).and_then(|rest| rest.chars().next()) else { return true };
        let before = mark.filter(|_| known == 0).unwrap_or_default();
        let is_let_through = is_plain(c) && is_composed(c);
        if !is_let_through && (!is_mark(c) || before > c) {
            return false;
        }
        mark = (!is_let_through).then_some(c);
        rest = rest.get(known + c.len_utf8()..).unwrap_or_default();
    }
}

/// How many bytes at the start of a text are [`USUAL`] characters, of one byte and of two.
fn known(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(&one) = bytes.get(at) {
        let is_one = one < 0x80;
        let two = bytes.get(at + 1).copied().unwrap_or_default();
        let code = usize::from(one & 0x1f) << 6 | usize::from(two & 0x3f);
        if one >= 0xe0 || !USUAL[if is_one { usize::from(one) } else { code }] {
            break;
        }
        at += if is_one { 1 } else { 2 };
    }
    at
}

/// What is let through as it is whatever is beside it, of Latin, Cyrillic, Hebrew and Arabic.
static USUAL: [bool; 0x800] = {
    let mut usual = [false; 0x800];
    let mut code = 0;
    while code < 0x800 {
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

fn harmless(c: char) -> Option<char> {
    match c {
        '\n' | '\t' => Some(c),
        // A page break in a text file is white space.
        '\u{c}' => Some('\n'),
        // The Control Pictures block shows C0 where it stood.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32),
        '\u{7f}' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}' => Some(char::REPLACEMENT_CHARACTER),
        // Terminals disagree whether a soft hyphen takes a cell, and a search must not trip on it.
        '\u{ad}' | '\u{feff}' => None,
        '\u{e0000}'..='\u{e0fff}' | '\u{fff0}'..='\u{fffb}' => None,
        '\u{e000}'..='\u{f8ff}' => Some(char::REPLACEMENT_CHARACTER),
        '\u{f0000}'.. => Some(char::REPLACEMENT_CHARACTER),
        _ if (c as u32) & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}') => None,
        _ => Some(c),
    }
}

#[cfg(test)]
mod tests {
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
            assert!(!is_usual(text) || is_nfc(text), "{text}");
            assert_eq!(scrub(text), text.nfc().collect::<String>());
        }
    }

    #[test]
    fn escape_sequences_are_shown_not_sent() {
        assert_eq!(scrub("a\u{1b}[31mb\u{9b}0m\u{7f}"), "a␛[31mb\u{fffd}0m␡");
    }

    #[test]
    fn every_line_end_is_a_line_feed() {
        assert_eq!(scrub("a\r\nb\rc\u{2028}d\u{85}e"), "a\nb\nc\nd\ne");
    }

    #[test]
    fn a_title_is_one_line() {
        assert_eq!(scrub_line("  two\n\twords \u{c} "), "two words");
    }

    #[test]
    fn letters_compose() {
        assert_eq!(scrub("ا\u{653}"), "آ");
    }

    proptest::proptest! {
        #[test]
        fn word_by_word_is_as_a_whole(text in "([aeشא]|[\u{300}-\u{30a}\u{64b}-\u{655}\u{5b0}-\u{5bc}]|[ \n\r\t]|[\u{ad}\u{2028}\u{1b}\u{ac00}\u{1161}\u{11a8}]|\\PC){0,24}") {
            proptest::prop_assert_eq!(scrub(&text), harmless_text(&text).nfc().collect::<String>());
        }
    }
}
