//! What lies beside articles in the folders of a library, as it is on disk. What is passed over is
//! counted, not told file by file; which names those are, folders and archives have in common.

use std::path::Path;

use crate::format::Surroundings;

/// The file system, links followed.
pub(super) struct Disk;

impl Surroundings for Disk {
    fn has_file(&self, path: &Path) -> bool {
        path.is_file()
    }

    fn has_folder(&self, path: &Path) -> bool {
        path.is_dir()
    }
}
