//! Days in words: in a language, by the calendar that its reader goes by.

use std::str::FromStr;

use jiff::civil;

use super::Language;

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

pub(super) fn date(day: civil::Date, _language: Language, _calendar: Calendar) -> String {
    day.to_string()
}
