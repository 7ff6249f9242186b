//! What lies beside articles in the folders that programs keep them in, and is none: pictures, fonts,
//! databases, what an archiver notes for itself. It is counted, not told file by file, so that a
//! problem is always something that could have been an article.
//!
//! Names alone decide: nothing is opened here. A file that the user names is taken whatever it is.

use std::path::Path;

/// The endings of what is no text, or none to be read.
const ENDINGS: &str = "jpg jpeg jpe png gif webp avif svg bmp ico tif tiff heic jxl psd \
    mp3 m4a ogg oga opus wav flac aac mp4 m4v webm mkv mov avi ogv vtt \
    css js mjs map woff woff2 ttf otf eot swf wasm \
    sqlite sqlite3 db db-wal db-shm sqlite3-wal sqlite3-shm log ini lock pyc canvas";

/// In the folder of a snapshot, `ArchiveBox` notes all about it in `index.json`; these hold the text.
const SNAPSHOT: [&str; 5] =
    ["index.json", "singlefile.html", "output.html", "htmltotext.txt", "content.html"];

/// Folders of a snapshot without a text to read.
const RAW: [&str; 5] = ["warc", "media", "git", "papersdl", "gallerydl"];

/// Folders of an archive that are its own.
const OWN: [&str; 5] = ["sources", "logs", "users", "personas", "crontabs"];

/// Whether a file is passed over.
pub(super) fn is_attachment(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    let by_ending =
        ending.is_some_and(|ending| ENDINGS.split_whitespace().any(|known| known == ending));
    by_ending || is_own_note(path)
}

/// Whether a folder is passed over with all that is in it.
pub(super) fn is_passed_over(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let Some(parent) = folder.parent() else { return false };
    let beside = |name: &str| parent.join(name);
    match name.as_ref() {
        // What is still being delivered to a Maildir.
        "tmp" => beside("cur").is_dir() && beside("new").is_dir(),
        name if RAW.contains(&name) => is_snapshot(parent),
        name if OWN.contains(&name) => beside("ArchiveBox.conf").is_file(),
        _ => false,
    }
}

/// Whether an archiver wrote it for itself: settings, an index page, headers, the same again as JSON.
fn is_own_note(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let Some(folder) = path.parent() else { return false };
    if matches!(name.as_ref(), "ArchiveBox.conf" | "Thumbs.db") {
        return true;
    }
    let is_ours = SNAPSHOT.contains(&name.as_ref());
    let is_inside = folder.parent().is_some_and(is_snapshot)
        && matches!(
            folder.file_name().and_then(|name| name.to_str()),
            Some("readability" | "mercury")
        );
    (is_snapshot(folder) || is_inside) && !is_ours
        || folder.join("ArchiveBox.conf").is_file()
            && matches!(name.as_ref(), "index.html" | "index.json")
}

/// Whether a folder is one of `ArchiveBox`'s, called by the second in which it was made.
fn is_snapshot(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let is_second = name.len() >= 9 && name.chars().all(|c| c.is_ascii_digit() || c == '.');
    is_second && folder.join("index.json").is_file()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn pictures_and_databases_are_beside_articles_whatever_their_case() {
        for name in ["a.PNG", "x/fonts/b.woff2", "index.sqlite3", "c.jpeg"] {
            assert!(is_attachment(Path::new(name)), "{name}");
        }
        for name in ["a.html", "a", "a.pdf", "a.txt", "a.json", "png", "a.css.html", "a.warc.gz"] {
            assert!(!is_attachment(Path::new(name)), "{name}");
        }
    }

    #[test]
    fn of_a_snapshot_what_holds_text_is_read() {
        let dir = tempfile::tempdir().unwrap();
        let snapshot = dir.path().join("archive/1709251200.5");
        for folder in ["readability", "warc", "media", "example.org"] {
            fs::create_dir_all(snapshot.join(folder)).unwrap();
        }
        fs::write(snapshot.join("index.json"), "{}").unwrap();
        let is_read = |name: &str| !is_attachment(&snapshot.join(name));
        assert!(
            ["index.json", "singlefile.html", "readability/content.html"]
                .iter()
                .all(|it| is_read(it))
        );
        assert!(
            !["headers.json", "index.html", "readability/article.json"]
                .iter()
                .any(|it| is_read(it))
        );
        assert!(is_read("example.org/story.html"), "what wget has mirrored");
        assert!(
            is_passed_over(&snapshot.join("warc"))
                && !is_passed_over(&snapshot.join("readability"))
        );
        assert!(!is_passed_over(&dir.path().join("media")));
    }

    #[test]
    fn mail_that_is_still_being_delivered_waits() {
        let dir = tempfile::tempdir().unwrap();
        assert!(!is_passed_over(&dir.path().join("tmp")));
        for folder in ["cur", "new", "tmp"] {
            fs::create_dir(dir.path().join(folder)).unwrap();
        }
        assert!(is_passed_over(&dir.path().join("tmp")));
    }
}
