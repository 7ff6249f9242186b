//! Reading: the union of all journals, this device's, other devices' and copies of either.
//!
//! Each file is remembered by its length, date and inode, and only what was appended since is read
//! again. Nothing is written here.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::fs::{File, Metadata};
use std::io;
use std::io::{Read, Seek, SeekFrom};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::DeviceId;
use super::Health;
use super::files;
use super::line;
use super::line::Record;

/// All journals in a directory, as far as they have been read.
#[derive(Debug)]
pub(super) struct Reader {
    dir: PathBuf,
    journals: BTreeMap<PathBuf, Progress>,
    numbers: BTreeMap<DeviceId, BTreeSet<u64>>,
}

/// How far one journal has been read.
#[derive(Debug, Default)]
struct Progress {
    seen: Option<Stamp>,
    /// Bytes of whole lines.
    taken: u64,
    damaged: Vec<Vec<u8>>,
    foreign: usize,
    is_cut: bool,
}

/// When any of this differs, the file has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    file: (u64, u64),
    modified: (i64, i64),
    length: u64,
}

impl Reader {
    pub(super) const fn new(dir: PathBuf) -> Self {
        Self { dir, journals: BTreeMap::new(), numbers: BTreeMap::new() }
    }

    /// Adds what is new in any journal to `records`. Goes on after an error and returns the first.
    pub(super) fn poll(&mut self, records: &mut Vec<Record>) -> io::Result<()> {
        let paths = match journals(&self.dir) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            listed => listed.map_err(|error| files::at(&self.dir, &error))?,
        };
        self.journals.retain(|path, _| paths.contains(path));
        let mut result = Ok(());
        let first = records.len();
        for path in paths {
            let progress = self.journals.entry(path.clone()).or_default();
            match progress.read(&path, records) {
                // Removed since the directory was listed.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                read => result = result.and(read.map_err(|error| files::at(&path, &error))),
            }
        }
        for (device, seq) in records.iter().skip(first).filter_map(|record| record.seq) {
            self.numbers.entry(device).or_default().insert(seq);
        }
        result
    }

    /// The highest number that a device has given.
    pub(super) fn last_seq(&self, device: DeviceId) -> u64 {
        self.numbers.get(&device).and_then(BTreeSet::last).copied().unwrap_or_default()
    }

    /// The damaged lines of all journals.
    pub(super) fn damaged(&self) -> Vec<&[u8]> {
        self.journals.values().flat_map(|journal| &journal.damaged).map(Vec::as_slice).collect()
    }

    pub(super) fn health(&self) -> Health {
        let journals = || self.journals.values();
        Health {
            damaged: journals().map(|journal| journal.damaged.len()).sum(),
            cut: journals().filter(|journal| journal.is_cut).count(),
            foreign: journals().map(|journal| journal.foreign).sum(),
            missing: self.numbers.values().map(missing).sum(),
            ..Health::default()
        }
    }
}

impl Progress {
    fn read(&mut self, path: &Path, records: &mut Vec<Record>) -> io::Result<()> {
        let found = fs::metadata(path)?;
        if !found.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"));
        }
        let stamp = Stamp::of(&found);
        if self.seen == Some(stamp) {
            return Ok(());
        }
        if !self.seen.is_some_and(|seen| seen.file == stamp.file && seen.length < stamp.length) {
            *self = Self::default();
        }
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(self.taken))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        self.take(&bytes, records);
        self.seen = Some(stamp);
        Ok(())
    }

    /// Takes whole lines; what follows the last line feed is taken if it passes the check, and looked
    /// at again when there is more of it.
    fn take(&mut self, bytes: &[u8], records: &mut Vec<Record>) {
        let whole = memchr::memrchr(b'\n', bytes).map_or(0, |at| at + 1);
        let (lines, tail) = bytes.split_at(whole);
        for line in lines.split(|&byte| byte == b'\n') {
            let reading = line::decode(line);
            if reading.is_damaged {
                self.damaged.push(line.to_vec());
            }
            self.foreign += reading.records.iter().filter(|record| record.event.is_none()).count();
            records.extend(reading.records);
        }
        self.taken += whole as u64;
        let tail = line::decode(tail);
        self.is_cut = tail.is_damaged;
        records.extend(tail.records);
    }
}

impl Stamp {
    fn of(found: &Metadata) -> Self {
        Self {
            file: (found.dev(), found.ino()),
            modified: (found.mtime(), found.mtime_nsec()),
            length: found.len(),
        }
    }
}

fn journals(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new("jsonl")) {
            paths.push(path);
        }
    }
    Ok(paths)
}

/// Devices number their changes from one.
fn missing(numbers: &BTreeSet<u64>) -> u64 {
    numbers.last().copied().unwrap_or_default().saturating_sub(numbers.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ArticleId;
    use crate::store::{Change, State};
    use std::fs::OpenOptions;
    use std::io::Write;

    fn line(state: &mut State, seq: u64) -> String {
        let event = state.record(&ArticleId::from("a"), Change::Read(true));
        line::encode(&event, seq).unwrap()
    }

    fn poll(reader: &mut Reader) -> usize {
        let mut records = Vec::new();
        reader.poll(&mut records).unwrap();
        records.len()
    }

    #[test]
    fn only_what_was_appended_is_read_again() {
        let dir = tempfile::tempdir().unwrap();
        let mut state = State::new(DeviceId::random());
        let path = dir.path().join("a.jsonl");
        fs::write(&path, line(&mut state, 1) + &line(&mut state, 2)).unwrap();
        let mut reader = Reader::new(dir.path().to_owned());
        assert_eq!(poll(&mut reader), 2);
        assert_eq!(poll(&mut reader), 0);
        let mut file = OpenOptions::new().append(true).open(&path).unwrap();
        file.write_all(line(&mut state, 4).as_bytes()).unwrap();
        assert_eq!(poll(&mut reader), 1);
        assert_eq!(reader.health(), Health { missing: 1, ..Health::default() });
    }

    #[test]
    fn a_last_line_without_its_end_counts_if_it_is_whole() {
        let dir = tempfile::tempdir().unwrap();
        let mut state = State::new(DeviceId::random());
        let path = dir.path().join("a.jsonl");
        let text = line(&mut state, 1) + &line(&mut state, 2);
        let mut reader = Reader::new(dir.path().to_owned());
        fs::write(&path, &text.as_bytes()[..text.len() - 1]).unwrap();
        assert_eq!(poll(&mut reader), 2);
        assert_eq!(reader.health(), Health::default());
        fs::write(&path, &text.as_bytes()[..text.len() - 2]).unwrap();
        assert_eq!(poll(&mut reader), 1);
        assert_eq!(reader.health(), Health { cut: 1, ..Health::default() });
        fs::write(&path, &text).unwrap();
        assert_eq!(poll(&mut reader), 1);
        assert_eq!(reader.health(), Health::default());
    }

    #[test]
    fn a_replaced_journal_is_read_from_its_start() {
        let dir = tempfile::tempdir().unwrap();
        let mut state = State::new(DeviceId::random());
        let path = dir.path().join("a.jsonl");
        fs::write(&path, line(&mut state, 1)).unwrap();
        let mut reader = Reader::new(dir.path().to_owned());
        assert_eq!(poll(&mut reader), 1);
        let new = dir.path().join("new");
        fs::write(&new, line(&mut state, 2) + &line(&mut state, 3)).unwrap();
        fs::rename(new, path).unwrap();
        assert_eq!(poll(&mut reader), 2);
    }

    #[test]
    fn no_directory_is_no_journals() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(poll(&mut Reader::new(dir.path().join("none"))), 0);
    }
}
