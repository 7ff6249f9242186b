//! An article typeset to a measure: the one place where article meets text.
//!
//! A [`Page`] gives finished lines of finished cells: headline, byline, body with its indents, bullets
//! and quotation bars. Its height is the number of its lines, nothing measures text a second time,
//! and the reading pane and `sahifa print` show the same page. It knows no terminal and no colour:
//! cells carry a [`Face`], lines a [`Part`], and whoever shows them picks the looks.

mod address;
mod annotations;
mod body;
mod compose;
mod face;
mod furniture;
mod labels;
mod language;
mod leaf;
mod looks;
mod piece;
mod table;

use std::cell::RefCell;
use std::ops::{Bound, Range, RangeBounds};

use compact_str::CompactString;

use crate::article::Article;
use crate::article::Direction;
use crate::article::Offset;
use crate::locale::Dates;
use crate::text;
use crate::text::Memory;

pub use annotations::{Annotations, Remark};
pub use compose::level;
pub use face::Face;

use piece::Piece;

/// Of so many pieces is kept what it takes to set their lines.
const KEPT: usize = 4;

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

/// A typeset article: every line is known by its number and by the place that it starts at, and set when
/// it is asked for.
#[derive(Debug, Default)]
pub struct Page {
    /// From top to bottom, each with the number of its first line.
    pieces: Vec<(usize, Piece)>,
    height: usize,
    /// The pieces that show the article's text, each with the first place of it that it shows.
    shows: Vec<(Offset, usize)>,
    /// What the reader had marked: ranges of the article's text, sorted and apart.
    passages: Vec<Range<usize>>,
    /// What is known of the pieces whose lines were asked for last, by their indices.
    memories: RefCell<Vec<(usize, Memory)>>,
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

impl Part {
    /// Whether it comes after the head.
    const fn is_body(self) -> bool {
        !matches!(self, Self::Headline | Self::Byline | Self::Standfirst)
    }
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
    /// A line of nothing.
    #[must_use]
    pub const fn empty() -> Self {
        Self { cells: Vec::new(), pad: 0, part: Part::Space, direction: Direction::Ltr }
    }

    /// Columns, without the pad.
    #[must_use]
    pub fn width(&self) -> usize {
        self.cells.iter().map(|cell| cell.width).sum()
    }

    /// The smallest offset shown on it, if it shows the body.
    #[must_use]
    pub fn start(&self) -> Option<Offset> {
        let in_body = self.part.is_body();
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
        page.passages = annotations.passages().to_vec();
        page
    }

    /// Puts a piece under what is there.
    fn push(&mut self, piece: Piece) {
        let start = (0..piece.height()).find_map(|line| piece.start(line));
        self.shows.extend(start.map(|start| (start, self.pieces.len())));
        let first = self.height;
        self.height += piece.height();
        self.pieces.push((first, piece));
    }

    /// How many lines it has.
    #[must_use]
    pub const fn height(&self) -> usize {
        self.height
    }

    /// One line.
    #[must_use]
    pub fn line(&self, line: usize) -> Option<Line> {
        let (nth, first, piece) = self.piece(line)?;
        let mut memories = self.memories.take();
        let known = memories.iter().position(|(known, _)| *known == nth);
        let known = known.map(|known| memories.swap_remove(known));
        let (_, mut memory) = known.unwrap_or_default();
        let found = piece.line(line - first, &mut memory);
        memories.push((nth, memory));
        if memories.len() > KEPT {
            self.forget(&mut memories);
        }
        self.memories.replace(memories);
        found.map(|line| self.highlighted(line))
    }

    /// Forgets what is soonest found again: a screen shows many short paragraphs, and perhaps a huge one
    /// beside them.
    fn forget(&self, memories: &mut Vec<(usize, Memory)>) {
        let bytes = |nth: usize| self.pieces.get(nth).map_or(0, |(_, piece)| piece.bytes());
        let older = memories.iter().take(memories.len().saturating_sub(1)).enumerate();
        let least = older.min_by_key(|(_, (nth, _))| bytes(*nth));
        if let Some((least, _)) = least {
            memories.swap_remove(least);
        }
    }

    /// Some of its lines, or all of them, one after the other.
    pub fn lines(&self, range: impl RangeBounds<usize>) -> impl Iterator<Item = Line> {
        let start = match range.start_bound() {
            Bound::Included(start) => *start,
            Bound::Excluded(before) => before.saturating_add(1),
            Bound::Unbounded => 0,
        };
        let end = match range.end_bound() {
            Bound::Included(last) => last.saturating_add(1),
            Bound::Excluded(end) => *end,
            Bound::Unbounded => self.height,
        };
        (start..end.min(self.height)).filter_map(|line| self.line(line))
    }

    /// The piece that a line is in, by its index, and the number of the piece's first line.
    fn piece(&self, line: usize) -> Option<(usize, usize, &Piece)> {
        let nth = self.pieces.partition_point(|(first, _)| *first <= line).checked_sub(1)?;
        let (first, piece) = self.pieces.get(nth).filter(|_| line < self.height)?;
        Some((nth, *first, piece))
    }

    /// A line with what the reader had marked.
    fn highlighted(&self, mut line: Line) -> Line {
        if self.passages.is_empty() || line.start().is_none() {
            return line;
        }
        for cell in &mut line.cells {
            let Some(bytes) = &cell.bytes else { continue };
            let next = self.passages.partition_point(|passage| passage.end <= bytes.start.0);
            if self.passages.get(next).is_some_and(|passage| passage.start < bytes.end.0) {
                cell.face = cell.face.with(Face::HIGHLIGHT);
            }
        }
        line
    }

    /// The first place of the article's text that a line shows, if it shows any.
    #[must_use]
    pub fn start(&self, line: usize) -> Option<Offset> {
        let (_, first, piece) = self.piece(line)?;
        piece.start(line - first)
    }

    /// The line that shows this place of the article's text, or the last one before it.
    #[must_use]
    pub fn line_at(&self, offset: Offset) -> usize {
        let passed = self.shows.partition_point(|(start, _)| *start <= offset);
        let shown = passed.checked_sub(1).and_then(|last| self.shows.get(last));
        let piece = shown.and_then(|(_, nth)| self.pieces.get(*nth));
        piece.map_or(0, |(first, piece)| first + piece.line_at(offset).unwrap_or(0))
    }

    /// The first place of the article's text that is shown at `line` or below; `None` past the end.
    #[must_use]
    pub fn offset_at(&self, line: usize) -> Option<Offset> {
        let (nth, first, piece) = self.piece(line)?;
        let here = (line - first..piece.height()).find_map(|line| piece.start(line));
        let below = || {
            let passed = self.shows.partition_point(|(_, shown)| *shown <= nth);
            self.shows.get(passed).map(|(start, _)| *start)
        };
        here.or_else(below)
    }

    /// The first line that shows a place of the article's text.
    #[must_use]
    pub fn body(&self) -> Option<usize> {
        self.shows.first().map(|(start, _)| self.line_at(*start))
    }
}

#[cfg(test)]
mod tests;
