//! From bytes to text: byte order mark, then valid UTF-8, then UTF-16 by its zero bytes, then a
//! declaration, then a guess.
//!
//! Declarations lie: pages are saved as UTF-8 and keep the `charset` they were served with, so valid
//! UTF-8 outranks all of them. Hebrew in visual order is not turned around here or anywhere: no
//! guess is sure enough for that.

mod binary;
mod declared;

use chardetng::EncodingDetector;
use chardetng::Iso2022JpDetection;
use chardetng::Utf8Detection;
use encoding_rs::Encoding;
use encoding_rs::ISO_8859_8;
use encoding_rs::UTF_8;
use encoding_rs::UTF_16BE;
use encoding_rs::UTF_16LE;
use encoding_rs::WINDOWS_1255;

use super::Error;

/// The encodings that a reader may choose from, as the WHATWG spells them.
const CHOICE: &[&str] = &[
    "UTF-8",
    "windows-1256",
    "ISO-8859-6",
    "windows-1255",
    "ISO-8859-8",
    "UTF-16LE",
    "windows-1252",
];

/// The encodings that a reader may choose from, as the WHATWG spells them.
#[must_use]
pub const fn encodings() -> &'static [&'static str] {
    CHOICE
}

/// The one of these encodings that a label means, if it does.
#[must_use]
pub fn encoding_named(label: &str) -> Option<&'static str> {
    let name = Encoding::for_label(label.trim().as_bytes())?.name();
    CHOICE.contains(&name).then_some(name)
}

/// The text of a file in this encoding, whatever else it may be.
pub(super) fn decode_forced(bytes: &[u8], name: &'static str) -> String {
    let encoding = Encoding::for_label(name.as_bytes()).unwrap_or(UTF_8);
    let mark = Encoding::for_bom(bytes).filter(|(marked, _)| *marked == encoding);
    let text = bytes.get(mark.map_or(0, |(_, length)| length)..).unwrap_or_default();
    encoding.decode_without_bom_handling(text).0.into_owned()
}

/// The text of a file, and the name of the encoding it was in as the WHATWG spells it.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, &'static str), Error> {
    if let Some(kind) = binary::kind(bytes) {
        return Err(Error::Binary(kind));
    }
    let (text, encoding) = decode_text(bytes);
    if binary::is_control_soup(&text) {
        return Err(Error::Binary("binary data"));
    }
    Ok((text, encoding.name()))
}

fn decode_text(bytes: &[u8]) -> (String, &'static Encoding) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, bytes.get(mark..).unwrap_or_default());
    }
    if is_nearly_utf8(bytes) {
        return decode_as(UTF_8, bytes);
    }
    let encoding = utf16_by_zeros(bytes)
        .or_else(|| declared::encoding(bytes).filter(|encoding| is_plausible(encoding, bytes)));
    decode_as(encoding.unwrap_or_else(|| guess(bytes)), bytes)
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> (String, &'static Encoding) {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    (text.into_owned(), encoding)
}

/// Valid UTF-8, or UTF-8 with little damage: a download cut in a letter, a few foreign bytes in a
/// text whose multi-byte letters are otherwise whole. Text in another encoding is hardly ever either.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    if bytes.contains(&0) && utf16_by_zeros(bytes).is_some() {
        return false;
    }
    let (mut letters, mut damage) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        damage += usize::from(!chunk.invalid().is_empty());
    }
    damage == 0 || letters >= damage * 10
}

/// UTF-16 without a byte order mark: line feeds, spaces and digits have a zero byte, always on the
/// same side, and what comes out has no controls in it.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let (pairs, _) = bytes.as_chunks::<2>();
    let even = pairs.iter().filter(|pair| pair[0] == 0).count();
    let odd = pairs.iter().filter(|pair| pair[1] == 0).count();
    let encoding = if even > odd { UTF_16BE } else { UTF_16LE };
    let (most, least) = (even.max(odd), even.min(odd));
    if most * 50 < pairs.len() || least * 20 > most || most == 0 {
        return None;
    }
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let is_text = |c: char| matches!(c, '\n' | '\r' | '\t' | '\u{c}') || !c.is_control();
    (!damaged && text.chars().all(is_text)).then_some(encoding)
}

/// Whether a declaration can be true. Tools write the Western default over whatever they have, but a
/// Western text is mostly ASCII, an Arabic one in the same bytes mostly is not.
fn is_plausible(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    let western = encoding == encoding_rs::WINDOWS_1252;
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let ascii = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    let (_, damaged) = encoding.decode_without_bom_handling(bytes);
    let is_default = western && high > ascii;
    !damaged && !is_default
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    // The same letters; windows-1255 has the points and quotation marks as well.
    if encoding == ISO_8859_8 { WINDOWS_1255 } else { encoding }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARABIC: &str = include_str!("../../tests/fixtures/format/encoding/arabic.txt");
    const HEBREW: &str = include_str!("../../tests/fixtures/format/encoding/hebrew.txt");

    fn encode(label: &str, text: &str) -> Vec<u8> {
        let encoding = Encoding::for_label(label.as_bytes()).unwrap();
        let (bytes, _, unmappable) = encoding.encode(text);
        assert!(!unmappable, "{label} cannot hold the fixture");
        bytes.into_owned()
    }

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    fn assert_reads(bytes: &[u8], text: &str, encoding: &str) {
        assert_eq!(decode(bytes).unwrap(), (text.to_owned(), encoding_name(encoding)));
    }

    fn encoding_name(label: &str) -> &'static str {
        Encoding::for_label(label.as_bytes()).unwrap().name()
    }

    #[test]
    fn legacy_texts_without_a_declaration_are_guessed() {
        assert_reads(&encode("windows-1256", ARABIC), ARABIC, "windows-1256");
        assert_reads(&encode("iso-8859-6", ARABIC), ARABIC, "iso-8859-6");
        assert_reads(&encode("windows-1255", HEBREW), HEBREW, "windows-1255");
    }

    #[test]
    fn sixty_letters_are_enough() {
        for (text, label) in [(ARABIC, "windows-1256"), (HEBREW, "windows-1255")] {
            let short: String = text.chars().filter(|c| *c != '\n').take(75).collect();
            assert_reads(&encode(label, &short), &short, label);
        }
    }

    #[test]
    fn utf_16_is_read_with_and_without_its_mark() {
        for text in [ARABIC, HEBREW, "Plain English, nothing else.\n"] {
            let marked = format!("\u{feff}{text}");
            assert_reads(&utf16(&marked, u16::to_le_bytes), text, "utf-16le");
            assert_reads(&utf16(&marked, u16::to_be_bytes), text, "utf-16be");
            assert_reads(&utf16(text, u16::to_le_bytes), text, "utf-16le");
            assert_reads(&utf16(text, u16::to_be_bytes), text, "utf-16be");
        }
    }

    #[test]
    fn a_utf_8_mark_is_taken_off() {
        assert_reads("\u{feff}نص".as_bytes(), "نص", "utf-8");
    }

    #[test]
    fn valid_utf_8_outranks_a_declaration() {
        let text = format!("<meta charset=windows-1256>{ARABIC}");
        assert_reads(text.as_bytes(), &text, "utf-8");
    }

    #[test]
    fn a_declaration_is_believed_where_it_can_be_true() {
        let text = format!("<?xml version=\"1.0\" encoding='windows-1255'?>{}", "שלום");
        assert_reads(&encode("windows-1255", &text), &text, "windows-1255");
        let text = "Content-Type: text/plain; charset=\"windows-1256\"\n\nسلام";
        assert_reads(&encode("windows-1256", text), text, "windows-1256");
    }

    #[test]
    fn declarations_that_cannot_be_true_are_not_believed() {
        for lie in ["utf-8", "iso-8859-1", "utf-16", "x-user-defined", "no-such-thing"] {
            let text = format!("<meta charset=\"{lie}\">{ARABIC}");
            assert_reads(&encode("windows-1256", &text), &text, "windows-1256");
        }
    }

    #[test]
    fn western_texts_keep_their_accents() {
        let text =
            "charset=iso-8859-1\nLa réunion a été décidée à Genève, où l'été fut très chaud.";
        assert_reads(&encode("windows-1252", text), text, "windows-1252");
    }

    #[test]
    fn a_cut_letter_does_not_spoil_the_rest() {
        let bytes = ARABIC.trim_end().trim_end_matches('.').as_bytes();
        let (text, encoding) = decode(&bytes[..bytes.len() - 1]).unwrap();
        assert_eq!(encoding, "UTF-8");
        assert!(text.ends_with('\u{fffd}') && text.starts_with("أعلن"), "{text}");
    }

    #[test]
    fn logical_hebrew_labelled_visual_stays_as_it_is() {
        let text = format!("<meta charset=iso-8859-8>{HEBREW}");
        assert_reads(&encode("windows-1255", &text), &text, "iso-8859-8");
    }

    #[test]
    fn what_is_not_text_says_what_it_is() {
        let error = decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap_err();
        assert_eq!(error.to_string(), "not text but a PNG image");
        assert!(matches!(decode(&[0, 1, 2, 3, 255, 254, 0, 9]), Err(Error::Binary(_))));
        assert!(matches!(decode(&[1, 2, 3, 4, 5, 6, 200, 7]), Err(Error::Binary(_))));
    }

    #[test]
    fn nothing_is_text() {
        assert_eq!(decode(b"").unwrap(), (String::new(), "UTF-8"));
    }
}
