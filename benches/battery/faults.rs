//! One call to the system after the other fails, until a run has no such call any more: `strace` has the
//! n-th of them fail that has to do with a file of the state.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sahifa::store::Store;

use crate::has;
use crate::reader::command;
use crate::sitting::{Library, Sitting};

const CALLS: [&str; 7] =
    ["write", "fsync", "fdatasync", "rename,renameat,renameat2", "openat", "statx", "flock"];
/// Of a write that returns less than it was given, nothing has been written: as bad as can be.
const FAULTS: [&str; 5] = ["error=EIO", "error=ENOSPC", "error=EINTR", "error=EDQUOT", "retval=3"];
const CHANGES: usize = 5;
const PATIENCE: Duration = Duration::from_secs(30);

#[derive(Debug, Default)]
struct Figures {
    runs: usize,
    acknowledged: u64,
    lost: usize,
    untold: usize,
    died: usize,
}

/// Runs them all.
pub(crate) fn run() {
    if !has("strace") {
        return println!("faults: skipped: there is no strace");
    }
    let home = tempfile::tempdir().unwrap();
    let library = Library::new(home.path());
    for call in CALLS {
        for fault in FAULTS {
            if fault.starts_with("retval") && call != "write" {
                continue;
            }
            let mut figures = Figures::default();
            for number in 1.. {
                let place = home.path().join(format!("{call}-{fault}-{number}"));
                if !fail(&place, &library, &format!("{call}:{fault}:when={number}"), &mut figures) {
                    break;
                }
            }
            let Figures { runs, acknowledged, lost, untold, died } = figures;
            println!(
                "faults, {call} {fault}: {runs} runs, {acknowledged} changes acknowledged, {lost} lost, \
                 {untold} not told, {died} died"
            );
        }
    }
}

/// One run; whether the call was made so often.
fn fail(place: &Path, library: &Library, fault: &str, figures: &mut Figures) -> bool {
    fs::create_dir_all(place).unwrap();
    let (state, log) = (place.join("state"), place.join("log"));
    // A state with a past, which is not to be lost either.
    let mut store = Store::open(&state);
    let past = sahifa::store::Change::Bookmark(Some(sahifa::store::Label::default()));
    store.save(&library.ids[0], past).unwrap();
    let mut command = command(&library.dir, place);
    command.env("PATH", "/usr/bin:/bin");
    let (trace, _) = fault.split_once(':').unwrap();
    let mut runner = vec!["strace".into(), "-f".into(), "-o".into(), log.clone().into_os_string()];
    runner.extend([format!("-etrace={trace}").into(), format!("-einject={fault}").into()]);
    for path in files(&state) {
        runner.extend(["-P".into(), path.into_os_string()]);
    }
    command.get_argv_mut().splice(0..0, runner);
    let mut found = vec![false; library.ids.len()];
    found[0] = true;
    let mut sitting = Sitting::start(command, found);
    let arrived = sitting.arrives(PATIENCE);
    for _ in 0..CHANGES {
        let acknowledged = sitting.change(Instant::now() + Duration::from_millis(500));
        if !acknowledged && !sitting.is_told() {
            figures.untold += 1;
        }
    }
    // What was not saved at first is tried again.
    let _saved = sitting.is_acknowledged(Instant::now() + Duration::from_secs(3));
    let is_hit = fs::read_to_string(&log).unwrap_or_default().contains("(INJECTED)");
    let status = sitting.reader.leave();
    let is_fine =
        arrived && (status == Some(0) || status == Some(1) && !sitting.ledger.open.is_empty());
    figures.died += usize::from(!is_fine);
    figures.runs += 1;
    figures.acknowledged += sitting.ledger.acknowledged;
    figures.lost += sitting.ledger.lost(&library.bookmarks(&state));
    is_hit
}

/// What there is of a state, and what there may be.
fn files(state: &Path) -> Vec<PathBuf> {
    let journal = state.join("journal");
    let inside = |dir: &Path| {
        let entries = fs::read_dir(dir).unwrap();
        entries.map(|entry| entry.unwrap().path()).collect::<Vec<_>>()
    };
    let mut files = [inside(state), inside(&journal), vec![state.to_owned()]].concat();
    let segments = files.clone().into_iter().filter(|path| path.extension().is_some());
    let segments: Vec<_> = segments.map(|path| path.with_extension("1.jsonl")).collect();
    files.extend(segments);
    files
}
