//! The line-oriented reader: commands are lines that come in, and lines are all that goes out. For screen
//! readers, for terminals that can do no more, and for scripts.
//!
//! There is no screen, no colour and no raw mode; text is in logical order, which is the order that
//! screen readers speak in.

mod arrange;
mod desk;
mod paper;
mod request;
mod script;
mod shelf;

use std::env;
use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal};

use anyhow::Context;

use crate::library::{Problem, Source};
use crate::tui::Arrangement;
use crate::tui::app::Library;

use super::collection::Collection;
use super::invocation::Invocation;
use super::output::complain;
use super::rows;

use desk::{Desk, Then};
use paper::Paper;
use request::Request;
use shelf::Shelf;

/// Whether the terminal can do no more.
pub(super) fn is_wanted() -> bool {
    let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    is_dumb && io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Reads until the user leaves or the input ends.
pub(super) fn run(
    invocation: &Invocation,
    source: Source,
    width: Option<u16>,
) -> anyhow::Result<()> {
    let mut input = commands(&source)?;
    let measure = width.map_or_else(rows::width, usize::from);
    let is_sample = source == Source::Samples;
    let locale = invocation.locale();
    let library = Library::new(&source, &locale);
    let mut all = Collection::read(source, invocation.store());
    report(&all.problems);
    // What cannot be written is found out again; that nothing is kept has been said.
    let _kept = all.keep();
    let paper = Paper::new(io::stdout().lock(), Some(measure).filter(|&measure| measure > 0));
    let state = &invocation.paths.state;
    let left = Arrangement::recall(state, library.root.as_deref(), locale.calendar());
    let mut shelf = Shelf::new(library, all.corpus);
    shelf.fill(&all.entries, left, all.store.state());
    let mut desk = Desk::new(paper, locale, all.store, shelf);
    if is_sample {
        desk.say_samples()?;
    }
    desk.begin()?;
    let asks = io::stdin().is_terminal() && io::stdout().is_terminal();
    let mut line = Vec::new();
    loop {
        if asks {
            desk.paper.prompt()?;
        }
        desk.paper.flush()?;
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            return desk.leave(state, left);
        }
        let request = Request::read(&String::from_utf8_lossy(&line), &desk.locale);
        if desk.take(request)? == Then::Stop {
            return desk.leave(state, left);
        }
    }
}

/// Where commands come from: standard input, unless the article has come from there.
fn commands(source: &Source) -> anyhow::Result<Box<dyn BufRead>> {
    if !matches!(source, Source::Input(_)) {
        return Ok(Box::new(io::stdin().lock()));
    }
    let tty = File::open("/dev/tty");
    let tty = tty.context("-: no terminal to take commands from; use `sahifa print -`")?;
    Ok(Box::new(BufReader::new(tty)))
}

fn report(problems: &[Problem]) {
    match problems.len() {
        0 => {}
        1 => complain("1 file could not be read; `sahifa doctor` tells why"),
        count => complain(&format!("{count} files could not be read; `sahifa doctor` tells why")),
    }
}
