//! An article from its metadata and its text in HTML: what the formats that wrap the one in
//! something else do alike.
//!
//! Nothing is looked for here: the HTML is the text and all of it, the metadata is what the wrapping
//! tells. What they lack is taken from each other.

use super::finish;
use super::html;
use crate::article::Article;
use crate::article::Block;
use crate::article::Content;
use crate::article::Metadata;
use crate::article::Rich;

/// So much of links to pictures is enough, in bytes.
const MOST_LINKS: usize = 8192;

/// What a format has found of an article.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) metadata: Metadata,
    /// The text.
    pub(super) html: String,
    /// The languages that are declared, the nearest to the text first.
    pub(super) languages: Vec<String>,
    /// What addresses in the text are seen from.
    pub(super) base: Option<String>,
    /// What the article is called when it has neither a headline nor words.
    pub(super) name: String,
}

impl Draft {
    /// Takes over what another draft tells of the same article and this one does not.
    pub(super) fn add(&mut self, other: Self) {
        let (own, new) = (&mut self.metadata, other.metadata);
        if own.title.is_empty() {
            own.title = new.title;
        }
        if own.authors.is_empty() {
            own.authors = new.authors;
        }
        own.source = own.source.take().or(new.source);
        own.dateline = own.dateline.take().or(new.dateline);
        own.standfirst = own.standfirst.take().or(new.standfirst);
        own.published = own.published.or(new.published);
        own.tags.extend(new.tags);
        self.languages.extend(other.languages);
        if self.html.trim().is_empty() {
            self.html = other.html;
        }
    }
}

/// The article.
pub(super) fn article(draft: Draft) -> Article {
    let Draft { mut metadata, html, languages, base, name } = draft;
    let language = languages.first().map(String::as_str);
    let base = base.or_else(|| metadata.url.clone());
    let context = html::Context { base: base.as_deref(), language };
    let mut body = html::fragment(&html, context);
    if body.iter().flat_map(Block::texts).all(Rich::is_blank) {
        body = without_words(&html, context);
    }
    if is_blank(&metadata.title) {
        let words = html::first_heading(&body).filter(|heading| !is_blank(heading));
        metadata.title = words.or_else(|| html::first_words(&body)).unwrap_or(name);
    }
    html::without_headline(&mut body, &metadata.title);
    let text = html::letters(&metadata.title, &body);
    metadata.language = html::settle(languages.iter().map(String::as_str), &text);
    metadata.direction = html::direct(None, metadata.language.as_deref(), &text);
    html::forget_language(&mut body, metadata.language.as_deref());
    let host = || metadata.url.as_deref().and_then(html::host);
    metadata.source = metadata.source.take().filter(|name| !is_blank(name)).or_else(host);
    finish::article(metadata, body)
}

/// A text that shows no words: links to what it shows, else the mark-up itself, so that nothing is
/// lost.
fn without_words(html: &str, context: html::Context<'_>) -> Vec<Block> {
    let mut links = String::new();
    let mut at = 0;
    while let Some(tag) = html::next_tag(html, at) {
        at = tag.end;
        let leads = ["src", "data", "href"].iter().find_map(|name| tag.attribute(name));
        let url = leads.and_then(|leads| html::resolve(context.base, leads.trim()));
        if let Some(url) = url.filter(|url| !links.contains(url.as_str())) {
            links.push_str(&link(&url, &url));
        }
        if links.len() > MOST_LINKS {
            break;
        }
    }
    let markup = html.trim();
    if links.is_empty() && !markup.is_empty() {
        let text = Rich::plain(markup);
        return vec![Block::new(Content::Code { text, syntax: None })];
    }
    html::fragment(&links, context)
}

/// The words of a piece of HTML on one line.
pub(super) fn line(html: &str) -> String {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !html.contains(['<', '&']) {
        return words(html);
    }
    let blocks = html::fragment(html, html::Context::default());
    let texts: Vec<&str> = blocks.iter().flat_map(Block::texts).map(Rich::text).collect();
    words(&texts.join(" "))
}

/// Plain text as HTML: a paragraph for what blank lines part.
pub(super) fn paragraphs(text: &str) -> String {
    let mut html = String::new();
    let mut paragraph = String::new();
    for line in text.lines().chain([""]) {
        if !line.trim().is_empty() {
            paragraph.push_str(line);
            paragraph.push('\n');
        } else if !paragraph.is_empty() {
            html.push_str("<p>");
            html.push_str(&html_escape::encode_text(&paragraph));
            html.push_str("</p>");
            paragraph.clear();
        }
    }
    html
}

/// A paragraph that leads to an address.
pub(super) fn link(url: &str, words: &str) -> String {
    let url = html_escape::encode_double_quoted_attribute(url);
    format!("<p><a href=\"{url}\">{}</a></p>", html_escape::encode_text(words))
}

fn is_blank(text: &str) -> bool {
    !text.contains(|c: char| c.is_alphanumeric() || !c.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_made_of_the_words_and_the_headline_is_not_said_twice() {
        let html = "<h1>عنوان</h1><p>نص أول.</p><p>نص ثان.</p>".to_owned();
        let article = article(Draft { html, ..Draft::default() });
        assert_eq!(article.metadata.title, "عنوان");
        assert_eq!(article.body.len(), 2);
        assert_eq!(article.metadata.direction, crate::article::Direction::Rtl);
    }

    #[test]
    fn plain_text_is_told_apart_from_markup() {
        assert_eq!(paragraphs("a < b\nc\n\n\nd"), "<p>a &lt; b\nc\n</p><p>d\n</p>");
        assert_eq!(line("a <b>b</b> &amp; c<p>d"), "a b & c d");
    }
}
