//! The state of the reader: one small state for each pane, and a [`Mode`] instead of flags.

use std::collections::{HashMap, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use crate::article::shown_path;
use crate::article::{ArticleId, Direction, Offset};
use crate::identity::Offer;
use crate::library::{Entry, Problem, Progress, Source};
use crate::locale::{Language, Locale};
use crate::page;
use crate::store::{DeviceId, Marks, State};
use crate::terminal::{Dialect, LayoutGuess, LayoutName, Traits};
use crate::text;

use super::Setup;
use super::anchor::Anchor;
use super::arrangement::Arrangement;
use super::command::Command;
use super::edition::Choice;
use super::field::{Field, History};
use super::keymap::Keymap;
use super::list::List;
use super::menu::Menu;
use super::panes::Panes;
use super::quotes::Quotes;
use super::reader::Reader;
use super::saving::Saving;
use super::selection::Press;
use super::update::Message;
use super::writing::Writing;

/// Everything that is shown.
#[derive(Debug)]
pub struct App {
    /// The list pane.
    pub list: List,
    /// Why articles in it were found.
    pub quotes: Quotes,
    /// How the list was left at the last start.
    pub(super) left: Arrangement,
    /// The reading pane, once an article is open.
    pub reader: Option<Reader>,
    /// What was asked for, while it is being typeset.
    pub(super) coming: Option<Box<Reader>>,
    /// The pane that keys go to.
    pub focus: Focus,
    /// What keys mean at the moment.
    pub mode: Mode,
    /// Whether the article has the screen to itself while it is read.
    pub alone: bool,
    /// Columns and rows.
    pub size: (usize, usize),
    /// How rows are written on this terminal.
    pub dialect: Dialect,
    /// What this terminal is good at, whatever the dialect.
    pub traits: Traits,
    /// How text is laid out for that.
    pub text: text::Setting,
    /// The widest a line of an article gets.
    pub measure: usize,
    /// The article that was asked for last: what the reading pane shows or is about to.
    pub asked: Option<Arc<Entry>>,
    /// Whether nothing of it has come yet.
    pub awaiting: bool,
    /// How the user wants to see articles, where not in the usual way.
    pub choices: HashMap<ArticleId, Choice>,
    /// The place to be found again in what was asked for, where the same article is read anew.
    pub anchor: Option<Anchor>,
    /// What the user has added to articles.
    pub marks: State,
    /// Articles that may be ones that were marked.
    pub offers: Vec<Offer>,
    /// Whether marked articles are to be looked for anew.
    pub(super) tracking: Tracking,
    /// The library.
    pub library: Library,
    /// What has happened meanwhile and has to wait until what is sought has been found.
    pub(super) held: VecDeque<Message>,
    /// What was filtered by earlier.
    pub filters: History,
    /// The keys.
    pub keymap: Keymap,
    /// Where they stand on the keyboard.
    pub layout: LayoutGuess,
    /// The reader's language.
    pub locale: Arc<Locale>,
    /// What the status line has to say for a while.
    pub notice: Option<Notice>,
    /// Where the mouse's button went down in the article, while it is down, and for a while after.
    pub press: Option<Press>,
    /// Whether the terminal is told where links lead.
    pub hyperlinks: Hyperlinks,
    /// Why changes are not kept beyond this session, if they are not.
    pub read_only: Option<String>,
    /// How far changes are kept.
    pub saving: Saving,
}

/// What is known of the library as a whole.
#[derive(Debug, Default)]
pub struct Library {
    /// What to call it.
    pub name: String,
    /// The directory that it is, if it is one.
    pub root: Option<PathBuf>,
    /// Whether these are the built-in samples.
    pub samples: bool,
    /// Whether it is still being read, or looked at for what has changed.
    pub loading: bool,
    /// How far that has come.
    pub progress: Progress,
    /// The files that gave no article.
    pub problems: Vec<Problem>,
}

impl Library {
    /// Nothing of it is known but where it is.
    #[must_use]
    pub fn new(source: &Source, locale: &Locale) -> Self {
        let name = match source {
            Source::Directory(path) => shown_path(path),
            Source::Paths(_) => locale.text("library-files"),
            Source::Input(_) => locale.text("library-input"),
            Source::Samples => locale.text("library-samples"),
        };
        let root = match source {
            Source::Directory(path) => Some(path.clone()),
            _ => None,
        };
        Self { name, root, samples: *source == Source::Samples, loading: true, ..Self::default() }
    }
}

/// Whether marked articles have been looked for in the library as it is now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tracking {
    /// Library or marks are others since.
    Due,
    /// They have.
    #[default]
    Done,
}

/// A message for the status line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it says.
    pub text: String,
    /// When it was said.
    pub since: Instant,
}

/// Whether the terminal is told where links lead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hyperlinks {
    /// It might print what it is told.
    #[default]
    Unsent,
    /// It knows them, or passes over them.
    Sent,
}

/// The pane that keys go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// The list.
    #[default]
    List,
    /// The article.
    Reader,
}

impl Focus {
    /// Where one article was named, it is read at once.
    fn first(source: &Source) -> Self {
        match source {
            Source::Input(_) => Self::Reader,
            Source::Paths(paths) if paths.len() == 1 => Self::Reader,
            _ => Self::List,
        }
    }
}

/// What keys mean at the moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Commands.
    #[default]
    Browse,
    /// Text for the filter.
    Filter(Field),
    /// The help is open, scrolled to this line.
    Help(usize),
    /// The list of problems is open, scrolled to this line.
    Problems(usize),
    /// The menu of encodings is open.
    Encoding(Menu),
    /// A note or tags are being written.
    Write(Box<Writing>),
}

impl Mode {
    /// Whether panes are covered by something to be read.
    #[must_use]
    pub const fn is_overlay(&self) -> bool {
        matches!(self, Self::Help(_) | Self::Problems(_))
    }
}

/// The keyboard that is set, else the one that readers of the language have.
fn layout(setup: &Setup) -> LayoutGuess {
    let likely = match setup.locale.language() {
        Language::Arabic => Some(LayoutName::Arabic),
        Language::Hebrew => Some(LayoutName::Hebrew),
        Language::Persian => Some(LayoutName::Persian),
        Language::Urdu => Some(LayoutName::Urdu),
        Language::English => None,
    };
    setup.config.keyboard.map_or_else(|| LayoutGuess::likely(likely), LayoutGuess::set)
}

/// Lines longer than this are hard to follow.
const MEASURE: usize = 80;

/// As the settings have it, else as is best on this terminal.
fn text_setting(setup: &Setup) -> text::Setting {
    let Setup { config, terminal, locale, .. } = setup;
    let (order, joining) = terminal.layout();
    let marks = config.shown_marks().unwrap_or(terminal.traits.marks);
    let digits = config.shown_digits(locale.language());
    text::Setting { measure: None, order, joining, marks, digits, fill: config.fill() }
}

impl App {
    /// Nothing read yet.
    #[must_use]
    pub fn new(setup: &Setup) -> Self {
        let dialect = setup.terminal.dialect;
        Self {
            list: List::default(),
            quotes: Quotes::default(),
            left: Arrangement::default(),
            reader: None,
            coming: None,
            focus: Focus::first(&setup.source),
            mode: Mode::Browse,
            alone: false,
            size: (80, 24),
            dialect,
            traits: setup.terminal.traits,
            text: text_setting(setup),
            measure: setup.config.measure.unwrap_or(MEASURE).max(1),
            asked: None,
            awaiting: false,
            choices: HashMap::new(),
            anchor: None,
            marks: State::new(DeviceId::random()),
            offers: Vec::new(),
            tracking: Tracking::Due,
            library: Library::new(&setup.source, &setup.locale),
            held: VecDeque::new(),
            filters: History::default(),
            keymap: Keymap::built_in(),
            layout: layout(setup),
            locale: Arc::clone(&setup.locale),
            notice: None,
            press: None,
            hyperlinks: Hyperlinks::Unsent,
            read_only: None,
            saving: Saving::default(),
        }
    }

    /// Arranges the list as it was left.
    pub fn arrange(&mut self, left: Arrangement) {
        self.left = left;
        self.list.arrange(left, &self.marks);
    }

    /// Whether list and article may stand side by side: not where the terminal reorders whole rows,
    /// nor where the reader wants the article alone.
    #[must_use]
    pub fn side_by_side(&self) -> bool {
        self.text.order == text::Order::Visual && !(self.alone && self.focus == Focus::Reader)
    }

    /// How the open article is typeset on the screen as it is.
    #[must_use]
    pub fn page_setting(&self) -> page::Setting {
        let panes = Panes::of(self);
        let width = panes.reader.map_or(panes.status.width, |area| area.width);
        let text = text::Setting { measure: Some(width.max(1)), ..self.text };
        page::Setting { text, dress: page::Dress::Full, dates: self.locale.dates() }
    }

    /// Which way the screen runs: as the reader's language does, but left to right where the terminal
    /// turns rows around by itself.
    #[must_use]
    pub fn direction(&self) -> Direction {
        match self.text.order {
            text::Order::Visual => self.locale.language().direction(),
            text::Order::Logical => Direction::Ltr,
        }
    }

    /// The key of a command that texts name.
    #[must_use]
    pub fn key(&self, command: Command) -> &str {
        self.keymap.keys(command).first().map_or("", String::as_str)
    }

    /// The keys of a command on this screen: where it is mirrored, the arrows towards the list and
    /// into the article have changed places.
    pub(super) fn keys(&self, command: Command) -> impl Iterator<Item = &str> {
        let is_turned =
            self.direction() == Direction::Rtl && matches!(command, Command::List | Command::Open);
        self.keymap.keys(command).iter().map(move |key| match key.as_str() {
            "Left" if is_turned => "Right",
            "Right" if is_turned => "Left",
            key => key,
        })
    }

    /// The article that commands are about: the one that is read, else the selected one.
    #[must_use]
    pub fn subject(&self) -> Option<Arc<Entry>> {
        match self.focus {
            Focus::List => self.list.current(),
            Focus::Reader => self.asked.clone(),
        }
    }

    /// The marks of an article.
    #[must_use]
    pub fn marks(&self, entry: &Entry) -> Marks {
        self.marks.marks(&entry.ids(), &entry.given)
    }

    /// How an article is wanted.
    #[must_use]
    pub fn choice(&self, id: &ArticleId) -> Choice {
        self.choices.get(id).cloned().unwrap_or_default()
    }

    /// Where reading this article stopped.
    #[must_use]
    pub fn place(&self, entry: &Entry) -> Offset {
        self.marks(entry).position.map(|position| position.offset).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, Digits};
    use crate::locale::Language;
    use crate::terminal::{Replies, detect};
    use crate::text::{Joining, Marks};

    fn app(config: Config, traits: Traits) -> App {
        let mut terminal = detect(&Replies::default(), |_| None);
        terminal.traits = traits;
        let locale = Arc::new(Locale::new(Language::Persian, None));
        let (source, state) = (Source::Samples, PathBuf::new());
        App::new(&Setup { source, terminal, own: state.clone(), state, config, locale })
    }

    #[test]
    fn what_is_not_set_is_as_is_best_on_the_terminal() {
        let traits =
            Traits { marks: Marks::Hide, joining: Joining::FormsOrBase, ..Traits::default() };
        let text = app(Config::default(), traits).text;
        assert_eq!((text.marks, text.joining), (Marks::Hide, Joining::FormsOrBase));
        assert_eq!((text.digits, text.fill), (text::Digits::AsWritten, text::Fill::Ragged));
        let config = Config {
            marks: Some(true),
            digits: Digits::Arabic,
            justify: true,
            ..Config::default()
        };
        let text = app(config, traits).text;
        assert_eq!(text.marks, Marks::Show);
        assert_eq!((text.digits, text.fill), (text::Digits::Persian, text::Fill::Tatweel));
    }
}
