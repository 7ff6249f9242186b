//! `sahifa doctor`: what the program makes of its terminal, the library and its own state; with
//! `--terminal`, the test that asks the reader.

mod answer;
mod sample;
mod self_test;
mod state;
mod terminal;

use std::io;
use std::path::PathBuf;

use clap::Args;

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
    /// Mend this device's journal first: damaged lines stay set aside, what is missing is accepted as lost
    #[arg(long, conflicts_with = "terminal")]
    repair: bool,
    #[command(flatten)]
    test: Test,
}

#[derive(Debug, Args)]
struct Test {
    /// Show lines in every dialect, ask which read right, and remember it for this terminal
    #[arg(long)]
    terminal: bool,
    /// Forget what was answered for this terminal
    #[arg(long, requires = "terminal")]
    forget: bool,
}

pub(super) fn run(invocation: &Invocation, options: &Options) -> anyhow::Result<()> {
    match (options.test.terminal, options.test.forget) {
        (true, false) => return self_test::run(invocation),
        (true, true) => return self_test::forget(invocation),
        (false, _) => {}
    }
    // A library that cannot be had is the end of a report only when it was asked about by name.
    let source = invocation.source(options.dir.as_deref());
    let source = if options.dir.is_some() { Ok(source?) } else { source };
    let mut rows = Rows::open(invocation, None)?;
    if options.repair {
        state::repair(&mut rows, invocation.opened(), &invocation.paths.state)?;
    }
    terminal::report(&mut rows, invocation)?;
    rows.say("library")?;
    let store = invocation.opened();
    let (library, is_own) = match source {
        Ok(source) => {
            let is_own = source != Source::Samples;
            (library(&mut rows, (source, store), invocation)?, is_own)
        }
        Err(error) => {
            row(&mut rows, "problem", &clean(&format!("{error:#}")))?;
            (Collection::read(Source::Paths(Vec::new()), store), false)
        }
    };
    state::report(&mut rows, (&library, is_own), &invocation.paths.state)?;
    settings(&mut rows, invocation)?;
    Ok(rows.close()?)
}

/// Tells of the library.
fn library(
    rows: &mut Rows,
    (source, store): (Source, Store),
    invocation: &Invocation,
) -> io::Result<Collection> {
    let place = match &source {
        Source::Directory(path) => shown(path),
        Source::Paths(paths) => paths.iter().map(|path| shown(path)).collect::<Vec<_>>().join(", "),
        Source::Input(_) => "standard input".to_owned(),
        Source::Samples => "the built-in samples; name a directory to check yours".to_owned(),
    };
    let beside = library::attachments(&source);
    let mut all = Collection::read(source, store);
    row(rows, "place", &place)?;
    row(rows, "articles", &all.entries.len().to_string())?;
    let others: usize = all.entries.iter().map(|entry| entry.others.len()).sum();
    if others > 0 {
        row(rows, "versions", &format!("{others} more of the same articles"))?;
    }
    if beside > 0 {
        row(rows, "beside", &format!("{beside} pictures and other attachments passed over"))?;
    }
    let problems = &mut all.problems;
    row(rows, "problems", &problems.len().to_string())?;
    problems.sort_by_cached_key(|problem| (problem.reason.to_string(), problem.path.clone()));
    told(rows, problems, &invocation.locale())?;
    Ok(all)
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

fn settings(rows: &mut Rows, invocation: &Invocation) -> io::Result<()> {
    let config = &invocation.paths.config;
    let there = if config.exists() { "" } else { " (not there: nothing is set)" };
    rows.say("settings")?;
    row(rows, "place", &format!("{}{there}", shown(config)))
}

fn row(rows: &mut Rows, label: &str, value: &str) -> io::Result<()> {
    rows.say(&format!("  {label:9} {value}"))
}
