//! The spellings of dates that articles are found with: mail and ISO 8601, numbers, and month names
//! in the languages that newspapers are saved in, of the Gregorian calendar, the two Hijri ones and
//! the Hebrew one.
//!
//! A text is a date as a whole or not at all, and never a guess: `03/04/2024` is two days and so
//! none, unless a weekday is named that only one of them has. A Gregorian date wins over one in
//! another calendar beside it.

mod calendar;
mod clock;
mod day;
mod gematria;
mod labels;
mod months;
mod token;
mod weekdays;
mod words;

use crate::article::Date;
use crate::article::is_letter;

use calendar::Calendar;
use token::Kind;
use token::Token;

/// No spelling is longer; sentences are not worth cutting up.
const LONGEST: usize = 200;

/// A line of more words is a sentence, and no spelling has more of them.
const MOST_WORDS: usize = 24;
const LONGEST_WORDS: usize = 9;

/// Between two spellings of the same day.
const EQUATIONS: [&str; 11] =
    ["الموافق", "موافق", "برابر با", "بمطابق", "مطابق", " - ", " | ", "=", "(", "/", ","];

/// Reads a date; `None` when it is not one, or when it could mean two different days.
#[must_use]
pub fn parse(text: &str) -> Option<Date> {
    if text.len() > LONGEST || !(text.contains(char::is_numeric) || text.contains(is_hebrew)) {
        return None;
    }
    let folded = token::fold(text);
    let bare = labels::strip(&folded);
    let read = |text: &str| {
        let twin = || EQUATIONS.iter().find_map(|sign| parse_twin(text, sign));
        let two = || twin().or_else(|| parse_run_on(text));
        parse_one(text).map(|read| read.date).or_else(|| may_be_two(text).then(two).flatten())
    };
    read(&folded).or_else(|| Some(bare).filter(|bare| *bare != folded).and_then(read))
}

/// Reads a number in a field that holds dates and nothing else: seconds since 1970, or milliseconds,
/// microseconds, nanoseconds, as their size tells; `None` for what is no time of the web.
#[must_use]
pub fn from_number(number: i64) -> Option<Date> {
    let seconds = match number {
        100_000_000..100_000_000_000 => number,
        100_000_000_000..100_000_000_000_000 => number / 1000,
        100_000_000_000_000..100_000_000_000_000_000 => number / 1_000_000,
        100_000_000_000_000_000.. => number / 1_000_000_000,
        _ => return None,
    };
    jiff::Timestamp::from_second(seconds).ok().map(Date::utc)
}

/// Whether a text has the numbers, or the Hebrew letters for them, that two dates need.
fn may_be_two(folded: &str) -> bool {
    let is_number = |part: &&str| part.contains(|c: char| c.is_ascii_digit());
    let parts = folded.split(|c: char| !c.is_ascii_digit()).filter(is_number);
    folded.contains(is_hebrew) || parts.take(2).count() == 2
}

fn is_hebrew(c: char) -> bool {
    ('א'..='ת').contains(&c)
}

/// Whether a word, but for the punctuation at its ends, is the name of a month.
pub(super) fn is_month(word: &str) -> bool {
    let word = word.trim_matches(|c| !is_letter(c));
    months::named(&token::fold(word), None).is_some()
}

/// Whether a word tells no more than that a date is near: a weekday, a particle.
pub(super) fn is_idle(word: &str) -> bool {
    words::is_idle(&token::fold(word))
}

/// The date that a line holds among other words; the longest spelling of it.
pub(super) fn within(line: &str) -> Option<Date> {
    let words: Vec<&str> = line.split_whitespace().collect();
    if line.len() > LONGEST || words.len() > MOST_WORDS {
        return None;
    }
    let lengths = (1..=LONGEST_WORDS.min(words.len())).rev();
    let mut runs = lengths.flat_map(|length| words.windows(length));
    runs.find_map(|run| parse(&run.join(" ")))
}

/// A date, and the calendar that it was told in.
struct Read {
    date: Date,
    calendar: Calendar,
}

fn parse_one(folded: &str) -> Option<Read> {
    let mut tokens = token::tokens(folded)?;
    let time = clock::take(&mut tokens);
    let day = day::read(&tokens)?;
    let date = match time {
        None => Date::day(day.date),
        Some(time) => {
            let date = if time.is_midnight_after { day.date.tomorrow().ok()? } else { day.date };
            Date::time(date.to_datetime(time.at), time.offset)
        }
    };
    Some(Read { date, calendar: day.calendar })
}

/// `13 رمضان 1445 هـ الموافق 23 مارس 2024`: one day, told in two calendars. The Gregorian one is
/// certain; the other is not read where it is spelled in a way that is not known.
fn parse_twin(folded: &str, sign: &str) -> Option<Date> {
    folded.match_indices(sign).find_map(|(at, _)| {
        let (first, rest) = folded.split_at_checked(at)?;
        let second = rest.strip_prefix(sign)?;
        match (parse_one(first), parse_one(second)) {
            (Some(one), Some(other)) => {
                let is_gregorian = |read: &&Read| read.calendar == Calendar::Gregorian;
                let mut certain = [&one, &other].into_iter().filter(is_gregorian);
                let date = certain.next()?.date;
                certain.next().is_none().then_some(date)
            }
            (Some(read), None) if is_foreign(second) => Some(read.date),
            (None, Some(read)) if is_foreign(first) => Some(read.date),
            _ => None,
        }
    })
}

/// `20 شعبان 1445هـ 1 مارس 2024م`: the same with nothing between them, where both are read.
fn parse_run_on(folded: &str) -> Option<Date> {
    folded.match_indices(' ').find_map(|(at, _)| {
        let (first, rest) = folded.split_at_checked(at)?;
        let (one, other) = (parse_one(first)?, parse_one(rest)?);
        let is_gregorian = |read: &Read| read.calendar == Calendar::Gregorian;
        match (is_gregorian(&one), is_gregorian(&other)) {
            (true, false) => Some(one.date),
            (false, true) => Some(other.date),
            _ => None,
        }
    })
}

/// Whether a text has a Hijri or Hebrew year.
fn is_foreign(folded: &str) -> bool {
    let tokens = token::tokens(folded).unwrap_or_default();
    tokens.iter().any(|Token { kind, .. }| match kind {
        Kind::Number { value, .. } => matches!(value, 1300..=1500 | 5600..=5900),
        Kind::Word(word) => word.contains("תש"),
        Kind::Mark(_) => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_dates(spellings: &[(&str, &str)]) {
        for (text, iso) in spellings {
            assert_eq!(parse(text).map(|date| date.to_string()).as_deref(), Some(*iso), "{text}");
        }
    }

    #[test]
    fn mail_dates() {
        assert_dates(&[
            ("Sat, 23 Mar 2024 10:30:00 +0300", "2024-03-23T10:30:00+03:00"),
            ("Sat, 23 Mar 2024 10:30:00 GMT", "2024-03-23T10:30:00Z"),
            ("23 Mar 24 10:30 EST", "2024-03-23T10:30:00-05:00"),
            ("Sat, 23 Mar 2024 10:30:00 -0000 (UTC)", "2024-03-23T10:30:00Z"),
            ("Fri, 23 Mar 2024", "2024-03-23"),
            (
                "Wed Sep 24 2026 10:30:00 GMT+0300 (Arabian Standard Time)",
                "2026-09-24T10:30:00+03:00",
            ),
            ("Sat Mar 23 10:30:00 UTC 2024", "2024-03-23T10:30:00Z"),
        ]);
    }

    #[test]
    fn iso_dates() {
        assert_dates(&[
            ("2024-03-23", "2024-03-23"),
            ("2024-03-23T10:30", "2024-03-23T10:30:00"),
            ("2024-03-23 10:30:05", "2024-03-23T10:30:05"),
            ("2024-03-23T10:30:05.123Z", "2024-03-23T10:30:05Z"),
            ("2024-03-23T10:30:05,5+03:00", "2024-03-23T10:30:05+03:00"),
            ("2016-09-08T11:55:58+0200", "2016-09-08T11:55:58+02:00"),
            ("2024-03-23 10:30 -05", "2024-03-23T10:30:00-05:00"),
            ("2024-01-02T03:04:05 (UTC +03:00)", "2024-01-02T03:04:05+03:00"),
            ("2024-03-23T10:30:05+01:00[Europe/Paris]", "2024-03-23T10:30:05+01:00"),
            ("20240323", "2024-03-23"),
            ("20240323T103005-0330", "2024-03-23T10:30:05-03:30"),
            ("20170102T222800+0000", "2017-01-02T22:28:00Z"),
        ]);
    }

    #[test]
    fn numbers_when_they_can_only_mean_one_day() {
        assert_dates(&[
            ("2024/3/5", "2024-03-05"),
            ("23.03.2024", "2024-03-23"),
            ("23/3/2024 - 10:30", "2024-03-23T10:30:00"),
            ("03/23/2024", "2024-03-23"),
            ("05/05/2024", "2024-05-05"),
            ("٢٣/٣/٢٠٢٤", "2024-03-23"),
            ("23.03.24", "2024-03-23"),
            ("2024.03.23", "2024-03-23"),
            ("3.4.2024", "2024-04-03"),
            ("2024年3月5日", "2024-03-05"),
        ]);
    }

    #[test]
    fn western_month_names() {
        assert_dates(&[
            ("March 5, 2024", "2024-03-05"),
            ("Tuesday, March 5th, 2024 at 10:30 PM", "2024-03-05T22:30:00"),
            ("5 March 2024, 12:05 a.m. EST", "2024-03-05T00:05:00-05:00"),
            ("Sept. 5, 2024", "2024-09-05"),
            ("Sat 23 Mar 2024 10.30 GMT", "2024-03-23T10:30:00Z"),
            ("mardi 1er août 2023 à 10h30", "2023-08-01T10:30:00"),
            ("Dienstag, 5. März 2024, 10:30 Uhr", "2024-03-05T10:30:00"),
            ("martes, 5 de marzo de 2024", "2024-03-05"),
            ("5 Mayıs 2024 Pazar", "2024-05-05"),
            ("5 марта 2024 г.", "2024-03-05"),
        ]);
    }

    #[test]
    fn arabic_month_names_of_all_regions() {
        assert_dates(&[
            ("الأربعاء، 28 آب/أغسطس 2013", "2013-08-28"),
            ("٢٣ آذار (مارس) ٢٠٢٤", "2024-03-23"),
            ("السبت 23 مارس 2024م", "2024-03-23"),
            ("الثلاثاء ٥ كانون الثاني ٢٠٢١ - ١٠:٣٠ م", "2021-01-05T22:30:00"),
            ("12 تشرين الأول/أكتوبر 2023", "2023-10-12"),
            ("الجمعة 8 فيفري 2019", "2019-02-08"),
            ("14 جويلية 2017 الساعة 09:15", "2017-07-14T09:15:00"),
            ("3 جانفي 2018", "2018-01-03"),
            ("30 جوان 2016", "2016-06-30"),
            ("9 أوت 2016", "2016-08-09"),
            ("9 غشت 2016", "2016-08-09"),
            ("يوم السبت 23 مارس 2024 الساعة 10:30 صباحا بتوقيت غرينتش", "2024-03-23T10:30:00Z"),
            ("13 رمضان 1445 هـ الموافق 23 مارس 2024 م", "2024-03-23"),
        ]);
    }

    #[test]
    fn persian_urdu_and_hebrew_month_names() {
        assert_dates(&[
            ("۲۳ ژانویهٔ ۲۰۲۴", "2024-01-23"),
            ("شنبه ۱۸ فروردین ۱۴۰۳", "2024-04-06"),
            ("سه‌شنبه ۱ مهر ۱۴۰۳ ساعت ۱۰:۳۰", "2024-09-22T10:30:00"),
            ("1403/01/18", "2024-04-06"),
            ("۱۴۰۳-۰۱-۱۸ ۱۰:۳۰", "2024-04-06T10:30:00"),
            ("1393/04/18", "2014-07-09"),
            ("23 במרץ 2024", "2024-03-23"),
            ("יום שלישי, ה-5 במרץ 2024, 10:30", "2024-03-05T10:30:00"),
            ("جمعہ 15 مارچ 2024", "2024-03-15"),
            ("۲ جولائی ۲۰۲۳", "2023-07-02"),
        ]);
    }

    #[test]
    fn a_line_may_hold_a_date_among_other_words() {
        for (line, iso) in [
            ("Published 23 March 2024 by the desk", "2024-03-23"),
            ("פורסם: 23.03.24 | 10:30", "2024-03-23T10:30:00"),
            ("السبت 23 مارس 2024 - 10:30 م عدد المشاهدات: 120", "2024-03-23T22:30:00"),
        ] {
            assert_eq!(within(line).map(|date| date.to_string()).as_deref(), Some(iso), "{line}");
        }
        assert_eq!(within("nothing of the kind in 2024"), None);
    }

    #[test]
    fn what_is_ambiguous_or_no_date_is_none() {
        for text in [
            "03/04/2024",
            "18/01/1403 1404",
            "1445/09/13",
            "13 رمضان",
            "י״ג אדר תשפ״ד",
            "منذ ساعتين",
            "3 days ago",
            "March 2024",
            "March 5",
            "2024",
            "23:30",
            "2024-02-30",
            "2024-03-23 25:99",
            "5 March 1445",
            "5 فروردین 2024",
            "In March 2024, 5 people came",
            "5 March 2024 - 7 March 2024",
            "99999999999999999999",
            "20241345",
            "1.2.3",
            "03.04.24",
            "23/03/24",
            "",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
