//! What the mouse selects: a range of the logical text, from the letter where the button went down to
//! the letter where the pointer is. In a line of both directions that is not always one stretch of the
//! screen, and must not be: what is marked is what is copied.

use std::ops::Range;
use std::time::{Duration, Instant};

use unicode_segmentation::UnicodeSegmentation;

use crate::article::{Article, Offset};
use crate::page::Part;

/// The texts of an article that can be selected, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// The title.
    Headline,
    /// The summary.
    Standfirst,
    /// The article's own text.
    Body,
}

/// A place in one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Which.
    pub section: Section,
    /// The byte in it.
    pub at: Offset,
}

impl Spot {
    /// What a cell of this part of the page shows.
    pub(super) fn range(part: Part, bytes: &Range<Offset>) -> Option<Range<Self>> {
        let section = match part {
            Part::Headline => Section::Headline,
            Part::Standfirst => Section::Standfirst,
            Part::Byline => return None,
            _ => Section::Body,
        };
        Some(section.spots(bytes.start.0..bytes.end.0))
    }
}

impl Section {
    fn spots(self, range: Range<usize>) -> Range<Spot> {
        let spot = |at| Spot { section: self, at: Offset(at) };
        spot(range.start)..spot(range.end)
    }

    /// The paragraph around a place, and where it starts.
    fn paragraph(self, article: &Article, at: Offset) -> (usize, &str) {
        let metadata = &article.metadata;
        match self {
            Self::Headline => (0, &metadata.title),
            Self::Standfirst => (0, metadata.standfirst.as_deref().unwrap_or_default()),
            Self::Body => {
                article.leaf_at(at).map_or((0, ""), |(start, leaf)| (start.0, leaf.text()))
            }
        }
    }

    /// What of it lies in a range, as plain text.
    fn text(self, article: &Article, range: &Range<Spot>) -> String {
        let start = if range.start.section == self { range.start.at } else { Offset(0) };
        let end = if range.end.section == self { range.end.at } else { Offset(usize::MAX) };
        if self < range.start.section || self > range.end.section {
            return String::new();
        }
        if self == Self::Body {
            return article.excerpt(&(start..end));
        }
        let (_, text) = self.paragraph(article, start);
        text.get(start.0..end.0.min(text.len())).unwrap_or_default().to_owned()
    }
}

/// What a selection grows by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// One click, then dragging.
    #[default]
    Letter,
    /// Two clicks.
    Word,
    /// Three clicks.
    Paragraph,
}

impl Unit {
    /// What one click more selects.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Letter => Self::Word,
            Self::Word => Self::Paragraph,
            Self::Paragraph => Self::Letter,
        }
    }

    /// The unit that a letter is in. A gap is in none.
    fn around(self, article: &Article, spots: Range<Spot>) -> Range<Spot> {
        let Spot { section, at } = spots.start;
        if self == Self::Letter || spots.is_empty() {
            return spots;
        }
        let (start, text) = section.paragraph(article, at);
        let words = || {
            let mut words = text.split_word_bound_indices();
            words.find(|(word, letters)| {
                (start + word..start + word + letters.len()).contains(&at.0)
            })
        };
        match (self, words()) {
            (Self::Paragraph, _) => section.spots(start..start + text.len()),
            (_, Some((word, letters))) => section.spots(start + word..start + word + letters.len()),
            (_, None) => spots,
        }
    }
}

/// A selected range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    anchor: Range<Spot>,
    focus: Range<Spot>,
}

impl Selection {
    /// From one letter to another, both included, by whole units.
    #[must_use]
    pub fn new(article: &Article, unit: Unit, (from, to): (Range<Spot>, Range<Spot>)) -> Self {
        Self { anchor: unit.around(article, from), focus: unit.around(article, to) }
    }

    /// What is selected, in logical order.
    #[must_use]
    pub fn range(&self) -> Range<Spot> {
        self.anchor.start.min(self.focus.start)..self.anchor.end.max(self.focus.end)
    }

    /// Whether a cell of this part of the page is selected.
    #[must_use]
    pub fn has(&self, part: Part, bytes: &Range<Offset>) -> bool {
        let range = self.range();
        let cell = Spot::range(part, bytes);
        cell.is_some_and(|cell| cell.start < range.end && range.start < cell.end)
    }

    /// The bytes of the article's own text that are selected, if any are.
    #[must_use]
    pub fn in_body(&self, article: &Article) -> Option<Range<usize>> {
        let Range { start, end } = self.range();
        let start = if start.section == Section::Body { start.at } else { Offset(0) };
        let end = end.at.min(article.extent().end);
        let is_any = self.range().end.section == Section::Body && start < end;
        is_any.then_some(start.0..end.0)
    }

    /// What is copied.
    #[must_use]
    pub fn text(&self, article: &Article) -> String {
        let range = self.range();
        let sections = [Section::Headline, Section::Standfirst, Section::Body];
        let texts = sections.map(|section| section.text(article, &range));
        let texts: Vec<_> = texts.into_iter().filter(|text| !text.trim().is_empty()).collect();
        texts.join("\n\n")
    }
}

/// The main button has gone down in the article.
#[derive(Clone, Debug)]
pub struct Press {
    /// Where.
    pub(super) at: (usize, usize),
    when: Instant,
    /// How many times in a row.
    pub(super) unit: Unit,
    /// The letter there.
    pub(super) anchor: Range<Spot>,
    /// The line of the page there.
    pub(super) line: usize,
}

impl Press {
    /// Two presses within this time at one place are one double click.
    const DOUBLE: Duration = Duration::from_millis(400);

    /// A press after another one, if there was one.
    pub(super) fn after(
        previous: Option<&Self>,
        at: (usize, usize),
        (anchor, line): (Range<Spot>, usize),
    ) -> Self {
        let again = previous.filter(|last| last.at == at && last.when.elapsed() < Self::DOUBLE);
        let unit = again.map_or(Unit::Letter, |last| last.unit.next());
        Self { at, when: Instant::now(), unit, anchor, line }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Metadata};

    fn article() -> Article {
        let metadata = Metadata {
            title: "عنوان الخبر".into(),
            standfirst: Some("Summary.".into()),
            ..Metadata::default()
        };
        let body = vec![Block::paragraph("قال John Smith: نعم."), Block::paragraph("می‌خواهم")];
        Article::new(metadata, body)
    }

    /// The spots of the first letter and of the last one of some words.
    fn ends(section: Section, words: &str) -> (Range<Spot>, Range<Spot>) {
        let article = article();
        let text = match section {
            Section::Headline => article.metadata.title.clone(),
            Section::Standfirst => article.metadata.standfirst.clone().unwrap(),
            Section::Body => article.text(),
        };
        let start = text.find(words).unwrap();
        let first = words.chars().next().unwrap().len_utf8();
        let end = start + words.len();
        let last = words.chars().next_back().unwrap().len_utf8();
        (section.spots(start..start + first), section.spots(end - last..end))
    }

    fn text(unit: Unit, from: Range<Spot>, to: Range<Spot>) -> String {
        Selection::new(&article(), unit, (from, to)).text(&article())
    }

    #[test]
    fn either_end_can_be_the_anchor() {
        let (first, last) = ends(Section::Body, "John Smith: نعم");
        assert_eq!(text(Unit::Letter, first.clone(), last.clone()), "John Smith: نعم");
        assert_eq!(text(Unit::Letter, last, first), "John Smith: نعم");
    }

    #[test]
    fn words_and_paragraphs_are_whole() {
        let (letter, _) = ends(Section::Body, "mith");
        assert_eq!(text(Unit::Word, letter.clone(), letter.clone()), "Smith");
        assert_eq!(text(Unit::Paragraph, letter.clone(), letter.clone()), "قال John Smith: نعم.");
        let (other, _) = ends(Section::Body, "عم");
        assert_eq!(text(Unit::Word, other, letter), "Smith: نعم");
        let (inside, _) = ends(Section::Body, "خواهم");
        assert_eq!(text(Unit::Word, inside.clone(), inside), "می‌خواهم", "a ZWNJ ends no word");
        let (title, _) = ends(Section::Headline, "خبر");
        assert_eq!(text(Unit::Word, title.clone(), title), "الخبر");
    }

    #[test]
    fn a_selection_runs_from_the_headline_into_the_text() {
        let (from, _) = ends(Section::Headline, "الخبر");
        let (_, to) = ends(Section::Body, "قال");
        assert_eq!(text(Unit::Letter, from, to), "الخبر\n\nSummary.\n\nقال");
        let (from, to) = ends(Section::Body, "نعم.\nمی");
        assert_eq!(text(Unit::Letter, from, to), "نعم.\n\nمی");
    }

    #[test]
    fn two_presses_at_one_place_select_a_word() {
        let anchor = ends(Section::Body, "J").0;
        let press = |last: Option<&Press>, at| Press::after(last, at, (anchor.clone(), 0));
        let first = press(None, (3, 3));
        let second = press(Some(&first), (3, 3));
        let third = press(Some(&second), (3, 3));
        let elsewhere = press(Some(&third), (4, 3));
        let units = [&first, &second, &third, &elsewhere].map(|press| press.unit);
        assert_eq!(units, [Unit::Letter, Unit::Word, Unit::Paragraph, Unit::Letter]);
    }
}
