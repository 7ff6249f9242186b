//! Typing a filter: the list narrows with every letter.

use crate::search::Query;
use crate::text;
use crate::text::Order;

use super::super::app::{App, Mode};
use super::super::command::Command;
use super::super::field::{Field, History, Row, Toward};
use super::super::keymap::Key;
use super::{Effect, command, find, write};

pub(super) fn press(app: &mut App, key: &Key, typed: &str) -> Vec<Effect> {
    let Mode::Filter(field) = &mut app.mode else { return Vec::new() };
    match (key.0.as_str(), typed) {
        ("Enter" | "Tab", _) => accept(app),
        ("Esc" | "C-c", _) => return cancel(app),
        ("Backspace" | "C-h", _) if field.text().is_empty() => return cancel(app),
        ("C-p" | "A-Up", _) => return walk(app, History::older),
        ("C-n" | "A-Down", _) => return walk(app, |history, _| history.newer()),
        (name, "") => match (change(name), walked(name)) {
            (Some(change), _) => return edit(app, change),
            (None, Some((step, toward))) => go(app, step, toward),
            (None, None) => return pass_on(app, key),
        },
        (_, typed) => return edit(app, |field| field.insert(typed)),
    }
    Vec::new()
}

/// Whether a key is about the text alone, and not about what the list shows.
pub(super) fn is_typing(key: &Key, typed: &str) -> bool {
    match (key.0.as_str(), typed) {
        ("Enter" | "Tab", _) => false,
        ("Esc" | "C-c" | "C-p" | "A-Up" | "C-n" | "A-Down", _) => true,
        (name, "") => change(name).is_some() || walked(name).is_some(),
        _ => true,
    }
}

/// Does to the text that is being typed what a key does to any text.
pub(super) fn edit_by(app: &mut App, key: &str) {
    match (change(key), walked(key), write::field(app)) {
        (Some(change), _, Some(field)) => change(field),
        (None, Some((step, toward)), _) => go(app, step, toward),
        _ => {}
    }
}

/// What a key does to the text, or where in it, by the order of its letters, it leads.
fn change(key: &str) -> Option<fn(&mut Field)> {
    Some(match key {
        "Backspace" | "C-h" => Field::backspace,
        "Delete" | "C-d" => Field::delete,
        "C-w" | "A-Backspace" => Field::delete_word,
        "C-u" => Field::delete_to_start,
        "C-k" => Field::delete_to_end,
        "Home" | "C-a" => Field::home,
        "End" | "C-e" => Field::end,
        _ => return None,
    })
}

type Step = fn(&mut Field, &Row, Toward);

/// Where a key leads as the eye sees it.
fn walked(key: &str) -> Option<(Step, Toward)> {
    Some(match key {
        "Left" => (Field::step, Toward::Left),
        "Right" => (Field::step, Toward::Right),
        "C-Left" | "A-Left" | "A-b" => (Field::step_word, Toward::Left),
        "C-Right" | "A-Right" | "A-f" => (Field::step_word, Toward::Right),
        _ => return None,
    })
}

fn go(app: &mut App, step: Step, toward: Toward) {
    let setting = text::Setting { order: Order::Visual, ..app.text };
    let interface = app.locale.language().direction();
    let Some(field) = write::field(app) else { return };
    let row = Row::new(field.text(), interface, setting);
    step(field, &row, toward);
}

/// To an earlier filter, or back to a later one.
fn walk(
    app: &mut App,
    step: impl for<'a> FnOnce(&'a mut History, &str) -> Option<&'a str>,
) -> Vec<Effect> {
    let Mode::Filter(field) = &mut app.mode else { return Vec::new() };
    let Some(text) = step(&mut app.filters, field.text()) else { return Vec::new() };
    *field = Field::new(text);
    narrow(app)
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

/// Pasted text goes to what is being written, else to the filter, which it opens where it was closed.
pub(super) fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    if matches!(app.mode, Mode::Write(_)) {
        write::insert(app, text);
        return Vec::new();
    }
    if !matches!(app.mode, Mode::Filter(_)) {
        app.mode = Mode::Filter(Field::default());
        app.list.note_selected();
    }
    edit(app, |field| field.insert(text))
}

/// The filter stays; the article that it has led to is chosen by that.
pub(super) fn accept(app: &mut App) {
    if let Mode::Filter(field) = &app.mode {
        app.filters.push(field.text());
    }
    app.mode = Mode::Browse;
    app.list.select(app.list.selected);
}

/// As if nothing had been typed, but for a filter that there was before: it is cleared too.
fn cancel(app: &mut App) -> Vec<Effect> {
    app.filters.rest();
    app.mode = Mode::Browse;
    find::set(app, Query::parse(""))
}

fn edit(app: &mut App, change: impl FnOnce(&mut Field)) -> Vec<Effect> {
    let Mode::Filter(field) = &mut app.mode else { return Vec::new() };
    change(field);
    app.filters.rest();
    narrow(app)
}

/// Filters by what has been typed.
fn narrow(app: &mut App) -> Vec<Effect> {
    let Mode::Filter(field) = &app.mode else { return Vec::new() };
    let query = Query::parse(field.text());
    find::set(app, query)
}
