//! CSS selectors that every page is asked for: parsed once, and tried on those elements alone that
//! can answer to them, by their name, an attribute or a class. What a selector means is the library's
//! business; here it is only guessed which elements are not worth asking.
//!
//! A page is asked some fifty times, so that the elements are gone through once, and what they are
//! called is kept in a few bits of each.

use dom_query::Document;
use dom_query::Element;
use dom_query::LocalName;
use dom_query::Matcher;
use dom_query::NodeId;
use dom_query::NodeRef;
use dom_query::local_name;

/// The elements of a page as it is now, in its order. What is changed on the page afterwards, these
/// do not know.
pub(super) struct Elements<'a> {
    pub(super) document: &'a Document,
    all: Vec<(NodeId, Signs)>,
}

impl<'a> Elements<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let tree = &document.tree;
        let signs =
            |id: &NodeId| tree.query_node_or(id, None, |node| node.as_element().map(Signs::of));
        let ids = tree.descendant_ids_of_it(&tree.root_id());
        Self { document, all: ids.filter_map(|id| Some((id, signs(&id)?))).collect() }
    }
}

/// One list of selectors.
pub(super) struct Places {
    /// `None` where the selector is misspelt: then there is no such place.
    matcher: Option<Matcher>,
    hints: Hints,
    signs: Signs,
}

/// What an element has one of if one of the selectors selects it.
#[derive(Default)]
struct Hints {
    names: Vec<LocalName>,
    attributes: Vec<LocalName>,
    classes: Vec<&'static str>,
    /// Parts of the names of classes.
    parts: Vec<&'static str>,
}

/// A set of words, a bit for each: two that share no bit share no word.
#[derive(Clone, Copy, Default)]
struct Signs(u64);

impl Places {
    pub(super) fn new(selectors: &'static str) -> Self {
        let mut hints = Hints::default();
        selectors.split(',').for_each(|selector| hints.add(selector));
        Self { matcher: Matcher::new(selectors).ok(), signs: hints.signs(), hints }
    }

    /// The elements that are such places, in the page's order.
    pub(super) fn of<'a>(&self, elements: &Elements<'a>) -> Vec<NodeRef<'a>> {
        self.iter(elements).collect()
    }

    /// The first of them.
    pub(super) fn first<'a>(&self, elements: &Elements<'a>) -> Option<NodeRef<'a>> {
        self.iter(elements).next()
    }

    /// The same, one after the other.
    pub(super) fn iter<'a>(&self, elements: &Elements<'a>) -> impl Iterator<Item = NodeRef<'a>> {
        let tree = &elements.document.tree;
        let likely = elements.all.iter().filter(|(_, signs)| signs.meet(self.signs));
        let nodes = likely.map(|&(id, _)| NodeRef::new(id, tree));
        nodes.filter(|node| {
            let is_likely = |element: &Element| self.hints.fit(element);
            node.query_or(false, |node| node.as_element().is_some_and(is_likely))
                && self.matcher.as_ref().is_some_and(|matcher| node.is_match(matcher))
        })
    }
}

impl Signs {
    /// Of an element's name, its attributes' names and its classes.
    fn of(element: &Element) -> Self {
        let mut signs = Self::default();
        signs.add(&element.name.local);
        for attribute in &element.attrs {
            signs.add(&attribute.name.local);
            if attribute.name.local == local_name!("class") {
                attribute.value.split_ascii_whitespace().for_each(|class| signs.add(class));
            }
        }
        signs
    }

    /// Length and both ends tell words well enough apart.
    fn add(&mut self, word: &str) {
        let (first, last) =
            (word.bytes().next().unwrap_or(0), word.bytes().next_back().unwrap_or(0));
        let mixed = usize::from(first) * 7 + usize::from(last) * 29 + word.len() * 3;
        self.0 |= 1 << (mixed % 64);
    }

    const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl Hints {
    /// Adds what the last part of a selector tells by its beginning.
    fn add(&mut self, selector: &'static str) {
        let Some(last) = selector.split([' ', '>', '\n']).rfind(|part| !part.is_empty()) else {
            return;
        };
        match last.split_at_checked(1).unwrap_or_default() {
            (".", class) => self.classes.push(word(class)),
            ("#", _) => self.attributes.push(local_name!("id")),
            ("[", attribute) => match attribute.strip_prefix("class*=") {
                Some(part) => self.parts.push(word(part)),
                None => self.attributes.push(LocalName::from(word(attribute))),
            },
            _ => match last.split_once("[class*=") {
                Some((_, part)) => self.parts.push(word(part)),
                None => self.names.push(LocalName::from(word(last))),
            },
        }
    }

    fn signs(&self) -> Signs {
        let mut signs = Signs::default();
        self.names.iter().chain(&self.attributes).for_each(|name| signs.add(name));
        self.classes.iter().for_each(|class| signs.add(class));
        if !self.parts.is_empty() {
            signs.add("class");
        }
        signs
    }

    fn fit(&self, element: &Element) -> bool {
        self.names.contains(&element.name.local)
            || element.attrs.iter().any(|own| self.attributes.contains(&own.name.local))
            || (self.are_of_classes()
                && element.attr_ref(local_name!("class")).is_some_and(|class| {
                    self.parts.iter().any(|part| class.contains(part))
                        || class.split_ascii_whitespace().any(|class| self.classes.contains(&class))
                }))
    }

    const fn are_of_classes(&self) -> bool {
        !self.classes.is_empty() || !self.parts.is_empty()
    }
}

/// The name that a text begins with.
fn word(text: &'static str) -> &'static str {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c)));
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_out() {
        let page = Document::from(
            "<html lang=en><body class='a b'><p class='b c-d' id=x><a rel='Author tag'>1</a><p><i class=icon-big>2</i>
             <time datetime=1>3</time><div id=y style='x'><h2 id=z class>4</h2></div><svg><a class=b></a></svg>",
        );
        for selectors in [
            "p, .b",
            ".c-d",
            "[rel~=author]",
            "a[rel~=tag], time[datetime]",
            "i[class*=icon], span[class*=icon], .a",
            "#x, body > #y[style], [id$=z]",
            "body p",
            "html",
            "h2[class], h2[id]",
        ] {
            let ids = |nodes: &[NodeRef<'_>]| nodes.iter().map(|node| node.id).collect::<Vec<_>>();
            let expected = page.select(selectors);
            assert!(expected.exists(), "{selectors}");
            assert_eq!(
                ids(&Places::new(selectors).of(&Elements::of(&page))),
                ids(expected.nodes()),
                "{selectors}"
            );
        }
    }
}
