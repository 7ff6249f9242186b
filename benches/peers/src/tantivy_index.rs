//! tantivy with trigrams: all trigrams of all terms must occur. Its n-grams have no positions, so that is
//! more than what matches. It is asked for that, and for what matches: then the texts that it finds are
//! looked through, out of memory, which is in its favour.

use std::collections::HashSet;
use std::path::Path;
use std::time::{Duration, Instant};

use memchr::memmem::Finder;
use sahifa::search::Haystack;
use tantivy::collector::DocSetCollector;
use tantivy::columnar::Column;
use tantivy::query::{BooleanQuery, Occur, TermQuery};
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{NgramTokenizer, TextAnalyzer};
use tantivy::{DocAddress, Index, Searcher, TantivyDocument, Term};

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
        let number = schema.add_u64_field(NUMBER, FAST);
        let index = Index::create_in_dir(&path, schema.build()).expect("an index");
        let tokenizer = NgramTokenizer::new(3, 3, false).expect("trigrams");
        index.tokenizers().register("trigram", TextAnalyzer::from(tokenizer));
        let mut writer = index.writer_with_num_threads(2, 400_000_000).expect("a writer");
        for (at, text) in texts.iter().enumerate() {
            let mut document = TantivyDocument::new();
            document.add_text(body, text.text());
            document.add_u64(number, at as u64);
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
        self.candidates(query).map(|found| found.len())
    }
}

/// The same index, with what it finds looked through.
pub(crate) struct Verified<'a> {
    trigrams: &'a Trigrams,
    numbers: Column<u64>,
    texts: &'a [Haystack],
}

impl<'a> Verified<'a> {
    pub(crate) fn new(trigrams: &'a Trigrams, texts: &'a [Haystack]) -> Self {
        let segments = trigrams.searcher.segment_readers();
        assert_eq!(segments.len(), 1, "all were merged");
        let numbers = segments[0].fast_fields().u64(NUMBER).expect("a column");
        Self { trigrams, numbers, texts }
    }
}

impl Engine for Verified<'_> {
    fn name(&self) -> &'static str {
        "tantivy, looked through"
    }

    fn cost(&self) -> Option<(Duration, u64)> {
        None
    }

    fn matches(&mut self, query: &Query) -> Option<usize> {
        let found = self.trigrams.candidates(query)?;
        let finders: Vec<Finder> = query.terms.iter().map(Finder::new).collect();
        let fits = |address: &DocAddress| {
            let number = self.numbers.first(address.doc_id).expect("each has one");
            let text = self.texts[number as usize].text().as_bytes();
            finders.iter().all(|finder| finder.find(text).is_some())
        };
        Some(found.iter().filter(|address| fits(address)).count())
    }
}

/// The field that tells which text a document is.
const NUMBER: &str = "number";

impl Trigrams {
    fn candidates(&self, query: &Query) -> Option<HashSet<DocAddress>> {
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
        self.searcher.search(&BooleanQuery::new(clauses), &DocSetCollector).ok()
    }
}
