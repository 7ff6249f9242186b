//! The table: a row an engine, its times over all queries, and how many times ours they are.

use std::time::{Duration, Instant};

use crate::engine::Engine;
use crate::queries::Query;

/// How often a query is asked; the fastest time counts.
const ROUNDS: usize = 3;

/// What was measured of one engine: for each query the time, where it can answer.
pub(crate) struct Row {
    times: Vec<Option<Duration>>,
    /// How many documents it found.
    counts: Vec<Option<usize>>,
}

pub(crate) fn head() {
    println!(
        "{:26} {:>9} {:>9} {:>6} {:>10} {:>10} {:>10} {:>22} {:>10}",
        "engine",
        "build s",
        "MB",
        "asked",
        "p50 ms",
        "p95 ms",
        "max ms",
        "times ours at p50, p95",
        "as many"
    );
}

/// Asks an engine all queries, and prints its row. Ratios are over the queries that it answers.
pub(crate) fn row(engine: &mut dyn Engine, queries: &[Query], ours: Option<&Row>) -> Row {
    let (mut times, mut counts) = (vec![None; queries.len()], vec![None; queries.len()]);
    // Round after round: what an engine remembers of the query before would answer the same one.
    let rounds = if engine.patience() == usize::MAX { ROUNDS } else { 1 };
    for _ in 0..rounds {
        let mut asked = std::collections::BTreeMap::new();
        for (query, (slot, found)) in queries.iter().zip(times.iter_mut().zip(&mut counts)) {
            let count = asked.entry(query.kind).or_insert(0);
            if *count < engine.patience() {
                *count += 1;
                let start = Instant::now();
                *found = engine.matches(query);
                let time = found.map(|_| start.elapsed());
                *slot = (*slot).into_iter().chain(time).min();
            }
        }
    }
    let row = Row { times, counts };
    print(engine, &row, ours);
    row
}

fn print(engine: &dyn Engine, row: &Row, ours: Option<&Row>) {
    let own = sorted(row.times.iter().flatten().copied());
    let cost = engine.cost().map_or(("-".to_owned(), "-".to_owned()), |(time, bytes)| {
        (format!("{:.1}", time.as_secs_f64()), (bytes / 1_000_000).to_string())
    });
    let ratio = ours.map_or(String::new(), |ours| {
        let both = row.times.iter().zip(&ours.times).filter(|(own, _)| own.is_some());
        let same = sorted(both.filter_map(|(_, ours)| *ours));
        let times = |part| at(&own, part).as_secs_f64() / at(&same, part).as_secs_f64();
        format!("{:.1}, {:.1}", times(50), times(95))
    });
    let alike = ours.map_or(String::new(), |ours| {
        let both = row.counts.iter().zip(&ours.counts);
        both.filter(|(own, ours)| own.is_some() && own == ours).count().to_string()
    });
    let ms = |part| format!("{:.3}", at(&own, part).as_secs_f64() * 1000.0);
    println!(
        "{:26} {:>9} {:>9} {:>6} {:>10} {:>10} {:>10} {:>22} {:>10}",
        engine.name(),
        cost.0,
        cost.1,
        own.len(),
        ms(50),
        ms(95),
        ms(100),
        ratio,
        alike
    );
}

fn sorted(times: impl Iterator<Item = Duration>) -> Vec<Duration> {
    let mut times: Vec<Duration> = times.collect();
    times.sort();
    times
}

/// The time that so many per cent stay under.
fn at(sorted: &[Duration], percent: usize) -> Duration {
    let index = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(index).copied().unwrap_or_default()
}
