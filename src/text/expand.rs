//! Letters that are stored as presentation forms become the letters they stand for.
//!
//! Some files hold Arabic as ready-made forms, and religious texts hold whole phrases as one code
//! point (ﷺ), which a terminal squeezes into one cell. Both are spelled out here, so that the later
//! stages join, wrap and reorder them like any other letters. So is the one sign that takes three
//! columns, which a line of two has no room for.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// A text without presentation forms, and where each of its bytes came from.
pub(super) struct Expanded<'a> {
    pub(super) text: Cow<'a, str>,
    /// For each byte of `text` the bytes of the original character; empty when nothing changed.
    origin: Vec<Range<usize>>,
}

impl Expanded<'_> {
    /// The bytes of the original that these bytes stand for.
    pub(super) fn origin(&self, bytes: Range<usize>) -> Range<usize> {
        if self.origin.is_empty() || bytes.is_empty() {
            return bytes;
        }
        self.origin[bytes.start].start..self.origin[bytes.end - 1].end
    }

    /// The bytes that stand for these bytes of the original.
    pub(super) fn image(&self, bytes: Range<usize>) -> Range<usize> {
        if self.origin.is_empty() {
            return bytes;
        }
        let at = |original: usize| self.origin.partition_point(|from| from.end <= original);
        at(bytes.start)..at(bytes.end)
    }
}

pub(super) fn expand(text: &str) -> Expanded<'_> {
    if !text.chars().any(is_form) {
        return Expanded { text: Cow::Borrowed(text), origin: Vec::new() };
    }
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
    Expanded { text: Cow::Owned(expanded), origin }
}

/// Has no decomposition in Unicode's data.
const BISMILLAH: char = '\u{fdfd}';
/// Khmer's "and so on", the one character of three columns; Unicode prefers it in three signs.
const BEYYAL: char = '\u{17d8}';

const fn is_form(c: char) -> bool {
    matches!(c, '\u{fb50}'..='\u{fbb1}' | '\u{fbd3}'..='\u{fd3d}' | '\u{fd50}'..='\u{fdc7}'
        | '\u{fdf0}'..='\u{fdfd}' | '\u{fe70}'..='\u{fefc}' | BEYYAL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_become_letters_and_know_where_they_came_from() {
        let expanded = expand("aﷺb");
        assert_eq!(expanded.text, "aصلى الله عليه وسلمb");
        let inside = 3..5;
        assert_eq!(expanded.origin(inside), 1..4);
        let all = 0..expanded.text.len();
        assert_eq!(expanded.origin(all), 0..5);
        assert_eq!(expanded.image(4..5), expanded.text.len() - 1..expanded.text.len());
    }

    #[test]
    fn no_character_takes_more_than_two_columns() {
        use unicode_width::UnicodeWidthChar;
        let wide = |c: &char| c.width().is_some_and(|width| width > 2);
        for c in ('\0'..=char::MAX).filter(wide) {
            assert!(
                !expand(&c.to_string()).text.chars().any(|c| wide(&c)),
                "U+{:04X}",
                u32::from(c)
            );
        }
        assert_eq!(expand("\u{17d8}").text, "\u{17d4}\u{179b}\u{17d4}");
    }

    #[test]
    fn ornate_parentheses_stay() {
        assert_eq!(expand("﴿١﴾").text, "﴿١﴾");
    }
}
