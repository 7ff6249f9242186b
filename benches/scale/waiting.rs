//! Waiting for the reader: for a screen that is complete, for quiet, for the end.

use std::path::Path;
use std::time::{Duration, Instant};

use vt100::Parser;

use crate::reader::{COLUMNS, ROWS, Reader, command, status};

/// What takes longer will not end at all; a million articles are read in a quarter of it.
const PATIENCE: Duration = Duration::from_secs(3600);

impl Reader {
    /// Starts it on a library or an article, with its state and cache below `home`.
    pub(crate) fn start(path: &Path, home: &Path) -> Self {
        Self::run(command(path, home))
    }

    /// Waits until the screen shows something; how long that took.
    pub(crate) fn until(&mut self, is_reached: impl Fn(&Parser) -> bool) -> Duration {
        let start = Instant::now();
        while !is_reached(&self.parser) {
            assert!(start.elapsed() < PATIENCE, "never shown: {}", self.parser.screen().contents());
            assert!(self.take(PATIENCE), "no screen: {}", self.parser.screen().contents());
        }
        start.elapsed()
    }

    /// Waits until nothing has been written for `quiet`; how long the last of it took to come.
    pub(crate) fn settle(&mut self, quiet: Duration) -> Duration {
        let start = Instant::now();
        let mut last = Duration::ZERO;
        while self.take(quiet) {
            last = start.elapsed();
        }
        last
    }

    /// The same, from the key on, for the titles in the list and the status line: passages and the article
    /// beside the list come later, and nobody waits for them.
    pub(crate) fn list_settles(&mut self, quiet: Duration) -> Duration {
        let (mut last, mut shown) = (Duration::ZERO, titles(&self.parser));
        while self.take(quiet) {
            let now = titles(&self.parser);
            if now != shown {
                (last, shown) = (self.written.saturating_duration_since(self.pressed), now);
            }
        }
        last
    }

    /// Leaves it.
    pub(crate) fn quit(mut self) {
        self.press("q");
        // What is still drawn must be taken, or the program waits for room to write.
        while self.take(PATIENCE) {}
        assert!(self.child.wait().unwrap().success(), "a clean end");
    }
}

/// Whether the list is full of titles, which stand in every other row, the reading pane shows a text,
/// and the status line counts.
pub(crate) fn is_complete(parser: &Parser) -> bool {
    let divider = divider(parser);
    let letters = |start: u16, columns: u16| {
        let rows = parser.screen().rows(start, columns).take(usize::from(ROWS) - 1);
        rows.filter(|row| row.contains(char::is_alphabetic)).count()
    };
    divider.is_some_and(|at| {
        letters(0, at) >= usize::from(ROWS - 1) / 2 && letters(at + 1, COLUMNS - at - 1) > 10
    }) && status(parser).contains("articles")
}

/// The column between list and reading pane.
fn divider(parser: &Parser) -> Option<u16> {
    let is_line =
        |column: u16| parser.screen().cell(1, column).is_some_and(|cell| cell.contents() == "│");
    (0..COLUMNS).find(|&column| is_line(column))
}

/// Every other row of the list, and the last row of the screen.
fn titles(parser: &Parser) -> Vec<String> {
    let list = parser.screen().rows(0, divider(parser).unwrap_or(COLUMNS));
    list.step_by(2).chain([status(parser)]).collect()
}
