//! What is not text: the files that people keep beside their articles, told by their first bytes.
//!
//! Only the name for the message is found here; nothing is opened or unpacked.

/// A signature: where it stands, the bytes, what has it.
type Signature = (usize, &'static [u8], &'static str);

const SIGNATURES: &[Signature] = &[
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (8, b"WEBP", "a WebP image"),
    (0, b"II*\0", "a TIFF image"),
    (0, b"MM\0*", "a TIFF image"),
    (0, b"\0\0\x01\0", "an icon"),
    (0, b"8BPS", "a Photoshop picture"),
    (0, b"\xff\x0a", "a JPEG XL image"),
    (0, b"\0\0\0\x0cJXL ", "a JPEG XL image"),
    (4, b"ftypavif", "an AVIF image"),
    (4, b"ftyphei", "an HEIC image"),
    (4, b"ftyp", "an MP4 file"),
    (0, b"\x1a\x45\xdf\xa3", "a Matroska or WebM video"),
    (0, b"OggS", "an Ogg file"),
    (0, b"fLaC", "a FLAC recording"),
    (0, b"ID3", "an MP3 recording"),
    (8, b"WAVE", "a WAV recording"),
    (8, b"AVI ", "an AVI video"),
    (8, b"AIFF", "an AIFF recording"),
    (0, b"\xff\xfb", "an MP3 recording"),
    (0, b"\xff\xf3", "an MP3 recording"),
    (0, b"#!AMR", "an AMR recording"),
    (0, b"FLV\x01", "a Flash video"),
    (0, b"\0\0\x01\xba", "an MPEG video"),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "a Windows Media file"),
    (0, b"%PDF-", "a PDF document; `pdftotext -layout` makes text of it"),
    (0, b"%!PS", "a PostScript document"),
    (0, b"{\\rtf", "a rich text (RTF) document; save it as text or HTML"),
    (
        0,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Microsoft Office document; save it as text or HTML",
    ),
    (60, b"BOOKMOBI", "a Kindle book; Calibre makes an EPUB of it"),
    (0, b"AT&TFORM", "a DjVu document"),
    (0, b"PK\x03\x04", "a zip archive"),
    (0, b"PK\x05\x06", "a zip archive"),
    (0, b"\x1f\x8b", "gzip data"),
    (4, b"1AY&SY", "bzip2 data; `bunzip2` unpacks it"),
    (0, b"\xfd7zXZ\0", "xz data; `unxz` unpacks it"),
    (0, b"\x5d\0\0", "lzma data; `unlzma` unpacks it"),
    (0, b"\x28\xb5\x2f\xfd", "Zstandard data; `unzstd` unpacks it"),
    (0, b"\x04\x22\x4d\x18", "LZ4 data; `unlz4` unpacks it"),
    (0, b"\x1f\x9d", "compress data; `gunzip` unpacks it"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive; `7z x` unpacks it"),
    (0, b"Rar!\x1a\x07", "a RAR archive; `unrar x` unpacks it"),
    (0, b"MSCF\0\0", "a cabinet archive"),
    (0, b"ITSF\x03\0", "a compiled HTML help file (CHM); `extract_chmLib` unpacks it"),
    (32_769, b"CD001", "an image of a disc"),
    (257, b"ustar", "a tar archive"),
    (0, b"!<arch>\n", "an ar archive"),
    (0, b"SQLite format 3\0", "an SQLite database"),
    (0, b"\x7fELF", "an ELF program"),
    (0, b"\xca\xfe\xba\xbe", "a program"),
    (0, b"MZ\x90\0", "a Windows program"),
    (0, b"MZP\0", "a Windows program"),
    (0, b"dex\n03", "an Android program"),
    (0, b"d8:announce", "a torrent"),
    (0, b"d13:announce-list", "a torrent"),
    (0, b"!BDN", "an Outlook mailbox (PST); `readpst` makes mails of it"),
    (4, b"Standard Jet DB", "an Access database"),
    (4, b"Standard ACE DB", "an Access database"),
    (0, b"mozLz40\0", "what Firefox keeps compressed (mozLz4)"),
    (0, b"\0\x05\x16\x07", "what macOS keeps beside a file (AppleDouble)"),
    (0, b"\0\0\0\x01Bud1", "what the Finder keeps of a folder (.DS_Store)"),
    (0, b"\xcf\xfa\xed\xfe", "a Mach-O program"),
    (0, b"\0asm", "a WebAssembly program"),
    (0, b"bplist00", "a binary property list"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
    (0, b"OTTO", "a font"),
    (0, b"\0\x01\0\0", "a font"),
];

/// As far as a signature stands in: a disc's.
const HEAD: usize = 33_000;

/// So many bytes are looked at together: most files have none that is odd.
const CHUNK: usize = 4096;

/// What the bytes are, when their beginning shows that they are not text.
pub(super) fn kind(bytes: &[u8]) -> Option<&'static str> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let fits =
        |(at, bytes, _): &&Signature| head.get(*at..).is_some_and(|rest| rest.starts_with(bytes));
    SIGNATURES.iter().find(fits).map(|(.., kind)| *kind)
}

/// Whether so much of a decoded text is control characters that it was none: more than one in fifty.
/// A few stray ones do no harm; a recovered file may end in zeros.
pub(super) fn is_control_soup(text: &str) -> bool {
    let (whole, text) = (text, text.trim_end_matches('\0'));
    if text.is_empty() {
        return !whole.is_empty();
    }
    // In UTF-8 these bytes are these characters and nothing else.
    let is_odd = |byte: u8| byte < 0x20 && !matches!(byte, 9..=13 | 0x1b);
    let has_odd = |bytes: &[u8]| bytes.iter().fold(false, |odd, byte| odd | is_odd(*byte));
    if !text.as_bytes().chunks(CHUNK).any(has_odd) {
        return false;
    }
    let odd = text.bytes().filter(|byte| is_odd(*byte)).count();
    odd * 50 > text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_have_no_signature() {
        for text in ["GIF is a format.", "PK wrote this.", "", "%PD", "(رويترز) –", "FORM 12", "MZ"]
        {
            assert_eq!(kind(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn every_signature_is_found_by_its_own_bytes() {
        for (at, signature, _) in SIGNATURES {
            let mut bytes = vec![b'.'; *at];
            bytes.extend_from_slice(signature);
            assert!(kind(&bytes).is_some(), "{signature:?}");
        }
    }

    #[test]
    fn one_stray_control_in_a_page_is_forgiven() {
        let page = "words and words ".repeat(20);
        assert!(!is_control_soup(&format!("{page}\u{1}")));
        assert!(!is_control_soup(&format!("{page}\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")));
        assert!(is_control_soup("\u{1}\u{2}a"));
    }
}
