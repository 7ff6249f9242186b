//! Articles to take away, with all that the reader has added: Markdown, a page, a book. What is written
//! here is read again by this program and by others, with title, source, authors, dates, language,
//! direction and text as they are.
//!
//! Files that are read are not touched, pictures are not fetched. Nothing is written here either: these are
//! texts and bytes for whoever writes them.

mod book;
mod head;
mod markdown;
mod markup;
mod page;
mod styled;

use crate::article::Article;
use crate::article::Direction;

pub use book::book;
pub use markdown::markdown;
pub use page::page;

/// An article and what the reader has added to it.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The article.
    pub article: Article,
    /// Its tags, the reader's own among them.
    pub tags: Vec<String>,
    /// Whether it is bookmarked.
    pub bookmarked: bool,
    /// What was noted about it.
    pub remarks: Vec<Remark>,
}

/// Something that the reader has noted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// The passage that it is about; without one it is about the article.
    pub quote: Option<String>,
    /// The reader's words; empty where a passage is only marked.
    pub text: String,
}

/// A text as HTML, for programs that take one: the body alone.
#[must_use]
pub fn content(article: &Article) -> String {
    markup::body(&article.body, markup::Pictures::Linked)
}

/// The direction that most of some articles have.
fn direction(pieces: &[Piece]) -> Direction {
    let is_rtl = |piece: &&Piece| piece.article.metadata.direction == Direction::Rtl;
    if pieces.iter().filter(is_rtl).count() * 2 > pieces.len() {
        Direction::Rtl
    } else {
        Direction::Ltr
    }
}

/// The language that all of some articles have.
fn language(pieces: &[Piece]) -> Option<&str> {
    let mut languages = pieces.iter().map(|piece| piece.article.metadata.language.as_deref());
    let first = languages.next()??;
    languages.all(|language| language == Some(first)).then_some(first)
}

const fn keyword(direction: Direction) -> &'static str {
    match direction {
        Direction::Rtl => "rtl",
        Direction::Ltr => "ltr",
    }
}
