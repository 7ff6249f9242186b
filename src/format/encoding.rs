//! From bytes to text: byte order mark, then valid UTF-8, then UTF-16 and UTF-32 by their zeros, then a
//! declaration, then a guess. What the user names outranks them all.
//!
//! Declarations lie: pages are saved as UTF-8 and keep the `charset` they were served with, so valid
//! UTF-8 outranks all of them, and a declaration that makes nonsense of Arabic or Hebrew is not
//! believed. Visual order is turned around where it is declared and seen, never on a guess.

mod binary;
mod charset;
mod code_page;
mod declared;
mod doubled;
mod plausible;
mod shapes;
mod utf32;
mod visual;

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
use charset::Charset;
use code_page::CODE_PAGES;
use code_page::CP864;

/// Fewer letters do not show which of two encodings they are in.
const ENOUGH: usize = 24;

/// How many bytes are judged; a page may begin with much that is only ASCII.
const SAMPLE: usize = 1 << 20;

/// By how much another encoding has to look better than the one that a file declares.
const MARGIN: i64 = 400;

/// The encodings that a reader may choose from, the likely ones first.
#[must_use]
pub fn encodings() -> &'static [&'static str] {
    charset::NAMES
}

/// The name of the encoding that a label names, in any of its spellings.
#[must_use]
pub fn encoding_named(label: &str) -> Option<&'static str> {
    Charset::for_label(label).map(Charset::name)
}

/// The text of a file, and the name of the encoding it was in as the WHATWG spells it.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, &'static str), Error> {
    if let Some(kind) = binary::kind(bytes) {
        return Err(Error::Binary(kind));
    }
    if let Some(read) = utf32::decode(bytes) {
        return Ok(read);
    }
    let (text, encoding) = decode_text(bytes);
    if binary::is_control_soup(&text) {
        return Err(Error::Binary("binary data"));
    }
    Ok((text, encoding))
}

/// The text of a file in the encoding that the user named; as found out, where there is none of that
/// name.
pub(super) fn decode_in(name: &str, bytes: &[u8]) -> Result<(String, &'static str), Error> {
    match Charset::for_label(name) {
        _ if binary::kind(bytes).is_some() || utf32::decode(bytes).is_some() => decode(bytes),
        None => decode(bytes),
        Some(charset) => {
            let (text, _) = charset.decode(bytes);
            Ok((text.trim_start_matches('\u{feff}').to_owned(), charset.name()))
        }
    }
}

/// The encoding of file names that are not in UTF-8: of those that systems had, the one in which they
/// look most like names.
pub(super) fn of_names(names: &[u8]) -> Charset {
    let web =
        ["windows-1256", "windows-1255", "windows-1252", "windows-1251", "gb18030", "Shift_JIS"];
    let web = web.iter().filter_map(|label| Charset::for_label(label));
    let score = |charset: &Charset| match charset.decode(names) {
        (_, true) => i64::MIN,
        // Its shapes are in the place of the letters of others, so that it makes sense of much.
        (text, false) if charset.name() == CP864.name => plausible::score(&text) - 2 * MARGIN,
        (text, false) => plausible::score(&text),
    };
    let pages = CODE_PAGES.iter().map(|page| Charset::Page(page));
    // Of two that are as good, the last one: what the format itself says is meant.
    web.chain(pages).max_by_key(score).unwrap_or(Charset::Web(UTF_8))
}

fn decode_text(bytes: &[u8]) -> (String, &'static str) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(Charset::Web(encoding), bytes.get(mark..).unwrap_or_default());
    }
    if bytes.contains(&0)
        && let Some(encoding) = utf16_by_zeros(bytes)
    {
        return decode_as(Charset::Web(encoding), bytes);
    }
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return (doubled::undo(text).unwrap_or_else(|| text.to_owned()), UTF_8.name());
    }
    let is_unicode = is_nearly_utf8(bytes);
    decode_as(if is_unicode { Charset::Web(UTF_8) } else { declared_or_guessed(bytes) }, bytes)
}

fn decode_as(charset: Charset, bytes: &[u8]) -> (String, &'static str) {
    let (text, _) = charset.decode(bytes);
    let is_unicode = matches!(charset, Charset::Web(encoding) if encoding == UTF_8);
    let mended = if is_unicode { doubled::undo(&text) } else { None };
    (mended.unwrap_or(text), charset.name())
}

/// What is declared, unless it cannot be true, or another encoding gives Arabic or Hebrew that looks
/// much more like it.
fn declared_or_guessed(bytes: &[u8]) -> Charset {
    let guess = guess(bytes);
    let Some(declared) = declared::encoding(bytes).filter(|charset| is_plausible(*charset, bytes))
    else {
        return guess;
    };
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let concerns_us = is_right_to_left(declared) || is_right_to_left(guess);
    if declared.name() == guess.name() || high < ENOUGH || !concerns_us {
        return declared;
    }
    let score = |charset: Charset| plausible::score(&charset.decode(sample(bytes)).0);
    if score(guess) > score(declared) + MARGIN { guess } else { declared }
}

fn is_right_to_left(charset: Charset) -> bool {
    let name = charset.name();
    let web = ["windows-1255", "windows-1256", "ISO-8859-6", "ISO-8859-8", "ISO-8859-8-I"];
    web.contains(&name) || matches!(charset, Charset::Page(_))
}

/// UTF-8 with little damage: a download cut in a letter, a few foreign bytes in a text whose
/// multi-byte letters are otherwise whole. Text in another encoding is hardly ever that.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let (mut letters, mut damage) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        damage += usize::from(!chunk.invalid().is_empty());
    }
    letters >= damage * 10
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
fn is_plausible(charset: Charset, bytes: &[u8]) -> bool {
    let western = charset.name() == encoding_rs::WINDOWS_1252.name();
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let ascii = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    let (text, damaged) = charset.decode(bytes);
    // Where ISO has controls that nobody writes, Windows has quotation marks and dashes.
    let is_windows = text.contains(|c| matches!(c, '\u{80}'..='\u{9f}'));
    let is_default = western && high > ascii;
    !damaged && !is_windows && !is_default
}

/// The encoding that browsers would guess, or the code page that makes much better sense.
fn guess(bytes: &[u8]) -> Charset {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    // The same letters; windows-1255 has the points and quotation marks as well.
    let encoding = if encoding == ISO_8859_8 { WINDOWS_1255 } else { encoding };
    let found = Charset::Web(encoding);
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    if high < ENOUGH { found } else { best_page(sample(bytes), found) }
}

/// As much as shows which encoding makes sense.
fn sample(bytes: &[u8]) -> &[u8] {
    bytes.get(..SAMPLE).unwrap_or(bytes)
}

fn best_page(bytes: &[u8], found: Charset) -> Charset {
    let score = |charset: Charset| {
        let (text, damaged) = charset.decode(bytes);
        if damaged { i64::MIN } else { plausible::score(&text) }
    };
    let found_score = plausible::score(&found.decode(bytes).0);
    let pages = CODE_PAGES.iter().map(|page| Charset::Page(page));
    let best = pages.map(|page| (score(page), page)).max_by_key(|(score, _)| *score);
    match best {
        Some((best, page)) if best > found_score + MARGIN => page,
        _ => found,
    }
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
    fn visual_hebrew_is_turned_where_it_is_declared_and_seen() {
        let bytes = include_bytes!("../../tests/fixtures/format/encoding/visual-hebrew.html");
        let (text, encoding) = decode(bytes).unwrap();
        assert_eq!(encoding, "ISO-8859-8");
        assert!(text.contains("<TITLE>הנמל הישן</TITLE>"), "{text}");
        assert!(text.contains("נפתח מחדש בשנת 2024 אחרי עשרים שנה של שיפוצים.<BR>"), "{text}");
        assert!(text.contains("אל הרציפים (כולם), והילדים"), "{text}");
        assert!(text.contains("בשעה 12:30 יצאו"), "{text}");
        let (text, _) = decode_in("windows-1255", bytes).unwrap();
        assert!(text.contains("ןשיה למנה"), "as it is, where the user says so");
    }

    #[test]
    fn the_shapes_of_dos_become_letters_in_the_order_of_reading() {
        let bytes = include_bytes!("../../tests/fixtures/format/encoding/cp864.txt");
        for (text, encoding) in [decode(bytes).unwrap(), decode_in("CP864", bytes).unwrap()] {
            assert_eq!(encoding, "CP864");
            assert!(text.starts_with("عاد الصيادون من الميناء القديم صباح السبت"), "{text}");
            assert!(text.contains("وأطفالها، فغنى الأطفال على الرصيف\r\n"), "{text}");
        }
    }

    #[test]
    fn letters_doubled_by_another_program_are_restored() {
        let (doubled, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(ARABIC.as_bytes());
        assert_eq!(decode(doubled.as_bytes()).unwrap(), (ARABIC.to_owned(), "UTF-8"));
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
