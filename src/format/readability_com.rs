//! Exports of readability.com, which shut down in 2016: records with an excerpt and marks, no texts.

use super::json;
use super::json::Body;
use super::json::Outline;
use super::json::Record;
use super::{Document, Error, Format, Kind};
use crate::article::Article;
use crate::article::Given;
use crate::article::Metadata;

pub(super) const FORMAT: Format = Format {
    name: "readability.com",
    extensions: &[],
    about: "bookmarks exported from readability.com",
    kind: Kind::Text { recognises, read },
};

fn recognises(document: &Document) -> bool {
    let outline = Outline::of(&document.text);
    outline.is_some_and(|outline| outline.has("bookmarks[].article__url"))
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let roots = json::roots(&document.text)?;
    let records = json::records(&roots).into_iter().flat_map(|root| root.records("bookmarks"));
    json::listed(records.filter_map(article).collect())
}

fn article(record: Record<'_>) -> Option<Article> {
    let metadata = Metadata {
        title: record.text(&["article__title"]).unwrap_or_default(),
        authors: record.names(&["article__author"]),
        standfirst: record.text(&["article__excerpt"]),
        published: record.moment(&["article__date_published"]),
        saved: record.moment(&["date_added"]),
        url: record.text(&["article__url"]),
        tags: record.tags(&["tags"]),
        ..Metadata::default()
    };
    let given = Given {
        read: record.flag(&["archive"]),
        bookmarked: record.flag(&["favorite"]),
        ..Given::default()
    };
    Some(json::article(metadata, Body::None)?.with_given(given))
}

#[cfg(test)]
mod tests {
    use crate::format;
    use crate::format::File;

    #[test]
    fn bookmarks_are_read() {
        let text = r#"{"bookmarks":[{"article__excerpt":"Boats left at dawn.","favorite":true,
            "date_archived":"2016-08-02T06:49:30","article__url":"https://a.example/harbour",
            "date_added":"2016-08-01T05:24:16","article__title":"The harbour","archive":false}],
            "recommendations":[]}"#;
        let part = format::read(&File::new("r.json", text.as_bytes())).unwrap().parts.remove(0);
        assert_eq!(part.format, "readability.com");
        assert_eq!(part.article.metadata.title, "The harbour");
        assert_eq!(part.article.metadata.standfirst.as_deref(), Some("Boats left at dawn."));
        assert_eq!(part.article.metadata.saved.unwrap().to_string(), "2016-08-01T05:24:16");
        assert_eq!(
            (part.article.given.read, part.article.given.bookmarked),
            (Some(false), Some(true))
        );
    }
}
