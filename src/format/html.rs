//! Saved web pages: SingleFile's, browsers', monolith's, and any other HTML.
//!
//! A page is bounded before it is parsed, its metadata is read from the whole of it, and its article
//! is found and turned into flat blocks. Nothing is fetched and no script is run. Encodings were dealt
//! with before; feeds and other XML are other formats.

mod address;
mod blocks;
mod content;
mod dom;
mod flow;
mod inline;
mod json_ld;
mod language;
mod metadata;
mod prescan;
mod provenance;
mod table;
mod tags;
mod title;
mod trim;

pub(super) use address::{host, is_web, resolve};
pub(super) use blocks::Context;
pub(super) use flow::{Flow, Scope};
pub(super) use language::{direct, settle};
pub(super) use tags::{Tag, next_tag};
pub(super) use trim::headline as without_headline;

use super::{Document, Error, Format};
use crate::article::Article;
use crate::article::Block;
use crate::article::Direction;
use crate::article::Rich;

pub(super) const FORMAT: Format = Format {
    name: "html",
    extensions: &["html", "htm", "xhtml", "xht", "shtml"],
    about: "web pages: SingleFile, browsers' \"Web page, complete\", monolith, any HTML",
    recognises,
    read,
};

/// How much of a file is looked at to tell what it is.
const HEAD: usize = 4096;

/// Turns a piece of HTML into blocks: everything in it is text, nothing is left out as furniture.
pub(super) fn fragment(html: &str, context: Context<'_>) -> Vec<Block> {
    let tree = dom_query::Document::fragment(prescan::bound(html));
    blocks::blocks(&tree.root(), context)
}

fn recognises(document: &Document) -> bool {
    let text = document.text.trim_start_matches(['\u{feff}', '\u{200e}', '\u{200f}']);
    let head = text.get(..text.floor_char_boundary(HEAD)).unwrap_or(text).to_ascii_lowercase();
    let start = without_prologue(&head);
    if start.starts_with("<html") || start.starts_with("<!doctype html") {
        return true;
    }
    let is_markdown = matches!(document.extension().as_str(), "md" | "markdown" | "mdown" | "mkd");
    !is_markdown && start.starts_with('<') && is_mostly_tags(start)
}

/// Passes over what may stand before the root: an XML declaration, comments.
fn without_prologue(head: &str) -> &str {
    let mut rest = head.trim_start();
    loop {
        let after = if rest.starts_with("<?xml") {
            rest.split_once("?>")
        } else if rest.starts_with("<!--") {
            rest.split_once("-->")
        } else {
            None
        };
        match after {
            Some((_, after)) => rest = after.trim_start(),
            None => return rest,
        }
    }
}

/// Whether known tags stand thick, as they do in a page without a head.
fn is_mostly_tags(head: &str) -> bool {
    const KNOWN: &[&str] = &[
        "a", "article", "b", "blockquote", "body", "br", "div", "em", "figure", "font", "h1", "h2",
        "h3", "head", "header", "i", "img", "li", "link", "main", "meta", "ol", "p", "section",
        "span", "strong", "table", "td", "title", "tr", "ul",
    ];
    let mut at = 0;
    let mut known = 0;
    let mut foreign = 0;
    while let Some(tag) = next_tag(head, at) {
        at = tag.end;
        if KNOWN.contains(&tag.name) { known += 1 } else { foreign += 1 }
    }
    let lines = head.lines().count();
    known >= 3 && known > 2 * foreign && known * 4 >= lines
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let provenance = provenance::read(&document.text);
    let page = dom_query::Document::from(prescan::bound(&document.text));
    let saved = provenance.url.clone();
    let declared = metadata::read(&page, provenance);
    let mut metadata = declared.metadata;
    let found = content::find(&page, &metadata.title, declared.body.as_deref());
    let base = base(&page, saved.as_deref().or(metadata.url.as_deref()));
    let declared_language = declared.languages.first().map(String::as_str);
    let context = Context { base: base.as_deref(), language: declared_language };
    let mut body = fragment(&found.html, context);
    trim::headline(&mut body, &metadata.title);
    trim::trailing_links(&mut body);
    if body.is_empty() && metadata.title.is_empty() {
        return Err(Error::NoArticle("the page has no text"));
    }
    if metadata.title.is_empty() {
        metadata.title = first_heading(&body).unwrap_or_else(|| document.stem().to_owned());
    }
    if metadata.authors.is_empty() {
        metadata.authors.extend(found.byline.filter(|byline| byline.chars().count() < 100));
    }
    let text = letters(&metadata.title, &body);
    metadata.language = settle(declared.languages.iter().map(String::as_str), &text);
    let direction = found.direction.or_else(|| page_direction(&page));
    metadata.direction = direct(direction, metadata.language.as_deref(), &text);
    forget_language(&mut body, metadata.language.as_deref());
    Ok(vec![Article::new(metadata, body)])
}

/// What addresses in the page are seen from: its `<base>`, itself seen from the page's own address.
fn base(page: &dom_query::Document, own: Option<&str>) -> Option<String> {
    let declared = page.select("base[href]").attr("href");
    let declared = declared.and_then(|href| resolve(own, &href)).filter(|base| is_web(base));
    declared.or_else(|| own.map(str::to_owned))
}

fn page_direction(page: &dom_query::Document) -> Option<Direction> {
    let places = ["article[dir]", "main[dir]", "body[dir]", "html[dir]"];
    places.iter().find_map(|place| Direction::from_keyword(&page.select(place).attr("dir")?))
}

pub(super) fn first_heading(body: &[Block]) -> Option<String> {
    let is_heading =
        |block: &&Block| matches!(block.content, crate::article::Content::Heading { .. });
    body.iter().find(is_heading)?.texts().next().map(|text| text.text().to_owned())
}

/// The text that language and direction are told by.
pub(super) fn letters(title: &str, body: &[Block]) -> String {
    let mut text = title.to_owned();
    for leaf in body.iter().flat_map(Block::texts).map(Rich::text) {
        if text.len() > 2 * HEAD {
            break;
        }
        text.push('\n');
        text.push_str(leaf);
    }
    text
}

/// A block names its language only where that is not the article's.
pub(super) fn forget_language(body: &mut [Block], article: Option<&str>) {
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let article = article.map(primary);
    for block in body {
        block.language = block.language.take().filter(|tag| Some(primary(tag)) != article);
    }
}
