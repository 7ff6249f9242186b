//! Which entries have what in common: words, an address, a file that one says the other's text is in.
//! All by hashes, and so that one more entry costs no more where ten thousand share the same.

use std::collections::hash_map::RandomState;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::BuildHasher;
use std::sync::Arc;

use super::address;
use super::kin::Address;
use super::likeness;
use super::place::texts;
use crate::library::Entry;
use crate::search::Corpus;

/// A text of fewer words may be that of any page that says nothing; its title must be the same too.
const FEW: usize = 40;

/// Which entries have what in common.
#[derive(Debug, Default)]
pub(super) struct Index {
    hasher: RandomState,
    names: HashMap<u64, Twins>,
    addresses: HashMap<u64, Address>,
    places: HashMap<u64, Text>,
    /// Those whose text is said to be in a place.
    wanted: HashMap<u64, Vec<usize>>,
}

/// Entries of one name: the first, and the rest.
#[derive(Debug)]
struct Twins(usize, Vec<usize>);

/// What is in a place.
#[derive(Debug)]
struct Text {
    first: usize,
    name: u64,
    /// Whether there is but one article.
    is_one: bool,
}

/// What the coming of entries has changed.
#[derive(Debug, Default)]
pub(super) struct News {
    /// Pairs that are one article.
    pub ties: Vec<(usize, usize)>,
    /// Those that may no longer be one with what they were.
    pub parted: Vec<usize>,
}

/// For what reason entries hang together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Reason {
    Name(u64),
    Address(u64, usize),
    Text(u64),
}

impl Index {
    /// Takes in the entries from the number on.
    pub(super) fn add(&mut self, first: usize, entries: &[Arc<Entry>], corpus: &Corpus) -> News {
        let (mut news, mut touched) = (News::default(), BTreeSet::new());
        for (number, entry) in entries.iter().enumerate().skip(first) {
            let name = self.name(entry);
            let old = self.names.entry(name).and_modify(|Twins(first, rest)| {
                news.ties.push((number, *first));
                rest.push(number);
            });
            old.or_insert(Twins(number, Vec::new()));
            self.add_place((number, name), entry, &mut news);
            self.add_wish(number, entry, &mut news);
            if let Some(key) = self.address(entry) {
                let file = self.hasher.hash_one((&entry.item.path, &entry.member));
                let newcomer = (number, name, file);
                let old = self.addresses.entry(key).and_modify(|address| {
                    if address.add(newcomer, entries) {
                        touched.insert(key);
                    }
                });
                old.or_insert(Address::One(newcomer));
            }
        }
        for address in touched {
            if let Some(many) = self.addresses.get_mut(&address).and_then(Address::many_mut) {
                many.regroup((entries, corpus), &mut news);
            }
        }
        news
    }

    /// An entry stands in a place, perhaps the one that a record names.
    fn add_place(&mut self, (number, name): (usize, u64), entry: &Entry, news: &mut News) {
        let place = self.hasher.hash_one((entry.item.path.as_path(), entry.member.as_deref()));
        let wanting = || self.wanted.get(&place).into_iter().flatten().copied();
        let Some(text) = self.places.get_mut(&place) else {
            news.ties.extend(wanting().map(|record| (number, record)));
            self.places.insert(place, Text { first: number, name, is_one: true });
            return;
        };
        if text.is_one && text.name != name {
            text.is_one = false;
            news.parted.extend(wanting());
        }
    }

    /// An entry may say where its text is.
    fn add_wish(&mut self, number: usize, entry: &Entry, news: &mut News) {
        for place in self.wants(entry) {
            let text = self.places.get(&place).filter(|text| text.is_one);
            news.ties.extend(text.map(|text| (number, text.first)));
            self.wanted.entry(place).or_default().push(number);
        }
    }

    /// Same words, same name.
    fn name(&self, entry: &Entry) -> u64 {
        let title = Some(likeness::title(entry)).filter(|_| entry.words < FEW);
        self.hasher.hash_one((&entry.id, title))
    }

    fn address(&self, entry: &Entry) -> Option<u64> {
        let url = entry.metadata.url.as_deref()?;
        Some(self.hasher.hash_one(address::canonical(url)?))
    }

    fn wants(&self, entry: &Entry) -> Vec<u64> {
        let hash = |(path, member)| {
            let (path, member): &(std::path::PathBuf, Option<String>) = &(path, member);
            self.hasher.hash_one((path.as_path(), member.as_deref()))
        };
        texts(entry).map(hash).collect()
    }

    /// The entries that an entry hangs together with, but for the reasons that were seen: together with
    /// what those had given, nothing is missing.
    pub(super) fn kin(
        &self,
        number: usize,
        entry: &Entry,
        seen: &mut HashSet<Reason>,
    ) -> Vec<usize> {
        let (mut kin, name) = (Vec::new(), self.name(entry));
        if seen.insert(Reason::Name(name)) {
            let twins = self.names.get(&name).into_iter();
            kin.extend(twins.flat_map(|Twins(first, rest)| std::iter::once(first).chain(rest)));
        }
        let key = self.address(entry);
        let group =
            key.and_then(|key| Some((key, self.addresses.get(&key)?.many()?.group_of(name)?)));
        if let Some((key, (group, members))) = group
            && seen.insert(Reason::Address(key, group))
        {
            kin.extend(members);
        }
        let place = self.hasher.hash_one((entry.item.path.as_path(), entry.member.as_deref()));
        for place in self.wants(entry).into_iter().chain([place]) {
            let Some(text) = self.places.get(&place).filter(|text| text.is_one) else { continue };
            if self.wanted.contains_key(&place) && seen.insert(Reason::Text(place)) {
                kin.push(text.first);
                kin.extend(self.wanted.get(&place).into_iter().flatten());
            }
        }
        kin.retain(|&other| other != number);
        kin
    }
}
