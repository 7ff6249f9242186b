//! The time of day in a date, and its offset from UTC, taken out before the day is read.

use jiff::civil::Time;
use jiff::tz::Offset;

use super::token::Kind;
use super::token::Token;
use super::words;

/// A time of day; `offset` where the text tells it.
pub(super) struct Clock {
    pub(super) at: Time,
    pub(super) offset: Option<Offset>,
    /// Whether it was written as 24:00, which is the next day's beginning.
    pub(super) is_midnight_after: bool,
}

/// Takes the time out of the date. What is no time stays, and spoils the day if it looks like one.
pub(super) fn take(tokens: &mut Vec<Token>) -> Option<Clock> {
    // A time with colons is one; what else looks like a time may be a part of the day.
    let certain = |start| compact(tokens, start).or_else(|| with_colons(tokens, start));
    let mut places = 0..tokens.len();
    let found =
        places.clone().find_map(certain).or_else(|| places.find_map(|at| hands(tokens, at)));
    let (mut start, mut end, [hour, minute, second]) = found?;
    let mut half = tokens.get(end).and_then(Token::word).and_then(words::half_of_day);
    end += usize::from(half.is_some());
    if half.is_none() {
        // Korean, Chinese and Urdu write it before the time.
        let before = start.checked_sub(1).and_then(|at| tokens.get(at)).and_then(Token::word);
        half = before.filter(|word| words::may_precede(word)).and_then(words::half_of_day);
        start -= usize::from(half.is_some());
    }
    let hour = match (half, hour) {
        (Some(words::Half::Am), 12) => 0,
        (Some(words::Half::Pm), 1..=11) => hour + 12,
        _ => hour,
    };
    let is_midnight_after = (hour, minute, second) == (24, 0, 0);
    let hour = if is_midnight_after { 0 } else { hour };
    // A leap second is a moment like any other.
    let second = second.min(if second == 60 { 59 } else { second });
    let small = |number| i8::try_from(number).ok();
    let at = Time::new(small(hour)?, small(minute)?, small(second)?, 0).ok()?;
    let (end, offset) = zone(tokens, end);
    tokens.drain(start..end);
    Some(Clock { at, offset, is_midnight_after })
}

/// Hour, minute and second that begin at `start`, and where they end.
fn hands(tokens: &[Token], start: usize) -> Option<(usize, usize, [u32; 3])> {
    with_dot(tokens, start).or_else(|| {
        let hour = tokens.get(start)?.number(1..=2)?;
        let word = tokens.get(start + 1)?.word()?;
        if matches!(word, "h" | "uhr") {
            let minute = tokens.get(start + 2).and_then(|token| token.number(2..=2));
            return Some((
                start,
                start + 2 + usize::from(minute.is_some()),
                [hour, minute.unwrap_or(0), 0],
            ));
        }
        words::is_plain_half(word).then_some((start, start + 1, [hour, 0, 0]))
    })
}

/// ISO 8601's basic format: `T1030`, `T103005`.
fn compact(tokens: &[Token], start: usize) -> Option<(usize, usize, [u32; 3])> {
    let [t, number] = tokens.get(start..start + 2)? else { return None };
    if t.word() != Some("t") || !t.glued || !number.glued {
        return None;
    }
    let value = number.number(6..=6).or_else(|| number.number(4..=4).map(|value| value * 100))?;
    Some((start, start + 2, [value / 10_000, value / 100 % 100, value % 100]))
}

/// `10:30`, `T10:30:05`, `10:30:05.123`.
fn with_colons(tokens: &[Token], start: usize) -> Option<(usize, usize, [u32; 3])> {
    let from = start + usize::from(tokens.get(start)?.word() == Some("t"));
    let hour = tokens.get(from)?.number(1..=2)?;
    let minute = after(tokens, from + 1, ":", 2..=2)?;
    let Some(second) = after(tokens, from + 3, ":", 2..=2) else {
        return Some((start, from + 3, [hour, minute, 0]));
    };
    let fraction = after(tokens, from + 5, ".,", 1..=9).map_or(0, |_| 2);
    Some((start, from + 5 + fraction, [hour, minute, second]))
}

/// `10.30`, as British papers have it, where it is no part of a day: `23.10.2024`.
fn with_dot(tokens: &[Token], start: usize) -> Option<(usize, usize, [u32; 3])> {
    let hour = tokens.get(start)?.number(1..=2)?;
    let minute = after(tokens, start + 1, ".", 2..=2)?;
    let before = start.checked_sub(1).and_then(|at| tokens.get(at));
    let apart = !tokens.get(start)?.glued || before.is_none();
    let goes_on = tokens.get(start + 3).is_some_and(|next| next.glued && next.is_mark("./-"));
    (apart && !goes_on).then_some((start, start + 3, [hour, minute, 0]))
}

/// The number that follows one of `marks` at `at`, all without spaces.
fn after(
    tokens: &[Token],
    at: usize,
    marks: &str,
    digits: std::ops::RangeInclusive<usize>,
) -> Option<u32> {
    let [mark, number] = tokens.get(at..at + 2)? else { return None };
    (mark.is_mark(marks) && mark.glued && number.glued).then(|| number.number(digits))?
}

/// The zone at `start`, perhaps in parentheses, with the comment that may follow it; where it ends.
fn zone(tokens: &[Token], start: usize) -> (usize, Option<Offset>) {
    let open = tokens.get(start).is_some_and(|token| token.is_mark("("));
    let (mut end, offset) = match bare_zone(tokens, start + usize::from(open)) {
        Some((end, offset)) => (end, offset),
        None => return (start, None),
    };
    let closed = tokens.get(end).is_some_and(|token| token.is_mark(")"));
    end += usize::from(open && closed);
    if tokens.get(end).is_some_and(|token| token.is_mark("([")) {
        let rest = tokens.iter().skip(end).position(|token| token.is_mark(")]"));
        end = rest.map_or(tokens.len(), |rest| end + rest + 1);
    }
    (end, offset)
}

fn bare_zone(tokens: &[Token], start: usize) -> Option<(usize, Option<Offset>)> {
    let word = tokens.get(start)?.word();
    if let Some(hours) = word.and_then(words::place) {
        return Some((start + 1, Offset::from_hours(hours).ok()));
    }
    if word.is_some_and(|word| matches!(word, "بتوقيت" | "بالتوقيت" | "توقيت")) {
        let hours = tokens.iter().skip(start).find_map(|token| words::place(token.word()?));
        return Some((tokens.len(), hours.and_then(|hours| Offset::from_hours(hours).ok())));
    }
    let Some(hours) = tokens.get(start)?.word().and_then(words::zone) else {
        return numeric(tokens, start).map(|(end, offset)| (end, Some(offset)));
    };
    let signed = (hours == Some(0)).then(|| numeric(tokens, start + 1)).flatten();
    let named = || (start + 1, hours.and_then(|hours| Offset::from_hours(hours).ok()));
    Some(signed.map_or_else(named, |(end, offset)| (end, Some(offset))))
}

/// `+0300`, `+03:00`, `+03`, `+3`.
fn numeric(tokens: &[Token], start: usize) -> Option<(usize, Offset)> {
    let [sign, number] = tokens.get(start..start + 2)? else { return None };
    if !sign.is_mark("+-") || !number.glued {
        return None;
    }
    let Kind::Number { value, digits } = number.kind else { return None };
    let colon = after(tokens, start + 2, ":", 2..=2);
    let (hours, minutes) = match (digits, colon) {
        (1..=2, Some(minutes)) => (value, minutes),
        (1..=2, None) => (value, 0),
        (4, None) => (value / 100, value % 100),
        _ => return None,
    };
    if hours > 14 || minutes % 15 != 0 || minutes > 45 {
        return None;
    }
    let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
    let seconds = if sign.is_mark("-") { -seconds } else { seconds };
    let end = start + 2 + colon.map_or(0, |_| 2);
    Offset::from_seconds(seconds).ok().map(|offset| (end, offset))
}

#[cfg(test)]
mod tests {
    use super::super::token;
    use super::*;

    fn clock(text: &str) -> Option<(String, Option<i32>, usize)> {
        let mut tokens = token::tokens(&token::fold(text)).unwrap();
        let clock = take(&mut tokens)?;
        Some((clock.at.to_string(), clock.offset.map(Offset::seconds), tokens.len()))
    }

    #[test]
    fn times_are_taken_with_their_zones() {
        assert_eq!(clock("10:30"), Some(("10:30:00".into(), None, 0)));
        assert_eq!(clock("at 9 pm"), Some(("21:00:00".into(), None, 1)));
        assert_eq!(clock("12:00 am GMT+2"), Some(("00:00:00".into(), Some(7200), 0)));
        assert_eq!(clock("10:30 IST"), Some(("10:30:00".into(), None, 0)));
    }

    #[test]
    fn a_date_after_the_time_is_no_zone() {
        assert_eq!(clock("10:30 -2024-03-23"), Some(("10:30:00".into(), None, 6)));
        assert_eq!(clock("10:30 - 14/03/2024"), Some(("10:30:00".into(), None, 6)));
    }

    #[test]
    fn impossible_times_are_none() {
        assert_eq!(clock("25:10"), None);
        assert_eq!(clock("10:75"), None);
    }
}
