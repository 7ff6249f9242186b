//! An article typeset to a measure: the one place where article meets text.
//!
//! A [`Page`] is finished lines of finished cells: headline, byline, body with its indents, bullets
//! and quotation bars. Its height is the number of its lines, nothing measures text a second time,
//! and the reading pane and `sahifa print` show the same page. It knows no terminal and no colour:
//! cells carry a [`Face`], lines a [`Part`], and whoever shows them picks the looks.

mod annotations;
mod body;
mod compose;
mod face;
mod furniture;
mod labels;
mod language;
mod leaf;
mod looks;
mod table;

use std::ops::Range;

use compact_str::CompactString;

use crate::article::Article;
use crate::article::Direction;
use crate::article::Offset;
use crate::locale::Dates;
use crate::text;

pub use annotations::Annotations;
pub use compose::level;
pub use face::Face;

/// How to typeset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Setting {
    /// How text is laid out. Arabic or Persian digits are those of the text's language, where it has
    /// one of the two; running text alone is stretched, and not in languages of Nastaliq.
    pub text: text::Setting,
    /// What stands around the text.
    pub dress: Dress,
    /// How the byline tells the day.
    pub dates: Dates,
}

/// What stands around the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dress {
    /// Headline, byline, indents, bullets, link numbers.
    Full,
    /// The body's own words alone, from the edge.
    Bare,
}

/// A typeset article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// From top to bottom.
    pub lines: Vec<Line>,
    /// Where its links lead; link `n` on the page is the `n`th, counted from 1.
    pub links: Vec<String>,
}

/// One row of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// In the order that they are to be written, from the line's left edge.
    pub cells: Vec<Cell>,
    /// Empty columns to the left of the cells; what aligns right-to-left lines.
    pub pad: usize,
    /// What the line belongs to.
    pub part: Part,
    /// Which way it runs.
    pub direction: Direction,
}

/// What a line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The title.
    Headline,
    /// Source, authors, date.
    Byline,
    /// The summary.
    Standfirst,
    /// A heading in the body, by level.
    Heading(u8),
    /// Running text.
    Body,
    /// Preformatted text.
    Code,
    /// A picture's caption.
    Caption,
    /// The list of links at the end.
    Links,
    /// What the reader has noted, and what is to be known of how the article was saved.
    Note,
    /// Nothing, or nothing but ornament.
    Space,
}

/// One cell of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What to write: one base character and its marks.
    pub symbol: CompactString,
    /// Columns.
    pub width: usize,
    /// How it looks.
    pub face: Face,
    /// The bytes that it shows: of the article's text in the body, of the title in the headline, of
    /// the standfirst in the standfirst; `None` for furniture.
    pub bytes: Option<Range<Offset>>,
    /// The index in [`Page::links`] of the link that it belongs to.
    pub link: Option<usize>,
}

impl Line {
    /// Columns, without the pad.
    #[must_use]
    pub fn width(&self) -> usize {
        self.cells.iter().map(|cell| cell.width).sum()
    }

    /// The smallest offset shown on it, if it shows the body.
    #[must_use]
    pub fn start(&self) -> Option<Offset> {
        let in_body = !matches!(self.part, Part::Headline | Part::Byline | Part::Standfirst);
        let starts =
            self.cells.iter().filter_map(|cell| cell.bytes.as_ref().map(|bytes| bytes.start));
        if in_body { starts.min() } else { None }
    }
}

impl Page {
    /// Typesets an article. Cannot fail.
    #[must_use]
    pub fn set(article: &Article, setting: Setting) -> Self {
        Self::annotated(article, setting, &Annotations::default())
    }

    /// Typesets an article with what is to be said beside it. Cannot fail.
    #[must_use]
    pub fn annotated(article: &Article, setting: Setting, annotations: &Annotations) -> Self {
        let mut page = compose::Composer::new(setting, article);
        if setting.dress == Dress::Full {
            page.head();
            page.above(annotations);
        }
        page.body();
        if setting.dress == Dress::Full {
            page.below(annotations);
            page.link_list();
            page.colophon(annotations);
        }
        let mut page = page.finish();
        page.highlight(annotations.passages());
        page
    }

    /// Marks what the reader had marked: ranges of the article's text, sorted and apart.
    fn highlight(&mut self, passages: &[Range<usize>]) {
        if passages.is_empty() {
            return;
        }
        for line in self.lines.iter_mut().filter(|line| line.start().is_some()) {
            for cell in &mut line.cells {
                let Some(bytes) = &cell.bytes else { continue };
                let next = passages.partition_point(|passage| passage.end <= bytes.start.0);
                if passages.get(next).is_some_and(|passage| passage.start < bytes.end.0) {
                    cell.face = cell.face.with(Face::HIGHLIGHT);
                }
            }
        }
    }

    /// The line that shows this place of the article's text, or the last one before it.
    #[must_use]
    pub fn line_at(&self, offset: Offset) -> usize {
        let starts =
            self.lines.iter().enumerate().filter_map(|(at, line)| Some((at, line.start()?)));
        let before = starts.take_while(|(_, start)| *start <= offset).last();
        before.map_or(0, |(at, _)| at)
    }

    /// The first place of the article's text that is shown at `line` or below; `None` past the end.
    #[must_use]
    pub fn offset_at(&self, line: usize) -> Option<Offset> {
        self.lines.iter().skip(line).find_map(Line::start)
    }
}

#[cfg(test)]
mod tests;
