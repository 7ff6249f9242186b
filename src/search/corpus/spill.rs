//! A file that texts are moved to as they come: a segment in the making. Until it is complete it has a
//! temporary name, and a lock tells others that it is not left over.

use std::fs::File;
use std::io;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use tempfile::Builder;
use tempfile::NamedTempFile;

use super::bytes::to_u32;
use super::file::HEADER;
use super::texts::Texts;

/// What the names of unfinished files start with.
pub(super) const UNFINISHED: &str = "unfinished-";

/// An unfinished segment.
#[derive(Debug)]
pub(super) struct Spill {
    pub(super) file: NamedTempFile,
    /// The same, for readers.
    shared: Arc<File>,
    /// The number of its first text.
    first: u32,
    /// How many texts there are.
    count: u32,
    pub(super) length: u64,
}

impl Spill {
    /// A new one, private, whose first text will have this number.
    pub(super) fn new(dir: &Path, first: u32) -> io::Result<Self> {
        let mut file = unfinished(dir)?;
        let shared = file.reopen()?;
        share(&shared)?;
        file.write_all(&[0; HEADER])?;
        Ok(Self { file, shared: Arc::new(shared), first, count: 0, length: HEADER as u64 })
    }

    /// Writes texts that are in memory; returns the same in the file.
    pub(super) fn take(&mut self, texts: &Texts) -> io::Result<Texts> {
        let start = self.length;
        let bytes = texts.in_memory();
        self.file.write_all(bytes)?;
        self.length += bytes.len() as u64;
        self.count += to_u32(texts.count())?;
        Ok(texts.moved(Arc::clone(&self.shared), start))
    }

    /// Whether it has the text with this number.
    pub(super) fn has(&self, number: u32) -> bool {
        number.checked_sub(self.first).is_some_and(|at| at < self.count)
    }

    /// To read it.
    pub(super) fn shared(&self) -> io::Result<File> {
        let shared = self.file.reopen()?;
        share(&shared)?;
        Ok(shared)
    }
}

/// How often a file is begun anew that was taken for left over before it was locked.
const TRIES: u32 = 16;

/// A new file under a temporary name, private, that nobody takes for left over.
pub(super) fn unfinished(dir: &Path) -> io::Result<NamedTempFile> {
    for _ in 0..TRIES {
        let file = Builder::new().prefix(UNFINISHED).tempfile_in(dir)?;
        share(file.as_file())?;
        // Another process may have looked at it before it was locked.
        if file.path().try_exists()? {
            return Ok(file);
        }
    }
    Err(io::ErrorKind::NotFound.into())
}

/// Tells other processes, where the file system can, that a file is in use.
pub(super) fn share(file: &File) -> io::Result<()> {
    match file.lock_shared() {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(()),
        locked => locked,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;
    use std::sync::atomic::Ordering;
    use std::thread;

    use super::super::manifest::clear_unfinished;
    use super::*;

    #[test]
    fn what_is_begun_is_not_taken_for_left_over() {
        let dir = tempfile::tempdir().unwrap();
        let is_over = AtomicBool::new(false);
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    while !is_over.load(Ordering::Relaxed) {
                        clear_unfinished(dir.path());
                    }
                });
            }
            for _ in 0..2000 {
                let file = unfinished(dir.path()).unwrap();
                thread::yield_now();
                assert!(file.path().exists());
            }
            is_over.store(true, Ordering::Relaxed);
        });
        std::fs::write(dir.path().join("unfinished-left"), "").unwrap();
        clear_unfinished(dir.path());
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    }
}
