//! One object of an export, and its fields, whatever type a program gave them: `true`, `1` and `"1"`
//! are one flag, a tag is a string or an object with a name, a moment is a text or a number.

use serde_json::Map;
use serde_json::Value;

use crate::article::Date;
use crate::format::date;

/// What the name of a tag or a person is called where it is an object.
const NAMES: &[&str] =
    &["name", "label", "title", "term", "displayName", "tag", "value", "text", "slug"];

/// A number from here on is not in seconds but in milliseconds; a thousand times that, microseconds.
const MILLISECONDS: i64 = 100_000_000_000;

/// An object.
#[derive(Clone, Copy, Debug)]
pub(in crate::format) struct Record<'a>(&'a Map<String, Value>);

/// The objects that a value is or that its list holds.
pub(super) fn objects(value: &Value) -> Vec<Record<'_>> {
    match value {
        Value::Object(fields) => vec![Record(fields)],
        Value::Array(values) => values.iter().filter_map(Value::as_object).map(Record).collect(),
        _ => Vec::new(),
    }
}

impl<'a> Record<'a> {
    /// The value of the first of these fields that is there and not null.
    pub(in crate::format) fn value(self, keys: &[&str]) -> Option<&'a Value> {
        keys.iter().filter_map(|key| self.0.get(*key)).find(|value| !value.is_null())
    }

    /// The text of the first of these fields that has any; numbers and flags are spelt out.
    pub(in crate::format) fn text(self, keys: &[&str]) -> Option<String> {
        keys.iter().find_map(|key| scalar(self.0.get(*key)?))
    }

    /// The text of a field as it is, to be looked at in place.
    pub(in crate::format) fn str(self, keys: &[&str]) -> Option<&'a str> {
        let texts = keys.iter().filter_map(|key| self.0.get(*key)?.as_str());
        texts.into_iter().find(|text| !text.trim().is_empty())
    }

    /// Whether one of these fields says yes or no.
    pub(in crate::format) fn flag(self, keys: &[&str]) -> Option<bool> {
        let words = keys.iter().filter_map(|key| scalar(self.0.get(*key)?));
        words.into_iter().find_map(|word| match word.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" | "y" => Some(true),
            "false" | "0" | "no" | "n" => Some(false),
            _ => None,
        })
    }

    /// The number of one of these fields.
    pub(in crate::format) fn number(self, keys: &[&str]) -> Option<f64> {
        let words = keys.iter().filter_map(|key| scalar(self.0.get(*key)?));
        words
            .into_iter()
            .find_map(|word| word.parse().ok())
            .filter(|number: &f64| number.is_finite())
    }

    /// The date of the first of these fields that can be read as one: a text in any spelling, or the
    /// time since 1970 in seconds, milliseconds or microseconds.
    pub(in crate::format) fn moment(self, keys: &[&str]) -> Option<Date> {
        keys.iter().find_map(|key| moment(self.0.get(*key)?))
    }

    /// The names in the first of these fields that has any: of a list of texts or of objects, of an
    /// object, or the text itself.
    pub(in crate::format) fn names(self, keys: &[&str]) -> Vec<String> {
        let lists = keys.iter().filter_map(|key| self.0.get(*key)).map(names);
        lists.into_iter().find(|names| !names.is_empty()).unwrap_or_default()
    }

    /// Like [`Record::names`]; a single text is a list with commas.
    pub(in crate::format) fn tags(self, keys: &[&str]) -> Vec<String> {
        let is_text = self.value(keys).is_some_and(Value::is_string);
        let names = self.names(keys);
        let split = |text: &String| -> Vec<String> {
            let parts = text.split([',', '،', ';', '؛']).map(|part| part.trim().to_owned());
            parts.filter(|part| !part.is_empty()).collect()
        };
        if is_text { names.iter().flat_map(split).collect() } else { names }
    }

    /// The object of a field.
    pub(in crate::format) fn record(self, key: &str) -> Option<Self> {
        self.0.get(key)?.as_object().map(Record)
    }

    /// The objects of a field: of its list, or the one that it is.
    pub(in crate::format) fn records(self, key: &str) -> Vec<Self> {
        self.0.get(key).map(objects).unwrap_or_default()
    }

    /// All fields, by name.
    pub(in crate::format) fn fields(self) -> impl Iterator<Item = (&'a str, &'a Value)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }
}

/// A text, or what is spelt out as one; nothing where it is blank.
fn scalar(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

fn names(value: &Value) -> Vec<String> {
    match value {
        Value::Array(values) => values.iter().filter_map(name).collect(),
        value => name(value).into_iter().collect(),
    }
}

fn name(value: &Value) -> Option<String> {
    match value {
        Value::Object(fields) => Record(fields).text(NAMES),
        Value::Bool(_) => None,
        value => scalar(value),
    }
}

fn moment(value: &Value) -> Option<Date> {
    let text = scalar(value)?;
    let whole = text.split_once('.').map_or(text.as_str(), |(whole, _)| whole);
    let is_count = whole.len() > 8 && whole.chars().all(|c| c.is_ascii_digit());
    match whole.parse::<i64>() {
        Ok(count) if is_count => since_1970(count),
        _ => date::parse(&text),
    }
}

fn since_1970(count: i64) -> Option<Date> {
    let seconds = match count {
        0 => return None,
        _ if count < MILLISECONDS => count,
        _ if count / 1000 < MILLISECONDS => count / 1000,
        _ => count / 1_000_000,
    };
    jiff::Timestamp::from_second(seconds).ok().map(Date::utc)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn record(value: &Value) -> Record<'_> {
        objects(value)[0]
    }

    #[test]
    fn fields_may_have_any_type() {
        let value = json!({"a": "1", "b": 1, "c": true, "d": null, "e": " ", "f": "no", "g": 0.5});
        let record = record(&value);
        for key in ["a", "b", "c"] {
            assert_eq!(record.flag(&[key]), Some(true), "{key}");
        }
        assert_eq!((record.flag(&["d"]), record.flag(&["f"])), (None, Some(false)));
        assert_eq!(record.text(&["d", "e", "b"]).as_deref(), Some("1"));
        assert_eq!(record.number(&["g"]), Some(0.5));
    }

    #[test]
    fn a_moment_is_a_text_or_a_number() {
        let value = json!({"a": 1_700_000_000, "b": "1700000000123", "c": 1_700_000_000_123_456_i64,
                           "d": "2023-11-14T22:13:20Z", "e": "no", "f": 0, "g": "20231114",
                           "h": 1_700_000_000.25});
        let record = record(&value);
        for key in ["a", "b", "c", "d", "h"] {
            let moment = record.moment(&[key]).map(|at| at.to_string());
            assert_eq!(moment.as_deref(), Some("2023-11-14T22:13:20Z"), "{key}");
        }
        assert_eq!((record.moment(&["e"]), record.moment(&["f"])), (None, None));
        assert_eq!(record.moment(&["e", "g"]).unwrap().to_string(), "2023-11-14");
    }

    #[test]
    fn tags_are_texts_or_objects_or_one_text() {
        let value = json!({"a": ["x", {"label": "y", "slug": "z"}, null, true], "b": "x, y،z", "c": {"name": "x"}});
        let record = record(&value);
        assert_eq!(record.tags(&["a"]), ["x", "y"]);
        assert_eq!(record.tags(&["none", "b"]), ["x", "y", "z"]);
        assert_eq!(record.names(&["c"]), ["x"]);
    }
}
