//! The names that rows have in columns: each is kept once, and rows have its number. Folders are kept as
//! seen from the library, so that they are its own wherever it stands.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::library::{Column, Entry};

/// Stands for no name.
const NONE: u32 = u32::MAX;

/// The names in a column, and what rows have of them.
#[derive(Debug, Default)]
pub struct Named {
    /// In the order of their numbers.
    pub names: Vec<String>,
    /// The number of each row's first name; one that is too great stands for none.
    pub rows: Vec<u32>,
    /// Rows that have several, with the number of each but the first.
    pub more: Vec<(u32, u32)>,
}

/// The names that have been met.
#[derive(Debug, Default)]
pub(super) struct Labels {
    numbers: HashMap<Box<str>, u32>,
    /// Rows that have several names, with each but the first.
    more: Vec<(u32, u32)>,
}

/// They are written down so: in the order of their numbers, and what rows have more than one.
#[derive(Serialize, Deserialize)]
pub(super) struct Names {
    pub names: Vec<String>,
    pub more: Vec<(u32, u32)>,
}

impl Labels {
    /// Takes in a row, which shows an entry of the library at `root`, and gives the number of its first name.
    pub(super) fn put(&mut self, column: Column, (row, entry): (u32, &Entry), root: &Path) -> u32 {
        let mut first = NONE;
        for name in names(column, entry, root) {
            let number = self.number(&name);
            if first == NONE {
                first = number;
            } else {
                self.more.push((row, number));
            }
        }
        first
    }

    fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = u32::try_from(self.numbers.len()).unwrap_or(NONE);
        self.numbers.insert(name.into(), number);
        number
    }

    pub(super) fn names(self) -> Names {
        let mut names: Vec<_> = self.numbers.into_iter().collect();
        names.sort_unstable_by_key(|(_, number)| *number);
        let names = names.into_iter().map(|(name, _)| name.into_string()).collect();
        Names { names, more: self.more }
    }
}

fn names<'a>(column: Column, entry: &'a Entry, root: &Path) -> impl Iterator<Item = Cow<'a, str>> {
    let inside = entry.item.path.strip_prefix(root).ok().filter(|_| column == Column::Folder);
    let folder = inside.and_then(Path::parent).map(Path::to_string_lossy);
    let others = inside.is_none().then(|| column.names(entry));
    folder.into_iter().chain(others.into_iter().flatten())
}

/// The names as articles of the library at `root` have them.
pub(super) fn outside(mut names: Vec<String>, column: Column, root: &Path) -> Vec<String> {
    if column == Column::Folder {
        for name in &mut names {
            let folder = if name.is_empty() { root.to_owned() } else { root.join(&*name) };
            *name = folder.to_string_lossy().into_owned();
        }
    }
    names
}
