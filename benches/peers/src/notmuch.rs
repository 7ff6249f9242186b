//! notmuch (Xapian) over the same texts as mails: whole words, or words that begin so; asked for a count.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use sahifa::search::Haystack;

use crate::Program;
use crate::engine::{Engine, bytes_below};
use crate::queries::Query;

pub(crate) struct Mails {
    config: PathBuf,
    cost: (Duration, u64),
}

impl Mails {
    pub(crate) fn build(texts: &[Haystack], work: &Path) -> Program {
        Command::new("notmuch")
            .arg("--version")
            .output()
            .map_err(|_| "notmuch is not installed")?;
        let mails = work.join("mails");
        for (number, text) in texts.iter().enumerate() {
            let folder = mails.join((number / 1000).to_string());
            if number % 1000 == 0 {
                fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
            }
            let mail = format!(
                "From: a@example.org\nTo: b@example.org\nSubject: {number}\nMessage-ID: <{number}@example.org>\n\
                 Date: Thu, 1 Jan 2026 00:00:00 +0000\nMIME-Version: 1.0\n\
                 Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{}\n",
                text.text()
            );
            fs::write(folder.join(number.to_string()), mail).map_err(|error| error.to_string())?;
        }
        let config = work.join("notmuch-config");
        let settings = format!(
            "[database]\npath={}\n[user]\nname=a\nprimary_email=b@example.org\n",
            mails.display()
        );
        fs::write(&config, settings).map_err(|error| error.to_string())?;
        let start = Instant::now();
        let status = program(&config, &["new", "--quiet"]).status();
        if !status.is_ok_and(|status| status.success()) {
            return Err("notmuch does not index".to_owned());
        }
        let cost = (start.elapsed(), bytes_below(&mails.join(".notmuch")));
        Ok(Box::new(Self { config, cost }))
    }
}

fn program(config: &Path, args: &[&str]) -> Command {
    let mut command = Command::new("notmuch");
    command.arg("--config").arg(config).args(args).stderr(Stdio::null());
    command
}

impl Engine for Mails {
    fn name(&self) -> &'static str {
        "notmuch count (program)"
    }

    fn cost(&self) -> Option<(Duration, u64)> {
        Some(self.cost)
    }

    fn patience(&self) -> usize {
        10
    }

    fn matches(&mut self, query: &Query) -> Option<usize> {
        let one = |term: &String| {
            if term.contains(' ') { format!("\"{term}\"") } else { format!("{term}*") }
        };
        let asked = query.terms.iter().map(one).collect::<Vec<_>>().join(" and ");
        let output = program(&self.config, &["count", "--", &asked]).output().ok()?;
        String::from_utf8(output.stdout).ok()?.trim().parse().ok()
    }
}
