//! The reader on the screen: the loop that turns events into messages, messages into frames, and
//! effects into I/O.
//!
//! Keys are read, the library is loaded, articles are opened and changes are saved on threads of their
//! own; the loop waits for none of them but only for the next message.

pub mod app;
pub mod command;
mod event;
mod field;
pub mod keymap;
mod list;
mod panes;
mod reader;
mod theme;
pub mod update;
pub mod view;
mod worker;

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use ratatui::Terminal as Screen;
use ratatui::backend::CrosstermBackend;

use crate::config::Config;
use crate::library::Source;
use crate::store::Store;
use crate::terminal::{Output, Session, Terminal};

use app::App;
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
    /// The user's settings.
    pub config: Config,
}

/// How often the store is asked for what others have written, and old notices are taken down.
const TICK: Duration = Duration::from_secs(1);
/// The first frame waits this long for the first articles.
const FIRST_FRAME: Duration = Duration::from_millis(30);

/// Runs the reader until the user leaves; gives the exit status.
///
/// # Errors
///
/// When there is no terminal to run in, or it fails.
pub fn run(setup: Setup) -> anyhow::Result<u8> {
    let (sender, messages) = channel();
    let signals = sender.clone();
    let notify = move |request| {
        let _ended = signals.send(Message::Signal(request));
    };
    let session = Session::enter(setup.terminal.clone(), notify)?;
    let status = Loop::new(&setup, session, sender)?.run(&messages)?;
    Ok(status)
}

/// The loop and all that it does I/O with.
struct Loop {
    app: App,
    store: Store,
    workers: Workers,
    session: Session,
    screen: Screen<CrosstermBackend<Output>>,
    theme: Theme,
}

impl Loop {
    fn new(setup: &Setup, session: Session, sender: Sender<Message>) -> anyhow::Result<Self> {
        let screen = Screen::new(CrosstermBackend::new(session.output()))?;
        let store = Store::open(&setup.state);
        let mut app = App::new(setup);
        let size = screen.size()?;
        app.size = (size.width.into(), size.height.into());
        app.marks = store.all().map(|(id, marks)| (id.clone(), marks)).collect();
        if let Some(reason) = store.health().read_only {
            app.say(format!("bookmarks will not be kept: {reason}"));
        }
        let workers = Workers::start(setup.source.clone(), store.journal(), sender);
        Ok(Self { app, store, workers, session, screen, theme: Theme::from_env() })
    }

    fn run(mut self, messages: &Receiver<Message>) -> anyhow::Result<u8> {
        let mut wait = FIRST_FRAME;
        loop {
            match messages.recv_timeout(wait) {
                Ok(message) => {
                    if let Some(status) = self.take(message)? {
                        return self.leave(status);
                    }
                }
                Err(RecvTimeoutError::Timeout) => self.tick(),
                Err(RecvTimeoutError::Disconnected) => return self.leave(1),
            }
            // What has piled up meanwhile goes into the same frame.
            while let Ok(message) = messages.try_recv() {
                if let Some(status) = self.take(message)? {
                    return self.leave(status);
                }
            }
            self.draw()?;
            wait = TICK;
        }
    }

    fn take(&mut self, message: Message) -> anyhow::Result<Option<u8>> {
        for effect in update(&mut self.app, message) {
            match effect {
                Effect::Open(entry) => self.workers.open(entry),
                Effect::Save(article, change) => {
                    self.workers.save(self.store.record(&article, change));
                }
                Effect::Suspend => {
                    self.session.suspend()?;
                    self.redraw()?;
                }
                Effect::Redraw => self.redraw()?,
                Effect::Speak(dialect) => {
                    self.session.change(dialect)?;
                    self.redraw()?;
                }
                Effect::Quit(status) => return Ok(Some(status)),
            }
        }
        Ok(None)
    }

    /// Once a second: what other processes have saved, and notices that have been read by now.
    fn tick(&mut self) {
        if self.store.refresh().unwrap_or(false) {
            let marks = self.store.all().map(|(id, marks)| (id.clone(), marks)).collect();
            update(&mut self.app, Message::Marks(marks));
        }
        update(&mut self.app, Message::Tick);
    }

    fn draw(&mut self) -> io::Result<()> {
        let (app, theme) = (&self.app, self.theme);
        self.screen.draw(|frame| view::view(app, theme, frame))?;
        Ok(())
    }

    /// The screen may show anything: forgets what it showed, and learns its size anew.
    fn redraw(&mut self) -> io::Result<()> {
        let size = self.screen.size()?;
        update(&mut self.app, Message::Resize(size.width.into(), size.height.into()));
        self.screen.clear()
    }

    /// Waits for what is still to be saved, and gives the terminal back.
    fn leave(self, status: u8) -> anyhow::Result<u8> {
        let Self { workers, session, .. } = self;
        let saved = workers.finish();
        drop(session);
        saved?;
        Ok(status)
    }
}
