//! The list of articles to be read that bulletty keeps beside them: paths, no addresses.

use super::{Document, Error, Format, Kind};
use crate::article::Article;
use crate::article::Given;
use crate::article::Metadata;

pub(super) const FORMAT: Format = Format {
    name: "bulletty-later",
    extensions: &[],
    about: "bulletty's list of articles to be read (TOML)",
    kind: Kind::Text { recognises, read },
};

fn recognises(document: &Document) -> bool {
    document.text.trim_start_matches('\u{feff}').trim_start().starts_with("read_later")
        && paths(document).is_some()
}

fn paths(document: &Document) -> Option<Vec<String>> {
    let table: toml::Table = document.text.trim_start_matches('\u{feff}').parse().ok()?;
    let paths = table.get("read_later")?.as_array()?;
    Some(paths.iter().filter_map(|path| path.as_str().map(str::to_owned)).collect())
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let paths = paths(document).filter(|paths| !paths.is_empty());
    let paths = paths.ok_or(Error::NoArticle("the list to be read is empty"))?;
    Ok(paths.iter().map(|path| record(path)).collect())
}

/// Called by its file for as long as that is not found.
fn record(path: &str) -> Article {
    let name = path.rsplit('/').next().unwrap_or(path);
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let metadata = Metadata { title: name.replace(['-', '_'], " "), ..Metadata::default() };
    let mut article = Article::new(metadata, Vec::new());
    article.text_in = vec![path.to_owned(), format!("categories/{path}")];
    article.with_given(Given { bookmarked: Some(true), ..Given::default() })
}
