//! Articles in JSON of any making: news datasets, what extractors and blogs' interfaces give, dumps of
//! feed readers. A record is an article when it has a title and a text under the names that such
//! programs use, wherever it stands in the file.
//!
//! This is the last of the formats in JSON: it takes what none of the others knows, and says of a
//! file named `.json` that has no articles what is missing.

mod fields;

use serde_json::Value;

use super::json;
use super::json::Outline;
use super::{Document, Error, Format, Kind};
use crate::article::Article;

pub(super) const FORMAT: Format = Format {
    name: "json",
    extensions: &["json", "jsonl", "ndjson", "jsonlines"],
    about: "articles as JSON or JSON Lines: news datasets, extractors, blogs, feed readers",
    kind: Kind::Text { recognises, read },
};

/// What a file without articles lacks.
const MISSING: &str = "JSON without an article's fields (a title and a text)";

fn recognises(document: &Document) -> bool {
    let Some(outline) = Outline::of(&document.text) else { return false };
    let is_article = |place: &str| {
        let has = |keys: &[&str]| keys.iter().any(|key| outline.has_all(place, &[key]));
        has(fields::TITLES) || (has(fields::URLS) && has(fields::PUBLISHED))
    };
    fields::TEXTS.iter().any(|key| outline.places(key).any(is_article))
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let roots = json::roots(&document.text)?;
    let articles = articles(&roots);
    if articles.is_empty() { Err(Error::NoArticle(MISSING)) } else { Ok(articles) }
}

/// All articles, in the file's order; what is in an article is a part of it.
fn articles(roots: &[Value]) -> Vec<Article> {
    let mut articles = Vec::new();
    let mut stack: Vec<&Value> = roots.iter().rev().collect();
    while let Some(value) = stack.pop() {
        match value {
            Value::Array(values) => stack.extend(values.iter().rev()),
            Value::Object(record) => {
                match json::records(std::slice::from_ref(value))
                    .first()
                    .copied()
                    .and_then(fields::article)
                {
                    Some(article) => articles.push(article),
                    None => stack.extend(record.values().rev()),
                }
            }
            _ => {}
        }
    }
    articles
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::article::Direction;
    use crate::format;
    use crate::format::Error;
    use crate::format::File;

    fn articles(name: &str, text: &str) -> Vec<Article> {
        let reading = format::read(&File::new(name, text.as_bytes())).unwrap();
        assert!(reading.parts.iter().all(|part| part.format == "json"), "{name}");
        reading.parts.into_iter().map(|part| part.article).collect()
    }

    #[test]
    fn a_dataset_in_json_lines_is_read() {
        let text = include_str!("../../tests/fixtures/format/json_article/news.jsonl");
        let articles = articles("news.jsonl", text);
        let titles: Vec<_> =
            articles.iter().map(|article| article.metadata.title.as_str()).collect();
        assert_eq!(titles, ["عودة القوارب إلى المرفأ", "הסירות חזרו", "Boats are back"]);
        let first = &articles[0].metadata;
        assert_eq!(first.source.as_deref(), Some("صحيفة المرفأ"));
        assert_eq!(first.authors, ["مريم الدوس"]);
        assert_eq!(first.direction, Direction::Rtl);
        assert_eq!(first.published.unwrap().to_string(), "2024-03-05");
        assert_eq!(first.url.as_deref(), Some("https://marfa.example/boats"));
        assert_eq!(articles[0].body.len(), 2);
        assert_eq!(articles[1].metadata.tags, ["נמל", "ים"]);
        assert_eq!(articles[2].metadata.authors, ["Ada Venn", "Tom Baraka"]);
    }

    #[test]
    fn what_blogs_and_feed_readers_give_is_read() {
        let text = "The boats left the old harbour at dawn, for the first time after the storm. ";
        let blog = format!(
            r#"[{{"date":"2024-03-05T07:30:00","link":"https://a.example/b","title":{{"rendered":"Boats &#8211; again"}},
            "content":{{"rendered":"<p>{text}</p><p>{text}</p>"}},"excerpt":{{"rendered":"<p>Fishing.</p>"}}}}]"#
        );
        let article = articles("posts.json", &blog).remove(0);
        assert_eq!(article.metadata.title, "Boats – again");
        assert_eq!(article.metadata.standfirst.as_deref(), Some("Fishing."));
        assert_eq!(article.body.len(), 2);
        let reader = format!(
            r#"{{"total":1,"entries":[{{"title":"Boats","url":"https://a.example/b","status":"read","starred":true,
            "published_at":"2024-03-05T07:30:00Z","content":"{text}","feed":{{"title":"The Harbour"}}}}]}}"#
        );
        let article = articles("entries.json", &reader).remove(0);
        assert_eq!(article.metadata.source.as_deref(), Some("The Harbour"));
        assert_eq!((article.given.read, article.given.bookmarked), (Some(true), Some(true)));
        let news = format!(
            r#"{{"items":[{{"title":"Boats","url":"https://a.example/b","pubDate":1709623800,
            "body":"{text}","unread":true,"starred":false}}]}}"#
        );
        let article = articles("news.json", &news).remove(0);
        assert_eq!((article.given.read, article.given.bookmarked), (Some(false), Some(false)));
        assert_eq!(article.metadata.published.unwrap().to_string(), "2024-03-05T07:30:00Z");
    }

    #[test]
    fn paragraphs_in_a_list_are_paragraphs() {
        let long = "The boats left the old harbour at dawn after the storm, and came back at dusk.";
        let text =
            format!(r#"{{"headline":"Boats","date":"2024-03-05","body":["{long}","{long}"]}}"#);
        assert_eq!(articles("a", &text)[0].body.len(), 2);
    }

    #[test]
    fn what_is_no_article_says_what_is_missing() {
        for text in [
            "{}",
            "[]",
            "[1,2]",
            "{\"title\":\"x\",\"text\":\"y\"}",
            "{\"name\":\"a\",\"version\":\"1\"}",
        ] {
            let error = format::read(&File::new("a.json", text.as_bytes())).unwrap_err();
            assert!(
                matches!(error, Error::NoArticle(why) if why.contains("title")),
                "{text}: {error}"
            );
        }
    }

    #[test]
    fn front_matter_and_texts_about_json_are_other_formats() {
        let front = "{\"title\": \"Boats\", \"text\": \"x\"}\n\n# Boats\n\nThey are [back](https://a.example).";
        let about = "# JSON\n\n```\n{\"title\": \"x\", \"content\": \"y\"}\n```\n";
        for text in [front, about] {
            let reading = format::read(&File::new("a.md", text.as_bytes())).unwrap();
            assert_eq!(reading.parts[0].format, "markdown", "{text}");
        }
    }
}
