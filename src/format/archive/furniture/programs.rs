//! What programs that keep articles keep beside them for themselves, by the names that they give it.

use std::ffi::OsStr;
use std::path::{Component, Path};

use super::Surroundings;
use crate::format::archivebox;

/// Folders of a snapshot of `ArchiveBox` without a text to read.
const RAW: [&str; 5] = ["warc", "media", "git", "papersdl", "gallerydl"];

/// Folders of its archive that are its own.
const OWN: [&str; 5] = ["sources", "logs", "users", "personas", "crontabs"];

/// Where the programs that it runs put a text; what others put into folders of theirs is none.
const READERS: [&str; 5] = ["readability", "mercury", "singlefile", "dom", "htmltotext"];

/// Folders of the source of a site that hold no posts.
const LAYOUTS: [&str; 18] = [
    "_layouts",
    "_includes",
    "_sass",
    "_data",
    "_site",
    "_plugins",
    "layouts",
    "templates",
    "themes",
    "archetypes",
    "resources",
    "public",
    "data",
    "i18n",
    "assets",
    "static",
    "vendor",
    "sass",
];

/// Files at the top of the source of a site that are none.
const SETTINGS: [&str; 14] = [
    "_config.yml",
    "_config.yaml",
    "_config.toml",
    "hugo.toml",
    "hugo.yaml",
    "hugo.yml",
    "hugo.json",
    "config.toml",
    "config.yaml",
    "config.yml",
    "Gemfile",
    "netlify.toml",
    "package.json",
    "CNAME",
];

/// Files of a Maildir that the programs around it wrote.
const POSTMASTERS: [&str; 4] = ["subscriptions", "maildirfolder", "maildirsize", "maildirlock"];

/// Folders of a Maildir with what nobody wants to read.
const REFUSE: [&str; 5] = [".Trash", ".Junk", ".Spam", ".Drafts", ".Templates"];

/// How deep a page may lie below the folder of its snapshot.
const DEEPEST: usize = 12;

/// Whether a folder is passed over with all that is in it.
pub(super) fn is_own_folder(folder: &Path, around: &dyn Surroundings) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let Some(parent) = folder.parent() else { return false };
    match name.as_ref() {
        "__MACOSX" | "node_modules" => true,
        // What is still being delivered to a Maildir.
        "tmp" => is_maildir(parent, around),
        name if RAW.contains(&name) && is_snapshot(parent, around) => true,
        name if OWN.contains(&name) && is_archive(parent, around) => true,
        name if LAYOUTS.contains(&name) => is_site(parent, around),
        name => !READERS.contains(&name) && name != "wget" && is_late(parent, around),
    }
}

/// Whether a program wrote a file for itself: settings, an index page, headers, the same again as JSON.
pub(super) fn is_note(path: &Path, around: &dyn Surroundings) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let Some(folder) = path.parent() else { return false };
    match name.as_ref() {
        // What a site tells machines, the page of a section, what systems and archivers set.
        "robots.txt" | "_index.md" | "ArchiveBox.conf" => true,
        "index.html" | "index.json" if is_archive(folder, around) || is_late(folder, around) => {
            true
        }
        name if name.starts_with("dovecot") || POSTMASTERS.contains(&name) => {
            is_maildir(folder, around)
        }
        name if SETTINGS.contains(&name) => is_site(folder, around),
        name => is_snapshots_own(path, name, around),
    }
}

/// Whether a folder with a dot before its name is one of a Maildir's.
pub(super) fn is_mail_folder(path: &Path, around: &dyn Surroundings) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    is_maildir(path, around) && !REFUSE.contains(&name.as_ref())
}

fn is_maildir(folder: &Path, around: &dyn Surroundings) -> bool {
    around.has_folder(&folder.join("cur"))
        && ["new", "tmp"].iter().any(|name| around.has_folder(&folder.join(name)))
}

fn is_archive(folder: &Path, around: &dyn Surroundings) -> bool {
    around.has_file(&folder.join("ArchiveBox.conf"))
}

/// Whether a site's generator reads its posts from here.
fn is_site(folder: &Path, around: &dyn Surroundings) -> bool {
    let has = |names: &[&str]| names.iter().any(|name| around.has_file(&folder.join(name)));
    let has_posts = || around.has_folder(&folder.join("content"));
    has(&SETTINGS[..7]) || has(&SETTINGS[7..10]) && has_posts()
}

/// Whether a file in a snapshot is none of its texts. In the copy of a site only pages may be.
fn is_snapshots_own(path: &Path, name: &str, around: &dyn Surroundings) -> bool {
    // Most paths tell at once, and every file of a library is asked for.
    let is_likely =
        |part: Component<'_>| is_second(part.as_os_str()) || is_reader(part.as_os_str());
    if !path.components().any(is_likely) {
        return false;
    }
    let folders = || path.ancestors().skip(1).take(DEEPEST);
    let early = folders().find(|folder| is_snapshot(folder, around));
    let root = early.or_else(|| {
        let reader = |folder: &&Path| folder.file_name().is_some_and(is_reader);
        folders().find(reader)?.parent().filter(|folder| is_late(folder, around))
    });
    let Some(inside) = root.and_then(|root| path.strip_prefix(root).ok()) else { return false };
    let mut parts = inside.components();
    let (first, is_deep) = (parts.next(), parts.next().is_some());
    let first = first.map(|part| part.as_os_str().to_string_lossy()).unwrap_or_default();
    let is_copy = is_deep && !READERS.contains(&first.as_ref());
    let is_page = [".html", ".htm", ".xhtml"].iter().any(|end| name.ends_with(end));
    let is_index = !is_deep && matches!(name, "index.json" | "index.jsonl");
    let is_text = archivebox::is_text(&inside.to_string_lossy());
    !(is_index || is_text || is_copy && is_page)
}

/// Whether a folder is a snapshot of `ArchiveBox`, called by the second in which it was made.
fn is_snapshot(folder: &Path, around: &dyn Surroundings) -> bool {
    folder.file_name().is_some_and(is_second) && around.has_file(&folder.join("index.json"))
}

fn is_second(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name.len() >= 9 && name.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.')
}

fn is_reader(name: &OsStr) -> bool {
    READERS.iter().chain(&["wget"]).any(|reader| name == *reader)
}

/// Whether a folder is a snapshot of its later editions.
fn is_late(folder: &Path, around: &dyn Surroundings) -> bool {
    around.has_file(&folder.join("index.jsonl"))
}

#[cfg(test)]
mod tests {
    use super::super::Names;

    /// Which of the names in an archive are read.
    fn read(noted: &[&'static str]) -> Vec<&'static str> {
        let mut names = Names::default();
        noted.iter().for_each(|name| names.note(name));
        noted
            .iter()
            .copied()
            .filter(|name| !name.ends_with('/') && !names.pass_over(name))
            .collect()
    }

    #[test]
    fn of_a_snapshot_what_holds_text_is_read() {
        let read = read(&[
            "ArchiveBox.conf",
            "index.html",
            "index.json",
            "robots.txt",
            "sources/1-import.txt",
            "archive/1709251200.5/index.json",
            "archive/1709251200.5/index.html",
            "archive/1709251200.5/headers.json",
            "archive/1709251200.5/singlefile.html",
            "archive/1709251200.5/output.html",
            "archive/1709251200.5/output.pdf",
            "archive/1709251200.5/readability/content.html",
            "archive/1709251200.5/readability/content.txt",
            "archive/1709251200.5/readability/article.json",
            "archive/1709251200.5/warc/1.warc.gz",
            "archive/1709251200.5/media/talk.json",
            "archive/1709251200.5/example.org/story.html",
            "archive/1709251200.5/example.org/feed.json",
            "media/story.html",
            "12345/story.html",
        ]);
        let texts = [
            "index.json",
            "singlefile.html",
            "output.html",
            "readability/content.html",
            "example.org/story.html",
        ];
        let texts = texts.map(|name| format!("archive/1709251200.5/{name}"));
        assert_eq!(read[..5], texts);
        assert_eq!(read[5..], ["media/story.html", "12345/story.html"]);
    }

    #[test]
    fn later_snapshots_put_every_text_in_a_folder() {
        let read = read(&[
            "s/index.jsonl",
            "s/index.html",
            "s/singlefile/singlefile.html",
            "s/title/title.txt",
            "s/headers/headers.json",
            "s/wget/example.org/story.html",
            "s/wget/example.org/x.json",
            "s/dom/output.html",
            "dom/notes.txt",
        ]);
        assert_eq!(
            read,
            [
                "s/index.jsonl",
                "s/singlefile/singlefile.html",
                "s/wget/example.org/story.html",
                "s/dom/output.html",
                "dom/notes.txt"
            ]
        );
    }

    #[test]
    fn of_a_maildir_and_its_folders_the_mails_are_read() {
        let read = read(&[
            "m/cur/",
            "m/new/",
            "m/tmp/",
            "m/cur/1.a:2,S",
            "m/tmp/2.a",
            "m/dovecot-uidlist",
            "m/subscriptions",
            "m/.News/cur/3.a",
            "m/.News/new/",
            "m/.Trash/cur/4.a",
            "m/.Trash/new/",
            "tmp/a.txt",
            "subscriptions",
            ".hidden/a.txt",
        ]);
        assert_eq!(read, ["m/cur/1.a:2,S", "m/.News/cur/3.a", "tmp/a.txt", "subscriptions"]);
    }

    #[test]
    fn of_a_sites_source_the_posts_are_read() {
        let read = read(&[
            "b/_config.yml",
            "b/Gemfile",
            "b/_layouts/post.html",
            "b/_posts/2024-03-05-a.md",
            "h/hugo.toml",
            "h/content/posts/_index.md",
            "h/content/posts/a/index.md",
            "h/themes/x/README.md",
            "x/config.toml",
            "x/layouts/a.html",
        ]);
        assert_eq!(
            read,
            [
                "b/_posts/2024-03-05-a.md",
                "h/content/posts/a/index.md",
                "x/config.toml",
                "x/layouts/a.html"
            ]
        );
    }
}
