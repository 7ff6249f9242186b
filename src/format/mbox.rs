//! Many mails in one file, parted by lines of `From `: what mail programs export.

use super::Error;
use super::Failure;
use super::File;
use super::Format;
use super::Kind;
use super::Reading;
use super::mail;
use super::mime::Fields;

pub(super) const FORMAT: Format = Format {
    name: "mbox",
    extensions: &["mbox", "mbx"],
    about: "mailboxes in one file, a mail after the other",
    kind: Kind::Bytes { recognises, read },
};

/// The fields that a mail in a mailbox has at least one of.
const FIELDS: [&str; 6] = ["from", "date", "subject", "message-id", "received", "return-path"];

fn recognises(file: &File) -> bool {
    starts_mail(file.bytes.trim_ascii_start())
}

/// Whether a line that parts mails stands here: a year in it, fields below it.
fn starts_mail(bytes: &[u8]) -> bool {
    let end = memchr::memchr(b'\n', bytes).unwrap_or(bytes.len());
    let (line, rest) = bytes.split_at_checked(end).unwrap_or_default();
    let has_year = line.windows(4).any(|year| year.iter().all(u8::is_ascii_digit));
    if !line.starts_with(b"From ") || !has_year || line.len() > 300 {
        return false;
    }
    let rest = rest.get(1..).unwrap_or_default();
    let (fields, _) = Fields::split(rest.get(..16 << 10).unwrap_or(rest));
    FIELDS.iter().any(|name| fields.has(name))
}

fn read(file: &File) -> Result<Reading, Error> {
    let mut reading = Reading::default();
    for (index, bytes) in messages(file.bytes).into_iter().enumerate() {
        match mail::read_message(&unquoted(bytes), file) {
            Ok(part) => reading.parts.push(super::Part { format: FORMAT.name, ..part }),
            Err(error) => {
                let place = format!("{}", index + 1);
                reading.failures.push(Failure { place, error });
            }
        }
    }
    Ok(reading)
}

/// The mails: each begins at the start or below an empty line.
fn messages(bytes: &[u8]) -> Vec<&[u8]> {
    let bytes = bytes.trim_ascii_start();
    let found = memchr::memmem::find_iter(bytes, b"\nFrom ").map(|at| at + 1);
    let is_start = |at: &usize| {
        let before = bytes.get(..*at).unwrap_or_default();
        let is_below_empty = before.ends_with(b"\n\n") || before.ends_with(b"\r\n\r\n");
        is_below_empty && starts_mail(bytes.get(*at..).unwrap_or_default())
    };
    let starts: Vec<usize> = std::iter::once(0).chain(found.filter(is_start)).collect();
    let ends = starts.iter().copied().skip(1).chain([bytes.len()]);
    starts.iter().zip(ends).filter_map(|(start, end)| bytes.get(*start..end)).collect()
}

/// Lines that begin with `From ` were quoted, lest they part.
fn unquoted(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(bytes.len());
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let bare = line.strip_prefix(b">").filter(|bare| bare.starts_with(b"From "));
        text.extend_from_slice(bare.unwrap_or(line));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format;

    const BOX: &str = "From ada@a.example Sat Mar 23 10:30:00 2024\nFrom: Ada Venn <ada@a.example>\n\
        Subject: First\nDate: Sat, 23 Mar 2024 10:30:00 +0000\nStatus: RO\n\nOne.\n\n>From here on.\n\nFrom there to here in 2024.\n\n\
        From tom@a.example Sun Mar 24 10:30:00 2024\nFrom: Tom Baraka <tom@a.example>\nSubject: Second\n\nTwo.\n";

    #[test]
    fn every_mail_is_an_article() {
        let reading = format::read(&File::new("Inbox", BOX.as_bytes())).unwrap();
        let titles: Vec<&str> =
            reading.parts.iter().map(|part| part.article.metadata.title.as_str()).collect();
        assert_eq!(titles, ["First", "Second"]);
        let first = &reading.parts[0];
        assert_eq!((first.format, first.article.given.read), ("mbox", Some(true)));
        assert_eq!(first.article.text(), "One.\nFrom here on.\nFrom there to here in 2024.");
    }

    #[test]
    fn a_letter_that_begins_with_from_is_none() {
        for text in ["From here on, in 2024, we sail.\n\nAnd on.", "From: x\nSubject: y\n\nz"] {
            assert!(!recognises(&File::new("a.txt", text.as_bytes())), "{text}");
        }
    }
}
