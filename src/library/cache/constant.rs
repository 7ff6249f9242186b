//! Words that the program has as constants (names of formats and encodings, kinds of damage), found
//! again from what was written down of them.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

static KNOWN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

/// The constant of these words. Each of them is made once and stays: only checked bytes come here,
/// so there are never more than the few dozen that the program itself wrote.
pub(super) fn constant(words: &str) -> &'static str {
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(words) = known.get(words) {
        return words;
    }
    let words: &'static str = Box::leak(Box::from(words));
    known.insert(words);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_are_made_once() {
        let (one, other) = (constant("a PNG image"), constant(&String::from("a PNG image")));
        assert!(std::ptr::eq(one, other));
    }
}
