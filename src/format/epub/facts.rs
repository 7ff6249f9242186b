//! What a chapter's document tells of it in its own head: in a book of articles each has authors, an
//! address and a day of its own. Most books' chapters tell nothing there.

use super::package::Package;
use super::plain;
use crate::article::Date;
use crate::article::Metadata;
use crate::format::date;
use crate::format::html;
use crate::format::html::Tag;

/// What one or more heads tell.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Whether this program made it: then nothing of the book is its own.
    is_ours: bool,
    source: Option<String>,
    authors: Vec<String>,
    standfirst: Option<String>,
    published: Option<Date>,
    url: Option<String>,
    tags: Vec<String>,
}

impl Facts {
    /// Takes in a tag of a head.
    pub(super) fn take(&mut self, tag: &Tag<'_>) {
        let attribute = |name| tag.attribute(name).map(plain).filter(|text| !text.is_empty());
        if tag.is("link") && attribute("rel").as_deref() == Some("canonical") {
            self.url = attribute("href").filter(|url| html::is_web(url)).or(self.url.take());
        }
        if !tag.is("meta") {
            return;
        }
        let name = attribute("property").or_else(|| attribute("name")).unwrap_or_default();
        let Some(content) = attribute("content") else { return };
        match name.as_str() {
            "generator" => self.is_ours = content == "sahifa",
            "author" if !self.authors.contains(&content) => self.authors.push(content),
            "og:site_name" => self.source = Some(content),
            "description" => self.standfirst = Some(content),
            "article:published_time" => self.published = date::parse(&content),
            "article:tag" if !self.tags.contains(&content) => self.tags.push(content),
            _ => {}
        }
    }

    /// Whether they tell who wrote it, where or when.
    pub(super) const fn is_known(&self) -> bool {
        self.is_ours
            || !self.authors.is_empty()
            || self.source.is_some()
            || self.published.is_some()
    }

    /// What is known of a chapter of this title: what it tells itself, else what the book does.
    pub(super) fn metadata(self, title: &str, path: &str, package: &Package) -> Metadata {
        let (nothing, is_ours) = (Package::default(), self.is_ours);
        let package = if is_ours { &nothing } else { package };
        let of =
            |own: Vec<String>, book: &[String]| if own.is_empty() { book.to_vec() } else { own };
        let book = package.title.clone().filter(|source| *source != title);
        Metadata {
            source: self.source.or(book),
            authors: of(self.authors, &package.authors),
            standfirst: self.standfirst,
            published: self.published.or(package.published),
            url: self.url.or_else(|| package.url.clone()),
            // The book's is that of all its chapters.
            identifier: package.identifier.as_ref().map(|book| format!("{book}#{path}")),
            tags: of(self.tags, &package.subjects),
            ..Metadata::default()
        }
    }
}
