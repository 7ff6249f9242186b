//! The way from a library's own folder down to one of its folders: how deep it is, and that no folder is
//! on it twice, as where one is mounted inside itself.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::Reason;

/// Deeper than this is a loop or a trap.
const MAX_DEPTH: usize = 64;

/// A way; the default one is empty.
#[derive(Clone, Debug, Default)]
pub(super) struct Way(Option<Arc<Step>>);

#[derive(Debug)]
struct Step {
    folder: Option<Id>,
    above: Way,
    depth: usize,
}

/// The device and the number there; no two folders have the same.
type Id = (u64, u64);

impl Way {
    /// The way into a folder at its end, or why it is not gone.
    pub(super) fn enter(&self, folder: &Path) -> Result<Self, Reason> {
        self.onto(id(folder))
    }

    fn onto(&self, folder: Option<Id>) -> Result<Self, Reason> {
        let depth = self.0.as_ref().map_or(0, |last| last.depth + 1);
        if depth >= MAX_DEPTH {
            return Err(Reason::TooDeep);
        }
        if folder.is_some() && self.steps().any(|step| step.folder == folder) {
            return Err(Reason::FolderLoop);
        }
        Ok(Self(Some(Arc::new(Step { folder, above: self.clone(), depth }))))
    }

    fn steps(&self) -> impl Iterator<Item = &Step> {
        std::iter::successors(self.0.as_deref(), |step| step.above.0.as_deref())
    }
}

#[cfg(unix)]
fn id(folder: &Path) -> Option<Id> {
    use std::os::unix::fs::MetadataExt;
    let metadata = fs::metadata(folder).ok()?;
    Some((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn id(_: &Path) -> Option<Id> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_folder_is_on_its_own_way_and_no_way_is_endless() {
        let root = Way::default().onto(Some((1, 1))).unwrap();
        let inner = root.onto(Some((1, 2))).unwrap();
        assert!(inner.onto(Some((2, 1))).is_ok(), "another device");
        assert!(root.onto(Some((1, 2))).is_ok(), "beside it, not below it");
        assert_eq!(inner.onto(Some((1, 1))).unwrap_err(), Reason::FolderLoop);
        let mut way = inner;
        for _ in 2..MAX_DEPTH {
            way = way.onto(None).unwrap();
        }
        assert_eq!(way.onto(None).unwrap_err(), Reason::TooDeep);
    }
}
