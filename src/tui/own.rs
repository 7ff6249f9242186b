//! What the reader has added to an article, as its page shows it: notes, marked passages, tags.

use crate::article::{Article, ArticleId};
use crate::locale::Locale;
use crate::page::{Annotations, Remark};
use crate::search::Quotation;
use crate::store::{Note, Quote, State};

/// What the reader has added to one article.
#[derive(Debug)]
pub struct Own<'a> {
    /// Where it is kept.
    pub state: &'a State,
    /// The names of the article.
    pub ids: &'a [ArticleId],
    /// The tags that its files give it.
    pub tags: &'a [String],
}

impl Own<'_> {
    /// The same annotations with all of it.
    #[must_use]
    pub fn beside(
        &self,
        annotations: Annotations,
        article: &Article,
        locale: &Locale,
    ) -> Annotations {
        annotations.with_remarks(self.remarks(article)).with_tags(self.tags_line(locale))
    }

    /// The notes and the marked passages, with the places where these stand in the text as it is now.
    pub(super) fn remarks(&self, article: &Article) -> Vec<Remark> {
        let notes = self.state.notes(self.ids);
        let text = if notes.is_empty() { String::new() } else { article.text() };
        let place = |quote: &Quote| {
            let Quote { exact, prefix, suffix, at } = quote;
            Quotation { exact, prefix, suffix, at: at.0 }.find(&text)
        };
        let remark = |note: &Note<'_>| Remark {
            quote: note.content.quote.as_ref().map(|quote| quote.exact.clone()),
            place: note.content.quote.as_ref().and_then(place),
            text: note.content.text.clone(),
        };
        notes.iter().map(remark).collect()
    }

    /// The tags, where they are not those of the files.
    pub(super) fn tags_line(&self, locale: &Locale) -> Option<String> {
        let tags = self.state.tags(self.ids, self.tags);
        let is_own = tags != self.tags && !tags.is_empty();
        let comma = locale.text("list-comma");
        is_own.then(|| locale.say("page-tags", &[("tags", tags.join(&comma).into())]))
    }
}
