//! The files of the cache as the system has them: read at a place without a map, and replaced as a
//! whole, so that a program killed at any moment leaves the old one or the new one.

use std::fs;
use std::fs::{DirBuilder, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::time::{Duration, SystemTime};

use tempfile::NamedTempFile;

/// Ends the names of files that are being written.
const UNFINISHED: &str = ".new";

/// Nothing is written for so long: what is older was left behind by a program that was killed.
const ABANDONED: Duration = Duration::from_secs(60 * 60);

/// Fills a buffer with what a file has at a place.
#[cfg(unix)]
pub(super) fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, buffer, at)
}

/// Fills a buffer with what a file has at a place.
#[cfg(windows)]
pub(super) fn read_at(file: &File, mut buffer: &mut [u8], mut at: u64) -> io::Result<()> {
    while !buffer.is_empty() {
        match std::os::windows::fs::FileExt::seek_read(file, buffer, at) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(read) => {
                buffer = buffer.get_mut(read..).unwrap_or_default();
                at += read as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// A file that will take the place of another.
#[derive(Debug)]
pub(super) struct Replacement {
    file: BufWriter<NamedTempFile>,
}

impl Replacement {
    /// Begins a file in a directory, which is made if it is not there. Nobody else may read either.
    pub(super) fn new(directory: &Path) -> io::Result<Self> {
        make_private(directory)?;
        sweep(directory);
        let file = tempfile::Builder::new().suffix(UNFINISHED).tempfile_in(directory)?;
        Ok(Self { file: BufWriter::with_capacity(1 << 16, file) })
    }

    /// Ends the file. It is no other's replacement before it is told to be.
    pub(super) fn finish(self) -> io::Result<Finished> {
        let file = self.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        Ok(Finished { file })
    }
}

/// A file that is whole, but not yet durable and in its place. Given up, it leaves nothing.
#[derive(Debug)]
pub(super) struct Finished {
    file: NamedTempFile,
}

impl Finished {
    /// The file for reading: it can be read whatever becomes of its name.
    pub(super) fn open(&self) -> io::Result<File> {
        self.file.as_file().try_clone()
    }

    /// Puts the file in its place, durably. To wait for the disk before that would be to wait for all that
    /// others have written meanwhile.
    pub(super) fn take_place(self, path: &Path) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        self.file.persist(path)?;
        path.parent().map_or(Ok(()), sync_directory)
    }
}

impl Write for Replacement {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

fn make_private(directory: &Path) -> io::Result<()> {
    if directory.is_dir() {
        return Ok(());
    }
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(directory)
}

/// Makes a new name in a directory durable; Windows knows no such thing.
fn sync_directory(directory: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(directory)?.sync_all() } else { Ok(()) }
}

/// Removes what killed programs left. What cannot be removed does no harm.
fn sweep(directory: &Path) {
    let is_abandoned = |file: &fs::DirEntry| {
        let is_unfinished = file.file_name().as_encoded_bytes().ends_with(UNFINISHED.as_bytes());
        let modified = file.metadata().and_then(|metadata| metadata.modified());
        let age = modified.map(|modified| SystemTime::now().duration_since(modified));
        is_unfinished && matches!(age, Ok(Ok(age)) if age > ABANDONED)
    };
    let files = fs::read_dir(directory).into_iter().flatten().flatten();
    for file in files.filter(is_abandoned) {
        let _harmless = fs::remove_file(file.path());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_takes_the_place_of_another_when_it_is_whole() {
        let home = tempfile::tempdir().unwrap();
        let (dir, path) = (home.path().join("a/b"), home.path().join("a/b/file"));
        let write = |text: &[u8]| {
            let mut file = Replacement::new(&dir).unwrap();
            file.write_all(text).unwrap();
            file
        };
        write(b"one").finish().unwrap().take_place(&path).unwrap();
        let two = write(b"two").finish().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"one");
        drop(write(b"lost"));
        drop(write(b"lost too").finish().unwrap());
        two.take_place(&path).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(&dir).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_made_is_private() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().unwrap();
        let (dir, path) = (home.path().join("cache"), home.path().join("cache/file"));
        Replacement::new(&dir).unwrap().finish().unwrap().take_place(&path).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&dir), mode(&path)), (0o700, 0o600));
    }

    #[test]
    fn what_killed_programs_left_is_removed_after_an_hour() {
        let dir = tempfile::tempdir().unwrap();
        let left = |name: &str, age: u64| {
            let file = File::create(dir.path().join(name)).unwrap();
            file.set_modified(SystemTime::now() - Duration::from_secs(age)).unwrap();
        };
        left("old.new", 7200);
        left("young.new", 60);
        left("old", 7200);
        drop(Replacement::new(dir.path()).unwrap());
        let mut names: Vec<_> =
            fs::read_dir(dir.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["old", "young.new"]);
    }
}
