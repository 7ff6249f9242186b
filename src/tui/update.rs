//! The only place where the app changes: a [`Message`] comes in, the state moves on, and what is to be
//! read, written or left comes out as [`Effect`]s. No I/O happens here.

mod browse;
mod choose;
mod copy;
mod dialect;
mod filter;
mod find;
mod follow;
mod group;
mod library;
mod links;
mod marks;
mod mouse;
mod opened;
mod press;
mod saving;
mod select;
mod whole;
mod write;

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::article::{Address, ArticleId};
use crate::identity::Followed;
use crate::library::{Beginning, Entry, News, Part, Problem, Shelf, Snapshot};
use crate::page::Page;
use crate::search::{Added, Doc, Docs, Query, Relevance};
use crate::store;
use crate::store::{Sighting, State};
pub use crate::terminal::Mouse;
use crate::terminal::clipboard::Landing;
use crate::terminal::{Dialect, Press, Request, Terminal};

use super::app::{App, Focus, Mode, Notice};
use super::arrangement::Arrangement;
use super::clip::Clip;
use super::command::Command;
use super::edition::Choice;
use super::panes::Panes;
use super::quotes::Wanted;
use super::reader::{Manuscript, Sought};
use browse::travel;

/// What happens to the app.
#[derive(Debug)]
pub enum Message {
    /// A key.
    Key(Press),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something at a cell.
    Mouse(Mouse, usize, usize),
    /// The terminal has this many columns and rows now.
    Resize(usize, usize),
    /// More of the library has been read.
    News(News),
    /// The library as it was when it was last read; whether it still is so is seen to meanwhile.
    Known(Box<Shelf>),
    /// All of the library has been read.
    Loaded,
    /// These texts fit a query; or nobody can tell, for this reason.
    Matches(Query, Result<Docs, String>),
    /// These texts fit a query, and others may.
    SoFar(Query, Docs),
    /// How well texts fit a query, in the order of their numbers.
    Ranked(Query, Vec<(Doc, Relevance)>),
    /// The passage that shows why an article fits a query, if there is one.
    Quoted(Query, ArticleId, Option<String>),
    /// Where a query occurs in the open article.
    Marked(Sought, Vec<Range<usize>>),
    /// The beginning of a long article has been read, which is to come as it was chosen.
    Begun(ArticleId, Choice, Box<Beginning>),
    /// An article has been read as it was chosen to be, or could not be.
    Opened(ArticleId, Choice, Result<Box<Part>, Problem>),
    /// A long article has been typeset.
    Typeset(Box<Manuscript>, Box<Page>),
    /// Marked articles have been looked for.
    Followed(Followed),
    /// An article has been looked at.
    Seen(ArticleId, Box<Sighting>),
    /// The store has told what it holds.
    Marks(State),
    /// So many changes of this session are on the disk.
    Saved(u64),
    /// Changes could not be saved, for this reason.
    NotSaved(String),
    /// What others have saved cannot be read, for this reason.
    NotRefreshed(String),
    /// The terminal has answered late what it is.
    Identified(Box<Terminal>),
    /// This was copied, or was to be.
    Copied(Clip, Landing),
    /// An address could not be opened, for this reason.
    NotVisited(String),
    /// A signal asks for something.
    Signal(Request),
    /// A second has passed.
    Tick,
}

/// How long a notice stays.
const NOTICE: Duration = Duration::from_secs(4);

/// I/O to do.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Read the article of this entry, as is chosen.
    Open(Arc<Entry>, Choice),
    /// Find what fits a query.
    Find(Query),
    /// Find it anew: more has come since.
    FindAgain(Query),
    /// Find how well what fits a query does.
    Rank(Query),
    /// Find passages that show why articles fit.
    Quote(Wanted),
    /// Find where a query occurs in the open article.
    Mark(Sought),
    /// Typeset a long article.
    Typeset(Box<Manuscript>),
    /// Look for marked articles that are not as they were.
    Follow(Box<(Snapshot, State)>),
    /// Look at an article, so that it can be found again.
    Look(Arc<Entry>),
    /// These words are to be found with the texts of these numbers.
    Tagged(Added),
    /// Save this change.
    Save(ArticleId, store::Change),
    /// Copy this.
    Copy(Clip),
    /// Open this address.
    Visit(Address),
    /// Stop until continued.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Speak this dialect from now on.
    Speak(Dialect),
    /// Know the terminal for this one from now on.
    Identify(Box<Terminal>),
    /// Keep how the list of the library at this place is left.
    Leave(PathBuf, Arrangement),
    /// Leave, with this exit status.
    Quit(u8),
}

/// Takes one message in.
pub fn update(app: &mut App, message: Message) -> Vec<Effect> {
    if find::is_held(app, &message) {
        app.held.push_back(message);
        return Vec::new();
    }
    let mut effects = take(app, message);
    effects.extend(follow_selection(app));
    while !app.list.is_seeking()
        && let Some(message) = app.held.pop_front()
    {
        effects.extend(take(app, message));
        effects.extend(follow_selection(app));
    }
    effects.extend(whole::catch_up(app));
    effects.extend(find::mark(app));
    effects.extend(opened::typeset(app));
    effects.extend(find::quote(app));
    effects
}

fn take(app: &mut App, message: Message) -> Vec<Effect> {
    match message {
        Message::Key(press) => press::update(app, &press),
        Message::Paste(text) => filter::paste(app, &text),
        Message::Mouse(mouse, x, y) => mouse::update(app, mouse, (x, y)),
        Message::Resize(width, height) => resize(app, (width, height)),
        Message::Known(shelf) => library::known(app, *shelf),
        Message::News(news) => library::take_in(app, news),
        Message::Loaded => library::loaded(app),
        Message::Matches(query, docs) => find::found(app, &query, docs),
        Message::SoFar(query, docs) => find::found_so_far(app, &query, &docs),
        Message::Ranked(query, ranks) => find::ranked(app, &query, ranks),
        Message::Quoted(query, id, passage) => {
            app.quotes.take(&query, id, passage);
            Vec::new()
        }
        Message::Marked(sought, matches) => find::marked(app, &sought, matches),
        Message::Begun(id, choice, beginning) => opened::begun(app, &id, choice, *beginning),
        Message::Opened(id, choice, result) => opened::opened(app, &id, choice, result),
        Message::Typeset(manuscript, page) => opened::set(app, &manuscript, *page),
        Message::Followed(followed) => follow::followed(app, followed),
        Message::Seen(id, seen) => follow::looked(app, id, seen),
        Message::Marks(marks) => marks::replace(app, marks),
        Message::Saved(count) => saving::saved(app, count),
        Message::NotSaved(reason) => saving::not_saved(app, reason),
        Message::NotRefreshed(reason) => saving::not_refreshed(app, reason),
        Message::Identified(terminal) => dialect::identified(app, terminal),
        Message::Copied(clip, landing) => copy::told(app, &clip, &landing),
        Message::NotVisited(reason) => links::not_opened(app, reason),
        Message::Signal(request) => signal(app, request),
        Message::Tick => tick(app),
    }
}

/// While one is in the list, the reading pane shows the selected article: asks for it once when it is
/// another one. What is being read stays, whatever the list shows meanwhile.
fn follow_selection(app: &mut App) -> Vec<Effect> {
    let Some(entry) = app.list.current() else { return Vec::new() };
    match (app.focus, &app.asked) {
        (Focus::Reader, Some(_)) => return Vec::new(),
        // One article was named, to be read at once: others that come do not take its place.
        (Focus::Reader, None) => app.list.choose(),
        (Focus::List, Some(asked)) if asked.id == entry.id => return Vec::new(),
        (Focus::List, _) => {}
    }
    let mut effects = marks::keep_place(app);
    app.anchor = None;
    effects.push(app.ask(entry));
    if app.list.kept.take().is_some() {
        app.refresh();
    }
    effects
}

/// A command, from wherever it comes. Over the help and the problems, what does not scroll or close
/// them closes them first, so that nothing happens unseen.
pub fn command(app: &mut App, command: Command) -> Vec<Effect> {
    app.notice = None;
    if let Some(effects) = choose::in_menu(app, command) {
        return effects;
    }
    match command {
        Command::Quit => return quit(app, 0),
        Command::Suspend => return suspend(app),
        Command::Redraw => return vec![Effect::Redraw],
        Command::Dialect => return dialect::next(app),
        Command::Help => toggle(app, Mode::Help(0)),
        Command::Problems => toggle(app, Mode::Problems(0)),
        Command::Back | Command::Open if app.mode.is_overlay() => app.mode = Mode::Browse,
        Command::Down | Command::Up | Command::HalfDown | Command::HalfUp => travel(app, command),
        Command::PageDown | Command::PageUp | Command::Top | Command::Bottom => {
            travel(app, command);
        }
        _ => {
            app.mode = Mode::Browse;
            return browse::update(app, command);
        }
    }
    Vec::new()
}

fn toggle(app: &mut App, mode: Mode) {
    let open = std::mem::discriminant(&app.mode) == std::mem::discriminant(&mode);
    app.mode = if open { Mode::Browse } else { mode };
}

fn quit(app: &mut App, status: u8) -> Vec<Effect> {
    let mut effects = marks::keep_all_places(app);
    effects.extend(left(app));
    effects.push(Effect::Quit(status));
    effects
}

/// How the list is left, where it has been arranged anew. Who reads the same library elsewhere and arranges
/// nothing there takes nothing back.
fn left(app: &App) -> Option<Effect> {
    let now = app.list.arrangement();
    let is_kept = now == app.left || app.read_only.is_some();
    let root = app.library.root.clone().filter(|_| !is_kept)?;
    Some(Effect::Leave(root, now))
}

/// A program that is stopped may never go on.
fn suspend(app: &mut App) -> Vec<Effect> {
    let mut effects = marks::keep_all_places(app);
    effects.push(Effect::Suspend);
    effects
}

fn signal(app: &mut App, request: Request) -> Vec<Effect> {
    match request {
        Request::Quit { status } => {
            // What was being written is not lost with the terminal.
            let mut effects = write::accept(app);
            effects.extend(quit(app, u8::try_from(status).unwrap_or(1)));
            effects
        }
        Request::Suspend => suspend(app),
        Request::Redraw => vec![Effect::Redraw],
    }
}

/// Notices go when they have been read; the place is kept while one reads on. Keys have waited long enough.
fn tick(app: &mut App) -> Vec<Effect> {
    if app.notice.as_ref().is_some_and(|notice| notice.since.elapsed() > NOTICE) {
        app.notice = None;
    }
    if !app.held.is_empty() {
        app.list.stop_seeking();
    }
    marks::keep_place(app)
}

fn resize(app: &mut App, size: (usize, usize)) -> Vec<Effect> {
    app.size = size;
    app.lay_out();
    Vec::new()
}

impl App {
    /// Says something in the status line.
    pub fn say(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), since: Instant::now() });
    }

    /// Makes the panes fit the screen, and the scroll positions the panes.
    pub fn lay_out(&mut self) {
        let (setting, height) = (self.page_setting(), self.reader_rows());
        if let Some(reader) = &mut self.reader {
            reader.reset(setting);
            reader.fit(height);
        }
        self.list.show_selected(Panes::of(self).list_rows());
        browse::fit_overlay(self);
    }

    /// Filters the list anew.
    pub(super) fn refresh(&mut self) {
        self.list.refresh(&self.marks);
        if let (Focus::Reader, Some(asked)) = (self.focus, &self.asked) {
            self.list.select_article(&asked.id);
        }
        self.list.show_selected(Panes::of(self).list_rows());
    }

    /// How many lines of the article are shown at a time, or would be.
    fn reader_rows(&self) -> usize {
        let panes = Panes::of(self);
        panes.reader.map_or(panes.status.y, |area| area.height)
    }

    /// Asks for an article.
    fn ask(&mut self, entry: Arc<Entry>) -> Effect {
        self.asked = Some(Arc::clone(&entry));
        (self.awaiting, self.coming) = (true, None);
        let choice = self.choice(&entry.id);
        Effect::Open(entry, choice)
    }
}
