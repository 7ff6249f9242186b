//! What a query is matched against: one article's words, folded once.

use super::fold::fold_onto;
use crate::article::Article;
use crate::article::Block;

/// The folded text of an article: title, source, authors, dateline, standfirst, tags, body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Haystack {
    text: String,
}

impl Haystack {
    /// Between fields. Folded text has no line feeds, so nothing that is searched for spans two.
    const SEPARATOR: char = '\n';

    /// Folds what can be searched in `article`.
    #[must_use]
    pub fn new(article: &Article) -> Self {
        let mut haystack = Self::default();
        let about = &article.metadata;
        haystack.field(&about.title);
        let optional = [&about.source, &about.dateline, &about.standfirst];
        for field in optional.into_iter().flatten() {
            haystack.field(field);
        }
        for field in about.authors.iter().chain(&about.tags) {
            haystack.field(field);
        }
        haystack.body(&article.body);
        haystack.text.shrink_to_fit();
        haystack
    }

    /// The folded text, a line for each field.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    fn field(&mut self, text: &str) {
        fold_onto(text, &mut self.text, |_, _| ());
        self.text.push(Self::SEPARATOR);
    }

    /// One field: a phrase may run on from one block into the next, as in [`Article::text`].
    fn body(&mut self, blocks: &[Block]) {
        for leaf in blocks.iter().flat_map(Block::texts) {
            fold_onto(leaf.text(), &mut self.text, |_, _| ());
            fold_onto("\n", &mut self.text, |_, _| ());
        }
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
}
