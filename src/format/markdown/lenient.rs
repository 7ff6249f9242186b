//! Front matter as people and programs really write it, where a strict parser refuses.
//!
//! A headline with a colon, a percent sign or a quotation mark in it is no YAML, yet it stands in
//! front matter every day: `title: عاجل: انفجار في بيروت`. Line by line, what stands before the first
//! separator is the key and what stands behind it is the value. Nested structures are not understood.

use super::front_matter::Fields;
use super::front_matter::key;

/// Reads `key: value` lines (or `key = value`, by `separator`), with lists in brackets or on lines of
/// their own.
pub(super) fn read(text: &str, separator: char) -> Fields {
    let mut fields = Fields::default();
    let mut current: Option<String> = None;
    for line in text.lines().filter(|line| !is_comment(line)) {
        let is_indented = line.starts_with([' ', '\t']);
        if let Some(item) = item(line) {
            if let Some(key) = &current {
                fields.add(key, [item_value(item, separator)]);
            }
            continue;
        }
        match line.split_once(separator).filter(|(name, _)| is_key(name)) {
            Some((name, value)) if !is_indented || current.is_none() => {
                let name = key(name);
                let is_first = fields.values(&name).is_empty();
                current = is_first.then(|| name.clone());
                if is_first {
                    fields.add(&name, values(value));
                }
            }
            // A person as a map: the indented `name:` under `author:`.
            Some((name, value)) if key(name) == "name" => {
                if let Some(key) = &current {
                    fields.add(key, values(value));
                }
            }
            Some(_) if is_indented => {}
            _ => {
                if let Some(key) = &current {
                    fields.extend_last(key, line.trim());
                }
            }
        }
    }
    fields
}

fn is_comment(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with('#')
}

/// Keys are a word or a few; a sentence with a colon in it is none.
fn is_key(name: &str) -> bool {
    let name = name.trim();
    !name.is_empty() && name.chars().count() <= 40 && name.split_whitespace().count() <= 3
}

/// Whether a key is one word.
pub(super) fn is_word(name: &str) -> bool {
    let name = name.trim().trim_matches(['"', '\'', '\u{200e}', '\u{200f}']);
    !name.is_empty() && name.chars().count() <= 30 && !name.contains(char::is_whitespace)
}

fn item(line: &str) -> Option<&str> {
    let line = line.trim();
    if line == "-" { Some("") } else { line.strip_prefix("- ").map(str::trim) }
}

/// The value of a list's item; of an item that is a map, its first value.
fn item_value(item: &str, separator: char) -> String {
    let named = item.strip_prefix("name").map(str::trim_start);
    unquote(named.and_then(|rest| rest.strip_prefix(separator)).unwrap_or(item))
}

/// A value, or the values of a list in brackets.
fn values(text: &str) -> Vec<String> {
    let text = text.trim();
    if matches!(text, "" | "|" | ">" | "|-" | ">-" | "null" | "~" | "[]") {
        return Vec::new();
    }
    let is_wikilink = text.starts_with("[[");
    let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    match inside.filter(|_| !is_wikilink) {
        Some(inside) => split_quoted(inside).iter().map(|part| unquote(part)).collect(),
        None => vec![unquote(text)],
    }
}

/// Splits at commas that stand outside of quotation marks.
fn split_quoted(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quote = None;
    for c in text.chars() {
        let is_open = parts.last().is_some_and(|part| part.trim().is_empty());
        match c {
            ',' | '،' if quote.is_none() => {
                parts.push(String::new());
                continue;
            }
            '"' | '\'' if quote == Some(c) => quote = None,
            '"' | '\'' if quote.is_none() && is_open => quote = Some(c),
            _ => {}
        }
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// Takes off one pair of quotation marks; those inside, as in `"צה"ל"`, stay.
fn unquote(text: &str) -> String {
    let text = text.trim();
    let bare = |quote| text.strip_prefix(quote).and_then(|text| text.strip_suffix(quote));
    match (bare('"'), bare('\'')) {
        (Some(inside), _) => inside.replace("\\\"", "\""),
        (_, Some(inside)) => inside.replace("''", "'"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(line: &str) -> String {
        read(line, ':').values("title").join("|")
    }

    #[test]
    fn real_headlines_are_read() {
        assert_eq!(title("title: عاجل: انفجار في بيروت"), "عاجل: انفجار في بيروت");
        assert_eq!(title("title: %50 من السكان"), "%50 من السكان");
        assert_eq!(title("title: @x"), "@x");
        assert_eq!(title("title: \"צה\"ל\""), "צה\"ל");
        assert_eq!(title("title:\tخبر"), "خبر");
        assert_eq!(title("title: one\ntitle: two"), "one");
        assert_eq!(title("\u{200f}title\u{200e}: خبر"), "خبر");
        assert_eq!(title("title: [عاجل] خبر"), "[عاجل] خبر");
    }

    #[test]
    fn lists_come_in_brackets_and_on_lines() {
        let fields = read("tags: [أ، \"b, c\", 'd']\nauthor:\n  - \"[[A]]\"\n- B\nx: y", ':');
        assert_eq!(fields.values("tags"), ["أ", "b, c", "d"]);
        assert_eq!(fields.values("author"), ["[[A]]", "B"]);
        assert_eq!(fields.values("x"), ["y"]);
    }

    #[test]
    fn folded_lines_are_joined() {
        let fields = read("description: >\n  one\n  two\nlang: ar", ':');
        assert_eq!(fields.values("description"), ["one two"]);
        assert_eq!(fields.values("lang"), ["ar"]);
    }
}
