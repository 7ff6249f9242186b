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

/// What a journal may have that is not put together, and a little.
const SMALL: u64 = 4_500_000;

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
            let window = if round % FULL == FULL - 1 { 500_000 } else { 60_000 };
            let until = Instant::now() + Duration::from_micros(chance.below(window));
            while sitting.change(until) {}
            if round % FULL == 0 {
                // Nobody kills every reader after a moment: a journal that is full is put together now.
                put_together(&mut sitting, &state);
            }
        }
        sitting.reader.kill();
        figures.acknowledged += sitting.ledger.acknowledged;
        figures.compactions += usize::from(before != previous(&state));
        ledger = sitting.ledger;
    }
    figures
}

/// Goes on until the journal is small.
fn put_together(sitting: &mut Sitting, state: &Path) {
    let size = |file: std::io::Result<fs::DirEntry>| file.unwrap().metadata().unwrap().len();
    let until = Instant::now() + PATIENCE;
    while fs::read_dir(state.join("journal")).unwrap().map(size).sum::<u64>() > SMALL {
        assert!(sitting.change(until), "the journal stays large");
    }
}

/// Writes many places of an article of which only the last counts.
pub(crate) fn fill(state: &Path) {
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
