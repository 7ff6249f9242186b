//! The reading pane's state: the article, its page at the pane's measure, how far one has read.

use std::ops::Range;

use crate::article::{Article, ArticleId, Offset};
use crate::page::{Page, Setting};
use crate::search::Query;

/// An open article.
#[derive(Debug)]
pub struct Reader {
    /// The article.
    pub article: Article,
    /// Its logical text, which the matches and positions are in.
    text: String,
    /// It, typeset.
    pub page: Page,
    /// How it is typeset.
    setting: Setting,
    /// The first line on screen.
    pub top: usize,
    /// Where the query occurs in the text.
    pub matches: Vec<Range<usize>>,
    /// The match that `n` went to.
    pub current: Option<usize>,
    /// Where the query occurs in the title.
    pub title_matches: Vec<Range<usize>>,
}

impl Reader {
    /// Opens an article at a place.
    #[must_use]
    pub fn new(article: Article, setting: Setting, at: Offset) -> Self {
        let page = Page::set(&article, setting);
        let top = if at == Offset(0) { 0 } else { page.line_at(at) };
        Self {
            text: article.text(),
            article,
            page,
            setting,
            top,
            matches: Vec::new(),
            current: None,
            title_matches: Vec::new(),
        }
    }

    /// Which article it is.
    #[must_use]
    pub const fn id(&self) -> &ArticleId {
        &self.article.id
    }

    /// Typesets anew where the setting has changed; the line that is read stays in place.
    pub fn reset(&mut self, setting: Setting) {
        if setting == self.setting {
            return;
        }
        let at = self.position();
        self.page = Page::set(&self.article, setting);
        self.setting = setting;
        self.top = if at == Offset(0) { 0 } else { self.page.line_at(at) };
    }

    /// Finds the query anew.
    pub fn find(&mut self, query: &Query) {
        self.matches = query.highlights(&self.text);
        self.title_matches = query.highlights(&self.article.metadata.title);
        self.current = None;
    }

    /// Where one has read to: the first place on screen; the start while the head is in sight.
    #[must_use]
    pub fn position(&self) -> Offset {
        if self.top == 0 { Offset(0) } else { self.page.offset_at(self.top).unwrap_or_default() }
    }

    /// Scrolls to a line, no further than that the last line stands at the bottom of the pane.
    pub fn scroll_to(&mut self, line: usize, height: usize) {
        self.top = line.min(self.page.lines.len().saturating_sub(height));
    }

    /// How much has been seen, in per cent of the page.
    #[must_use]
    pub fn progress(&self, height: usize) -> u8 {
        let lines = self.page.lines.len();
        let seen = (self.top + height).min(lines);
        u8::try_from((seen * 100).checked_div(lines).unwrap_or(100)).unwrap_or(100)
    }

    /// Goes to the next match, or the previous one, around; into the middle of the pane.
    pub fn step_match(&mut self, step: Step, height: usize) {
        if self.matches.is_empty() {
            return;
        }
        let last = self.matches.len() - 1;
        let next = match (self.current, step) {
            (None, _) => self.first_below(),
            (Some(at), Step::Next) if at == last => 0,
            (Some(at), Step::Next) => at + 1,
            (Some(0), Step::Previous) => last,
            (Some(at), Step::Previous) => at - 1,
        };
        self.current = Some(next);
        let line = self.page.line_at(Offset(self.matches[next].start));
        if line < self.top || line >= self.top + height {
            self.scroll_to(line.saturating_sub(height / 2), height);
        }
    }

    fn first_below(&self) -> usize {
        let start = self.position().0;
        let below = self.matches.iter().position(|range| range.start >= start);
        below.unwrap_or(0)
    }
}

/// Which way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// On.
    Next,
    /// Back.
    Previous,
}
