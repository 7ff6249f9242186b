//! tantivy with trigrams: all trigrams of all terms must occur. Its n-grams have no positions, so that is
//! more than what matches; nothing is verified, which is in its favour.

use std::path::Path;
use std::time::{Duration, Instant};

use sahifa::search::Haystack;
use tantivy::collector::DocSetCollector;
use tantivy::query::{BooleanQuery, Occur, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{NgramTokenizer, TextAnalyzer};
use tantivy::{Index, Searcher, TantivyDocument, Term};

use crate::engine::{Engine, bytes_below};
use crate::queries::Query;

pub(crate) struct Trigrams {
    searcher: Searcher,
    body: Field,
    cost: (Duration, u64),
}

impl Trigrams {
    pub(crate) fn build(texts: &[Haystack], work: &Path) -> Self {
        let start = Instant::now();
        let path = work.join("tantivy");
        std::fs::create_dir(&path).expect("a directory");
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("trigram")
            .set_index_option(IndexRecordOption::Basic);
        let mut schema = Schema::builder();
        let body =
            schema.add_text_field("body", TextOptions::default().set_indexing_options(indexing));
        let index = Index::create_in_dir(&path, schema.build()).expect("an index");
        let tokenizer = NgramTokenizer::new(3, 3, false).expect("trigrams");
        index.tokenizers().register("trigram", TextAnalyzer::from(tokenizer));
        let mut writer = index.writer_with_num_threads(2, 400_000_000).expect("a writer");
        for text in texts {
            let mut document = TantivyDocument::new();
            document.add_text(body, text.text());
            writer.add_document(document).expect("a document");
        }
        writer.commit().expect("a commit");
        let segments = index.searchable_segment_ids().expect("segments");
        writer.merge(&segments).wait().expect("one segment");
        writer.wait_merging_threads().expect("an end");
        let searcher = index.reader().expect("a reader").searcher();
        Self { searcher, body, cost: (start.elapsed(), bytes_below(&path)) }
    }
}

impl Engine for Trigrams {
    fn name(&self) -> &'static str {
        "tantivy trigram"
    }

    fn cost(&self) -> Option<(Duration, u64)> {
        Some(self.cost)
    }

    fn matches(&mut self, query: &Query) -> Option<usize> {
        let mut clauses: Vec<(Occur, Box<dyn tantivy::query::Query>)> = Vec::new();
        for term in &query.terms {
            let letters: Vec<char> = term.chars().collect();
            if letters.len() < 3 {
                return None;
            }
            for gram in letters.windows(3) {
                let term = Term::from_field_text(self.body, &gram.iter().collect::<String>());
                clauses
                    .push((Occur::Must, Box::new(TermQuery::new(term, IndexRecordOption::Basic))));
            }
        }
        let found = self.searcher.search(&BooleanQuery::new(clauses), &DocSetCollector).ok()?;
        Some(found.len())
    }
}
