//! What is typed: words, parts of words, rare ones, absent ones, two words, phrases, taken from the
//! articles of a library, always the same for the same articles.

use std::collections::HashMap;
use std::path::Path;

use sahifa::library::{Source, articles, items};
use sahifa::search::Haystack;

/// As many articles as words are taken from.
const SAMPLE: usize = 2000;

/// Queries of each kind.
const EACH: usize = 50;

/// Three hundred queries.
pub(crate) fn of(library: &Path) -> Vec<String> {
    let (words, pairs) = vocabulary(library);
    let common = words.len().min(1000);
    let every = |count: usize, step: usize| (0..EACH).map(move |at| at * step % count.max(1));
    let mut queries: Vec<String> = Vec::new();
    queries.extend(every(common, 17).map(|at| words[at].clone()));
    queries.extend(every(common, 23).map(|at| words[at].chars().skip(1).collect()));
    queries.extend(every(words.len() / 2, 101).map(|at| words[words.len() - 1 - at].clone()));
    queries.extend(every(common, 31).map(|at| format!("{}ظظ", words[at])));
    queries.extend(
        every(common, 7).map(|at| format!("{} {}", words[at], words[words.len() / 3 + at])),
    );
    queries
        .extend(every(pairs.len(), pairs.len() / EACH + 1).map(|at| format!("\"{}\"", pairs[at])));
    queries
}

/// The words of some articles, the most frequent first, and neighbours.
fn vocabulary(library: &Path) -> (Vec<String>, Vec<String>) {
    let items = items(&Source::Directory(library.to_owned()));
    let step = items.len() / SAMPLE + 1;
    let mut counts: HashMap<String, u32> = HashMap::new();
    let mut pairs = Vec::new();
    for opened in items.iter().step_by(step).flatten().filter_map(|item| articles(item).ok()) {
        for part in &opened.parts {
            let haystack = Haystack::new(&part.article);
            let words: Vec<&str> = haystack.text().split([' ', '\n']).filter(is_word).collect();
            pairs.extend(words.get(5..7).map(|pair| pair.join(" ")));
            for word in words {
                *counts.entry(word.to_owned()).or_default() += 1;
            }
        }
    }
    let mut words: Vec<(String, u32)> = counts.into_iter().collect();
    words.sort_by(|one, two| two.1.cmp(&one.1).then_with(|| one.0.cmp(&two.0)));
    (words.into_iter().map(|(word, _)| word).collect(), pairs)
}

fn is_word(word: &&str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_alphabetic)
}
