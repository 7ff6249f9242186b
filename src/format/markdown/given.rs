//! What front matter tells of the reader: whether the article had been read, starred, marked, noted.
//! Programs write it as a truth value, a word, a date or a number.

use super::front_matter::Fields;
use crate::article::Given;
use crate::article::Highlight;

const READ: &[&str] = &[
    "read",
    "is_read",
    "seen",
    "archived",
    "is_archived",
    "archived_at",
    "read_at",
    "finished",
    "done",
    "completed",
];
const BOOKMARKED: &[&str] = &[
    "starred",
    "is_starred",
    "star",
    "favorite",
    "favourite",
    "is_favorite",
    "is_marked",
    "marked",
    "bookmarked",
    "flagged",
    "liked",
];
const PROGRESS: &[&str] = &["progress", "reading_progress", "read_progress", "readingprogress"];
const NOTES: &[&str] = &["note", "notes", "my_note", "my_notes", "comment", "annotation"];
const HIGHLIGHTS: &[&str] = &["highlights", "highlight"];
const STATES: &[&str] = &["status", "state", "reading_status"];

/// What is told; nothing where nothing is.
pub(super) fn read(fields: &Fields) -> Given {
    let first = |keys: &[&str]| keys.iter().find_map(|key| fields.values(key).first());
    let highlights = HIGHLIGHTS.iter().flat_map(|key| fields.values(key));
    Given {
        read: first(READ).and_then(|text| truth(text)).or_else(|| state(first(STATES)?)),
        bookmarked: first(BOOKMARKED).and_then(|text| truth(text)),
        progress: first(PROGRESS).and_then(|text| percent(text)),
        note: first(NOTES).filter(|note| !note.trim().is_empty()).cloned(),
        highlights: highlights
            .filter(|quote| !quote.trim().is_empty() && quote.parse::<f64>().is_err())
            .map(|quote| Highlight { quote: quote.clone(), remark: None })
            .collect(),
    }
}

/// A truth value; a date tells when it became true.
fn truth(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "y" | "on" | "1" | "x" | "read" | "done" | "نعم" | "بله" | "כן" => {
            Some(true)
        }
        "false" | "no" | "n" | "off" | "0" | "unread" | "لا" | "نه" | "לא" => Some(false),
        other => other.starts_with(|c: char| c.is_numeric()).then_some(true),
    }
}

/// A word for how far a reader has come with it.
fn state(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "read" | "archived" | "archive" | "done" | "finished" | "completed" => Some(true),
        "unread" | "inbox" | "later" | "to read" | "to-read" | "toread" | "reading" => Some(false),
        _ => None,
    }
}

/// Per cent, with a sign or as a part of one.
fn percent(text: &str) -> Option<u8> {
    let text = text.trim();
    let number: f64 = text.trim_matches(['%', '٪']).trim().parse().ok()?;
    let is_part = text.contains('.') && number <= 1.0;
    let percent = if is_part { number * 100.0 } else { number };
    (0_u8..=100).find(|&whole| f64::from(whole) >= percent.round())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::markdown::front_matter;

    fn of(matter: &str) -> Given {
        read(&front_matter::split(&format!("---\ntitle: x\n{matter}\n---\n")).unwrap().0)
    }

    #[test]
    fn flags_are_read_in_all_their_spellings() {
        for (matter, is_read, is_bookmarked) in [
            ("read: true\nstarred: false", Some(true), Some(false)),
            ("seen: false\nfavorite: yes", Some(false), Some(true)),
            ("status: archived", Some(true), None),
            ("status: published", None, None),
            ("state: reading\nis_starred: 1", Some(false), Some(true)),
            ("archived: 2024-01-02", Some(true), None),
            ("archived:\nis_marked: true", None, Some(true)),
            ("", None, None),
        ] {
            let found = of(matter);
            assert_eq!((found.read, found.bookmarked), (is_read, is_bookmarked), "{matter}");
        }
    }

    #[test]
    fn progress_is_per_cent() {
        for (text, percent) in [("40", 40), ("40%", 40), ("0.4", 40), ("1.0", 100), ("0", 0)] {
            assert_eq!(of(&format!("progress: {text}")).progress, Some(percent), "{text}");
        }
        assert_eq!(of("progress: half").progress, None);
        assert_eq!(of("progress: -3").progress, Some(0));
        assert_eq!(of("progress: 900").progress, None);
    }

    #[test]
    fn notes_and_passages_are_kept() {
        let found = of("note: للعودة إليه\nhighlights:\n  - جملة أولى\n  - جملة ثانية");
        assert_eq!(found.note.as_deref(), Some("للعودة إليه"));
        assert_eq!(found.highlights.len(), 2);
        assert!(of("highlights: 3").highlights.is_empty());
    }
}
