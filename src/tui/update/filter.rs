//! Typing a filter: the list narrows with every letter.

use crate::search::Query;

use super::super::app::{App, Focus, Mode};
use super::super::command::Command;
use super::super::field::Field;
use super::super::keymap::Key;
use super::{Effect, browse, command};

pub(super) fn press(app: &mut App, key: &Key, typed: &str) -> Vec<Effect> {
    let Mode::Filter(field) = &mut app.mode else { return Vec::new() };
    match (key.0.as_str(), typed) {
        ("Enter" | "Tab", _) => accept(app),
        ("Esc" | "C-c", _) => cancel(app),
        ("Backspace" | "C-h", _) if field.text.is_empty() => cancel(app),
        ("Backspace" | "C-h", _) => edit(app, Field::backspace),
        ("C-w" | "A-Backspace", _) => edit(app, Field::delete_word),
        ("C-u", _) => edit(app, |field| field.text.clear()),
        (_, "") => return pass_on(app, key),
        (_, typed) => edit(app, |field| field.insert(typed)),
    }
    Vec::new()
}

/// Keys that type nothing mean what they always mean, where that can be seen while one types.
fn pass_on(app: &mut App, key: &Key) -> Vec<Effect> {
    match app.keymap.command(key) {
        Some(
            asked @ (Command::Down
            | Command::Up
            | Command::PageDown
            | Command::PageUp
            | Command::Redraw
            | Command::Dialect
            | Command::Suspend),
        ) => command(app, asked),
        _ => Vec::new(),
    }
}

/// Pasted text goes to the filter, which it opens where it was closed.
pub(super) fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    if !matches!(app.mode, Mode::Filter(_)) {
        app.mode = Mode::Filter(Field::default());
        app.list.note_selected();
    }
    edit(app, |field| field.insert(text));
    Vec::new()
}

/// The filter stays; the article that it has led to is chosen by that.
pub(super) fn accept(app: &mut App) {
    app.mode = Mode::Browse;
    app.list.select(app.list.selected);
}

/// As if nothing had been typed, but for a filter that there was before: it is cleared too.
fn cancel(app: &mut App) {
    app.mode = Mode::Browse;
    set(app, "");
}

fn edit(app: &mut App, change: impl FnOnce(&mut Field)) {
    let Mode::Filter(field) = &mut app.mode else { return };
    change(field);
    let text = field.text.clone();
    set(app, &text);
}

/// Filters by another query. The first article that it lets through is selected, unless one is being
/// read; without a query, the one that was selected before.
fn set(app: &mut App, text: &str) {
    let query = Query::parse(text);
    if query == app.list.filter.query {
        return;
    }
    let is_empty = query.is_empty();
    app.list.filter.query = query;
    if app.focus == Focus::List {
        app.list.select_first();
    }
    browse::narrow(app);
    if app.focus == Focus::List && is_empty {
        app.list.return_to_noted();
        app.refresh();
    }
}
