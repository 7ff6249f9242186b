//! The piece of a text that shows best why it was found: one line for one row of a list. It is made from the
//! text as it is read, not from the folded one.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::Query;

/// A piece of a text, and what is to be marked in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The bytes of the text; whole words.
    pub piece: Range<usize>,
    /// The terms in it: bytes of the text, sorted, apart from each other.
    pub marks: Vec<Range<usize>>,
}

/// Bytes of a text that are looked through; what is found after so many is not shown in a row.
const LONGEST: usize = 1 << 20;
/// Of a piece, one part in so many stands before the first term.
const BEFORE: usize = 4;

/// The piece of `text`, of `length` bytes or little more, with the most terms of the query, the first of such;
/// nothing if there are none.
#[must_use]
pub fn snippet(text: &str, query: &Query, length: usize) -> Option<Snippet> {
    let end = (0..=text.len().min(LONGEST)).rev().find(|&at| text.is_char_boundary(at))?;
    let text = text.get(..end)?;
    let marks = query.highlights(text);
    let start = best(&marks, length - length / BEFORE)?;
    let first = marks.get(start)?;
    let piece = piece(text, first, length);
    let inside = |mark: &&Range<usize>| mark.end <= piece.end;
    let marks = marks.iter().skip(start).take_while(inside).cloned().collect();
    Some(Snippet { piece, marks })
}

/// The first of the marks that are most within so many bytes.
fn best(marks: &[Range<usize>], length: usize) -> Option<usize> {
    let within = |at: usize| {
        let start = marks.get(at).map_or(0, |mark| mark.start);
        let rest = marks.get(at..).unwrap_or_default();
        rest.partition_point(|mark| mark.end <= start + length)
    };
    (0..marks.len()).rev().max_by_key(|&at| within(at))
}

/// Whole words around a mark, its line's and no other's.
fn piece(text: &str, mark: &Range<usize>, length: usize) -> Range<usize> {
    let (before, after) = text.split_at_checked(mark.start).unwrap_or((text, ""));
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let earliest = mark.start.saturating_sub(length / BEFORE).max(line);
    let words = before.unicode_word_indices().rev().map(|(at, _)| at);
    let start = words.take_while(|&at| at >= earliest).last().unwrap_or(mark.start);
    let rest = after.split('\n').next().unwrap_or_default();
    let ends = rest.unicode_word_indices().map(|(at, word)| mark.start + at + word.len());
    let is_inside = |&end: &usize| end <= (start + length).max(mark.end);
    let end = ends.take_while(is_inside).last().unwrap_or(mark.end).max(mark.end);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, query: &str, length: usize) -> Option<(String, Vec<String>)> {
        let snippet = snippet(text, &Query::parse(query), length)?;
        let part = |range: Range<usize>| text.get(range).unwrap().to_owned();
        Some((part(snippet.piece), snippet.marks.into_iter().map(part).collect()))
    }

    #[test]
    fn the_piece_with_most_terms_is_shown_in_whole_words() {
        let text = "The sea.\nBoats came back from the sea to the harbour in the morning.";
        let (piece, marks) = shown(text, "sea harb", 40).unwrap();
        assert_eq!(piece, "from the sea to the harbour in the");
        assert_eq!(marks, ["sea", "harb"]);
    }

    #[test]
    fn what_is_not_there_has_no_piece() {
        assert_eq!(shown("The sea", "harbour", 40), None);
        assert_eq!(shown("The sea", "-harbour", 40), None);
        assert_eq!(shown("", "", 0), None);
    }

    #[test]
    fn a_term_that_is_longer_than_the_piece_is_whole() {
        assert_eq!(shown("كِتَابٌ", "كتاب", 2).unwrap().0, "كِتَابٌ");
    }
}
