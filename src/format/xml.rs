//! A forgiving tree of XML: what feeds and agencies send is often not well-formed, and is read all
//! the same.
//!
//! The nodes lie in one flat list in the order of the file, each knowing where its content ends; so
//! nothing recurses and dropping a tree is dropping a list. Names are compared without case. A name
//! with a prefix is meant by its namespace, whatever prefix the file binds to it (see [`names`]).
//! What elements mean is the business of the formats that ask.

mod build;
mod markup;
mod names;
mod parse;
mod references;

use std::borrow::Cow;
use std::iter;

/// A document.
#[derive(Debug, Default)]
pub(super) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
}

#[derive(Debug)]
struct Node<'a> {
    parent: Option<usize>,
    /// One past the last node within this one.
    end: usize,
    kind: Kind<'a>,
}

#[derive(Debug)]
enum Kind<'a> {
    Text(Cow<'a, str>),
    Element { space: &'a str, local: &'a str, attributes: Vec<(&'a str, Cow<'a, str>)> },
}

/// One element of a tree; two are equal when they are the same one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element<'t> {
    tree: &'t Tree<'t>,
    at: usize,
}

/// The name of the root as it is written, with its prefix, in lower case; nothing is parsed for it.
pub(super) fn root_name(text: &str) -> Option<String> {
    let root = parse::root(text)?;
    let name = root.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next()?;
    Some(name.to_ascii_lowercase())
}

/// The start tag of the root, without its first sign: what namespaces are told by.
pub(super) fn root_tag(text: &str) -> Option<&str> {
    parse::root(text)?.split('>').next()
}

impl<'a> Tree<'a> {
    /// Reads whatever can be read.
    pub(super) fn parse(text: &'a str) -> Self {
        parse::tree(text)
    }

    /// The first element that stands in no other.
    pub(super) fn root(&'a self) -> Option<Element<'a>> {
        self.elements(0..self.nodes.len()).next()
    }

    fn elements(&'a self, range: std::ops::Range<usize>) -> impl Iterator<Item = Element<'a>> {
        let is_element = |at: &usize| {
            matches!(self.nodes.get(*at), Some(Node { kind: Kind::Element { .. }, .. }))
        };
        range.filter(is_element).map(|at| Element { tree: self, at })
    }
}

impl PartialEq for Element<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
    }
}

impl<'t> Element<'t> {
    fn node(self) -> Option<&'t Node<'t>> {
        self.tree.nodes.get(self.at)
    }

    fn inside(self) -> std::ops::Range<usize> {
        self.at + 1..self.node().map_or(self.at + 1, |node| node.end)
    }

    /// The name without its prefix, as written.
    pub(super) fn local(self) -> &'t str {
        match self.node().map(|node| &node.kind) {
            Some(Kind::Element { local, .. }) => local,
            _ => "",
        }
    }

    /// The usual prefix of the namespace; empty for those of whole documents.
    pub(super) fn space(self) -> &'t str {
        match self.node().map(|node| &node.kind) {
            Some(Kind::Element { space, .. }) => space,
            _ => "",
        }
    }

    /// Whether this is its name: `title` in the document's own namespace, `dc:title`, or `*:title`.
    pub(super) fn is(self, name: &str) -> bool {
        let (space, local) = name.split_once(':').unwrap_or(("", name));
        self.local().eq_ignore_ascii_case(local)
            && (space == "*" || self.space().eq_ignore_ascii_case(space))
    }

    pub(super) fn parent(self) -> Option<Self> {
        self.node()?.parent.map(|at| Self { at, ..self })
    }

    /// This element and those that it stands in, from the inside.
    pub(super) fn ancestors(self) -> impl Iterator<Item = Self> {
        iter::successors(Some(self), |element| element.parent())
    }

    pub(super) fn descendants(self) -> impl Iterator<Item = Self> {
        self.tree.elements(self.inside())
    }

    pub(super) fn children(self) -> impl Iterator<Item = Self> {
        let nodes = &self.tree.nodes;
        let end = self.inside().end;
        let next = move |at: &usize| nodes.get(*at).map(|node| node.end.max(at + 1));
        let places = iter::successors(Some(self.at + 1), next).take_while(move |at| *at < end);
        places.flat_map(move |at| self.tree.elements(at..at + 1))
    }

    pub(super) fn child(self, name: &str) -> Option<Self> {
        self.children().find(|child| child.is(name))
    }

    /// The first element that the names lead to, each a child of the one before: `head/title`.
    pub(super) fn at(self, path: &str) -> Option<Self> {
        path.split('/').try_fold(self, |element, name| element.child(name))
    }

    pub(super) fn descendant(self, name: &str) -> Option<Self> {
        self.descendants().find(|inside| inside.is(name))
    }

    /// The value of an attribute; a name without a prefix means it with any.
    pub(super) fn attribute(self, name: &str) -> Option<&'t str> {
        let Some(Kind::Element { attributes, .. }) = self.node().map(|node| &node.kind) else {
            return None;
        };
        let is_meant = |key: &str| {
            let local = key.rsplit_once(':').map_or(key, |(_, local)| local);
            key.eq_ignore_ascii_case(name) || local.eq_ignore_ascii_case(name)
        };
        let exact = attributes.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        let value = exact.or_else(|| attributes.iter().find(|(key, _)| is_meant(key)))?.1.trim();
        (!value.is_empty()).then_some(value)
    }

    /// All attributes; not those that declare namespaces, nor XML's own.
    pub(super) fn attributes(self) -> impl Iterator<Item = (&'t str, &'t str)> {
        let attributes = match self.node().map(|node| &node.kind) {
            Some(Kind::Element { attributes, .. }) => attributes.as_slice(),
            _ => &[],
        };
        let is_fact = |key: &str| !key.starts_with("xmlns") && !key.starts_with("xml:");
        let facts = attributes.iter().filter(move |(key, _)| is_fact(key));
        facts.map(|(key, value)| (*key, value.trim()))
    }

    /// An attribute of this element or of the nearest one around it that has it.
    pub(super) fn inherited(self, name: &str) -> Option<&'t str> {
        self.ancestors().find_map(|element| element.attribute(name))
    }

    /// All text within, as it stands.
    pub(super) fn text(self) -> String {
        let nodes = self.tree.nodes.get(self.inside()).unwrap_or_default();
        let text = |node: &'t Node<'t>| match &node.kind {
            Kind::Text(text) => Some(text.as_ref()),
            Kind::Element { .. } => None,
        };
        nodes.iter().filter_map(text).collect()
    }

    /// All text within on one line, when there is any.
    pub(super) fn line(self) -> Option<String> {
        let text = self.text().split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(text)
    }

    /// The line of a child.
    pub(super) fn line_of(self, path: &str) -> Option<String> {
        self.at(path)?.line()
    }

    /// The content as HTML: names without prefixes, references where HTML wants them.
    pub(super) fn inner_xml(self) -> String {
        self.inner_as(|name| name)
    }

    /// The content as HTML, elements of another vocabulary under the names that HTML has for them.
    pub(super) fn inner_as(self, name: fn(&str) -> &str) -> String {
        markup::write(self.tree, self.inside(), name)
    }

    /// Whether words stand in this element itself, and not only in those within.
    pub(super) fn has_own_text(self) -> bool {
        let nodes = self.tree.nodes.get(self.inside()).unwrap_or_default();
        nodes.iter().any(|node| {
            node.parent == Some(self.at)
                && matches!(&node.kind, Kind::Text(text) if !text.trim().is_empty())
        })
    }

    /// Whether any element stands within.
    pub(super) fn has_elements(self) -> bool {
        self.children().next().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_stand_for_their_namespaces() {
        let text = "<rss xmlns:x='http://purl.org/dc/elements/1.1/' xmlns:a='http://www.w3.org/2005/Atom'>\
                    <a:title>no</a:title><x:Creator>Ada</x:Creator><media:title>m</media:title><title>yes</title></rss>";
        let tree = Tree::parse(text);
        let root = tree.root().unwrap();
        assert_eq!(root.line_of("dc:creator").as_deref(), Some("Ada"));
        assert_eq!(root.line_of("title").as_deref(), Some("yes"));
        assert_eq!(root.line_of("media:title").as_deref(), Some("m"));
        assert_eq!(root.line_of("*:title").as_deref(), Some("no"));
    }

    #[test]
    fn the_documents_own_namespace_needs_no_prefix() {
        let tree = Tree::parse(
            "<a:feed xmlns:a='http://www.w3.org/2005/Atom/'><a:title>t</a:title></a:feed>",
        );
        assert_eq!(tree.root().unwrap().line_of("title").as_deref(), Some("t"));
    }

    #[test]
    fn broken_xml_is_read_all_the_same() {
        for (text, title) in [
            ("<r><title>a & b &nbsp;c &unknown; &#146;</title></r>", "a & b c &unknown; ’"),
            ("<r><title>a<br>b</title></r>", "ab"),
            ("<r><i><title>x</i></r>", "x"),
            ("<r></b><title>x</title>", "x"),
            ("<r><title>1 < 2</title></r>", "1 < 2"),
            ("<r><title><![CDATA[a <b> &amp; c]]></title></r>", "a <b> &amp; c"),
            ("<r><title><![CDATA[never closed</title>", "never closed</title>"),
            ("<r><title>cut", "cut"),
            ("<r><title>cut <a href='", "cut <a href='"),
            ("<?xml version='9' encoding=nonsense?>\n<!-- -- --><r><title>x</title></r>tail", "x"),
            ("<!DOCTYPE r [<!ENTITY own \"ours\">]><r><title>&own;</title></r>", "ours"),
            ("\u{feff} \n<r><title>a\u{1}b</title></r>", "a\u{1}b"),
        ] {
            let tree = Tree::parse(text);
            let found = tree.root().and_then(|root| root.descendant("title"));
            assert_eq!(found.and_then(Element::line).as_deref(), Some(title), "{text}");
        }
    }

    #[test]
    fn attributes_are_read_in_any_spelling() {
        let tree = Tree::parse("<r xml:lang='ar' A=1 b=\"x &amp; y\" c><in rdf:about='z'/></r>");
        let root = tree.root().unwrap();
        assert_eq!((root.attribute("a"), root.attribute("b")), (Some("1"), Some("x & y")));
        assert_eq!(root.child("in").unwrap().inherited("xml:lang"), Some("ar"));
        assert_eq!(root.child("in").unwrap().attribute("about"), Some("z"));
    }

    #[test]
    fn content_is_written_as_html() {
        let text = "<r xmlns:h='http://www.w3.org/1999/xhtml'><h:p a='\"'>x &lt; y<h:br/>&amp;</h:p><h:i/></r>";
        let tree = Tree::parse(text);
        let html = "<p a=\"&quot;\">x &lt; y<br>&amp;</p><i></i>";
        assert_eq!(tree.root().unwrap().inner_xml(), html);
    }

    #[test]
    fn the_root_is_told_without_parsing() {
        assert_eq!(
            root_name("\u{feff}<?xml?><!-- <a> --><!DOCTYPE b [<!ENTITY c 'd'>]><NITF x>")
                .as_deref(),
            Some("nitf")
        );
        assert_eq!(root_name("<rdf:RDF/>").as_deref(), Some("rdf:rdf"));
        assert_eq!(root_name("# <rss>"), None);
        assert_eq!(root_name("<!-- <rss>"), None);
    }

    #[test]
    fn hostile_xml_is_read_in_time() {
        let start = std::time::Instant::now();
        for text in [
            "<a>".repeat(500_000),
            "<a".repeat(500_000),
            "< ".repeat(500_000) + ">",
            "<![CDATA[".repeat(200_000),
            "</a>".repeat(500_000),
            "<!--".repeat(300_000),
            format!("<r>{}</r>", "<a></b>".repeat(200_000)),
            format!("<r {}/>", "a='b' ".repeat(200_000)),
            format!("<!DOCTYPE r [{}]><r>&a0;</r>", "<!ENTITY a0 '&a0;&a0;'>".repeat(10_000)),
        ] {
            let tree = Tree::parse(&text);
            if let Some(root) = tree.root() {
                assert!(root.inner_xml().len() <= 4 * text.len());
            }
        }
        assert!(start.elapsed() < std::time::Duration::from_secs(10), "{:?}", start.elapsed());
    }
}
