//! From a sequence of letters to the documents of all words that it stands in.

use std::collections::VecDeque;
use std::io;
use std::ops::Range;
use std::sync::Mutex;
use std::sync::OnceLock;
use std::sync::PoisonError;

use super::Docs;
use super::Needle;
use super::Pair;
use super::bytes::Bytes;
use super::bytes::damage;
use super::bytes::to_usize;
use super::file::Section;
use super::file::SegmentFile;
use super::in_place;
use super::postings::LONGEST_FEW;
use super::postings::few_into;
use super::postings::gaps_into;
use super::postings::list_into;
use super::reference::Reference;
use super::sequence::LONGEST;
use super::signature::Signatures;
use super::threes::Threes;
use super::vocabulary::Vocabulary;

/// What of an index is held in memory.
#[derive(Debug)]
pub(super) struct Lookup {
    file: SegmentFile,
    texts: usize,
    words: Names,
    threes: Threes,
    /// From the first phrase on that asks for them: they are many.
    pairs: OnceLock<Names>,
    signatures: OnceLock<Signatures>,
    /// The numbers of the common words, which ascend.
    common: Vec<u32>,
    /// Where each list ends in its section.
    ends: Vec<u32>,
    /// Frequent sequences, sorted; their lists are the last ones, those of words that are not common at the end.
    frequent: Vec<String>,
    /// Texts in which something long was cut.
    pub(super) long: Docs,
    /// Texts in which something was left out.
    pub(super) endless: Docs,
    recent: Mutex<Recent>,
}

/// What has been looked up, the last at the end.
#[derive(Debug, Default)]
struct Recent(VecDeque<(Needle, Of, Docs)>);

impl Recent {
    fn take(&mut self, needle: &Needle, of: Of) -> Option<Docs> {
        let at = self.0.iter().position(|(known, among, _)| known == needle && *among == of)?;
        self.0.remove(at).map(|(_, _, docs)| docs)
    }

    fn keep(&mut self, needle: &Needle, of: Of, docs: Docs) {
        if self.0.len() == RECENT {
            self.0.pop_front();
        }
        self.0.push_back((needle.clone(), of, docs));
    }
}

/// A vocabulary, and where the documents of each of its words are.
#[derive(Debug)]
struct Names {
    vocabulary: Vocabulary,
    references: Vec<u32>,
}

/// What is looked among.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Words,
    /// Words that are not common; what is looked for is at the beginning or end of them.
    RareWords,
    /// Common words that follow each other.
    Pairs,
}

/// So many sets of documents are kept: one bit for each text in each.
const RECENT: usize = 24;
/// Bytes between two lists that are read along, for less than another call costs.
const GAP: u64 = 1 << 12;
/// Bytes of lists that are read at once, unless one alone is longer.
const PIECE: u64 = 1 << 18;

impl Lookup {
    /// Reads and checks it.
    pub(super) fn read(file: &SegmentFile, texts: usize) -> io::Result<Self> {
        let words = Names::read(file, Section::Words, Section::WordReferences)?;
        let threes = Threes::read(file)?;
        let common = Bytes(&file.section(Section::Common)?).u32s().collect();
        let ends: Vec<_> = Bytes(&file.section(Section::Ends)?).u32s().collect();
        let (lists, frequent) = frequent(&file.section(Section::Frequent)?)?;
        if ends.len() != lists + 2 * frequent.len() {
            return Err(damage());
        }
        let odd = file.section(Section::Odd)?;
        let mut odd = Bytes(&odd);
        let (mut long, mut endless) = (Docs::none(texts), Docs::none(texts));
        let length = odd.short()? as usize;
        gaps_into(Bytes(odd.take(length)?), &mut long)?;
        gaps_into(odd, &mut endless)?;
        let file = file.clone();
        let (pairs, signatures, recent) = (OnceLock::new(), OnceLock::new(), Mutex::default());
        Ok(Self {
            file,
            texts,
            words,
            threes,
            pairs,
            signatures,
            common,
            ends,
            frequent,
            long,
            endless,
            recent,
        })
    }

    /// The documents that have a word, or a pair, with `needle`. The next letter of a query changes one of its words:
    /// the others have just been looked up.
    pub(super) fn find(&self, needle: &Needle, of: Of) -> io::Result<Docs> {
        let recent = || self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        let known = recent().take(needle, of);
        let docs = match known {
            Some(docs) => docs,
            None => self.look_up(needle, of)?,
        };
        recent().keep(needle, of, docs.clone());
        Ok(docs)
    }

    fn look_up(&self, Needle(needle): &Needle, of: Of) -> io::Result<Docs> {
        let mut docs = Docs::none(self.texts);
        if of != Of::Pairs
            && needle.chars().nth(LONGEST).is_none()
            && let Ok(number) = self.frequent.binary_search(needle)
        {
            let rare = if of == Of::RareWords { self.frequent.len() } else { 0 };
            let lists = self.ends.len() - 2 * self.frequent.len();
            self.read_lists(&[lists + rare + number], &mut docs)?;
            return Ok(docs);
        }
        let names = if of == Of::Pairs { self.pairs()? } else { &self.words };
        let mut words = Vec::new();
        // Words that begin alike are neighbours.
        let near = match of {
            Of::Words | Of::RareWords if !needle.starts_with('\n') => self.threes.find(needle)?,
            _ => None,
        };
        match near {
            Some(near) => names.vocabulary.among(&near, needle.as_bytes(), &mut words),
            None => names.vocabulary.find(needle.as_bytes(), &mut words),
        }
        if of == Of::RareWords {
            words.retain(|&word| !self.is_common(word));
        }
        self.docs(names, &words, &mut docs)?;
        Ok(docs)
    }

    /// Adds the documents of these words, whose numbers ascend.
    fn docs(&self, names: &Names, words: &[usize], docs: &mut Docs) -> io::Result<()> {
        let (mut few, mut lists) = (Vec::new(), Vec::new());
        for &word in words {
            let &reference = names.references.get(word).ok_or_else(damage)?;
            match Reference::from_bits(reference)? {
                Reference::One(doc) if docs.set(doc) => {}
                Reference::One(_) => return Err(damage()),
                Reference::Few(at) => few.push(u64::from(at)..u64::from(at) + LONGEST_FEW),
                Reference::List(number) => lists.push(number as usize),
            }
        }
        self.each(Section::Few, &few, |bytes| few_into(bytes, docs))?;
        self.read_lists(&lists, docs)
    }

    /// The documents that may have a pair, as its letters tell; nothing where they tell too little.
    pub(super) fn signed(&self, pair: &Pair) -> io::Result<Option<Docs>> {
        let signatures = match self.signatures.get() {
            Some(signatures) => signatures,
            None => {
                let read = Signatures::read(&self.file, self.texts)?;
                self.signatures.get_or_init(|| read)
            }
        };
        let [left, right] = &pair.sides;
        signatures.find(left, right)
    }

    fn pairs(&self) -> io::Result<&Names> {
        if let Some(pairs) = self.pairs.get() {
            return Ok(pairs);
        }
        let pairs = Names::read(&self.file, Section::Pairs, Section::PairReferences)?;
        Ok(self.pairs.get_or_init(|| pairs))
    }

    fn is_common(&self, word: usize) -> bool {
        u32::try_from(word).is_ok_and(|word| self.common.binary_search(&word).is_ok())
    }

    /// Adds the documents of these lists, whose numbers ascend.
    fn read_lists(&self, lists: &[usize], docs: &mut Docs) -> io::Result<()> {
        let spans: Vec<_> = lists.iter().map(|&list| self.list(list)).collect::<Result<_, _>>()?;
        self.each(Section::Lists, &spans, |bytes| list_into(bytes, docs))
    }

    /// Reads these stretches of a section, in their order, those that are near each other together.
    fn each(
        &self,
        section: Section,
        spans: &[Range<u64>],
        mut each: impl FnMut(&[u8]) -> io::Result<()>,
    ) -> io::Result<()> {
        let section = self.file.span(section);
        let length = section.end - section.start;
        let mut buffer = Vec::new();
        let mut rest = spans;
        while let Some((first, _)) = rest.split_first() {
            let mut all = first.clone();
            let mut count = 1;
            for next in rest.iter().skip(1) {
                if next.start.saturating_sub(all.end) > GAP || next.end - all.start > PIECE {
                    break;
                }
                all.end = next.end;
                count += 1;
            }
            let end = all.end.min(length);
            let at = section.start + all.start..section.start + end;
            let bytes = in_place::read(&self.file.file, at, &mut buffer)?;
            let (near, far) = rest.split_at_checked(count).unwrap_or((rest, &[]));
            for span in near {
                let range = span.start - all.start..span.end.min(length) - all.start;
                let range = to_usize(range.start)?..to_usize(range.end)?;
                each(bytes.get(range).ok_or_else(damage)?)?;
            }
            rest = far;
        }
        Ok(())
    }

    fn list(&self, number: usize) -> io::Result<Range<u64>> {
        let start = number.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        let (start, end) = start.zip(self.ends.get(number).copied()).ok_or_else(damage)?;
        if start <= end { Ok(start.into()..end.into()) } else { Err(damage()) }
    }
}

impl Names {
    fn read(file: &SegmentFile, names: Section, references: Section) -> io::Result<Self> {
        let vocabulary = Vocabulary::new(file.section(names)?).ok_or_else(damage)?;
        let references: Vec<_> = Bytes(&file.section(references)?).u32s().collect();
        let fits = references.len() == vocabulary.count();
        fits.then_some(Self { vocabulary, references }).ok_or_else(damage)
    }
}

/// How many lists of words there are, and the sequences that have one too.
fn frequent(section: &[u8]) -> io::Result<(usize, Vec<String>)> {
    let mut bytes = Bytes(section);
    let lists = bytes.short()? as usize;
    let mut sequences = Vec::new();
    while !bytes.0.is_empty() {
        let length = bytes.short()? as usize;
        let text = str::from_utf8(bytes.take(length)?).map_err(io::Error::other)?;
        sequences.push(text.to_owned());
    }
    Ok((lists, sequences))
}
