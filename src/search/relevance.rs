//! How well a text fits a query that it fits: in its title, at the beginnings of words, with its terms close
//! together. What is newer is not known here: it decides among equals.

use std::cmp::Reverse;

use memchr::memmem::Finder;

use super::Haystack;
use super::Query;

/// What is greater fits better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relevance {
    /// The terms that are in the title.
    in_title: usize,
    /// The terms that a word begins with.
    at_start: usize,
    /// The bytes that hold all terms, in powers of two.
    apart: Reverse<u32>,
}

/// Occurrences of each term that are looked at.
const OCCURRENCES: usize = 64;

impl Relevance {
    /// How well `haystack` fits.
    #[must_use]
    pub fn new(query: &Query, haystack: &Haystack) -> Self {
        let text = haystack.text();
        let title = text.split('\n').next().unwrap_or_default();
        let terms = || query.required().map(Finder::new);
        Self {
            in_title: terms().filter(|term| term.find(title.as_bytes()).is_some()).count(),
            at_start: terms().filter(|term| begins_word(term, text)).count(),
            apart: Reverse(apart(terms(), text).checked_ilog2().unwrap_or_default()),
        }
    }
}

fn begins_word(term: &Finder<'_>, text: &str) -> bool {
    let is_start = |at: usize| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(char::is_alphanumeric)
    };
    term.find_iter(text.as_bytes()).take(OCCURRENCES).any(is_start)
}

/// The length of the shortest piece with an occurrence of each term; of everything if one is missing.
fn apart<'a>(terms: impl Iterator<Item = Finder<'a>>, text: &str) -> usize {
    let places = terms.enumerate().flat_map(|(number, term)| {
        let found: Vec<_> = term.find_iter(text.as_bytes()).take(OCCURRENCES).collect();
        found.into_iter().map(move |at| (at, number))
    });
    let mut places: Vec<_> = places.collect();
    places.sort_unstable();
    let count = places.iter().map(|&(_, number)| number + 1).max().unwrap_or_default();
    let mut last = vec![None; count];
    let mut shortest = text.len();
    for (at, number) in places {
        if let Some(place) = last.get_mut(number) {
            *place = Some(at);
        }
        if let Some(first) = last.iter().copied().min().flatten() {
            shortest = shortest.min(at - first);
        }
    }
    shortest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_then_the_start_of_words_then_closeness_decide() {
        let texts = [
            "news\nseas are far from all that harbours can be in the world",
            "news\nunderseas and in harbours",
            "news\nthe sea, a harbour",
            "the sea\na harbour",
        ];
        let query = Query::parse("sea harbour");
        let mut order = Vec::from([0, 1, 2, 3]);
        let relevance = |&at: &usize| Relevance::new(&query, &Haystack::folded(texts[at], ""));
        order.sort_by_key(relevance);
        assert_eq!(order, [1, 0, 2, 3]);
    }
}
