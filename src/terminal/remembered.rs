//! What readers have chosen for a terminal where our guess was wrong: `terminals.json` beside their
//! bookmarks, one dialect to each kind of terminal.
//!
//! A file that cannot be read counts as empty, but is not written over: what it holds may be mended.
//! A dialect that this version does not know is kept for the one that does.

use std::collections::BTreeMap;
use std::fs;
use std::fs::DirBuilder;
use std::io;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use super::detect::Terminal;
use super::dialect::Dialect;

/// The kind of a terminal, and the name of its dialect.
type Choices = BTreeMap<String, String>;

/// The dialect that was chosen for terminals like this one.
#[must_use]
pub fn recall(state: &Path, terminal: &Terminal) -> Option<Dialect> {
    read(state).ok()?.get(&terminal.kind)?.parse().ok()
}

/// Remembers a dialect for terminals like this one, or forgets what was chosen for them.
///
/// # Errors
///
/// When the file is there but cannot be read, or when it cannot be written.
pub fn remember(state: &Path, terminal: &Terminal, choice: Option<Dialect>) -> io::Result<()> {
    let mut choices = read(state)?;
    let before = choices.clone();
    match choice {
        Some(dialect) => choices.insert(terminal.kind.clone(), dialect.name().to_owned()),
        None => choices.remove(&terminal.kind),
    };
    if choices == before { Ok(()) } else { write(state, &choices) }
}

/// Why nothing can be recalled, where that is so.
#[must_use]
pub fn trouble(state: &Path) -> Option<io::Error> {
    read(state).err()
}

fn place(state: &Path) -> PathBuf {
    state.join("terminals.json")
}

fn read(state: &Path) -> io::Result<Choices> {
    match fs::read(place(state)) {
        Ok(text) => serde_json::from_slice(&text).map_err(|error| {
            let reason = format!("terminals.json: {error}; mend it or remove it");
            io::Error::new(io::ErrorKind::InvalidData, reason)
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Choices::new()),
        Err(error) => Err(error),
    }
}

/// All or nothing: a new file takes the old one's place when it is whole.
fn write(state: &Path, choices: &Choices) -> io::Result<()> {
    make_private(state)?;
    let mut file = tempfile::Builder::new().prefix(".sahifa-").suffix(".new").tempfile_in(state)?;
    serde_json::to_writer_pretty(&mut file, choices)?;
    writeln!(file)?;
    file.as_file().sync_all()?;
    file.persist(place(state))?;
    Ok(())
}

/// Makes the directory for the user alone.
fn make_private(state: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(state)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::Replies;
    use crate::terminal::detect;

    fn terminal(term: &str) -> Terminal {
        detect(&Replies::default(), |name| (name == "TERM").then(|| term.to_owned()))
    }

    #[test]
    fn a_choice_is_kept_for_its_kind_of_terminal_alone() {
        let state = tempfile::tempdir().unwrap();
        let state = state.path().join("not/there/yet");
        let (foot, other) = (terminal("foot"), terminal("strange-256color"));
        assert_eq!(recall(&state, &foot), None);
        remember(&state, &foot, Some(Dialect::Lrm)).unwrap();
        remember(&state, &other, Some(Dialect::Logical)).unwrap();
        assert_eq!(recall(&state, &foot), Some(Dialect::Lrm));
        assert_eq!(recall(&state, &other), Some(Dialect::Logical));
        assert_eq!(recall(&state, &terminal("stranger")), None);
        remember(&state, &foot, None).unwrap();
        assert_eq!(recall(&state, &foot), None);
        assert_eq!(recall(&state, &other), Some(Dialect::Logical));
        assert_eq!(fs::read_dir(&state).unwrap().count(), 1);
    }

    #[test]
    fn what_cannot_be_read_is_told_and_not_written_over() {
        let state = tempfile::tempdir().unwrap();
        fs::write(place(state.path()), "{\"foot\": ").unwrap();
        let foot = terminal("foot");
        assert_eq!(recall(state.path(), &foot), None);
        let error = remember(state.path(), &foot, Some(Dialect::Lrm)).unwrap_err();
        assert!(error.to_string().starts_with("terminals.json: EOF"), "{error}");
        assert_eq!(trouble(state.path()).unwrap().kind(), io::ErrorKind::InvalidData);
        assert_eq!(fs::read(place(state.path())).unwrap(), b"{\"foot\": ");
    }

    #[test]
    fn a_dialect_of_the_future_is_kept() {
        let state = tempfile::tempdir().unwrap();
        fs::write(place(state.path()), r#"{"st": "mirrored", "foot": "lrm"}"#).unwrap();
        assert_eq!(recall(state.path(), &terminal("st")), None);
        assert_eq!(recall(state.path(), &terminal("foot")), Some(Dialect::Lrm));
        remember(state.path(), &terminal("foot"), Some(Dialect::Visual)).unwrap();
        assert!(fs::read_to_string(place(state.path())).unwrap().contains("mirrored"));
        assert!(trouble(state.path()).is_none());
    }

    #[test]
    fn a_place_that_cannot_be_written_is_an_error() {
        let state = tempfile::tempdir().unwrap();
        let file = state.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(remember(&file, &terminal("foot"), Some(Dialect::Lrm)).is_err());
        assert!(remember(state.path(), &terminal("foot"), None).is_ok());
    }
}
