//! The metadata that stands before a Markdown text: YAML between `---`, TOML between `+++`, or a
//! JSON object. Here it is found and turned into lists of strings; what the keys mean is told
//! elsewhere.

use serde_json::Value;

use super::lenient;

/// Keys, in lower case with underscores, and their values as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields(Vec<(String, Vec<String>)>);

impl Fields {
    /// The values of `key`, none when it is absent.
    pub(super) fn values(&self, key: &str) -> &[String] {
        let found = self.0.iter().find(|(name, _)| name == key);
        found.map_or(&[], |(_, values)| values.as_slice())
    }

    /// Adds values to those of `key`.
    pub(super) fn add(&mut self, key: &str, values: impl IntoIterator<Item = String>) {
        match self.0.iter_mut().find(|(name, _)| name == key) {
            Some((_, old)) => old.extend(values),
            None => self.0.push((key.to_owned(), values.into_iter().collect())),
        }
    }

    /// Continues the last value of `key` with a further line.
    pub(super) fn extend_last(&mut self, key: &str, line: &str) {
        let Some((_, values)) = self.0.iter_mut().find(|(name, _)| name == key) else { return };
        match values.last_mut() {
            Some(last) => {
                last.push(' ');
                last.push_str(line);
            }
            None => values.push(line.to_owned()),
        }
    }

    /// Whether they are what stands between two fences, not a text between two rules.
    fn are_in(&self, matter: &str) -> bool {
        let is_tight = !matter.trim_start_matches([' ', '\t', '\r']).starts_with('\n');
        !self.0.is_empty() && (is_tight || self.has_word())
    }

    /// Whether some key is one word: a text between two rules may have a colon, but not such a key.
    fn has_word(&self) -> bool {
        self.0.iter().any(|(name, _)| lenient::is_word(name) && !name.contains('_'))
    }
}

/// A key as we compare it: invisible marks off, lower case, underscores.
pub(super) fn key(name: &str) -> String {
    let is_mark =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{feff}' | '"' | '\'');
    let name: String = name.chars().filter(|&c| !is_mark(c)).collect();
    name.trim().to_lowercase().replace([' ', '-', '.'], "_")
}

/// Whether a text has front matter. Its lines tell that as a rule, and cost less than its grammar.
pub(super) fn is_there(text: &str) -> bool {
    let is_clear = |(fence, matter, _): (&str, &str, &str)| {
        lenient::read(matter, separator(fence)).are_in(matter)
    };
    fenced(start(text)).is_some_and(is_clear) || split(text).is_some()
}

/// Splits a text into its front matter and its body; `None` when it has no front matter that ends.
pub(super) fn split(text: &str) -> Option<(Fields, &str)> {
    let text = start(text);
    if text.starts_with('{') {
        return json(text);
    }
    let (fence, matter, body) = fenced(text)?;
    let fields = if fence == "+++" { toml(matter) } else { yaml(matter) };
    fields.are_in(matter).then_some((fields, body))
}

fn start(text: &str) -> &str {
    text.trim_start_matches(['\u{feff}', '\u{200e}', '\u{200f}', '\n', '\r', ' '])
}

/// A fence, what is in it, and what comes after it.
fn fenced(text: &str) -> Option<(&str, &str, &str)> {
    let (fence, rest) = text.split_once('\n')?;
    let fence = fence.trim_end();
    if !matches!(fence, "---" | "+++") {
        return None;
    }
    let (matter, body) = until_fence(rest, fence).or_else(|| until_blank(rest, fence))?;
    Some((fence, matter, body))
}

/// What stands between a key and its value.
fn separator(fence: &str) -> char {
    if fence == "+++" { '=' } else { ':' }
}

/// The lines up to the first blank one, where a fence was never closed and all of them have keys; a
/// text has to follow.
fn until_blank<'a>(text: &'a str, fence: &str) -> Option<(&'a str, &'a str)> {
    let separator = separator(fence);
    let mut at = 0;
    for line in text.split_inclusive('\n').take_while(|line| !line.trim().is_empty()) {
        let is_item = line.starts_with([' ', '\t', '-']);
        let has_key = line.split_once(separator).is_some_and(|(name, _)| lenient::is_word(name));
        if !has_key && (!is_item || at == 0) {
            return None;
        }
        at += line.len();
    }
    let (matter, body) = text.split_at_checked(at)?;
    (at > 0 && !body.trim().is_empty()).then_some((matter, body))
}

fn until_fence<'a>(text: &'a str, fence: &str) -> Option<(&'a str, &'a str)> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = line.trim_end();
        if end == fence || (fence == "---" && end == "...") {
            return Some((text.get(..at)?, text.get(at + line.len()..)?));
        }
        at += line.len();
    }
    None
}

/// An object with a text behind it; an object alone is a JSON file.
fn json(text: &str) -> Option<(Fields, &str)> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    let object = match values.next()? {
        Ok(Value::Object(object)) if !object.is_empty() => object,
        _ => return None,
    };
    let body = text.get(values.byte_offset()..)?;
    let is_apart = body.trim_start_matches([' ', '\t', '\r']).starts_with('\n');
    let is_prose = !body.trim().is_empty() && !body.trim_start().starts_with(['{', '[', ',']);
    (is_apart && is_prose).then(|| (flatten(object, &Fields::default()), body))
}

fn toml(matter: &str) -> Fields {
    match matter.parse::<toml::Table>() {
        Ok(table) => {
            let values = table.into_iter().map(|(key, value)| (key, json_of(value)));
            flatten(values.collect(), &Fields::default())
        }
        Err(_) => lenient::read(matter, '='),
    }
}

fn json_of(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Array(values) => Value::Array(values.into_iter().map(json_of).collect()),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, json_of(value))).collect())
        }
        other => Value::String(other.to_string()),
    }
}

fn yaml(matter: &str) -> Fields {
    let as_written = lenient::read(matter, ':');
    let options = serde_saphyr::options! {
        // `N` and `yes` are initials and words, not truth values.
        strict_booleans: true,
        budget: serde_saphyr::budget! {
            max_nodes: 5_000,
            max_events: 20_000,
            max_depth: 24,
            max_aliases: 50,
        },
    };
    let parsed =
        serde_saphyr::from_str_with_options::<serde_json::Map<String, Value>>(matter, options);
    match parsed {
        Ok(object) => flatten(object, &as_written),
        Err(_) => as_written,
    }
}

/// Turns values into text. What YAML takes for a number, a truth value or nothing (`1.10`, `no`,
/// `#5`) is taken as it was written.
fn flatten(object: serde_json::Map<String, Value>, as_written: &Fields) -> Fields {
    let mut fields = Fields::default();
    let mut nested = Vec::new();
    for (name, value) in object {
        let name = key(&name);
        match value {
            Value::Object(inner) if !is_person(&inner) => nested.push(inner),
            Value::Object(_) | Value::Array(_) | Value::String(_) => {
                fields.add(&name, texts(&value))
            }
            other => {
                let written = as_written.values(&name);
                let own = || if other.is_null() { Vec::new() } else { vec![other.to_string()] };
                fields.add(&name, if written.is_empty() { own() } else { written.to_vec() });
            }
        }
    }
    // Zola's `[taxonomies]` and `[extra]`: keys one level down count where they are not above.
    for (name, value) in nested.into_iter().flatten() {
        let name = key(&name);
        if fields.values(&name).is_empty() {
            fields.add(&name, texts(&value));
        }
    }
    fields
}

fn is_person(object: &serde_json::Map<String, Value>) -> bool {
    object.get("name").is_some_and(Value::is_string)
}

/// All texts in a value, in order. An unquoted `[[Name]]` is a list of lists to YAML.
fn texts(value: &Value) -> Vec<String> {
    let mut texts = Vec::new();
    let mut stack = vec![value];
    while let Some(value) = stack.pop() {
        match value {
            Value::Array(values) => stack.extend(values.iter().rev()),
            Value::Object(object) => stack.extend(object.get("name")),
            Value::String(text) => texts.push(text.clone()),
            Value::Null => {}
            other => texts.push(other.to_string()),
        }
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> Fields {
        split(text).expect("front matter").0
    }

    #[test]
    fn yaml_is_read_and_the_body_follows() {
        let (fields, body) =
            split("---\ntitle: \"أ: ب\"\nauthor:\n  - name: N\n    url: u\n---\nنص\n").unwrap();
        assert_eq!(fields.values("title"), ["أ: ب"]);
        assert_eq!(fields.values("author"), ["N"]);
        assert_eq!(body, "نص\n");
    }

    #[test]
    fn titles_stay_as_they_were_written() {
        for title in ["1.10", "no", "007", "1984", "#hash"] {
            assert_eq!(fields(&format!("---\ntitle: {title}\n---\n")).values("title"), [title]);
        }
    }

    #[test]
    fn what_yaml_refuses_is_read_by_line() {
        let fields = fields("---\ntitle: عاجل: انفجار في بيروت\nlang: ar\n---\n");
        assert_eq!(fields.values("title"), ["عاجل: انفجار في بيروت"]);
        assert_eq!(fields.values("lang"), ["ar"]);
    }

    #[test]
    fn a_bomb_of_aliases_is_refused_at_once() {
        let mut bomb = "---\ntitle: x\na: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
        for (new, old) in ('b'..'j').zip('a'..'i') {
            bomb.push_str(&format!("{new}: &{new} [{}]\n", vec![format!("*{old}"); 9].join(", ")));
        }
        assert_eq!(fields(&(bomb + "---\n")).values("title"), ["x"]);
    }

    #[test]
    fn a_fence_may_never_be_closed() {
        let (fields, body) = split("---\ntitle: المرفأ\ntags:\n  - بحر\n\nنص.\n").unwrap();
        assert_eq!(fields.values("title"), ["المرفأ"]);
        assert_eq!(fields.values("tags"), ["بحر"]);
        assert_eq!(body.trim(), "نص.");
        assert_eq!(split("---\nHe said: no.\nAnd left.\n\ntext"), None);
    }

    #[test]
    fn toml_and_its_tables_are_read() {
        let fields = fields(
            "+++\ntitle = \"t\"\ndate = 2024-03-01T10:00:00Z\n[taxonomies]\ntags = [\"a\"]\n+++\n",
        );
        assert_eq!(fields.values("date"), ["2024-03-01T10:00:00Z"]);
        assert_eq!(fields.values("tags"), ["a"]);
    }

    #[test]
    fn an_object_is_front_matter_only_before_a_text() {
        assert_eq!(fields("{\"title\": \"t\"}\n\ntext").values("title"), ["t"]);
        assert_eq!(split("{\"title\": \"t\"}\n"), None);
        assert_eq!(split("{\"a\": 1}\n{\"a\": 2}\n"), None);
    }

    #[test]
    fn a_thematic_break_is_no_front_matter() {
        assert_eq!(split("---\n\nSome text here\n\n---\nmore"), None);
        assert_eq!(split("---\n\nSome text here: yes.\n\n---\nmore"), None);
        assert_eq!(split("---\ntitle: never ends\n"), None);
    }
}
