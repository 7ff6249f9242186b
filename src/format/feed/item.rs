//! One entry of a feed, under whatever names its version has for the parts of it.

use super::channel::Channel;
use super::facts;
use super::media;
use super::people;
use super::time;
use super::topics;
use crate::article::Metadata;
use crate::format::compose;
use crate::format::compose::Draft;
use crate::format::escaped;
use crate::format::xml::Element;

/// Where the text stands, the whole of it first.
const TEXTS: &[&str] =
    &["content:encoded", "content", "atom:content", "xhtml:body", "body", "fullitem", "xhtml:div"];
const SUMMARIES: &[&str] = &[
    "description",
    "summary",
    "atom:summary",
    "excerpt:encoded",
    "abstract",
    "itunes:summary",
    "dc:description",
    "dcterms:abstract",
    "itunes:subtitle",
    "*:description",
];
const TITLES: &[&str] =
    &["title", "atom:title", "dc:title", "media:title", "itunes:title", "*:title"];

const IDENTIFIERS: &[&str] = &["guid", "id", "atom:id", "dc:identifier"];

/// Longer summaries are texts.
const LONGEST_SUMMARY: usize = 1000;

/// Whether `WordPress` would show this: it exports menus, pictures and what was thrown away as well.
pub(super) fn is_published(entry: Element<'_>) -> bool {
    const NOT_TEXT: [&str; 7] = [
        "attachment",
        "nav_menu_item",
        "revision",
        "custom_css",
        "customize_changeset",
        "oembed_cache",
        "user_request",
    ];
    let kind = entry.line_of("wp:post_type").unwrap_or_default();
    let status = entry.line_of("wp:status").unwrap_or_default();
    !NOT_TEXT.contains(&kind.as_str())
        && !kind.starts_with("wp_")
        && !["trash", "auto-draft", "inherit", "spam"].contains(&status.as_str())
}

/// What the entry says; `None` when it says nothing.
pub(super) fn draft(entry: Element<'_>, channel: &Channel<'_>) -> Option<Draft> {
    let outermost = channel.url.as_deref();
    let url = media::address(entry, outermost);
    let title = TITLES.iter().find_map(|name| escaped::line(find(entry, name)?));
    let content = first(entry, TEXTS);
    let summary = first(entry, SUMMARIES);
    let at = content.as_ref().or(summary.as_ref()).map_or(entry, |(at, _)| *at);
    let base = media::base(at, url.as_deref().or(outermost));
    let standfirst = summary.as_ref().filter(|_| content.is_some());
    let standfirst = standfirst.map(|(_, html)| compose::line(html));
    let mut html = content.or(summary).map(|(_, html)| html).unwrap_or_default();
    let links = media::links(entry, &html, base.as_deref());
    html.push_str(&links);
    let is_untold = html.is_empty();
    // The text behind a headline and its link was not saved.
    let is_headline = title.is_some() && url.is_some() && media::has_link(entry);
    if is_untold && !is_headline {
        html = for_want_of_text(entry, title.as_deref());
    }
    if html.is_empty() && url.is_none() && title.is_none() {
        return None;
    }
    let metadata = Metadata {
        source: source(entry, channel),
        authors: authors(entry, channel),
        standfirst: standfirst.filter(|summary| summary.len() <= LONGEST_SUMMARY),
        published: time::published(entry),
        tags: topics::topics(entry),
        title: title.or_else(|| url.clone().filter(|_| is_untold)).unwrap_or_default(),
        url,
        identifier: IDENTIFIERS.iter().find_map(|name| entry.line_of(name)),
        ..Metadata::default()
    };
    let name = metadata.url.clone().unwrap_or_else(|| channel.name.clone());
    Some(Draft { metadata, html, languages: languages(at, entry, channel), base, name })
}

/// The first child by any of the names, or within the groups of Media RSS.
fn find<'t>(entry: Element<'t>, name: &str) -> Option<Element<'t>> {
    let group = || entry.child("media:group")?.child(name);
    entry
        .children()
        .filter(|child| child.is(name))
        .find(|child| child.line().is_some())
        .or_else(group)
}

/// The first of the texts that says something.
fn first<'t>(entry: Element<'t>, names: &[&str]) -> Option<(Element<'t>, String)> {
    let found = names.iter().filter_map(|name| find(entry, name).or_else(|| entry.child(name)));
    found.filter_map(|at| Some((at, escaped::html(at)?))).find(|(_, html)| !html.trim().is_empty())
}

/// An entry of a title alone is a message of one line; one without even that says what it says.
fn for_want_of_text(entry: Element<'_>, title: Option<&str>) -> String {
    let own = title.map(|title| format!("<p>{}</p>", html_escape::encode_text(title)));
    match own {
        Some(own) => own + &facts::beside(entry, None),
        None => facts::all(entry).unwrap_or_default(),
    }
}

/// Where the entry was taken from, else the feed.
fn source(entry: Element<'_>, channel: &Channel<'_>) -> Option<String> {
    let origin = find(entry, "source").or_else(|| find(entry, "atom:source"));
    let named = origin.and_then(|origin| {
        if origin.has_elements() {
            escaped::line(origin.child("title").or_else(|| origin.child("atom:title"))?)
        } else {
            origin.line()
        }
    });
    let publisher = || entry.line_of("dc:publisher");
    named.or_else(|| channel.title.clone()).or_else(publisher)
}

fn authors(entry: Element<'_>, channel: &Channel<'_>) -> Vec<String> {
    let own = people::authors(entry, &channel.logins);
    if !own.is_empty() {
        return own;
    }
    let origin = entry.child("source").map(|origin| people::authors(origin, &channel.logins));
    origin.filter(|people| !people.is_empty()).unwrap_or_else(|| channel.authors.clone())
}

fn languages(at: Element<'_>, entry: Element<'_>, channel: &Channel<'_>) -> Vec<String> {
    let near = at.inherited("xml:lang").map(str::to_owned);
    let own = ["dc:language", "language"].iter().find_map(|name| entry.line_of(name));
    near.into_iter().chain(own).chain(channel.language.clone()).collect()
}
