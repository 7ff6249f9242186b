//! The index of a corpus finds what a look at each text finds.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sahifa::search::{Corpus, Doc, Docs, Haystack, Query};

fuzz_target!(|data: &[u8]| {
    let text = sahifa_fuzz::text_of(data);
    let mut lines = text.split('\n');
    let (query, removed) = (Query::parse(lines.next().unwrap_or_default()), data.len() % 7);
    let corpus = Corpus::in_memory();
    let texts: Vec<_> = lines.take(16).map(|line| Haystack::default().with([line])).collect();
    for (at, text) in texts.iter().enumerate() {
        corpus.add(text).expect("memory takes it");
        if at % 5 == 4 {
            corpus.index(&|| false).expect("memory takes it");
        }
    }
    if removed < texts.len() {
        corpus.remove(doc(removed));
    }
    corpus.index(&|| false).expect("memory takes it");
    let found = corpus.find(&query, &|| false).expect("memory gives it");
    let fits = |at: &usize| *at != removed && query.matches(&texts[*at]);
    let looked: Docs = (0..texts.len()).filter(fits).map(doc).collect();
    assert_eq!(found, Some(looked), "{query}");
});

fn doc(at: usize) -> Doc {
    Doc(u32::try_from(at).expect("a few"))
}
