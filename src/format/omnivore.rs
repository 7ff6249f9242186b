//! Exports of Omnivore: lists of records in `metadata_0_to_20.json`, whose texts lie beside them in
//! `content/`, and what was marked in them in `highlights/`. Joining them is the library's business:
//! records and highlights say where the text is.

mod highlights;

pub(super) use highlights::FORMAT as HIGHLIGHTS;

use super::json;
use super::json::Body;
use super::json::Outline;
use super::json::Record;
use super::{Document, Error, Format, Kind};
use crate::article::Article;
use crate::article::Given;
use crate::article::Metadata;

pub(super) const FORMAT: Format = Format {
    name: "omnivore",
    extensions: &[],
    about: "the records of an Omnivore export, with labels, state and progress",
    kind: Kind::Text { recognises, read },
};

/// Omnivore itself took an article for read from here on, in per cent.
const READ: u8 = 98;

fn recognises(document: &Document) -> bool {
    let outline = Outline::of(&document.text);
    outline.is_some_and(|outline| {
        outline.records_have(&["slug", "url", "savedAt", "state", "readingProgress"])
    })
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let roots = json::roots(&document.text)?;
    json::listed(json::records(&roots).into_iter().filter_map(article).collect())
}

fn article(record: Record<'_>) -> Option<Article> {
    let metadata = Metadata {
        title: record.text(&["title"]).unwrap_or_default(),
        authors: record.names(&["author"]),
        standfirst: record.text(&["description"]),
        published: record.moment(&["publishedAt"]),
        saved: record.moment(&["savedAt"]),
        url: record.text(&["url"]),
        tags: record.names(&["labels"]),
        ..Metadata::default()
    };
    let mut article = json::article(metadata, Body::None)?.with_given(given(record));
    let slug = record.text(&["slug"]).filter(|slug| !slug.contains('/'));
    article.text_in.extend(slug.map(|slug| format!("content/{slug}.html")));
    Some(article)
}

fn given(record: Record<'_>) -> Given {
    let state = record.text(&["state"]).unwrap_or_default();
    let progress = record.percent(&["readingProgress"]);
    let is_read =
        state.eq_ignore_ascii_case("archived") || progress.is_some_and(|percent| percent >= READ);
    Given { read: Some(is_read), progress, ..Given::default() }
}

#[cfg(test)]
mod tests {
    use crate::format;
    use crate::format::File;

    #[test]
    fn records_say_where_their_text_is() {
        let text = include_bytes!("../../tests/fixtures/format/omnivore/metadata_0_to_20.json");
        let reading = format::read(&File::new("metadata_0_to_20.json", text)).unwrap();
        let [first, second] = reading.parts.try_into().unwrap();
        assert_eq!(first.format, "omnivore");
        let metadata = &first.article.metadata;
        assert_eq!(metadata.title, "بندر کهنه دوباره باز شد");
        assert_eq!(metadata.authors, ["مریم الدوس"]);
        assert_eq!(metadata.tags, ["دریا", "RSS"]);
        assert_eq!(metadata.language.as_deref(), Some("fa"));
        assert_eq!(metadata.saved.unwrap().to_string(), "2024-10-29T16:30:11Z");
        assert_eq!(metadata.published, None);
        assert_eq!(first.article.text_in, ["content/old-harbour-192da4f0c1b.html"]);
        let given = &first.article.given;
        assert_eq!((given.read, given.progress), (Some(true), Some(43)));
        assert_eq!(second.article.given.read, Some(false));
        assert!(second.article.body.is_empty());
    }
}
