//! The terminal's events in our words: keys as the keymap spells them, the mouse in cells.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::event::{MouseButton, MouseEventKind};

use super::keymap::Key;
use super::update::{Message, Mouse};

/// What an event means to the app, if anything.
#[must_use]
pub fn message(event: &Event) -> Option<Message> {
    match event {
        // A key that is held down repeats.
        Event::Key(key) if key.kind != KeyEventKind::Release => {
            Some(Message::Key(name(key)?, typed(key)))
        }
        Event::Paste(text) => Some(Message::Paste(text.clone())),
        Event::Resize(width, height) => Some(Message::Resize((*width).into(), (*height).into())),
        Event::Mouse(mouse) => {
            let action = match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => Mouse::Click,
                MouseEventKind::ScrollDown => Mouse::WheelDown,
                MouseEventKind::ScrollUp => Mouse::WheelUp,
                _ => return None,
            };
            Some(Message::Mouse(action, mouse.column.into(), mouse.row.into()))
        }
        _ => None,
    }
}

/// A key's name in the keymap. Shift is part of the character that it makes; other modifiers make
/// another key, so that Alt-j, which may be the window manager's, is not `j`.
fn name(key: &KeyEvent) -> Option<Key> {
    let base = match key.code {
        KeyCode::Char(' ') => "Space".to_owned(),
        KeyCode::Char(c) => c.to_string(),
        KeyCode::Enter => "Enter".to_owned(),
        KeyCode::Esc => "Esc".to_owned(),
        KeyCode::Tab => "Tab".to_owned(),
        KeyCode::BackTab => "S-Tab".to_owned(),
        KeyCode::Backspace => "Backspace".to_owned(),
        KeyCode::F(number) => format!("F{number}"),
        code => named(code)?.to_owned(),
    };
    let prefixes = [
        (KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META, "M-"),
        (KeyModifiers::ALT, "A-"),
        (KeyModifiers::CONTROL, "C-"),
    ];
    let held = prefixes.iter().filter(|(modifiers, _)| key.modifiers.intersects(*modifiers));
    Some(Key(held.map(|(_, prefix)| *prefix).chain([base.as_str()]).collect()))
}

const fn named(code: KeyCode) -> Option<&'static str> {
    match code {
        KeyCode::Up => Some("Up"),
        KeyCode::Down => Some("Down"),
        KeyCode::Left => Some("Left"),
        KeyCode::Right => Some("Right"),
        KeyCode::PageUp => Some("PageUp"),
        KeyCode::PageDown => Some("PageDown"),
        KeyCode::Home => Some("Home"),
        KeyCode::End => Some("End"),
        _ => None,
    }
}

/// The character that a key types into a text field.
const fn typed(key: &KeyEvent) -> Option<char> {
    let bare = KeyModifiers::NONE.union(KeyModifiers::SHIFT);
    match key.code {
        KeyCode::Char(c) if bare.contains(key.modifiers) => Some(c),
        _ => None,
    }
}
