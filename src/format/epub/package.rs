//! The package document of a book: who wrote it, what it is called, and the order of its documents.

use std::collections::HashMap;

use super::parcel::{Parcel, local, resolve, tags};
use super::plain;
use crate::article::Date;
use crate::format::Error;
use crate::format::date;
use crate::format::html;

/// What a package document tells.
#[derive(Debug, Default)]
pub(super) struct Package {
    pub title: Option<String>,
    pub authors: Vec<String>,
    pub languages: Vec<String>,
    pub published: Option<Date>,
    pub subjects: Vec<String>,
    pub url: Option<String>,
    /// What the publisher calls the book, one of its identifiers if there are several.
    pub identifier: Option<String>,
    /// Whether the pages turn from right to left.
    pub is_rtl: bool,
    /// The paths of the documents, in the order of reading.
    pub spine: Vec<String>,
    /// The paths of the tables of contents: the navigation document, and the older NCX.
    pub contents: Vec<String>,
}

/// Reads it.
pub(super) fn read(parcel: &mut Parcel) -> Result<Package, Error> {
    let path = parcel.package()?;
    let (text, _) = parcel.text(&path)?;
    Ok(parse(&text, &path))
}

fn parse(text: &str, path: &str) -> Package {
    let mut package = Package::default();
    let mut unique = None;
    let mut items: HashMap<&str, String> = HashMap::new();
    let mut ncx = Vec::new();
    for tag in tags(text) {
        let attribute = |name| tag.attribute(name).unwrap_or_default();
        match local(tag.name) {
            "package" => unique = tag.attribute("unique-identifier"),
            "item" => {
                let href = resolve(path, attribute("href"));
                let is_nav = attribute("properties").split_whitespace().any(|p| p == "nav");
                if is_nav {
                    package.contents.push(href.clone());
                } else if attribute("media-type") == "application/x-dtbncx+xml" {
                    ncx.push(href.clone());
                }
                items.insert(attribute("id"), href);
            }
            "itemref" => package.spine.extend(items.get(attribute("idref")).cloned()),
            "spine" => package.is_rtl = attribute("page-progression-direction") == "rtl",
            "identifier" if unique.is_some() && tag.attribute("id") == unique => {
                package.identifier = Some(plain(content(text, &tag)));
                describe(&mut package, &tag, content(text, &tag));
            }
            _ => describe(&mut package, &tag, content(text, &tag)),
        }
    }
    // The table of contents itself is not read as a chapter.
    package.spine.retain(|path| !package.contents.contains(path));
    package.contents.extend(ncx);
    package
}

/// The text that follows a tag.
fn content<'a>(text: &'a str, tag: &html::Tag<'_>) -> &'a str {
    let rest = text.get(tag.end..).unwrap_or_default();
    rest.split('<').next().unwrap_or_default()
}

/// Takes what one element of the metadata tells.
fn describe(package: &mut Package, tag: &html::Tag<'_>, text: &str) {
    let text = || Some(plain(text)).filter(|text| !text.is_empty());
    match tag.name {
        "dc:title" => package.title = package.title.take().or_else(text),
        "dc:creator" => {
            let role = tag.attribute("opf:role").unwrap_or("aut");
            package.authors.extend(text().filter(|name| role == "aut" && name != "Unknown"));
        }
        "dc:language" => package.languages.extend(text()),
        "dc:subject" => package.subjects.extend(text()),
        "dc:date" if tag.attribute("opf:event") != Some("modification") => {
            // Calibre writes this for a day that it does not know.
            let day = text().filter(|day| !day.starts_with("0101-"));
            package.published = package.published.or_else(|| date::parse(&day?));
        }
        "dc:source" | "dc:identifier" => {
            package.url = package.url.take().or_else(|| text().filter(|url| html::is_web(url)));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPF: &str = r##"<?xml version="1.0"?><opf:package unique-identifier="u" xmlns:opf="http://www.idpf.org/2007/opf">
        <metadata><dc:title>حكايات &amp; أخبار</dc:title><dc:creator opf:role="aut">ليلى حداد</dc:creator>
        <dc:creator opf:role="ill">Somebody</dc:creator><dc:language>ar</dc:language>
        <dc:date opf:event="modification">2025-01-01</dc:date><dc:date>2024-03-05</dc:date>
        <dc:identifier>978-0-00</dc:identifier><dc:identifier id="u">urn:uuid:1</dc:identifier><dc:source>https://example.org/b</dc:source></metadata>
        <manifest><opf:item id="n" href="nav.xhtml" properties="scripted nav"/><item id="t" href="toc.ncx"
        media-type="application/x-dtbncx+xml"/><item href="a%20b.xhtml" id="a"/></manifest>
        <spine page-progression-direction="rtl" toc="t"><itemref idref="n"/><itemref idref="a"/>
        <itemref idref="none"/></spine></opf:package>"##;

    #[test]
    fn all_that_is_told_is_taken() {
        let package = parse(OPF, "OPS/p.opf");
        assert_eq!(package.title.as_deref(), Some("حكايات & أخبار"));
        assert_eq!(package.authors, ["ليلى حداد"]);
        assert_eq!(package.languages, ["ar"]);
        assert_eq!(package.published.unwrap().to_string(), "2024-03-05");
        assert_eq!(package.url.as_deref(), Some("https://example.org/b"));
        assert_eq!(package.identifier.as_deref(), Some("urn:uuid:1"));
        assert!(package.is_rtl);
        assert_eq!(package.spine, ["OPS/a b.xhtml"]);
        assert_eq!(package.contents, ["OPS/nav.xhtml", "OPS/toc.ncx"]);
    }
}
