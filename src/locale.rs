//! The reader's language: its words, its direction, its dates. The languages of articles are their
//! own business; nothing here looks at one.

mod calendar;
mod language;
mod texts;

use jiff::civil;

pub use calendar::Calendar;
pub use calendar::UnknownCalendar;
pub use fluent_bundle::FluentValue as Value;
pub use language::Language;
pub use language::UnknownLanguage;

use texts::Texts;

/// A language and how its readers tell the day.
#[derive(Debug)]
pub struct Locale {
    language: Language,
    calendar: Calendar,
    texts: Texts,
}

impl Locale {
    /// A language with its words; its readers' own calendar where none is asked for.
    #[must_use]
    pub fn new(language: Language, calendar: Option<Calendar>) -> Self {
        let calendar = calendar.unwrap_or_else(|| language.calendar());
        Self { language, calendar, texts: Texts::of(language) }
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
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

    /// A day in the language and the calendar.
    #[must_use]
    pub fn date(&self, day: civil::Date) -> String {
        calendar::date(day, self.language, self.calendar)
    }
}
