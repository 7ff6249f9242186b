//! `sahifa bookmark`: the same changes that the key makes.

use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, Subcommand};
use serde::Serialize;

use crate::article::ArticleId;
use crate::store::{Change, Label};

use super::{Invocation, json, output, shown, target};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Bookmark articles
    Add(Targets),
    /// Remove the bookmarks of articles
    Remove(Targets),
    /// List the bookmarks, the latest first
    List {
        /// JSON Lines
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, Args)]
pub(super) struct Targets {
    /// Files or articles' ids
    #[arg(required = true, value_name = "FILE|ID")]
    targets: Vec<String>,
}

#[derive(Serialize)]
struct Listed<'a> {
    id: &'a ArticleId,
    title: &'a str,
    path: Option<String>,
    at: Option<String>,
}

pub(super) fn run(invocation: &Invocation, command: &Command) -> anyhow::Result<()> {
    match command {
        Command::Add(targets) => targets.targets.iter().try_for_each(|name| add(invocation, name)),
        Command::Remove(targets) => {
            targets.targets.iter().try_for_each(|name| remove(invocation, name))
        }
        Command::List { json } => list(invocation, *json),
    }
}

fn add(invocation: &Invocation, name: &str) -> anyhow::Result<()> {
    let mut store = invocation.store();
    for found in target::find(invocation, name)? {
        let label = Label {
            title: found.article.metadata.title.clone(),
            path: Some(PathBuf::from(&found.path)),
        };
        store
            .save(&found.article.id, Change::Bookmark(Some(label)))
            .with_context(|| unsaved(invocation))?;
    }
    Ok(())
}

/// A bookmark can be removed when its article is gone, so the bookmarks are asked before the library.
fn remove(invocation: &Invocation, name: &str) -> anyhow::Result<()> {
    let mut store = invocation.store();
    let bookmarks = store.bookmarks();
    let known: Vec<_> = bookmarks.iter().map(|bookmark| bookmark.article).collect();
    let id = known.iter().find(|id| name.len() >= 4 && id.as_str().starts_with(name));
    let ids: Vec<ArticleId> = match id {
        Some(id) => vec![(*id).clone()],
        None => target::find(invocation, name)?.into_iter().map(|found| found.article.id).collect(),
    };
    for id in ids {
        store.save(&id, Change::Bookmark(None)).with_context(|| unsaved(invocation))?;
    }
    Ok(())
}

fn list(invocation: &Invocation, as_json: bool) -> anyhow::Result<()> {
    let store = invocation.store();
    let mut out = std::io::stdout().lock();
    for bookmark in store.bookmarks() {
        let path = bookmark.label.path.as_deref().map(shown);
        if as_json {
            let at = bookmark.at.map(|at| at.to_string());
            let title = bookmark.label.title.as_str();
            json::line(&mut out, &Listed { id: bookmark.article, title, path, at })?;
        } else {
            let path = path.unwrap_or_default();
            output::say(&format!("{}\t{}\t{path}", bookmark.article, bookmark.label.title))?;
        }
    }
    Ok(())
}

fn unsaved(invocation: &Invocation) -> String {
    format!("{}: the bookmark could not be saved", shown(&invocation.paths.state))
}
