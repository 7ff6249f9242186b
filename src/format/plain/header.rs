//! The lines above the report: its headline, byline, date, address, labels.
//!
//! They become metadata and leave the body. The first line that says something of its own ends them.

use crate::article::Metadata;

use super::body;
use super::facts::Fact;
use super::lead;
use super::line;
use super::list::Item;
use super::wrap;
use super::wrap::Measure;

/// What the lines above the report told, and the lines from there on.
#[derive(Debug)]
pub(super) struct Header<'a> {
    pub(super) metadata: Metadata,
    pub(super) body: Vec<&'a str>,
}

/// More lines than this are not about the article, they are it.
const LONGEST: usize = 12;

/// A headline is not longer, in columns.
const HEADLINE: usize = 120;

/// Reads the lines above the report. Where they are all there is, they stay as the body too.
pub(super) fn read<'a>(lines: &[&'a str]) -> Header<'a> {
    let measure = Measure::of(&body::groups(lines));
    let mut metadata = Metadata::default();
    let mut rest = skip_blank(lines);
    for _ in 0..LONGEST {
        let taken = match rest.first().and_then(|line| Fact::of(line)) {
            Some(fact) => {
                fact.add_to(&mut metadata);
                1
            }
            None if metadata.title.is_empty() => headline(rest, measure, &mut metadata),
            None => 0,
        };
        if taken == 0 {
            break;
        }
        rest = skip_blank(rest.get(taken..).unwrap_or_default());
    }
    Header { metadata, body: if rest.is_empty() { lines } else { rest }.to_vec() }
}

/// Takes the headline, if the lines begin with one; how many lines it was.
fn headline(lines: &[&str], measure: Option<Measure>, metadata: &mut Metadata) -> usize {
    let group = body::groups(lines).first().map_or(0, |group| group.len());
    let length = match lines.get(1) {
        Some(second) if line::rule(second).is_some_and(|sign| "=-═".contains(sign)) => 2,
        _ if is_wrapped_headline(lines, group, measure) => group,
        _ => usize::from(is_headline(lines, group, measure)),
    };
    let words = lines.iter().take(length).filter(|line| line::rule(line).is_none());
    let mut title = String::new();
    words.for_each(|words| wrap::append(&mut title, line::trim(words)));
    let followed = lines.iter().skip(length).any(|line| line::has_letters(line));
    if !line::has_letters(&title) || !followed || is_report(&title) {
        return 0;
    }
    metadata.title = title;
    length
}

/// Whether the first line is a headline and not the first line of something longer.
fn is_headline(lines: &[&str], group: usize, measure: Option<Measure>) -> bool {
    let [first, rest @ ..] = lines else { return false };
    let next = rest.first().filter(|_| group > 1);
    if next.is_some_and(|next| Fact::of(next).is_some()) {
        return true;
    }
    let wrapped = measure.zip(next).is_some_and(|(measure, next)| measure.explains(first, next));
    let verse = group >= 4 && is_verse(lines.get(..group).unwrap_or_default());
    let listed = next.is_some_and(|next| {
        Item::of(first).zip(Item::of(next)).is_some_and(|(one, two)| one.is_followed_by(two))
    });
    !wrapped && !verse && !listed
}

/// Whether the first group is a headline that was wrapped over two or three lines.
fn is_wrapped_headline(lines: &[&str], group: usize, measure: Option<Measure>) -> bool {
    let Some(measure) = measure.filter(|_| (2..=3).contains(&group)) else { return false };
    let group = lines.get(..group).unwrap_or_default();
    let mut pairs = group.iter().zip(group.iter().skip(1));
    pairs.all(|(line, next)| measure.explains(line, next) && Fact::of(next).is_none())
}

/// Lines of a length, none of them a headline of the others.
fn is_verse(lines: &[&str]) -> bool {
    let short = lines.iter().all(|line| line::width(line) <= 60);
    let sentences = lines.iter().filter(|line| line::ends_sentence(line)).count();
    short && sentences * 2 < lines.len()
}

/// Whether the words are too long, or end or begin as a report does and a headline does not.
fn is_report(title: &str) -> bool {
    let has_source = lead::read(title).is_some_and(|lead| lead.source.is_some());
    line::width(title) > HEADLINE || line::ends_unlike_headline(title) || has_source
}

fn skip_blank<'a, 'b>(lines: &'b [&'a str]) -> &'b [&'a str] {
    let is_blank = |line: &&str| line::trim(line).is_empty();
    let blank = lines.iter().take_while(|line| is_blank(line)).count();
    lines.get(blank..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(text: &str) -> (String, String) {
        let lines: Vec<&str> = text.lines().collect();
        let header = read(&lines);
        (header.metadata.title, header.body.join("\n"))
    }

    #[test]
    fn a_short_first_line_is_the_headline() {
        let (title, body) = header("افتتاح المكتبة\nأعلن المجلس افتتاح المكتبة أمس.");
        assert_eq!(
            (title.as_str(), body.as_str()),
            ("افتتاح المكتبة", "أعلن المجلس افتتاح المكتبة أمس.")
        );
    }

    #[test]
    fn a_sentence_or_a_report_is_no_headline() {
        for text in [
            "The library opened.\nIt was closed for a year.",
            "(رويترز) – افتتاح المكتبة\nقال المجلس",
            "Only one line",
            "Roses here\nviolets there\nand nothing\nin between",
        ] {
            assert_eq!(header(text), (String::new(), text.to_owned()), "{text}");
        }
    }

    #[test]
    fn lines_about_the_article_leave_the_body() {
        let text =
            "Library opens\nBy Jane Doe\n5 March 2024\nhttps://example.org/a\n\nThe council met.";
        let lines: Vec<&str> = text.lines().collect();
        let header = read(&lines);
        assert_eq!(header.metadata.authors, ["Jane Doe"]);
        assert_eq!(header.metadata.published.unwrap().to_string(), "2024-03-05");
        assert_eq!(header.metadata.url.as_deref(), Some("https://example.org/a"));
        assert_eq!(header.body, ["The council met."]);
    }

    #[test]
    fn a_file_of_nothing_but_facts_keeps_them_as_its_body() {
        let (title, body) = header("Title: Library opens\nDate: 5 March 2024\n");
        assert_eq!(title, "Library opens");
        assert!(body.contains("5 March"));
    }

    #[test]
    fn an_underlined_headline_goes_with_its_line() {
        assert_eq!(
            header("Library opens\n=====\n\nText."),
            ("Library opens".into(), "Text.".into())
        );
    }
}
