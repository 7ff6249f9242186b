//! Changes are told, and the thread ends.

use std::sync::mpsc::Receiver;

use tempfile::TempDir;

use super::*;

/// Long enough for a machine that is busy with other things.
const PATIENCE: Duration = Duration::from_secs(20);

fn watched(root: &Path, poll: Duration) -> (Watch, Receiver<Look>) {
    let (sender, looks) = channel();
    let watch = Watch::polling(root, poll, move |look| sender.send(look).is_ok()).unwrap();
    assert_eq!(looks.recv_timeout(PATIENCE), Ok(Look::All));
    (watch, looks)
}

/// Waits until a path has been told.
fn wait_for(looks: &Receiver<Look>, path: &Path) {
    loop {
        match looks.recv_timeout(PATIENCE).unwrap() {
            Look::Paths(paths) if paths.iter().any(|told| told == path) => return,
            Look::Paths(_) => {}
            Look::All => panic!("{} alone has changed", path.display()),
        }
    }
}

#[test]
fn what_comes_changes_and_goes_is_told() {
    let dir = TempDir::new().unwrap();
    fs::create_dir(dir.path().join("before")).unwrap();
    let (_watch, looks) = watched(dir.path(), POLL);
    let file = dir.path().join("before/a.txt");
    fs::write(&file, "one").unwrap();
    wait_for(&looks, &file);
    fs::write(&file, "other").unwrap();
    wait_for(&looks, &file);
    let other = dir.path().join("b.txt");
    fs::rename(&file, &other).unwrap();
    wait_for(&looks, &other);
    fs::remove_file(&other).unwrap();
    wait_for(&looks, &other);
    let folder = dir.path().join("after/it");
    fs::create_dir_all(&folder).unwrap();
    wait_for(&looks, &dir.path().join("after"));
}

#[test]
fn the_state_in_a_library_is_no_part_of_it() {
    let dir = TempDir::new().unwrap();
    let (_watch, looks) = watched(dir.path(), POLL);
    let state = dir.path().join(STATE_FOLDER).join("journal");
    fs::create_dir_all(&state).unwrap();
    fs::write(state.join("a.jsonl"), "one").unwrap();
    let article = dir.path().join("a.txt");
    fs::write(&article, "one").unwrap();
    assert_eq!(looks.recv_timeout(PATIENCE), Ok(Look::Paths(vec![article])));
}

#[cfg(unix)]
#[test]
fn paths_are_told_as_the_library_is_named() {
    let dir = TempDir::new().unwrap();
    let (real, link) = (dir.path().join("real"), dir.path().join("link"));
    fs::create_dir(&real).unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    let (_watch, looks) = watched(&link, POLL);
    fs::write(real.join("a.txt"), "one").unwrap();
    wait_for(&looks, &link.join("a.txt"));
}

#[test]
fn what_cannot_be_watched_is_looked_at_from_time_to_time() {
    let (_watch, looks) = watched(Path::new("/no/such/library"), Duration::from_millis(50));
    for _ in 0..3 {
        assert_eq!(looks.recv_timeout(PATIENCE), Ok(Look::All));
    }
}

#[test]
fn nothing_is_told_after_the_end() {
    let dir = TempDir::new().unwrap();
    let (watch, looks) = watched(dir.path(), POLL);
    drop(watch);
    assert_eq!(looks.recv_timeout(PATIENCE), Err(RecvTimeoutError::Disconnected));
}

#[test]
fn the_thread_ends_when_nobody_wants_to_know() {
    let (sender, ended) = channel::<()>();
    let told = move |_| {
        let _held = &sender;
        false
    };
    let _watch = Watch::new(Path::new("/no/such/library"), told).unwrap();
    assert_eq!(ended.recv_timeout(PATIENCE), Err(RecvTimeoutError::Disconnected));
}
