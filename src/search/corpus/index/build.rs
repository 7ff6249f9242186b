//! Making an index: words are gathered from the texts on two threads, sorted, and written with their
//! documents, all that is held meanwhile being the vocabulary and the compressed lists.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::io;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::thread;

use super::Docs;
use super::Stop;
use super::Texts;
use super::bytes::push_short;
use super::bytes::to_u32;
use super::file::Section;
use super::file::Writer;
use super::frequent::Costs;
use super::frequent::Frequent;
use super::gather::Gathered;
use super::postings::push_bits;
use super::postings::push_few;
use super::postings::push_gaps;
use super::postings::push_list;
use super::ready::Ready;
use super::ready::ready;
use super::reference::FEW;
use super::reference::Reference;
use super::threes::Gathering;

/// A word is common that more than one in so many texts has.
const RARITY: usize = 4;

/// Writes the sections of the index over `texts`; whether it was not stopped.
pub(in super::super) fn build(
    texts: &Texts,
    out: &mut Writer<'_>,
    stop: Stop<'_>,
) -> io::Result<bool> {
    let halves = texts.halves();
    let common = Gathered::common(texts, RARITY)?;
    let shared = Mutex::new(&mut *out);
    let sign = |block: &[u8]| {
        let mut out = shared.lock().unwrap_or_else(PoisonError::into_inner);
        out.part(Section::Signatures, block)
    };
    let gather = |range| {
        let mut gathered = Gathered::new(texts, range, &common, (&sign, stop))?;
        let sorted = gathered.as_mut().map(Gathered::sorted).transpose()?;
        Ok::<_, io::Error>(gathered.zip(sorted))
    };
    let (one, two) = thread::scope(|scope| {
        let other = scope.spawn(|| gather(halves.1));
        let one = gather(halves.0);
        (one, other.join().unwrap_or_else(|_| Err(io::Error::other("a thread died"))))
    });
    let Some(halves) = one?.zip(two?) else { return Ok(false) };
    let merged = Merged { one: &halves.0.0, two: &halves.1.0, orders: [&halves.0.1, &halves.1.1] };
    let mut costs = Costs::default();
    merged.each(|word| {
        if !word.is_pair() {
            costs.add(word.text, word.count());
        }
        Ok(())
    })?;
    if stop() {
        return Ok(false);
    }
    let (frequent, common) = (costs.frequent(texts.count()), common.into_iter().collect());
    let mut sections = Sections::new(&common, texts.count());
    let ready = thread::scope(|scope| {
        let ready = scope.spawn(|| ready(&merged, &frequent, &common, texts.count()));
        merged.each(|word| sections.add(&word, out))?;
        ready.join().unwrap_or_else(|_| Err(io::Error::other("a thread died")))
    })?;
    sections.write(&frequent, &ready, out)?;
    let odd = |lists: [&[u32]; 2]| lists.concat();
    let [one, two] = [merged.one, merged.two];
    write_odd(&odd([&one.long, &two.long]), &odd([&one.endless, &two.endless]), out)?;
    Ok(true)
}

fn write_odd(long: &[u32], endless: &[u32], out: &mut Writer<'_>) -> io::Result<()> {
    let mut bytes = Vec::new();
    push_gaps(long, &mut bytes);
    let mut section = Vec::new();
    push_short(to_u32(bytes.len())?, |byte| section.push(byte));
    section.append(&mut bytes);
    push_gaps(endless, &mut section);
    out.section(Section::Odd, &section)
}

/// The words of both halves, in order.
pub(super) struct Merged<'a> {
    one: &'a Gathered,
    two: &'a Gathered,
    orders: [&'a [u32]; 2],
}

/// A word, and its number in each half that has it.
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    lists: [Option<(&'a Gathered, usize)>; 2],
}

impl Merged<'_> {
    pub(super) fn each(&self, mut each: impl FnMut(Word<'_>) -> io::Result<()>) -> io::Result<()> {
        let [mut one, mut two] = self.orders.map(|order| order.iter().copied().peekable());
        loop {
            let (first, second) = (one.peek().copied(), two.peek().copied());
            let texts = (first.map(|at| self.one.text(at)), second.map(|at| self.two.text(at)));
            let order = match texts {
                (Some(one), Some(two)) => one.cmp(two),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => return Ok(()),
            };
            let first = first.filter(|_| order.is_le()).and_then(|_| one.next());
            let second = second.filter(|_| order.is_ge()).and_then(|_| two.next());
            let text = if order.is_le() { texts.0 } else { texts.1 };
            let text = str::from_utf8(text.unwrap_or_default()).map_err(io::Error::other)?;
            let lists =
                [first.map(|at| (self.one, at as usize)), second.map(|at| (self.two, at as usize))];
            each(Word { text, lists })?;
        }
    }
}

impl Word<'_> {
    /// Whether it is two words and the space between.
    pub(super) fn is_pair(&self) -> bool {
        self.text.contains(' ')
    }

    fn count(&self) -> usize {
        self.lists.iter().flatten().map(|(half, list)| half.lists.count(*list)).sum()
    }

    pub(super) fn collect(&self, docs: &mut Vec<u32>) {
        docs.clear();
        self.lists.iter().flatten().for_each(|(half, list)| half.lists.collect(*list, docs));
    }
}

/// The sections that are held until the large lists are written.
struct Sections<'a> {
    texts: usize,
    /// Words and pairs, and where the documents of each are.
    vocabularies: [Vec<u8>; 2],
    references: [Vec<u8>; 2],
    common: &'a HashSet<Vec<u8>>,
    /// The numbers of the common words.
    numbers: Vec<u8>,
    threes: Gathering,
    few: Vec<u8>,
    ends: Vec<u8>,
    end: usize,
    lists: usize,
    docs: Vec<u32>,
    bytes: Vec<u8>,
}

impl<'a> Sections<'a> {
    fn new(common: &'a HashSet<Vec<u8>>, texts: usize) -> Self {
        Self {
            texts,
            vocabularies: [b"\n".to_vec(), b"\n".to_vec()],
            references: Default::default(),
            common,
            numbers: Vec::new(),
            threes: Gathering::default(),
            few: Vec::new(),
            ends: Vec::new(),
            end: 0,
            lists: 0,
            docs: Vec::new(),
            bytes: Vec::new(),
        }
    }

    fn add(&mut self, word: &Word<'_>, out: &mut Writer<'_>) -> io::Result<()> {
        word.collect(&mut self.docs);
        let reference = match *self.docs.as_slice() {
            [doc] => Reference::One(doc),
            ref docs if docs.len() <= FEW => {
                let at = to_u32(self.few.len())?;
                push_few(docs, &mut self.few)?;
                Reference::Few(at)
            }
            ref docs => {
                self.bytes.clear();
                push_list(docs, self.texts, &mut self.bytes);
                self.list(out)?
            }
        };
        self.name(word, reference)
    }

    /// Writes a word, and where its documents are.
    fn name(&mut self, word: &Word<'_>, reference: Reference) -> io::Result<()> {
        let [words, pairs] = &mut self.vocabularies;
        let [of_words, of_pairs] = &mut self.references;
        let (names, references) =
            if word.is_pair() { (pairs, of_pairs) } else { (words, of_words) };
        let number = to_u32(references.len() / size_of::<u32>())?;
        if self.common.contains(word.text.as_bytes()) {
            self.numbers.extend_from_slice(&number.to_le_bytes());
        }
        if !word.is_pair() {
            self.threes.add(word.text, number);
        }
        names.extend_from_slice(word.text.as_bytes());
        names.push(b'\n');
        references.extend_from_slice(&reference.to_bits()?.to_le_bytes());
        Ok(())
    }

    /// Writes the bytes of the next list.
    fn list(&mut self, out: &mut Writer<'_>) -> io::Result<Reference> {
        out.part(Section::Lists, &self.bytes)?;
        self.end += self.bytes.len();
        self.ends.extend_from_slice(&to_u32(self.end)?.to_le_bytes());
        self.lists += 1;
        to_u32(self.lists - 1).map(Reference::List)
    }

    fn write(
        mut self,
        frequent: &Frequent,
        ready: &[Ready],
        out: &mut Writer<'_>,
    ) -> io::Result<()> {
        let mut names = Vec::new();
        push_short(to_u32(self.lists)?, |byte| names.push(byte));
        for text in frequent.texts() {
            push_short(to_u32(text.len())?, |byte| names.push(byte));
            names.extend_from_slice(text.as_bytes());
        }
        let none = Docs::none(self.texts);
        let all = ready.iter().map(|ready| &ready.all);
        let rare = ready.iter().map(|ready| ready.rare.as_ref().unwrap_or(&none));
        for docs in all.chain(rare) {
            self.bytes.clear();
            push_bits(docs, &mut self.bytes);
            self.list(out)?;
        }
        let [words, pairs] = &self.vocabularies;
        let [of_words, of_pairs] = &self.references;
        out.section(Section::Words, words)?;
        out.section(Section::WordReferences, of_words)?;
        out.section(Section::Common, &self.numbers)?;
        out.section(Section::Pairs, pairs)?;
        out.section(Section::PairReferences, of_pairs)?;
        out.part(Section::Few, &self.few)?;
        out.section(Section::Ends, &self.ends)?;
        self.threes.write(out)?;
        out.section(Section::Frequent, &names)
    }
}
