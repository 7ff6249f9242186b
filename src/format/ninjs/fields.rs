//! What the fields of an item mean in each edition: the second wrote `versionCreated` where the first
//! had `versioncreated`, and lists of headlines, bodies and descriptions where there had been one.

use crate::article::Article;
use crate::article::Metadata;
use crate::format::html;
use crate::format::json;
use crate::format::json::Body;
use crate::format::json::Record;

const PUBLISHED: &[&str] = &[
    "firstpublished",
    "firstPublished",
    "publishdate",
    "publishDate",
    "versioncreated",
    "versionCreated",
    "contentCreated",
    "contentcreated",
    "firstcreated",
    "firstCreated",
];

/// Who signs a report; editors and others who had a hand in it do not.
const SIGNING: &[&str] =
    &["writer", "author", "reporter", "byline", "photographer", "correspondent"];

pub(super) fn article(item: Record<'_>) -> Option<Article> {
    let metadata = Metadata {
        title: headline(item),
        source: named(
            item,
            &[
                "source",
                "provider",
                "infosource",
                "infosources",
                "copyrightholder",
                "copyrightHolder",
            ],
        ),
        authors: authors(item),
        dateline: located(item),
        standfirst: chosen(item, &["description_text", "description_html", "descriptions"]),
        published: item.moment(PUBLISHED),
        url: url(item),
        tags: tags(item),
        identifier: item.text(&["uri"]),
        language: item.text(&["language"]),
        ..Metadata::default()
    };
    // A picture is told by its caption.
    let text =
        chosen(item, &["body_html", "body_xhtml", "body_text", "bodies", "description_caption"]);
    let text = text.map(|text| with_captions(text, item)).unwrap_or_default();
    let body = if text.trim().is_empty() { Body::None } else { Body::told(&text) };
    json::article(metadata, body)
}

fn headline(item: Record<'_>) -> String {
    let headline = chosen(item, &["headline", "headlines", "title", "titles"]);
    headline.or_else(|| item.text(&["slugline"])).unwrap_or_default()
}

/// The first of these that is there; of a list of variants the one that is marked as the main one.
fn chosen(item: Record<'_>, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| {
        let variants = item.records(key);
        let is_main = |variant: &&Record<'_>| {
            variant.text(&["role"]).is_some_and(|role| role.to_ascii_lowercase().ends_with("main"))
        };
        let variant = variants.iter().find(is_main).or_else(|| variants.first());
        item.text(&[key]).or_else(|| variant?.text(&["value"]))
    })
}

fn named(item: Record<'_>, keys: &[&str]) -> Option<String> {
    item.names(keys).into_iter().next()
}

fn authors(item: Record<'_>) -> Vec<String> {
    let byline = item.text(&["byline", "by"]);
    let signs = |author: &&Record<'_>| {
        author
            .text(&["role"])
            .is_none_or(|role| SIGNING.contains(&role.to_ascii_lowercase().as_str()))
    };
    let people = item.records("authors");
    let people = people.iter().filter(signs).filter_map(|author| author.text(&["name"]));
    let mut authors: Vec<String> = match byline {
        Some(byline) => vec![byline],
        None => people.collect(),
    };
    if authors.is_empty() {
        authors.extend(named(item, &["creator", "photographer"]).or_else(|| credited(item)));
    }
    authors
}

/// The person in a credit: `Ada Venn/Harbour Pictures/AP`.
fn credited(item: Record<'_>) -> Option<String> {
    let line = item.text(&["description_creditline"])?;
    line.split_once('/').map(|(name, _)| name.to_owned())
}

fn located(item: Record<'_>) -> Option<String> {
    let place = item.record("datelinelocation").or_else(|| item.record("located"));
    item.text(&["located"]).or_else(|| place?.text(&["city", "name"]))
}

/// The address of the page. That of an item in the AP's interface leads to the interface.
fn url(item: Record<'_>) -> Option<String> {
    let interface = item.record("altids").is_some();
    let pages = ["canonicalurl", "canonicalUrl", "url", "link"].map(|key| item.text(&[key]));
    let names = ["uri", "guid"].map(|key| item.text(&[key]).filter(|_| !interface));
    pages.into_iter().chain(names).flatten().find(|url| html::is_web(url))
}

/// Subjects and keywords by name; what a subject belongs to in turn is not named by its writer.
fn tags(item: Record<'_>) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    let subjects = ["subject", "subjects"].iter().flat_map(|key| item.records(key));
    let is_own = |subject: &Record<'_>| {
        !subject.names(&["rels", "rel"]).iter().any(|rel| rel == "ancestor")
            && subject.text(&["name"]) != subject.text(&["code"])
    };
    let subjects = subjects.filter(is_own).filter_map(|subject| subject.text(&["name"]));
    for tag in subjects.chain(item.tags(&["keywords"])) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

/// The text with the pictures that go with it, as far as it has not told their captions.
fn with_captions(text: String, item: Record<'_>) -> String {
    let Some(associations) = item.record("associations") else { return text };
    let mut html = text;
    if !matches!(Body::told(&html), Body::Html(_)) {
        return html;
    }
    for (key, _) in associations.fields() {
        let Some(picture) = associations.record(key) else { continue };
        let is_picture = picture.text(&["type"]).is_some_and(|kind| kind == "picture");
        let caption = picture.text(&["description_text", "headline"]).filter(|_| is_picture);
        if let Some(caption) = caption.filter(|caption| !html.contains(caption.as_str())) {
            html.push_str(&figure(&caption, address(picture)));
        }
    }
    html
}

fn figure(caption: &str, address: Option<String>) -> String {
    let escape =
        |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let image = address.map(|address| format!("<img src=\"{}\">", escape(&address)));
    let image = image.unwrap_or_default();
    format!("<figure>{image}<figcaption>{}</figcaption></figure>", escape(caption))
}

/// Where a picture is: its original, else any rendition of it.
fn address(picture: Record<'_>) -> Option<String> {
    let renditions = picture.record("renditions")?;
    let any = renditions.fields().map(|(key, _)| key);
    ["original"].into_iter().chain(any).find_map(|key| renditions.record(key)?.text(&["href"]))
}
