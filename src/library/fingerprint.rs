//! What a file is known by besides the article in it: its size, and a hash of its bytes where that is cheap
//! to have. It tells that a file is the same when it is read in another way than before.

use std::fs;

use super::{Version, catalogue, read};

/// Larger files are not read for it.
const MOST: u64 = 4 << 20;

/// What a file is known by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fingerprint {
    /// In bytes.
    pub size: u64,
    /// A hash of the bytes and of the article's place among them; none of a large file.
    pub bytes: Option<String>,
}

/// The fingerprint of the file that a version is in; none where it is no file, or is gone.
#[must_use]
pub fn fingerprint(version: &Version) -> Option<Fingerprint> {
    let item = &version.item;
    let found = item.is_file().then(|| fs::metadata(&item.path).ok()).flatten()?;
    let size = found.len();
    let bytes = (found.is_file() && size <= MOST).then(|| read::bytes(item).ok()).flatten();
    let bytes = bytes.map(|(bytes, _)| {
        let (member, index) = (version.member.as_ref(), version.index.to_le_bytes());
        let parts = [Some(&bytes[..]), member.map(String::as_bytes), Some(&index[..])];
        format!("{:016x}", catalogue::hash("bytes", &parts))
    });
    Some(Fingerprint { size, bytes })
}
