//! Transfer encodings (RFC 2045, 6): base64 and quoted-printable, as broken as they come.

use std::borrow::Cow;

/// The bytes that were sent. An unknown encoding is taken for none.
pub(in crate::format) fn decode<'a>(encoding: &str, bytes: &'a [u8]) -> Cow<'a, [u8]> {
    match encoding.trim().to_ascii_lowercase().as_str() {
        "base64" => base64(bytes).into(),
        "quoted-printable" => quoted_printable(bytes).into(),
        _ => bytes.into(),
    }
}

/// Letters outside the alphabet count for nothing (RFC 2045, 6.8); what is padded ends there, and a
/// new run may begin on the next line.
pub(in crate::format) fn base64(bytes: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    let mut is_over = false;
    for byte in bytes {
        is_over = (is_over || *byte == b'=') && *byte != b'\n';
        if is_over {
            (bits, count) = (0, 0);
        }
        let Some(value) = sextet(*byte).filter(|_| !is_over) else { continue };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            decoded.push((bits >> count).to_le_bytes()[0]);
        }
    }
    decoded
}

const fn sextet(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}

/// What is no escape stays as it is.
pub(in crate::format) fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = memchr::memchr(b'=', rest) {
        let (before, after) = rest.split_at_checked(at).unwrap_or_default();
        decoded.extend_from_slice(before);
        let after = after.get(1..).unwrap_or_default();
        rest = if let Some(byte) = hexadecimal(after) {
            decoded.push(byte);
            after.get(2..).unwrap_or_default()
        } else if let Some(rest) = soft_break(after) {
            rest
        } else {
            decoded.push(b'=');
            after
        };
    }
    decoded.extend_from_slice(rest);
    decoded
}

fn hexadecimal(bytes: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(bytes.get(..2)?).ok()?;
    let are_digits = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    are_digits.then(|| u8::from_str_radix(digits, 16).ok())?
}

/// What follows the line that ends here; blanks may have been hung on it.
fn soft_break(bytes: &[u8]) -> Option<&[u8]> {
    let rest = bytes.trim_ascii_start();
    let blanks = bytes.len() - rest.len();
    let at = bytes.get(..blanks)?.iter().position(|byte| *byte == b'\n');
    at.map_or_else(|| bytes.is_empty().then_some(bytes), |at| bytes.get(at + 1..))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_read_through_its_damage() {
        for text in [
            "aGVsbG8gd29ybGQ=",
            "aGVs\r\nbG8g d29ybGQ",
            "aGVsbG8g*d29ybGQ=",
            "aGVsbG8= ignored\nIHdvcmxk",
        ] {
            assert_eq!(String::from_utf8_lossy(&base64(text.as_bytes())), "hello world", "{text}");
        }
        assert_eq!(base64(b"!!"), b"");
    }

    #[test]
    fn quoted_printable_is_read_through_its_damage() {
        for (text, expected) in [
            ("a=3Db", "a=b"),
            ("one=\r\n two", "one two"),
            ("one=  \ntwo", "onetwo"),
            ("1=1 =zz =D", "1=1 =zz =D"),
            ("=d8=ae", "خ"),
            ("cut=", "cut"),
        ] {
            let decoded = quoted_printable(text.as_bytes());
            assert_eq!(String::from_utf8_lossy(&decoded), expected, "{text}");
        }
    }
}
