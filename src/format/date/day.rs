//! The day in a date, once the time has been taken out: three numbers, or two and a month's name.

use jiff::civil::Date;
use jiff::civil::ISOWeekDate;
use jiff::civil::Weekday;

use super::calendar::Calendar;
use super::gematria;
use super::months;
use super::months::Month;
use super::token::Kind;
use super::token::Token;
use super::weekdays;
use super::words;

/// In numbers alone, a later year could be one of the lunar calendar: 1421 began in the year 2000.
const JALALI: std::ops::RangeInclusive<u32> = 1300..=1420;

/// A day, and the calendar that it was told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) date: Date,
    pub(super) calendar: Calendar,
}

/// The day; every piece has to have a part in it.
pub(super) fn read(tokens: &[Token]) -> Option<Day> {
    let gregorian = |date| Day { date, calendar: Calendar::Gregorian };
    let whole = compact(tokens).or_else(|| week(tokens)).or_else(|| ordinal(tokens));
    whole.map(gregorian).or_else(|| numeric(tokens)).or_else(|| named(tokens))
}

/// `20240323`
fn compact(tokens: &[Token]) -> Option<Date> {
    let at = tokens.iter().position(|token| token.number(8..=8).is_some())?;
    let value = tokens.get(at)?.number(8..=8)?;
    let rest = tokens.iter().enumerate().filter(|(index, _)| *index != at);
    all_idle(rest.map(|(_, token)| token))?;
    let year = value / 10_000;
    let day = || Calendar::Gregorian.day([year, value / 100 % 100, value % 100], None);
    (1900..=2100).contains(&year).then(day)?
}

/// ISO 8601's days of a week: `2024-W12-6`, `2024W126`.
fn week(tokens: &[Token]) -> Option<Date> {
    let mut parts = tokens.iter().filter(|token| !token.is_mark("-"));
    let year = i16::try_from(parts.next()?.number(4..=4)?).ok()?;
    (parts.next()?.word()? == "w").then_some(())?;
    let (week, day) = match parts.next()? {
        both if both.number(3..=3).is_some() => both.number(3..=3).map(|n| (n / 10, n % 10))?,
        week => (week.number(2..=2)?, parts.next()?.number(1..=1)?),
    };
    let weekday = Weekday::from_monday_one_offset(i8::try_from(day).ok()?).ok()?;
    let date = ISOWeekDate::new(year, i8::try_from(week).ok()?, weekday).ok()?.date();
    parts.next().is_none().then_some(date)
}

/// ISO 8601's days of a year: `2024-083`.
fn ordinal(tokens: &[Token]) -> Option<Date> {
    let [year, mark, day] = tokens else { return None };
    let (year, day) = (year.number(4..=4)?, day.number(3..=3)?);
    let is_one = mark.is_mark("-") && Calendar::Gregorian.has_year(year);
    let first = Date::new(i16::try_from(year).ok()?, 1, 1).ok().filter(|_| is_one)?;
    first.with().day_of_year(i16::try_from(day).ok()?).build().ok()
}

/// `2024-03-23`, `23.3.2024`, `1403/01/18`: three numbers with the same mark between them.
fn numeric(tokens: &[Token]) -> Option<Day> {
    let at = tokens.windows(5).position(|five| {
        let marks = five[1].kind == five[3].kind && five[1].is_mark("-/.");
        marks && [0, 2, 4].iter().all(|index| five[*index].number(1..=4).is_some())
    })?;
    let five = tokens.get(at..at + 5)?;
    let rest: Vec<&Token> = tokens.iter().take(at).chain(tokens.iter().skip(at + 5)).collect();
    all_idle(rest.iter().copied())?;
    let words: Vec<&str> = rest.iter().filter_map(|token| token.word()).collect();
    let near = Near { era: words::era(&words), weekday: weekdays::told(tokens) };
    if let Some(year) = five[0].number(4..=4) {
        return near.day(year, five[2].number(1..=2)?, five[4].number(1..=2)?);
    }
    // With dots, the year is the last and may have two digits: `23.03.24`.
    let short = || five[1].is_mark(".").then(|| written_year(&five[4]))?;
    let year = five[4].number(4..=4).or_else(|| short().filter(|_| is_day(&five[0])));
    let year = year.or_else(|| american_year(five))?;
    match (five[0].number(1..=2)?, five[2].number(1..=2)?) {
        // Only those who write the day first write dots.
        (day, month) if day > 12 || day == month || five[1].is_mark(".") => {
            near.day(year, month, day)
        }
        (month, day) if day > 12 => near.day(year, month, day).filter(Day::is_gregorian),
        (day, month) => near.either(year, [month, day]),
    }
}

impl Day {
    fn is_gregorian(&self) -> bool {
        self.calendar == Calendar::Gregorian
    }
}

/// What stands beside three numbers.
struct Near {
    era: Option<Calendar>,
    weekday: Option<Weekday>,
}

impl Near {
    fn day(&self, year: u32, month: u32, day: u32) -> Option<Day> {
        let by_year = || match year {
            _ if Calendar::Gregorian.has_year(year) => Some(Calendar::Gregorian),
            _ if JALALI.contains(&year) => Some(Calendar::Jalali),
            _ => None,
        };
        let calendar = self.era.filter(|era| era.has_year(year)).or_else(by_year)?;
        let date = calendar.day([year, month, day], self.weekday)?;
        Some(Day { date, calendar })
    }

    /// A day and a month in either order, of which only one is on the weekday that is named.
    fn either(&self, year: u32, [one, other]: [u32; 2]) -> Option<Day> {
        let weekday = self.weekday?;
        let days = [self.day(year, one, other), self.day(year, other, one)];
        let mut fit = days
            .into_iter()
            .flatten()
            .filter(|day| day.calendar != Calendar::Hijri && day.date.weekday() == weekday);
        fit.next().filter(|_| fit.next().is_none())
    }
}

/// The year of `3/23/24`, which only Americans write: the month has one digit, and no year has.
fn american_year(five: &[Token]) -> Option<u32> {
    let [month, mark, day, _, year] = five else { return None };
    let is_one = mark.is_mark("/") && month.number(1..=1).is_some() && is_day(day);
    is_one.then(|| year.number(2..=2).and_then(|_| written_year(year)))?
}

/// Whether a number can be a day and no month.
fn is_day(token: &Token) -> bool {
    token.number(2..=2).is_some_and(|day| (13..=31).contains(&day))
}

/// `23 March 2024`, `March 23, 2024`, `2024 March 23`, and the same in other languages.
fn named(tokens: &[Token]) -> Option<Day> {
    let (named, rest) = take_month(tokens)?;
    let is_hebrew = named.months.iter().any(|(calendar, _)| *calendar == Calendar::Hebrew);
    let (before, after) = rest.split_at_checked(named.at)?;
    let has_year = rest.iter().any(|token| token.number(4..=4).is_some());
    let (before, after) = if is_hebrew && !has_year {
        (gematria::numbers(before), gematria::numbers(after))
    } else {
        (before.to_vec(), after.to_vec())
    };
    let number = |token: &Token| token.number(1..=4).is_some();
    let (numbers, idle): (Vec<&Token>, Vec<&Token>) =
        before.iter().chain(&after).partition(|token| number(token));
    all_idle(idle.into_iter())?;
    let [first, second] = numbers.as_slice() else { return None };
    let year_first = first.number(4..=4).filter(|_| before.iter().any(number));
    let (year, day) = match year_first {
        Some(year) => (year, second.number(1..=2)?),
        None => (written_year(second)?, first.number(1..=2)?),
    };
    let weekday = weekdays::told(&rest);
    let mut fit = named.months.iter().filter(|(calendar, _)| calendar.has_year(year));
    let (calendar, month) = *fit.next()?;
    calendar.day([year, month, day], weekday).map(|date| Day { date, calendar })
}

struct Named {
    months: Vec<Month>,
    /// How many of the other tokens stand before it.
    at: usize,
}

/// The month, named once or by two names for the same, and the tokens besides.
fn take_month(tokens: &[Token]) -> Option<(Named, Vec<Token>)> {
    let mut found: Option<Named> = None;
    let mut rest: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let next = tokens.get(at + 1).and_then(Token::word);
        let Some((months, length)) = token.word().and_then(|word| months::named(word, next)) else {
            rest.push(token.clone());
            at += 1;
            continue;
        };
        at += length;
        // The sign of the numeral that parts the two Adars.
        at += usize::from(length == 2 && tokens.get(at).is_some_and(|t| t.glued && t.is_mark("'")));
        match &mut found {
            Some(found) => found.months.retain(|month| months.contains(month)),
            None => found = Some(Named { months: months.to_vec(), at: rest.len() }),
        }
    }
    found.filter(|found| !found.months.is_empty()).map(|found| (found, rest))
}

/// Four digits; or two, as mail had them until 1995 (RFC 2822, 4.3).
fn written_year(token: &Token) -> Option<u32> {
    let short = |year| if year < 50 { year + 2000 } else { year + 1900 };
    token.number(4..=4).or_else(|| token.number(2..=2).map(short))
}

/// Whether the tokens say nothing about the day: weekdays, particles, punctuation.
fn all_idle<'a>(mut tokens: impl Iterator<Item = &'a Token>) -> Option<()> {
    let is_idle = |token: &Token| match &token.kind {
        Kind::Word(word) => words::is_filler(word),
        Kind::Mark(c) => ",.-/|()'·•;\"".contains(*c),
        Kind::Number { .. } => false,
    };
    tokens.all(is_idle).then_some(())
}
