//! Reading: the union of all journals, this device's, other devices' and copies of either.
//!
//! Each file is remembered by its length, date and inode, and only what was appended since is read
//! again. Nothing is written here.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::fs::Metadata;
use std::io;
use std::io::{Read, Seek, SeekFrom};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::DeviceId;
use super::Health;
use super::files;
use super::line;
use super::line::Record;
use super::numbers::Numbers;

/// All journals in a directory, as far as they have been read.
#[derive(Debug)]
pub(super) struct Reader {
    dir: PathBuf,
    journals: BTreeMap<PathBuf, Progress>,
    numbers: BTreeMap<DeviceId, Numbers>,
}

/// So many bytes at the end of what was read are the file's own: they hold a check.
const END: usize = 64;

/// How far one journal has been read.
#[derive(Debug, Default)]
struct Progress {
    seen: Option<Stamp>,
    /// Bytes of whole lines.
    taken: u64,
    /// The last bytes of these: where they stand no more, the file is another one.
    end: Vec<u8>,
    damaged: Vec<Vec<u8>>,
    /// The records that only a later version understands.
    foreign: Vec<Vec<u8>>,
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
        for record in records.iter().skip(first) {
            let Some((device, seq)) = record.seq else { continue };
            let numbers = self.numbers.entry(device).or_default();
            match record.settled {
                Some(lost) => numbers.settle(seq, lost),
                None => numbers.see(seq),
            }
        }
        result
    }

    /// The highest number that a device has given.
    pub(super) fn last_seq(&self, device: DeviceId) -> u64 {
        self.numbers.get(&device).map(Numbers::last).unwrap_or_default()
    }

    /// Whether a device's own journal, or a copy of it, is damaged, or some of it is missing.
    pub(super) fn is_damaged_of(&self, device: DeviceId) -> bool {
        let name = device.to_string();
        let is_of = |path: &Path| {
            path.file_name()
                .is_some_and(|file| file.as_encoded_bytes().starts_with(name.as_bytes()))
        };
        let own = self.journals.iter().filter(|(path, _)| is_of(path));
        let is_missing = self.numbers.get(&device).is_some_and(|numbers| numbers.missing() > 0);
        is_missing || own.into_iter().any(|(_, own)| own.is_cut || !own.damaged.is_empty())
    }

    /// The records that only a later version understands.
    pub(super) fn foreign(&self) -> impl Iterator<Item = &[u8]> {
        self.journals.values().flat_map(|journal| &journal.foreign).map(Vec::as_slice)
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
            foreign: journals().map(|journal| journal.foreign.len()).sum(),
            missing: self.numbers.values().map(Numbers::missing).sum(),
            ..Health::default()
        }
    }
}

impl Progress {
    fn read(&mut self, path: &Path, records: &mut Vec<Record>) -> io::Result<()> {
        if self.seen == Some(Stamp::of(&fs::metadata(path)?)) {
            return Ok(());
        }
        let mut file = files::open_to_read(path)?;
        // Another file may have taken its place since.
        let stamp = Stamp::of(&file.metadata()?);
        let grown = self.seen.is_some_and(|seen| seen.file == stamp.file);
        let grown = grown && self.seen.is_some_and(|seen| seen.length < stamp.length);
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(self.taken - self.end.len() as u64))?;
        file.read_to_end(&mut bytes)?;
        if let Some(new) = bytes.strip_prefix(&*self.end).filter(|_| grown) {
            self.take(new, records);
        } else {
            *self = Self::default();
            bytes.clear();
            file.seek(SeekFrom::Start(0))?;
            file.read_to_end(&mut bytes)?;
            self.take(&bytes, records);
        }
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
            let texts = reading.records.iter().zip(&reading.texts);
            let foreign = texts.filter(|(record, _)| record.is_foreign());
            self.foreign.extend(foreign.map(|(_, text)| text.to_vec()));
            records.extend(reading.records);
        }
        self.taken += whole as u64;
        self.end
            .extend_from_slice(lines.get(lines.len().saturating_sub(END)..).unwrap_or_default());
        self.end.drain(..self.end.len().saturating_sub(END));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ArticleId;
    use crate::store::{Change, State};
    use std::fs::OpenOptions;
    use std::io::Write;

    fn line(state: &mut State, seq: u64) -> String {
        let event = state.record(&ArticleId::from("a"), Change::Read(true));
        line::encode(&event, event.device, seq).unwrap()
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
    fn a_journal_that_was_written_anew_in_place_is_read_from_its_start() {
        let dir = tempfile::tempdir().unwrap();
        let mut state = State::new(DeviceId::random());
        let path = dir.path().join("a.jsonl");
        fs::write(&path, line(&mut state, 1)).unwrap();
        let mut reader = Reader::new(dir.path().to_owned());
        assert_eq!(poll(&mut reader), 1);
        fs::write(&path, line(&mut state, 2) + &line(&mut state, 3)).unwrap();
        assert_eq!(poll(&mut reader), 2);
        assert_eq!(reader.health(), Health::default());
    }

    #[test]
    fn no_directory_is_no_journals() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(poll(&mut Reader::new(dir.path().join("none"))), 0);
    }
}
