//! Files and directories that nobody else may read, whatever the umask.

use std::fs;
use std::fs::{DirBuilder, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

const PRIVATE_FILE: u32 = 0o600;
const PRIVATE_DIRECTORY: u32 = 0o700;

/// The same error, saying which file.
pub(super) fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// Makes a directory, and those above it, unless it is there.
pub(super) fn directory(path: &Path) -> io::Result<()> {
    let made = match fs::metadata(path) {
        Ok(found) if found.is_dir() => Ok(()),
        Ok(_) => Err(io::ErrorKind::NotADirectory.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => make_directory(path),
        Err(error) => Err(error),
    };
    made.map_err(|error| at(path, &error))
}

fn make_directory(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(PRIVATE_DIRECTORY).create(path)?;
    fs::set_permissions(path, Permissions::from_mode(PRIVATE_DIRECTORY))
}

/// Opens a file to read and append, and locks it until it is closed. It is made if it is not there.
pub(super) fn open_locked(path: &Path) -> io::Result<File> {
    loop {
        let file = open(OpenOptions::new().create(true), path)?;
        lock(&file)?;
        // While waiting for the lock the file may have been removed or replaced.
        if is_at(&file, path)? {
            return Ok(file);
        }
    }
}

/// Makes a file to read and append, locked until it is closed; an error if there is one.
pub(super) fn create_locked(path: &Path) -> io::Result<File> {
    let file = open(OpenOptions::new().create_new(true), path)?;
    lock(&file)?;
    Ok(file)
}

/// Makes a new name in a directory durable.
pub(super) fn sync_directory(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// Takes away what the group and others may do.
pub(super) fn make_private(file: &File) -> io::Result<()> {
    if file.metadata()?.mode() & 0o777 == PRIVATE_FILE {
        return Ok(());
    }
    file.set_permissions(Permissions::from_mode(PRIVATE_FILE))
}

fn open(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    let file = options.read(true).append(true).mode(PRIVATE_FILE).open(path)?;
    make_private(&file)?;
    Ok(file)
}

fn lock(file: &File) -> io::Result<()> {
    loop {
        match file.lock() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // Some network file systems have no locks; appending there is still one write.
            Err(error) if error.kind() == io::ErrorKind::Unsupported => return Ok(()),
            locked => return locked,
        }
    }
}

fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    let open = file.metadata()?;
    match fs::metadata(path) {
        Ok(found) => Ok((found.dev(), found.ino()) == (open.dev(), open.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;
    use std::time::Duration;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o777
    }

    #[test]
    fn what_is_made_is_private() {
        let dir = tempfile::tempdir().unwrap();
        let inner = dir.path().join("a/b");
        directory(&inner).unwrap();
        assert_eq!(mode(&inner), 0o700);
        let file = inner.join("file");
        drop(open_locked(&file).unwrap());
        assert_eq!(mode(&file), 0o600);
        fs::set_permissions(&file, Permissions::from_mode(0o644)).unwrap();
        drop(open_locked(&file).unwrap());
        assert_eq!(mode(&file), 0o600);
    }

    #[test]
    fn a_file_removed_while_waiting_for_its_lock_is_not_written() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("file");
        let first = open_locked(&path).unwrap();
        thread::scope(|scope| {
            let second = scope.spawn(|| open_locked(&path).unwrap());
            thread::sleep(Duration::from_millis(100));
            fs::remove_file(&path).unwrap();
            drop(first);
            assert!(is_at(&second.join().unwrap(), &path).unwrap());
        });
    }

    #[test]
    fn a_file_is_not_a_directory() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(directory(&file).is_err());
        assert!(directory(&file.join("below")).is_err());
    }
}
