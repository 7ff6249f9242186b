//! From the bytes of a file to articles. One file and one row of [`FORMATS`] for each format; what
//! a file is, is told by its content first and by its name second.
//!
//! Reading never panics and never does I/O: a file that is no article is an [`Error`] with a reason
//! that a person can act on. Nothing here lays out text or knows where a library lies.

pub mod date;
pub mod language;

mod byline;
mod document;
mod encoding;
mod finish;
mod html;
mod letters;
mod markdown;
mod newsboat;
mod plain;
mod publication;

pub use document::Document;

use crate::article::Article;

/// One file format.
#[derive(Debug)]
pub struct Format {
    /// The name shown to users and in JSON.
    pub name: &'static str,
    /// File name endings, lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// What it is, for the help and the README.
    pub about: &'static str,
    /// Whether the content shows that the document is of this format.
    recognises: fn(&Document) -> bool,
    /// Reads the articles in it.
    read: fn(&Document) -> Result<Vec<Article>, Error>,
}

/// All formats, the most particular first: the first that recognises the content is taken, else the
/// first that has the file name's ending, else plain text, the last.
pub static FORMATS: &[Format] = &[html::FORMAT, markdown::FORMAT, newsboat::FORMAT, plain::FORMAT];

/// What was read from one file.
#[derive(Debug)]
pub struct Reading {
    /// The name of the format.
    pub format: &'static str,
    /// The name of the encoding, as the WHATWG spells it.
    pub encoding: &'static str,
    /// At least one.
    pub articles: Vec<Article>,
}

/// Why a file gives no article: a lower-case clause for a person to act on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Nothing but white space.
    #[error("the file is empty")]
    Empty,
    /// Not text in any encoding; holds what it looks like.
    #[error("not text but {0}")]
    Binary(&'static str),
    /// Text of this format, but no article in it; holds what is missing.
    #[error("no article in it: {0}")]
    NoArticle(&'static str),
}

/// Reads the articles in `bytes`, a file called `name`.
///
/// # Errors
///
/// When there is no article to be had, with the reason.
pub fn read(name: &str, bytes: &[u8]) -> Result<Reading, Error> {
    let document = Document::decode(name, bytes)?;
    let format = detect(&document);
    let articles = (format.read)(&document)?;
    Ok(Reading { format: format.name, encoding: document.encoding, articles })
}

fn detect(document: &Document) -> &'static Format {
    let by_content = FORMATS.iter().find(|format| (format.recognises)(document));
    let extension = document.extension();
    let by_name = || FORMATS.iter().find(|format| format.extensions.contains(&extension.as_str()));
    by_content.or_else(by_name).unwrap_or(&plain::FORMAT)
}
