//! Exports, agencies' items and feeds in JSON, each field held against the file's own; and JSON that
//! is broken on purpose.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use sahifa::article::Article;
use sahifa::format;
use sahifa::format::{Error, File, Part};
use serde_json::Value;

use super::folder;

const EXPORTS: &str = "../shared/corpora/read-later/tests/fixtures/Import";
const ITEMS: &str = "../shared/corpora/news-industry/tests/io/fixtures";
const FEED: &str = "../shared/corpora/feeds/tests/json";
const SUITE: &str = "../shared/corpora/json";
const STRINGS: &str = "../shared/corpora/naughty-strings";

#[test]
fn exports_of_wallabag_give_all_their_fields() {
    let Some(_) = folder(EXPORTS) else { return };
    let mut count = 0;
    for name in ["wallabag-v1", "wallabag-v1-read", "wallabag-v2", "wallabag-v2-read"] {
        let (records, parts) = export(&format!("{name}.json"));
        for (record, part) in records.as_array().expect("a list").iter().zip(&parts) {
            assert_eq!(part.format, "wallabag");
            assert_record(record, &part.article);
            let given = &part.article.given;
            let either = |one: &str, other: &str| flag(record.get(one).or(record.get(other)));
            assert_eq!(given.read, either("is_archived", "is_read"));
            assert_eq!(given.bookmarked, either("is_starred", "is_fav"));
            let saved = record.get("created_at").and_then(Value::as_str);
            assert_eq!(
                saved.map(day),
                part.article.metadata.saved.map(|at| at.to_day().to_string())
            );
            assert!(!part.article.body.is_empty(), "{}", record["title"]);
            let language =
                record.get("language").and_then(Value::as_str).filter(|tag| !tag.is_empty());
            if let Some(language) = language {
                assert_eq!(part.article.metadata.language.as_deref(), Some(language));
            }
            count += 1;
        }
    }
    println!("{count} articles of wallabag");
    assert!(count >= 13, "{count}");
    let empty = fs::read(Path::new(EXPORTS).join("wallabag-v2-empty.json")).expect("a file");
    assert_eq!(
        format::read(&File::new("wallabag-v2-empty.json", &empty)).unwrap_err(),
        Error::Empty
    );
}

#[test]
fn exports_of_omnivore_give_all_their_fields() {
    let Some(_) = folder(EXPORTS) else { return };
    let (records, parts) = export("omnivore.json");
    for (record, Part { article, format, .. }) in
        records.as_array().expect("a list").iter().zip(&parts)
    {
        assert_eq!(*format, "omnivore");
        assert_record(record, article);
        let metadata = &article.metadata;
        assert_eq!(metadata.tags.len(), record["labels"].as_array().map_or(0, Vec::len));
        assert_eq!(
            metadata.saved.map(|at| at.to_day().to_string()),
            record["savedAt"].as_str().map(day)
        );
        assert_eq!(
            metadata.published.map(|at| at.to_day().to_string()),
            record["publishedAt"].as_str().map(day)
        );
        assert_eq!(
            metadata.standfirst.is_some(),
            !record["description"].as_str().unwrap_or("").is_empty()
        );
        assert_eq!(
            metadata.authors.is_empty(),
            record["author"].as_str().unwrap_or("").is_empty(),
            "{}",
            record["author"]
        );
        assert_eq!(article.given.read, Some(record["state"] == "Archived"));
        assert_eq!(article.given.progress.map(u64::from), record["readingProgress"].as_u64());
        let slug = record["slug"].as_str().expect("a slug");
        assert_eq!(article.text_in, [format!("content/{slug}.html")]);
    }
    println!("{} records of Omnivore", parts.len());
    assert_eq!(parts.len(), 20);
}

#[test]
fn exports_of_readability_and_elcurator_give_all_their_fields() {
    let Some(_) = folder(EXPORTS) else { return };
    for name in ["readability.json", "readability-read.json"] {
        let (file, parts) = export(name);
        let records = file["bookmarks"].as_array().expect("a list");
        assert_eq!(records.len(), parts.len());
        for (record, Part { article, format, .. }) in records.iter().zip(&parts) {
            assert_eq!(*format, "readability.com");
            assert_eq!(Some(&*article.metadata.title), record["article__title"].as_str());
            assert_eq!(article.metadata.url.as_deref(), record["article__url"].as_str());
            assert_eq!(
                article.metadata.standfirst.is_some(),
                record["article__excerpt"].is_string()
            );
            assert_eq!(
                article.metadata.saved.map(|at| at.to_day().to_string()),
                record["date_added"].as_str().map(day)
            );
            assert_eq!(article.given.read, flag(record.get("archive")));
            assert_eq!(article.given.bookmarked, flag(record.get("favorite")));
        }
    }
    let (records, parts) = export("elcurator.json");
    let (record, article) = (&records[0], &parts[0].article);
    assert_record(record, article);
    assert_eq!(article.metadata.tags, ["tag1", "tag2"]);
    assert_eq!(article.given.bookmarked, record["is_saved"].as_bool());
    assert_eq!(
        article.metadata.saved.map(|at| at.to_day().to_string()),
        record["created_at"].as_str().map(day)
    );
}

#[test]
fn items_of_agencies_give_their_fields() {
    let Some(files) = folder(ITEMS) else { return };
    let is_item = |path: &&std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        path.extension().is_some_and(|end| end == "json") && !name.contains("_mock")
    };
    let (mut items, mut texts) = (0, 0);
    for path in files.iter().filter(is_item) {
        let bytes = fs::read(path).expect("a file");
        let file: Value = serde_json::from_slice(&bytes).expect("JSON");
        let reading = format::read(&File::new("item.json", &bytes)).expect("an article");
        let Part { article, format, .. } = &reading.parts[0];
        assert_eq!(*format, "ninjs", "{}", path.display());
        let item = ["/data/item", "/data/items/0/item", "/item/0"]
            .iter()
            .find_map(|at| file.pointer(at))
            .unwrap_or(&file);
        let metadata = &article.metadata;
        assert_eq!(Some(&*metadata.title), item["headline"].as_str(), "{}", path.display());
        assert!(metadata.published.is_some(), "{}", path.display());
        if item.get("byline").is_some() {
            assert!(!metadata.authors.is_empty(), "{}", item["byline"]);
        }
        let declared = item["language"].as_str().unwrap_or("en");
        if let Some(language) = metadata.language.as_deref() {
            println!("{}: {language}, declared {declared}", path.display());
        }
        assert!(item["language"].is_null() || metadata.language.as_deref() == Some(declared));
        let has_text = ["body_html", "body_text", "body_xhtml", "description_caption"]
            .iter()
            .any(|key| item.get(key).is_some());
        assert_eq!(!article.body.is_empty(), has_text, "{}", path.display());
        items += 1;
        texts += usize::from(has_text);
        println!(
            "{}: {:?} {:?} {:?} {:?}",
            path.display(),
            metadata.title,
            metadata.authors,
            metadata.dateline,
            metadata.source
        );
    }
    println!("{items} items, {texts} of them with a text");
    assert!(items >= 16, "{items}");
}

#[test]
fn the_feed_in_json_is_read() {
    let Some(files) = folder(FEED) else { return };
    for path in files {
        let bytes = fs::read(&path).expect("a file");
        let reading = format::read(&File::new("feed.json", &bytes)).expect("articles");
        assert_eq!(reading.parts.len(), 2);
        assert_eq!(reading.parts[0].format, "json-feed");
        assert_eq!(reading.parts[0].article.metadata.title, "post 2");
        assert_eq!(reading.parts[0].article.metadata.source.as_deref(), Some("My Example Feed"));
        assert_eq!(reading.parts[1].article.metadata.authors, ["you"]);
        assert!(!reading.parts[1].article.text().contains("alert"));
    }
}

#[test]
fn json_that_is_broken_on_purpose_is_told_from_articles() {
    let Some(_) = folder(SUITE) else { return };
    let mut told = [0; 3];
    for path in ["test_parsing", "test_transform"]
        .iter()
        .flat_map(|name| folder(&format!("{SUITE}/{name}")))
        .flatten()
    {
        let bytes = fs::read(&path).expect("a file");
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let start = Instant::now();
        let read = format::read(&File::new(&name, &bytes));
        assert!(start.elapsed() < Duration::from_secs(1), "{name}: {:?}", start.elapsed());
        told[match read {
            Ok(reading) => {
                println!(
                    "{name}: {} {:?}",
                    reading.parts[0].format, reading.parts[0].article.metadata.title
                );
                0
            }
            Err(Error::NoArticle(why)) => {
                assert!(why.contains("title"), "{name}: {why}");
                1
            }
            Err(error) => {
                println!("{name}: {error}");
                2
            }
        }] += 1;
    }
    println!("{} read, {} without an article, {} refused", told[0], told[1], told[2]);
    assert_eq!(told[0], 0, "none of them holds an article");
}

#[test]
fn strings_that_break_programs_come_out_scrubbed() {
    let Some(_) = folder(STRINGS) else { return };
    let bytes = fs::read(Path::new(STRINGS).join("blns.json")).expect("the strings");
    let strings: Vec<String> = serde_json::from_slice(&bytes).expect("a list");
    let mut titles = 0;
    for string in &strings {
        let export = serde_json::json!([{"title": string, "url": "https://a.example/x", "is_archived": 0,
            "is_starred": 0, "domain_name": string, "content": string, "tags": [string]}]);
        let export = serde_json::to_vec(&export).expect("JSON");
        let reading = format::read(&File::new("export.json", &export)).expect("an article");
        let article = &reading.parts[0].article;
        assert!(!article.metadata.title.trim().is_empty(), "{string:?}");
        let shown = format!(
            "{}{}{}",
            article.metadata.title,
            article.text().replace('\n', ""),
            article.metadata.tags.concat()
        );
        assert!(!shown.chars().any(|c| c.is_control() && c != '\t'), "{string:?}: {shown:?}");
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        if letters(&article.metadata.title).contains(&letters(string)) {
            titles += 1;
        } else {
            println!("{string:?}: {:?}", article.metadata.title);
        }
    }
    println!("{} strings, {titles} of them whole in the title", strings.len());
    // The rest have references in them, which a title in HTML has too.
    assert!(titles * 100 >= strings.len() * 95, "{titles}");
}

fn export(name: &str) -> (Value, Vec<Part>) {
    let bytes = fs::read(Path::new(EXPORTS).join(name)).expect("an export");
    let records: Value = serde_json::from_slice(&bytes).expect("JSON");
    let start = Instant::now();
    let reading = format::read(&File::new(name, &bytes)).expect("articles");
    println!("{name}: {} bytes in {:?}", bytes.len(), start.elapsed());
    let count = records.as_array().map(Vec::len);
    assert!(count.is_none_or(|count| count == reading.parts.len()), "{name}");
    (records, reading.parts)
}

/// What exports call alike.
fn assert_record(record: &Value, article: &Article) {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(line(&article.metadata.title), line(record["title"].as_str().expect("a title")));
    assert_eq!(article.metadata.url.as_deref(), record["url"].as_str());
    assert!(article.metadata.source.is_some());
    if let Some(tags) = record.get("tags") {
        let count = tags.as_array().map_or_else(
            || tags.as_str().unwrap_or("").split(',').filter(|tag| !tag.is_empty()).count(),
            Vec::len,
        );
        assert_eq!(article.metadata.tags.len(), count, "{tags}");
    }
}

fn flag(value: Option<&Value>) -> Option<bool> {
    value.map(|value| *value == true || *value == 1 || *value == "1")
}

fn day(moment: &str) -> String {
    moment.chars().take(10).collect()
}
