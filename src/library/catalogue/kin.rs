//! Which entries of one address are one article. The answer depends on which entries there are, not
//! on the order in which they came.

use std::collections::{HashMap, HashSet};

use crate::article::ArticleId;
use crate::library::Entry;

use super::likeness::{alike, titles_alike};
use super::version::place;

/// An address with more texts than these is no article's.
const MOST: usize = 48;

/// Parts the entries of one address, given by number, into those that are one article each. What is
/// kin to no other is left out.
pub(super) fn groups<'a>(numbers: &[usize], entry: impl Fn(usize) -> &'a Entry) -> Vec<Vec<usize>> {
    let ids: HashSet<&ArticleId> = numbers.iter().map(|&number| &entry(number).id).collect();
    if ids.len() > MOST || is_shared(numbers, &entry) {
        return Vec::new();
    }
    let mut sorted = numbers.to_vec();
    // The longest text comes first: the others are looked for in it.
    sorted.sort_by(|&one, &other| {
        let (one, other) = (entry(one), entry(other));
        other.words.cmp(&one.words).then_with(|| place(one).cmp(&place(other)))
    });
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for number in sorted {
        let fits = |group: &&mut Vec<usize>| belongs(entry(number), group, &entry);
        match groups.iter_mut().find(fits) {
            Some(group) => group.push(number),
            None => groups.push(vec![number]),
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// Whether one file has two texts of this address: then it is that of a front page, or of a feed.
fn is_shared<'a>(numbers: &[usize], entry: &impl Fn(usize) -> &'a Entry) -> bool {
    let mut texts = HashMap::new();
    let with_text = numbers.iter().map(|&number| entry(number)).filter(|entry| entry.words > 0);
    with_text.into_iter().any(|entry| {
        *texts.entry((&entry.item.path, &entry.member)).or_insert(&entry.id) != &entry.id
    })
}

/// Whether an entry is the same article as the first of a group. Two records of one list are one only
/// where there is a text that both belong to.
fn belongs<'a>(new: &Entry, group: &[usize], entry: &impl Fn(usize) -> &'a Entry) -> bool {
    let Some(&first) = group.first() else { return false };
    let first = entry(first);
    if new.id == first.id {
        return true;
    }
    if first.words > 0 {
        return alike(new, first);
    }
    let file = |entry: &Entry| (entry.item.path.clone(), entry.member.clone());
    let is_beside = |&number: &usize| {
        let other = entry(number);
        file(other) == file(new) && other.id != new.id
    };
    titles_alike(new, first) && !group.iter().any(is_beside)
}
