//! A full disk, a home that cannot be written to, a state that is taken away: told, still running, and
//! saved once there is room again.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::reader::{command, status};
use crate::sitting::{Library, Sitting};
use crate::{is_root, tool};

const PATIENCE: Duration = Duration::from_secs(20);

/// Runs them all.
pub(crate) fn run() {
    if !is_root() {
        return println!("room: skipped: only root can mount file systems");
    }
    let home = tempfile::tempdir().unwrap();
    let library = Library::new(home.path());
    let disk = home.path().join("disk");
    fs::create_dir(&disk).unwrap();
    tool("mount", &["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.to_str().unwrap()]);
    full(&library, &disk);
    taken_away(&library, &disk);
    fs::create_dir(disk.join("other")).unwrap();
    tool("mount", &["-o", "remount,ro", disk.to_str().unwrap()]);
    unwritable(&library, &disk.join("other"));
    tool("umount", &[disk.to_str().unwrap()]);
}

fn sit(library: &Library, home: &Path, state: &Path, found: Vec<bool>) -> Sitting {
    let mut command = command(&library.dir, home);
    command.env("SAHIFA_STATE", state);
    command.env("SAHIFA_CACHE", library.dir.with_file_name("cache"));
    let mut sitting = Sitting::start(command, found);
    assert!(sitting.arrives(PATIENCE), "the reader does not start");
    sitting
}

/// Changes until the disk is full; then there is room.
fn full(library: &Library, disk: &Path) {
    let state = disk.join("state");
    let none = vec![false; library.ids.len()];
    let mut sitting = sit(library, disk, &state, none);
    assert!(sitting.change(Instant::now() + PATIENCE));
    let ballast = disk.join("ballast");
    let room = vec![0_u8; 64 << 10];
    // As much as there is room for.
    let _full = fs::write(&ballast, &room);
    while sitting.change(Instant::now() + Duration::from_millis(500)) {}
    let told = sitting.is_told(PATIENCE);
    let acknowledged = sitting.ledger.acknowledged;
    fs::remove_file(&ballast).unwrap();
    let saved = sitting.is_acknowledged(Instant::now() + PATIENCE);
    let status = sitting.reader.leave();
    let lost = sitting.ledger.lost(&library.bookmarks(&state));
    println!("full disk: {acknowledged} changes acknowledged, {lost} lost");
    println!("  told {told}, saved once there is room {saved}, exit status {status:?}");
}

fn taken_away(library: &Library, disk: &Path) {
    let (state, aside) = (disk.join("state"), disk.join("aside"));
    let mut sitting = sit(library, disk, &state, library.bookmarks(&state));
    fs::rename(&state, &aside).unwrap();
    let acknowledged = sitting.change(Instant::now() + Duration::from_millis(500));
    let told = sitting.is_told(PATIENCE);
    fs::rename(&aside, &state).unwrap();
    let saved = sitting.is_acknowledged(Instant::now() + PATIENCE);
    let status = sitting.reader.leave();
    let lost = sitting.ledger.lost(&library.bookmarks(&state));
    println!("state taken away: acknowledged meanwhile {acknowledged}, {lost} lost");
    println!("  told {told}, saved once it is back {saved}, exit status {status:?}");
}

fn unwritable(library: &Library, home: &Path) {
    let mut sitting = sit(library, home, &home.join("state"), vec![false; library.ids.len()]);
    let acknowledged = sitting.change(Instant::now() + Duration::from_millis(500));
    let told = sitting.is_told(PATIENCE);
    let shown = sitting.reader.shows(PATIENCE, |parser| status(parser).contains("kept"));
    let status = sitting.reader.leave();
    println!("read-only home: acknowledged {acknowledged}, told {}", told && shown);
    println!("  exit status {status:?}, which tells that the change is not kept");
}
