//! The menu of encodings: rows under the panes, so that the article is seen while one chooses. What is
//! chosen is shown at once; the menu remembers what there was before.

use crate::library::encodings;

use super::anchor::Anchor;
use super::app::{App, Mode};
use super::edition::Choice;

/// The open menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Menu {
    /// The selected row; the first is what was found out.
    pub selected: usize,
    /// What was shown before.
    pub before: Choice,
    /// The place that was read then.
    pub anchor: Anchor,
}

/// Rows of the menu that are worth opening it for: the heading, and some to choose from.
const LEAST: usize = 4;

impl Menu {
    /// A menu whose selection is what is shown.
    #[must_use]
    pub fn new(before: Choice, anchor: Anchor) -> Self {
        let is_shown = |option: &Option<&str>| *option == before.wish.encoding;
        let selected = options().position(|option| is_shown(&option)).unwrap_or(0);
        Self { selected, before, anchor }
    }

    /// What the selected row stands for.
    #[must_use]
    pub fn choice(&self) -> Choice {
        let mut choice = self.before.clone();
        choice.wish.encoding = options().nth(self.selected).flatten();
        choice
    }

    /// The first row on screen where so many are.
    #[must_use]
    pub fn top(&self, rows: usize) -> usize {
        (self.selected + 1).saturating_sub(rows)
    }
}

/// What there is to choose from: nothing in particular, or an encoding.
pub(super) fn options() -> impl Iterator<Item = Option<&'static str>> {
    std::iter::once(None).chain(encodings().iter().copied().map(Some))
}

/// How many rows of a screen the menu takes, with its heading.
pub(super) fn height(app: &App) -> usize {
    let body = app.size.1.saturating_sub(1);
    match app.mode {
        Mode::Encoding(_) => (1 + options().count()).min(LEAST.max(body / 2)).min(body),
        _ => 0,
    }
}

/// The text that tells whose letters an encoding has.
pub(super) fn script(encoding: &str) -> Option<&'static str> {
    Some(match encoding {
        "UTF-8" | "UTF-16LE" | "UTF-16BE" => "script-all",
        "windows-1256" | "ISO-8859-6" | "CP864" | "IBM864" | "CP720" | "x-mac-arabic" => {
            "script-arabic"
        }
        "windows-1255" | "ISO-8859-8-I" | "CP862" | "IBM862" => "script-hebrew",
        "ISO-8859-8" => "script-hebrew-visual",
        "windows-1252" => "script-western",
        "windows-1254" => "script-turkish",
        "windows-1250" => "script-central",
        "windows-1251" | "KOI8-R" | "KOI8-U" | "IBM866" => "script-cyrillic",
        "windows-1253" | "ISO-8859-7" => "script-greek",
        "gb18030" | "GBK" | "Big5" => "script-chinese",
        "Shift_JIS" | "EUC-JP" | "ISO-2022-JP" => "script-japanese",
        "EUC-KR" => "script-korean",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Wish;

    #[test]
    fn the_menu_opens_at_what_is_shown() {
        for (at, encoding) in options().enumerate() {
            let before = Choice { wish: Wish { encoding, ..Wish::default() }, version: 3 };
            let menu = Menu::new(before.clone(), Anchor::default());
            assert_eq!((menu.selected, menu.choice()), (at, before));
        }
    }

    #[test]
    fn the_selection_stays_on_screen() {
        let mut menu = Menu::new(Choice::default(), Anchor::default());
        assert_eq!(menu.top(3), 0);
        menu.selected = 5;
        assert_eq!(menu.top(3), 3);
    }
}
