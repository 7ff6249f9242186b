//! What people look for, by kind: cut from texts of the library, so that something is found.

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

/// As it is typed.
fn prefixes(query: &str) -> impl Iterator<Item = String> + '_ {
    query.char_indices().map(|(at, c)| query[..at + c.len_utf8()].to_owned())
}
