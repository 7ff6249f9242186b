//! What every command works with: the options that all of them take, the places and the settings that
//! come of these, and the library, the store and the terminal that are found there.
//!
//! An option outranks its environment variable, which outranks the settings file. An empty variable is
//! one that is not set.

use std::cell::OnceCell;
use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::config;
use crate::config::{Config, Digits, StatePlace};
use crate::library::{STATE_FOLDER, Source};
use crate::locale::{Locale, Numerals, Tag};
use crate::paths::Paths;
use crate::store::Store;
use crate::terminal::{Asked, Dialect, Terminal};

use super::identify::Identify;
use super::output::{complain, shown};
use super::target;

/// The options of every command.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Everywhere")]
pub(super) struct Global {
    #[arg(long, global = true, value_name = "DIR")]
    #[arg(help = "The directory that holds the articles [env: SAHIFA_LIBRARY]")]
    library: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DIR", num_args = 0..=1)]
    #[arg(help = "Where bookmarks, positions, tags and notes are kept [env: SAHIFA_STATE]; \
                  without a directory, what `export` prints: all of them")]
    pub(super) state: Option<Option<PathBuf>>,
    #[arg(long, global = true, value_name = "DIR")]
    #[arg(help = "Where what can be made again is kept [env: SAHIFA_CACHE]")]
    cache: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE")]
    #[arg(help = "The settings file [env: SAHIFA_CONFIG]")]
    config: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANGUAGE")]
    #[arg(
        help = "The reader's language: ar, he, fa, ur, en, or with a region: fa-AF [env: SAHIFA_LANGUAGE]"
    )]
    language: Option<Tag>,
    #[arg(long, global = true, value_name = "NAME", value_parser = dialects())]
    #[arg(help = "How rows are written; auto: as this terminal wants them, in a pipe logical \
                  [env: SAHIFA_DIALECT]")]
    dialect: Option<Wanted>,
}

/// What an option asks for. Without one, what the terminal is known to want.
#[derive(Clone, Copy, Debug)]
enum Wanted {
    Auto,
    Dialect(Dialect),
}

fn dialects() -> impl TypedValueParser<Value = Wanted> {
    let names = Dialect::ALL.into_iter().map(Dialect::name).chain(["auto"]);
    let wanted = |name: String| name.parse().map_or(Wanted::Auto, Wanted::Dialect);
    PossibleValuesParser::new(names).map(wanted)
}

/// The places and the settings.
#[derive(Debug)]
pub(super) struct Invocation {
    /// The library named on the command line, in the environment or in the settings.
    library: Option<PathBuf>,
    pub(super) paths: Paths,
    pub(super) config: Config,
    asked: OnceCell<Asked>,
    identify: Identify,
    /// The language named on the command line or in the environment.
    language: Option<Tag>,
    /// The dialect named on the command line.
    pub(super) dialect: Option<Dialect>,
}

impl Invocation {
    pub(super) fn new(global: Global) -> anyhow::Result<Self> {
        let library = global.library.or_else(|| variable("SAHIFA_LIBRARY"));
        let state = global.state.flatten().or_else(|| variable("SAHIFA_STATE"));
        let cache = global.cache.or_else(|| variable("SAHIFA_CACHE"));
        let config = global.config.or_else(|| variable("SAHIFA_CONFIG"));
        if let Some(missing) = config.as_deref().filter(|path| !path.exists()) {
            bail!("{}: no such file; name a settings file that is there", shown(missing));
        }
        let dialect = match global.dialect {
            Some(Wanted::Dialect(dialect)) => Some(dialect),
            Some(Wanted::Auto) | None => None,
        };
        let mut paths = Paths::new(state.as_deref(), cache.as_deref(), config.as_deref());
        let config = config::read(&paths.config)?;
        let library = library.or_else(|| config.library.clone());
        if config.state == StatePlace::Library && state.is_none() {
            paths.state = in_library(library.as_deref())?;
        }
        let language = global.language.map_or_else(named_language, |tag| Ok(Some(tag)))?;
        let identify = Identify::new(dialect, &config, &paths.state)?;
        Ok(Self { library, paths, config, asked: OnceCell::new(), identify, language, dialect })
    }

    /// The library: the given directory, else the configured one, else the samples.
    pub(super) fn source(&self, given: Option<&Path>) -> anyhow::Result<Source> {
        let Some(path) = given.or(self.library.as_deref()) else { return Ok(Source::Samples) };
        named(vec![path.to_owned()])
    }

    /// The state, for commands that say themselves what cannot be kept.
    pub(super) fn opened(&self) -> Store {
        Store::open_on(&self.paths.cache, &self.paths.state)
    }

    /// The state; says so when it is not all there, which is no reason not to go on.
    pub(super) fn store(&self) -> Store {
        let store = self.opened();
        if let Some(reason) = store.health().read_only {
            let state = shown(&self.paths.state);
            complain(&format!("{state}: nothing can be kept: {reason}; see `sahifa doctor`"));
        }
        store
    }

    /// The language of the interface: the one named, else the settings', else the system's.
    pub(super) fn locale(&self) -> Locale {
        let tag = self.language.or(self.config.language).unwrap_or_else(Tag::of_system);
        let locale = Locale::new(tag, self.config.calendar);
        match self.config.digits {
            Digits::AsWritten => locale,
            Digits::Latin => locale.with_numerals(Numerals::Latin),
            Digits::Arabic => locale.with_numerals(Numerals::native(tag.language)),
        }
    }

    /// The terminal on standard output, asked once; in a pipe, what the environment tells of.
    pub(super) fn terminal(&self) -> Terminal {
        let asked = self.asked.get_or_init(|| Asked::new(|name| env::var(name).ok()));
        self.identify.terminal(asked.replies())
    }

    /// What tells the terminal by its replies, for whoever gets them later.
    pub(super) const fn identify(&self) -> &Identify {
        &self.identify
    }
}

/// The state's place in the library. Where the library is not there, neither is the state, and another
/// must not be begun in its place.
fn in_library(library: Option<&Path>) -> anyhow::Result<PathBuf> {
    let Some(library) = library else {
        bail!("the state is set to be in the library, but none is named; name one by --library")
    };
    if !library.is_dir() {
        bail!("{}: no such directory; the state is kept in it", shown(library));
    }
    Ok(library.join(STATE_FOLDER))
}

/// The source that these arguments name.
pub(super) fn named(paths: Vec<PathBuf>) -> anyhow::Result<Source> {
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

/// Whether a path stands for standard input.
pub(super) fn is_input(path: &Path) -> bool {
    path == Path::new("-")
}

fn named_language() -> anyhow::Result<Option<Tag>> {
    let named = env::var("SAHIFA_LANGUAGE").ok().filter(|name| !name.is_empty());
    named.map(|name| name.parse().context("SAHIFA_LANGUAGE")).transpose()
}

fn variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}
