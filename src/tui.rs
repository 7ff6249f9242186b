//! The reader on the screen: the loop that turns events into messages, messages into frames, and
//! effects into I/O.
//!
//! Keys are read, the library is loaded, articles are opened and changes are saved on threads of their
//! own; the loop waits for none of them but only for the next message.

mod anchor;
pub mod app;
mod arrangement;
mod clip;
pub mod command;
pub mod edition;
pub mod event;
mod field;
mod finder;
pub mod grouping;
pub mod keymap;
mod links;
pub mod list;
mod menu;
mod opener;
mod overlay;
mod own;
mod panes;
mod quotes;
mod reader;
pub mod reason;
mod saver;
pub mod saving;
mod selection;
mod sight;
pub mod sort;
mod theme;
pub mod update;
pub mod view;
mod worker;
mod writing;

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use anyhow::Context;
use ratatui::Terminal as Screen;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Position, Rect};

use crate::article::Address;
use crate::config::Config;
use crate::library::{Kept, Source};
use crate::locale::Locale;
use crate::store::Store;
use crate::terminal::{Input, Output, Replies, Session, Terminal};

use app::{App, Hyperlinks};
pub use arrangement::Arrangement;
pub use clip::{Clip, Kind};
use opener::Opener;
pub use own::Own;
pub use quotes::Wanted;
pub use reader::{Manuscript, Sought};
pub use theme::Theme;
use update::{Effect, Message, update};
use worker::Workers;

/// What the reader starts with.
#[derive(Debug)]
pub struct Setup {
    /// Where the articles are.
    pub source: Source,
    /// The terminal that it runs in.
    pub terminal: Terminal,
    /// The directory of the user's state.
    pub state: PathBuf,
    /// A directory that is this machine's alone.
    pub own: PathBuf,
    /// The user's settings.
    pub config: Config,
    /// The reader's language.
    pub locale: Arc<Locale>,
}

/// What comes from the terminal.
pub struct Line {
    /// Keys and answers.
    pub input: Input,
    /// What the terminal has been taken for.
    pub terminal: Terminal,
    /// Tells the terminal by its answers, should they come late.
    pub identify: Box<dyn Fn(&Replies) -> Terminal + Send>,
}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Line").field("terminal", &self.terminal).finish_non_exhaustive()
    }
}

/// How often the store is asked for what others have written, and old notices are taken down.
const TICK: Duration = Duration::from_millis(500);
/// A frame waits this long for more articles: the first for any, later ones so that a large library is
/// not drawn anew for every few files.
const FRAME: Duration = Duration::from_millis(30);
/// A frame waits this long for what fits a query.
const ANSWER: Duration = Duration::from_millis(4);

/// Runs the reader until the user leaves; gives the exit status.
///
/// # Errors
///
/// When there is no terminal to run in, or it fails.
pub fn run(setup: &Setup, library: Kept, line: Line) -> anyhow::Result<u8> {
    let (sender, messages) = channel();
    let signals = sender.clone();
    let notify = move |request| {
        let _ended = signals.send(Message::Signal(request));
    };
    let session = Session::enter(setup.terminal.clone(), notify)?;
    worker::listen(line, sender.clone());
    let status = Loop::new(setup, library, (session, sender))?.run(&messages)?;
    Ok(status)
}

/// The loop and all that it does I/O with.
struct Loop {
    app: App,
    store: Store,
    workers: Workers,
    /// The directory of the user's state.
    state: PathBuf,
    session: Session,
    screen: Screen<CrosstermBackend<Output>>,
    theme: Theme,
    /// Whether the screen shows less than the app knows. What has not changed is not drawn anew: it
    /// would be read out again by screen readers.
    stale: bool,
}

impl Loop {
    fn new(
        setup: &Setup,
        library: Kept,
        (session, sender): (Session, Sender<Message>),
    ) -> anyhow::Result<Self> {
        let screen = Screen::new(CrosstermBackend::new(session.output()))?;
        let store = Store::open_on(&setup.own, &setup.state);
        let mut app = App::new(setup);
        let size = screen.size()?;
        if setup.terminal.knows_hyperlinks(|name| std::env::var(name).ok()) {
            app.hyperlinks = Hyperlinks::Sent;
        }
        app.size = (size.width.into(), size.height.into());
        app.marks = store.state().clone();
        app.read_only = store.health().read_only;
        if let Some(reason) = &app.read_only {
            app.say(app.locale.say("bookmarks-not-kept", &[("reason", reason.as_str().into())]));
        }
        let root = app.library.root.as_deref();
        app.arrange(Arrangement::recall(&setup.state, root, app.locale.calendar()));
        let known = library.shelf().map(Box::new);
        let journal = store.journal().ok_or_else(|| app.read_only.clone().unwrap_or_default());
        let workers = Workers::start((setup.source.clone(), library), journal, sender);
        let theme = Theme::from_env();
        let state = setup.state.clone();
        let mut new = Self { app, store, workers, state, session, screen, theme, stale: true };
        if let Some(shelf) = known {
            new.take(Message::Known(shelf))?;
        }
        Ok(new)
    }

    /// Whatever ends the loop, what is still to be saved is saved.
    fn run(mut self, messages: &Receiver<Message>) -> anyhow::Result<u8> {
        let status = self.turn(messages);
        self.leave(status)
    }

    fn turn(&mut self, messages: &Receiver<Message>) -> anyhow::Result<u8> {
        let mut next_tick = Instant::now() + FRAME;
        loop {
            match messages.recv_timeout(next_tick.saturating_duration_since(Instant::now())) {
                Ok(first) => {
                    for message in pile_up(first, messages) {
                        if let Some(status) = self.take(message)? {
                            return Ok(status);
                        }
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(1),
            }
            if next_tick <= Instant::now() {
                if let Some(status) = self.tick()? {
                    return Ok(status);
                }
                next_tick = Instant::now() + TICK;
            }
            if self.stale {
                if let Some(status) = self.await_matches(messages)? {
                    return Ok(status);
                }
                self.stale = false;
                self.draw()?;
            }
        }
    }

    /// What is found in no time is shown in one frame with what was typed.
    fn await_matches(&mut self, messages: &Receiver<Message>) -> anyhow::Result<Option<u8>> {
        let until = Instant::now() + ANSWER;
        while self.app.list.is_seeking() {
            let left = until.saturating_duration_since(Instant::now());
            let Ok(message) = messages.recv_timeout(left) else { break };
            if let Some(status) = self.take(message)? {
                return Ok(Some(status));
            }
        }
        Ok(None)
    }

    fn take(&mut self, message: Message) -> anyhow::Result<Option<u8>> {
        let quiet = matches!(message, Message::Tick | Message::Saved(_));
        let said = quiet.then(|| self.app.notice.clone());
        let effects = update(&mut self.app, message);
        self.stale |= said.is_none_or(|said| said != self.app.notice);
        for effect in effects {
            match effect {
                Effect::Open(entry, choice) => self.workers.open(entry, choice),
                Effect::Save(article, change) => {
                    self.workers.save(self.store.record(&article, change));
                }
                Effect::Follow(trail) => self.workers.follow(*trail),
                Effect::Look(entry) => self.workers.look(entry),
                Effect::Tagged(tagged) => self.workers.finder.add(tagged),
                Effect::Find(query) => self.workers.finder.find(query),
                Effect::FindAgain(query) => self.workers.finder.find_again(query),
                Effect::Rank(query) => self.workers.finder.rank(query),
                Effect::Quote(wanted) => self.workers.quote(wanted),
                Effect::Mark(sought) => self.workers.mark(sought),
                Effect::Typeset(manuscript) => self.workers.typeset(manuscript),
                Effect::Copy(clip) => self.workers.copy(self.session.terminal().clone(), clip),
                Effect::Visit(address) => self.visit(&address)?,
                Effect::Suspend => {
                    self.session.suspend()?;
                    self.redraw()?;
                }
                Effect::Redraw => self.redraw()?,
                Effect::Speak(dialect) => {
                    self.session.change(dialect)?;
                    self.redraw()?;
                }
                Effect::Identify(terminal) => {
                    self.session.identify(*terminal)?;
                    self.redraw()?;
                }
                Effect::Leave(root, left) => {
                    left.keep(&self.state, &root).context("the order of the list is not kept")?;
                }
                Effect::Quit(status) => return Ok(Some(status)),
            }
        }
        Ok(None)
    }

    /// From time to time: what other processes have saved, and notices that have been read by now.
    fn tick(&mut self) -> anyhow::Result<Option<u8>> {
        let news = match self.store.refresh() {
            Ok(true) => Some(Message::Marks(self.store.state().clone())),
            Ok(false) => None,
            Err(error) => Some(Message::NotRefreshed(error.to_string())),
        };
        match news.map(|news| self.take(news)).transpose()?.flatten() {
            Some(status) => Ok(Some(status)),
            None => self.take(Message::Tick),
        }
    }

    /// Opens an address: beside the reader, or in its place where that needs the terminal.
    fn visit(&mut self, address: &Address) -> anyhow::Result<()> {
        let failed = match Opener::of_this_place(address) {
            Some(Opener::Beside(command)) => {
                self.workers.launch(command);
                return Ok(());
            }
            Some(Opener::InPlace(mut command)) => {
                let ended = self.session.aside(|| command.status());
                self.redraw()?;
                ended?.err().map(|error| error.to_string())
            }
            None => Some(self.app.locale.text("open-no-way")),
        };
        failed.map_or(Ok(()), |reason| self.take(Message::NotVisited(reason)).map(drop))
    }

    fn draw(&mut self) -> io::Result<()> {
        let (app, theme) = (&self.app, self.theme);
        self.screen.draw(|frame| view::view(app, theme, frame))?;
        Ok(())
    }

    /// The screen may show anything: forgets what it showed, and learns its size anew.
    fn redraw(&mut self) -> anyhow::Result<()> {
        let size = self.screen.size()?;
        // Not `clear`: that asks the terminal for the cursor's position, and the answer would go to the
        // thread that reads keys.
        self.screen.resize(Rect::from((Position::ORIGIN, size)))?;
        self.take(Message::Resize(size.width.into(), size.height.into())).map(drop)
    }

    /// Waits for what is still to be saved, and gives the terminal back.
    fn leave(self, status: anyhow::Result<u8>) -> anyhow::Result<u8> {
        let Self { workers, session, .. } = self;
        let saved = workers.finish();
        drop(session);
        let status = status?;
        saved?;
        Ok(status)
    }
}

/// What has piled up, to be shown in one frame: batches of articles as one, and of many sizes the
/// last. Only articles are waited for, and nothing waits for them.
fn pile_up(first: Message, messages: &Receiver<Message>) -> Vec<Message> {
    let until = Instant::now() + FRAME;
    let mut pile = vec![first];
    loop {
        let next = match pile.last() {
            Some(Message::News(_)) => {
                messages.recv_timeout(until.saturating_duration_since(Instant::now())).ok()
            }
            _ => messages.try_recv().ok(),
        };
        match (pile.last_mut(), next) {
            (_, None) => return pile,
            (Some(Message::News(news)), Some(Message::News(next))) => news.add(next),
            (Some(size @ Message::Resize(..)), Some(next @ Message::Resize(..))) => *size = next,
            (_, Some(next)) => pile.push(next),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{News, Problem};

    fn problem() -> News {
        News { problems: vec![Problem::new("a", "b")], ..News::default() }
    }

    #[test]
    fn batches_and_sizes_that_piled_up_are_taken_at_once() {
        let (sender, messages) = channel();
        for columns in 1..=9 {
            sender.send(Message::Resize(columns, 1)).unwrap();
        }
        for _ in 0..9 {
            sender.send(Message::News(problem())).unwrap();
        }
        sender.send(Message::Loaded).unwrap();
        let pile = pile_up(Message::Tick, &messages);
        let [Message::Tick, Message::Resize(9, 1), Message::News(news), Message::Loaded] =
            &pile[..]
        else {
            panic!("{pile:?}")
        };
        assert_eq!(news.problems.len(), 9);
    }

    #[test]
    fn a_key_does_not_wait_for_more_articles() {
        let (sender, messages) = channel();
        let start = Instant::now();
        for _ in 0..9 {
            sender.send(Message::Paste(String::new())).unwrap();
        }
        assert_eq!(pile_up(Message::Tick, &messages).len(), 10);
        assert!(start.elapsed() < FRAME);
    }
}
