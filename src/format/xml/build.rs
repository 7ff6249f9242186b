//! Puts the tree together: which element stands in which, and what its name means.
//!
//! End tags that nothing opened count for nothing; those that were forgotten are made up for.

use std::borrow::Cow;

use quick_xml::events::attributes::Attributes;

use super::Kind;
use super::Node;
use super::Tree;
use super::names;
use super::references::References;

/// Deeper elements are passed over, their text stays: no format that is read nests so deep.
const MAX_DEPTH: usize = 256;
/// A node takes some hundred bytes, and a file of nothing but tags would make one of every four.
const MAX_NODES: usize = 2_000_000;
const MAX_ATTRIBUTES: usize = 200;

/// A tree that is being read.
#[derive(Debug, Default)]
pub(super) struct Builder<'a> {
    nodes: Vec<Node<'a>>,
    /// The elements that are open, by place and by the name that will close them.
    open: Vec<(usize, &'a str)>,
    /// How many elements beyond the depth limit are open.
    beyond: usize,
    /// Prefixes and what they stand for, with the depth that binds them.
    bound: Vec<(usize, &'a str, &'a str)>,
    /// The namespace of the root, whose names need no prefix.
    own: Option<&'a str>,
    references: References<'a>,
}

type Attribute<'a> = (&'a str, Cow<'a, str>);

impl<'a> Builder<'a> {
    pub(super) const fn is_full(&self) -> bool {
        self.nodes.len() >= MAX_NODES
    }

    /// An element with this tag, the brackets taken off.
    pub(super) fn start(&mut self, tag: &'a str) {
        let (tag, is_empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        if self.open.len() >= MAX_DEPTH {
            self.beyond += usize::from(!is_empty);
            return;
        }
        let end = tag.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(tag.len());
        let (name, rest) = tag.split_at_checked(end).unwrap_or((tag, ""));
        let attributes = self.attributes(rest);
        self.bind(&attributes);
        let (prefix, local) = name.rsplit_once(':').unwrap_or(("", name));
        let space = self.space(prefix);
        let at = self.nodes.len();
        self.push(Kind::Element { space, local, attributes });
        if is_empty {
            self.unbind();
        } else {
            self.open.push((at, name));
        }
    }

    fn attributes(&self, tag: &'a str) -> Vec<Attribute<'a>> {
        let mut attributes = Attributes::html(tag, 0);
        attributes.with_checks(false);
        let read = attributes.take(MAX_ATTRIBUTES).flatten();
        let attribute = |key: &'a str, value: Cow<'a, str>| match value {
            Cow::Borrowed(value) => (key, self.references.resolve_all(value)),
            Cow::Owned(value) => (key, Cow::Owned(value)),
        };
        read.map(|found| attribute(found.key.0, found.value)).collect()
    }

    /// Binds the prefixes that an element declares.
    fn bind(&mut self, attributes: &[Attribute<'a>]) {
        for (key, uri) in attributes {
            let prefix = key.strip_prefix("xmlns:").or((*key == "xmlns").then_some(""));
            if let Some(prefix) = prefix {
                let usual = names::usual(uri).unwrap_or(prefix);
                self.bound.push((self.open.len(), prefix, usual));
            }
        }
    }

    /// Forgets what was bound within the element that ends.
    fn unbind(&mut self) {
        let depth = self.open.len();
        while self.bound.pop_if(|(bound, ..)| *bound >= depth).is_some() {}
    }

    /// The usual prefix for what `prefix` stands for here.
    fn space(&mut self, prefix: &'a str) -> &'a str {
        let bound = self.bound.iter().rev().find(|(_, bound, _)| *bound == prefix);
        let space = bound.map_or(prefix, |(.., usual)| usual);
        let own = *self.own.get_or_insert(space);
        if space == own { "" } else { space }
    }

    pub(super) fn end(&mut self, name: &str) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let name = name.trim();
        let is_meant = |(_, open): &(usize, &str)| open.eq_ignore_ascii_case(name);
        let Some(place) = self.open.iter().rposition(is_meant) else { return };
        while self.open.len() > place {
            self.close();
        }
    }

    fn close(&mut self) {
        let Some((at, _)) = self.open.pop() else { return };
        let end = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(at) {
            node.end = end;
        }
        self.unbind();
    }

    /// Text, which goes on where text was last.
    pub(super) fn text(&mut self, text: Cow<'a, str>) {
        let parent = self.open.last().map(|(at, _)| *at);
        if text.is_empty() || parent.is_none() {
            return;
        }
        match self.nodes.last_mut() {
            Some(Node { kind: Kind::Text(before), parent: other, .. }) if *other == parent => {
                before.to_mut().push_str(&text);
            }
            _ => self.push(Kind::Text(text)),
        }
    }

    pub(super) fn reference(&mut self, name: &str) {
        self.text(self.references.resolve(name));
    }

    pub(super) fn declare(&mut self, doctype: &'a str) {
        self.references.declare(doctype);
    }

    fn push(&mut self, kind: Kind<'a>) {
        let parent = self.open.last().map(|(at, _)| *at);
        self.nodes.push(Node { parent, end: self.nodes.len() + 1, kind });
    }

    pub(super) fn finish(mut self) -> Tree<'a> {
        while !self.open.is_empty() {
            self.close();
        }
        Tree { nodes: self.nodes }
    }
}
