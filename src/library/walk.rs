//! Which files a library has: a walk that finds every file, follows links only to files inside, and
//! reports what it cannot enter. What lies beside articles and is none is only counted.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use walkdir::{DirEntry, WalkDir};

use super::beside::Disk;
use super::{Item, Place, Problem, Reason, Source, samples};
use crate::format::{is_attachment, is_hidden, is_passed_over};

/// Deeper than this is a loop or a trap.
const MAX_DEPTH: usize = 64;

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
    let files = roots.iter().filter(|root| root.is_dir()).flat_map(|root| walk(root)).flatten();
    files.filter(|entry| entry.depth() > 0 && is_beside(entry)).count()
}

fn walk(root: &Path) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
    WalkDir::new(root)
        .max_depth(MAX_DEPTH)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_left_out(entry))
}

fn below(root: &Path) -> Vec<Result<Item, Problem>> {
    let real_root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    walk(root)
        .filter_map(|entry| match entry {
            Ok(entry) => classify(&entry, &real_root),
            Err(error) => Some(Err(unreadable(&error, root))),
        })
        .collect()
}

fn classify(entry: &DirEntry, root: &Path) -> Option<Result<Item, Problem>> {
    let kind = entry.file_type();
    if kind.is_dir() {
        let cut = entry.depth() == MAX_DEPTH;
        return cut.then(|| Err(Problem::new(entry.path(), Reason::TooDeep)));
    }
    if is_beside(entry) {
        return None;
    }
    let item = || Item { path: entry.path().to_owned(), place: Place::File };
    if kind.is_file() {
        return Some(Ok(item()));
    }
    if !kind.is_symlink() {
        return Some(Err(Problem::new(entry.path(), Reason::NotRegular)));
    }
    Some(match fs::canonicalize(entry.path()) {
        Err(_) => Err(Problem::new(entry.path(), Reason::DeadLink)),
        Ok(target) if !target.starts_with(root) => {
            Err(Problem::new(entry.path(), Reason::OutsideLink))
        }
        Ok(target) if target.is_file() => Ok(item()),
        Ok(target) if target.is_dir() => Err(Problem::new(entry.path(), Reason::FolderLink)),
        Ok(_) => Err(Problem::new(entry.path(), Reason::NotRegular)),
    })
}

fn is_beside(entry: &DirEntry) -> bool {
    entry.file_type().is_file() && is_attachment(entry.path(), &Disk)
}

fn is_left_out(entry: &DirEntry) -> bool {
    let is_folder = entry.file_type().is_dir();
    is_hidden(entry.path(), &Disk) || is_folder && is_passed_over(entry.path(), &Disk)
}

fn unreadable(error: &walkdir::Error, root: &Path) -> Problem {
    let path = error.path().unwrap_or(root);
    error
        .io_error()
        .map_or_else(|| Problem::new(path, Reason::LinkLoop), |error| Problem::new(path, error))
}
