//! The links of an open article, and the one that the reader is at.

use std::ops::Range;

use crate::article::{Article, Block, Offset, Style};
use crate::page::{Cell, Line, Page, Part};

use super::reader::Step;

/// Words that lead somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The words.
    pub words: Range<Offset>,
    /// Where they lead, as written.
    pub address: String,
}

/// The links of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// In the order of the text.
    pub all: Vec<Link>,
    /// The one that the reader is at.
    pub current: Option<usize>,
}

/// The current link as a page shows it: its words, and its address in the list of links.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    words: Range<Offset>,
    index: Option<usize>,
}

impl Links {
    /// Those of an article.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let mut all = Vec::new();
        let mut start = 0;
        for leaf in article.body.iter().flat_map(Block::texts) {
            for span in leaf.spans() {
                if let Style::Link { url } = &span.style {
                    let words = Offset(start + span.range.start)..Offset(start + span.range.end);
                    all.push(Link { words, address: url.clone() });
                }
            }
            start += leaf.text().len() + 1;
        }
        Self { all, current: None }
    }

    /// The link that the reader is at.
    #[must_use]
    pub fn current(&self) -> Option<&Link> {
        self.all.get(self.current?)
    }

    /// Goes to the next link, or the previous one, around; from `top` on if none is current.
    pub(super) fn step(&mut self, step: Step, top: Offset) {
        let Some(last) = self.all.len().checked_sub(1) else { return };
        let from_top = self.all.partition_point(|link| link.words.start < top);
        self.current = Some(match (self.current, step) {
            (None, Step::Next) if from_top > last => 0,
            (None, Step::Next) => from_top,
            (None, Step::Previous) => from_top.checked_sub(1).unwrap_or(last),
            (Some(at), Step::Next) if at >= last => 0,
            (Some(at), Step::Next) => at + 1,
            (Some(at), Step::Previous) => at.checked_sub(1).unwrap_or(last),
        });
    }

    /// Goes to the link that a cell belongs to, if it belongs to one.
    pub(super) fn go_to(&mut self, cell: &Cell, page: &Page) {
        let at = cell.bytes.as_ref().map(|bytes| bytes.start);
        // The words that end last before the cell's end are the innermost there.
        let by_words = |link: &Link| at.is_some_and(|at| link.words.contains(&at));
        let address = cell.link.and_then(|index| page.links.get(index));
        let by_address = |link: &Link| Some(&link.address) == address;
        self.current = address.and_then(|_| {
            let inner = self.all.iter().rposition(|link| by_words(link) && by_address(link));
            inner.or_else(|| self.all.iter().position(by_address))
        });
    }

    /// How the current link is shown on a page.
    pub(super) fn shown(&self, page: &Page) -> Option<Shown> {
        let link = self.current()?;
        let index = page.links.iter().position(|address| *address == link.address);
        Some(Shown { words: link.words.clone(), index })
    }
}

impl Shown {
    /// Whether a cell belongs to it.
    pub(super) fn has(&self, line: &Line, cell: &Cell) -> bool {
        match (&cell.bytes, line.part) {
            (None, Part::Links) => self.index.is_some() && cell.link == self.index,
            (None, _) | (_, Part::Headline | Part::Standfirst | Part::Byline) => false,
            (Some(bytes), _) => bytes.start < self.words.end && self.words.start < bytes.end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Metadata, RichBuilder};
    use crate::page::{Dress, Setting};
    use crate::text;

    fn paragraph(words: &[(&str, Option<&str>)]) -> Block {
        let mut rich = RichBuilder::new();
        for (text, address) in words {
            if let Some(url) = address {
                rich.open(Style::Link { url: (*url).to_owned() });
            }
            rich.text(text);
            if address.is_some() {
                rich.close();
            }
        }
        Block::paragraph(rich.finish())
    }

    fn article() -> Article {
        let body = vec![
            paragraph(&[
                ("see ", None),
                ("one", Some("u:1")),
                (" and ", None),
                ("two", Some("u:2")),
            ]),
            paragraph(&[("again ", None), ("one", Some("u:1"))]),
        ];
        Article::new(Metadata { title: "t".into(), ..Metadata::default() }, body)
    }

    #[test]
    fn links_are_stepped_through_around_and_from_where_one_is() {
        let mut links = Links::of(&article());
        assert_eq!(links.all.len(), 3);
        let mut walk = |step, top| {
            links.step(step, Offset(top));
            links.current
        };
        assert_eq!(walk(Step::Next, 5), Some(1));
        assert_eq!(walk(Step::Next, 0), Some(2));
        assert_eq!(walk(Step::Next, 0), Some(0));
        assert_eq!(walk(Step::Previous, 0), Some(2));
        links.current = None;
        links.step(Step::Previous, Offset(20));
        assert_eq!(links.current, Some(1));
        links.current = None;
        links.step(Step::Next, Offset(900));
        assert_eq!(links.current, Some(0), "around");
        Links::default().step(Step::Next, Offset(0));
    }

    #[test]
    fn a_cell_of_words_or_of_the_list_leads_to_its_link() {
        let article = article();
        let text = text::Setting { measure: Some(40), ..text::Setting::VISUAL };
        let page = Page::set(
            &article,
            Setting { text, dress: Dress::Full, dates: crate::locale::Dates::Iso },
        );
        let mut links = Links::of(&article);
        let mut found = Vec::new();
        for line in page.lines(..) {
            for cell in &line.cells {
                links.go_to(cell, &page);
                if links.current.is_some() && found.last() != Some(&links.current) {
                    found.push(links.current);
                }
                let shown = links.shown(&page).is_some_and(|shown| shown.has(&line, cell));
                let label = cell.bytes.is_none() && line.part == Part::Body;
                assert_eq!(shown, cell.link.is_some() && !label, "{cell:?}");
            }
        }
        // The number after the words that repeat an address leads to its first words.
        assert_eq!(found, [0, 1, 2, 0, 1].map(Some));
    }
}
