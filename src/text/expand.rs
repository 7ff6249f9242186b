//! Letters that are stored as presentation forms become the letters they stand for.
//!
//! Some files hold Arabic as ready-made forms, and religious texts hold whole phrases as one code
//! point (ﷺ), which a terminal squeezes into one cell. Both are spelled out here, so that the later
//! stages join, wrap and reorder them like any other letters. So is the one sign that takes three
//! columns, which a line of two has no room for.

use std::ops::Range;

use memchr::memchr2_iter;
use unicode_normalization::UnicodeNormalization;

/// A text without presentation forms, and where each of its bytes came from.
#[derive(Clone, Debug, Default)]
pub(super) struct Expanded {
    /// `None` when nothing changed.
    changed: Option<Changed>,
}

#[derive(Clone, Debug)]
struct Changed {
    text: String,
    /// For each byte of `text` the bytes of the original character.
    origin: Vec<Range<usize>>,
}

impl Expanded {
    pub(super) fn new(text: &str) -> Self {
        let changed = holds_form(text).then(|| Changed::new(text));
        Self { changed }
    }

    /// The text itself; the original is given again.
    pub(super) fn text<'a>(&'a self, original: &'a str) -> &'a str {
        self.changed.as_ref().map_or(original, |changed| &changed.text)
    }

    /// Puts the bytes of the original in the place of those that stand for them.
    pub(super) fn restore<'a>(&self, ranges: impl Iterator<Item = &'a mut Range<usize>>) {
        let Some(Changed { origin, .. }) = &self.changed else { return };
        for bytes in ranges.filter(|bytes| bytes.start < bytes.end) {
            *bytes = origin[bytes.start].start..origin[bytes.end - 1].end;
        }
    }

    /// The first byte of the original character that stands at this byte, or the end of the text.
    pub(super) fn origin_at(&self, byte: usize) -> usize {
        let Some(Changed { origin, .. }) = &self.changed else { return byte };
        let end = || origin.last().map_or(0, |last| last.end);
        origin.get(byte).map_or_else(end, |from| from.start)
    }

    /// The bytes that stand for these bytes of the original.
    pub(super) fn image(&self, bytes: Range<usize>) -> Range<usize> {
        let Some(Changed { origin, .. }) = &self.changed else { return bytes };
        let at = |original: usize| origin.partition_point(|from| from.end <= original);
        at(bytes.start)..at(bytes.end)
    }
}

impl Changed {
    fn new(text: &str) -> Self {
        let mut expanded = String::with_capacity(text.len() * 2);
        let mut origin = Vec::with_capacity(text.len() * 2);
        for (at, c) in text.char_indices() {
            match c {
                BISMILLAH => expanded.push_str("بسم الله الرحمن الرحيم"),
                BEYYAL => expanded.push_str("\u{17d4}\u{179b}\u{17d4}"),
                _ if is_form(c) => expanded.extend(std::iter::once(c).nfkc()),
                _ => expanded.push(c),
            }
            origin.resize(expanded.len(), at..at + c.len_utf8());
        }
        Self { text: expanded, origin }
    }
}

/// Has no decomposition in Unicode's data.
const BISMILLAH: char = '\u{fdfd}';
/// Khmer's "and so on", the one character of three columns; Unicode prefers it in three signs.
const BEYYAL: char = '\u{17d8}';

/// Whether there is any; each begins with one of two bytes.
fn holds_form(text: &str) -> bool {
    let places = memchr2_iter(0xe1, 0xef, text.as_bytes());
    let mut there = places.filter_map(|at| text.get(at..)?.chars().next());
    there.any(is_form)
}

const fn is_form(c: char) -> bool {
    matches!(c, '\u{fb50}'..='\u{fbb1}' | '\u{fbd3}'..='\u{fd3d}' | '\u{fd50}'..='\u{fdc7}'
        | '\u{fdf0}'..='\u{fdfd}' | '\u{fe70}'..='\u{fefc}' | BEYYAL)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        Expanded::new(text).text(text).to_owned()
    }

    #[test]
    fn forms_become_letters_and_know_where_they_came_from() {
        let expanded = Expanded::new("aﷺb");
        let text = expanded.text("");
        assert_eq!(text, "aصلى الله عليه وسلمb");
        let mut ranges = [3..5, 0..text.len(), 3..3];
        expanded.restore(ranges.iter_mut());
        assert_eq!(ranges, [1..4, 0..5, 3..3]);
        assert_eq!(expanded.image(4..5), text.len() - 1..text.len());
    }

    #[test]
    fn no_character_takes_more_than_two_columns() {
        use unicode_width::UnicodeWidthChar;
        let wide = |c: &char| c.width().is_some_and(|width| width > 2);
        for c in ('\0'..=char::MAX).filter(wide) {
            assert!(!shown(&c.to_string()).chars().any(|c| wide(&c)), "U+{:04X}", u32::from(c));
        }
        assert_eq!(shown("\u{17d8}"), "\u{17d4}\u{179b}\u{17d4}");
    }

    #[test]
    fn each_form_is_found() {
        let forms: Vec<_> = ('\0'..=char::MAX).filter(|c| is_form(*c)).collect();
        assert!(forms.iter().all(|c| holds_form(&format!("aب…{c}"))));
        assert!(!holds_form("aب…\u{1000}\u{f000}"));
    }

    #[test]
    fn ornate_parentheses_stay() {
        assert_eq!(shown("﴿١﴾"), "﴿١﴾");
    }
}
