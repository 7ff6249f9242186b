//! Where a passage stands that was marked in a text, though the text has been edited since: by its own words,
//! and where those stand several times, by what stands around them, then by where it stood.

use std::cmp::Reverse;
use std::ops::Range;

use memchr::memmem;

use super::passages;

/// A passage that was marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quotation<'a> {
    /// Its words.
    pub exact: &'a str,
    /// What stood before it.
    pub prefix: &'a str,
    /// What stood behind it.
    pub suffix: &'a str,
    /// The byte that it began at.
    pub at: usize,
}

impl Quotation<'_> {
    /// The bytes of `text` where it stands, if it does.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        if self.exact.is_empty() {
            return None;
        }
        let places = memmem::find_iter(text.as_bytes(), self.exact);
        let best = places.max_by_key(|&at| (self.around(text, at), Reverse(at.abs_diff(self.at))));
        match best {
            Some(at) => Some(at..at + self.exact.len()),
            // Saved in another way, it may have other spaces, dashes and quotation marks.
            None => passages(text, std::iter::once(self.exact)).pop()?,
        }
    }

    /// How many characters around a place are as they were.
    fn around(&self, text: &str, at: usize) -> usize {
        let before = text.get(..at).unwrap_or_default().chars().rev();
        let after = text.get(at + self.exact.len()..).unwrap_or_default().chars();
        let same = |(one, other): &(char, char)| one == other;
        before.zip(self.prefix.chars().rev()).take_while(same).count()
            + after.zip(self.suffix.chars()).take_while(same).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_found_by_its_words_then_by_its_surroundings_then_by_its_place() {
        let text = "The sea is wide. Here the sea is deep. And the sea is far.";
        let of = |prefix, suffix, at| Quotation { exact: "the sea is", prefix, suffix, at };
        assert_eq!(of("Here ", " deep", 0).find(text), Some(22..32));
        assert_eq!(of("And ", "", 0).find(text), Some(43..53));
        assert_eq!(of("", "", 99).find(text), Some(43..53));
        let edited = "New first words. ".to_owned() + text;
        assert_eq!(of("Here ", " deep", 22).find(&edited), Some(39..49));
    }

    #[test]
    fn other_spaces_and_signs_make_no_difference_and_other_words_do() {
        let quotation = Quotation { exact: "وصلت السفينة", ..Quotation::default() };
        let text = "قالَ: وصلتِ\nالسفينةُ اليوم";
        assert_eq!(quotation.find(text).and_then(|range| text.get(range)), Some("وصلتِ\nالسفينةُ"));
        assert_eq!(quotation.find("وصل القطار"), None);
        assert_eq!(Quotation::default().find(text), None);
    }
}
