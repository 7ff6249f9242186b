//! Exports of wallabag: JSON of its first and second edition and what its programming interface
//! answers, and the text export, where bars part the articles. Its Markdown export has no mark of its
//! own and is read as Markdown.

mod text;

pub(super) use text::FORMAT as TEXT;

use super::json;
use super::json::Body;
use super::json::Outline;
use super::json::Record;
use super::{Document, Error, Format, Kind};
use crate::article::Article;
use crate::article::Given;
use crate::article::Highlight;
use crate::article::Metadata;

pub(super) const FORMAT: Format = Format {
    name: "wallabag",
    extensions: &[],
    about: "JSON exports of wallabag, with tags, stars, read marks and annotations",
    kind: Kind::Text { recognises, read },
};

/// What wallabag writes in place of a text that it could not fetch.
const UNFETCHED: &str = "wallabag can't retrieve contents";

fn recognises(document: &Document) -> bool {
    let Some(outline) = Outline::of(&document.text) else { return false };
    let first = ["title", "url", "is_read", "is_fav", "content"];
    let second = ["title", "url", "is_archived", "is_starred"];
    let pages = "_embedded.items[]";
    let has_text = |place: &str| {
        outline.has_all(place, &["content"]) || outline.has_all(place, &["domain_name"])
    };
    outline.records_have(&first)
        || (outline.records_have(&second) && (has_text("[]") || has_text("")))
        || (outline.has_all(pages, &second) && has_text(pages))
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let roots = json::roots(&document.text)?;
    let records = json::records(&roots).into_iter().flat_map(|record| {
        let page = record.record("_embedded").map(|page| page.records("items"));
        page.unwrap_or_else(|| vec![record])
    });
    json::listed(records.filter_map(article).collect())
}

fn article(record: Record<'_>) -> Option<Article> {
    let metadata = Metadata {
        title: record.text(&["title"]).unwrap_or_default(),
        authors: record.names(&["published_by"]),
        published: record.moment(&["published_at"]),
        saved: record.moment(&["created_at"]),
        url: record.text(&["url", "given_url", "origin_url"]),
        tags: record.tags(&["tags"]),
        language: record.text(&["language"]),
        ..Metadata::default()
    };
    let body = record.str(&["content"]).filter(|content| !content.contains(UNFETCHED));
    let article = json::article(metadata, body.map_or(Body::None, Body::Html))?;
    Some(article.with_given(given(record)))
}

fn given(record: Record<'_>) -> Given {
    let mut given = Given {
        read: record.flag(&["is_archived", "is_read"]),
        bookmarked: record.flag(&["is_starred", "is_fav"]),
        ..Given::default()
    };
    for annotation in record.records("annotations") {
        let (quote, remark) = (annotation.text(&["quote"]), annotation.text(&["text"]));
        match quote {
            Some(quote) => given.highlights.push(Highlight { quote, remark }),
            None => given.note = given.note.take().or(remark),
        }
    }
    given
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::article::Block;
    use crate::format;
    use crate::format::File;

    fn articles(text: &str) -> Vec<Article> {
        let reading = format::read(&File::new("export.json", text.as_bytes())).unwrap();
        assert!(reading.parts.iter().all(|part| part.format == "wallabag"));
        reading.parts.into_iter().map(|part| part.article).collect()
    }

    #[test]
    fn the_second_edition_is_read() {
        let text = include_str!("../../tests/fixtures/format/wallabag/second.json");
        let [first, second] = articles(text).try_into().unwrap();
        assert_eq!(first.metadata.title, "المرفأ القديم يفتح أبوابه");
        assert_eq!(first.metadata.authors, ["سلمى بن يوسف"]);
        assert_eq!(first.metadata.source.as_deref(), Some("marfa.example"));
        assert_eq!(first.metadata.tags, ["مدن", "بحر"]);
        assert_eq!(first.metadata.language.as_deref(), Some("ar"));
        let (published, saved) = (first.metadata.published.unwrap(), first.metadata.saved.unwrap());
        assert_eq!(published.to_string(), "2024-03-05T07:30:00+02:00");
        assert_eq!(saved.to_string(), "2024-03-06T11:55:58+02:00");
        assert_eq!((first.given.read, first.given.bookmarked), (Some(true), Some(true)));
        assert_eq!(first.given.highlights[0].quote, "عادت القوارب عند الفجر");
        assert_eq!(first.given.highlights[0].remark.as_deref(), Some("يُذكر في المقال القادم"));
        assert_eq!(first.body.len(), 3);
        let link = format!("{:?}", first.body);
        assert!(link.contains("https://marfa.example/map"), "addresses are the page's: {link}");
        assert_eq!(second.metadata.title, "הנמל הישן");
        assert!(second.body.is_empty(), "a text that was not fetched is none");
        assert_eq!(second.given.read, Some(false));
    }

    #[test]
    fn the_first_edition_and_one_entry_are_read() {
        let first = r#"[{"0":"3","id":"3","title":"Tides","url":"https://a.example/t","is_read":"0",
            "is_fav":"1","content":"<p>They turn twice a day.</p>","user_id":"1","tags":"sea, moon"}]"#;
        let article = articles(first).remove(0);
        assert_eq!(article.metadata.tags, ["sea", "moon"]);
        assert_eq!((article.given.read, article.given.bookmarked), (Some(false), Some(true)));
        assert_eq!(article.body, [Block::paragraph("They turn twice a day.")]);
        let one = r#"{"_embedded":{"items":[{"is_archived":0,"is_starred":0,"title":"Tides",
            "url":"https://a.example/t","content":"<p>Twice a day.</p>","domain_name":"a.example"}]}}"#;
        assert_eq!(articles(one).len(), 1);
    }

    #[test]
    fn an_export_cut_off_gives_what_is_there() {
        let text = include_str!("../../tests/fixtures/format/wallabag/second.json");
        let cut: String = text.chars().take(700).collect();
        assert_eq!(articles(&cut)[0].metadata.title, "المرفأ القديم يفتح أبوابه");
    }
}
