//! One article from several entries: which of them is shown, and what the others add to it.

use std::cmp::{Ordering, Reverse};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::likeness::{body, is_untitled, text, title};
use super::place::{Place, texts};
use crate::article::{Given, Metadata};
use crate::library::{Entry, Version};
use crate::search::Corpus;

/// A text so many times shorter than the longest is a summary, or was cut off.
const CUT: usize = 3;

/// Formats of whole pages, in which the article had to be found.
const PAGES: [&str; 4] = ["html", "mhtml", "singlefile", "pdf"];

/// The one entry that several come to; their numbers are put in order, the best first. What others add
/// to the text that is searched makes it another one in the corpus.
pub(super) fn folded(
    all: &[Arc<Entry>],
    numbers: &mut [usize],
    corpus: &Corpus,
) -> Option<Arc<Entry>> {
    if let [number] = numbers[..] {
        return all.get(number).cloned();
    }
    let entries = numbers.iter().filter_map(|&number| all.get(number));
    let order = Order::of(entries);
    // Mostly they are in order already, and a few have come.
    numbers.sort_by(|&one, &other| match (all.get(one), all.get(other)) {
        (Some(one), Some(other)) => order.compare(one, other),
        _ => Ordering::Equal,
    });
    let entries: Vec<&Arc<Entry>> = numbers.iter().filter_map(|&number| all.get(number)).collect();
    let (best, others) = entries.split_first()?;
    let mut entry = Entry::clone(best);
    entry.others.reserve(others.len());
    let mut before = best;
    for other in others {
        // Copies tell the same again.
        if other.metadata != before.metadata {
            fill(&mut entry.metadata, &other.metadata);
        }
        if !other.given.is_empty() {
            entry.given.add(other.given.clone());
        }
        entry.others.push(other.version());
        before = other;
    }
    let given = || entries.iter().map(|entry| &entry.given);
    entry.given.read = any(given(), |given| given.read);
    entry.given.bookmarked = any(given(), |given| given.bookmarked);
    entry.given.progress = given().filter_map(|given| given.progress).max();
    let title = better_title(best, others, corpus);
    let tags = entry.metadata.tags.iter().filter(|tag| !best.metadata.tags.contains(tag));
    let added: Vec<&str> = title.into_iter().chain(tags.map(String::as_str)).collect();
    if !added.is_empty() {
        entry.doc = corpus.add(&text(best, corpus).with(added)).ok().or(best.doc);
    }
    if let Some(title) = title {
        title.clone_into(&mut entry.metadata.title);
    }
    Some(Arc::new(entry))
}

/// The title that another version has, where that of the shown one is but the beginning of its text, or its
/// address.
fn better_title<'a>(best: &Entry, others: &[&'a Arc<Entry>], corpus: &Corpus) -> Option<&'a str> {
    if !has_made_up_title(best, corpus) && !is_untitled(best) {
        return None;
    }
    // What has neither text nor address is called by the name of a file.
    let is_known = |entry: &&&Arc<Entry>| entry.words > 0 || entry.metadata.url.is_some();
    let titled = others.iter().filter(is_known);
    // One that only has the site's name after it is no better.
    let is_longer = |entry: &Entry| title(entry).starts_with(&title(best));
    let mut titled = titled.filter(|entry| {
        !is_untitled(entry) && !has_made_up_title(entry, corpus) && !is_longer(entry)
    });
    titled.next().map(|entry| entry.metadata.title.as_str())
}

fn has_made_up_title(entry: &Entry, corpus: &Corpus) -> bool {
    entry.words > 0 && is_made_up(&title(entry), body(&text(entry, corpus)))
}

/// Whether a title is nothing but the beginning of a text.
pub(in crate::library) fn is_made_up(title: &str, text: &str) -> bool {
    let title = title.trim_end_matches(['…', '.', ' ']);
    !title.is_empty() && text.trim_start().starts_with(title)
}

/// What says yes outranks what says no: a list knows nothing of what was done in another.
fn any<'a>(
    given: impl Iterator<Item = &'a Given>,
    field: impl Fn(&Given) -> Option<bool>,
) -> Option<bool> {
    given.filter_map(field).max()
}

/// Where an entry is; no two entries of a library are in one place.
fn place(entry: &Entry) -> (&Path, Option<&str>, usize) {
    (&entry.item.path, entry.member.as_deref(), entry.index)
}

/// How entries of one article are ranked.
struct Order {
    longest: usize,
    /// Where records say that the text is, the best first.
    texts: HashMap<Place, usize>,
}

impl Order {
    fn of<'a>(entries: impl Iterator<Item = &'a Arc<Entry>> + Clone) -> Self {
        let longest = entries.clone().map(|entry| entry.words).max().unwrap_or_default();
        let mut found = HashMap::new();
        for (rank, place) in entries.flat_map(|entry| texts(entry).enumerate()) {
            let best = found.entry(place).or_insert(rank);
            *best = rank.min(*best);
        }
        Self { longest, texts: found }
    }

    fn compare(&self, one: &Entry, other: &Entry) -> Ordering {
        self.rank(one).cmp(&self.rank(other)).then_with(|| place(one).cmp(&place(other)))
    }

    /// The least is the best: a whole text, of a format that holds nothing but the article, the one
    /// that a record names first, of which much is known, and the longest.
    fn rank(&self, entry: &Entry) -> impl Ord + use<> {
        let is_short = entry.words * CUT < self.longest;
        let format = match entry.format {
            "markdown" => 0,
            "plain" => 3,
            format if PAGES.contains(&format) => 2,
            _ => 1,
        };
        let named = if self.texts.is_empty() {
            None
        } else {
            self.texts.get(&(entry.item.path.clone(), entry.member.clone()))
        };
        let named = named.copied().unwrap_or(usize::MAX);
        let known = known(&entry.metadata);
        (entry.words == 0, is_short, format, named, Reverse(known), Reverse(entry.words))
    }
}

/// How much is known about an article.
fn known(metadata: &Metadata) -> usize {
    let dates = [metadata.published, metadata.saved].iter().flatten().count();
    let texts = [&metadata.source, &metadata.standfirst, &metadata.url, &metadata.dateline];
    dates + texts.into_iter().flatten().count() + usize::from(!metadata.authors.is_empty())
}

/// Fills what is not known with what another version tells; tags of both are kept.
pub(in crate::library) fn fill(metadata: &mut Metadata, other: &Metadata) {
    // A name says more than the host that stands in for one.
    if is_host(metadata) && other.source.is_some() && !is_host(other) {
        metadata.source.clone_from(&other.source);
    }
    let optional = [
        (&mut metadata.source, &other.source),
        (&mut metadata.dateline, &other.dateline),
        (&mut metadata.standfirst, &other.standfirst),
        (&mut metadata.url, &other.url),
        (&mut metadata.identifier, &other.identifier),
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

/// Whether the source is only the host of the address.
fn is_host(metadata: &Metadata) -> bool {
    let (Some(source), Some(url)) = (&metadata.source, &metadata.url) else { return false };
    let host = url.split('/').nth(2).unwrap_or_default();
    source.contains('.') && host.ends_with(source.as_str())
}

impl Entry {
    /// Where the article lies: the version that is shown, then the others, the best first.
    #[must_use]
    pub fn versions(&self) -> Vec<Version> {
        std::iter::once(self.version()).chain(self.others.iter().cloned()).collect()
    }

    pub(in crate::library) fn version(&self) -> Version {
        Version {
            id: self.id.clone(),
            item: self.item.clone(),
            member: self.member.clone(),
            index: self.index,
            format: self.format,
            encoding: self.encoding,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(source: Option<&str>) -> Metadata {
        let url = Some("https://www.nahr.example/2025/bridge".to_owned());
        Metadata { source: source.map(str::to_owned), url, ..Metadata::default() }
    }

    fn filled(own: Option<&str>, other: Option<&str>) -> Option<String> {
        let mut metadata = of(own);
        fill(&mut metadata, &of(other));
        metadata.source
    }

    #[test]
    fn a_host_in_the_place_of_a_source_gives_way_to_a_name_and_to_nothing_else() {
        let (host, name) = (Some("nahr.example"), Some("صحيفة النهر"));
        assert_eq!(filled(host, name).as_deref(), name);
        assert_eq!(filled(name, host).as_deref(), name);
        assert_eq!(filled(host, Some("www.nahr.example")).as_deref(), host);
        assert_eq!(filled(host, None).as_deref(), host);
        assert_eq!(filled(None, host).as_deref(), host);
        assert_eq!(filled(Some("The Review"), name).as_deref(), Some("The Review"));
    }
}
