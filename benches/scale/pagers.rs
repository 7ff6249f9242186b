//! What other programs take to show the same text and its end, in the same terminal: less, which neither orders nor
//! joins letters, and Emacs, which orders them.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use vt100::Parser;

use crate::reader::{COLUMNS, ROWS, Reader};
use crate::table::{Table, spread};

const RUNS: usize = 5;
/// Longer ones take Emacs minutes.
const LARGEST: u64 = 2 << 20;
/// Nothing comes for so long when a program is done.
const QUIET: Duration = Duration::from_millis(400);

struct Pager {
    name: &'static str,
    arguments: &'static [&'static str],
    /// The terminal that it is told of: of one called xterm Emacs asks questions, and waits for answers.
    terminal: &'static str,
    /// The key that goes to the end.
    end: &'static str,
}

const PAGERS: [Pager; 2] = [
    Pager { name: "less", arguments: &[], terminal: "xterm-256color", end: "G" },
    Pager { name: "emacs", arguments: &["-Q", "-nw"], terminal: "linux", end: "\x1b>" },
];

/// Measures those that are installed.
pub(crate) fn measure(article: &Path, table: &mut Table) {
    for pager in PAGERS {
        let is_there = Command::new(pager.name).arg("--version").output().is_ok();
        let figure = match article.metadata() {
            _ if !is_there => "skipped: not installed".to_owned(),
            Ok(file) if file.len() > LARGEST => "skipped: too long for it".to_owned(),
            _ => spread((0..RUNS).map(|_| pager.run(article)).collect()),
        };
        table.row(
            &format!("{}: start to the end of it: min / median / max", pager.name),
            &figure,
            "",
        );
    }
}

impl Pager {
    fn run(&self, article: &Path) -> Duration {
        let mut command = CommandBuilder::new(self.name);
        command.env("TERM", self.terminal);
        command.env("LANG", "C.UTF-8");
        command.env_remove("LESS");
        command.args(self.arguments);
        command.arg(article);
        let start = Instant::now();
        let mut reader = Reader::run(command);
        let end = to_end(&mut reader, self.end, is_full);
        reader.child.kill().expect("an end");
        reader.child.wait().expect("an end");
        end.saturating_duration_since(start)
    }
}

/// Waits for the first screen, goes to the end, and gives the moment when the last of that was written.
pub(crate) fn to_end(
    reader: &mut Reader,
    keys: &str,
    is_there: impl Fn(&Parser) -> bool,
) -> Instant {
    reader.until(is_there);
    reader.press(keys);
    reader.settle(QUIET);
    reader.written
}

fn is_full(parser: &Parser) -> bool {
    let rows = parser.screen().rows(0, COLUMNS);
    rows.filter(|row| row.contains(char::is_alphabetic)).count() > usize::from(ROWS) / 2
}
