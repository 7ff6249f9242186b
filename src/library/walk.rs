//! Which files a library has: a walk that finds every file, follows links only to files inside, and
//! reports what it cannot enter. What lies beside articles and is none is only counted.

use std::fs;
use std::fs::DirEntry;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::vec;

use super::beside::Disk;
use super::way::Way;
use super::{Item, Place, Problem, Reason, Source, samples};
use crate::format::{is_attachment, is_hidden, is_passed_over};

/// The files of a source, in the order of their paths.
#[must_use]
pub fn items(source: &Source) -> Vec<Result<Item, Problem>> {
    match source {
        Source::Directory(root) => below(root),
        Source::Paths(paths) => paths.iter().flat_map(|path| given(path)).collect(),
        Source::Input(bytes) => {
            vec![Ok(Item { path: PathBuf::from("-"), place: Place::Memory(bytes.clone()) })]
        }
        Source::Samples => samples::items().map(Ok).collect(),
    }
}

/// A path that the user named: taken as it is, even when it is hidden or a link.
fn given(path: &Path) -> Vec<Result<Item, Problem>> {
    match fs::metadata(path) {
        Err(error) => vec![Err(Problem::new(path, &error))],
        Ok(metadata) if metadata.is_dir() => below(path),
        Ok(metadata) if metadata.is_file() => {
            vec![Ok(Item { path: path.to_owned(), place: Place::File })]
        }
        Ok(_) => vec![Err(Problem::new(path, Reason::NotRegular))],
    }
}

/// How many pictures and other attachments lie beside a source's files.
#[must_use]
pub fn attachments(source: &Source) -> usize {
    let roots = match source {
        Source::Directory(root) => std::slice::from_ref(root),
        Source::Paths(paths) => paths,
        Source::Input(_) | Source::Samples => &[],
    };
    let met = roots.iter().filter(|root| root.is_dir()).flat_map(|root| Walk::new(root));
    met.filter(|met| matches!(met, Met::Beside)).count()
}

fn below(root: &Path) -> Vec<Result<Item, Problem>> {
    let found = |met| match met {
        Met::File(file) => Some(Ok(Item { path: file.path(), place: Place::File })),
        Met::Problem(problem) => Some(Err(problem)),
        Met::Folder(..) | Met::Beside => None,
    };
    Walk::new(root).filter_map(found).collect()
}

/// The files of a library, in the order of their paths.
pub(super) fn files(root: &Path) -> impl Iterator<Item = DirEntry> {
    Walk::new(root).filter_map(|met| if let Met::File(file) = met { Some(file) } else { None })
}

/// What stands in a folder of a library.
#[derive(Debug)]
pub(super) enum Met {
    /// A file to be read, or a link to one.
    File(DirEntry),
    /// A folder to be walked, and the way there.
    Folder(PathBuf, Way),
    /// A picture or another attachment.
    Beside,
    /// What cannot be read or entered.
    Problem(Problem),
}

/// All that stands below a folder, in the order of the paths; folders are entered, not given.
struct Walk {
    real_root: PathBuf,
    /// What is left of the folders on the way down.
    open: Vec<vec::IntoIter<Met>>,
}

impl Walk {
    fn new(root: &Path) -> Self {
        let real_root = real(root);
        let top = top(root)
            .map_or_else(|problem| vec![Met::Problem(problem)], |way| list(root, &way, &real_root));
        Self { open: vec![top.into_iter()], real_root }
    }
}

impl Iterator for Walk {
    type Item = Met;

    fn next(&mut self) -> Option<Met> {
        loop {
            match self.open.last_mut()?.next() {
                None => drop(self.open.pop()),
                Some(Met::Folder(path, way)) => {
                    self.open.push(list(&path, &way, &self.real_root).into_iter());
                }
                met => return met,
            }
        }
    }
}

/// The path of a library without links.
pub(super) fn real(root: &Path) -> PathBuf {
    fs::canonicalize(root).unwrap_or_else(|_| root.to_owned())
}

/// The way into the library's own folder.
pub(super) fn top(root: &Path) -> Result<Way, Problem> {
    Way::default().enter(root).map_err(|reason| Problem::new(root, reason))
}

/// What stands in the folder that this way leads to, in the order of the names.
pub(super) fn list(folder: &Path, way: &Way, real_root: &Path) -> Vec<Met> {
    let problem = |path: &Path, error: &io::Error| Met::Problem(Problem::new(path, error));
    let listed = match fs::read_dir(folder) {
        Ok(listed) => listed,
        Err(error) => return vec![problem(folder, &error)],
    };
    let (mut files, mut met) = (Vec::new(), Vec::new());
    for file in listed {
        match file {
            Ok(file) => files.push(file),
            Err(error) => met.push(problem(folder, &error)),
        }
    }
    files.sort_by_cached_key(DirEntry::file_name);
    met.extend(files.into_iter().filter_map(|file| classify(file, way, real_root)));
    met
}

fn classify(file: DirEntry, way: &Way, real_root: &Path) -> Option<Met> {
    let path = file.path();
    let told = |reason: Reason| Some(Met::Problem(Problem::new(&path, reason)));
    let kind = match file.file_type() {
        Ok(kind) => kind,
        Err(error) => return told(Reason::from(&error)),
    };
    if is_hidden(&path, &Disk) || kind.is_dir() && is_passed_over(&path, &Disk) {
        return None;
    }
    if kind.is_dir() {
        return match way.enter(&path) {
            Ok(way) => Some(Met::Folder(path, way)),
            Err(reason) => told(reason),
        };
    }
    if kind.is_file() && is_attachment(&path, &Disk) {
        return Some(Met::Beside);
    }
    if kind.is_symlink()
        && let Err(reason) = followed(&path, real_root)
    {
        return told(reason);
    }
    let is_regular = kind.is_file() || kind.is_symlink();
    if is_regular { Some(Met::File(file)) } else { told(Reason::NotRegular) }
}

/// Whether a link leads to a file of the library, else why it is not followed.
fn followed(link: &Path, real_root: &Path) -> Result<(), Reason> {
    match fs::canonicalize(link) {
        Err(error) => match Reason::from(&error) {
            Reason::LinkLoop => Err(Reason::LinkLoop),
            _ => Err(Reason::DeadLink),
        },
        Ok(target) if !target.starts_with(real_root) => Err(Reason::OutsideLink),
        Ok(target) if target.is_file() => Ok(()),
        Ok(target) if target.is_dir() => Err(Reason::FolderLink),
        Ok(_) => Err(Reason::NotRegular),
    }
}
