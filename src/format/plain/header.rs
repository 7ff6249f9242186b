//! The lines above the report: its headline, and what [`preamble`] reads around it.
//!
//! They become metadata and leave the body. The first line that says something of its own ends them.

use crate::article::Metadata;

use super::super::letters;
use super::super::publication;
use super::body;
use super::facts;
use super::facts::Fact;
use super::lead;
use super::line;
use super::list::Item;
use super::preamble;
use super::wrap;
use super::wrap::Measure;

/// What the lines above the report told, and the lines from there on.
#[derive(Debug)]
pub(super) struct Header<'a> {
    pub(super) metadata: Metadata,
    pub(super) body: Vec<&'a str>,
}

/// A headline is not longer, in columns.
const HEADLINE: usize = 120;

/// A summary between the headline and the byline is not longer, in columns.
const STANDFIRST: usize = 320;

/// What says of which kind a text is, in a line of its own above the headline; folded.
#[rustfmt::skip]
const KICKERS: &[&str] = &[
    "for immediate release", "press release", "news release", "media release", "breaking news", "breaking", "opinion",
    "analysis", "exclusive", "communique de presse", "pressemitteilung", "بيان صحفي", "بيان", "خبر صحفي", "عاجل", "خاص", "راي",
    "تقرير", "مقال", "اطلاعيه مطبوعاتي", "הודעה לעיתונות", "דעה",
];

/// Reads the lines above the report. Where they are all there is, they stay as the body too.
pub(super) fn read<'a>(lines: &[&'a str]) -> Header<'a> {
    let measure = Measure::of(&body::groups(lines));
    let mut metadata = Metadata::default();
    let mut rest = skip_blank(lines);
    rest = past(rest, kicker(rest, &mut metadata));
    rest = past(rest, name_above(rest, &mut metadata));
    rest = past(rest, labelled(rest, &mut metadata));
    if metadata.title.is_empty() {
        rest = past(rest, headline(rest, measure, &mut metadata));
    }
    if !metadata.title.is_empty() {
        rest = past(rest, standfirst(rest, &mut metadata));
        rest = past(rest, preamble::read(rest, &mut metadata));
    }
    let is_empty = rest.iter().all(|line| line::trim(line).is_empty());
    Header { metadata, body: if is_empty { lines } else { rest }.to_vec() }
}

fn past<'a, 'b>(lines: &'b [&'a str], taken: usize) -> &'b [&'a str] {
    skip_blank(lines.get(taken..).unwrap_or_default())
}

/// Facts above the headline: what follows them may still be one.
fn labelled(lines: &[&str], metadata: &mut Metadata) -> usize {
    match lines.first().map(|line| Fact::all(line)) {
        Some(facts) if !facts.is_empty() => preamble::read(lines, metadata),
        _ => 0,
    }
}

/// `FOR IMMEDIATE RELEASE`: a tag, when more follows.
fn kicker(lines: &[&str], metadata: &mut Metadata) -> usize {
    let Some(first) = lines.first().map(|line| line::trim(line)) else { return 0 };
    if line::is_wider(first, HEADLINE) {
        return 0;
    }
    let folded = letters::fold(first);
    let bare = folded.trim_end_matches([':', '.', '!', ' ']);
    let followed = lines.iter().skip(1).filter(|line| line::has_letters(line)).count() > 1;
    if !followed || !KICKERS.contains(&bare) {
        return 0;
    }
    metadata.tags.push(first.trim_end_matches([':', '.', '!', ' ']).to_owned());
    1
}

/// A publication or a person above the headline: known by the date below it, and by the headline
/// below that.
fn name_above(lines: &[&str], metadata: &mut Metadata) -> usize {
    let [first, second, rest @ ..] = lines else { return 0 };
    let name = line::trim(first);
    let is_dated = Fact::all(second).iter().any(Fact::is_of_head);
    let is_text = |line: &&&str| !line::trim(line).is_empty() && Fact::all(line).is_empty();
    let mut below = rest.iter().filter(is_text);
    let is_title = below.next().is_some_and(|title| {
        !line::is_wider(title, HEADLINE) && !line::ends_unlike_headline(title)
    });
    if !is_dated || !is_title || below.next().is_none() {
        return 0;
    }
    if publication::is_publication(name) {
        metadata.source = Some(name.to_owned());
    } else if facts::is_person(name) && name.contains(char::is_uppercase) {
        metadata.authors = vec![name.to_owned()];
    } else {
        return 0;
    }
    1
}

/// One short paragraph between the headline and the byline, when a report follows them.
fn standfirst(lines: &[&str], metadata: &mut Metadata) -> usize {
    let groups = body::groups(lines);
    let [first, second, rest @ ..] = groups.as_slice() else { return 0 };
    let mut text = String::new();
    first.iter().for_each(|words| wrap::append(&mut text, line::trim(words)));
    let is_short =
        !line::is_wider(&text, STANDFIRST) && first.len() <= 5 && line::has_letters(&text);
    let is_told = first.iter().any(|line| !Fact::all(line).is_empty());
    let is_above_byline =
        second.first().is_some_and(|line| Fact::all(line).iter().any(Fact::is_of_head));
    let has_report = rest.iter().flat_map(|group| group.iter()).any(|l| line::ends_sentence(l));
    if !is_short || is_told || !is_above_byline || !has_report || Item::of(&text).is_some() {
        return 0;
    }
    metadata.standfirst = Some(text);
    first.len()
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
    metadata.title = without_publication(title, metadata);
    length
}

/// Whether the first line is a headline and not the first line of something longer.
fn is_headline(lines: &[&str], group: usize, measure: Option<Measure>) -> bool {
    let [first, rest @ ..] = lines else { return false };
    let next = rest.first().filter(|_| group > 1);
    if is_above_facts(lines.get(1..group).unwrap_or_default()) {
        return true;
    }
    if line::is_split(first) || line::speaker(first).is_some() {
        return false;
    }
    let wrapped = measure.zip(next).is_some_and(|(measure, next)| measure.explains(first, next));
    let verse = group >= 4 && is_verse(lines.get(..group).unwrap_or_default());
    let listed = next.is_some_and(|next| {
        Item::of(first).zip(Item::of(next)).is_some_and(|(one, two)| one.is_followed_by(two))
    });
    !wrapped && !verse && !listed
}

/// Whether names and facts follow on the very next lines.
fn is_above_facts(lines: &[&str]) -> bool {
    let place = lines.iter().take(3).position(|line| !Fact::all(line).is_empty());
    let is_name = |line: &&str| !line::is_wider(line, 40) && facts::is_name(line);
    place.is_some_and(|at| lines.iter().take(at).all(is_name))
}

/// Whether the first group is a headline that was wrapped over two or three lines.
fn is_wrapped_headline(lines: &[&str], group: usize, measure: Option<Measure>) -> bool {
    let Some(measure) = measure.filter(|_| (2..=3).contains(&group)) else { return false };
    let group = lines.get(..group).unwrap_or_default();
    let mut pairs = group.iter().zip(group.iter().skip(1));
    pairs.all(|(line, next)| measure.explains(line, next) && Fact::all(next).is_empty())
}

/// Lines of a length, none of them a headline of the others.
fn is_verse(lines: &[&str]) -> bool {
    let short = lines.iter().all(|line| !line::is_wider(line, 60));
    let sentences = lines.iter().filter(|line| line::ends_sentence(line)).count();
    short && sentences * 2 < lines.len()
}

/// `Harbour reopens | The Harbour Review`: what stands behind the bar is the source.
fn without_publication(title: String, metadata: &mut Metadata) -> String {
    let signs = [" | ", " - ", " – ", " — "];
    let parts = signs.iter().find_map(|sign| title.rsplit_once(sign));
    let named = parts.filter(|(_, name)| publication::is_publication(name));
    let Some((head, name)) = named else { return title };
    metadata.source.get_or_insert_with(|| name.trim().to_owned());
    head.trim().to_owned()
}

/// Whether the words are too long, or end or begin as a report does and a headline does not.
fn is_report(title: &str) -> bool {
    let has_source = lead::read(title).is_some_and(|lead| lead.source.is_some());
    line::is_wider(title, HEADLINE) || line::ends_unlike_headline(title) || has_source
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
    fn names_and_dates_may_stand_above_the_headline() {
        let text = "The Harbour Review\n3 November 2024\n\nThe keeper who stayed\n\nEvery evening he climbs.";
        let lines: Vec<&str> = text.lines().collect();
        let Header { metadata, body } = read(&lines);
        assert_eq!(metadata.source.as_deref(), Some("The Harbour Review"));
        assert_eq!((metadata.title.as_str(), body.len()), ("The keeper who stayed", 1));
    }

    #[test]
    fn a_summary_above_the_byline_is_the_standfirst() {
        let text = "The town\n\nPeople expected darkness. They found the stars.\n\nBy Ada Venn\n\nAt first, not.";
        let lines: Vec<&str> = text.lines().collect();
        let Header { metadata, body } = read(&lines);
        assert!(metadata.standfirst.is_some_and(|text| text.starts_with("People")));
        assert_eq!(body, ["At first, not."]);
    }

    #[test]
    fn what_kind_of_text_it_is_is_no_headline() {
        let (title, body) = header("بيان صحفي\n\n«مرساة» تطلق منصة\n\nأعلنت الشركة ذلك.");
        assert_eq!((title.as_str(), body.as_str()), ("«مرساة» تطلق منصة", "أعلنت الشركة ذلك."));
    }

    #[test]
    fn a_publication_behind_a_bar_leaves_the_headline() {
        let (title, _) = header("Harbour reopens | The Harbour Review\n\nThe harbour reopened.");
        assert_eq!(title, "Harbour reopens");
    }

    #[test]
    fn a_question_of_an_interview_stays_in_it() {
        assert_eq!(header("س: متى يفتح؟\nج: غدا.").0, "");
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
