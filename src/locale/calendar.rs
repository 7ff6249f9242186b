//! Calendars, and days in words: in a language, by the calendar that its reader goes by.

use std::str::FromStr;

use icu_calendar::Date;
use icu_calendar::Iso;
use icu_calendar::cal::{Hijri, Persian};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{M, YM, YMD};
use icu_locale_core::Locale;
use icu_locale_core::subtags::region;
use jiff::{ToSpan, civil};

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
    /// The first day of the month that a day is in.
    #[must_use]
    pub fn month(self, day: civil::Date) -> civil::Date {
        let Some(iso) = iso(day) else { return day };
        let of_month = match self {
            Self::Gregorian => iso.day_of_month(),
            Self::Hijri => iso.to_calendar(Hijri::new_umm_al_qura()).day_of_month(),
            Self::Jalali => iso.to_calendar(Persian).day_of_month(),
        };
        let before = i32::from(of_month.0).saturating_sub(1);
        day.checked_sub(before.days()).unwrap_or(civil::Date::MIN)
    }

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

    /// The month that a day is in.
    #[must_use]
    pub fn write_month(self, day: civil::Date) -> String {
        let iso = || day.strftime("%Y-%m").to_string();
        self.formatted_month(day).unwrap_or_else(iso)
    }

    fn formatted_month(self, day: civil::Date) -> Option<String> {
        let Self::Local { tag, calendar, numerals } = self else { return None };
        let locale = locale(tag, calendar, numerals)?;
        let day = iso(day)?;
        if (tag.language, calendar) == (Language::Persian, Calendar::Jalali) {
            // CLDR has the year first here, which nobody writes.
            let formatter = DateTimeFormatter::try_new((&locale).into(), M::long()).ok()?;
            let year = day.to_calendar(Persian).era_year().year.to_string();
            return Some(format!("{} {}", formatter.format(&day), numerals.write(&year)));
        }
        let formatter = DateTimeFormatter::try_new((&locale).into(), YM::long()).ok()?;
        Some(formatter.format(&day).to_string())
    }

    fn formatted(self, day: civil::Date) -> Option<String> {
        let Self::Local { tag, calendar, numerals } = self else { return None };
        let locale = locale(tag, calendar, numerals)?;
        // What CLDR calls medium is in figures in Arabic; its English spells the months of long ones out.
        let length = if tag.language == Language::English { YMD::medium() } else { YMD::long() };
        let formatter = DateTimeFormatter::try_new((&locale).into(), length).ok()?;
        Some(formatter.format(&iso(day)?).to_string())
    }
}

fn iso(day: civil::Date) -> Option<Date<Iso>> {
    let (month, of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
    Date::try_new_iso(day.year().into(), month, of_month).ok()
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
    fn months_begin_on_their_first_day_and_are_told_in_three_calendars() {
        let month = |tag: &str, calendar: Calendar, day| {
            let tag = tag.parse().unwrap();
            let dates = Dates::Local { tag, calendar, numerals: Numerals::of(tag) };
            (calendar.month(day), dates.write_month(day))
        };
        let day = date(2024, 3, 23);
        let told = |(first, told): (civil::Date, String)| (first.to_string(), told);
        let (gregorian, hijri, jalali) = (Calendar::Gregorian, Calendar::Hijri, Calendar::Jalali);
        for (tag, calendar, first, name) in [
            ("en", gregorian, "2024-03-01", "March 2024"),
            ("ar", gregorian, "2024-03-01", "مارس ٢٠٢٤"),
            ("ar-SY", gregorian, "2024-03-01", "آذار ٢٠٢٤"),
            ("he", gregorian, "2024-03-01", "מרץ 2024"),
            ("ur", gregorian, "2024-03-01", "مارچ 2024"),
            ("ar", hijri, "2024-03-11", "رمضان ١٤٤٥ هـ"),
            ("fa", jalali, "2024-03-20", "فروردین ۱۴۰۳"),
        ] {
            assert_eq!(told(month(tag, calendar, day)), (first.into(), name.into()), "{tag}");
        }
        for calendar in [gregorian, hijri, jalali] {
            let first = calendar.month(day);
            assert_eq!(calendar.month(first), first);
            assert_ne!(calendar.month(first.yesterday().unwrap()), first);
            assert_eq!(calendar.month(civil::Date::MIN), civil::Date::MIN);
        }
        assert_eq!(Dates::Iso.write_month(day), "2024-03");
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
