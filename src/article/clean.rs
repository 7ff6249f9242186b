//! Text that has passed the boundary, as a type: what draws takes nothing else, so that no string can reach
//! the screen past [`scrub`](fn@super::scrub), wherever it has come from.

use std::borrow::Cow;
use std::ops::Deref;
use std::path::Path;

use super::is_bidi_control;
use super::scrub::scrubbed;

/// Scrubbed text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clean<'a>(Cow<'a, str>);

impl<'a> Clean<'a> {
    /// Scrubs; what is clean is not copied.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        Self(scrubbed(text))
    }
}

impl Deref for Clean<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// A path as it may be shown, every character of it in its place and seen: line ends and tabs as signs,
/// what would turn others around as U+FFFD. Its spaces stay, so that it can be copied.
#[must_use]
pub fn shown_path(path: &Path) -> String {
    let lossy = path.to_string_lossy();
    let seen: String = lossy
        .chars()
        .map(|c| match c {
            '\n' => '\u{240a}',
            '\t' => '\u{2409}',
            '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\u{2424}',
            _ if is_bidi_control(c) => char::REPLACEMENT_CHARACTER,
            _ => c,
        })
        .collect();
    Clean::of(&seen).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clean_text_is_not_copied() {
        assert!(matches!(Clean::of("words, كلمات").0, Cow::Borrowed(_)));
        assert_eq!(&*Clean::of("a\u{1b}[2J\u{e000}"), "a␛[2J\u{fffd}");
    }

    #[test]
    fn a_path_shows_all_that_is_in_it_and_keeps_its_spaces() {
        let path = Path::new("a  b\n\t\u{2067}c\u{7f}\r\u{2028}.txt");
        assert_eq!(shown_path(path), "a  b␊␉\u{fffd}c␡\u{2424}\u{2424}.txt");
    }
}
