//! What the keys of front matter mean: those of Obsidian's Web Clipper, MarkDownload, Hugo, Jekyll,
//! Zola and bulletty.

use super::front_matter::Fields;
use crate::article::Date;
use crate::article::Direction;
use crate::article::Metadata;
use crate::format::date;
use crate::format::html;

const URLS: &[&str] = &[
    "url",
    "link",
    "canonical",
    "canonical_url",
    "canonicalurl",
    "original",
    "original_url",
    "source_url",
    "source",
    "permalink",
    "original_link",
    "web_url",
    "page_url",
    "source_link",
    "الرابط",
];
const SOURCES: &[&str] = &[
    "source",
    "publisher",
    "site",
    "site_name",
    "sitename",
    "source_name",
    "publication",
    "website",
    "domain",
    "المصدر",
    "منبع",
];
const AUTHORS: &[&str] =
    &["authors", "author", "byline", "by", "creator", "writer", "الكاتب", "نویسنده", "מחבר"];
const PUBLISHED: &[&str] = &[
    "published",
    "datepublished",
    "date_published",
    "published_at",
    "pubdate",
    "pub_date",
    "publishdate",
    "publish_date",
    "published_date",
    "published_time",
    "publication_date",
    "date_of_publication",
    "date",
    "التاريخ",
    "تاریخ",
    "תאריך",
];
const SAVED: &[&str] = &[
    "saved",
    "date_saved",
    "saved_at",
    "clipped",
    "clipped_at",
    "date_clipped",
    "date_added",
    "added",
    "created",
    "created_at",
    "date_created",
    "saved_date",
    "clipped_date",
    "capture_date",
    "retrieved",
    "accessed",
];
/// Better than no date at all.
const UPDATED: &[&str] = &[
    "updated",
    "last_updated",
    "updated_at",
    "modified",
    "lastmod",
    "last_modified",
    "date_modified",
];
const TAGS: &[&str] = &[
    "tags",
    "tag",
    "categories",
    "category",
    "keywords",
    "topics",
    "labels",
    "topic",
    "وسوم",
    "الوسوم",
];
const STANDFIRSTS: &[&str] =
    &["description", "summary", "excerpt", "standfirst", "abstract", "lead", "deck", "subtitle"];
const TITLES: &[&str] = &["title", "headline", "العنوان", "عنوان", "כותרת"];

/// What front matter tells. The title is empty when it tells none.
pub(super) fn read(fields: &Fields) -> Metadata {
    let first =
        |keys: &[&str]| keys.iter().flat_map(|key| fields.values(key)).find_map(|text| plain(text));
    let texts = |keys: &[&str]| -> Vec<String> {
        keys.iter().flat_map(|key| fields.values(key)).filter_map(|text| plain(text)).collect()
    };
    let url = texts(URLS).into_iter().find(|text| html::is_web(text));
    let source = texts(SOURCES).into_iter().find(|text| !html::is_web(text));
    Metadata {
        title: first(TITLES).unwrap_or_default(),
        source: source.or_else(|| url.as_deref().and_then(html::host)),
        authors: authors(fields),
        dateline: first(&["dateline"]),
        standfirst: first(STANDFIRSTS),
        published: texts(PUBLISHED).iter().chain(&texts(UPDATED)).find_map(|text| moment(text)),
        saved: texts(SAVED).iter().find_map(|text| moment(text)),
        url,
        tags: tags(fields),
        language: first(&["lang", "language", "locale"]),
        ..Metadata::default()
    }
}

/// The direction that front matter declares.
pub(super) fn direction(fields: &Fields) -> Option<Direction> {
    let values = ["dir", "direction", "text_direction"].iter().flat_map(|key| fields.values(key));
    values.into_iter().find_map(|word| Direction::from_keyword(word))
}

fn authors(fields: &Fields) -> Vec<String> {
    let key = AUTHORS.iter().find(|key| !fields.values(key).is_empty());
    let values = key.map_or(&[][..], |key| fields.values(key));
    // A comma may stand within a name or a byline; a semicolon parts names only.
    let names = values.iter().flat_map(|text| text.split([';', '؛'])).filter_map(plain);
    names.filter(|name| !html::is_web(name)).collect()
}

fn tags(fields: &Fields) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for values in TAGS.iter().map(|key| fields.values(key)) {
        // One string may hold several; an item of a list is one.
        let is_list = values.len() > 1;
        let parts = values
            .iter()
            .flat_map(|text| text.split(move |c| !is_list && matches!(c, ',' | '،' | ';' | '؛')));
        for tag in parts.filter_map(plain) {
            let tag = tag.trim_start_matches('#').to_owned();
            if !tags.contains(&tag) && !tag.is_empty() {
                tags.push(tag);
            }
        }
    }
    tags
}

/// A value without the mark-up of links: `[[Name]]`, `[[page|Name]]`, `[Name](address)`.
fn plain(text: &str) -> Option<String> {
    let text = text.trim();
    let wikilink = text.strip_prefix("[[").and_then(|text| text.strip_suffix("]]"));
    let link = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(')'))
        .and_then(|text| text.split_once("]("))
        .map(|(name, _)| name);
    let text = match (wikilink, link) {
        (Some(inside), _) => inside.rsplit_once('|').map_or(inside, |(_, alias)| alias),
        (_, Some(name)) => name,
        _ => text,
    };
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A date; MarkDownload hangs the offset on as `(UTC +03:00)`.
fn moment(text: &str) -> Option<Date> {
    let offset =
        text.split_once("(UTC").and_then(|(at, offset)| Some((at, offset.strip_suffix(')')?)));
    let offset = offset.map(|(at, offset)| format!("{}{}", at.trim(), offset.trim()));
    offset.and_then(|text| date::parse(&text)).or_else(|| date::parse(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::markdown::front_matter;

    fn of(matter: &str) -> Metadata {
        read(&front_matter::split(&format!("---\n{matter}\n---\n")).unwrap().0)
    }

    #[test]
    fn a_clipping_of_obsidian_is_understood() {
        let found = of(
            "title: \"خبر\"\nsource: \"https://www.paper.example/a\"\nauthor:\n  - \"[[ليلى]]\"\n\
                        published: 2024-01-02\ncreated: 2024-02-03\ntags:\n  - \"clippings\"",
        );
        assert_eq!(found.url.as_deref(), Some("https://www.paper.example/a"));
        assert_eq!(found.source.as_deref(), Some("paper.example"));
        assert_eq!(found.authors, ["ليلى"]);
        assert_eq!(found.saved.unwrap().to_string(), "2024-02-03");
        assert_eq!(found.tags, ["clippings"]);
    }

    #[test]
    fn a_source_that_is_no_address_is_the_publication() {
        let found = of("source: الجزيرة\nlink: https://a.example/x");
        assert_eq!(found.source.as_deref(), Some("الجزيرة"));
        assert_eq!(found.url.as_deref(), Some("https://a.example/x"));
    }

    #[test]
    fn a_semicolon_parts_names() {
        assert_eq!(of("author: A; B").authors, ["A", "B"]);
        assert_eq!(of("author: [A, B]").authors, ["A", "B"]);
    }

    #[test]
    fn each_date_has_its_meaning() {
        let found = of("created: 2024-04-01\ndate: 2024-03-23\nupdated: 2024-05-01");
        assert_eq!(found.published.unwrap().to_string(), "2024-03-23");
        assert_eq!(found.saved.unwrap().to_string(), "2024-04-01");
        assert_eq!(of("updated: 2024-05-01").published.unwrap().to_string(), "2024-05-01");
    }

    #[test]
    fn a_date_alone_is_that_of_publication() {
        let found = of("date: 2024-01-02");
        assert_eq!(found.published.unwrap().to_string(), "2024-01-02");
        assert_eq!(found.saved, None);
    }
}
