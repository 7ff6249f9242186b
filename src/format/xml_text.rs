//! XML of other kinds, as far as it holds running text: records with a headline and a text, as
//! agencies and programs make up their own, and books' paragraphs (TEI, `DocBook`). What has neither
//! is refused with a reason.

use super::compose;
use super::compose::Draft;
use super::date;
use super::escaped;
use super::plain;
use super::xml;
use super::xml::Element;
use super::xml::Tree;
use super::{Document, Error, Format, Kind};
use crate::article::Article;
use crate::article::Metadata;

pub(super) const FORMAT: Format = Format {
    name: "xml",
    extensions: &["xml"],
    about: "other XML with headlines and texts in it, or with paragraphs: TEI, DocBook",
    kind: Kind::Text { recognises, read },
};

const HEADLINES: &[&str] = &["*:headline", "*:title", "*:head", "*:hl1"];
const TEXTS: &[&str] = &["*:content", "*:body", "*:text", "*:story", "*:fulltext", "*:html"];
const BYLINES: &[&str] = &["*:byline", "*:author", "*:creator"];
const DATES: &[&str] =
    &["*:publishdate", "*:pubdate", "*:published", "*:date", "*:created", "*:updated"];

/// Less is a label.
const SHORTEST: usize = 5;
/// So many words in paragraphs are a text.
const ENOUGH: usize = 20;

/// Roots of files that hold words, but none to read.
const NOT_TEXT: &[&str] = &[
    "svg",
    "plist",
    "project",
    "xliff",
    "resources",
    "xbel",
    "opml",
    "package",
    "ncx",
    "container",
    "manifest",
    "urlset",
    "sitemapindex",
];

fn recognises(document: &Document) -> bool {
    let Some(root) = xml::root_name(&document.text) else { return false };
    let local = root.rsplit_once(':').map_or(root.as_str(), |(_, local)| local);
    let is_page = [
        "html", "head", "body", "div", "p", "span", "section", "main", "header", "table", "ul",
        "ol",
    ]
    .contains(&local);
    let is_declared =
        document.text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).starts_with("<?xml");
    let is_known = matches!(local, "tei" | "tei.2" | "svg" | "plist");
    let is_named = document.extension() == "xml";
    !is_page && (is_declared || is_known || is_named)
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let tree = Tree::parse(&document.text);
    let Some(root) = tree.root() else { return plain::read(document) };
    if NOT_TEXT.iter().any(|name| root.local().eq_ignore_ascii_case(name)) {
        return Err(Error::Unsupported("XML that holds no article"));
    }
    let records: Vec<Draft> = root.descendants().chain([root]).filter_map(record).collect();
    let drafts = if records.is_empty() { book(root).into_iter().collect() } else { records };
    if drafts.is_empty() {
        return Err(Error::Unsupported("XML of a kind that holds no article"));
    }
    let named = |draft: Draft| Draft { name: document.stem().to_owned(), ..draft };
    Ok(drafts.into_iter().map(named).map(compose::article).collect())
}

fn line(element: Element<'_>, names: &[&str]) -> Option<String> {
    names
        .iter()
        .find_map(|name| element.children().filter(|child| child.is(name)).find_map(escaped::line))
}

/// An element with a headline and a text among its children.
fn record(element: Element<'_>) -> Option<Draft> {
    let has_headline = element.children().any(|child| HEADLINES.iter().any(|name| child.is(name)));
    let texts = TEXTS.iter().filter_map(|name| element.child(name));
    let html = texts
        .filter(|text| words(*text) >= SHORTEST && !holds_record(*text))
        .find_map(escaped::html);
    let html = html.filter(|_| has_headline)?;
    let metadata = Metadata {
        title: line(element, HEADLINES).unwrap_or_default(),
        source: line(element, &["*:source", "*:origin", "*:publisher"])
            .map(|name| name.trim_matches('/').to_owned()),
        authors: line(element, BYLINES).into_iter().collect(),
        dateline: line(element, &["*:dateline", "*:town", "*:city"]),
        standfirst: line(element, &["*:subtitle", "*:standfirst", "*:summary", "*:abstract"]),
        published: DATES.iter().find_map(|name| date::parse(&element.line_of(name)?)),
        tags: line(element, &["*:section", "*:category"]).into_iter().collect(),
        url: line(element, &["*:url", "*:link"]).filter(|url| super::html::is_web(url)),
        identifier: line(element, &["*:guid", "*:uuid", "*:identifier"]),
        ..Metadata::default()
    };
    let languages = element.inherited("xml:lang").map(str::to_owned).into_iter().collect();
    Some(Draft { metadata, html, languages, ..Draft::default() })
}

fn holds_record(text: Element<'_>) -> bool {
    text.descendants().any(|inside| TEXTS.iter().chain(HEADLINES).any(|name| inside.is(name)))
}

fn words(element: Element<'_>) -> usize {
    element.text().split_whitespace().count()
}

/// A book or an article in paragraphs.
fn book(root: Element<'_>) -> Option<Draft> {
    let is_paragraph =
        |element: &Element<'_>| ["*:p", "*:para", "*:simpara"].iter().any(|name| element.is(name));
    let count: usize = root.descendants().filter(is_paragraph).map(words).sum();
    if count < ENOUGH {
        return None;
    }
    let any = |names: &[&str]| {
        root.descendants()
            .filter(|element| names.iter().any(|name| element.is(name)))
            .find_map(Element::line)
    };
    let metadata = Metadata {
        title: any(&["*:title"]).or_else(|| any(&["*:head"])).unwrap_or_default(),
        authors: any(&["*:author"]).into_iter().collect(),
        published: any(&["*:pubdate", "*:date"]).and_then(|line| date::parse(&line)),
        source: any(&["*:publishername", "*:publisher"]),
        identifier: any(&["*:idno", "*:identifier", "*:isbn"]),
        ..Metadata::default()
    };
    let languages =
        root.descendants().chain([root]).find_map(|element| element.attribute("xml:lang"));
    let languages = languages.map(str::to_owned).into_iter().collect();
    Some(Draft { metadata, html: root.inner_as(name), languages, ..Draft::default() })
}

/// What HTML calls an element of a book.
fn name(book: &str) -> &str {
    match book {
        "para" | "simpara" | "lg" => "p",
        "title" | "head" => "h2",
        "emphasis" | "hi" => "em",
        "itemizedlist" | "list" => "ul",
        "orderedlist" => "ol",
        "listitem" | "item" => "li",
        "lb" => "br",
        "l" => "div",
        "programlisting" | "screen" => "pre",
        "quote" => "q",
        "teiHeader" | "info" | "articleinfo" | "bookinfo" | "indexterm" => "template",
        _ => book,
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::format;
    use crate::format::Error;
    use crate::format::File;

    fn read(name: &str, text: &str) -> Result<Vec<Article>, Error> {
        let reading = format::read(&File::new(name, text.as_bytes()))?;
        Ok(reading.parts.into_iter().map(|part| part.article).collect())
    }

    #[test]
    fn records_are_read() {
        let text = "<?xml version='1.0'?><All><Items>\
            <News><Headline>خبر أول</Headline><Content>&lt;p&gt;فتح المرفأ أبوابه صباح هذا اليوم.&lt;/p&gt;</Content>\
            <ByLine>سلمى بن يوسف</ByLine><PublishDate>2024-03-05T10:30:00</PublishDate></News>\
            <News><Headline>خبر ثان</Headline><Content>عاد الصيادون إلى الأرصفة بعد عشرين عاما.</Content></News></Items></All>";
        let articles = read("a.xml", text).unwrap();
        assert_eq!(articles.len(), 2);
        assert_eq!(articles[0].metadata.authors, ["سلمى بن يوسف"]);
        assert_eq!(articles[0].metadata.published.unwrap().to_string(), "2024-03-05T10:30:00");
        assert_eq!(articles[0].text(), "فتح المرفأ أبوابه صباح هذا اليوم.");
    }

    #[test]
    fn books_are_read_without_their_headers() {
        let text = format!(
            "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='he'><teiHeader><title>הנמל</title><p>על המהדורה</p></teiHeader>\
             <text><body><head>פרק ראשון</head><p>{}</p></body></text></TEI>",
            "הדייגים חזרו אל הנמל ".repeat(8)
        );
        let articles = read("a.xml", &text).unwrap();
        assert_eq!(articles[0].metadata.title, "הנמל");
        assert_eq!(articles[0].metadata.language.as_deref(), Some("he"));
        assert_eq!(articles[0].body.len(), 2);
    }

    #[test]
    fn what_holds_no_article_is_refused() {
        for text in [
            "<svg xmlns='http://www.w3.org/2000/svg'><title>a</title><text>one two three four five six</text></svg>",
            "<?xml version='1.0'?><!DOCTYPE plist><plist><dict><key>a</key></dict></plist>",
            "<?xml version='1.0'?><results><status code='1'/></results>",
        ] {
            assert!(matches!(read("a", text), Err(Error::Unsupported(_))), "{text}");
        }
    }
}
