//! The digits that a language's readers count with. Those of articles are as their authors wrote them.

use icu_locale_core::subtags::{Region, region};

use super::{Language, Tag};

/// A set of ten digits, by CLDR's names `latn`, `arab` and `arabext`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Numerals {
    /// `0123456789`
    Latin,
    /// `٠١٢٣٤٥٦٧٨٩`
    Arabic,
    /// `۰۱۲۳۴۵۶۷۸۹`
    Persian,
}

/// Where Arabic is written with Latin digits.
const WEST: [Region; 6] =
    [region!("AE"), region!("DZ"), region!("EH"), region!("LY"), region!("MA"), region!("TN")];

impl Numerals {
    /// What readers of a language in a region are used to.
    #[must_use]
    pub fn of(tag: Tag) -> Self {
        match (tag.language, tag.region) {
            (Language::Arabic, Some(region)) if WEST.contains(&region) => Self::Latin,
            (Language::Urdu, region) if region != Some(region!("IN")) => Self::Latin,
            (language, _) => Self::native(language),
        }
    }

    /// The digits of the language's own script.
    #[must_use]
    pub const fn native(language: Language) -> Self {
        match language {
            Language::Arabic => Self::Arabic,
            Language::Persian | Language::Urdu => Self::Persian,
            Language::Hebrew | Language::English => Self::Latin,
        }
    }

    /// A text with these digits for its ASCII ones.
    #[must_use]
    pub fn write(self, text: &str) -> String {
        let zero = match self {
            Self::Latin => '0',
            Self::Arabic => '٠',
            Self::Persian => '۰',
        };
        let digit = |c: char| {
            let value = c.to_digit(10).filter(|_| self != Self::Latin);
            value.and_then(|value| char::from_u32(u32::from(zero) + value)).unwrap_or(c)
        };
        text.chars().map(digit).collect()
    }

    /// A share in a hundred, with the sign that goes with these digits.
    #[must_use]
    pub fn percent(self, share: u8) -> String {
        let sign = if self == Self::Latin { '%' } else { '٪' };
        format!("{}{sign}", self.write(&share.to_string()))
    }

    /// Its name in a locale's `nu` keyword.
    pub(super) const fn keyword(self) -> &'static str {
        match self {
            Self::Latin => "latn",
            Self::Arabic => "arab",
            Self::Persian => "arabext",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_of_language_and_region() {
        let of = |tag: &str| Numerals::of(tag.parse().unwrap()).write("2024");
        for (tag, year) in [
            ("ar", "٢٠٢٤"),
            ("ar-EG", "٢٠٢٤"),
            ("ar-MA", "2024"),
            ("fa", "۲۰۲۴"),
            ("ur-PK", "2024"),
            ("ur-IN", "۲۰۲۴"),
            ("he", "2024"),
            ("en", "2024"),
        ] {
            assert_eq!(of(tag), year, "{tag}");
        }
    }

    #[test]
    fn the_sign_for_per_cent_goes_with_the_digits() {
        assert_eq!(Numerals::Arabic.percent(45), "٤٥٪");
        assert_eq!(Numerals::Latin.percent(100), "100%");
    }
}
