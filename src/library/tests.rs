//! Libraries made on the spot.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::Command;
use std::sync::Arc;

use super::*;

fn names(problems: &[Problem]) -> Vec<(String, String)> {
    let name = |problem: &Problem| problem.path.file_name().unwrap().to_string_lossy().into_owned();
    problems.iter().map(|problem| (name(problem), problem.reason.to_string())).collect()
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
    assert_eq!(found, ["one.txt", "page.html"]);
    assert_eq!(entries[0].versions().len(), 2, "twin.txt is one.txt");
    assert_eq!(
        names(&problems),
        [
            ("dead.txt".into(), "a link that leads nowhere".into()),
            ("empty.txt".into(), "the file is empty".into()),
            ("out.txt".into(), "a link that leads out of the library".into()),
        ]
    );
}

#[test]
fn a_missing_path_is_a_problem() {
    let (entries, problems) = collect(Source::Paths(vec!["no/such/place".into()]));
    assert!(entries.is_empty());
    assert_eq!(names(&problems), [("place".into(), "no such file or directory".into())]);
}

#[test]
fn an_article_is_found_again_after_its_file_has_changed_around_it() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.md");
    fs::write(&path, "# Title\n\nThe words of the article.\n").unwrap();
    let (entries, _) = collect(Source::Directory(dir.path().to_owned()));
    fs::write(&path, "# Another title\n\nThe   words\nof the article.\n").unwrap();
    let article = open(&entries[0], Wish::default()).unwrap().article;
    assert_eq!((article.metadata.title.as_str(), &article.id), ("Another title", &entries[0].id));
    fs::write(&path, "# Title\n\nOther words.\n").unwrap();
    assert_eq!(
        open(&entries[0], Wish::default()).unwrap().article.text(),
        "Other words.",
        "what the file says now"
    );
    fs::write(&path, "").unwrap();
    assert_eq!(
        open(&entries[0], Wish::default()).unwrap_err().reason.to_string(),
        "the file is empty"
    );
    fs::remove_file(&path).unwrap();
    assert_eq!(
        open(&entries[0], Wish::default()).unwrap_err().reason.to_string(),
        "no such file or directory"
    );
}

#[test]
fn what_is_no_regular_file_is_told_and_not_waited_for() {
    let dir = tempfile::tempdir().unwrap();
    let fifo = dir.path().join("fifo.txt");
    assert!(Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    let _socket = UnixListener::bind(dir.path().join("socket")).unwrap();
    symlink(&fifo, dir.path().join("to-fifo.txt")).unwrap();
    fs::create_dir(dir.path().join("sub")).unwrap();
    symlink(dir.path().join("sub"), dir.path().join("to-sub")).unwrap();
    let (entries, problems) = collect(Source::Directory(dir.path().to_owned()));
    assert!(entries.is_empty());
    let irregular = || "not a regular file".to_owned();
    assert_eq!(
        names(&problems),
        [
            ("fifo.txt".into(), irregular()),
            ("socket".into(), irregular()),
            ("to-fifo.txt".into(), irregular()),
            ("to-sub".into(), "a link to a folder, which is not followed".into()),
        ]
    );
    let (_, problems) = collect(Source::Paths(vec![fifo]));
    assert_eq!(names(&problems), [("fifo.txt".into(), irregular())]);
}

#[test]
fn the_folder_of_a_saved_page_is_passed_over_in_any_language_and_no_other() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name);
    let article = "A title\n\nWords that are an article.\n";
    let pages = [("a.html", "a_files"), ("b.htm", "b-Dateien"), ("ج.html", "ج_fichiers")];
    for (page, folder) in pages {
        fs::write(path(page), format!("<title>{page}</title><p>Words of this page.</p>")).unwrap();
        fs::create_dir(path(folder)).unwrap();
        fs::write(path(folder).join("frame.html"), "<p>An advertisement.</p>").unwrap();
    }
    for folder in ["alone_files", "a-archive", "a"] {
        fs::create_dir(path(folder)).unwrap();
        fs::write(path(folder).join("kept.txt"), format!("{article}{folder}\n")).unwrap();
    }
    let (entries, problems) = collect(Source::Directory(dir.path().to_owned()));
    assert_eq!(problems, []);
    let below = |entry: &Arc<Entry>| {
        entry.item.path.strip_prefix(dir.path()).unwrap().to_string_lossy().into_owned()
    };
    let found: Vec<_> = entries.iter().map(below).collect();
    assert_eq!(
        found,
        ["a/kept.txt", "a-archive/kept.txt", "a.html", "alone_files/kept.txt", "b.htm", "ج.html"]
    );
}

#[test]
fn hidden_files_are_read_when_they_are_named() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join(".obsidian")).unwrap();
    let hidden = dir.path().join(".obsidian/note.md");
    fs::write(&hidden, "# Title\n\nWords.\n").unwrap();
    let found = |source| collect(source).0.len();
    assert_eq!(found(Source::Directory(dir.path().to_owned())), 0);
    assert_eq!(found(Source::Paths(vec![hidden])), 1);
    assert_eq!(found(Source::Directory(dir.path().join(".obsidian"))), 1);
}

#[test]
fn folders_nested_too_deep_are_told() {
    let dir = tempfile::tempdir().unwrap();
    let deep = dir.path().join(["d"; 70].join("/"));
    fs::create_dir_all(&deep).unwrap();
    fs::write(deep.join("lost.txt"), "Title\n\nWords.\n").unwrap();
    fs::write(dir.path().join("d/found.txt"), "Title\n\nWords.\n").unwrap();
    let (entries, problems) = collect(Source::Directory(dir.path().to_owned()));
    assert_eq!(entries.len(), 1);
    assert_eq!(names(&problems), [("d".into(), "folders nested too deep to follow".into())]);
}

#[test]
fn a_file_larger_than_any_article_is_not_read() {
    let dir = tempfile::tempdir().unwrap();
    let huge = fs::File::create(dir.path().join("huge.txt")).unwrap();
    huge.set_len((64 << 20) + 1).unwrap();
    let (_, problems) = collect(Source::Directory(dir.path().to_owned()));
    assert_eq!(names(&problems), [("huge.txt".into(), "larger than 64 MiB".into())]);
}

#[test]
fn names_need_not_be_unicode() {
    let dir = tempfile::tempdir().unwrap();
    let name = OsStr::from_bytes(b"caf\xe9.txt");
    fs::write(dir.path().join(name), "Title\n\nWords.\n").unwrap();
    let (entries, _) = collect(Source::Directory(dir.path().to_owned()));
    assert_eq!(entries[0].item.path.file_name(), Some(name));
    assert_eq!(open(&entries[0], Wish::default()).unwrap().article.text(), "Words.");
}

#[test]
fn the_samples_all_open() {
    let (entries, problems) = collect(Source::Samples);
    assert_eq!(problems, []);
    assert!(entries.len() >= 16, "{} samples", entries.len());
}

#[test]
fn what_lies_beside_articles_is_counted_and_is_no_problem() {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &str| {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    write("sea/feed/the-ferry.md", "# The ferry\n\nIt sails again from Monday.\n");
    write("sea/feed/picture.png", "\u{1}PNG");
    write(".later.toml", "read_later = [\"sea/feed/the-ferry.md\"]\n");
    write("notes.bin", "\0\0\0");
    let source = Source::Directory(dir.path().to_owned());
    assert_eq!(attachments(&source), 1);
    let (entries, problems) = collect(source);
    assert_eq!(problems.len(), 1, "{problems:?}");
    let [entry] = &entries[..] else { panic!("one article: {entries:?}") };
    assert_eq!((entry.metadata.title.as_str(), entry.given.bookmarked), ("The ferry", Some(true)));
    let article = open(entry, Wish::default()).unwrap().article;
    assert_eq!(
        (article.text().as_str(), article.given.bookmarked),
        ("It sails again from Monday.", Some(true))
    );
    let picture = Source::Paths(vec![dir.path().join("sea/feed/picture.png")]);
    assert_eq!(collect(picture).1.len(), 1, "what is named is read, or told why not");
}

#[test]
fn where_the_shown_version_is_gone_another_opens() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name);
    let text = "---\ntitle: T\nurl: https://example.org/a\n---\n\nThe words of the article.\n";
    fs::write(path("a.md"), text).unwrap();
    fs::write(path("b.txt"), "The words of the article.\n").unwrap();
    fs::write(path("c.csv"), "url,title,tags\nhttps://example.org/a,T,kept\n").unwrap();
    let (entries, _) = collect(Source::Directory(dir.path().to_owned()));
    let entry = entries.iter().find(|entry| entry.format == "markdown").unwrap();
    assert_eq!(entry.metadata.tags, ["kept"]);
    fs::remove_file(path("a.md")).unwrap();
    let part = open(entry, Wish::default()).unwrap();
    assert!(part.article.body.is_empty(), "the list's record, for want of the text");
    assert_eq!(part.article.metadata.title, "T");
    fs::remove_file(path("c.csv")).unwrap();
    let reason = open(entry, Wish::default()).unwrap_err().reason;
    assert_eq!(reason, Reason::Missing);
}
