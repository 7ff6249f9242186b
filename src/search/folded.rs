//! Folded text that knows where it came from, so that what is found in it can be shown.

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

use super::fold::fold_onto;

/// A text, its folded form, and the way back.
#[derive(Clone, Debug)]
pub struct Folded<'a> {
    original: &'a str,
    text: String,
    /// For each character of the original, in order: where its folded form starts, where it stands.
    places: Vec<(usize, usize)>,
}

impl<'a> Folded<'a> {
    /// Folds `original`.
    #[must_use]
    pub fn new(original: &'a str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut places = Vec::with_capacity(original.len() / 2);
        fold_onto(original, &mut text, |folded, at| places.push((folded, at)));
        Self { original, text, places }
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that `folded`, a range of bytes of [`Self::text()`], came from:
    /// whole grapheme clusters. An empty range came from nowhere and stays empty.
    #[must_use]
    pub fn unfold(&self, folded: Range<usize>) -> Range<usize> {
        let Some(last) = folded.end.checked_sub(1).filter(|&last| last >= folded.start) else {
            let at = self.floor(self.start_of(self.index_of(folded.start)));
            return at..at;
        };
        let start = self.start_of(self.index_of(folded.start));
        let end = self.start_of(self.index_of(last).saturating_add(1));
        self.floor(start)..self.ceil(end)
    }

    /// Which character made the folded byte at `folded`: the last that starts no later, for those
    /// before it at the same place were dropped.
    fn index_of(&self, folded: usize) -> usize {
        self.places.partition_point(|&(start, _)| start <= folded).saturating_sub(1)
    }

    fn start_of(&self, index: usize) -> usize {
        self.places.get(index).map_or(self.original.len(), |&(_, at)| at)
    }

    fn floor(&self, at: usize) -> usize {
        let mut cursor = GraphemeCursor::new(at, self.original.len(), true);
        match cursor.is_boundary(self.original, 0) {
            Ok(false) => cursor.prev_boundary(self.original, 0).ok().flatten().unwrap_or(0),
            _ => at,
        }
    }

    fn ceil(&self, at: usize) -> usize {
        let end = self.original.len();
        let mut cursor = GraphemeCursor::new(at, end, true);
        match cursor.is_boundary(self.original, 0) {
            Ok(false) => cursor.next_boundary(self.original, 0).ok().flatten().unwrap_or(end),
            _ => at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(original: &'a str, wanted: &str) -> &'a str {
        let folded = Folded::new(original);
        let at = folded.text().find(wanted).unwrap();
        original.get(folded.unfold(at..at + wanted.len())).unwrap()
    }

    #[test]
    fn marks_belong_to_their_letter() {
        assert_eq!(found("هذا كِتَابٌ جديد", "كتاب"), "كِتَابٌ");
        assert_eq!(found("le cafe\u{301} noir", "cafe"), "cafe\u{301}");
    }

    #[test]
    fn dropped_letters_inside_are_covered_those_outside_are_not() {
        assert_eq!(found("\u{200f}كــتاب\u{200f}", "كتاب"), "كــتاب");
    }

    #[test]
    fn half_a_ligature_is_the_whole_ligature() {
        assert_eq!(found("ﷺ", "الله"), "ﷺ");
        assert_eq!(found("oﬃce", "off"), "oﬃ");
    }

    #[test]
    fn the_whole_of_an_empty_text_is_empty() {
        assert_eq!(Folded::new("").unfold(0..0), 0..0);
    }
}
