//! Writes that return less than they were given, truly: no file may become longer than so many bytes, so that
//! the write which would make it longer ends there, and the next one fails. Then there is room again.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Resource, Rlimit, prlimit};
use sahifa::store::Store;

use crate::reader::command;
use crate::sitting::{Library, Sitting};

const PATIENCE: Duration = Duration::from_secs(30);
/// So long a change may take to be called saved, and to be told that it is not.
const AT_ONCE: Duration = Duration::from_millis(700);

#[derive(Debug, Default)]
struct Figures {
    short: usize,
    untold: usize,
    unsaved: usize,
    lost: usize,
}

/// Cuts so many changes short, each at another byte of what is written for it.
pub(crate) fn run(cuts: u64) {
    let home = tempfile::tempdir().unwrap();
    let library = Library::new(home.path());
    let state = home.path().join("state");
    let mut command = command(&library.dir, home.path());
    // What is too long is an error then, and not the end.
    let shell = ["/bin/sh", "-c", "trap '' XFSZ; exec \"$0\" \"$@\""].map(Into::into);
    command.get_argv_mut().splice(0..0, shell);
    let mut sitting = Sitting::start(command, vec![false; library.ids.len()]);
    assert!(sitting.arrives(PATIENCE), "the reader does not start");
    assert!(sitting.change(Instant::now() + PATIENCE), "the first change is not saved");
    let whole = longest(&state);
    let mut figures = Figures::default();
    for cut in 0..cuts {
        figures.add(&mut sitting, (&library, &state), 1 + cut * whole / cuts);
    }
    let acknowledged = sitting.ledger.acknowledged;
    let status = sitting.reader.leave();
    let damaged = Store::open(&state).health().damaged;
    let Figures { short, untold, unsaved, lost } = figures;
    println!(
        "short writes: {short} of {cuts} changes cut, {acknowledged} acknowledged, {lost} lost"
    );
    println!(
        "  {untold} not told, {unsaved} not saved once there was room, {damaged} lines damaged, \
         exit status {status:?}"
    );
}

impl Figures {
    /// One change that is cut after so many bytes.
    fn add(&mut self, sitting: &mut Sitting, (library, state): (&Library, &Path), cut: u64) {
        let process = i32::try_from(sitting.reader.id()).ok().and_then(Pid::from_raw);
        let limit = |most: Option<u64>| {
            let limit = Rlimit { current: most, maximum: None };
            prlimit(process, Resource::Fsize, limit).unwrap();
        };
        let end = longest(state) + cut;
        limit(Some(end));
        let mut is_saved = sitting.change(Instant::now() + AT_ONCE);
        let is_told = is_saved || sitting.is_told(AT_ONCE);
        self.short += usize::from(longest(state) == end);
        limit(None);
        is_saved |= sitting.is_acknowledged(Instant::now() + PATIENCE);
        self.untold += usize::from(!is_told);
        self.unsaved += usize::from(!is_saved);
        self.lost += sitting.ledger.lost(&library.bookmarks(state));
    }
}

/// The length of the longest journal: the one that is written to.
fn longest(state: &Path) -> u64 {
    let files = fs::read_dir(state.join("journal")).unwrap();
    let lengths = files.map(|file| file.unwrap().metadata().unwrap().len());
    lengths.max().unwrap_or_default()
}
