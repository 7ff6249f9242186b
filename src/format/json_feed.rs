//! JSON Feed 1.0 and 1.1: one file, many articles. What an item does not tell is the feed's.

use super::html;
use super::json;
use super::json::Body;
use super::json::Outline;
use super::json::Record;
use super::{Document, Error, Format, Kind};
use crate::article::Article;
use crate::article::Metadata;

pub(super) const FORMAT: Format = Format {
    name: "json-feed",
    extensions: &[],
    about: "JSON Feed 1.0 and 1.1: one file, many articles",
    kind: Kind::Text { recognises, read },
};

fn recognises(document: &Document) -> bool {
    let Some(outline) = Outline::of(&document.text) else { return false };
    let is_named = outline.has("version") && document.text.contains("jsonfeed.org/version/");
    let has_text = outline.has("items[].content_html") || outline.has("items[].content_text");
    outline.has("items") && (is_named || (has_text && outline.has("items[].id")))
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let roots = json::roots(&document.text)?;
    let feeds = json::records(&roots).into_iter();
    let items =
        feeds.flat_map(|feed| feed.records("items").into_iter().map(move |item| (feed, item)));
    json::listed(items.filter_map(|(feed, item)| article(feed, item)).collect())
}

fn article(feed: Record<'_>, item: Record<'_>) -> Option<Article> {
    let home = feed.text(&["home_page_url", "feed_url"]);
    let address = item.text(&["url", "external_url"]);
    let url = address.and_then(|address| html::resolve(home.as_deref(), &address));
    let mut metadata = Metadata {
        title: item.text(&["title"]).unwrap_or_default(),
        source: feed.text(&["title"]),
        authors: authors(item).or_else(|| authors(feed)).unwrap_or_default(),
        standfirst: item.text(&["summary"]),
        published: item.moment(&["date_published", "date_modified"]),
        url: url.or_else(|| item.text(&["id"])),
        tags: item.tags(&["tags"]),
        identifier: item.text(&["id"]),
        language: item.text(&["language"]).or_else(|| feed.text(&["language"])),
        ..Metadata::default()
    };
    let html = item.str(&["content_html"]).map(Body::Html);
    let body = html.or_else(|| item.str(&["content_text"]).map(Body::Text));
    let body = body.or_else(|| {
        metadata.standfirst = None;
        item.str(&["summary"]).map(Body::told)
    });
    json::article(metadata, body.unwrap_or_default())
}

fn authors(record: Record<'_>) -> Option<Vec<String>> {
    Some(record.names(&["authors", "author"])).filter(|names| !names.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::article::Block;
    use crate::article::Direction;
    use crate::format;
    use crate::format::File;

    #[test]
    fn a_feed_is_many_articles() {
        let text = include_bytes!("../../tests/fixtures/format/json_feed/feed.json");
        let reading = format::read(&File::new("feed.json", text)).unwrap();
        let [first, second, third] = reading.parts.try_into().unwrap();
        assert_eq!(first.format, "json-feed");
        let metadata = &first.article.metadata;
        assert_eq!(metadata.title, "پرانی بندرگاہ دوبارہ کھل گئی");
        assert_eq!(metadata.source.as_deref(), Some("ساحل"));
        assert_eq!(metadata.authors, ["ثنا میر"]);
        assert_eq!(metadata.url.as_deref(), Some("https://sahil.example/2024/bandargah"));
        assert_eq!(metadata.language.as_deref(), Some("ur"));
        assert_eq!(metadata.direction, Direction::Rtl);
        assert_eq!(metadata.published.unwrap().to_string(), "2024-03-05T10:30:00+05:00");
        assert_eq!(first.article.body.len(), 2);
        assert_eq!(second.article.metadata.authors, ["Ada Venn"], "the feed's author");
        assert_eq!(second.article.metadata.language.as_deref(), Some("en"));
        assert_eq!(second.article.body.len(), 2);
        assert_eq!(third.article.body, [Block::paragraph("Only a summary of the tides was sent.")]);
        assert_eq!(third.article.metadata.standfirst, None);
    }
}
