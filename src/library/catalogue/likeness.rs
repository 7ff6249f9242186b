//! Whether two entries of one address are one article: an address can also be that of a page which
//! is another every day, or that all items of a feed lead to.
//!
//! Titles and texts are compared as they are folded for searching; no file is read again.

use std::collections::HashSet;

use crate::article::is_letter_or_digit;
use crate::library::Entry;
use crate::search::{Corpus, Haystack, fold};

/// Fewer words are too few to tell texts apart by.
const FEW: usize = 30;

/// Words that follow each other; copies share most of them, texts on one matter few.
const RUN: usize = 3;

/// No more of a text is compared.
const MOST: usize = 20_000;

/// A summary is so many times shorter than the text.
const SUMMARY: usize = 4;

/// Whether they are one article, if they have one address.
pub(super) fn alike(one: &Entry, other: &Entry, corpus: &Corpus) -> bool {
    let (shorter, longer) = if one.words <= other.words { (one, other) } else { (other, one) };
    if shorter.words < FEW {
        return titles_alike(one, other) || is_told(shorter, longer, corpus);
    }
    let is_summary = shorter.words * SUMMARY < longer.words && titles_alike(one, other);
    let (shorter, longer) = (text(shorter, corpus), text(longer, corpus));
    is_summary || texts_alike(body(&shorter), body(&longer))
}

/// Whether what is known of the shorter one, its title at least, stands in the longer one's text: a
/// reader may have called it by its first words.
fn is_told(shorter: &Entry, longer: &Entry, corpus: &Corpus) -> bool {
    let (title, text) = (title(shorter), text(longer, corpus));
    let words: Vec<&str> = words(&title).collect();
    let text: HashSet<&str> = self::words(text.text()).take(MOST).collect();
    let told = words.iter().filter(|word| text.contains(*word)).count();
    longer.words >= FEW && words.len() > 3 && told * 5 >= words.len() * 4
}

/// Whether titles could be of one article: one is the other, or is in it, or most of its words are.
/// A title that is but the address could be anything's.
pub(super) fn titles_alike(one: &Entry, other: &Entry) -> bool {
    is_untitled(one) || is_untitled(other) || folded_alike(&title(one), &title(other))
}

/// Whether folded titles could be of one article.
fn folded_alike(one: &str, other: &str) -> bool {
    if one == other || is_in(one, other) || is_in(other, one) {
        return true;
    }
    let (one, other): (HashSet<&str>, HashSet<&str>) =
        (words(one).collect(), words(other).collect());
    let shared = one.intersection(&other).count();
    shared >= 2 && shared * 5 >= one.len().min(other.len()) * 3
}

/// Whether two articles of one address could be the same by their titles: one is the other, or is in it,
/// or most of its words are. A title that is but an address could be anything's.
#[must_use]
pub(in crate::library) fn are_titles_alike(one: &str, other: &str) -> bool {
    let is_none = |title: &str| title.contains("://") || !title.contains(char::is_alphanumeric);
    is_none(one) || is_none(other) || folded_alike(&fold(one), &fold(other))
}

/// Whether a title is a good part of another.
fn is_in(part: &str, whole: &str) -> bool {
    part.chars().count() >= 6 && whole.contains(part)
}

/// Whether an entry is called by nothing but its address.
pub(super) fn is_untitled(entry: &Entry) -> bool {
    let title = entry.metadata.title.trim();
    let is_address = title.contains("://") || entry.metadata.url.as_deref() == Some(title);
    is_address || !title.contains(is_letter_or_digit)
}

/// Whether most runs of words of the shorter text are in the longer one.
fn texts_alike(shorter: &str, longer: &str) -> bool {
    let (shorter, longer) = (runs(shorter), runs(longer));
    let few = shorter.len().min(longer.len());
    shorter.intersection(&longer).count() * 2 >= few.max(1)
}

fn runs(text: &str) -> HashSet<[&str; RUN]> {
    let words: Vec<&str> = words(text).take(MOST).collect();
    words.windows(RUN).filter_map(|run| run.try_into().ok()).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_letter_or_digit(c)).filter(|word| !word.is_empty())
}

/// A title as it is searched.
pub(super) fn title(entry: &Entry) -> String {
    fold(&entry.metadata.title)
}

/// What is searched of an entry. A text that cannot be had is like no other.
pub(super) fn text(entry: &Entry, corpus: &Corpus) -> Haystack {
    let text = entry.doc.and_then(|doc| corpus.haystack(doc).ok().flatten());
    text.unwrap_or_default()
}

/// Its last field.
pub(in crate::library) fn body(text: &Haystack) -> &str {
    text.text().rsplit('\n').next().unwrap_or_default()
}
