//! How much is inflated: of one member, of all, and in proportion to what it was packed in; and how long
//! all of it may take.
//!
//! What an archive claims of its sizes is not believed; bytes are counted as they come.

use std::io::Read;
use std::time::{Duration, Instant};

use crate::format::Error;
use crate::format::budget;

/// As large as a file may be.
const MAX_MEMBER: u64 = 64 << 20;

/// Of one file of the library in all: the largest exports that were seen are smaller.
const MAX_TOTAL: u64 = 1 << 30;

/// Text packs ten-fold, a page of tables fifty-fold; only bombs do better.
const MAX_RATIO: u64 = 200;

/// Below this, any ratio will do.
const FREE: u64 = 4 << 20;

/// Members of one file of the library, in all archives in it.
const MAX_MEMBERS: usize = 100_000;

/// Beside the time that its bytes are given as one text, each member is given a little: mostly it takes a
/// tenth of that. In microseconds; unoptimised parsers get more.
const PER_MEMBER: u64 = if cfg!(debug_assertions) { 10_000 } else { 1_000 };

/// What may still be inflated, and since when.
#[derive(Debug)]
pub(in crate::format) struct Allowance {
    bytes: u64,
    members: usize,
    start: Instant,
}

impl Default for Allowance {
    fn default() -> Self {
        Self { bytes: MAX_TOTAL, members: MAX_MEMBERS, start: Instant::now() }
    }
}

impl Allowance {
    /// Takes one member off; fails when there were too many, or what was read so far has taken too long:
    /// each of many can take just as long as it may.
    pub(in crate::format) fn count(&mut self) -> Result<(), Error> {
        self.members = self.members.checked_sub(1).ok_or(MEMBERS)?;
        if self.start.elapsed() > self.time() { Err(Error::TooSlow) } else { Ok(()) }
    }

    /// How long it may take to read what has been inflated.
    fn time(&self) -> Duration {
        let (bytes, members) = (MAX_TOTAL - self.bytes, MAX_MEMBERS - self.members);
        let members = Duration::from_micros(PER_MEMBER.saturating_mul(members as u64));
        budget::time(usize::try_from(bytes).unwrap_or(usize::MAX)) + members
    }

    /// All that a reader gives: its bytes, and the error that ended them before their time.
    pub(in crate::format) fn inflate(
        &mut self,
        reader: impl Read,
        packed: u64,
    ) -> (Vec<u8>, Option<Error>) {
        let limit = MAX_MEMBER.min(self.bytes).min(FREE.max(packed.saturating_mul(MAX_RATIO)));
        let mut bytes = Vec::new();
        let end = reader.take(limit + 1).read_to_end(&mut bytes);
        let length = bytes.len() as u64;
        self.bytes = self.bytes.saturating_sub(length);
        if length > limit {
            return (Vec::new(), Some(self.excess(limit)));
        }
        (bytes, end.err().map(|error| Error::Damaged(error.to_string())))
    }

    /// How much of a stream of members may be inflated.
    pub(super) fn of_stream(&self, packed: u64) -> u64 {
        self.bytes.min(MAX_MEMBER.max(packed.saturating_mul(MAX_RATIO)))
    }

    /// Counts what was inflated of a stream beside its members.
    pub(super) fn spend(&mut self, bytes: u64) {
        self.bytes = self.bytes.saturating_sub(bytes);
    }

    fn excess(&self, limit: u64) -> Error {
        match limit {
            MAX_MEMBER => Error::TooLarge("it unpacks to more than 64 MiB"),
            _ if self.bytes == 0 => Error::TooLarge("the archive unpacks to more than 1 GiB"),
            _ => Error::TooLarge("it unpacks to 200 times its size, as no text does"),
        }
    }
}

/// What is said of an archive with more members.
pub(super) const MEMBERS: Error = Error::TooLarge("the archive has more than 100,000 members");

/// More than an archive may have.
pub(super) const fn is_too_many(members: usize) -> bool {
    members > MAX_MEMBERS
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, repeat};

    use super::*;

    #[test]
    fn what_grows_too_much_is_stopped() {
        let mut allowance = Allowance::default();
        let (bytes, error) = allowance.inflate(repeat(b'a'), 1000);
        assert!(bytes.is_empty());
        assert!(error.unwrap().to_string().contains("200 times"));
        let (_, error) = allowance.inflate(repeat(b'a'), 1 << 30);
        assert!(error.unwrap().to_string().contains("64 MiB"));
    }

    #[test]
    fn all_members_together_are_counted() {
        let mut allowance = Allowance { bytes: 10, members: 1, ..Allowance::default() };
        assert_eq!(allowance.inflate(Cursor::new(b"123456"), 6).0, b"123456");
        let (_, error) = allowance.inflate(Cursor::new(b"123456"), 6);
        assert!(error.unwrap().to_string().contains("1 GiB"));
        assert_eq!(allowance.count(), Ok(()));
        assert_eq!(allowance.count(), Err(MEMBERS));
    }

    #[test]
    fn what_takes_longer_than_its_size_allows_is_stopped() {
        let hour = Duration::from_secs(3600);
        let mut allowance = Allowance::default();
        assert_eq!(allowance.count(), Ok(()));
        allowance.start -= hour;
        assert_eq!(allowance.count(), Err(Error::TooSlow));
        let many = Allowance { members: 0, bytes: 0, ..Allowance::default() };
        assert!(many.time() > Duration::from_secs(300) && many.time() < 2 * hour);
    }
}
