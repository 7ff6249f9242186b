//! What else an article is known by that the reader has done something with: what is needed to tell,
//! when no file holds its text any more, that another text is the same article, edited or saved anew.
//!
//! No text is kept; a [`Sketch`] cannot be read.

use std::path::PathBuf;

use jiff::civil::Date as Day;

use crate::article::Sketch;

/// An article as it was last seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sighting {
    /// The headline.
    pub title: String,
    /// The address that it declares.
    pub url: Option<String>,
    /// What its publisher calls it.
    pub identifier: Option<String>,
    /// Where its file lay, an absolute path.
    pub path: Option<PathBuf>,
    /// The member of the archive, where the file is one.
    pub member: Option<String>,
    /// The size of the file, in bytes.
    pub size: Option<u64>,
    /// A hash of the file's bytes and of the article's place among them.
    pub bytes: Option<String>,
    /// The day that it was published, by its own clock.
    pub published: Option<Day>,
    /// How many words it had.
    pub words: usize,
    /// What its text was like.
    pub text: Sketch,
}
