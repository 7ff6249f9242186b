//! `sahifa export --state` and `sahifa import`: all of the state as one JSON document, and back.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::Context;
use clap::Args;

use super::invocation::{Invocation, is_input};
use super::output::shown;
use super::target;

#[derive(Debug, Args)]
#[command(
    after_help = "Taking in the same document again, or an older one, changes nothing: every change \
    keeps its place in the order of things."
)]
pub(super) struct Import {
    /// What `sahifa export --state` has written, or - for standard input
    #[arg(value_name = "FILE")]
    file: OsString,
}

/// Prints the state.
pub(super) fn export(invocation: &Invocation) -> anyhow::Result<()> {
    let document = invocation.store().export()?;
    let mut out = io::stdout().lock();
    writeln!(out, "{document}")?;
    Ok(out.flush()?)
}

/// Takes a document in.
pub(super) fn import(invocation: &Invocation, options: &Import) -> anyhow::Result<()> {
    let path = Path::new(&options.file);
    let text = if is_input(path) {
        target::standard_input()?
    } else {
        fs::read(path).with_context(|| shown(path))?
    };
    let mut store = invocation.store();
    let count = store.import(&text).with_context(|| format!("{}: not taken in", shown(path)))?;
    Ok(writeln!(io::stdout().lock(), "new changes: {count}")?)
}
