//! A file that texts are moved to as they come: a segment in the making. Until it is complete it has a
//! temporary name, and a lock tells others that it is not left over.

use std::fs::File;
use std::io;
use std::io::Seek;
use std::io::SeekFrom;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use tempfile::Builder;
use tempfile::NamedTempFile;
use tempfile::TempPath;

use super::bytes::damage;
use super::bytes::to_u32;
use super::file::HEADER;
use super::keep::random;
use super::note::Note;
use super::segment;
use super::texts::Texts;

/// What the names of unfinished files start with.
pub(super) const UNFINISHED: &str = "unfinished-";

/// An unfinished segment.
#[derive(Debug)]
pub(super) struct Spill {
    pub(super) file: NamedTempFile,
    /// The same, for readers.
    shared: Arc<File>,
    /// By what its segment will be named.
    pub(super) id: u64,
    /// The number of its first text.
    first: u32,
    /// How many texts there are.
    count: u32,
    pub(super) length: u64,
}

impl Spill {
    /// A new one, private, whose first text will have this number.
    pub(super) fn new(dir: &Path, first: u32) -> io::Result<Self> {
        let (mut file, id) = unfinished(dir)?;
        let shared = file.reopen()?;
        share(&shared)?;
        file.write_all(&[0; HEADER])?;
        Ok(Self { file, shared: Arc::new(shared), id, first, count: 0, length: HEADER as u64 })
    }

    /// One that another process has left, without any of its texts. It may have got the name of its segment
    /// and have come no further.
    pub(super) fn left(dir: &Path, id: u64, first: u32) -> io::Result<Self> {
        let names = [name(id), segment::name(id)].map(|name| dir.join(name));
        let path = names.into_iter().find(|path| path.exists()).ok_or_else(damage)?;
        let file = File::options().read(true).write(true).open(&path)?;
        // Whoever reads it, or is about to remove it, has it locked.
        file.try_lock()?;
        file.unlock()?;
        share(&file)?;
        let mut file = NamedTempFile::from_parts(file, TempPath::try_from_path(path)?);
        file.disable_cleanup(true);
        let shared = file.reopen()?;
        share(&shared)?;
        Ok(Self { file, shared: Arc::new(shared), id, first, count: 0, length: HEADER as u64 })
    }

    /// Writes texts that are in memory; returns the same in the file.
    pub(super) fn take(&mut self, texts: &Texts) -> io::Result<Texts> {
        let start = self.length;
        let bytes = texts.in_memory();
        // There may have been no room for all of what was to be written before.
        self.file.seek(SeekFrom::Start(start))?;
        self.file.write_all(bytes)?;
        self.length += bytes.len() as u64;
        self.count += to_u32(texts.count())?;
        Ok(texts.moved(Arc::clone(&self.shared), start))
    }

    /// The next texts that are in the file already, if they are whole.
    pub(super) fn take_up(&mut self, note: &Note) -> io::Result<Texts> {
        let texts = Texts::noted(note, (Arc::clone(&self.shared), self.length))?;
        self.length += texts.length();
        self.count += to_u32(texts.count())?;
        Ok(texts)
    }

    /// Cuts off what is not texts that have been taken.
    pub(super) fn cut(&self) -> io::Result<()> {
        self.file.as_file().set_len(self.length)
    }

    /// Lets the file stay when the process ends.
    pub(super) fn stay(&mut self) {
        self.file.disable_cleanup(true);
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

/// A new file under a temporary name, private, that nobody takes for left over; and the number in its name.
pub(super) fn unfinished(dir: &Path) -> io::Result<(NamedTempFile, u64)> {
    for _ in 0..TRIES {
        // Never the same again: who is about to remove the one before does so by its name.
        let id = random();
        let file = Builder::new().prefix(&name(id)).rand_bytes(0).tempfile_in(dir)?;
        share(file.as_file())?;
        // Another process may have looked at it before it was locked.
        if file.path().try_exists()? {
            return Ok((file, id));
        }
    }
    Err(io::ErrorKind::NotFound.into())
}

fn name(id: u64) -> String {
    format!("{UNFINISHED}{id:016x}")
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
                let (file, _) = unfinished(dir.path()).unwrap();
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
