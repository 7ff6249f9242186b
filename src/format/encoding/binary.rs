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
    (4, b"ftypavif", "an AVIF image"),
    (4, b"ftyphei", "an HEIC image"),
    (4, b"ftyp", "an MP4 file"),
    (0, b"\x1a\x45\xdf\xa3", "a Matroska or WebM video"),
    (0, b"OggS", "an Ogg file"),
    (0, b"fLaC", "a FLAC recording"),
    (0, b"ID3", "an MP3 recording"),
    (8, b"WAVE", "a WAV recording"),
    (0, b"%PDF-", "a PDF document"),
    (0, b"%!PS", "a PostScript document"),
    (0, b"{\\rtf", "a rich text (RTF) document"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (60, b"BOOKMOBI", "a Mobipocket book"),
    (0, b"AT&TFORM", "a DjVu document"),
    (0, b"\x1f\x8b", "gzip data"),
    (0, b"BZh91AY&SY", "bzip2 data"),
    (0, b"\xfd7zXZ\0", "xz data"),
    (0, b"\x28\xb5\x2f\xfd", "Zstandard data"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"!<arch>\n", "an ar archive"),
    (0, b"SQLite format 3\0", "an SQLite database"),
    (0, b"\x7fELF", "an ELF program"),
    (0, b"\xca\xfe\xba\xbe", "a program"),
    (0, b"\xcf\xfa\xed\xfe", "a Mach-O program"),
    (0, b"\0asm", "a WebAssembly program"),
    (0, b"bplist00", "a binary property list"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
    (0, b"OTTO", "a font"),
    (0, b"\0\x01\0\0", "a font"),
    (0, b"\xff\xfe\0\0", "text in UTF-32, which has to be saved as UTF-8 first"),
    (0, b"\0\0\xfe\xff", "text in UTF-32, which has to be saved as UTF-8 first"),
];

/// What zip archives hold, by the name of a file that only those have near their start.
const ARCHIVES: &[(&[u8], &str)] = &[
    (b"mimetypeapplication/epub+zip", "an EPUB book"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
];

const HEAD: usize = 4096;

/// What the bytes are, when their beginning shows that they are not text.
pub(super) fn kind(bytes: &[u8]) -> Option<&'static str> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(archive(head));
    }
    let fits =
        |(at, bytes, _): &&Signature| head.get(*at..).is_some_and(|rest| rest.starts_with(bytes));
    SIGNATURES.iter().find(fits).map(|(.., kind)| *kind)
}

/// Whether so much of a decoded text is control characters that it was none: more than one in fifty.
/// A few stray ones do no harm; a recovered file may end in zeros.
pub(super) fn is_control_soup(text: &str) -> bool {
    let text = text.trim_end_matches('\0');
    let is_odd = |c: &char| matches!(c, '\0'..='\u{8}' | '\u{e}'..='\u{1a}' | '\u{1c}'..='\u{1f}');
    let odd = text.chars().filter(is_odd).count();
    odd * 50 > text.chars().count()
}

fn archive(head: &[u8]) -> &'static str {
    let holds = |(name, _): &&(&[u8], &str)| memchr::memmem::find(head, name).is_some();
    ARCHIVES.iter().find(holds).map_or("a ZIP archive", |(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn archives_are_told_by_what_they_hold() {
        let epub = b"PK\x03\x04\x0a\0\0\0\0\0mimetypeapplication/epub+zipPK";
        assert_eq!(kind(epub), Some("an EPUB book"));
        assert_eq!(kind(b"PK\x03\x04....word/document.xml"), Some("a Word document"));
        assert_eq!(kind(b"PK\x03\x04....notes.txt"), Some("a ZIP archive"));
    }

    #[test]
    fn texts_have_no_signature() {
        for text in ["GIF is a format.", "PK wrote this.", "", "%PD", "(رويترز) –"] {
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
