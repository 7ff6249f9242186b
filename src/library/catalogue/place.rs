//! Where entries lie, and where records say that their text lies.

use std::path::{Component, Path, PathBuf};

use crate::library::Entry;

/// A file, and the member of the archive that it is.
pub(super) type Place = (PathBuf, Option<String>);

/// Parts the path of an archive from that of its member.
const INSIDE: &str = "!/";

/// Where the text of a record is said to be, seen from its own file or member, the best first.
pub(super) fn texts(entry: &Entry) -> impl Iterator<Item = Place> + use<'_> {
    entry.text_in.iter().map(|path| match &entry.member {
        None => {
            let folder = entry.item.path.parent().unwrap_or(Path::new(""));
            (joined(folder, path), None)
        }
        Some(member) => {
            let (archive, own) = member.rsplit_once(INSIDE).unwrap_or(("", member));
            let folder = Path::new(own).parent().unwrap_or(Path::new(""));
            let inner = joined(folder, path);
            let parted = if archive.is_empty() { "" } else { INSIDE };
            (entry.item.path.clone(), Some(format!("{archive}{parted}{}", inner.to_string_lossy())))
        }
    })
}

/// A path in a folder, without the steps that lead nowhere.
fn joined(folder: &Path, path: &str) -> PathBuf {
    let mut joined = PathBuf::new();
    for part in folder.join(path).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if joined.file_name().is_some() => {
                joined.pop();
            }
            part => joined.push(part),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_that_lead_nowhere_are_left_out() {
        let joined = |folder: &str, path| joined(Path::new(folder), path).display().to_string();
        assert_eq!(joined("o/highlights", "../content/a.html"), "o/content/a.html");
        assert_eq!(joined("", "./x/../content/b.html"), "content/b.html");
        assert_eq!(joined("", "../b.html"), "../b.html");
    }
}
