//! The calendars that dates are read in, and the way from each to the Gregorian one.

use icu_calendar::Date as AnyDate;
use icu_calendar::Iso;
use icu_calendar::cal::Hebrew;
use icu_calendar::cal::Hijri;
use icu_calendar::cal::hijri::TabularAlgorithmEpoch;
use icu_calendar::cal::hijri::TabularAlgorithmLeapYears;
use icu_calendar::types::Month;
use jiff::civil::Date;
use jiff::civil::Weekday;

use super::months;

/// A calendar that months belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calendar {
    Gregorian,
    /// The solar Hijri calendar of Iran and Afghanistan.
    Jalali,
    /// The lunar Hijri calendar.
    Hijri,
    Hebrew,
}

impl Calendar {
    /// The years of articles; no year is in two calendars whose months are called alike.
    pub(super) fn has_year(self, year: u32) -> bool {
        match self {
            Self::Gregorian => (1600..=2200).contains(&year),
            Self::Jalali => (1300..=1499).contains(&year),
            Self::Hijri => (1200..=1500).contains(&year),
            Self::Hebrew => (5500..=5999).contains(&year),
        }
    }

    /// The Gregorian day; `None` for a day that the calendar does not have. Year, month and day stand in this
    /// order; `weekday`, where the text
    /// names one, settles a day of the lunar calendar, which begins with a moon that was seen or not.
    pub(super) fn day(
        self,
        [year, month, day]: [u32; 3],
        weekday: Option<Weekday>,
    ) -> Option<Date> {
        if !self.has_year(year) {
            return None;
        }
        let (year, day) = (i32::try_from(year).ok()?, u8::try_from(day).ok()?);
        match self {
            Self::Gregorian => {
                let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
                Date::new(i16::try_from(year).ok()?, month, day).ok()
            }
            Self::Jalali => iso(&AnyDate::try_new_persian(year, u8::try_from(month).ok()?, day)
                .ok()?
                .to_calendar(Iso)),
            Self::Hijri => {
                let date = hijri(year, u8::try_from(month).ok()?, day)?;
                Some(weekday.map_or(date, |weekday| near(date, weekday)))
            }
            Self::Hebrew => hebrew(year, month, day),
        }
    }
}

/// By Umm al-Qura; a thirtieth that its month does not have, by the tabular calendar.
fn hijri(year: i32, month: u8, day: u8) -> Option<Date> {
    let civil =
        Hijri::new_tabular(TabularAlgorithmLeapYears::TypeII, TabularAlgorithmEpoch::Friday);
    let date = AnyDate::try_new_hijri_with_calendar(year, month, day, Hijri::new_umm_al_qura());
    let date = date.map(|date| date.to_calendar(Iso));
    let tabular = || AnyDate::try_new_hijri_with_calendar(year, month, day, civil);
    iso(&date.or_else(|_| tabular().map(|date| date.to_calendar(Iso))).ok()?)
}

fn hebrew(year: i32, month: u32, day: u8) -> Option<Date> {
    let of = |month| AnyDate::try_new(year.into(), month, day, Hebrew).ok();
    let leap = AnyDate::try_new(year.into(), Month::leap(5), 1, Hebrew).is_ok();
    let month = match month {
        months::ADAR_I => Month::leap(5),
        months::ADAR_II if leap => Month::new(6),
        months::ADAR_II => return None,
        // Of two Adars, which one?
        6 if leap => return None,
        month => Month::new(u8::try_from(month).ok()?),
    };
    iso(&of(month)?.to_calendar(Iso))
}

/// The day, or the one before or after it, that is on this weekday.
fn near(date: Date, weekday: Weekday) -> Date {
    let days = [Some(date), date.yesterday().ok(), date.tomorrow().ok()];
    days.into_iter().flatten().find(|day| day.weekday() == weekday).unwrap_or(date)
}

fn iso(date: &AnyDate<Iso>) -> Option<Date> {
    let (month, day) = (date.month().ordinal, date.day_of_month().0);
    let year = i16::try_from(date.era_year().year).ok()?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn known_days_come_out() {
        for (calendar, (year, month, day), expected) in [
            (Calendar::Jalali, (1300, 1, 1), date(1921, 3, 21)),
            (Calendar::Jalali, (1357, 11, 22), date(1979, 2, 11)),
            (Calendar::Jalali, (1399, 12, 30), date(2021, 3, 20)),
            (Calendar::Jalali, (1403, 12, 30), date(2025, 3, 20)),
            (Calendar::Hijri, (1445, 9, 1), date(2024, 3, 11)),
            (Calendar::Hijri, (1446, 1, 1), date(2024, 7, 7)),
            (Calendar::Hebrew, (5784, months::ADAR_I, 23), date(2024, 3, 3)),
            (Calendar::Hebrew, (5784, months::ADAR_II, 13), date(2024, 3, 23)),
            (Calendar::Hebrew, (5785, 1, 1), date(2024, 10, 3)),
            (Calendar::Hebrew, (5785, 6, 14), date(2025, 3, 14)),
        ] {
            assert_eq!(
                calendar.day([year, month, day], None),
                Some(expected),
                "{year} {month} {day}"
            );
        }
    }

    #[test]
    fn days_that_do_not_exist_are_none() {
        assert_eq!(Calendar::Jalali.day([1402, 12, 30], None), None);
        assert_eq!(Calendar::Jalali.day([1403, 13, 1], None), None);
        assert_eq!(Calendar::Hijri.day([1445, 9, 31], None), None);
        assert_eq!(Calendar::Hebrew.day([5784, 6, 13], None), None);
        assert_eq!(Calendar::Hebrew.day([5785, months::ADAR_I, 13], None), None);
        assert_eq!(Calendar::Gregorian.day([2023, 2, 29], None), None);
    }

    #[test]
    fn the_weekday_settles_a_day_of_the_moon() {
        let of = |weekday| Calendar::Hijri.day([1445, 9, 1], weekday);
        assert_eq!(of(Some(Weekday::Monday)), Some(date(2024, 3, 11)));
        assert_eq!(of(Some(Weekday::Tuesday)), Some(date(2024, 3, 12)));
        assert_eq!(of(Some(Weekday::Friday)), Some(date(2024, 3, 11)));
    }
}
