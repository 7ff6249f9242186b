//! What a page says beside the article, in the interface's words: that its text was not saved, what its
//! reader had marked and noted in the program that saved it, how it was read.
//!
//! Where the marked passages stand is found by others; those that do not stand in the text are listed
//! under it, so that nothing is lost.

use std::ops::Range;

use crate::article::Article;
use crate::article::Direction;
use crate::article::Highlight;
use crate::article::Nest;
use crate::locale::Locale;

use super::Part;
use super::compose::{Composer, Role};
use super::furniture::Furniture;

/// What is said beside an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotations {
    /// Which way the interface's words run.
    direction: Direction,
    /// The passages that the reader had marked.
    passages: Vec<Range<usize>>,
    /// Sentences in the place of a text that was not saved.
    above: Vec<String>,
    /// What stands over the notes.
    heading: String,
    notes: Vec<Note>,
    /// How the article was read.
    colophon: Vec<String>,
}

/// Something that the reader has noted here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// The passage that it is about; without one it is about the article.
    pub quote: Option<String>,
    /// Where that stands in the article's text, if it does.
    pub place: Option<Range<usize>>,
    /// The reader's words; empty where a passage is only marked.
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Note {
    /// A passage in the article's words.
    Passage(String),
    /// The reader's words.
    Remark(String),
}

impl Annotations {
    /// What is to be said about any article: `found` is for each of the passages marked in it where
    /// that stands in the text, if it does.
    #[must_use]
    pub fn new(article: &Article, found: &[Option<Range<usize>>], locale: &Locale) -> Self {
        let highlights = article.given.highlights.iter().enumerate();
        let found = |at: usize| found.get(at).cloned().flatten();
        let mut passages: Vec<_> = highlights.clone().filter_map(|(at, _)| found(at)).collect();
        passages.sort_unstable_by_key(|range| (range.start, range.end));
        let notes = article.given.note.iter().map(|note| Note::Remark(note.clone()));
        let notes = notes.chain(highlights.flat_map(|(at, one)| listed(one, found(at).as_ref())));
        Self {
            direction: locale.language().direction(),
            passages: passages.into_iter().fold(Vec::new(), joined),
            above: if article.body.is_empty() { unsaved(article, locale) } else { Vec::new() },
            heading: locale.text("notes"),
            notes: notes.collect(),
            colophon: Vec::new(),
        }
    }

    /// The same with what can be done where no text was saved.
    #[must_use]
    pub fn with_advice(mut self, advice: String) -> Self {
        if !self.above.is_empty() {
            self.above.push(advice);
        }
        self
    }

    /// The same with sentences on how the article was read.
    #[must_use]
    pub fn with_colophon(self, colophon: Vec<String>) -> Self {
        Self { colophon, ..self }
    }

    /// The same with what the reader has noted here.
    #[must_use]
    pub fn with_remarks(mut self, remarks: Vec<Remark>) -> Self {
        self.passages.extend(remarks.iter().filter_map(|remark| remark.place.clone()));
        self.passages.sort_unstable_by_key(|range| (range.start, range.end));
        self.passages = self.passages.into_iter().fold(Vec::new(), joined);
        for Remark { quote, place, text } in remarks {
            let text = Some(text).filter(|text| !text.is_empty());
            match quote {
                Some(quote) => {
                    let highlight = Highlight { quote, remark: text };
                    self.notes.extend(listed(&highlight, place.as_ref()));
                }
                None => self.notes.extend(text.map(Note::Remark)),
            }
        }
        self
    }

    /// The same with a sentence on the article's tags, if there is one.
    #[must_use]
    pub fn with_tags(mut self, tags: Option<String>) -> Self {
        self.colophon.extend(tags);
        self
    }

    /// Where the marked passages stand in the article's text: sorted, apart.
    pub(super) fn passages(&self) -> &[Range<usize>] {
        &self.passages
    }
}

/// A passage with a remark, or one that is not in the text, is told under it.
fn listed(highlight: &Highlight, found: Option<&Range<usize>>) -> Vec<Note> {
    let remark = highlight.remark.clone().filter(|remark| !remark.is_empty());
    if found.is_some() && remark.is_none() {
        return Vec::new();
    }
    let passage = Note::Passage(highlight.quote.clone());
    std::iter::once(passage).chain(remark.map(Note::Remark)).collect()
}

fn unsaved(article: &Article, locale: &Locale) -> Vec<String> {
    let tags = article.metadata.tags.join(&locale.text("list-comma"));
    let tags = (!tags.is_empty()).then(|| locale.say("page-tags", &[("tags", tags.into())]));
    tags.into_iter().chain([locale.text("page-no-text")]).collect()
}

fn joined(mut ranges: Vec<Range<usize>>, next: Range<usize>) -> Vec<Range<usize>> {
    match ranges.last_mut() {
        Some(last) if next.start <= last.end => last.end = last.end.max(next.end),
        _ => ranges.push(next),
    }
    ranges
}

impl Composer<'_> {
    /// What stands in the place of a text that was not saved.
    pub(super) fn above(&mut self, annotations: &Annotations) {
        if annotations.above.is_empty() {
            return;
        }
        let url = self.article.metadata.url.clone();
        if let Some(url) = url {
            let link = self.link(&url);
            self.address(("", &url), Part::Note, link);
            self.space();
        }
        for text in &annotations.above {
            self.aside(text, role(annotations), None);
        }
    }

    /// The reader's notes, under the article.
    pub(super) fn below(&mut self, annotations: &Annotations) {
        if annotations.notes.is_empty() {
            return;
        }
        self.furniture = Furniture::default();
        self.speak(None);
        self.space();
        self.aside(
            &annotations.heading,
            Role { part: Part::Heading(2), ..role(annotations) },
            None,
        );
        let mut follows_passage = false;
        for note in &annotations.notes {
            let (text, is_passage) = match note {
                Note::Passage(text) => (text, true),
                Note::Remark(text) => (text, false),
            };
            if is_passage || !follows_passage {
                self.space();
            }
            let nest: &[Nest] = if is_passage { &[Nest::Quote] } else { &[] };
            self.furniture = Furniture::new(nest, &Furniture::default(), self.measure());
            let direction = Direction::of_block(text, self.article.metadata.direction);
            self.aside(text, Role { part: Part::Note, direction }, None);
            self.furniture = Furniture::default();
            follows_passage = is_passage;
        }
    }

    /// How the article was read, at the very end.
    pub(super) fn colophon(&mut self, annotations: &Annotations) {
        if annotations.colophon.is_empty() {
            return;
        }
        self.furniture = Furniture::default();
        self.speak(None);
        self.space();
        self.rule();
        for text in &annotations.colophon {
            self.aside(text, role(annotations), None);
        }
    }
}

const fn role(annotations: &Annotations) -> Role {
    Role { part: Part::Note, direction: annotations.direction }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Given, Metadata};
    use crate::locale::{Dates, Language};
    use crate::page::{Dress, Face, Page, Setting};
    use crate::text;

    fn lines(page: &Page) -> Vec<String> {
        let row = |line: super::super::Line| {
            line.cells.iter().map(|cell| cell.symbol.as_str()).collect::<String>()
        };
        page.lines(..).map(row).collect()
    }

    fn set(article: &Article, found: &[Option<Range<usize>>], dress: Dress) -> Page {
        let text = text::Setting { measure: Some(60), ..text::Setting::VISUAL };
        let locale = Locale::new(Language::English, None);
        let annotations = Annotations::new(article, found, &locale);
        Page::annotated(article, Setting { text, dress, dates: Dates::Iso }, &annotations)
    }

    fn article(body: &str, given: Given) -> Article {
        let url = Some("https://example.org/port".to_owned());
        let tags = vec!["sea".to_owned(), "trade".to_owned()];
        let metadata = Metadata { title: "The port".into(), url, tags, ..Metadata::default() };
        let blocks = (!body.is_empty()).then(|| Block::paragraph(body));
        Article::new(metadata, blocks.into_iter().collect()).with_given(given)
    }

    fn marked(page: &Page) -> String {
        let cells = page.lines(..).flat_map(|line| line.cells);
        let marked = cells.filter(|cell| cell.face.has(Face::HIGHLIGHT));
        marked.map(|cell| cell.symbol).collect()
    }

    #[test]
    fn a_record_without_a_text_says_so_and_gives_its_address() {
        let page = set(&article("", Given::default()), &[], Dress::Full);
        let lines = lines(&page).join("\n");
        for shown in ["The port", "https://example.org/port", "sea, trade", "not its text"] {
            assert!(lines.contains(shown), "{shown} in {lines}");
        }
        assert_eq!(lines.matches("https://").count(), 1);
        assert_eq!(page.links, ["https://example.org/port"]);
        assert!(page.lines(..).all(|line| line.start().is_none()), "none of it is its text");
        assert_eq!(set(&article("", Given::default()), &[], Dress::Bare).height(), 0);
    }

    #[test]
    fn passages_are_marked_where_they_stand_and_listed_where_they_do_not() {
        let highlight = |quote: &str, remark: Option<&str>| Highlight {
            quote: quote.into(),
            remark: remark.map(Into::into),
        };
        let highlights = vec![
            highlight("old", None),
            highlight("ships", Some("how many?")),
            highlight("x", None),
        ];
        let given = Given { note: Some("Read again.".into()), highlights, ..Given::default() };
        let article = article("An old port for ships.", given);
        let page = set(&article, &[Some(3..6), Some(16..21), None], Dress::Full);
        assert_eq!(marked(&page), "oldships");
        let lines = lines(&page);
        let notes = lines.iter().position(|line| line == "Notes").unwrap();
        let said: Vec<_> = lines[notes..].iter().filter(|line| !line.is_empty()).collect();
        assert_eq!(said, ["Notes", "Read again.", "│ ships", "how many?", "│ x"]);
    }

    #[test]
    fn an_article_without_notes_has_no_heading_for_them() {
        let article = article("Words.", Given::default());
        let text = text::Setting { measure: Some(60), ..text::Setting::VISUAL };
        let bare = Page::set(&article, Setting { text, dress: Dress::Full, dates: Dates::Iso });
        assert!(set(&article, &[], Dress::Full).lines(..).eq(bare.lines(..)));
    }
}
