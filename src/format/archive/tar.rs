//! tar: members in a row, each after its name. Long names stand in members of their own (GNU's `L`,
//! POSIX's `x`), which are read here, so that a name of a gigabyte is not.

use std::io::Read;

use ::tar::{Archive, Entry, EntryType};

use super::Contents;
use super::name;
use crate::format::Error;

/// The length of a header.
pub(super) const BLOCK: u64 = 512;

/// A path is shorter, and what pax headers tell besides.
const MAX_NAME: u64 = 64 << 10;

/// Opens the stream once more from its beginning.
type Open<'a> = &'a dyn Fn() -> Box<dyn Read + 'a>;

/// What is done with a member and its raw name.
type Visit<'v, 'a> = dyn FnMut(&[u8], &mut Entry<Box<dyn Read + 'a>>) -> Result<(), Error> + 'v;

/// Whether a file begins as tar does: with a sign, or, in the oldest, with a header that adds up.
pub(super) fn is_tar(head: &[u8]) -> bool {
    let Some(header) = head.first_chunk::<512>() else { return false };
    let field = header.get(148..156).unwrap_or_default();
    let digits: String =
        field.iter().filter(|b| b.is_ascii_digit()).map(|b| char::from(*b)).collect();
    let sum = u32::from_str_radix(&digits, 8).ok();
    let rest = header.iter().enumerate().filter(|(at, _)| !(148..156).contains(at));
    let found = rest.map(|(_, byte)| u32::from(*byte)).sum::<u32>() + 8 * u32::from(b' ');
    header.first() != Some(&0) && sum == Some(found)
}

/// Reads the members: first their names, to know which folders belong to pages, then what they hold.
pub(super) fn unpack(contents: &mut Contents, open: Open) {
    let mut names = Vec::new();
    // A fault stops the second walk at the same place, and is told there.
    let _told_later = walk(open(), &mut |name, _| {
        names.push(name.to_vec());
        Ok(())
    });
    let decode = name::decoder(&names);
    for name in &names {
        contents.names.note(&name::tidy(&decode(name)));
    }
    let mut inflated = 0;
    let end = walk(open(), &mut |raw, entry| {
        contents.allowance.count()?;
        inflated += BLOCK + entry.size();
        member(contents, &decode(raw), entry);
        Ok(())
    });
    contents.allowance.spend(inflated);
    if let Err(error) = end {
        contents.fail("", error);
    }
}

fn member(contents: &mut Contents, name: &str, entry: &mut Entry<Box<dyn Read + '_>>) {
    let kind = entry.header().entry_type();
    let name = name::tidy(name);
    if kind.is_dir() || name.ends_with('/') || !contents.wants(&name) {
        return;
    }
    match kind {
        EntryType::Regular | EntryType::Continuous => {
            if let Some(error) = name::fault(&name) {
                return contents.fail(&name, error);
            }
            let size = entry.size();
            let (bytes, error) = contents.allowance.inflate(&mut *entry, size);
            let whole = bytes.len() as u64 == size;
            match error {
                None if whole => contents.take(&name, &bytes),
                None => contents.fail(&name, Error::Damaged("the archive ends in it".into())),
                Some(error) => contents.fail(&name, error),
            }
        }
        EntryType::Link | EntryType::Symlink => contents.fail(&name, name::LINK),
        EntryType::GNUSparse => {
            contents.fail(&name, Error::Unsupported("a sparse file; unpack the archive first"));
        }
        _ => contents.fail(&name, Error::Unsupported("not a regular file")),
    }
}

/// Visits each member with its raw name.
fn walk<'a>(stream: Box<dyn Read + 'a>, visit: &mut Visit<'_, 'a>) -> Result<(), Error> {
    let mut archive = Archive::new(stream);
    let damaged = |error: std::io::Error| Error::Damaged(error.to_string());
    let mut long = None;
    for entry in archive.entries().map_err(damaged)?.raw(true) {
        let mut entry = entry.map_err(damaged)?;
        match entry.header().entry_type() {
            EntryType::GNULongName => {
                let mut name = text(&mut entry);
                name.truncate(name.iter().position(|byte| *byte == 0).unwrap_or(name.len()));
                long = Some(name);
            }
            EntryType::XHeader => long = pax_path(&text(&mut entry)).or(long),
            EntryType::XGlobalHeader | EntryType::GNULongLink => {}
            _ => {
                let name = long.take().unwrap_or_else(|| entry.path_bytes().into_owned());
                visit(&name, &mut entry)?;
            }
        }
    }
    Ok(())
}

fn text(entry: &mut Entry<Box<dyn Read + '_>>) -> Vec<u8> {
    let mut text = Vec::new();
    // A stream that breaks off here breaks the walk as well.
    let _told_later = entry.take(MAX_NAME).read_to_end(&mut text);
    text
}

/// The path in the records of a pax header, each `LENGTH KEY=VALUE` and a line feed.
fn pax_path(records: &[u8]) -> Option<Vec<u8>> {
    let mut rest = records;
    loop {
        let space = rest.iter().position(|byte| *byte == b' ')?;
        let length = std::str::from_utf8(rest.get(..space)?).ok()?.parse::<usize>().ok()?;
        let (record, after) = rest.split_at_checked(length)?;
        let field = record.get(space + 1..)?;
        if let Some(path) = field.strip_prefix(b"path=") {
            return Some(path.strip_suffix(b"\n").unwrap_or(path).to_vec());
        }
        if length == 0 {
            return None;
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_that_adds_up_is_tar() {
        let mut header = ::tar::Header::new_old();
        header.set_path("a.txt").unwrap();
        header.set_size(3);
        header.set_cksum();
        assert!(is_tar(header.as_bytes()));
        assert!(!is_tar(&[0; 512]) && !is_tar(&[b'a'; 600]) && !is_tar(b"short"));
    }

    #[test]
    fn the_path_is_found_among_other_records() {
        assert_eq!(pax_path(b"999 path=a.md\n"), None, "a record that lies about its length");
        assert_eq!(pax_path(b"0 path=a.md\n"), None);
        let record = |field: &str| {
            let length = field.len() + 4;
            format!("{length} {field}\n")
        };
        let records = record("mtime=1700000000") + &record("path=a/خبر.md");
        assert_eq!(pax_path(records.as_bytes()).as_deref(), Some("a/خبر.md".as_bytes()));
    }
}
