//! The files of a library as they were when they were last read, by folder: what a walk compares with.
//!
//! They stay as they are written down, most of each path told by the one before, until a folder is looked
//! at: all of them at once would take several times as much memory.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::Damage;
use super::folder::{Folder, Known};
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

/// All files that were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// As [`encode`] gives them.
    lines: Vec<u8>,
    /// As seen from the library.
    folders: BTreeMap<PathBuf, Inside>,
}

/// What stands in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Inside {
    /// What some of the lines say, as long as nothing has changed.
    Lines(Vec<Run>),
    Here(Folder),
}

impl Default for Inside {
    fn default() -> Self {
        Self::Lines(Vec::new())
    }
}

/// Files of one folder that follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    /// Their bytes among the lines.
    bytes: Range<usize>,
    /// The bytes of a path that the first line builds upon.
    before: Box<[u8]>,
    /// Their numbers.
    numbers: Range<u32>,
}

/// A file as it is written down: most of its path is that of the file before.
#[derive(Serialize, Deserialize)]
struct Line<'a> {
    /// How many bytes of the path are the same.
    same: usize,
    rest: &'a [u8],
    stamp: Stamp,
}

impl<'a> Line<'a> {
    /// The first of some lines and the rest of them; its path takes the place of that of the line before.
    fn next(lines: &'a [u8], path: &mut Vec<u8>) -> Result<(Self, &'a [u8]), Damage> {
        let (line, rest) = postcard::take_from_bytes::<Self>(lines)?;
        if line.same > path.len() {
            return Err(Damage("the path of a file"));
        }
        path.truncate(line.same);
        path.extend_from_slice(line.rest);
        Ok((line, rest))
    }
}

impl Files {
    /// The file of a path as seen from the library.
    #[must_use]
    pub fn get(&self, path: &Path) -> Option<Known> {
        self.folder(path.parent()?)?.get(path.file_name()?).cloned()
    }

    /// The files of a folder as seen from the library.
    #[must_use]
    pub fn folder(&self, path: &Path) -> Option<Cow<'_, Folder>> {
        self.folders.get(path).map(|inside| self.open(inside))
    }

    /// All folders with files, as seen from the library.
    pub fn folders(&self) -> impl Iterator<Item = (&Path, Cow<'_, Folder>)> {
        self.folders.iter().map(|(path, inside)| (path.as_path(), self.open(inside)))
    }

    fn open<'a>(&'a self, inside: &'a Inside) -> Cow<'a, Folder> {
        match inside {
            Inside::Lines(runs) => Cow::Owned(read(&self.lines, runs)),
            Inside::Here(folder) => Cow::Borrowed(folder),
        }
    }

    /// The numbers of all files.
    #[must_use]
    pub fn numbers(&self) -> Vec<u32> {
        let mut numbers = Vec::new();
        for inside in self.folders.values() {
            match inside {
                Inside::Lines(runs) => {
                    numbers.extend(runs.iter().flat_map(|run| run.numbers.clone()))
                }
                Inside::Here(folder) => numbers.extend(folder.numbers()),
            }
        }
        numbers
    }

    /// A number that is higher than that of any of these files.
    #[must_use]
    pub fn end(&self) -> u32 {
        self.numbers().into_iter().max().map_or(0, |last| last.saturating_add(1))
    }

    /// The paths of some files as seen from the library, by their numbers.
    #[must_use]
    pub fn paths(&self, numbers: &[u32]) -> Vec<PathBuf> {
        if numbers.is_empty() {
            return Vec::new();
        }
        let wanted: BTreeSet<u32> = numbers.iter().copied().collect();
        let mut paths = Vec::new();
        for (path, folder) in self.folders() {
            let found = folder.iter().filter(|(_, file)| wanted.contains(&file.number));
            paths.extend(found.map(|(name, _)| path.join(name)));
        }
        paths
    }

    /// Notes how the file of a path as seen from the library is now, or that it is gone. One that was not
    /// known has the next number.
    pub fn note(&mut self, path: &Path, stamp: Option<Stamp>, next: &mut u32) {
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return };
        let inside = match self.folders.get_mut(folder) {
            Some(inside) => inside,
            None => self.folders.entry(folder.to_owned()).or_default(),
        };
        if let Inside::Lines(runs) = inside {
            *inside = Inside::Here(read(&self.lines, runs));
        }
        if let Inside::Here(folder) = inside {
            folder.note(name, stamp, next);
        }
    }

    /// From what [`encode`] gives: the files whose paths are wanted.
    pub(super) fn decode(
        lines: Vec<u8>,
        count: u32,
        is_wanted: impl Fn(&[u8]) -> bool,
    ) -> Result<Self, Damage> {
        let (mut folders, mut path) = (BTreeMap::<PathBuf, Inside>::new(), Vec::new());
        let (mut folder, mut run): (PathBuf, Option<Run>) = (PathBuf::new(), None);
        let mut put = |folder: &Path, run: Option<Run>| {
            if let (Some(run), Inside::Lines(runs)) =
                (run, folders.entry(folder.to_owned()).or_default())
            {
                runs.push(run);
            }
        };
        let mut at = 0;
        for number in 0..count {
            let (line, rest) = Line::next(lines.get(at..).unwrap_or_default(), &mut path)?;
            let (bytes, same) = (at..lines.len() - rest.len(), line.same);
            at = bytes.end;
            if !is_wanted(&path) {
                continue;
            }
            let whole = path::path(&path);
            let parent = whole.parent().unwrap_or(Path::new(""));
            // Neighbours mostly stand in one folder; to compare the names as they are is enough for that.
            match &mut run {
                Some(run)
                    if run.numbers.end == number && parent.as_os_str() == folder.as_os_str() =>
                {
                    (run.bytes.end, run.numbers.end) = (bytes.end, number + 1);
                }
                _ => {
                    put(&folder, run.take());
                    parent.clone_into(&mut folder);
                    let before = path.get(..same).unwrap_or_default().into();
                    run = Some(Run { bytes, before, numbers: number..number + 1 });
                }
            }
        }
        put(&folder, run);
        Ok(Self { lines, folders })
    }
}

/// The files that lines are about, which have been gone through once.
fn read(lines: &[u8], runs: &[Run]) -> Folder {
    let mut folder = Folder::default();
    for run in runs {
        let mut rest = lines.get(run.bytes.clone()).unwrap_or_default();
        let mut path = run.before.to_vec();
        for number in run.numbers.clone() {
            let Ok((line, after)) = Line::next(rest, &mut path) else { break };
            rest = after;
            let name = path::path(&path);
            folder.put(name.file_name().unwrap_or_default(), number, line.stamp);
        }
    }
    folder.arrange();
    folder
}

/// The bytes of a file that comes after `before`, both as seen from the library.
pub(super) fn encode(before: &[u8], path: &[u8], stamp: Stamp) -> Result<Vec<u8>, postcard::Error> {
    let same = before.iter().zip(path).take_while(|(one, other)| one == other).count();
    let rest = path.get(same..).unwrap_or_default();
    postcard::to_stdvec(&Line { same, rest, stamp })
}
