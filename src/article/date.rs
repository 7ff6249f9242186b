//! A date as a newspaper needs it: always a day, a time of day where the source tells one, an
//! offset from UTC where it tells that too. Reading the many spellings of dates is the formats'
//! business.

use std::cmp::Ordering;
use std::fmt;

use jiff::civil;
use jiff::tz::Offset;
use serde::{Serialize, Serializer};

/// A day, perhaps with a time, perhaps with an offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    day: civil::Date,
    time: Option<civil::Time>,
    offset: Option<Offset>,
}

impl Date {
    /// A day without a time.
    #[must_use]
    pub const fn day(day: civil::Date) -> Self {
        Self { day, time: None, offset: None }
    }

    /// A day and a time; `offset` where the source tells the time zone.
    #[must_use]
    pub fn time(at: civil::DateTime, offset: Option<Offset>) -> Self {
        Self { day: at.date(), time: Some(at.time()), offset }
    }

    /// A moment, told in UTC.
    #[must_use]
    pub fn utc(at: jiff::Timestamp) -> Self {
        Self::time(Offset::UTC.to_datetime(at), Some(Offset::UTC))
    }

    /// The day, where the article was published.
    #[must_use]
    pub const fn to_day(self) -> civil::Date {
        self.day
    }

    /// The time of day, where it is known.
    #[must_use]
    pub const fn to_time(self) -> Option<civil::Time> {
        self.time
    }

    /// The offset from UTC, where it is known.
    #[must_use]
    pub const fn to_offset(self) -> Option<Offset> {
        self.offset
    }

    /// What dates are sorted by: the moment in UTC, midnight where no time is known.
    fn key(self) -> civil::DateTime {
        let at = self.day.to_datetime(self.time.unwrap_or(civil::Time::midnight()));
        let utc = self.offset.and_then(|offset| offset.to_timestamp(at).ok());
        utc.map_or(at, |at| Offset::UTC.to_datetime(at))
    }
}

impl Ord for Date {
    fn cmp(&self, other: &Self) -> Ordering {
        let rest = |date: &Self| (date.time, date.offset);
        self.key().cmp(&other.key()).then_with(|| rest(self).cmp(&rest(other)))
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// ISO 8601: `2024-03-23`, `2024-03-23T10:30:00`, `2024-03-23T10:30:00+03:00`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.day)?;
        if let Some(time) = self.time {
            write!(f, "T{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())?;
        }
        match self.offset {
            None => Ok(()),
            Some(offset) if offset.is_zero() => f.write_str("Z"),
            Some(offset) => {
                let minutes = offset.seconds() / 60;
                let sign = if minutes < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
        }
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_print_as_iso_8601() {
        let at = date(2024, 3, 23).at(10, 30, 0, 0);
        assert_eq!(Date::day(at.date()).to_string(), "2024-03-23");
        assert_eq!(Date::time(at, None).to_string(), "2024-03-23T10:30:00");
        let zone = Offset::constant(-3);
        assert_eq!(Date::time(at, Some(zone)).to_string(), "2024-03-23T10:30:00-03:00");
    }

    #[test]
    fn dates_sort_by_the_moment_in_utc() {
        let at = |hour, zone| {
            Date::time(date(2024, 3, 23).at(hour, 0, 0, 0), Some(Offset::constant(zone)))
        };
        assert!(at(10, 3) < at(8, 0));
    }
}
