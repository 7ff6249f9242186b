//! The text in an element of XML: plain, HTML written as text, or HTML written as elements. The types
//! that feeds and agencies declare are often not true, so what has no type is looked at.

use super::compose;
use super::mime;
use super::xml::Element;

/// Elements that stand apart, before which `WordPress` puts no paragraph.
const APART: &[&str] = &[
    "<p",
    "<div",
    "<ul",
    "<ol",
    "<li",
    "<h1",
    "<h2",
    "<h3",
    "<h4",
    "<h5",
    "<h6",
    "<blockquote",
    "<table",
    "<figure",
    "<pre",
    "<hr",
    "<section",
    "<!--",
    "</",
];

/// The text as HTML; `None` when there is none.
pub(super) fn html(element: Element<'_>) -> Option<String> {
    if element.has_elements() {
        return Some(element.inner_xml());
    }
    let written = element.text();
    if written.trim().is_empty() {
        return None;
    }
    let kind = element.attribute("type").unwrap_or_default().to_ascii_lowercase();
    let is_base64 = element.attribute("mode").is_some_and(|mode| mode == "base64");
    let is_encoded = is_base64 || is_foreign(&kind);
    if let Some(decoded) = is_encoded.then(|| from_base64(&written)).flatten() {
        return Some(of(&decoded, Nature::Unknown));
    }
    Some(of(&written, nature(&kind, element)))
}

/// The words of the text on one line.
pub(super) fn line(element: Element<'_>) -> Option<String> {
    let line = html(element).map(|html| compose::line(&html))?;
    (!line.is_empty()).then_some(line)
}

enum Nature {
    Plain,
    Html,
    /// To be told by looking.
    Unknown,
}

/// In Atom a text without a type is plain; in RSS nobody knows.
fn nature(kind: &str, element: Element<'_>) -> Nature {
    let is_escaped = element.attribute("mode").is_some_and(|mode| mode == "escaped");
    match kind {
        "text" => Nature::Plain,
        "html" | "text/html" | "xhtml" | "application/xhtml+xml" => Nature::Html,
        "text/plain" if is_escaped => Nature::Plain,
        _ => Nature::Unknown,
    }
}

fn of(text: &str, nature: Nature) -> String {
    let is_plain = match nature {
        Nature::Plain => true,
        Nature::Html => false,
        Nature::Unknown => !has_markup(text),
    };
    if is_plain { compose::paragraphs(text) } else { with_paragraphs(text) }
}

/// Whether a text has tags or references in it.
fn has_markup(text: &str) -> bool {
    let is_tag = |rest: &str| {
        let rest = rest.trim_start_matches(['/', '!']);
        rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') && rest.contains('>')
    };
    let is_reference = |rest: &str| {
        let name = rest.split(';').next().unwrap_or_default();
        name.len() < rest.len()
            && !name.is_empty()
            && name.chars().all(|c| c == '#' || c.is_ascii_alphanumeric())
    };
    text.split('<').skip(1).any(is_tag) || text.split('&').skip(1).any(is_reference)
}

/// HTML whose paragraphs are parted by blank lines only, as `WordPress` keeps them.
fn with_paragraphs(html: &str) -> String {
    let head = html.to_ascii_lowercase();
    let has_own = ["<p>", "<p ", "<br", "<pre"].iter().any(|tag| head.contains(tag));
    let html = html.replace("\r\n", "\n");
    if has_own || !html.contains("\n\n") {
        return html;
    }
    let is_apart = |part: &str| {
        let part = part.to_ascii_lowercase();
        APART.iter().any(|tag| part.starts_with(tag))
    };
    let parts = html.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| if is_apart(part) { part.to_owned() } else { format!("<p>{part}</p>") })
        .collect()
}

/// Whether a type says that this is neither text nor mark-up; then it is written in Base64.
fn is_foreign(kind: &str) -> bool {
    kind.contains('/') && !kind.starts_with("text/") && !kind.ends_with("xml")
}

/// The text that is written in Base64, in which Atom 0.3 and 1.0 may hold one; `None` for other bytes.
fn from_base64(written: &str) -> Option<String> {
    let text = String::from_utf8(mime::base64(written.as_bytes())).ok()?;
    Some(text).filter(|text| !text.trim().is_empty() && !text.contains('\0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_in_base64_are_decoded_and_other_bytes_are_none() {
        assert_eq!(from_base64("2YbYtSA8Yj54\n PC9iPg==").as_deref(), Some("نص <b>x</b>"));
        assert_eq!(from_base64("/////w=="), None);
        assert_eq!(from_base64(""), None);
    }
    use crate::format::xml::Tree;

    fn html_of(xml: &str) -> String {
        html(Tree::parse(xml).root().unwrap()).unwrap_or_default()
    }

    #[test]
    fn texts_of_all_types_become_html() {
        for (xml, expected) in [
            ("<t>a &amp;lt; b</t>", "a &lt; b"),
            ("<t>a &lt; b &amp; c</t>", "<p>a &lt; b &amp; c\n</p>"),
            ("<t type='text'>&lt;b></t>", "<p>&lt;b&gt;\n</p>"),
            ("<t type='html'>&lt;b>x&lt;/b></t>", "<b>x</b>"),
            ("<t><![CDATA[<p>x</p>]]></t>", "<p>x</p>"),
            ("<t type='xhtml'><div><p>x</p></div></t>", "<div><p>x</p></div>"),
            ("<t mode='base64'>PGI+eDwvYj4=</t>", "<b>x</b>"),
            ("<t type='application/octet-stream'>PGI+eDwvYj4=</t>", "<b>x</b>"),
            ("<t>one <i>two</i></t>", "one <i>two</i>"),
            (
                "<t><![CDATA[one <b>two</b>\n\n<h2>x</h2>\n\nthree]]></t>",
                "<p>one <b>two</b></p><h2>x</h2><p>three</p>",
            ),
            ("<t> </t>", ""),
        ] {
            assert_eq!(html_of(xml), expected, "{xml}");
        }
    }
}
