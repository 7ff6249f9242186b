//! Which entries of one address are one article. The answer depends on which entries there are, not
//! on the order in which they came.
//!
//! Entries of one name are one article whatever their address, so one stands for all of them here: ten
//! thousand copies of a text are compared once.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::article::ArticleId;
use crate::library::Entry;
use crate::search::Corpus;

use super::index::News;
use super::likeness::{alike, title, titles_alike};

/// An address with more texts than these is no article's.
const MOST: usize = 48;

/// An entry by its number, with the hashes of its name and of its file.
pub(super) type Newcomer = (usize, u64, u64);

/// All entries of one address.
#[derive(Debug)]
pub(super) enum Address {
    /// Mostly there is but one, of which no more need be known.
    One(Newcomer),
    Many(Box<Many>),
}

impl Address {
    /// Takes another entry in; whether groups may have changed by it.
    pub(super) fn add(&mut self, newcomer: Newcomer, entries: &[Arc<Entry>]) -> bool {
        if let Self::One(first) = *self {
            let mut many = Many::default();
            many.add(first, entries);
            *self = Self::Many(Box::new(many));
        }
        self.many_mut().is_some_and(|many| many.add(newcomer, entries))
    }

    /// The entries, where there is more than one.
    pub(super) const fn many(&self) -> Option<&Many> {
        match self {
            Self::One(_) => None,
            Self::Many(many) => Some(many),
        }
    }

    /// The same, to be changed.
    pub(super) const fn many_mut(&mut self) -> Option<&mut Many> {
        match self {
            Self::One(_) => None,
            Self::Many(many) => Some(many),
        }
    }
}

/// Entries of one address, by name.
#[derive(Debug, Default)]
pub(super) struct Many {
    classes: HashMap<u64, Class>,
    /// The text that each file has of this address.
    texts: HashMap<u64, ArticleId>,
    /// The names that are one article each; what is kin to no other is left out.
    groups: Vec<Vec<u64>>,
    group_of: HashMap<u64, usize>,
    /// Whether the address is that of many articles.
    is_shared: bool,
}

/// The entries of one name.
#[derive(Debug)]
struct Class {
    /// The one that stands for all.
    shown: usize,
    /// The lists that have it as a record.
    lists: HashSet<u64>,
}

impl Many {
    /// Takes an entry in; whether groups may have changed by it.
    fn add(&mut self, (number, name, file): Newcomer, entries: &[Arc<Entry>]) -> bool {
        let Some(entry) = entries.get(number).filter(|_| !self.is_shared) else { return false };
        let is_record = entry.words == 0;
        // One file has two texts of a front page's address, or of one that a feed gives all its items.
        if !is_record && self.texts.entry(file).or_insert_with(|| entry.id.clone()) != &entry.id {
            self.is_shared = true;
            return true;
        }
        let (classes, is_new) = (self.classes.len(), !self.classes.contains_key(&name));
        let class = self
            .classes
            .entry(name)
            .or_insert_with(|| Class { shown: number, lists: HashSet::new() });
        let is_listed = is_record && class.lists.insert(file) && classes > 1;
        let shown = entries.get(class.shown).unwrap_or(entry);
        let is_better = facts(entry) < facts(shown);
        if is_better {
            class.shown = number;
        }
        is_new || is_better || is_listed
    }

    /// Parts the names anew.
    pub(super) fn regroup(&mut self, (entries, corpus): (&[Arc<Entry>], &Corpus), news: &mut News) {
        self.is_shared |= self.classes.len() > MOST;
        let groups = if self.is_shared { Vec::new() } else { self.parted(entries, corpus) };
        let old = std::mem::replace(&mut self.groups, groups);
        self.group_of = (self.groups.iter().enumerate())
            .flat_map(|(group, names)| names.iter().map(move |name| (*name, group)))
            .collect();
        let shown = |name: &u64| self.classes.get(name).map(|class| class.shown);
        for group in &self.groups {
            let members: Vec<usize> = group.iter().filter_map(shown).collect();
            news.ties.extend(
                members.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))),
            );
        }
        for group in old {
            let new: HashSet<_> = group.iter().map(|name| self.group_of.get(name)).collect();
            if new.len() > 1 || new.contains(&None) {
                news.parted.extend(group.iter().filter_map(shown));
            }
        }
        if self.is_shared {
            (self.classes, self.texts) = (HashMap::new(), HashMap::new());
        }
    }

    /// The group of a name, and those that stand for its names.
    pub(super) fn group_of(&self, name: u64) -> Option<(usize, Vec<usize>)> {
        let group = *self.group_of.get(&name)?;
        let names = self.groups.get(group)?.iter();
        Some((group, names.filter_map(|name| Some(self.classes.get(name)?.shown)).collect()))
    }

    fn parted(&self, entries: &[Arc<Entry>], corpus: &Corpus) -> Vec<Vec<u64>> {
        let class = |(name, class): (&u64, _)| {
            let class: &Class = class;
            Some(Candidate { name: *name, class, entry: entries.get(class.shown)? })
        };
        let mut sorted: Vec<Candidate> = self.classes.iter().filter_map(class).collect();
        // The longest text comes first: the others are looked for in it.
        sorted.sort_by_cached_key(|it| {
            let (title, url) = facts(it.entry);
            (Reverse(it.entry.words), it.entry.id.clone(), title, url.map(str::to_owned))
        });
        let mut groups: Vec<Vec<Candidate>> = Vec::new();
        for candidate in sorted {
            match groups.iter_mut().find(|group| candidate.belongs(group, corpus)) {
                Some(group) => group.push(candidate),
                None => groups.push(vec![candidate]),
            }
        }
        groups.retain(|group| group.len() > 1);
        groups.iter().map(|group| group.iter().map(|it| it.name).collect()).collect()
    }
}

/// What entries of one name may differ in, as far as likeness goes by it.
fn facts(entry: &Entry) -> (String, Option<&str>) {
    (title(entry), entry.metadata.url.as_deref())
}

/// A name that is to be put in a group.
struct Candidate<'a> {
    name: u64,
    class: &'a Class,
    entry: &'a Entry,
}

impl Candidate<'_> {
    /// Whether it is the same article as the first of a group. Two records of one list are one only
    /// where there is a text that both belong to.
    fn belongs(&self, group: &[Candidate], corpus: &Corpus) -> bool {
        let Some(first) = group.first() else { return false };
        if self.entry.id == first.entry.id {
            return true;
        }
        if first.entry.words > 0 {
            return alike(self.entry, first.entry, corpus);
        }
        let is_beside = |other: &Candidate| !self.class.lists.is_disjoint(&other.class.lists);
        titles_alike(self.entry, first.entry) && !group.iter().any(is_beside)
    }
}
