//! The parts of a message, as a tree of bounded depth and size.

use std::borrow::Cow;

use super::charset;
use super::field;
use super::field::Fields;
use super::field::Structured;
use super::transfer;

/// Deeper than real mail is forwarded.
const MAX_DEPTH: usize = 24;

/// More parts than a page has pictures.
const MAX_PARTS: usize = 4000;

/// A header and what it heads, decoded from its transfer encoding.
#[derive(Clone, Debug, Default)]
pub(in crate::format) struct Entity<'a> {
    pub(in crate::format) fields: Fields,
    /// The type in lower case: `text/html`.
    pub(in crate::format) kind: String,
    pub(in crate::format) part: Part<'a>,
    parameters: Structured,
}

/// What an entity is.
#[derive(Clone, Debug)]
pub(in crate::format) enum Part<'a> {
    Bytes(Cow<'a, [u8]>),
    Parts(Vec<Entity<'a>>),
    Message(Box<Entity<'a>>),
}

impl Default for Part<'_> {
    fn default() -> Self {
        Self::Bytes(Cow::default())
    }
}

/// Where in the tree parsing is, and what is left of it to make.
struct Bounds {
    depth: usize,
    parts: usize,
}

impl<'a> Entity<'a> {
    /// Reads a whole message.
    pub(in crate::format) fn read(bytes: &'a [u8]) -> Self {
        entity(bytes, "text/plain", &mut Bounds { depth: 0, parts: MAX_PARTS })
    }

    /// The text, and its encoding's name; `None` for what is no text. `wished`: the encoding that a
    /// person asked for.
    pub(in crate::format) fn text(&self, wished: Option<&str>) -> Option<(String, &'static str)> {
        let Part::Bytes(bytes) = &self.part else { return None };
        let asked = wished.and_then(|wished| charset::decode_as(bytes, wished));
        asked.or_else(|| charset::decode(bytes, self.parameter("charset").as_deref()))
    }

    /// How many bytes it is, without its parts.
    pub(in crate::format) fn size(&self) -> usize {
        if let Part::Bytes(bytes) = &self.part { bytes.len() } else { 0 }
    }

    /// A parameter of the content's type.
    pub(in crate::format) fn parameter(&self, name: &str) -> Option<String> {
        self.parameters.parameter(name)
    }

    /// Whether it is to be saved and not to be shown.
    pub(in crate::format) fn is_attachment(&self) -> bool {
        let disposition = self.fields.structured("content-disposition");
        disposition.is_some_and(|disposition| disposition.value == "attachment")
    }

    /// The name that it would be saved by.
    pub(in crate::format) fn file_name(&self) -> Option<String> {
        let disposition = self.fields.structured("content-disposition");
        let name = disposition.and_then(|disposition| disposition.parameter("filename"));
        name.or_else(|| self.parameter("name"))
    }
}

fn entity<'a>(bytes: &'a [u8], usual: &str, bounds: &mut Bounds) -> Entity<'a> {
    bounds.parts = bounds.parts.saturating_sub(1);
    let (fields, body) = Fields::split(bytes);
    let parameters = fields.structured("content-type").unwrap_or_default();
    let is_kind = parameters.value.contains('/');
    let kind = if is_kind { parameters.value.clone() } else { usual.to_owned() };
    let encoding = fields.raw("content-transfer-encoding").map(String::from_utf8_lossy);
    let encoding = encoding.unwrap_or_default().into_owned();
    bounds.depth += 1;
    let part = if bounds.depth > MAX_DEPTH || bounds.parts == 0 {
        Part::default()
    } else if kind.starts_with("multipart/") {
        parts(&parameters, body, bounds)
    } else if matches!(kind.as_str(), "message/rfc822" | "message/global" | "message/news") {
        message(&encoding, body, bounds)
    } else {
        Part::Bytes(transfer::decode(&encoding, body))
    };
    bounds.depth -= 1;
    Entity { fields, kind, part, parameters }
}

/// A message in a message. It may not be coded (RFC 2046, 5.2.1), and is; what was decoded is owned,
/// and so are its leaves.
fn message<'a>(encoding: &str, body: &'a [u8], bounds: &mut Bounds) -> Part<'a> {
    match transfer::decode(encoding, body) {
        Cow::Borrowed(body) => Part::Message(Box::new(entity(body, "text/plain", bounds))),
        Cow::Owned(body) => Part::Message(Box::new(entity(&body, "text/plain", bounds).owned())),
    }
}

impl Entity<'_> {
    fn owned(self) -> Entity<'static> {
        let part = match self.part {
            Part::Bytes(bytes) => Part::Bytes(Cow::Owned(bytes.into_owned())),
            Part::Parts(parts) => Part::Parts(parts.into_iter().map(Entity::owned).collect()),
            Part::Message(message) => Part::Message(Box::new(message.owned())),
        };
        Entity { fields: self.fields, kind: self.kind, part, parameters: self.parameters }
    }
}

/// The parts between the boundaries; without one, the body is text.
fn parts<'a>(parameters: &Structured, body: &'a [u8], bounds: &mut Bounds) -> Part<'a> {
    let boundary = parameters.parameter("boundary").unwrap_or_default();
    let usual =
        if parameters.value == "multipart/digest" { "message/rfc822" } else { "text/plain" };
    let pieces = pieces(body, boundary.as_bytes());
    if pieces.is_empty() {
        return Part::Parts(vec![Entity {
            kind: "text/plain".into(),
            part: Part::Bytes(body.into()),
            ..Entity::default()
        }]);
    }
    let mut parts = Vec::new();
    for piece in pieces {
        if bounds.parts == 0 {
            break;
        }
        parts.push(entity(piece, usual, bounds));
    }
    Part::Parts(parts)
}

/// What stands between lines of `--boundary`, up to `--boundary--` or the end.
fn pieces<'a>(body: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let mut pieces = Vec::new();
    let mut start = None;
    let mut at = 0;
    while at < body.len() {
        let rest = body.get(at..).unwrap_or_default();
        let (line, _) = field::line(rest);
        if let Some(is_last) = boundary_line(line, boundary) {
            pieces.extend(start.take().and_then(|start| body.get(start..at)));
            if is_last {
                break;
            }
            start = Some(at + line.len());
        }
        at += line.len();
    }
    pieces.extend(start.and_then(|start| body.get(start..)));
    // The line feed before a boundary is the boundary's (RFC 2046, 5.1.1).
    let trim = |piece: &'a [u8]| {
        let piece = piece.strip_suffix(b"\n").unwrap_or(piece);
        piece.strip_suffix(b"\r").unwrap_or(piece)
    };
    pieces.into_iter().map(trim).collect()
}

/// Whether a line is a boundary; `Some(true)` for the last one.
fn boundary_line(line: &[u8], boundary: &[u8]) -> Option<bool> {
    let line = line.strip_prefix(b"--")?.strip_prefix(boundary)?.trim_ascii_end();
    match line {
        b"" => Some(false),
        b"--" => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(entity: &Entity<'_>) -> String {
        match &entity.part {
            Part::Bytes(_) => {
                entity.text(None).map_or_else(String::new, |(text, _)| text.trim().into())
            }
            Part::Parts(parts) => {
                format!("[{}]", parts.iter().map(outline).collect::<Vec<_>>().join(" "))
            }
            Part::Message(message) => format!("<{}>", outline(message)),
        }
    }

    fn assert_outline(mail: &str, expected: &str) {
        assert_eq!(outline(&Entity::read(mail.as_bytes())), expected, "{mail}");
    }

    #[test]
    fn parts_nest_by_their_boundaries() {
        let mail = "Content-Type: multipart/mixed; boundary=a\n\nno\n--a\n\none\n--a\n\
                    Content-Type: multipart/mixed; boundary=ab\n\n--ab\n\ntwo\n--ab--\n--a--\nno";
        assert_outline(mail, "[one [two]]");
    }

    #[test]
    fn a_boundary_that_is_not_closed_ends_with_the_one_around_it() {
        let mail = "Content-Type: multipart/mixed; boundary=a\n\n--a\n\
                    Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--a\n\ntwo";
        assert_outline(mail, "[[one] two]");
    }

    #[test]
    fn without_a_boundary_there_is_still_a_text() {
        assert_outline("Content-Type: multipart/mixed; boundary=a\n\nwords", "[words]");
        assert_outline("Content-Type: multipart/mixed\n\nwords", "[words]");
    }

    #[test]
    fn messages_in_messages_are_read_even_coded() {
        let mail = "Content-Type: message/rfc822\n\nSubject: x\n\nwords";
        assert_outline(mail, "<words>");
        let coded = "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n\
                     U3ViamVjdDogeAoKd29yZHM=";
        assert_outline(coded, "<words>");
        let digest =
            "Content-Type: multipart/digest; boundary=a\n\n--a\n\nSubject: x\n\none\n--a--";
        assert_outline(digest, "[<one>]");
    }

    #[test]
    fn hostile_nesting_comes_to_an_end() {
        let deep = "Content-Type: message/rfc822\n\n".repeat(100_000);
        assert!(outline(&Entity::read(deep.as_bytes())).len() < 100);
        let wide =
            format!("Content-Type: multipart/mixed; boundary=a\n\n{}", "--a\n".repeat(100_000));
        let Part::Parts(parts) = Entity::read(wide.as_bytes()).part else { panic!("parts") };
        assert!(parts.len() <= MAX_PARTS);
    }
}
