//! A scan sees what reading the library would, and tells what has changed since.

use std::collections::BTreeSet;
use std::time::Duration;

use tempfile::TempDir;

use super::*;
use crate::library::{Base, Draft, Source, items};

fn library(files: &[&str]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    files.iter().for_each(|file| write(dir.path(), file, "A title\n\nWords.\n", 100));
    dir
}

/// Writes a file that was last changed so many seconds ago.
fn write(root: &Path, file: &str, text: &str, age: u64) {
    let path = root.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_modified(SystemTime::now() - Duration::from_secs(age)).unwrap();
}

/// What a cache would know of files that were seen.
fn known(root: &Path, scan: &Scan) -> Files {
    let cache = tempfile::tempdir().unwrap();
    let mut files: Vec<_> =
        scan.changed.iter().map(|seen| (seen.item.path.as_path(), seen.stamp)).collect();
    files.sort_by_key(|(path, _)| *path);
    let draft = Draft::new(cache.path(), root).unwrap();
    draft.finish(files, [], 0).unwrap().take_place().unwrap();
    Base::open(cache.path(), root).unwrap().files().unwrap()
}

fn names(root: &Path, scan: &Scan) -> Vec<String> {
    let name = |seen: &Seen| seen.item.path.strip_prefix(root).unwrap().display().to_string();
    scan.changed.iter().map(name).collect()
}

#[test]
fn what_is_seen_is_what_would_be_read() {
    let files =
        ["a.txt", "b/c.md", "b/d/e.html", "b/d/e_files/x.html", "b/p.png", ".git/x.md", "ب/خ.txt"];
    let dir = library(&files);
    let root = dir.path();
    fs::create_dir(root.join("empty")).unwrap();
    #[cfg(unix)]
    for (to, link) in [("a.txt", "b/link"), ("gone", "dead"), ("/", "out"), ("b", "folder")] {
        std::os::unix::fs::symlink(root.join(to), root.join(link)).unwrap();
    }
    let deep = root.join(vec!["d"; 70].join("/"));
    fs::create_dir_all(deep).unwrap();
    for root in [root, Path::new("tests/fixtures/library")] {
        let scan = scan(root, &Files::default());
        let (items, problems): (Vec<_>, Vec<_>) =
            items(&Source::Directory(root.to_owned())).into_iter().partition(Result::is_ok);
        let items: Vec<_> = items.into_iter().flatten().collect();
        assert!(items.is_sorted_by_key(|item| &item.path) && !items.is_empty());
        let seen: BTreeSet<_> = scan.changed.iter().map(|seen| &seen.item.path).collect();
        assert_eq!(seen, items.iter().map(|item| &item.path).collect());
        assert_eq!(scan.changed.len(), items.len());
        let problems: Vec<_> = problems.into_iter().filter_map(Result::err).collect();
        assert_eq!(scan.problems, problems);
    }
}

#[test]
fn a_library_that_is_not_there_is_a_problem() {
    let scan = scan(Path::new("/no/such/library"), &Files::default());
    assert_eq!(scan.problems, [Problem::new("/no/such/library", super::super::Reason::Missing)]);
}

#[test]
fn only_what_has_changed_is_told() {
    let dir = library(&["a.txt", "b/c.txt", "b/d.txt", "e/f.txt", "g.txt"]);
    let root = dir.path();
    let files = known(root, &scan(root, &Files::default()));
    let still = scan(root, &files);
    assert_eq!((still.unchanged, still.changed.len(), still.gone.len()), (5, 0, 0));
    write(root, "a.txt", "A title\n\nWords.\n", 50);
    write(root, "b/c.txt", "Longer than before\n\nWords.\n", 100);
    write(root, "b/new.txt", "New\n\nWords.\n", 10);
    fs::rename(root.join("g.txt"), root.join("e/g.txt")).unwrap();
    fs::remove_file(root.join("e/f.txt")).unwrap();
    let now = scan(root, &files);
    assert_eq!(names(root, &now), ["b/new.txt", "a.txt", "b/c.txt", "e/g.txt"]);
    let number = |path: &str| files.get(Path::new(path)).unwrap().number;
    let numbers: Vec<_> = now.changed.iter().map(|seen| seen.known).collect();
    assert_eq!(numbers, [None, Some(number("a.txt")), Some(number("b/c.txt")), None]);
    assert_eq!(now.gone, [number("e/f.txt"), number("g.txt")]);
    assert_eq!(now.unchanged, 1);
}

#[test]
fn a_folder_that_goes_takes_its_files_along() {
    let dir = library(&["a.txt", "b/c.txt", "b/d/e.txt"]);
    let files = known(dir.path(), &scan(dir.path(), &Files::default()));
    fs::remove_dir_all(dir.path().join("b")).unwrap();
    let now = scan(dir.path(), &files);
    assert_eq!((now.unchanged, now.gone), (1, vec![1, 2]));
}

#[test]
fn what_was_changed_just_before_the_scan_is_read_again() {
    let dir = library(&[]);
    write(dir.path(), "a.txt", "A title\n\nWords.\n", 0);
    let files = known(dir.path(), &scan(dir.path(), &Files::default()));
    assert_eq!(names(dir.path(), &scan(dir.path(), &files)), ["a.txt"]);
}

#[cfg(unix)]
#[test]
fn a_link_is_as_new_as_the_file_that_it_leads_to() {
    let dir = library(&["a.txt"]);
    std::os::unix::fs::symlink(dir.path().join("a.txt"), dir.path().join("b")).unwrap();
    let files = known(dir.path(), &scan(dir.path(), &Files::default()));
    assert_eq!(scan(dir.path(), &files).unchanged, 2);
    write(dir.path(), "a.txt", "Another\n\nWords, more.\n", 100);
    assert_eq!(scan(dir.path(), &files).changed.len(), 2);
}
