//! The index over the texts of one segment: from a query to the documents that have it for sure and those
//! that may have it.
//!
//! It holds the vocabulary in memory, from the first query on, that of pairs from the first phrase on, and
//! where the documents of each word are; longer lists of documents are read in place. The texts themselves are looked through elsewhere.

mod build;
mod frequent;
mod gather;
mod growing;
mod lookup;
mod numbering;
mod postings;
mod ready;
mod reference;
mod sequence;
mod signature;
mod threes;
mod vocabulary;

use std::io;
use std::sync::OnceLock;

use super::Docs;
use super::Query;
use super::Stop;
use super::bytes;
use super::file;
use super::file::SegmentFile;
use super::in_place;
use super::pair;
use super::term::Hint;
use super::term::Needle;
use super::term::Pair;
use super::term::Term;
use super::texts::Texts;
use super::words;
pub(super) use build::build;
use lookup::Lookup;
use lookup::Of;

/// The index of a segment.
#[derive(Debug)]
pub(super) struct Index {
    file: SegmentFile,
    texts: usize,
    lookup: OnceLock<Lookup>,
}

/// What the words of texts tell about a query.
#[derive(Debug)]
pub(super) struct Matches {
    /// These fit.
    pub(super) sure: Docs,
    /// These may fit: only their texts tell.
    pub(super) maybe: Docs,
}

impl Index {
    /// The index in `file`, over as many texts as `texts`.
    pub(super) const fn new(file: SegmentFile, texts: usize) -> Self {
        Self { file, texts, lookup: OnceLock::new() }
    }

    /// Which texts fit the query; nothing if it was stopped.
    pub(super) fn find(&self, query: &Query, stop: Stop<'_>) -> io::Result<Option<Matches>> {
        let lookup = self.lookup()?;
        let mut sure = Docs::all(self.texts);
        let mut possible = sure.clone();
        for term in query.required() {
            if stop() {
                return Ok(None);
            }
            let term = self.term(term, lookup)?;
            possible.retain(&term.all());
            sure.retain(&term.sure);
            if possible.is_empty() {
                break;
            }
        }
        for term in query.excluded() {
            if stop() {
                return Ok(None);
            }
            let term = self.term(term, lookup)?;
            possible.remove_all(&term.sure);
            sure.remove_all(&term.all());
        }
        possible.remove_all(&sure);
        Ok(Some(Matches { sure, maybe: possible }))
    }

    /// Which texts have a term.
    fn term(&self, term: &str, lookup: &Lookup) -> io::Result<Matches> {
        let term = Term::new(term);
        let mut sure = match &term.proof {
            Some(proof) => lookup.find(proof, Of::Words)?,
            None => Docs::none(self.texts),
        };
        let mut maybe = self.hinted(&term.hints, lookup)?;
        for pair in &term.pairs {
            let (together, apart) = Self::pair(pair, lookup)?;
            if term.is_pair {
                sure.unite(&together);
            }
            maybe.retain(&union(together, &apart));
        }
        maybe.unite(&lookup.endless);
        maybe.remove_all(&sure);
        Ok(Matches { sure, maybe })
    }

    /// The texts that have a pair, and those that may have it: of a word that is not common only two letters are
    /// told beside a common one, and nothing beside another.
    fn pair(pair: &Pair, lookup: &Lookup) -> io::Result<(Docs, Docs)> {
        let together = lookup.find(&pair.both, Of::Pairs)?;
        let left = lookup.find(&pair.left, Of::RareWords)?;
        let right = lookup.find(&pair.right, Of::RareWords)?;
        let mut apart = left.clone();
        apart.retain(&right);
        for (rare, cut) in [(right, &pair.beginning), (left, &pair.end)] {
            let mut cut = lookup.find(cut, Of::Pairs)?;
            cut.retain(&rare);
            apart.unite(&cut);
        }
        if !apart.is_empty()
            && let Some(signed) = lookup.signed(pair)?
        {
            apart.retain(&signed);
        }
        Ok((together, apart))
    }

    /// The texts that have all of the hints.
    fn hinted(&self, hints: &[Hint], lookup: &Lookup) -> io::Result<Docs> {
        if hints.is_empty() {
            return Ok(Docs::none(self.texts));
        }
        let mut docs = Docs::all(self.texts);
        for Hint { needle, long } in hints {
            let mut found = if *long { lookup.long.clone() } else { Docs::none(self.texts) };
            if let Some(needle) = needle {
                found.unite(&lookup.find(needle, Of::Words)?);
            }
            docs.retain(&found);
        }
        Ok(docs)
    }

    fn lookup(&self) -> io::Result<&Lookup> {
        if let Some(lookup) = self.lookup.get() {
            return Ok(lookup);
        }
        let lookup = Lookup::read(&self.file, self.texts)?;
        Ok(self.lookup.get_or_init(|| lookup))
    }
}

impl Matches {
    /// Those that fit or may fit.
    fn all(&self) -> Docs {
        union(self.sure.clone(), &self.maybe)
    }
}

fn union(mut one: Docs, two: &Docs) -> Docs {
    one.unite(two);
    one
}
