//! CSS selectors that every page is asked for: parsed once, and tried on those elements alone that
//! can answer to them, by their name, an attribute or a class. What a selector means is the library's
//! business; here it is only guessed which elements are not worth asking.

use dom_query::Document;
use dom_query::Element;
use dom_query::LocalName;
use dom_query::Matcher;
use dom_query::NodeRef;
use dom_query::local_name;

/// One list of selectors.
pub(super) struct Places {
    /// `None` where the selector is misspelt: then there is no such place.
    matcher: Option<Matcher>,
    hints: Vec<Hint>,
}

/// What an element has that one of the selectors selects.
enum Hint {
    Name(LocalName),
    Attribute(LocalName),
    Class(&'static str),
}

impl Places {
    pub(super) fn new(selectors: &'static str) -> Self {
        let hints = selectors.split(',').filter_map(hint).collect();
        Self { matcher: Matcher::new(selectors).ok(), hints }
    }

    /// The elements of a page that are such places, in the page's order.
    pub(super) fn of<'a>(&self, page: &'a Document) -> Vec<NodeRef<'a>> {
        self.iter(page).collect()
    }

    /// The first of them.
    pub(super) fn first<'a>(&self, page: &'a Document) -> Option<NodeRef<'a>> {
        self.iter(page).next()
    }

    /// The same, one after the other.
    pub(super) fn iter<'a>(&self, page: &'a Document) -> impl Iterator<Item = NodeRef<'a>> {
        let ids = page.tree.descendant_ids_of_it(&page.tree.root_id());
        let nodes = ids.map(|id| NodeRef::new(id, &page.tree));
        nodes.filter(|node| {
            let is_likely = |element: &Element| self.hints.iter().any(|hint| hint.fits(element));
            node.query_or(false, |node| node.as_element().is_some_and(is_likely))
                && self.matcher.as_ref().is_some_and(|matcher| node.is_match(matcher))
        })
    }
}

impl Hint {
    fn fits(&self, element: &Element) -> bool {
        match self {
            Self::Name(name) => element.name.local == *name,
            Self::Attribute(name) => element.attrs.iter().any(|own| own.name.local == *name),
            Self::Class(class) => element.attr_ref(local_name!("class")).is_some_and(|own| {
                own.len() >= class.len() && own.split_ascii_whitespace().any(|own| own == *class)
            }),
        }
    }
}

/// What the last part of a selector begins with tells of all elements that it selects.
fn hint(selector: &'static str) -> Option<Hint> {
    let last = selector.split([' ', '>', '\n']).rfind(|part| !part.is_empty())?;
    let word = |text: &'static str| {
        let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c)));
        end.and_then(|end| text.get(..end)).unwrap_or(text)
    };
    Some(match last.split_at_checked(1)? {
        (".", class) => Hint::Class(word(class)),
        ("#", _) => Hint::Attribute(local_name!("id")),
        ("[", attribute) => Hint::Attribute(LocalName::from(word(attribute))),
        _ => Hint::Name(LocalName::from(word(last))),
    })
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
                ids(&Places::new(selectors).of(&page)),
                ids(expected.nodes()),
                "{selectors}"
            );
        }
    }
}
