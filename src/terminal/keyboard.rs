//! Keyboard layouts: where on the keyboard a character is typed, and so which character of the US layout
//! stands on that key. Commands work by position whatever layout is on.
//!
//! One character can stand at two places: ز ط ظ د stand elsewhere in Persian than in Arabic. Which layout
//! is on cannot be asked, so what has been typed tells: letters that only some layouts have bring those to
//! the front. Before that it is a guess, by the reader's language; what the reader has set is no guess.

mod layout;

use std::str::FromStr;

use layout::Layout;

/// A layout by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LayoutName {
    /// Arabic (101).
    Arabic,
    /// Arabic (102).
    Arabic102,
    /// ISIRI 9147.
    Persian,
    /// SI-1452.
    Hebrew,
    /// CRULP's phonetic one.
    Urdu,
    /// ЙЦУКЕН.
    Russian,
    /// Greek.
    Greek,
}

/// Why a word names no layout.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such keyboard; there are arabic, arabic-102, persian, hebrew, urdu, russian and greek")]
pub struct UnknownLayout;

impl LayoutName {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Arabic,
        Self::Arabic102,
        Self::Persian,
        Self::Hebrew,
        Self::Urdu,
        Self::Russian,
        Self::Greek,
    ];

    /// The name that the settings use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Arabic => "arabic",
            Self::Arabic102 => "arabic-102",
            Self::Persian => "persian",
            Self::Hebrew => "hebrew",
            Self::Urdu => "urdu",
            Self::Russian => "russian",
            Self::Greek => "greek",
        }
    }
}

impl FromStr for LayoutName {
    type Err = UnknownLayout;

    fn from_str(name: &str) -> Result<Self, UnknownLayout> {
        let fits = |layout: &Self| layout.name().eq_ignore_ascii_case(name.trim());
        Self::ALL.into_iter().find(fits).ok_or(UnknownLayout)
    }
}

/// The keyboard as far as it is known: its layouts, the likeliest first.
#[derive(Clone, Debug)]
pub struct LayoutGuess {
    layouts: Vec<Layout>,
    /// The layout that is on, as far as what was typed last tells; no layout here is the US one.
    on: Option<LayoutName>,
    fixed: bool,
}

impl LayoutGuess {
    /// A keyboard that has this layout, for the reader says so.
    #[must_use]
    pub fn set(layout: LayoutName) -> Self {
        Self { on: Some(layout), fixed: true, ..Self::likely(Some(layout)) }
    }

    /// A keyboard that probably has this layout, if any of these.
    #[must_use]
    pub fn likely(layout: Option<LayoutName>) -> Self {
        let mut layouts = layout::built_in();
        layouts.sort_by_key(|one| layout != Some(one.name));
        Self { layouts, on: None, fixed: false }
    }

    /// Learns which layout is on from a character that was typed.
    pub fn learn(&mut self, typed: char) {
        if !self.fixed {
            self.bring_forward(typed);
        }
        let holds = |layout: &&Layout| layout.types(typed);
        if typed.is_ascii() {
            // The layout that was on has such letters too, or another one is on now.
            let on = self.layouts.iter().find(|layout| Some(layout.name) == self.on);
            self.on = on.filter(holds).map(|layout| layout.name);
        } else if let Some(layout) = self.layouts.iter().find(holds) {
            self.on = Some(layout.name);
        }
    }

    /// The character that the US layout has on the key that types this one. ASCII characters mean
    /// themselves, unless another layout is known to be on.
    #[must_use]
    pub fn position(&self, typed: char) -> Option<char> {
        let mut layouts = self.layouts.iter();
        if typed.is_ascii() {
            return layouts.find(|layout| Some(layout.name) == self.on)?.position(typed);
        }
        layouts.find_map(|layout| layout.position(typed))
    }

    /// Whether a layout other than the US one is on, as far as is known.
    #[must_use]
    pub const fn is_foreign(&self) -> bool {
        self.on.is_some()
    }

    /// What the US layout has on this key with Shift.
    #[must_use]
    pub fn shifted(base: char) -> char {
        layout::shifted(base)
    }

    /// Layouts that have the character come first: those that have it without Shift, or else all that
    /// have it. Where all have it alike, nothing is learned of them.
    fn bring_forward(&mut self, typed: char) {
        if typed.is_ascii() {
            return;
        }
        let easily = self.layouts.iter().any(|layout| layout.types_without_shift(typed));
        self.layouts.sort_by_key(|layout| {
            let has = if easily { layout.types_without_shift(typed) } else { layout.types(typed) };
            !has
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_one_place_in_each_layout() {
        for (layout, typed, us) in [
            (LayoutName::Arabic, 'ت', 'j'),
            (LayoutName::Arabic, '\u{fefb}', 'b'),
            (LayoutName::Arabic, '\u{fef7}', 'G'),
            (LayoutName::Arabic, '؟', '?'),
            (LayoutName::Arabic102, 'ذ', '\\'),
            (LayoutName::Persian, 'ز', 'c'),
            (LayoutName::Persian, 'ظ', 'z'),
            (LayoutName::Hebrew, 'ח', 'j'),
            (LayoutName::Urdu, 'ج', 'j'),
            (LayoutName::Urdu, 'ں', 'N'),
            (LayoutName::Russian, 'о', 'j'),
            (LayoutName::Russian, 'Й', 'Q'),
            (LayoutName::Greek, 'ξ', 'j'),
        ] {
            assert_eq!(LayoutGuess::set(layout).position(typed), Some(us), "{layout:?} {typed}");
        }
        assert_eq!(LayoutGuess::likely(None).position('漢'), None);
    }

    #[test]
    fn letters_that_only_some_layouts_have_tell_which_is_on() {
        let mut guess = LayoutGuess::likely(None);
        assert_eq!(guess.position('ظ'), Some('/'));
        guess.learn('ی');
        assert_eq!(guess.position('ظ'), Some('z'), "ی is Persian");
        guess.learn('ك');
        assert_eq!(guess.position('ظ'), Some('/'), "ك is Arabic, though Persian has it with Shift");
        guess.learn('ٹ');
        assert_eq!(guess.position('ز'), Some('z'), "ٹ is Urdu");
        let mut set = LayoutGuess::set(LayoutName::Arabic);
        set.learn('ی');
        assert_eq!(set.position('ظ'), Some('/'), "what is set is no guess");
    }

    #[test]
    fn the_language_is_a_first_guess() {
        assert_eq!(LayoutGuess::likely(Some(LayoutName::Persian)).position('ط'), Some('x'));
    }

    #[test]
    fn ascii_means_itself_unless_another_layout_is_known_to_be_on() {
        let mut guess = LayoutGuess::likely(Some(LayoutName::Greek));
        assert_eq!(guess.position(';'), None);
        guess.learn('ξ');
        assert_eq!(guess.position(';'), Some('q'));
        guess.learn('j');
        assert_eq!(guess.position(';'), None, "the Latin layout is on again");
        guess.learn('ח');
        guess.learn('G');
        assert!(guess.is_foreign(), "Hebrew has Latin capitals");
    }

    #[test]
    fn settings_name_layouts() {
        for layout in LayoutName::ALL {
            assert_eq!(layout.name().parse(), Ok(layout));
        }
        assert_eq!("dvorak".parse::<LayoutName>(), Err(UnknownLayout));
    }
}
