//! From the bytes of a file to articles. One file and one row of [`FORMATS`] for each format; what
//! a file is, is told by its content first and by its name second.
//!
//! Reading does no I/O and comes to an end: a file that is no article is an [`Error`] with a reason
//! that a person can act on; a panic is a parser's fault, and who reads many files has to catch it. Nothing here lays out text or knows where a library lies.

pub mod date;
pub mod language;

mod archive;
mod archivebox;
mod bare;
mod budget;
mod byline;
mod compose;
mod document;
mod elcurator;
mod encoding;
mod epub;
mod error;
mod escaped;
mod feed;
mod file;
mod finish;
mod google_reader;
mod html;
mod iptc7901;
mod json;
mod json_article;
mod json_feed;
mod letters;
mod links;
mod mail;
mod markdown;
mod mbox;
mod mhtml;
mod mime;
mod newsboat;
mod newsml;
mod ninjs;
mod nitf;
mod omnivore;
mod plain;
mod publication;
mod readability_com;
mod wallabag;
mod xml;
mod xml_text;

pub use archive::{Surroundings, is_archive, is_attachment, is_hidden, is_passed_over};
pub use document::Document;
pub use encoding::{encoding_named, encodings};
pub use error::Error;
pub use file::{File, Wish};

use std::time::Duration;

use crate::article::Article;

use budget::Late;
use file::OwnFile;

/// One file format.
#[derive(Debug)]
pub struct Format {
    /// The name shown to users and in JSON.
    pub name: &'static str,
    /// File name endings, lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// What it is, for the help and the README.
    pub about: &'static str,
    kind: Kind,
}

/// What a format is read from. Formats of bytes come first: what they recognise need not be text.
#[derive(Debug)]
enum Kind {
    /// From the bytes: archives, and formats that declare an encoding for each of their parts.
    Bytes { recognises: fn(&File) -> bool, read: fn(&File) -> Result<Reading, Error> },
    /// From decoded text.
    Text { recognises: fn(&Document) -> bool, read: fn(&Document) -> Result<Vec<Article>, Error> },
}

/// All formats, the most particular first: the first that recognises the content is taken, else the
/// first that has the file name's ending, else plain text, the last.
pub static FORMATS: &[Format] = &[
    html::compressed::FORMAT,
    epub::FORMAT,
    archive::FORMAT,
    mhtml::FORMAT,
    mbox::FORMAT,
    mail::FORMAT,
    wallabag::FORMAT,
    wallabag::TEXT,
    omnivore::FORMAT,
    omnivore::HIGHLIGHTS,
    archivebox::FORMAT,
    json_feed::FORMAT,
    google_reader::FORMAT,
    ninjs::FORMAT,
    readability_com::FORMAT,
    elcurator::FORMAT,
    iptc7901::FORMAT,
    feed::FORMAT,
    nitf::FORMAT,
    newsml::FORMAT,
    links::NETSCAPE,
    links::POCKET_HTML,
    links::INSTAPAPER_HTML,
    links::OPML,
    links::PINBOARD_XML,
    links::FIREFOX,
    links::CHROME,
    links::PINBOARD,
    links::DELICIOUS,
    links::KARAKEEP,
    links::LINKWARDEN,
    links::GOODLINKS,
    links::POCKET,
    links::INSTAPAPER,
    links::RAINDROP,
    links::MATTER,
    links::READWISE,
    links::MYMIND,
    links::WALLABAG_CSV,
    links::TABLE,
    links::LATER,
    links::SHORTCUT,
    links::URLS,
    json_article::FORMAT,
    xml_text::FORMAT,
    html::FORMAT,
    markdown::FORMAT,
    newsboat::FORMAT,
    plain::FORMAT,
];

/// What was read from one file: at least one part or one failure.
#[derive(Debug, Default)]
pub struct Reading {
    /// The articles, in the file's order.
    pub parts: Vec<Part>,
    /// What of the file could not be read.
    pub failures: Vec<Failure>,
}

/// One article of a file.
#[derive(Debug)]
pub struct Part {
    /// The article.
    pub article: Article,
    /// The name of its format; for a member of an archive, the member's.
    pub format: &'static str,
    /// The name of the encoding, as the WHATWG spells it.
    pub encoding: &'static str,
    /// The member of the archive that it is in, by its path there; archives in archives are parted
    /// by `!/`.
    pub member: Option<String>,
}

/// A part of a file that gave no article.
#[derive(Debug)]
pub struct Failure {
    /// The member of the archive, or which item of a list; empty for the file as a whole.
    pub place: String,
    /// Why.
    pub error: Error,
}

/// Reads the articles of a file.
///
/// # Errors
///
/// When there is no article to be had, with the reason.
pub fn read(file: &File) -> Result<Reading, Error> {
    // The members of an archive get their time each when they are read.
    if file.bytes.len() < budget::SHORT || is_archive(file.bytes) {
        return read_here(file);
    }
    let own = OwnFile::of(file);
    let time = budget::time(file.bytes.len());
    match budget::within(time, move || read_here(&own.file())) {
        Ok(read) => read,
        Err(Late::Thread) => read_here(file),
        Err(Late::Time) => read_bare(file, time),
    }
}

/// The words of a file whose structure it takes too long to read.
fn read_bare(file: &File, time: Duration) -> Result<Reading, Error> {
    let own = OwnFile::of(file);
    let read = budget::alone(time, move || bare::read(&own.file()));
    let (articles, encoding) =
        read.map_err(|_late| Error::TooSlow)?.map_err(|_words| Error::TooSlow)?;
    let format = plain::FORMAT.name;
    let part = |article| Part { article, format, encoding, member: None };
    let failure = Failure { place: String::new(), error: Error::TooSlow };
    Ok(Reading { parts: articles.into_iter().map(part).collect(), failures: vec![failure] })
}

/// Reads a file on this thread.
fn read_here(file: &File) -> Result<Reading, Error> {
    for format in FORMATS {
        if let Kind::Bytes { recognises, read } = format.kind
            && recognises(file)
        {
            return read(file);
        }
    }
    let document = Document::decode(file)?;
    let (format, read) = detect(&document);
    let part = |article| Part { article, format, encoding: document.encoding, member: None };
    let parts = read(&document)?.into_iter().map(part).collect();
    Ok(Reading { parts, failures: Vec::new() })
}

type ReadText = fn(&Document) -> Result<Vec<Article>, Error>;

/// The format that a text is in, by its content, else by its name.
fn detect(document: &Document) -> (&'static str, ReadText) {
    let extension = document.extension();
    let mut by_name = None;
    for format in FORMATS {
        let Kind::Text { recognises, read } = format.kind else { continue };
        if recognises(document) {
            return (format.name, read);
        }
        if by_name.is_none() && format.extensions.contains(&extension.as_str()) {
            by_name = Some((format.name, read));
        }
    }
    by_name.unwrap_or((plain::FORMAT.name, plain::read))
}
