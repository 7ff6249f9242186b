//! What an article is: its metadata and its body, as every format hands it over and every reader
//! takes it. No I/O, no layout, no colour; no other module of ours is named here.
//!
//! The body is flat. A quoted list item is not a tree but one [`Block`] with the nest `[Quote,
//! Item]`: nothing here recurses, so a hundred thousand nested brackets cost nothing, and walking the
//! body in order is walking a slice.
//!
//! Positions in an article are [`Offset`]s: bytes into [`Article::text`], which is the blocks' texts
//! joined by line feeds. Search, highlights, reading positions and copying all speak of these.

mod address;
mod block;
mod clean;
mod date;
mod direction;
mod excerpt;
mod given;
mod id;
mod letter;
mod rich;
mod scrub;
mod sketch;
mod window;

pub use address::{Address, shown_address};
pub use block::{Block, Content, Marker, Nest};
pub use clean::{Clean, shown_path};
pub use date::Date;
pub use direction::{Direction, is_rtl_language};
pub use given::{Given, Highlight};
pub use id::ArticleId;
pub use letter::{is_letter, is_letter_or_digit};
pub use rich::{Rich, RichBuilder, Span, Style};
pub use scrub::{is_bidi_control, scrub, scrub_line};
pub use sketch::{NoSketch, Sketch};

use scrub::scrub_address;

use serde::Serialize;

/// A byte position in [`Article::text`], in logical order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Offset(pub usize);

/// One article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Article {
    /// Names the article by what it says, not by where it lies.
    pub id: ArticleId,
    /// What is known about it.
    #[serde(flatten)]
    pub metadata: Metadata,
    /// What the file tells of its reader.
    #[serde(skip_serializing_if = "Given::is_empty")]
    pub given: Given,
    /// Where the text is when it is not in this file: paths seen from the file's own folder, `/`
    /// between their parts, the best first. Empty for almost all articles.
    #[serde(skip)]
    pub text_in: Vec<String>,
    /// Its text, block by block; empty where only the address was saved.
    pub body: Vec<Block>,
}

/// What is known about an article besides its text.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Metadata {
    /// The headline; never empty once an [`Article`] has been made.
    pub title: String,
    /// The publication or agency: `BBC News`, `SeaPRwire`.
    pub source: Option<String>,
    /// The people in the byline, in its order.
    pub authors: Vec<String>,
    /// The place that opens the report: `CAIRO`.
    pub dateline: Option<String>,
    /// A summary that the source gives apart from the body.
    pub standfirst: Option<String>,
    /// When it was published.
    pub published: Option<Date>,
    /// When the user saved it.
    pub saved: Option<Date>,
    /// Where it was published.
    pub url: Option<String>,
    /// What its publisher calls it wherever it lies: a feed's guid, the identifier of a book or a report. Where
    /// that is the address it is not said twice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identifier: Option<String>,
    /// Sections, keywords and the user's own tags, as the file gives them.
    pub tags: Vec<String>,
    /// A BCP 47 language tag.
    pub language: Option<String>,
    /// The direction of the article as a whole.
    pub direction: Direction,
}

impl Article {
    /// Puts an article together and names it. Every string of the metadata is scrubbed and put on
    /// one line; empty ones are dropped.
    #[must_use]
    pub fn new(mut metadata: Metadata, body: Vec<Block>) -> Self {
        metadata.scrub();
        let (given, text_in) = (Given::default(), Vec::new());
        let mut article = Self { id: ArticleId::default(), metadata, given, text_in, body };
        article.id = ArticleId::of(&article);
        article
    }

    /// The same article with what its file tells of its reader.
    #[must_use]
    pub fn with_given(mut self, mut given: Given) -> Self {
        given.scrub();
        self.given = given;
        self
    }

    /// The logical text that every [`Offset`] counts in: all texts of all blocks, joined by line
    /// feeds.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (index, leaf) in self.body.iter().flat_map(Block::texts).enumerate() {
            if index > 0 {
                text.push('\n');
            }
            text.push_str(leaf.text());
        }
        text
    }

    /// The number of words in the body: what stands between white space and has a letter or digit.
    #[must_use]
    pub fn words(&self) -> usize {
        let texts = self.body.iter().flat_map(Block::texts);
        texts.map(|leaf| words_in(leaf.text())).sum()
    }
}

fn words_in(text: &str) -> usize {
    let (mut words, mut is_counted) = (0, false);
    for c in text.chars() {
        if c.is_whitespace() {
            is_counted = false;
        } else if !is_counted && is_letter_or_digit(c) {
            words += 1;
            is_counted = true;
        }
    }
    words
}

impl Metadata {
    fn scrub(&mut self) {
        let optional = [
            &mut self.source,
            &mut self.dateline,
            &mut self.standfirst,
            &mut self.language,
            &mut self.identifier,
        ];
        for field in optional {
            *field = field.take().map(|text| scrub_line(&text)).filter(|text| !text.is_empty());
        }
        let url = self.url.take().map(|url| scrub_address(&url));
        self.url = url.filter(|url| !url.is_empty());
        self.identifier = self.identifier.take().filter(|it| self.url.as_ref() != Some(it));
        for list in [&mut self.authors, &mut self.tags] {
            *list =
                list.iter().map(|text| scrub_line(text)).filter(|text| !text.is_empty()).collect();
        }
        self.title = scrub_line(&self.title);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_stands_between_spaces_and_has_a_letter_or_digit() {
        for text in ["", " – ", "«كتاب» 12 – a\u{301}b\u{a0}c\u{3000}d", " one  two\tthree\n"]
        {
            let is_word = |word: &&str| word.contains(char::is_alphanumeric);
            assert_eq!(words_in(text), text.split_whitespace().filter(is_word).count(), "{text:?}");
        }
    }
}
