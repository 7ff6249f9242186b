//! Books made on the spot.

use std::io::{Cursor, Write};

use ::zip::ZipWriter;
use ::zip::write::SimpleFileOptions;

use crate::article::Direction;
use crate::format;
use crate::format::{Error, File, Reading};

const CONTAINER: &str = r#"<?xml version="1.0"?><container><rootfiles><rootfile
    full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#;

const ARABIC: &str = r#"<package><metadata><dc:title>دفتر البحر</dc:title><dc:creator>سلمى بن يوسف</dc:creator>
    <dc:language>ar</dc:language><dc:date>2024-03-05</dc:date></metadata><manifest>
    <item id="nav" href="nav.xhtml" properties="nav"/><item id="cover" href="cover.xhtml"/>
    <item id="c1" href="%D9%81%D8%B5%D9%84.xhtml"/><item id="c1b" href="more.xhtml"/><item id="c2" href="two.xhtml"/>
    <item id="gone" href="gone.xhtml"/></manifest>
    <spine page-progression-direction="rtl"><itemref idref="cover"/><itemref idref="nav"/><itemref idref="c1"/>
    <itemref idref="c1b"/><itemref idref="c2"/><itemref idref="gone"/></spine></package>"#;

const NAV: &str = r#"<html><body><nav epub:type="toc"><ol><li><a href="فصل.xhtml">الفصل الأول: الميناء</a></li>
    <li><a href="two.xhtml">الفصل الثاني: الريح</a></li></ol></nav></body></html>"#;

fn book(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn arabic() -> Vec<u8> {
    let two = "<?xml version='1.0' encoding='windows-1256'?><html><head><title/></head><body><a id='x'/>\
        <p>هبت الريح من الشمال في آخر الليل، فعاد الصيادون قبل الفجر.</p></body></html>";
    let (two, ..) = encoding_rs::WINDOWS_1256.encode(two);
    let one = "<html xml:lang='ar'><body><h1>الفصل الأول: الميناء</h1><p>كان الميناء هادئا في الصباح.</p></body></html>";
    let more = "<html><body><h2>بعد الظهر</h2><p>ثم امتلأ بالمراكب.</p></body></html>";
    book(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("OPS/book.opf", ARABIC.as_bytes()),
        ("OPS/nav.xhtml", NAV.as_bytes()),
        ("OPS/cover.xhtml", b"<html><body><img src='c.jpg' alt=''/></body></html>"),
        ("OPS/فصل.xhtml", one.as_bytes()),
        ("OPS/more.xhtml", more.as_bytes()),
        ("OPS/two.xhtml", &two),
    ])
}

fn read(bytes: &[u8]) -> Reading {
    format::read(&File::new("book.epub", bytes)).unwrap()
}

#[test]
fn every_entry_of_the_contents_is_an_article() {
    let reading = read(&arabic());
    let titles: Vec<_> = reading.parts.iter().map(|p| p.article.metadata.title.as_str()).collect();
    assert_eq!(titles, ["الفصل الأول: الميناء", "الفصل الثاني: الريح"]);
    let [one, two] = reading.parts.as_slice() else { panic!("two") };
    let metadata = &one.article.metadata;
    assert_eq!(metadata.source.as_deref(), Some("دفتر البحر"));
    assert_eq!(metadata.authors, ["سلمى بن يوسف"]);
    assert_eq!(metadata.published.unwrap().to_string(), "2024-03-05");
    assert_eq!((metadata.language.as_deref(), metadata.direction), (Some("ar"), Direction::Rtl));
    assert_eq!(one.article.text(), "كان الميناء هادئا في الصباح.\nبعد الظهر\nثم امتلأ بالمراكب.");
    assert_eq!((two.format, two.encoding), ("epub", "windows-1256"));
    assert!(two.article.text().starts_with("هبت الريح"));
    assert_eq!(reading.failures[0].place, "OPS/gone.xhtml");
}

#[test]
fn a_book_without_contents_has_an_article_for_each_document() {
    let opf = r#"<package><metadata><dc:title>ספר הים</dc:title><dc:language>he</dc:language></metadata><manifest>
        <item id="a" href="a.html"/><item id="b" href="b.html"/></manifest>
        <spine><itemref idref="a"/><itemref idref="b"/></spine></package>"#;
    let bytes = book(&[
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("OPS/book.opf", opf.as_bytes()),
        ("OPS/a.html", "<h1>הנמל</h1><p>הסירות שבו אל הנמל.</p>".as_bytes()),
        ("OPS/b.html", "<h1>הרוח</h1><p>הרוח נשבה מן הצפון.</p>".as_bytes()),
    ]);
    let reading = read(&bytes);
    let titles: Vec<_> = reading.parts.iter().map(|p| p.article.metadata.title.as_str()).collect();
    assert_eq!(titles, ["הנמל", "הרוח"]);
    assert!(reading.parts.iter().all(|part| part.article.metadata.direction == Direction::Rtl));
}

#[test]
fn a_locked_book_says_so_and_scrambled_fonts_do_not() {
    let lock = |algorithm: &str| {
        format!(
            r#"<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm="{algorithm}"/><enc:CipherData>
            <enc:CipherReference URI="OPS/a.html"/></enc:CipherData></enc:EncryptedData></encryption>"#
        )
    };
    let opf = r#"<package><manifest><item id="a" href="a.html"/></manifest><spine><itemref idref="a"/></spine></package>"#;
    let make = |algorithm: &str| {
        book(&[
            ("META-INF/container.xml", CONTAINER.as_bytes()),
            ("META-INF/encryption.xml", lock(algorithm).as_bytes()),
            ("OPS/book.opf", opf.as_bytes()),
            ("OPS/a.html", b"<h1>Title</h1><p>Words of the chapter.</p>"),
        ])
    };
    let locked = make("http://www.w3.org/2001/04/xmlenc#aes128-cbc");
    let error = format::read(&File::new("b.epub", &locked)).unwrap_err();
    assert!(error.to_string().contains("locked by its seller"), "{error}");
    assert_eq!(read(&make("http://www.idpf.org/2008/embedding")).parts.len(), 1);
}

#[test]
fn a_broken_book_is_a_failure_and_never_a_panic() {
    let whole = arabic();
    for at in (0..whole.len()).step_by(7) {
        let mut flipped = whole.clone();
        flipped[at] ^= 0x41;
        for bytes in [&whole[..at], &flipped] {
            if let Ok(reading) = format::read(&File::new("b.epub", bytes)) {
                assert!(!reading.parts.is_empty() || !reading.failures.is_empty());
            }
        }
    }
    let bare = book(&[("META-INF/container.xml", CONTAINER.as_bytes())]);
    assert!(matches!(format::read(&File::new("b.epub", &bare)), Err(Error::Damaged(_))));
}
