//! One name for all encodings that are known here: the Web's, and the code pages that it left out.

use encoding_rs::Encoding;
use encoding_rs::ISO_8859_8;
use encoding_rs::REPLACEMENT;

use super::code_page::CP862;
use super::code_page::CP864;
use super::code_page::CodePage;
use super::shapes;
use super::visual;

/// What a reader may choose from, the likely ones first, by the names that are shown.
pub(super) const NAMES: &[&str] = &[
    "UTF-8",
    "windows-1256",
    "ISO-8859-6",
    "windows-1255",
    "ISO-8859-8-I",
    "ISO-8859-8",
    "UTF-16LE",
    "UTF-16BE",
    "windows-1252",
    "windows-1254",
    "CP720",
    "CP864",
    "CP862",
    "MacArabic",
    "windows-1251",
    "KOI8-R",
    "windows-1250",
    "windows-1253",
    "ISO-8859-15",
    "CP437",
    "gb18030",
    "Big5",
    "Shift_JIS",
    "EUC-JP",
    "EUC-KR",
];

/// An encoding.
#[derive(Clone, Copy, Debug)]
pub(in crate::format) enum Charset {
    /// One that browsers know.
    Web(&'static Encoding),
    /// One that they do not.
    Page(&'static CodePage),
}

impl Charset {
    /// What a label names.
    pub(in crate::format) fn for_label(label: &str) -> Option<Self> {
        let label = label.trim();
        let web = Encoding::for_label(label.as_bytes()).filter(|found| *found != REPLACEMENT);
        web.map(Self::Web).or_else(|| CodePage::for_label(label).map(Self::Page))
    }

    /// The name that is shown.
    pub(in crate::format) fn name(self) -> &'static str {
        match self {
            Self::Web(encoding) => encoding.name(),
            Self::Page(page) => page.name,
        }
    }

    /// The text in logical order and base letters, and whether some bytes had no character.
    pub(in crate::format) fn decode(self, bytes: &[u8]) -> (String, bool) {
        let (text, damaged) = self.characters(bytes);
        (self.to_logical(text), damaged)
    }

    fn characters(self, bytes: &[u8]) -> (String, bool) {
        match self {
            Self::Web(encoding) => {
                let (text, damaged) = encoding.decode_without_bom_handling(bytes);
                (text.into_owned(), damaged)
            }
            Self::Page(page) => {
                let text = page.decode(bytes);
                let damaged = text.contains('\u{fffd}');
                (text, damaged)
            }
        }
    }

    /// The encodings of screens that could not reorder hold lines as they are seen; but text under
    /// their names is as often in logical order, so the words themselves have to show it.
    fn to_logical(self, text: String) -> String {
        let is_hebrew = match self {
            Self::Web(encoding) => encoding == ISO_8859_8,
            Self::Page(page) => page.name == CP862.name,
        };
        if is_hebrew && visual::is_visual_hebrew(&text) {
            return visual::to_logical(&text);
        }
        if matches!(self, Self::Page(page) if page.name == CP864.name) {
            let visual = shapes::is_visual_arabic(&text);
            let logical = if visual { visual::to_logical(&text) } else { text };
            return shapes::to_letters(&logical);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_that_is_offered_names_itself() {
        for name in NAMES {
            assert_eq!(Charset::for_label(name).map(Charset::name), Some(*name));
        }
    }

    #[test]
    fn labels_are_known_in_any_spelling() {
        let name = |label| Charset::for_label(label).map(Charset::name);
        assert_eq!(name(" CP1256 "), Some("windows-1256"));
        assert_eq!(name("logical"), Some("ISO-8859-8-I"));
        assert_eq!(name("visual"), Some("ISO-8859-8"));
        assert_eq!(name("IBM864"), Some("CP864"));
        assert_eq!(name("dos-720"), Some("CP720"));
        assert_eq!(name("iso-2022-kr"), None);
        assert_eq!(name("no such"), None);
    }
}
