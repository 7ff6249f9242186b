//! What a term says of the words of a text that has it: what proves it, and what it cannot do without.
//!
//! A term between two signs or spaces of a text is cut as the text is (see [`super::words`]), but its first and
//! last parts may be only the end and the beginning of words. Looking words up is the index's business.

use super::pair::beginning;
use super::pair::end;
use super::words::Class;
use super::words::class;

/// What to look up for a term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Term {
    /// A text with such a word has the term.
    pub(super) proof: Option<Needle>,
    /// It is a pair, which proves it as well.
    pub(super) is_pair: bool,
    /// A text may have the term if it has all of these; without any, only the proof counts.
    pub(super) hints: Vec<Hint>,
    /// And all of these.
    pub(super) pairs: Vec<Pair>,
}

/// Two words with a space between: the end of one, the beginning of the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) both: Needle,
    pub(super) left: Needle,
    pub(super) right: Needle,
    /// As it is told if only the first, or only the second, is common.
    pub(super) beginning: Needle,
    pub(super) end: Needle,
    /// The letters that are known on each side of the space, with a line feed where the word has no more.
    pub(super) sides: [String; 2],
}

/// A sequence inside `\nword\n`: with line feeds, words that begin or end with it, or are it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Needle(pub(super) String);

/// What a text with a term has, one or the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hint {
    pub(super) needle: Option<Needle>,
    /// Something long that was cut.
    pub(super) long: bool,
}

/// Whether a part of a term has more of it before and after: then a word begins or ends there.
#[derive(Clone, Copy, Debug)]
struct Sides {
    before: bool,
    after: bool,
}

impl Term {
    /// What to look up for a folded term.
    pub(super) fn new(term: &str) -> Self {
        let parts = parts(term);
        match *parts.as_slice() {
            [part] if part.len() == term.len() => alone(part),
            _ => Self::phrase(term, &parts),
        }
    }

    /// Several parts: the first may be the end of a word, the last the beginning of one.
    fn phrase(term: &str, parts: &[&str]) -> Self {
        let last = parts.len().saturating_sub(1);
        let sides = |at| Sides { before: at > 0, after: at < last };
        let hints = parts.iter().enumerate().flat_map(|(at, part)| hints(part, sides(at)));
        let pairs: Vec<_> = pairs(term).collect();
        let is_pair = pairs.first().is_some_and(|pair| pair.both.0 == term);
        Self { proof: None, is_pair, hints: hints.collect(), pairs }
    }
}

/// The neighbours in a phrase that are letters only.
fn pairs(term: &str) -> impl Iterator<Item = Pair> {
    let words: Vec<_> = term.split(' ').collect();
    let last = words.len() - 1;
    let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| class(c) == Class::Letter);
    (1..=last).filter_map(move |at| {
        let (left, right) = (*words.get(at - 1)?, *words.get(at)?);
        let (before, after) = (at > 1, at < last);
        let is_cut = |word: &str, side| side || word.chars().nth(1).is_some();
        let both = [left, " ", right].concat();
        let beginning =
            if is_cut(right, after) { beginning(left, right).concat() } else { both.clone() };
        let end = if is_cut(left, before) { end(left, right).concat() } else { both.clone() };
        (is_word(left) && is_word(right)).then(|| Pair {
            both: needle(&both, Sides { before, after }),
            left: needle(left, Sides { before, after: true }),
            right: needle(right, Sides { before: true, after }),
            beginning: needle(&beginning, Sides { before, after: false }),
            end: needle(&end, Sides { before: false, after }),
            sides: [
                needle(left, Sides { before, after: false }).0,
                needle(right, Sides { before: false, after }).0,
            ],
        })
    })
}

/// The stretches of a term, and its runs of a script without spaces.
fn parts(term: &str) -> Vec<&str> {
    let is_dense = |c| class(c) == Class::Dense;
    let mut parts = Vec::new();
    for mut rest in term.split(' ').filter(|rest| !rest.is_empty()) {
        while let Some(first) = rest.chars().next() {
            let is_other = |c| is_dense(c) != is_dense(first);
            let end = rest.find(is_other).unwrap_or(rest.len());
            let (part, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            parts.push(part);
            rest = after;
        }
    }
    parts
}

/// A term that no white space cuts.
fn alone(term: &str) -> Term {
    let proof = Some(anywhere(term));
    if term.starts_with(|c| class(c) == Class::Dense) {
        return match term.chars().count() {
            1 | 2 => Term { proof, ..Term::default() },
            _ => Term { hints: dense(term), ..Term::default() },
        };
    }
    let edges = Edges::of(term);
    if edges.core == term {
        let long = Hint { needle: None, long: true };
        let runs = || runs(term).map(|run| sure(anywhere(run)));
        let hints = if is_chain(term) { runs().chain([long]).collect() } else { Vec::new() };
        return Term { proof, hints, ..Term::default() };
    }
    if edges.core.is_empty() {
        return Term { proof, ..Term::default() };
    }
    let core = match (edges.lead, edges.trail) {
        (_, "") => starting(edges.core),
        ("", _) => ending(edges.core),
        _ => anywhere(edges.core),
    };
    let signs = [edges.lead, edges.trail].into_iter().filter(|signs| !signs.is_empty());
    let signs = signs.map(|signs| sure(anywhere(signs)));
    let core = Hint { needle: Some(core), long: is_chain(edges.core) };
    Term { proof, hints: signs.chain([core]).collect(), ..Term::default() }
}

/// What a text has that has this part of a term.
fn hints(part: &str, sides: Sides) -> Vec<Hint> {
    if part.starts_with(|c| class(c) == Class::Dense) {
        return dense(part);
    }
    let edges = Edges::of(part);
    if edges.core.is_empty() {
        return vec![sure(needle(part, sides))];
    }
    let core = Some(needle(edges.core, sides));
    let mut hints = vec![Hint { needle: core, long: is_chain(edges.core) }];
    for (signs, whole) in [(edges.lead, sides.before), (edges.trail, sides.after)] {
        if !signs.is_empty() {
            hints.push(sure(needle(signs, Sides { before: whole, after: whole })));
        }
    }
    hints
}

fn dense(run: &str) -> Vec<Hint> {
    let starts: Vec<_> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
    let pairs = starts.windows(3).filter_map(|ends| run.get(*ends.first()?..*ends.last()?));
    let hints: Vec<_> = pairs.map(|pair| sure(anywhere(pair))).collect();
    if hints.is_empty() { vec![sure(anywhere(run))] } else { hints }
}

/// A part without white space: the signs before its first letter, those after its last, and what is between.
struct Edges<'a> {
    lead: &'a str,
    core: &'a str,
    trail: &'a str,
}

impl<'a> Edges<'a> {
    fn of(part: &'a str) -> Self {
        let is_sign = |c| class(c) == Class::Sign;
        let led = part.trim_start_matches(is_sign);
        let core = led.trim_end_matches(is_sign);
        let lead = part.strip_suffix(led).unwrap_or_default();
        Self { lead, core, trail: led.strip_prefix(core).unwrap_or_default() }
    }
}

/// Whether a word that has it can be one that was cut, with no part of it having all of it.
fn is_chain(core: &str) -> bool {
    runs(core).nth(2).is_some()
}

/// The letters between signs.
fn runs(core: &str) -> impl Iterator<Item = &str> {
    core.split(|c| class(c) == Class::Sign).filter(|run| !run.is_empty())
}

fn sure(needle: Needle) -> Hint {
    Hint { needle: Some(needle), long: false }
}

fn anywhere(text: &str) -> Needle {
    needle(text, Sides { before: false, after: false })
}

fn starting(text: &str) -> Needle {
    needle(text, Sides { before: true, after: false })
}

fn ending(text: &str) -> Needle {
    needle(text, Sides { before: false, after: true })
}

fn needle(text: &str, sides: Sides) -> Needle {
    let line = |is: bool| if is { "\n" } else { "" };
    Needle([line(sides.before), text, line(sides.after)].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The proof, then the hints, `|` for a line feed and `~` where something long will do.
    fn shown(term: &str) -> (String, Vec<String>) {
        let line = |needle: &Needle| needle.0.replace('\n', "|");
        let Term { proof, hints, .. } = Term::new(term);
        let hint = |hint: &Hint| {
            let long = if hint.long { "~" } else { "" };
            hint.needle.as_ref().map(line).unwrap_or_default() + long
        };
        (proof.as_ref().map(line).unwrap_or_default(), hints.iter().map(hint).collect())
    }

    #[test]
    fn what_is_part_of_a_word_is_proved_by_it() {
        for term in ["a", "كتاب", "...", "3.5", "中", "中国"] {
            assert_eq!(shown(term), (term.to_owned(), vec![]));
        }
        let runs = ["1", "2", "3", "~"].map(String::from).to_vec();
        assert_eq!(shown("1.2.3"), ("1.2.3".into(), runs));
    }

    #[test]
    fn signs_at_the_ends_may_be_words() {
        assert_eq!(shown("c++"), ("c++".into(), vec!["++".into(), "c|".into()]));
        assert_eq!(shown("(a-b").1, ["(", "|a-b"]);
        assert_eq!(shown("(c)").1, ["(", ")", "c"]);
    }

    #[test]
    fn a_phrase_is_the_end_of_a_word_words_and_a_beginning() {
        assert_eq!(shown("ab cd ef").1, ["ab|", "|cd|", "|ef"]);
        assert_eq!(shown("(ab), - \"cd").1, ["ab|", "(", "|),|", "|-|", "|cd", "|\"|"]);
        assert_eq!(shown("a中国人b").1, ["a|", "中国", "国人", "|b"]);
    }

    #[test]
    fn neighbours_without_signs_are_pairs() {
        let pairs = |term| {
            let term = Term::new(term);
            let both = term.pairs.into_iter().map(|pair| pair.both.0.replace('\n', "|"));
            (both.collect::<Vec<_>>(), term.is_pair)
        };
        assert_eq!(pairs("ab cd"), (vec!["ab cd".into()], true));
        assert_eq!(pairs("ab cd ef"), (vec!["ab cd|".into(), "|cd ef".into()], false));
        assert_eq!(pairs("ab, cd"), (vec![], false));
    }
}
