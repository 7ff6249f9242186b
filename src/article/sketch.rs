//! What a text is like, in a few hundred bytes: enough to tell an edited text from another one when the
//! text itself is gone, and nothing that the text could be read from.
//!
//! The runs of three words are hashed and the least hashes kept (a bottom-k sketch, Broder 1997): of two
//! texts the share of hashes that both have among the least of all is an estimate of the share of runs
//! that they have in common, give or take 6 in the hundred.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// How many hashes are kept.
const KEPT: usize = 64;

/// Words that follow each other: texts on one matter share few such runs, an edited text most.
const RUN: usize = 3;

/// Six hexadecimal digits a hash.
const DIGITS: usize = 6;

/// The sketch of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sketch(Vec<u32>);

/// What is no sketch's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSketch;

impl Sketch {
    /// The sketch of a text, whose words are compared as they are written: texts are to be folded alike
    /// first.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let words: Vec<&str> = words.collect();
        let mut least = BTreeSet::new();
        // A text of fewer words is one run.
        for run in words.windows(RUN.min(words.len()).max(1)) {
            least.insert(hash(run));
            if least.len() > KEPT {
                least.pop_last();
            }
        }
        Self(least.into_iter().collect())
    }

    /// How much of both texts together is in each of them, in per cent: 100 for the same text, and 0 where
    /// one of them has no words.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> usize {
        let (one, two): (BTreeSet<_>, BTreeSet<_>) =
            (self.0.iter().collect(), other.0.iter().collect());
        let least: Vec<_> = one.union(&two).take(KEPT).collect();
        let shared =
            least.iter().filter(|hash| one.contains(**hash) && two.contains(**hash)).count();
        (shared * 100).checked_div(least.len()).unwrap_or_default()
    }

    /// Whether the text had no words.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn hash(run: &[&str]) -> u32 {
    let mut hash = blake3::Hasher::new();
    for word in run {
        hash.update(word.as_bytes());
        hash.update(b" ");
    }
    let digest = hash.finalize();
    let [a, b, c, ..] = *digest.as_bytes();
    u32::from_be_bytes([0, a, b, c])
}

impl fmt::Display for Sketch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|hash| write!(f, "{hash:06x}"))
    }
}

impl FromStr for Sketch {
    type Err = NoSketch;

    fn from_str(digits: &str) -> Result<Self, NoSketch> {
        let mut hashes = BTreeSet::new();
        for hash in digits.as_bytes().chunks(DIGITS) {
            let hash = str::from_utf8(hash).ok().filter(|hash| hash.len() == DIGITS);
            let hash = hash.and_then(|hash| u32::from_str_radix(hash, 16).ok());
            hashes.insert(hash.ok_or(NoSketch)?);
        }
        Ok(Self(hashes.into_iter().take(KEPT).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text of so many words, of which every `nth` is another one.
    fn text(words: usize, seed: usize, nth: usize) -> String {
        let word = |at: usize| {
            let seed = if at % nth == nth - 1 { seed } else { 0 };
            format!("w{}", (at * 7919 + seed * 104_729) % 10_007)
        };
        (0..words).map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn an_edited_text_is_like_the_first_and_another_is_not() {
        let first = Sketch::of(&text(600, 0, 3));
        assert_eq!(first.likeness(&first), 100);
        let word = first.likeness(&Sketch::of(&text(600, 1, 300)));
        assert!(word > 90, "{word}");
        let tenth = first.likeness(&Sketch::of(&text(600, 1, 10)));
        assert!((35..75).contains(&tenth), "a tenth of the words leaves about half: {tenth}");
        let other: String = (0..600).map(|at| format!("v{at} ")).collect();
        assert_eq!(first.likeness(&Sketch::of(&other)), 0);
    }

    #[test]
    fn a_sketch_is_written_and_read() {
        for text in ["", "one", "one two", "سطر واحد من كلمات قليلة", &text(900, 0, 2)]
        {
            let sketch = Sketch::of(text);
            assert_eq!(sketch.to_string().parse(), Ok(sketch.clone()), "{text}");
            assert!(sketch.to_string().len() <= KEPT * DIGITS);
        }
        assert_eq!(Sketch::of("").likeness(&Sketch::of("")), 0);
        assert_eq!("12345".parse::<Sketch>(), Err(NoSketch));
        assert_eq!("12345é".parse::<Sketch>(), Err(NoSketch));
    }
}
