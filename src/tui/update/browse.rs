//! Commands that move through list and article, and those that change what the list shows.

use crate::search::Query;
use crate::text::Marks;

use super::super::app::{App, Focus, Mode};
use super::super::command::Command;
use super::super::field::Field;
use super::super::list::Filter;
use super::super::overlay;
use super::super::panes::Panes;
use super::super::reader::Step;
use super::super::sort;
use super::{Effect, choose, copy, find, follow, group, links, marks, select, whole, write};

pub(super) fn update(app: &mut App, command: Command) -> Vec<Effect> {
    if whole::is_awaited(app, command) {
        return Vec::new();
    }
    match command {
        Command::Open => return open(app),
        Command::List => return to_list(app),
        Command::OtherPane => return other_pane(app),
        Command::Back => return back(app),
        Command::Filter => {
            app.mode = Mode::Filter(Field::new(app.list.filter.query.source()));
            app.list.note_selected();
        }
        Command::NextMatch => return step_match(app, Step::Next),
        Command::PreviousMatch => return step_match(app, Step::Previous),
        Command::NextLink => return links::step(app, Step::Next),
        Command::PreviousLink => return links::step(app, Step::Previous),
        Command::OpenLink => return links::open(app),
        Command::CopyLink => return links::copy(app),
        Command::CopyParagraph => return copy::paragraph(app),
        Command::CopyArticle => return copy::article(app),
        Command::CopyTitle => return copy::title(app),
        Command::Bookmark => return marks::toggle_bookmark(app),
        Command::Unread => return marks::toggle_read(app),
        Command::Note => return write::note(app),
        Command::Tags => return write::tag(app),
        Command::Highlight => return write::highlight(app),
        Command::Adopt => return follow::adopt(app),
        Command::BookmarksOnly => {
            app.list.filter.bookmarks_only ^= true;
            app.list.choose();
            narrow(app);
        }
        Command::UnreadOnly => {
            app.list.filter.unread_only ^= true;
            app.list.choose();
            narrow(app);
        }
        Command::Alone => {
            app.alone ^= true;
            app.lay_out();
        }
        Command::Sort => return next_order(app),
        Command::Group => group::next(app),
        Command::Fold => group::fold(app),
        Command::FoldAll => group::fold_all(app),
        Command::NextGroup | Command::PreviousGroup => group::step(app, command),
        Command::Marks => toggle_vowel_signs(app),
        Command::Whole => return choose::whole(app),
        Command::Encoding => return choose::encoding(app),
        Command::Version => return choose::version(app),
        _ => travel(app, command),
    }
    Vec::new()
}

/// Moves in the pane that has the focus, or through the open help.
pub(super) fn travel(app: &mut App, command: Command) {
    let panes = Panes::of(app);
    let rows = panes.list_rows();
    let page = overlay::page(app);
    match (&mut app.mode, app.focus) {
        (Mode::Help(top) | Mode::Problems(top), _) => {
            *top = moved(*top, command, page);
            fit_overlay(app);
        }
        (_, Focus::List) => {
            let page = app.list.page(rows);
            app.list.go_to(moved(app.list.stop(), command, page));
            app.list.show_selected(rows);
        }
        (_, Focus::Reader) => read_on(app, command),
    }
}

/// Moves in the article. What leads beyond its beginning waits for the whole.
pub(super) fn read_on(app: &mut App, command: Command) {
    let height = app.reader_rows();
    let Some(reader) = &mut app.reader else { return };
    // Two lines of the last page stay in sight.
    let page = if is_page(command) { height.saturating_sub(2) } else { height };
    let line = moved(reader.top, command, page);
    if !(reader.is_out_of_reach(line, height) && reader.hold(command)) {
        reader.scroll_to(line, height);
    }
}

/// Scrolls the open overlay back as far as there is something to be seen.
pub(super) fn fit_overlay(app: &mut App) {
    let last = overlay::last_top(app);
    if let Mode::Help(top) | Mode::Problems(top) = &mut app.mode {
        *top = last.min(*top);
    }
}

const fn is_page(command: Command) -> bool {
    matches!(command, Command::PageDown | Command::PageUp)
}

/// Where a command leads from `at`, with `page` rows on screen. The end is wherever there is no more.
pub(super) fn moved(at: usize, command: Command, page: usize) -> usize {
    let page = page.max(1);
    match command {
        Command::Down => at.saturating_add(1),
        Command::Up => at.saturating_sub(1),
        Command::HalfDown => at.saturating_add(page.div_ceil(2)),
        Command::HalfUp => at.saturating_sub(page.div_ceil(2)),
        Command::PageDown => at.saturating_add(page),
        Command::PageUp => at.saturating_sub(page),
        Command::Top => 0,
        Command::Bottom => usize::MAX / 2,
        _ => at,
    }
}

/// Into the article. One that is there already is read from now on; one that could not be opened is
/// tried again, and one that is still awaited is read once it comes. What is folded away is unfolded.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    if app.focus == Focus::List && app.list.is_folded_away() {
        group::fold(app);
        return Vec::new();
    }
    let (Focus::List, Some(entry)) = (app.focus, app.list.current()) else {
        return Vec::new();
    };
    app.list.select(app.list.selected);
    app.focus = Focus::Reader;
    app.lay_out();
    match (&app.reader, app.awaiting) {
        (_, true) => Vec::new(),
        (None, false) => vec![app.ask(entry)],
        (Some(_), false) => marks::mark_read(app),
    }
}

/// Into the reading pane, whatever it shows.
pub(super) fn to_reader(app: &mut App) -> Vec<Effect> {
    if app.reader.is_none() {
        return Vec::new();
    }
    app.focus = Focus::Reader;
    app.lay_out();
    if app.awaiting { Vec::new() } else { marks::mark_read(app) }
}

pub(super) fn to_list(app: &mut App) -> Vec<Effect> {
    app.focus = Focus::List;
    app.lay_out();
    marks::keep_place(app)
}

fn other_pane(app: &mut App) -> Vec<Effect> {
    match app.focus {
        Focus::List if app.list.is_folded_away() => to_reader(app),
        Focus::List => open(app),
        Focus::Reader => to_list(app),
    }
}

/// Out of the innermost thing: selection or link, article, filter.
fn back(app: &mut App) -> Vec<Effect> {
    if select::let_go(app) {
        return Vec::new();
    }
    if app.focus == Focus::Reader {
        return to_list(app);
    }
    if !app.list.filter.is_empty() {
        app.list.match_all(Query::default());
        app.list.filter = Filter::default();
        narrow(app);
    }
    Vec::new()
}

/// After the filter has changed: what is shown, and what is marked in the article.
pub(super) fn narrow(app: &mut App) {
    app.list.kept = None;
    app.refresh();
    if let Some(reader) = &mut app.reader {
        reader.find(&app.list.filter.query);
    }
}

/// Matches are shown where there is an article to be seen: on a narrow screen, out of the list.
pub(super) fn step_match(app: &mut App, step: Step) -> Vec<Effect> {
    let effects = match Panes::of(app).reader {
        None if !app.list.filter.query.is_empty() => open(app),
        _ => Vec::new(),
    };
    let height = app.reader_rows();
    let Some(reader) = &mut app.reader else { return effects };
    if !reader.step_match(step, height) {
        return effects;
    }
    let notice = match (reader.current, reader.matches.len()) {
        (Some(at), count) => {
            app.locale.say("match-at", &[("at", (at + 1).into()), ("count", count.into())])
        }
        (None, _) if app.list.filter.query.is_empty() => {
            app.locale.say("no-filter", &[("key", app.key(Command::Filter).into())])
        }
        (None, _) => app.locale.text("no-match"),
    };
    app.say(notice);
    effects
}

/// The next order. What fits best is the last one, and there is no such thing where nothing is sought.
fn next_order(app: &mut App) -> Vec<Effect> {
    let list = &mut app.list;
    let is_last = sort::is_last(list.sort) && !list.is_best_first();
    if is_last && !list.filter.query.is_empty() {
        list.put_best_first();
    } else {
        list.set_sort(sort::next(list.sort), &app.marks);
    }
    app.list.show_selected(Panes::of(app).list_rows());
    find::rank(app)
}

fn toggle_vowel_signs(app: &mut App) {
    app.text.marks = match app.text.marks {
        Marks::Show => Marks::Hide,
        Marks::Hide => Marks::Show,
    };
    app.lay_out();
}
