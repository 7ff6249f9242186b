//! The reading pane's state: the article, its page at the pane's measure, how far one has read.

use std::ops::Range;

use crate::article::{Article, ArticleId, Offset};
use crate::page::{Line, Page, Setting};
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
    /// The line that the user went to: [`Self::top`], unless the pane has grown so high that the end
    /// of the page would leave it.
    wanted: usize,
    /// What that line shows. It outlives a change of the measure, so that however often the screen is
    /// resized, the same line comes back.
    place: Place,
    /// The position that the store knows.
    stored: Offset,
    /// Where the query occurs in the text.
    pub matches: Vec<Range<usize>>,
    /// The match that `n` went to.
    pub current: Option<usize>,
    /// Where the query occurs in the title.
    pub title_matches: Vec<Range<usize>>,
}

/// What stands at the top of the pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// This line of the headline, the byline and the standfirst, which no offset tells of.
    Head(usize),
    /// This place of the text.
    Text(Offset),
}

impl Reader {
    /// Opens an article at a place.
    #[must_use]
    pub fn new(article: Article, setting: Setting, at: Offset) -> Self {
        let mut reader = Self {
            text: article.text(),
            page: Page::set(&article, setting),
            article,
            setting,
            top: 0,
            wanted: 0,
            place: if at == Offset(0) { Place::Head(0) } else { Place::Text(at) },
            stored: at,
            matches: Vec::new(),
            current: None,
            title_matches: Vec::new(),
        };
        reader.wanted = reader.line_of(reader.place);
        reader.top = reader.wanted;
        reader
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
        self.page = Page::set(&self.article, setting);
        self.setting = setting;
        self.wanted = self.line_of(self.place);
    }

    /// Finds the query anew.
    pub fn find(&mut self, query: &Query) {
        self.matches = query.highlights(&self.text);
        self.title_matches = query.highlights(&self.article.metadata.title);
        self.current = None;
    }

    /// Where one has read to: the first place on screen; the start while the head is in sight.
    #[must_use]
    pub const fn position(&self) -> Offset {
        match self.place {
            Place::Head(_) => Offset(0),
            Place::Text(offset) => offset,
        }
    }

    /// Where one has read to, if the store has not been told yet; it counts as told from now on.
    pub fn take_position(&mut self) -> Option<Offset> {
        let position = self.position();
        let is_new = position != self.stored;
        self.stored = position;
        is_new.then_some(position)
    }

    /// Scrolls to a line, no further than that the last line stands at the bottom of the pane.
    pub fn scroll_to(&mut self, line: usize, height: usize) {
        let top = self.within(line, height);
        if top != self.top {
            self.top = top;
            self.wanted = top;
            self.place = self.place_of(top);
        }
    }

    /// Fits the page into a pane of another height.
    pub fn fit(&mut self, height: usize) {
        self.top = self.within(self.wanted, height);
    }

    fn within(&self, line: usize, height: usize) -> usize {
        line.min(self.page.lines.len().saturating_sub(height.max(1)))
    }

    /// The first line that shows the text.
    fn body(&self) -> Option<usize> {
        self.page.lines.iter().position(|line| line.start().is_some())
    }

    fn place_of(&self, line: usize) -> Place {
        let in_head = self.body().is_none_or(|body| line < body);
        let offset = self
            .page
            .offset_at(line)
            .or_else(|| self.page.lines.iter().rev().find_map(Line::start));
        match offset {
            Some(offset) if !in_head => Place::Text(offset),
            _ => Place::Head(line),
        }
    }

    fn line_of(&self, place: Place) -> usize {
        match place {
            Place::Head(line) => line.min(self.body().unwrap_or(line)),
            Place::Text(offset) => self.page.line_at(offset),
        }
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
        let Some(last) = self.matches.len().checked_sub(1) else { return };
        let next = match (self.current, step) {
            (None, Step::Next) => self.first_from_top().unwrap_or(0),
            (None, Step::Previous) => self.last_above_top().unwrap_or(last),
            (Some(at), Step::Next) if at >= last => 0,
            (Some(at), Step::Next) => at + 1,
            (Some(0), Step::Previous) => last,
            (Some(at), Step::Previous) => at - 1,
        };
        self.current = Some(next);
        let start = self.matches.get(next).map_or(0, |range| range.start);
        let line = self.page.line_at(Offset(start));
        if line < self.top || line >= self.top + height {
            self.scroll_to(line.saturating_sub(height / 2), height);
        }
    }

    fn first_from_top(&self) -> Option<usize> {
        let start = self.position().0;
        self.matches.iter().position(|range| range.start >= start)
    }

    fn last_above_top(&self) -> Option<usize> {
        let start = self.position().0;
        self.matches.iter().rposition(|range| range.start < start)
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
