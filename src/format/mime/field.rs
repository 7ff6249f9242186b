//! The header of a message or of a part: named fields, unfolded, as bytes and as text.

use std::collections::BTreeMap;

use super::charset;
use super::words;

/// How much of the text helps to tell the encoding of the header.
const BODY: usize = 2000;

/// A header of more fields is an attack; lists of recipients are long, but one field.
const MOST: usize = 1000;

/// The fields of a header, in their order.
#[derive(Clone, Debug, Default)]
pub(in crate::format) struct Fields {
    fields: Vec<(String, Vec<u8>)>,
    /// The encoding of what is written in raw bytes.
    raw: Option<&'static str>,
}

impl Fields {
    /// The header that the bytes begin with, and what follows it. A line that is no field ends the
    /// header as an empty one does, so that a missing empty line loses nothing.
    pub(in crate::format) fn split(bytes: &[u8]) -> (Self, &[u8]) {
        let (mut fields, rest) = Self::cut(bytes);
        let high = fields.fields.iter().map(|(_, value)| value.as_slice());
        let high: Vec<&[u8]> = high.filter(|value| !value.is_ascii()).collect();
        if !high.is_empty() {
            // A name alone is too short to be told by; the text is mostly in the same encoding.
            let body = rest.get(..BODY).unwrap_or(rest);
            let sample = [high.join(&b'\n').as_slice(), b"\n", body].concat();
            fields.raw =
                charset::decode(&sample, fields.charset().as_deref()).map(|(_, name)| name);
        }
        (fields, rest)
    }

    fn cut(bytes: &[u8]) -> (Self, &[u8]) {
        let mut fields: Vec<(String, Vec<u8>)> = Vec::new();
        let mut rest = bytes;
        while !rest.is_empty() && fields.len() < MOST {
            let (line, after) = line(rest);
            let text = line.trim_ascii_end();
            if text.is_empty() {
                return (Self { fields, raw: None }, after);
            }
            let is_folded = line.starts_with(b" ") || line.starts_with(b"\t");
            match (is_folded, fields.last_mut(), field(text)) {
                (true, Some((_, value)), _) => {
                    value.push(b' ');
                    value.extend_from_slice(text.trim_ascii_start());
                }
                (false, _, Some((name, value))) => fields.push((name, value.to_vec())),
                _ => break,
            }
            rest = after;
        }
        (Self { fields, raw: None }, rest)
    }

    pub(in crate::format) fn has(&self, name: &str) -> bool {
        self.raw(name).is_some()
    }

    /// Whether a field's name begins so.
    pub(in crate::format) fn has_prefix(&self, prefix: &str) -> bool {
        self.fields.iter().any(|(name, _)| name.starts_with(prefix))
    }

    /// The bytes of the first field of a name in lower case.
    pub(in crate::format) fn raw(&self, name: &str) -> Option<&[u8]> {
        self.all(name).next()
    }

    /// The bytes of all fields of a name.
    pub(in crate::format) fn all(&self, name: &str) -> impl Iterator<Item = &[u8]> {
        let named = self.fields.iter().filter(move |(own, _)| own == name);
        named.map(|(_, value)| value.trim_ascii())
    }

    /// A field that holds words, decoded; empty ones are none.
    pub(in crate::format) fn text(&self, name: &str) -> Option<String> {
        self.texts(name).next()
    }

    /// All fields of a name, decoded.
    pub(in crate::format) fn texts(&self, name: &str) -> impl Iterator<Item = String> {
        let texts = self.all(name).map(|raw| words::decode(raw, self.raw));
        texts.filter(|text| !text.is_empty())
    }

    /// The value of a field that has parameters, in lower case, and the parameters.
    pub(in crate::format) fn structured(&self, name: &str) -> Option<Structured> {
        let raw = charset::decode(self.raw(name)?, None)?.0;
        Some(Structured::read(&raw))
    }

    fn charset(&self) -> Option<String> {
        self.structured("content-type")?.parameter("charset")
    }
}

/// A value with parameters: `text/plain; charset=utf-8`.
#[derive(Clone, Debug, Default)]
pub(in crate::format) struct Structured {
    pub(in crate::format) value: String,
    parameters: BTreeMap<String, String>,
}

impl Structured {
    fn read(text: &str) -> Self {
        // Without the semicolon, the parameters are still what follows the value.
        let value = text.split([';', ' ', '\t']).next().unwrap_or_default();
        let rest = text.get(value.len()..).unwrap_or_default().trim_start_matches([';', ' ', '\t']);
        let parsed = mailparse::parse_content_disposition(&format!("x; {rest}"));
        Self { value: value.trim().to_ascii_lowercase(), parameters: parsed.params }
    }

    /// A parameter by its name in lower case, whole where it was cut or coded (RFC 2231).
    pub(in crate::format) fn parameter(&self, name: &str) -> Option<String> {
        let value = self.parameters.get(name)?;
        let value = words::decode(value.as_bytes(), None);
        Some(value).filter(|value| !value.is_empty())
    }
}

/// The first line, and what follows it.
pub(in crate::format) fn line(bytes: &[u8]) -> (&[u8], &[u8]) {
    let end = memchr::memchr(b'\n', bytes).map_or(bytes.len(), |at| at + 1);
    bytes.split_at_checked(end).unwrap_or((bytes, &[]))
}

/// The name in lower case, and the value.
pub(in crate::format) fn field(line: &[u8]) -> Option<(String, &[u8])> {
    let colon = memchr::memchr(b':', line)?;
    let (name, value) = line.split_at_checked(colon)?;
    let name = name.trim_ascii_end();
    let is_name = !name.is_empty() && name.iter().all(u8::is_ascii_graphic);
    is_name
        .then(|| String::from_utf8_lossy(name).to_ascii_lowercase())
        .map(|name| (name, value.get(1..).unwrap_or_default().trim_ascii()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_unfolded_and_the_rest_is_the_body() {
        let (fields, rest) = Fields::split(b"Subject: one\r\n two\r\nFrom: a@b.c\r\n\r\nText\r\n");
        assert_eq!(fields.text("subject").as_deref(), Some("one two"));
        assert_eq!(fields.text("from").as_deref(), Some("a@b.c"));
        assert_eq!(rest, b"Text\r\n");
    }

    #[test]
    fn a_line_that_is_no_field_begins_the_body() {
        let (fields, rest) = Fields::split(b"Subject: one\nThis is text.\nMore: text\n");
        assert_eq!(fields.fields.len(), 1);
        assert_eq!(rest, b"This is text.\nMore: text\n");
    }

    #[test]
    fn raw_bytes_are_in_the_contents_encoding() {
        let head = "Content-Type: text/plain; charset=windows-1256\nSubject: ";
        let (arabic, ..) = encoding_rs::WINDOWS_1256.encode("المرفأ القديم");
        let (fields, _) = Fields::split(&[head.as_bytes(), &arabic, b"\n\n"].concat()).to_owned();
        assert_eq!(fields.text("subject").as_deref(), Some("المرفأ القديم"));
    }

    #[test]
    fn parameters_may_be_cut_coded_or_misplaced() {
        let of = |text: &str, name: &str| Structured::read(text).parameter(name);
        let cut = "attachment; filename*0*=utf-8''%D8%AE%D8; filename*1*=%A8%D8%B1.txt";
        assert_eq!(of(cut, "filename").as_deref(), Some("خبر.txt"));
        assert_eq!(of("multipart/mixed\tboundary=\"x y\"", "boundary").as_deref(), Some("x y"));
        let word = "text/plain; name=\"=?utf-8?B?2K7YqNix?=\"";
        assert_eq!(of(word, "name").as_deref(), Some("خبر"));
        assert_eq!(Structured::read("Text/HTML").value, "text/html");
    }
}
