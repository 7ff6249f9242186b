//! Typing a filter: the list narrows with every letter.

use crate::search::Query;

use super::super::app::{App, Focus, Mode};
use super::super::field::Field;
use super::super::keymap::Key;
use super::{Effect, browse};

pub(super) fn press(app: &mut App, key: &Key, typed: Option<char>) -> Vec<Effect> {
    let Mode::Filter(field) = &mut app.mode else { return Vec::new() };
    match (key.0.as_str(), typed) {
        ("Enter" | "Tab", _) => app.mode = Mode::Browse,
        ("Esc" | "C-c", _) => {
            app.mode = Mode::Browse;
            set(app, "");
        }
        ("Down" | "Up", _) => {
            app.mode = Mode::Browse;
            app.focus = Focus::List;
        }
        ("Backspace" | "C-h", _) if field.text.is_empty() => app.mode = Mode::Browse,
        ("Backspace" | "C-h", _) => edit(app, Field::backspace),
        ("C-w", _) => edit(app, Field::delete_word),
        ("C-u", _) => edit(app, |field| field.text.clear()),
        (_, Some(c)) => edit(app, |field| field.insert(c.encode_utf8(&mut [0; 4]))),
        _ => {}
    }
    Vec::new()
}

/// Pasted text goes to the filter, which it opens where it was closed.
pub(super) fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    if !matches!(app.mode, Mode::Filter(_)) {
        app.mode = Mode::Filter(Field::default());
    }
    edit(app, |field| field.insert(text));
    Vec::new()
}

fn edit(app: &mut App, change: impl FnOnce(&mut Field)) {
    let Mode::Filter(field) = &mut app.mode else { return };
    change(field);
    let text = field.text.clone();
    set(app, &text);
}

fn set(app: &mut App, text: &str) {
    let query = Query::parse(text);
    if query != app.list.filter.query {
        app.list.filter.query = query;
        browse::narrow(app);
        app.list.select(0);
        app.refresh();
    }
}
