//! The documents of frequent sequences, put together from those of all words that have them: the second
//! thread's work while the first writes the words.

use std::collections::HashSet;
use std::io;

use super::Docs;
use super::build::Merged;
use super::build::Word;
use super::frequent::Frequent;

/// The documents of a frequent sequence.
pub(super) struct Ready {
    pub(super) all: Docs,
    /// Those of words that are not common, for sequences at the ends of words.
    pub(super) rare: Option<Docs>,
}

/// What the documents are put together with.
struct Making<'a> {
    texts: usize,
    frequent: &'a Frequent,
    common: &'a HashSet<Vec<u8>>,
    ready: Vec<Ready>,
    docs: Vec<u32>,
    sequences: Vec<usize>,
}

/// The documents of all frequent sequences, in their order.
pub(super) fn ready(
    merged: &Merged<'_>,
    frequent: &Frequent,
    common: &HashSet<Vec<u8>>,
    texts: usize,
) -> io::Result<Vec<Ready>> {
    let none = |sequence: String| Ready {
        all: Docs::none(texts),
        rare: sequence.contains('\n').then(|| Docs::none(texts)),
    };
    let ready = frequent.texts().map(none).collect();
    let (docs, sequences) = (Vec::new(), Vec::new());
    let mut making = Making { texts, frequent, common, ready, docs, sequences };
    merged.each(|word| {
        if !word.is_pair() {
            making.add(&word);
        }
        Ok(())
    })?;
    Ok(making.ready)
}

impl Making<'_> {
    /// Adds the documents of a word to those of the sequences in it.
    fn add(&mut self, word: &Word<'_>) {
        self.frequent.of(word.text, &mut self.sequences);
        if self.sequences.is_empty() {
            return;
        }
        word.collect(&mut self.docs);
        let is_common = self.common.contains(word.text.as_bytes());
        let is_dense = self.docs.len() > self.texts / 32 && self.sequences.len() > 1;
        let as_bits = is_dense.then(|| set_of(&self.docs, self.texts));
        let add = |docs: &mut Docs| match &as_bits {
            Some(bits) => docs.unite(bits),
            None => self.docs.iter().for_each(|&doc| {
                docs.set(doc);
            }),
        };
        for &sequence in &self.sequences {
            let Some(ready) = self.ready.get_mut(sequence) else { continue };
            add(&mut ready.all);
            ready.rare.iter_mut().filter(|_| !is_common).for_each(add);
        }
    }
}

fn set_of(docs: &[u32], texts: usize) -> Docs {
    let mut set = Docs::none(texts);
    docs.iter().for_each(|&doc| {
        set.set(doc);
    });
    set
}
