//! The user's settings: a TOML file, every key optional, no key ignored. What it says is checked here;
//! what it means is up to those who use it.

use std::env;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde::{Deserialize, Deserializer};

use crate::locale::Calendar;
use crate::locale::Language;
use crate::locale::Tag;
use crate::terminal::Dialect;
use crate::terminal::LayoutName;
use crate::text;

/// What the settings file may say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The directory that opens when none is named; below the settings file's own, or with `~/` below
    /// the user's home.
    pub library: Option<PathBuf>,
    /// Where bookmarks and positions are kept: `platform`, `library`.
    pub state: StatePlace,
    /// The widest a line of an article gets in the reader, in columns.
    pub measure: Option<usize>,
    /// The dialect, where the guess is wrong: `visual`, `kitty`, `cells`, `lrm`,
    /// `implicit`, `logical`.
    #[serde(deserialize_with = "named")]
    pub dialect: Option<Dialect>,
    /// Whether vowel signs are shown; unset, where the terminal draws them well.
    pub marks: Option<bool>,
    /// How digits are shown: `as-written`, `latin`, `arabic` (in Persian and Urdu articles their own).
    #[serde(deserialize_with = "digits")]
    pub digits: Digits,
    /// Whether right-to-left lines are stretched to the measure with tatweel.
    pub justify: bool,
    /// Whether kitty has been told `force_ltr yes`, which nobody can ask it.
    pub force_ltr: bool,
    /// The language of the interface, with a region if that matters: `ar`, `fa-AF`; unset, the
    /// system's.
    #[serde(deserialize_with = "named")]
    pub language: Option<Tag>,
    /// The keyboard's layout, where two that are alike would be mistaken: `arabic`, `arabic-102`,
    /// `persian`, `hebrew`, `urdu`, `russian`, `greek`.
    #[serde(deserialize_with = "named")]
    pub keyboard: Option<LayoutName>,
    /// The calendar of dates: `gregorian`, `hijri`, `jalali`; unset, the language's.
    #[serde(deserialize_with = "named")]
    pub calendar: Option<Calendar>,
}

impl Config {
    /// Whether vowel signs are shown, if that is set.
    #[must_use]
    pub fn shown_marks(&self) -> Option<text::Marks> {
        self.marks.map(|shown| if shown { text::Marks::Show } else { text::Marks::Hide })
    }

    /// How digits are shown, by the language of the interface; an article's own language outranks it.
    #[must_use]
    pub const fn shown_digits(&self, language: Language) -> text::Digits {
        match (self.digits, language) {
            (Digits::AsWritten, _) => text::Digits::AsWritten,
            (Digits::Latin, _) => text::Digits::Latin,
            (Digits::Arabic, Language::Persian | Language::Urdu) => text::Digits::Persian,
            (Digits::Arabic, _) => text::Digits::Arabic,
        }
    }

    /// Whether lines are stretched.
    #[must_use]
    pub const fn fill(&self) -> text::Fill {
        if self.justify { text::Fill::Tatweel } else { text::Fill::Ragged }
    }
}

/// Where the state is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StatePlace {
    /// Where the platform keeps such things.
    #[default]
    Platform,
    /// In the library, in `.sahifa`, so that whatever copies it to other devices takes the state along.
    Library,
}

/// How digits are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Digits {
    /// As they are written.
    #[default]
    AsWritten,
    /// `0123456789`.
    Latin,
    /// Those of the article's language, where it runs from right to left.
    Arabic,
}

fn named<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: fmt::Display>,
{
    let name = String::deserialize(deserializer)?;
    name.parse().map(Some).map_err(serde::de::Error::custom)
}

fn digits<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Digits, D::Error> {
    match String::deserialize(deserializer)?.as_str() {
        "as-written" => Ok(Digits::AsWritten),
        "latin" => Ok(Digits::Latin),
        "arabic" => Ok(Digits::Arabic),
        _ => {
            Err(serde::de::Error::custom("no such digits; there are as-written, latin and arabic"))
        }
    }
}

/// Why a settings file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It is there but cannot be read.
    #[error("{0}: cannot be read: {1}")]
    Unreadable(PathBuf, io::Error),
    /// It is not what it should be; holds the line and what is wrong there.
    #[error("{0}: {1}")]
    Invalid(PathBuf, String),
}

/// Reads the settings; none when there is no such file.
///
/// # Errors
///
/// When the file cannot be read, is no TOML, or has a key or value that is not known.
pub fn read(path: &Path) -> Result<Config, Error> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Config::default()),
        Err(error) => return Err(Error::Unreadable(path.to_owned(), error)),
    };
    let mut config: Config = toml::from_str(&text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let line = text.get(..start).unwrap_or_default().matches('\n').count() + 1;
        Error::Invalid(path.to_owned(), format!("line {line}: {}", error.message()))
    })?;
    config.library = config.library.map(|library| place(&library, path));
    Ok(config)
}

/// Where a path in the settings leads: the same place from whatever directory the program is started.
fn place(path: &Path, settings: &Path) -> PathBuf {
    let at_home = path.strip_prefix("~").ok().zip(env::home_dir());
    let below = settings.parent().unwrap_or_else(|| Path::new(""));
    at_home.map_or_else(|| below.join(path), |(rest, home)| home.join(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Config, String> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("config.toml");
        fs::write(&path, text).unwrap();
        read(&path).map_err(|error| error.to_string().replace(&path.display().to_string(), "F"))
    }

    #[test]
    fn no_file_is_no_settings() {
        assert_eq!(read(Path::new("no/such/file")).unwrap(), Config::default());
    }

    #[test]
    fn the_state_has_two_places() {
        assert_eq!(parse("state = 'library'").unwrap().state, StatePlace::Library);
        assert_eq!(parse("").unwrap().state, StatePlace::Platform);
        let error = parse("state = '/tmp'").unwrap_err();
        assert!(error.contains("expected `platform` or `library`"), "{error}");
    }

    #[test]
    fn a_misspelt_key_is_told_with_its_line() {
        let error = parse("measure = 70\nlibary = 'x'\n").unwrap_err();
        assert!(error.starts_with("F: line 2: unknown field `libary`"), "{error}");
    }

    #[test]
    fn a_value_of_another_kind_is_told_with_its_line() {
        let error = parse("\n\nmeasure = 'wide'\n").unwrap_err();
        assert!(error.starts_with("F: line 3: invalid type"), "{error}");
        let error = parse("marks = true\ndialect = 'welsh'").unwrap_err();
        assert!(error.starts_with("F: line 2: no such dialect"), "{error}");
    }

    #[test]
    fn a_library_lies_below_the_settings_file_or_at_home() {
        let settings = Path::new("/etc/sahifa/config.toml");
        assert_eq!(place(Path::new("/srv/a"), settings), Path::new("/srv/a"));
        assert_eq!(place(Path::new("../a"), settings), Path::new("/etc/sahifa/../a"));
        let home = env::home_dir().unwrap();
        assert_eq!(place(Path::new("~/a"), settings), home.join("a"));
        assert_eq!(place(Path::new("~a"), settings), Path::new("/etc/sahifa/~a"));
    }

    #[test]
    fn what_is_no_text_is_told() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("config.toml");
        fs::write(&path, b"measure = \xff").unwrap();
        assert!(matches!(read(&path), Err(Error::Unreadable(..))));
    }
}
