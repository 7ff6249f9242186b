//! The files of a library as they were when they were last read, by folder: what a walk compares with.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
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
    /// Its name in its folder.
    pub name: Box<OsStr>,
    /// Its number: files are numbered in the order of their paths.
    pub number: u32,
    /// How it was.
    pub stamp: Stamp,
}

/// All files that were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// The files of each folder, by their names; folders as seen from the library.
    pub folders: BTreeMap<PathBuf, Vec<Known>>,
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
        let (files, name) = (self.folders.get(path.parent()?)?, path.file_name()?);
        let at = files.binary_search_by(|file| (*file.name).cmp(name)).ok()?;
        files.get(at)
    }

    /// A number that is higher than that of any of these files.
    #[must_use]
    pub fn end(&self) -> u32 {
        let numbers = self.folders.values().flatten().map(|file| file.number);
        numbers.max().map_or(0, |last| last.saturating_add(1))
    }

    /// The paths of some files as seen from the library, by their numbers.
    #[must_use]
    pub fn paths(&self, numbers: &[u32]) -> Vec<PathBuf> {
        if numbers.is_empty() {
            return Vec::new();
        }
        let wanted: BTreeSet<u32> = numbers.iter().copied().collect();
        let all = self
            .folders
            .iter()
            .flat_map(|(folder, files)| files.iter().map(move |file| (folder, file)));
        let found = all.filter(|(_, file)| wanted.contains(&file.number));
        found.map(|(folder, file)| folder.join(&*file.name)).collect()
    }

    /// Notes how the file of a path as seen from the library is now, or that it is gone. One that was not
    /// known has the next number.
    pub fn note(&mut self, path: &Path, stamp: Option<Stamp>, next: &mut u32) {
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return };
        let files = match self.folders.get_mut(folder) {
            Some(files) => files,
            None => self.folders.entry(folder.to_owned()).or_default(),
        };
        match (files.binary_search_by(|file| (*file.name).cmp(name)), stamp) {
            (Ok(at), Some(stamp)) => {
                if let Some(file) = files.get_mut(at) {
                    file.stamp = stamp;
                }
            }
            (Ok(at), None) => drop(files.remove(at)),
            (Err(at), Some(stamp)) => {
                files.insert(at, Known { name: name.into(), number: *next, stamp });
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
        let (mut folder, mut inside) = (PathBuf::new(), Vec::new());
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
                files.put(&folder, &mut inside);
                parent.clone_into(&mut folder);
            }
            let name = path.file_name().unwrap_or_default().into();
            inside.push(Known { name, number, stamp: line.stamp });
        }
        files.put(&folder, &mut inside);
        Ok(files)
    }

    fn put(&mut self, folder: &Path, inside: &mut Vec<Known>) {
        if !inside.is_empty() {
            self.folders.entry(folder.to_owned()).or_default().append(inside);
        }
    }
}

/// The bytes of a file that comes after `before`, both as seen from the library.
pub(super) fn encode(before: &[u8], path: &[u8], stamp: Stamp) -> Result<Vec<u8>, postcard::Error> {
    let same = before.iter().zip(path).take_while(|(one, other)| one == other).count();
    let rest = path.get(same..).unwrap_or_default();
    postcard::to_stdvec(&Line { same, rest, stamp })
}
