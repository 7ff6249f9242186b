//! Which fields a JSON text has and where, without parsing it: what formats are recognised by.
//!
//! Only the head of a text is looked at, and only some levels of it; strings are passed over. A text
//! that goes on after its first value with something else than JSON is none: front matter.

use std::collections::BTreeSet;

/// How much of a text is looked at, in bytes. What tells formats apart is in the first record, and
/// records are seldom longer.
const HEAD: usize = 1 << 20;

/// Fields further down tell nothing about the format.
const LEVELS: usize = 6;

/// No more paths are kept: an object may have ids for keys.
const MAX_PATHS: usize = 4096;

/// The paths of the fields of a JSON text: `title`, `items[].url`, `[].tags[].name`.
#[derive(Debug, Default)]
pub(in crate::format) struct Outline {
    paths: BTreeSet<String>,
}

impl Outline {
    /// The outline; `None` where the text is not JSON.
    pub(in crate::format) fn of(text: &str) -> Option<Self> {
        let text = text.trim_start_matches('\u{feff}').trim_start();
        if !text.starts_with(['{', '[']) {
            return None;
        }
        let bytes = text.as_bytes();
        let mut walk = Walk { bytes: bytes.get(..HEAD).unwrap_or(bytes), ..Walk::default() };
        let is_json = walk.run();
        is_json.then_some(walk.outline)
    }

    /// Whether there is a field.
    pub(in crate::format) fn has(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// Whether the records at a place have all these fields. The place of the objects of a list is
    /// `[]` or `items[]`, that of root objects is empty.
    pub(in crate::format) fn has_all(&self, place: &str, keys: &[&str]) -> bool {
        let dot = if place.is_empty() { "" } else { "." };
        keys.iter().all(|key| self.has(&format!("{place}{dot}{key}")))
    }

    /// Whether the records of a text, be they its roots or in a list, have all these fields.
    pub(in crate::format) fn records_have(&self, keys: &[&str]) -> bool {
        self.has_all("[]", keys) || self.has_all("", keys)
    }
}

#[derive(Default)]
struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
    outline: Outline,
    path: String,
    levels: Vec<Level>,
    expects_key: bool,
}

/// An open bracket.
struct Level {
    is_list: bool,
    /// The length of the path up to here.
    path: usize,
}

impl Walk<'_> {
    /// Walks over all; whether it is JSON.
    fn run(&mut self) -> bool {
        while let Some(byte) = self.bytes.get(self.at).copied() {
            self.at += 1;
            match byte {
                b'{' | b'[' => self.open(byte == b'['),
                b'}' | b']' => self.close(),
                b'"' => self.string(),
                b',' => self.expects_key = self.levels.last().is_some_and(|level| !level.is_list),
                _ if self.levels.is_empty() && !byte.is_ascii_whitespace() => return false,
                _ => {}
            }
        }
        true
    }

    fn open(&mut self, is_list: bool) {
        // The path of what is too deep is not kept up: nothing is asked about it.
        if is_list && self.levels.len() < LEVELS {
            self.path.push_str("[]");
        }
        self.levels.push(Level { is_list, path: self.path.len() });
        self.expects_key = !is_list;
    }

    fn close(&mut self) {
        self.levels.pop();
        self.path.truncate(self.levels.last().map_or(0, |level| level.path));
        self.expects_key = false;
    }

    fn string(&mut self) {
        let start = self.at;
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b'\\' => self.at += 2,
                b'"' => break,
                _ => self.at += 1,
            }
        }
        let end = self.at;
        self.at += 1;
        if self.expects_key && self.levels.len() <= LEVELS {
            let key = self.bytes.get(start..end).unwrap_or_default();
            self.add(&String::from_utf8_lossy(key));
        }
        self.expects_key = false;
    }

    fn add(&mut self, key: &str) {
        self.path.truncate(self.levels.last().map_or(0, |level| level.path));
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.push_str(key);
        if self.outline.paths.len() < MAX_PATHS {
            self.outline.paths.insert(self.path.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(text: &str) -> Vec<String> {
        Outline::of(text).unwrap().paths.into_iter().collect()
    }

    #[test]
    fn fields_have_paths() {
        let text =
            r#" {"items": [{"a": "x, \"b\": {", "t": [{"n": 1}]}, {"c": [1, "d"]}], "v": 2}"#;
        assert_eq!(
            paths(text),
            ["items", "items[].a", "items[].c", "items[].t", "items[].t[].n", "v"]
        );
        assert_eq!(paths(r#"[{"a":1},{"b":{"c":2},"d":3}]"#), ["[].a", "[].b", "[].b.c", "[].d"]);
        assert_eq!(paths("{\"a\":1}\n{\"b\":2}"), ["a", "b"]);
    }

    #[test]
    fn what_goes_on_otherwise_is_not_json() {
        for text in ["{\"title\": \"x\"}\n\n# Text", "[Photo] The harbour", "said", "<p>{}"] {
            assert!(Outline::of(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_text_cut_off_is_json_still() {
        assert_eq!(paths(r#"[{"a":"x"},{"b":"y"#), ["[].a", "[].b"]);
    }

    #[test]
    fn hostile_nesting_costs_nothing() {
        let start = std::time::Instant::now();
        for text in ["[".repeat(HEAD), "{\"a\":".repeat(HEAD / 5), "]".repeat(9) + "[]"] {
            let _outline = Outline::of(&text);
        }
        assert!(start.elapsed().as_secs() < 2);
    }
}
