//! What the keys of the self-test mean.

use crate::terminal::{KeyCode, Modifiers, Press};

use super::super::number::digit;

/// What the user says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// The sample of this number reads right; with 0, none does.
    Number(usize),
    /// Show the next sample.
    Next,
    /// Show the one before.
    Previous,
    /// Enough.
    Leave,
}

/// What a key says, if anything.
pub(super) fn answer(press: &Press) -> Option<Answer> {
    match press.key {
        KeyCode::Char('c') if press.held.has(Modifiers::CONTROL) => Some(Answer::Leave),
        _ if press.held != Modifiers::NONE => None,
        KeyCode::Char(' ') | KeyCode::Enter | KeyCode::Right | KeyCode::Down => Some(Answer::Next),
        KeyCode::Backspace | KeyCode::Left | KeyCode::Up => Some(Answer::Previous),
        KeyCode::Esc | KeyCode::Char('q') => Some(Answer::Leave),
        KeyCode::Char(c) => digit(c).map(Answer::Number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(key: KeyCode, held: Modifiers) -> Option<Answer> {
        answer(&Press::new(key, held))
    }

    #[test]
    fn digits_of_every_keyboard_are_numbers() {
        for key in ['3', '٣', '۳'] {
            assert_eq!(said(KeyCode::Char(key), Modifiers::NONE), Some(Answer::Number(3)));
        }
        assert_eq!(said(KeyCode::Char('0'), Modifiers::NONE), Some(Answer::Number(0)));
    }

    #[test]
    fn samples_are_walked_through_and_left() {
        let none = Modifiers::NONE;
        assert_eq!(said(KeyCode::Char(' '), none), Some(Answer::Next));
        assert_eq!(said(KeyCode::Backspace, none), Some(Answer::Previous));
        assert_eq!(said(KeyCode::Esc, none), Some(Answer::Leave));
        assert_eq!(said(KeyCode::Char('c'), Modifiers::CONTROL), Some(Answer::Leave));
    }

    #[test]
    fn other_keys_mean_nothing() {
        assert_eq!(said(KeyCode::Char('x'), Modifiers::NONE), None);
        assert_eq!(said(KeyCode::Char('3'), Modifiers::ALT), None);
        assert_eq!(said(KeyCode::F(3), Modifiers::NONE), None);
    }
}
