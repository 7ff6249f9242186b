//! Reading a file in place: without a position that threads would have to share, and without a map,
//! which faults when the file shrinks.

use std::fs::File;
use std::io;
use std::ops::Range;

/// The bytes of `file` in `span`, read into `buffer`.
pub(super) fn read<'a>(
    file: &File,
    span: Range<u64>,
    buffer: &'a mut Vec<u8>,
) -> io::Result<&'a [u8]> {
    let length = usize::try_from(span.end.saturating_sub(span.start)).map_err(io::Error::other)?;
    if buffer.len() < length {
        buffer.resize(length, 0);
    }
    let bytes = buffer.get_mut(..length).unwrap_or_default();
    read_exact_at(file, bytes, span.start)?;
    Ok(bytes)
}

#[cfg(unix)]
fn read_exact_at(file: &File, bytes: &mut [u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, at)
}

#[cfg(windows)]
fn read_exact_at(file: &File, mut bytes: &mut [u8], mut at: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        let read = std::os::windows::fs::FileExt::seek_read(file, bytes, at)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        bytes = bytes.get_mut(read..).unwrap_or_default();
        at += read as u64;
    }
    Ok(())
}
