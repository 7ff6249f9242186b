//! `sahifa doctor --terminal`: asks the only one who knows, the reader, which dialect reads right, and
//! remembers the answer for this terminal.
//!
//! A terminal's own reordering is switched for all of it, so the samples are shown one after the other,
//! each on a screen that was entered for its dialect, and not under each other.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use anyhow::{Context, bail};

use crate::article::Direction;
use crate::locale::{Language, Locale};
use crate::terminal;
use crate::terminal::remembered;
use crate::terminal::{Dialect, Input, Request, Session, Terminal};

use super::super::invocation::Invocation;
use super::super::output::shown;
use super::super::rows;
use super::answer::{Answer, answer};
use super::sample::Sample;

/// Shows the samples and keeps the answer.
pub(super) fn run(invocation: &Invocation) -> anyhow::Result<()> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        bail!("--terminal: there is no terminal to test here; run it without pipes");
    }
    let mut input = Session::line()?;
    let replies = terminal::ask(&mut input, |name| env::var(name).ok());
    let terminal = invocation.identify().terminal(&replies);
    match ask(&terminal, input, &invocation.locale())? {
        Verdict::Unsaid => say("Nothing was changed."),
        Verdict::None => {
            say("None reads right, so nothing was changed. Another font may help, or \
                              another terminal; please report it with what `sahifa doctor` says.")
        }
        Verdict::Reads(dialect) => {
            keep(invocation, &terminal, Some(dialect))?;
            say(&format!("From now on rows on this terminal are written in: {dialect}"))?;
            say("To undo this: sahifa doctor --terminal --forget")?;
            let decided = invocation.identify().terminal(&replies);
            if decided.dialect == dialect {
                return Ok(());
            }
            say(&format!("But not yet, for {}: {}", decided.why, decided.dialect))
        }
    }
}

/// Forgets the answer.
pub(super) fn forget(invocation: &Invocation) -> anyhow::Result<()> {
    keep(invocation, &invocation.terminal(), None)?;
    let Terminal { dialect, why, .. } = invocation.terminal();
    say(&format!("Forgotten. Rows on this terminal are written in: {dialect} ({why})"))
}

/// What the reader has said.
enum Verdict {
    Reads(Dialect),
    None,
    Unsaid,
}

enum Event {
    Answer(Answer),
    Signal(Request),
    /// No more keys can come.
    Gone,
}

fn ask(terminal: &Terminal, input: Input, locale: &Locale) -> anyhow::Result<Verdict> {
    let (sender, events) = channel();
    let signals = sender.clone();
    let notify = move |request| {
        let _ended = signals.send(Event::Signal(request));
    };
    let session = Session::enter(terminal.clone(), notify)?;
    thread::spawn(move || read(input, &sender));
    Test { session, locale, at: 0 }.run(&events)
}

/// The self-test while it runs.
struct Test<'a> {
    session: Session,
    locale: &'a Locale,
    /// The sample on screen, by its place in [`Dialect::ALL`].
    at: usize,
}

impl Test<'_> {
    fn run(mut self, events: &Receiver<Event>) -> anyhow::Result<Verdict> {
        let count = Dialect::ALL.len();
        loop {
            self.show()?;
            match events.recv() {
                Ok(Event::Answer(Answer::Next)) => self.at = (self.at + 1) % count,
                Ok(Event::Answer(Answer::Previous)) => self.at = (self.at + count - 1) % count,
                Ok(Event::Answer(Answer::Number(0))) => return Ok(Verdict::None),
                Ok(Event::Answer(Answer::Number(number))) => {
                    if let Some(dialect) = Dialect::ALL.get(number - 1) {
                        return Ok(Verdict::Reads(*dialect));
                    }
                }
                Ok(Event::Answer(Answer::Leave)) => return Ok(Verdict::Unsaid),
                Ok(Event::Signal(Request::Suspend)) => self.suspend()?,
                Ok(Event::Signal(Request::Redraw)) => {}
                Ok(Event::Signal(Request::Quit { .. }) | Event::Gone) | Err(_) => {
                    bail!("--terminal: the test was broken off; nothing was changed")
                }
            }
        }
    }

    fn show(&mut self) -> anyhow::Result<()> {
        let Some(&dialect) = Dialect::ALL.get(self.at) else { return Ok(()) };
        self.session.change(dialect)?;
        let sample = Sample::new(self.session.terminal(), dialect, rows::width());
        let mut screen = self.session.output();
        for (row, text) in self.rows(&sample).enumerate() {
            write!(screen, "\x1b[{};1H{text}", row + 1)?;
        }
        Ok(screen.flush()?)
    }

    /// Where the sample stands among all, the three lines, the question; in English too, for the
    /// language of the interface may be what cannot be read.
    fn rows(&self, sample: &Sample) -> impl Iterator<Item = String> {
        let heading = question(self.locale, self.at);
        let direction = self.locale.language().direction();
        let mut rows = vec![sample.row(&heading[0], direction), String::new()];
        rows.extend(sample.rows());
        rows.push(String::new());
        rows.extend(heading.iter().skip(1).map(|line| sample.row(line, direction)));
        if self.locale.language() != Language::English {
            let english = Locale::new(Language::English, None);
            rows.push(String::new());
            let english = question(&english, self.at);
            rows.extend(english.iter().map(|line| sample.row(line, Direction::Ltr)));
        }
        rows.into_iter()
    }

    #[cfg(unix)]
    fn suspend(&mut self) -> anyhow::Result<()> {
        Ok(self.session.suspend()?)
    }

    #[cfg(not(unix))]
    fn suspend(&mut self) -> anyhow::Result<()> {
        Ok(())
    }
}

/// The heading of a sample, then what to press.
fn question(locale: &Locale, at: usize) -> [String; 3] {
    let (number, count) = (at + 1, Dialect::ALL.len());
    let with = [("number", number.into()), ("count", count.into())];
    [
        locale.say("self-test-sample", &with),
        locale.say("self-test-question", &[("count", count.into())]),
        locale.text("self-test-keys"),
    ]
}

fn read(mut input: Input, events: &Sender<Event>) {
    while let Ok(event) = input.read() {
        let event = match &event {
            terminal::Event::Key(press) => answer(press).map(Event::Answer),
            terminal::Event::Resize(..) => Some(Event::Signal(Request::Redraw)),
            _ => None,
        };
        if event.is_some_and(|event| events.send(event).is_err()) {
            return;
        }
    }
    let _ended = events.send(Event::Gone);
}

fn keep(
    invocation: &Invocation,
    terminal: &Terminal,
    dialect: Option<Dialect>,
) -> anyhow::Result<()> {
    let state = &invocation.paths.state;
    remembered::remember(state, terminal, dialect)
        .with_context(|| format!("{}: the answer cannot be kept", shown(state)))
}

/// Not in rows: those would ask the terminal, whose answers the keys' thread takes.
fn say(line: &str) -> anyhow::Result<()> {
    Ok(writeln!(io::stdout(), "{line}")?)
}
