//! What is known of an article as the head of a page, in the words that pages use for it; and what the
//! reader has added, under the text.

use crate::article::Date;
use crate::article::Direction;
use crate::article::Metadata;

use super::markup::{escaped, language};
use super::{Piece, Remark, keyword};

/// `lang` and `dir`.
pub(super) fn attributes(tag: Option<&str>, direction: Direction) -> String {
    format!("{} dir=\"{}\"", tag.map(language).unwrap_or_default(), keyword(direction))
}

/// The elements of a head.
pub(super) fn head(piece: &Piece) -> String {
    let Metadata { title, source, authors, standfirst, published, url, .. } =
        &piece.article.metadata;
    let mut out = format!("<title>{}</title>\n", escaped(title));
    let mut meta = |name: &str, content: &str| {
        let kind = if name.contains(':') { "property" } else { "name" };
        out.push_str(&format!("<meta {kind}=\"{name}\" content=\"{}\"/>\n", escaped(content)));
    };
    meta("generator", "sahifa");
    authors.iter().for_each(|author| meta("author", author));
    source.iter().for_each(|source| meta("og:site_name", source));
    standfirst.iter().for_each(|text| meta("description", text));
    published.iter().for_each(|date| meta("article:published_time", &date.to_string()));
    piece.tags.iter().for_each(|tag| meta("article:tag", tag));
    if let Some(url) = url {
        out.push_str(&format!("<link rel=\"canonical\" href=\"{}\"/>\n", escaped(url)));
    }
    out
}

/// The head of an article, as it is read.
pub(super) fn headline(metadata: &Metadata) -> String {
    let mut out = format!("<header>\n<h1>{}</h1>\n", escaped(&metadata.title));
    let byline = metadata.source.iter().chain(&metadata.authors).map(|name| escaped(name));
    let date = |date: &Date| format!("<time datetime=\"{date}\">{}</time>", date.to_day());
    let byline: Vec<String> = byline.chain(metadata.published.iter().map(date)).collect();
    if !byline.is_empty() {
        out.push_str(&format!("<p class=\"byline\">{}</p>\n", byline.join(" · ")));
    }
    out + "</header>\n"
}

/// What the reader has noted.
pub(super) fn remarks(remarks: &[Remark]) -> String {
    if remarks.is_empty() {
        return String::new();
    }
    let told = |remark: &Remark| {
        let quote = remark
            .quote
            .as_ref()
            .map(|quote| format!("<blockquote><p>{}</p></blockquote>\n", escaped(quote)));
        let text = (!remark.text.is_empty()).then(|| {
            let lines: Vec<String> = remark.text.lines().map(escaped).collect();
            format!("<p dir=\"auto\">{}</p>\n", lines.join("<br/>\n"))
        });
        quote.unwrap_or_default() + &text.unwrap_or_default()
    };
    let told: String = remarks.iter().map(told).collect();
    format!("<aside class=\"notes\">\n<hr/>\n{told}</aside>\n")
}
