//! The names that rows have in columns: each is kept once, and rows have its number. Folders are kept as
//! seen from the library, so that they are its own wherever it stands.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;

use crate::library::{Column, Entry};

/// Stands for no name.
const NONE: u32 = u32::MAX;

/// The names that have been met.
#[derive(Debug, Default)]
pub(super) struct Labels(HashMap<Box<str>, u32>);

impl Labels {
    /// The number of what an entry of the library at `root` has in a column.
    pub(super) fn number(&mut self, column: Column, entry: &Entry, root: &Path) -> u32 {
        let Some(name) = name(column, entry, root) else { return NONE };
        if let Some(number) = self.0.get(&*name) {
            return *number;
        }
        let number = u32::try_from(self.0.len()).unwrap_or(NONE);
        self.0.insert(name.into(), number);
        number
    }

    /// The names in the order of their numbers.
    pub(super) fn names(self) -> Vec<Box<str>> {
        let mut names: Vec<_> = self.0.into_iter().collect();
        names.sort_unstable_by_key(|(_, number)| *number);
        names.into_iter().map(|(name, _)| name).collect()
    }
}

fn name<'a>(column: Column, entry: &'a Entry, root: &Path) -> Option<Cow<'a, str>> {
    let inside = entry.item.path.strip_prefix(root).ok().filter(|_| column == Column::Folder);
    match inside {
        Some(path) => Some(path.parent()?.to_string_lossy()),
        None => column.name(entry),
    }
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
