//! ninjs, the news agencies' JSON: editions 1, 2 and 3 of the IPTC, and the items of the AP's media
//! interface, which are made like the first edition. Pictures that go with a report give their
//! captions only.

mod fields;

use super::json;
use super::json::Outline;
use super::json::Record;
use super::{Document, Error, Format, Kind};
use crate::article::Article;

pub(super) const FORMAT: Format = Format {
    name: "ninjs",
    extensions: &[],
    about: "ninjs 1 to 3 and AP media items: news agencies' JSON",
    kind: Kind::Text { recognises, read },
};

/// Where items stand in a file: alone or in a list, in an answer of a superdesk, of the AP.
const PLACES: &[&str] =
    &["", "[]", "item", "item[]", "items[]", "_items[]", "data.item", "data.items[].item"];

fn recognises(document: &Document) -> bool {
    let Some(outline) = Outline::of(&document.text) else { return false };
    let any = |place: &str, keys: &[&str]| keys.iter().any(|key| outline.has_all(place, &[key]));
    PLACES.iter().any(|place| {
        any(place, &["headline", "headlines"])
            && any(place, &["versioncreated", "versionCreated", "contentCreated"])
            && any(place, &["uri", "guid", "pubstatus", "pubStatus"])
    })
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let roots = json::roots(&document.text)?;
    let items = json::records(&roots).into_iter().flat_map(items);
    json::listed(items.filter_map(fields::article).collect())
}

/// The items of a root: those in it, else itself.
fn items(root: Record<'_>) -> Vec<Record<'_>> {
    let root = root.record("data").unwrap_or(root);
    let lists = ["item", "items", "_items"];
    let listed: Vec<_> = lists.iter().flat_map(|key| root.records(key)).collect();
    if listed.is_empty() {
        return vec![root];
    }
    listed.into_iter().map(|item| item.record("item").unwrap_or(item)).collect()
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::article::Content;
    use crate::format;
    use crate::format::File;

    fn articles(text: &str) -> Vec<Article> {
        let reading = format::read(&File::new("item.json", text.as_bytes())).unwrap();
        assert!(reading.parts.iter().all(|part| part.format == "ninjs"));
        reading.parts.into_iter().map(|part| part.article).collect()
    }

    #[test]
    fn the_first_edition_is_read() {
        let text = include_str!("../../tests/fixtures/format/ninjs/first.json");
        let article = articles(text).remove(0);
        let metadata = &article.metadata;
        assert_eq!(metadata.title, "فتح المرفأ القديم بعد العاصفة");
        assert_eq!(metadata.authors, ["مريم الدوس", "سامر حداد"]);
        assert_eq!(metadata.source.as_deref(), Some("وكالة الساحل"));
        assert_eq!(metadata.dateline.as_deref(), Some("بيروت"));
        assert_eq!(metadata.standfirst.as_deref(), Some("عادت القوارب بعد أحد عشر يوماً."));
        assert_eq!(metadata.published.unwrap().to_string(), "2024-03-05T07:30:00Z");
        assert_eq!(metadata.tags, ["نقل", "بحر"]);
        assert_eq!(metadata.language.as_deref(), Some("ar"));
        let captions =
            article.body.iter().filter(|block| matches!(block.content, Content::Figure { .. }));
        assert_eq!(captions.count(), 1);
        assert!(article.text().ends_with("قوارب الصيد عند الرصيف."), "{}", article.text());
    }

    #[test]
    fn the_third_edition_is_read() {
        let text = include_str!("../../tests/fixtures/format/ninjs/third.json");
        let article = articles(text).remove(0);
        let metadata = &article.metadata;
        assert_eq!(metadata.title, "Old harbour opens after the storm");
        assert_eq!(metadata.authors, ["Ada Venn"]);
        assert_eq!(metadata.source.as_deref(), Some("Harbour News Agency"));
        assert_eq!(metadata.tags, ["transport"]);
        assert_eq!(metadata.url.as_deref(), Some("https://hna.example/items/77"));
        assert_eq!(article.body.len(), 2);
    }

    #[test]
    fn items_of_the_ap_are_read() {
        let text = r#"{"data":{"items":[{"meta":{},"item":{"uri":"https://api.example/1","altids":{"itemid":"1"},
            "type":"picture","versioncreated":"2024-03-05T07:30:00Z","pubstatus":"usable",
            "headline":"Old harbour","photographer":{"name":"Ada Venn"},"datelinelocation":{"city":"Valletta"},
            "provider":"AP","subject":[{"code":"a","name":"a"},{"code":"b","name":"Boats"}],
            "description_caption":"Boats leave the old harbour at dawn."}}]}}"#;
        let article = articles(text).remove(0);
        assert_eq!(article.metadata.authors, ["Ada Venn"]);
        assert_eq!(article.metadata.dateline.as_deref(), Some("Valletta"));
        assert_eq!(article.metadata.source.as_deref(), Some("AP"));
        assert_eq!(article.metadata.tags, ["Boats"]);
        assert_eq!(article.metadata.url, None, "the interface's address is no page");
        assert_eq!(article.text(), "Boats leave the old harbour at dawn.");
    }
}
