//! Entity and character references: XML's five, HTML's two thousand, and those that the document
//! declares. What is none of them stays as it is written.

use std::borrow::Cow;
use std::collections::HashMap;

use encoding_rs::WINDOWS_1252;

/// A document declares no more; what refers to others is not resolved further, so nothing grows.
const MOST: usize = 1000;
const LONGEST: usize = 10_000;

/// What the document declares.
#[derive(Debug, Default)]
pub(super) struct References<'a>(HashMap<&'a str, &'a str>);

impl<'a> References<'a> {
    /// Takes the entities of a document type declaration.
    pub(super) fn declare(&mut self, doctype: &'a str) {
        for rest in doctype.split("<!ENTITY").skip(1).take(MOST) {
            let declared = rest.trim_start().split_once(char::is_whitespace);
            let Some((name, rest)) = declared.filter(|(name, _)| *name != "%") else { continue };
            let rest = rest.trim_start();
            let value = ['"', '\''].into_iter().find_map(|quote| {
                rest.strip_prefix(quote)?.split_once(quote).map(|(value, _)| value)
            });
            if let Some(value) = value.filter(|value| value.len() <= LONGEST) {
                self.0.entry(name).or_insert(value);
            }
        }
    }

    /// What `&name;` stands for.
    pub(super) fn resolve(&self, name: &str) -> Cow<'a, str> {
        if let Some(number) = name.strip_prefix('#') {
            return character(number).map_or_else(|| written(name), |c| c.to_string().into());
        }
        if let Some(value) = self.0.get(name) {
            return html_escape::decode_html_entities(*value);
        }
        let written = written(name);
        html_escape::decode_html_entities(&written).into_owned().into()
    }

    /// A text with all its references resolved.
    pub(super) fn resolve_all(&self, text: &'a str) -> Cow<'a, str> {
        if !text.contains('&') {
            return text.into();
        }
        let mut parts = text.split('&');
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            match part.split_once(';').filter(|(name, _)| is_name(name)) {
                Some((name, rest)) => {
                    out.push_str(&self.resolve(name));
                    out.push_str(rest);
                }
                None => {
                    out.push('&');
                    out.push_str(part);
                }
            }
        }
        out.into()
    }
}

fn written(name: &str) -> Cow<'static, str> {
    format!("&{name};").into()
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "#_-.:".contains(c))
}

/// The character with a number; those that Unicode keeps for controls are meant as Windows has them
/// (WHATWG HTML, 13.2.5.80).
fn character(number: &str) -> Option<char> {
    let hex = number.strip_prefix(['x', 'X']);
    let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
    match u8::try_from(code) {
        Ok(byte @ 0x80..=0x9f) => {
            WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next()
        }
        _ => char::from_u32(code).filter(|c| *c != '\0'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_of_all_kinds_are_resolved() {
        let mut references = References::default();
        references.declare(
            "r [ <!ENTITY dash '&#8212;'> <!ENTITY % p 'x'> <!ENTITY bomb '&bomb;&bomb;'> ]",
        );
        let text = references.resolve_all("a&amp;b &piv; &#x2014;&#146; &dash; &none; & &; &bomb;");
        assert_eq!(text, "a&b ϖ —’ — &none; & &; &bomb;&bomb;");
    }
}
