//! Paths as bytes, seen from the library: so that a library keeps its cache however it is named, and
//! no name is changed by being kept.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// A path as the cache has it.
pub(super) type Bytes<'a> = Cow<'a, [u8]>;

/// The bytes of a path, without those of the library's own.
pub(super) fn inside<'a>(root: &Path, path: &'a Path) -> Bytes<'a> {
    bytes(path.strip_prefix(root).unwrap_or(path))
}

#[cfg(unix)]
pub(super) fn bytes(path: &Path) -> Bytes<'_> {
    use std::os::unix::ffi::OsStrExt;
    Cow::Borrowed(path.as_os_str().as_bytes())
}

#[cfg(unix)]
pub(super) fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

/// Names on Windows need not be Unicode: they are kept as the numbers that they are there.
#[cfg(windows)]
pub(super) fn bytes(path: &Path) -> Bytes<'_> {
    use std::os::windows::ffi::OsStrExt;
    Cow::Owned(path.as_os_str().encode_wide().flat_map(u16::to_le_bytes).collect())
}

#[cfg(windows)]
pub(super) fn path(bytes: &[u8]) -> PathBuf {
    use std::os::windows::ffi::OsStringExt;
    let pairs = bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok());
    let wide: Vec<u16> = pairs.map(u16::from_le_bytes).collect();
    PathBuf::from(std::ffi::OsString::from_wide(&wide))
}
