//! The spellings of dates that articles are found with.

use crate::article::Date;

/// Reads a date; `None` when it is not one, or when it could mean two different days.
#[must_use]
pub fn parse(text: &str) -> Option<Date> {
    text.trim().parse().ok().map(Date::day)
}
