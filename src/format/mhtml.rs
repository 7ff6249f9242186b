//! Web archives: a page with its pictures in one file, as Chromium, Internet Explorer, Word, Opera
//! and `UnMHT` save them. The page is read as any page is; what is told of it here is where and when
//! it was saved.

use super::Document;
use super::Error;
use super::File;
use super::Format;
use super::Kind;
use super::Part;
use super::Reading;
use super::date;
use super::html;
use super::mail;
use super::mime::Entity;
use super::mime::Fields;
use super::mime::Part as Content;

pub(super) const FORMAT: Format = Format {
    name: "mhtml",
    extensions: &["mhtml", "mht"],
    about: "web archives in one file: Chromium, Internet Explorer, Word, UnMHT",
    kind: Kind::Bytes { recognises, read },
};

/// As much as is looked at to tell what it is.
const HEAD: usize = 16 << 10;

fn recognises(file: &File) -> bool {
    let bytes = mail::message(file.bytes);
    let (fields, _) = Fields::split(bytes.get(..HEAD).unwrap_or(bytes));
    let kind = fields.structured("content-type").map(|kind| kind.value).unwrap_or_default();
    let is_saved =
        fields.text("from").is_some_and(|from| from.to_ascii_lowercase().starts_with("<saved by"));
    let is_snapshot =
        is_saved || fields.has("snapshot-content-location") || fields.has("x-unmht-save-url");
    let is_named = FORMAT.extensions.contains(&file.extension().as_str());
    let is_archive = matches!(
        kind.as_str(),
        "multipart/related" | "multipart/mixed" | "multipart/alternative" | "text/html"
    );
    is_archive && (is_snapshot || is_named)
}

fn read(file: &File) -> Result<Reading, Error> {
    let archive = Entity::read(mail::message(file.bytes));
    let page = page(&archive).ok_or(Error::NoArticle("the archive has no page"))?;
    let (text, encoding) = page.text(file.wish.encoding).ok_or(Error::Binary("binary data"))?;
    if text.trim().is_empty() {
        return Err(Error::Empty);
    }
    let document = Document { name: file.name.to_owned(), text, encoding, whole: file.wish.whole };
    let saved = archive.fields.text("date").and_then(|saved| date::parse(&saved));
    let articles = html::page(&document, url(&archive.fields, &page.fields), saved)?;
    let part = |article| Part { article, format: FORMAT.name, encoding, member: None };
    Ok(Reading { parts: articles.into_iter().map(part).collect(), failures: Vec::new() })
}

/// Where the page was; files that Word made were nowhere.
fn url(archive: &Fields, page: &Fields) -> Option<String> {
    let names = ["snapshot-content-location", "x-unmht-save-url", "content-location"];
    let of_archive = names.iter().filter_map(|name| archive.text(name));
    let mut urls = of_archive.chain(page.text("content-location"));
    urls.find(|url| html::is_web(url))
}

/// The page: the part that is named as the first, else the first page there is.
fn page<'e, 'a>(archive: &'e Entity<'a>) -> Option<&'e Entity<'a>> {
    let Content::Parts(parts) = &archive.part else { return is_page(archive).then_some(archive) };
    let start = archive.parameter("start");
    let is_start = |part: &&Entity<'_>| start.is_some() && part.fields.text("content-id") == start;
    let named = parts.iter().find(is_start).and_then(page);
    named.or_else(|| parts.iter().find_map(page))
}

fn is_page(entity: &Entity<'_>) -> bool {
    matches!(entity.kind.as_str(), "text/html" | "application/xhtml+xml")
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::article::Direction;
    use crate::format;
    use crate::format::File;

    fn page(name: &str, bytes: &[u8]) -> (Article, &'static str) {
        let mut reading = format::read(&File::new(name, bytes)).unwrap();
        assert_eq!(reading.parts[0].format, "mhtml");
        let part = reading.parts.remove(0);
        (part.article, part.encoding)
    }

    #[test]
    fn a_page_saved_by_chromium_is_read() {
        let bytes = include_bytes!("../../tests/fixtures/format/mhtml/chromium.mhtml");
        let (article, encoding) = page("page", bytes);
        let metadata = &article.metadata;
        assert_eq!(metadata.title, "عودة الصيادين إلى المرفأ القديم");
        assert_eq!(metadata.source.as_deref(), Some("صحيفة المرفأ"));
        assert_eq!(metadata.authors, ["مريم الدوس"]);
        assert_eq!(metadata.url.as_deref(), Some("http://marfa.example/page.html"));
        assert_eq!(metadata.saved.unwrap().to_string(), "2026-11-23T19:27:04Z");
        assert_eq!((metadata.direction, encoding), (Direction::Rtl, "UTF-8"));
        assert!(article.text().starts_with("عاد الصيادون") && !article.text().contains("الرئيسية"));
    }

    #[test]
    fn a_page_saved_by_internet_explorer_is_read() {
        let bytes = include_bytes!("../../tests/fixtures/format/mhtml/explorer.mht");
        let (article, encoding) = page("open.mht", bytes);
        assert_eq!(article.metadata.title, "הנמל הישן נפתח מחדש");
        assert_eq!(article.metadata.url.as_deref(), Some("https://namal.example/open.html"));
        assert_eq!(article.metadata.language.as_deref(), Some("he"));
        assert_eq!((article.body.len(), encoding), (2, "windows-1255"));
    }

    #[test]
    fn an_archive_without_a_page_says_so() {
        let text = "From: <Saved by Blink>\nContent-Type: multipart/related; boundary=a\n\n--a\nContent-Type: image/png\n\nx\n--a--";
        let error = format::read(&File::new("a.mhtml", text.as_bytes())).unwrap_err();
        assert!(error.to_string().contains("has no page"), "{error}");
    }
}
