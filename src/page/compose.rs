//! Puts lines under each other: the page as far as it is set, and the head and foot of it.

use std::collections::HashMap;

use crate::article::Article;
use crate::article::Direction;
use crate::article::Metadata;
use crate::article::Offset;
use crate::article::Rich;
use crate::article::shown_address;
use crate::locale::Dates;
use crate::text;
use crate::text::Fill;
use crate::text::Level;
use crate::text::Paragraph;

use super::address;
use super::furniture::{Furniture, Place};
use super::language;
use super::leaf::Leaf;
use super::piece;
use super::piece::{Piece, Text, dress};
use super::{Cell, Dress, Face, Line, Page, Part, Setting};

/// The paragraph level of a direction.
#[must_use]
pub fn level(direction: Direction) -> Level {
    match direction {
        Direction::Ltr => Level::ltr(),
        Direction::Rtl => Level::rtl(),
    }
}

/// A page in the making.
pub(super) struct Composer<'a> {
    /// As the language of the current block wants it; nothing is stretched but by
    /// [`Composer::running_text`].
    pub(super) setting: Setting,
    /// As it was asked for.
    wanted: text::Setting,
    pub(super) article: &'a Article,
    pub(super) furniture: Furniture,
    pieces: Vec<Piece>,
    links: Vec<String>,
    /// Whether it ends in an empty line, or is empty.
    ends_blank: bool,
    /// The indices of the page's links.
    addresses: HashMap<String, usize>,
}

/// What a leaf is set as.
#[derive(Clone, Copy, Debug)]
pub(super) struct Role {
    pub(super) part: Part,
    pub(super) direction: Direction,
}

impl<'a> Composer<'a> {
    pub(super) fn new(setting: Setting, article: &'a Article) -> Self {
        let mut page = Self {
            setting,
            wanted: setting.text,
            article,
            furniture: Furniture::default(),
            pieces: Vec::new(),
            links: Vec::new(),
            ends_blank: true,
            addresses: HashMap::new(),
        };
        page.speak(None);
        page
    }

    /// What follows is in this language, else in the article's.
    pub(super) fn speak(&mut self, language: Option<&str>) {
        let digits = language::digits(self.wanted.digits, self.language(language));
        self.setting.text = text::Setting { digits, fill: Fill::Ragged, ..self.wanted };
    }

    fn language<'b>(&'b self, of_block: Option<&'b str>) -> Option<&'b str> {
        of_block.or(self.article.metadata.language.as_deref())
    }

    /// The number of a link as it stands in the text and in the list of links: in digits that neither
    /// of them changes.
    pub(super) fn numeral(&self, number: usize) -> String {
        let Metadata { language, direction, .. } = &self.article.metadata;
        match direction {
            Direction::Ltr => number.to_string(),
            Direction::Rtl => {
                let digits = language::digits(self.wanted.digits, language.as_deref());
                text::numeral(number, digits)
            }
        }
    }

    pub(super) fn finish(mut self) -> Page {
        piece::outline(&mut self.pieces);
        let mut page = Page { links: self.links, ..Page::default() };
        self.pieces.into_iter().for_each(|piece| page.push(piece));
        page
    }

    /// Headline, byline and standfirst, and the space under them.
    pub(super) fn head(&mut self) {
        let metadata = &self.article.metadata;
        self.plain(&metadata.title, Part::Headline);
        self.plain(&byline(metadata, self.setting.dates), Part::Byline);
        if let Some(standfirst) = &metadata.standfirst {
            self.space();
            self.plain(standfirst, Part::Standfirst);
        }
        self.space();
    }

    /// The addresses of the page's links, numbered as in the text.
    pub(super) fn link_list(&mut self) {
        if self.links.is_empty() || self.article.body.is_empty() {
            return;
        }
        self.furniture = Furniture::default();
        self.speak(None);
        self.space();
        self.rule();
        for (index, url) in self.links.clone().iter().enumerate() {
            let number = format!("[{}] ", self.numeral(index + 1));
            self.address((&number, url), Part::Links, index);
        }
    }

    /// Lines that show nothing of the article's text; all of them may be one link.
    pub(super) fn aside(&mut self, text: &str, role: Role, link: Option<usize>) {
        self.beside(&Rich::plain(text), role, link);
    }

    /// An address, which leads there.
    pub(super) fn address(&mut self, (number, url): (&str, &str), part: Part, link: usize) {
        let shown = address::rich(number, &shown_address(url));
        self.beside(&shown, Role { part, direction: Direction::Ltr }, Some(link));
    }

    fn beside(&mut self, rich: &Rich, role: Role, link: Option<usize>) {
        let leaf = Leaf::bare(rich, Offset(0));
        let mut text = self.text_of(leaf, role, Fill::Ragged);
        text.aside = Some(link);
        self.put(text);
    }

    /// A line of text that is not the body's.
    fn plain(&mut self, text: &str, part: Part) {
        if text.is_empty() {
            return;
        }
        let article = self.article.metadata.direction;
        // A source in Latin letters does not move the byline of an Arabic article to the left.
        let direction =
            if part == Part::Byline { article } else { Direction::of_block(text, article) };
        let leaf = Leaf::bare(&Rich::plain(text), Offset(0));
        let fill = if part == Part::Standfirst { self.fill(None) } else { Fill::Ragged };
        let setting = text::Setting { fill, ..self.text_setting(self.furniture.width()) };
        for (index, mut cells) in lay_out(&leaf, direction, setting).into_iter().enumerate() {
            if part == Part::Byline {
                cells.iter_mut().for_each(unname);
            }
            let place = if index == 0 { Place::First } else { Place::Rest };
            self.line(cells, Role { part, direction }, place);
        }
    }

    /// The index of a link's address, a new one if it was not met before.
    pub(super) fn link(&mut self, url: &str) -> usize {
        let next = self.links.len();
        let index = *self.addresses.entry(url.to_owned()).or_insert(next);
        if index == next {
            self.links.push(url.to_owned());
        }
        index
    }

    /// A leaf of the body, ready for layout.
    pub(super) fn prepare(&mut self, rich: &Rich, start: Offset) -> Leaf {
        match self.setting.dress {
            Dress::Full => Leaf::numbered(rich, start, |url| {
                let link = self.link(url);
                (link, self.numeral(link + 1))
            }),
            Dress::Bare => Leaf::bare(rich, start),
        }
    }

    /// Sets a leaf under what is there, behind the current furniture.
    pub(super) fn leaf(&mut self, leaf: Leaf, role: Role) {
        let text = self.text_of(leaf, role, Fill::Ragged);
        self.put(text);
    }

    /// The same with its lines stretched, where that is wanted and the language does it.
    pub(super) fn running_text(&mut self, leaf: Leaf, role: Role, language: Option<&str>) {
        let text = self.text_of(leaf, role, self.fill(language));
        self.put(text);
    }

    fn fill(&self, language: Option<&str>) -> Fill {
        language::fill(self.wanted.fill, self.language(language))
    }

    fn text_of(&self, leaf: Leaf, role: Role, fill: Fill) -> Text {
        let setting = text::Setting { fill, ..self.setting.text };
        Text::new(leaf, role, self.furniture.clone(), setting)
    }

    fn put(&mut self, text: Text) {
        self.pieces.push(Piece::Leaf(Box::new(text)));
        self.ends_blank = false;
    }

    /// One line of cells behind the furniture.
    pub(super) fn line(&mut self, cells: Vec<Cell>, role: Role, place: Place) {
        let line = dress(cells, role, (&self.furniture, place), self.setting.text);
        self.ends_blank = line.is_blank();
        self.pieces.push(Piece::Set(vec![line]));
    }

    /// An empty line, unless the page ends in one.
    pub(super) fn space(&mut self) {
        self.space_behind(&Furniture::default(), self.article.metadata.direction);
    }

    /// An empty line behind the bars that go on through it.
    pub(super) fn space_behind(&mut self, furniture: &Furniture, direction: Direction) {
        if self.setting.dress == Dress::Bare || self.ends_blank {
            return;
        }
        let own = std::mem::replace(&mut self.furniture, furniture.clone());
        self.line(Vec::new(), Role { part: Part::Space, direction }, Place::Rest);
        self.furniture = own;
    }

    /// A short rule in the middle.
    pub(super) fn rule(&mut self) {
        if self.setting.dress == Dress::Bare {
            return;
        }
        let direction = self.article.metadata.direction;
        let dash = || Cell {
            symbol: "─".into(),
            width: 1,
            face: Face::FURNITURE,
            bytes: None,
            link: None,
        };
        let width = self.measure().unwrap_or(12).min(12);
        let cells = (0..width).map(|_| dash()).collect();
        let pad = self.measure().map_or(0, |measure| (measure - width) / 2);
        self.pieces.push(Piece::Set(vec![Line { cells, pad, part: Part::Space, direction }]));
        self.ends_blank = false;
    }

    pub(super) const fn measure(&self) -> Option<usize> {
        self.setting.text.measure
    }

    /// The setting of text that leaves `indent` columns to the furniture.
    pub(super) fn text_setting(&self, indent: usize) -> text::Setting {
        let measure = self.measure().map(|measure| measure.saturating_sub(indent).max(1));
        text::Setting { measure, ..self.setting.text }
    }
}

impl Line {
    fn is_blank(&self) -> bool {
        self.part == Part::Space && self.cells.iter().all(|cell| cell.symbol != "─")
    }
}

/// The lines of a leaf as cells of a page.
pub(super) fn lay_out(leaf: &Leaf, direction: Direction, setting: text::Setting) -> Vec<Vec<Cell>> {
    let paragraph =
        Paragraph { text: &leaf.text, level: level(direction), isolates: &leaf.isolates };
    text::lay_out(&paragraph, setting).into_iter().map(|line| leaf.cells(line)).collect()
}

/// A cell of the byline: its text is not the article's, and what may not break there is a space.
fn unname(cell: &mut Cell) {
    cell.bytes = None;
    if cell.symbol == NO_BREAK_SPACE {
        cell.symbol = " ".into();
    }
}

const NO_BREAK_SPACE: &str = "\u{a0}";

/// A day that stays on one line.
fn unbroken(day: &str) -> String {
    day.replace(' ', NO_BREAK_SPACE)
}

/// Who published it, who wrote it, where and when: each an isolate, so that a Latin name and a date
/// do not change places.
fn byline(metadata: &Metadata, dates: Dates) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(metadata.source.clone());
    let source = metadata.source.as_deref();
    parts.extend(metadata.authors.iter().filter(|author| Some(author.as_str()) != source).cloned());
    parts.extend(metadata.dateline.clone());
    parts.extend(
        metadata.published.or(metadata.saved).map(|date| unbroken(&dates.write(date.to_day()))),
    );
    let isolated = parts.iter().map(|part| format!("\u{2068}{part}\u{2069}"));
    isolated.collect::<Vec<_>>().join(" · ")
}
