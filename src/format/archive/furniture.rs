//! What lies in archives and folders beside the articles and is none: what systems leave there, and
//! what pages are made of. It is passed over without a word, since nobody saved it for itself.

use std::collections::HashSet;

/// What browsers in their users' languages append to a page's name for the folder of its pictures and
/// scripts; Windows keeps page and folder together by the same endings.
const PAGE_FOLDERS: &str = "_files .files -Dateien _Dateien _fichiers _archivos _arquivos _ficheiros \
    _file _fitxers _fitxategiak _bestanden -filer _filer _tiedostot _failid _fails _bylos _pliki \
    _soubory _elemei _datoteke _fajlovi _dosyalar";

/// What pages are made of, by the endings of its names.
const PARTS: &str = "png jpg jpeg jfif gif webp svg svgz avif heic ico cur bmp tif tiff \
    css js mjs map woff woff2 ttf otf eot";

/// What systems leave behind.
const LEFT: &[&str] = &["thumbs.db", "desktop.ini"];

/// The names that the page of a folder may have without their ending, if the folder is called like
/// one of a saved page.
pub fn page_of_folder(folder: &str) -> impl Iterator<Item = &str> {
    PAGE_FOLDERS.split_whitespace().filter_map(|end| folder.strip_suffix(end))
}

/// Whether a member is no article by its name alone.
pub(super) fn is_furniture(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let is_hidden = |part: &str| part.starts_with('.') && part != "." && part != "..";
    let mut parts = lower.split('/');
    let file = lower.rsplit('/').next().unwrap_or_default();
    let end = file.rsplit_once('.').map(|(_, end)| end);
    parts.any(|part| is_hidden(part) || part == "__macosx")
        || LEFT.contains(&file)
        || end.is_some_and(|end| PARTS.split_whitespace().any(|part| part == end))
}

/// The pages of an archive: their paths without their endings.
#[derive(Debug, Default)]
pub(super) struct Pages(HashSet<String>);

impl Pages {
    /// Takes note of a member.
    pub(super) fn note(&mut self, name: &str) {
        let page = name.rsplit_once('.');
        let is_page = |end: &str| {
            ["html", "htm", "xhtml"].iter().any(|known| end.eq_ignore_ascii_case(known))
        };
        if let Some((stem, _)) = page.filter(|(_, end)| is_page(end)) {
            self.0.insert(stem.to_owned());
        }
    }

    /// Whether a member lies in the folder of a page's pictures and scripts.
    pub(super) fn carry(&self, name: &str) -> bool {
        name.match_indices('/')
            .filter_map(|(at, _)| name.get(..at))
            .any(|folder| page_of_folder(folder).any(|page| self.0.contains(page)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_pages_and_leavings_are_furniture() {
        for name in
            ["a/b.PNG", "__MACOSX/a.html", "a/.DS_Store", ".git/x.md", "x/Thumbs.db", "s.css"]
        {
            assert!(is_furniture(name), "{name}");
        }
        for name in ["a.html", "./a.md", "../a.txt", "png", "a/b.json", "خبر.txt"] {
            assert!(!is_furniture(name), "{name}");
        }
    }

    #[test]
    fn only_the_folder_of_a_page_is_carried() {
        let mut pages = Pages::default();
        pages.note("x/a.html");
        pages.note("صفحة.htm");
        assert!(pages.carry("x/a_files/frame.html") && pages.carry("صفحة-Dateien/f.html"));
        assert!(!pages.carry("a_files/frame.html") && !pages.carry("x/b_files/c.html"));
    }
}
