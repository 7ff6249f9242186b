//! What a feed or an entry without a text says in its lesser elements, a line for each: so that
//! nothing which the file holds is lost. What the elements mean is not asked here.

use std::iter;

use super::is_entry;
use crate::format::escaped;
use crate::format::xml::Element;

/// More is not looked at by anybody.
const MOST: usize = 200;

/// What is shown as title, byline, date, address or topic, and what only programs read.
const SHOWN: &[&str] = &[
    "title",
    "name",
    "author",
    "creator",
    "contributor",
    "link",
    "guid",
    "id",
    "origlink",
    "language",
    "pubdate",
    "published",
    "updated",
    "issued",
    "modified",
    "created",
    "date",
    "lastbuilddate",
    "category",
    "subject",
    "keywords",
    "wxr_version",
    "items",
    "comments",
    "commentrss",
    "total",
];

/// The attributes that say what an element without words is about, the best first.
const TOLD: &[&str] = &[
    "title", "label", "term", "text", "name", "url", "href", "src", "domain", "resource", "about",
    "value",
];

/// All that it says; without a word in it, what its attributes say.
pub(super) fn all(element: Element<'_>) -> Option<String> {
    list(element, |_| true).or_else(|| attributes(element))
}

/// What its own attributes say: where the items of CDF lead, which version of RSS an empty feed is.
pub(super) fn attributes(element: Element<'_>) -> Option<String> {
    let said = element.attributes().filter(|(_, value)| is_said(value));
    let local = |key: &'_ str| key.rsplit_once(':').map_or(key, |(_, local)| local).to_lowercase();
    of_lines(said.map(|(key, value)| format!("{}: {value}", local(key))))
}

/// All that it says but its title.
pub(super) fn untitled(element: Element<'_>) -> Option<String> {
    list(element, |field| {
        !(field.local().eq_ignore_ascii_case("title") && field.parent() == Some(element))
    })
}

/// What it says beside its text and what is shown of it elsewhere; empty when that is nothing.
pub(super) fn beside(element: Element<'_>, text: Option<Element<'_>>) -> String {
    let of = text.and_then(escaped::line);
    let is_new = |field: Element<'_>| {
        let around = field.ancestors().take_while(|around| *around != element);
        let is_shown =
            |at: Element<'_>| SHOWN.iter().any(|name| at.local().eq_ignore_ascii_case(name));
        around.map(is_shown).all(|shown| !shown) && (of.is_none() || value(field) != of)
    };
    list(element, is_new).unwrap_or_default()
}

fn list<'t>(element: Element<'t>, is_meant: impl Fn(Element<'t>) -> bool) -> Option<String> {
    let fields = fields(element);
    let own = Some(element).filter(|element| element.has_own_text());
    let fields = own.into_iter().chain(fields).filter(|field| is_meant(*field));
    let line = |field| Some(format!("{}: {}", label(field, element), value(field)?));
    of_lines(fields.filter_map(line))
}

/// The lines as a list, if there are any.
fn of_lines(lines: impl Iterator<Item = String>) -> Option<String> {
    let item = |line: String| format!("<li>{}</li>", html_escape::encode_text(&line));
    let items: String = lines.take(MOST).map(item).collect();
    (!items.is_empty()).then(|| format!("<ul>{items}</ul>"))
}

/// The elements that say one thing each; not those of entries.
fn fields(element: Element<'_>) -> Vec<Element<'_>> {
    let is_field = |at: Element<'_>| !at.has_elements() || at.has_own_text() || has_html(at);
    let mut fields = Vec::new();
    let mut ahead = vec![element];
    while let Some(at) = ahead.pop() {
        if at != element && is_field(at) {
            fields.push(at);
            continue;
        }
        let start = ahead.len();
        ahead.extend(at.children().filter(|child| !is_entry(*child)));
        ahead.get_mut(start..).unwrap_or_default().reverse();
    }
    fields
}

fn has_html(element: Element<'_>) -> bool {
    element.children().any(|child| child.space() == "xhtml" || child.local() == "div")
}

/// What an element says: its words, else its attributes.
fn value(field: Element<'_>) -> Option<String> {
    let told = || TOLD.iter().find_map(|name| field.attribute(name)).map(str::to_owned);
    let rest = || {
        let values: Vec<&str> = field.attributes().map(|(_, value)| value).collect();
        Some(values.join(" ")).filter(|values| !values.is_empty())
    };
    let value = escaped::line(field).or_else(told).or_else(rest)?;
    is_said(&value).then_some(value)
}

fn is_said(value: &str) -> bool {
    value.contains(char::is_alphanumeric)
}

/// The names of an element and of what it stands in, as far as `outermost`: `image title`.
fn label(field: Element<'_>, outermost: Element<'_>) -> String {
    let around = field.ancestors().skip(1).take_while(|around| *around != outermost);
    let names: Vec<&str> = iter::once(field).chain(around).map(Element::local).collect();
    names.into_iter().rev().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::*;

    fn told(xml: &str) -> String {
        let tree = Tree::parse(xml);
        facts::all(tree.root().unwrap()).unwrap_or_default()
    }

    #[test]
    fn every_fact_is_a_line_under_its_name() {
        let lines = told(
            "<channel><rights>© <b>Marfa</b></rights><image><title>A</title></image>\
             <cloud domain='rpc.example'/><item><title>no</title></item><empty/></channel>",
        );
        assert_eq!(
            lines,
            "<ul><li>rights: © Marfa</li><li>image title: A</li><li>cloud: rpc.example</li></ul>"
        );
    }

    #[test]
    fn what_holds_no_word_is_told_by_its_attributes() {
        let lines =
            told("<CHANNEL HREF='http://h.example/' xmlns:x='y' xml:lang='en' LASTMOD=''/>");
        assert_eq!(lines, "<ul><li>href: http://h.example/</li></ul>");
    }

    #[test]
    fn what_is_shown_elsewhere_is_not_said_again() {
        let tree = Tree::parse(
            "<channel><title>T</title><description>D</description><author><name>N</name></author>\
             <generator>G</generator></channel>",
        );
        let root = tree.root().unwrap();
        let lines = facts::beside(root, root.child("description"));
        assert_eq!(lines, "<ul><li>generator: G</li></ul>");
    }
}
