//! ripgrep over the files as they are: `rg -il`, a fixed string. It has no way to ask for two words.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::Program;
use crate::engine::Engine;
use crate::queries::Query;

pub(crate) struct Files {
    dir: PathBuf,
}

impl Files {
    pub(crate) fn build(dir: &Path) -> Program {
        Command::new("rg").arg("--version").output().map_err(|_| "ripgrep is not installed")?;
        Ok(Box::new(Self { dir: dir.to_owned() }))
    }
}

impl Engine for Files {
    fn name(&self) -> &'static str {
        "rg -il"
    }

    fn cost(&self) -> Option<(Duration, u64)> {
        None
    }

    fn patience(&self) -> usize {
        10
    }

    fn matches(&mut self, query: &Query) -> Option<usize> {
        let [term] = &query.terms[..] else { return None };
        let output = Command::new("rg")
            .args(["--no-config", "--no-ignore", "-ilF", "--", term])
            .arg(&self.dir)
            .output()
            .ok()?;
        Some(output.stdout.split(|&byte| byte == b'\n').count() - 1)
    }
}
