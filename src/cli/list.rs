//! `sahifa list`: the articles of a library, one a line.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde::Serialize;

use crate::article::{ArticleId, Date, Direction};
use crate::library::{Entry, Key, Sort, Version};
use crate::search::Query;
use crate::store::{Marks, State};

use super::collection::Collection;
use super::invocation::Invocation;
use super::json;
use super::output::{complain, without_bidi_controls};
use super::rows::Rows;

#[derive(Debug, Args)]
#[command(
    after_help = "The newest come first, as in the reader: by the date of publication, else of \
    saving, else of the file; of one date by path. --sort names another order: of titles, sources, authors; \
    longest or shortest by words; saved last first. In a pipe, a line is: id, tab, u if unread and b if \
    bookmarked, tab, date, tab, source, tab, title."
)]
pub(super) struct Options {
    /// The directory [default: the library]
    dir: Option<PathBuf>,
    /// Only articles with these words; "a phrase", -without
    #[arg(short, long, value_name = "QUERY", allow_hyphen_values = true)]
    query: Option<String>,
    /// The order
    #[arg(long, value_name = "NAME", default_value = Sort::Newest.name(), value_parser = orders())]
    sort: Sort,
    /// JSON Lines
    #[arg(long)]
    json: bool,
}

fn orders() -> impl TypedValueParser<Value = Sort> {
    PossibleValuesParser::new(Sort::ALL.map(Sort::name))
        .map(|name| name.parse().unwrap_or_default())
}

/// One line of JSON: the fields of the contract, in its order.
#[derive(Serialize)]
pub(super) struct Fields<'a> {
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
    tags: Vec<String>,
    words: usize,
    unread: bool,
    bookmarked: bool,
    /// Per cent.
    progress: u8,
    encoding: &'a str,
    /// The member of the archive.
    member: Option<&'a str>,
    /// Where the article lies: the file, and the member of an archive after `!/`; first what is read.
    versions: Vec<String>,
}

pub(super) fn run(invocation: &Invocation, options: &Options) -> anyhow::Result<()> {
    let source = invocation.source(options.dir.as_deref())?;
    let all = Collection::read(source, invocation.store());
    let query = Query::parse(options.query.as_deref().unwrap_or_default());
    let entries = sorted(all.matching(&query)?, options.sort);
    let mut rows = Rows::open(invocation, None)?;
    for entry in &entries {
        if options.json {
            json::line(&mut rows.out, &Fields::new(entry, all.store.state()))?;
        } else {
            write(&mut rows, entry, all.store.marks_of(&entry.ids(), &entry.given))?;
        }
    }
    rows.close()?;
    match all.problems.len() {
        0 => {}
        1 => complain("1 file could not be read; `sahifa doctor` tells why"),
        count => complain(&format!("{count} files could not be read; `sahifa doctor` tells why")),
    }
    Ok(())
}

/// Articles in an order; where that makes no difference, by where they lie.
pub(super) fn sorted(entries: Vec<Arc<Entry>>, sort: Sort) -> Vec<Arc<Entry>> {
    let place = |entry: &Entry| (entry.item.path.clone(), entry.member.clone(), entry.index);
    let mut keyed: Vec<_> = entries.into_iter().map(|entry| (Key::of(&entry), entry)).collect();
    keyed.sort_by(|(key, one), (other, two)| {
        sort.compare(key, other).then_with(|| place(one).cmp(&place(two)))
    });
    keyed.into_iter().map(|(_, entry)| entry).collect()
}

impl<'a> Fields<'a> {
    pub(super) fn new(entry: &'a Entry, state: &State) -> Self {
        let marks = state.marks(&entry.ids(), &entry.given);
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
            tags: state.tags(&entry.ids(), &metadata.tags),
            words: entry.words,
            unread: !marks.read,
            bookmarked: marks.bookmarked,
            progress: marks.position.map_or(0, |position| position.progress),
            encoding: entry.encoding,
            member: entry.member.as_deref(),
            versions: versions(entry),
        }
    }
}

fn versions(entry: &Entry) -> Vec<String> {
    let place = |version: Version| {
        let path = version.item.path.to_string_lossy().into_owned();
        version.member.map_or_else(|| path.clone(), |member| format!("{path}!/{member}"))
    };
    entry.versions().into_iter().map(place).collect()
}

/// Id, marks, date, source and title: parted by tabs for programs, fitted to the row for people.
fn write(rows: &mut Rows, entry: &Entry, marks: Marks) -> io::Result<()> {
    let date = entry.date().map(|date| date.to_day().to_string()).unwrap_or_default();
    let source = entry.metadata.source.as_deref().unwrap_or_default();
    let title = &entry.metadata.title;
    let unread = if marks.read { '-' } else { 'u' };
    let bookmarked = if marks.bookmarked { 'b' } else { '-' };
    if io::stdout().is_terminal() {
        let head = format!("{}  {unread}{bookmarked}  {date:10}  ", entry.id);
        let what = if source.is_empty() { title.clone() } else { format!("{title} · {source}") };
        return rows.listing(&head, &what, entry.metadata.direction);
    }
    let what = without_bidi_controls(&format!("{source}\t{title}"));
    writeln!(rows.out, "{}\t{unread}{bookmarked}\t{date}\t{what}", entry.id)
}
