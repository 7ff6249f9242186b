//! Which way a text runs, judged by its letters or by its language.
//!
//! UAX #9 takes the first strong letter (P2); that alone would turn `Google أعلنت…` around. Here the
//! letters of the whole text count, which needs no layout and serves list, catalogue and page alike.

use serde::Serialize;
use unicode_bidi::{BidiClass, bidi_class};

use super::window::{WINDOW, count, is_among, window};

/// Which way the lines of a text run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// By majority of strong letters; `None` when there is none.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        Self::of_all(std::iter::once(text))
    }

    /// The same for a text that is in several pieces.
    pub fn of_all<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Self> {
        let counts = texts.map(strong_letters);
        let (ltr, rtl) = counts.fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
        (ltr + rtl > 0).then_some(if rtl >= ltr { Self::Rtl } else { Self::Ltr })
    }

    /// For a block of an article that runs `article`'s way: a block in a right-to-left article stays
    /// right to left while a third of its letters are, so that names in Latin letters do not turn it.
    /// A block without letters follows the article.
    #[must_use]
    pub fn of_block(text: &str, article: Self) -> Self {
        let (ltr, rtl) = strong_letters(text);
        match article {
            _ if ltr + rtl == 0 => article,
            Self::Rtl if rtl * 3 >= ltr + rtl => Self::Rtl,
            _ if rtl > ltr => Self::Rtl,
            _ => Self::Ltr,
        }
    }

    /// `ltr` or `rtl`, as HTML spells it.
    #[must_use]
    pub fn from_keyword(keyword: &str) -> Option<Self> {
        match keyword.trim() {
            word if word.eq_ignore_ascii_case("ltr") => Some(Self::Ltr),
            word if word.eq_ignore_ascii_case("rtl") => Some(Self::Rtl),
            _ => None,
        }
    }
}

/// Whether the language of this BCP 47 tag is written from right to left: by its script subtag, else
/// by its language subtag, whatever the region.
#[must_use]
pub fn is_rtl_language(tag: &str) -> bool {
    const SCRIPTS: [&str; 8] = ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg", "samr"];
    const LANGUAGES: [&str; 16] = [
        "ar", "arc", "azb", "ckb", "dv", "fa", "ha-arab", "he", "iw", "ji", "pnb", "ps", "sd",
        "syr", "ur", "yi",
    ];
    let tag = tag.to_ascii_lowercase().replace('_', "-");
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default();
    let script = subtags.next().filter(|subtag| subtag.len() == 4);
    script.map_or_else(
        || {
            LANGUAGES.contains(&language)
                || matches!(language, "ug" | "prs" | "pes" | "arz" | "ary")
        },
        |script| SCRIPTS.contains(&script),
    )
}

fn strong_letters(text: &str) -> (usize, usize) {
    let bytes = text.as_bytes();
    let (mut ltr, mut rtl) = (0, 0);
    for at in (0..bytes.len()).step_by(WINDOW) {
        let (here, next) = (window(bytes, at), window(bytes, at + 1));
        if count(&here, &next, is_odd) == 0 {
            ltr += usize::from(count(&here, &next, |byte, _| byte.is_ascii_alphabetic()));
            rtl += usize::from(count(&here, &next, begins_rtl));
            continue;
        }
        let starts = (at..bytes.len().min(at + WINDOW)).filter(|at| text.is_char_boundary(*at));
        for c in starts.filter_map(|at| text.get(at..)?.chars().next()) {
            match strength(c) {
                Some(Direction::Ltr) => ltr += 1,
                Some(Direction::Rtl) => rtl += 1,
                None => {}
            }
        }
    }
    (ltr, rtl)
}

/// Whether a byte and the one behind it begin a letter of Hebrew or Arabic, if they are not odd.
const fn begins_rtl(byte: u8, next: u8) -> bool {
    (byte == 0xd7)
        | (byte == 0xd8) & (next >= 0x9b)
        | (byte == 0xd9) & ((next <= 0x8a) | (next >= 0xad) & (next != 0xb0))
        | (byte == 0xda)
        | (byte == 0xdb)
}

/// Whether a byte, with the one behind it, may begin what takes a closer look.
const fn is_odd(byte: u8, next: u8) -> bool {
    (byte == 0xc2) & ((next == 0xaa) | (next == 0xb5) | (next == 0xba))
        | is_among(byte, 0xc3, 0xd6)
        | (byte == 0xd7) & !is_among(next, 0x90, 0xaa)
        | (byte == 0xd8) & (next < 0x9b) & (next != 0x8c)
        | (byte == 0xdb) & (next > 0x95)
        | (byte >= 0xdc)
}

/// The direction of a strong letter; that of most is known without a table.
fn strength(c: char) -> Option<Direction> {
    match c {
        'a'..='z' | 'A'..='Z' => Some(Direction::Ltr),
        '\0'..='\u{7f}' => None,
        'א'..='ת' | 'ؠ'..='ي' | '\u{671}'..='\u{6d5}' => Some(Direction::Rtl),
        _ => match bidi_class(c) {
            BidiClass::L => Some(Direction::Ltr),
            BidiClass::R | BidiClass::AL => Some(Direction::Rtl),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_latin_name_does_not_turn_an_arabic_text() {
        assert_eq!(Direction::of("Google أعلنت الشركة اليوم"), Some(Direction::Rtl));
    }

    #[test]
    fn what_is_known_without_a_table_is_what_the_table_says() {
        for c in '\0'..='\u{6ff}' {
            let strong = match bidi_class(c) {
                BidiClass::L => Some(Direction::Ltr),
                BidiClass::R | BidiClass::AL => Some(Direction::Rtl),
                _ => None,
            };
            assert_eq!(strength(c), strong, "{c:?}");
        }
    }

    #[test]
    fn letters_are_counted_many_at_a_time_as_one_by_one() {
        let all: String = ('\0'..='\u{2100}').collect();
        for shift in 0..WINDOW {
            for apart in ["", "ab بت "] {
                let spread: String = all.chars().map(|c| format!("{c}{apart}")).collect();
                let text = "x".repeat(shift) + &spread;
                let count = |way| text.chars().filter(|c| strength(*c) == Some(way)).count();
                assert_eq!(strong_letters(&text), (count(Direction::Ltr), count(Direction::Rtl)));
            }
        }
        for c in '\0'..=char::MAX {
            let count = |way| usize::from(strength(c) == Some(way));
            let expected = (count(Direction::Ltr), count(Direction::Rtl));
            assert_eq!(strong_letters(c.encode_utf8(&mut [0; 4])), expected, "{c:?}");
        }
    }

    #[test]
    fn digits_alone_have_no_direction() {
        assert_eq!(Direction::of("2024 – 15"), None);
        assert_eq!(Direction::of_block("2024", Direction::Rtl), Direction::Rtl);
    }

    #[test]
    fn an_english_block_in_an_arabic_article_runs_left_to_right() {
        let block = "The agency said nothing more about it.";
        assert_eq!(Direction::of_block(block, Direction::Rtl), Direction::Ltr);
    }

    #[test]
    fn the_script_subtag_outranks_the_language() {
        assert!(is_rtl_language("ar-EG"));
        assert!(is_rtl_language("pa-Arab"));
        assert!(!is_rtl_language("ar-Latn"));
        assert!(!is_rtl_language("en"));
    }
}
