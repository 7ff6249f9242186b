//! The names under which programs keep the fields of an article, and how much of them makes one.

use serde_json::Value;

use crate::article::Article;
use crate::article::Given;
use crate::article::Metadata;
use crate::format::html;
use crate::format::json;
use crate::format::json::Body;
use crate::format::json::Record;

pub(super) const TITLES: &[&str] =
    &["title", "headline", "heading", "article_title", "articleTitle", "Title", "Headline"];

/// Mark-up before plain text: it tells more.
#[rustfmt::skip]
pub(super) const TEXTS: &[&str] = &[
    "content_html", "contentHtml", "html_content", "htmlContent", "body_html", "bodyHtml", "article_html",
    "content", "articleBody", "article_body", "articleText", "article_text", "body", "full_text", "fulltext", "fullText",
    "maintext", "main_text", "raw_text", "cleaned_text", "textContent", "text_content", "text", "article", "story",
    "Content", "Text", "Body",
];

pub(super) const URLS: &[&str] = &[
    "url",
    "link",
    "canonical_url",
    "canonicalUrl",
    "original_url",
    "source_url",
    "sourceUrl",
    "permalink",
    "href",
    "guid",
    "source",
    "URL",
    "Url",
];

#[rustfmt::skip]
pub(super) const PUBLISHED: &[&str] = &[
    "published", "published_at", "publishedAt", "datePublished", "date_published", "published_date", "publishedDate",
    "publish_date", "date_publish", "publishDate", "pubDate", "pub_date", "pubdate", "publication_date", "first_publication_date",
    "date", "datetime", "dateTime", "timestamp", "created_at", "createdAt", "created", "Date",
];

#[rustfmt::skip]
const SAVED: &[&str] = &[
    "saved_at", "savedAt", "date_saved", "saved", "added_at", "addedAt", "date_added", "date_download", "scraped_at",
    "crawled_at", "retrieved_at", "fetched_at", "downloaded_at",
];

const AUTHORS: &[&str] =
    &["authors", "author", "byline", "creator", "writer", "author_name", "authorName", "Author"];

const SOURCES: &[&str] = &[
    "source_name",
    "sourceName",
    "publisher",
    "publication",
    "site_name",
    "siteName",
    "sitename",
    "newspaper",
    "outlet",
    "source",
    "feed",
    "provider",
    "website",
    "hostname",
    "domain",
    "source_domain",
];

const STANDFIRSTS: &[&str] = &[
    "description",
    "summary",
    "excerpt",
    "abstract",
    "subtitle",
    "subheadline",
    "standfirst",
    "lead",
    "deck",
    "dek",
];

const TAGS: &[&str] =
    &["tags", "keywords", "categories", "category", "topics", "labels", "section"];

/// Numbers that a table counts its rows by are called `id`.
const IDENTIFIERS: &[&str] = &["guid", "uuid", "identifier", "doi", "uri", "urn"];

const LANGUAGES: &[&str] = &["language", "lang", "inLanguage", "locale"];

/// Where a field is an object, its text is under one of these.
const INSIDE: &[&str] = &["rendered", "content", "html", "value", "text", "raw"];

/// How long a text must be, in characters: where there is a date, an author or an address with it, a
/// news flash is enough; else it could be a label of a program.
const FLASH: usize = 40;
const LONG: usize = 200;

/// The article that a record is; `None` for any other record.
pub(super) fn article(record: Record<'_>) -> Option<Article> {
    let text = TEXTS.iter().find_map(|key| text(record.value(&[key])?))?;
    let metadata = metadata(record);
    // Nothing but an article has its mark-up under this name.
    let is_told = record.value(&["content_html"]).is_some()
        || metadata.url.is_some()
        || metadata.published.is_some()
        || !metadata.authors.is_empty();
    let is_titled = !metadata.title.trim().is_empty();
    let least = if is_told && is_titled { FLASH } else { LONG };
    if !(is_told || is_titled) || text.chars().filter(|c| c.is_alphanumeric()).nth(least).is_none()
    {
        return None;
    }
    Some(json::article(metadata, Body::told(&text))?.with_given(given(record)))
}

fn metadata(record: Record<'_>) -> Metadata {
    let addresses = URLS.iter().filter_map(|key| record.text(&[key]));
    let sources = SOURCES.iter().filter_map(|key| record.names(&[key]).into_iter().next());
    let first = |keys: &[&str]| keys.iter().find_map(|key| text(record.value(&[key])?));
    Metadata {
        title: first(TITLES).unwrap_or_default(),
        source: sources.into_iter().find(|source| !html::is_web(source) && !is_host(source)),
        authors: record.names(AUTHORS),
        standfirst: first(STANDFIRSTS),
        published: record.moment(PUBLISHED),
        saved: record.moment(SAVED),
        url: addresses.into_iter().find(|address| html::is_web(address)),
        identifier: record.text(IDENTIFIERS),
        tags: record.tags(TAGS),
        language: record.text(LANGUAGES),
        ..Metadata::default()
    }
}

/// What a feed reader or a reading list tells of its reader.
fn given(record: Record<'_>) -> Given {
    let status = record.text(&["status"]).filter(|status| status == "read" || status == "unread");
    let unread = record.flag(&["unread", "is_unread", "isUnread"]).map(|unread| !unread);
    let read = record.flag(&["is_read", "isRead", "is_archived", "isArchived", "archived"]);
    Given {
        read: read.or(unread).or(status.map(|status| status == "read")),
        bookmarked: record.flag(&[
            "starred",
            "is_starred",
            "isStarred",
            "favorite",
            "is_favorite",
            "bookmarked",
        ]),
        note: record.text(&["note", "notes"]),
        ..Given::default()
    }
}

/// A text; of an object what it holds; of a list its paragraphs.
fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Object(fields) => {
            let inside = INSIDE.iter().find_map(|key| fields.get(*key)?.as_str());
            inside?.to_owned()
        }
        Value::Array(values) => {
            let paragraphs: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
            paragraphs.join("\n\n")
        }
        _ => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}

/// A bare host name is told by the address just as well.
fn is_host(source: &str) -> bool {
    source.contains('.') && !source.contains(char::is_whitespace)
}
