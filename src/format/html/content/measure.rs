//! How much text stands in a part of a page, and how much of it is links.

use dom_query::NodeRef;
use memchr::memchr_iter;
use memchr::memchr3_iter;

use super::super::dom;

pub(super) use crate::format::letters::key;

/// A paragraph of fewer characters is a line: a label, a byline, a teaser.
const PROSE: usize = 80;

/// The characters that a reader would see, white space aside.
pub(super) fn length(node: &NodeRef<'_>) -> usize {
    dom::texts(node, letters)
}

/// Whether there are so many of them; what comes after these is not looked at.
pub(super) fn holds(node: &NodeRef<'_>, least: usize) -> bool {
    hold(node.descendants_it().filter(NodeRef::is_text), least)
}

/// The same for several nodes, of which none is in another.
pub(super) fn hold<'a>(mut nodes: impl Iterator<Item = NodeRef<'a>>, least: usize) -> bool {
    let mut left = least;
    nodes.any(|node| {
        left = left.saturating_sub(length(&node));
        left == 0
    })
}

pub(super) fn letters(text: &str) -> usize {
    text.chars().count() - narrow_spaces(text.as_bytes()) - wide_spaces(text)
}

/// White space of one byte. A page is measured many times: sums of bytes are made sixteen at once.
fn narrow_spaces(bytes: &[u8]) -> usize {
    let is_space = |&byte: &u8| u8::from(byte == b' ' || byte.wrapping_sub(b'\t') < 5);
    let parts = bytes.chunks(usize::from(u8::MAX));
    parts.map(|part| usize::from(part.iter().map(is_space).sum::<u8>())).sum()
}

/// White space of more bytes, which begins with one of four.
fn wide_spaces(text: &str) -> usize {
    let begins =
        |at: usize| text.get(at..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    let bytes = text.as_bytes();
    let leads = memchr3_iter(0xc2, 0xe2, 0xe3, bytes).chain(memchr_iter(0xe1, bytes));
    leads.filter(|&at| begins(at)).count()
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

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

    #[test]
    fn so_many_letters_are_there_or_not() {
        let page = Document::fragment("<p>one <i>two</i></p> <p>th ree</p>");
        for least in 0..20 {
            assert_eq!(holds(&page.root(), least), least <= length(&page.root()), "{least}");
        }
    }

    #[test]
    fn every_white_space_is_none_of_the_letters() {
        for c in (0..=0x10_ffff).filter_map(char::from_u32) {
            let text = format!("ab {c} ج");
            let expected = text.chars().filter(|c| !c.is_whitespace()).count();
            assert_eq!(letters(&text), expected, "{c:?}");
        }
    }
}
