//! From a file of a library to its articles. A file too large, a file that cannot be read, and a
//! parser that panics are problems of that file alone.

use std::fs;
use std::io::{self, Read};
use std::panic;
use std::panic::UnwindSafe;

use crate::article::Date;
use crate::format;
use crate::format::{File, Reading};

use super::walk::reason;
use super::{Entry, Item, Part, Place, Problem, Wish, samples};

/// Larger files are no articles, and reading them would take the memory of a hundred thousand others.
const MAX_BYTES: u64 = 64 << 20;

/// Archives hold thousands of articles, and are read one member at a time.
const MAX_ARCHIVE: u64 = 512 << 20;

/// As much as tells an archive.
const HEAD: u64 = 512;

/// A file that has been read.
#[derive(Debug)]
pub struct Opened {
    /// The file.
    pub item: Item,
    /// When it was last changed.
    pub modified: Option<Date>,
    /// The articles in it.
    pub parts: Vec<Part>,
    /// What of it could not be read.
    pub problems: Vec<Problem>,
}

/// Reads all articles of a file.
///
/// # Errors
///
/// When the file cannot be read, or holds no article.
pub fn articles(item: &Item) -> Result<Opened, Problem> {
    read(item, Wish::default())
}

/// Reads the article of an entry again, in the way that is wished.
///
/// # Errors
///
/// When the file is gone, cannot be read, or no longer holds it.
pub fn open(entry: &Entry, wish: Wish) -> Result<Part, Problem> {
    let wish = Wish { member: entry.member.clone(), ..wish };
    let mut opened = read(&entry.item, wish)?;
    let same = opened.parts.iter().position(|part| part.article.id == entry.id);
    let index = same.unwrap_or(entry.index);
    if index < opened.parts.len() {
        Ok(opened.parts.swap_remove(index))
    } else {
        Err(Problem::new(&entry.item.path, "the article is no longer in this file"))
    }
}

fn read(item: &Item, wish: Wish) -> Result<Opened, Problem> {
    let problem = |reason: String| Problem::new(&item.path, reason);
    let (bytes, modified) = bytes(item).map_err(|error| problem(reason(&error)))?;
    let name = item.path.file_name().unwrap_or_default().to_string_lossy();
    let file = File { wish, ..File::new(&name, &bytes) };
    let Reading { parts, failures } = guarded(|| format::read(&file)).map_err(problem)?;
    let problems = failures.into_iter().map(|failure| Problem {
        path: match failure.place.as_str() {
            "" => item.path.clone(),
            place => item.path.join(place),
        },
        reason: failure.error.to_string(),
    });
    Ok(Opened { item: item.clone(), modified, parts, problems: problems.collect() })
}

/// What a parser gives; its panic is a reason like any other.
fn guarded<T>(parse: impl FnOnce() -> Result<T, format::Error> + UnwindSafe) -> Result<T, String> {
    match panic::catch_unwind(parse) {
        Ok(read) => read.map_err(|error| error.to_string()),
        Err(_panic) => Err("the program failed on this file; please report it".to_owned()),
    }
}

fn bytes(item: &Item) -> io::Result<(Vec<u8>, Option<Date>)> {
    match &item.place {
        Place::Memory(bytes) => Ok((bytes.clone(), None)),
        Place::Sample => {
            let bytes = samples::bytes(&item.path).ok_or(io::ErrorKind::NotFound)?;
            Ok((bytes.to_vec(), None))
        }
        Place::File => {
            let file = fs::File::open(&item.path)?;
            let metadata = file.metadata()?;
            let bytes = bounded(file, metadata.len())?;
            let modified = metadata.modified().ok().and_then(|time| time.try_into().ok());
            Ok((bytes, modified.map(Date::utc)))
        }
    }
}

/// All of a file, which may be as large as what it begins as may be.
fn bounded(mut file: fs::File, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.by_ref().take(HEAD).read_to_end(&mut bytes)?;
    let (limit, excess) = if format::is_archive(&bytes) {
        (MAX_ARCHIVE, "larger than 512 MiB; unpack it first")
    } else {
        (MAX_BYTES, "larger than 64 MiB")
    };
    if length > limit {
        return Err(io::Error::other(excess));
    }
    bytes.reserve(usize::try_from(length).unwrap_or(0));
    let read = file.take(limit).read_to_end(&mut bytes)?;
    if read as u64 == limit { Err(io::Error::other(excess)) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_of_a_parser_is_a_reason() {
        let reason = guarded::<()>(|| panic!("on purpose, in a test")).unwrap_err();
        assert_eq!(reason, "the program failed on this file; please report it");
        assert_eq!(guarded(|| Ok(1)), Ok(1));
        assert_eq!(guarded::<()>(|| Err(format::Error::Empty)), Err("the file is empty".into()));
    }
}
