//! `sahifa doctor`: what the program makes of its terminal, the library and its own state; with
//! `--terminal`, the test that asks the reader.

mod answer;
mod sample;
mod self_test;

mod terminal;

use std::io;
use std::path::PathBuf;

use clap::Args;

use crate::identity::{Followed, Offer};
use crate::library;
use crate::library::{Problem, Source};
use crate::locale::Locale;
use crate::store::Store;
use crate::tui::reason;

use super::collection::Collection;
use super::invocation::Invocation;
use super::output::{clean, shown};
use super::rows::Rows;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The directory [default: the library]
    #[arg(conflicts_with = "terminal")]
    dir: Option<PathBuf>,
    /// Show lines in every dialect, ask which read right, and remember it for this terminal
    #[arg(long)]
    terminal: bool,
    /// Forget what was answered for this terminal
    #[arg(long, requires = "terminal")]
    forget: bool,
}

pub(super) fn run(invocation: &Invocation, options: &Options) -> anyhow::Result<()> {
    match (options.terminal, options.forget) {
        (true, false) => return self_test::run(invocation),
        (true, true) => return self_test::forget(invocation),
        (false, _) => {}
    }
    // A library that cannot be had is the end of a report only when it was asked about by name.
    let source = invocation.source(options.dir.as_deref());
    let source = if options.dir.is_some() { Ok(source?) } else { source };
    let mut rows = Rows::open(invocation, None)?;
    terminal::report(&mut rows, invocation)?;
    rows.say("library")?;
    let followed = match source {
        Ok(source) => library(&mut rows, source, invocation)?,
        Err(error) => {
            row(&mut rows, "problem", &clean(&format!("{error:#}")))?;
            Followed::default()
        }
    };
    state(&mut rows, invocation, &followed)?;
    settings(&mut rows, invocation)?;
    Ok(rows.close()?)
}

fn library(rows: &mut Rows, source: Source, invocation: &Invocation) -> io::Result<Followed> {
    let place = match &source {
        Source::Directory(path) => shown(path),
        Source::Paths(paths) => paths.iter().map(|path| shown(path)).collect::<Vec<_>>().join(", "),
        Source::Input(_) => "standard input".to_owned(),
        Source::Samples => "the built-in samples; name a directory to check yours".to_owned(),
    };
    let beside = library::attachments(&source);
    let all = Collection::read(source, Store::open(&invocation.paths.state));
    let (entries, mut problems) = (all.entries, all.problems);
    row(rows, "place", &place)?;
    row(rows, "articles", &entries.len().to_string())?;
    let others: usize = entries.iter().map(|entry| entry.others.len()).sum();
    if others > 0 {
        row(rows, "versions", &format!("{others} more of the same articles"))?;
    }
    if beside > 0 {
        row(rows, "beside", &format!("{beside} pictures and other attachments passed over"))?;
    }
    row(rows, "problems", &problems.len().to_string())?;
    problems.sort_by_cached_key(|problem| (problem.reason.to_string(), problem.path.clone()));
    told(rows, &problems, &invocation.locale())?;
    Ok(all.followed)
}

/// Files of one reason stand under it; one alone has its reason beside it.
fn told(rows: &mut Rows, problems: &[Problem], locale: &Locale) -> io::Result<()> {
    for group in problems.chunk_by(|one, two| one.reason == two.reason) {
        let Some(first) = group.first() else { continue };
        let reason = clean(&reason::said(locale, &first.reason));
        if group.len() == 1 {
            rows.say(&format!("    {}: {reason}", shown(&first.path)))?;
            continue;
        }
        let with = [("count", group.len().into()), ("reason", reason.into())];
        rows.say(&format!("    {}", clean(&locale.say("problem-group", &with))))?;
        for problem in group {
            rows.say(&format!("      {}", shown(&problem.path)))?;
        }
    }
    Ok(())
}

fn state(rows: &mut Rows, invocation: &Invocation, followed: &Followed) -> io::Result<()> {
    let store = Store::open(&invocation.paths.state);
    rows.say("state")?;
    row(rows, "place", &shown(&invocation.paths.state))?;
    row(rows, "bookmarks", &store.bookmarks().len().to_string())?;
    if followed.lost > 0 {
        row(rows, "gone", &format!("{} marked articles are not in this library", followed.lost))?;
    }
    for (index, offer) in followed.offers.iter().enumerate() {
        let Offer { new, old, title } = offer;
        row(
            rows,
            if index == 0 { "perhaps" } else { "" },
            &clean(&format!("{new} is the article marked as {title}")),
        )?;
        row(rows, "", &format!("sahifa bookmark adopt {old} {new}"))?;
    }
    for (index, line) in store.health().to_string().lines().enumerate() {
        row(rows, if index == 0 { "health" } else { "" }, &clean(line))?;
    }
    Ok(())
}

fn settings(rows: &mut Rows, invocation: &Invocation) -> io::Result<()> {
    let config = &invocation.paths.config;
    let there = if config.exists() { "" } else { " (not there: nothing is set)" };
    rows.say("settings")?;
    row(rows, "place", &format!("{}{there}", shown(config)))
}

fn row(rows: &mut Rows, label: &str, value: &str) -> io::Result<()> {
    rows.say(&format!("  {label:9} {value}"))
}
