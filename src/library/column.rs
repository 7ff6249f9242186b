//! What articles have in common by name, so that a list of them can be shown in groups.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::search::fold;

use super::Entry;

/// A column of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Column {
    /// The publication or agency.
    Source,
    /// Whoever stands first in the byline.
    Author,
    /// The language, by its code, whatever the region.
    Language,
    /// The directory of the file.
    Folder,
}

impl Column {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Source, Self::Author, Self::Language, Self::Folder];

    /// What an article has there.
    #[must_use]
    pub fn name(self, entry: &Entry) -> Option<Cow<'_, str>> {
        let metadata = &entry.metadata;
        match self {
            Self::Source => metadata.source.as_deref().map(Cow::Borrowed),
            Self::Author => metadata.authors.first().map(|name| name.as_str().into()),
            Self::Language => {
                let code = metadata.language.as_deref()?.split(['-', '_']).next()?;
                Some(code.to_ascii_lowercase().into())
            }
            Self::Folder => {
                let folder = entry.item.path.parent()?;
                (!folder.as_os_str().is_empty()).then(|| folder.to_string_lossy())
            }
        }
    }

    /// What is the same in names that are one in all but spelling; they are in the order of it.
    #[must_use]
    pub fn key(self, name: &str) -> Box<str> {
        let folded = if self == Self::Folder { String::new() } else { fold(name) };
        if folded.is_empty() { name.into() } else { folded.into() }
    }
}
