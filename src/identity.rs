//! Which article of a library is one that the reader has marked before, when its text is another one now:
//! edited, saved anew, read from another format.
//!
//! Marks are kept by what an article says, so files may be renamed, moved and copied. Where no row goes by
//! the name of a marked article any more, it is looked for by what else was known of it when it was last
//! seen, in this order: what its publisher calls it, its address, the bytes of its file, the place of its
//! file, a likeness of its text. Identifier, address and place alone prove nothing, for some publishers
//! call everything the same, the same address is saved twice with other texts, and another article is put
//! in a file's place: titles and texts must not speak against it. A likeness alone only asks; so does
//! everything that two articles could claim.
//!
//! What is found is told as changes for the store; nothing is written here.

mod evidence;
mod rows;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{PathBuf, absolute};
use std::sync::Arc;

use crate::article::{ArticleId, Metadata, Sketch};
use crate::library;
use crate::library::{Entry, Snapshot, Version};
use crate::search::Corpus;
use crate::store::{Change, Sighting, State};

use evidence::{Row, Verdict};
use rows::Rows;

/// What has become of marked articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    /// What the store is to be told: which articles are the same, and how they look now.
    pub changes: Vec<(ArticleId, Change)>,
    /// Articles that may be the same; the reader is to be asked.
    pub offers: Vec<Offer>,
    /// Marked articles that are not in this library, nor anything that could be they.
    pub lost: usize,
}

/// An article that may be one that was marked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Offer {
    /// The article in the library.
    pub new: ArticleId,
    /// The name of the one that was marked.
    pub old: ArticleId,
    /// The title that it had.
    pub title: String,
}

/// What is to be remembered of an article of a library: of its version of this name, else the one shown.
#[must_use]
pub fn sighting(entry: &Entry, id: &ArticleId, corpus: &Corpus) -> Sighting {
    let versions = entry.versions();
    let version = versions.iter().find(|version| version.id == *id).or(versions.first());
    let seen = seen(&entry.metadata, entry.words, &entry.folded_text(corpus));
    version.map_or_else(|| seen.clone(), |version| located(seen.clone(), version))
}

/// The same of an article that is in no library: its text is folded.
#[must_use]
pub fn sighting_of(metadata: &Metadata, words: usize, text: &str, version: &Version) -> Sighting {
    located(seen(metadata, words, text), version)
}

fn seen(metadata: &Metadata, words: usize, text: &str) -> Sighting {
    Sighting {
        title: metadata.title.clone(),
        url: metadata.url.clone(),
        identifier: metadata.identifier.clone(),
        published: metadata.published.map(crate::article::Date::to_day),
        words,
        text: Sketch::of(text),
        ..Sighting::default()
    }
}

fn located(seen: Sighting, version: &Version) -> Sighting {
    let print = library::fingerprint(version);
    Sighting {
        path: place(version),
        member: version.member.clone(),
        size: print.as_ref().map(|print| print.size),
        bytes: print.and_then(|print| print.bytes),
        ..seen
    }
}

/// Where a version lies; what is no Unicode cannot be remembered.
fn place(version: &Version) -> Option<PathBuf> {
    let path = absolute(&version.item.path).ok().filter(|_| version.item.is_file());
    path.filter(|path| path.to_str().is_some())
}

/// Whether an article is to be looked at anew, because what is remembered of it no longer holds.
#[must_use]
pub fn is_outdated(seen: Option<&Sighting>, entry: &Entry) -> bool {
    let Some(seen) = seen else { return true };
    let mut places = entry.versions().into_iter().map(|version| (place(&version), version.member));
    let Metadata { url, identifier, .. } = &entry.metadata;
    url.is_some() && seen.url.is_none()
        || identifier.is_some() && seen.identifier.is_none()
        || !places.any(|place| place == (seen.path.clone(), seen.member.clone()))
}

/// Follows all marked articles into a library, and looks at those that are there but not as they are
/// remembered: whoever keeps the changes can follow them from here.
#[must_use]
pub fn catch_up(snapshot: &Snapshot, state: &State, corpus: &Corpus) -> Followed {
    let mut followed = follow(snapshot, state, corpus);
    followed.changes.extend(looked_at(&Rows::new(snapshot), state, corpus));
    followed
}

/// Follows all marked articles into a library.
#[must_use]
pub fn follow(snapshot: &Snapshot, state: &State, corpus: &Corpus) -> Followed {
    let rows = Rows::new(snapshot);
    let mut followed = Followed::default();
    let orphans = orphans(&rows, state);
    if orphans.is_empty() {
        return followed;
    }
    let mut search = Search { rows: &rows, state, corpus, looked: BTreeMap::new() };
    let claims: Vec<Claims> = orphans.into_values().map(|orphan| search.claims(orphan)).collect();
    for claim in &claims {
        followed.settle(claim, &claims, corpus);
    }
    followed.lost = claims.iter().filter(|claims| claims.rows.is_empty()).count();
    followed.offers.sort();
    followed.offers.dedup();
    followed
}

/// Marked articles that are here but not as they are remembered.
fn looked_at(rows: &Rows<'_>, state: &State, corpus: &Corpus) -> Vec<(ArticleId, Change)> {
    let marked = state.all().map(|(id, _)| id).filter(|id| state.is_marked(id));
    let outdated = marked.filter_map(|id| {
        let entry = rows.named(id).filter(|entry| is_outdated(state.sighting(id), entry))?;
        Some((id.clone(), Change::Seen(Box::new(sighting(&entry, id, corpus)))))
    });
    outdated.collect()
}

/// A marked article that no row is called by: all its names, and as what it was seen under each.
struct Orphan<'a> {
    seen: Vec<(&'a ArticleId, &'a Sighting)>,
}

fn orphans<'a>(rows: &Rows<'_>, state: &'a State) -> BTreeMap<ArticleId, Orphan<'a>> {
    let mut orphans: BTreeMap<ArticleId, Orphan<'a>> = BTreeMap::new();
    for (id, seen) in state.sightings() {
        let family = state.family(std::slice::from_ref(id));
        let is_marked = family.iter().any(|id| state.is_marked(id));
        if !is_marked || family.iter().any(|id| rows.named(id).is_some()) {
            continue;
        }
        let name = family.iter().min().unwrap_or(id).clone();
        orphans.entry(name).or_insert_with(|| Orphan { seen: Vec::new() }).seen.push((id, seen));
    }
    orphans
}

/// The rows that an orphan could be, with the name that speaks most for it.
struct Claims<'a> {
    rows: Vec<(Arc<Entry>, &'a ArticleId, &'a Sighting, Verdict)>,
}

struct Search<'a> {
    rows: &'a Rows<'a>,
    state: &'a State,
    corpus: &'a Corpus,
    /// What rows are like.
    looked: BTreeMap<ArticleId, Row>,
}

impl<'a> Search<'a> {
    fn claims(&mut self, orphan: Orphan<'a>) -> Claims<'a> {
        let mut found: BTreeMap<ArticleId, (Arc<Entry>, &'a ArticleId, &'a Sighting, Verdict)> =
            BTreeMap::new();
        for (old, seen) in orphan.seen {
            for (entry, tie) in self.rows.tied(seen) {
                if self.state.said_same(old, &entry.id) == Some(false) {
                    continue;
                }
                let row = self.looked.entry(entry.id.clone());
                let row =
                    row.or_insert_with(|| Row::new(Arc::clone(&entry), self.corpus, self.state));
                let Some(verdict) = evidence::verdict(seen, row, tie) else { continue };
                let new = (Arc::clone(&entry), old, seen, verdict);
                let best = found.entry(entry.id.clone()).or_insert_with(|| new.clone());
                if best.3 < verdict {
                    *best = new;
                }
            }
        }
        Claims { rows: found.into_values().collect() }
    }
}

impl Claims<'_> {
    /// The names of the rows that it is sure to be.
    fn sure(&self) -> BTreeSet<&ArticleId> {
        let sure = self.rows.iter().filter(|(.., verdict)| *verdict == Verdict::Same);
        sure.map(|(entry, ..)| &entry.id).collect()
    }
}

impl Followed {
    /// One row for one orphan, and no other that could be it, is no question.
    fn settle(&mut self, claims: &Claims<'_>, all: &[Claims<'_>], corpus: &Corpus) {
        let sure = claims.sure();
        for (entry, old, seen, verdict) in &claims.rows {
            let rivals = all.iter().filter(|other| other.sure().contains(&entry.id)).count();
            if *verdict == Verdict::Same && sure.len() == 1 && rivals == 1 {
                let now = sighting(entry, &entry.id, corpus);
                self.changes.push((entry.id.clone(), Change::Same((*old).clone(), true)));
                self.changes.push((entry.id.clone(), Change::Seen(Box::new(now))));
            } else if *verdict == Verdict::Same || sure.is_empty() {
                let (new, old, title) = (entry.id.clone(), (*old).clone(), seen.title.clone());
                self.offers.push(Offer { new, old, title });
            }
        }
    }
}
