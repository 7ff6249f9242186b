//! The addresses that a reader may be taken to: the web, mail, FTP and Gemini. A file's path or a
//! program's own scheme in a saved page is nobody's to open.

/// With two slashes after the colon, all but the mail's.
const SCHEMES: [&str; 5] = ["http", "https", "ftp", "gemini", "mailto"];

/// The address as it can be handed to a program or a terminal: printable ASCII, what else there is
/// percent-encoded, as browsers do. `None` when it may not be opened.
#[must_use]
pub(super) fn openable(address: &str) -> Option<String> {
    let address = address.trim();
    let (scheme, rest) = address.split_once(':')?;
    let known = SCHEMES.iter().find(|known| scheme.eq_ignore_ascii_case(known))?;
    let place = if *known == "mailto" { rest } else { rest.strip_prefix("//")? };
    if place.trim_start_matches('/').is_empty() {
        return None;
    }
    let mut encoded = String::with_capacity(address.len());
    for byte in address.bytes() {
        if is_plain(byte) {
            encoded.push(byte.into());
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    Some(encoded)
}

/// Whether a byte stands for itself (RFC 3986, 2.2 to 2.4).
const fn is_plain(byte: u8) -> bool {
    byte.is_ascii_graphic()
        && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_web_and_mail_can_be_opened() {
        for address in [
            "https://example.org/a?b=c&d#e",
            "HTTP://example.org",
            "mailto:someone@example.org",
            "gemini://example.org/",
            "ftp://example.org/x",
        ] {
            assert_eq!(openable(address).as_deref(), Some(address));
        }
        assert_eq!(openable(" http://a ").as_deref(), Some("http://a"));
    }

    #[test]
    fn nothing_else_can() {
        for address in [
            "",
            "note.md",
            "#part",
            "/etc/passwd",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:text/html,x",
            "http:",
            "http:///",
            "https:relative",
            "mailto:",
            "-h",
            "vscode://x",
        ] {
            assert_eq!(openable(address), None, "{address}");
        }
    }

    #[test]
    fn what_comes_out_is_printable_ascii() {
        assert_eq!(
            openable("https://ar.wikipedia.org/wiki/سلام x").as_deref(),
            Some("https://ar.wikipedia.org/wiki/%D8%B3%D9%84%D8%A7%D9%85%20x")
        );
        let nasty = openable("http://a/\u{1b}]8;;\u{7}\u{9c}\u{202e}\"`|\\").unwrap();
        assert!(nasty.bytes().all(is_plain), "{nasty}");
    }
}
