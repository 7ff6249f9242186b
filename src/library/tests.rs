//! Libraries made on the spot.

use std::fs;
use std::os::unix::fs::symlink;

use super::*;

fn names(problems: &[Problem]) -> Vec<(String, &str)> {
    let name = |problem: &Problem| problem.path.file_name().unwrap().to_string_lossy().into_owned();
    problems.iter().map(|problem| (name(problem), problem.reason.as_str())).collect()
}

#[test]
fn every_file_is_an_entry_or_a_problem() {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(dir.path().join(name), bytes).unwrap();
    write("one.txt", b"A headline\n\nA paragraph of text that is long enough to be one.\n");
    write("empty.txt", b" \n");
    write(".hidden", b"x");
    write(
        "page.html",
        b"<html><title>A page</title><body><p>Some text in a paragraph.</p></body></html>",
    );
    fs::create_dir(dir.path().join("page_files")).unwrap();
    write("page_files/style.css", b"p {}");
    symlink("/etc/hostname", dir.path().join("out.txt")).unwrap();
    symlink("nowhere", dir.path().join("dead.txt")).unwrap();
    symlink(dir.path().join("one.txt"), dir.path().join("twin.txt")).unwrap();
    let (entries, problems) = collect(Source::Directory(dir.path().to_owned()));
    let found: Vec<_> = entries.iter().map(|entry| entry.item.path.file_name().unwrap()).collect();
    assert_eq!(found, ["one.txt", "page.html", "twin.txt"]);
    assert_eq!(
        names(&problems),
        [
            ("dead.txt".into(), "a link that leads nowhere"),
            ("empty.txt".into(), "the file is empty"),
            ("out.txt".into(), "a link that leads out of the library"),
        ]
    );
}

#[test]
fn a_missing_path_is_a_problem() {
    let (entries, problems) = collect(Source::Paths(vec!["no/such/place".into()]));
    assert!(entries.is_empty());
    assert_eq!(names(&problems), [("place".into(), "no such file or directory")]);
}

#[test]
fn an_article_is_found_again_after_its_file_has_changed_around_it() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.md");
    fs::write(&path, "# Title\n\nThe words of the article.\n").unwrap();
    let (entries, _) = collect(Source::Directory(dir.path().to_owned()));
    fs::remove_file(&path).unwrap();
    let error = open(&entries[0]).unwrap_err();
    assert_eq!(error.reason, "no such file or directory");
}

#[test]
fn the_samples_all_open() {
    let (entries, problems) = collect(Source::Samples);
    assert_eq!(problems, []);
    assert!(entries.len() >= 16, "{} samples", entries.len());
}
