//! The table of contents of a book: which document begins a chapter, and what the chapter is called.
//! It is the navigation document's, else the NCX's, which older books have.

use std::collections::HashMap;

use super::package::Package;
use super::parcel::{Parcel, local, resolve};
use super::plain;
use crate::format::html;

/// The labels of documents.
#[derive(Debug, Default)]
pub(super) struct Labels {
    by_path: HashMap<String, String>,
    /// Where in the spine the first labelled document stands; documents before it stand alone.
    before: Vec<String>,
}

/// Reads the first table of contents that has anything in it.
pub(super) fn labels(parcel: &mut Parcel, package: &Package) -> Labels {
    for path in &package.contents {
        let Ok((text, _)) = parcel.text(path) else { continue };
        let by_path = parse(&text, path);
        let is_labelled = |document: &&String| by_path.contains_key(*document);
        if package.spine.iter().any(|document| is_labelled(&document)) {
            let before = package.spine.iter().take_while(|document| !is_labelled(document));
            return Labels { before: before.cloned().collect(), by_path };
        }
    }
    Labels { by_path: HashMap::new(), before: package.spine.clone() }
}

impl Labels {
    /// What the chapter is called that begins with a document.
    pub(super) fn of(&self, path: &str) -> Option<String> {
        self.by_path.get(path).cloned()
    }

    /// Whether a labelled chapter has begun before a document.
    pub(super) fn has_begun(&self, path: &str) -> bool {
        !self.before.iter().any(|document| document == path)
    }
}

/// Each document that is linked to, with the first label that it has. In an NCX, the label stands
/// before the address; in a navigation document, after.
fn parse(text: &str, path: &str) -> HashMap<String, String> {
    let mut labels = HashMap::new();
    let mut at = 0;
    let mut label = String::new();
    let mut is_contents = true;
    while let Some(tag) = html::next_tag(text, at) {
        at = tag.end;
        match local(tag.name) {
            "nav" => {
                let kind = tag.attribute("epub:type").unwrap_or("toc");
                is_contents = tag.is_end || kind.split_whitespace().any(|kind| kind == "toc");
            }
            "text" if !tag.is_end => label = until(text, tag.end, "text"),
            "content" => note(&mut labels, path, (tag.attribute("src"), label.clone())),
            "a" if !tag.is_end && is_contents => {
                let words = until(text, tag.end, "a");
                note(&mut labels, path, (tag.attribute("href"), words));
            }
            _ => {}
        }
    }
    labels
}

fn note(
    labels: &mut HashMap<String, String>,
    path: &str,
    (reference, label): (Option<&str>, String),
) {
    if let Some(reference) = reference.filter(|_| !label.is_empty()) {
        labels.entry(resolve(path, reference)).or_insert(label);
    }
}

/// The text up to the end tag of this name.
fn until(text: &str, from: usize, name: &str) -> String {
    let mut at = from;
    while let Some(tag) = html::next_tag(text, at) {
        if tag.is_end && local(tag.name) == name {
            return plain(text.get(from..tag.start).unwrap_or_default());
        }
        at = tag.end;
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_navigation_document_is_read_and_its_page_list_is_not() {
        let nav = r##"<nav epub:type="toc"><ol><li><a href="a.xhtml#s">الفصل <b>الأول</b></a></li>
            <li><a href="a.xhtml#t">Part of it</a></li></ol></nav>
            <nav epub:type="page-list"><a href="b.xhtml">1</a></nav>"##;
        let labels = parse(nav, "OPS/nav.xhtml");
        assert_eq!(labels.get("OPS/a.xhtml").map(String::as_str), Some("الفصل الأول"));
        assert_eq!(labels.len(), 1);
    }

    #[test]
    fn an_ncx_is_read() {
        let ncx = r#"<ncx><navMap><navPoint><navLabel><text>פרק א</text></navLabel>
            <content src="c.html"/><navPoint><navLabel><text>חלק</text></navLabel><content src="c.html#2"/>
            </navPoint></navPoint></navMap></ncx>"#;
        assert_eq!(parse(ncx, "toc.ncx").get("c.html").map(String::as_str), Some("פרק א"));
    }
}
