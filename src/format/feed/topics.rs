//! What an entry is about: categories, subjects, keywords.

use crate::format::escaped;
use crate::format::xml::Element;

/// An entry has no more; some list the whole dictionary.
const MOST: usize = 64;

/// The topics in their order, each once.
pub(super) fn topics(element: Element<'_>) -> Vec<String> {
    let mut topics: Vec<String> = Vec::new();
    for child in element.descendants() {
        for topic in named(child) {
            if !topics.contains(&topic) && topics.len() < MOST {
                topics.push(topic);
            }
        }
    }
    topics
}

fn named(element: Element<'_>) -> Vec<String> {
    let attribute = |name| element.attribute(name).map(str::to_owned);
    let line = escaped::line(element);
    let is = |names: &[&str]| names.iter().any(|name| element.is(name));
    if is(&["category", "atom:category"]) {
        // WordPress keeps the kind of a post among its categories.
        let is_inner = attribute("domain").is_some_and(|domain| domain == "post_format");
        let topic = attribute("label").or(line).or_else(|| attribute("term"));
        topic.filter(|_| !is_inner).into_iter().collect()
    } else if is(&["media:category"]) {
        attribute("label").or(line).into_iter().collect()
    } else if is(&["itunes:category"]) {
        attribute("text").into_iter().collect()
    } else if is(&["dc:subject", "dcterms:subject"]) {
        line.into_iter().collect()
    } else if is(&["itunes:keywords", "media:keywords"]) {
        let line = line.unwrap_or_default();
        let words = line.split([',', '،', ';']).map(str::trim).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    } else {
        Vec::new()
    }
}
