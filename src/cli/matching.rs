//! Which articles of a library that has been read fit a query.

use std::sync::Arc;

use anyhow::Context;

use crate::library::Entry;
use crate::search::{Corpus, Query};

/// Those of `entries` that fit. Their texts are in `corpus`.
pub(super) fn matching(
    entries: &[Arc<Entry>],
    corpus: &Corpus,
    query: &Query,
) -> anyhow::Result<Vec<Arc<Entry>>> {
    if query.is_empty() {
        return Ok(entries.to_vec());
    }
    let docs = corpus.find(query, &|| false).context("the articles cannot be searched")?;
    let fits = |entry: &&Arc<Entry>| {
        entry.doc.zip(docs.as_ref()).is_some_and(|(doc, docs)| docs.contains(doc))
    };
    Ok(entries.iter().filter(fits).cloned().collect())
}
