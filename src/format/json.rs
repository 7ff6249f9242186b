//! JSON as exports and news feeds have it: the values of a text, strictly read where that goes, and
//! forgivingly where it does not.
//!
//! Formats that are written in JSON ask three things of this module: the [`Outline`] of a text, to
//! recognise it without parsing; its [`roots`]; and the fields of each [`Record`], whatever type a
//! program gave them. What the fields mean is told by each format's own file.

mod draft;
mod lenient;
mod outline;
mod record;

pub(super) use draft::{Body, article};
pub(super) use outline::Outline;
pub(super) use record::Record;

use serde_json::Value;

use super::Error;

/// More values than the largest export has; each takes some hundred bytes once it is parsed.
const MAX_VALUES: usize = 4_000_000;

/// All values that stand one after the other in a text: one as a rule, one a line in JSON Lines.
///
/// # Errors
///
/// When it is nested too deep, has too many values, or none at all.
pub(super) fn roots(text: &str) -> Result<Vec<Value>, Error> {
    let text = text.trim_start_matches('\u{feff}');
    let begins_value = |byte: &u8| matches!(byte, b',' | b'[' | b'{');
    if text.bytes().filter(|byte| begins_value(byte)).count() > MAX_VALUES {
        return Err(Error::TooLarge("four million values of JSON"));
    }
    let strict: Result<Vec<Value>, _> =
        serde_json::Deserializer::from_str(text).into_iter().collect();
    let roots = strict.or_else(|_broken| lenient::roots(text))?;
    if roots.is_empty() {
        return Err(Error::Damaged("no JSON begins in it".to_owned()));
    }
    Ok(roots)
}

/// The records of a text: its root objects, and the objects of its root lists.
pub(super) fn records(roots: &[Value]) -> Vec<Record<'_>> {
    roots.iter().flat_map(record::objects).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn one_value_and_one_a_line_are_read() {
        assert_eq!(roots(r#"[{"a":1}]"#).unwrap(), [json!([{"a":1}])]);
        assert_eq!(roots("{\"a\":1}\n{\"a\":2}\n").unwrap().len(), 2);
        let roots = roots("[{\"a\":1},{\"a\":2}]\n{\"a\":3}").unwrap();
        assert_eq!(records(&roots).len(), 3);
    }

    #[test]
    fn a_hundred_thousand_brackets_are_refused_at_once() {
        for bracket in ["[", "{\"a\":", "[{\"a\":"] {
            let start = std::time::Instant::now();
            let read = roots(&bracket.repeat(100_000));
            assert!(matches!(read, Err(Error::Damaged(_))), "{read:?}");
            assert!(start.elapsed().as_secs() < 1);
        }
    }

    #[test]
    fn a_flood_of_values_is_refused() {
        assert!(matches!(roots(&"[],".repeat(MAX_VALUES)), Err(Error::TooLarge(_))));
    }

    #[test]
    fn what_holds_no_json_is_an_error() {
        assert!(roots("a word").is_err());
    }
}
