//! What every format does last, when metadata and body are both known: each is held against the
//! other, so that nothing is shown twice and the byline holds names only.

use super::byline;
use super::language;
use super::letters::key;
use super::plain::facts;
use super::plain::lead;
use super::publication;
use crate::article::Article;
use crate::article::Block;
use crate::article::Content;
use crate::article::Metadata;
use crate::article::Rich;
use crate::article::is_letter;

/// How many letters two texts must have in common at their beginning to be one and the same.
const SAME: usize = 60;

/// A summary stands no further down.
const HEAD: usize = 3;

/// The article.
pub(super) fn article(mut metadata: Metadata, mut body: Vec<Block>) -> Article {
    language::mark(&mut body, metadata.language.as_deref());
    metadata.authors = authors(&metadata);
    if let Some(lede) = body.iter().find_map(paragraph) {
        add_lead(&mut metadata, lede.text());
    }
    let standfirst = metadata.standfirst.take();
    metadata.standfirst = standfirst.filter(|summary| !is_said(summary, &metadata.title, &body));
    Article::new(metadata, body)
}

/// Names only, and not the publication's own.
fn authors(metadata: &Metadata) -> Vec<String> {
    let mut authors: Vec<String> = Vec::new();
    for written in &metadata.authors {
        let names = byline::names(written);
        let is_date = written.contains(char::is_numeric) || written.contains('@');
        let names = if names.is_empty() && !is_date { vec![written.clone()] } else { names };
        for name in names {
            if !is_source(&name, metadata) && !authors.contains(&name) {
                authors.push(name);
            }
        }
    }
    authors
}

/// Whether an author is the publication. A person's own site is called by the person's name.
fn is_source(name: &str, metadata: &Metadata) -> bool {
    let is_one = metadata.source.as_deref().is_some_and(|source| key(source) == key(name));
    is_one && (publication::is_publication(name) || !facts::is_person(name))
}

/// The place that opens the report, and the agency where nothing else tells a source.
fn add_lead(metadata: &mut Metadata, lede: &str) {
    let Some(lead) = lead::read(lede) else { return };
    metadata.dateline = metadata.dateline.take().or(lead.place.map(str::to_owned));
    metadata.source = metadata.source.take().or(lead.source.map(str::to_owned));
    metadata.published = metadata.published.or(lead.date);
}

/// Whether a summary is the headline, or one of the first paragraphs, or the beginning of one.
fn is_said(summary: &str, title: &str, body: &[Block]) -> bool {
    let wanted = key(summary.trim_end_matches(['…', '.', ' ']));
    if wanted.is_empty() || wanted == key(title) {
        return true;
    }
    let texts = body.iter().filter_map(words).take(HEAD);
    texts.map(|text| key(text.text())).any(|said| is_same(&wanted, &said))
}

/// Whether one is the beginning of the other, for as far as summaries are cut.
fn is_same(summary: &str, said: &str) -> bool {
    let shared = summary.chars().zip(said.chars()).take_while(|(one, other)| one == other).count();
    let whole = summary.chars().count();
    shared == whole || shared >= SAME.max(whole * 4 / 5)
}

fn paragraph(block: &Block) -> Option<&Rich> {
    match &block.content {
        Content::Paragraph { text } => Some(text).filter(|text| text.text().contains(is_letter)),
        _ => None,
    }
}

fn words(block: &Block) -> Option<&Rich> {
    match &block.content {
        Content::Paragraph { text } | Content::Heading { text, .. } => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standfirst(summary: &str, body: &str) -> Option<String> {
        let metadata = Metadata {
            title: "Harbour".into(),
            standfirst: Some(summary.into()),
            ..Metadata::default()
        };
        article(metadata, vec![Block::paragraph(body)]).metadata.standfirst
    }

    #[test]
    fn a_summary_that_the_body_begins_with_is_shown_once() {
        let body =
            "The harbour reopened on Saturday after eleven days of storm. Boats left at dawn.";
        assert_eq!(
            standfirst("The harbour reopened on Saturday after eleven days of storm.", body),
            None
        );
        assert_eq!(
            standfirst("The harbour reopened on Saturday after eleven days of storm. Bo…", body),
            None
        );
        assert_eq!(standfirst("harbour", body), None);
        assert!(standfirst("The boats are back.", body).is_some());
    }

    #[test]
    fn the_publication_is_no_author_and_a_byline_is_names() {
        let metadata = Metadata {
            source: Some("الساحل".into()),
            authors: vec!["الساحل".into(), "By Ada Venn and Tom Baraka".into(), "Staff".into()],
            ..Metadata::default()
        };
        let article = article(metadata, Vec::new());
        assert_eq!(article.metadata.authors, ["Ada Venn", "Tom Baraka", "Staff"]);
    }

    #[test]
    fn a_report_in_any_format_has_its_dateline() {
        let body = vec![Block::paragraph("VALLETTA, March 5 (HNA) - The old harbour opened.")];
        let metadata = article(Metadata::default(), body).metadata;
        assert_eq!(metadata.dateline.as_deref(), Some("VALLETTA"));
        assert_eq!(metadata.source.as_deref(), Some("HNA"));
    }
}
