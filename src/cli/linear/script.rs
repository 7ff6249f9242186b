//! An article as it is read out: the page that the reader shows, with words in place of its furniture,
//! and the place in the article that each row starts at.

use crate::article::{Article, Offset};
use crate::locale::Locale;
use crate::page;
use crate::page::{Annotations, Cell, Dress, Face, Page, Part};
use crate::search::marked;
use crate::text;
use crate::text::{Joining, Order};
use crate::tui::Own;

/// One line of a script, not yet wrapped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    /// The bytes of the text at which cells start, and what they show.
    places: Vec<(usize, Offset)>,
}

/// An article, ready to be read out.
#[derive(Debug)]
pub(super) struct Script {
    pub(super) lines: Vec<Line>,
    /// Where its links lead, the first being number 1.
    pub(super) links: Vec<String>,
}

impl Script {
    pub(super) fn new(article: &Article, own: &Own<'_>, locale: &Locale) -> Self {
        let (order, joining) = (Order::Logical, Joining::Base);
        let text = text::Setting { measure: None, order, joining, ..text::Setting::VISUAL };
        let setting = page::Setting { text, dress: Dress::Full, dates: locale.dates() };
        let annotations = Annotations::new(article, &marked(article), locale);
        let annotations = own.beside(annotations, article, locale);
        let page = Page::annotated(article, setting, &annotations);
        let lines = page.lines(..).filter(is_read);
        let mut lines: Vec<Line> = lines.map(|line| Line::of(&line, locale)).collect();
        // Of empty lines, one; none at the end, where the list of links was.
        lines.dedup_by(|next, line| next.text.is_empty() && line.text.is_empty());
        lines
            .truncate(lines.len() - usize::from(lines.last().is_some_and(|it| it.text.is_empty())));
        Self { lines, links: page.links }
    }
}

/// Lines that are drawn are not read, nor is the list of links, which can be asked for.
fn is_read(line: &page::Line) -> bool {
    let is_rule = |cell: &Cell| cell.face.has(Face::FURNITURE) && cell.symbol.starts_with('─');
    let is_drawn = line.cells.iter().any(is_rule);
    !is_drawn && line.part != Part::Links
}

impl Line {
    fn of(line: &page::Line, locale: &Locale) -> Self {
        let mut read = Self::default();
        if matches!(line.part, Part::Heading(_)) {
            read.text = format!("{} ", locale.text("linear-heading"));
        }
        for cell in &line.cells {
            read.push(cell, locale);
        }
        read.text.truncate(read.text.trim_end().len());
        read
    }

    fn push(&mut self, cell: &Cell, locale: &Locale) {
        if let Some(bytes) = &cell.bytes {
            self.places.push((self.text.len(), bytes.start));
        } else if cell.symbol == " " && (self.text.is_empty() || self.text.ends_with(' ')) {
            // Columns of a table and what is indented behind furniture are not seen here.
            return;
        }
        match cell.symbol.as_str() {
            "▣" if cell.face.has(Face::FURNITURE) => self.text += &locale.text("linear-picture"),
            "•" if cell.face.has(Face::FURNITURE) => self.text.push('-'),
            "│" if cell.face.has(Face::FURNITURE) && self.places.is_empty() => {
                self.text.push('>')
            }
            "│" if cell.face.has(Face::FURNITURE) => {
                self.text.truncate(self.text.trim_end().len());
                self.text.push(';');
            }
            symbol => self.text.push_str(symbol),
        }
    }

    /// What the letter at this byte shows, or the first one after it.
    pub(super) fn offset(&self, at: usize) -> Option<Offset> {
        let next = self.places.partition_point(|(start, _)| *start < at);
        let place = self.places.get(next).or_else(|| self.places.last());
        place.map(|(_, offset)| *offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Content, Marker, Metadata, Nest, Rich, RichBuilder, Style};
    use crate::locale::Language;
    use crate::store::{DeviceId, State};

    fn script(body: Vec<Block>) -> Script {
        let metadata = Metadata { title: "T".into(), ..Metadata::default() };
        let own = Own { state: &State::new(DeviceId::random()), ids: &[], tags: &[] };
        Script::new(&Article::new(metadata, body), &own, &Locale::new(Language::English, None))
    }

    fn read(body: Vec<Block>) -> Vec<String> {
        let lines = script(body).lines.into_iter().map(|line| line.text);
        lines.skip(1).filter(|line| !line.is_empty()).collect()
    }

    fn nested(nest: Nest, text: &str) -> Block {
        Block { nest: vec![nest], ..Block::paragraph(text) }
    }

    #[test]
    fn what_is_drawn_is_told_in_words() {
        let caption = Rich::plain("a pier");
        let body = vec![
            Block::heading(2, "Part one"),
            nested(Nest::Quote, "she said"),
            nested(Nest::Item(Marker::Bullet), "first"),
            nested(Nest::Item(Marker::Number(7)), "seventh"),
            Block::new(Content::Figure { caption, url: None }),
            Block::new(Content::Rule),
        ];
        let expected =
            ["Heading: Part one", "> she said", "- first", "7. seventh", "Picture: a pier"];
        assert_eq!(read(body), expected);
    }

    #[test]
    fn a_row_of_a_table_is_a_line() {
        let row = |cells: [&str; 2]| cells.map(Rich::plain).to_vec();
        let rows = vec![row(["Name", "Age"]), row(["A long name", "7"])];
        let table = Block::new(Content::Table { rows, header: true });
        assert_eq!(read(vec![table]), ["Name; Age", "A long name; 7"]);
    }

    #[test]
    fn letters_and_their_order_stay_as_stored() {
        let text = "قالت Maria (52) لا │ ─ می\u{200c}شود";
        assert_eq!(read(vec![Block::paragraph(text)]), ["قالت Maria (52) لا │ ─ می\u{200c}شود"]);
    }

    #[test]
    fn every_letter_knows_its_place() {
        let script = script(vec![Block::paragraph("אב"), nested(Nest::Quote, "גד ה")]);
        let quote = script.lines.last().unwrap();
        assert_eq!(quote.text, "> גד ה");
        let places = [0, 2, 4, 7, 99].map(|at| quote.offset(at).unwrap().0);
        assert_eq!(places, [5, 5, 7, 10, 10]);
    }

    #[test]
    fn links_are_numbered_and_their_list_is_not_read() {
        let url = "https://example.org/".to_owned();
        let mut rich = RichBuilder::new();
        rich.text("see ");
        rich.open(Style::Link { url: url.clone() });
        rich.text("this");
        rich.close();
        let script = script(vec![Block::paragraph(rich.finish())]);
        let text: Vec<_> = script.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(text, ["T", "", "see this[1]"]);
        assert_eq!(script.links, [url]);
    }
}
