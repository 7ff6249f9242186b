//! JSON as templates print it: with comments and CDATA around it, commas too many, raw line ends and
//! bare quotation marks in its strings. Strict JSON is tried first; what is made here may be refused
//! all the same. No meaning is looked at.

use serde_json::Deserializer;
use serde_json::Value;

/// No script of metadata is longer, and repairing is not for pages of data.
const LONGEST: usize = 4 << 20;

/// The values in a script; none when it cannot be mended.
pub(super) fn parse(script: &str) -> Vec<Value> {
    let bare = without_wrapping(script);
    strict(bare).or_else(|| strict(&mended(bare))).unwrap_or_default()
}

/// All values of a text, which may hold several in a row.
fn strict(text: &str) -> Option<Vec<Value>> {
    Deserializer::from_str(text).into_iter().collect::<Result<Vec<Value>, _>>().ok()
}

fn without_wrapping(script: &str) -> &str {
    let mut text = script.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    for mark in
        ["<!--", "//<![CDATA[", "/*<![CDATA[*/", "// <![CDATA[", "<![CDATA[", "/* <![CDATA[ */"]
    {
        text = text.strip_prefix(mark).unwrap_or(text).trim_start();
    }
    for mark in ["-->", "/* ]]> */", "]]>", "/*]]>*/", "//", ";"] {
        text = text.strip_suffix(mark).unwrap_or(text).trim_end();
    }
    text
}

/// The same text as JSON would have it.
fn mended(text: &str) -> String {
    if text.len() > LONGEST {
        return String::new();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = rest.strip_prefix(c).unwrap_or_default();
        rest = match c {
            '"' => string(after, &mut out),
            '/' if after.starts_with('*') => after.split_once("*/").map_or("", |(_, rest)| rest),
            '/' if after.starts_with('/') => after.split_once('\n').map_or("", |(_, rest)| rest),
            ',' if after.trim_start().starts_with(['}', ']', ',']) => after,
            _ => {
                out.push(c);
                after
            }
        };
    }
    out
}

/// Copies a string whose opening mark has been passed; returns what follows its end.
fn string<'a>(text: &'a str, out: &mut String) -> &'a str {
    out.push('"');
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = rest.strip_prefix(c).unwrap_or_default();
        match c {
            '"' if ends_string(rest) => break,
            '"' => out.push_str("\\\""),
            '\\' => rest = escape(rest, out),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    rest
}

/// Whether what follows a quotation mark can follow a string. In `צה"ל` it cannot.
fn ends_string(rest: &str) -> bool {
    let rest = rest.trim_start();
    match rest.chars().next() {
        None | Some('}' | ']' | ':') => true,
        Some(',') => {
            let next = rest.trim_start_matches(',').trim_start();
            next.is_empty()
                || next.starts_with(['"', '{', '[', '}', ']'])
                || next.starts_with(|c: char| c.is_ascii_digit())
                || ["true", "false", "null"].iter().any(|word| next.starts_with(word))
        }
        Some(_) => false,
    }
}

/// Copies an escape that JSON knows; of any other only the letter.
fn escape<'a>(rest: &'a str, out: &mut String) -> &'a str {
    let Some(c) = rest.chars().next() else { return rest };
    let is_code = |code: &str| code.len() == 4 && code.chars().all(|c| c.is_ascii_hexdigit());
    match c {
        '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' => {
            out.push('\\');
            out.push(c);
        }
        'u' if rest.get(1..5).is_some_and(is_code) => out.push_str("\\u"),
        c if c.is_control() => out.push(' '),
        c => out.push(c),
    }
    rest.strip_prefix(c).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_templates_break_is_mended() {
        for (script, expected) in [
            ("{\"a\": [1, 2,],}", json!({"a": [1, 2]})),
            ("{\"a\": \"one\ntwo\tthree\"}", json!({"a": "one two three"})),
            ("{\"a\": \"מבצע צה\"ל בים\", \"b\": 1}", json!({"a": "מבצע צה\"ל בים", "b": 1})),
            ("{\"a\": \"it\\'s \\u00e9 \\x\"}", json!({"a": "it's é x"})),
            (
                "/* c */ {\"a\": 1, // d\n \"b\": \"http://e.example\"}",
                json!({"a": 1, "b": "http://e.example"}),
            ),
            ("//<![CDATA[\n{\"a\": 1}\n//]]>", json!({"a": 1})),
            ("<!-- {\"a\": 1}; -->", json!({"a": 1})),
            ("{\"a\": 1,, \"b\": 2}", json!({"a": 1, "b": 2})),
        ] {
            assert_eq!(parse(script), [expected], "{script}");
        }
        assert_eq!(parse("{\"a\":1}\n{\"b\":2}").len(), 2);
    }

    #[test]
    fn what_is_no_json_gives_nothing() {
        for script in ["", "var a = 1;", "{\"a\": ", "\"", "\\", "{{{{", "[[[["] {
            assert!(parse(script).iter().all(|value| !value.is_object()), "{script}");
        }
        assert!(parse(&"[".repeat(100_000)).is_empty());
    }
}
