//! `SingleFile`'s pages that unpack themselves: an HTML page that any browser opens, with a zip archive
//! in a comment of it, where the saved page is `index.html`. Scripts would unpack it in a browser; here
//! the archive is read where it lies, in memory. Other archives are other formats.

use std::io::Cursor;
use std::io::Read;

use memchr::memmem;
use zip::ZipArchive;

use crate::format::Document;
use crate::format::Error;
use crate::format::File;
use crate::format::Format;
use crate::format::Kind;
use crate::format::Part;
use crate::format::Reading;

pub(in crate::format) const FORMAT: Format = Format {
    name: "html-zip",
    extensions: &[],
    about: "SingleFile's compressed pages: HTML and a zip archive in one file",
    kind: Kind::Bytes { recognises, read },
};

/// How far from the top the program names itself.
const HEAD: usize = 4096;
/// How far from the end the archive's directory ends (APPNOTE 4.3.16: a comment of 64 KiB at most).
const TAIL: usize = 70_000;
/// The fixed part of the record that ends the directory.
const END_LENGTH: usize = 22;
const END: &[u8] = b"PK\x05\x06";
/// No page's mark-up is longer; what claims to be is a bomb.
const LONGEST: u64 = 128 << 20;
const PAGE: &str = "index.html";

fn recognises(file: &File) -> bool {
    let head = file.bytes.get(..HEAD.min(file.bytes.len())).unwrap_or_default();
    head.trim_ascii_start().starts_with(b"<")
        && memmem::find(head, b"SingleFile").is_some()
        && end(file.bytes).is_some()
}

/// Past the record that ends the archive's directory.
fn end(bytes: &[u8]) -> Option<usize> {
    let start = bytes.len().saturating_sub(TAIL);
    let place = memmem::rfind(bytes.get(start..)?, END)?;
    Some(start + place + END_LENGTH).filter(|&end| end <= bytes.len())
}

fn read(file: &File) -> Result<Reading, Error> {
    let page = unpack(file.bytes).ok_or(Error::NoArticle("the page packed into it is damaged"))?;
    let inner = File { name: file.name, bytes: &page, wish: file.wish.clone(), depth: file.depth };
    let mut document = Document::decode(&inner)?;
    // Where it came from is told by the outer page.
    let outer =
        String::from_utf8_lossy(file.bytes.get(..HEAD.min(file.bytes.len())).unwrap_or_default());
    if let Some(comment) = outer.split("<!--").nth(1).and_then(|rest| rest.split("-->").next()) {
        document.text = format!("<!--{comment}-->{}", document.text);
    }
    let encoding = document.encoding;
    let part = |article| Part { article, format: super::FORMAT.name, encoding, member: None };
    let parts = super::read(&document)?.into_iter().map(part).collect();
    Ok(Reading { parts, failures: Vec::new() })
}

/// The saved page. What follows the archive is cut off, since readers of archives look for its end.
fn unpack(bytes: &[u8]) -> Option<Vec<u8>> {
    let archive = bytes.get(..end(bytes)?)?;
    let mut archive = ZipArchive::new(Cursor::new(archive)).ok()?;
    let member = archive.by_name(PAGE).ok()?;
    let mut page = Vec::new();
    member.take(LONGEST).read_to_end(&mut page).ok()?;
    Some(page)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format;

    const SAVED: &[u8] =
        include_bytes!("../../../tests/fixtures/format/singlefile/arabic.zip.html");

    #[test]
    fn a_page_that_unpacks_itself_is_read() {
        let reading = format::read(&File::new("arabic.zip.html", SAVED)).unwrap();
        let article = &reading.parts[0].article;
        assert_eq!(article.metadata.title, "المرفأ القديم يفتح أبوابه بعد أحد عشر يوماً من العواصف");
        assert_eq!(article.metadata.source.as_deref(), Some("صحيفة الساحل"));
        assert!(article.metadata.saved.is_some());
        assert!(article.text().contains("سلطان إبراهيم"));
        assert_eq!(reading.parts[0].format, "html");
    }

    #[test]
    fn a_damaged_one_says_so_and_a_plain_one_is_none() {
        let place = memmem::rfind(SAVED, b"PK\x01\x02").unwrap();
        let mut damaged = SAVED.to_vec();
        damaged[place - 200..place + 40].fill(0);
        let _ = format::read(&File::new("a.html", &damaged));
        assert!(!recognises(&File::new("a.html", b"<html><!-- Page saved with SingleFile -->")));
        for length in (0..SAVED.len()).step_by(4001) {
            let _ = format::read(&File::new("a.html", &SAVED[..length]));
        }
    }
}
