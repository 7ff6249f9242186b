//! What articles have in common by name, so that a list of them can be shown in groups.
//!
//! An article has one name in most columns, and in that of tags as many as it has tags: whoever looks under
//! a tag wants all that has it, not only what has it first.

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
    /// The tags.
    Tag,
    /// The language, by its code, whatever the region.
    Language,
    /// The directory of the file.
    Folder,
    /// The format of the file.
    Format,
}

impl Column {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Source, Self::Author, Self::Tag, Self::Language, Self::Folder, Self::Format];

    /// What an article has there.
    pub fn names(self, entry: &Entry) -> impl Iterator<Item = Cow<'_, str>> {
        let tags = if self == Self::Tag { &*entry.metadata.tags } else { &[] };
        self.name(entry).into_iter().chain(tags.iter().map(|tag| tag.as_str().into()))
    }

    /// The one name that it has there, where there is no more than one.
    fn name(self, entry: &Entry) -> Option<Cow<'_, str>> {
        let metadata = &entry.metadata;
        match self {
            Self::Source => metadata.source.as_deref().map(Cow::Borrowed),
            Self::Author => metadata.authors.first().map(|name| name.as_str().into()),
            Self::Tag => None,
            Self::Language => {
                let code = metadata.language.as_deref()?.split(['-', '_']).next()?;
                Some(code.to_ascii_lowercase().into())
            }
            Self::Folder => {
                let folder = entry.item.path.parent()?;
                (!folder.as_os_str().is_empty()).then(|| folder.to_string_lossy())
            }
            Self::Format => Some(entry.format.into()),
        }
    }

    /// What is the same in names that are one in all but spelling; they are in the order of it.
    #[must_use]
    pub fn key(self, name: &str) -> Box<str> {
        let folded = if self == Self::Folder { String::new() } else { fold(name) };
        if folded.is_empty() { name.into() } else { folded.into() }
    }
}
