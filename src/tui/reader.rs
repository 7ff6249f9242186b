//! The reading pane's state: the article, its page at the pane's measure, how far one has read.

mod beginning;
mod long;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::article::{Article, ArticleId, Offset};
use crate::page::{Annotations, Cell, Line, Page, Remark, Setting};

use super::command::Command;
use super::edition::{Choice, Edition};
use super::links::Links;
use super::selection::Selection;
use beginning::Beginning;
use long::{Seeking, Stage};

pub use long::{Manuscript, Sought};

/// An open article.
#[derive(Debug)]
pub struct Reader {
    /// The article.
    pub article: Arc<Article>,
    /// How it was chosen to be read.
    pub choice: Choice,
    /// The encoding that it was read in.
    pub encoding: &'static str,
    /// What the page says beside it, whatever the reader notes.
    base: Annotations,
    /// That, and what the reader has noted.
    annotations: Annotations,
    /// Its logical text, which the matches and positions are in.
    text: Arc<str>,
    /// It, typeset; nothing at first where it is too long for that to be done at once.
    pub page: Page,
    /// Whether others are to typeset it.
    typesetting: Stage,
    /// What is known of it where it is but the beginning.
    beginning: Option<Beginning>,
    /// What was asked for that takes more than there is yet.
    waiting: Vec<Command>,
    /// The lines of it that were on screen last, and the number of the first of them.
    window: (usize, Vec<Line>),
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
    seeking: Seeking,
    /// The match that `n` went to.
    pub current: Option<usize>,
    /// Where the query occurs in the title.
    pub title_matches: Vec<Range<usize>>,
    /// Its links.
    pub links: Links,
    /// What the mouse has selected.
    pub selection: Option<Selection>,
}

/// What stands at the top of the pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// This line of the headline, the byline and the standfirst, which no offset tells of.
    Head(usize),
    /// This place of the text, so many empty lines above it.
    Text(Offset, usize),
    /// What comes after the text, so many lines below its last place.
    Tail(Offset, usize),
}

impl Reader {
    /// Opens an article at a place.
    #[must_use]
    pub fn new(edition: Edition, setting: Setting, at: Offset) -> Self {
        let Edition { article, choice, encoding, annotations } = edition;
        let mut reader = Self {
            choice,
            encoding,
            text: article.text().into(),
            links: Links::of(&article),
            selection: None,
            page: Page::default(),
            typesetting: Stage::Done,
            beginning: None,
            waiting: Vec::new(),
            article: Arc::new(article),
            base: annotations.clone(),
            annotations,
            window: (0, Vec::new()),
            setting,
            top: 0,
            wanted: 0,
            place: if at == Offset(0) { Place::Head(0) } else { Place::Text(at, 0) },
            stored: at,
            matches: Vec::new(),
            seeking: Seeking::default(),
            current: None,
            title_matches: Vec::new(),
        };
        reader.typeset();
        reader.top = reader.wanted;
        reader
    }

    /// Which article it is.
    #[must_use]
    pub fn id(&self) -> &ArticleId {
        &self.article.id
    }

    /// Whether it is this article, read so.
    #[must_use]
    pub fn is(&self, id: &ArticleId, choice: &Choice) -> bool {
        self.article.id == *id && self.choice == *choice
    }

    /// Typesets anew where the setting has changed; the line that is read stays in place.
    pub fn reset(&mut self, setting: Setting) {
        if setting == self.setting {
            return;
        }
        self.setting = setting;
        self.typeset();
    }

    /// Shows what the reader has noted, and the tags where they are the reader's own; the line that is read
    /// stays in place.
    pub fn annotate(&mut self, remarks: Vec<Remark>, tags: Option<String>) {
        let annotations = self.base.clone().with_remarks(remarks).with_tags(tags);
        if annotations != self.annotations {
            self.annotations = annotations;
            self.typeset();
        }
    }

    /// Where one has read to: the first place on screen; the start while the head is in sight.
    #[must_use]
    pub const fn position(&self) -> Offset {
        match self.place {
            Place::Head(_) => Offset(0),
            Place::Text(offset, _) | Place::Tail(offset, _) => offset,
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
        self.look(height);
    }

    /// Fits the page into a pane of another height.
    pub fn fit(&mut self, height: usize) {
        self.top = self.within(self.wanted, height);
        self.look(height);
    }

    /// Sets the lines that have come into sight.
    fn look(&mut self, height: usize) {
        let (first, mut known) = std::mem::take(&mut self.window);
        let end = (self.top + height).min(self.height());
        let mut take = |line: usize| {
            let known = line.checked_sub(first).and_then(|nth| known.get_mut(nth));
            known
                .map(|line| std::mem::replace(line, Line::empty()))
                .or_else(|| self.page.line(line))
        };
        self.window = (self.top, (self.top..end).filter_map(&mut take).collect());
    }

    /// The lines on screen.
    #[must_use]
    pub fn seen(&self, height: usize) -> Cow<'_, [Line]> {
        let end = (self.top + height).min(self.height());
        let (first, lines) = &self.window;
        match lines.get(..end - self.top.min(end)) {
            Some(lines) if *first == self.top => lines.into(),
            _ => self.page.lines(self.top..end).collect(),
        }
    }

    fn within(&self, line: usize, height: usize) -> usize {
        line.min(self.height().saturating_sub(height.max(1)))
    }

    fn place_of(&self, line: usize) -> Place {
        if self.page.body().is_none_or(|body| line < body) {
            return Place::Head(line);
        }
        if let Some(below) = self.page.offset_at(line) {
            return Place::Text(below, self.page.line_at(below).saturating_sub(line));
        }
        let last = self.page.line_at(Offset(usize::MAX));
        let above = self.page.start(last);
        above.map_or(Place::Head(line), |above| Place::Tail(above, line.saturating_sub(last)))
    }

    fn line_of(&self, place: Place) -> usize {
        match place {
            Place::Head(line) => line.min(self.page.body().unwrap_or(line)),
            Place::Text(offset, above) => self.page.line_at(offset).saturating_sub(above),
            Place::Tail(offset, below) => self.page.line_at(offset) + below,
        }
    }

    /// How much has been seen, in per cent of the page; of a beginning, of what the page will be by its share.
    #[must_use]
    pub fn progress(&self, height: usize) -> u8 {
        let lines = self.height();
        let seen = (self.top + height).min(lines);
        let seen = u8::try_from((seen * 100).checked_div(lines).unwrap_or(100)).unwrap_or(100);
        self.beginning.as_ref().map_or(seen, |beginning| beginning.of_whole(seen))
    }

    /// Goes to the next match, or the previous one, around; into the middle of the pane. While they are being
    /// found, that has to wait: whether it was done.
    pub fn step_match(&mut self, step: Step, height: usize) -> bool {
        let is_done = self.seeking.stage == Stage::Done;
        if is_done {
            self.go_to_match(step, height);
        } else {
            self.seeking.step = Some(step);
        }
        is_done
    }

    /// Whether a step waits for what is sought.
    #[must_use]
    pub const fn is_stepping(&self) -> bool {
        self.seeking.step.is_some()
    }

    fn go_to_match(&mut self, step: Step, height: usize) {
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
        self.bring_up(Offset(start), height);
    }

    /// Scrolls a place that is out of sight into the middle of the pane.
    fn bring_up(&mut self, place: Offset, height: usize) {
        let line = self.page.line_at(place);
        if line < self.top || line >= self.top + height {
            self.scroll_to(line.saturating_sub(height / 2), height);
        }
    }

    /// Goes to the next link, or the previous one, around; from the top of the pane on if the current
    /// one is out of sight.
    pub fn step_link(&mut self, step: Step, height: usize) {
        if !self.sees_link(height) {
            self.links.current = None;
        }
        self.links.step(step, self.page.offset_at(self.top).unwrap_or(Offset(usize::MAX)));
        let Some(start) = self.links.current().map(|link| link.words.start) else { return };
        self.bring_up(start, height);
    }

    /// Whether a part of the current link is on screen.
    #[must_use]
    pub fn sees_link(&self, height: usize) -> bool {
        let shown = self.links.shown(&self.page);
        shown.is_some_and(|shown| self.sees(height, |line, cell| shown.has(line, cell)))
    }

    /// Whether a part of the selection is on screen.
    #[must_use]
    pub fn sees_selection(&self, height: usize) -> bool {
        let selected = |line: &Line, cell: &Cell| {
            let bytes = cell.bytes.as_ref().zip(self.selection.as_ref());
            bytes.is_some_and(|(bytes, selection)| selection.has(line.part, bytes))
        };
        self.sees(height, selected)
    }

    /// Whether a part of the current match is on screen.
    #[must_use]
    pub fn sees_match(&self, height: usize) -> bool {
        let current = self.current.and_then(|index| self.matches.get(index));
        current.is_some_and(|found| {
            self.sees(height, |line, cell| {
                let bytes = cell.bytes.as_ref().filter(|_| line.start().is_some());
                bytes.is_some_and(|bytes| bytes.start.0 < found.end && found.start < bytes.end.0)
            })
        })
    }

    fn sees(&self, height: usize, fits: impl Fn(&Line, &Cell) -> bool) -> bool {
        self.seen(height).iter().any(|line| line.cells.iter().any(|cell| fits(line, cell)))
    }

    /// Lets go of the selection and the current link; whether one of them could be seen.
    pub fn let_go(&mut self, height: usize) -> bool {
        let seen = self.sees_selection(height) || self.sees_link(height);
        self.selection = None;
        self.links.current = None;
        seen
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Metadata};
    use crate::locale::Dates;
    use crate::page::Dress;
    use crate::search::Query;
    use crate::text;

    const HEIGHT: usize = 5;

    fn setting(measure: usize) -> Setting {
        let text = text::Setting { measure: Some(measure), ..text::Setting::VISUAL };
        Setting { text, dress: Dress::Full, dates: Dates::Iso }
    }

    fn edition(article: Article) -> Edition {
        let (choice, annotations) = (Choice::default(), Annotations::default());
        Edition { article, choice, encoding: "UTF-8", annotations }
    }

    /// Twenty paragraphs of twelve words; the words `p0` to `p19` are found once each.
    fn reader(measure: usize, at: Offset) -> Reader {
        let metadata = Metadata { title: "p5 in the title".into(), ..Metadata::default() };
        let words =
            |index: usize| format!("p{index}. word word word word word word word word word word");
        let body = (0..20).map(|index| Block::paragraph(words(index).as_str())).collect();
        Reader::new(edition(Article::new(metadata, body)), setting(measure), at)
    }

    fn find(reader: &mut Reader, query: &str) {
        reader.find(&Query::parse(query));
    }

    #[test]
    fn an_article_opens_where_it_was_left() {
        let mut one = reader(40, Offset(0));
        one.scroll_to(17, HEIGHT);
        let two = reader(40, one.position());
        assert_eq!(two.position(), one.position());
        assert!(two.top.abs_diff(17) <= 1, "{}", two.top);
    }

    #[test]
    fn no_sequence_of_measures_moves_the_line_that_is_read() {
        for top in 0..40 {
            let mut reader = reader(40, Offset(0));
            reader.scroll_to(top, HEIGHT);
            let (top, position) = (reader.top, reader.position());
            for measure in [10, 33, 200, 1, 80, 40] {
                reader.reset(setting(measure));
                reader.fit(HEIGHT);
                assert_eq!(reader.position(), position);
            }
            assert_eq!(reader.top, top);
        }
    }

    #[test]
    fn a_pane_that_grows_and_shrinks_ends_where_it_was() {
        let mut reader = reader(40, Offset(0));
        reader.scroll_to(usize::MAX, HEIGHT);
        let top = reader.top;
        reader.fit(30);
        assert!(reader.top < top, "the page fills the pane");
        reader.fit(HEIGHT);
        assert_eq!(reader.top, top);
    }

    #[test]
    fn a_position_is_told_once() {
        let mut reader = reader(40, Offset(0));
        assert_eq!(reader.take_position(), None);
        reader.scroll_to(17, HEIGHT);
        assert_eq!(reader.take_position(), Some(reader.position()));
        assert_eq!(reader.take_position(), None);
        reader.scroll_to(0, HEIGHT);
        assert_eq!(reader.take_position(), Some(Offset(0)));
    }

    #[test]
    fn scrolling_within_the_head_is_no_progress() {
        let mut reader = reader(4, Offset(0));
        reader.scroll_to(1, HEIGHT);
        assert_eq!((reader.top, reader.take_position()), (1, None));
    }

    #[test]
    fn matches_are_stepped_through_from_the_screen_and_around() {
        let mut reader = reader(40, Offset(0));
        find(&mut reader, "p1");
        assert_eq!(reader.matches.len(), 11, "p1, and p10 to p19");
        reader.scroll_to(12, HEIGHT);
        let above = reader.matches.iter().filter(|at| at.start < reader.position().0).count();
        assert_eq!(above, 1);
        reader.step_match(Step::Next, HEIGHT);
        assert_eq!(reader.current, Some(above));
        reader.step_match(Step::Previous, HEIGHT);
        reader.step_match(Step::Previous, HEIGHT);
        assert_eq!(reader.current, Some(10));
        find(&mut reader, "p1");
        reader.scroll_to(12, HEIGHT);
        reader.step_match(Step::Previous, HEIGHT);
        assert_eq!(reader.current, Some(0), "the one above the screen");
    }

    #[test]
    fn a_match_on_the_screen_does_not_scroll_it() {
        let mut reader = reader(40, Offset(0));
        find(&mut reader, "p0");
        reader.step_match(Step::Next, HEIGHT);
        assert_eq!((reader.current, reader.top), (Some(0), 0));
    }

    #[test]
    fn an_article_without_words_can_be_scrolled_and_searched() {
        let article =
            Article::new(Metadata { title: "t".into(), ..Metadata::default() }, Vec::new());
        let mut reader = Reader::new(edition(article), setting(10), Offset(99));
        find(&mut reader, "x");
        reader.step_match(Step::Next, 0);
        for (line, height) in [(0, 0), (9, 1), (usize::MAX, 50)] {
            reader.scroll_to(line, height);
            reader.reset(setting(line.clamp(1, 7)));
            reader.fit(height);
        }
        assert_eq!((reader.top, reader.progress(50)), (0, 100));
        assert!(reader.page.height() <= 2);
    }
}
