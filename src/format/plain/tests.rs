//! Whole files of plain text, read as articles.

use super::super::{File, read};
use crate::article::Article;
use crate::article::Block;
use crate::article::Content;
use crate::article::Direction;
use crate::article::Nest;

macro_rules! fixture {
    ($name:literal) => {
        article($name, include_str!(concat!("../../../tests/fixtures/format/plain/", $name)))
    };
}

fn article(name: &str, text: &str) -> Article {
    let mut reading = read(&File::new(name, text.as_bytes())).unwrap();
    assert_eq!(reading.parts.len(), 1);
    assert_eq!(reading.parts[0].format, "plain");
    reading.parts.remove(0).article
}

fn texts(article: &Article) -> Vec<&str> {
    article.body.iter().flat_map(Block::texts).map(|text| text.text()).collect()
}

#[test]
fn an_agency_report_without_a_headline() {
    let article = fixture!("agency-ar.txt");
    let metadata = &article.metadata;
    assert_eq!(metadata.title, "بدأت بلدية المدينة أعمال ترميم الجسر القديم فوق النهر");
    assert_eq!(metadata.source.as_deref(), Some("وكالة الضفاف"));
    assert_eq!(metadata.dateline.as_deref(), Some("الميناء"));
    assert_eq!(metadata.published.unwrap().to_string(), "2024-03-05");
    assert_eq!(metadata.tags, ["أخبار محلية", "عمران", "طرق"]);
    assert_eq!(metadata.language.as_deref(), Some("ar"));
    assert_eq!(metadata.direction, Direction::Rtl);
    assert_eq!(article.body.len(), 5);
    assert!(texts(&article)[0].starts_with("الميناء 5 مارس 2024 (وكالة الضفاف) –"));
}

#[test]
fn a_wrapped_report_with_a_header_and_a_list() {
    let article = fixture!("wrapped-en.txt");
    let metadata = &article.metadata;
    assert_eq!(metadata.title, "Harbour town reopens its library after two winters of repairs");
    assert_eq!(metadata.authors, ["Nora Field", "Adam Quay"]);
    assert_eq!(metadata.published.unwrap().to_string(), "2024-03-05");
    assert_eq!(metadata.url.as_deref(), Some("https://news.example.org/library"));
    assert_eq!(metadata.dateline.as_deref(), Some("SALTPORT"));
    assert_eq!(metadata.tags, ["Culture", "Local"]);
    assert_eq!((metadata.language.as_deref(), metadata.direction), (Some("en"), Direction::Ltr));
    let items = article.body.iter().filter(|b| matches!(b.nest.first(), Some(Nest::Item(_))));
    assert_eq!(items.count(), 3);
    let texts = texts(&article);
    assert!(texts.iter().all(|text| !text.contains('\n')), "{texts:?}");
    assert!(texts[0].contains("after two winters in which rain came through the roof"));
    assert!(
        texts.contains(&"a children's room with a window on the harbour, open every afternoon")
    );
}

#[test]
fn hebrew_paragraphs_of_one_line_each() {
    let article = fixture!("lines-he.txt");
    assert_eq!(article.metadata.title, "הספרייה העירונית נפתחה מחדש לאחר שנתיים");
    assert_eq!(article.metadata.authors, ["דנה לוי"]);
    assert_eq!(article.metadata.tags, ["תרבות", "חדשות מקומיות"]);
    assert_eq!(article.metadata.language.as_deref(), Some("he"));
    assert_eq!(article.body.len(), 4);
}

#[test]
fn persian_with_an_iranian_date() {
    let article = fixture!("report-fa.txt");
    assert_eq!(article.metadata.title, "کتابخانهٔ شهر پس از دو سال دوباره باز شد");
    assert_eq!(article.metadata.published.unwrap().to_string(), "2024-04-06");
    assert_eq!(article.metadata.source.as_deref(), Some("خبرگزاری ساحل"));
    assert_eq!(article.metadata.tags, ["فرهنگ", "کتاب"]);
    assert_eq!(article.metadata.language.as_deref(), Some("fa"));
    assert_eq!(article.metadata.direction, Direction::Rtl);
}

#[test]
fn verse_keeps_its_lines_under_a_headline() {
    let article = article(
        "poem.txt",
        "The Pier\n\nThe rain came down\nupon the town\nand no one saw\nit fall\n",
    );
    assert_eq!(article.metadata.title, "The Pier");
    assert_eq!(texts(&article), ["The rain came down\nupon the town\nand no one saw\nit fall"]);
}

#[test]
fn the_file_name_is_the_last_resort() {
    assert_eq!(article("my_old-notes.txt", "2024 – 17 %").metadata.title, "my old notes");
    assert_eq!(article("x.txt", "A sentence. And another.").metadata.title, "A sentence");
    assert_eq!(article("123.txt", "= 17 =").metadata.title, "= 17 =");
}

#[test]
fn bad_input_gives_a_title_and_no_panic() {
    for text in [
        "-",
        "()",
        "(",
        "– – –",
        ":::",
        "http://",
        "Tags:",
        "1.",
        "\u{200f}",
        "By ",
        "=\n=\n",
        "a\n---",
    ] {
        let reading = read(&File::new("odd.txt", text.as_bytes()));
        let title = reading.map(|reading| reading.parts[0].article.metadata.title.clone());
        assert!(title.is_ok_and(|title| !title.is_empty()), "{text:?}");
    }
}

#[test]
fn addresses_become_links() {
    let article = article("a.txt", "Title\n\nSee https://example.org/a, and more of it.");
    let Content::Paragraph { text } = &article.body[0].content else { panic!("no paragraph") };
    assert_eq!(text.spans().len(), 1);
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that was not run should say so")]
fn a_real_report_of_an_agency() {
    let Ok(bytes) = std::fs::read("../shared/articles/seaprwire-aukus.txt") else {
        eprintln!("skipped: the real article is not here");
        return;
    };
    let article = read(&File::new("seaprwire-aukus.txt", &bytes)).unwrap().parts.remove(0).article;
    let metadata = &article.metadata;
    assert_eq!(metadata.source.as_deref(), Some("SeaPRwire"));
    assert_eq!(metadata.tags, ["العنوان الرئيسي", "الأخبار اليومية"]);
    assert_eq!(metadata.language.as_deref(), Some("ar"));
    assert_eq!(metadata.direction, Direction::Rtl);
    assert!(metadata.title.starts_with("واشنطن") && metadata.title.chars().count() <= 100);
    let lines: Vec<&str> = std::str::from_utf8(&bytes).unwrap().lines().map(str::trim).collect();
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    assert_eq!(texts(&article), lines);
}
