//! A folder of files made on the spot, what the program makes of it, and a proof that it was left as
//! it was.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use serde_json::Value;
use tempfile::TempDir;

/// The folder, and room for the program's own files beside it.
pub(super) struct Shelf {
    dir: TempDir,
}

/// What a run came to.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) code: Option<i32>,
    pub(super) out: String,
    pub(super) err: String,
}

/// One row of the list.
#[derive(Debug)]
pub(super) struct Row(pub(super) Value);

/// All bytes and times of change.
pub(super) type Print = BTreeMap<PathBuf, (Option<Vec<u8>>, SystemTime)>;

impl Shelf {
    pub(super) fn new() -> Self {
        let shelf = Self { dir: tempfile::tempdir().unwrap() };
        fs::create_dir(shelf.root()).unwrap();
        shelf
    }

    pub(super) fn root(&self) -> PathBuf {
        self.dir.path().join("saved")
    }

    pub(super) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// The program's answer; the folder is as it was before.
    pub(super) fn run(&self, arguments: &[&str]) -> Run {
        let before = self.print();
        let mut command = Command::new(env!("CARGO_BIN_EXE_sahifa"));
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            if ["SAHIFA_", "TERM", "XDG_", "LC_", "LANG"].iter().any(|it| name.starts_with(it)) {
                command.env_remove(name);
            }
        }
        let place = |name: &str| self.dir.path().join(name);
        command.current_dir(self.root()).env("HOME", self.dir.path());
        command.env("SAHIFA_LIBRARY", self.root()).env("SAHIFA_STATE", place("state"));
        command.env("SAHIFA_CACHE", place("cache"));
        let output = command.args(arguments).output().unwrap();
        assert!(before == self.print(), "{arguments:?} changed the folder");
        Run {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// What a run that must succeed writes.
    #[track_caller]
    pub(super) fn out(&self, arguments: &[&str]) -> String {
        let run = self.run(arguments);
        assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.err);
        run.out
    }

    /// The rows of the list, by their titles and paths.
    #[track_caller]
    pub(super) fn rows(&self) -> Vec<Row> {
        let out = self.out(&["list", "--json"]);
        let mut rows: Vec<Row> =
            out.lines().map(|line| Row(serde_json::from_str(line).unwrap())).collect();
        rows.sort_by_key(|row| (row.text("title").to_owned(), row.text("path").to_owned()));
        rows
    }

    /// What the doctor says is wrong: paths and reasons, each its own line.
    pub(super) fn problems(&self) -> Vec<String> {
        let out = self.out(&["doctor"]);
        let lines = out.lines().skip_while(|line| !line.trim_start().starts_with("problems"));
        let lines = lines.skip(1).take_while(|line| line.starts_with("    "));
        let root = self.root().display().to_string();
        lines.map(|line| line.trim().replace(&format!("{root}/"), "")).collect()
    }

    pub(super) fn print(&self) -> Print {
        let files = walkdir::WalkDir::new(self.root()).into_iter().map(Result::unwrap);
        let file = |entry: walkdir::DirEntry| {
            let modified = entry.metadata().unwrap().modified().unwrap();
            let bytes = entry.file_type().is_file().then(|| fs::read(entry.path()).unwrap());
            (entry.path().to_owned(), (bytes, modified))
        };
        files.map(file).collect()
    }
}

impl Row {
    pub(super) fn text(&self, field: &str) -> &str {
        self.0[field].as_str().unwrap_or_default()
    }

    pub(super) fn list(&self, field: &str) -> Vec<&str> {
        self.0[field].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect()
    }

    /// The paths of its versions below the folder, the shown one first.
    pub(super) fn versions(&self, shelf: &Shelf) -> Vec<String> {
        let root = shelf.root();
        let below = |path: &&str| {
            let path = Path::new(path).strip_prefix(&root).unwrap_or(Path::new(path));
            path.to_string_lossy().into_owned()
        };
        self.list("versions").iter().map(below).collect()
    }

    /// Unread, bookmarked, progress.
    pub(super) fn marks(&self) -> (bool, bool, u64) {
        let is = |field: &str| self.0[field].as_bool().unwrap();
        (is("unread"), is("bookmarked"), self.0["progress"].as_u64().unwrap())
    }

    pub(super) fn has_text(&self) -> bool {
        self.0["words"].as_u64().unwrap() > 20
    }
}
