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
use crate::config::Config;
use crate::library::Source;
use crate::locale::{Language, Locale};
use crate::paths::Paths;
use crate::store::Store;
use crate::terminal;
use crate::terminal::remembered;
use crate::terminal::{Asked, Dialect, Replies, Terminal};

use super::output::{complain, shown};
use super::target;

/// The options of every command.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Everywhere")]
pub(super) struct Global {
    #[arg(long, global = true, value_name = "DIR")]
    #[arg(help = "The directory that holds the articles [env: SAHIFA_LIBRARY]")]
    library: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DIR")]
    #[arg(help = "Where bookmarks and reading positions are kept [env: SAHIFA_STATE]")]
    state: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DIR")]
    #[arg(help = "Where what can be made again is kept [env: SAHIFA_CACHE]")]
    cache: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE")]
    #[arg(help = "The settings file [env: SAHIFA_CONFIG]")]
    config: Option<PathBuf>,
    #[arg(long, global = true, value_name = "NAME", value_parser = dialects())]
    #[arg(help = "How rows are written; auto: as this terminal wants them, in a pipe logical \
                  [env: SAHIFA_DIALECT]")]
    dialect: Option<Wish>,
}

/// What an option asks for. Without one, what the terminal is known to want.
#[derive(Clone, Copy, Debug)]
enum Wish {
    Auto,
    Dialect(Dialect),
}

fn dialects() -> impl TypedValueParser<Value = Wish> {
    let names = Dialect::ALL.into_iter().map(Dialect::name).chain(["auto"]);
    let asked = |name: String| name.parse().map_or(Wish::Auto, Wish::Dialect);
    PossibleValuesParser::new(names).map(asked)
}

/// The places and the settings.
#[derive(Debug)]
pub(super) struct Invocation {
    /// The library named on the command line, in the environment or in the settings.
    library: Option<PathBuf>,
    pub(super) paths: Paths,
    pub(super) config: Config,
    /// The dialect named on the command line.
    pub(super) dialect: Option<Dialect>,
    wishes: Wishes,
    asked: OnceCell<Asked>,
}

impl Invocation {
    pub(super) fn new(global: Global) -> anyhow::Result<Self> {
        let library = global.library.or_else(|| variable("SAHIFA_LIBRARY"));
        let state = global.state.or_else(|| variable("SAHIFA_STATE"));
        let cache = global.cache.or_else(|| variable("SAHIFA_CACHE"));
        let config = global.config.or_else(|| variable("SAHIFA_CONFIG"));
        if let Some(missing) = config.as_deref().filter(|path| !path.exists()) {
            bail!("{}: no such file; name a settings file that is there", shown(missing));
        }
        let dialect = match global.dialect {
            Some(Wish::Dialect(dialect)) => Some(dialect),
            Some(Wish::Auto) | None => None,
        };
        let paths = Paths::new(state.as_deref(), cache.as_deref(), config.as_deref());
        let config = config::read(&paths.config)?;
        let wishes = Wishes::new(dialect, &config, &paths.state)?;
        Ok(Self {
            library: library.or_else(|| config.library.clone()),
            paths,
            config,
            dialect,
            wishes,
            asked: OnceCell::new(),
        })
    }

    /// The library: the given directory, else the configured one, else the samples.
    pub(super) fn source(&self, given: Option<&Path>) -> anyhow::Result<Source> {
        let Some(path) = given.or(self.library.as_deref()) else { return Ok(Source::Samples) };
        named(vec![path.to_owned()])
    }

    /// The state; says so when it is not all there, which is no reason not to go on.
    pub(super) fn store(&self) -> Store {
        let store = Store::open(&self.paths.state);
        if let Some(reason) = store.health().read_only {
            let state = shown(&self.paths.state);
            complain(&format!("{state}: nothing can be kept: {reason}; see `sahifa doctor`"));
        }
        store
    }

    /// The language of the interface: the settings', else the system's.
    pub(super) fn locale(&self) -> Locale {
        let language = self.config.language.unwrap_or_else(Language::of_system);
        Locale::new(language, self.config.calendar)
    }

    /// The terminal on standard output, asked once; in a pipe, what the environment tells of.
    pub(super) fn terminal(&self) -> Terminal {
        let asked = self.asked.get_or_init(|| Asked::new(|name| env::var(name).ok()));
        self.identify(asked.replies())
    }

    /// The terminal that these replies and the environment tell of, with the dialect that the user has
    /// chosen for it.
    pub(super) fn identify(&self, replies: &Replies) -> Terminal {
        self.wishes.identify(replies)
    }

    /// The same for whoever gets the replies later.
    pub(super) fn identifier(&self) -> Box<dyn Fn(&Replies) -> Terminal + Send> {
        let wishes = self.wishes.clone();
        Box::new(move |replies| wishes.identify(replies))
    }
}

/// What outranks our own guess of a terminal.
#[derive(Clone, Debug)]
struct Wishes {
    /// Asked for, and by what.
    dialect: Option<(Dialect, &'static str)>,
    force_ltr: bool,
    /// Where it is remembered what was chosen for each terminal.
    state: PathBuf,
}

impl Wishes {
    fn new(option: Option<Dialect>, config: &Config, state: &Path) -> anyhow::Result<Self> {
        let from = |dialect: Option<Dialect>, why| dialect.map(|dialect| (dialect, why));
        let dialect = from(option, "--dialect says so")
            .or(from(variable_dialect()?, "SAHIFA_DIALECT says so"))
            .or(from(config.dialect, "the settings say so"));
        Ok(Self { dialect, force_ltr: config.force_ltr, state: state.to_owned() })
    }

    fn identify(&self, replies: &Replies) -> Terminal {
        let env = |name: &str| env::var(name).ok();
        let client = terminal::attached(replies, env);
        let mut terminal = terminal::detect(&Replies { client, ..replies.clone() }, env);
        if self.force_ltr {
            terminal = terminal.with_force_ltr();
        }
        let remembered = || {
            let dialect = remembered::recall(&self.state, &terminal)?;
            Some((dialect, "it was chosen for this terminal"))
        };
        if let Some((dialect, why)) = self.dialect.or_else(remembered) {
            terminal.dialect = dialect;
            why.clone_into(&mut terminal.why);
        }
        terminal
    }
}

/// The dialect that the environment names, for the terminal: a pipe stays logical.
fn variable_dialect() -> anyhow::Result<Option<Dialect>> {
    let named = env::var("SAHIFA_DIALECT").unwrap_or_default();
    match named.trim() {
        "" | "auto" => Ok(None),
        name => name.parse().map(Some).context("SAHIFA_DIALECT"),
    }
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

fn variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}
