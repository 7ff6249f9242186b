//! The name of this device: drawn once, kept in the file `device` and the machine's mark, the name of
//! its journal. Machines that share a directory by way of a synchronising program each have their own.
//!
//! The mark is from the system's own identifier. Where a system has none it is drawn too, and kept in a
//! directory that nobody shares: host names change with the network, and many machines have the same.
//! Containers are not machines: what runs in many of them, one after the other, is one device, and they
//! lock the same files.

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

/// The name of this device in the state that is in `dir`, drawn now if it has none. In `own` nothing is
/// shared with other machines.
pub(super) fn of(dir: &Path, own: &Path) -> io::Result<DeviceId> {
    let drawn = || (own != dir && !is_container()).then(|| drawn(own)).flatten();
    named(dir, &file_name(machine().or_else(drawn)))
}

/// The name in a file, drawn now if there is none.
fn named(dir: &Path, file: &str) -> io::Result<DeviceId> {
    let path = dir.join(file);
    let text = match read(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            draw(dir, &path).and_then(|()| read(&path))
        }
        read => read,
    };
    let text = text.map_err(|error| files::at(&path, &error))?;
    DeviceId::parse(text.trim()).ok_or_else(|| {
        let reason = "not a device's name; remove the file to draw another";
        files::at(&path, &io::Error::new(io::ErrorKind::InvalidData, reason))
    })
}

fn read(path: &Path) -> io::Result<String> {
    io::read_to_string(files::open_to_read(path)?)
}

/// A directory that is synchronised holds the names of all devices, each in a file of its own.
fn file_name(machine: Option<String>) -> String {
    machine.map_or_else(|| "device".to_owned(), |machine| format!("device.{machine}"))
}

/// What tells this machine from others, where the system has such a thing. Its identifier is nobody
/// else's business, so that only a hash of it is written down.
fn machine() -> Option<String> {
    let id = MACHINE.iter().find_map(|path| identifier(&fs::read_to_string(path).ok()?))?;
    let [a, b, c, d, ..] = blake3::derive_key("sahifa 2026 device", id.as_bytes());
    Some(format!("{:08x}", u32::from_be_bytes([a, b, c, d])))
}

/// Where systems keep it: systemd, D-Bus, the BSDs.
const MACHINE: [&str; 3] = ["/etc/machine-id", "/var/lib/dbus/machine-id", "/etc/hostid"];

/// The 128 bits of an identifier, if it is set.
fn identifier(text: &str) -> Option<String> {
    let digits = text.trim().replace('-', "");
    let is_set = digits.len() == 32
        && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
        && digits.bytes().any(|byte| byte != b'0');
    is_set.then_some(digits)
}

/// The mark that was drawn for this machine; none where it cannot be kept.
fn drawn(own: &Path) -> Option<String> {
    files::directory(own).and_then(|()| named(own, "machine")).ok().map(|name| name.to_string())
}

fn is_container() -> bool {
    ["/.dockerenv", "/run/.containerenv"].iter().any(|sign| Path::new(sign).exists())
}

/// Written whole under another name and then put in place, unless another process was first: either
/// way the file then holds the one name that both use.
fn draw(dir: &Path, path: &Path) -> io::Result<()> {
    let mut draft = files::draft(dir)?;
    writeln!(draft, "{}", DeviceId::random())?;
    draft.as_file().sync_all()?;
    match draft.persist_noclobber(path) {
        Err(_) if path.exists() => Ok(()),
        // Another process has taken it for one that was abandoned.
        Err(lost) if lost.error.kind() == io::ErrorKind::NotFound && dir.exists() => {
            draw(dir, path)
        }
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
            let racers: Vec<_> =
                (0..8).map(|_| scope.spawn(|| of(dir.path(), dir.path()).unwrap())).collect();
            racers.into_iter().map(|racer| racer.join().unwrap()).collect()
        });
        assert!(names.iter().all(|name| *name == names[0]), "{names:?}");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_with_something_else_in_it_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(file_name(machine()));
        fs::write(&path, "+1234567").unwrap();
        assert!(of(dir.path(), dir.path()).unwrap_err().to_string().contains("device"));
        assert_eq!(fs::read_to_string(path).unwrap(), "+1234567");
    }

    #[test]
    fn machines_that_share_a_directory_have_files_of_their_own() {
        assert_eq!(file_name(None), "device");
        assert_eq!(file_name(Some("0a".into())), "device.0a");
        assert_eq!(machine(), machine());
        let id = "0123456789abcdef0123456789abcdef";
        assert_eq!(identifier(&format!("{id}\n")).as_deref(), Some(id));
        assert_eq!(
            identifier("01234567-89ab-cdef-0123-456789abcdef").as_deref(),
            Some(id),
            "the BSDs' form of it"
        );
        for unset in ["", "uninitialized", "0000-00", &"0".repeat(32)] {
            assert_eq!(identifier(unset), None, "{unset}");
        }
    }

    #[test]
    fn a_machine_without_an_identifier_draws_a_mark_once() {
        let own = tempfile::tempdir().unwrap();
        let mark = drawn(&own.path().join("own"));
        assert!(mark.is_some());
        assert_eq!(drawn(&own.path().join("own")), mark);
        assert_ne!(drawn(own.path()), mark, "another machine's directory");
        fs::write(own.path().join("file"), "").unwrap();
        assert_eq!(drawn(&own.path().join("file")), None);
    }
}
