//! Keys: which command is asked for, or what is typed.
//!
//! A key means what the keymap says of its character; else, of the character that the US layout has on
//! that key: by the terminal's word, or by where the character stands in the layouts that we know. Thus
//! commands stay where they are whatever layout is on. The arrows to the left and to the right mean what
//! the eye sees on a mirrored screen.

use crate::article::Direction;
use crate::terminal::{KeyCode, LayoutGuess, Modifiers, Press};

use super::super::app::{App, Mode};
use super::super::command::Command;
use super::super::event::spelled;
use super::super::keymap::Key;
use super::{Effect, command, filter, write};

pub(super) fn update(app: &mut App, press: &Press) -> Vec<Effect> {
    if let KeyCode::Char(typed) = press.key
        && !press.held.silence()
    {
        app.layout.learn(typed);
    }
    if matches!(app.mode, Mode::Filter(_)) {
        let key = shortcut(app, press);
        return filter::press(app, &key, &press.text);
    }
    if matches!(app.mode, Mode::Write(_)) {
        let key = shortcut(app, press);
        return write::press(app, &key, &press.text);
    }
    meaning(app, press).map_or_else(Vec::new, |asked| command(app, asked))
}

/// Whether a key is about the filter's text alone.
pub(super) fn is_typing(app: &App, press: &Press) -> bool {
    matches!(app.mode, Mode::Filter(_)) && filter::is_typing(&shortcut(app, press), &press.text)
}

/// The command of a key.
fn meaning(app: &App, press: &Press) -> Option<Command> {
    let names = std::iter::once(spelled(press.key, press.held));
    let mut names = names.chain(place(app, press).map(|key| spelled(key, press.held)));
    let asked = names.find_map(|name| app.keymap.command(&name))?;
    Some(if press.held == Modifiers::NONE { seen(app, press.key, asked) } else { asked })
}

/// A key with Ctrl or Alt, by its position where its character is no ASCII; any other as it is.
fn shortcut(app: &App, press: &Press) -> Key {
    let foreign = matches!(press.key, KeyCode::Char(c) if !c.is_ascii());
    let place = if foreign && press.held.silence() { place(app, press) } else { None };
    spelled(place.unwrap_or(press.key), press.held)
}

/// What the US layout has on this key. An ASCII character means another key only where a layout is on
/// that has it elsewhere: readers with Latin letters of another order keep theirs.
fn place(app: &App, press: &Press) -> Option<KeyCode> {
    let KeyCode::Char(c) = press.key else { return None };
    let told = press.base.filter(|_| !c.is_ascii() || app.layout.is_foreign());
    let told =
        told.map(
            |base| {
                if press.held.has(Modifiers::SHIFT) { LayoutGuess::shifted(base) } else { base }
            },
        );
    told.or_else(|| app.layout.position(c)).map(KeyCode::Char)
}

/// Into the article is towards it, and the list lies at the start of the line.
fn seen(app: &App, key: KeyCode, asked: Command) -> Command {
    let mirrored = app.direction() == Direction::Rtl;
    match (key, asked) {
        (KeyCode::Left | KeyCode::Right, Command::List) if mirrored => Command::Open,
        (KeyCode::Left | KeyCode::Right, Command::Open) if mirrored => Command::List,
        _ => asked,
    }
}

#[cfg(test)]
mod tests;
