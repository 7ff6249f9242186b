//! From the fields of a record to an article: its body out of HTML or plain text, its language and
//! direction, a title where none is given. What all formats in JSON do alike.

use crate::article::Article;
use crate::article::Block;
use crate::article::Metadata;
use crate::article::scrub;
use crate::article::scrub_line;
use crate::format::finish;
use crate::format::html;
use crate::format::html::Context;
use crate::format::plain::body;
use crate::format::plain::links;

/// The tags that tell HTML from a text with a `<` in it.
const TAGS: &[&str] = &[
    "a",
    "article",
    "b",
    "blockquote",
    "br",
    "div",
    "em",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "span",
    "strong",
    "table",
    "ul",
];

/// The tags that stress words in a headline.
const STRESS: &[&str] =
    &["b", "br", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "u"];

/// How many tags are looked at.
const MAX_TAGS: usize = 50;

/// The body of a record.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::format) enum Body<'a> {
    /// Only the address was saved.
    #[default]
    None,
    /// Mark-up.
    Html(&'a str),
    /// Paragraphs parted by line feeds.
    Text(&'a str),
}

impl<'a> Body<'a> {
    /// HTML or plain text, whichever it looks like.
    pub(in crate::format) fn told(text: &'a str) -> Self {
        let is_html = tags(text).any(|tag| TAGS.contains(&tag.name));
        if is_html { Self::Html(text) } else { Self::Text(text) }
    }

    /// The blocks, addresses seen from the article's own.
    fn blocks(self, metadata: &Metadata) -> Vec<Block> {
        let context =
            Context { base: metadata.url.as_deref(), language: metadata.language.as_deref() };
        match self {
            Self::None => Vec::new(),
            Self::Html(text) => html::fragment(text, context),
            Self::Text(text) => {
                let text = scrub(text);
                let lines: Vec<&str> = text.lines().collect();
                let pieces = body::pieces(&lines, None).into_iter();
                pieces.map(|piece| piece.into_block(links::rich)).collect()
            }
        }
    }
}

/// The article; `metadata.language` is what the record declares. `None` for a record that tells
/// nothing: neither a title nor an address nor a text.
pub(in crate::format) fn article(mut metadata: Metadata, body: Body<'_>) -> Option<Article> {
    metadata.title = scrub_line(&headline(&metadata.title));
    metadata.standfirst = metadata.standfirst.take().map(|text| plain(&text));
    metadata.url = metadata.url.take().filter(|url| html::is_web(url));
    let mut body = body.blocks(&metadata);
    if metadata.title.is_empty() {
        metadata.title = html::first_heading(&body)
            .or_else(|| html::first_words(&body))
            .or_else(|| metadata.url.clone())?;
    }
    html::without_headline(&mut body, &metadata.title);
    let text = html::letters(&metadata.title, &body);
    metadata.language = html::settle(metadata.language.as_deref(), &text);
    metadata.direction = html::direct(None, metadata.language.as_deref(), &text);
    metadata.source = metadata.source.take().or_else(|| html::host(metadata.url.as_deref()?));
    html::forget_language(&mut body, metadata.language.as_deref());
    Some(finish::article(metadata, body))
}

/// A headline with its references resolved. What stresses words in it is taken off; elsewhere a `<` is
/// a sign like any other, and headlines about HTML stay whole.
fn headline(title: &str) -> String {
    let mut all = tags(title).peekable();
    let stresses = |tag: html::Tag<'_>| STRESS.contains(&tag.name) && tag.attributes.is_empty();
    let is_html = all.peek().is_some() && all.all(stresses);
    let title = if is_html { title.to_owned() } else { title.replace('<', "&lt;") };
    html::unescape(&title)
}

fn tags(text: &str) -> impl Iterator<Item = html::Tag<'_>> {
    let next = move |tag: &html::Tag<'_>| html::next_tag(text, tag.end);
    std::iter::successors(html::next_tag(text, 0), next).take(MAX_TAGS)
}

/// A summary without its mark-up.
fn plain(text: &str) -> String {
    match Body::told(text) {
        Body::Html(text) => {
            let blocks = html::fragment(text, Context::default());
            let texts: Vec<&str> =
                blocks.iter().flat_map(Block::texts).map(|text| text.text()).collect();
            texts.join(" ")
        }
        _ => html::unescape(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata(title: &str) -> Metadata {
        Metadata { title: title.into(), ..Metadata::default() }
    }

    #[test]
    fn html_is_told_from_text() {
        assert!(matches!(Body::told("a < b and <said> nothing"), Body::Text(_)));
        assert!(matches!(Body::told("one<br>two"), Body::Html(_)));
    }

    #[test]
    fn a_title_is_made_where_none_is_given() {
        let article = article(metadata(""), Body::Text("فُتح المرفأ.\n\nعادت القوارب.")).unwrap();
        assert_eq!(article.metadata.title, "فُتح المرفأ");
        assert_eq!(article.metadata.language.as_deref(), Some("ar"));
    }

    #[test]
    fn a_record_that_tells_nothing_is_no_article() {
        assert!(article(metadata(" \u{feff}"), Body::None).is_none());
    }

    #[test]
    fn entities_in_a_title_are_letters() {
        let title = |title| article(metadata(title), Body::None).unwrap().metadata.title;
        assert_eq!(title("Boats &amp; nets"), "Boats & nets");
        assert_eq!(title("The <b>old</b> harbour"), "The old harbour");
        let about = "The <a href=x>link</a> explained";
        assert_eq!(title(about), about);
        assert_eq!(title("What <script> does, and 1 < 2"), "What <script> does, and 1 < 2");
    }
}
