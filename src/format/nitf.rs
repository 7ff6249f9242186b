//! NITF, in which news agencies send single reports (IPTC, News Industry Text Format 3).
//!
//! A report may stand alone or within `NewsML`; both come through [`draft`]. Agencies leave out what
//! they like, so every fact has more than one place where it is looked for.

use super::compose;
use super::compose::Draft;
use super::date;
use super::xml;
use super::xml::Element;
use super::xml::Tree;
use super::{Document, Error, Format, Kind};
use crate::article::Article;
use crate::article::Date;
use crate::article::Metadata;

pub(super) const FORMAT: Format = Format {
    name: "nitf",
    extensions: &["nitf"],
    about: "news agencies' reports in NITF",
    kind: Kind::Text { recognises, read },
};

fn recognises(document: &Document) -> bool {
    xml::root_name(&document.text).is_some_and(|root| root == "nitf" || root.ends_with(":nitf"))
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    let tree = Tree::parse(&document.text);
    let Some(root) = tree.root() else { return Err(Error::NoArticle("no report in it")) };
    let mut draft = draft(root);
    if draft.html.trim().is_empty() && draft.metadata.title.is_empty() {
        return Err(Error::NoArticle("neither a headline nor a text"));
    }
    draft.name = document.stem().to_owned();
    Ok(vec![compose::article(draft)])
}

/// What a report says.
pub(super) fn draft(nitf: Element<'_>) -> Draft {
    let head = nitf.at("body/body.head").unwrap_or(nitf);
    let content = nitf.at("body/body.content").or_else(|| nitf.child("body"));
    let metadata = Metadata {
        title: title(nitf, head).unwrap_or_default(),
        source: source(nitf, head),
        authors: authors(head.child("byline").or_else(|| nitf.descendant("byline"))),
        dateline: head.child("dateline").and_then(dateline),
        standfirst: standfirst(head),
        published: published(nitf),
        tags: tags(nitf),
        identifier: nitf
            .at("head/docdata/doc-id")
            .and_then(|id| id.attribute("id-string"))
            .map(str::to_owned),
        ..Metadata::default()
    };
    let html = content.map(text).unwrap_or_default();
    let near = content
        .and_then(|content| content.attribute("xml:lang").or_else(|| content.attribute("lang")));
    let languages =
        [near, nitf.attribute("baselang"), nitf.inherited("xml:lang"), meta(nitf, "language")];
    let languages = languages.into_iter().flatten().map(str::to_owned).collect();
    Draft { metadata, html, languages, ..Draft::default() }
}

/// The text, when `content` is written in elements or in HTML as text.
fn text(content: Element<'_>) -> String {
    if content.has_elements() {
        return content.inner_as(name);
    }
    super::escaped::html(content).unwrap_or_default()
}

/// What HTML calls an element of a text.
fn name(nitf: &str) -> &str {
    match nitf {
        "hl1" => "h2",
        "hl2" => "h3",
        "bq" => "blockquote",
        "media" => "figure",
        "media-caption" => "figcaption",
        "block" | "body.content" | "body.end" | "nitf-table" => "div",
        "datasource" | "credit" | "tagline" => "p",
        // What is not to be shown: what pictures are called in the agency's store.
        "media-metadata"
        | "media-object"
        | "media-producer"
        | "nitf-table-metadata"
        | "media-reference" => "template",
        _ => nitf,
    }
}

fn title(nitf: Element<'_>, head: Element<'_>) -> Option<String> {
    let places = ["hedline/hl1", "hedline", "headline"];
    let titles = places.iter().find_map(|place| head.line_of(place));
    titles
        .or_else(|| nitf.line_of("head/title"))
        .or_else(|| meta(nitf, "anpa-keyword").map(str::to_owned))
}

fn meta<'t>(nitf: Element<'t>, name: &str) -> Option<&'t str> {
    let metas = nitf.child("head")?.children().filter(|meta| meta.is("meta"));
    let named = |meta: &Element<'t>| {
        meta.attribute("name").is_some_and(|own| own.eq_ignore_ascii_case(name))
    };
    metas.filter(named).find_map(|meta| meta.attribute("content"))
}

/// The names in a byline, without titles and agencies.
fn authors(byline: Option<Element<'_>>) -> Vec<String> {
    let Some(byline) = byline else { return Vec::new() };
    let people: Vec<String> =
        byline.children().filter(|child| child.is("person")).filter_map(Element::line).collect();
    if !people.is_empty() {
        return people;
    }
    let Some(line) = byline.line() else { return Vec::new() };
    let roles = byline.children().filter(|child| child.is("byttl")).filter_map(Element::line);
    let line = roles.fold(line, |line, role| line.replace(&role, " "));
    (!line.trim().is_empty()).then_some(line).into_iter().collect()
}

fn dateline(dateline: Element<'_>) -> Option<String> {
    let location = dateline.child("location");
    let city = location.and_then(|location| location.line_of("city"));
    let line = city.or_else(|| location.and_then(Element::line)).or_else(|| {
        let line = dateline.line()?;
        Some(match dateline.line_of("story.date") {
            Some(date) => line.replace(&date, " "),
            None => line,
        })
    });
    place(&line?)
}

/// The place in a line like `TRIPOLI, March 5 (HNA) -`.
pub(super) fn place(line: &str) -> Option<String> {
    let line = line.split(['(', '–', '—']).next()?;
    let words: Vec<&str> = line.split_whitespace().collect();
    let has_digit = |word: &&str| word.contains(char::is_numeric);
    let is_date = |at: usize, word: &&str| {
        has_digit(word) || (date::is_month(word) && words.get(at + 1).is_some_and(has_digit))
    };
    let end = words.iter().enumerate().position(|(at, word)| is_date(at, word));
    let place = words.get(..end.unwrap_or(words.len()))?.join(" ");
    let place = place.trim_matches([',', '-', ':', '/', ' ', '.']);
    (!place.is_empty()).then(|| place.to_owned())
}

/// The second headline, else the abstract.
fn standfirst(head: Element<'_>) -> Option<String> {
    let headline = head.line_of("hedline/hl1");
    let second = head.line_of("hedline/hl2").filter(|second| Some(second) != headline.as_ref());
    let summary = head.child("abstract").and_then(Element::line);
    let is_sentence = |line: &String| line.chars().any(char::is_lowercase) || !line.is_ascii();
    summary.or_else(|| second.filter(is_sentence))
}

fn published(nitf: Element<'_>) -> Option<Date> {
    let of = |name: &str| {
        let dates = nitf.descendants().filter(|element| element.is(name));
        dates.filter_map(|date| date::parse(date.attribute("norm")?)).next()
    };
    let dates = ["date.issue", "story.date", "date.release"];
    let printed =
        || nitf.descendant("pubdata")?.attribute("date.publication").and_then(date::parse);
    dates.iter().find_map(|name| of(name)).or_else(printed)
}

/// The paper, the agency, or who holds the rights.
fn source(nitf: Element<'_>, head: Element<'_>) -> Option<String> {
    let attribute =
        |name: &str, key: &str| nitf.descendant(name)?.attribute(key).map(str::to_owned);
    let paper = attribute("pubdata", "name");
    let agency = paper.or_else(|| head.line_of("distributor"));
    let holder = agency.or_else(|| attribute("doc.copyright", "holder"));
    let holder = holder.or_else(|| nitf.descendant("rights.owner")?.line());
    holder.or_else(|| attribute("from-src", "src-name"))
}

fn tags(nitf: Element<'_>) -> Vec<String> {
    let keyword = |element: Element<'_>| {
        let is = |name: &str| element.is(name);
        let key = |name: &str| element.attribute(name).map(str::to_owned);
        if is("keyword") {
            key("key").or_else(|| element.line())
        } else if is("tobject.subject") {
            key("tobject.subject.matter").or_else(|| key("tobject.subject.type"))
        } else {
            None
        }
    };
    nitf.child("head").into_iter().flat_map(Element::descendants).filter_map(keyword).collect()
}

#[cfg(test)]
mod tests {
    use crate::article::Block;
    use crate::article::Content;
    use crate::format;
    use crate::format::File;

    #[test]
    fn a_report_is_read() {
        let text = include_str!("../../tests/fixtures/format/nitf/report.xml");
        let reading = format::read(&File::new("report.xml", text.as_bytes())).unwrap();
        assert_eq!(reading.parts[0].format, "nitf");
        let article = &reading.parts[0].article;
        let metadata = &article.metadata;
        assert_eq!(metadata.title, "الميناء القديم يفتح أبوابه من جديد");
        assert_eq!(
            metadata.standfirst.as_deref(),
            Some("الصيادون يعودون إلى الأرصفة بعد عشرين عاما")
        );
        assert_eq!(metadata.authors, ["سلمى بن يوسف"]);
        assert_eq!(metadata.source.as_deref(), Some("وكالة الساحل"));
        assert_eq!(metadata.dateline.as_deref(), Some("طرابلس"));
        assert_eq!(metadata.published.unwrap().to_string(), "2024-03-05T10:30:00+02:00");
        assert_eq!(metadata.tags, ["اقتصاد", "مرافئ"]);
        assert_eq!(metadata.language.as_deref(), Some("ar-LY"));
        assert_eq!(article.body.len(), 4);
        assert!(matches!(article.body[1].content, Content::Heading { .. }));
        let figure = article.body[3].texts().next().unwrap().text();
        assert_eq!(figure, "قوارب في الميناء.");
        assert!(
            !article
                .body
                .iter()
                .flat_map(Block::texts)
                .any(|text| text.text().contains("TransRef"))
        );
    }

    #[test]
    fn a_place_is_told_from_the_day() {
        for (line, expected) in [
            ("TRIPOLI, March 5 (HNA) -", Some("TRIPOLI")),
            ("Washington, D.C.", Some("Washington, D.C")),
            ("HARBOUR March 22 HNA -", Some("HARBOUR")),
            ("Mar del Plata", Some("Mar del Plata")),
            ("4/4/2018", None),
            ("القاهرة 5 مارس", Some("القاهرة")),
        ] {
            assert_eq!(super::place(line).as_deref(), expected, "{line}");
        }
    }
}
