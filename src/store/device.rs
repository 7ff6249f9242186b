//! The name of this device: drawn once, kept in the file `device`, the name of its journal.

use std::collections::hash_map::RandomState;
use std::fmt;
use std::fs;
use std::hash::BuildHasher;
use std::io;
use std::io::Write;
use std::path::Path;
use std::process;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::files;

/// Eight hexadecimal digits, drawn at random.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceId(u32);

impl DeviceId {
    /// A new name. The standard library draws its hash keys from the system's random numbers.
    #[must_use]
    pub fn random() -> Self {
        let drawn = RandomState::new().hash_one((process::id(), Timestamp::now().as_nanosecond()));
        let [a, b, c, d, ..] = drawn.to_be_bytes();
        Self(u32::from_be_bytes([a, b, c, d]))
    }

    fn parse(digits: &str) -> Option<Self> {
        let is_hex = digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        u32::from_str_radix(digits, 16).ok().filter(|_| is_hex).map(Self)
    }
}

impl fmt::Display for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

impl Serialize for DeviceId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DeviceId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = String::deserialize(deserializer)?;
        Self::parse(&digits).ok_or_else(|| serde::de::Error::custom("not a device's name"))
    }
}

/// The name of the device whose state is in `dir`, drawn now if it has none.
pub(super) fn of(dir: &Path) -> io::Result<DeviceId> {
    let path = dir.join("device");
    let text = match fs::read_to_string(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            draw(dir, &path).and_then(|()| fs::read_to_string(&path))
        }
        read => read,
    };
    let text = text.map_err(|error| files::at(&path, &error))?;
    DeviceId::parse(text.trim()).ok_or_else(|| {
        let reason = "not a device's name; remove the file to draw another";
        files::at(&path, &io::Error::new(io::ErrorKind::InvalidData, reason))
    })
}

/// Written whole under another name and then put in place, unless another process was first: either
/// way the file then holds the one name that both use.
fn draw(dir: &Path, path: &Path) -> io::Result<()> {
    let mut file = tempfile::Builder::new().prefix(".device-").tempfile_in(dir)?;
    files::make_private(file.as_file())?;
    writeln!(file, "{}", DeviceId::random())?;
    file.as_file().sync_all()?;
    match file.persist_noclobber(path) {
        Err(lost) if lost.error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(lost) => Err(lost.error),
        Ok(_) => files::sync_directory(dir),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn racing_processes_agree() {
        let dir = tempfile::tempdir().unwrap();
        let names: Vec<_> = thread::scope(|scope| {
            let racers: Vec<_> = (0..8).map(|_| scope.spawn(|| of(dir.path()).unwrap())).collect();
            racers.into_iter().map(|racer| racer.join().unwrap()).collect()
        });
        assert!(names.iter().all(|name| *name == names[0]), "{names:?}");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_with_something_else_in_it_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("device"), "+1234567").unwrap();
        assert!(of(dir.path()).unwrap_err().to_string().contains("device"));
        assert_eq!(fs::read_to_string(dir.path().join("device")).unwrap(), "+1234567");
    }
}
