//! `sahifa bookmark`: the same changes that the key makes.
//!
//! Bookmarks are kept by what articles say, so the files may be renamed and moved, and a bookmark
//! outlives its article: it is still listed then, and can be removed.

use std::collections::HashSet;
use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf, absolute};
use std::sync::Arc;

use anyhow::bail;
use clap::{Args, Subcommand};
use serde::Serialize;

use crate::article::{ArticleId, Direction, Given};
use crate::library;
use crate::library::{Entry, Source};
use crate::store::{Bookmark, Change, Label};

use super::collection::Collection;
use super::invocation::Invocation;
use super::marking;
use super::output::{complain, shown, without_bidi_controls};
use super::rows::Rows;
use super::target::Target;
use super::{json, target};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Bookmark articles
    Add(Targets),
    /// Remove the bookmarks of articles
    Remove(Targets),
    /// List the bookmarks, the latest first
    List(ListOptions),
    /// Take an article for one that was marked under another id; `sahifa doctor` tells which may be the same
    Adopt(AdoptOptions),
}

#[derive(Debug, Args)]
pub(super) struct Targets {
    /// Files or articles' ids
    #[arg(required = true, value_name = "FILE|ID")]
    targets: Vec<OsString>,
}

#[derive(Debug, Args)]
#[command(
    after_help = "In a pipe, a line is: id, tab, title, tab, path; before the path of an article \
    that is no longer there stands \"gone: \"."
)]
pub(super) struct ListOptions {
    /// JSON Lines
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(super) struct AdoptOptions {
    /// The id that the marks stand under
    #[arg(value_name = "OLD")]
    old: String,
    /// The article's file, or its id
    #[arg(value_name = "NEW")]
    new: OsString,
    /// Take it for another one from now on
    #[arg(long)]
    undo: bool,
}

/// One line of JSON.
#[derive(Serialize)]
struct Fields<'a> {
    id: &'a ArticleId,
    title: &'a str,
    path: Option<String>,
    at: Option<String>,
    /// Whether the article is neither in the library nor where it was.
    gone: bool,
}

pub(super) fn run(invocation: &Invocation, command: &Command) -> anyhow::Result<()> {
    match command {
        Command::Add(options) => add(invocation, &options.targets),
        Command::Remove(options) => remove(invocation, &options.targets),
        Command::List(options) => list(invocation, options),
        Command::Adopt(options) => adopt(invocation, options),
    }
}

fn add(invocation: &Invocation, names: &[OsString]) -> anyhow::Result<()> {
    let mut store = invocation.opened();
    for target in target::find(invocation, names)? {
        let change = Change::Bookmark(Some(label(&target)));
        let (ids, _) = target.names();
        let id = ids.first().unwrap_or(&target.article.id);
        marking::save(invocation, &mut store, (id, Some(&target)), change)?;
    }
    Ok(())
}

/// Says that two names are of one article, or are not.
fn adopt(invocation: &Invocation, options: &AdoptOptions) -> anyhow::Result<()> {
    let mut store = invocation.opened();
    let old = options.old.to_ascii_lowercase();
    let is_meant = |id: &&ArticleId| old.len() > 3 && id.as_str().starts_with(&old);
    let known: Vec<ArticleId> = store.all().map(|(id, _)| id).filter(is_meant).cloned().collect();
    let [old] = &known[..] else {
        let found =
            if known.is_empty() { "no marks stand" } else { "marks of several articles stand" };
        bail!("{old}: {found} under an id that begins so; `sahifa doctor` tells which");
    };
    let new = marking::subject(invocation, &store, &options.new)?;
    if new.id == *old {
        return Ok(());
    }
    let change = Change::Same(old.clone(), !options.undo);
    marking::save(invocation, &mut store, (&new.id, new.target.as_ref()), change)
}

fn remove(invocation: &Invocation, names: &[OsString]) -> anyhow::Result<()> {
    let mut store = invocation.opened();
    let (mut ids, mut others) = (Vec::new(), Vec::new());
    for name in names {
        match bookmarked(&store.bookmarks(), name)? {
            Some(id) => ids.push((vec![id], Given::default())),
            None => others.push(name.clone()),
        }
    }
    ids.extend(all_names(invocation, &target::find(invocation, &others)?));
    for (ids, given) in ids {
        // Changes nothing that is so already.
        let Some(id) = ids.first().filter(|_| store.marks_of(&ids, &given).bookmarked) else {
            continue;
        };
        marking::save(invocation, &mut store, (id, None), Change::Bookmark(None))?;
    }
    Ok(())
}

/// All names of each article: a file named by its path may be one version of an article of the library
/// that was bookmarked by another, or that a list there has starred.
fn all_names(invocation: &Invocation, targets: &[Target]) -> Vec<(Vec<ArticleId>, Given)> {
    let is_known = targets.iter().all(|target| target.entry.is_some());
    let source = invocation.source(None).ok().filter(|_| !is_known);
    let entries = source.map(|source| library::collect(source).0).unwrap_or_default();
    let known = |id: &ArticleId| entries.iter().find(|entry| entry.is(id));
    let names = |target: &Target| match (&target.entry, known(&target.article.id)) {
        (None, Some(entry)) => (entry.ids().into_owned(), entry.given.clone()),
        _ => target.names(),
    };
    targets.iter().map(names).collect()
}

/// The bookmark whose id begins so, or whose file lay there, if no file is there now: its article may
/// be gone, so the bookmarks are asked before the library.
fn bookmarked(bookmarks: &[Bookmark<'_>], name: &OsString) -> anyhow::Result<Option<ArticleId>> {
    if Path::new(name).exists() {
        return Ok(None);
    }
    let (digits, place) = (target::id_digits(name), absolute(name).ok());
    let fits = |bookmark: &&Bookmark<'_>| {
        let by_id = digits.as_ref().is_some_and(|id| bookmark.article.as_str().starts_with(id));
        let path = bookmark.label.path.as_ref().and_then(|path| absolute(path).ok());
        by_id || path.is_some() && path == place
    };
    let mut fitting = bookmarks.iter().filter(fits);
    let first = fitting.next();
    if fitting.next().is_some() {
        bail!("{}: several bookmarks are meant; name one by its id", shown(Path::new(name)));
    }
    Ok(first.map(|bookmark| bookmark.article.clone()))
}

fn list(invocation: &Invocation, options: &ListOptions) -> anyhow::Result<()> {
    let all = shelf(invocation);
    let (store, shelf) = (&all.store, all.by_name());
    let mut rows = Rows::open(invocation, None)?;
    let mut listed = HashSet::new();
    for bookmark in store.bookmarks() {
        let Bookmark { article: id, label, at } = bookmark;
        let entry = shelf.get(id);
        // One article of several names is listed once, and not where it was removed under another.
        let stands = |entry: &Arc<Entry>| store.marks_of(&entry.ids(), &entry.given).bookmarked;
        if entry.is_some_and(|entry| !stands(entry) || !listed.insert(entry.id.clone())) {
            continue;
        }
        let found = entry.map(|entry| place_of(entry, id)).or_else(|| still_there(id, label));
        let gone = found.is_none();
        let path = found.or_else(|| label.path.clone());
        if options.json {
            let path = path.map(|path| path.to_string_lossy().into_owned());
            let at = at.map(|at| at.to_string());
            json::line(&mut rows.out, &Fields { id, title: &label.title, path, at, gone })?;
            continue;
        }
        let path = path.as_deref().map(shown).unwrap_or_default();
        let place = if gone { format!("gone: {path}") } else { path };
        if std::io::stdout().is_terminal() {
            let direction = Direction::of_block(&label.title, Direction::Ltr);
            rows.listing(&format!("{id}  "), &format!("{} · {place}", label.title), direction)?;
        } else {
            writeln!(rows.out, "{id}\t{}\t{place}", without_bidi_controls(&label.title))?;
        }
    }
    Ok(rows.close()?)
}

/// The library. Bookmarks are listed without one too.
fn shelf(invocation: &Invocation) -> Collection {
    let source = invocation.source(None).unwrap_or_else(|error| {
        complain(&format!("{error:#}"));
        Source::Paths(Vec::new())
    });
    Collection::read(source, invocation.store())
}

/// Where the version of that name lies.
fn place_of(entry: &Entry, id: &ArticleId) -> PathBuf {
    let versions = entry.versions().into_iter();
    let own = versions.filter(|version| version.id == *id).map(|version| version.item.path).next();
    own.unwrap_or_else(|| entry.item.path.clone())
}

/// The path that a bookmark was set at, if its article is there still, outside the library.
fn still_there(id: &ArticleId, label: &Label) -> Option<PathBuf> {
    let path = label.path.clone()?;
    let items = library::items(&Source::Paths(vec![path.clone()])).into_iter().flatten();
    let articles = items.filter_map(|item| library::articles(&item).ok());
    let is_there = articles.flat_map(|opened| opened.parts).any(|part| part.article.id == *id);
    is_there.then_some(path)
}

/// Where a file lies whatever directory the next command is started in.
fn label(target: &Target) -> Label {
    let path = target.item.is_file().then(|| {
        let path = &target.item.path;
        absolute(path).unwrap_or_else(|_| path.clone())
    });
    Label { title: target.article.metadata.title.clone(), path }
}
