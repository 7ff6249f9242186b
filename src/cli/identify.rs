//! Which terminal this is and what dialect it gets: the user's word outranks our guess. An option comes
//! before its environment variable, that before the settings, these before what was chosen for this
//! terminal in the self-test, and all of them before what the terminal is known for.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::config::Config;
use crate::terminal;
use crate::terminal::remembered;
use crate::terminal::{Dialect, Replies, Terminal};

/// What the user has said of the terminal.
#[derive(Clone, Debug)]
pub(super) struct Identify {
    /// The dialect that was asked for, and where.
    chosen: Option<(Dialect, &'static str)>,
    force_ltr: bool,
    state: PathBuf,
}

impl Identify {
    /// By the option, the environment and the settings; `state` is where answers are remembered.
    pub(super) fn new(
        option: Option<Dialect>,
        config: &Config,
        state: &Path,
    ) -> anyhow::Result<Self> {
        let from = |dialect: Option<Dialect>, why| dialect.map(|dialect| (dialect, why));
        let variable = variable()?;
        let chosen = from(option, "--dialect says so")
            .or_else(|| from(variable, "SAHIFA_DIALECT says so"))
            .or_else(|| from(config.dialect, "the settings say so"));
        Ok(Self { chosen, force_ltr: config.force_ltr, state: state.to_owned() })
    }

    /// The terminal that these replies and the environment tell of.
    pub(super) fn terminal(&self, replies: &Replies) -> Terminal {
        let env = |name: &str| env::var(name).ok();
        let client = terminal::attached(replies, env);
        let mut terminal = terminal::detect(&Replies { client, ..replies.clone() }, env);
        if self.force_ltr {
            terminal = terminal.with_force_ltr();
        }
        let remembered = || {
            let dialect = remembered::recall(&self.state, &terminal)?;
            Some((dialect, "it was chosen in `sahifa doctor --terminal`"))
        };
        if let Some((dialect, why)) = self.chosen.or_else(remembered) {
            terminal.dialect = dialect;
            why.clone_into(&mut terminal.why);
        }
        terminal
    }
}

/// The dialect that the environment names, for the terminal: a pipe stays logical.
fn variable() -> anyhow::Result<Option<Dialect>> {
    let named = env::var("SAHIFA_DIALECT").unwrap_or_default();
    match named.trim() {
        "" | "auto" => Ok(None),
        name => name.parse().map(Some).context("SAHIFA_DIALECT"),
    }
}
