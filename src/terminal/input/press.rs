//! A pressed key: what it is called, what is held with it, what it types, and where it stands.
//!
//! What it means is the keymap's business.

use std::ops::BitOr;

use compact_str::CompactString;

/// A key that was pressed, or that repeats while it is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Press {
    /// The key.
    pub key: KeyCode,
    /// What was held with it.
    pub held: Modifiers,
    /// What it types into a text field: nothing, a character, or more than one.
    pub text: CompactString,
    /// The character that this key has on the US layout, where the terminal tells.
    pub base: Option<char>,
}

/// A key, by what it types or by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyCode {
    /// It types this, Shift and the layout being taken into account. The key that types لا is U+FEFB,
    /// whichever way the terminal sends it.
    Char(char),
    /// F1 and so on.
    F(u8),
    /// Enter, also the keypad's.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// The arrow up.
    Up,
    /// The arrow down.
    Down,
    /// The arrow to the left.
    Left,
    /// The arrow to the right.
    Right,
    /// A page back.
    PageUp,
    /// A page on.
    PageDown,
    /// To the start.
    Home,
    /// To the end.
    End,
}

/// Keys held with another one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Modifiers(u8);

impl Modifiers {
    /// None of them.
    pub const NONE: Self = Self(0);
    /// Shift.
    pub const SHIFT: Self = Self(1);
    /// Alt, or Option.
    pub const ALT: Self = Self(2);
    /// Control.
    pub const CONTROL: Self = Self(4);
    /// Super, Hyper or Meta: the window manager's.
    pub const SUPER: Self = Self(8 | 16 | 32);

    /// From a parameter of a key's sequence, which is one more than the sum of their bits. The locks
    /// that follow are no keys that are held.
    #[must_use]
    pub(super) fn of_parameter(parameter: u32) -> Self {
        let bits = parameter.saturating_sub(1) & u32::from(Self::ALL.0);
        Self(u8::try_from(bits).unwrap_or_default())
    }

    const ALL: Self = Self(1 | 2 | 4 | Self::SUPER.0);

    /// Whether one of these is held.
    #[must_use]
    pub const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// Whether the key types nothing because of what is held.
    #[must_use]
    pub const fn silence(self) -> bool {
        self.has(Self(Self::ALL.0 & !Self::SHIFT.0))
    }
}

impl BitOr for Modifiers {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Press {
    /// A key as a terminal without the kitty protocol sends it.
    #[must_use]
    pub fn new(key: KeyCode, held: Modifiers) -> Self {
        let text = match key {
            KeyCode::Char(c) if !held.silence() => letters(c),
            _ => CompactString::default(),
        };
        Self { key, held, text, base: None }
    }

    /// A character that was typed.
    #[must_use]
    pub fn typed(c: char) -> Self {
        Self::new(KeyCode::Char(c), Modifiers::NONE)
    }
}

/// The lam-alefs that keyboards have a key for: the ligature and its alef.
const LAM_ALEFS: [(char, char); 4] =
    [('\u{fefb}', 'ا'), ('\u{fef7}', 'أ'), ('\u{fef9}', 'إ'), ('\u{fef5}', 'آ')];

/// What a key types: a ligature's letters, since texts are written in letters.
pub(super) fn letters(c: char) -> CompactString {
    let alef = LAM_ALEFS.iter().find(|(ligature, _)| *ligature == c).map(|(_, alef)| alef);
    match alef {
        Some(alef) => ['ل', *alef].iter().collect(),
        None => [c].iter().collect(),
    }
}

/// The one key that types this letter after a lam.
pub(super) fn lam_and(alef: char) -> Option<char> {
    LAM_ALEFS.iter().find(|(_, letter)| *letter == alef).map(|(ligature, _)| *ligature)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ligature_types_its_letters() {
        assert_eq!(Press::typed('\u{fefb}').text, "لا");
        assert_eq!(Press::typed('\u{fef5}').text, "لآ");
        assert_eq!(lam_and('أ'), Some('\u{fef7}'));
        assert_eq!(lam_and('ب'), None);
    }

    #[test]
    fn what_is_held_with_a_key_silences_it_unless_it_is_shift() {
        assert_eq!(Press::new(KeyCode::Char('J'), Modifiers::SHIFT).text, "J");
        for held in [Modifiers::ALT, Modifiers::CONTROL, Modifiers::SUPER] {
            assert_eq!(Press::new(KeyCode::Char('j'), held | Modifiers::SHIFT).text, "");
        }
    }

    #[test]
    fn locks_are_not_held() {
        assert_eq!(Modifiers::of_parameter(1 + 64 + 128), Modifiers::NONE);
        assert_eq!(Modifiers::of_parameter(1 + 64 + 5), Modifiers::SHIFT | Modifiers::CONTROL);
        assert_eq!(Modifiers::of_parameter(0), Modifiers::NONE);
        assert!(Modifiers::of_parameter(1 + 32).has(Modifiers::SUPER));
    }
}
