//! Articles saved from newsboat (and newsbeuter before it): a block of labelled lines, the text
//! wrapped at some width, the addresses of its links at the end.
//!
//! The labels are in the language of the user who saved, so they are known by a table; any of them
//! may lack. The words that a link covered are not marked in such files: only its number is linked.

mod markers;

use super::Document;
use super::Error;
use super::Format;
use super::Kind;
use super::byline;
use super::date;
use super::finish;
use super::letters;
use super::plain;
use super::plain::body;
use super::plain::labels;
use super::plain::labels::Label;
use super::plain::wrap::Measure;
use crate::article::Article;
use crate::article::Block;
use crate::article::Metadata;
use crate::article::Rich;
use crate::article::scrub;

use markers::Links;

pub(super) const FORMAT: Format = Format {
    name: "newsboat",
    extensions: &[],
    about: "articles saved as text from newsboat or newsbeuter",
    kind: Kind::Text { recognises, read },
};

/// A header has no more lines, wrapped titles included.
const LONGEST: usize = 24;

/// What newsboat wraps at unless it is told otherwise.
const USUAL: Measure = Measure::at(80);

/// The labels that only feed readers have, folded.
const FEED: &str =
    "feed|flux|newsfeed|лента|стрічка|канал|kanal|kanał|المصدر|الخلاصه|خلاصه|خوراك|فيد|פיד|הזנה";
const OTHER: &str = "flags|drapeaux|markierungen|флаги|прапорці|indicadores|flaggor|vlaggen|bayraklar|اعلام|علامات|\
                     podcast download url|url de telechargement du podcast|podcast-download-url";

/// One line of the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Feed,
    Known(Label),
    Other,
}

fn recognises(document: &Document) -> bool {
    let is_markdown = matches!(document.extension().as_str(), "md" | "markdown");
    !is_markdown && header(&document.text.lines().take(LONGEST).collect::<Vec<_>>()).is_some()
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let text = scrub(&document.text);
    let lines: Vec<&str> = text.lines().collect();
    let Some((fields, length)) = header(&lines) else {
        return Err(Error::NoArticle("no header as newsboat writes it"));
    };
    let mut metadata = Metadata::default();
    for (field, value) in fields {
        add(&mut metadata, field, &value);
    }
    let (body, links) = Links::take(lines.get(length..).unwrap_or_default());
    plain::footer::read(body, &mut metadata);
    let pieces = body::pieces(body, Some(USUAL));
    plain::complete(&mut metadata, &pieces, document);
    let blocks = pieces.into_iter().map(|piece| piece.into_block(|text| links.mark(text)));
    let body = blocks.filter(|block| !is_empty(block)).collect();
    Ok(vec![finish::article(metadata, body)])
}

/// What is left of a picture without a caption.
fn is_empty(block: &Block) -> bool {
    let mut texts = block.texts().peekable();
    texts.peek().is_some() && texts.all(Rich::is_blank)
}

/// The labelled lines up to the first blank one, and how many lines they are; `None` when they are
/// not enough, or one before the first is not labelled.
fn header(lines: &[&str]) -> Option<(Vec<(Field, String)>, usize)> {
    let blank = lines.iter().take_while(|line| line.trim().is_empty()).count();
    let block = lines.iter().skip(blank).take_while(|line| !line.trim().is_empty());
    let mut fields: Vec<(Field, String)> = Vec::new();
    let mut length = blank;
    for line in block {
        match (field(line), fields.last_mut()) {
            (Some((field, value)), _) => fields.push((field, value.to_owned())),
            // Long titles are wrapped.
            (None, Some((_, value))) => *value = format!("{value} {}", line.trim()),
            (None, None) => return None,
        }
        length += 1;
    }
    let named = |label| fields.iter().any(|(field, _)| *field == Field::Known(label));
    let plausible = fields.len() >= 2 && (named(Label::Title) || named(Label::Url));
    (plausible && length <= LONGEST && length < lines.len().max(2)).then_some((fields, length))
}

fn field(line: &str) -> Option<(Field, &str)> {
    let (word, value) = labels::parted(line)?;
    let word = letters::fold(word);
    let is_one = |words: &str| words.split('|').any(|one| one == word.trim());
    match labels::labelled(line) {
        _ if is_one(FEED) => Some((Field::Feed, value.trim())),
        _ if is_one(OTHER) => Some((Field::Other, value.trim())),
        labelled => labelled.map(|(label, value)| (Field::Known(label), value)),
    }
}

fn add(metadata: &mut Metadata, field: Field, value: &str) {
    match field {
        Field::Feed | Field::Known(Label::Source) => metadata.source = Some(value.to_owned()),
        Field::Known(Label::Title) => metadata.title = value.to_owned(),
        Field::Known(Label::Author) => metadata.authors = authors(value),
        Field::Known(Label::Published) => metadata.published = date::parse(value),
        Field::Known(Label::Saved) => metadata.saved = date::parse(value),
        Field::Known(Label::Url) => metadata.url = Some(value.to_owned()),
        Field::Known(Label::Tags) => metadata.tags = labels::entries(value),
        Field::Known(Label::Updated | Label::Idle) | Field::Other => {}
    }
}

/// RSS wants `mail@example.org (Name)`; Atom gives names.
fn authors(value: &str) -> Vec<String> {
    let mailed = value.split_once('(').filter(|(mail, _)| mail.contains('@'));
    let name = mailed.and_then(|(_, rest)| rest.split(')').next()).unwrap_or(value);
    let names = byline::names(name);
    if names.is_empty() { labels::entries(name) } else { names }
}

#[cfg(test)]
mod tests {
    use super::super::letters;
    use super::super::{File, read};
    use super::FEED;
    use super::OTHER;
    use crate::article::Article;
    use crate::article::Direction;
    use crate::article::Style;

    fn article(text: &str) -> Article {
        let mut reading = read(&File::new("saved.txt", text.as_bytes())).unwrap();
        assert_eq!(reading.parts[0].format, "newsboat");
        reading.parts.remove(0).article
    }

    fn text_of(article: &Article) -> Vec<String> {
        article.text().lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_saved_article_is_read_whole() {
        let article = article(include_str!("../../tests/fixtures/format/newsboat/english.txt"));
        let metadata = &article.metadata;
        assert_eq!(metadata.source.as_deref(), Some("Saltport Gazette"));
        assert_eq!(
            metadata.title,
            "Harbour town reopens its library after two winters of repairs, and everybody came to see it"
        );
        assert_eq!(metadata.authors, ["Nora Field"]);
        assert_eq!(metadata.published.unwrap().to_string(), "2024-03-05T09:30:00Z");
        assert_eq!(metadata.url.as_deref(), Some("https://gazette.example/library"));
        let text = article.text();
        assert!(text.contains("after two winters in which rain came through the roof"), "{text}");
        assert!(!text.contains("Links:") && !text.contains("image 1"), "{text}");
        assert!(text.contains("The new reading room") && article.body.len() == 5, "{text}");
        let links: Vec<_> =
            article.body.iter().flat_map(|b| b.texts()).flat_map(|t| t.spans()).collect();
        let url = "https://gazette.example/mayor".to_owned();
        assert!(links.iter().any(|span| span.style == Style::Link { url: url.clone() }));
    }

    #[test]
    fn labels_may_be_in_another_language_and_order() {
        let article = article(include_str!("../../tests/fixtures/format/newsboat/arabic.txt"));
        assert_eq!(article.metadata.title, "افتتاح المكتبة العامة بعد عامين من الترميم");
        assert_eq!(article.metadata.source.as_deref(), Some("جريدة الميناء"));
        assert_eq!(article.metadata.url.as_deref(), Some("https://mina.example/maktaba"));
        assert_eq!(article.metadata.direction, Direction::Rtl);
        assert_eq!(text_of(&article).len(), 2, "{}", article.text());
    }

    #[test]
    fn german_labels_are_known() {
        let article = article(
            "Titel: Bibliothek\nAutor: red@example.org (Eva Braun-Kahl)\nDatum: Tue, 05 Mar 2024 09:30:00 +0100\n\nText.",
        );
        assert_eq!(article.metadata.authors, ["Eva Braun-Kahl"]);
        assert!(article.metadata.published.is_some());
    }

    #[test]
    fn what_the_header_leaves_out_the_last_lines_may_tell() {
        let article =
            article("Title: Library\nDate: 2024-03-05\n\nIt opened.\n\nTags: culture, local");
        assert_eq!(article.metadata.tags, ["culture", "local"]);
    }

    #[test]
    fn ordinary_text_is_not_newsboats() {
        for text in
            ["Title\n\nText: more.", "Date: today\n\nText.", "He said: no\nShe said: yes\n\nText"]
        {
            let reading = read(&File::new("a.txt", text.as_bytes())).unwrap();
            assert_eq!(reading.parts[0].format, "plain", "{text}");
        }
    }

    #[test]
    fn the_labels_are_folded() {
        assert_eq!((letters::fold(FEED), letters::fold(OTHER)), (FEED.into(), OTHER.into()));
    }

    #[test]
    fn a_header_without_a_text_is_still_an_article() {
        let article = article("Feed: News\nTitle: Short\nLink: https://example.org/\n\n");
        assert!(article.body.is_empty());
    }
}
