//! What the typesetting of right-to-left text owes to its language: whose digits, and whether lines
//! are stretched.
//!
//! By the language subtag of a BCP 47 tag alone; the letters themselves are not looked at.

use crate::text::Digits;
use crate::text::Fill;

/// Languages that write ۴۵۶, as CLDR has them; other languages of the Arabic script write ٤٥٦.
const PERSIAN_DIGITS: &[&str] = &[
    "az", "azb", "bal", "bgn", "bqi", "fa", "glk", "haz", "khw", "ks", "lah", "lrc", "luz", "mzn",
    "pa", "pes", "pnb", "prs", "ps", "pst", "pbu", "pbt", "skr", "trw", "tk", "ug", "ur", "uz",
];

/// Right-to-left scripts whose languages write 456.
const LATIN_DIGITS: &[&str] = &["he", "iw", "yi", "ji", "lad", "arc", "syr", "aii", "tru", "dv"];

/// Languages written in Nastaliq, which has no tatweel.
const NASTALIQ: &[&str] =
    &["bft", "hno", "khw", "ks", "lah", "pa", "phl", "pnb", "skr", "trw", "ur"];

/// The digits for text in a language, where these are wanted.
pub(super) fn digits(wanted: Digits, language: Option<&str>) -> Digits {
    let (Digits::Arabic | Digits::Persian, Some(language)) = (wanted, language) else {
        return wanted;
    };
    if is_one_of(language, PERSIAN_DIGITS) {
        Digits::Persian
    } else if is_one_of(language, LATIN_DIGITS) {
        Digits::AsWritten
    } else {
        Digits::Arabic
    }
}

/// Whether lines of running text in a language are stretched, where that is wanted.
pub(super) fn fill(wanted: Fill, language: Option<&str>) -> Fill {
    if language.is_some_and(|language| is_one_of(language, NASTALIQ)) {
        Fill::Ragged
    } else {
        wanted
    }
}

fn is_one_of(tag: &str, languages: &[&str]) -> bool {
    let language = tag.split(['-', '_']).next().unwrap_or_default();
    languages.iter().any(|one| one.eq_ignore_ascii_case(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_the_languages_own_where_arabic_ones_are_wanted() {
        for (language, expected) in [
            (Some("ar-EG"), Digits::Arabic),
            (Some("ckb"), Digits::Arabic),
            (Some("fa_IR"), Digits::Persian),
            (Some("UR"), Digits::Persian),
            (Some("ps-AF"), Digits::Persian),
            (Some("he"), Digits::AsWritten),
            (None, Digits::Persian),
        ] {
            assert_eq!(digits(Digits::Persian, language), expected, "{language:?}");
            let kept = [Digits::AsWritten, Digits::Latin];
            assert_eq!(kept.map(|wanted| digits(wanted, language)), kept);
        }
        assert_eq!(digits(Digits::Arabic, None), Digits::Arabic);
    }

    #[test]
    fn nastaliq_is_not_stretched() {
        assert_eq!(fill(Fill::Tatweel, Some("ur-PK")), Fill::Ragged);
        for language in [Some("ar"), Some("fa"), Some("ps"), None] {
            assert_eq!(fill(Fill::Tatweel, language), Fill::Tatweel);
            assert_eq!(fill(Fill::Ragged, language), Fill::Ragged);
        }
    }
}
