//! What a query is matched against: one article's words, folded once and never copied.

use std::sync::Arc;

use super::fold::fold_onto;
use crate::article::Article;
use crate::article::Block;

/// The folded text of an article: title, source, authors, dateline, standfirst, tags, body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Haystack {
    text: Arc<str>,
    /// Fields that another file adds.
    added: String,
}

impl Haystack {
    /// Between fields. Folded text has no line feeds, so nothing that is searched for spans two.
    const SEPARATOR: char = '\n';

    /// Folds what can be searched in `article`.
    #[must_use]
    pub fn new(article: &Article) -> Self {
        let mut text = String::new();
        let about = &article.metadata;
        field(&about.title, &mut text);
        let optional = [&about.source, &about.dateline, &about.standfirst];
        for part in optional.into_iter().flatten() {
            field(part, &mut text);
        }
        for part in about.authors.iter().chain(&about.tags) {
            field(part, &mut text);
        }
        body(&article.body, &mut text);
        Self { text: text.into(), added: String::new() }
    }

    /// What has been folded before.
    pub(super) fn folded(text: &str, added: &str) -> Self {
        Self { text: text.into(), added: added.to_owned() }
    }

    /// The same text, and more fields beside it.
    #[must_use]
    pub fn with<'a>(&self, fields: impl IntoIterator<Item = &'a str>) -> Self {
        let mut added = self.added.clone();
        fields.into_iter().for_each(|text| field(text, &mut added));
        Self { text: Arc::clone(&self.text), added }
    }

    /// The folded text, a line for each field: the title first, the body last.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands beside the text, a line for each field.
    #[must_use]
    pub fn added(&self) -> &str {
        &self.added
    }
}

fn field(text: &str, onto: &mut String) {
    fold_onto(text, onto, |_, _| ());
    onto.push(Haystack::SEPARATOR);
}

/// One field: a phrase may run on from one block into the next, as in [`Article::text`].
fn body(blocks: &[Block], onto: &mut String) {
    for leaf in blocks.iter().flat_map(Block::texts) {
        fold_onto(leaf.text(), onto, |_, _| ());
        fold_onto("\n", onto, |_, _| ());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Metadata;

    #[test]
    fn fields_are_lines_and_blocks_are_words() {
        let metadata = Metadata {
            title: "Title".into(),
            source: Some("Agency".into()),
            tags: vec!["One".into(), "Two".into()],
            ..Metadata::default()
        };
        let body = vec![Block::paragraph("First\nline."), Block::paragraph("Second.")];
        let haystack = Haystack::new(&Article::new(metadata, body));
        assert_eq!(haystack.text(), "title\nagency\none\ntwo\nfirst line. second. ");
    }

    #[test]
    fn what_is_added_is_searched_and_the_text_is_shared() {
        let metadata = Metadata { title: "Title".into(), ..Metadata::default() };
        let one = Haystack::new(&Article::new(metadata, Vec::new()));
        let two = one.with(["Harbour", "البحر"]);
        assert!(Arc::ptr_eq(&one.text, &two.text));
        let query = crate::search::Query::parse("title harbour");
        assert!(query.matches(&two) && !query.matches(&one));
        assert!(!crate::search::Query::parse("title -البحر").matches(&two));
    }
}
