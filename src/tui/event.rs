//! The terminal's events in our words: messages, and keys as the keymap spells them.

use crate::terminal::{Event, KeyCode, Modifiers};

use super::keymap::Key;
use super::update::Message;

/// What an event means to the app; what the terminal answers means something to others first.
#[must_use]
pub fn message(event: Event) -> Option<Message> {
    Some(match event {
        Event::Key(press) => Message::Key(press),
        Event::Paste(text) => Message::Paste(text),
        Event::Resize(width, height) => Message::Resize(width.into(), height.into()),
        Event::Mouse(mouse, column, row) => Message::Mouse(mouse, column.into(), row.into()),
        Event::Replies(_) => return None,
    })
}

/// A key's name in the keymap, with these held. Shift is part of the character that it makes; other modifiers make
/// another key, so that Alt-j, which may be the window manager's, is not `j`.
pub(super) fn spelled(key: KeyCode, held: Modifiers) -> Key {
    let prefixes = [(Modifiers::SUPER, "M-"), (Modifiers::ALT, "A-"), (Modifiers::CONTROL, "C-")];
    let prefixes = prefixes.iter().filter(|(modifiers, _)| held.has(*modifiers));
    let base = match key {
        KeyCode::Tab if held.has(Modifiers::SHIFT) => "S-Tab".to_owned(),
        KeyCode::Char(' ') => "Space".to_owned(),
        KeyCode::Char(c) => c.to_string(),
        KeyCode::F(number) => format!("F{number}"),
        key => named(key).to_owned(),
    };
    Key(prefixes.map(|(_, prefix)| *prefix).chain([base.as_str()]).collect())
}

const fn named(key: KeyCode) -> &'static str {
    match key {
        KeyCode::Char(_) | KeyCode::F(_) => "",
        KeyCode::Enter => "Enter",
        KeyCode::Esc => "Esc",
        KeyCode::Tab => "Tab",
        KeyCode::Backspace => "Backspace",
        KeyCode::Delete => "Delete",
        KeyCode::Insert => "Insert",
        KeyCode::Up => "Up",
        KeyCode::Down => "Down",
        KeyCode::Left => "Left",
        KeyCode::Right => "Right",
        KeyCode::PageUp => "PageUp",
        KeyCode::PageDown => "PageDown",
        KeyCode::Home => "Home",
        KeyCode::End => "End",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(code: KeyCode, held: Modifiers) -> String {
        spelled(code, held).0
    }

    #[test]
    fn letters_are_themselves_whatever_their_script_and_case() {
        for letter in ['j', 'G', 'ك', 'ש', '\u{64e}', '/'] {
            assert_eq!(name(KeyCode::Char(letter), Modifiers::NONE), letter.to_string());
        }
        assert_eq!(name(KeyCode::Char('G'), Modifiers::SHIFT), "G");
        assert_eq!(name(KeyCode::Char(' '), Modifiers::NONE), "Space");
    }

    #[test]
    fn keys_with_a_modifier_are_other_keys() {
        let held = [
            (Modifiers::CONTROL, "C-d"),
            (Modifiers::ALT, "A-d"),
            (Modifiers::ALT | Modifiers::CONTROL, "A-C-d"),
            (Modifiers::SUPER, "M-d"),
        ];
        for (modifiers, spelled) in held {
            assert_eq!(name(KeyCode::Char('d'), modifiers), spelled);
        }
        assert_eq!(name(KeyCode::Tab, Modifiers::SHIFT), "S-Tab");
        assert_eq!(name(KeyCode::F(12), Modifiers::NONE), "F12");
        assert_eq!(name(KeyCode::Left, Modifiers::CONTROL), "C-Left");
    }
}
