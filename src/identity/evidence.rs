//! What speaks for an article being one that was seen before, and what against it.

use std::cell::OnceCell;
use std::sync::Arc;

use crate::article::Sketch;
use crate::library;
use crate::library::Entry;
use crate::search::Corpus;
use crate::store::{Sighting, State};

/// Fewer words are too few to tell texts apart by.
const FEW: usize = 30;

/// A summary is so many times shorter than the text.
const SUMMARY: usize = 4;

/// Per cent of the text in common: more than texts on one matter have, and what is left when three words
/// in ten are others.
const SOME: usize = 7;

/// Too much for chance and for a common beginning or end.
const MUCH: usize = 20;

/// Most of the text.
const MOST: usize = 50;

/// By what a row was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// Title, folder or the file's name, none of which says much.
    Neighbour,
    /// The file lies where the other lay, perhaps with another ending.
    Place,
    /// The address.
    Address,
    /// What the publisher calls it.
    Identifier,
}

/// What all comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    /// The reader is to be asked.
    Perhaps,
    /// It is the article.
    Same,
}

/// A row that is looked at.
pub(super) struct Row {
    entry: Arc<Entry>,
    text: Sketch,
    /// Whether it has been seen itself, as another article.
    is_known: bool,
    bytes: OnceCell<Vec<String>>,
}

impl Row {
    pub(super) fn new(entry: Arc<Entry>, corpus: &Corpus, state: &State) -> Self {
        let text = Sketch::of(&entry.folded_text(corpus));
        let is_known = state.sighting(&entry.id).is_some();
        Self { entry, text, is_known, bytes: OnceCell::new() }
    }

    /// Whether one of its files has these bytes.
    fn has(&self, bytes: Option<&String>) -> bool {
        let versions = self.entry.versions().into_iter();
        let prints =
            || versions.filter_map(|version| library::fingerprint(&version)?.bytes).collect();
        bytes.is_some_and(|bytes| self.bytes.get_or_init(prints).contains(bytes))
    }
}

/// Whether a row is the article that was seen.
pub(super) fn verdict(seen: &Sighting, row: &Row, tie: Tie) -> Option<Verdict> {
    let found = match tie {
        Tie::Identifier | Tie::Address | Tie::Place if row.has(seen.bytes.as_ref()) => {
            Some(Verdict::Same)
        }
        Tie::Identifier => by_identifier(seen, row),
        Tie::Address => by_address(seen, row),
        Tie::Place => by_place(seen, row),
        Tie::Neighbour => by_likeness(seen, row),
    };
    // Who has marked both has had both, unless one came in the other's place.
    found.map(|found| if row.is_known && tie != Tie::Place { Verdict::Perhaps } else { found })
}

/// Publishers give a corrected report another headline, but hardly ever another's name.
fn by_identifier(seen: &Sighting, row: &Row) -> Option<Verdict> {
    let own = match seen.text.likeness(&row.text) {
        MUCH.. => Some(Verdict::Same),
        SOME.. => Some(Verdict::Perhaps),
        _ => None,
    };
    own.max(by_address(seen, row))
}

fn by_address(seen: &Sighting, row: &Row) -> Option<Verdict> {
    let like = seen.text.likeness(&row.text);
    if !library::are_titles_alike(&seen.title, &row.entry.metadata.title) {
        return by_text(like);
    }
    let (shorter, longer) = ordered(seen.words, row.entry.words);
    let cannot_tell = shorter < FEW || shorter * SUMMARY < longer;
    Some(if cannot_tell || like >= SOME { Verdict::Same } else { Verdict::Perhaps })
}

fn by_place(seen: &Sighting, row: &Row) -> Option<Verdict> {
    let like = seen.text.likeness(&row.text);
    let metadata = &row.entry.metadata;
    let day = metadata.published.map(crate::article::Date::to_day);
    if seen.published.zip(day).is_some_and(|(one, other)| one != other) {
        // The edition of another day has taken its place.
        return (like >= MOST).then_some(Verdict::Perhaps);
    }
    if !library::are_titles_alike(&seen.title, &metadata.title) {
        return by_text(like);
    }
    let (shorter, _) = ordered(seen.words, row.entry.words);
    let enough = if shorter < FEW { MUCH } else { SOME };
    let is_bare = seen.text.is_empty() && row.text.is_empty();
    (like >= enough || is_bare).then_some(Verdict::Same)
}

/// Under another title.
fn by_text(like: usize) -> Option<Verdict> {
    match like {
        MOST.. => Some(Verdict::Same),
        MUCH.. => Some(Verdict::Perhaps),
        _ => None,
    }
}

fn by_likeness(seen: &Sighting, row: &Row) -> Option<Verdict> {
    let like = seen.text.likeness(&row.text);
    let has_title = seen.title == row.entry.metadata.title;
    (like >= if has_title { MUCH } else { MOST }).then_some(Verdict::Perhaps)
}

const fn ordered(one: usize, other: usize) -> (usize, usize) {
    if one < other { (one, other) } else { (other, one) }
}
