//! The zip archive that a book is: its files by their paths, and which of them are locked.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;

use super::plain;
use crate::format::Error;
use crate::format::archive::Allowance;
use crate::format::archive::zip::{self, Listed};
use crate::format::encoding;
use crate::format::html;

const CONTAINER: &str = "META-INF/container.xml";
const ENCRYPTION: &str = "META-INF/encryption.xml";

/// Fonts are scrambled so, and nothing else.
const SCRAMBLED: &[&str] =
    &["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];

/// Whether a file is a zip archive that says that it is a book, or is laid out like one.
pub(super) fn is_book(bytes: &[u8]) -> bool {
    let head = bytes.get(..200).unwrap_or(bytes);
    let says = memchr::memmem::find(head, b"mimetypeapplication/epub+zip").is_some();
    zip::is_zip(bytes)
        && (says || memchr::memmem::find(bytes, CONTAINER.as_bytes()).is_some())
        && zip::open(bytes).is_ok_and(|zip| says || zip.index_for_name(CONTAINER).is_some())
}

/// A book's files.
pub(super) struct Parcel<'a> {
    zip: Listed<'a>,
    places: HashMap<String, usize>,
    allowance: &'a mut Allowance,
}

impl<'a> Parcel<'a> {
    pub(super) fn open(bytes: &'a [u8], allowance: &'a mut Allowance) -> Result<Self, Error> {
        let zip = zip::open(bytes)?;
        let name = |at| Some((key(&zip.name_for_index(at)?.ok()?), at));
        let places = (0..zip.len()).filter_map(name).collect();
        Ok(Self { zip, places, allowance })
    }

    /// Takes one document off what is allowed.
    pub(super) fn count(&mut self) -> Result<(), Error> {
        self.allowance.count()
    }

    /// The text of a file, and its encoding.
    pub(super) fn text(&mut self, path: &str) -> Result<(String, &'static str), Error> {
        let missing = || Error::Damaged("the book names it and does not have it".into());
        let place = self.places.get(&key(path)).copied().ok_or_else(missing)?;
        let bytes = zip::inflate(&mut self.zip, place, self.allowance)?;
        encoding::decode(&bytes)
    }

    /// The path of the package document, which tells all else.
    pub(super) fn package(&mut self) -> Result<String, Error> {
        let (container, _) = self.text(CONTAINER).unwrap_or_default();
        let rootfile = tags(&container).into_iter().find(|tag| local(tag.name) == "rootfile");
        let path = rootfile.and_then(|tag| tag.attribute("full-path"));
        let mut others: Vec<&String> = self.places.keys().filter(|k| k.ends_with(".opf")).collect();
        others.sort();
        let found = path.map(plain).or_else(|| others.first().map(|path| (*path).clone()));
        found.ok_or_else(|| Error::Damaged("the book has no list of its contents".into()))
    }

    /// The files that are locked.
    pub(super) fn locked(&mut self) -> HashSet<String> {
        let (text, _) = self.text(ENCRYPTION).unwrap_or_default();
        let mut locked = HashSet::new();
        let mut is_font = false;
        for tag in tags(&text) {
            match local(tag.name) {
                "EncryptedData" => is_font = false,
                "EncryptionMethod" => {
                    let algorithm = tag.attribute("Algorithm").unwrap_or_default();
                    is_font = SCRAMBLED.contains(&algorithm);
                }
                "CipherReference" if !is_font => {
                    locked.extend(tag.attribute("URI").map(|uri| resolve("", uri)));
                }
                _ => {}
            }
        }
        locked
    }
}

/// Names in one normal form, since file systems change it.
fn key(path: &str) -> String {
    path.nfc().collect()
}

/// The start tags of an XML document, and of one that is only nearly so.
pub(super) fn tags(text: &str) -> Vec<html::Tag<'_>> {
    let mut at = 0;
    let next = || {
        let tag = html::next_tag(text, at)?;
        at = tag.end;
        Some(tag)
    };
    std::iter::from_fn(next).filter(|tag| !tag.is_end).collect()
}

/// A name without its prefix.
pub(super) fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// The path of a file of the book that a reference names, as seen from another.
pub(super) fn resolve(from: &str, reference: &str) -> String {
    let reference = plain(reference);
    let path = reference.split('#').next().unwrap_or_default();
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let path = unquote(path);
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// The bytes that `%41` stands for.
fn unquote(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let hex = after.first_chunk::<2>().and_then(|hex| std::str::from_utf8(hex).ok());
        let quoted = hex.filter(|_| byte == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(quoted.unwrap_or(byte));
        rest = if quoted.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_seen_from_the_file_that_has_them() {
        assert_eq!(resolve("OEBPS/content.opf", "text/a.xhtml#x"), "OEBPS/text/a.xhtml");
        assert_eq!(resolve("OEBPS/nav/toc.xhtml", "../text/a%20b.xhtml"), "OEBPS/text/a b.xhtml");
        assert_eq!(resolve("a.opf", "%D9%81%D8%B5%D9%84.xhtml"), "فصل.xhtml");
        assert_eq!(resolve("a/b.opf", "../../../c"), "c");
        assert_eq!(resolve("", "50%&amp;x"), "50%&x");
    }
}
