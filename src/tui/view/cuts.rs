//! Which cuts of a typeface can be asked for. Terminals take bold and italic from fonts of their own,
//! and where those lack a letter they show a box.
//!
//! The commonest terminal font is the measure: `DejaVu` Sans Mono has no Arabic in its oblique cut,
//! and none of Urdu's own letters in its bold one. Nor is there an italic in the typography of Arabic
//! and Hebrew: what is stressed is underlined.

use ratatui::style::{Modifier, Style};
use unicode_bidi::{BidiClass, bidi_class};

/// The cuts that the letters of one line have.
#[derive(Clone, Copy)]
pub(super) struct Cuts {
    bold: bool,
}

impl Cuts {
    /// Of a line with these cells: one word does not change its weight in the middle.
    pub(super) fn of<'a>(mut symbols: impl Iterator<Item = &'a str>) -> Self {
        let lacks_bold = |c: char| matches!(c, '\u{fb66}'..='\u{fb69}' | '\u{fb88}'..='\u{fbb1}');
        Self { bold: !symbols.any(|symbol| symbol.contains(lacks_bold)) }
    }

    /// The style as it can be shown on this cell of the line.
    pub(super) fn legible(self, mut style: Style, symbol: &str) -> Style {
        let letter = symbol.chars().next().map(bidi_class);
        let is_rtl = matches!(letter, Some(BidiClass::R | BidiClass::AL));
        if !self.bold {
            style = style.remove_modifier(Modifier::BOLD);
        }
        if is_rtl && style.add_modifier.contains(Modifier::ITALIC) {
            style = style.remove_modifier(Modifier::ITALIC).add_modifier(Modifier::UNDERLINED);
        }
        style
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_is_underlined_where_latin_is_italic() {
        let cuts = Cuts::of(["ﺏ", "a"].into_iter());
        let italic = Style::new().add_modifier(Modifier::ITALIC);
        assert!(cuts.legible(italic, "a").add_modifier.contains(Modifier::ITALIC));
        let arabic = cuts.legible(italic, "ﺏ").add_modifier;
        assert!(arabic.contains(Modifier::UNDERLINED) && !arabic.contains(Modifier::ITALIC));
    }

    #[test]
    fn urdu_is_not_bold_and_arabic_is() {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let shown = |symbols: [&'static str; 2]| {
            Cuts::of(symbols.into_iter()).legible(bold, symbols[0]).add_modifier
        };
        assert!(shown(["ﺏ", "ﺕ"]).contains(Modifier::BOLD));
        assert!(!shown(["ﺏ", "ﮯ"]).contains(Modifier::BOLD));
    }
}
