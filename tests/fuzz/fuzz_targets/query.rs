//! The query language: any text is a query, and what it marks in a text are whole letters of it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sahifa::search::{Haystack, Query, fold, snippet};

fuzz_target!(|data: &[u8]| {
    let text = sahifa_fuzz::text_of(data);
    let (source, text) = text.split_once('\n').unwrap_or((&text, &text));
    let query = Query::parse(source);
    let _found = query.matches(&Haystack::default().with([text]));
    assert_eq!(fold(&fold(text)), fold(text), "folded twice");
    let mut end = 0;
    for range in query.highlights(text) {
        assert!(range.start >= end && range.end > range.start, "{range:?}");
        assert!(text.get(range.clone()).is_some(), "{range:?}");
        end = range.end;
    }
    if let Some(snippet) = snippet(text, &query, 40) {
        assert!(text.get(snippet.piece.clone()).is_some(), "{snippet:?}");
    }
});
