//! One call to the system after the other fails, until a run has no such call any more: `strace` has the
//! n-th of them fail that has to do with a file of the state.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sahifa::store::{Change, Label, Store};

use crate::has;
use crate::reader::command;
use crate::sitting::{Library, Sitting};

/// A state as the program finds it, and the calls that fail then.
struct Scene {
    name: &'static str,
    make: fn(&Path, &Library),
    calls: &'static [&'static str],
    /// Whether only calls count that have to do with the files of the state; where these have no names
    /// yet, all do.
    only_state: bool,
}

const SCENES: [Scene; 3] = [
    Scene {
        name: "a state in use",
        make: used,
        calls: &["write", "fsync", "fdatasync", "openat", "read", "statx", "flock", "lseek"],
        only_state: true,
    },
    Scene {
        name: "none yet",
        make: |_, _| {},
        calls: &["mkdir", "rename,renameat,renameat2,link,linkat", "fsync", "fdatasync", "fchmod"],
        only_state: false,
    },
    Scene {
        name: "a journal to be put together",
        make: full,
        calls: &["rename,renameat,renameat2,link,linkat", "unlink,unlinkat", "fsync", "fdatasync"],
        only_state: false,
    },
];
/// Of a write that returns less than it was given, nothing has been written: as bad as can be. Those that
/// have written as much as they say are in `short`.
const FAULTS: [&str; 5] = ["error=EIO", "error=ENOSPC", "error=EINTR", "error=EDQUOT", "retval=3"];
/// From so many calls on, all fail for good; later it would make no difference.
const FOR_GOOD: usize = 2;
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

/// Runs all scenes, or from one of them on.
pub(crate) fn run(first: usize) {
    if !has("strace") {
        return println!("faults: skipped: there is no strace");
    }
    let home = tempfile::tempdir().unwrap();
    let library = Library::new(home.path());
    for scene in SCENES.iter().skip(first) {
        println!("faults, {}", scene.name);
        for call in scene.calls {
            let mut figures = Figures::default();
            for fault in FAULTS.iter().filter(|fault| is_of(fault, call)) {
                let injected = |number| format!("{call}:{fault}:when={number}");
                // Until a run has no more of them.
                for number in 1.. {
                    let run = Run { scene, library: &library, fault: &injected(number) };
                    if !run.fail(&mut figures) {
                        break;
                    }
                }
            }
            for number in 1..=FOR_GOOD {
                let fault = format!("{call}:{}:when={number}+", FAULTS[0]);
                Run { scene, library: &library, fault: &fault }.fail(&mut figures);
            }
            let Figures { runs, acknowledged, lost, untold, died } = figures;
            let name = call.split(',').next().unwrap();
            println!(
                "  {name:10} {runs:4} runs, {acknowledged:5} changes acknowledged, {lost} lost, \
                 {untold} not told, {died} died"
            );
        }
    }
}

fn is_of(fault: &str, call: &str) -> bool {
    fault.starts_with("error") || call == "write"
}

/// A state with a past, which is not to be lost either.
fn used(state: &Path, library: &Library) {
    let mut store = Store::open(state);
    store.save(&library.ids[0], Change::Bookmark(Some(Label::default()))).unwrap();
}

fn full(state: &Path, library: &Library) {
    used(state, library);
    crate::kill::fill(state);
}

/// One run of the program.
struct Run<'a> {
    scene: &'a Scene,
    library: &'a Library,
    /// As `strace` takes it.
    fault: &'a str,
}

impl Run<'_> {
    /// Tells whether the call was made so often.
    fn fail(&self, figures: &mut Figures) -> bool {
        let Self { scene, library, fault } = *self;
        let home = tempfile::tempdir().unwrap();
        let place = home.path();
        let (state, log) = (place.join("state"), place.join("log"));
        (scene.make)(&state, library);
        let mut command = command(&library.dir, place);
        command.env("PATH", "/usr/bin:/bin");
        let (trace, _) = fault.split_once(':').unwrap();
        let mut runner =
            vec!["strace".into(), "-f".into(), "-o".into(), log.clone().into_os_string()];
        runner.extend([format!("-etrace={trace}").into(), format!("-einject={fault}").into()]);
        for path in scene.only_state.then(|| files(&state)).into_iter().flatten() {
            runner.extend(["-P".into(), path.into_os_string()]);
        }
        command.get_argv_mut().splice(0..0, runner);
        let is_new = !state.exists();
        let found = if is_new { vec![false; library.ids.len()] } else { library.bookmarks(&state) };
        let mut sitting = Sitting::start(command, found);
        let arrived = sitting.arrives(PATIENCE);
        let mut is_told = false;
        for _ in 0..CHANGES {
            let acknowledged = sitting.change(Instant::now() + Duration::from_millis(500));
            is_told |= !acknowledged && sitting.is_told(Duration::from_secs(1));
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
        let found = library.bookmarks(&state);
        figures.lost += sitting.ledger.lost(&found);
        figures.untold += usize::from(!is_told && sitting.now != found);
        is_hit
    }
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
