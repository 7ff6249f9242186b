//! The boundary: what may stand in an article's strings at all.
//!
//! Every string from outside (text, titles, file names, error messages) passes through here once,
//! before it becomes part of a value of ours. Escape sequences, controls and invisible tags end
//! here. Bidi controls pass: the bidi algorithm reads them, and layout drops them afterwards.

use std::sync::LazyLock;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc, is_nfc_quick};

/// Makes foreign text harmless: NFC; line feeds and tabs kept, other line ends turned into line
/// feeds; control characters made visible; soft hyphens, byte order marks, tag characters and
/// non-characters dropped; private use replaced by U+FFFD.
#[must_use]
pub fn scrub(text: &str) -> String {
    if is_settled(text) {
        return text.to_owned();
    }
    let clean = harmless_text(text);
    if is_nfc(&clean) { clean } else { clean.nfc().collect() }
}

/// [`scrub_line`] for an address, whose letters stay as they are written: another spelling would be
/// another address.
pub(super) fn scrub_address(text: &str) -> String {
    harmless_text(text).split([' ', '\n', '\t']).collect()
}

/// Whether a text is composed (NFC).
pub(super) fn is_composed(text: &str) -> bool {
    is_settled(text) || is_nfc(text)
}

/// Whether each character stays what it is whatever stands beside it: all of it plain, none of it to be
/// composed or put into another order. So it is with most texts, and seen without a search.
fn is_settled(text: &str) -> bool {
    let settled = &*SETTLED;
    text.chars().all(|c| settled.get(c as usize).copied().unwrap_or(false))
}

static SETTLED: LazyLock<[bool; 0x2070]> = LazyLock::new(|| {
    std::array::from_fn(|code| {
        let c = u32::try_from(code).ok().and_then(char::from_u32).unwrap_or_default();
        let composed = is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes;
        is_plain(c) && composed && canonical_combining_class(c) == 0
    })
});

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

    #[test]
    fn what_is_settled_is_as_the_careful_way_has_it() {
        let around =
            ["", "a", "ا", "\u{653}", "\u{64e}", "\u{301}", "\u{5bc}", "\u{1161}", "\u{93c}"];
        for c in ('\0'..'\u{2070}').filter(|c| is_settled(&c.to_string())) {
            for before in around.iter().filter(|before| is_settled(before)) {
                for after in around.iter().filter(|after| is_settled(after)) {
                    let text = format!("{before}{c}{after}");
                    assert!(is_nfc(&text) && harmless_text(&text) == text, "{text:?}");
                }
            }
        }
        assert!(is_settled("نص, text, טקסט ٣") && !is_settled("نَص") && !is_settled("a\r"));
    }
}
