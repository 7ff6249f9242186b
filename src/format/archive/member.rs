//! One member of an archive: its path, and reading it like a file of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::{Allowance, Contents, is_archive, unpack};
use crate::format;
use crate::format::epub;
use crate::format::{Error, File, Reading, Wish};

/// What parts the path of an archive from that of its member.
const INSIDE: &str = "!/";

/// What of a wished path is left inside the member of this name: nothing, or a path in an archive.
pub(super) fn rest_of<'a>(wished: &'a str, name: &str) -> Option<&'a str> {
    let rest = wished.strip_prefix(name)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix(INSIDE) }
}

impl Contents<'_> {
    /// Reads what a member holds, as articles or a failure.
    pub(super) fn take(&mut self, name: &str, bytes: &[u8]) {
        let wish = &self.file.wish;
        let rest = wish.member.as_deref().and_then(|wished| rest_of(wished, name));
        let member = rest.filter(|rest| !rest.is_empty()).map(str::to_owned);
        let own = name.rsplit('/').next().unwrap_or(name);
        let wish = Wish { member, ..wish.clone() };
        let file = File { name: own, bytes, wish, depth: self.file.depth + 1 };
        match read(&file, self.allowance) {
            Ok(reading) => self.add(name, reading),
            Err(error) => self.fail(name, error),
        }
    }

    /// Takes over what a member gave, by its path in this archive.
    pub(super) fn add(&mut self, name: &str, reading: Reading) {
        for mut part in reading.parts {
            part.member = Some(inside(name, part.member.as_deref().unwrap_or_default()));
            self.reading.parts.push(part);
        }
        for failure in reading.failures {
            self.fail(&inside(name, &failure.place), failure.error);
        }
    }
}

fn inside(name: &str, place: &str) -> String {
    if place.is_empty() { name.to_owned() } else { format!("{name}{INSIDE}{place}") }
}

/// Reads a file in an archive. Archives in it, and books, which are archives too, share what may be
/// inflated; the panic of one parser is not the end of all other members.
pub(super) fn read(file: &File, allowance: &mut Allowance) -> Result<Reading, Error> {
    let parse = AssertUnwindSafe(|| {
        if epub::recognises(file) {
            epub::read_within(file, allowance)
        } else if is_archive(file.bytes) {
            unpack(file, allowance)
        } else {
            format::read(file)
        }
    });
    let failed = |_| Err(Error::Damaged("the program failed on it; please report it".to_owned()));
    catch_unwind(parse).unwrap_or_else(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_leads_from_one_archive_into_the_next() {
        assert_eq!(rest_of("a.zip!/b/c.tar!/d.html", "a.zip"), Some("b/c.tar!/d.html"));
        assert_eq!(rest_of("d.html", "d.html"), Some(""));
        assert_eq!(rest_of("d.html", "d"), None);
        assert_eq!(rest_of("odd!/name.html", "odd!/name.html"), Some(""));
    }
}
