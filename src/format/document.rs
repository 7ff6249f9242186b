//! A file's text, decoded, with its name: what every format reads from.

use super::Error;
use super::File;
use super::date;
use super::encoding;
use crate::article::Date;

/// The decoded text of a file.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file's name without its folders, as a person would read it.
    pub name: String,
    /// The text; not scrubbed yet, since mark-up is still to be taken off.
    pub text: String,
    /// The encoding it was in.
    pub encoding: &'static str,
    /// Whether all of a page is wished for, not the article in it.
    pub whole: bool,
}

impl Document {
    /// Decodes a file.
    ///
    /// # Errors
    ///
    /// When the bytes are not text, or nothing but white space.
    pub fn decode(file: &File) -> Result<Self, Error> {
        let (text, encoding) = match file.wish.encoding {
            Some(name) => encoding::decode_in(name, file.bytes)?,
            None => encoding::decode(file.bytes)?,
        };
        if text.trim().is_empty() {
            return Err(Error::Empty);
        }
        Ok(Self { name: file.name.to_owned(), text, encoding, whole: file.wish.whole })
    }

    /// The name's ending in lower case, empty without one.
    #[must_use]
    pub fn extension(&self) -> String {
        self.name.rsplit_once('.').map_or_else(String::new, |(_, end)| end.to_ascii_lowercase())
    }

    /// The name without its ending.
    #[must_use]
    pub fn stem(&self) -> &str {
        self.name.rsplit_once('.').map_or(self.name.as_str(), |(stem, _)| stem)
    }

    /// The day that the name begins or ends with, and the rest of the name: `2024-03-01-slug`, as
    /// Jekyll has it, `20240301_slug`, `slug 2024-03-01`.
    #[must_use]
    pub fn dated_stem(&self) -> (Option<Date>, &str) {
        let stem = self.stem();
        let (length, end) = (digits(stem.chars()), digits(stem.chars().rev()));
        let at_start = stem.split_at_checked(length);
        let at_end = stem.len().checked_sub(end).and_then(|at| stem.split_at_checked(at));
        let dated = at_start.and_then(|(day, rest)| dated(day, rest));
        let dated = dated.or_else(|| at_end.and_then(|(rest, day)| dated_after(rest, day)));
        dated.map_or((None, stem), |(day, rest)| (Some(day), rest))
    }
}

/// How many characters a date is that a name begins with.
fn digits(name: impl Iterator<Item = char>) -> usize {
    let count = name.take_while(|c| c.is_ascii_digit() || "-_.".contains(*c)).take(10).count();
    if count >= 10 { 10 } else { 8 }
}

fn dated<'a>(day: &str, rest: &'a str) -> Option<(Date, &'a str)> {
    let rest = if rest.is_empty() { rest } else { rest.strip_prefix(['-', '_', ' ', '.', 'T'])? };
    Some((day_of(day)?, rest))
}

fn dated_after<'a>(rest: &'a str, day: &str) -> Option<(Date, &'a str)> {
    Some((day_of(day)?, rest.strip_suffix(['-', '_', ' ', '.'])?))
}

fn day_of(text: &str) -> Option<Date> {
    let is_day = text.chars().all(|c| c.is_ascii_digit() || "-_.".contains(c));
    let is_framed = text.starts_with(|c: char| c.is_ascii_digit())
        && text.ends_with(|c: char| c.is_ascii_digit());
    (is_day && is_framed).then(|| date::parse(&text.replace('_', "-")))?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dated_stem(name: &str) -> (String, String) {
        let text = String::new();
        let document = Document { name: name.into(), text, encoding: "UTF-8", whole: false };
        let (day, rest) = document.dated_stem();
        (day.map(|day| day.to_string()).unwrap_or_default(), rest.to_owned())
    }

    #[test]
    fn a_name_may_begin_or_end_with_a_day() {
        for (name, day, rest) in [
            ("2024-03-01-a-slug.txt", "2024-03-01", "a-slug"),
            ("20240323_خبر.txt", "2024-03-23", "خبر"),
            ("2024_03_23 خبر.md", "2024-03-23", "خبر"),
            ("harbour-2024-03-23.txt", "2024-03-23", "harbour"),
            ("2024-03-23.txt", "2024-03-23", ""),
            ("no-date-here-at-all.md", "", "no-date-here-at-all"),
            ("12345678-report.txt", "", "12345678-report"),
        ] {
            assert_eq!(dated_stem(name), (day.to_owned(), rest.to_owned()), "{name}");
        }
    }
}
