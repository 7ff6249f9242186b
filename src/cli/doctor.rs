//! `sahifa doctor`: what the program makes of its terminal, the library and its own state.

use std::path::PathBuf;

use clap::Args;

use crate::library;
use crate::library::Source;

use super::output::say;
use super::{Invocation, shown};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The directory [default: the library]
    dir: Option<PathBuf>,
}

pub(super) fn run(invocation: &Invocation, options: &Options) -> anyhow::Result<()> {
    let terminal = invocation.terminal();
    say("terminal")?;
    say(&format!("  name      {}", terminal.name))?;
    say(&format!("  dialect   {}", terminal.dialect))?;
    say(&format!("  why       {}", terminal.why))?;
    let source = invocation.source(options.dir.as_deref())?;
    let place = match &source {
        Source::Directory(path) => shown(path),
        Source::Paths(paths) => paths.iter().map(|path| shown(path)).collect::<Vec<_>>().join(", "),
        Source::Input(_) => "standard input".to_owned(),
        Source::Samples => "the built-in samples; name a directory to check yours".to_owned(),
    };
    let (entries, problems) = library::collect(source);
    say("library")?;
    say(&format!("  place     {place}"))?;
    say(&format!("  articles  {}", entries.len()))?;
    say(&format!("  problems  {}", problems.len()))?;
    for problem in &problems {
        say(&format!("    {}: {}", shown(&problem.path), problem.reason))?;
    }
    let store = invocation.store();
    say("state")?;
    say(&format!("  place     {}", shown(&invocation.paths.state)))?;
    say(&format!("  bookmarks {}", store.bookmarks().len()))?;
    for (index, line) in store.health().to_string().lines().enumerate() {
        let label = if index == 0 { "health" } else { "" };
        say(&format!("  {label:9} {line}"))?;
    }
    say("settings")?;
    let config = &invocation.paths.config;
    let there = if config.exists() { "" } else { " (not there: nothing is set)" };
    say(&format!("  place     {}{there}", shown(config)))?;
    Ok(())
}
