//! The feed around its entries: what they inherit from it, and what it says of itself when it has
//! none.

use std::collections::HashMap;

use super::is_entry;
use super::media;
use super::people;
use super::time;
use super::topics;
use crate::article::Metadata;
use crate::format::compose;
use crate::format::compose::Draft;
use crate::format::escaped;
use crate::format::xml::Element;

/// What is known of a feed.
pub(super) struct Channel<'t> {
    element: Element<'t>,
    pub(super) title: Option<String>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) logins: HashMap<String, String>,
    /// What the file is called.
    pub(super) name: String,
}

const SUMMARIES: &[&str] = &[
    "description",
    "subtitle",
    "atom:subtitle",
    "tagline",
    "summary",
    "abstract",
    "itunes:summary",
    "info",
    "dc:description",
    "*:description",
    "itunes:subtitle",
    "fullitem",
    "body",
    "xhtml:body",
    "content:encoded",
    "content",
];

impl<'t> Channel<'t> {
    pub(super) fn read(root: Element<'t>, name: &str) -> Self {
        let element = root.child("channel").or_else(|| root.child("rss:channel")).unwrap_or(root);
        let base = root.attribute("xml:base").or_else(|| element.attribute("xml:base"));
        let language = ["language", "dc:language", "atom:language"];
        let language = language.iter().find_map(|name| element.line_of(name));
        let logins = people::logins(element);
        Self {
            title: ["title", "dc:title", "*:title"].iter().find_map(|name| {
                element.children().find(|child| child.is(name)).and_then(escaped::line)
            }),
            url: media::address(element, base),
            language: language.or_else(|| element.inherited("xml:lang").map(str::to_owned)),
            authors: people::authors(element, &logins),
            logins,
            name: name.to_owned(),
            element,
        }
    }

    /// The feed as an article of its own; one that says nothing may have comments in it, else it is
    /// none.
    pub(super) fn draft(&self, comments: &str) -> Option<Draft> {
        let summaries = SUMMARIES.iter().filter_map(|name| self.element.child(name));
        let summary = summaries.filter_map(|child| Some((child, escaped::html(child)?))).next();
        let base = summary.as_ref().map_or(self.element, |(child, _)| *child);
        let base = media::base(base, self.url.as_deref());
        let html = summary.map(|(_, html)| html);
        let html = html.or_else(|| Some(rest(self.element)).filter(|rest| !rest.is_empty()));
        let html =
            html.or_else(|| Some(compose::paragraphs(comments)).filter(|_| self.title.is_none()));
        let html = html.filter(|html| !html.is_empty());
        if html.is_none() && self.title.is_none() {
            return None;
        }
        let metadata = Metadata {
            title: self.title.clone().unwrap_or_default(),
            authors: self.authors.clone(),
            published: time::published(self.element),
            url: self.url.clone(),
            tags: topics::topics(self.element),
            ..Metadata::default()
        };
        let html =
            html.unwrap_or_else(|| format!("<p>{}</p>", html_escape::encode_text(&metadata.title)));
        let languages = self.language.clone().into_iter().collect();
        Some(Draft { metadata, html, languages, base, name: self.name.clone() })
    }
}

/// All that an element says, in paragraphs: for want of a text, so that nothing is lost. What has no
/// words says it in its attributes.
pub(super) fn rest(element: Element<'_>) -> String {
    const TOLD: [&str; 12] = [
        "title", "label", "term", "text", "name", "url", "href", "src", "domain", "resource",
        "about", "value",
    ];
    let told = |leaf: Element<'_>| {
        let attribute = || {
            let told = TOLD.iter().find_map(|name| leaf.attribute(name))?;
            Some(html_escape::encode_text(told).into_owned())
        };
        Some(format!("<div>{}</div>", escaped::html(leaf).or_else(attribute)?))
    };
    let leaves = element.descendants().filter(|leaf| !leaf.has_elements() && !is_entry(*leaf));
    let own = (!element.has_elements()).then_some(element);
    let rest: String = leaves.chain(own).filter_map(told).collect();
    if rest.contains(|c: char| c.is_alphanumeric()) { rest } else { String::new() }
}
