//! UTF-32, which browsers do not know: told by its byte order mark, or by every character having a
//! zero byte at the same end.

/// The name that is shown.
const LE: &str = "UTF-32LE";
const BE: &str = "UTF-32BE";

/// The text, and which of the two orders it was in; `None` for what is not UTF-32.
pub(super) fn decode(bytes: &[u8]) -> Option<(String, &'static str)> {
    let (units, rest) = bytes.as_chunks::<4>();
    let first = units.first().filter(|_| rest.is_empty())?;
    let is_little = match first {
        [0xff, 0xfe, 0, 0] => true,
        [0, 0, 0xfe, 0xff] => false,
        [_, _, _, 0] => true,
        [0, _, _, _] => false,
        _ => return None,
    };
    let to_unit = if is_little { u32::from_le_bytes } else { u32::from_be_bytes };
    let text: String =
        units.iter().map(|unit| char::from_u32(to_unit(*unit))).collect::<Option<_>>()?;
    let is_odd = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    let text = text.trim_start_matches('\u{feff}');
    (!text.contains(is_odd)).then(|| (text.to_owned(), if is_little { LE } else { BE }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encode(text: &str, to_bytes: fn(u32) -> [u8; 4]) -> Vec<u8> {
        text.chars().map(u32::from).flat_map(to_bytes).collect()
    }

    #[test]
    fn both_orders_are_read_with_and_without_a_mark() {
        for mark in ["", "\u{feff}"] {
            let text = format!("{mark}<p>الميناء 𐤀 הנמל</p>\n");
            let read = |bytes: Vec<u8>| decode(&bytes);
            let plain = text.trim_start_matches('\u{feff}').to_owned();
            assert_eq!(read(encode(&text, u32::to_le_bytes)), Some((plain.clone(), LE)));
            assert_eq!(read(encode(&text, u32::to_be_bytes)), Some((plain, BE)));
        }
    }

    #[test]
    fn other_bytes_are_not() {
        for bytes in [b"text" as &[u8], b"a\0b\0", b"", b"\0\0\x01\0\x01\0\0\0", b"\xff\xfe\0\0a"] {
            assert_eq!(decode(bytes), None, "{bytes:?}");
        }
    }
}
