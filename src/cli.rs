//! The command line: its arguments, and the commands that need no screen.
//!
//! Everything that the screen can show can be had here too, so that scripts and tests can use it.
//! Exit codes: 0 done, 1 failed, 2 bad usage. Errors are one line on standard error: what, where, what
//! to do.

mod bookmark;
mod doctor;
mod json;
mod list;
mod output;
mod print;
mod target;

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::bail;
use clap::{Args, CommandFactory, Parser, Subcommand};

use crate::article::scrub_line;
use crate::config;
use crate::config::Config;
use crate::format::FORMATS;
use crate::library::Source;
use crate::paths::Paths;
use crate::store::Store;
use crate::terminal;
use crate::terminal::Terminal;
use crate::tui;

/// Reads saved articles in the terminal, right to left where they are.
#[derive(Debug, Parser)]
#[command(name = "sahifa", version, args_conflicts_with_subcommands = true)]
#[command(after_help = after_help())]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Option<Command>,
    /// Directories or files to read, or - for standard input; without any, the library
    paths: Vec<PathBuf>,
}

#[derive(Clone, Debug, Args)]
struct Global {
    /// The directory that holds the articles
    #[arg(long, global = true, env = "SAHIFA_LIBRARY", value_name = "DIR")]
    library: Option<PathBuf>,
    /// Where bookmarks and reading positions are kept
    #[arg(long, global = true, env = "SAHIFA_STATE", value_name = "DIR")]
    state: Option<PathBuf>,
    /// Where what can be made again is kept
    #[arg(long, global = true, env = "SAHIFA_CACHE", value_name = "DIR")]
    cache: Option<PathBuf>,
    /// The settings file
    #[arg(long, global = true, env = "SAHIFA_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print one article, typeset
    Print(print::Options),
    /// List the articles, one a line
    List(list::Options),
    /// Add, remove or list bookmarks
    #[command(subcommand)]
    Bookmark(bookmark::Command),
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

/// What every command works with: the places and the settings.
#[derive(Debug)]
struct Invocation {
    /// The library named on the command line, in the environment or in the settings.
    library: Option<PathBuf>,
    paths: Paths,
    config: Config,
}

/// Runs the program on the process's own arguments.
#[must_use]
pub fn run() -> ExitCode {
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
    match cli.command {
        Some(Command::Completions { shell }) => {
            clap_complete::generate(shell, &mut Cli::command(), "sahifa", &mut io::stdout());
            return Ok(ExitCode::SUCCESS);
        }
        Some(Command::Man) => {
            clap_mangen::Man::new(Cli::command()).render(&mut io::stdout())?;
            return Ok(ExitCode::SUCCESS);
        }
        _ => {}
    }
    let invocation = Invocation::new(cli.global)?;
    match cli.command {
        Some(Command::Print(options)) => print::run(&invocation, &options)?,
        Some(Command::List(options)) => list::run(&invocation, &options)?,
        Some(Command::Bookmark(command)) => bookmark::run(&invocation, &command)?,
        Some(Command::Doctor(options)) => doctor::run(&invocation, &options)?,
        _ => return read(&invocation, cli.paths),
    }
    Ok(ExitCode::SUCCESS)
}

/// The reader.
fn read(invocation: &Invocation, paths: Vec<PathBuf>) -> anyhow::Result<ExitCode> {
    let source = if paths.is_empty() { invocation.source(None)? } else { named(paths)? };
    let terminal = invocation.terminal();
    let status = tui::run(tui::Setup {
        source,
        terminal,
        state: invocation.paths.state.clone(),
        config: invocation.config.clone(),
    })?;
    Ok(ExitCode::from(status))
}

/// The source that these arguments name.
fn named(paths: Vec<PathBuf>) -> anyhow::Result<Source> {
    if let Some(missing) = paths.iter().find(|path| !is_input(path) && !path.exists()) {
        bail!("{}: no such file or directory; name where your articles are", shown(missing));
    }
    match paths.as_slice() {
        [path] if is_input(path) => Ok(Source::Input(target::standard_input()?)),
        [path] if path.is_dir() => Ok(Source::Directory(path.clone())),
        paths if paths.iter().any(|path| is_input(path)) => {
            bail!("-: standard input cannot be read together with files; name one or the other")
        }
        _ => Ok(Source::Paths(paths)),
    }
}

impl Invocation {
    fn new(global: Global) -> anyhow::Result<Self> {
        let Global { library, state, cache, config } = global;
        let paths = Paths::new(state.as_deref(), cache.as_deref(), config.as_deref());
        if let Some(missing) = config.filter(|path| !path.exists()) {
            bail!("{}: no such file; name a settings file that is there", shown(&missing));
        }
        let config = config::read(&paths.config)?;
        Ok(Self { library: library.or_else(|| config.library.clone()), paths, config })
    }

    /// The library: the given directory, else the configured one, else the samples.
    fn source(&self, given: Option<&Path>) -> anyhow::Result<Source> {
        let Some(path) = given.or(self.library.as_deref()) else { return Ok(Source::Samples) };
        named(vec![path.to_owned()])
    }

    fn store(&self) -> Store {
        Store::open(&self.paths.state)
    }

    /// The terminal that the environment tells of, with the dialect that the settings choose.
    fn terminal(&self) -> Terminal {
        let mut terminal = terminal::detect(|name| std::env::var(name).ok());
        if let Some(dialect) = self.config.dialect {
            terminal.dialect = dialect;
            "the settings say so".clone_into(&mut terminal.why);
        }
        terminal
    }
}

fn is_input(path: &Path) -> bool {
    path == Path::new("-")
}

/// A path as it may be shown: nothing in it can steer a terminal.
fn shown(path: &Path) -> String {
    scrub_line(&path.to_string_lossy())
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
    format!("Formats:\n{}", rows.collect::<Vec<_>>().join("\n"))
}
