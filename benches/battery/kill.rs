//! `kill -9` at any moment: while it starts, while it saves, while it puts the journal together.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use sahifa::article::{ArticleId, Offset};
use sahifa::store::{Change, Position, Store};

use crate::Chance;
use crate::reader::command;
use crate::sitting::{Ledger, Library, Sitting};

/// How many readers are killed beside each other, each with a state of its own.
const BESIDE: u64 = 4;
const PATIENCE: Duration = Duration::from_secs(60);

/// In so many rounds once, the journal is filled so that it is put together.
const FULL: usize = 25;

#[derive(Debug, Default)]
struct Figures {
    acknowledged: u64,
    lost: usize,
    stray: usize,
    compactions: usize,
}

/// Kills it so many times.
pub(crate) fn run(count: usize) {
    let home = tempfile::tempdir().unwrap();
    let library = Library::new(home.path());
    let rounds = count.div_ceil(usize::try_from(BESIDE).unwrap());
    let all: Vec<Figures> = thread::scope(|scope| {
        let work = |seed: u64| {
            let (own, library) = (home.path().join(seed.to_string()), &library);
            scope.spawn(move || kill(&own, library, rounds, Chance(seed)))
        };
        let workers: Vec<_> = (0..BESIDE).map(work).collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).collect()
    });
    println!("kill: {} times kill -9", rounds * all.len());
    println!("  changes acknowledged  {}", all.iter().map(|one| one.acknowledged).sum::<u64>());
    println!("  lost                  {}", all.iter().map(|one| one.lost).sum::<usize>());
    println!("  stray files           {}", all.iter().map(|one| one.stray).sum::<usize>());
    println!("  journals put together {}", all.iter().map(|one| one.compactions).sum::<usize>());
}

fn kill(home: &Path, library: &Library, rounds: usize, mut chance: Chance) -> Figures {
    let (state, mut figures) = (home.join("state"), Figures::default());
    fs::create_dir_all(home).unwrap();
    let mut ledger = Ledger { sure: library.bookmarks(&state), ..Ledger::default() };
    for round in 0..=rounds {
        let before = previous(&state);
        if round % FULL == FULL - 1 {
            fill(&state);
        }
        let found = library.bookmarks(&state);
        let mut sitting = Sitting::start(command(&library.dir, home), found.clone());
        let killed_at_start = round % 8 == 7 && round < rounds;
        let patience =
            if killed_at_start { Duration::from_micros(chance.below(40_000)) } else { PATIENCE };
        let arrived = sitting.arrives(patience);
        assert!(arrived || killed_at_start, "the reader does not start");
        if arrived {
            figures.stray += stray(&state);
        }
        figures.lost += ledger.lost(&found);
        if round == rounds {
            sitting.reader.leave();
            return figures;
        }
        if arrived {
            let until = Instant::now() + Duration::from_micros(chance.below(60_000));
            while sitting.change(until) {}
        }
        sitting.reader.kill();
        figures.acknowledged += sitting.ledger.acknowledged;
        figures.compactions += usize::from(before != previous(&state));
        ledger = sitting.ledger;
    }
    figures
}

/// Writes many places of an article of which only the last counts.
fn fill(state: &Path) {
    let mut store = Store::open(state);
    let id = ArticleId::from("0123456789abcdef");
    let place = |at| Change::Position(Position { offset: Offset(at), progress: 0 });
    let events: Vec<_> = (0..28_000).map(|at| store.record(&id, place(at))).collect();
    store.journal().unwrap().append(&events).unwrap();
}

/// When the journal was last put together.
fn previous(state: &Path) -> Option<std::time::SystemTime> {
    fs::metadata(state.join("journal/previous")).and_then(|found| found.modified()).ok()
}

/// Files that no program needs.
fn stray(state: &Path) -> usize {
    let names = |dir: &str| {
        let entries = fs::read_dir(state.join(dir)).unwrap();
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
    };
    let is_known = |name: &String| {
        name.ends_with(".jsonl") || name.starts_with("device") || !name.contains('.')
    };
    names("").chain(names("journal")).filter(|name| !is_known(name)).count()
}
