//! The languages that the interface speaks.

use std::str::FromStr;

use super::Calendar;
use crate::article::Direction;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// العربية
    Arabic,
    /// עברית
    Hebrew,
    /// فارسی
    Persian,
    /// اردو
    Urdu,
    /// English
    #[default]
    English,
}

/// Why a word names no language of the interface.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such language; there are ar, he, fa, ur and en")]
pub struct UnknownLanguage;

impl Language {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Arabic, Self::Hebrew, Self::Persian, Self::Urdu, Self::English];

    /// Its code in ISO 639.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::Hebrew => "he",
            Self::Persian => "fa",
            Self::Urdu => "ur",
            Self::English => "en",
        }
    }

    /// Which way it is written.
    #[must_use]
    pub const fn direction(self) -> Direction {
        match self {
            Self::English => Direction::Ltr,
            _ => Direction::Rtl,
        }
    }

    /// The calendar that its readers go by.
    #[must_use]
    pub const fn calendar(self) -> Calendar {
        match self {
            Self::Persian => Calendar::Jalali,
            _ => Calendar::Gregorian,
        }
    }
}

/// By a locale's name, in whatever spelling: `ar`, `ar-EG`, `ar_EG.UTF-8`.
impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(locale: &str) -> Result<Self, UnknownLanguage> {
        let code = locale.trim().split(['-', '_', '.', '@']).next().unwrap_or_default();
        let is_it = |language: &Self| language.code().eq_ignore_ascii_case(code);
        // Hebrew's code before 1989, which some systems still use.
        let old = code.eq_ignore_ascii_case("iw").then_some(Self::Hebrew);
        Self::ALL.into_iter().find(is_it).or(old).ok_or(UnknownLanguage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_name_languages_in_any_spelling() {
        for (locale, language) in [
            ("ar_EG.UTF-8", Language::Arabic),
            ("fa-IR", Language::Persian),
            ("iw", Language::Hebrew),
            ("UR", Language::Urdu),
            ("en_US", Language::English),
        ] {
            assert_eq!(locale.parse(), Ok(language));
        }
        for other in ["", "C", "POSIX", "arz_EG", "de_DE"] {
            assert_eq!(other.parse::<Language>(), Err(UnknownLanguage), "{other}");
        }
    }
}
