//! Starred articles as Google Reader gave them out, and Feedbin, Inoreader, `FreshRSS` and The Old
//! Reader still do: whole texts, labels and marks.

use super::json;
use super::json::Body;
use super::json::Outline;
use super::json::Record;
use super::{Document, Error, Format, Kind};
use crate::article::Article;
use crate::article::Given;
use crate::article::Metadata;

pub(super) const FORMAT: Format = Format {
    name: "google-reader",
    extensions: &[],
    about: "starred articles of Google Reader, Inoreader, FreshRSS, Feedbin",
    kind: Kind::Text { recognises, read },
};

fn recognises(document: &Document) -> bool {
    let Some(outline) = Outline::of(&document.text) else { return false };
    ["items[]", "[]"].iter().any(|place| {
        let has = |key: &str| outline.has_all(place, &[key]);
        (has("alternate") || has("canonical"))
            && (has("content.content") || has("summary.content"))
            && has("title")
    })
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let roots = json::roots(&document.text)?;
    let items = json::records(&roots).into_iter().flat_map(|root| {
        let items = root.records("items");
        if items.is_empty() { vec![root] } else { items }
    });
    json::listed(items.filter_map(article).collect())
}

fn article(item: Record<'_>) -> Option<Article> {
    let categories = item.names(&["categories"]);
    let links = ["canonical", "alternate"].iter().flat_map(|key| item.records(key));
    let metadata = Metadata {
        title: item.text(&["title"]).unwrap_or_default(),
        source: item.record("origin").and_then(|origin| origin.text(&["title"])),
        authors: item.names(&["author"]),
        published: item.moment(&["published", "updated"]),
        saved: item.moment(&["starred", "crawlTimeMsec"]),
        url: links.into_iter().find_map(|link| link.text(&["href"])),
        identifier: item.text(&["id"]),
        tags: categories.iter().filter_map(|category| tag(category)).collect(),
        ..Metadata::default()
    };
    let has_state = |state: &str| {
        categories.iter().any(|category| category.ends_with(&format!("/state/com.google/{state}")))
    };
    let given = Given {
        read: has_state("read").then_some(true),
        bookmarked: has_state("starred").then_some(true),
        note: item.records("annotations").into_iter().find_map(|note| note.text(&["content"])),
        ..Given::default()
    };
    let text = ["content", "summary"].iter().find_map(|key| item.record(key)?.str(&["content"]));
    Some(json::article(metadata, text.map_or(Body::None, Body::Html))?.with_given(given))
}

/// The name of a label, or a category of the feed's own; states are none.
fn tag(category: &str) -> Option<String> {
    let own = category.rsplit_once("/label/").map(|(_, label)| label);
    own.or_else(|| (!category.starts_with("user/")).then_some(category)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use crate::format;
    use crate::format::File;

    #[test]
    fn starred_articles_are_read() {
        let text = r#"{"id":"user/7/state/com.google/starred","title":"Starred","items":[{
            "id":"tag:google.com,2005:reader/item/1","title":"המעגן","published":1709623800,
            "crawlTimeMsec":"1709710200000","author":"נועה לוי","alternate":[{"href":"https://a.example/h"}],
            "categories":["user/7/state/com.google/read","user/7/state/com.google/starred",
            "user/7/label/ים","נמלים"],"origin":{"title":"החוף"},
            "summary":{"direction":"ltr","content":"<p>הסירות חזרו אל המעגן עם שחר.</p>"}}]}"#;
        let part =
            format::read(&File::new("starred.json", text.as_bytes())).unwrap().parts.remove(0);
        assert_eq!(part.format, "google-reader");
        let metadata = &part.article.metadata;
        assert_eq!((metadata.title.as_str(), metadata.source.as_deref()), ("המעגן", Some("החוף")));
        assert_eq!(
            (&*metadata.authors, &*metadata.tags),
            (&["נועה לוי".into()][..], &["ים".into(), "נמלים".into()][..])
        );
        assert_eq!(metadata.published.unwrap().to_string(), "2024-03-05T07:30:00Z");
        assert_eq!(
            (part.article.given.read, part.article.given.bookmarked),
            (Some(true), Some(true))
        );
        assert_eq!(part.article.text(), "הסירות חזרו אל המעגן עם שחר.");
    }
}
