//! Small questions to a parsed page. Nothing here recurses: pages may be nested deeply.

use dom_query::Document;
use dom_query::NodeData;
use dom_query::NodeRef;

/// Elements that start and end a block of text.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements that show nothing that can be read.
const SILENT: &[&str] = &[
    "annotation",
    "annotation-xml",
    "audio",
    "button",
    "canvas",
    "datalist",
    "embed",
    "head",
    "iframe",
    "input",
    "map",
    "meter",
    "nav",
    "noscript",
    "object",
    "progress",
    "rp",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "video",
];

pub(super) fn name(node: &NodeRef<'_>) -> String {
    node.node_name().map(|name| name.to_string()).unwrap_or_default()
}

pub(super) fn attribute(node: &NodeRef<'_>, name: &str) -> Option<String> {
    let value = node.attr(name)?.trim().to_owned();
    (!value.is_empty()).then_some(value)
}

/// The element around all of a page.
pub(super) fn html(page: &Document) -> Option<NodeRef<'_>> {
    page.root().children_it(false).find(|node| node.has_name("html"))
}

pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// Whether a reader of the page would not see the element's text.
pub(super) fn is_silent(node: &NodeRef<'_>, name: &str) -> bool {
    SILENT.contains(&name) || is_hidden(node) || (name == "form" && !has_prose(node))
}

fn is_hidden(node: &NodeRef<'_>) -> bool {
    let style = node.attr("style").unwrap_or_default().to_ascii_lowercase();
    let style: String = style.split_whitespace().collect();
    node.has_attr("hidden")
        // Pictures of formulas are hidden from screen readers only, which read the formula beside.
        || (!node.has_name("img") && node.attr("aria-hidden").is_some_and(|is| is.as_ref() == "true"))
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

/// A form around the whole page is no form to fill in.
fn has_prose(form: &NodeRef<'_>) -> bool {
    let paragraphs = form.descendants_it().filter(|node| node.has_name("p"));
    paragraphs.map(|paragraph| paragraph.text().len()).sum::<usize>() > 400
}

/// How many bytes of text stand in an element.
pub(super) fn size(node: &NodeRef<'_>) -> usize {
    texts(node, str::len)
}

/// The sum of what is counted in all text nodes of an element.
pub(super) fn texts(node: &NodeRef<'_>, count: fn(&str) -> usize) -> usize {
    let counted = |node: NodeRef<'_>| {
        node.query_or(0, |node| match &node.data {
            NodeData::Text { contents } => count(contents),
            _ => 0,
        })
    };
    counted(*node) + node.descendants_it().map(counted).sum::<usize>()
}

/// The text that a page begins with: so many bytes at least, where it has as many.
pub(super) fn beginning(page: &Document, bytes: usize) -> String {
    let mut text = String::new();
    for node in page.root().descendants_it().filter(NodeRef::is_text) {
        if text.len() >= bytes {
            break;
        }
        text.push_str(&node.text());
    }
    text
}

/// The start of a text, at most so many bytes long.
pub(super) fn opening(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|&end| text.is_char_boundary(end));
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// All text nodes of one kind of element, joined, white space collapsed.
pub(super) fn line(node: &NodeRef<'_>) -> String {
    collapse(&node.text())
}

/// The same, with a space between one text node and the next: for labels that stand apart by style
/// alone.
pub(super) fn words(node: &NodeRef<'_>) -> String {
    let texts = node.descendants_it().filter(|inside| inside.is_text());
    collapse(&texts.map(|inside| inside.text().to_string()).collect::<Vec<_>>().join(" "))
}

pub(super) fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// References resolved and tags taken off: for strings that were HTML before they were quoted.
pub(in crate::format) fn unescape(text: &str) -> String {
    if text.contains(['&', '<']) {
        collapse(&Document::fragment(text.replace('<', " <")).text())
    } else {
        collapse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_elements_are_silent() {
        let page = Document::from("<p style='DISPLAY : none'>a</p><p hidden>b</p><p>c</p>");
        let silent = |node: &NodeRef<'_>| is_silent(node, "p");
        let seen: Vec<_> = page.select("p").nodes().iter().map(silent).collect();
        assert_eq!(seen, [true, true, false]);
    }

    #[test]
    fn an_opening_ends_at_a_character() {
        assert_eq!(opening("سلام", 3), "س");
        assert_eq!(opening("سلام", 99), "سلام");
    }

    #[test]
    fn quoted_references_are_resolved() {
        assert_eq!(unescape("AT&amp;T <b>says</b>"), "AT&T says");
        assert_eq!(unescape("1 &lt; 2"), "1 < 2");
    }
}
