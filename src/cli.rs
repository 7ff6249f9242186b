//! The command line: its arguments, and the commands that need no screen.
//!
//! Everything that the screen can show can be had here too, so that scripts and tests can use it.
//! Exit codes: 0 done, 1 failed, 2 bad usage. Errors are one line on standard error: what, where, what
//! to do. What is written holds no control character that came from outside, ever.

mod bookmark;
mod collection;
mod doctor;
mod export;
mod identify;
mod invocation;
mod json;
mod linear;
mod list;
mod manual;
mod marking;
mod note;
mod number;
mod output;
mod print;
mod rows;
mod spoken;
mod state;
mod tag;
mod target;

use std::env;
use std::io;
use std::panic;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};

use crate::format::FORMATS;
use crate::library;
use crate::terminal;
use crate::terminal::Session;
use crate::tui;

use invocation::{Global, Invocation};

/// Reads saved articles in the terminal, right to left where they are.
#[derive(Debug, Parser)]
#[command(name = "sahifa", version, after_help = after_help())]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Option<Command>,
    /// Read line by line: no screen, no keys but commands and Enter; for screen readers, and by itself
    /// where TERM is dumb
    #[arg(long)]
    linear: bool,
    /// Columns of --linear; 0 never wraps [default: the terminal's, else 80]
    #[arg(long, value_name = "N", requires = "linear")]
    width: Option<u16>,
    /// Directories or files to read, or - for standard input; without any, the library
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print articles, typeset
    Print(print::Options),
    /// List the articles, one a line, the newest first
    List(list::Options),
    /// Add, remove or list bookmarks
    #[command(subcommand)]
    Bookmark(bookmark::Command),
    /// Take in what `export --state` has printed, on this device or another
    Import(state::Import),
    /// Write, list, edit or remove notes
    #[command(subcommand)]
    Note(note::Command),
    /// Give articles tags of your own, take tags away, list them
    #[command(subcommand)]
    Tag(tag::Command),
    /// Write articles out as Markdown, JSON, HTML or an EPUB book, with your tags and notes; or, with --state
    /// alone, all of the state as one JSON document
    Export(export::Options),
    /// Report on the terminal, the library's problems and the state's health
    Doctor(doctor::Options),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// Runs the program on the process's own arguments.
#[must_use]
pub fn run() -> ExitCode {
    if env::var_os("RUST_BACKTRACE").is_none() {
        panic::set_hook(Box::new(|panic| output::complain(&format!("{panic}; please report it"))));
    }
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    match dispatch(cli) {
        Ok(code) => code,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&format!("{error:#}"));
            ExitCode::from(1)
        }
    }
}

fn dispatch(cli: Cli) -> anyhow::Result<ExitCode> {
    let is_of_state =
        matches!(&cli.command, Some(Command::Export(options)) if options.to.is_none());
    match cli.global.state {
        Some(None) if !is_of_state => return Ok(misused("--state: name a directory")),
        None if is_of_state => {
            let advice =
                "name what to export: --to md, json, html or epub; or --state, all of the state";
            return Ok(misused(advice));
        }
        _ => {}
    }
    let invocation = || Invocation::new(cli.global);
    match cli.command {
        None => {
            let reader = Reader { linear: cli.linear, width: cli.width };
            return read(&invocation()?, cli.paths, reader);
        }
        Some(Command::Completions { shell }) => manual::completions(Cli::command(), shell)?,
        Some(Command::Man) => manual::page(Cli::command())?,
        Some(Command::Print(options)) => print::run(&invocation()?, &options)?,
        Some(Command::List(options)) => list::run(&invocation()?, &options)?,
        Some(Command::Bookmark(command)) => bookmark::run(&invocation()?, &command)?,
        Some(Command::Import(options)) => state::import(&invocation()?, &options)?,
        Some(Command::Note(command)) => note::run(&invocation()?, &command)?,
        Some(Command::Tag(command)) => tag::run(&invocation()?, &command)?,
        Some(Command::Export(options)) => match options.to {
            Some(form) => export::run(&invocation()?, &options, form)?,
            None => state::export(&invocation()?)?,
        },
        Some(Command::Doctor(options)) => doctor::run(&invocation()?, &options)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Which reader is asked for.
struct Reader {
    linear: bool,
    width: Option<u16>,
}

/// The reader.
fn read(invocation: &Invocation, paths: Vec<PathBuf>, reader: Reader) -> anyhow::Result<ExitCode> {
    let source =
        if paths.is_empty() { invocation.source(None)? } else { invocation::named(paths)? };
    if reader.linear || linear::is_wanted() {
        linear::run(invocation, source, reader.width)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut input = Session::line()?;
    let replies = terminal::ask(&mut input, |name| env::var(name).ok());
    let identify = invocation.identify().clone();
    let terminal = identify.terminal(&replies);
    let setup = tui::Setup {
        source,
        terminal: terminal.clone(),
        state: invocation.paths.state.clone(),
        own: invocation.paths.cache.clone(),
        config: invocation.config.clone(),
        locale: Arc::new(invocation.locale()),
    };
    let library = library::Kept::new(&setup.source, &invocation.paths.cache);
    let identify = Box::new(move |replies: &terminal::Replies| identify.terminal(replies));
    let status = tui::run(&setup, library, tui::Line { input, terminal, identify })?;
    Ok(ExitCode::from(status))
}

fn misused(what: &str) -> ExitCode {
    usage(&Cli::command().error(ErrorKind::MissingRequiredArgument, what))
}

/// Help and version go to standard output and are no error; anything else is one line.
fn usage(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        // A pipe closed at the other end is no failure.
        let _closed = error.print();
        return ExitCode::SUCCESS;
    }
    let message = error.to_string();
    let first = message.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let what = first.strip_prefix("error: ").unwrap_or(first);
    let details = message.lines().skip(1).map(str::trim).take_while(|line| !line.is_empty());
    let what = details.fold(what.to_owned(), |what, detail| format!("{what} {detail}"));
    output::complain(&format!("{what}; see `sahifa --help`"));
    ExitCode::from(2)
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io = |cause: &(dyn std::error::Error + 'static)| {
        let io = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let json =
            cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        io.or(json) == Some(io::ErrorKind::BrokenPipe)
    };
    error.chain().any(io)
}

fn after_help() -> String {
    let rows = FORMATS.iter().map(|format| format!("  {:<10} {}", format.name, format.about));
    let formats = rows.collect::<Vec<_>>().join("\n");
    format!("Formats:\n{formats}\n\nExit status:\n  0 done, 1 failed, 2 bad usage")
}
