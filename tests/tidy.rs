//! House rules, checked on every `cargo test`: headers, sizes, and which module may name which.
#![expect(clippy::expect_used, reason = "a test that cannot read the source should stop")]

use std::fs;
use std::path::{Path, PathBuf};

/// What each layer may name: other modules of ours, and the terminal crates. A layer stands for its
/// file and its folder; a longer path outranks a shorter one; what is not listed may name anything.
const LAYERS: &[(&str, &[&str], &[&str])] = &[
    ("article", &[], &[]),
    ("text", &[], &[]),
    ("page", &["article", "locale", "text"], &[]),
    ("format", &["article"], &[]),
    ("search", &["article"], &[]),
    ("store", &["article"], &[]),
    ("identity", &["article", "library", "search", "store"], &[]),
    ("library", &["article", "format", "search"], &[]),
    ("locale", &["article"], &[]),
    ("export", &["article"], &[]),
    ("paths", &[], &[]),
    ("config", &["locale", "terminal", "text"], &[]),
    ("terminal", &["text"], &["crossterm"]),
    (
        "cli",
        &[
            "article", "config", "export", "format", "identity", "library", "locale", "page",
            "paths", "search", "store", "terminal", "text", "tui",
        ],
        &[],
    ),
    (
        "tui/update",
        &[
            "article", "identity", "library", "locale", "page", "search", "store", "terminal",
            "text", "tui",
        ],
        &[],
    ),
    (
        "tui/app",
        &[
            "article", "identity", "library", "locale", "page", "search", "store", "terminal",
            "text", "tui",
        ],
        &[],
    ),
    ("tui/command", &["tui"], &[]),
    (
        "tui/view",
        &[
            "article", "identity", "library", "locale", "page", "search", "store", "terminal",
            "text", "tui",
        ],
        &["ratatui"],
    ),
    (
        "tui",
        &[
            "article", "config", "identity", "library", "locale", "page", "search", "store",
            "terminal", "text",
        ],
        &["ratatui", "crossterm"],
    ),
];

const TERMINAL_CRATES: &[&str] = &["ratatui", "crossterm"];
const MAX_LINES: usize = 400;
const TOP_LEVEL: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "src",
    "assets",
    "tests",
    "benches",
    "README.md",
    "CHANGELOG.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "target",
];

#[test]
fn every_module_says_what_it_is_for() {
    for (path, source) in sources(&["src", "tests", "benches"]) {
        assert!(source.starts_with("//!"), "{}: no `//!` header", path.display());
    }
}

#[test]
fn no_file_is_too_long_to_read_in_one_sitting() {
    for (path, source) in sources(&["src"]) {
        let lines = code(&source).lines().count();
        assert!(lines <= MAX_LINES, "{}: {lines} lines", path.display());
    }
}

#[test]
fn layers_look_only_downwards() {
    for (path, source) in sources(&["src"]) {
        let Some((layer, modules, crates)) = layer_of(&path) else { continue };
        let top = layer.split('/').next().unwrap_or(layer);
        let code = code(&source);
        assert!(!code.contains("use crate::{"), "{}: one `use crate::` a line", path.display());
        for name in names_after(code, "crate::") {
            assert!(
                name == top || modules.contains(&name),
                "{}: names crate::{name}",
                path.display()
            );
        }
        for name in TERMINAL_CRATES {
            let named = code.contains(&format!("{name}::"));
            assert!(!named || crates.contains(name), "{}: names {name}", path.display());
        }
    }
}

#[test]
fn nothing_is_left_undone() {
    for (path, source) in sources(&["src", "tests/integration", "benches"]) {
        for word in ["TODO", "FIXME", "XXX", "todo!(", "unimplemented!(", "dbg!("] {
            assert!(!source.contains(word), "{}: {word}", path.display());
        }
        let untidy =
            source.lines().position(|line| line.ends_with([' ', '\t']) || line.contains('\t'));
        assert_eq!(untidy, None, "{}: a tab, or white space at a line's end", path.display());
    }
}

#[test]
fn the_top_level_stays_small() {
    for entry in fs::read_dir(".").expect("the package is readable") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        assert!(
            name.starts_with('.') || TOP_LEVEL.contains(&name.as_str()),
            "{name} at the top level"
        );
    }
}

/// A source up to its tests.
fn code(source: &str) -> &str {
    source.split("#[cfg(test)]\nmod").next().unwrap_or_default()
}

fn layer_of(
    path: &Path,
) -> Option<&'static (&'static str, &'static [&'static str], &'static [&'static str])> {
    let path = path.strip_prefix("src").ok()?.with_extension("");
    let fits = LAYERS.iter().filter(|(layer, ..)| path.starts_with(layer));
    fits.max_by_key(|(layer, ..)| layer.len())
}

fn names_after<'a>(source: &'a str, prefix: &str) -> impl Iterator<Item = &'a str> {
    source.split(prefix).skip(1).filter_map(|rest| {
        rest.split(|c: char| !c.is_alphanumeric() && c != '_')
            .next()
            .filter(|name| !name.is_empty())
    })
}

fn sources(roots: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut dirs: Vec<PathBuf> = roots.iter().map(PathBuf::from).collect();
    while let Some(dir) = dirs.pop() {
        for entry in fs::read_dir(&dir).expect("the folder is readable") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                dirs.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let source = fs::read_to_string(&path).expect("UTF-8");
                found.push((path, source));
            }
        }
    }
    assert!(!found.is_empty(), "no sources under {roots:?}");
    found
}
