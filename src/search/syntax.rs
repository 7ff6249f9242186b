//! The query language: words, `"phrases"`, and `-` before either. Reading it cannot fail.
//!
//! A quotation mark between two Hebrew letters is the gershayim of an acronym, not the end of a
//! phrase. Folding and matching are [`super::query`]'s business.

use crate::article::is_bidi_control;

/// A word or phrase as typed, and what is asked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) sense: Sense,
    pub(super) words: &'a str,
}

/// What a query asks of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// It must occur.
    Required,
    /// It must not occur.
    Excluded,
}

/// The tokens of a query, in order.
pub(super) fn tokens(query: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = query;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(is_blank);
        if rest.is_empty() {
            return None;
        }
        let (token, after) = token(rest);
        rest = after;
        Some(token)
    })
    .filter(|token| !token.words.is_empty())
}

/// The token at the start of `rest`, and what follows it; always takes something.
fn token(rest: &str) -> (Token<'_>, &str) {
    let excluded = rest.strip_prefix('-');
    let sense = if excluded.is_some() { Sense::Excluded } else { Sense::Required };
    let rest = excluded.unwrap_or(rest);
    let mut chars = rest.chars();
    let (words, after) = match chars.next().and_then(Quote::of) {
        Some(quote) => phrase(chars.as_str(), quote),
        None => word(rest),
    };
    (Token { sense, words }, after)
}

/// Up to the closing quotation mark, else to the end.
fn phrase(rest: &str, quote: Quote) -> (&str, &str) {
    let is_end = |(at, c): &(usize, char)| Quote::of(*c) == Some(quote) && !is_gershayim(rest, *at);
    match rest.char_indices().find(is_end) {
        Some((at, c)) => {
            let (words, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
            (words, after.strip_prefix(c).unwrap_or(after))
        }
        None => (rest, ""),
    }
}

/// Up to white space or to a quotation mark that opens a phrase.
fn word(rest: &str) -> (&str, &str) {
    let is_end = |(at, c): &(usize, char)| {
        c.is_whitespace() || (Quote::of(*c).is_some() && !is_gershayim(rest, *at))
    };
    let end = rest.char_indices().find(is_end).map_or(rest.len(), |(at, _)| at);
    rest.split_at_checked(end).unwrap_or((rest, ""))
}

/// Quotation marks that can close each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quote {
    Double,
    Guillemet,
}

impl Quote {
    const fn of(c: char) -> Option<Self> {
        match c {
            '"' | '\u{201c}'..='\u{201f}' | '＂' => Some(Self::Double),
            '«' | '»' => Some(Self::Guillemet),
            _ => None,
        }
    }
}

/// Bidi controls come along when text is pasted; they must not hide a `-`.
const fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_bidi_control(c)
}

fn is_gershayim(text: &str, at: usize) -> bool {
    let is_hebrew = |c: char| matches!(c, '\u{591}'..='\u{5ea}');
    let Some((before, after)) = text.split_at_checked(at) else { return false };
    before.ends_with(is_hebrew) && after.chars().nth(1).is_some_and(is_hebrew)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Vec<String> {
        let show = |token: Token<'_>| match token.sense {
            Sense::Required => token.words.to_owned(),
            Sense::Excluded => format!("not {}", token.words),
        };
        tokens(query).map(show).collect()
    }

    #[test]
    fn words_phrases_and_exclusions() {
        assert_eq!(
            read(r#"one "two three" -four -"five six""#),
            ["one", "two three", "not four", "not five six"]
        );
    }

    #[test]
    fn an_unclosed_quote_closes_itself() {
        assert_eq!(read(r#"a "b c"#), ["a", "b c"]);
        assert_eq!(read(r#"a ""#), ["a"]);
    }

    #[test]
    fn a_hyphen_alone_is_nothing_and_inside_a_word_a_letter() {
        assert_eq!(read("- a-b -"), ["a-b"]);
        assert_eq!(read("\u{200f}-كلمة"), ["not كلمة"]);
    }

    #[test]
    fn typographic_quotes_quote() {
        assert_eq!(read("“a b” «c d» „e f“ »g h«"), ["a b", "c d", "e f", "g h"]);
        assert_eq!(read("«a \"b\" c»"), ["a \"b\" c"]);
    }

    #[test]
    fn gershayim_are_letters() {
        assert_eq!(read("צה\"ל \"דובר צה\"ל אמר\""), ["צה\"ל", "דובר צה\"ל אמר"]);
    }
}
