//! Opening a file that others have put there. What it was when the library was walked may have changed:
//! so it is looked at once more when it is open, and opening waits for nobody. A pipe, a device or a socket
//! is refused, and a link leads where it leads now or nowhere.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

use super::Reason;

/// A file that is open, and what is known of it.
pub(super) fn open(path: &Path) -> Result<(File, Metadata), Reason> {
    let file = followed(path).map_err(|error| Reason::from(&error))?;
    let metadata = file.metadata().map_err(|error| Reason::from(&error))?;
    if metadata.is_file() { Ok((file, metadata)) } else { Err(Reason::NotRegular) }
}

/// A link that the walk, or the user, has let through is followed to its end, and no further from there.
#[cfg(unix)]
fn followed(path: &Path) -> io::Result<File> {
    match open_itself(path) {
        Err(error) if is_link(&error) => open_itself(&path.canonicalize()?),
        opened => opened,
    }
}

#[cfg(unix)]
fn open_itself(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags, open};
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NOCTTY;
    let careful = OFlags::NOFOLLOW | OFlags::NONBLOCK;
    let opened = rustix::io::retry_on_intr(|| open(path, flags.union(careful), Mode::empty()));
    Ok(opened?.into())
}

/// Whether opening failed because it is a link: the systems do not agree on the number.
#[cfg(unix)]
fn is_link(error: &io::Error) -> bool {
    use rustix::io::Errno;
    let link = [Errno::LOOP, Errno::MLINK].map(Errno::raw_os_error);
    error.raw_os_error().is_some_and(|number| link.contains(&number))
}

#[cfg(not(unix))]
fn followed(path: &Path) -> io::Result<File> {
    File::open(path)
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use super::*;

    #[test]
    fn what_is_no_regular_file_is_refused_and_nobody_waits_for_it() {
        let dir = tempfile::tempdir().unwrap();
        let pipe = dir.path().join("pipe");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let link = dir.path().join("link");
        symlink("/dev/zero", &link).unwrap();
        for path in [&pipe, &link, Path::new("/dev/zero"), dir.path()] {
            assert_eq!(open(path).unwrap_err(), Reason::NotRegular, "{}", path.display());
        }
        assert_eq!(open(&dir.path().join("none")).unwrap_err(), Reason::Missing);
    }

    #[test]
    fn a_link_leads_to_its_file_and_a_loop_nowhere() {
        let dir = tempfile::tempdir().unwrap();
        let [file, link, round] = ["file", "link", "round"].map(|name| dir.path().join(name));
        fs::write(&file, "words").unwrap();
        symlink(&file, &link).unwrap();
        symlink(&round, &round).unwrap();
        assert_eq!(open(&link).unwrap().1.len(), 5);
        assert_eq!(open(&round).unwrap_err(), Reason::LinkLoop);
    }
}
