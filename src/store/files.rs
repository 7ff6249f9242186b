//! Files and directories that nobody else may read, whatever the umask, and that nobody else has put
//! there.

use std::fs;
use std::fs::{DirBuilder, File, Metadata, OpenOptions, Permissions, TryLockError};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use rustix::fs::OFlags;
use rustix::process::geteuid;
use tempfile::NamedTempFile;

const PRIVATE_FILE: u32 = 0o600;
const PRIVATE_DIRECTORY: u32 = 0o700;

/// How long another program may take to write.
const HELD: Duration = Duration::from_secs(10);

/// Between these stand the names of files that are not whole yet.
const DRAFT: (&str, &str) = (".sahifa-", ".new");

/// Whether a file that is not there is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    Make,
    Refuse,
}

/// The same error, saying which file.
pub(super) fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// Makes a directory of ours, and those above it, unless it is there. It is ours alone.
pub(super) fn directory(path: &Path) -> io::Result<()> {
    let made = refuse_foreign_link(path).and_then(|()| match fs::metadata(path) {
        Ok(found) if found.is_dir() => close_to_others(path, &found),
        Ok(_) => Err(io::ErrorKind::NotADirectory.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => make_directory(path),
        Err(error) => Err(error),
    });
    made.map_err(|error| at(path, &error))
}

fn close_to_others(path: &Path, found: &Metadata) -> io::Result<()> {
    if found.mode() & 0o077 == 0 || found.uid() != geteuid().as_raw() {
        return Ok(());
    }
    fs::set_permissions(path, Permissions::from_mode(PRIVATE_DIRECTORY))
}

/// Each name is durable before something is put below it.
fn make_directory(path: &Path) -> io::Result<()> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    if !parent.try_exists()? {
        make_directory(parent)?;
    }
    match DirBuilder::new().mode(PRIVATE_DIRECTORY).create(path) {
        // Another process was first.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        Err(error) => Err(error),
        Ok(()) => {
            fs::set_permissions(path, Permissions::from_mode(PRIVATE_DIRECTORY))?;
            sync_directory(parent)
        }
    }
}

/// Opens a file to read.
pub(super) fn open_to_read(path: &Path) -> io::Result<File> {
    open(OpenOptions::new().read(true), path)
}

/// Opens a file to read and append, and locks it until it is closed.
pub(super) fn open_locked(path: &Path, missing: Missing) -> io::Result<File> {
    loop {
        let mut options = OpenOptions::new();
        options.read(true).append(true).create(missing == Missing::Make);
        let file = open(options.mode(PRIVATE_FILE), path)?;
        make_private(&file)?;
        lock(&file)?;
        // While waiting for the lock the file may have been removed or replaced.
        if is_at(&file, path)? {
            return Ok(file);
        }
    }
}

/// Makes a file to read and append, locked until it is closed; an error if there is one.
pub(super) fn create_locked(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    let file = open(options.read(true).append(true).create_new(true).mode(PRIVATE_FILE), path)?;
    make_private(&file)?;
    lock(&file)?;
    Ok(file)
}

/// Begins a file that is put in its place when it is whole; it is locked as long as it is written.
pub(super) fn draft(dir: &Path) -> io::Result<NamedTempFile> {
    let (prefix, suffix) = DRAFT;
    let file = tempfile::Builder::new().prefix(prefix).suffix(suffix).tempfile_in(dir)?;
    make_private(file.as_file())?;
    lock(file.as_file())?;
    Ok(file)
}

/// Removes the drafts that killed programs have left: those that nobody holds.
pub(super) fn sweep(dir: &Path) -> io::Result<()> {
    let (prefix, suffix) = DRAFT;
    for entry in fs::read_dir(dir)? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        let name = name.as_encoded_bytes();
        if name.starts_with(prefix.as_bytes()) && name.ends_with(suffix.as_bytes()) {
            remove_abandoned(&path)?;
        }
    }
    Ok(())
}

fn remove_abandoned(path: &Path) -> io::Result<()> {
    let removed = match open_to_read(path) {
        Ok(file) if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) => return Ok(()),
        Ok(_) => fs::remove_file(path),
        Err(error) => Err(error),
    };
    // Another program may have put it in its place, or swept it, meanwhile.
    removed.or_else(|error| match error.kind() {
        io::ErrorKind::NotFound => Ok(()),
        _ => Err(at(path, &error)),
    })
}

/// Makes a new name in a directory durable; some file systems know no such thing.
pub(super) fn sync_directory(path: &Path) -> io::Result<()> {
    match File::open(path)?.sync_all() {
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()),
        synced => synced,
    }
}

/// Takes away what the group and others may do.
fn make_private(file: &File) -> io::Result<()> {
    if file.metadata()?.mode() & 0o777 == PRIVATE_FILE {
        return Ok(());
    }
    file.set_permissions(Permissions::from_mode(PRIVATE_FILE))
}

/// A link is followed if it is the user's own; a device or a pipe is nothing to keep things in.
fn open(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    refuse_foreign_link(path)?;
    let mut flags = OFlags::NONBLOCK;
    if !fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink()) {
        // Nor is one that is put there at this moment.
        flags |= OFlags::NOFOLLOW;
    }
    let file = options.custom_flags(flags.bits().cast_signed()).open(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"));
    }
    Ok(file)
}

/// Whoever puts a link in place of a file of ours has us write elsewhere.
fn refuse_foreign_link(path: &Path) -> io::Result<()> {
    let is_foreign = |found: Metadata| found.is_symlink() && found.uid() != geteuid().as_raw();
    if fs::symlink_metadata(path).is_ok_and(is_foreign) {
        let reason = "a link that belongs to somebody else, which is not followed";
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, reason));
    }
    Ok(())
}

fn lock(file: &File) -> io::Result<()> {
    lock_within(file, HELD)
}

fn lock_within(file: &File, patience: Duration) -> io::Result<()> {
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) => return wait_for_lock(file.try_clone()?, patience),
            Err(TryLockError::Error(error)) => match error.kind() {
                io::ErrorKind::Interrupted => {}
                // Some network file systems have no locks; appending there is still one write.
                io::ErrorKind::Unsupported => return Ok(()),
                _ => return Err(error),
            },
        }
    }
}

/// Whoever holds the lock may have been stopped, and nobody knows for how long. The lock belongs to all
/// handles of the file together, and goes with the last of them.
fn wait_for_lock(file: File, patience: Duration) -> io::Result<()> {
    let (sender, locked) = channel();
    thread::Builder::new().spawn(move || {
        let mut result = file.lock();
        while result.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::Interrupted) {
            result = file.lock();
        }
        let _given_up = sender.send(result);
    })?;
    let reason = "another program has it locked and does not go on";
    let given_up = |_| Err(io::Error::new(io::ErrorKind::TimedOut, reason));
    locked.recv_timeout(patience).unwrap_or_else(given_up)
}

/// Whether a file still has this name.
pub(super) fn is_at(file: &File, path: &Path) -> io::Result<bool> {
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
    use std::os::unix::fs::symlink;
    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o777
    }

    fn open_made(path: &Path) -> io::Result<File> {
        open_locked(path, Missing::Make)
    }

    #[test]
    fn what_is_made_is_private() {
        let dir = tempfile::tempdir().unwrap();
        let inner = dir.path().join("a/b");
        directory(&inner).unwrap();
        assert_eq!((mode(&inner), mode(&dir.path().join("a"))), (0o700, 0o700));
        fs::set_permissions(&inner, Permissions::from_mode(0o755)).unwrap();
        directory(&inner).unwrap();
        assert_eq!(mode(&inner), 0o700);
        let file = inner.join("file");
        drop(open_made(&file).unwrap());
        assert_eq!(mode(&file), 0o600);
        fs::set_permissions(&file, Permissions::from_mode(0o644)).unwrap();
        drop(open_made(&file).unwrap());
        assert_eq!(mode(&file), 0o600);
        assert_eq!(mode(draft(&inner).unwrap().path()), 0o600);
    }

    #[test]
    fn a_file_removed_while_waiting_for_its_lock_is_not_written() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("file");
        let first = open_made(&path).unwrap();
        thread::scope(|scope| {
            let second = scope.spawn(|| open_made(&path).unwrap());
            thread::sleep(Duration::from_millis(100));
            fs::remove_file(&path).unwrap();
            drop(first);
            assert!(is_at(&second.join().unwrap(), &path).unwrap());
        });
    }

    #[test]
    fn who_holds_a_lock_for_ever_is_not_waited_for_and_leaves_it_to_others_in_the_end() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("file");
        let held = open_made(&path).unwrap();
        let other = File::open(&path).unwrap();
        let error = lock_within(&other, Duration::from_millis(20)).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        drop((held, other));
        // Nor does who has given up take it away from those who come later.
        assert!(open_made(&path).is_ok());
    }

    #[test]
    fn a_file_is_not_a_directory() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(directory(&file).is_err());
        assert!(directory(&file.join("below")).is_err());
    }

    #[test]
    fn a_pipe_is_not_waited_for() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("pipe");
        let mode = rustix::fs::Mode::from_raw_mode(0o600);
        rustix::fs::mknodat(rustix::fs::CWD, &path, rustix::fs::FileType::Fifo, mode, 0).unwrap();
        assert!(open_to_read(&path).is_err());
        assert!(open_made(&path).is_err());
    }

    #[test]
    fn own_links_are_followed_and_those_of_others_refused() {
        let dir = tempfile::tempdir().unwrap();
        let (target, link) = (dir.path().join("target"), dir.path().join("link"));
        fs::write(&target, "mine").unwrap();
        symlink(&target, &link).unwrap();
        assert!(open_made(&link).is_ok() && open_to_read(&link).is_ok());
        // Only root can give links away.
        if std::os::unix::fs::lchown(&link, Some(12345), None).is_ok() {
            for refused in [open_made(&link), open_to_read(&link)] {
                assert!(refused.unwrap_err().to_string().contains("somebody else"));
            }
            assert!(directory(&link).unwrap_err().to_string().contains("somebody else"));
        }
    }

    #[test]
    fn drafts_of_killed_programs_are_removed_and_no_other_file() {
        let dir = tempfile::tempdir().unwrap();
        let names = [".sahifa-abc.new", ".sahifa-abc", ".syncthing.a.jsonl.tmp", "a.jsonl"];
        for name in names {
            fs::write(dir.path().join(name), "").unwrap();
        }
        let held = draft(dir.path()).unwrap();
        sweep(dir.path()).unwrap();
        assert!(held.path().exists());
        let left = names.map(|name| dir.path().join(name).exists());
        assert_eq!(left, [false, true, true, true]);
    }
}
