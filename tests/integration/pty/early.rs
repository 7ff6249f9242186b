//! Who leaves, or is killed, while a library is read for the first time: the next start goes on from there, and
//! comes to the same list.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::SystemTime;

use super::*;

const ARTICLES: usize = 1500;

/// A library whose files are old enough to be known again.
fn library(dir: &Path) -> PathBuf {
    let library = dir.join("library");
    fs::create_dir(&library).unwrap();
    for number in 0..ARTICLES {
        let words = |at: usize| format!("word{} ", (number * 31 + at * 7) % 997);
        let text: String = (0..200).map(words).collect();
        let path = library.join(format!("{number}.txt"));
        fs::write(&path, format!("T{number}\n\nOf {number}. {text}\n")).unwrap();
        let file = fs::File::options().write(true).open(path).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000)).unwrap();
    }
    library
}

fn reader(dir: &Path) -> Terminal {
    let mut command = CommandBuilder::new(PROGRAM);
    command.args(["--cache".into(), dir.join("cache"), dir.join("library")]);
    Terminal::run(command, &dir.join("state"), (30, 100))
}

#[test]
fn a_first_reading_that_is_left_or_killed_is_gone_on_with() {
    let dir = tempfile::tempdir().unwrap();
    let source = Source::Directory(library(dir.path()));
    let cache = dir.path().join("cache");
    for (number, pause) in [5, 100, 30, 200, 0, 60].into_iter().enumerate() {
        let mut reader = reader(dir.path());
        reader.shows_text("articles");
        thread::sleep(Duration::from_millis(pause));
        if number % 2 == 0 {
            reader.child.kill().unwrap();
        } else {
            reader.type_keys("q");
        }
        reader.ends();
    }
    let mut reader = reader(dir.path());
    reader.shows_text(&format!("{ARTICLES} articles"));
    let titles = |entries: &[Arc<library::Entry>]| -> BTreeSet<String> {
        entries.iter().map(|entry| entry.metadata.title.clone()).collect()
    };
    let written = || {
        let shelf = library::Kept::new(&source, &cache).shelf()?;
        let numbers = 0..u32::try_from(shelf.end()).unwrap();
        Some(numbers.filter_map(|number| shelf.entry(number)).collect::<Vec<_>>())
    };
    assert!(eventually(|| written().is_some()), "it was never written down");
    assert_eq!(titles(&written().unwrap()), titles(&library::collect(source.clone()).0));
    reader.type_keys("q");
    assert_eq!(reader.ends(), 0);
}
