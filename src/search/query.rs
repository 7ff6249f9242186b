//! A query, ready to be matched: its terms folded, a searcher built for each.
//!
//! Which words are terms is read in [`super::syntax`]; here they are only looked for.

use std::fmt;
use std::ops::Range;

use memchr::memmem::Finder;

use super::Folded;
use super::Haystack;
use super::fold;
use super::syntax::Sense;
use super::syntax::tokens;

/// What a reader is looking for: words and phrases that must all occur, others that must not.
#[derive(Clone, Debug, Default)]
pub struct Query {
    source: String,
    required: Vec<Finder<'static>>,
    excluded: Vec<Finder<'static>>,
}

impl Query {
    /// Reads a query; every text is one.
    ///
    /// Words match anywhere inside words. Quotation marks, straight or typographic, make a phrase;
    /// `-` before a word or phrase excludes it.
    #[must_use]
    pub fn parse(source: &str) -> Self {
        let mut query = Self { source: source.to_owned(), ..Self::default() };
        for token in tokens(source) {
            let folded = fold(token.words);
            let term = folded.trim();
            if term.is_empty() {
                continue;
            }
            let finder = Finder::new(term).into_owned();
            match token.sense {
                Sense::Required => query.required.push(finder),
                Sense::Excluded => query.excluded.push(finder),
            }
        }
        query
    }

    /// What was typed.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether it asks for nothing, and so matches everything.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.required.is_empty() && self.excluded.is_empty()
    }

    /// Whether the article that `haystack` was made of is one that is looked for.
    #[must_use]
    pub fn matches(&self, haystack: &Haystack) -> bool {
        let places = [haystack.text(), haystack.added()];
        let is_in = |term: &Finder<'_>, place: &str| term.find(place.as_bytes()).is_some();
        let occurs = |term: &Finder<'_>| places.iter().any(|place| is_in(term, place));
        self.required.iter().all(occurs) && !self.excluded.iter().any(occurs)
    }

    /// Whether all that is looked for is in a text that is not folded, such as a title.
    #[must_use]
    pub fn is_all_in(&self, text: &str) -> bool {
        self.fits(fold(text).as_bytes())
    }

    /// The same for a folded text and what is added to it in one piece, a line feed between them: no term
    /// has one.
    pub(super) fn fits(&self, text: &[u8]) -> bool {
        let occurs = |term: &Finder<'_>| term.find(text).is_some();
        self.required.iter().all(occurs) && !self.excluded.iter().any(occurs)
    }

    /// The folded terms that must occur.
    pub(super) fn required(&self) -> impl Iterator<Item = &str> {
        terms(&self.required)
    }

    /// The folded terms that must not.
    pub(super) fn excluded(&self) -> impl Iterator<Item = &str> {
        terms(&self.excluded)
    }

    /// Where in `text` the required terms occur: ranges of bytes, whole grapheme clusters, sorted,
    /// apart from each other.
    #[must_use]
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        if self.required.is_empty() {
            return Vec::new();
        }
        let folded = Folded::new(text);
        let mut found: Vec<_> = self.required.iter().flat_map(|term| hits(term, &folded)).collect();
        found.sort_unstable_by_key(|range| (range.start, range.end));
        merged(found).into_iter().map(|range| folded.unfold(range)).fold(Vec::new(), joined)
    }
}

impl PartialEq for Query {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Eq for Query {}

/// What was typed.
impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source)
    }
}

fn terms<'a>(finders: &'a [Finder<'static>]) -> impl Iterator<Item = &'a str> {
    finders.iter().filter_map(|term| str::from_utf8(term.needle()).ok())
}

fn hits(term: &Finder<'_>, folded: &Folded<'_>) -> Vec<Range<usize>> {
    let length = term.needle().len();
    term.find_iter(folded.text().as_bytes()).map(|at| at..at + length).collect()
}

fn merged(sorted: Vec<Range<usize>>) -> Vec<Range<usize>> {
    sorted.into_iter().fold(Vec::new(), joined)
}

/// Adds a range that starts no earlier than the last: what overlaps or touches becomes one.
fn joined(mut ranges: Vec<Range<usize>>, next: Range<usize>) -> Vec<Range<usize>> {
    match ranges.last_mut() {
        Some(last) if next.start <= last.end => last.end = last.end.max(next.end),
        _ => ranges.push(next),
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::article::Block;
    use crate::article::Metadata;

    fn matches(query: &str, title: &str, body: &str) -> bool {
        let metadata = Metadata { title: title.into(), ..Metadata::default() };
        let article = Article::new(metadata, vec![Block::paragraph(body)]);
        Query::parse(query).matches(&Haystack::new(&article))
    }

    #[test]
    fn all_words_are_required_anywhere_in_words() {
        assert!(matches("كتب درس", "المكتبة", "مدرسة الكتب"));
        assert!(!matches("كتب غائب", "المكتبة", "مدرسة الكتب"));
    }

    #[test]
    fn excluded_words_and_phrases_must_not_occur() {
        assert!(!matches("كتب -مدرسه", "الكتب", "مَدْرَسَةٌ"));
        assert!(!matches("-\"one two\"", "t", "One  two"));
        assert!(matches("-\"one two\"", "t", "two one"));
    }

    #[test]
    fn no_phrase_spans_two_fields() {
        assert!(!matches("\"title body\"", "title", "body"));
        assert!(matches("\"b c\"", "t", "a b\nc d"));
    }

    #[test]
    fn an_empty_query_matches_all() {
        for query in ["", "  ", "-", "\"\"", "- \"", "ـــ"] {
            assert!(Query::parse(query).is_empty(), "{query}");
            assert!(matches(query, "t", "b"));
        }
    }

    #[test]
    fn highlights_are_merged_and_sorted() {
        let query = Query::parse("كتاب تاب جديد -هذا");
        let text = "هذا كِتَابٌ جديدٌ";
        let shown: Vec<_> =
            query.highlights(text).into_iter().map(|at| text.get(at).unwrap()).collect();
        assert_eq!(shown, ["كِتَابٌ", "جديدٌ"]);
        assert_eq!(Query::parse("aa bb").highlights("aabb aab"), [0..4, 5..7]);
    }

    #[test]
    fn a_query_shows_as_it_was_typed() {
        assert_eq!(Query::parse(" «a -B ").to_string(), " «a -B ");
    }
}
