//! Exports of elcurator: links that a team shares, no texts.

use super::json;
use super::json::Body;
use super::json::Outline;
use super::json::Record;
use super::{Document, Error, Format, Kind};
use crate::article::Article;
use crate::article::Given;
use crate::article::Metadata;

pub(super) const FORMAT: Format = Format {
    name: "elcurator",
    extensions: &[],
    about: "links exported from elcurator",
    kind: Kind::Text { recognises, read },
};

fn recognises(document: &Document) -> bool {
    let outline = Outline::of(&document.text);
    outline.is_some_and(|outline| outline.records_have(&["url", "title", "created_at", "is_saved"]))
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let roots = json::roots(&document.text)?;
    json::listed(json::records(&roots).into_iter().filter_map(article).collect())
}

fn article(record: Record<'_>) -> Option<Article> {
    let metadata = Metadata {
        title: record.text(&["title"]).unwrap_or_default(),
        standfirst: record.text(&["description"]),
        saved: record.moment(&["created_at"]),
        url: record.text(&["url"]),
        tags: record.tags(&["tags"]),
        ..Metadata::default()
    };
    let given = Given { bookmarked: record.flag(&["is_saved"]), ..Given::default() };
    Some(json::article(metadata, Body::None)?.with_given(given))
}

#[cfg(test)]
mod tests {
    use crate::format;
    use crate::format::File;

    #[test]
    fn links_are_read() {
        let text = r#"[{"created_at":"2015-09-09 11:10:32 UTC","title":"Tides","url":"https://a.example/t",
            "description":null,"tags":["sea","moon"],"is_saved":true}]"#;
        let part = format::read(&File::new("e.json", text.as_bytes())).unwrap().parts.remove(0);
        assert_eq!(part.format, "elcurator");
        assert_eq!(part.article.metadata.saved.unwrap().to_string(), "2015-09-09T11:10:32Z");
        assert_eq!(part.article.metadata.tags, ["sea", "moon"]);
        assert_eq!(part.article.given.bookmarked, Some(true));
    }
}
