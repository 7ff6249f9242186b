//! Metadata at the top of a Markdown text without fences: `MultiMarkdown`'s and Joplin's `Title: …` lines,
//! Pandoc's `% title` block, Logseq's `title:: …` properties. Here it is found and parted from the
//! text; what the keys mean is told elsewhere.

use super::front_matter::Fields;
use super::front_matter::key;

/// Keys that a header has; a text may begin with other words and a colon.
#[rustfmt::skip]
const KEYS: &[&str] = &[
    "title", "author", "authors", "date", "published", "created", "updated", "modified", "url", "link", "source",
    "source_url", "tags", "keywords", "category", "categories", "language", "lang", "summary", "description", "slug",
    "subtitle", "status", "css", "affiliation", "base_header_level", "latex_mode", "quotes_language", "copyright",
    "alias", "type", "public", "site", "العنوان", "الكاتب", "التاريخ", "المصدر", "الرابط", "כותרת", "מחבר", "תאריך",
    "عنوان", "نویسنده", "تاریخ", "منبع",
];

/// No header is longer, in lines.
const LONGEST: usize = 40;

/// The header and the text below it; `None` where there is none.
pub(super) fn split(text: &str) -> Option<(Fields, &str)> {
    let text = text.trim_start_matches(['\u{feff}', '\u{200e}', '\u{200f}']);
    percent(text).or_else(|| properties(text)).or_else(|| lines(text))
}

/// Pandoc's: up to three lines, each with its sign, for title, authors and date. An indented line
/// goes on with the one above.
fn percent(text: &str) -> Option<(Fields, &str)> {
    text.strip_prefix("% ")?;
    let mut values: Vec<String> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        let is_further = bare.starts_with(' ') && !bare.trim().is_empty();
        if let Some(value) = bare.strip_prefix('%').filter(|_| values.len() < 3) {
            values.push(value.trim().to_owned());
        } else if let Some(last) = values.last_mut().filter(|_| is_further) {
            last.push(' ');
            last.push_str(bare.trim());
        } else {
            break;
        }
        at += line.len();
    }
    let mut fields = Fields::default();
    for (name, value) in ["title", "authors", "date"].iter().zip(values) {
        fields.add(name, Some(value).filter(|value| !value.is_empty()));
    }
    Some((fields, text.get(at..)?))
}

/// Logseq's: `key:: value`, perhaps within the first item of a list.
fn properties(text: &str) -> Option<(Fields, &str)> {
    let property = |line: &str| {
        let line = line.trim().trim_start_matches("- ");
        let (name, value) = line.split_once("::")?;
        let is_name = !name.is_empty() && !name.contains(char::is_whitespace);
        (is_name && !value.starts_with(':')).then(|| (key(name), value.trim().to_owned()))
    };
    gathered(text, property)
}

/// `Title: …` lines up to the first blank one, every one of them with a key that headers have.
fn lines(text: &str) -> Option<(Fields, &str)> {
    let known = |line: &str| {
        let (name, value) = line.split_once(':')?;
        let (name, value) = (key(name), value.trim());
        // Two slashes would be an address.
        (KEYS.contains(&name.as_str()) && !value.starts_with("//"))
            .then(|| (name, value.to_owned()))
    };
    let (fields, rest) = gathered(text, known)?;
    let is_blank_below = rest.is_empty() || rest.starts_with(['\n', '\r']);
    (is_blank_below && has_two(&fields)).then_some((fields, rest))
}

fn has_two(fields: &Fields) -> bool {
    KEYS.iter().filter(|key| !fields.values(key).is_empty()).count() >= 2
}

/// The lines from the top that hold a key and a value.
fn gathered(text: &str, part: impl Fn(&str) -> Option<(String, String)>) -> Option<(Fields, &str)> {
    let mut fields = Fields::default();
    let mut at = 0;
    for line in text.split_inclusive('\n').take(LONGEST) {
        let Some((name, value)) = part(line) else { break };
        let is_new = fields.values(&name).is_empty();
        fields.add(&name, Some(value).filter(|value| is_new && !value.is_empty()));
        at += line.len();
    }
    (at > 0).then_some(())?;
    Some((fields, text.get(at..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_dialect_is_read() {
        for text in [
            "Title: المرفأ: يفتح\nAuthor: ليلى\nDate: 2024-03-23\n\nنص.",
            "% المرفأ: يفتح\n% ليلى\n% 2024-03-23\n\nنص.",
            "title:: المرفأ: يفتح\nauthors:: ليلى\ndate:: 2024-03-23\n\nنص.",
            "- title:: المرفأ: يفتح\n  author:: ليلى\n  date:: 2024-03-23\n- نص.",
        ] {
            let (fields, rest) = split(text).expect(text);
            assert_eq!(fields.values("title"), ["المرفأ: يفتح"], "{text}");
            assert_eq!(fields.values("date"), ["2024-03-23"], "{text}");
            assert!(rest.contains("نص") && !rest.contains("ليلى"), "{text}");
        }
    }

    #[test]
    fn a_text_of_its_own_is_no_header() {
        for text in [
            "Note: the harbour is closed.\n\nText.",
            "Title: only one\n\nText.",
            "Title: one\nAuthor: two\nand text goes on here",
            "%50 من السكان\n\nنص.",
            "std::vector is a class\n::x",
            "https://e.example\nlink: //x\n",
            "",
        ] {
            assert!(
                split(text).is_none_or(|(fields, _)| fields.values("title").is_empty()),
                "{text}"
            );
        }
    }
}
