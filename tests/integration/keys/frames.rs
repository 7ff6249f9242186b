//! One frame after another: what the terminal holds after changes were sent to it is what it holds when
//! the last frame is drawn on an empty screen. In every dialect, since frames are compared after it.

use std::cell::RefCell;
use std::io;
use std::io::Write;
use std::num::NonZeroU16;
use std::rc::Rc;

use ratatui::Terminal as Screen;
use ratatui::TerminalOptions;
use ratatui::Viewport;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use sahifa::terminal::Dialect;
use sahifa::tui::Theme;
use sahifa::tui::view::view;

use super::driver::{Reading, Shelf};

/// What has been sent and not yet been taken.
#[derive(Clone, Default)]
struct Wire(Rc<RefCell<Vec<u8>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal, and the drawing library's notion of it.
struct Terminal {
    screen: Screen<CrosstermBackend<Wire>>,
    wire: Wire,
    emulator: vt100::Parser,
}

impl Terminal {
    fn new((columns, rows): (usize, usize)) -> Self {
        let size = |cells| u16::try_from(cells).unwrap();
        let (columns, rows) = (size(columns), size(rows));
        let wire = Wire::default();
        let viewport = Viewport::Fixed(Rect::new(0, 0, columns, rows));
        let backend = CrosstermBackend::new(wire.clone());
        let screen = Screen::with_options(backend, TerminalOptions { viewport }).unwrap();
        let nonzero = |cells| NonZeroU16::new(cells).unwrap();
        let emulator = vt100::Parser::new(nonzero(rows), nonzero(columns), 0);
        Self { screen, wire, emulator }
    }

    /// Draws, and gives how many bytes were sent.
    fn draw(&mut self, reading: &Reading) -> usize {
        self.screen.draw(|frame| view(&reading.app, Theme::plain(), frame)).unwrap();
        let sent = std::mem::take(&mut *self.wire.0.borrow_mut());
        self.emulator.process(&without_text_sizing(&sent));
        sent.len()
    }

    /// What is seen in each cell; one that was never written to is a blank.
    fn shows(&self) -> Vec<(String, vt100::Color, vt100::Color, [bool; 4])> {
        let screen = self.emulator.screen();
        let (rows, columns) = screen.size();
        let places = (0..rows.get()).flat_map(|y| (0..columns.get()).map(move |x| (y, x)));
        let seen = |(y, x)| {
            let cell = screen.cell(y, x).unwrap();
            let text = if cell.has_contents() { cell.contents() } else { " " };
            let cuts = [cell.bold(), cell.italic(), cell.underline(), cell.inverse()];
            (text.to_owned(), cell.fgcolor(), cell.bgcolor(), cuts)
        };
        places.map(seen).collect()
    }
}

/// The emulator knows no OSC 66: what stands in one stands in its cell.
fn without_text_sizing(sent: &[u8]) -> Vec<u8> {
    let sent = std::str::from_utf8(sent).unwrap();
    let mut parts = sent.split("\x1b]66;");
    let mut plain = parts.next().unwrap().to_owned();
    for part in parts {
        let (sized, rest) = part.split_once("\x1b\\").unwrap();
        plain += sized.split_once(';').unwrap().1;
        plain += rest;
    }
    plain.into_bytes()
}

/// Scrolling, highlights that come and go, another article, panes, marks, overlays.
const STEPS: [&str; 16] =
    ["j", "j", "⏎", "j", "j", "⇟", "k", "/ال", "⏎", "n", "n", "⎋", "⎋", "z", "v", "Gk"];

#[test]
fn changes_leave_what_the_whole_frame_would() {
    let shelf = Shelf::fixture();
    for dialect in Dialect::ALL {
        let mut reading = shelf.open();
        while reading.app.dialect != dialect {
            reading.type_keys("②");
        }
        for size in [(100, 30), (64, 20)] {
            reading.resize(size.0, size.1);
            let size = reading.app.size;
            let mut kept = Terminal::new(size);
            let whole = kept.draw(&reading);
            for step in STEPS {
                reading.type_keys(step);
                let changes = kept.draw(&reading);
                let mut fresh = Terminal::new(size);
                fresh.draw(&reading);
                assert!(kept.shows() == fresh.shows(), "{dialect}, {size:?}, after {step:?}");
                assert!(changes < 3 * whole, "{dialect}: {changes} bytes for {step:?}");
            }
        }
    }
}

#[test]
fn a_frame_in_cells_shows_what_the_visual_one_shows() {
    let shelf = Shelf::fixture();
    let mut pictures = Vec::new();
    for dialect in [Dialect::Visual, Dialect::Cells] {
        let mut reading = shelf.open();
        reading.app.dialect = dialect;
        reading.type_keys("jj⏎");
        let mut terminal = Terminal::new(reading.app.size);
        terminal.draw(&reading);
        pictures.push(terminal.emulator.screen().contents());
    }
    assert_eq!(pictures[0], pictures[1]);
}
