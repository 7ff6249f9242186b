//! Pages that real programs saved, by `tests/browsers/make`: what was on the page is what is read.

use std::fs;
use std::path::Path;

use sahifa::article::{Article, Block, Content, Direction, Nest};
use sahifa::format;
use sahifa::format::File;

const FOLDER: &str = "tests/fixtures/format/singlefile";

/// A page: its name, headline, source, authors, day, direction.
type Saved =
    (&'static str, &'static str, &'static str, &'static [&'static str], &'static str, Direction);

/// The page of each language.
const PAGES: [Saved; 3] = [
    (
        "arabic",
        "المرفأ القديم يفتح أبوابه بعد أحد عشر يوماً من العواصف",
        "صحيفة الساحل",
        &["ليلى حداد"],
        "2024-03-23T08:15:00+02:00",
        Direction::Rtl,
    ),
    (
        "hebrew",
        "הנמל הישן נפתח שוב לדייגים",
        "עיתון החוף",
        &["דוד כהן", "מרים לוי"],
        "2024-03-24T07:30:00+02:00",
        Direction::Rtl,
    ),
    (
        "english",
        "The old harbour opens its gates again",
        "The Harbour Review",
        &["Ada Venn"],
        "2024-03-25T06:00:00Z",
        Direction::Ltr,
    ),
];

#[test]
fn pages_that_singlefile_saved_are_what_they_were() {
    for (name, title, source, authors, day, direction) in PAGES {
        for file in [format!("{name}.html"), format!("{name}.zip.html")] {
            let path = Path::new(FOLDER).join(&file);
            if !path.exists() {
                continue;
            }
            let bytes = fs::read(&path).expect("a fixture");
            let reading = format::read(&File::new(&file, &bytes)).expect("an article");
            let article = &reading.parts[0].article;
            let found = &article.metadata;
            assert_eq!(found.title, title, "{file}");
            assert_eq!(found.source.as_deref(), Some(source), "{file}");
            assert_eq!(found.authors, authors, "{file}");
            assert_eq!(found.published.expect("a day").to_string(), day, "{file}");
            assert_eq!(found.direction, direction, "{file}");
            assert!(found.saved.is_some(), "{file}");
            body(article, &file);
        }
    }
}

/// The picture's caption, the quotation, and nothing of what stands around the text.
fn body(article: &Article, file: &str) {
    let is_figure = |block: &Block| matches!(&block.content, Content::Figure { caption, .. } if caption.text().chars().count() > 20);
    assert!(article.body.iter().any(is_figure), "{file}: no caption");
    assert!(article.body.iter().any(|block| block.nest == [Nest::Quote]), "{file}: no quotation");
    let text = article.text();
    for around in ["الرئيسية", "جميع الحقوق", "כל הזכויות", "Home"] {
        assert!(!text.contains(around), "{file}: {around}");
    }
}
