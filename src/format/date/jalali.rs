//! The solar calendar of Iran and Afghanistan, to the Gregorian one.
//!
//! The calendar is astronomical; from 1210 to 1634 its leap years repeat every 33 years, which makes
//! this exact for the years that newspapers have. Showing dates in it is not this module's business.

use jiff::SignedDuration;
use jiff::civil::Date;
use jiff::civil::date;

/// Positions of the leap years in the 33-year cycle.
const LEAPS: [i32; 8] = [1, 5, 9, 13, 17, 22, 26, 30];

/// Years for which the cycle holds and which nobody takes for another calendar's.
const YEARS: std::ops::RangeInclusive<i32> = 1300..=1499;

/// The Gregorian day; `None` for a day that the calendar does not have.
pub(super) fn to_gregorian(year: i32, month: i32, day: i32) -> Option<Date> {
    let last = match month {
        1..=6 => 31,
        7..=11 => 30,
        12 => 29 + i32::from(is_leap(year)),
        _ => return None,
    };
    if !YEARS.contains(&year) || !(1..=last).contains(&day) {
        return None;
    }
    let months = (month - 1) * 30 + (month - 1).min(6);
    let days = days_before(year) - days_before(1403) + months + day - 1;
    date(2024, 3, 20).checked_add(SignedDuration::from_hours(24 * i64::from(days))).ok()
}

fn is_leap(year: i32) -> bool {
    LEAPS.contains(&(year % 33))
}

/// Days from the cycle's beginning to the first day of `year`.
fn days_before(year: i32) -> i32 {
    let passed = LEAPS.iter().filter(|leap| **leap < year % 33).count();
    365 * year + 8 * (year / 33) + i32::try_from(passed).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days_come_out() {
        let days = [
            ((1300, 1, 1), date(1921, 3, 21)),
            ((1357, 11, 22), date(1979, 2, 11)),
            ((1375, 1, 1), date(1996, 3, 20)),
            ((1375, 12, 30), date(1997, 3, 20)),
            ((1399, 12, 30), date(2021, 3, 20)),
            ((1403, 1, 1), date(2024, 3, 20)),
            ((1403, 1, 18), date(2024, 4, 6)),
            ((1403, 7, 1), date(2024, 9, 22)),
            ((1403, 12, 30), date(2025, 3, 20)),
            ((1404, 1, 1), date(2025, 3, 21)),
            ((1408, 12, 30), date(2030, 3, 20)),
        ];
        for ((year, month, day), gregorian) in days {
            assert_eq!(to_gregorian(year, month, day), Some(gregorian), "{year}/{month}/{day}");
        }
    }

    #[test]
    fn every_day_follows_the_day_before() {
        let mut expected = date(1921, 3, 21);
        for year in YEARS {
            for month in 1..=12 {
                for day in (1..=31).filter_map(|day| to_gregorian(year, month, day)) {
                    assert_eq!(day, expected);
                    expected = expected.tomorrow().unwrap();
                }
            }
        }
        assert_eq!(expected, date(2121, 3, 21));
    }

    #[test]
    fn days_that_do_not_exist_are_none() {
        assert_eq!(to_gregorian(1402, 12, 30), None);
        assert_eq!(to_gregorian(1403, 7, 31), None);
        assert_eq!(to_gregorian(1403, 13, 1), None);
        assert_eq!(to_gregorian(1403, 0, 1), None);
        assert_eq!(to_gregorian(1445, 1, 32), None);
    }
}
