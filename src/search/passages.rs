//! Where the passages stand in a text that its reader had marked elsewhere. They are found by their words:
//! another program has cut the same article into other spaces, quotation marks and dashes.

use std::ops::Range;

use memchr::memmem::Finder;

use super::Folded;
use super::fold;
use crate::article::Article;

/// More passages than anybody marks in one article; the others are not looked for.
const MAX_PASSAGES: usize = 1000;

/// For each quotation the bytes of `text` where its words first stand, if they do.
#[must_use]
pub fn passages<'a>(
    text: &str,
    quotes: impl Iterator<Item = &'a str>,
) -> Vec<Option<Range<usize>>> {
    let mut quotes = quotes.peekable();
    if quotes.peek().is_none() {
        return Vec::new();
    }
    let words = Words::new(text);
    quotes.enumerate().map(|(at, quote)| words.find(quote).filter(|_| at < MAX_PASSAGES)).collect()
}

/// For each of the passages that an article's file marks in it, where it stands in its text.
#[must_use]
pub fn marked(article: &Article) -> Vec<Option<Range<usize>>> {
    let highlights = &article.given.highlights;
    // Most articles have none, and large ones are not copied for nothing.
    if highlights.is_empty() {
        return Vec::new();
    }
    passages(&article.text(), highlights.iter().map(|highlight| highlight.quote.as_str()))
}

/// A text's folded words, a space on either side of each.
struct Words<'a> {
    folded: Folded<'a>,
    spaced: String,
    /// For each word: where it starts in `spaced`, and where in the folded text.
    places: Vec<(usize, usize)>,
}

impl<'a> Words<'a> {
    fn new(text: &'a str) -> Self {
        let folded = Folded::new(text);
        let mut places = Vec::new();
        let spaced = spaced(folded.text(), |place| places.push(place));
        Self { folded, spaced, places }
    }

    /// Whole words first; a quotation may also begin or end within one.
    fn find(&self, quote: &str) -> Option<Range<usize>> {
        let wanted = spaced(&fold(quote), |_| ());
        let words = wanted.trim();
        if words.is_empty() {
            return None;
        }
        let find = |words: &str| Finder::new(words).find(self.spaced.as_bytes());
        let start = find(&wanted).map(|at| at + 1).or_else(|| find(words))?;
        let (start, last) = (self.place(start)?, self.place(start + words.len() - 1)?);
        Some(self.folded.unfold(start..last + 1))
    }

    /// The byte of the folded text that stands here in `spaced`.
    fn place(&self, at: usize) -> Option<usize> {
        let passed = self.places.partition_point(|(spaced, _)| *spaced <= at).checked_sub(1)?;
        self.places.get(passed).map(|(spaced, folded)| folded + (at - spaced))
    }
}

/// The words of a folded text; tells `place` where each starts in the result, and where it stood.
fn spaced(folded: &str, mut place: impl FnMut((usize, usize))) -> String {
    let mut spaced = String::with_capacity(folded.len() + 2);
    let mut in_word = false;
    for (at, c) in folded.char_indices() {
        if !c.is_alphanumeric() {
            in_word = false;
            continue;
        }
        if !in_word {
            spaced.push(' ');
            place((spaced.len(), at));
            in_word = true;
        }
        spaced.push(c);
    }
    spaced.push(' ');
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(text: &'a str, quote: &str) -> Option<&'a str> {
        let found = passages(text, std::iter::once(quote)).pop().unwrap();
        found.map(|range| text.get(range).unwrap())
    }

    #[test]
    fn words_are_found_across_points_signs_and_blocks() {
        let text = "قالَ: «وصلتِ السفينةُ»\nفي الصباح الباكر.";
        assert_eq!(found(text, "وصلت السفينة - في الصباح"), Some("وصلتِ السفينةُ»\nفي الصباح"));
        assert_eq!(found("“It’s late,” she said.", "\"It's late\" she"), Some("It’s late,” she"));
    }

    #[test]
    fn whole_words_come_before_parts_of_words() {
        let text = "The harbours of old, the harbour of today";
        assert_eq!(found(text, "harbour of"), Some("harbour of"));
        assert_eq!(passages(text, ["harbour of"].into_iter()), [Some(25..35)]);
        assert_eq!(found(text, "arbours of ol"), Some("arbours of ol"));
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        assert_eq!(found("one two three", "one three"), None);
        assert_eq!(found("one", "…!"), None);
        assert_eq!(found("", "one"), None);
        assert_eq!(passages("one", std::iter::empty()), []);
    }
}
