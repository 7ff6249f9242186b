//! Which way a text runs, judged by its letters or by its language.
//!
//! UAX #9 takes the first strong letter (P2); that alone would turn `Google أعلنت…` around. Here the
//! letters of the whole text count, which needs no layout and serves list, catalogue and page alike.

use serde::Serialize;
use unicode_bidi::{BidiClass, bidi_class};

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
        let (ltr, rtl) = strong_letters(text);
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
    text.chars().fold((0, 0), |(ltr, rtl), c| match strength(c) {
        Some(Direction::Ltr) => (ltr + 1, rtl),
        Some(Direction::Rtl) => (ltr, rtl + 1),
        None => (ltr, rtl),
    })
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
