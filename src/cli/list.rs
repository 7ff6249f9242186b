//! `sahifa list`: the articles of a library, one a line.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::article::{ArticleId, Date, Direction};
use crate::library;
use crate::library::Entry;
use crate::page::level;
use crate::search::Query;
use crate::store::Marks;
use crate::terminal;
use crate::text;

use super::{Invocation, json, output};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The directory [default: the library]
    dir: Option<PathBuf>,
    /// Only articles with these words; "a phrase", -without
    #[arg(short, long, value_name = "QUERY", allow_hyphen_values = true)]
    query: Option<String>,
    /// JSON Lines
    #[arg(long)]
    json: bool,
}

/// One line of JSON: the fields of the contract, in its order.
#[derive(Serialize)]
struct Listed<'a> {
    id: &'a ArticleId,
    path: String,
    format: &'a str,
    title: &'a str,
    source: Option<&'a str>,
    authors: &'a [String],
    published: Option<Date>,
    saved: Option<Date>,
    url: Option<&'a str>,
    language: Option<&'a str>,
    direction: Direction,
    tags: &'a [String],
    words: usize,
    unread: bool,
    bookmarked: bool,
    /// Per cent.
    progress: u8,
}

pub(super) fn run(invocation: &Invocation, options: &Options) -> anyhow::Result<()> {
    let source = invocation.source(options.dir.as_deref())?;
    let (entries, problems) = library::collect(source);
    let query = Query::parse(options.query.as_deref().unwrap_or_default());
    let store = invocation.store();
    let mut out = BufWriter::new(io::stdout().lock());
    for entry in entries.iter().filter(|entry| query.matches(&entry.haystack)) {
        let marks = store.marks(&entry.id);
        if options.json {
            json::line(&mut out, &Listed::new(entry, marks))?;
        } else {
            writeln!(out, "{}", line(invocation, entry, marks))?;
        }
    }
    out.flush()?;
    if !problems.is_empty() {
        let (count, verb) = (problems.len(), if problems.len() == 1 { "file" } else { "files" });
        output::complain(&format!("{count} {verb} could not be read; `sahifa doctor` tells why"));
    }
    Ok(())
}

impl<'a> Listed<'a> {
    fn new(entry: &'a Entry, marks: Marks) -> Self {
        let metadata = &entry.metadata;
        Self {
            id: &entry.id,
            path: entry.item.path.to_string_lossy().into_owned(),
            format: entry.format,
            title: &metadata.title,
            source: metadata.source.as_deref(),
            authors: &metadata.authors,
            published: metadata.published,
            saved: metadata.saved,
            url: metadata.url.as_deref(),
            language: metadata.language.as_deref(),
            direction: metadata.direction,
            tags: &metadata.tags,
            words: entry.words,
            unread: !marks.read,
            bookmarked: marks.bookmarked,
            progress: marks.position.map_or(0, |position| position.progress),
        }
    }
}

/// Id, marks, date, source and title: parted by tabs for programs, fitted and in the terminal's
/// dialect for people.
fn line(invocation: &Invocation, entry: &Entry, marks: Marks) -> String {
    let date = entry.date().map(|date| date.to_day().to_string()).unwrap_or_default();
    let source = entry.metadata.source.as_deref().unwrap_or_default();
    let title = &entry.metadata.title;
    let unread = if marks.read { '-' } else { 'u' };
    let bookmarked = if marks.bookmarked { 'b' } else { '-' };
    let head = format!("{}\t{unread}{bookmarked}\t{date:10}\t", entry.id);
    if !io::stdout().is_terminal() {
        return format!("{head}{source}\t{title}");
    }
    let head = head.replace('\t', "  ");
    let room = terminal::columns().unwrap_or(80).saturating_sub(head.chars().count());
    let dialect = output::dialect(None, &invocation.terminal());
    let setting = output::setting(dialect, Some(room));
    let what = if source.is_empty() { title.clone() } else { format!("{title} · {source}") };
    let level = level(entry.metadata.direction);
    let fitted = text::fit(&what, level, setting);
    let mut symbols: Vec<String> =
        fitted.cells.iter().map(|cell| cell.symbol.to_string()).collect();
    dialect.speak(&mut symbols);
    let switch = invocation.terminal().switch;
    format!("{}{head}{}{}", switch.off, symbols.concat(), switch.on)
}
