//! From a file of a library to its articles. A file too large, a file that cannot be read, and a
//! parser that panics are problems of that file alone.

use std::fs;
use std::io::{self, Read};
use std::panic;
use std::panic::UnwindSafe;
use std::path::Path;

use crate::article::Date;
use crate::format;
use crate::format::{File, Reading};

use super::catalogue::{fill, is_made_up};
use super::{Entry, Item, Part, Place, Problem, Reason, Version, Wish, regular, samples};

/// Larger files are no articles, and reading them would take the memory of a hundred thousand others.
/// In bytes and in words.
const LARGEST: (u64, &str) = (64 << 20, "64 MiB");

/// Archives hold thousands of articles, and are read one member at a time.
const LARGEST_ARCHIVE: (u64, &str) = (512 << 20, "512 MiB");

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
    articles_as(item, Wish::default())
}

/// Reads all articles of a file in the way that is wished.
///
/// # Errors
///
/// When the file cannot be read, or holds no article.
pub fn articles_as(item: &Item, wish: Wish) -> Result<Opened, Problem> {
    read(item, wish)
}

/// Reads the article of an entry again, in the way that is wished: the version that is shown, or
/// where that cannot be had, the next one that can.
///
/// # Errors
///
/// When no version can be had: why the first cannot.
pub fn open(entry: &Entry, wish: Wish) -> Result<Part, Problem> {
    let mut versions = entry.versions().into_iter();
    let first = versions.next().map(|version| open_version(entry, &version, wish.clone()));
    match first.unwrap_or_else(|| Err(Problem::new(&entry.item.path, Reason::Gone))) {
        Ok(part) => Ok(part),
        Err(problem) => versions
            .find_map(|version| open_version(entry, &version, wish.clone()).ok())
            .ok_or(problem),
    }
}

/// Reads one version of an article. What it does not tell is filled with what the others do.
///
/// # Errors
///
/// When the file is gone, cannot be read, or no longer holds it.
pub fn open_version(entry: &Entry, version: &Version, wish: Wish) -> Result<Part, Problem> {
    let wish = Wish { member: version.member.clone(), ..wish };
    let mut opened = read(&version.item, wish)?;
    let same = opened.parts.iter().position(|part| part.article.id == version.id);
    let index = same.unwrap_or(version.index);
    if index >= opened.parts.len() {
        return Err(Problem::new(&version.item.path, Reason::Gone));
    }
    let mut part = opened.parts.swap_remove(index);
    if !entry.others.is_empty() {
        let title = &part.article.metadata.title;
        if title.contains("://") || is_made_up(title, &part.article.text()) {
            part.article.metadata.title.clone_from(&entry.metadata.title);
        }
        fill(&mut part.article.metadata, &entry.metadata);
        let own = std::mem::replace(&mut part.article.given, entry.given.clone());
        part.article.given.add(own);
    }
    Ok(part)
}

fn read(item: &Item, wish: Wish) -> Result<Opened, Problem> {
    let problem = |reason: Reason| Problem::new(&item.path, reason);
    let (bytes, modified) = bytes(item).map_err(problem)?;
    let name = item.path.file_name().unwrap_or_default().to_string_lossy();
    let file = File { wish, ..File::new(&name, &bytes) };
    let Reading { parts, failures } = guarded(|| format::read(&file)).map_err(problem)?;
    let problems = failures.into_iter().map(|failure| Problem {
        path: match failure.place.as_str() {
            "" => item.path.clone(),
            place => item.path.join(place),
        },
        reason: failure.error.into(),
    });
    Ok(Opened { item: item.clone(), modified, parts, problems: problems.collect() })
}

/// What a parser gives; its panic is a reason like any other.
pub(super) fn guarded<T>(
    parse: impl FnOnce() -> Result<T, format::Error> + UnwindSafe,
) -> Result<T, Reason> {
    match panic::catch_unwind(parse) {
        Ok(read) => read.map_err(Reason::from),
        Err(_panic) => Err(Reason::Failed),
    }
}

/// The bytes of a file, and when it was changed.
type Bytes = (Vec<u8>, Option<Date>);

pub(super) fn bytes(item: &Item) -> Result<Bytes, Reason> {
    match &item.place {
        Place::Memory(bytes) => Ok((bytes.clone(), None)),
        Place::Sample => {
            let bytes = samples::bytes(&item.path).ok_or(Reason::Missing)?;
            Ok((bytes.to_vec(), None))
        }
        Place::File => file(&item.path),
    }
}

fn file(path: &Path) -> Result<Bytes, Reason> {
    let (file, metadata) = regular::open(path)?;
    let modified = metadata.modified().ok().and_then(|time| time.try_into().ok());
    let bounded = bounded(file, metadata.len()).map_err(|error| Reason::from(&error))?;
    let bytes = bounded.map_err(Reason::TooLarge)?;
    Ok((bytes, modified.map(Date::utc)))
}

/// All of a file, which may be as large as what it begins as may be; else the limit.
fn bounded(mut file: fs::File, length: u64) -> io::Result<Result<Vec<u8>, &'static str>> {
    let mut bytes = Vec::new();
    file.by_ref().take(HEAD).read_to_end(&mut bytes)?;
    let is_archive = format::is_archive(&bytes);
    let (limit, excess) = if is_archive { LARGEST_ARCHIVE } else { LARGEST };
    if length > limit {
        return Ok(Err(excess));
    }
    bytes.reserve(usize::try_from(length).unwrap_or(0));
    let read = file.take(limit).read_to_end(&mut bytes)?;
    Ok(if read as u64 == limit { Err(excess) } else { Ok(bytes) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_of_a_parser_is_a_reason() {
        let reason = guarded::<()>(|| panic!("on purpose, in a test")).unwrap_err();
        assert_eq!(reason, Reason::Failed);
        assert_eq!(guarded(|| Ok(1)), Ok(1));
        assert_eq!(
            guarded::<()>(|| Err(format::Error::Empty)),
            Err(Reason::Format(format::Error::Empty))
        );
    }
}
