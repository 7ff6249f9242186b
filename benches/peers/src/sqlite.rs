//! SQLite's FTS5 with the trigram tokenizer: matches inside words, phrases; nothing under three letters.

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use sahifa::search::Haystack;

use crate::engine::Engine;
use crate::queries::Query;

pub(crate) struct Fts5 {
    connection: Connection,
    cost: (Duration, u64),
}

impl Fts5 {
    pub(crate) fn build(texts: &[Haystack], work: &Path) -> Self {
        let start = Instant::now();
        let path = work.join("fts5");
        let mut connection = Connection::open(&path).expect("a database");
        connection
            .execute_batch(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA mmap_size = 4000000000;
                 CREATE VIRTUAL TABLE t USING fts5(body, content='', tokenize='trigram');",
            )
            .expect("a table");
        let transaction = connection.transaction().expect("a transaction");
        {
            let mut insert =
                transaction.prepare("INSERT INTO t(rowid, body) VALUES (?1, ?2)").expect("SQL");
            for (number, text) in texts.iter().enumerate() {
                insert.execute((number as i64, text.text())).expect("a row");
            }
        }
        transaction.commit().expect("a commit");
        connection.execute_batch("INSERT INTO t(t) VALUES ('optimize')").expect("one segment");
        let bytes = std::fs::metadata(&path).map_or(0, |metadata| metadata.len());
        Self { connection, cost: (start.elapsed(), bytes) }
    }
}

impl Engine for Fts5 {
    fn name(&self) -> &'static str {
        "SQLite FTS5 trigram"
    }

    fn cost(&self) -> Option<(Duration, u64)> {
        Some(self.cost)
    }

    fn matches(&mut self, query: &Query) -> Option<usize> {
        if query.terms.iter().any(|term| term.chars().count() < 3) {
            return None;
        }
        let quoted: Vec<String> =
            query.terms.iter().map(|term| format!("\"{}\"", term.replace('"', "\"\""))).collect();
        let mut statement = self.connection.prepare("SELECT rowid FROM t WHERE t MATCH ?1").ok()?;
        let rows = statement.query_map([quoted.join(" AND ")], |row| row.get::<_, i64>(0)).ok()?;
        Some(rows.flatten().count())
    }
}
