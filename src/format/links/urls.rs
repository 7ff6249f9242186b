//! A text of addresses and nothing else: one a line.

use super::{Document, Error, Format, Kind, Link, articles};
use crate::article::Article;
use crate::format::html;

pub(super) const FORMAT: Format = Format {
    name: "urls",
    extensions: &[],
    about: "addresses, one a line",
    kind: Kind::Text { recognises, read },
};

/// The lines that are not blank, nor remarks.
fn lines(document: &Document) -> impl Iterator<Item = &str> {
    let lines = document.text.trim_start_matches('\u{feff}').lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn is_address(line: &str) -> bool {
    html::is_web(line) && !line.contains(char::is_whitespace) && !line.contains(['<', '>', '"'])
}

fn recognises(document: &Document) -> bool {
    // There, `#` begins a heading.
    let is_markdown = matches!(document.extension().as_str(), "md" | "markdown");
    let mut lines = lines(document).peekable();
    !is_markdown && lines.peek().is_some() && lines.all(is_address)
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    articles(lines(document).map(|line| Link { url: line.to_owned(), ..Link::default() }))
}
