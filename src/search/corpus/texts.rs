//! A run of folded texts, in memory or in a file that is read in place. Which of them are looked for is
//! not decided here.

use std::fs::File;
use std::io;
use std::ops::Range;
use std::sync::Arc;
use std::sync::OnceLock;

use super::Haystack;
use super::bytes::Bytes;
use super::bytes::damage;
use super::bytes::to_u32;
use super::bytes::to_usize;
use super::file::HEADER;
use super::file::Section;
use super::file::SegmentFile;
use super::in_place;
use super::note::Note;

/// Folded texts with consecutive numbers.
#[derive(Clone, Debug)]
pub(super) struct Texts {
    /// The number of the first.
    pub(super) first: u32,
    places: Places,
    store: Store,
}

/// Where the texts are.
#[derive(Clone, Debug)]
enum Places {
    Here(Vec<Place>),
    /// In a complete segment, until they are asked for: nothing that is shown first needs them.
    There(Box<SegmentFile>, OnceLock<Vec<Place>>),
}

impl Places {
    /// None where they have been damaged since they were checked: then no text is to be had.
    fn all(&self) -> &[Place] {
        match self {
            Self::Here(places) => places,
            Self::There(segment, places) => {
                places.get_or_init(|| Place::read(segment).unwrap_or_default())
            }
        }
    }
}

/// Where the bytes are.
#[derive(Clone, Debug)]
pub(super) enum Store {
    Memory(Vec<u8>),
    File(Arc<File>),
}

/// Where one text lies: the article's own, a line feed, and what was added beside it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// In bytes, from the start of the store.
    start: u64,
    /// In bytes, altogether.
    length: u32,
    /// The bytes of the article's own text.
    own: u32,
    checksum: u32,
}

impl Place {
    /// Bytes in the section of a file.
    const SIZE: usize = 3 * size_of::<u32>();

    /// Those of a complete segment.
    fn read(segment: &SegmentFile) -> io::Result<Vec<Self>> {
        Self::parse(&segment.section(Section::Places)?, HEADER as u64)
    }

    /// Those that a section tells of, from `start` on.
    fn parse(section: &[u8], mut start: u64) -> io::Result<Vec<Self>> {
        let mut places = Vec::with_capacity(section.len() / Self::SIZE);
        let mut bytes = Bytes(section);
        while !bytes.0.is_empty() {
            let (length, own, checksum) = (bytes.u32()?, bytes.u32()?, bytes.u32()?);
            places.push(Self { start, length, own, checksum });
            start += u64::from(length);
        }
        Ok(places)
    }
}

impl Default for Texts {
    fn default() -> Self {
        Self::new(0)
    }
}

impl Texts {
    /// None yet; they will be kept in memory.
    pub(super) const fn new(first: u32) -> Self {
        Self { first, places: Places::Here(Vec::new()), store: Store::Memory(Vec::new()) }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        match &self.places {
            Places::Here(places) => places.len(),
            Places::There(segment, _) => {
                let section = segment.span(Section::Places);
                usize::try_from(section.end - section.start).unwrap_or(usize::MAX) / Place::SIZE
            }
        }
    }

    fn place(&self, number: usize) -> Option<&Place> {
        self.places.all().get(number)
    }

    /// The bytes that are held in memory.
    pub(super) fn in_memory(&self) -> &[u8] {
        match &self.store {
            Store::Memory(bytes) => bytes,
            Store::File(_) => &[],
        }
    }

    /// Adds one to those in memory.
    ///
    /// # Errors
    ///
    /// If it is longer than 4 GiB.
    pub(super) fn push(&mut self, haystack: &Haystack) -> io::Result<()> {
        let (Store::Memory(bytes), Places::Here(places)) = (&mut self.store, &mut self.places)
        else {
            return Err(io::Error::other("what is in a file is complete"));
        };
        let start = bytes.len();
        for part in [haystack.text(), "\n", haystack.added()] {
            bytes.extend_from_slice(part.as_bytes());
        }
        let text = bytes.get(start..).unwrap_or_default();
        let place = Place {
            start: start as u64,
            length: to_u32(text.len())?,
            own: to_u32(haystack.text().len())?,
            checksum: crc32fast::hash(text),
        };
        places.push(place);
        Ok(())
    }

    /// The same texts, which have been written to `file` from `start` on.
    pub(super) fn moved(&self, file: Arc<File>, start: u64) -> Self {
        let moved = |place: &Place| Place { start: place.start + start, ..*place };
        let places = self.places.all().iter().map(moved).collect();
        Self { first: self.first, places: Places::Here(places), store: Store::File(file) }
    }

    /// Texts that have been noted, and are in a file from a place on; all of them are looked at.
    pub(super) fn noted(note: &Note, (file, start): (Arc<File>, u64)) -> io::Result<Self> {
        let places = Places::Here(Place::parse(&note.places, start)?);
        let texts = Self { first: note.first, places, store: Store::File(file) };
        let (span, mut buffer) = (texts.span(0..texts.count()), Vec::new());
        if span.start != note.start {
            return Err(damage());
        }
        let bytes = texts.bytes(span, &mut buffer)?;
        for number in 0..texts.count() {
            texts.text(number, bytes, start)?;
        }
        Ok(texts)
    }

    /// Texts that follow each other in one file, as one run.
    pub(super) fn joined<'a>(runs: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut runs = runs.into_iter();
        let Some(first) = runs.next() else { return Self::default() };
        let rest = runs.flat_map(|run| run.places.all());
        let places = first.places.all().iter().chain(rest).copied().collect();
        Self { first: first.first, places: Places::Here(places), store: first.store.clone() }
    }

    /// The texts of a complete segment.
    pub(super) fn open(segment: &SegmentFile) -> io::Result<Self> {
        // Damage is to be seen here, where the library is then read anew, and not in the middle of a search.
        let _checked = segment.section(Section::Places)?;
        let store = Store::File(Arc::clone(&segment.file));
        let places = Places::There(Box::new(segment.clone()), OnceLock::new());
        Ok(Self { first: segment.first, places, store })
    }

    /// The section that tells where each is.
    pub(super) fn section(&self) -> Vec<u8> {
        let row = |place: &Place| [place.length, place.own, place.checksum].map(u32::to_le_bytes);
        self.places.all().iter().flat_map(row).flatten().collect()
    }

    /// How many bytes they are.
    pub(super) fn length(&self) -> u64 {
        self.span(0..self.count()).end - self.span(0..self.count()).start
    }

    /// The numbers of the first half of the bytes, and of the second.
    pub(super) fn halves(&self) -> (Range<usize>, Range<usize>) {
        let all = self.span(0..self.count());
        let middle = all.start + (all.end - all.start) / 2;
        let half = self.places.all().partition_point(|place| place.start < middle);
        (0..half, half..self.count())
    }

    /// Where the texts with these numbers, counted from the first, lie: the bytes from the start of the
    /// first of them to the end of the last.
    pub(super) fn span(&self, texts: Range<usize>) -> Range<u64> {
        let start = self.place(texts.start).map_or(0, |place| place.start);
        let last = texts.end.checked_sub(1).and_then(|last| self.place(last));
        start..last.map_or(start, |place| place.start + u64::from(place.length))
    }

    /// These bytes of the store; `buffer` is used if they have to be read.
    pub(super) fn bytes<'a>(
        &'a self,
        span: Range<u64>,
        buffer: &'a mut Vec<u8>,
    ) -> io::Result<&'a [u8]> {
        match &self.store {
            Store::Memory(bytes) => part(bytes, span),
            Store::File(file) => in_place::read(file, span, buffer),
        }
    }

    /// One text among `bytes`, which lie at `start`; checked, for files are damaged.
    pub(super) fn text<'a>(
        &self,
        number: usize,
        bytes: &'a [u8],
        start: u64,
    ) -> io::Result<&'a [u8]> {
        let place = self.place(number).ok_or_else(damage)?;
        let from = place.start.checked_sub(start).ok_or_else(damage)?;
        let text = part(bytes, from..from + u64::from(place.length))?;
        let is_sound =
            matches!(self.store, Store::Memory(_)) || crc32fast::hash(text) == place.checksum;
        if is_sound { Ok(text) } else { Err(damage()) }
    }

    /// One text as it was added.
    pub(super) fn haystack(&self, number: usize) -> io::Result<Haystack> {
        let span = self.span(number..number + 1);
        let mut buffer = Vec::new();
        let bytes = self.bytes(span.clone(), &mut buffer)?;
        let text =
            str::from_utf8(self.text(number, bytes, span.start)?).map_err(io::Error::other)?;
        let own = self.place(number).map_or(0, |place| place.own as usize);
        let parts = text.split_at_checked(own);
        let parts = parts.and_then(|(own, added)| Some((own, added.strip_prefix('\n')?)));
        parts.map(|(own, added)| Haystack::folded(own, added)).ok_or_else(damage)
    }
}

fn part(bytes: &[u8], span: Range<u64>) -> io::Result<&[u8]> {
    bytes.get(to_usize(span.start)?..to_usize(span.end)?).ok_or_else(damage)
}
