//! Numbers as bytes, little end first, and back. What cannot be read is damage, never a panic.

use std::io;

/// Bytes that are read from the front.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

impl<'a> Bytes<'a> {
    /// The next `count` bytes.
    pub(super) fn take(&mut self, count: usize) -> io::Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or_else(damage)?;
        self.0 = rest;
        Ok(taken)
    }

    pub(super) fn u32(&mut self) -> io::Result<u32> {
        let bytes = self.take(4)?;
        bytes.try_into().map(u32::from_le_bytes).map_err(io::Error::other)
    }

    pub(super) fn u64(&mut self) -> io::Result<u64> {
        let bytes = self.take(8)?;
        bytes.try_into().map(u64::from_le_bytes).map_err(io::Error::other)
    }

    /// A number of seven bits a byte, the lowest first; the last byte has no high bit.
    pub(super) fn short(&mut self) -> io::Result<u32> {
        let (mut number, mut shift) = (0u32, 0);
        loop {
            let (&byte, rest) = self.0.split_first().ok_or_else(damage)?;
            self.0 = rest;
            number |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
            shift += 7;
            if shift > 28 {
                return Err(damage());
            }
        }
    }

    /// All that is left, as numbers.
    pub(super) fn u32s(self) -> impl Iterator<Item = u32> + 'a {
        self.0.as_chunks().0.iter().map(|&bytes| u32::from_le_bytes(bytes))
    }

    /// All that is left, as numbers.
    pub(super) fn u64s(self) -> impl Iterator<Item = u64> + 'a {
        self.0.as_chunks().0.iter().map(|&bytes| u64::from_le_bytes(bytes))
    }
}

/// Writes a number as [`Bytes::short`] reads it.
pub(super) fn push_short(mut number: u32, mut push: impl FnMut(u8)) {
    while number > 0x7f {
        push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    push(number.to_le_bytes()[0]);
}

/// Puts a checksum behind what `out` has from `start` on.
pub(super) fn seal(start: usize, out: &mut Vec<u8>) {
    let checksum = crc32fast::hash(out.get(start..).unwrap_or_default());
    out.extend_from_slice(&checksum.to_le_bytes());
}

/// What was sealed, if its checksum is right.
pub(super) fn sealed(bytes: &[u8]) -> io::Result<&[u8]> {
    let (sealed, checksum) = bytes.split_last_chunk().ok_or_else(damage)?;
    let is_sound = crc32fast::hash(sealed) == u32::from_le_bytes(*checksum);
    if is_sound { Ok(sealed) } else { Err(damage()) }
}

/// What is read is not what was written.
pub(super) fn damage() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the index is damaged")
}

/// A number that fits its field.
pub(super) fn to_u32(number: usize) -> io::Result<u32> {
    u32::try_from(number).map_err(io::Error::other)
}

/// A length that fits this machine.
pub(super) fn to_usize(number: u64) -> io::Result<usize> {
    usize::try_from(number).map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_numbers_are_short() {
        for number in [0, 1, 0x7f, 0x80, 0x3fff, 0x4000, u32::MAX] {
            let mut bytes = Vec::new();
            push_short(number, |byte| bytes.push(byte));
            assert_eq!(Bytes(&bytes).short().unwrap(), number);
            assert!(Bytes(&bytes[1..]).0.is_empty() || number > 0x7f);
        }
        assert!(Bytes(&[0x80]).short().is_err());
        assert!(Bytes(&[0xff; 9]).short().is_err());
    }
}
