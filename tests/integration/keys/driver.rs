//! Drives the reader without a terminal: keys go in as the terminal's own events, what it asks for is
//! done at once, and the screen comes out as rows of text.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crossterm::event::{MouseButton, MouseEventKind};
use ratatui::Terminal as Screen;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::Modifier;
use sahifa::config::Config;
use sahifa::identity;
use sahifa::library;
use sahifa::library::{Catalogue, Entry, News, Problem, Source};
use sahifa::locale::{Language, Locale};
use sahifa::search::{Added, Corpus, Docs, Query};
use sahifa::store::Store;
use sahifa::terminal::clipboard::Landing;
use sahifa::terminal::{Dialect, Event, KeyCode, Modifiers, Mouse, Press, Replies, detect};
use sahifa::text;
use sahifa::tui::app::App;
use sahifa::tui::event::message;
use sahifa::tui::update::{Effect, Message, update};
use sahifa::tui::view::view;
use sahifa::tui::{Arrangement, Clip, Setup, Theme};
use tempfile::TempDir;

/// A library and a state directory; readers are opened on them one after the other.
pub(super) struct Shelf {
    dir: TempDir,
    source: Source,
    language: Language,
    corpus: Arc<Corpus>,
}

impl Shelf {
    /// The eight articles among the fixtures, `01` the newest.
    pub(super) fn fixture() -> Self {
        let source = Source::Directory("tests/fixtures/library".into());
        Self::at(tempfile::tempdir().unwrap(), source)
    }

    /// These files.
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let library = dir.path().join("library");
        fs::create_dir(&library).expect("a new directory");
        for (name, text) in files {
            fs::write(library.join(name), text).unwrap();
        }
        Self::at(dir, Source::Directory(library))
    }

    fn at(dir: TempDir, source: Source) -> Self {
        let corpus = Arc::new(Corpus::in_memory());
        Self { dir, source, language: Language::English, corpus }
    }

    /// The same shelf, of which only these files were named.
    pub(super) fn only(self, names: &[&str]) -> Self {
        let source = Source::Paths(names.iter().map(|name| self.path(name)).collect());
        Self { source, ..self }
    }

    /// The same shelf, read by someone who reads this language.
    pub(super) fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join("library").join(name)
    }

    pub(super) fn state(&self) -> PathBuf {
        self.dir.path().join("state")
    }

    /// A reader on a screen of 100 by 30 that has read the whole library.
    pub(super) fn open(&self) -> Reading {
        let mut reading = self.start();
        let (entries, problems) = library::collect_into(self.source.clone(), &self.corpus);
        reading.find(entries).fail(problems).send(Message::Loaded);
        reading
    }

    /// A reader that has read nothing of it yet.
    pub(super) fn start(&self) -> Reading {
        let mut terminal = detect(&Replies::default(), |_| None);
        terminal.dialect = Dialect::Visual;
        let (source, state) = (self.source.clone(), self.state());
        let locale = Arc::new(Locale::new(self.language, None));
        let (own, config) = (state.clone(), Config::default());
        let setup = Setup { source, terminal, state, own, config, locale };
        let store = Store::open(&setup.state);
        let mut app = App::new(&setup);
        app.marks = store.state().clone();
        app.read_only = store.health().read_only;
        let root = app.library.root.as_deref();
        app.arrange(Arrangement::recall(&setup.state, root, app.locale.calendar()));
        let state = setup.state.clone();
        let (copied, visited) = (Vec::new(), Vec::new());
        let spoken = Vec::new();
        let mut reading = Reading {
            app,
            store,
            state,
            catalogue: Catalogue::new(Arc::clone(&self.corpus)),
            corpus: Arc::clone(&self.corpus),
            tagged: Arc::default(),
            status: None,
            opened: 0,
            spoken,
            copied,
            visited,
            kept: None,
        };
        reading.resize(100, 30);
        reading
    }

    /// The articles, in the order of their paths.
    pub(super) fn entries(&self) -> Vec<Arc<Entry>> {
        self.entries_of(self.source.clone())
    }

    /// The articles of another source, to be found by the readers of this shelf.
    pub(super) fn entries_of(&self, source: Source) -> Vec<Arc<Entry>> {
        library::collect_into(source, &self.corpus).0
    }
}

/// A running reader.
pub(super) struct Reading {
    pub(super) app: App,
    pub(super) store: Store,
    state: PathBuf,
    /// What folds what is found.
    catalogue: Catalogue,
    /// What has the texts.
    corpus: Arc<Corpus>,
    /// What is found beside them.
    tagged: Added,
    /// The exit status, once it has been left.
    pub(super) status: Option<u8>,
    /// How many articles were asked for.
    pub(super) opened: usize,
    /// What was asked of the terminal.
    pub(super) spoken: Vec<Effect>,
    /// What was copied.
    pub(super) copied: Vec<Clip>,
    /// The addresses that were opened.
    pub(super) visited: Vec<String>,
    /// What is asked of others about a long article, where that is not to be done at once.
    pub(super) kept: Option<Vec<Effect>>,
}

impl Reading {
    /// Types keys: characters are themselves, `^d` is Ctrl-d, and these are named keys:
    /// ⏎ Enter, ⎋ Esc, ⇥ Tab, ⇤ Shift-Tab, ␣ Space, ⌫ Backspace, ⌦ Delete, ↑ ↓ ← → arrows, ⇞ ⇟ pages,
    /// ⇱ Home, ⇲ End, ① F1, ② F2, ¬ Alt with the next key.
    pub(super) fn type_keys(&mut self, keys: &str) -> &mut Self {
        let mut held = Modifiers::NONE;
        for c in keys.chars() {
            match c {
                '^' => held = held | Modifiers::CONTROL,
                '¬' => held = held | Modifiers::ALT,
                _ => {
                    let held = std::mem::take(&mut held);
                    let shift = if c == '⇤' { Modifiers::SHIFT } else { Modifiers::NONE };
                    self.event(Event::Key(Press::new(code(c), held | shift)));
                }
            }
        }
        self
    }

    pub(super) fn paste(&mut self, text: &str) -> &mut Self {
        self.event(Event::Paste(text.to_owned()))
    }

    pub(super) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.event(Event::Resize(width, height))
    }

    pub(super) fn mouse(&mut self, kind: MouseEventKind, column: u16, row: u16) -> &mut Self {
        let mouse = match kind {
            MouseEventKind::Down(MouseButton::Left) => Mouse::Click,
            MouseEventKind::Drag(MouseButton::Left) => Mouse::Drag,
            MouseEventKind::Up(MouseButton::Left) => Mouse::Release,
            MouseEventKind::ScrollDown => Mouse::WheelDown,
            MouseEventKind::ScrollUp => Mouse::WheelUp,
            _ => return self,
        };
        self.event(Event::Mouse(mouse, column, row))
    }

    pub(super) fn event(&mut self, event: Event) -> &mut Self {
        message(event).map(|message| self.send(message));
        self
    }

    /// Articles have been read.
    pub(super) fn find(&mut self, entries: Vec<Arc<Entry>>) -> &mut Self {
        let changes = self.catalogue.add(entries);
        self.send(Message::News(News { changes, ..News::default() }))
    }

    /// Files could not be read.
    pub(super) fn fail(&mut self, problems: Vec<Problem>) -> &mut Self {
        self.send(Message::News(News { problems, ..News::default() }))
    }

    /// Gives the reader a message, and does what it asks for.
    pub(super) fn send(&mut self, message: Message) -> &mut Self {
        for effect in update(&mut self.app, message) {
            self.perform(effect);
        }
        self
    }

    pub(super) fn perform(&mut self, effect: Effect) {
        let is_of_long = matches!(effect, Effect::Mark(_) | Effect::Typeset(_));
        if let Some(kept) = self.kept.as_mut().filter(|_| is_of_long) {
            return kept.push(effect);
        }
        match effect {
            Effect::Open(entry, choice) => {
                if let Some(beginning) = choice.begin(&entry).map(Box::new) {
                    self.send(Message::Begun(entry.id.clone(), choice.clone(), beginning));
                    if let Some(kept) = &mut self.kept {
                        return kept.push(Effect::Open(entry, choice));
                    }
                }
                self.opened += 1;
                let result = choice.open(&entry).map(Box::new);
                self.send(Message::Opened(entry.id.clone(), choice, result));
            }
            Effect::Save(article, change) => {
                // A read-only session keeps changes in memory; the reader says so.
                let _read_only = self.store.save(&article, change);
            }
            Effect::Follow(trail) => {
                let followed = identity::catch_up(&trail.0, &trail.1, &self.corpus);
                self.send(Message::Followed(followed));
            }
            Effect::Look(entry) => {
                let seen = identity::sighting(&entry, &entry.id, &self.corpus);
                self.send(Message::Seen(entry.id.clone(), Box::new(seen)));
            }
            Effect::Tagged(tagged) => self.tagged = tagged,
            Effect::Find(query) | Effect::FindAgain(query) => {
                let sought = (&query, &*self.tagged);
                let docs = self.corpus.find_with(sought, &|| false, |_| {}).unwrap().unwrap();
                self.send(Message::Matches(query, Ok(docs)));
            }
            Effect::Rank(query) => {
                let docs = self.corpus.find(&query, &|| false).unwrap().unwrap();
                let ranks = self.corpus.rank(&query, &docs, &|| false).unwrap().unwrap();
                self.send(Message::Ranked(query, ranks));
            }
            Effect::Quote(wanted) => wanted.answers().for_each(|answer| {
                self.send(answer);
            }),
            Effect::Mark(sought) => {
                let matches = sought.matches();
                self.send(Message::Marked(sought, matches));
            }
            Effect::Typeset(manuscript) => {
                let page = Box::new(manuscript.page());
                self.send(Message::Typeset(manuscript, page));
            }
            Effect::Copy(clip) => {
                self.copied.push(clip.clone());
                self.send(Message::Copied(clip, Landing::Clipboard));
            }
            Effect::Visit(address) => self.visited.push(address.to_ascii()),
            Effect::Leave(root, left) => left.keep(&self.state, &root).unwrap(),
            Effect::Quit(status) => self.status = Some(status),
            Effect::Suspend | Effect::Redraw | Effect::Speak(_) | Effect::Identify(_) => {
                self.spoken.push(effect)
            }
        }
    }

    /// The texts that fit a query.
    pub(super) fn found(&self, query: &str) -> Docs {
        self.corpus.find(&Query::parse(query), &|| false).unwrap().unwrap()
    }

    /// All articles of the library.
    pub(super) fn entries(&self) -> Vec<Arc<Entry>> {
        let shelf = &self.app.list.shelf;
        (0..).take(shelf.end()).filter_map(|row| shelf.entry(row)).collect()
    }

    /// The files of the articles shown, by the first two characters of their names.
    pub(super) fn shown(&self) -> String {
        let rows = (0..self.app.list.shown.len()).filter_map(|row| self.app.list.row(row));
        rows.map(|entry| short(&entry.item.path)).collect::<Vec<_>>().join(" ")
    }

    /// The file of the selected article.
    pub(super) fn selected(&self) -> String {
        self.app.list.current().map_or_else(String::new, |entry| short(&entry.item.path))
    }

    /// The title in the reading pane.
    pub(super) fn reads(&self) -> &str {
        self.app.reader.as_ref().map_or("", |reader| &reader.article.metadata.title)
    }

    /// The first line of the article that is on screen.
    pub(super) fn top(&self) -> usize {
        self.app.reader.as_ref().unwrap().top
    }

    pub(super) fn notice(&self) -> &str {
        self.app.notice.as_ref().map_or("", |notice| &notice.text)
    }

    /// What the notice says, without the isolates around what was put into it.
    pub(super) fn said(&self) -> String {
        self.notice().replace(['\u{2068}', '\u{2069}'], "")
    }

    /// The screen as it is drawn now, without colours.
    pub(super) fn draw(&self) -> (Buffer, (u16, u16)) {
        let (width, height) = self.app.size;
        let size = |cells: usize| u16::try_from(cells).unwrap();
        let backend = TestBackend::new(size(width), size(height));
        let mut screen = Screen::new(backend).unwrap();
        screen.draw(|frame| view(&self.app, Theme::plain(), frame)).unwrap();
        let cursor = screen.get_cursor_position().unwrap();
        (screen.backend().buffer().clone(), (cursor.x, cursor.y))
    }

    /// The screen's rows, without the spaces at their ends.
    pub(super) fn rows(&self) -> Vec<String> {
        let (buffer, _) = self.draw();
        let width = usize::from(buffer.area.width).max(1);
        let row = |cells: &[ratatui::buffer::Cell]| {
            cells
                .iter()
                .map(ratatui::buffer::Cell::symbol)
                .collect::<String>()
                .trim_end()
                .to_owned()
        };
        buffer.content.chunks(width).map(row).collect()
    }

    /// The screen, and where the cursor stands.
    pub(super) fn picture(&self) -> String {
        let (_, (x, y)) = self.draw();
        format!("{}\ncursor {x},{y}", self.rows().join("\n"))
    }

    pub(super) fn status_line(&self) -> String {
        self.rows().last().cloned().unwrap_or_default()
    }

    /// What stands reversed in these columns, above the bottom row, but for whole rows: the matches.
    pub(super) fn marked(&self, columns: Range<u16>) -> Vec<String> {
        let (buffer, _) = self.draw();
        let mut found = Vec::new();
        for y in 0..buffer.area.height.saturating_sub(1) {
            let row = || columns.clone().filter_map(|x| buffer.cell((x, y)));
            let reversed =
                |cell: &ratatui::buffer::Cell| cell.modifier.contains(Modifier::REVERSED);
            if row().all(reversed) {
                continue;
            }
            let mut run = String::new();
            for cell in row() {
                if reversed(cell) {
                    run.push_str(cell.symbol());
                } else if !run.is_empty() {
                    found.push(std::mem::take(&mut run));
                }
            }
            found.extend(Some(run).filter(|run| !run.is_empty()));
        }
        found
    }
}

/// How a right-to-left text stands on the screen.
pub(super) fn visual(text: &str) -> String {
    let (order, joining) = Dialect::Visual.layout();
    let setting = text::Setting { order, joining, ..text::Setting::VISUAL };
    let line = text::fit(text, text::Level::rtl(), setting);
    line.cells.iter().map(|cell| cell.symbol.as_str()).collect()
}

fn short(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().chars().take(2).collect()
}

fn code(c: char) -> KeyCode {
    match c {
        '⏎' => KeyCode::Enter,
        '⎋' => KeyCode::Esc,
        '⇥' | '⇤' => KeyCode::Tab,
        '␣' => KeyCode::Char(' '),
        '⌫' => KeyCode::Backspace,
        '↑' => KeyCode::Up,
        '↓' => KeyCode::Down,
        '←' => KeyCode::Left,
        '→' => KeyCode::Right,
        '⇞' => KeyCode::PageUp,
        '⇟' => KeyCode::PageDown,
        '⇱' => KeyCode::Home,
        '⇲' => KeyCode::End,
        '⌦' => KeyCode::Delete,
        '①' => KeyCode::F(1),
        '②' => KeyCode::F(2),
        c => KeyCode::Char(c),
    }
}
