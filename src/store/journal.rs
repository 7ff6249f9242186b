//! Writing: events go to the end of this device's own journal, and are on the disk when
//! [`Journal::append`] returns.
//!
//! A torn last line is ended first, so that it spoils no other. After a failed write or sync nobody
//! knows what the file holds (the kernel may call lost pages clean), so the events are written again
//! to a fresh segment. Events that stand in both do no harm.

use std::fs;
use std::fs::File;
use std::io;
use std::io::{Read, Seek, SeekFrom, Write};
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;

use serde_json::{Map, Value};

use super::DeviceId;
use super::Event;
use super::compaction;
use super::files;
use super::files::Missing;
use super::line;
use super::segments;
use super::segments::Segments;

/// The writer of one device's journal. Several, in several processes, may write at the same time.
#[derive(Clone, Debug)]
pub struct Journal {
    dir: PathBuf,
    device: DeviceId,
    /// The last number given.
    seq: u64,
    /// The file whose name is known to be durable.
    named: Option<(u64, u64)>,
    /// The size of all segments at which it is worth a look whether they can be smaller.
    limit: u64,
    sync: fn(&File) -> io::Result<()>,
}

/// What is written.
#[derive(Clone, Copy, Debug)]
pub(super) enum Item<'a> {
    Event(&'a Event),
    /// What only a later version understands, as [`line::object`] gives it.
    Foreign(&'a Map<String, Value>),
}

impl Journal {
    /// How much of the end is read to learn what other processes have numbered.
    const TAIL: i64 = 16 * 1024;

    pub(super) const fn new(dir: PathBuf, device: DeviceId, seq: u64) -> Self {
        Self { dir, device, seq, named: None, limit: compaction::SMALL, sync: File::sync_data }
    }

    pub(super) const fn device(&self) -> DeviceId {
        self.device
    }

    /// Adds events durably. May wait for the disk, and for other processes doing the same.
    ///
    /// # Errors
    ///
    /// When the events could not be written. They may be given again.
    pub fn append(&mut self, events: &[Event]) -> io::Result<()> {
        self.append_items(&events.iter().map(Item::Event).collect::<Vec<_>>())
    }

    pub(super) fn append_items(&mut self, items: &[Item<'_>]) -> io::Result<()> {
        if items.is_empty() {
            return Ok(());
        }
        let (segment, file) = self.open_last()?;
        match self.write(&file, items) {
            Ok(()) => Ok(()),
            Err(error) => {
                let error = files::at(&self.path(segment), &error);
                self.write_afresh(segment + 1, items).map_err(|_also| error)
            }
        }
    }

    /// Makes the journal smaller when it is worth it: what later changes have made idle is left out. What
    /// fails here has changed nothing, and is tried again when more has been written.
    ///
    /// # Errors
    ///
    /// When the journal cannot be read, or the smaller one not be written.
    pub fn tidy(&mut self) -> io::Result<()> {
        let sizes = Segments::find(&self.dir, self.device)?.own.into_iter();
        let sizes = sizes.map(|segment| fs::metadata(self.path(segment)).map(|found| found.len()));
        let size: u64 = sizes.sum::<io::Result<u64>>()?;
        if size > self.limit {
            self.limit = size.saturating_mul(2);
            let live = compaction::compact(&self.dir, self.device, compaction::Wish::Smaller)?;
            self.limit = compaction::limit(live);
        }
        Ok(())
    }

    /// The last segment, locked.
    fn open_last(&self) -> io::Result<(u32, File)> {
        loop {
            let last = Segments::find(&self.dir, self.device)?.last();
            let path = self.path(last);
            let missing = if last == 0 { Missing::Make } else { Missing::Refuse };
            match files::open_locked(&path, missing) {
                // While waiting for the lock another process may have begun one, or put all together.
                Ok(file) if Segments::find(&self.dir, self.device)?.last() == last => {
                    return Ok((last, file));
                }
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound && last > 0 => {}
                Err(error) => return Err(files::at(&path, &error)),
            }
        }
    }

    fn write_afresh(&mut self, segment: u32, items: &[Item<'_>]) -> io::Result<()> {
        let path = self.path(segment);
        let file = files::create_locked(&path)?;
        let written = self.write(&file, items);
        if written.is_err() {
            // Still locked: whoever waits for it will see that it is gone.
            fs::remove_file(&path)?;
        }
        written
    }

    fn write(&mut self, mut file: &File, items: &[Item<'_>]) -> io::Result<()> {
        let tail = tail(file, Self::TAIL)?;
        self.seq = self.seq.max(self.last_seq(&tail));
        let mut text = String::new();
        if tail.last().is_some_and(|&byte| byte != b'\n') {
            text.push('\n');
        }
        for (item, seq) in items.iter().zip(self.seq + 1..) {
            text.push_str(&match item {
                Item::Event(event) => line::encode(event, self.device, seq)?,
                Item::Foreign(object) => line::encode_object(object, self.device, seq)?,
            });
        }
        let length = file.metadata()?.len() + text.len() as u64;
        file.write_all(text.as_bytes())?;
        if file.metadata()?.len() < length {
            return Err(io::Error::new(io::ErrorKind::WriteZero, "less was written than was told"));
        }
        (self.sync)(file)?;
        self.make_name_durable(file)?;
        self.seq += items.len() as u64;
        Ok(())
    }

    /// A file is found after a power cut if its directory is on the disk as well. Who has made the file
    /// may have been killed before that was done.
    fn make_name_durable(&mut self, file: &File) -> io::Result<()> {
        let found = file.metadata()?;
        let file = Some((found.dev(), found.ino()));
        if self.named != file {
            files::sync_directory(&self.dir)?;
            self.named = file;
        }
        Ok(())
    }

    /// The last number of this device in `tail`, the end of a journal.
    fn last_seq(&self, tail: &[u8]) -> u64 {
        let records = tail.split(|&byte| byte == b'\n').flat_map(|line| line::decode(line).records);
        let own = records.filter_map(|record| record.seq).filter(|(dev, _)| *dev == self.device);
        own.map(|(_, seq)| seq).max().unwrap_or_default()
    }

    fn path(&self, segment: u32) -> PathBuf {
        segments::path(&self.dir, self.device, segment)
    }
}

/// The last bytes of a file, at most `length`.
fn tail(mut file: &File, length: i64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if file.seek(SeekFrom::End(-length)).is_err() {
        file.seek(SeekFrom::Start(0))?;
    }
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ArticleId;
    use crate::store::{Change, State};
    use std::fs::OpenOptions;

    fn event(state: &mut State) -> Event {
        state.record(&ArticleId::from("a"), Change::Read(true))
    }

    fn journal(dir: &tempfile::TempDir) -> (Journal, State) {
        let device = DeviceId::random();
        (Journal::new(dir.path().to_owned(), device, 0), State::new(device))
    }

    fn numbers(path: PathBuf) -> Vec<u64> {
        let text = fs::read(path).unwrap();
        let records = text.split(|&byte| byte == b'\n').flat_map(|l| line::decode(l).records);
        records.filter_map(|record| record.seq).map(|(_, seq)| seq).collect()
    }

    #[test]
    fn two_writers_number_in_one_row() {
        let dir = tempfile::tempdir().unwrap();
        let (mut one, mut state) = journal(&dir);
        let mut two = one.clone();
        one.append(&[event(&mut state), event(&mut state)]).unwrap();
        two.append(&[event(&mut state)]).unwrap();
        one.append(&[event(&mut state)]).unwrap();
        assert_eq!(numbers(one.path(0)), [1, 2, 3, 4]);
    }

    #[test]
    fn a_torn_end_spoils_no_other_line() {
        let dir = tempfile::tempdir().unwrap();
        let (mut journal, mut state) = journal(&dir);
        journal.append(&[event(&mut state), event(&mut state)]).unwrap();
        let length = fs::metadata(journal.path(0)).unwrap().len();
        let file = OpenOptions::new().write(true).open(journal.path(0)).unwrap();
        file.set_len(length - 5).unwrap();
        journal.append(&[event(&mut state)]).unwrap();
        assert_eq!(numbers(journal.path(0)), [1, 3]);
        assert_eq!(fs::read_to_string(journal.path(0)).unwrap().lines().count(), 3);
    }

    #[test]
    fn after_a_failed_sync_the_events_stand_in_a_fresh_segment() {
        let dir = tempfile::tempdir().unwrap();
        let (mut journal, mut state) = journal(&dir);
        journal.append(&[event(&mut state)]).unwrap();
        journal.sync = |file| match file.metadata()?.len() {
            length if length > 200 => Err(io::Error::other("lost")),
            _ => file.sync_data(),
        };
        journal.append(&[event(&mut state)]).unwrap();
        assert_eq!(numbers(journal.path(1)), [2]);
        let mut other = Journal::new(dir.path().to_owned(), journal.device, 2);
        other.append(&[event(&mut state)]).unwrap();
        assert_eq!(numbers(journal.path(1)), [2, 3], "all go on in the last segment");
    }

    #[test]
    fn when_the_fresh_segment_fails_too_none_is_left_behind() {
        let dir = tempfile::tempdir().unwrap();
        let (mut journal, mut state) = journal(&dir);
        journal.sync = |_| Err(io::Error::other("lost"));
        let event = event(&mut state);
        let error = journal.append(std::slice::from_ref(&event)).unwrap_err();
        assert!(error.to_string().ends_with("lost"), "{error}");
        assert!(!journal.path(1).exists());
        journal.sync = File::sync_data;
        journal.append(&[event]).unwrap();
        assert!(!numbers(journal.path(0)).is_empty());
    }
}
