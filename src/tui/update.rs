//! The only place where the app changes: a [`Message`] comes in, the state moves on, and what is to be
//! read, written or left comes out as [`Effect`]s. No I/O happens here.

mod browse;
mod filter;
mod marks;
mod mouse;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::article::{Article, ArticleId};
use crate::library::{Entry, Found, Problem};
use crate::store::{Change, Marks};
use crate::terminal::{Dialect, Request};

use super::app::{App, Focus, Mode, Notice};
use super::command::Command;
use super::keymap::Key;
use super::panes::Panes;
use super::reader::Reader;

/// What happens to the app.
#[derive(Debug)]
pub enum Message {
    /// A key, with the character that it types, if it types one.
    Key(Key, Option<char>),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something at a cell.
    Mouse(Mouse, usize, usize),
    /// The terminal has this many columns and rows now.
    Resize(usize, usize),
    /// More of the library has been read.
    Found(Vec<Found>),
    /// All of the library has been read.
    Loaded,
    /// An article has been read, or could not be.
    Opened(ArticleId, Result<Box<Article>, Problem>),
    /// The store has told what it holds.
    Marks(HashMap<ArticleId, Marks>),
    /// Changes could not be saved, for this reason.
    NotSaved(String),
    /// A signal asks for something.
    Signal(Request),
    /// A second has passed.
    Tick,
}

/// How long a notice stays.
const NOTICE: Duration = Duration::from_secs(4);

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// The main button.
    Click,
    /// The wheel, towards the end.
    WheelDown,
    /// The wheel, towards the start.
    WheelUp,
}

/// I/O to do.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Read the article of this entry.
    Open(Arc<Entry>),
    /// Save this change.
    Save(ArticleId, Change),
    /// Stop until continued.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Speak this dialect from now on.
    Speak(Dialect),
    /// Leave, with this exit status.
    Quit(u8),
}

/// Takes one message in.
pub fn update(app: &mut App, message: Message) -> Vec<Effect> {
    let mut effects = match message {
        Message::Key(key, typed) => press(app, &key, typed),
        Message::Paste(text) => filter::paste(app, &text),
        Message::Mouse(mouse, x, y) => mouse::update(app, mouse, (x, y)),
        Message::Resize(width, height) => resize(app, (width, height)),
        Message::Found(found) => take_in(app, found),
        Message::Loaded => {
            app.library.loading = false;
            Vec::new()
        }
        Message::Opened(id, result) => opened(app, &id, result),
        Message::Marks(marks) => {
            app.marks = marks;
            app.refresh();
            Vec::new()
        }
        Message::NotSaved(reason) => {
            app.say(format!("not saved: {reason}"));
            Vec::new()
        }
        Message::Signal(request) => signal(app, request),
        Message::Tick => tick(app),
    };
    effects.extend(follow_selection(app));
    effects
}

/// The reading pane shows the selected article: asks for it once when it is another one.
fn follow_selection(app: &mut App) -> Vec<Effect> {
    let Some(entry) = app.list.current().cloned() else { return Vec::new() };
    if app.asked.as_ref() == Some(&entry.id) {
        return Vec::new();
    }
    let mut effects = marks::keep_place(app);
    app.asked = Some(entry.id.clone());
    effects.push(Effect::Open(entry));
    effects
}

/// A command, from wherever it comes.
pub fn command(app: &mut App, command: Command) -> Vec<Effect> {
    app.notice = None;
    match command {
        Command::Quit => quit(app, 0),
        Command::Suspend => vec![Effect::Suspend],
        Command::Redraw => vec![Effect::Redraw],
        Command::Dialect => next_dialect(app),
        Command::Help => toggle(app, Mode::Help(0)),
        Command::Problems => toggle(app, Mode::Problems(0)),
        _ => browse::update(app, command),
    }
}

fn press(app: &mut App, key: &Key, typed: Option<char>) -> Vec<Effect> {
    if matches!(app.mode, Mode::Filter(_)) {
        return filter::press(app, key, typed);
    }
    let asked = app.keymap.command(key);
    asked.map_or_else(Vec::new, |asked| command(app, asked))
}

fn toggle(app: &mut App, mode: Mode) -> Vec<Effect> {
    let open = std::mem::discriminant(&app.mode) == std::mem::discriminant(&mode);
    app.mode = if open { Mode::Browse } else { mode };
    Vec::new()
}

fn quit(app: &mut App, status: u8) -> Vec<Effect> {
    let mut effects = marks::keep_place(app);
    effects.push(Effect::Quit(status));
    effects
}

fn signal(app: &mut App, request: Request) -> Vec<Effect> {
    match request {
        Request::Quit { status } => quit(app, u8::try_from(status).unwrap_or(1)),
        Request::Suspend => vec![Effect::Suspend],
        Request::Redraw => vec![Effect::Redraw],
    }
}

/// Notices go when they have been read; the place is kept while one reads on.
fn tick(app: &mut App) -> Vec<Effect> {
    if app.notice.as_ref().is_some_and(|notice| notice.since.elapsed() > NOTICE) {
        app.notice = None;
    }
    marks::keep_place(app)
}

fn next_dialect(app: &mut App) -> Vec<Effect> {
    let next =
        Dialect::ALL.iter().position(|dialect| *dialect == app.dialect).map_or(0, |at| at + 1);
    app.dialect = Dialect::ALL[next % Dialect::ALL.len()];
    (app.text.order, app.text.joining) = app.dialect.layout();
    app.lay_out();
    app.say(format!("dialect: {}", app.dialect));
    vec![Effect::Speak(app.dialect)]
}

fn resize(app: &mut App, size: (usize, usize)) -> Vec<Effect> {
    app.size = size;
    app.lay_out();
    Vec::new()
}

fn take_in(app: &mut App, found: Vec<Found>) -> Vec<Effect> {
    for found in found {
        match found {
            Found::Entry(entry) => app.list.entries.push(entry),
            Found::Problem(problem) => app.library.problems.push(problem),
        }
    }
    app.refresh();
    Vec::new()
}

fn opened(app: &mut App, id: &ArticleId, result: Result<Box<Article>, Problem>) -> Vec<Effect> {
    if app.asked.as_ref() != Some(id) {
        return Vec::new();
    }
    match result {
        Err(problem) => {
            app.reader = None;
            app.say(format!("{}: {}", problem.path.display(), problem.reason));
        }
        Ok(article) => {
            let mut reader = Reader::new(*article, app.page_setting(), app.place(id));
            reader.find(&app.list.filter.query);
            app.reader = Some(reader);
            app.lay_out();
        }
    }
    if app.focus == Focus::Reader { marks::mark_read(app) } else { Vec::new() }
}

impl App {
    /// Says something in the status line.
    pub fn say(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), since: Instant::now() });
    }

    /// Makes the panes fit the screen, and the scroll positions the panes.
    pub fn lay_out(&mut self) {
        let setting = self.page_setting();
        let panes = Panes::of(self);
        if let Some(reader) = &mut self.reader {
            reader.reset(setting);
            let top = reader.top;
            reader.scroll_to(top, panes.reader.map_or(0, |area| area.height));
        }
        self.list.show_selected(panes.list_rows());
    }

    /// Filters and sorts the list anew.
    pub(super) fn refresh(&mut self) {
        self.list.refresh(&self.marks);
        self.list.show_selected(Panes::of(self).list_rows());
    }
}
