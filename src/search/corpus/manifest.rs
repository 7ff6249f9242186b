//! Which segments make up a corpus, and which of their texts have been removed: one small file for each
//! generation. What no generation in use names is cleared away.

use std::collections::HashSet;
use std::fs;
use std::fs::File;
use std::io;
use std::io::Write;
use std::path::Path;

use super::Doc;
use super::Docs;
use super::bytes::Bytes;
use super::bytes::damage;
use super::bytes::push_short;
use super::bytes::seal;
use super::bytes::sealed;
use super::bytes::to_u32;
use super::segment;
use super::spill::UNFINISHED;
use super::spill::unfinished;

const MAGIC: &[u8; 8] = b"sahifa\x00\x1d";
const VERSION: u32 = 1;
const NAME: &str = "corpus-";

/// A corpus as it was saved.
#[derive(Debug)]
pub(super) struct Manifest {
    pub(super) generation: u64,
    /// The names of the segments, in order.
    pub(super) segments: Vec<u64>,
    pub(super) removed: Docs,
}

impl Manifest {
    /// Reads one of as many texts as the segments have.
    pub(super) fn read(dir: &Path, generation: u64) -> io::Result<Self> {
        let bytes = fs::read(dir.join(name(generation)))?;
        let mut rest = Bytes(sealed(&bytes)?);
        let is_ours = rest.take(MAGIC.len())? == MAGIC && rest.u32()? == VERSION;
        if !is_ours || rest.u64()? != generation {
            return Err(damage());
        }
        let count = rest.u32()?;
        let segments = (0..count).map(|_| rest.u64()).collect::<io::Result<_>>()?;
        let mut removed = Docs::default();
        let mut doc = 0u32;
        while !rest.0.is_empty() {
            doc = doc.checked_add(rest.short()?).ok_or_else(damage)?;
            removed.insert(Doc(doc));
        }
        Ok(Self { generation, segments, removed })
    }

    /// Writes it, all or nothing; the file is locked as long as it is open.
    pub(super) fn write(&self, dir: &Path) -> io::Result<File> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        bytes.extend_from_slice(&self.generation.to_le_bytes());
        bytes.extend_from_slice(&to_u32(self.segments.len())?.to_le_bytes());
        self.segments.iter().for_each(|id| bytes.extend_from_slice(&id.to_le_bytes()));
        let mut before = 0;
        for Doc(doc) in self.removed.iter() {
            push_short(doc - before, |byte| bytes.push(byte));
            before = doc;
        }
        seal(0, &mut bytes);
        let (mut file, _) = unfinished(dir)?;
        file.write_all(&bytes)?;
        file.as_file().sync_all()?;
        let file = file.persist(dir.join(name(self.generation)))?;
        sync(dir)?;
        Ok(file)
    }

    /// Removes what belongs neither to this generation nor to any process.
    pub(super) fn clear(&self, dir: &Path) {
        let mut kept: HashSet<String> = self.segments.iter().map(|&id| segment::name(id)).collect();
        kept.insert(name(self.generation));
        clear(dir, |name| !kept.contains(name));
    }
}

/// Removes unfinished files that a process has left that is no more.
pub(super) fn clear_unfinished(dir: &Path) {
    clear(dir, |name| name.starts_with(UNFINISHED));
}

/// What cannot be removed stays until the next time: it takes room and does no harm.
fn clear(dir: &Path, is_old: impl Fn(&str) -> bool) {
    let Ok(entries) = fs::read_dir(dir) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        let is_ours = [UNFINISHED, NAME, segment::NAME].iter().any(|start| name.starts_with(start));
        if is_ours && is_old(name) {
            remove_unused(&entry.path());
        }
    }
}

/// Who locks it meanwhile waits, and then sees that it is gone.
fn remove_unused(path: &Path) {
    let Ok(file) = File::open(path) else { return };
    if file.try_lock().is_ok() {
        let _stays = fs::remove_file(path);
    }
}

fn name(generation: u64) -> String {
    format!("{NAME}{generation:016x}")
}

/// Makes new names durable.
#[cfg(unix)]
fn sync(dir: &Path) -> io::Result<()> {
    File::open(dir)?.sync_all()
}

/// Directories cannot be opened here.
#[cfg(not(unix))]
fn sync(_dir: &Path) -> io::Result<()> {
    Ok(())
}
