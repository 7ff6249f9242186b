//! The day in a date, once the time has been taken out: three numbers, or two and a month's name.

use jiff::civil::Date;

use super::jalali;
use super::token::Kind;
use super::token::Token;
use super::words;
use super::words::Calendar;

/// Articles are not older, and other calendars' years are not that large or small.
const GREGORIAN: std::ops::RangeInclusive<u32> = 1600..=2200;

/// In numbers alone, a later year could be a Hijri one: 1421 began in the year 2000.
const JALALI: std::ops::RangeInclusive<u32> = 1300..=1420;

/// The day; every piece has to have a part in it.
pub(super) fn read(tokens: &[Token]) -> Option<Date> {
    compact(tokens).or_else(|| numeric(tokens)).or_else(|| named(tokens))
}

/// `20240323`
fn compact(tokens: &[Token]) -> Option<Date> {
    let at = tokens.iter().position(|token| token.number(8..=8).is_some())?;
    let value = tokens.get(at)?.number(8..=8)?;
    let rest = tokens.iter().enumerate().filter(|(index, _)| *index != at);
    all_idle(rest.map(|(_, token)| token))?;
    let year = value / 10_000;
    (1900..=2100).contains(&year).then(|| gregorian(year, value / 100 % 100, value % 100))?
}

/// `2024-03-23`, `23.3.2024`, `1403/01/18`: three numbers with the same mark between them.
fn numeric(tokens: &[Token]) -> Option<Date> {
    let at = tokens.windows(5).position(|five| {
        let marks = five[1].kind == five[3].kind && five[1].is_mark("-/.");
        marks && [0, 2, 4].iter().all(|index| five[*index].number(1..=4).is_some())
    })?;
    let five = tokens.get(at..at + 5)?;
    all_idle(tokens.iter().take(at).chain(tokens.iter().skip(at + 5)))?;
    if let Some(year) = five[0].number(4..=4) {
        return in_calendar(year, five[2].number(1..=2)?, five[4].number(1..=2)?);
    }
    // With dots, the year is the last and may have two digits: `23.03.24`.
    let short = || five[1].is_mark(".").then(|| written_year(&five[4]))?;
    let year = five[4].number(4..=4).or_else(|| short().filter(|_| is_day(&five[0])))?;
    match (five[0].number(1..=2)?, five[2].number(1..=2)?) {
        // Only those who write the day first write dots.
        (day, month) if day > 12 || day == month || five[1].is_mark(".") => {
            in_calendar(year, month, day)
        }
        (month, day) if day > 12 && GREGORIAN.contains(&year) => in_calendar(year, month, day),
        _ => None,
    }
}

/// Whether a number can be a day and no month.
fn is_day(token: &Token) -> bool {
    token.number(2..=2).is_some_and(|day| (13..=31).contains(&day))
}

/// `23 March 2024`, `March 23, 2024`, `2024 March 23`, and the same in other languages.
fn named(tokens: &[Token]) -> Option<Date> {
    let (month, rest) = take_month(tokens)?;
    let numbers: Vec<(usize, &Token)> =
        rest.iter().copied().filter(|(_, token)| token.number(1..=4).is_some()).collect();
    all_idle(rest.iter().map(|(_, token)| *token).filter(|token| token.number(1..=4).is_none()))?;
    let [(first_at, first), (_, second)] = numbers.as_slice() else { return None };
    let (year, day) = match (first.number(4..=4), *first_at < month.at) {
        (Some(year), true) => (year, second.number(1..=2)?),
        _ => (written_year(second)?, first.number(1..=2)?),
    };
    match month.calendar {
        Calendar::Gregorian => {
            GREGORIAN.contains(&year).then(|| gregorian(year, month.number, day))?
        }
        Calendar::Jalali => iranian(year, month.number, day),
    }
}

struct Month {
    calendar: Calendar,
    number: u32,
    at: usize,
}

/// The month, named once or by two names for the same, and the tokens besides.
fn take_month(tokens: &[Token]) -> Option<(Month, Vec<(usize, &Token)>)> {
    let mut found: Option<Month> = None;
    let mut rest = Vec::new();
    let mut skip = 0;
    for (at, token) in tokens.iter().enumerate() {
        if skip > 0 {
            skip -= 1;
            continue;
        }
        let next = tokens.get(at + 1).and_then(Token::word);
        match token.word().and_then(|word| words::month(word, next)) {
            Some((calendar, number, length)) => {
                if found.as_ref().is_some_and(|m| (m.calendar, m.number) != (calendar, number)) {
                    return None;
                }
                found.get_or_insert(Month { calendar, number, at });
                skip = length - 1;
            }
            None => rest.push((at, token)),
        }
    }
    found.map(|month| (month, rest))
}

/// Four digits; or two, as mail had them until 1995 (RFC 2822, 4.3).
fn written_year(token: &Token) -> Option<u32> {
    let short = |year| if year < 50 { year + 2000 } else { year + 1900 };
    token.number(4..=4).or_else(|| token.number(2..=2).map(short))
}

fn in_calendar(year: u32, month: u32, day: u32) -> Option<Date> {
    match year {
        _ if GREGORIAN.contains(&year) => gregorian(year, month, day),
        _ if JALALI.contains(&year) => iranian(year, month, day),
        _ => None,
    }
}

fn gregorian(year: u32, month: u32, day: u32) -> Option<Date> {
    let (year, month, day) = (year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?);
    Date::new(year, month, day).ok()
}

fn iranian(year: u32, month: u32, day: u32) -> Option<Date> {
    jalali::to_gregorian(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)
}

/// Whether the tokens say nothing about the day: weekdays, particles, punctuation.
fn all_idle<'a>(mut tokens: impl Iterator<Item = &'a Token>) -> Option<()> {
    let is_idle = |token: &Token| match &token.kind {
        Kind::Word(word) => words::is_idle(word),
        Kind::Mark(c) => ",.-/|()'·•;".contains(*c),
        Kind::Number { .. } => false,
    };
    tokens.all(is_idle).then_some(())
}
