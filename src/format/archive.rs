//! Archives of saved articles, read where they lie: zip, tar, gzip, and one inside another.
//!
//! Nothing is ever unpacked to disk. Members are inflated one at a time, counted while they are, and
//! read like files; each that cannot be read is a failure of its own. What pages carry with them
//! (pictures, styles, scripts) is passed over, as it is in a folder.

mod allowance;
mod furniture;
mod gzip;
mod member;
mod name;
mod tar;
pub(super) mod zip;

pub use furniture::{Surroundings, is_attachment, is_hidden, is_passed_over};

pub(super) use allowance::Allowance;

use super::{Error, Failure, File, Format, Kind, Reading};
use furniture::Names;

pub(super) const FORMAT: Format = Format {
    name: "archive",
    extensions: &["zip", "tar", "gz", "tgz"],
    about: "zip, tar and gzip archives of any of these, read without unpacking",
    kind: Kind::Bytes { recognises, read },
};

/// An export inside a backup inside another is as deep as people go.
const MAX_DEPTH: usize = 3;

/// Whether a file that begins so is an archive, and may be larger than an article.
#[must_use]
pub fn is_archive(head: &[u8]) -> bool {
    zip::is_zip(head) || gzip::is_gzip(head) || tar::is_tar(head)
}

fn recognises(file: &File) -> bool {
    is_archive(file.bytes)
}

fn read(file: &File) -> Result<Reading, Error> {
    unpack(file, &mut Allowance::default())
}

/// Reads the members of an archive within what is still allowed of all.
fn unpack(file: &File, allowance: &mut Allowance) -> Result<Reading, Error> {
    if file.depth >= MAX_DEPTH {
        return Err(Error::TooLarge("archives nested more than three deep; unpack the outer ones"));
    }
    if gzip::is_gzip(file.bytes) {
        return gzip::unpack(file, allowance);
    }
    let mut contents = Contents::new(file, allowance);
    if zip::is_zip(file.bytes) {
        zip::unpack(&mut contents)?;
    } else {
        tar::unpack(&mut contents, &|| Box::new(file.bytes));
    }
    contents.finish()
}

/// An archive being read.
struct Contents<'a> {
    file: &'a File<'a>,
    allowance: &'a mut Allowance,
    names: Names,
    reading: Reading,
}

impl<'a> Contents<'a> {
    fn new(file: &'a File<'a>, allowance: &'a mut Allowance) -> Self {
        Self { file, allowance, names: Names::default(), reading: Reading::default() }
    }

    /// Whether a member is to be read: not passed over, and the one that is wished for, if one is.
    fn wants(&self, name: &str) -> bool {
        let wished = match &self.file.wish.member {
            Some(member) => member::rest_of(member, name).is_some(),
            None => true,
        };
        wished && !self.names.pass_over(name)
    }

    fn fail(&mut self, name: &str, error: Error) {
        self.reading.failures.push(Failure { place: name.to_owned(), error });
    }

    fn finish(self) -> Result<Reading, Error> {
        let Reading { parts, failures } = &self.reading;
        if !parts.is_empty() {
            return Ok(self.reading);
        }
        match failures.first() {
            None if self.file.wish.member.is_some() => {
                Err(Error::NoArticle("the member is no longer in the archive"))
            }
            None => Err(Error::NoArticle("the archive is empty, or holds only parts of pages")),
            Some(_) if failures.iter().all(|failure| failure.error == Error::Locked) => {
                Err(Error::Locked)
            }
            Some(_) => Ok(self.reading),
        }
    }
}

#[cfg(test)]
mod tests;
