//! zip: a list of members at the end, and the members. Without the list, as when a download broke
//! off, the members are read one after the other from the beginning.

use std::io::{Cursor, Read};

use ::zip::CompressionMethod;
use ::zip::ZipArchive;
use ::zip::read::{ZipFile, ZipFileEntry, read_zipfile_from_stream};
use ::zip::result::ZipError;

use super::allowance::{MEMBERS, is_too_many};
use super::name;
use super::{Allowance, Contents};
use crate::format::Error;

/// The list of a zip archive.
pub(in crate::format) type Listed<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// What is wrong with most archives that a download cut short.
const NO_LIST: &str = "its list of members is missing or broken; copy or download it again";

/// What is said of a member that needs more than inflating.
const PACKED: Error =
    Error::Unsupported("packed in a way that is not read here; unpack the archive first");

/// What stands before each member of the list.
const LISTED: &[u8] = b"PK\x01\x02";

/// Whether a file begins as zip does.
pub(in crate::format) fn is_zip(head: &[u8]) -> bool {
    [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"].iter().any(|sign| head.starts_with(*sign))
}

/// Reads the list.
pub(in crate::format) fn open(bytes: &[u8]) -> Result<Listed<'_>, Error> {
    // The list is kept in memory, so it is counted before.
    if is_too_many(memchr::memmem::find_iter(bytes, LISTED).count()) {
        return Err(MEMBERS);
    }
    ZipArchive::new(Cursor::new(bytes)).map_err(error)
}

/// What one member holds.
pub(in crate::format) fn inflate(
    zip: &mut Listed<'_>,
    place: usize,
    allowance: &mut Allowance,
) -> Result<Vec<u8>, Error> {
    let file = zip.by_index(place).map_err(error)?;
    let packed = file.compressed_size();
    match allowance.inflate(file, packed) {
        (bytes, None) => Ok(bytes),
        (_, Some(error)) => Err(error),
    }
}

/// Reads all members.
pub(super) fn unpack(contents: &mut Contents) -> Result<(), Error> {
    match open(contents.file.bytes) {
        Ok(listed) => by_list(contents, listed),
        Err(fault @ Error::TooLarge(_)) => Err(fault),
        Err(fault) => {
            by_turns(contents);
            contents.fail("", fault);
            Ok(())
        }
    }
}

fn by_list(contents: &mut Contents, mut zip: Listed<'_>) -> Result<(), Error> {
    let list = zip.metadata();
    let entries = || (0..list.len()).filter_map(|at| Some((at, list.entry(at).ok()?)));
    let raw: Vec<Vec<u8>> = entries().map(|(_, entry)| entry.name_raw().to_vec()).collect();
    let decode = name::decoder(&raw);
    let names: Vec<String> = raw.iter().map(|name| name::tidy(&decode(name))).collect();
    if let Some(office) = office(&names) {
        return Err(office);
    }
    for name in &names {
        contents.names.note(name);
    }
    for ((at, entry), name) in entries().zip(&names) {
        if entry.is_dir() || name.ends_with('/') || !contents.wants(name) {
            continue;
        }
        if let Err(error) = contents.allowance.count() {
            contents.fail("", error);
            return Ok(());
        }
        match fault(&entry, name) {
            Some(fault) => contents.fail(name, fault),
            None => member(contents, name, zip.by_index(at)),
        }
    }
    if list.has_duplicate_names() {
        let twice = "members of the same name; only one of each can be read".to_owned();
        contents.fail("", Error::Damaged(twice));
    }
    Ok(())
}

fn fault(entry: &ZipFileEntry, name: &str) -> Option<Error> {
    if entry.is_symlink() {
        return Some(name::LINK);
    }
    if !matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
        return Some(if entry.encrypted() { Error::Locked } else { PACKED });
    }
    if entry.encrypted() { Some(Error::Locked) } else { name::fault(name) }
}

fn member<R: Read>(contents: &mut Contents, name: &str, file: Result<ZipFile<'_, R>, ZipError>) {
    let file = match file {
        Ok(file) => file,
        Err(fault) => return contents.fail(name, error(fault)),
    };
    let packed = file.compressed_size();
    match contents.allowance.inflate(file, packed) {
        (bytes, None) => contents.take(name, &bytes),
        (_, Some(error)) => contents.fail(name, error),
    }
}

/// The members as they stand, until one is broken.
fn by_turns(contents: &mut Contents) {
    let mut rest = Cursor::new(contents.file.bytes);
    while let Ok(Some(file)) = read_zipfile_from_stream(&mut rest) {
        let name = name::tidy(&name::decoder(&[file.name_raw().to_vec()])(file.name_raw()));
        let wanted = !file.is_dir() && !name.ends_with('/') && contents.wants(&name);
        let fault = name::fault(&name);
        match fault {
            _ if !wanted => {}
            Some(fault) => contents.fail(&name, fault),
            None => member(contents, &name, Ok(file)),
        }
        if let Err(error) = contents.allowance.count() {
            return contents.fail("", error);
        }
    }
}

/// What other programs' documents are, which are zip archives too.
fn office(names: &[String]) -> Option<Error> {
    let begins = |start: &str| names.iter().any(|name| name.starts_with(start));
    let has = |name: &str| names.iter().any(|known| known == name);
    let is_microsoft = has("[Content_Types].xml");
    let is_open = has("mimetype") && has("content.xml") && has("META-INF/manifest.xml");
    let kind = match () {
        () if is_microsoft && begins("word/") || is_open => {
            "a word processor's document; save it as text or HTML"
        }
        () if is_microsoft && begins("xl/") => "a spreadsheet; save it as text or HTML",
        () if is_microsoft && begins("ppt/") => "a presentation; save it as text or HTML",
        () if has("META-INF/MANIFEST.MF") || has("AndroidManifest.xml") => {
            "a program, packed as a zip archive"
        }
        () => return None,
    };
    Some(Error::Unsupported(kind))
}

/// A fault in words to act on.
fn error(error: ZipError) -> Error {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Error::Locked
        }
        ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => PACKED,
        ZipError::InvalidArchive(_) => Error::Damaged(NO_LIST.to_owned()),
        other => Error::Damaged(other.to_string()),
    }
}
