//! Lists of links as services have given them out: every record gives all its fields.

use std::collections::BTreeSet;
use std::fs;

use sahifa::article::Article;
use sahifa::format;
use sahifa::format::File;
use serde_json::Value;

use super::folder;

const EXPORTS: &str = "../shared/corpora/read-later/tests/fixtures/Import";

/// The records of an export, and its text.
fn export(name: &str, wanted: &str) -> Option<(Vec<Article>, String)> {
    folder(EXPORTS)?;
    let bytes = fs::read(format!("{EXPORTS}/{name}")).expect("an export");
    let reading = format::read(&File::new(name, &bytes)).expect("a list");
    assert!(reading.failures.is_empty());
    assert!(
        reading.parts.iter().all(|part| part.format == wanted),
        "{name}: {:?}",
        reading.parts[0].format
    );
    let articles: Vec<Article> = reading.parts.into_iter().map(|part| part.article).collect();
    println!("{name}: {} records", articles.len());
    Some((articles, String::from_utf8(bytes).expect("UTF-8")))
}

fn is_said(article: &Article, title: &str, url: &str) {
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(squeezed(&article.metadata.title), squeezed(title));
    assert_eq!(article.metadata.url.as_deref(), Some(url));
}

fn seconds(article: &Article) -> Option<i64> {
    let saved = article.metadata.saved?.to_string();
    saved.parse::<jiff::Timestamp>().ok().map(jiff::Timestamp::as_second)
}

#[test]
fn tables_give_all_their_fields() {
    for (name, format) in
        [("pocket.csv", "pocket-csv"), ("instapaper-export.csv", "instapaper-csv")]
    {
        let Some((articles, text)) = export(name, format) else { return };
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header: Vec<String> =
            reader.headers().expect("a header").iter().map(str::to_lowercase).collect();
        let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
        assert_eq!(articles.len(), rows.len());
        for (article, row) in articles.iter().zip(&rows) {
            let cell = |name: &str| row.get(header.iter().position(|it| it == name)?);
            is_said(article, cell("title").expect("a title"), cell("url").expect("an address"));
            let added = cell("time_added").map(|time| time.parse::<i64>().expect("seconds"));
            assert_eq!(seconds(article), added);
            let shelf = cell("status").or(cell("folder")).expect("a shelf").to_lowercase();
            match shelf.as_str() {
                "archive" => assert_eq!(article.given.read, Some(true)),
                "unread" => assert_eq!(article.given.read, Some(false)),
                "starred" => assert_eq!(article.given.bookmarked, Some(true)),
                tag => assert!(article.metadata.tags.iter().any(|own| own == tag)),
            }
            let tags = cell("tags").unwrap_or_default().split('|').filter(|tag| !tag.is_empty());
            assert!(tags.into_iter().all(|tag| article.metadata.tags.iter().any(|own| own == tag)));
        }
    }
}

#[test]
fn lists_in_json_give_all_their_fields() {
    for (name, format, (title, url, saved), note) in [
        ("pinboard_export", "pinboard", ("description", "href", "time"), "extended"),
        (
            "delicious_export.2021.02.06_21.10.json",
            "delicious",
            ("title", "url", "created"),
            "description",
        ),
    ] {
        let Some((articles, text)) = export(name, format) else { return };
        let records: Vec<Value> = serde_json::from_str(&text).expect("JSON");
        assert_eq!(articles.len(), records.len());
        for (article, record) in articles.iter().zip(&records) {
            let field = |name: &str| record[name].as_str().unwrap_or_default();
            is_said(article, field(title), field(url));
            let at = field(saved).parse::<i64>().ok();
            let at = at
                .or_else(|| field(saved).parse::<jiff::Timestamp>().ok().map(|at| at.as_second()));
            assert_eq!(seconds(article), at);
            assert_eq!(article.given.note.as_deref().unwrap_or_default(), field(note));
            let tags: BTreeSet<&str> = match &record["tags"] {
                Value::String(tags) => tags.split(' ').collect(),
                tags => tags.as_array().into_iter().flatten().filter_map(Value::as_str).collect(),
            };
            let own: BTreeSet<&str> = article.metadata.tags.iter().map(String::as_str).collect();
            assert_eq!(own, tags.into_iter().filter(|tag| !tag.is_empty()).collect());
            let toread = record["toread"].as_str().map(|toread| toread != "yes");
            assert_eq!(article.given.read, toread);
        }
    }
}

#[test]
fn browsers_bookmarks_give_all_their_fields() {
    for (name, format, (title, url, saved)) in [
        ("firefox-bookmarks.json", "firefox-bookmarks", ("title", "uri", "dateAdded")),
        ("chrome-bookmarks", "chrome-bookmarks", ("name", "url", "date_added")),
    ] {
        let Some((articles, text)) = export(name, format) else { return };
        let mut records = Vec::new();
        leaves(&serde_json::from_str(&text).expect("JSON"), url, &mut records);
        assert_eq!(articles.len(), records.len());
        for record in records {
            let article =
                articles.iter().find(|it| it.metadata.url.as_deref() == record[url].as_str());
            let article = article.expect("its record");
            is_said(
                article,
                record[title].as_str().expect("a title"),
                record[url].as_str().expect("an address"),
            );
            let count = match &record[saved] {
                Value::String(count) => {
                    count.parse::<i64>().expect("a number") / 1_000_000 - 11_644_473_600
                }
                count => count.as_i64().expect("a number") / 1_000_000,
            };
            assert_eq!(seconds(article), Some(count));
            let tags: Vec<_> = record["tags"].as_str().unwrap_or_default().split(',').collect();
            assert_eq!(article.metadata.tags.join(","), tags.join(","));
        }
    }
}

/// All objects with this field, at any depth.
fn leaves(value: &Value, field: &str, found: &mut Vec<Value>) {
    match value {
        Value::Object(fields) if fields.contains_key(field) => found.push(value.clone()),
        Value::Object(fields) => fields.values().for_each(|value| leaves(value, field, found)),
        Value::Array(values) => values.iter().for_each(|value| leaves(value, field, found)),
        _ => {}
    }
}

#[test]
fn bookmarks_in_html_give_all_their_fields() {
    let Some((articles, _)) = export("shaarli-bookmarks.html", "bookmarks") else { return };
    let [first, second] = &articles[..] else { panic!("two bookmarks") };
    is_said(
        first,
        "The Legacy of Firefox OS. In the two years or so since Mozilla… | by Ben Francis | Medium",
        "https://www.20minutes.fr/sport/4002755-20220928-tarn-lapins-ravagent-terrain-match-rugby-doit-etre-annule",
    );
    assert_eq!(
        (seconds(first), first.metadata.tags.join(",")),
        (Some(1_686_813_518), "firefoxos".into())
    );
    let note = first.given.note.as_deref().expect("a note");
    assert!(
        note.starts_with("In the two years") && note.ends_with("commercial products."),
        "{note}"
    );
    assert_eq!((seconds(second), second.given.note.as_ref()), (Some(1_683_376_565), None));
    let Some((articles, _)) = export("ril_export.html", "pocket-html") else { return };
    let [first, second] = &articles[..] else { panic!("two links") };
    assert_eq!((seconds(first), seconds(second)), (Some(1_688_628_695), Some(1_688_627_412)));
    assert!(articles.iter().all(|it| it.metadata.tags == ["ifttt", "new_entry_simple"]));
    assert!(articles.iter().all(|it| it.given.read == Some(false)));
    assert!(second.metadata.title.starts_with("JO Paris 2024 : Où courir"));
}
