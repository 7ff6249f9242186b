//! The blocks that a body is made of, and how deep in quotes and lists each of them stands.

use serde::Serialize;

use super::{Direction, Rich};

/// One block: a heading, a paragraph, a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Block {
    /// The quotes and list items around it, outermost first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nest: Vec<Nest>,
    /// The block itself.
    #[serde(flatten)]
    pub content: Content,
    /// The direction that the source declares for it, if it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// The BCP 47 language tag that the source declares for it, where it differs from the article's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// What a block holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Content {
    /// A heading of level 1 to 6.
    Heading {
        /// 1 to 6.
        level: u8,
        /// The words.
        text: Rich,
    },
    /// A paragraph. Line feeds in it are line breaks that the author meant: verse, addresses.
    Paragraph {
        /// The words.
        text: Rich,
    },
    /// Preformatted text, which keeps its spaces and line feeds and stays left to right.
    Code {
        /// The lines.
        text: Rich,
        /// The programming language, if the source names it.
        #[serde(skip_serializing_if = "Option::is_none")]
        syntax: Option<String>,
    },
    /// A table.
    Table {
        /// Rows of cells; rows may differ in length.
        rows: Vec<Vec<Rich>>,
        /// Whether the first row is a heading.
        header: bool,
    },
    /// A picture, which a terminal shows by its caption.
    Figure {
        /// The caption, else the alternative text; empty when the source gives neither.
        caption: Rich,
        /// Where the picture was.
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<String>,
    },
    /// A thematic break.
    Rule,
}

/// One quote or list item around a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Nest {
    /// Inside a block quotation.
    Quote,
    /// Inside a list item.
    Item(Marker),
}

/// What stands before the first line of a list item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Marker {
    /// An unordered item.
    Bullet,
    /// An ordered item.
    Number(u64),
    /// A footnote's own label.
    Label(String),
    /// A further block of the item that the previous block belongs to.
    Continued,
}

impl Block {
    /// A block outside any quote or list, with nothing declared.
    #[must_use]
    pub const fn new(content: Content) -> Self {
        Self { nest: Vec::new(), content, direction: None, language: None }
    }

    /// A paragraph of plain text.
    #[must_use]
    pub fn paragraph(text: impl Into<Rich>) -> Self {
        Self::new(Content::Paragraph { text: text.into() })
    }

    /// A heading of plain text.
    #[must_use]
    pub fn heading(level: u8, text: impl Into<Rich>) -> Self {
        Self::new(Content::Heading { level, text: text.into() })
    }

    /// The texts in it, in reading order: one for most blocks, one a cell for tables, none for a
    /// rule.
    pub fn texts(&self) -> impl Iterator<Item = &Rich> {
        let (one, rows): (Option<&Rich>, &[Vec<Rich>]) = match &self.content {
            Content::Heading { text, .. }
            | Content::Paragraph { text }
            | Content::Code { text, .. }
            | Content::Figure { caption: text, .. } => (Some(text), &[]),
            Content::Table { rows, .. } => (None, rows),
            Content::Rule => (None, &[]),
        };
        one.into_iter().chain(rows.iter().flatten())
    }

    /// Whether it stands right under `previous`, without an empty line: neighbours in lists.
    #[must_use]
    pub fn is_tight_after(&self, previous: &Self) -> bool {
        let in_list = |block: &Self| matches!(block.nest.last(), Some(Nest::Item(_)));
        let continued = self.nest.last() == Some(&Nest::Item(Marker::Continued));
        in_list(previous) && in_list(self) && !continued
    }
}
