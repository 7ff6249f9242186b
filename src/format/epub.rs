//! EPUB: books, and the reading lists that wallabag, Readeck and Calibre put into one. Each entry of
//! the table of contents is an article, its source is the book.
//!
//! A book is a zip archive and shares what archives may inflate. Styles, pictures and fonts are not
//! looked at; a book locked by its seller is told as such.

mod chapter;
mod facts;
mod package;
mod parcel;
mod toc;

use std::collections::HashSet;

use super::archive::Allowance;
use super::budget;
use super::{Error, Failure, File, Format, Kind, Part, Reading, html};
use chapter::Chapter;
use package::Package;
use parcel::Parcel;

pub(super) const FORMAT: Format = Format {
    name: "epub",
    extensions: &["epub"],
    about: "EPUB books and exported reading lists, an article for each chapter",
    kind: Kind::Bytes { recognises, read },
};

/// More documents than any book has.
const MAX_DOCUMENTS: usize = 5_000;

/// Whether a file is a book.
pub(super) fn recognises(file: &File) -> bool {
    parcel::is_book(file.bytes)
}

fn read(file: &File) -> Result<Reading, Error> {
    read_within(file, &mut Allowance::default())
}

/// Reads a book within what is still allowed of the archive that it lies in.
pub(super) fn read_within(file: &File, allowance: &mut Allowance) -> Result<Reading, Error> {
    let mut parcel = Parcel::open(file.bytes, allowance)?;
    let package = package::read(&mut parcel)?;
    let locked = parcel.locked();
    if !package.spine.is_empty() && package.spine.iter().all(|path| locked.contains(path)) {
        return Err(Error::Unsupported(
            "a book locked by its seller; only the seller's programs open it",
        ));
    }
    let labels = toc::labels(&mut parcel, &package);
    let mut reading = Reading::default();
    let mut chapters = Chapters { package: &package, open: None, parts: Vec::new() };
    for path in package.spine.iter().take(MAX_DOCUMENTS) {
        if let Err(error) = parcel.count() {
            reading.failures.push(Failure { place: String::new(), error });
            break;
        }
        let label = labels.of(path);
        let opens = label.is_some() || !labels.has_begun(path);
        let read = document(&mut parcel, &locked, path);
        match read.and_then(|document| chapter(path, document, label)) {
            Ok(chapter) => {
                if opens {
                    chapters.close();
                }
                chapters.add(chapter);
            }
            Err(error) => reading.failures.push(Failure { place: path.clone(), error }),
        }
    }
    reading.parts = chapters.finish();
    if reading.parts.is_empty() && reading.failures.is_empty() {
        return Err(Error::NoArticle("the book has no text; it may be all pictures"));
    }
    Ok(reading)
}

fn document(
    parcel: &mut Parcel,
    locked: &HashSet<String>,
    path: &str,
) -> Result<(String, &'static str), Error> {
    if locked.contains(path) { Err(Error::Locked) } else { parcel.text(path) }
}

/// A document in the time that it may take.
fn chapter(
    path: &str,
    (text, encoding): (String, &'static str),
    label: Option<String>,
) -> Result<Chapter, Error> {
    let path = path.to_owned();
    let (is_short, time) = (text.len() < budget::SHORT, budget::time(text.len()));
    let read = move || Chapter::read(&path, (&text, encoding), label);
    if is_short { Ok(read()) } else { budget::within(time, read).map_err(|_late| Error::TooSlow) }
}

/// The chapters of a book, as far as they have been read.
struct Chapters<'a> {
    package: &'a Package,
    open: Option<Chapter>,
    parts: Vec<Part>,
}

impl Chapters<'_> {
    /// Adds a document to the open chapter, or opens one with it.
    fn add(&mut self, chapter: Chapter) {
        match &mut self.open {
            Some(open) => open.append(chapter),
            None => self.open = Some(chapter),
        }
    }

    /// Makes an article of the open chapter.
    fn close(&mut self) {
        let Some(chapter) = self.open.take().filter(Chapter::has_text) else { return };
        let encoding = chapter.encoding;
        let article = chapter.article(self.package);
        self.parts.push(Part { article, format: FORMAT.name, encoding, member: None });
    }

    fn finish(mut self) -> Vec<Part> {
        self.close();
        self.parts
    }
}

/// Text between two tags, with references resolved and white space made single.
fn plain(text: &str) -> String {
    html::unescape(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
