//! `NewsML`, the envelopes in which news agencies send reports: version 1 ([`first`]) and G2
//! ([`second`]). One envelope may hold several.
//!
//! The report within is NITF, HTML or plain text; an envelope with pictures only gives their
//! captions, and a package gives the list of what is in it.

mod first;
mod second;

use super::compose;
use super::compose::Draft;
use super::escaped;
use super::nitf;
use super::xml;
use super::xml::Element;
use super::xml::Tree;
use super::{Document, Error, Format, Kind};
use crate::article::Article;

pub(super) const FORMAT: Format = Format {
    name: "newsml",
    extensions: &["newsml"],
    about: "news agencies' reports in NewsML 1 and NewsML-G2",
    kind: Kind::Text { recognises, read },
};

fn recognises(document: &Document) -> bool {
    const ROOTS: [&str; 4] = ["newsml", "newsmessage", "newsitem", "packageitem"];
    let root = xml::root_name(&document.text).unwrap_or_default();
    ROOTS.contains(&root.rsplit_once(':').map_or(root.as_str(), |(_, local)| local))
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let tree = Tree::parse(&document.text);
    let Some(root) = tree.root() else { return Err(Error::NoArticle("no report in it")) };
    let is_first = root.is("newsml") || root.child("newscomponent").is_some();
    let drafts = if is_first { first::drafts(root) } else { second::drafts(root) };
    let is_said = |draft: &Draft| !draft.html.trim().is_empty() || !draft.metadata.title.is_empty();
    let named = |draft: Draft| Draft { name: document.stem().to_owned(), ..draft };
    let articles = drafts.into_iter().filter(is_said).map(named).map(compose::article);
    let articles: Vec<Article> = articles.collect();
    if articles.is_empty() {
        return Err(Error::NoArticle("neither a headline nor a text, only what belongs to them"));
    }
    Ok(articles)
}

/// What stands in an element that holds a report in any of the formats that the envelopes allow.
fn content(element: Element<'_>) -> Draft {
    if let Some(report) = element.descendant("*:nitf") {
        return nitf::draft(report);
    }
    let body = element.descendant("*:body");
    let html = match body {
        Some(body) => Some(body.inner_xml()),
        None => escaped::html(element),
    };
    let mut draft = Draft { html: html.unwrap_or_default(), ..Draft::default() };
    let title = element
        .descendant("*:head")
        .and_then(|head| head.children().find(|child| child.is("*:title")));
    draft.metadata.title = title.and_then(Element::line).unwrap_or_default();
    let language = body.unwrap_or(element).attribute("xml:lang");
    draft.languages.extend(language.map(str::to_owned));
    draft
}

#[cfg(test)]
mod tests;
