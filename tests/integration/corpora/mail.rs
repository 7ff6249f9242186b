//! The mails of another project's tests: old, broken, out of standards. What their subject, sender,
//! date and text are is told by the files beside them.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::Value;

use sahifa::article::Article;
use sahifa::format;
use sahifa::format::File;

use super::folder;

const MAILS: &str = "../shared/corpora/mail/resources/eml";

/// Those in which there is nothing to read: empty parts, or a boundary that closes the one around it.
const EMPTY: [&str; 4] = ["malformed/000", "malformed/001", "malformed/005", "malformed/007"];

/// Those whose expected text is all alternatives at once, or mark-up of the mail itself.
const OTHERWISE: [&str; 6] = [
    "malformed/019",
    "malformed/020",
    "malformed/021",
    "rfc/003",
    "thirdparty/000",
    "thirdparty/001",
];

/// In words of more than a letter, so that code and broken letters count little.
const ENOUGH: f64 = 0.95;

#[test]
fn every_mail_gives_what_it_has() {
    let Some(folders) = folder(MAILS) else { return };
    let (mut mails, mut short) = (0, Vec::new());
    for path in folders.iter().flat_map(|path| folder(&path.to_string_lossy()).unwrap_or_default())
    {
        if path.extension().is_none_or(|end| end != "eml") {
            continue;
        }
        mails += 1;
        let name = path.strip_prefix(MAILS).expect("below").with_extension("");
        let name = name.to_string_lossy().replace('\\', "/");
        let bytes = fs::read(&path).expect("a mail");
        let start = Instant::now();
        let read = format::read(&File::new("a.eml", &bytes));
        assert!(start.elapsed() < Duration::from_secs(2), "{name}");
        match read {
            Ok(reading) => {
                let article = &reading.parts[0].article;
                let is_other = |what: &String| {
                    what.contains("of the text") && OTHERWISE.contains(&name.as_str())
                };
                let lacks = lacks(article, &expected(&path)).filter(|what| !is_other(what));
                short.extend(lacks.map(|what| format!("{name}: {what}")));
            }
            Err(error) if !EMPTY.contains(&name.as_str()) => short.push(format!("{name}: {error}")),
            Err(_) => {}
        }
    }
    println!("{mails} mails, {} short of something", short.len());
    short.iter().for_each(|line| println!("{line}"));
    assert!(short.is_empty());
}

fn expected(path: &Path) -> Value {
    let json = fs::read_to_string(path.with_extension("json")).expect("what is expected");
    serde_json::from_str(&json).expect("JSON")
}

/// What of the expected the article has not.
fn lacks(article: &Article, expected: &Value) -> impl Iterator<Item = String> + use<> {
    let metadata = &article.metadata;
    let mut lacks = Vec::new();
    if let Some(subject) = field(expected, "subject").and_then(|value| value["Text"].as_str()) {
        // U+FFFD: a raw header in no declared encoding, which the other project leaves unread.
        let same = metadata.title == one_line(subject) || subject.contains('\u{fffd}');
        (!same).then(|| lacks.push(format!("{:?}, not {subject:?}", metadata.title)));
    }
    if let Some(from) = field(expected, "from") {
        let first = &from["Address"]["List"][0];
        let name = first["name"].as_str().or(first["address"].as_str()).unwrap_or_default();
        let told = metadata.authors.iter().chain(&metadata.source);
        let same = told.into_iter().any(|own| one_line(name).contains(own.as_str()));
        (!same && !name.is_empty()).then(|| lacks.push(format!("not from {name:?}")));
    }
    if let Some(date) =
        field(expected, "date").map(|value| &value["DateTime"]).filter(|d| d.is_object())
    {
        let number = |name: &str| date[name].as_u64().unwrap_or_default();
        let day = format!("{:04}-{:02}-{:02}", number("year"), number("month"), number("day"));
        let same = metadata.published.is_some_and(|own| own.to_string().starts_with(&day));
        (!same).then(|| lacks.push(format!("{:?}, not {day}", metadata.published)));
    }
    let wanted = text(expected);
    let own = words(&article.text());
    let all = words(&wanted);
    let found = all.iter().filter(|word| own.contains(word)).count();
    #[expect(clippy::cast_precision_loss, reason = "few words")]
    let share = if all.is_empty() { 1.0 } else { found as f64 / all.len() as f64 };
    // Letters that the other project lost make two words of one.
    if share < if wanted.contains('\u{fffd}') { 0.8 } else { ENOUGH } {
        let missing: Vec<_> = all.iter().filter(|word| !own.contains(word)).take(8).collect();
        lacks.push(format!("{share:.2} of the text; {missing:?}"));
    }
    if article.body.is_empty() && !all.is_empty() {
        lacks.push("no text".into());
    }
    lacks.into_iter()
}

fn field<'a>(expected: &'a Value, name: &str) -> Option<&'a Value> {
    let headers = expected["parts"][0]["headers"].as_array()?;
    headers.iter().find(|header| header["name"] == name).map(|header| &header["value"])
}

/// The text of the plain parts that are to be shown, where there is no page beside them.
fn text(expected: &Value) -> String {
    let html = expected["html_body"].as_array().cloned().unwrap_or_default();
    let bodies = html.iter().filter_map(Value::as_u64).filter_map(|at| usize::try_from(at).ok());
    let texts = bodies.filter_map(|at| {
        let body = &expected["parts"][at]["body"];
        let page = body["Html"].as_str().map(|page| {
            let page = dom_query::Document::from(page);
            page.select("head").remove();
            page.formatted_text().to_string()
        });
        page.or_else(|| body["Text"].as_str().map(str::to_owned))
    });
    texts.collect::<Vec<_>>().join("\n")
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() > 1).map(str::to_owned).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
