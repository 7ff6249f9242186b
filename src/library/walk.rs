//! Which files a library has: a walk that finds every file, follows links only to files inside, and
//! reports what it cannot enter.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use walkdir::{DirEntry, WalkDir};

use super::{Item, Place, Problem, Source, samples};
use crate::format::page_of_folder;

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
        Err(error) => vec![Err(Problem::new(path, reason(&error)))],
        Ok(metadata) if metadata.is_dir() => below(path),
        Ok(metadata) if metadata.is_file() => {
            vec![Ok(Item { path: path.to_owned(), place: Place::File })]
        }
        Ok(_) => vec![Err(Problem::new(path, "not a regular file"))],
    }
}

fn below(root: &Path) -> Vec<Result<Item, Problem>> {
    let real_root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    WalkDir::new(root)
        .max_depth(MAX_DEPTH)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !(is_hidden(entry) || is_page_folder(entry)))
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
        return cut.then(|| Err(Problem::new(entry.path(), "folders nested too deep to follow")));
    }
    let item = || Item { path: entry.path().to_owned(), place: Place::File };
    if kind.is_file() {
        return Some(Ok(item()));
    }
    if !kind.is_symlink() {
        return Some(Err(Problem::new(entry.path(), "not a regular file")));
    }
    Some(match fs::canonicalize(entry.path()) {
        Err(_) => Err(Problem::new(entry.path(), "a link that leads nowhere")),
        Ok(target) if !target.starts_with(root) => {
            Err(Problem::new(entry.path(), "a link that leads out of the library"))
        }
        Ok(target) if target.is_file() => Ok(item()),
        Ok(target) if target.is_dir() => {
            Err(Problem::new(entry.path(), "a link to a folder, which is not followed"))
        }
        Ok(_) => Err(Problem::new(entry.path(), "not a regular file")),
    })
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// The pictures and scripts that a browser saves in `page_files` beside `page.html`.
fn is_page_folder(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let is_page = |page: &str| {
        let beside = |end| entry.path().with_file_name(format!("{page}.{end}")).is_file();
        ["html", "htm", "xhtml"].into_iter().any(beside)
    };
    entry.file_type().is_dir() && page_of_folder(&name).any(is_page)
}

fn unreadable(error: &walkdir::Error, root: &Path) -> Problem {
    let path = error.path().unwrap_or(root);
    error.io_error().map_or_else(
        || Problem::new(path, "a loop of links"),
        |error| Problem::new(path, reason(error)),
    )
}

/// An I/O error in words to act on.
pub(super) fn reason(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "no such file or directory".into(),
        ErrorKind::PermissionDenied => "no permission to read it".into(),
        _ => {
            let text = error.to_string();
            let mut chars = text.chars();
            chars.next().map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
        }
    }
}
