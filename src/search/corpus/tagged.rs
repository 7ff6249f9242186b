//! Searching texts together with words that their reader has put to them, which are in no file and come and
//! go.

use std::io;
use std::sync::Arc;

use super::{Corpus, Doc, Docs, Query, Stop};
use crate::search::fold;

/// Words by the texts that they are put to.
pub type Added = Arc<[(Doc, Vec<String>)]>;

impl Corpus {
    /// The texts that fit the query, each as if the words beside its number stood in it too. Nothing if
    /// `stop` said so meanwhile. What is told before may lack such words.
    ///
    /// # Errors
    ///
    /// As [`Corpus::find`].
    pub fn find_with(
        &self,
        (query, added): (&Query, &[(Doc, Vec<String>)]),
        stop: Stop<'_>,
        tell: impl FnMut(&Docs),
    ) -> io::Result<Option<Docs>> {
        let Some(mut found) = self.find_in_parts(query, stop, tell)? else { return Ok(None) };
        for (doc, words) in added.iter().filter(|(_, words)| concerns(query, words)) {
            let Some(text) = self.haystack(*doc)? else { continue };
            if query.matches(&text.with(words.iter().map(String::as_str))) {
                found.insert(*doc);
            } else {
                found.take(*doc);
            }
        }
        Ok(Some(found))
    }
}

/// Whether words can make a difference to a query: no others are looked at.
fn concerns(query: &Query, words: &[String]) -> bool {
    let words: Vec<String> = words.iter().map(|word| fold(word)).collect();
    let mut terms = query.required().chain(query.excluded());
    terms.any(|term| words.iter().any(|word| word.contains(term)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Haystack;

    #[test]
    fn words_that_were_put_to_a_text_are_found_with_its_own_and_keep_it_out() {
        let corpus = Corpus::in_memory();
        let docs = ["old harbour", "new harbour", "night"]
            .map(|text| corpus.add(&Haystack::default().with([text])).unwrap());
        let added = [(docs[0], vec!["Sea".to_owned()]), (docs[2], vec!["بحر".to_owned()])];
        let found = |query: &str| -> Vec<u32> {
            let found = corpus
                .find_with((&Query::parse(query), &added), &|| false, |_| {})
                .unwrap()
                .unwrap();
            found.iter().map(|Doc(number)| number).collect()
        };
        assert_eq!(found("harbour"), [0, 1]);
        assert_eq!(found("harbour sea"), [0]);
        assert_eq!(found("harbour -sea"), [1]);
        assert_eq!(found("بحر"), [2]);
        assert_eq!(found("sea"), [0]);
    }
}
