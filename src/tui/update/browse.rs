//! Commands that move through list and article, and those that change what the list shows.

use crate::text::Marks;

use super::super::app::{App, Focus, Mode};
use super::super::command::Command;
use super::super::field::Field;
use super::super::list::Filter;
use super::super::panes::Panes;
use super::super::reader::Step;
use super::{Effect, marks};

pub(super) fn update(app: &mut App, command: Command) -> Vec<Effect> {
    match command {
        Command::Open => return open(app),
        Command::OtherPane => return other_pane(app),
        Command::Back => back(app),
        Command::Filter => {
            app.mode = Mode::Filter(Field { text: app.list.filter.query.to_string() })
        }
        Command::NextMatch => step_match(app, Step::Next),
        Command::PreviousMatch => step_match(app, Step::Previous),
        Command::Bookmark => return marks::toggle_bookmark(app),
        Command::Unread => return marks::toggle_read(app),
        Command::BookmarksOnly => {
            app.list.filter.bookmarks_only ^= true;
            narrow(app);
        }
        Command::UnreadOnly => {
            app.list.filter.unread_only ^= true;
            narrow(app);
        }
        Command::Alone => {
            app.alone ^= true;
            app.lay_out();
        }
        Command::Sort => {
            app.list.sort = app.list.sort.next();
            app.refresh();
        }
        Command::Marks => toggle_vowel_signs(app),
        _ => travel(app, command),
    }
    Vec::new()
}

/// Moves in the pane that has the focus, or through the open help.
fn travel(app: &mut App, command: Command) {
    let panes = Panes::of(app);
    let rows = panes.list_rows();
    let height = panes.reader.map_or(panes.status.y, |area| area.height);
    match (&mut app.mode, app.focus) {
        (Mode::Help(top) | Mode::Problems(top), _) => *top = moved(*top, command, panes.status.y),
        (_, Focus::List) => {
            app.list.select(moved(app.list.selected, command, rows));
            app.list.show_selected(rows);
        }
        (_, Focus::Reader) => {
            if let Some(reader) = &mut app.reader {
                // Two lines of the last page stay in sight.
                let page = if is_page(command) { height.saturating_sub(2) } else { height };
                reader.scroll_to(moved(reader.top, command, page), height);
            }
        }
    }
}

const fn is_page(command: Command) -> bool {
    matches!(command, Command::PageDown | Command::PageUp)
}

/// Where a command leads from `at`, with `page` rows on screen. The end is wherever there is no more.
fn moved(at: usize, command: Command, page: usize) -> usize {
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

fn open(app: &mut App) -> Vec<Effect> {
    if app.mode != Mode::Browse || app.list.current().is_none() {
        app.mode = Mode::Browse;
        return Vec::new();
    }
    app.focus = Focus::Reader;
    app.lay_out();
    marks::mark_read(app)
}

fn other_pane(app: &mut App) -> Vec<Effect> {
    match app.focus {
        Focus::List => open(app),
        Focus::Reader => {
            app.focus = Focus::List;
            app.lay_out();
            marks::keep_place(app)
        }
    }
}

/// Out of the innermost thing: help, article, filter.
fn back(app: &mut App) {
    if app.mode != Mode::Browse {
        app.mode = Mode::Browse;
    } else if app.focus == Focus::Reader {
        app.focus = Focus::List;
        app.lay_out();
    } else if !app.list.filter.is_empty() {
        app.list.filter = Filter::default();
        narrow(app);
    }
}

/// After the filter has changed: what is shown, and what is marked in the article.
pub(super) fn narrow(app: &mut App) {
    app.list.kept = None;
    app.refresh();
    if let Some(reader) = &mut app.reader {
        reader.find(&app.list.filter.query);
    }
}

fn step_match(app: &mut App, step: Step) {
    let height = Panes::of(app).reader.map_or(0, |area| area.height);
    let Some(reader) = &mut app.reader else { return };
    reader.step_match(step, height);
    let notice = match (reader.current, reader.matches.len()) {
        (Some(at), count) => format!("match {} of {count}", at + 1),
        (None, _) if app.list.filter.query.is_empty() => "no filter; / sets one".to_owned(),
        (None, _) => "no match in this article's text".to_owned(),
    };
    app.say(notice);
}

fn toggle_vowel_signs(app: &mut App) {
    app.text.marks = match app.text.marks {
        Marks::Show => Marks::Hide,
        Marks::Hide => Marks::Show,
    };
    app.lay_out();
}
