//! Addresses that a reader may be taken to: of the web and of mail. A file's path, or a program's own
//! scheme in a saved page, is nobody's to open.
//!
//! They are read as browsers read them (the WHATWG's URL standard), so that what is handed on can be
//! taken in one way only; and shown so that the host that one would come to stands first and is what it
//! looks like: no name and password before it, no letters of one script among those of another (UTS 39,
//! 5.1), none that are all likenesses of Latin ones (4).

use percent_encoding::percent_decode_str;
use unicode_security::{MixedScript, skeleton};
use url::{Position, Url};

use super::{is_bidi_control, scrub_line};

/// With two slashes after the colon, all but the mail's.
const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// What a letter may be given beside the one it goes to: not a file to go with it.
const LETTER: [&str; 3] = ["subject", "cc", "body"];

/// Longer host names are cut at their start: whose they are is told by their end. In letters.
const LONGEST_HOST: usize = 48;

/// An address that may be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(Url);

impl Address {
    /// Reads an address; `None` when it may not be opened.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (scheme, rest) = text.split_once(':')?;
        let known = SCHEMES.iter().find(|known| scheme.eq_ignore_ascii_case(known))?;
        if *known == "mailto" {
            return letter(text).map(Self);
        }
        if rest.strip_prefix("//")?.starts_with(['/', '\\']) {
            return None;
        }
        let mut url = Url::parse(text).ok()?;
        url.set_username("").ok()?;
        url.set_password(None).ok()?;
        Some(Self(url))
    }

    /// For a program or a terminal: printable ASCII, what else there is percent-encoded; one spelling of
    /// it, beginning with its scheme.
    #[must_use]
    pub fn to_ascii(&self) -> String {
        let mut encoded = String::with_capacity(self.0.as_str().len());
        for byte in self.0.as_str().bytes() {
            if is_plain(byte) {
                encoded.push(byte.into());
            } else {
                encoded.push_str(&format!("%{byte:02X}"));
            }
        }
        encoded
    }

    /// For eyes.
    #[must_use]
    pub fn shown(&self) -> String {
        let port = self.0.port().map_or_else(String::new, |port| format!(":{port}"));
        let Some(host) = self.0.host_str() else { return readable(self.0.as_str()) };
        let host = format!("{}://{}{port}", self.0.scheme(), shown_host(host));
        let place = &self.0[Position::BeforePath..];
        [host, readable(place)].concat()
    }
}

/// An address as it may be shown: where one would come to, else as it is written.
#[must_use]
pub fn shown_address(text: &str) -> String {
    Address::parse(text).map_or_else(|| text.to_owned(), |address| address.shown())
}

/// An address of mail, with what a letter may be given by one that we do not know.
fn letter(text: &str) -> Option<Url> {
    let mut url = Url::parse(text).ok()?;
    if url.path().is_empty() {
        return None;
    }
    let is_harmless = |pair: &&str| {
        let key = pair.split_once('=').map_or(*pair, |(key, _)| key);
        LETTER.iter().any(|known| known.eq_ignore_ascii_case(key))
    };
    let kept: Vec<&str> = url.query().unwrap_or_default().split('&').filter(is_harmless).collect();
    let kept = (!kept.is_empty()).then(|| kept.join("&"));
    url.set_query(kept.as_deref());
    url.set_fragment(None);
    Some(url)
}

/// A host, part by part in its own letters, but for parts that are not what they look like.
fn shown_host(host: &str) -> String {
    let parts: Vec<_> = host.split('.').map(shown_part).collect();
    let host = parts.join(".");
    let excess = host.chars().count().saturating_sub(LONGEST_HOST);
    if excess == 0 {
        return host;
    }
    ['…'].into_iter().chain(host.chars().skip(excess)).collect()
}

fn shown_part(part: &str) -> String {
    let (letters, result) = idna::domain_to_unicode(part);
    let is_latin_likeness = || !letters.is_ascii() && skeleton(&letters).all(|c| c.is_ascii());
    let is_honest = result.is_ok()
        && letters.as_str().is_single_script()
        && is_visible(&letters)
        && !is_latin_likeness();
    if is_honest { letters } else { part.to_owned() }
}

/// What is percent-encoded, in letters where all of them are seen.
fn readable(place: &str) -> String {
    match percent_decode_str(place).decode_utf8() {
        Ok(letters) if is_visible(&letters) => letters.into_owned(),
        _ => place.to_owned(),
    }
}

fn is_visible(text: &str) -> bool {
    let hides = |c: char| is_bidi_control(c) || c.is_whitespace() || is_joiner(c);
    scrub_line(text) == text && !text.contains(hides)
}

/// Shows nothing, and makes another name.
const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{180e}')
}

/// Whether a byte stands for itself (RFC 3986, 2.2 to 2.4).
const fn is_plain(byte: u8) -> bool {
    byte.is_ascii_graphic()
        && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ascii(text: &str) -> Option<String> {
        Address::parse(text).map(|address| address.to_ascii())
    }

    #[test]
    fn the_web_and_mail_can_be_opened() {
        for address in [
            "https://example.org/a?b=c&d#e",
            "http://example.org/",
            "mailto:someone@example.org",
            "mailto:a@b?subject=x%20y",
        ] {
            assert_eq!(ascii(address).as_deref(), Some(address));
        }
        assert_eq!(ascii(" HTTP://A/../b ").as_deref(), Some("http://a/b"));
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
            "http://",
            "http:///a",
            "http:/\\a",
            "https:relative",
            "mailto:",
            "mailto:?attach=/etc/passwd",
            "-h",
            "vscode://x",
            "ftp://example.org/x",
            "http://a b/",
            "http://[::1",
        ] {
            assert_eq!(ascii(address), None, "{address}");
        }
    }

    #[test]
    fn what_comes_out_is_printable_ascii_and_the_host_is_the_real_one() {
        for (address, normal) in [
            (
                "https://ar.wikipedia.org/wiki/سلام",
                "https://ar.wikipedia.org/wiki/%D8%B3%D9%84%D8%A7%D9%85",
            ),
            ("https://good.example@evil.example/", "https://evil.example/"),
            ("https://good.example:443\\@evil.example", "https://good.example/@evil.example"),
            ("https://مثال.إختبار/", "https://xn--mgbh0fb.xn--kgbechtv/"),
            ("http://0x7f.1/", "http://127.0.0.1/"),
            ("mailto:a@b?subject=x&attach=/etc/passwd", "mailto:a@b?subject=x"),
        ] {
            assert_eq!(ascii(address).as_deref(), Some(normal), "{address}");
        }
        let nasty = ascii("http://a/\u{1b}]8;;\u{7}\u{9c}\u{202e}\"`|\\^{}").unwrap();
        assert!(nasty.bytes().all(is_plain), "{nasty}");
    }

    #[test]
    fn names_are_shown_in_their_letters_unless_they_are_likenesses() {
        for (address, shown) in [
            ("https://user:word@Example.org:8080/a", "https://example.org:8080/a"),
            ("https://مثال.إختبار/سلام", "https://مثال.إختبار/سلام"),
            ("https://bücher.example/", "https://bücher.example/"),
            ("https://pаypal.example/", "https://xn--pypal-4ve.example/"),
            ("https://аррӏе.com/", "https://xn--80ak6aa92e.com/"),
            ("https://a/%E2%80%AEb", "https://a/%E2%80%AEb"),
            ("javascript:alert(1)", "javascript:alert(1)"),
        ] {
            assert_eq!(shown_address(address), shown);
        }
        let long = format!("https://good.example.{}.evil.example/", "a".repeat(60));
        assert!(shown_address(&long).ends_with("aaa.evil.example/"), "{}", shown_address(&long));
    }
}
