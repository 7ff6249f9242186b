//! A segment's file: a header that is written last, texts, and the sections of the index over them.
//!
//! The header says where each section is and what its checksum must be; a section is checked when it is
//! read. Parts of the large lists, and each text, have checksums of their own. What the sections mean is
//! known to those who write and read them.

use std::fs::File;
use std::io;
use std::io::BufWriter;
use std::io::Seek;
use std::io::SeekFrom;
use std::io::Write;
use std::ops::Range;
use std::sync::Arc;

use super::bytes::Bytes;
use super::bytes::damage;
use super::bytes::seal;
use super::bytes::sealed;
use super::in_place;

/// Where the texts start.
pub(super) const HEADER: usize = 512;

const MAGIC: &[u8; 8] = b"sahifa\x00\x1c";
const VERSION: u32 = 2;

/// What stands in a segment beside its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// Where each text is.
    Places,
    /// The vocabulary.
    Words,
    /// For each word, where its documents are told.
    WordReferences,
    /// The numbers of the common words.
    Common,
    /// The pairs of common words that follow each other.
    Pairs,
    /// For each pair, where its documents are told.
    PairReferences,
    /// The documents of words with a few; checked one by one.
    Few,
    /// Where each of the large lists ends.
    Ends,
    /// The large lists; checked one by one.
    Lists,
    /// Sequences of letters with a list of their own.
    Frequent,
    /// Texts that words do not tell all of.
    Odd,
    /// Where words meet; checked row by row.
    Signatures,
    /// Threes of letters, and where the list of each ends.
    Threes,
    /// The words of each three; checked one by one.
    ThreeLists,
}

const SECTIONS: usize = 14;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Extent {
    start: u64,
    length: u64,
    checksum: u32,
}

/// A complete file, open to be read.
#[derive(Clone, Debug)]
pub(super) struct SegmentFile {
    pub(super) file: Arc<File>,
    pub(super) first: u32,
    extents: [Extent; SECTIONS],
}

/// A file whose texts are complete, and whose sections are being written.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    out: BufWriter<&'a File>,
    at: u64,
    extents: [Extent; SECTIONS],
}

impl SegmentFile {
    /// Reads the header.
    pub(super) fn open(file: File) -> io::Result<Self> {
        let mut buffer = Vec::new();
        let mut bytes = Bytes(sealed(in_place::read(&file, 0..HEADER as u64, &mut buffer)?)?);
        let is_ours = bytes.take(MAGIC.len())? == MAGIC && bytes.u32()? == VERSION;
        let first = bytes.u32()?;
        if !is_ours || bytes.u64()? != file.metadata()?.len() {
            return Err(damage());
        }
        let mut extents = [Extent::default(); SECTIONS];
        for extent in &mut extents {
            *extent = Extent { start: bytes.u64()?, length: bytes.u64()?, checksum: bytes.u32()? };
        }
        Ok(Self { file: Arc::new(file), first, extents })
    }

    /// A whole section.
    pub(super) fn section(&self, section: Section) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        in_place::read(&self.file, self.span(section), &mut bytes)?;
        let is_sound = crc32fast::hash(&bytes) == self.extent(section).checksum;
        if is_sound { Ok(bytes) } else { Err(damage()) }
    }

    /// Where a section is.
    pub(super) fn span(&self, section: Section) -> Range<u64> {
        let Extent { start, length, .. } = self.extent(section);
        start..start.saturating_add(length)
    }

    fn extent(&self, section: Section) -> Extent {
        self.extents.get(section as usize).copied().unwrap_or_default()
    }
}

impl<'a> Writer<'a> {
    /// Writes after what is in `file`.
    pub(super) fn new(mut file: &'a File) -> io::Result<Self> {
        let at = file.seek(SeekFrom::End(0))?;
        let out = BufWriter::with_capacity(1 << 18, file);
        Ok(Self { out, at, extents: [Extent::default(); SECTIONS] })
    }

    /// Writes a section.
    pub(super) fn section(&mut self, section: Section, bytes: &[u8]) -> io::Result<()> {
        self.part(section, bytes)?;
        if let Some(extent) = self.extents.get_mut(section as usize) {
            extent.checksum = crc32fast::hash(bytes);
        }
        Ok(())
    }

    /// Writes the next part of a section whose parts have checksums of their own.
    pub(super) fn part(&mut self, section: Section, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        if let Some(extent) = self.extents.get_mut(section as usize) {
            if extent.length == 0 {
                extent.start = self.at;
            }
            extent.length += bytes.len() as u64;
        }
        self.at += bytes.len() as u64;
        Ok(())
    }

    /// Writes the header: the segment is complete.
    pub(super) fn finish(self, first: u32) -> io::Result<()> {
        let mut file = self.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        let mut header = MAGIC.to_vec();
        header.extend_from_slice(&VERSION.to_le_bytes());
        header.extend_from_slice(&first.to_le_bytes());
        header.extend_from_slice(&self.at.to_le_bytes());
        for extent in self.extents {
            header.extend_from_slice(&extent.start.to_le_bytes());
            header.extend_from_slice(&extent.length.to_le_bytes());
            header.extend_from_slice(&extent.checksum.to_le_bytes());
        }
        header.resize(HEADER - size_of::<u32>(), 0);
        seal(0, &mut header);
        file.seek(SeekFrom::Start(0))?;
        file.write_all(&header)
    }
}
