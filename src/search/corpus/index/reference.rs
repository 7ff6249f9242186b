//! Where the documents of a word are told, in four bytes: most words stand in one text only.

use std::io;

use super::bytes::damage;

/// Documents that are told beside the vocabulary, at most; more are a list in the file.
pub(super) const FEW: usize = 16;

/// Where the documents of a word are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// Here: it is the only one.
    One(u32),
    /// At this byte of the section of words with a few.
    Few(u32),
    /// In the list with this number.
    List(u32),
}

const SHIFT: u32 = 30;

impl Reference {
    /// Its number in the file; an error if there is too much for one segment.
    pub(super) fn to_bits(self) -> io::Result<u32> {
        let (kind, number) = match self {
            Self::One(doc) => (0, doc),
            Self::Few(at) => (1, at),
            Self::List(number) => (2, number),
        };
        let fits = number >> SHIFT == 0;
        fits.then_some(kind << SHIFT | number).ok_or(io::ErrorKind::FileTooLarge.into())
    }

    /// What [`Self::to_bits`] made.
    pub(super) fn from_bits(bits: u32) -> io::Result<Self> {
        let number = bits & ((1 << SHIFT) - 1);
        match bits >> SHIFT {
            0 => Ok(Self::One(number)),
            1 => Ok(Self::Few(number)),
            2 => Ok(Self::List(number)),
            _ => Err(damage()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_come_back() {
        for one in [Reference::One(5), Reference::Few(0), Reference::List((1 << SHIFT) - 1)] {
            assert_eq!(Reference::from_bits(one.to_bits().unwrap()).unwrap(), one);
        }
        assert!(Reference::List(1 << SHIFT).to_bits().is_err());
        assert!(Reference::from_bits(u32::MAX).is_err());
    }
}
