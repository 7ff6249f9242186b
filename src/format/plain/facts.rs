//! What a single line says about the article, if it says nothing else.

use crate::article::Date;
use crate::article::Metadata;

use super::super::byline;
use super::super::date;
use super::super::publication;
use super::labels;
use super::labels::Label;
use super::line;
use super::links;

/// One thing known about the article.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::format) enum Fact {
    Title(String),
    Source(String),
    Authors(Vec<String>),
    Place(String),
    Published(Date),
    Updated(Date),
    Saved(Date),
    Url(String),
    Tags(Vec<String>),
    /// Nothing that a reader wants to know.
    Idle,
}

/// Names, sources and tags are not longer; what is longer is a sentence.
const LONGEST_NAME: usize = 60;

/// A line of several facts is not longer.
const LONGEST: usize = 120;

/// A line of more bytes is no date, whatever stands before it.
const LONGEST_DAY: usize = 400;

/// What opens a byline that has no colon.
#[rustfmt::skip]
const BYLINES: [&str; 11] = [
    "By ", "BY ", "بقلم ", "بواسطة ", "إعداد ", "מאת ", "به قلم ", "نویسنده ", "Von ", "VON ", "Par ",
];

/// What parts the facts on a line. A slash or a comma without spaces may stand within one of them.
const SEPARATORS: [&str; 10] = [" | ", " · ", " • ", " – ", " — ", " - ", " / ", "، ", ", ", " ، "];

impl Fact {
    /// All that a line says, when every part of it is a fact; else nothing.
    pub(in crate::format) fn all(line: &str) -> Vec<Self> {
        Self::of(line).map_or_else(|| compound(line::trim(line)), |fact| vec![fact])
    }

    /// Of a line with a label, a line that is a date or an address, or a byline.
    pub(in crate::format) fn of(line: &str) -> Option<Self> {
        let line = line::trim(line);
        labelled(line)
            .or_else(|| links::sole(line).map(|url| Self::Url(url.to_owned())))
            .or_else(|| day(line))
            .or_else(|| byline(line))
            .or_else(|| hashtags(line))
    }

    /// Whether it is told at the top of an article and hardly anywhere else.
    pub(in crate::format) const fn is_of_head(&self) -> bool {
        matches!(self, Self::Authors(_) | Self::Published(_) | Self::Updated(_))
    }

    /// Tells the metadata, unless something told it before.
    pub(in crate::format) fn add_to(self, metadata: &mut Metadata) {
        match self {
            Self::Title(title) if metadata.title.is_empty() => metadata.title = title,
            Self::Title(_) | Self::Updated(_) | Self::Idle => {}
            Self::Source(source) => {
                metadata.source.get_or_insert(source);
            }
            Self::Place(place) => {
                metadata.dateline.get_or_insert(place);
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
        Label::Updated => date::parse(value).map(Fact::Updated),
        Label::Saved => date::parse(value).map(Fact::Saved),
        Label::Url => links::sole(value).map(|url| Fact::Url(url.to_owned())),
        Label::Tags => {
            let tags = labels::entries(value);
            let short = tags.iter().all(|tag| tag.chars().count() <= LONGEST_NAME);
            (short && !tags.is_empty()).then_some(Fact::Tags(tags))
        }
        // `To: my sister` is a dedication.
        Label::Idle => value.contains(['@', '/', ';']).then_some(Fact::Idle),
    }
}

/// A date, perhaps after `Published` or `Updated`.
fn day(line: &str) -> Option<Fact> {
    if line.len() > LONGEST_DAY {
        return None;
    }
    if let Some(date) = date::parse(line) {
        return Some(Fact::Published(date));
    }
    let after = labels::without(line, &[Label::Published, Label::Updated]);
    let dated = |(label, rest): &(Label, &str)| match (label, date::parse(rest)?) {
        (Label::Updated, date) => Some(Fact::Updated(date)),
        (_, date) => Some(Fact::Published(date)),
    };
    let is_vague = || after.iter().any(|(_, rest)| is_ago(rest));
    after.iter().find_map(dated).or_else(|| is_vague().then_some(Fact::Idle))
}

/// `2 hours ago`: when the page was saved, nobody knows any more.
fn is_ago(text: &str) -> bool {
    let short = text.split_whitespace().count() <= 4;
    short && (text.ends_with(" ago") || text.starts_with("منذ ") || text.starts_with("לפני "))
}

/// `By Jane Doe and John Roe`: every word capital where the script has capitals.
fn byline(line: &str) -> Option<Fact> {
    let rest = BYLINES.iter().find_map(|opening| line.strip_prefix(opening))?;
    let words = rest.split_whitespace();
    let fits = |word: &str| {
        let small = [
            "and", "de", "van", "von", "bin", "al", "el", "&", "der", "la", "in", "at", "und", "et",
        ];
        small.contains(&word) || !word.starts_with(|c: char| c.is_lowercase() || c.is_numeric())
    };
    let plausible = words.clone().count() <= 8 && words.clone().all(fits) && is_name(rest);
    plausible.then(|| names(rest))?.map(Fact::Authors)
}

/// `#sea #towns`: the tags that posts end with.
fn hashtags(line: &str) -> Option<Fact> {
    let tag = |word: &str| {
        let tag = word.strip_prefix('#')?;
        let letters = |c: char| c.is_alphanumeric() || "_-\u{200c}".contains(c);
        (line::has_letters(tag) && tag.chars().all(letters)).then(|| tag.replace('_', " "))
    };
    let tags: Option<Vec<String>> = line.split_whitespace().map(tag).collect();
    tags.filter(|tags| !tags.is_empty()).map(Fact::Tags)
}

/// `The Review, 3 November 2024`, `By Ada Venn | March 5, 2024`: a date on one side of a sign, what
/// can be nothing but a name on the other.
fn compound(line: &str) -> Vec<Fact> {
    if line.len() > 4 * LONGEST || line.chars().count() > LONGEST || line::ends_sentence(line) {
        return Vec::new();
    }
    if let Some((place, source)) = own_report(line) {
        return vec![Fact::Place(place.to_owned()), Fact::Source(source.to_owned())];
    }
    let parts = SEPARATORS.iter().flat_map(|sign| line.match_indices(sign));
    let mut parts = parts.filter_map(|(at, sign)| {
        let (head, rest) = line.split_at_checked(at)?;
        Some((head, rest.strip_prefix(sign)?, sign))
    });
    let found = parts.find_map(|(head, tail, sign)| {
        let dated = |date: &str, name: &str| Some(vec![side(name, sign)?, day(line::trim(date))?]);
        dated(tail, head).or_else(|| dated(head, tail)).or_else(|| several(head, tail))
    });
    found.unwrap_or_default()
}

/// `القاهرة: «الصحيفة»`: how newspapers mark a report of their own.
fn own_report(line: &str) -> Option<(&str, &str)> {
    let (place, source) = line.split_once(": «")?;
    let source = source.strip_suffix('»')?;
    let short = |text: &str| text.split_whitespace().count() <= 3 && line::has_letters(text);
    (short(place) && short(source)).then_some((place, source))
}

/// Both sides facts of their own: `By Ada Venn | Source: The Review`.
fn several(head: &str, tail: &str) -> Option<Vec<Fact>> {
    Some(vec![Fact::of(head)?, Fact::of(tail)?])
}

/// What stands beside a date: a publication, a byline, a person, a place. Between a place and its
/// date stands a comma or a dash.
fn side(name: &str, sign: &str) -> Option<Fact> {
    let name = line::trim(name);
    if publication::is_publication(name) {
        return Some(Fact::Source(name.to_owned()));
    }
    if let Some(fact) = labelled(name).or_else(|| byline(name)) {
        return Some(fact);
    }
    let words = name.split_whitespace().count();
    let is_place = words == 1 && ["،", ",", "–", "—", "-"].contains(&sign.trim());
    let plausible = is_person(name) || (is_place && is_name(name));
    match plausible && !date::is_idle(name) {
        true if is_place => Some(Fact::Place(name.to_owned())),
        true if words > 1 => names(name).map(Fact::Authors),
        _ => None,
    }
}

/// Whether a line without a label can be a person's name: two to four words, all of them capital
/// where the script has capitals.
pub(in crate::format) fn is_person(line: &str) -> bool {
    let line = line::trim(line);
    let words: Vec<&str> = line.split_whitespace().collect();
    let letters = |c: char| c.is_ascii_alphabetic() || !c.is_ascii() || " .'-".contains(c);
    let capital = |word: &&str| !word.starts_with(char::is_lowercase) || word.chars().count() <= 3;
    let plain =
        line.chars().all(letters) && !line.contains(['،', '؛', '؟', '«', '“', '…', '–', '—']);
    (2..=4).contains(&words.len()) && plain && words.iter().all(capital) && is_name(line)
}

fn names(value: &str) -> Option<Vec<String>> {
    let names = byline::names(value);
    let plausible = !names.is_empty() && names.iter().all(|name| is_name(name));
    plausible.then_some(names)
}

pub(in crate::format) fn is_name(text: &str) -> bool {
    let length = text.chars().count();
    let words = text.split_whitespace().count();
    line::has_letters(text)
        && length <= LONGEST_NAME
        && words <= 8
        && !text.ends_with(['.', ':', '؟', '?'])
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
    fn a_line_may_hold_two_facts() {
        let source = |name: &str| Fact::Source(name.to_owned());
        for (line, expected) in [
            ("The Harbour Review, 3 November 2024", source("The Harbour Review")),
            ("עיתון הנמל | 3 בנובמבר 2024", source("עיתון הנמל")),
            ("بيروت – 3 تشرين الثاني 2024", Fact::Place("بيروت".into())),
            ("By Ada Venn | March 5, 2024", Fact::Authors(vec!["Ada Venn".into()])),
        ] {
            let facts = Fact::all(line);
            assert_eq!(facts.first(), Some(&expected), "{line}");
            assert!(matches!(facts.last(), Some(Fact::Published(_))), "{line}");
        }
        assert_eq!(Fact::all("The council met again, 3 November 2024."), []);
    }

    #[test]
    fn a_date_may_follow_a_word_and_tags_their_signs() {
        assert!(matches!(Fact::of("Publié le 3 novembre 2024 à 18h30"), Some(Fact::Published(_))));
        assert!(matches!(Fact::of("Updated: March 5, 2024"), Some(Fact::Updated(_))));
        let tags = vec!["رياضة".to_owned(), "كرة القدم".to_owned()];
        assert_eq!(Fact::of("#رياضة #كرة_القدم"), Some(Fact::Tags(tags)));
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
