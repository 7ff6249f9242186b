//! The `<meta>` elements of a page, by their keys. Which keys mean what is not known here.

use std::collections::HashMap;

use dom_query::Document;

use crate::format::html::dom;

/// Where keys stand. `RDFa` is written with more care than the rest.
const ATTRIBUTES: [&str; 4] = ["property", "name", "itemprop", "http-equiv"];

/// Keys in lower case, colons for the dots of Dublin Core; each with its values in the page's order.
#[derive(Debug, Default)]
pub(super) struct Metas(HashMap<String, Vec<String>>);

impl Metas {
    pub(super) fn of(page: &Document) -> Self {
        let mut metas: HashMap<String, Vec<String>> = HashMap::new();
        for attribute in ATTRIBUTES {
            for node in page.select("meta[content]").nodes() {
                let keys = dom::attribute(node, attribute).unwrap_or_default().to_lowercase();
                let content = dom::unescape(&dom::attribute(node, "content").unwrap_or_default());
                for key in keys.split_whitespace().filter(|_| !content.is_empty()) {
                    metas.entry(key.replace('.', ":")).or_default().push(content.clone());
                }
            }
        }
        Self(metas)
    }

    /// The first value of the first of these keys that has one.
    pub(super) fn first(&self, keys: &[&str]) -> Option<String> {
        keys.iter().find_map(|key| self.values(key).first().cloned())
    }

    /// The values of all these keys.
    pub(super) fn all(&self, keys: &[&str]) -> Vec<String> {
        keys.iter().flat_map(|key| self.values(key)).cloned().collect()
    }

    /// The values of one key.
    pub(super) fn values(&self, key: &str) -> &[String] {
        self.0.get(key).map_or(&[], Vec::as_slice)
    }
}
