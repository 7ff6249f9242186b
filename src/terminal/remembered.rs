//! What the user has answered for each terminal: which dialect reads right there. A small file in the
//! state directory, by the terminal's name. What cannot be read counts as nothing remembered.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::io::Write;
use std::path::Path;

use tempfile::NamedTempFile;

use super::Dialect;
use super::Terminal;

const FILE: &str = "terminals.json";

/// The dialect remembered for a terminal.
#[must_use]
pub fn recall(state: &Path, terminal: &Terminal) -> Option<Dialect> {
    all(state).get(&terminal.name)?.parse().ok()
}

/// Remembers a dialect for a terminal, or with `None` forgets it.
///
/// # Errors
///
/// When the file cannot be written.
pub fn remember(state: &Path, terminal: &Terminal, dialect: Option<Dialect>) -> io::Result<()> {
    let mut all = all(state);
    match dialect {
        Some(dialect) => all.insert(terminal.name.clone(), dialect.name().to_owned()),
        None => all.remove(&terminal.name),
    };
    fs::create_dir_all(state)?;
    let mut file = NamedTempFile::new_in(state)?;
    serde_json::to_writer_pretty(&mut file, &all)?;
    file.flush()?;
    file.persist(state.join(FILE))?;
    Ok(())
}

fn all(state: &Path) -> BTreeMap<String, String> {
    let text = fs::read_to_string(state.join(FILE)).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::{Replies, detect};

    #[test]
    fn an_answer_is_remembered_for_its_terminal_alone_and_forgotten() {
        let dir = tempfile::tempdir().unwrap();
        let named =
            |term: &'static str| detect(&Replies::default(), move |_| Some(term.to_owned()));
        let (foot, st) = (named("foot"), named("st"));
        assert_eq!(recall(dir.path(), &foot), None);
        remember(dir.path(), &foot, Some(Dialect::Lrm)).unwrap();
        assert_eq!(recall(dir.path(), &foot), Some(Dialect::Lrm));
        assert_eq!(recall(dir.path(), &st), None);
        remember(dir.path(), &foot, None).unwrap();
        assert_eq!(recall(dir.path(), &foot), None);
    }

    #[test]
    fn a_damaged_file_is_nothing_remembered() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join(FILE), b"\xff{").unwrap();
        let terminal = detect(&Replies::default(), |_| None);
        assert_eq!(recall(dir.path(), &terminal), None);
        remember(dir.path(), &terminal, Some(Dialect::Kitty)).unwrap();
        assert_eq!(recall(dir.path(), &terminal), Some(Dialect::Kitty));
    }
}
