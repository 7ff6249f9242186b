//! Mails read whole, from their bytes to the article.

use crate::article::Article;
use crate::article::Direction;
use crate::format;
use crate::format::File;

fn mail(name: &str, bytes: &[u8]) -> Article {
    let mut reading = format::read(&File::new(name, bytes)).unwrap();
    assert_eq!(reading.parts[0].format, "mail");
    reading.parts.remove(0).article
}

#[test]
fn text_that_looks_a_little_like_mail_is_none() {
    for text in [
        "Content-Type: text/x-zim-wiki\nWiki-Format: zim 0.6\nCreation-Date: 2024-03-23T10:30:00\n\nWords.",
        "From: the harbour\nTo: the sea\n\nA poem.",
        "Title: A\nDate: 2024-03-23\nAuthor: Ada Venn\n\nWords.",
        "---\nfrom: ada@a.example\n---\nWords.",
    ] {
        let reading = format::read(&File::new("a.txt", text.as_bytes())).unwrap();
        assert_ne!(reading.parts[0].format, "mail", "{text}");
    }
}

#[test]
fn a_file_of_a_maildir_is_known_by_its_content() {
    let text = "From: Ada Venn <ada@a.example>\nSubject: Tides\nDate: Sat, 23 Mar 2024 10:30:00 +0300\n\nThey turn.";
    let article = mail("1711182600.M1P1.host:2,S", text.as_bytes());
    assert_eq!(article.metadata.title, "Tides");
    assert_eq!(article.metadata.authors, ["Ada Venn"]);
    assert_eq!(article.metadata.published.unwrap().to_string(), "2024-03-23T10:30:00+03:00");
    assert_eq!((article.given.read, article.given.bookmarked), (Some(true), Some(false)));
    assert_eq!(article.text(), "They turn.");
}

#[test]
fn of_alternatives_the_page_is_read_and_attachments_are_named() {
    let text = "From: a@a.example\nSubject: x\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\
        Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Page.</p>\n--b\n\n\
        Plain.\n--b--\n--a\nContent-Type: image/png; name=map.png\n\n--a\nContent-Type: application/pdf\n\
        Content-Disposition: attachment; filename=a.pdf\n\n--a--";
    assert_eq!(mail("a.eml", text.as_bytes()).text(), "Page.\nmap.png\na.pdf");
}

#[test]
fn a_mail_sent_on_is_read_below_its_subject() {
    let text = "From: a@a.example\nSubject: Fwd\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\nSee.\n--a\n\
        Content-Type: message/rfc822\n\nFrom: Ada <b@a.example>\nSubject: Tides\nDate: 23 Mar 2024 10:30:00 +0000\n\nThey turn.\n--a--";
    assert_eq!(
        mail("a.eml", text.as_bytes()).text(),
        "See.\nTides\nAda <b@a.example> · 2024-03-23\nThey turn."
    );
}

#[test]
fn a_legacy_mail_is_read_in_its_own_encoding() {
    let text = "From: مريم الدوس <m@a.example>\nSubject: عودة الصيادين إلى المرفأ\nMIME-Version: 1.0\n\
        Content-Type: text/plain; charset=LABEL\nContent-Transfer-Encoding: 8bit\n\nعاد الصيادون إلى المرفأ القديم صباح اليوم.\n";
    for label in ["windows-1256", "iso-8859-1", "utf-8"] {
        let (bytes, ..) = encoding_rs::WINDOWS_1256.encode(text);
        let at = bytes.windows(5).position(|five| five == b"LABEL").unwrap();
        let bytes = [&bytes[..at], label.as_bytes(), &bytes[at + 5..]].concat();
        let article = mail("a", &bytes);
        assert_eq!(article.metadata.title, "عودة الصيادين إلى المرفأ", "{label}");
        assert_eq!(article.metadata.authors, ["مريم الدوس"], "{label}");
        assert_eq!(article.text(), "عاد الصيادون إلى المرفأ القديم صباح اليوم.", "{label}");
        assert_eq!(article.metadata.direction, Direction::Rtl);
    }
}

#[test]
fn a_mail_without_anything_says_so() {
    let error = format::read(&File::new("a.eml", b"MIME-Version: 1.0\n\n")).unwrap_err();
    assert!(error.to_string().contains("neither subject nor text"), "{error}");
}

#[test]
fn an_article_from_rss2email_is_read() {
    let article =
        mail("a.eml", include_bytes!("../../../tests/fixtures/format/mail/rss2email.eml"));
    let metadata = &article.metadata;
    assert_eq!(metadata.title, "عودة الصيادين إلى المرفأ القديم");
    assert_eq!(metadata.source.as_deref(), Some("صحيفة المرفأ"));
    assert_eq!(metadata.authors, ["مريم الدوس"]);
    assert_eq!(metadata.url.as_deref(), Some("https://marfa.example/2024/fishermen"));
    assert_eq!(metadata.tags, ["بحر", "صيد"]);
    assert_eq!(metadata.published.unwrap().to_string(), "2024-03-23T10:30:00Z");
    assert_eq!((metadata.direction, article.body.len()), (Direction::Rtl, 2));
}

#[test]
fn a_newsletter_is_read() {
    let article =
        mail("a.eml", include_bytes!("../../../tests/fixtures/format/mail/newsletter.eml"));
    let metadata = &article.metadata;
    assert_eq!(metadata.authors, ["Ada Venn"]);
    assert_eq!(metadata.source.as_deref(), Some("Tides and Times"));
    assert_eq!(metadata.url.as_deref(), Some("https://letters.example/7"));
    let text = "The harbour keeps what the sea gives it: rope, glass, and now and then a bell.\nNobody asks for the bell.";
    assert_eq!(article.text(), text);
}
