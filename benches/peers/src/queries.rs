//! Three hundred queries of the kinds that people type, taken from the articles themselves, always the
//! same for the same articles.

use std::collections::HashMap;

use sahifa::search::Haystack;

/// A query and its kind.
#[derive(Clone, Debug)]
pub(crate) struct Query {
    pub(crate) kind: Kind,
    /// The words, folded; a phrase is one of them, with spaces in it.
    pub(crate) terms: Vec<String>,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Letters,
    Words,
    Parts,
    Rare,
    Absent,
    TwoWords,
    Phrases,
}

/// How many of each.
const COUNTS: [(Kind, usize); 7] = [
    (Kind::Letters, 40),
    (Kind::Words, 60),
    (Kind::Parts, 40),
    (Kind::Rare, 40),
    (Kind::Absent, 20),
    (Kind::TwoWords, 60),
    (Kind::Phrases, 40),
];

impl Query {
    /// As it is typed.
    pub(crate) fn typed(&self) -> String {
        let quoted =
            |term: &String| if term.contains(' ') { format!("\"{term}\"") } else { term.clone() };
        self.terms.iter().map(quoted).collect::<Vec<_>>().join(" ")
    }
}

/// The queries.
pub(crate) fn of(texts: &[Haystack]) -> Vec<Query> {
    let words = words(texts);
    let mut chance = Chance(2026);
    let mut queries = Vec::new();
    for (kind, count) in COUNTS {
        for index in 0..count {
            let terms = terms((kind, index), &words, texts, &mut chance);
            queries.push(Query { kind, terms });
        }
    }
    queries
}

fn terms(
    (kind, index): (Kind, usize),
    words: &[String],
    texts: &[Haystack],
    chance: &mut Chance,
) -> Vec<String> {
    let common = words.len().min(2000);
    let mut word = |from: usize, to: usize| words[from + chance.below((to - from).max(1))].clone();
    match kind {
        Kind::Letters => vec![word(0, words.len()).chars().take(1 + index % 2).collect()],
        Kind::Words => vec![word(0, common)],
        Kind::Parts => vec![middle(&word(0, common))],
        Kind::Rare => vec![word(words.len() / 2, words.len())],
        Kind::Absent => vec![word(0, common).chars().rev().collect::<String>() + "ظظ"],
        Kind::TwoWords => vec![word(0, common), word(0, words.len())],
        Kind::Phrases => vec![phrase(texts, chance)],
    }
}

/// A word without its first letter: what stands inside words.
fn middle(word: &str) -> String {
    let inner: String = word.chars().skip(1).collect();
    if inner.is_empty() { word.to_owned() } else { inner }
}

/// Two words that stand beside each other somewhere.
fn phrase(texts: &[Haystack], chance: &mut Chance) -> String {
    loop {
        let text = texts[chance.below(texts.len())].text();
        let body = text.lines().last().unwrap_or_default();
        let words: Vec<&str> = body.split(' ').filter(|word| is_word(word)).collect();
        if words.len() < 2 {
            continue;
        }
        let at = chance.below(words.len() - 1);
        let pair = words[at..at + 2].join(" ");
        if body.contains(&pair) {
            return pair;
        }
    }
}

/// All words, the most frequent first.
fn words(texts: &[Haystack]) -> Vec<String> {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for text in texts {
        for word in text.text().split([' ', '\n']).filter(|word| is_word(word)) {
            *counts.entry(word).or_default() += 1;
        }
    }
    let mut words: Vec<(&str, u32)> = counts.into_iter().collect();
    words.sort_by(|one, two| two.1.cmp(&one.1).then(one.0.cmp(two.0)));
    words.into_iter().map(|(word, _)| word.to_owned()).collect()
}

fn is_word(word: &str) -> bool {
    !word.is_empty() && word.chars().all(char::is_alphabetic)
}

/// Numbers that look like chance (Knuth's MMIX generator).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }
}
