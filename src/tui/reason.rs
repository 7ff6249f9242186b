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
    ("a spreadsheet", "kind-document"),
    ("a presentation", "kind-document"),
    ("an Excel workbook", "kind-document"),
    ("a PowerPoint presentation", "kind-document"),
    ("book", "kind-book"),
    ("archive", "kind-archive"),
    ("bzip2 data", "kind-archive"),
    ("Zstandard data", "kind-archive"),
    ("LZ4 data", "kind-archive"),
    ("compress data", "kind-archive"),
    ("picture", "kind-image"),
    ("mailbox (PST)", "kind-data"),
    ("a torrent", "kind-data"),
    ("a list of feeds (OPML), which holds no articles", "kind-feeds"),
    ("data", "kind-data"),
    ("a binary property list", "kind-data"),
    ("database", "kind-database"),
    ("program", "kind-program"),
    ("a font", "kind-font"),
    ("the page has no text", "lacks-text"),
    ("there is no text in the mark-up", "lacks-text"),
    ("no header as newsboat writes it", "lacks-header"),
    ("the feed is empty", "lacks-text"),
    ("the mail has neither subject nor text", "lacks-text"),
    ("the book has no text", "lacks-text"),
    ("the archive has no page", "lacks-text"),
    ("XML that holds no article", "lacks-fields"),
    ("XML of a kind that holds no article", "lacks-fields"),
    ("neither a headline nor a text", "lacks-fields"),
    ("neither a headline nor a text, only what belongs to them", "lacks-fields"),
    ("neither an object nor a list of JSON in it", "lacks-fields"),
    ("no report in it", "lacks-fields"),
    ("no passage is marked in it", "lacks-fields"),
    ("the list is empty", "lacks-links"),
    ("the list to be read is empty", "lacks-links"),
    ("the list has no address of the web", "lacks-links"),
    ("the table has no columns", "lacks-links"),
    ("it unpacks to more than 64 MiB", "limit-unpacked"),
    ("it unpacks to 200 times its size, as no text does", "limit-unpacked"),
    ("the archive unpacks to more than 1 GiB", "limit-unpacked"),
    ("the archive has more than 100,000 members", "limit-count"),
    ("half a million links", "limit-count"),
    ("four million values of JSON", "limit-count"),
    ("JSON nested more than 127 levels deep", "limit-nested"),
    ("archives nested more than three deep", "limit-nested"),
    ("its name leads out of the archive", "archive-outside"),
    ("a link, which is not followed in archives", "archive-link"),
    ("packed in a way that is not read here", "archive-packed"),
    ("a sparse file", "archive-packed"),
    ("the archive ends in it", "archive-cut"),
    ("its list of members is missing or broken", "archive-list"),
    ("the archive is empty, or holds only parts of pages", "archive-empty"),
    ("a book locked by its seller", "book-locked"),
    ("the book names it and does not have it", "book-incomplete"),
    ("the book has no list of its contents", "book-incomplete"),
];

/// A reason in words to act on.
#[must_use]
pub fn said(locale: &Locale, reason: &Reason) -> String {
    let detail = detail(locale, reason.detail());
    locale.say(reason.text(), &[("detail", detail.into())])
}

fn detail(locale: &Locale, english: &str) -> String {
    // What stands behind it is advice, which the text gives in its own way.
    let what = english.split_once("; ").map_or(english, |(what, _)| what);
    let ends_so = |phrase: &str| {
        what == phrase || what.strip_suffix(phrase).is_some_and(|rest| rest.ends_with(' '))
    };
    let known = DETAILS.iter().find(|(phrase, _)| [english, what].contains(phrase));
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
