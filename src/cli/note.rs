//! `sahifa note`: what the reader writes about an article, or about a passage of it.
//!
//! A passage is kept with what stands around it, and found again when the text has been edited. One that no
//! longer stands there is listed all the same.

use std::collections::HashMap;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Read, Write};
use std::sync::Arc;

use anyhow::{Context, bail};
use clap::{Args, Subcommand};
use serde::Serialize;

use crate::article::{ArticleId, Direction, scrub};
use crate::library;
use crate::library::{Entry, Wish};
use crate::search::{Quotation, passages};
use crate::store::{Change, Content, Edit, Note, NoteId, Quote, Store};

use super::collection::Collection;
use super::invocation::Invocation;
use super::json;
use super::marking;
use super::output::without_bidi_controls;
use super::rows::Rows;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write a note about an article, or about a passage of it; prints the note's id
    Add(AddOptions),
    /// List the notes, those of one article together
    List(ListOptions),
    /// Put other words in the place of a note's
    Edit(EditOptions),
    /// Remove notes
    Remove(RemoveOptions),
}

#[derive(Debug, Args)]
pub(super) struct AddOptions {
    /// A file or an article's id
    #[arg(value_name = "FILE|ID")]
    target: OsString,
    /// The words; - or nothing: standard input
    text: Option<String>,
    /// The passage that it is about, in the article's words; with it the note may be empty
    #[arg(long, value_name = "PASSAGE")]
    quote: Option<String>,
}

#[derive(Debug, Args)]
#[command(
    after_help = "In a pipe, a line is: the note's id, the article's id, title, passage, note, parted by tabs. \
    Before a passage that no longer stands in the text stands \"gone: \"."
)]
pub(super) struct ListOptions {
    /// A file or an article's id
    #[arg(value_name = "FILE|ID")]
    target: Option<OsString>,
    /// JSON Lines
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(super) struct EditOptions {
    /// The note's id, or its beginning
    note: String,
    /// The words; - or nothing: standard input
    text: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct RemoveOptions {
    /// Notes' ids, or their beginnings
    #[arg(required = true, value_name = "NOTE")]
    notes: Vec<String>,
}

/// One line of JSON.
#[derive(Serialize)]
struct Fields<'a> {
    id: String,
    /// The article's id as it is now.
    article: &'a ArticleId,
    title: &'a str,
    path: Option<String>,
    at: Option<String>,
    text: &'a str,
    quote: Option<&'a str>,
    prefix: Option<&'a str>,
    suffix: Option<&'a str>,
    /// Where the passage stands in the article's text, in bytes; nothing where it does not.
    start: Option<usize>,
    end: Option<usize>,
    /// Whether the article is not in the library.
    gone: bool,
}

pub(super) fn run(invocation: &Invocation, command: &Command) -> anyhow::Result<()> {
    match command {
        Command::Add(options) => add(invocation, options),
        Command::List(options) => list(invocation, options),
        Command::Edit(options) => edit(invocation, options),
        Command::Remove(options) => remove(invocation, options),
    }
}

fn add(invocation: &Invocation, options: &AddOptions) -> anyhow::Result<()> {
    let mut store = invocation.opened();
    let subject = marking::subject(invocation, &store, &options.target)?;
    let target = subject.target.as_ref();
    let quote = match (&options.quote, target) {
        (None, _) => None,
        (Some(_), None) => bail!("the article is gone; its passages cannot be marked"),
        (Some(passage), Some(target)) => Some(quoted(&target.article.text(), passage)?),
    };
    let text = match &options.text {
        None if quote.is_some() => String::new(),
        text => words(text.as_deref())?,
    };
    if text.is_empty() && quote.is_none() {
        bail!("a note has at least one letter");
    }
    let edit = Edit::new(Content { text, quote });
    let id = edit.note;
    marking::save(invocation, &mut store, (&subject.id, target), Change::Note(Box::new(edit)))?;
    Ok(writeln!(io::stdout(), "{id}")?)
}

fn quoted(text: &str, passage: &str) -> anyhow::Result<Quote> {
    let found = passages(text, std::iter::once(passage)).pop().flatten();
    let quote = found.and_then(|range| Quote::of(text, range));
    quote.context("the passage does not stand in the article's text; see `sahifa print --plain`")
}

/// The words of a note: as given, else those of standard input.
fn words(text: Option<&str>) -> anyhow::Result<String> {
    let mut words = text.filter(|text| *text != "-").unwrap_or_default().to_owned();
    if text.is_none_or(|text| text == "-") {
        io::stdin()
            .lock()
            .read_to_string(&mut words)
            .context("-: standard input cannot be read")?;
    }
    Ok(scrub(words.trim()))
}

fn edit(invocation: &Invocation, options: &EditOptions) -> anyhow::Result<()> {
    let mut store = invocation.opened();
    let id = note(&store, &options.note)?;
    let text = words(options.text.as_deref())?;
    let is_passage = store.state().note(id).iter().any(|note| note.content.quote.is_some());
    if text.is_empty() && !is_passage {
        bail!("a note has at least one letter; `sahifa note remove {id}` removes it");
    }
    rewrite(invocation, &mut store, id, Some(text))
}

fn remove(invocation: &Invocation, options: &RemoveOptions) -> anyhow::Result<()> {
    let mut store = invocation.opened();
    let ids: anyhow::Result<Vec<NoteId>> =
        options.notes.iter().map(|name| note(&store, name)).collect();
    ids?.into_iter().try_for_each(|id| rewrite(invocation, &mut store, id, None))
}

fn rewrite(
    invocation: &Invocation,
    store: &mut Store,
    id: NoteId,
    text: Option<String>,
) -> anyhow::Result<()> {
    let article = store.state().note(id).first().map(|note| note.article.clone());
    match article.zip(store.state().rewritten(id, text)) {
        Some((article, change)) => marking::save(invocation, store, (&article, None), change),
        None => Ok(()),
    }
}

/// The note whose id begins so.
fn note(store: &Store, name: &str) -> anyhow::Result<NoteId> {
    let name = name.to_ascii_lowercase();
    let mut ids: Vec<NoteId> = store.state().all_notes().iter().map(|note| note.id).collect();
    ids.retain(|id| !name.is_empty() && id.to_string().starts_with(&name));
    ids.dedup();
    match ids[..] {
        [id] => Ok(id),
        [] => bail!("{name}: no note has an id that begins so; `sahifa note list` tells the ids"),
        _ => bail!("{name}: several notes have an id that begins so; give more digits"),
    }
}

fn list(invocation: &Invocation, options: &ListOptions) -> anyhow::Result<()> {
    let store = invocation.store();
    let wanted = match &options.target {
        Some(name) => Some(marking::subject(invocation, &store, name)?.ids),
        None => None,
    };
    let all = Collection::read(invocation.source(None)?, store);
    let state = all.store.state();
    let notes = wanted.map_or_else(|| state.all_notes(), |ids| state.notes(&ids));
    let mut texts = Texts { by_name: all.by_name(), texts: HashMap::new() };
    let mut rows = Rows::open(invocation, None)?;
    for note in notes {
        let entry = texts.by_name.get(note.article).cloned();
        let place = texts.place(&note);
        let seen = state.sighting(note.article);
        let title = entry.as_ref().map(|entry| entry.metadata.title.as_str());
        let title = title.or(seen.map(|seen| seen.title.as_str())).unwrap_or_default();
        let path = entry.as_ref().map(|entry| entry.item.path.clone());
        let path = path.or_else(|| seen.and_then(|seen| seen.path.clone()));
        let quote = note.content.quote.as_ref();
        if options.json {
            let fields = Fields {
                id: note.id.to_string(),
                article: entry.as_ref().map_or(note.article, |entry| &entry.id),
                title,
                path: path.map(|path| path.to_string_lossy().into_owned()),
                at: note.at.map(|at| at.to_string()),
                text: &note.content.text,
                quote: quote.map(|quote| quote.exact.as_str()),
                prefix: quote.map(|quote| quote.prefix.as_str()),
                suffix: quote.map(|quote| quote.suffix.as_str()),
                start: place.as_ref().map(|place| place.start),
                end: place.as_ref().map(|place| place.end),
                gone: entry.is_none(),
            };
            json::line(&mut rows.out, &fields)?;
        } else {
            let gone = if place.is_none() { "gone: " } else { "" };
            let quote = quote.map(|quote| format!("{gone}{}", one_line(&quote.exact)));
            write(&mut rows, &note, (title, &quote.unwrap_or_default()))?;
        }
    }
    Ok(rows.close()?)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn write(rows: &mut Rows, note: &Note<'_>, (title, quote): (&str, &str)) -> io::Result<()> {
    let text = one_line(&note.content.text);
    if io::stdout().is_terminal() {
        let parts = [title, quote, &text].into_iter().filter(|part| !part.is_empty());
        let what = parts.collect::<Vec<_>>().join(" · ");
        let direction = Direction::of_block(&what, Direction::Ltr);
        return rows.listing(&format!("{}  ", note.id), &what, direction);
    }
    let what = without_bidi_controls(&format!("{title}\t{quote}\t{text}"));
    writeln!(rows.out, "{}\t{}\t{what}", note.id, note.article)
}

/// The texts of the articles that passages were marked in, read once each.
struct Texts {
    by_name: HashMap<ArticleId, Arc<Entry>>,
    texts: HashMap<ArticleId, Option<String>>,
}

impl Texts {
    /// Where the passage of a note stands.
    fn place(&mut self, note: &Note<'_>) -> Option<std::ops::Range<usize>> {
        let quote = note.content.quote.as_ref()?;
        let entry = self.by_name.get(note.article)?;
        let text = self.texts.entry(entry.id.clone()).or_insert_with(|| {
            library::open(entry, Wish::default()).ok().map(|part| part.article.text())
        });
        quotation(quote).find(text.as_ref()?)
    }
}

/// A passage as it is looked for.
pub(super) fn quotation(quote: &Quote) -> Quotation<'_> {
    let Quote { exact, prefix, suffix, at } = quote;
    Quotation { exact, prefix, suffix, at: at.0 }
}
