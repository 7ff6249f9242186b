//! The files of a library as they were when they were last read, by folder: what a walk compares with.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::Damage;
use super::path;

/// The coarsest clock of a file system: two seconds, that of FAT.
const TICK: Duration = Duration::from_secs(2);

/// By what a change of a file is noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// In bytes.
    pub size: u64,
    /// Nanoseconds since 1970 in UTC, as far as they can be counted.
    pub modified: i64,
    /// Whether a later change is sure to change the stamp.
    pub settled: bool,
}

impl Stamp {
    /// The stamp of a file that is read after `now`. Within one tick of the file system's clock
    /// a file can be changed again and have the same stamp, so one that was changed just before is not
    /// to be trusted.
    #[must_use]
    pub fn new(size: u64, modified: SystemTime, now: SystemTime) -> Self {
        let settled = now.duration_since(modified).is_ok_and(|age| age > TICK);
        Self { size, modified: nanoseconds(modified), settled }
    }

    /// Whether a file with the stamp `now` is as it was when it was read.
    #[must_use]
    pub fn holds(&self, now: &Self) -> bool {
        self.settled && (self.size, self.modified) == (now.size, now.modified)
    }
}

fn nanoseconds(time: SystemTime) -> i64 {
    let count = |length: Duration| i64::try_from(length.as_nanos()).unwrap_or(i64::MAX);
    match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(after) => count(after),
        Err(error) => -count(error.duration()),
    }
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Where its name is in those of its folder.
    name: Range<u32>,
    /// Its number: files are numbered in the order of their paths.
    pub number: u32,
    /// How it was.
    pub stamp: Stamp,
}

/// All files that were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// The files of each folder; folders as seen from the library.
    pub folders: BTreeMap<PathBuf, Folder>,
}

/// The files of a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// All names in one: an allocation for each would take more than what is in it.
    names: Vec<u8>,
    /// In the order of their names' bytes.
    files: Vec<Known>,
}

impl Folder {
    /// The file of this name.
    #[must_use]
    pub fn get(&self, name: &OsStr) -> Option<&Known> {
        self.files.get(self.find(name).ok()?)
    }

    /// All files, with their names.
    pub fn iter(&self) -> impl Iterator<Item = (PathBuf, &Known)> {
        self.files.iter().map(|known| (path::path(self.name(known)), known))
    }

    fn find(&self, name: &OsStr) -> Result<usize, usize> {
        let name = path::bytes(Path::new(name));
        self.files.binary_search_by(|known| self.name(known).cmp(&*name))
    }

    fn name(&self, known: &Known) -> &[u8] {
        let Range { start, end } = known.name;
        self.names.get(start as usize..end as usize).unwrap_or_default()
    }

    /// A file of this name, which is to be put among the others.
    fn named(&mut self, name: &OsStr, number: u32, stamp: Stamp) -> Option<Known> {
        let start = u32::try_from(self.names.len()).ok()?;
        self.names.extend_from_slice(&path::bytes(Path::new(name)));
        let end = u32::try_from(self.names.len()).ok()?;
        Some(Known { name: start..end, number, stamp })
    }

    /// Puts the files in order, in no more room than they need.
    fn arrange(&mut self) {
        let Self { names, files } = self;
        let name = |known: &Known| names.get(known.name.start as usize..known.name.end as usize);
        files.sort_by(|one, other| name(one).cmp(&name(other)));
        files.shrink_to_fit();
        names.shrink_to_fit();
    }
}

/// A file as it is written down: most of its path is that of the file before.
#[derive(Serialize, Deserialize)]
struct Line<'a> {
    /// How many bytes of the path are the same.
    same: usize,
    rest: &'a [u8],
    stamp: Stamp,
}

impl Files {
    /// The file of a path as seen from the library.
    #[must_use]
    pub fn get(&self, path: &Path) -> Option<&Known> {
        self.folders.get(path.parent()?)?.get(path.file_name()?)
    }

    /// The numbers of all files.
    pub fn numbers(&self) -> impl Iterator<Item = u32> {
        self.folders.values().flat_map(|folder| &folder.files).map(|file| file.number)
    }

    /// A number that is higher than that of any of these files.
    #[must_use]
    pub fn end(&self) -> u32 {
        self.numbers().max().map_or(0, |last| last.saturating_add(1))
    }

    /// The paths of some files as seen from the library, by their numbers.
    #[must_use]
    pub fn paths(&self, numbers: &[u32]) -> Vec<PathBuf> {
        if numbers.is_empty() {
            return Vec::new();
        }
        let wanted: BTreeSet<u32> = numbers.iter().copied().collect();
        let all = self.folders.iter().flat_map(|(folder, files)| {
            files.iter().map(move |(name, file)| (folder.join(name), file.number))
        });
        all.filter(|(_, number)| wanted.contains(number)).map(|(path, _)| path).collect()
    }

    /// Notes how the file of a path as seen from the library is now, or that it is gone. One that was not
    /// known has the next number.
    pub fn note(&mut self, path: &Path, stamp: Option<Stamp>, next: &mut u32) {
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return };
        let files = match self.folders.get_mut(folder) {
            Some(files) => files,
            None => self.folders.entry(folder.to_owned()).or_default(),
        };
        match (files.find(name), stamp) {
            (Ok(at), Some(stamp)) => {
                if let Some(file) = files.files.get_mut(at) {
                    file.stamp = stamp;
                }
            }
            (Ok(at), None) => drop(files.files.remove(at)),
            (Err(at), Some(stamp)) => {
                if let Some(file) = files.named(name, *next, stamp) {
                    files.files.insert(at, file);
                }
                *next += 1;
            }
            (Err(_), None) => {}
        }
    }

    /// From what [`encode`] gives: the files whose paths are wanted.
    pub(super) fn decode(
        bytes: &[u8],
        count: u32,
        is_wanted: impl Fn(&[u8]) -> bool,
    ) -> Result<Self, Damage> {
        let (mut files, mut rest, mut path) = (Self::default(), bytes, Vec::new());
        let (mut folder, mut inside) = (PathBuf::new(), Folder::default());
        for number in 0..count {
            let line: Line;
            (line, rest) = postcard::take_from_bytes(rest)?;
            if line.same > path.len() {
                return Err(Damage("the path of a file"));
            }
            path.truncate(line.same);
            path.extend_from_slice(line.rest);
            if !is_wanted(&path) {
                continue;
            }
            let path = path::path(&path);
            let parent = path.parent().unwrap_or(Path::new(""));
            // Neighbours mostly stand in one folder; to compare the names as they are is enough for that.
            if parent.as_os_str() != folder.as_os_str() {
                files.put(&folder, inside);
                // Its own folders may have come between its files.
                inside = files.folders.remove(parent).unwrap_or_default();
                parent.clone_into(&mut folder);
            }
            let file = inside.named(path.file_name().unwrap_or_default(), number, line.stamp);
            inside.files.push(file.ok_or(Damage("the names of a folder"))?);
        }
        files.put(&folder, inside);
        Ok(files)
    }

    fn put(&mut self, path: &Path, mut folder: Folder) {
        if !folder.files.is_empty() {
            folder.arrange();
            self.folders.insert(path.to_owned(), folder);
        }
    }
}

/// The bytes of a file that comes after `before`, both as seen from the library.
pub(super) fn encode(before: &[u8], path: &[u8], stamp: Stamp) -> Result<Vec<u8>, postcard::Error> {
    let same = before.iter().zip(path).take_while(|(one, other)| one == other).count();
    let rest = path.get(same..).unwrap_or_default();
    postcard::to_stdvec(&Line { same, rest, stamp })
}
