//! Damaged lines, set aside byte for byte, each of them once, for a person to look at.
//!
//! Nothing is ever taken out of it. Journals keep their damaged lines too, until they are put together.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::io::{Read, Write};
use std::path::Path;

use super::DeviceId;
use super::files;
use super::files::Missing;

/// Adds to the quarantine in `journals` those of `lines` that are not there yet; returns how many.
pub(super) fn set_aside(journals: &Path, device: DeviceId, lines: &[&[u8]]) -> io::Result<usize> {
    if lines.is_empty() {
        return Ok(0);
    }
    let dir = journals.join("quarantine");
    files::directory(&dir)?;
    let path = dir.join(format!("{device}.lines"));
    let added = add(&path, lines).map_err(|error| files::at(&path, &error))?;
    files::sync_directory(&dir)?;
    Ok(added)
}

/// How many lines there are in the quarantine; none where it cannot be read.
pub(super) fn count(journals: &Path) -> usize {
    let files = fs::read_dir(journals.join("quarantine")).into_iter().flatten().flatten();
    let texts = files.filter_map(|file| fs::read(file.path()).ok());
    texts
        .map(|text| text.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).count())
        .sum()
}

fn add(path: &Path, lines: &[&[u8]]) -> io::Result<usize> {
    let mut file = files::open_locked(path, Missing::Make)?;
    let mut known = Vec::new();
    file.read_to_end(&mut known)?;
    let is_whole = known.is_empty() || known.ends_with(b"\n");
    let known: BTreeSet<&[u8]> = known.split(|&byte| byte == b'\n').collect();
    let new: BTreeSet<&[u8]> = lines.iter().copied().filter(|line| !known.contains(line)).collect();
    let mut text = Vec::new();
    if !is_whole {
        text.push(b'\n');
    }
    for line in &new {
        text.extend_from_slice(line);
        text.push(b'\n');
    }
    file.write_all(&text)?;
    file.sync_data()?;
    Ok(new.len())
}

#[cfg(test)]
mod tests {
    use super::*;

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
