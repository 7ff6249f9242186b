//! How the lists of libraries were left, for the next start: `lists.json` beside the journals, an order and
//! groups by name for each library that is shown otherwise than at first.
//!
//! It is no part of the journals: what was chosen last counts, and no other device needs to know. A file that
//! cannot be read counts as empty, but is not written over; names that this version does not know stay for
//! the one that does.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::files;

const NAME: &str = "lists.json";

/// How a list was left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// Its order.
    pub sort: String,
    /// What it was grouped by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

/// By the paths of libraries, without links.
type Lists = BTreeMap<String, Left>;

/// How the list of a library was left, if otherwise than at first.
#[must_use]
pub fn recall(state: &Path, library: &Path) -> Option<Left> {
    read(state).ok()?.remove(&name(library).ok()?)
}

/// Keeps how the list of a library is left; `None` where that is as at first.
///
/// # Errors
///
/// When the file is there but cannot be read, or when it cannot be written.
pub fn keep(state: &Path, library: &Path, left: Option<Left>) -> io::Result<()> {
    let (mut lists, name) = (read(state)?, name(library)?);
    let before = lists.clone();
    match left {
        Some(left) => lists.insert(name, left),
        None => lists.remove(&name),
    };
    if lists == before { Ok(()) } else { write(state, &lists) }
}

/// Why nothing can be recalled, where that is so.
#[must_use]
pub fn trouble(state: &Path) -> Option<io::Error> {
    read(state).err()
}

fn name(library: &Path) -> io::Result<String> {
    Ok(fs::canonicalize(library)?.to_string_lossy().into_owned())
}

fn place(state: &Path) -> PathBuf {
    state.join(NAME)
}

fn read(state: &Path) -> io::Result<Lists> {
    match fs::read(place(state)) {
        Ok(text) => serde_json::from_slice(&text).map_err(|error| {
            let reason = format!("{NAME}: {error}; mend it or remove it");
            io::Error::new(io::ErrorKind::InvalidData, reason)
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Lists::new()),
        Err(error) => Err(files::at(&place(state), &error)),
    }
}

/// All or nothing: a new file takes the old one's place when it is whole.
fn write(state: &Path, lists: &Lists) -> io::Result<()> {
    files::directory(state)?;
    let mut file = files::draft(state)?;
    serde_json::to_writer_pretty(&mut file, lists)?;
    writeln!(file)?;
    file.as_file().sync_all()?;
    file.persist(place(state))?;
    files::sync_directory(state)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(sort: &str, group: Option<&str>) -> Option<Left> {
        Some(Left { sort: sort.into(), group: group.map(Into::into) })
    }

    #[test]
    fn each_library_has_its_own_and_what_is_as_at_first_is_not_kept() {
        let dir = tempfile::tempdir().unwrap();
        let (state, one, other) = (dir.path().join("a/b"), dir.path(), dir.path().join("c"));
        fs::create_dir(&other).unwrap();
        assert_eq!(recall(&state, one), None);
        keep(&state, one, None).unwrap();
        assert!(!state.exists(), "nothing to keep");
        keep(&state, one, left("title", None)).unwrap();
        keep(&state, &other, left("sideways", Some("tag"))).unwrap();
        assert_eq!(recall(&state, one), left("title", None));
        assert_eq!(recall(&state, &other.join("../c")), left("sideways", Some("tag")));
        keep(&state, one, None).unwrap();
        assert_eq!(recall(&state, one), None);
        assert_eq!(recall(&state, &other), left("sideways", Some("tag")));
        assert_eq!(fs::read_dir(&state).unwrap().count(), 1);
    }

    #[test]
    fn what_cannot_be_read_is_told_and_not_written_over() {
        let state = tempfile::tempdir().unwrap();
        fs::write(place(state.path()), "{").unwrap();
        assert_eq!(recall(state.path(), state.path()), None);
        let error = keep(state.path(), state.path(), left("title", None)).unwrap_err();
        assert!(error.to_string().starts_with("lists.json: EOF"), "{error}");
        assert!(trouble(state.path()).is_some());
        assert_eq!(fs::read(place(state.path())).unwrap(), b"{");
    }
}
