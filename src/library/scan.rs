//! What of a library has changed since it was read: every folder is listed and every file looked at,
//! none is opened. Folders are shared out among as many threads as there are cores.

use std::cmp::Reverse;
use std::fs;
use std::fs::{DirEntry, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::SystemTime;

use super::walk::{Met, files, list, real, top};
use super::way::Way;
use super::{Files, Folder, Item, Place, Problem, Stamp};

/// What has become of a library's files.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// Files that are new or have changed, or whose stamp is not to be trusted; the latest change first.
    pub changed: Vec<Seen>,
    /// The numbers of those that are no longer there, in order.
    pub gone: Vec<u32>,
    /// How many are as they were.
    pub unchanged: usize,
    /// What cannot be read or entered, in the order of the paths.
    pub problems: Vec<Problem>,
}

/// A file that was seen.
#[derive(Debug, PartialEq, Eq)]
pub struct Seen {
    /// The file.
    pub item: Item,
    /// Its number, where it was there before.
    pub known: Option<u32>,
    /// How it is now.
    pub stamp: Stamp,
}

/// Compares the files of the library at `root` with what is known of them.
#[must_use]
pub fn scan(root: &Path, known: &Files) -> Scan {
    let look = Look { root, real_root: &real(root), known, now: SystemTime::now() };
    let top = match top(root) {
        Ok(way) => vec![(root.to_owned(), way)],
        Err(problem) => return Scan { problems: vec![problem], ..Scan::default() },
    };
    let queue = Queue::new(top);
    let more = thread::available_parallelism().map_or(0, |cores| cores.get() - 1);
    let found = thread::scope(|scope| {
        let work = || queue.work(&look);
        let others = (0..more).map(|_| thread::Builder::new().spawn_scoped(scope, work));
        // Where there can be no more threads, fewer do the work.
        let others: Vec<_> = others.flatten().collect();
        let own = work();
        let others = others.into_iter().filter_map(|other| other.join().ok());
        std::iter::once(own).chain(others).collect::<Vec<_>>()
    });
    together(found, known)
}

/// Some of the files of a library of which nothing is known, the first of them by their paths.
#[must_use]
pub(super) fn scan_some(root: &Path, count: usize) -> Vec<Seen> {
    let (real_root, known) = (&real(root), &Files::default());
    let look = Look { root, real_root, known, now: SystemTime::now() };
    let mut found = Found::default();
    files(root).take(count).for_each(|file| look.compare(&file, None, &mut found));
    found.scan.changed
}

/// The same for what stands, or stood, at these paths and below them.
#[must_use]
pub(super) fn scan_paths(root: &Path, paths: &[PathBuf], known: &Files) -> Scan {
    let look = Look { root, real_root: &real(root), known, now: SystemTime::now() };
    let mut found = Found::default();
    paths.iter().for_each(|path| look.look_at(path, &mut found));
    let met = std::mem::take(&mut found.met);
    let mut scan = together(vec![found], &Files::default());
    let is_below = |path: &Path| paths.iter().any(|looked| path.starts_with(looked));
    for (folder, files) in known.folders() {
        let folder = root.join(folder);
        let gone = files
            .iter()
            .filter(|(name, file)| is_below(&folder.join(name)) && !met.contains(&file.number));
        scan.gone.extend(gone.map(|(_, file)| file.number));
    }
    scan.changed.dedup_by(|one, other| one.item == other.item);
    scan
}

/// What threads have found.
#[derive(Debug, Default)]
struct Found {
    scan: Scan,
    /// The numbers of known files that are still there.
    met: Vec<u32>,
}

fn together(found: Vec<Found>, known: &Files) -> Scan {
    let mut scan = Scan::default();
    let mut is_there = vec![false; known.end() as usize];
    for Found { scan: part, met } in found {
        scan.changed.extend(part.changed);
        scan.unchanged += part.unchanged;
        scan.problems.extend(part.problems);
        for number in met {
            if let Some(is_there) = is_there.get_mut(number as usize) {
                *is_there = true;
            }
        }
    }
    scan.gone = known.numbers();
    scan.gone.retain(|&number| is_there.get(number as usize) == Some(&false));
    scan.gone.sort_unstable();
    scan.changed.sort_by_cached_key(|seen| (Reverse(seen.stamp.modified), seen.item.path.clone()));
    scan.problems.sort_by(|one, other| one.path.cmp(&other.path));
    scan
}

/// What folders are looked at for.
struct Look<'a> {
    root: &'a Path,
    real_root: &'a Path,
    known: &'a Files,
    now: SystemTime,
}

impl Look<'_> {
    /// Looks at what stands in a folder; gives the folders in it.
    fn look(&self, folder: &Path, way: &Way, found: &mut Found) -> Vec<(PathBuf, Way)> {
        let inside = folder.strip_prefix(self.root).unwrap_or(folder);
        let known = self.known.folder(inside);
        let mut folders = Vec::new();
        for met in list(folder, way, self.real_root) {
            match met {
                Met::File(file) => self.compare(&file, known.as_deref(), found),
                Met::Folder(path, way) => folders.push((path, way)),
                Met::Beside => {}
                Met::Problem(problem) => found.scan.problems.push(problem),
            }
        }
        folders
    }

    /// Looks at what stands at a path and below it, if the walk comes there.
    fn look_at(&self, path: &Path, found: &mut Found) {
        let Ok(inside) = path.strip_prefix(self.root) else { return };
        let Ok(mut way) = top(self.root) else { return };
        let mut folder = self.root.to_owned();
        let mut names = inside.components().peekable();
        while let Some(name) = names.next() {
            let next = folder.join(name);
            let met = list(&folder, &way, self.real_root);
            let is_it = |met: &Met| match met {
                Met::File(file) => file.path() == next,
                Met::Folder(path, _) => *path == next,
                Met::Problem(problem) => problem.path == next,
                Met::Beside => false,
            };
            match (met.into_iter().find(is_it), names.peek().is_none()) {
                (Some(Met::Folder(path, below)), _) => (folder, way) = (path, below),
                (Some(Met::File(file)), true) => {
                    let inside = folder.strip_prefix(self.root).unwrap_or(&folder);
                    let known = self.known.folder(inside);
                    return self.compare(&file, known.as_deref(), found);
                }
                (Some(Met::Problem(problem)), true) => return found.scan.problems.push(problem),
                _ => return,
            }
        }
        let mut open = vec![(folder, way)];
        while let Some((folder, way)) = open.pop() {
            open.extend(self.look(&folder, &way, found));
        }
    }

    fn compare(&self, file: &DirEntry, folder: Option<&Folder>, found: &mut Found) {
        let known = folder.and_then(|folder| folder.get(&file.file_name()));
        found.met.extend(known.map(|known| known.number));
        // What cannot be looked at tells why when it is read.
        let stamp = metadata(file)
            .and_then(|metadata| Ok(Stamp::new(metadata.len(), metadata.modified()?, self.now)));
        let stamp = stamp.unwrap_or(Stamp { size: 0, modified: 0, settled: false });
        if known.is_some_and(|known| known.stamp.holds(&stamp)) {
            found.scan.unchanged += 1;
            return;
        }
        let item = Item { path: file.path(), place: Place::File };
        found.scan.changed.push(Seen { item, known: known.map(|known| known.number), stamp });
    }
}

/// Of the file that a link leads to, where it is one.
fn metadata(file: &DirEntry) -> io::Result<Metadata> {
    if file.file_type()?.is_symlink() { fs::metadata(file.path()) } else { file.metadata() }
}

/// Folders that are to be looked at, with the ways there.
struct Queue {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    folders: Vec<(PathBuf, Way)>,
    /// How many threads are in a folder, and may find more.
    busy: usize,
}

impl Queue {
    fn new(folders: Vec<(PathBuf, Way)>) -> Self {
        let state = State { folders, busy: 0 };
        Self { state: Mutex::new(state), changed: Condvar::new() }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn work(&self, look: &Look) -> Found {
        let mut found = Found::default();
        while let Some((folder, way)) = self.take() {
            let folders = look.look(&folder, &way, &mut found);
            let mut state = self.lock();
            state.folders.extend(folders);
            state.busy -= 1;
            drop(state);
            self.changed.notify_all();
        }
        found
    }

    /// The next folder; none when all have been looked at.
    fn take(&self) -> Option<(PathBuf, Way)> {
        let mut state = self.lock();
        loop {
            if let Some(folder) = state.folders.pop() {
                state.busy += 1;
                return Some(folder);
            }
            if state.busy == 0 {
                return None;
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

#[cfg(test)]
mod tests;
