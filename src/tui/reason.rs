//! Why a file was not read, in the reader's language. What formats say is English; the phrases that are
//! known have a text of their own, others are told as they are.

use crate::library::Reason;
use crate::locale::{Language, Locale};

/// What formats say, and the text that says it. In other languages files are told by what they are for.
const DETAILS: &[(&str, &str)] = &[
    ("image", "kind-image"),
    ("an icon", "kind-image"),
    ("recording", "kind-recording"),
    ("an Ogg file", "kind-recording"),
    ("video", "kind-video"),
    ("an MP4 file", "kind-video"),
    ("a PDF document", "kind-pdf"),
    ("document", "kind-document"),
    ("an OpenDocument file", "kind-document"),
    ("an Excel workbook", "kind-document"),
    ("a PowerPoint presentation", "kind-document"),
    ("book", "kind-book"),
    ("archive", "kind-archive"),
    ("data", "kind-data"),
    ("a binary property list", "kind-data"),
    ("database", "kind-database"),
    ("program", "kind-program"),
    ("a font", "kind-font"),
    ("the page has no text", "lacks-text"),
    ("there is no text in the mark-up", "lacks-text"),
    ("no header as newsboat writes it", "lacks-header"),
];

/// A reason in words to act on.
#[must_use]
pub fn said(locale: &Locale, reason: &Reason) -> String {
    let detail = detail(locale, reason.detail());
    locale.say(reason.text(), &[("detail", detail.into())])
}

fn detail(locale: &Locale, english: &str) -> String {
    let ends_so = |phrase: &str| {
        english == phrase || english.strip_suffix(phrase).is_some_and(|rest| rest.ends_with(' '))
    };
    let known = DETAILS.iter().find(|(phrase, _)| *phrase == english);
    let known = known.or_else(|| DETAILS.iter().find(|(phrase, _)| ends_so(phrase)));
    match known {
        Some((_, text)) if locale.language() != Language::English => locale.text(text),
        _ => english.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(language: Language, reason: &Reason) -> String {
        said(&Locale::new(language, None), reason).replace(['\u{2068}', '\u{2069}'], "")
    }

    #[test]
    fn english_is_as_exact_as_the_reason() {
        let reason = Reason::from("not for us");
        assert_eq!(told(Language::English, &reason), "not for us");
        assert_eq!(told(Language::Hebrew, &reason), "not for us");
        assert!(told(Language::English, &Reason::TooLarge("64 MiB")).contains("64 MiB"));
    }

    #[test]
    fn the_detail_is_translated_by_its_last_word_or_as_a_whole() {
        let locale = Locale::new(Language::Arabic, None);
        let image = locale.text("kind-image");
        assert_eq!(detail(&locale, "a PNG image"), image);
        assert_eq!(detail(&locale, "an icon"), image);
        assert_ne!(detail(&locale, "a PDF document"), detail(&locale, "a Word document"));
        assert_eq!(detail(&locale, "a notebook"), "a notebook", "books are other things");
    }
}
