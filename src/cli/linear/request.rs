//! What a line that was typed asks for: a number, a filter after a slash, or a word of the table, in
//! English or in the language of the interface.

use crate::locale::Locale;

use super::super::number::number;

/// What the user asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Request {
    /// An empty line: the next page.
    More,
    /// A number: an article of the list, a link of the article.
    Number(usize),
    /// Only articles with these words.
    Filter(String),
    /// A word, and the number after it.
    Verb(Verb, Option<usize>),
    /// Nothing that is known.
    Unknown,
}

/// What has a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    More,
    Next,
    Previous,
    First,
    Bookmark,
    Unread,
    List,
    Links,
    Sort,
    Groups,
    Help,
    Quit,
}

impl Verb {
    const ALL: [Self; 12] = [
        Self::More,
        Self::Next,
        Self::Previous,
        Self::First,
        Self::Bookmark,
        Self::Unread,
        Self::List,
        Self::Links,
        Self::Sort,
        Self::Groups,
        Self::Help,
        Self::Quit,
    ];

    /// Its words whatever the language.
    const fn words(self) -> &'static [&'static str] {
        match self {
            Self::More => &["m", "more"],
            Self::Next => &["n", "next"],
            Self::Previous => &["p", "previous"],
            Self::First => &["f", "first"],
            Self::Bookmark => &["b", "bookmark"],
            Self::Unread => &["u", "unread"],
            Self::List => &["l", "list"],
            Self::Links => &["links", "link"],
            Self::Sort => &["s", "sort"],
            Self::Groups => &["g", "groups", "group"],
            Self::Help => &["?", "؟", "h", "help"],
            Self::Quit => &["q", "quit", "exit"],
        }
    }

    /// Its word in the language of the interface.
    pub(super) fn own_word(self, locale: &Locale) -> String {
        match self {
            Self::More => locale.text("linear-word-more"),
            Self::Next => locale.text("linear-word-next"),
            Self::Previous => locale.text("linear-word-previous"),
            Self::First => locale.text("linear-word-first"),
            Self::Bookmark => locale.text("linear-word-bookmark"),
            Self::Unread => locale.text("linear-word-unread"),
            Self::List => locale.text("linear-word-list"),
            Self::Links => locale.text("linear-word-links"),
            Self::Sort => locale.text("linear-word-sort"),
            Self::Groups => locale.text("linear-word-groups"),
            Self::Help => locale.text("linear-word-help"),
            Self::Quit => locale.text("linear-word-quit"),
        }
    }

    fn is_called(self, word: &str, locale: &Locale) -> bool {
        self.words().contains(&word) || self.own_word(locale) == word
    }
}

impl Request {
    pub(super) fn read(line: &str, locale: &Locale) -> Self {
        let line = line.trim();
        if let Some(words) = line.strip_prefix('/') {
            return Self::Filter(words.trim().to_owned());
        }
        let mut words = line.split_whitespace();
        let (first, second, rest) = (words.next(), words.next(), words.next());
        let Some(first) = first else { return Self::More };
        if let (Some(number), None) = (number(first), second) {
            return Self::Number(number);
        }
        let first = first.to_lowercase();
        let verb = Verb::ALL.into_iter().find(|verb| verb.is_called(&first, locale));
        match (verb, second.map(number), rest) {
            (Some(verb), None, _) => Self::Verb(verb, None),
            (Some(verb), Some(Some(number)), None) => Self::Verb(verb, Some(number)),
            _ => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    fn read(line: &str) -> Request {
        Request::read(line, &Locale::new(Language::Arabic, None))
    }

    #[test]
    fn lines_are_numbers_filters_and_words() {
        assert_eq!(read(" \r\n"), Request::More);
        assert_eq!(read("12\n"), Request::Number(12));
        assert_eq!(read("١٢"), Request::Number(12));
        assert_eq!(read("/ sea  air "), Request::Filter("sea  air".into()));
        assert_eq!(read("/"), Request::Filter(String::new()));
        assert_eq!(read("B 3"), Request::Verb(Verb::Bookmark, Some(3)));
        assert_eq!(read("quit"), Request::Verb(Verb::Quit, None));
        assert_eq!(read("؟"), Request::Verb(Verb::Help, None));
        for other in ["frob", "b three", "b 3 4", "3 b", "\u{0}"] {
            assert_eq!(read(other), Request::Unknown, "{other}");
        }
    }

    #[test]
    fn every_word_of_every_language_means_one_thing() {
        for language in Language::ALL {
            let locale = Locale::new(language, None);
            for verb in Verb::ALL {
                let word = verb.own_word(&locale);
                assert_eq!(Request::read(&word, &locale), Request::Verb(verb, None), "{word}");
                let called = Verb::ALL.into_iter().filter(|other| other.is_called(&word, &locale));
                assert_eq!(called.count(), 1, "{word}");
            }
        }
    }
}
