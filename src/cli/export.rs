//! `sahifa export`: articles to take away, with the reader's tags, notes and marked passages.
//!
//! What is there already is never written over: an article's file may lie at the same place.

use std::collections::HashSet;
use std::fs::{self, OpenOptions};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use jiff::Timestamp;
use serde::Serialize;

use crate::article::{Block, scrub_line};
use crate::export;
use crate::export::{Piece, Remark};
use crate::library;
use crate::library::{Entry, Sort, Wish};
use crate::search::Query;

use super::collection::Collection;
use super::invocation::Invocation;
use super::json;
use super::list::{Fields, sorted};
use super::output::{complain, shown};

/// No file system takes longer names than 255 bytes; the ending and a number are to fit too.
const LONGEST_NAME: usize = 200;

#[derive(Debug, Args)]
#[command(
    after_help = "md and html write a file for each article into a directory; one article, and html of several, \
    can go to one file or to standard output. json is JSON Lines: what `sahifa list --json` tells, and the blocks, \
    the notes and the text as HTML."
)]
pub(super) struct Options {
    /// The directory [default: the library]
    dir: Option<PathBuf>,
    /// Only articles with these words; "a phrase", -without
    #[arg(short, long, value_name = "QUERY", allow_hyphen_values = true)]
    query: Option<String>,
    /// The format
    #[arg(long, value_enum)]
    pub(super) to: Option<Form>,
    /// A new file, or a directory [default: standard output]
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// Markdown with front matter
    Md,
    /// JSON Lines
    Json,
    /// A web page
    Html,
    /// An EPUB 3 book
    Epub,
}

/// One line of JSON.
#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    fields: Fields<'a>,
    standfirst: Option<&'a str>,
    dateline: Option<&'a str>,
    notes: Vec<Noted<'a>>,
    blocks: &'a [Block],
    content_html: String,
}

#[derive(Serialize)]
struct Noted<'a> {
    quote: Option<&'a str>,
    text: &'a str,
}

/// Writes articles in this form.
pub(super) fn run(invocation: &Invocation, options: &Options, form: Form) -> anyhow::Result<()> {
    let source = invocation.source(options.dir.as_deref())?;
    let all = Collection::read(source, invocation.store());
    let query = Query::parse(options.query.as_deref().unwrap_or_default());
    let entries = sorted(all.matching(&query)?, Sort::Newest);
    let mut failed = 0;
    let pieces = entries.iter().filter_map(|entry| match piece(entry, &all) {
        Ok(piece) => Some((&**entry, piece)),
        Err(reason) => {
            complain(&reason);
            failed += 1;
            None
        }
    });
    let pieces: Vec<(&Entry, Piece)> = pieces.collect();
    if pieces.is_empty() {
        bail!("no article to export; `sahifa list` tells what a query finds");
    }
    write((options, form), &all, &pieces)?;
    if failed > 0 {
        bail!("{failed} of {} articles could not be read", entries.len());
    }
    Ok(())
}

/// An article with what the reader has added, and what its file tells of an earlier reader.
fn piece(entry: &Entry, all: &Collection) -> Result<Piece, String> {
    let part = library::open(entry, Wish::default())
        .map_err(|problem| format!("{}: {}", shown(&problem.path), problem.reason))?;
    let state = all.store.state();
    let mut article = part.article;
    article.id = entry.id.clone();
    let given = std::mem::take(&mut article.given);
    let before = given.note.map(|text| Remark { quote: None, text }).into_iter();
    let before = before.chain(given.highlights.into_iter().map(|highlight| {
        let text = highlight.remark.unwrap_or_default();
        Remark { quote: Some(highlight.quote), text }
    }));
    let own = state.notes(&entry.ids()).into_iter().map(|note| {
        let quote = note.content.quote.as_ref().map(|quote| quote.exact.clone());
        Remark { quote, text: note.content.text.clone() }
    });
    Ok(Piece {
        tags: state.tags(&entry.ids(), &entry.metadata.tags),
        bookmarked: state.marks(&entry.ids(), &entry.given).bookmarked,
        remarks: before.chain(own).collect(),
        article,
    })
}

fn write(
    (options, form): (&Options, Form),
    all: &Collection,
    pieces: &[(&Entry, Piece)],
) -> anyhow::Result<()> {
    let only = || pieces.iter().map(|(_, piece)| piece.clone()).collect::<Vec<_>>();
    let title = title(options);
    let directory = options.output.as_deref().filter(|path| is_directory(path));
    match (form, directory, pieces) {
        (Form::Md | Form::Html, Some(dir), _) => each(form, dir, pieces),
        (Form::Md, None, [(_, piece)]) => put(options, export::markdown(piece).as_bytes()),
        (Form::Md, None, _) => {
            bail!("{} articles are as many files; name a directory with -o DIR/", pieces.len())
        }
        (_, Some(dir), _) => bail!("{}: is a directory; name a file", shown(dir)),
        (Form::Html, ..) => put(options, export::page(&only(), &title).as_bytes()),
        (Form::Epub, ..) if options.output.is_none() && io::stdout().is_terminal() => {
            bail!("a book is no text for a terminal; name a file with -o FILE")
        }
        (Form::Epub, ..) => put(options, &export::book(&only(), &title, Timestamp::now())?),
        (Form::Json, ..) => {
            let mut lines = Vec::new();
            for (entry, piece) in pieces {
                json::line(&mut lines, &line(entry, piece, all))?;
            }
            put(options, &lines)
        }
    }
}

/// What a page or a book of several articles is called.
fn title(options: &Options) -> String {
    let query = options.query.as_deref().map(scrub_line).filter(|query| !query.is_empty());
    let folder =
        options.dir.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy());
    let folder = folder.map(|name| scrub_line(&name)).filter(|name| !name.is_empty());
    query.or(folder).unwrap_or_else(|| "sahifa".to_owned())
}

fn is_directory(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().as_encoded_bytes().ends_with(b"/")
}

/// A file for each article, called by its title.
fn each(form: Form, dir: &Path, pieces: &[(&Entry, Piece)]) -> anyhow::Result<()> {
    fs::create_dir_all(dir).with_context(|| shown(dir))?;
    let mut names = HashSet::new();
    for (_, piece) in pieces {
        let (text, ending) = match form {
            Form::Md => (export::markdown(piece), "md"),
            _ => (export::page(std::slice::from_ref(piece), ""), "html"),
        };
        let name = name(&piece.article.metadata.title);
        let mut names_like = (2..).map(|number| format!("{name} {number}"));
        let mut free = name.clone();
        while !names.insert(free.to_lowercase()) {
            free = names_like.next().unwrap_or_default();
        }
        create(&dir.join(format!("{free}.{ending}")), text.as_bytes())?;
    }
    Ok(())
}

/// A title as the name of a file on any system.
fn name(title: &str) -> String {
    let is_free = |c: char| {
        !c.is_control() && !r#"\/:*?"<>|"#.contains(c) && !crate::article::is_bidi_control(c)
    };
    let mut name: String = title.chars().map(|c| if is_free(c) { c } else { '-' }).collect();
    while name.len() > LONGEST_NAME {
        name.pop();
    }
    let name = name.trim_matches(['.', ' ', '-']);
    if name.is_empty() { "article".to_owned() } else { name.to_owned() }
}

fn put(options: &Options, bytes: &[u8]) -> anyhow::Result<()> {
    match &options.output {
        Some(path) => create(path, bytes),
        None => Ok(io::stdout().lock().write_all(bytes)?),
    }
}

fn create(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = match file {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            bail!("{}: is there already; remove it or name another", shown(path))
        }
        file => file.with_context(|| shown(path))?,
    };
    file.write_all(bytes).with_context(|| shown(path))
}

fn line<'a>(entry: &'a Entry, piece: &'a Piece, all: &Collection) -> Line<'a> {
    let metadata = &piece.article.metadata;
    let noted = |remark: &'a Remark| Noted { quote: remark.quote.as_deref(), text: &remark.text };
    Line {
        fields: Fields::new(entry, all.store.state()),
        standfirst: metadata.standfirst.as_deref(),
        dateline: metadata.dateline.as_deref(),
        notes: piece.remarks.iter().map(noted).collect(),
        blocks: &piece.article.body,
        content_html: export::content(&piece.article),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_names_of_files() {
        assert_eq!(name("What? A/B: \"C\""), "What- A-B- -C");
        assert_eq!(name("عودة القطار إلى المدينة"), "عودة القطار إلى المدينة");
        assert_eq!(name("..."), "article");
        assert!(name(&"ש".repeat(300)).len() <= LONGEST_NAME);
    }
}
