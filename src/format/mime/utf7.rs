//! UTF-7 (RFC 2152), which mail programs wrote around the year 2000 and browsers refuse to read.

use super::transfer;

/// The text: what stands between `+` and `-` is UTF-16 in base64, `+-` is a plus.
pub(super) fn decode(bytes: &[u8]) -> String {
    let mut text = String::new();
    let mut rest = String::from_utf8_lossy(bytes).into_owned();
    while let Some((before, coded)) = rest.split_once('+') {
        text.push_str(before);
        let end = coded.find(|c: char| !c.is_ascii_alphanumeric() && c != '+' && c != '/');
        let (letters, after) =
            coded.split_at_checked(end.unwrap_or(coded.len())).unwrap_or_default();
        let ended = after.strip_prefix('-').unwrap_or(after);
        if letters.is_empty() {
            text.push('+');
        }
        let bytes = transfer::base64(letters.as_bytes());
        let (pairs, _) = bytes.as_chunks::<2>();
        text.extend(
            char::decode_utf16(pairs.iter().copied().map(u16::from_be_bytes))
                .map(|c| c.unwrap_or('\u{fffd}')),
        );
        rest = ended.to_owned();
    }
    text + &rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_found_between_the_signs() {
        assert_eq!(decode(b"Fr+APY-sche, 1 +- 1, +Bi4GKAYx"), "Frösche, 1 + 1, خبر");
        assert_eq!(decode(b"plain"), "plain");
    }
}
