//! The program run from outside, on a library of its own: four languages, four formats.
//!
//! Nothing of the user's is touched: every place is given, and the environment is cleared of what
//! could name another.
#![expect(clippy::string_slice, reason = "ids are ASCII")]

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

#[path = "cli/bookmark.rs"]
mod bookmark;
#[path = "cli/contract.rs"]
mod contract;
#[path = "cli/dialect.rs"]
mod dialect;
#[path = "cli/export.rs"]
mod export;
#[path = "cli/hostile.rs"]
mod hostile;
#[path = "cli/linear.rs"]
mod linear;
#[path = "cli/list.rs"]
mod list;
#[path = "cli/notes.rs"]
mod notes;
#[path = "cli/places.rs"]
mod places;
#[path = "cli/print.rs"]
mod print;
#[path = "cli/screen.rs"]
mod screen;
#[path = "cli/state.rs"]
mod state;

/// A directory with a library and room for the program's own files.
struct World {
    dir: TempDir,
}

/// What a run came to.
#[derive(Debug)]
struct Run {
    code: i32,
    out: String,
    err: String,
}

const ENGLISH: &str = "---
title: The ferry comes back
author: Ann Field
source: The Shore
date: 2024-05-02
tags: [sea, travel]
url: https://example.org/ferry
lang: en
---

The old ferry crosses the bay again after seven quiet years of repairs and argument in the town.

> A quoted sentence stands behind its bar.

- first reason
- second reason

![The pier at dawn](pier.jpg)

See [the timetable](https://example.org/times).
";

const ARABIC: &str = "<!DOCTYPE html><html lang=\"ar\" dir=\"rtl\"><head><meta charset=\"utf-8\">
<title>عودة القطار إلى المدينة</title>
<meta property=\"article:published_time\" content=\"2024-05-03T08:00:00Z\">
<meta property=\"og:site_name\" content=\"جريدة الضفة\"></head><body><article>
<h1>عودة القطار إلى المدينة</h1>
<p>عاد القطار إلى المدينة بعد سنوات طويلة من التوقف، وقال مدير المحطة إن الرحلات ستكون يومية من الصباح حتى المساء.</p>
<p>وقد كَتَبَ الركاب رسائل شكر إلى شركة ABC التي أصلحت الخط في عام 2024 مع أربعين عاملا.</p>
</article></body></html>
";

const HEBREW: &str = "הגשר החדש נפתח

הגשר החדש מעל הנחל נפתח היום לתנועה אחרי שנתיים של עבודות, והתושבים חצו אותו ברגל בשעות הבוקר המוקדמות.

ראש העיר אמר כי הגשר יקצר את הדרך לבית הספר.
";

const PERSIAN: &str = "Feed: روزنامهٔ کوه
Title: باغ تازه در شهر
Author: مینا راد
Date: Sat, 04 May 2024 10:00:00 +0000
Link: https://example.org/bagh

باغ تازه‌ای در شهر باز شد و مردم می‌توانند هر روز از صبح تا شب در آن راه بروند و کتاب بخوانند.
";

impl World {
    fn new() -> Self {
        let world = Self { dir: tempfile::tempdir().unwrap() };
        fs::create_dir(world.library()).unwrap();
        world
    }

    /// With the four articles; their files, the newest last: english.md, arabic.html, persian.txt and,
    /// undated but for its file, hebrew.txt.
    fn with_library() -> Self {
        let world = Self::new();
        world.write("english.md", ENGLISH);
        world.write("arabic.html", ARABIC);
        world.write("persian.txt", PERSIAN);
        world.write("hebrew.txt", HEBREW);
        world
    }

    fn library(&self) -> PathBuf {
        self.dir.path().join("library")
    }

    fn state(&self) -> PathBuf {
        self.dir.path().join("state")
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.library().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    /// The program in the library's directory, its places in the environment.
    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sahifa"));
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            if name.starts_with("SAHIFA_") || name.starts_with("TERM") || name.starts_with("XDG_") {
                command.env_remove(name);
            }
        }
        for name in ["NO_COLOR", "COLORTERM", "VTE_VERSION", "RUST_BACKTRACE", "TMUX"] {
            command.env_remove(name);
        }
        command.current_dir(self.library());
        command.env("HOME", self.dir.path());
        command.env("SAHIFA_LIBRARY", self.library());
        command.env("SAHIFA_STATE", self.state());
        command.env("SAHIFA_CACHE", self.dir.path().join("cache"));
        command
    }

    fn run<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Run {
        finish(self.command().args(arguments), b"")
    }

    /// What a run that must succeed, and has nothing to complain of, writes.
    #[track_caller]
    fn out(&self, arguments: &[&str]) -> String {
        let run = self.run(arguments);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{arguments:?}");
        run.out
    }

    /// The lines of JSON that it writes.
    #[track_caller]
    fn json(&self, arguments: &[&str]) -> Vec<Value> {
        let out = self.out(arguments);
        out.lines().map(|line| serde_json::from_str(line).expect("a value a line")).collect()
    }

    fn id(&self, name: &str) -> String {
        let values = self.json(&["print", "--json", name]);
        values[0]["id"].as_str().unwrap().to_owned()
    }
}

impl Run {
    /// Failed as the contract has it: this exit code, nothing written, one line that says all this.
    #[track_caller]
    fn fails(&self, code: i32, words: &[&str]) {
        assert_eq!((self.code, self.out.as_str()), (code, ""), "{self:?}");
        self.complains(words);
    }

    #[track_caller]
    fn complains(&self, words: &[&str]) {
        assert_eq!(self.err.lines().count(), 1, "{self:?}");
        assert!(self.err.starts_with("sahifa: ") && self.err.ends_with('\n'), "{self:?}");
        for word in words {
            assert!(self.err.contains(word), "{word:?} is not in {:?}", self.err);
        }
        assert_harmless(&self.err);
    }
}

fn finish(command: &mut Command, input: &[u8]) -> Run {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // Whoever does not read its input closes it.
    let _closed = stdin.write_all(input);
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.signal(), None, "killed");
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Nothing but text: no escape, no control but tab and line feed, no bidi control.
#[track_caller]
fn assert_harmless(text: &str) {
    let steers = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t')
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let found = text.chars().find(|&c| steers(c));
    assert_eq!(found, None, "in {text:?}");
}

fn name_of(value: &Value) -> String {
    let path = Path::new(value["path"].as_str().unwrap());
    path.file_name().unwrap().to_string_lossy().into_owned()
}
