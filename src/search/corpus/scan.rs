//! Looking through texts themselves, in pieces, on as many threads as help: what no index answers.

use std::io;
use std::ops::Range;
use std::sync::LazyLock;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;
use std::thread;

use super::Doc;
use super::Docs;
use super::Query;
use super::Stop;
use super::texts::Texts;

/// Bytes that are read at once: they stay in the cache until they have been looked through.
const PIECE: u64 = 1 << 18;
/// Bytes between two texts that are read along, for less than another call costs.
const GAP: u64 = 1 << 12;
/// Bytes that one thread looks through before another has started.
const ALONE: u64 = 1 << 19;
/// More threads than this share the memory's speed, not add to it.
const MOST_THREADS: usize = 4;

static THREADS: LazyLock<usize> =
    LazyLock::new(|| thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS));

/// Texts to be looked through: those with the numbers in `docs`, counted from the first of `texts`.
pub(super) struct Wanted<'a> {
    pub(super) texts: &'a Texts,
    pub(super) docs: Docs,
}

/// Neighbours that are read at once.
struct Piece<'a> {
    texts: &'a Texts,
    numbers: Vec<u32>,
    span: Range<u64>,
}

/// Those of the wanted texts that fit the query, with their numbers in the corpus; nothing if it was
/// stopped.
pub(super) fn scan(
    wanted: &[Wanted<'_>],
    query: &Query,
    stop: Stop<'_>,
) -> io::Result<Option<Docs>> {
    let pieces: Vec<_> = wanted.iter().flat_map(pieces).collect();
    let bytes: u64 = pieces.iter().map(|piece| piece.span.end - piece.span.start).sum();
    let next = AtomicUsize::new(0);
    let search = || search(&pieces, &next, query, stop);
    if bytes <= ALONE || *THREADS == 1 {
        return search();
    }
    thread::scope(|scope| {
        let others: Vec<_> = (1..*THREADS).map(|_| scope.spawn(search)).collect();
        let mut found = search();
        for other in others {
            let theirs = other.join().unwrap_or_else(|_| Err(io::Error::other("a thread died")));
            found = together(found, theirs);
        }
        found
    })
}

fn together(
    one: io::Result<Option<Docs>>,
    two: io::Result<Option<Docs>>,
) -> io::Result<Option<Docs>> {
    Ok(one?.zip(two?).map(|(mut one, two)| {
        one.insert_all(&two, 0);
        one
    }))
}

fn search(
    pieces: &[Piece<'_>],
    next: &AtomicUsize,
    query: &Query,
    stop: Stop<'_>,
) -> io::Result<Option<Docs>> {
    let mut found = Docs::default();
    let mut buffer = Vec::new();
    while let Some(piece) = pieces.get(next.fetch_add(1, Ordering::Relaxed)) {
        if stop() {
            return Ok(None);
        }
        let bytes = piece.texts.bytes(piece.span.clone(), &mut buffer)?;
        for &number in &piece.numbers {
            let text = piece.texts.text(number as usize, bytes, piece.span.start)?;
            if query.fits(text) {
                found.insert(Doc(piece.texts.first + number));
            }
        }
    }
    Ok(Some(found))
}

fn pieces<'a>(wanted: &Wanted<'a>) -> Vec<Piece<'a>> {
    let texts = wanted.texts;
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    for Doc(number) in wanted.docs.iter() {
        let span = texts.span(number as usize..number as usize + 1);
        match pieces.last_mut() {
            Some(piece) if is_near(&piece.span, &span) => {
                piece.numbers.push(number);
                piece.span.end = span.end;
            }
            _ => pieces.push(Piece { texts, numbers: vec![number], span }),
        }
    }
    pieces
}

const fn is_near(piece: &Range<u64>, span: &Range<u64>) -> bool {
    span.start - piece.end <= GAP && span.end - piece.start <= PIECE
}
