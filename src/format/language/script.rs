//! Whose letter a character is, as far as it matters here.

use std::sync::LazyLock;

use crate::article::is_letter;

/// The scripts that are told apart; all others are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Arabic,
    Hebrew,
    Other,
}

impl Script {
    /// The script of a letter; none of what is no letter.
    pub(super) fn of(c: char) -> Option<Self> {
        KNOWN.get(c as usize).copied().unwrap_or_else(|| Self::found(c))
    }

    fn found(c: char) -> Option<Self> {
        is_letter(c).then_some(match c {
            _ if is_arabic(c) => Self::Arabic,
            _ if is_hebrew(c) => Self::Hebrew,
            _ => Self::Other,
        })
    }
}

/// Those of Latin, Greek, Cyrillic, Hebrew and Arabic.
static KNOWN: LazyLock<[Option<Script>; 0x700]> = LazyLock::new(|| {
    let character = |code| u32::try_from(code).ok().and_then(char::from_u32);
    std::array::from_fn(|code| character(code).and_then(Script::found))
});

/// How many letters of each script a text has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Letters {
    pub(super) arabic: usize,
    pub(super) hebrew: usize,
    pub(super) other: usize,
}

impl Letters {
    pub(super) fn in_text(text: &str) -> Self {
        let mut counts = [0; 4];
        let known = &*KNOWN;
        for c in text.chars() {
            let script = known.get(c as usize).copied().unwrap_or_else(|| Script::found(c));
            counts[script.map_or(3, |script| script as usize)] += 1;
        }
        let [arabic, hebrew, other, _] = counts;
        Self { arabic, hebrew, other }
    }

    pub(super) const fn all(&self) -> usize {
        self.arabic + self.hebrew + self.other
    }

    pub(super) const fn of(&self, script: Script) -> usize {
        match script {
            Script::Arabic => self.arabic,
            Script::Hebrew => self.hebrew,
            Script::Other => self.other,
        }
    }
}

const fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{870}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

const fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted_by_script() {
        let letters = Letters::in_text("«كتاب» ספר, book é 12");
        assert_eq!(letters, Letters { arabic: 4, hebrew: 3, other: 5 });
        assert_eq!((letters.all(), letters.of(Script::Hebrew)), (12, 3));
    }

    #[test]
    fn what_is_known_is_what_would_be_found() {
        for c in '\0'..='\u{7ff}' {
            assert_eq!(Script::of(c), Script::found(c), "{c:?}");
        }
    }
}
