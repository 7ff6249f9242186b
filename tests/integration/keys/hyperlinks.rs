//! Where links lead, as the terminal is told it: the bytes of real frames, read as a terminal reads
//! them.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::Terminal as Screen;
use ratatui::TerminalOptions;
use ratatui::Viewport;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use sahifa::terminal::Dialect;
use sahifa::tui::Theme;
use sahifa::tui::app::Hyperlinks;
use sahifa::tui::view::view;

use super::driver::{Reading, Shelf};

const ARTICLE: &str = "---
title: T
date: 2024-01-02
---

اقرأ [الخبر الطويل on two lines الذي يمتد إلى سطر آخر من الصفحة](https://example.org/خبر) الآن، أو \
[漢字 here](https://example.org/kanji) then [bad](javascript:alert) and [far](https://example.org/LONG).
";

/// The id and the address of the link that is open, if one is.
type Open = Option<(String, String)>;

/// A screen as a terminal holds it: at each place a letter, and the link that it belongs to.
#[derive(Default)]
struct Page {
    cells: BTreeMap<(usize, usize), (char, Open)>,
    at: (usize, usize),
    open: Open,
}

impl Page {
    /// Takes in what is written; knows what the drawing library sends.
    fn write(&mut self, bytes: &[u8]) {
        let mut parser = vte::Parser::new();
        parser.advance(self, bytes);
    }

    fn linked(&self) -> Vec<((usize, usize), String, String)> {
        let linked = self.cells.iter().filter_map(|(at, (_, link))| {
            let (id, address) = link.clone()?;
            Some((*at, id, address))
        });
        linked.collect()
    }

    /// What stands there; blanks are sent or not as the drawing library likes.
    fn text(&self) -> String {
        self.cells.values().map(|(letter, _)| *letter).filter(|letter| *letter != ' ').collect()
    }
}

impl vte::Perform for Page {
    fn print(&mut self, c: char) {
        let width = unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
        for column in 0..width {
            let (row, x) = self.at;
            self.cells.insert((row, x + column), (c, self.open.clone()));
        }
        self.at.1 += width;
    }

    fn osc_dispatch(&mut self, params: &[&[u8]], _: bool) {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let [b"8", id, address @ ..] = params else { panic!("{params:?}") };
        let address = address.iter().map(|part| text(part)).collect::<Vec<_>>().join(";");
        assert!(address.bytes().all(|byte| byte.is_ascii_graphic()), "{address}");
        self.open = (!address.is_empty()).then(|| (text(id), address));
    }

    fn csi_dispatch(&mut self, params: &vte::Params, _: &[u8], _: bool, action: char) {
        if action == 'H' {
            let mut numbers = params.iter().map(|part| usize::from(part[0]));
            let mut next = || numbers.next().unwrap_or(1).max(1) - 1;
            self.at = (next(), next());
        }
    }
}

/// What a frame is written to.
#[derive(Clone, Default)]
struct Sent(Rc<RefCell<Vec<u8>>>);

impl Write for Sent {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The reader's screen, and what a terminal makes of it.
struct Drawn {
    screen: Screen<CrosstermBackend<Sent>>,
    sent: Sent,
    page: Page,
}

impl Drawn {
    fn new((width, height): (u16, u16)) -> Self {
        let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
        let sent = Sent::default();
        let backend = CrosstermBackend::new(sent.clone());
        let screen = Screen::with_options(backend, TerminalOptions { viewport }).unwrap();
        Self { screen, sent, page: Page::default() }
    }

    /// Draws a frame, of which only what differs from the one before is sent; gives the bytes' number.
    fn draw(&mut self, reading: &Reading) -> usize {
        self.screen.draw(|frame| view(&reading.app, Theme::plain(), frame)).unwrap();
        let sent = std::mem::take(&mut *self.sent.0.borrow_mut());
        self.page.write(&sent);
        assert!(self.page.open.is_none(), "no link is left open");
        sent.len()
    }
}

fn reading() -> (Shelf, Reading) {
    let shelf = Shelf::of(&[("1.md", &ARTICLE.replace("LONG", &"x".repeat(2000)))]);
    let mut reading = shelf.open();
    reading.app.hyperlinks = Hyperlinks::Sent;
    (shelf, reading)
}

#[test]
fn every_piece_of_a_link_has_its_id_and_its_address() {
    let (_shelf, mut reading) = reading();
    for (width, dialect) in [
        (100, Dialect::Visual),
        (50, Dialect::Visual),
        (36, Dialect::Visual),
        (50, Dialect::Kitty),
        (50, Dialect::Lrm),
        (50, Dialect::Logical),
    ] {
        reading.app.dialect = dialect;
        (reading.app.text.order, reading.app.text.joining) = dialect.layout();
        reading.type_keys("⏎z").resize(width, 40);
        let mut drawn = Drawn::new((width, 40));
        drawn.draw(&reading);
        let mut columns: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
        let mut addresses = BTreeMap::new();
        for (at, id, address) in drawn.page.linked() {
            columns.entry(id.clone()).or_default().push(at);
            let known = addresses.entry(id).or_insert_with(|| address.clone());
            assert_eq!(*known, address, "one id, one address");
        }
        let ids: Vec<_> = addresses.iter().map(|(id, to)| (id.as_str(), to.as_str())).collect();
        let arabic = ("id=1", "https://example.org/%D8%AE%D8%A8%D8%B1");
        let expected = [arabic, ("id=2", "https://example.org/kanji")];
        assert_eq!(ids, expected, "{width} {dialect:?}: neither the bad one nor the long one");
        // As many columns as the page has for the link: all of its pieces and no other.
        let page = &reading.app.reader.as_ref().unwrap().page;
        for (index, id) in [(0, "id=1"), (1, "id=2")] {
            let cells = page.lines(..).flat_map(|line| line.cells);
            let wide: usize =
                cells.filter(|cell| cell.link == Some(index)).map(|cell| cell.width).sum();
            assert_eq!(columns[id].len(), wide, "{width} {dialect:?} {id}");
        }
        let rows = columns["id=1"].iter().map(|(row, _)| row).collect::<BTreeSet<_>>();
        assert!(rows.len() >= if width == 100 { 2 } else { 3 }, "{width} {dialect:?} {rows:?}");
    }
}

#[test]
fn the_letters_are_the_same_with_and_without_links() {
    let (_shelf, mut reading) = reading();
    reading.type_keys("⏎");
    let mut with = Drawn::new((100, 30));
    with.draw(&reading);
    reading.app.hyperlinks = Hyperlinks::Unsent;
    let mut without = Drawn::new((100, 30));
    without.draw(&reading);
    assert!(without.page.linked().is_empty());
    assert_eq!(with.page.text(), without.page.text());
}

#[test]
fn partial_frames_lead_to_the_same_screen_as_whole_ones() {
    let (_shelf, mut reading) = reading();
    reading.resize(60, 12).type_keys("⏎");
    let mut drawn = Drawn::new((60, 12));
    let whole = drawn.draw(&reading);
    for keys in ["]", "]", "j", "/on⏎", "n", "j", "⎋", "?", "?", "k", "[", "⎋", "G", "g", "⎋", "⏎"]
    {
        reading.type_keys(keys);
        drawn.draw(&reading);
        let mut fresh = Drawn::new((60, 12));
        fresh.draw(&reading);
        assert_eq!(drawn.page.linked(), fresh.page.linked(), "after {keys}");
        assert_eq!(drawn.page.text(), fresh.page.text(), "after {keys}");
    }
    assert!(drawn.draw(&reading) < whole / 10, "what has not changed is not sent");
}

#[test]
fn a_long_address_in_the_list_of_links_is_sent_once_a_line() {
    let address = format!("https://example.org/{}", "x".repeat(1900));
    let text = format!("---\ntitle: T\n---\n\nsee [it]({address})\n");
    let shelf = Shelf::of(&[("1.md", &text)]);
    let mut reading = shelf.open();
    reading.app.hyperlinks = Hyperlinks::Sent;
    reading.type_keys("⏎z");
    let mut drawn = Drawn::new((100, 30));
    let bytes = drawn.draw(&reading);
    assert!(drawn.page.linked().len() > 1000);
    assert!(bytes < 30 * 2200 + 10_000, "{bytes}");
}
