//! The files of one device's journal: `<device>.jsonl`, `<device>.1.jsonl`, … The last one is written to.
//! A synchronising program may leave copies of them beside (`<device>.sync-conflict-….jsonl`).

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::DeviceId;
use super::files;

const EXTENSION: &str = ".jsonl";

/// The files of one device's journal, as a directory has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Segments {
    /// The numbers of those that it writes, in order.
    pub(super) own: Vec<u32>,
    /// Copies of them.
    pub(super) copies: Vec<PathBuf>,
}

impl Segments {
    /// Looks for them.
    pub(super) fn find(dir: &Path, device: DeviceId) -> io::Result<Self> {
        let mut found = Self::default();
        for entry in fs::read_dir(dir).map_err(|error| files::at(dir, &error))? {
            let name = entry.map_err(|error| files::at(dir, &error))?.file_name();
            let stem = name.to_str().and_then(|name| name.strip_suffix(EXTENSION));
            let Some(rest) = stem.and_then(|stem| stem.strip_prefix(&device.to_string())) else {
                continue;
            };
            match rest.strip_prefix('.').and_then(|number| number.parse().ok()) {
                None if rest.is_empty() => found.own.push(0),
                Some(number @ 1..) => found.own.push(number),
                _ if rest.starts_with(char::is_alphanumeric) => {}
                _ => found.copies.push(dir.join(&name)),
            }
        }
        found.own.sort_unstable();
        found.copies.sort_unstable();
        Ok(found)
    }

    /// The number of the one that is written to.
    pub(super) fn last(&self) -> u32 {
        self.own.last().copied().unwrap_or_default()
    }
}

/// Where a segment is.
pub(super) fn path(dir: &Path, device: DeviceId, number: u32) -> PathBuf {
    dir.join(match number {
        0 => format!("{device}{EXTENSION}"),
        _ => format!("{device}.{number}{EXTENSION}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_and_copies_are_told_from_other_devices() {
        let dir = tempfile::tempdir().unwrap();
        let device = DeviceId::random();
        let copy = format!("{device}.sync-conflict-20260101-010203-ABCDEFG.jsonl");
        let names = [
            format!("{device}.10.jsonl"),
            format!("{device}.jsonl"),
            format!("{device}.2.jsonl"),
            format!("{device}.jsonl.tmp"),
            format!("{device}0.jsonl"),
            "0badcafe.jsonl".to_owned(),
        ];
        for name in names.iter().chain([&copy]) {
            fs::write(dir.path().join(name), "").unwrap();
        }
        let found = Segments::find(dir.path(), device).unwrap();
        assert_eq!(found, Segments { own: vec![0, 2, 10], copies: vec![dir.path().join(copy)] });
        assert_eq!(path(dir.path(), device, 10), dir.path().join(&names[0]));
        assert!(Segments::find(&dir.path().join("none"), device).is_err());
    }
}
