//! The boundary: what may stand in an article's strings at all.
//!
//! Every string from outside (text, titles, file names, error messages) passes through here once,
//! before it becomes part of a value of ours. Escape sequences, controls and invisible tags end
//! here. Bidi controls pass: the bidi algorithm reads them, and layout drops them afterwards.

mod usual;

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use usual::{is_plain, unusual_words};

/// Makes foreign text harmless: NFC; line feeds and tabs kept, other line ends turned into line
/// feeds; control characters made visible; soft hyphens, byte order marks, tag characters and
/// non-characters dropped; private use replaced by U+FFFD.
#[must_use]
pub fn scrub(text: &str) -> String {
    scrubbed(text).into_owned()
}

/// The same, without a copy where there is nothing to do: most texts are long and all in order.
pub(super) fn scrubbed(text: &str) -> Cow<'_, str> {
    let mut words = unusual_words(text).peekable();
    if words.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    let mut from = 0;
    for word in words {
        clean.push_str(text.get(from..word.start).unwrap_or_default());
        from = word.end;
        let harmless = harmless_text(text.get(word).unwrap_or_default());
        if is_nfc(&harmless) {
            clean.push_str(&harmless);
        } else {
            clean.extend(harmless.nfc());
        }
    }
    clean.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(clean)
}

/// A text in NFC.
pub(super) fn nfc(text: &str) -> Cow<'_, str> {
    let mut words = unusual_words(text).filter_map(|word| text.get(word));
    if words.all(is_nfc) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
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
