//! What news agencies send, as one news room's tests hold it: every report gives what it has.

use std::fs;

use sahifa::article::Article;
use sahifa::format;
use sahifa::format::File;

use super::folder;

const NEWS: &str = "../shared/corpora/news-industry/tests/io/fixtures";

/// Reports that are empty in the fixture.
const WITHOUT_TEXT: &[&str] = &[
    "LISTING 1 A NewsML-G2 News Item.xml",
    "aap-finance-lite.xml",
    "tag_reuters.com_2016_newsml_L1N14N0FF_version_1542761538",
];

/// Reports that declare no language, and have too few words to tell it by.
const WITHOUT_LANGUAGE: &[&str] = &[
    "aap-1.xml",
    "aap-cyber.xml",
    "aap-finance-lite.xml",
    "ap_media_text_nitf.xml",
    "ritzau_feed.xml",
];

/// The first name in the byline of each report that has one; the others have none.
const BYLINES: &[(&str, &str)] = &[
    ("LISTING 1 A NewsML-G2 News Item.xml", "Meredith Jameson"),
    ("aap-1.xml", "John Doe"),
    ("aap-cyber.xml", "John Doe"),
    ("aap.xml", "John Doe"),
    ("ap-nitf.xml", "BERNARD CONDON"),
    ("handle_invalid_fields.xml", "Mia Rabson"),
    ("nitf-fishing.xml", "Alan Karben"),
    ("nitf-ntb.xml", "Geir Molnes"),
    ("pa3.xml", "Benjamin Wright"),
    ("pa4.xml", "Ian Jones"),
    ("pa5.xml", "Sam Lister"),
    ("picture.xml", "MARKO DJURICA"),
    ("scoop.xml", "Staff Reporter"),
    ("stt_newsml_no_truncated_text_test.xml", "Maria Rosvall"),
    ("stt_newsml_note_test.xml", "ANTTI AUTIO"),
    ("tag_reuters.com_2014_newsml_KBN0FL0NN_version_5", "Marwan Makdisi"),
];

#[test]
fn reports_give_headline_text_byline_date_and_language() {
    let Some(files) = folder(NEWS) else { return };
    let mut reports = 0;
    for path in files {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let is_wire = name.contains("anpa") || name.starts_with("IPTC7901");
        if path.is_dir() || !(name.ends_with(".xml") || name.contains("newsml") || is_wire) {
            continue;
        }
        let bytes = fs::read(&path).expect("a file");
        let reading = format::read(&File::new(&name, &bytes));
        let parts = reading.unwrap_or_else(|error| panic!("{name}: {error}")).parts;
        for part in &parts {
            println!("{name} {} {}", part.format, line(&part.article));
            assert!(["nitf", "newsml", "iptc7901", "feed", "xml"].contains(&part.format), "{name}");
            check(&name, &part.article);
            reports += 1;
        }
    }
    println!("{reports} reports");
    assert!(reports >= 75, "{reports} reports");
}

fn check(name: &str, article: &Article) {
    let metadata = &article.metadata;
    assert!(metadata.title.chars().any(char::is_alphabetic), "{name}: no headline");
    assert!(article.words() > 0 || WITHOUT_TEXT.contains(&name), "{name}: no text");
    assert!(metadata.published.is_some(), "{name}: no date");
    assert!(metadata.language.is_some() || WITHOUT_LANGUAGE.contains(&name), "{name}: no language");
    if let Some((_, byline)) = BYLINES.iter().find(|(file, _)| *file == name) {
        let first = metadata.authors.first().map(String::as_str);
        assert_eq!(first, Some(*byline), "{name}");
    }
}

fn line(article: &Article) -> String {
    let metadata = &article.metadata;
    format!(
        "{:?} words={} by={:?} date={} lang={:?} source={:?} place={:?}",
        metadata.title,
        article.words(),
        metadata.authors,
        metadata.published.map(|date| date.to_string()).unwrap_or_default(),
        metadata.language,
        metadata.source,
        metadata.dateline,
    )
}
