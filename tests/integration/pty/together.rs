//! Several readers and a command on one library at once, with one cache that is not there yet, damaged, or
//! not to be written: each comes to its list, and none waits for another.

use std::path::PathBuf;

use super::*;

const ARTICLES: usize = 60;

/// A library with a cache and a state beside it.
struct Place {
    dir: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let library = dir.path().join("library");
        fs::create_dir(&library).unwrap();
        for number in 0..ARTICLES {
            let words = |at: usize| format!("word{} ", (number * 31 + at * 7) % 997);
            let text: String = (0..60).map(words).collect();
            fs::write(library.join(format!("{number}.txt")), format!("T{number}\n\n{text}\n"))
                .unwrap();
        }
        Self { dir }
    }

    fn cache(&self) -> PathBuf {
        self.dir.path().join("cache")
    }

    fn reader(&self) -> Terminal {
        let mut command = CommandBuilder::new("/bin/sh");
        // What may not be written for its size is an error, not the end.
        let limit = if self.dir.path().join("full").exists() { "ulimit -f 0;" } else { "" };
        command
            .args(["-c", &format!("trap '' XFSZ; {limit} exec '{PROGRAM}' --cache \"$0\" \"$1\"")]);
        command.args([self.cache(), self.dir.path().join("library")]);
        Terminal::run(command, &self.dir.path().join("state"), (30, 100))
    }

    /// Readers that start together, and a listing while they do.
    #[track_caller]
    fn all_come(&self) {
        let mut readers = [self.reader(), self.reader(), self.reader()];
        let mut list = Command::new(PROGRAM);
        list.arg("--cache").arg(self.cache()).arg("--state").arg(self.dir.path().join("state"));
        let list = list.arg("list").arg(self.dir.path().join("library")).output().unwrap();
        let listed = String::from_utf8_lossy(&list.stdout).lines().count();
        assert_eq!((list.status.success(), listed), (true, ARTICLES));
        for reader in &readers {
            reader.shows_text("60 articles");
            assert!(!reader.contents().contains("problem"), "{}", reader.contents());
        }
        for reader in &mut readers {
            reader.type_keys("q");
            assert_eq!(reader.ends(), 0);
        }
    }

    fn files(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.cache()).into_iter().flatten();
        let paths = entries.map(|entry| entry.unwrap().path());
        let inside = |path: PathBuf| match fs::read_dir(&path) {
            Ok(entries) => entries.map(|entry| entry.unwrap().path()).collect(),
            Err(_) => vec![path],
        };
        paths.flat_map(inside).collect()
    }
}

#[test]
fn readers_that_start_together_come_to_their_lists_whatever_the_cache_is() {
    let place = Place::new();
    place.all_come();
    assert!(!place.files().is_empty(), "the cache was written");
    place.all_come();
    for damage in [&b""[..], b"not a cache"] {
        place.files().iter().for_each(|path| fs::write(path, damage).unwrap());
        place.all_come();
    }
    fs::remove_dir_all(place.cache()).unwrap();
    fs::write(place.cache(), "").unwrap();
    place.all_come();
    fs::remove_file(place.cache()).unwrap();
    fs::write(place.dir.path().join("full"), "").unwrap();
    place.all_come();
}
