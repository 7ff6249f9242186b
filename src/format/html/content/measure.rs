//! How much text stands in a part of a page, and how much of it is links.

use dom_query::NodeRef;

use super::super::dom;

pub(super) use crate::format::letters::key;

/// A paragraph of fewer characters is a line: a label, a byline, a teaser.
const PROSE: usize = 80;

/// The characters that a reader would see, white space aside.
pub(super) fn length(node: &NodeRef<'_>) -> usize {
    dom::texts(node, letters)
}

pub(super) fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// The characters of it that are links.
pub(super) fn linked(node: &NodeRef<'_>) -> usize {
    let links = node.descendants_it().filter(|inside| inside.has_name("a"));
    links.map(|link| length(&link)).sum()
}

/// The characters of running text: paragraphs of some length that are not links for the most part.
pub(super) fn prose(node: &NodeRef<'_>) -> usize {
    paragraphs(node).map(|(_, length)| length).filter(|&length| length >= PROSE).sum()
}

/// The paragraphs that are not links for the most part, with their lengths.
pub(super) fn paragraphs<'a>(node: &NodeRef<'a>) -> impl Iterator<Item = (NodeRef<'a>, usize)> {
    let paragraphs = node.descendants_it().filter(|inside| inside.has_name("p"));
    paragraphs.filter_map(|paragraph| {
        let length = length(&paragraph);
        (linked(&paragraph) * 2 <= length).then_some((paragraph, length))
    })
}
