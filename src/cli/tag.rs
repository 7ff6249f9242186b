//! `sahifa tag`: tags of the reader's own, over those that the files give.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use anyhow::bail;
use clap::{Args, Subcommand};
use serde::Serialize;

use crate::article::{Direction, scrub_line};
use crate::store::Change;

use super::collection::Collection;
use super::invocation::Invocation;
use super::json;
use super::marking;
use super::output::without_bidi_controls;
use super::rows::Rows;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Give an article tags
    Add(Tags),
    /// Take tags away, be they given here or by the article's file
    Remove(Tags),
    /// List all tags and how many articles have each, or the tags of an article
    List(ListOptions),
}

#[derive(Debug, Args)]
pub(super) struct Tags {
    /// A file or an article's id
    #[arg(value_name = "FILE|ID")]
    target: OsString,
    /// Tags
    #[arg(required = true, value_name = "TAG")]
    tags: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct ListOptions {
    /// A file or an article's id
    #[arg(value_name = "FILE|ID")]
    target: Option<OsString>,
    /// JSON Lines
    #[arg(long)]
    json: bool,
}

/// One line of JSON.
#[derive(Serialize)]
struct Fields<'a> {
    tag: &'a str,
    articles: usize,
}

pub(super) fn run(invocation: &Invocation, command: &Command) -> anyhow::Result<()> {
    match command {
        Command::Add(options) => change(invocation, options, |tag| Change::Tag(tag, true)),
        Command::Remove(options) => change(invocation, options, |tag| Change::Tag(tag, false)),
        Command::List(options) => list(invocation, options),
    }
}

/// Changes nothing that is so already.
fn change(
    invocation: &Invocation,
    options: &Tags,
    change: fn(String) -> Change,
) -> anyhow::Result<()> {
    let mut store = invocation.opened();
    let subject = marking::subject(invocation, &store, &options.target)?;
    let target = subject.target.as_ref();
    let given = target.map(|target| target.article.metadata.tags.clone()).unwrap_or_default();
    for tag in &options.tags {
        let tag = scrub_line(scrub_line(tag).trim_start_matches('#'));
        if tag.is_empty() {
            bail!("a tag has at least one letter");
        }
        let has = |tags: &[String]| tags.iter().any(|own| own.to_lowercase() == tag.to_lowercase());
        let change = change(tag.clone());
        let is_on = matches!(change, Change::Tag(_, true));
        if has(&store.state().tags(&subject.ids, &given)) != is_on {
            marking::save(invocation, &mut store, (&subject.id, target), change)?;
        }
    }
    Ok(())
}

fn list(invocation: &Invocation, options: &ListOptions) -> anyhow::Result<()> {
    let store = invocation.store();
    let mut count: BTreeMap<String, (String, usize)> = BTreeMap::new();
    let mut add = |tags: Vec<String>| {
        for tag in tags {
            count.entry(tag.to_lowercase()).or_insert((tag, 0)).1 += 1;
        }
    };
    if let Some(name) = &options.target {
        let subject = marking::subject(invocation, &store, name)?;
        let given = subject.target.map(|target| target.article.metadata.tags).unwrap_or_default();
        add(store.state().tags(&subject.ids, &given));
    } else {
        let all = Collection::read(invocation.source(None)?, store);
        let state = all.store.state();
        all.entries.iter().for_each(|entry| add(state.tags(&entry.ids(), &entry.metadata.tags)));
    }
    let mut rows = Rows::open(invocation, None)?;
    let is_terminal = io::stdout().is_terminal();
    for (tag, articles) in count.values() {
        let number = options.target.is_none().then_some(articles);
        if options.json {
            json::line(&mut rows.out, &Fields { tag, articles: *articles })?;
        } else if is_terminal {
            let head = number.map(|number| format!("{number:>5}  ")).unwrap_or_default();
            rows.listing(&head, tag, Direction::of_block(tag, Direction::Ltr))?;
        } else {
            let head = number.map(|number| format!("{number}\t")).unwrap_or_default();
            writeln!(rows.out, "{head}{}", without_bidi_controls(tag))?;
        }
    }
    Ok(rows.close()?)
}
