//! What is copied, and what is said about it.

use crate::article::is_letter_or_digit;
use crate::locale::Locale;
use crate::terminal::clipboard::Landing;

/// A text on its way to the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clip {
    /// What it is.
    pub kind: Kind,
    /// Logical text.
    pub text: String,
}

/// What of an article a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What the mouse has selected.
    Selection,
    /// One block.
    Paragraph,
    /// Title and text.
    Article,
    /// The title.
    Title,
    /// An address.
    Link,
}

impl Clip {
    /// What is to be said once it has got somewhere.
    #[must_use]
    pub fn told(&self, landing: &Landing, locale: &Locale) -> String {
        let nothing = |why: String| locale.say("copied-nothing", &[("reason", why.into())]);
        let doubt = match landing {
            Landing::Clipboard => return self.copied(locale),
            Landing::Multiplexer => locale.text("copy-in-tmux"),
            Landing::Terminal => locale.text("copy-unsure"),
            Landing::LongForTerminal => locale.text("copy-long"),
            Landing::Nowhere => return nothing(locale.text("copy-refused")),
            Landing::NowhereFromAfar => return nothing(locale.text("copy-refused-afar")),
            Landing::Failed(reason) => return nothing(reason.clone()),
        };
        format!("{} · {doubt}", self.copied(locale))
    }

    fn copied(&self, locale: &Locale) -> String {
        let size =
            || [("size", locale.say("words", &[("count", words(&self.text).into())]).into())];
        match self.kind {
            Kind::Selection => locale.say("copied-selection", &size()),
            Kind::Paragraph => locale.say("copied-paragraph", &size()),
            Kind::Article => locale.say("copied-article", &size()),
            Kind::Title => locale.say("copied-title", &size()),
            Kind::Link => locale.say("copied-link", &[("address", self.text.as_str().into())]),
        }
    }
}

/// What stands between white space and has a letter or digit.
fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(is_letter_or_digit)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    const KINDS: [Kind; 5] =
        [Kind::Selection, Kind::Paragraph, Kind::Article, Kind::Title, Kind::Link];

    fn landings() -> [Landing; 7] {
        [
            Landing::Clipboard,
            Landing::Multiplexer,
            Landing::Terminal,
            Landing::LongForTerminal,
            Landing::Nowhere,
            Landing::NowhereFromAfar,
            Landing::Failed("xclip: exit status: 1".into()),
        ]
    }

    #[test]
    fn every_outcome_is_said_in_every_language_and_no_two_alike() {
        for language in Language::ALL {
            let locale = Locale::new(language, None);
            let mut said = Vec::new();
            for landing in landings() {
                let tell = |kind| Clip { kind, text: "one two".into() }.told(&landing, &locale);
                said.extend(KINDS.map(tell));
            }
            let is_a_name = |text: &String| text.contains("copied-") || text.contains("copy-");
            assert!(!said.iter().any(is_a_name), "{language:?} {said:?}");
            said.sort();
            said.dedup();
            assert_eq!(said.len(), 4 * 5 + 3, "{language:?} {said:?}");
        }
    }

    #[test]
    fn words_are_counted_as_the_reader_counts_them() {
        let locale = Locale::new(Language::English, None);
        let told = |text: &str| {
            let clip = Clip { kind: Kind::Title, text: text.into() };
            clip.told(&Landing::Clipboard, &locale).replace(crate::article::is_bidi_control, "")
        };
        assert_eq!(told("one"), "Title copied: 1 word");
        assert_eq!(told("قال — 3 «نعم»"), "Title copied: 3 words");
    }
}
