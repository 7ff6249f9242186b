//! Whether files can change without this system knowing of it: on network drives and in what other
//! programs show as files.

use std::path::Path;

/// Of `statfs(2)` and the kernel's `magic.h`: NFS, SMB, CIFS, SMB2, 9P, Coda, AFS, Ceph, FUSE,
/// `VirtualBox` shares.
#[cfg(target_os = "linux")]
const REMOTE: [u32; 10] = [
    0x6969,
    0x517b,
    0xff53_4d42,
    0xfe53_4d42,
    0x0102_1997,
    0x7375_7245,
    0x5346_414f,
    0x00c3_6400,
    0x6573_5546,
    0x786f_4256,
];

/// Whether the file system of a path is of that kind. One that cannot be asked is taken for one.
#[cfg(target_os = "linux")]
pub(super) fn is_remote(path: &Path) -> bool {
    let kind = rustix::fs::statfs(path).map(|system| system.f_type);
    // The kernel's numbers have 32 bits; the field is wider on some machines, and signed on others.
    kind.map_or(true, |kind| REMOTE.map(i128::from).contains(&(i128::from(kind) & 0xffff_ffff)))
}

/// Whether the path without links names a server.
#[cfg(windows)]
pub(super) fn is_remote(path: &Path) -> bool {
    use std::path::{Component, Prefix};
    let Some(Component::Prefix(prefix)) = path.components().next() else { return true };
    matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
}

/// Whether it is mounted below where systems put what is not their own disk.
#[cfg(not(any(target_os = "linux", windows)))]
pub(super) fn is_remote(path: &Path) -> bool {
    ["/Volumes", "/net", "/Network", "/mnt", "/media"].iter().any(|mounts| path.starts_with(mounts))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_is_not_trusted() {
        assert!(is_remote(Path::new("/no/such/place")));
        assert!(!is_remote(Path::new("/proc")));
    }
}
