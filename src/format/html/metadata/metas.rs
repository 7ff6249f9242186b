//! The `<meta>` elements of a page, by their keys. Which keys mean what is not known here.

use std::collections::HashMap;
use std::sync::LazyLock;

use dom_query::NodeRef;

use crate::format::html::dom;
use crate::format::html::places::Elements;
use crate::format::html::places::Places;

static META: LazyLock<Places> = LazyLock::new(|| Places::new("meta[content]"));

/// Where keys stand. `RDFa` is written with more care than the rest.
const ATTRIBUTES: [&str; 4] = ["property", "name", "itemprop", "http-equiv"];

/// Keys in lower case, colons for the dots of Dublin Core; each with its values in the page's order.
#[derive(Debug, Default)]
pub(super) struct Metas(HashMap<String, Vec<String>>);

impl Metas {
    pub(super) fn of(page: &Elements<'_>) -> Self {
        let mut metas: HashMap<String, Vec<String>> = HashMap::new();
        let content = |node: &NodeRef<'_>| Some(dom::unescape(&dom::attribute(node, "content")?));
        let told = META.iter(page).filter_map(|node| content(&node).map(|content| (node, content)));
        let told: Vec<_> = told.filter(|(_, content)| !content.is_empty()).collect();
        for attribute in ATTRIBUTES {
            for (node, content) in &told {
                let keys = dom::attribute(node, attribute).unwrap_or_default().to_lowercase();
                for key in keys.split_whitespace() {
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
