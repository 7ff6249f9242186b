//! The same queries to sahifa's index and to its peers, over the same articles, in one run: ripgrep,
//! SQLite's FTS5 and tantivy with trigrams, notmuch.
//!
//! `cargo run --release --manifest-path benches/peers/Cargo.toml -- DIR`
//!
//! Each peer is asked on its best terms. The engines get the folded texts, so that nobody folds but us;
//! they are asked for all documents that match, as a list that is filtered needs them, and only what they
//! can answer: trigrams know no words of two letters. How many of their answers have as many documents as
//! ours stands beside their times. ripgrep reads the files as they are. What is not
//! installed is left out, saying so.

mod engine;
mod notmuch;
mod queries;
mod ripgrep;
mod sahifa_index;
mod sqlite;
mod table;
mod tantivy_index;
mod texts;

use std::path::PathBuf;

use engine::Engine;

fn main() {
    let Some(dir) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: peers DIR: a folder of articles");
        std::process::exit(2);
    };
    let texts = texts::read(&dir);
    let queries = queries::of(&texts);
    println!(
        "{} articles, {} MB of folded text, {} queries",
        texts.len(),
        texts::megabytes(&texts),
        queries.len()
    );
    let work = tempfile::tempdir().expect("a directory");
    table::head();
    let ours = table::row(&mut sahifa_index::Index::build(&texts, work.path()), &queries, None);
    table::row(&mut sqlite::Fts5::build(&texts, work.path()), &queries, Some(&ours));
    let mut trigrams = tantivy_index::Trigrams::build(&texts, work.path());
    table::row(&mut trigrams, &queries, Some(&ours));
    table::row(&mut tantivy_index::Verified::new(&trigrams, &texts), &queries, Some(&ours));
    let show = |program: Program| match program {
        Ok(mut program) => drop(table::row(program.as_mut(), &queries, Some(&ours))),
        Err(reason) => println!("skipped: {reason}"),
    };
    show(ripgrep::Files::build(&dir));
    // It takes longer to be made than all others together.
    show(notmuch::Mails::build(&texts, work.path()));
}

/// A program that answers, or why it cannot.
type Program = Result<Box<dyn Engine>, String>;
