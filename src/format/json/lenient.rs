//! Reads JSON that is broken in the ways in which exports are: cut off, hand-edited, joined from
//! pieces, written by `print`. What is open at the end is closed; halves of surrogate pairs, raw
//! control characters, comments, trailing commas, `NaN` and single quotes are put up with.

use serde_json::Map;
use serde_json::Number;
use serde_json::Value;

use crate::format::Error;

/// As deep as the strict parser goes; values are dropped by recursion, so depth is stack.
const MAX_DEPTH: usize = 127;

/// All objects and lists that stand one after the other; what stands between them is passed over.
pub(super) fn roots(text: &str) -> Result<Vec<Value>, Error> {
    let mut reader = Reader { rest: text };
    let mut roots = Vec::new();
    while let Some(start) = reader.rest.find(['{', '[']) {
        reader.rest = reader.rest.get(start..).unwrap_or_default();
        roots.push(reader.value(0)?);
    }
    Ok(roots)
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Result<Value, Error> {
        if depth > MAX_DEPTH {
            return Err(Error::Damaged("JSON nested more than 127 levels deep".to_owned()));
        }
        self.pass_blank();
        if self.take('{') {
            self.object(depth)
        } else if self.take('[') {
            self.list(depth)
        } else if let Some(quote) = self.quote() {
            Ok(Value::String(self.string(quote)))
        } else {
            Ok(literal(self.word()))
        }
    }

    fn list(&mut self, depth: usize) -> Result<Value, Error> {
        let mut values = Vec::new();
        loop {
            self.pass_commas();
            if self.rest.is_empty() || self.take(']') {
                return Ok(Value::Array(values));
            }
            if !self.take('}') && !self.take(':') {
                values.push(self.value(depth + 1)?);
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Value, Error> {
        let mut fields = Map::new();
        loop {
            self.pass_commas();
            if self.rest.is_empty() || self.take('}') {
                return Ok(Value::Object(fields));
            }
            let key = match self.quote() {
                Some(quote) => self.string(quote),
                None => self.word().to_owned(),
            };
            self.pass_blank();
            if self.take(':') {
                self.pass_blank();
                let is_missing = self.rest.starts_with([',', '}']) || self.rest.is_empty();
                let value = if is_missing { Value::Null } else { self.value(depth + 1)? };
                fields.insert(key, value);
            } else if key.is_empty() {
                self.skip();
            }
        }
    }

    /// The rest of a string whose quotation mark has been taken.
    fn string(&mut self, quote: char) -> String {
        let mut text = String::new();
        loop {
            let end = self.rest.find([quote, '\\']).unwrap_or(self.rest.len());
            let (plain, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
            text.push_str(plain);
            self.rest = rest;
            if self.take(quote) {
                if !self.is_within() {
                    return text;
                }
                text.push(quote);
            } else if self.take('\\') {
                self.escape(&mut text);
            } else {
                return text;
            }
        }
    }

    /// Whether the quotation mark just passed stands within a text: a word follows on its line.
    fn is_within(&self) -> bool {
        let after = self.rest.trim_start_matches(' ');
        after.starts_with(|c: char| c.is_alphabetic() || matches!(c, '.' | ';' | '!' | '?'))
    }

    fn escape(&mut self, text: &mut String) {
        let Some(sign) = self.skip() else { return };
        match sign {
            'n' => text.push('\n'),
            't' => text.push('\t'),
            'r' => text.push('\r'),
            'b' | 'f' => text.push(' '),
            'u' => text.push(self.escaped_letter()),
            other => text.push(other),
        }
    }

    /// The letter of an escape in hexadecimal, of two such where they are a pair.
    fn escaped_letter(&mut self) -> char {
        let Some(first) = self.unit() else { return char::REPLACEMENT_CHARACTER };
        if (0xd800..0xdc00).contains(&first)
            && let Some(rest) = self.rest.strip_prefix("\\u")
        {
            let mut ahead = Reader { rest };
            let second = ahead.unit().filter(|unit| (0xdc00..0xe000).contains(unit));
            if let Some(second) = second {
                self.rest = ahead.rest;
                let letter = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                return char::from_u32(letter).unwrap_or(char::REPLACEMENT_CHARACTER);
            }
        }
        char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    fn unit(&mut self) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        let is_hex = digits.chars().all(|c| c.is_ascii_hexdigit());
        let unit = is_hex.then(|| u32::from_str_radix(digits, 16).ok())??;
        self.rest = rest;
        Some(unit)
    }

    /// What stands up to the next sign of JSON; takes at least one letter where there is any, lest
    /// the reader stand still.
    fn word(&mut self) -> &str {
        let ends = |c: char| c.is_whitespace() || ",:[]{}\"".contains(c);
        let end = self.rest.find(ends).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        word
    }

    /// Takes an opening quotation mark, and the letter that Python may write before it.
    fn quote(&mut self) -> Option<char> {
        for prefix in ["u", ""] {
            let Some(rest) = self.rest.strip_prefix(prefix) else { continue };
            for quote in ['"', '\''] {
                if let Some(rest) = rest.strip_prefix(quote) {
                    self.rest = rest;
                    return Some(quote);
                }
            }
        }
        None
    }

    fn pass_commas(&mut self) {
        self.pass_blank();
        while self.take(',') {
            self.pass_blank();
        }
    }

    /// Passes over white space and comments.
    fn pass_blank(&mut self) {
        loop {
            self.rest = self.rest.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
            if let Some(comment) = self.rest.strip_prefix("//") {
                self.rest = comment.split_once('\n').map_or("", |(_, rest)| rest);
            } else if let Some(comment) = self.rest.strip_prefix("/*") {
                self.rest = comment.split_once("*/").map_or("", |(_, rest)| rest);
            } else {
                return;
            }
        }
    }

    fn take(&mut self, sign: char) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn skip(&mut self) -> Option<char> {
        let mut letters = self.rest.chars();
        let first = letters.next();
        self.rest = letters.as_str();
        first
    }
}

/// A word without quotation marks. What is no number may be one of another language's words for
/// nothing, or a text.
fn literal(word: &str) -> Value {
    match word {
        "true" | "True" => Value::Bool(true),
        "false" | "False" => Value::Bool(false),
        "" | "null" | "None" | "undefined" | "NaN" | "nan" | "Infinity" | "-Infinity" => {
            Value::Null
        }
        _ => word.parse::<Number>().map_or_else(|_| Value::String(word.to_owned()), Value::Number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(text: &str) -> Value {
        roots(text).unwrap().into_iter().next().unwrap()
    }

    #[test]
    fn what_is_open_at_the_end_is_closed() {
        assert_eq!(read(r#"[{"a":"xy"},{"b":{"c":"مرف"#), json!([{"a":"xy"},{"b":{"c":"مرف"}}]));
        assert_eq!(read(r#"{"a":1,"b"#), json!({"a":1}));
        assert_eq!(read(r#"{"a":"#), json!({"a":null}));
        assert_eq!(read(r#"{"a":"x\"#), json!({"a":"x"}));
        assert_eq!(read(r#"{"a":"x\u00"#), json!({"a":"x\u{fffd}00"}));
    }

    #[test]
    fn halves_of_pairs_are_replaced_and_pairs_are_joined() {
        assert_eq!(read(r#"["\ud83d"]"#), json!(["\u{fffd}"]));
        assert_eq!(read(r#"["\ude00\ud83d\ude00",NaN]"#), json!(["\u{fffd}😀", null]));
    }

    #[test]
    fn commas_comments_and_raw_controls_are_put_up_with() {
        let text = "// saved\n{\"a\": [1, 2,, ], /* x */ \"b\": \"two\nlines\t\", }";
        assert_eq!(read(text), json!({"a": [1, 2], "b": "two\nlines\t"}));
        assert_eq!(read("{'a': u'x', 'b': None, c: True}"), json!({"a":"x","b":null,"c":true}));
        assert_eq!(read("callback({\"a\":1e999});"), json!({"a":"1e999"}));
    }

    #[test]
    fn a_quotation_mark_within_a_text_does_not_end_it() {
        let text = r#"{"t": "the "old" harbour opens", "u": 1, }"#;
        assert_eq!(read(text), json!({"t": "the \"old\" harbour opens", "u": 1}));
    }

    #[test]
    fn nonsense_ends() {
        for text in ["[}}}:::", "{]]][", "{:,:,}", "[\"\\", "{\"a\"\"b\"}", "[/*", "{{{{", "[1 2}"]
        {
            let _read = roots(text);
        }
    }
}
