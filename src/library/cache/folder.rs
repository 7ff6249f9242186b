//! The files of one folder as they were when they were last read, by their names.

use std::ffi::OsStr;
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::files::Stamp;
use super::path;

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Where its name is in those of its folder.
    name: Range<u32>,
    /// Its number: files are numbered in the order of their paths.
    pub number: u32,
    /// How it was.
    pub stamp: Stamp,
}

/// The files of a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// All names in one: an allocation for each would take more than what is in it.
    names: Vec<u8>,
    /// In the order of their names' bytes.
    files: Vec<Known>,
}

impl Folder {
    /// The file of this name.
    #[must_use]
    pub fn get(&self, name: &OsStr) -> Option<&Known> {
        self.files.get(self.find(name).ok()?)
    }

    /// All files, with their names.
    pub fn iter(&self) -> impl Iterator<Item = (PathBuf, &Known)> {
        self.files.iter().map(|known| (path::path(self.name(known)), known))
    }

    pub(super) fn numbers(&self) -> impl Iterator<Item = u32> {
        self.files.iter().map(|known| known.number)
    }

    fn find(&self, name: &OsStr) -> Result<usize, usize> {
        let name = path::bytes(Path::new(name));
        self.files.binary_search_by(|known| self.name(known).cmp(&*name))
    }

    fn name(&self, known: &Known) -> &[u8] {
        let Range { start, end } = known.name;
        self.names.get(start as usize..end as usize).unwrap_or_default()
    }

    /// Adds a file; [`Self::arrange`] puts it among the others.
    pub(super) fn put(&mut self, name: &OsStr, number: u32, stamp: Stamp) {
        if let Some(file) = self.named(name, number, stamp) {
            self.files.push(file);
        }
    }

    /// Notes how a file is now, or that it is gone. One that was not known has the next number.
    pub(super) fn note(&mut self, name: &OsStr, stamp: Option<Stamp>, next: &mut u32) {
        match (self.find(name), stamp) {
            (Ok(at), Some(stamp)) => {
                if let Some(file) = self.files.get_mut(at) {
                    file.stamp = stamp;
                }
            }
            (Ok(at), None) => drop(self.files.remove(at)),
            (Err(at), Some(stamp)) => {
                if let Some(file) = self.named(name, *next, stamp) {
                    self.files.insert(at, file);
                }
                *next += 1;
            }
            (Err(_), None) => {}
        }
    }

    /// Nothing where the names are longer than any folder's.
    fn named(&mut self, name: &OsStr, number: u32, stamp: Stamp) -> Option<Known> {
        let start = u32::try_from(self.names.len()).ok()?;
        self.names.extend_from_slice(&path::bytes(Path::new(name)));
        let end = u32::try_from(self.names.len()).ok()?;
        Some(Known { name: start..end, number, stamp })
    }

    /// Puts the files in order.
    pub(super) fn arrange(&mut self) {
        let Self { names, files } = self;
        let name = |known: &Known| names.get(known.name.start as usize..known.name.end as usize);
        files.sort_by(|one, other| name(one).cmp(&name(other)));
    }
}
