//! What stands over the groups of the list, and how it is said.

use std::path::Path;
use std::sync::Arc;

use jiff::civil;

use crate::article::shown_path;
use crate::library::Column;
use crate::locale::Locale;

use super::super::app::Library;

/// What stands over a group.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Heading {
    /// A day.
    Day(civil::Date),
    /// The month that begins on this day.
    Month(civil::Date),
    /// A name in a column.
    Name(Column, Arc<str>),
    /// Over what has no tag.
    Untagged,
    /// Over what has none of the others.
    Unknown,
}

impl Heading {
    /// Its words in the reader's language; directories are seen from the library.
    #[must_use]
    pub fn name(&self, locale: &Locale, library: &Library) -> String {
        match self {
            Self::Day(day) => locale.date(*day),
            Self::Month(first) => locale.month(*first),
            Self::Name(Column::Language, code) => {
                locale.say("language", &[("code", (&**code).into())])
            }
            Self::Name(Column::Folder, path) => folder(library, Path::new(&**path)),
            Self::Name(_, name) => name.to_string(),
            Self::Untagged => locale.text("group-untagged"),
            Self::Unknown => locale.text("group-unknown"),
        }
    }
}

fn folder(library: &Library, path: &Path) -> String {
    let inside = library.root.as_ref().and_then(|root| path.strip_prefix(root).ok());
    match inside {
        Some(inside) if inside.as_os_str().is_empty() => library.name.clone(),
        inside => shown_path(inside.unwrap_or(path)),
    }
}
