//! What a file says about its own encoding: `charset=` as in HTML and mail, `encoding=` as in XML.

use encoding_rs::UTF_8;
use encoding_rs::UTF_16BE;
use encoding_rs::UTF_16LE;
use encoding_rs::X_USER_DEFINED;

use super::charset::Charset;

/// Twice what HTML asks for: mail headers and leading scripts are long.
const HEAD: usize = 2048;

/// The first declaration that is not known to be untrue. The caller has ruled out UTF-8, and a
/// declaration that can be read byte by byte is not in UTF-16.
pub(super) fn encoding(bytes: &[u8]) -> Option<Charset> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let xml = head.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split("?>").next());
    let in_xml = xml.into_iter().flat_map(|xml| labels(xml, "encoding"));
    let encodings = in_xml.chain(labels(&head, "charset"));
    let untrue = [UTF_8, UTF_16LE, UTF_16BE, X_USER_DEFINED];
    encodings
        .filter_map(Charset::for_label)
        .find(|charset| !untrue.iter().any(|untrue| untrue.name() == charset.name()))
}

/// The values of `key = value`, with or without quotation marks.
fn labels<'a>(text: &'a str, key: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(key).skip(1).filter_map(|rest| {
        let value = rest.trim_start().strip_prefix('=')?.trim_start();
        let value = value.trim_start_matches(['"', '\'']);
        value.split(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c)).next()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Option<&'static str> {
        encoding(text.as_bytes()).map(Charset::name)
    }

    #[test]
    fn the_usual_spellings_are_read() {
        assert_eq!(name("<meta charset=windows-1256>"), Some("windows-1256"));
        assert_eq!(name("<META CHARSET = 'ISO-8859-6'>"), Some("ISO-8859-6"));
        let equiv = r#"<meta content="text/html; charset=cp1255" http-equiv="Content-Type">"#;
        assert_eq!(name(equiv), Some("windows-1255"));
        assert_eq!(name(r#"<?xml version="1.0" encoding="windows-1256"?>"#), Some("windows-1256"));
    }

    #[test]
    fn the_word_alone_declares_nothing() {
        assert_eq!(name("The charset of this page; encoding=windows-1256"), None);
        assert_eq!(name("charset="), None);
    }

    #[test]
    fn an_untrue_declaration_makes_room_for_the_next() {
        assert_eq!(name("charset=utf-8 charset=windows-1256"), Some("windows-1256"));
    }
}
