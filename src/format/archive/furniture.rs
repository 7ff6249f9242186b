//! What lies beside articles, in folders and in archives alike, and is none: what systems leave there,
//! what pages are made of, pictures and films, what programs note for themselves. It is passed over
//! without a word, so that a problem is always something that could have been an article.
//!
//! Names alone decide, and which other names there are: nothing is opened here. A file that the user
//! names is taken whatever it is.

mod programs;

use std::collections::HashSet;
use std::path::Path;
use std::sync::LazyLock;

/// What browsers in their users' languages append to a page's name for the folder of its pictures and
/// scripts; Windows keeps page and folder together by the same endings.
const PAGE_FOLDERS: &str = "_files .files -Dateien _Dateien _fichiers _archivos _arquivos _ficheiros \
    _file _fitxers _fitxategiak _bestanden -filer _filer _tiedostot _failid _fails _bylos _pliki \
    _soubory _elemei _datoteke _fajlovi _dosyalar";

/// The endings of what is no text, or none to be read.
const ENDINGS: &str = "jpg jpeg jpe jfif png gif webp avif svg svgz bmp ico cur tif tiff heic jxl psd \
    mp3 m4a ogg oga opus wav flac aac mp4 m4v webm mkv mov avi ogv vtt \
    css scss sass js mjs map woff woff2 ttf otf eot swf wasm \
    sqlite sqlite3 db db-wal db-shm sqlite3-wal sqlite3-shm log ini lock pyc canvas base";

/// The same, to be asked for every file of a library.
static KNOWN: LazyLock<HashSet<&str>> = LazyLock::new(|| ENDINGS.split_whitespace().collect());

/// Endings of pages.
const PAGES: [&str; 5] = ["html", "htm", "xhtml", "HTML", "HTM"];

/// What else stands where a file or folder stands.
pub trait Surroundings {
    /// Whether there is a file.
    fn has_file(&self, path: &Path) -> bool;
    /// Whether there is a folder.
    fn has_folder(&self, path: &Path) -> bool;
}

/// Whether a file is passed over.
pub fn is_attachment(path: &Path, around: &dyn Surroundings) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    let by_ending = ending.is_some_and(|ending| KNOWN.contains(ending.as_str()));
    by_ending || programs::is_note(path, around)
}

/// Whether a folder is passed over with all that is in it.
pub fn is_passed_over(folder: &Path, around: &dyn Surroundings) -> bool {
    is_page_folder(folder, around) || programs::is_own_folder(folder, around)
}

/// Whether a file or folder is hidden: those are programs' own, but for the list of articles to be read
/// that bulletty keeps, and the folders in a Maildir.
pub fn is_hidden(path: &Path, around: &dyn Surroundings) -> bool {
    let name = path.file_name().unwrap_or_default();
    let is_dotted = name.as_encoded_bytes().starts_with(b".");
    is_dotted && name != ".later.toml" && !programs::is_mail_folder(path, around)
}

/// The pictures and scripts that a browser saves in `page_files` beside `page.html`.
fn is_page_folder(folder: &Path, around: &dyn Surroundings) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let page = |page: &str, end: &str| folder.with_file_name(format!("{page}.{end}"));
    let is_page = |stem: &str| PAGES.into_iter().any(|end| around.has_file(&page(stem, end)));
    PAGE_FOLDERS.split_whitespace().filter_map(|end| name.strip_suffix(end)).any(is_page)
}

/// The names in an archive.
#[derive(Debug, Default)]
pub(super) struct Names {
    files: HashSet<String>,
    folders: HashSet<String>,
}

impl Names {
    /// Takes note of a member; the name of a folder ends with a slash.
    pub(super) fn note(&mut self, name: &str) {
        let folders = name.match_indices('/').filter_map(|(at, _)| name.get(..at));
        for folder in folders {
            if !self.folders.contains(folder) {
                self.folders.insert(folder.to_owned());
            }
        }
        if !name.ends_with('/') {
            self.files.insert(name.to_owned());
        }
    }

    /// Whether a member is passed over, or lies in a folder that is.
    pub(super) fn pass_over(&self, name: &str) -> bool {
        let path = Path::new(name);
        let is_inside = |folder: &Path| is_hidden(folder, self) || is_passed_over(folder, self);
        let folders = path.ancestors().skip(1).filter(|folder| folder.file_name().is_some());
        is_hidden(path, self) || is_attachment(path, self) || folders.into_iter().any(is_inside)
    }
}

impl Surroundings for Names {
    fn has_file(&self, path: &Path) -> bool {
        path.to_str().is_some_and(|path| self.files.contains(path))
    }

    fn has_folder(&self, path: &Path) -> bool {
        path.to_str().is_some_and(|path| self.folders.contains(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(noted: &[&str]) -> Names {
        let mut names = Names::default();
        noted.iter().for_each(|name| names.note(name));
        names
    }

    #[test]
    fn parts_of_pages_films_and_leavings_are_passed_over_whatever_their_case() {
        let none = Names::default();
        for name in [
            "a/b.PNG",
            "__MACOSX/a.html",
            "a/.DS_Store",
            ".git/x.md",
            "x/Thumbs.db",
            "s.css",
            "x/fonts/b.woff2",
            "index.sqlite3",
            "talk.MP4",
            "Board.canvas",
            "site/robots.txt",
        ] {
            assert!(none.pass_over(name), "{name}");
        }
        for name in [
            "a.html",
            "./a.md",
            "../a.txt",
            "png",
            "a/b.json",
            "خبر.txt",
            "a.pdf",
            "a.css.html",
            "base",
            ".later.toml",
        ] {
            assert!(!none.pass_over(name), "{name}");
        }
    }

    #[test]
    fn only_the_folder_of_a_page_is_passed_over() {
        let names = names(&["x/a.html", "صفحة.htm"]);
        assert!(
            names.pass_over("x/a_files/frame.html") && names.pass_over("صفحة-Dateien/x/f.html")
        );
        assert!(!names.pass_over("a_files/frame.html") && !names.pass_over("x/b_files/c.html"));
    }
}
