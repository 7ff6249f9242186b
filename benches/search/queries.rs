//! What people look for, by kind: cut from texts of the library, so that something is found.

use std::cmp::Reverse;
use std::collections::HashMap;

use sahifa::search::Haystack;

use super::texts::Chance;

/// Queries that cost alike.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    pub(crate) queries: Vec<String>,
}

/// About as many queries of each kind as there are texts in `sample`.
pub(crate) fn kinds(sample: &[Haystack]) -> Vec<Kind> {
    let mut chance = Chance::new(5);
    let mut kinds: Vec<Kind> = NAMES.map(|name| Kind { name, queries: Vec::new() }).into();
    for text in sample {
        let words: Vec<&str> = text.text().split_whitespace().collect();
        if words.len() < 12 {
            continue;
        }
        let at = 1 + chance.below(words.len() - 4);
        let letters: Vec<char> = words[at].chars().filter(|c| c.is_alphanumeric()).collect();
        let part = |from: usize, count: usize| letters.iter().skip(from).take(count).collect();
        let other = words[1 + chance.below(words.len() - 4)];
        let queries: [String; 8] = [
            part(0, 1),
            part(0, 2),
            part(letters.len() / 3, 3),
            part(0, letters.len()),
            format!("{}qzx", words[at]),
            format!("{} {other}", words[at]).replace(['"', '-'], ""),
            format!("\"{} {}\"", words[at], words[at + 1]),
            format!("\"{} {} {}\"", words[at], words[at + 1], words[at + 2]),
        ];
        for (kind, query) in kinds.iter_mut().zip(queries) {
            kind.queries.push(query);
        }
    }
    kinds.extend(frequent(sample));
    let typed: Vec<_> = kinds.iter().flat_map(|kind| kind.queries.iter().take(12)).collect();
    let prefixes = typed.into_iter().flat_map(|query| prefixes(query)).collect();
    kinds.push(Kind { name: "every prefix of these", queries: prefixes });
    kinds
}

const NAMES: [&str; 8] = [
    "a letter",
    "two letters",
    "three letters",
    "a word",
    "an absent word",
    "two words",
    "a phrase",
    "a longer phrase",
];

/// Phrases of two of the most frequent words, which are the dearest; and the first letters of the second.
fn frequent(sample: &[Haystack]) -> [Kind; 3] {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for word in sample.iter().flat_map(|text| text.text().split_whitespace()) {
        if word.chars().count() > 1 && word.chars().all(char::is_alphabetic) {
            *counts.entry(word).or_default() += 1;
        }
    }
    let mut words: Vec<_> = counts.into_iter().collect();
    words.sort_by_key(|&(word, count)| (Reverse(count), word));
    let word = |at: usize| words[at % MOST.min(words.len())].0;
    let pairs = || (0..sample.len()).map(|at| (word(at * 7), word(at * 13 + 5)));
    let cut = |count: usize| {
        move |(one, other): (&str, &str)| {
            format!("\"{one} {}", other.chars().take(count).collect::<String>())
        }
    };
    [
        Kind {
            name: "two frequent words",
            queries: pairs().map(|(one, other)| format!("\"{one} {other}\"")).collect(),
        },
        Kind { name: "and a letter", queries: pairs().map(cut(1)).collect() },
        Kind { name: "and three letters", queries: pairs().map(cut(3)).collect() },
    ]
}

/// The most frequent words.
const MOST: usize = 200;

/// As it is typed.
fn prefixes(query: &str) -> impl Iterator<Item = String> + '_ {
    query.char_indices().map(|(at, c)| query[..at + c.len_utf8()].to_owned())
}
