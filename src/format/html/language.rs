//! The language and direction of an article, where what the page declares and what its letters say
//! may differ: templates declare `en` over Arabic text, and then the text is right.

use super::dom;
use crate::article::Direction;
use crate::article::is_rtl_language;
use crate::format::language;

/// How much text is enough to tell a language by, in bytes.
pub(super) const SAMPLE: usize = 4000;

/// The first declared tag that is plausible and that the letters do not contradict; else the text's
/// own.
pub(in crate::format) fn settle<'a>(
    declared: impl IntoIterator<Item = &'a str>,
    text: &str,
) -> Option<String> {
    let sample = dom::opening(text, SAMPLE);
    let letters = Direction::of(sample);
    let fits = |tag: &String| {
        let declared = if is_rtl_language(tag) { Direction::Rtl } else { Direction::Ltr };
        letters.is_none_or(|letters| letters == declared)
    };
    let declared = declared.into_iter().filter_map(tag).find(fits);
    declared.or_else(|| language::detect(sample).map(str::to_owned))
}

/// The direction of an article: declared, else of its language, else of its letters. A declaration
/// of left to right over right-to-left letters is a template's and counts for nothing.
pub(in crate::format) fn direct(
    declared: Option<Direction>,
    language: Option<&str>,
    text: &str,
) -> Direction {
    let sample = dom::opening(text, SAMPLE);
    let letters = Direction::of(sample);
    let declared =
        declared.filter(|&declared| declared == Direction::Rtl || letters != Some(Direction::Rtl));
    let of_language = language.filter(|tag| is_rtl_language(tag)).map(|_| Direction::Rtl);
    declared.or(of_language).or(letters).unwrap_or_default()
}

/// A BCP 47 tag in its usual spelling, from the spellings of locales: `ar_EG.UTF-8` is `ar-EG`.
fn tag(declared: &str) -> Option<String> {
    let declared = declared.trim().split(['.', '@', ',', ';', ' ']).next()?.replace('_', "-");
    let mut subtags = declared.split('-').filter(|subtag| !subtag.is_empty());
    let language = subtags.next()?.to_ascii_lowercase();
    let is_language = (2..=3).contains(&language.len())
        && language.chars().all(|c| c.is_ascii_lowercase())
        && !matches!(language.as_str(), "und" | "mul" | "zxx" | "xx");
    if !is_language {
        return None;
    }
    let mut tag = language;
    for subtag in subtags.take_while(|subtag| subtag.chars().all(|c| c.is_ascii_alphanumeric())) {
        tag.push('-');
        match subtag.len() {
            2 => tag.push_str(&subtag.to_ascii_uppercase()),
            _ => tag.push_str(subtag),
        }
    }
    Some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARABIC: &str = "أعلنت الوزارة اليوم عن خطة جديدة لإصلاح الطرق في المدينة";

    #[test]
    fn locales_are_spelt_as_tags() {
        assert_eq!(tag("ar_EG.UTF-8").as_deref(), Some("ar-EG"));
        assert_eq!(tag("HE").as_deref(), Some("he"));
        assert_eq!(tag("pa-Arab-pk").as_deref(), Some("pa-Arab-PK"));
        assert_eq!(tag("english"), None);
        assert_eq!(tag(""), None);
    }

    #[test]
    fn a_templates_language_does_not_outrank_the_letters() {
        assert_eq!(settle(["fa-IR"], ARABIC).as_deref(), Some("fa-IR"));
        assert_ne!(settle(["en"], ARABIC).as_deref(), Some("en"));
        assert_eq!(settle(["en", "ar"], ARABIC).as_deref(), Some("ar"));
        assert_eq!(settle(["en"], "2024").as_deref(), Some("en"));
    }

    #[test]
    fn a_templates_direction_does_not_outrank_the_letters() {
        assert_eq!(direct(Some(Direction::Ltr), None, ARABIC), Direction::Rtl);
        assert_eq!(direct(Some(Direction::Rtl), Some("en"), "Latin"), Direction::Rtl);
        assert_eq!(direct(None, Some("he"), "Latin"), Direction::Rtl);
        assert_eq!(direct(None, None, ARABIC), Direction::Rtl);
    }
}
