//! A piece of a tree written as HTML, to be read by the same code as any other page.

use std::ops::Range;

use super::Kind;
use super::Tree;

/// Elements of HTML that have no end tag.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// The nodes of a range, with the names that HTML has for those of other vocabularies.
pub(super) fn write(tree: &Tree<'_>, range: Range<usize>, name: fn(&str) -> &str) -> String {
    let mut out = String::new();
    let mut open: Vec<(usize, &str)> = Vec::new();
    let end = range.end;
    for at in range {
        close(&mut out, &mut open, at);
        let Some(node) = tree.nodes.get(at) else { break };
        match &node.kind {
            Kind::Text(text) => out.push_str(&html_escape::encode_text(text)),
            Kind::Element { local, attributes, .. } => {
                let local = name(local);
                start_tag(&mut out, local, attributes);
                if !VOID.iter().any(|void| local.eq_ignore_ascii_case(void)) {
                    open.push((node.end, local));
                }
            }
        }
    }
    close(&mut out, &mut open, end);
    out
}

fn close(out: &mut String, open: &mut Vec<(usize, &str)>, at: usize) {
    while let Some((_, name)) = open.pop_if(|(end, _)| *end <= at) {
        out.push_str("</");
        out.push_str(name);
        out.push('>');
    }
}

fn start_tag(out: &mut String, name: &str, attributes: &[(&str, impl AsRef<str>)]) {
    out.push('<');
    out.push_str(name);
    for (key, value) in attributes.iter().filter(|(key, _)| !key.starts_with("xmlns")) {
        out.push(' ');
        out.push_str(if *key == "xml:lang" { "lang" } else { key });
        out.push_str("=\"");
        out.push_str(&html_escape::encode_double_quoted_attribute(value.as_ref()));
        out.push('"');
    }
    out.push('>');
}
