//! The state of the reader: one small state for each pane, and a [`Mode`] instead of flags.

use std::collections::HashMap;
use std::time::Instant;

use crate::article::{ArticleId, Offset};
use crate::library::Problem;
use crate::page;
use crate::store::Marks;
use crate::text;

use super::field::Field;
use super::keymap::Keymap;
use super::list::List;
use super::panes::Panes;
use super::reader::Reader;

/// Everything that is shown.
#[derive(Debug)]
pub struct App {
    /// The list pane.
    pub list: List,
    /// The reading pane, once an article is open.
    pub reader: Option<Reader>,
    /// The pane that keys go to.
    pub focus: Focus,
    /// What keys mean at the moment.
    pub mode: Mode,
    /// Columns and rows.
    pub size: (usize, usize),
    /// How text is laid out on this terminal.
    pub text: text::Setting,
    /// The widest a line of an article gets.
    pub measure: usize,
    /// The article that was asked for last.
    pub asked: Option<ArticleId>,
    /// What the user has added to articles.
    pub marks: HashMap<ArticleId, Marks>,
    /// The library.
    pub library: Library,
    /// The keys.
    pub keymap: Keymap,
    /// What the status line has to say for a while.
    pub notice: Option<Notice>,
}

/// What is known of the library as a whole.
#[derive(Debug, Default)]
pub struct Library {
    /// What to call it.
    pub name: String,
    /// Whether these are the built-in samples.
    pub samples: bool,
    /// Whether it is still being read.
    pub loading: bool,
    /// The files that gave no article.
    pub problems: Vec<Problem>,
}

/// A message for the status line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it says.
    pub text: String,
    /// When it was said.
    pub since: Instant,
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
}

impl App {
    /// Whether list and article may stand side by side: not where the terminal reorders whole rows.
    #[must_use]
    pub fn side_by_side(&self) -> bool {
        self.text.order == text::Order::Visual
    }

    /// How the open article is typeset on the screen as it is.
    #[must_use]
    pub fn page_setting(&self) -> page::Setting {
        let panes = Panes::of(self);
        let width = panes.reader.map_or(panes.status.width, |area| area.width);
        let text = text::Setting { measure: Some(width.max(1)), ..self.text };
        page::Setting { text, dress: page::Dress::Full }
    }

    /// The marks of an article.
    #[must_use]
    pub fn marks(&self, id: &ArticleId) -> Marks {
        self.marks.get(id).copied().unwrap_or_default()
    }

    /// Where reading this article stopped.
    #[must_use]
    pub fn place(&self, id: &ArticleId) -> Offset {
        self.marks(id).position.map(|position| position.offset).unwrap_or_default()
    }
}
