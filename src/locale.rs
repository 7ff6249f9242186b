//! The reader's language: its words, its direction, its digits, its dates. The languages of articles
//! are their own business; nothing here looks at one.

mod calendar;
mod language;
mod numerals;
mod tag;
mod texts;

use jiff::civil;

pub use calendar::Calendar;
pub use calendar::Dates;
pub use calendar::UnknownCalendar;
pub use fluent_bundle::FluentValue as Value;
pub use language::Language;
pub use language::UnknownLanguage;
pub use numerals::Numerals;
pub use tag::Tag;

use crate::article::Direction;

use texts::Texts;

/// A language, how its readers count, and how they tell the day.
#[derive(Debug)]
pub struct Locale {
    tag: Tag,
    calendar: Calendar,
    numerals: Numerals,
    texts: Texts,
}

impl Locale {
    /// A language with its words and digits; its readers' own calendar where none is asked for.
    #[must_use]
    pub fn new(tag: impl Into<Tag>, calendar: Option<Calendar>) -> Self {
        let tag = tag.into();
        let calendar = calendar.unwrap_or_else(|| tag.language.calendar());
        let numerals = Numerals::of(tag);
        Self { tag, calendar, numerals, texts: Texts::of(tag.language, numerals) }
    }

    /// The same with other digits.
    #[must_use]
    pub fn with_numerals(self, numerals: Numerals) -> Self {
        Self { numerals, texts: Texts::of(self.tag.language, numerals), ..self }
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.tag.language
    }

    /// A text of the interface, by its name in `assets/ui`.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        self.texts.say(name, &[])
    }

    /// A text with something put in: `say("articles", &[("count", 3.into())])`.
    #[must_use]
    pub fn say(&self, name: &str, with: &[(&'static str, Value<'_>)]) -> String {
        self.texts.say(name, with)
    }

    /// A part of a line that other parts stand beside: nothing in it moves them.
    #[must_use]
    pub fn isolated(&self, part: &str) -> String {
        let initiator = match self.tag.language.direction() {
            Direction::Ltr => '\u{2066}',
            Direction::Rtl => '\u{2067}',
        };
        format!("{initiator}{part}\u{2069}")
    }

    /// A share in a hundred.
    #[must_use]
    pub fn percent(&self, share: u8) -> String {
        self.numerals.percent(share)
    }

    /// How days are told in the language and the calendar.
    #[must_use]
    pub const fn dates(&self) -> Dates {
        Dates::Local { tag: self.tag, calendar: self.calendar, numerals: self.numerals }
    }

    /// A day in the language and the calendar.
    #[must_use]
    pub fn date(&self, day: civil::Date) -> String {
        self.dates().write(day)
    }

    /// The calendar that dates are told by.
    #[must_use]
    pub const fn calendar(&self) -> Calendar {
        self.calendar
    }

    /// The month of a day in the language and the calendar.
    #[must_use]
    pub fn month(&self, day: civil::Date) -> String {
        self.dates().write_month(day)
    }
}

#[cfg(test)]
mod tests;
