//! What a single line says about the article, if it says nothing else.

use crate::article::Date;
use crate::article::Metadata;

use super::super::date;
use super::labels;
use super::labels::Label;
use super::line;
use super::links;

/// One thing known about the article.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Fact {
    Title(String),
    Source(String),
    Authors(Vec<String>),
    Published(Date),
    Saved(Date),
    Url(String),
    Tags(Vec<String>),
}

/// Names, sources and tags are not longer; what is longer is a sentence.
const LONGEST_NAME: usize = 60;

/// What opens a byline that has no colon.
const BYLINES: [&str; 6] = ["By ", "BY ", "بقلم ", "מאת ", "به قلم ", "Von "];

impl Fact {
    /// Of a line with a label, a line that is a date or an address, or a byline.
    pub(super) fn of(line: &str) -> Option<Self> {
        let line = line::trim(line);
        labelled(line)
            .or_else(|| links::sole(line).map(|url| Self::Url(url.to_owned())))
            .or_else(|| date::parse(line).map(Self::Published))
            .or_else(|| byline(line))
    }

    /// Tells the metadata, unless something told it before.
    pub(super) fn add_to(self, metadata: &mut Metadata) {
        match self {
            Self::Title(title) if metadata.title.is_empty() => metadata.title = title,
            Self::Title(_) => {}
            Self::Source(source) => {
                metadata.source.get_or_insert(source);
            }
            Self::Url(url) => {
                metadata.url.get_or_insert(url);
            }
            Self::Published(date) => {
                metadata.published.get_or_insert(date);
            }
            Self::Saved(date) => {
                metadata.saved.get_or_insert(date);
            }
            Self::Authors(authors) if metadata.authors.is_empty() => metadata.authors = authors,
            Self::Authors(_) => {}
            Self::Tags(tags) => {
                let new = tags.into_iter().filter(|tag| !metadata.tags.contains(tag));
                let new: Vec<_> = new.collect();
                metadata.tags.extend(new);
            }
        }
    }
}

fn labelled(line: &str) -> Option<Fact> {
    let (label, value) = labels::labelled(line)?;
    match label {
        Label::Title => line::has_letters(value).then(|| Fact::Title(value.to_owned())),
        Label::Source => match links::sole(value) {
            Some(url) => Some(Fact::Url(url.to_owned())),
            None => is_name(value).then(|| Fact::Source(value.to_owned())),
        },
        Label::Author => names(value).map(Fact::Authors),
        Label::Published => date::parse(value).map(Fact::Published),
        Label::Saved => date::parse(value).map(Fact::Saved),
        Label::Url => links::sole(value).map(|url| Fact::Url(url.to_owned())),
        Label::Tags => {
            let tags = labels::entries(value);
            let short = tags.iter().all(|tag| tag.chars().count() <= LONGEST_NAME);
            (short && !tags.is_empty()).then_some(Fact::Tags(tags))
        }
    }
}

/// `By Jane Doe and John Roe`: every word capital where the script has capitals.
fn byline(line: &str) -> Option<Fact> {
    let rest = BYLINES.iter().find_map(|opening| line.strip_prefix(opening))?;
    let words = rest.split_whitespace();
    let fits = |word: &str| {
        let small =
            ["and", "de", "van", "von", "bin", "al", "el", "&", "der", "la"].contains(&word);
        small || !word.starts_with(|c: char| c.is_lowercase() || c.is_numeric())
    };
    let plausible = words.clone().count() <= 8 && words.clone().all(fits) && is_name(rest);
    plausible.then(|| names(rest))?.map(Fact::Authors)
}

fn names(value: &str) -> Option<Vec<String>> {
    let value = value.replace(" and ", ", ").replace(" & ", ", ");
    let names: Vec<String> = labels::entries(&value);
    let plausible = !names.is_empty() && names.iter().all(|name| is_name(name));
    plausible.then_some(names)
}

fn is_name(text: &str) -> bool {
    let length = text.chars().count();
    line::has_letters(text) && length <= LONGEST_NAME && !text.ends_with(['.', ':', '؟', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labelled_lines_are_facts() {
        assert_eq!(Fact::of("المصدر: رويترز"), Some(Fact::Source("رويترز".into())));
        assert_eq!(
            Fact::of("بقلم: سمير نادر، هدى سالم"),
            Some(Fact::Authors(vec!["سمير نادر".into(), "هدى سالم".into()]))
        );
        assert!(matches!(Fact::of("Date: March 5, 2024"), Some(Fact::Published(_))));
        assert!(matches!(Fact::of("Source: https://example.org/a"), Some(Fact::Url(_))));
    }

    #[test]
    fn bare_dates_addresses_and_bylines_are_facts() {
        assert!(matches!(Fact::of("23 مارس 2024"), Some(Fact::Published(_))));
        assert!(matches!(Fact::of("https://example.org/a"), Some(Fact::Url(_))));
        let authors = vec!["Jane Doe".to_owned(), "John Roe".to_owned()];
        assert_eq!(Fact::of("By Jane Doe and John Roe"), Some(Fact::Authors(authors)));
    }

    #[test]
    fn sentences_are_no_facts() {
        for line in [
            "By the river stood a house",
            "Source: he said that nobody in the ministry had known of it before that morning.",
            "Date: unknown",
            "In March 2024, it began.",
            "Topics: we spoke for an hour about the sea and everything that lives and dies in it",
        ] {
            assert_eq!(Fact::of(line), None, "{line}");
        }
    }

    #[test]
    fn the_first_to_tell_is_believed() {
        let mut metadata = Metadata::default();
        Fact::Source("one".into()).add_to(&mut metadata);
        Fact::Source("two".into()).add_to(&mut metadata);
        Fact::Tags(vec!["a".into()]).add_to(&mut metadata);
        Fact::Tags(vec!["b".into(), "a".into()]).add_to(&mut metadata);
        assert_eq!(metadata.source.as_deref(), Some("one"));
        assert_eq!(metadata.tags, ["a", "b"]);
    }
}
