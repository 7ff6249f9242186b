//! Files made to break readers: each gives articles or a reason, soon, and none makes the program
//! give up.

use std::fs;
use std::panic;
use std::path::PathBuf;
use std::time::Duration;
use std::time::Instant;

use sahifa::format;
use sahifa::format::File;

const FOLDERS: &[&str] = &["json", "naughty-strings", "html5lib", "zip", "mail", "news-industry"];

/// No file may take longer, in a build without optimisation that shares its machine; two seconds in
/// one that is optimised.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 15 } else { 2 });

#[test]
fn every_hostile_file_gives_articles_or_a_reason() {
    for name in FOLDERS {
        let (mut read, mut refused, mut longest) = (0, 0, Duration::ZERO);
        for path in files(&format!("../shared/corpora/{name}")) {
            let Ok(bytes) = fs::read(&path) else { continue };
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let start = Instant::now();
            let reading = panic::catch_unwind(|| format::read(&File::new(&name, &bytes)));
            longest = longest.max(start.elapsed());
            match reading {
                Ok(Ok(reading)) if reading.parts.is_empty() && reading.failures.is_empty() => {
                    panic!("{}: lost without a word", path.display());
                }
                Ok(Ok(_)) => read += 1,
                Ok(Err(error)) => {
                    refused += 1;
                    assert!(!error.to_string().is_empty(), "{}", path.display());
                }
                Err(_) => panic!("{}: a panic", path.display()),
            }
        }
        println!("{name}: {read} read, {refused} refused, at most {longest:?}");
        assert!(longest < LONGEST, "{name}: {longest:?}");
    }
}

fn files(folder: &str) -> Vec<PathBuf> {
    let paths = super::folder(folder).unwrap_or_default();
    let deep = |path: PathBuf| match path.is_dir() {
        true => files(&path.to_string_lossy()),
        false => vec![path],
    };
    paths.into_iter().flat_map(deep).collect()
}
