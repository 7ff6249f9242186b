//! Envelopes of our own making, in both versions.

use crate::article::Article;
use crate::article::Block;
use crate::article::Rich;
use crate::format;
use crate::format::File;

fn read(text: &str) -> Vec<Article> {
    let reading = format::read(&File::new("a.xml", text.as_bytes())).unwrap();
    assert_eq!(reading.parts[0].format, "newsml");
    reading.parts.into_iter().map(|part| part.article).collect()
}

fn texts(article: &Article) -> Vec<&str> {
    article.body.iter().flat_map(Block::texts).map(Rich::text).collect()
}

#[test]
fn the_first_version_is_read() {
    let articles = read(include_str!("../../../tests/fixtures/format/newsml/first.xml"));
    let metadata = &articles[0].metadata;
    assert_eq!(metadata.title, "الميناء القديم يفتح أبوابه");
    assert_eq!(metadata.authors, ["سلمى بن يوسف"]);
    assert_eq!(metadata.source.as_deref(), Some("وكالة الساحل"));
    assert_eq!(metadata.dateline.as_deref(), Some("TRIPOLI"));
    assert_eq!(metadata.standfirst.as_deref(), Some("الصيادون يعودون"));
    assert_eq!(metadata.published.unwrap().to_string(), "2024-03-05T10:30:00+02:00");
    assert_eq!(metadata.tags, ["مرافئ"]);
    assert_eq!(metadata.language.as_deref(), Some("ar"));
    assert_eq!(
        texts(&articles[0]),
        ["فتح الميناء القديم أبوابه صباح اليوم.", "قالت البلدية إن الأرصفة آمنة."]
    );
    assert_eq!(articles[1].metadata.title, "Quay in pictures");
    assert_eq!(texts(&articles[1]), ["Boats at the old quay."]);
}

#[test]
fn the_second_version_is_read() {
    let articles = read(include_str!("../../../tests/fixtures/format/newsml/second.xml"));
    assert_eq!(articles.len(), 2, "a package of what is there is no article");
    let metadata = &articles[0].metadata;
    assert_eq!(metadata.title, "הנמל הישן נפתח מחדש");
    assert_eq!(metadata.authors, ["נועה לוי"]);
    assert_eq!(metadata.source.as_deref(), Some("סוכנות הים"));
    assert_eq!(metadata.dateline.as_deref(), Some("יפו"));
    assert_eq!(metadata.standfirst.as_deref(), Some("הדייגים שבו אל הרציפים"));
    assert_eq!(metadata.published.unwrap().to_string(), "2024-03-05T10:30:00+02:00");
    assert_eq!(metadata.tags, ["ים", "נמלים"]);
    assert_eq!(metadata.language.as_deref(), Some("he"));
    assert_eq!(articles[0].body.len(), 2);
    assert_eq!(texts(&articles[1]), ["Boats at the old quay, March 5."]);
}

#[test]
fn a_package_alone_is_the_list_of_what_is_in_it() {
    let text = "<packageItem xmlns='http://iptc.org/std/nar/2006-10-01/'><contentMeta><headline>Today</headline></contentMeta>\
                <groupSet><group><itemRef><headline>One</headline></itemRef><itemRef><title>Two</title></itemRef></group></groupSet></packageItem>";
    let articles = read(text);
    assert_eq!(articles[0].metadata.title, "Today");
    assert_eq!(texts(&articles[0]), ["One", "Two"]);
}
