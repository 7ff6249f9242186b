//! A file that only grows: lines of bytes, each behind its length and its checksum, so that what was not
//! written to its end, or is not as it was written, is told from what is.

use std::fs::File;
use std::io::{self, BufReader, Read};

use super::cell::Cell;
use super::storage::read_at;

/// What stands before each line.
type Head = (u64, u32);

/// Puts a line behind others.
pub(super) fn push(line: &[u8], out: &mut Vec<u8>) {
    (line.len() as u64, crc32fast::hash(line)).put(out);
    out.extend_from_slice(line);
}

/// The line at a place where one is, if it is still whole.
pub(super) fn line(file: &File, at: u64) -> Option<Vec<u8>> {
    let mut head = [0; Head::WIDTH];
    read_at(file, &mut head, at).ok()?;
    let (length, sum) = Head::parse(&head)?;
    if length > file.metadata().ok()?.len() {
        return None;
    }
    let mut line = vec![0; usize::try_from(length).ok()?];
    read_at(file, &mut line, at + Head::WIDTH as u64).ok()?;
    (crc32fast::hash(&line) == sum).then_some(line)
}

/// The lines of a file from its beginning on, up to the first that is not whole.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    reader: BufReader<&'a File>,
    /// Where the next one begins.
    pub(super) at: u64,
    left: u64,
}

impl<'a> Lines<'a> {
    pub(super) fn new(file: &'a File) -> io::Result<Self> {
        let left = file.metadata()?.len();
        Ok(Self { reader: BufReader::with_capacity(1 << 18, file), at: 0, left })
    }

    fn take(&mut self, length: u64) -> Option<Vec<u8>> {
        // A length that was not written as one asks for no memory.
        self.left = self.left.checked_sub(length)?;
        let mut bytes = vec![0; usize::try_from(length).ok()?];
        self.reader.read_exact(&mut bytes).ok()?;
        Some(bytes)
    }
}

impl Iterator for Lines<'_> {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        let (length, sum) = Head::parse(&self.take(Head::WIDTH as u64)?)?;
        let line = self.take(length)?;
        if crc32fast::hash(&line) != sum {
            return None;
        }
        self.at += Head::WIDTH as u64 + length;
        Some(line)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Seek, Write};

    use super::*;

    #[test]
    fn lines_end_where_one_is_not_whole() {
        let written: [&[u8]; 4] = [b"one", b"", b"three", b"4"];
        let (mut bytes, mut starts) = (Vec::new(), Vec::new());
        for line in written {
            starts.push(bytes.len());
            push(line, &mut bytes);
        }
        let lines = |bytes: &[u8]| {
            let mut file = tempfile::tempfile().unwrap();
            file.write_all(bytes).unwrap();
            file.rewind().unwrap();
            Lines::new(&file).unwrap().collect::<Vec<_>>()
        };
        assert_eq!(lines(&bytes), written);
        for at in 0..bytes.len() {
            let whole = starts.partition_point(|&start| start <= at) - 1;
            let mut flipped = bytes.clone();
            flipped[at] ^= 1;
            assert_eq!(lines(&flipped), written[..whole]);
            assert_eq!(lines(&bytes[..at]), written[..whole]);
        }
    }

    #[test]
    fn a_line_is_found_at_its_place() {
        let mut bytes = Vec::new();
        push(b"one", &mut bytes);
        let second = bytes.len() as u64;
        push(b"two", &mut bytes);
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&bytes).unwrap();
        assert_eq!(line(&file, 0).unwrap(), b"one");
        assert_eq!(line(&file, second).unwrap(), b"two");
        assert_eq!((line(&file, 1), line(&file, bytes.len() as u64)), (None, None));
    }
}
