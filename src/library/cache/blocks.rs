//! Bytes in blocks, each with a checksum of its own: reading a few of them anywhere in a large file
//! costs a few blocks, and none that has been damaged is believed.

use std::fs::File;
use std::io::{self, Write};
use std::ops::Range;

use super::Damage;
use super::storage::read_at;

/// The size of a block, in bytes. The last one may be shorter.
const BLOCK: usize = 16 << 10;

/// Checked bytes at the beginning of a file.
#[derive(Debug)]
pub(super) struct Blocks {
    file: File,
    length: u64,
    sums: Vec<u32>,
}

impl Blocks {
    pub(super) fn new(file: File, length: u64, sums: Vec<u32>) -> Result<Self, Damage> {
        let blocks = Self { file, length, sums };
        if blocks.sums.len() as u64 != length.div_ceil(BLOCK as u64) {
            return Err(Damage("the number of blocks"));
        }
        Ok(blocks)
    }

    /// The bytes of a range.
    pub(super) fn read(&self, range: Range<u64>) -> Result<Vec<u8>, Damage> {
        if range.start > range.end || range.end > self.length {
            return Err(Damage("a place outside the file"));
        }
        let first = range.start / BLOCK as u64;
        let start = first * BLOCK as u64;
        let end = range.end.next_multiple_of(BLOCK as u64).min(self.length);
        let mut bytes = vec![0; size(end - start)?];
        read_at(&self.file, &mut bytes, start)?;
        let sums = self.sums.get(size(first)?..).unwrap_or_default();
        if bytes.chunks(BLOCK).zip(sums).any(|(block, sum)| crc32fast::hash(block) != *sum) {
            return Err(Damage("a checksum"));
        }
        bytes.truncate(size(range.end - start)?);
        bytes.drain(..size(range.start - start)?);
        Ok(bytes)
    }
}

fn size(length: u64) -> Result<usize, Damage> {
    usize::try_from(length).map_err(|_large| Damage("more than fits in memory"))
}

/// Writes blocks.
#[derive(Debug)]
pub(super) struct BlockWriter<W> {
    inner: W,
    block: Vec<u8>,
    length: u64,
    sums: Vec<u32>,
}

impl<W: Write> BlockWriter<W> {
    pub(super) const fn new(inner: W) -> Self {
        Self { inner, block: Vec::new(), length: 0, sums: Vec::new() }
    }

    /// How many bytes there are so far.
    pub(super) const fn length(&self) -> u64 {
        self.length
    }

    pub(super) fn write(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        self.length += bytes.len() as u64;
        while !bytes.is_empty() {
            let (now, later) = bytes.split_at(bytes.len().min(BLOCK - self.block.len()));
            self.block.extend_from_slice(now);
            bytes = later;
            if self.block.len() == BLOCK {
                self.close()?;
            }
        }
        Ok(())
    }

    fn close(&mut self) -> io::Result<()> {
        self.sums.push(crc32fast::hash(&self.block));
        self.inner.write_all(&self.block)?;
        self.block.clear();
        Ok(())
    }

    /// What was written to, and the checksums.
    pub(super) fn finish(mut self) -> io::Result<(W, Vec<u32>)> {
        if !self.block.is_empty() {
            self.close()?;
        }
        Ok((self.inner, self.sums))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(bytes: &[u8]) -> Blocks {
        let mut writer = BlockWriter::new(Vec::new());
        bytes.chunks(1000).for_each(|part| writer.write(part).unwrap());
        let length = writer.length();
        let (written, sums) = writer.finish().unwrap();
        assert_eq!(written, bytes);
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&written).unwrap();
        Blocks::new(file, length, sums).unwrap()
    }

    #[test]
    fn any_range_can_be_read_and_none_outside() {
        let bytes: Vec<u8> = (0..251).cycle().take(3 * BLOCK + 5).collect();
        let blocks = blocks(&bytes);
        for range in [0..0, 0..1, 0..bytes.len(), BLOCK - 1..BLOCK + 1, BLOCK..2 * BLOCK] {
            let read = blocks.read(range.start as u64..range.end as u64).unwrap();
            assert_eq!(read, bytes[range]);
        }
        let end = bytes.len() as u64;
        assert_eq!(blocks.read(end - 3..end).unwrap(), bytes[bytes.len() - 3..]);
        assert!(blocks.read(end..end + 1).is_err());
        assert!(blocks.read(Range { start: 2, end: 1 }).is_err());
        assert!(blocks.read(u64::MAX - 1..u64::MAX).is_err());
    }

    #[test]
    fn a_file_that_was_cut_is_damaged() {
        let blocks = blocks(&[7; 2 * BLOCK]);
        blocks.file.set_len(BLOCK as u64 + 1).unwrap();
        assert!(blocks.read(0..5).is_ok());
        assert!(blocks.read(BLOCK as u64..BLOCK as u64 + 1).is_err());
    }
}
