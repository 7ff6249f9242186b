//! Compaction: all that one device has written, put together in one file of what still counts.
//!
//! Only the device's own journal is touched, and copies of it, while no process can write to it. What a
//! later version has written is kept, damaged lines go to the quarantine, and the files that were put
//! together stay in `previous` until the next time. At whatever moment it is killed, nothing is lost:
//! the new file takes the first one's place when it is whole, and what stands in several files counts
//! once.

use std::collections::HashSet;
use std::fs;
use std::fs::File;
use std::io;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use super::DeviceId;
use super::State;
use super::files;
use super::files::Missing;
use super::line;
use super::line::Record;
use super::numbers::Numbers;
use super::quarantine;
use super::segments;
use super::segments::Segments;

/// A journal of so many bytes is small.
pub(super) const SMALL: u64 = 4 << 20;

/// A journal is worth the work when it is larger than what counts in it by this much.
const RATIO: u64 = 4;

/// The folder of the files that were put together last.
const PREVIOUS: &str = "previous";

/// When to do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// If that makes the journal much smaller.
    Smaller,
    /// In any case; what is missing is accepted as lost and told no more.
    Sound,
}

/// The size at which a journal with so many bytes of what counts is worth a look.
pub(super) fn limit(live: u64) -> u64 {
    live.saturating_mul(RATIO).max(SMALL)
}

/// Puts a journal together, if no other process is about to; gives the size of what counts in it.
pub(super) fn compact(dir: &Path, device: DeviceId, wish: Wish) -> io::Result<u64> {
    let found = Segments::find(dir, device)?;
    let own = found.own.iter().map(|&number| segments::path(dir, device, number));
    let paths: Vec<PathBuf> = own.chain(found.copies.iter().cloned()).collect();
    if paths.is_empty() {
        return Ok(0);
    }
    let mut sources = Vec::new();
    for path in paths {
        let file = files::open_locked(&path, Missing::Refuse);
        sources.push((file.map_err(|error| files::at(&path, &error))?, path));
    }
    // What was found is still all there is: whoever begins a segment holds the one before it.
    if Segments::find(dir, device)? != found {
        return Err(io::Error::new(io::ErrorKind::WouldBlock, "another process is at it"));
    }
    let mut sum = Sum::new(device);
    for (file, path) in &mut sources {
        sum.read(file).map_err(|error| files::at(path, &error))?;
    }
    let text = sum.text(wish)?;
    let live = text.len() as u64;
    if wish == Wish::Sound || sum.size > limit(live) {
        let damaged: Vec<&[u8]> = sum.damaged.iter().map(Vec::as_slice).collect();
        quarantine::set_aside(dir, device, &damaged)?;
        let paths: Vec<&Path> = sources.iter().map(|(_, path)| path.as_path()).collect();
        keep(&dir.join(PREVIOUS), device, &paths)?;
        replace(dir, &segments::path(dir, device, 0), &paths, &text)?;
    }
    Ok(live)
}

/// What a journal's files come to.
struct Sum {
    device: DeviceId,
    state: State,
    numbers: Numbers,
    lamport: u64,
    /// Each record and its text, in the order that they are read.
    records: Vec<(Record, Vec<u8>)>,
    damaged: Vec<Vec<u8>>,
    /// Of all files, in bytes.
    size: u64,
}

impl Sum {
    fn new(device: DeviceId) -> Self {
        Self {
            device,
            state: State::new(device),
            numbers: Numbers::default(),
            lamport: 0,
            records: Vec::new(),
            damaged: Vec::new(),
            size: 0,
        }
    }

    fn read(&mut self, file: &mut File) -> io::Result<()> {
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        self.size += bytes.len() as u64;
        for line in bytes.split(|&byte| byte == b'\n') {
            let reading = line::decode(line);
            if reading.is_damaged {
                self.damaged.push(line.to_vec());
            }
            for (record, text) in reading.records.into_iter().zip(reading.texts) {
                self.take(&record);
                self.records.push((record, text.to_vec()));
            }
        }
        Ok(())
    }

    fn take(&mut self, record: &Record) {
        self.lamport = self.lamport.max(record.lamport);
        if let Some(event) = &record.event {
            self.state.apply(event.clone());
        }
        match (record.seq, record.settled) {
            (Some((device, seq)), Some(lost)) if device == self.device => {
                self.numbers.settle(seq, lost);
            }
            (Some((device, seq)), None) if device == self.device => self.numbers.see(seq),
            _ => {}
        }
    }

    /// The lines of what counts, each once; the last one accounts for all numbers.
    fn text(&self, wish: Wish) -> serde_json::Result<Vec<u8>> {
        let mut taken = HashSet::new();
        let mut others = HashSet::new();
        let mut text = Vec::new();
        for (record, line) in &self.records {
            let is_own = record.seq.is_none_or(|(device, _)| device == self.device);
            let is_live = match &record.event {
                Some(event) if is_own => {
                    !self.state.is_outdated(event)
                        && taken.insert(line::encode(event, self.device, 0)?)
                }
                None if record.settled.is_some() && is_own => false,
                _ => others.insert(line),
            };
            if is_live {
                text.extend_from_slice(line);
                text.push(b'\n');
            }
        }
        let lost = if wish == Wish::Sound { 0 } else { self.numbers.missing() };
        let settled = line::encode_settled((self.device, self.numbers.last()), self.lamport, lost)?;
        text.extend_from_slice(settled.as_bytes());
        Ok(text)
    }
}

/// Puts a file in the place of the first source, and takes the others away.
fn replace(dir: &Path, place: &Path, sources: &[&Path], text: &[u8]) -> io::Result<()> {
    let mut draft = files::draft(dir)?;
    draft.write_all(text)?;
    draft.as_file().sync_all()?;
    // Locked until all is done.
    let _new = draft.persist(place)?;
    files::sync_directory(dir)?;
    for source in sources.iter().filter(|source| **source != place) {
        fs::remove_file(source)?;
    }
    files::sync_directory(dir)
}

/// Keeps a device's files in a folder, in place of those of its that are there.
fn keep(folder: &Path, device: DeviceId, sources: &[&Path]) -> io::Result<()> {
    files::directory(folder)?;
    let device = device.to_string();
    for old in fs::read_dir(folder)? {
        let old = old?;
        if old.file_name().as_encoded_bytes().starts_with(device.as_bytes()) {
            fs::remove_file(old.path())?;
        }
    }
    for source in sources {
        let Some(name) = source.file_name() else { continue };
        let place = folder.join(name);
        // Where there are no hard links, a copy will do.
        fs::hard_link(source, &place).or_else(|_| fs::copy(source, &place).map(drop))?;
    }
    files::sync_directory(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleId, Offset};
    use crate::store::{Change, Event, Health, Position, Store};
    use std::thread;

    fn id(number: usize) -> ArticleId {
        ArticleId::from(format!("{number:016x}").as_str())
    }

    fn place(at: usize) -> Change {
        Change::Position(Position { offset: Offset(at), progress: 0 })
    }

    /// A state with many changes of few articles; its journals and its device.
    fn worn(dir: &Path, count: usize) -> (PathBuf, DeviceId, Store) {
        let mut store = Store::open(dir);
        let events: Vec<Event> =
            (0..count).map(|at| store.record(&id(at % 7), place(at))).collect();
        let mut journal = store.journal().unwrap();
        journal.append(&events).unwrap();
        store.refresh().unwrap();
        (dir.join("journal"), journal.device(), store)
    }

    fn lines(journals: &Path, device: DeviceId) -> usize {
        fs::read_to_string(segments::path(journals, device, 0)).unwrap().lines().count()
    }

    #[test]
    fn what_counts_no_more_is_left_out_and_running_readers_miss_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let (journals, device, mut store) = worn(dir.path(), 100);
        let before = store.state().clone();
        let mut running = Store::open(dir.path());
        compact(&journals, device, Wish::Sound).unwrap();
        assert_eq!(lines(&journals, device), 7 + 1);
        let mut other = Store::open(dir.path());
        assert_eq!(*other.state(), before);
        other.save(&id(99), Change::Read(true)).unwrap();
        for store in [&mut running, &mut store, &mut other] {
            store.refresh().unwrap();
            assert!(store.marks(&id(99)).read);
            assert_eq!(store.health(), Health::default());
        }
        running.save(&id(98), Change::Read(true)).unwrap();
        let text = fs::read_to_string(segments::path(&journals, device, 0)).unwrap();
        assert!(text.contains("\"seq\":101,") && text.contains("\"seq\":102,"), "{text}");
        assert_eq!(Store::open(dir.path()).health(), Health::default());
    }

    #[test]
    fn a_large_journal_of_which_little_counts_is_put_together_and_a_small_one_is_not() {
        let dir = tempfile::tempdir().unwrap();
        let (journals, device, store) = worn(dir.path(), 1000);
        store.journal().unwrap().tidy().unwrap();
        assert_eq!(lines(&journals, device), 1000);
        let dir = tempfile::tempdir().unwrap();
        let (journals, device, mut store) = worn(dir.path(), 30_000);
        let before = store.state().clone();
        store.save(&id(1), place(1)).unwrap();
        assert_eq!(lines(&journals, device), 7 + 1);
        store.refresh().unwrap();
        assert_ne!(*store.state(), before);
        assert_eq!(Store::open(dir.path()).state(), store.state());
        assert_eq!(fs::read_dir(journals.join(PREVIOUS)).unwrap().count(), 1);
    }

    #[test]
    fn segments_and_copies_are_taken_in_and_kept_once() {
        let dir = tempfile::tempdir().unwrap();
        let (journals, device, mut store) = worn(dir.path(), 20);
        let copy = journals.join(format!("{device}.sync-conflict-1-A.jsonl"));
        fs::copy(segments::path(&journals, device, 0), &copy).unwrap();
        fs::rename(segments::path(&journals, device, 0), segments::path(&journals, device, 3))
            .unwrap();
        let others = journals.join(PREVIOUS).join("0badcafe.jsonl");
        fs::create_dir(journals.join(PREVIOUS)).unwrap();
        fs::write(&others, "").unwrap();
        store.save(&id(50), Change::Read(true)).unwrap();
        let expected = store.state().clone();
        store.repair().unwrap();
        assert!(!copy.exists() && !segments::path(&journals, device, 3).exists());
        assert_eq!(fs::read_dir(journals.join(PREVIOUS)).unwrap().count(), 2 + 1);
        assert_eq!(*Store::open(dir.path()).state(), expected);
        store.repair().unwrap();
        assert_eq!(fs::read_dir(journals.join(PREVIOUS)).unwrap().count(), 1 + 1);
        assert_eq!(*Store::open(dir.path()).state(), expected);
        assert!(others.exists(), "another device's");
    }

    #[test]
    fn damage_goes_to_the_quarantine_and_what_is_lost_is_told_until_it_is_accepted() {
        let dir = tempfile::tempdir().unwrap();
        let (journals, device, _) = worn(dir.path(), 30_000);
        let path = segments::path(&journals, device, 0);
        let text = fs::read_to_string(&path).unwrap();
        let damaged = text.replacen("\"offset\":15000", "\"offset\":15001", 1);
        fs::write(&path, damaged).unwrap();
        let foreign = r#"{"v":1,"dev":"0000000a","seq":1,"lam":9,"op":"glow","art":"a"}"#;
        let check = crc32fast::hash(foreign.as_bytes());
        let mut store = Store::open(dir.path());
        store.save(&id(90), Change::Read(true)).unwrap();
        // As another program would have, which knows more.
        fs::write(&path, format!("{foreign} {check:08x}\n{}", fs::read_to_string(&path).unwrap()))
            .unwrap();
        let mut store = Store::open(dir.path());
        let lost = Health { missing: 1, foreign: 1, ..Health::default() };
        assert_eq!(store.health(), lost);
        assert!(store.is_repairable());
        assert_eq!(store.quarantine(), 1);
        store.repair().unwrap();
        let sound = Health { foreign: 1, ..Health::default() };
        assert_eq!(store.health(), sound);
        let store = Store::open(dir.path());
        assert_eq!((store.health(), store.is_repairable(), store.quarantine()), (sound, false, 1));
    }

    #[test]
    fn who_writes_meanwhile_loses_nothing() {
        const EACH: usize = 40;
        let dir = tempfile::tempdir().unwrap();
        let (journals, device, mut running) = worn(dir.path(), 50);
        thread::scope(|scope| {
            for first in [100, 200, 300] {
                let dir = dir.path();
                scope.spawn(move || {
                    let mut store = Store::open(dir);
                    for number in first..first + EACH {
                        store.save(&id(number), Change::Read(true)).unwrap();
                    }
                });
            }
            for _ in 0..20 {
                // Another process may be at it.
                let _tried = compact(&journals, device, Wish::Sound);
                running.refresh().unwrap();
            }
        });
        running.refresh().unwrap();
        for store in [&running, &Store::open(dir.path())] {
            assert_eq!(store.all().filter(|(_, marks)| marks.read).count(), 3 * EACH);
            assert_eq!(store.health(), Health::default());
        }
    }
}
