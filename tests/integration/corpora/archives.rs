//! Odd and broken archives: each gives articles or reasons, and soon.

use std::fs;
use std::time::{Duration, Instant};

use sahifa::format;
use sahifa::format::{File, Reading};

use super::folder;

const ZIPS: &str = "../shared/corpora/zip/tests/data";

/// How many of them give an article; most hold none.
const READ: usize = 10;

#[test]
fn no_archive_is_a_panic_a_wait_or_a_silence() {
    let Some(mut files) = folder(ZIPS) else { return };
    files.extend(folder("../shared/corpora/zip/tests/data/legacy").unwrap_or_default());
    files.retain(|file| file.extension().is_some_and(|end| end == "zip"));
    let mut read = 0;
    for path in &files {
        let bytes = fs::read(path).expect("an archive");
        let name = path.file_name().expect("a name").to_string_lossy();
        let start = Instant::now();
        let found = format::read(&File::new(&name, &bytes));
        assert!(start.elapsed() < Duration::from_secs(20), "{name}: {:?}", start.elapsed());
        match found {
            Ok(Reading { parts, failures }) => {
                assert!(!parts.is_empty() || !failures.is_empty(), "{name}: silence");
                read += usize::from(!parts.is_empty());
                let members: Vec<_> = parts.iter().map(|part| part.member.as_deref()).collect();
                let reasons: Vec<_> = failures
                    .iter()
                    .map(|failure| format!("{}: {}", failure.place, failure.error))
                    .collect();
                println!("{name}: {} articles {members:?}; {reasons:?}", parts.len());
            }
            Err(error) => println!("{name}: {error}"),
        }
    }
    println!("{} archives, {read} of them with an article", files.len());
    assert!(read >= READ, "{read}");
}
