//! Power cuts: a file system in a file is copied while the program saves to it, and the copy is mounted as
//! after a cut. Then the same with a disk that does not do as it is told, which has to lose: a test that
//! cannot fail shows nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use rustix::process::{Pid, Signal, kill_process};

use crate::reader::command;
use crate::sitting::{Library, Sitting};
use crate::{Chance, has, is_root, tool};

const SYSTEMS: [(&str, &str, &[&str], &str); 3] = [
    ("ext4", "32M", &["mkfs.ext4", "-q"], "loop"),
    ("btrfs", "128M", &["mkfs.btrfs", "-q"], "loop"),
    ("xfs", "320M", &["mkfs.xfs", "-q"], "loop,nouuid"),
];
const PATIENCE: Duration = Duration::from_secs(60);

/// What makes every order to write to the disk at once be forgotten.
const DEAF: [&str; 6] = [
    "strace",
    "-f",
    "-o/dev/null",
    "-etrace=fsync,fdatasync,syncfs",
    "-einject=fsync,fdatasync:retval=0",
    "--",
];

/// Cuts the power so many times in each file system.
pub(crate) fn run(count: usize) {
    if !is_root() {
        return println!("power: skipped: only root can mount file systems");
    }
    for (name, size, make, options) in SYSTEMS {
        if !has(make[0]) {
            println!("power, {name}: skipped: there is no {}", make[0]);
            continue;
        }
        let disk = Disk::new(size, make, options);
        let (acknowledged, lost) = disk.cut(count, &[]);
        println!("power, {name}: {count} cuts");
        println!("  changes acknowledged  {acknowledged}");
        println!("  lost                  {lost}");
        if has("strace") {
            let rounds = count.min(10);
            let (acknowledged, lost) = disk.cut(rounds, &DEAF);
            println!(
                "  a disk that is deaf   {lost} lost in {rounds} cuts, {acknowledged} acknowledged"
            );
        } else {
            println!("  a disk that is deaf   skipped: there is no strace");
        }
    }
}

/// A file system in a file.
struct Disk {
    dir: tempfile::TempDir,
    options: &'static str,
}

impl Disk {
    fn new(size: &str, make: &[&str], options: &'static str) -> Self {
        // In memory the file system's own writes and those alone are in the file, and at once.
        let memory = Path::new("/dev/shm");
        let dir = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        let disk = Self { dir: dir.unwrap(), options };
        tool("truncate", &["-s", size, disk.path("image").to_str().unwrap()]);
        let image = disk.path("image");
        tool(make[0], &[&make[1..], &[image.to_str().unwrap()]].concat());
        for mount in ["mount", "copy-mount"] {
            fs::create_dir(disk.path(mount)).unwrap();
        }
        disk.mount("image", "mount");
        disk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn mount(&self, image: &str, place: &str) {
        let (image, place) = (self.path(image), self.path(place));
        tool("mount", &["-o", self.options, image.to_str().unwrap(), place.to_str().unwrap()]);
    }

    fn unmount(&self, place: &str) {
        tool("umount", &[self.path(place).to_str().unwrap()]);
    }

    /// Runs the reader, what runs it before it, and cuts the power; tells how many changes were
    /// acknowledged, and how many of them are not there then.
    fn cut(&self, count: usize, runner: &[&str]) -> (u64, usize) {
        let (mut acknowledged, mut lost) = (0, 0);
        let (mut chance, library) = (Chance(7), Library::new(self.dir.path()));
        let mut state = PathBuf::new();
        for round in 0..count {
            // A state that is made in this round, or one that has been on the disk for long.
            let is_new = round.is_multiple_of(2);
            if is_new {
                state = PathBuf::from(format!("mount/state-{round}-{}", runner.len()));
            }
            let found = if is_new {
                vec![false; library.ids.len()]
            } else {
                self.settled(&library, &state)
            };
            let mut sitting = Sitting::start(self.command(&library.dir, &state, runner), found);
            assert!(sitting.arrives(PATIENCE), "the reader does not start");
            let until = Instant::now() + Duration::from_millis(20 + chance.below(300));
            while sitting.change(until) {}
            let process = Pid::from_raw(i32::try_from(sitting.reader.id()).unwrap()).unwrap();
            kill_process(process, Signal::STOP).unwrap();
            let (image, copy) = (self.path("image"), self.path("copy"));
            tool("cp", &["--sparse=always", image.to_str().unwrap(), copy.to_str().unwrap()]);
            self.mount("copy", "copy-mount");
            let copied = self.path("copy-mount").join(state.file_name().unwrap());
            lost += sitting.ledger.lost(&library.bookmarks(&copied));
            acknowledged += sitting.ledger.acknowledged;
            self.unmount("copy-mount");
            sitting.reader.kill();
        }
        (acknowledged, lost)
    }

    /// What is in a state, all of it on the disk.
    fn settled(&self, library: &Library, state: &Path) -> Vec<bool> {
        let found = library.bookmarks(&self.dir.path().join(state));
        tool("sync", &["-f", self.path("mount").to_str().unwrap()]);
        found
    }

    fn command(&self, library: &Path, state: &Path, runner: &[&str]) -> CommandBuilder {
        let mut command = command(library, self.dir.path());
        command.env("SAHIFA_STATE", self.dir.path().join(state));
        command.env("PATH", "/usr/bin:/bin");
        let argv = command.get_argv_mut();
        argv.splice(0..0, runner.iter().map(Into::into));
        command
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Whatever has gone wrong before, nothing stays mounted.
        let place = self.path("mount");
        let _done = Command::new("umount").arg("-l").arg(place).status();
    }
}
