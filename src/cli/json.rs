//! JSON as scripts get it: one value a line, controls and bidi controls escaped so that a terminal
//! showing it is not steered by it. Bytes of a path that are no Unicode are U+FFFD.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use crate::article::is_bidi_control;

/// Writes one value and a line feed.
pub(super) fn line(out: &mut impl Write, value: &impl Serialize) -> anyhow::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut *out, Escaping))?;
    writeln!(out)?;
    Ok(())
}

/// Compact JSON with `\u` escapes for what JSON itself would let through.
struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        text: &str,
    ) -> io::Result<()> {
        for piece in text.split_inclusive(steers) {
            let mut chars = piece.chars();
            match chars.next_back() {
                Some(control) if steers(control) => {
                    writer.write_all(chars.as_str().as_bytes())?;
                    write!(writer, "\\u{:04x}", u32::from(control))?;
                }
                _ => writer.write_all(piece.as_bytes())?,
            }
        }
        Ok(())
    }
}

/// JSON itself escapes C0. Line and paragraph separators end a line for some readers of JSON Lines.
fn steers(c: char) -> bool {
    c.is_control() || is_bidi_control(c) || matches!(c, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_are_escaped_and_nothing_is_lost() {
        let text = "a\u{202e}\u{2066}ب\u{200f}\u{9b}0m\u{7f}\u{1b}\u{2028}";
        let mut out = Vec::new();
        line(&mut out, &text).unwrap();
        let json = String::from_utf8(out).unwrap();
        assert_eq!(json, "\"a\\u202e\\u2066ب\\u200f\\u009b0m\\u007f\\u001b\\u2028\"\n");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
