//! Base64 (RFC 4648), in which Atom 0.3 and 1.0 may hold a text. Forgiving: what is no sign of the
//! alphabet is passed over.

/// The text that is written in `text`, when it is one.
pub(super) fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for digit in text.bytes().filter_map(digit) {
        bits = bits << 6 | u32::from(digit);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff).try_into().ok()?);
        }
    }
    String::from_utf8(bytes).ok().filter(|text| !text.trim().is_empty() && !text.contains('\0'))
}

const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_decoded_and_other_bytes_are_none() {
        assert_eq!(decode("2YbYtSA8Yj54\n PC9iPg==").as_deref(), Some("نص <b>x</b>"));
        assert_eq!(decode("/////w=="), None);
        assert_eq!(decode(""), None);
    }
}
