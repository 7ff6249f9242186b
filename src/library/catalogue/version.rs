//! One article from several entries: which of them is shown, and what the others add to it.

use std::cmp::Reverse;
use std::path::Path;
use std::sync::Arc;

use crate::article::{Given, Metadata};
use crate::library::{Entry, Version};

/// A text so many times shorter than the longest is a summary, or was cut off.
const CUT: usize = 3;

/// Formats of whole pages, in which the article had to be found.
const PAGES: [&str; 4] = ["html", "mhtml", "singlefile", "pdf"];

/// Where an entry is; no two entries of a library are in one place.
pub(super) fn place(entry: &Entry) -> (&Path, Option<&str>, usize) {
    (&entry.item.path, entry.member.as_deref(), entry.index)
}

/// The one entry that several come to.
pub(super) fn folded(mut entries: Vec<Arc<Entry>>) -> Option<Arc<Entry>> {
    let longest = entries.iter().map(|entry| entry.words).max().unwrap_or_default();
    entries.sort_by(|one, other| {
        rank(one, longest).cmp(&rank(other, longest)).then_with(|| place(one).cmp(&place(other)))
    });
    let (best, others) = entries.split_first()?;
    if others.is_empty() {
        return Some(Arc::clone(best));
    }
    let mut entry = Entry::clone(best);
    for other in others {
        fill(&mut entry.metadata, &other.metadata);
        entry.given.add(other.given.clone());
        entry.others.extend(other.versions());
    }
    let given = || entries.iter().map(|entry| &entry.given);
    entry.given.read = any(given(), |given| given.read);
    entry.given.bookmarked = any(given(), |given| given.bookmarked);
    entry.given.progress = given().filter_map(|given| given.progress).max();
    let added = entry.metadata.tags.iter().filter(|tag| !best.metadata.tags.contains(tag));
    entry.haystack = best.haystack.with(added.map(String::as_str));
    Some(Arc::new(entry))
}

/// What says yes outranks what says no: a list knows nothing of what was done in another.
fn any<'a>(
    given: impl Iterator<Item = &'a Given>,
    field: impl Fn(&Given) -> Option<bool>,
) -> Option<bool> {
    given.filter_map(field).max()
}

/// The least is the best: a whole text, of a format that holds nothing but the article, of which much
/// is known, and the longest.
fn rank(entry: &Entry, longest: usize) -> impl Ord + use<> {
    let is_short = entry.words * CUT < longest;
    let format = match entry.format {
        "markdown" => 0,
        "plain" => 3,
        format if PAGES.contains(&format) => 2,
        _ => 1,
    };
    (entry.words == 0, is_short, format, Reverse(known(&entry.metadata)), Reverse(entry.words))
}

/// How much is known about an article.
fn known(metadata: &Metadata) -> usize {
    let dates = [metadata.published, metadata.saved].iter().flatten().count();
    let texts = [&metadata.source, &metadata.standfirst, &metadata.url, &metadata.dateline];
    dates + texts.into_iter().flatten().count() + usize::from(!metadata.authors.is_empty())
}

/// Fills what is not known with what another version tells; tags of both are kept.
pub(in crate::library) fn fill(metadata: &mut Metadata, other: &Metadata) {
    let optional = [
        (&mut metadata.source, &other.source),
        (&mut metadata.dateline, &other.dateline),
        (&mut metadata.standfirst, &other.standfirst),
        (&mut metadata.url, &other.url),
        (&mut metadata.language, &other.language),
    ];
    for (own, other) in optional {
        *own = own.take().or_else(|| other.clone());
    }
    metadata.published = metadata.published.or(other.published);
    metadata.saved = metadata.saved.or(other.saved);
    if metadata.authors.is_empty() {
        metadata.authors.clone_from(&other.authors);
    }
    for tag in &other.tags {
        let is_it = |own: &String| own.to_lowercase() == tag.to_lowercase();
        if !metadata.tags.iter().any(is_it) {
            metadata.tags.push(tag.clone());
        }
    }
}

impl Entry {
    /// Where the article lies: the version that is shown, then the others, the best first.
    #[must_use]
    pub fn versions(&self) -> Vec<Version> {
        let shown = Version {
            id: self.id.clone(),
            item: self.item.clone(),
            member: self.member.clone(),
            index: self.index,
            format: self.format,
            encoding: self.encoding,
        };
        std::iter::once(shown).chain(self.others.iter().cloned()).collect()
    }
}
