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
                MouseEventKind::Drag(MouseButton::Left) => Mouse::Drag,
                MouseEventKind::Up(MouseButton::Left) => Mouse::Release,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::MouseEvent;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Option<(String, Option<char>)> {
        match message(&Event::Key(KeyEvent::new(code, modifiers))) {
            Some(Message::Key(Key(name), typed)) => Some((name, typed)),
            _ => None,
        }
    }

    fn named(name: &str, typed: Option<char>) -> Option<(String, Option<char>)> {
        Some((name.to_owned(), typed))
    }

    #[test]
    fn letters_type_themselves_whatever_their_script_and_case() {
        for letter in ['j', 'G', 'ك', 'ש', '\u{64e}', '/'] {
            let pressed = key(KeyCode::Char(letter), KeyModifiers::NONE);
            assert_eq!(pressed, named(&letter.to_string(), Some(letter)));
        }
        assert_eq!(key(KeyCode::Char('G'), KeyModifiers::SHIFT), named("G", Some('G')));
        assert_eq!(key(KeyCode::Char(' '), KeyModifiers::NONE), named("Space", Some(' ')));
    }

    #[test]
    fn keys_with_a_modifier_are_other_keys_and_type_nothing() {
        let held = [
            (KeyModifiers::CONTROL, "C-d"),
            (KeyModifiers::ALT, "A-d"),
            (KeyModifiers::ALT | KeyModifiers::CONTROL, "A-C-d"),
            (KeyModifiers::SUPER, "M-d"),
        ];
        for (modifiers, name) in held {
            assert_eq!(key(KeyCode::Char('d'), modifiers), named(name, None));
        }
        assert_eq!(key(KeyCode::BackTab, KeyModifiers::SHIFT), named("S-Tab", None));
        assert_eq!(key(KeyCode::F(12), KeyModifiers::NONE), named("F12", None));
    }

    #[test]
    fn keys_repeat_while_they_are_held_and_do_nothing_when_let_go() {
        let mut event = KeyEvent::new(KeyCode::Char('j'), KeyModifiers::NONE);
        event.kind = KeyEventKind::Repeat;
        assert!(message(&Event::Key(event)).is_some());
        event.kind = KeyEventKind::Release;
        assert!(message(&Event::Key(event)).is_none());
    }

    #[test]
    fn only_the_main_button_and_the_wheel_mean_something() {
        let mouse = |kind| {
            let modifiers = KeyModifiers::NONE;
            message(&Event::Mouse(MouseEvent { kind, column: 300, row: 7, modifiers }))
        };
        let click = mouse(MouseEventKind::Down(MouseButton::Left));
        assert!(matches!(click, Some(Message::Mouse(Mouse::Click, 300, 7))));
        let drag = mouse(MouseEventKind::Drag(MouseButton::Left));
        assert!(matches!(drag, Some(Message::Mouse(Mouse::Drag, 300, 7))));
        let release = mouse(MouseEventKind::Up(MouseButton::Left));
        assert!(matches!(release, Some(Message::Mouse(Mouse::Release, 300, 7))));
        let wheel = mouse(MouseEventKind::ScrollUp);
        assert!(matches!(wheel, Some(Message::Mouse(Mouse::WheelUp, 300, 7))));
        for kind in [
            MouseEventKind::Down(MouseButton::Right),
            MouseEventKind::Up(MouseButton::Right),
            MouseEventKind::Drag(MouseButton::Middle),
            MouseEventKind::Moved,
            MouseEventKind::ScrollLeft,
        ] {
            assert!(mouse(kind).is_none(), "{kind:?}");
        }
    }

    #[test]
    fn losing_the_focus_means_nothing() {
        assert!(message(&Event::FocusLost).is_none());
        assert!(
            key(KeyCode::Media(crossterm::event::MediaKeyCode::Play), KeyModifiers::NONE).is_none()
        );
    }
}
