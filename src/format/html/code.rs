//! Preformatted text: its lines as they stand, and the programming language that highlighters name.

use dom_query::NodeRef;

use super::dom;

/// How far up an element may name the language.
const REACH: usize = 2;

/// Words of classes that are no language.
const NOT: &[&str] =
    &["hljs", "code", "none", "plain", "plaintext", "text", "highlight", "prettyprint"];

/// The lines.
pub(super) fn text(node: &NodeRef<'_>) -> String {
    let mut text = String::new();
    for inside in node.descendants_it() {
        if inside.is_text() {
            text.push_str(&inside.text());
        } else if inside.has_name("br") {
            text.push('\n');
        }
    }
    text
}

/// The language: `class="language-rust"`, `data-lang`, `highlight-source-js`, `brush: php`,
/// `sourceCode python`.
pub(super) fn syntax(node: &NodeRef<'_>) -> Option<String> {
    let inner = node.children_it(false).filter(|child| child.has_name("code"));
    let outer =
        node.ancestors_it(Some(REACH)).filter(|up| up.has_name("div") || up.has_name("figure"));
    let found = std::iter::once(*node).chain(inner).chain(outer).find_map(|node| named(&node));
    found.map(|name| name.to_lowercase())
}

fn named(node: &NodeRef<'_>) -> Option<String> {
    let is_name = |name: &String| {
        let is_word = |c: char| c.is_ascii_alphanumeric() || "+#-_.".contains(c);
        (1..=20).contains(&name.len())
            && name.chars().all(is_word)
            && !NOT.contains(&name.to_lowercase().as_str())
    };
    let own = ["data-lang", "data-language"].iter().find_map(|name| dom::attribute(node, name));
    own.filter(is_name).or_else(|| {
        let classes = dom::attribute(node, "class")?;
        of_classes(&classes).filter(is_name)
    })
}

fn of_classes(classes: &str) -> Option<String> {
    const STARTS: [&str; 4] = ["language-", "lang-", "highlight-source-", "brush:"];
    let words: Vec<&str> =
        classes.split([' ', ';', '\t', '\n']).filter(|word| !word.is_empty()).collect();
    let prefixed =
        words.iter().find_map(|word| STARTS.iter().find_map(|start| word.strip_prefix(start)));
    let after = |name: &str| {
        let place = words.iter().position(|word| *word == name)?;
        words.get(place + 1).copied()
    };
    match prefixed {
        Some("") => after("brush:"),
        Some(name) => Some(name),
        None => after("sourceCode"),
    }
    .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn highlighters_name_the_language() {
        for (classes, language) in [
            ("hljs language-rust", Some("rust")),
            ("brush: php; title: x", Some("php")),
            ("brush:js", Some("js")),
            ("sourceCode python", Some("python")),
            ("highlight highlight-source-shell", Some("shell")),
            ("wide", None),
        ] {
            assert_eq!(of_classes(classes).as_deref(), language, "{classes}");
        }
    }
}
