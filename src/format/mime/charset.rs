//! The text of a part: what the header declares is a hint, and the bytes are asked as they are for
//! files, since mail is relabelled on its way as often as pages are.

use encoding_rs::Encoding;

use super::utf7;
use crate::format::encoding;

/// The text in an encoding that a person asked for, whatever is declared.
pub(in crate::format) fn decode_as(bytes: &[u8], wished: &str) -> Option<(String, &'static str)> {
    let encoding = Encoding::for_label(wished.as_bytes())?;
    let (text, encoding, _) = encoding.decode(bytes);
    Some((text.into_owned(), encoding.name()))
}

/// The text, and the name of its encoding; `None` when the bytes are no text.
pub(in crate::format) fn decode(
    bytes: &[u8],
    declared: Option<&str>,
) -> Option<(String, &'static str)> {
    let is_utf7 = |label: &str| label.trim().to_ascii_lowercase().ends_with("utf-7");
    if bytes.is_ascii() && declared.is_some_and(is_utf7) {
        return Some((utf7::decode(bytes), "UTF-7"));
    }
    let declared = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    // UTF-16 and ISO-2022-JP: nothing in the bytes says so as surely as the label.
    if let Some(encoding) = declared.filter(|encoding| !encoding.is_ascii_compatible()) {
        let (text, _, is_damaged) = encoding.decode(bytes);
        if !is_damaged {
            return Some((text.into_owned(), encoding.name()));
        }
    }
    let Some(label) = declared.filter(|_| !bytes.is_ascii()) else {
        return encoding::decode(bytes).ok();
    };
    // The declaration is put where the decoder of files looks for one.
    let hint = format!("charset={}\n", label.name());
    let (text, encoding) = encoding::decode(&[hint.as_bytes(), bytes].concat()).ok()?;
    Some((text.strip_prefix(&hint).unwrap_or(&text).to_owned(), encoding))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "أعيد فتح المرفأ القديم صباح السبت بعد أحد عشر يوما من العواصف.";

    #[test]
    fn the_declaration_is_believed_where_it_can_be_true() {
        let (bytes, ..) = encoding_rs::WINDOWS_1256.encode(TEXT);
        for declared in [Some("windows-1256"), Some("cp1256"), None, Some("utf-8"), Some("x-none")]
        {
            let (text, encoding) = decode(&bytes, declared).unwrap();
            assert_eq!((text.as_str(), encoding), (TEXT, "windows-1256"), "{declared:?}");
        }
        let utf8 = decode(TEXT.as_bytes(), Some("windows-1256")).unwrap();
        assert_eq!(utf8, (TEXT.to_owned(), "UTF-8"));
    }

    #[test]
    fn encodings_that_look_like_ascii_go_by_their_label() {
        let (bytes, ..) = encoding_rs::ISO_2022_JP.encode("港が開いた");
        assert_eq!(decode(&bytes, Some("iso-2022-jp")).unwrap().0, "港が開いた");
        let utf16: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&utf16, Some("utf-16be")).unwrap().0, TEXT);
    }
}
