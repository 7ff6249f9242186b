//! Code pages that browsers never knew, and old discs and zip archives are full of: the DOS code pages of
//! Arabic, Hebrew and the West, and the Arabic of the old Macintosh.
//!
//! Each is ASCII and a table of what stands above it. Order and shapes are not changed here.

/// A single-byte encoding whose lower half is ASCII.
#[derive(Debug)]
pub(in crate::format) struct CodePage {
    /// The name shown to users.
    pub name: &'static str,
    labels: &'static [&'static str],
    upper: &'static str,
}

/// Arabic in its shapes, as DOS wrote it on the screen.
pub(in crate::format) static CP864: CodePage = CodePage {
    name: "CP864",
    labels: &["cp864", "ibm864", "ibm-864", "864", "dos-864"],
    upper: "\
             °·∙√▒─│┼┤┬├┴┐┌└┘\
             β∞φ±½¼≈«»ﻷﻸ\u{fffd}\u{fffd}ﻻﻼ\u{fffd}\
             \u{a0}\u{ad}ﺂ£¤ﺄ\u{fffd}\u{fffd}ﺎﺏﺕﺙ،ﺝﺡﺥ\
             ٠١٢٣٤٥٦٧٨٩ﻑ؛ﺱﺵﺹ؟\
             ¢ﺀﺁﺃﺅﻊﺋﺍﺑﺓﺗﺛﺟﺣﺧﺩ\
             ﺫﺭﺯﺳﺷﺻﺿﻁﻅﻋﻏ¦¬÷×ﻉ\
             ـﻓﻗﻛﻟﻣﻧﻫﻭﻯﻳﺽﻌﻎﻍﻡ\
             \u{fe7d}\u{651}ﻥﻩﻬﻰﻲﻐﻕﻵﻶﻝﻙﻱ■\u{fffd}",
};

/// Arabic, as later DOS and the names in zip archives have it.
pub(in crate::format) static CP720: CodePage = CodePage {
    name: "CP720",
    labels: &["cp720", "ibm720", "dos-720", "720", "transparent-asmo"],
    upper: "\
             \u{fffd}\u{fffd}éâ\u{fffd}à\u{fffd}çêëèïî\u{fffd}\u{fffd}\u{fffd}\
             \u{fffd}\u{651}\u{652}ô¤ـûùءآأؤ£إئا\
             بةتثجحخدذرزسشص«»\
             ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
             └┴┬├─┼╞╟╚╔╩╦╠═╬╧\
             ╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
             ضطظعغفµقكلمنهوىي\
             ≡\u{64b}\u{64c}\u{64d}\u{64e}\u{64f}\u{650}≈°∙·√ⁿ²■\u{a0}",
};

/// Arabic and Persian of the Macintosh; its signs for right-to-left text are the ASCII ones.
pub(in crate::format) static MACARABIC: CodePage = CodePage {
    name: "MacArabic",
    labels: &["x-mac-arabic", "macarabic", "mac-arabic", "x-macarabic"],
    upper: "\
             Ä\u{a0}ÇÉÑÖÜáàâäں«çéè\
             êëí…îïñó»ôö÷úùûü\
             \u{20}!\u{22}#$٪&'()*+،-./\
             ٠١٢٣٤٥٦٧٨٩:؛<=>؟\
             ❊ءآأؤإئابةتثجحخد\
             ذرزسشصضطظعغ[\u{5c}]^_\
             ـفقكلمنهوىي\u{64b}\u{64c}\u{64d}\u{64e}\u{64f}\
             \u{650}\u{651}\u{652}پٹچەڤگڈڑ\u{7b}|\u{7d}ژے",
};

/// Hebrew of DOS.
pub(in crate::format) static CP862: CodePage = CodePage {
    name: "CP862",
    labels: &["cp862", "ibm862", "dos-862", "862"],
    upper: "\
             אבגדהוזחטיךכלםמן\
             נסעףפץצקרשת¢£¥₧ƒ\
             áíóúñÑªº¿⌐¬½¼¡«»\
             ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
             └┴┬├─┼╞╟╚╔╩╦╠═╬╧\
             ╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
             αßΓπΣσµτΦΘΩδ∞φε∩\
             ≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}",
};

/// The West of DOS, and what zip archives are in when they say nothing.
pub(in crate::format) static CP437: CodePage = CodePage {
    name: "CP437",
    labels: &["cp437", "ibm437", "437"],
    upper: "\
             ÇüéâäàåçêëèïîìÄÅ\
             ÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
             áíóúñÑªº¿⌐¬½¼¡«»\
             ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
             └┴┬├─┼╞╟╚╔╩╦╠═╬╧\
             ╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
             αßΓπΣσµτΦΘΩδ∞φε∩\
             ≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}",
};

/// All of them.
pub(in crate::format) static CODE_PAGES: [&CodePage; 5] =
    [&CP864, &CP720, &MACARABIC, &CP862, &CP437];

impl CodePage {
    /// The one that a declaration names, if it is one of these.
    pub(in crate::format) fn for_label(label: &str) -> Option<&'static Self> {
        let is_named =
            |page: &&&Self| page.labels.iter().any(|known| label.eq_ignore_ascii_case(known));
        CODE_PAGES.iter().find(is_named).copied()
    }

    /// The characters of the bytes, in their order; U+FFFD for a byte that has none.
    pub(in crate::format) fn decode(&self, bytes: &[u8]) -> String {
        let upper: Vec<char> = self.upper.chars().collect();
        let char_of = |byte: &u8| match byte.checked_sub(0x80) {
            None => char::from(*byte),
            Some(at) => upper.get(usize::from(at)).copied().unwrap_or('\u{fffd}'),
        };
        bytes.iter().map(char_of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_its_upper_half() {
        for page in CODE_PAGES {
            assert_eq!(page.upper.chars().count(), 128, "{}", page.name);
            assert_eq!(CodePage::for_label(&page.name.to_lowercase()).unwrap().name, page.name);
        }
    }

    #[test]
    fn known_bytes_have_their_letters() {
        assert_eq!(CP862.decode(b"\x99\x8c\x85\x8d"), "שלום");
        assert_eq!(CP720.decode(b"\xab\xe9\x9f\xea"), "سلام");
        assert_eq!(MACARABIC.decode(b"\xd3\xe4\xc7\xe5"), "سلام");
        assert_eq!(CP437.decode(b"caf\x82"), "café");
        assert_eq!(CP864.decode(b"\xc7 \xff"), "\u{fe8d} \u{fffd}");
    }
}
