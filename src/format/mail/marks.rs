//! Whether a mail was read and flagged: by its file's name in a Maildir, by its header in an mbox.

use crate::article::Given;
use crate::format::mime::Fields;

/// What the mail program had marked.
pub(super) fn given(fields: &Fields, name: &str) -> Given {
    let mut given = flags(name).map(of_flags).unwrap_or_default();
    let status = |name: &str| fields.text(name).unwrap_or_default();
    let (status, extended) = (status("status"), status("x-status"));
    if !(status.is_empty() && extended.is_empty()) {
        given.read = given.read.or(Some(status.contains('R')));
        given.bookmarked = given.bookmarked.or(Some(extended.contains('F')));
    }
    let mozilla = fields.text("x-mozilla-status");
    if let Some(bits) = mozilla.and_then(|bits| u32::from_str_radix(&bits, 16).ok()) {
        given.read = given.read.or(Some(bits & 1 != 0));
        given.bookmarked = given.bookmarked.or(Some(bits & 4 != 0));
    }
    given
}

fn of_flags(flags: &str) -> Given {
    let (read, bookmarked) = (Some(flags.contains('S')), Some(flags.contains('F')));
    Given { read, bookmarked, ..Given::default() }
}

/// The flags of a Maildir. File systems that have no colon in names get another sign.
fn flags(name: &str) -> Option<&str> {
    let (_, flags) = parted(name)?;
    Some(flags)
}

/// The name without flags and ending.
pub(super) fn without_flags(name: &str) -> &str {
    let name = parted(name).map_or(name, |(name, _)| name);
    name.strip_suffix(".eml").unwrap_or(name)
}

fn parted(name: &str) -> Option<(&str, &str)> {
    let (name, flags) = name.rsplit_once("2,")?;
    let name = name.strip_suffix([':', ';', '!', '_', '\u{f022}', '\u{f03a}'])?;
    flags.chars().all(|flag| flag.is_ascii_alphabetic()).then_some((name, flags))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(name: &str, header: &str) -> (Option<bool>, Option<bool>) {
        let given = given(&Fields::split(header.as_bytes()).0, name);
        (given.read, given.bookmarked)
    }

    #[test]
    fn a_maildirs_names_tell() {
        assert_eq!(marks("1710.M1P2.host:2,FS", ""), (Some(true), Some(true)));
        assert_eq!(marks("1710.M1P2.host,S=12;2,S", ""), (Some(true), Some(false)));
        assert_eq!(marks("1710.M1P2.host!2,", ""), (Some(false), Some(false)));
        assert_eq!(marks("1710.M1P2.host", ""), (None, None));
        assert_eq!(marks("chapter 2, part.eml", ""), (None, None));
    }

    #[test]
    fn a_header_may_tell() {
        assert_eq!(marks("", "Status: RO\nX-Status: F\n\n"), (Some(true), Some(true)));
        assert_eq!(marks("", "Status: O\n\n"), (Some(false), Some(false)));
        assert_eq!(marks("", "X-Mozilla-Status: 0005\n\n"), (Some(true), Some(true)));
        assert_eq!(marks("", "X-Mozilla-Status: 0000\n\n"), (Some(false), Some(false)));
    }
}
