//! Damaged lines, set aside byte for byte, each of them once, for a person to look at.
//!
//! The journals keep them as well: nothing is ever cut out of a journal.

use std::collections::BTreeSet;
use std::io;
use std::io::{Read, Write};
use std::path::Path;

use super::DeviceId;
use super::files;

/// Adds to the quarantine in `journals` those of `lines` that are not there yet; returns how many.
pub(super) fn set_aside(journals: &Path, device: DeviceId, lines: &[&[u8]]) -> io::Result<usize> {
    if lines.is_empty() {
        return Ok(0);
    }
    let dir = journals.join("quarantine");
    files::directory(&dir)?;
    let path = dir.join(format!("{device}.lines"));
    add(&path, lines).map_err(|error| files::at(&path, &error))
}

fn add(path: &Path, lines: &[&[u8]]) -> io::Result<usize> {
    let mut file = files::open_locked(path)?;
    let mut known = Vec::new();
    file.read_to_end(&mut known)?;
    let known: BTreeSet<&[u8]> = known.split(|&byte| byte == b'\n').collect();
    let new: BTreeSet<&[u8]> = lines.iter().copied().filter(|line| !known.contains(line)).collect();
    let mut text = Vec::new();
    for line in &new {
        text.extend_from_slice(line);
        text.push(b'\n');
    }
    file.write_all(&text)?;
    Ok(new.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_line_is_set_aside_once() {
        let dir = tempfile::tempdir().unwrap();
        let device = DeviceId::random();
        assert_eq!(set_aside(dir.path(), device, &[]).unwrap(), 0);
        assert_eq!(set_aside(dir.path(), device, &[b"a\xff", b"b"]).unwrap(), 2);
        assert_eq!(set_aside(dir.path(), device, &[b"b", b"c", b"a\xff"]).unwrap(), 1);
        let path = dir.path().join(format!("quarantine/{device}.lines"));
        assert_eq!(fs::read(path).unwrap(), b"a\xff\nb\nc\n");
    }
}
