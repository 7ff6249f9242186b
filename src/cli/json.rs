//! JSON as scripts get it: one value a line, bidi controls escaped so that a terminal showing it is
//! not steered by it.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use crate::article::{Article, is_bidi_control};

use super::target::Target;

/// An article with the file that it came from.
#[derive(Serialize)]
struct Printed<'a> {
    path: &'a str,
    format: &'a str,
    encoding: &'a str,
    words: usize,
    #[serde(flatten)]
    article: &'a Article,
}

pub(super) fn article(out: &mut impl Write, target: &Target) -> anyhow::Result<()> {
    let Target { article, path, format, encoding } = target;
    line(out, &Printed { path, format, encoding, words: article.words(), article })
}

/// Writes one value and a line feed.
pub(super) fn line(out: &mut impl Write, value: &impl Serialize) -> anyhow::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut *out, Escaping))?;
    writeln!(out)?;
    Ok(())
}

/// Compact JSON with bidi controls as `\u` escapes.
struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        text: &str,
    ) -> io::Result<()> {
        for piece in text.split_inclusive(is_bidi_control) {
            let mut chars = piece.chars();
            match chars.next_back() {
                Some(control) if is_bidi_control(control) => {
                    writer.write_all(chars.as_str().as_bytes())?;
                    write!(writer, "\\u{:04x}", u32::from(control))?;
                }
                _ => writer.write_all(piece.as_bytes())?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bidi_controls_are_escaped_and_nothing_is_lost() {
        let text = "a\u{202e}\u{2066}ب\u{200f}";
        let mut out = Vec::new();
        line(&mut out, &text).unwrap();
        let json = String::from_utf8(out).unwrap();
        assert_eq!(json, "\"a\\u202e\\u2066ب\\u200f\"\n");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
