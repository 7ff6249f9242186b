//! Who wrote an entry: `email (Name)`, `Name <email>`, Atom's persons, Dublin Core's creators,
//! `WordPress`'s logins.

use std::collections::HashMap;

use crate::format::xml::Element;

/// The people behind an entry or a feed; contributors only where there is no author.
pub(super) fn authors(element: Element<'_>, logins: &HashMap<String, String>) -> Vec<String> {
    const NAMES: [&[&str]; 3] = [
        &["author", "atom:author", "dc:creator", "dc:author", "creator"],
        &["itunes:author", "media:credit"],
        &["contributor", "atom:contributor", "dc:contributor"],
    ];
    let of = |names: &[&str]| -> Vec<String> {
        let people = element.children().filter(|child| names.iter().any(|name| child.is(name)));
        let people = people.flat_map(person).map(|name| logins.get(&name).cloned().unwrap_or(name));
        people.fold(Vec::new(), |mut people, name| {
            if !people.contains(&name) {
                people.push(name);
            }
            people
        })
    };
    NAMES.iter().map(|names| of(names)).find(|people| !people.is_empty()).unwrap_or_default()
}

/// What `WordPress`'s authors are called.
pub(super) fn logins(channel: Element<'_>) -> HashMap<String, String> {
    let authors = channel.children().filter(|child| child.is("wp:author"));
    authors
        .filter_map(|author| {
            let login = author.line_of("wp:author_login")?;
            Some((login, author.line_of("wp:author_display_name")?))
        })
        .collect()
}

/// The names in a person's element. One of whom only the address is known goes by it.
fn person(element: Element<'_>) -> Option<String> {
    let parts = ["*:name", "*:email", "*:uri", "*:url", "*:homepage"];
    if element.has_elements() {
        // Reddit writes `/u/` before its members' names.
        let line = parts.iter().find_map(|part| element.descendant(part)?.line())?;
        return Some(line.strip_prefix("/u/").map_or(line.clone(), str::to_owned));
    }
    name(&element.line()?)
}

/// The name in `ada@example.org (Ada Venn)` or `Ada Venn <ada@example.org>`.
fn name(written: &str) -> Option<String> {
    let bracketed = |open: char, close: char| {
        let (before, rest) = written.split_once(open)?;
        let inside = rest.trim_end().strip_suffix(close)?;
        Some((before.trim(), inside.trim()))
    };
    let is_address = |text: &str| text.contains('@') && !text.contains(' ');
    let pair = bracketed('(', ')').or_else(|| bracketed('<', '>'));
    let name = match pair {
        Some((address, name)) if is_address(address) && !name.is_empty() => name,
        Some((name, address)) if is_address(address) && !name.is_empty() => name,
        _ => written,
    };
    let name = name.trim_matches(['"', ' ', ',']);
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_from_its_address() {
        for (written, expected) in [
            ("ada@example.org (Ada Venn)", "Ada Venn"),
            ("Ada Venn <ada@example.org>", "Ada Venn"),
            ("سلمى بن يوسف", "سلمى بن يوسف"),
            ("ada@example.org", "ada@example.org"),
            ("Ada Venn (the elder)", "Ada Venn (the elder)"),
        ] {
            assert_eq!(name(written).as_deref(), Some(expected));
        }
    }
}
