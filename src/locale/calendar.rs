//! Calendars, and days in words: in a language, by the calendar that its reader goes by.

use std::str::FromStr;

use icu_calendar::Date;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_locale_core::Locale;
use icu_locale_core::subtags::region;
use jiff::civil;

use super::{Language, Numerals, Tag};

/// A calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// The civil one.
    Gregorian,
    /// Umm al-Qura, the Islamic calendar of civil life in Saudi Arabia.
    Hijri,
    /// The solar Hijri calendar of Iran and Afghanistan.
    Jalali,
}

/// Why a word names no calendar.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such calendar; there are gregorian, hijri and jalali")]
pub struct UnknownCalendar;

impl FromStr for Calendar {
    type Err = UnknownCalendar;

    fn from_str(name: &str) -> Result<Self, UnknownCalendar> {
        match name.trim().to_ascii_lowercase().as_str() {
            "gregorian" => Ok(Self::Gregorian),
            "hijri" => Ok(Self::Hijri),
            "jalali" => Ok(Self::Jalali),
            _ => Err(UnknownCalendar),
        }
    }
}

impl Calendar {
    /// Its name in a locale's `ca` keyword.
    const fn keyword(self) -> &'static str {
        match self {
            Self::Gregorian => "gregory",
            Self::Hijri => "islamic-umalqura",
            Self::Jalali => "persian",
        }
    }
}

/// How a day is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dates {
    /// ISO 8601, for other programs.
    #[default]
    Iso,
    /// As readers of a language tell it.
    Local {
        /// The language, and the region: Syria's months are not Egypt's.
        tag: Tag,
        /// The calendar.
        calendar: Calendar,
        /// The digits.
        numerals: Numerals,
    },
}

impl Dates {
    /// A day. A formatter is made for each, which takes some five millionths of a second.
    #[must_use]
    pub fn write(self, day: civil::Date) -> String {
        self.formatted(day).unwrap_or_else(|| day.to_string())
    }

    fn formatted(self, day: civil::Date) -> Option<String> {
        let Self::Local { tag, calendar, numerals } = self else { return None };
        let locale = locale(tag, calendar, numerals)?;
        // What CLDR calls medium is in figures in Arabic; its English spells the months of long ones out.
        let length = if tag.language == Language::English { YMD::medium() } else { YMD::long() };
        let formatter = DateTimeFormatter::try_new((&locale).into(), length).ok()?;
        let (month, of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
        let date = Date::try_new_iso(day.year().into(), month, of_month).ok()?;
        Some(formatter.format(&date).to_string())
    }
}

fn locale(tag: Tag, calendar: Calendar, numerals: Numerals) -> Option<Locale> {
    let everywhere = (tag.language == Language::English).then_some(region!("001"));
    let region = tag.region.or(everywhere).map_or_else(String::new, |region| format!("-{region}"));
    let (code, ca, nu) = (tag.language.code(), calendar.keyword(), numerals.keyword());
    format!("{code}{region}-u-ca-{ca}-nu-{nu}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn told(tag: &str, calendar: Calendar) -> String {
        let tag = tag.parse().unwrap();
        Dates::Local { tag, calendar, numerals: Numerals::of(tag) }.write(date(2024, 3, 23))
    }

    #[test]
    fn days_are_told_in_five_languages() {
        let gregorian = |tag| told(tag, Calendar::Gregorian);
        assert_eq!(gregorian("en"), "23 Mar 2024");
        assert_eq!(gregorian("en-US"), "Mar 23, 2024");
        assert_eq!(gregorian("ar"), "٢٣ مارس ٢٠٢٤");
        assert_eq!(gregorian("ar-SY"), "٢٣ آذار ٢٠٢٤");
        assert_eq!(gregorian("ar-MA"), "23 مارس 2024");
        assert_eq!(gregorian("he"), "23 במרץ 2024");
        assert_eq!(gregorian("ur"), "23 مارچ، 2024");
    }

    #[test]
    fn days_are_told_in_three_calendars() {
        assert_eq!(told("ar", Calendar::Hijri), "١٣ رمضان ١٤٤٥ هـ");
        assert_eq!(told("fa", Calendar::Jalali), "۴ فروردین ۱۴۰۳");
        assert_eq!(told("fa-AF", Calendar::Jalali), "۴ حمل ۱۴۰۳");
        assert_eq!(told("en", Calendar::Hijri), "13 Ram. 1445 AH");
    }

    #[test]
    fn programs_get_iso_8601() {
        assert_eq!(Dates::Iso.write(date(2024, 3, 23)), "2024-03-23");
    }

    #[test]
    fn days_at_the_ends_of_time_are_told() {
        for calendar in [Calendar::Gregorian, Calendar::Hijri, Calendar::Jalali] {
            for day in [civil::Date::MIN, civil::Date::MAX, date(0, 1, 1), date(622, 7, 16)] {
                for language in Language::ALL {
                    let tag = language.into();
                    let numerals = Numerals::of(tag);
                    let told = Dates::Local { tag, calendar, numerals }.formatted(day);
                    assert!(
                        told.is_some_and(|told| told.chars().count() > 6),
                        "{day} {language:?}"
                    );
                }
            }
        }
    }
}
