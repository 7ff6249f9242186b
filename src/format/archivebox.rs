//! Snapshots of `ArchiveBox`: `archive/TIMESTAMP/index.json` up to its edition 0.8, `index.jsonl` from
//! 0.9 on, and the list of all of them that editions before 0.4 kept. They hold no text but say where
//! it may be: each of the programs that `ArchiveBox` runs over a page leaves a file.

use super::html;
use super::json;
use super::json::Body;
use super::json::Outline;
use super::json::Record;
use super::{Document, Error, Format, Kind};
use crate::article::Article;
use crate::article::Metadata;

pub(super) const FORMAT: Format = Format {
    name: "archivebox",
    extensions: &[],
    about: "snapshots of ArchiveBox, with the best of the texts that it saved",
    kind: Kind::Text { recognises, read },
};

/// Where the text may be, the best first: what was made for reading, then whole pages, as they looked
/// in a browser before what was sent. Editions up to 0.7 put some of them beside the index, later
/// ones into a folder each.
const TEXTS: &[&str] = &[
    "readability/content.html",
    "mercury/content.html",
    "singlefile.html",
    "singlefile/singlefile.html",
    "output.html",
    "dom/output.html",
];

/// What is left when all markup has been taken off: better than nothing.
const LAST: &[&str] = &["htmltotext.txt", "htmltotext/htmltotext.txt", "readability/content.txt"];

/// Whether a text may be in this place, seen from the folder of a snapshot. What is left in
/// `readability/` when all markup has been taken off is the same text again.
pub(super) fn is_text(place: &str) -> bool {
    TEXTS.contains(&place) || LAST.iter().take(2).any(|last| *last == place)
}

fn recognises(document: &Document) -> bool {
    let Some(outline) = Outline::of(&document.text) else { return false };
    let place = if outline.has("links") { "links[]" } else { "" };
    let is_snapshot = outline.has_all(place, &["url", "timestamp"]);
    let is_early = outline.has_all(place, &["history", "sources"])
        || outline.has_all(place, &["history", "link_dir"]);
    let is_late = outline.has_all("", &["fs_version"]);
    is_snapshot && (is_early || is_late)
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let roots = json::roots(&document.text)?;
    let records = json::records(&roots);
    let results: Vec<_> = records.iter().copied().filter(|record| !is_snapshot(*record)).collect();
    let mut articles = Vec::new();
    for record in records {
        let links = record.records("links");
        let in_list = links.into_iter().filter_map(|link| article(link, &[], &folder(link)));
        articles.extend(in_list);
        if is_snapshot(record) {
            articles.extend(article(record, &results, ""));
        }
    }
    json::listed(articles)
}

/// Not the root of a list, nor one of the other lines of `index.jsonl`.
fn is_snapshot(record: Record<'_>) -> bool {
    let kind = record.text(&["type"]);
    record.text(&["url"]).is_some()
        && record.text(&["timestamp"]).is_some()
        && kind.is_none_or(|kind| kind == "Snapshot")
}

fn folder(link: Record<'_>) -> String {
    link.text(&["timestamp"]).map_or_else(String::new, |time| format!("archive/{time}/"))
}

/// The record; `results` are what became of each program, as far as that is told apart from it.
fn article(record: Record<'_>, results: &[Record<'_>], folder: &str) -> Option<Article> {
    let url = record.text(&["url"]);
    // Without a title `ArchiveBox` puts the address there.
    let title = record.text(&["title"]).filter(|title| Some(title) != url.as_ref());
    let metadata = Metadata {
        title: title.unwrap_or_default(),
        saved: record.moment(&["bookmarked_at", "timestamp", "created_at"]),
        url,
        tags: record.tags(&["tags", "tags_str"]),
        ..Metadata::default()
    };
    let mut article = json::article(metadata, Body::None)?;
    let page = page(record, results);
    let texts = TEXTS.iter().copied().chain(page.as_deref()).chain(LAST.iter().copied());
    article.text_in = texts.map(|path| format!("{folder}{path}")).collect();
    Some(article)
}

/// The page as wget saved it, by what `ArchiveBox` noted.
fn page(record: Record<'_>, results: &[Record<'_>]) -> Option<String> {
    let noted = record.record("canonical").and_then(|paths| paths.text(&["wget_path"]));
    let early = record.record("history").map(|history| history.records("wget"));
    let late = record.records("archive_results").into_iter().chain(results.iter().copied());
    let late = late.filter(|result| result.text(&["plugin"]).is_some_and(|name| name == "wget"));
    let outputs = early.into_iter().flatten().rev().chain(late);
    let output = outputs.into_iter().find_map(|result| result.text(&["output", "output_str"]));
    let path = noted.or(output)?;
    let is_safe = !path.split('/').any(|part| part == "..") && !path.starts_with('/');
    let is_page = [".html", ".htm", ".xhtml"].iter().any(|end| path.ends_with(end));
    (is_safe && is_page && !html::is_web(&path)).then_some(path)
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::format;
    use crate::format::File;

    fn article(text: &str) -> Article {
        let part = format::read(&File::new("index.json", text.as_bytes())).unwrap().parts.remove(0);
        assert_eq!(part.format, "archivebox");
        part.article
    }

    #[test]
    fn a_snapshot_says_where_its_text_may_be() {
        let article = article(
            r#"{"base_url":"a.example/t","canonical":{"wget_path":"a.example/t/index.html"},"history":
            {"wget":[{"output":"a.example/t.html","status":"succeeded"}]},"schema":"Link","sources":["x"],
            "tags":"sea,بحر","timestamp":"1709623800.5","title":"On tides","url":"https://a.example/t"}"#,
        );
        assert_eq!(article.metadata.title, "On tides");
        assert_eq!(article.metadata.tags, ["sea", "بحر"]);
        assert_eq!(article.metadata.saved.unwrap().to_string(), "2024-03-05T07:30:00Z");
        assert_eq!(article.text_in[0], "readability/content.html");
        assert!(article.text_in.contains(&"a.example/t/index.html".to_owned()));
    }

    #[test]
    fn later_editions_are_read() {
        let lines = "{\"type\":\"Snapshot\",\"url\":\"https://a.example/t\",\"timestamp\":\"1709623800\",\
                     \"title\":\"\",\"tags\":\"\",\"fs_version\":\"0.9.0\"}\n\
                     {\"type\":\"ArchiveResult\",\"plugin\":\"wget\",\"output_str\":\"wget/a.example/t.html\"}";
        let article = article(lines);
        assert_eq!(article.metadata.title, "https://a.example/t");
        assert!(article.text_in.contains(&"wget/a.example/t.html".to_owned()));
    }

    #[test]
    fn a_list_of_snapshots_names_their_folders_and_none_outside() {
        let article = article(
            r#"{"num_links":1,"links":[{"url":"https://a.example/t","timestamp":"1709623800","title":"T",
            "tags":null,"sources":[],"history":{"wget":[{"output":"../../etc/passwd.html"}]}}]}"#,
        );
        assert_eq!(article.text_in[0], "archive/1709623800/readability/content.html");
        assert!(!article.text_in.iter().any(|path| path.contains("..")));
    }
}
