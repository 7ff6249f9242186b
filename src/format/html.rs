//! Saved web pages: `SingleFile`'s, browsers', monolith's, and any other HTML.
//!
//! A page is bounded before it is parsed, its metadata is read from the whole of it, and its article
//! is found and turned into flat blocks. Nothing is fetched and no script is run. Encodings were dealt
//! with before; feeds and other XML are other formats.

mod address;
mod blocks;
mod boxes;
mod code;
pub(super) mod compressed;
mod content;
mod dom;
mod flow;
mod inline;
mod json_ld;
mod language;
mod metadata;
mod places;
mod prepare;
mod prescan;
mod provenance;
mod table;
mod tags;
mod title;
mod trim;
mod verse;
mod whole;

pub(super) use address::{host, is_web, resolve};
pub(super) use blocks::Context;
pub(super) use dom::unescape;
pub(super) use flow::{Flow, Scope};
pub(super) use language::{direct, settle};
pub(super) use tags::{Tag, next_tag};
pub(super) use title::without_site;
pub(super) use trim::headline as without_headline;

use std::sync::LazyLock;

use super::plain::headline;
use super::plain::lead;
use super::{Document, Error, Format, Kind, date, finish};
use crate::article::Article;
use crate::article::Block;
use crate::article::Date;
use crate::article::Direction;
use crate::article::Metadata;
use crate::article::Rich;
use content::Clues;
use content::Found;
use metadata::Declared;
use places::Elements;
use places::Places;
use provenance::Provenance;

pub(super) const FORMAT: Format = Format {
    name: "html",
    extensions: &["html", "htm", "xhtml", "xht", "shtml"],
    about: "web pages: SingleFile, browsers' \"Web page, complete\", monolith, any HTML",
    kind: Kind::Text { recognises, read },
};

/// How much of a file is looked at to tell what it is.
const HEAD: usize = 4096;

/// Parses a page that is as deep and as large as may be.
pub(super) fn parse(html: &str) -> dom_query::Document {
    dom_query::Document::from(prescan::bound(html))
}

/// Turns a piece of HTML into blocks: everything in it is text, nothing is left out as furniture.
pub(super) fn fragment(html: &str, context: Context<'_>) -> Vec<Block> {
    let tree = dom_query::Document::fragment(prescan::bound(html));
    prepare::prepare(&tree);
    blocks::blocks(&tree.root(), context)
}

fn recognises(document: &Document) -> bool {
    let text = document.text.trim_start_matches(['\u{feff}', '\u{200e}', '\u{200f}']);
    let head = dom::opening(text, HEAD).to_ascii_lowercase();
    let start = without_prologue(&head);
    if start.starts_with("<html") || start.starts_with("<!doctype html") {
        return true;
    }
    let is_markdown = matches!(document.extension().as_str(), "md" | "markdown" | "mdown" | "mkd");
    !is_markdown && start.starts_with('<') && is_mostly_tags(start)
}

/// Passes over what may stand before the root: an XML declaration, comments.
fn without_prologue(head: &str) -> &str {
    let mut rest = head.trim_start();
    loop {
        let after = if rest.starts_with("<?xml") {
            rest.split_once("?>")
        } else if rest.starts_with("<!--") {
            rest.split_once("-->")
        } else {
            None
        };
        match after {
            Some((_, after)) => rest = after.trim_start(),
            None => return rest,
        }
    }
}

/// Whether known tags stand thick, as they do in a page without a head.
fn is_mostly_tags(head: &str) -> bool {
    const KNOWN: &[&str] = &[
        "a",
        "article",
        "b",
        "blockquote",
        "body",
        "br",
        "div",
        "em",
        "figure",
        "font",
        "h1",
        "h2",
        "h3",
        "head",
        "header",
        "i",
        "img",
        "li",
        "link",
        "main",
        "meta",
        "ol",
        "p",
        "section",
        "span",
        "strong",
        "table",
        "td",
        "title",
        "tr",
        "ul",
    ];
    let mut at = 0;
    let mut known = 0;
    let mut foreign = 0;
    while let Some(tag) = next_tag(head, at) {
        at = tag.end;
        if KNOWN.contains(&tag.name) { known += 1 } else { foreign += 1 }
    }
    let lines = head.lines().count();
    known >= 3 && known > 2 * foreign && known * 4 >= lines
}

fn read(document: &Document) -> Result<Vec<Article>, Error> {
    read_saved(document, provenance::read(&document.text))
}

/// Reads a page that something else than the page itself tells of where and when it was saved.
pub(super) fn page(
    document: &Document,
    url: Option<String>,
    saved: Option<Date>,
) -> Result<Vec<Article>, Error> {
    let mut provenance = provenance::read(&document.text);
    provenance.url = url.filter(|url| is_web(url)).or(provenance.url);
    provenance.saved = saved.or(provenance.saved);
    read_saved(document, provenance)
}

fn read_saved(document: &Document, provenance: Provenance) -> Result<Vec<Article>, Error> {
    let text = provenance::unwrapped(&document.text);
    let page = dom_query::Document::from(prescan::bound(&text));
    let provenance = provenance::settle(&page, provenance);
    prepare::prepare(&page);
    let saved = provenance.url.clone();
    let elements = Elements::of(&page);
    let declared = metadata::read(&elements, provenance);
    let base = base(&elements, saved.as_deref().or(declared.metadata.url.as_deref()));
    if document.whole {
        whole::open(&page);
        let direction = page_direction(&Elements::of(&page));
        let found = Found { direction, ..Found::all(page) };
        let (mut metadata, body) = blocks_of(&found, declared, base.as_deref());
        head(&mut metadata, &body)?;
        return Ok(vec![finished(metadata, body, document)]);
    }
    content::take_off_hidden(&page);
    let clues = Clues {
        title: &declared.metadata.title,
        summary: declared.metadata.standfirst.as_deref(),
        body: declared.body.as_deref(),
    };
    let shown = Elements::of(&page);
    let mut found = content::find(&shown, &clues);
    found.direction = found.direction.or_else(|| page_direction(&shown));
    let texts = content::declared(&shown, &clues);
    let (mut metadata, mut body) = blocks_of(&found, declared, base.as_deref());
    head(&mut metadata, &body)?;
    trim::headline(&mut body, &metadata.title);
    if !found.is_index {
        texts.iter().for_each(|text| content::take_off_undeclared(&mut body, text));
        boxes::take_off(&mut body, &mut metadata);
        trim::main_heading(&mut body);
        trim::summary(&mut body, metadata.standfirst.as_deref());
        trim::trailing_links(&mut body);
    }
    Ok(vec![finished(metadata, body, document)])
}

/// What was found as blocks, and the metadata with what only the text tells: its language, its
/// direction, a byline in it.
fn blocks_of(found: &Found, declared: Declared, base: Option<&str>) -> (Metadata, Vec<Block>) {
    let mut metadata = declared.metadata;
    let text = dom::beginning(&found.tree, language::SAMPLE);
    metadata.language = settle(declared.languages.iter().map(String::as_str), &text);
    metadata.direction = direct(found.direction, metadata.language.as_deref(), &text);
    let context = Context { base, language: metadata.language.as_deref() };
    let mut body = blocks::blocks(&found.tree.root(), context);
    if let Some(byline) = found.byline.as_ref().filter(|byline| byline.chars().count() < 100) {
        metadata.published = metadata.published.or_else(|| date::within(byline));
        if metadata.authors.is_empty() {
            metadata.authors.push(byline.clone());
        }
    }
    forget_language(&mut body, metadata.language.as_deref());
    (metadata, body)
}

/// Titles a page that has no title by its first heading.
fn head(metadata: &mut Metadata, body: &[Block]) -> Result<(), Error> {
    if !is_titled(metadata) && body.is_empty() {
        return Err(Error::NoArticle("the page has no text"));
    }
    if let Some(heading) = first_heading(body).filter(|_| !is_titled(metadata)) {
        metadata.title = heading;
    }
    Ok(())
}

/// The article; one without any title has its first words or its file's name for one.
fn finished(mut metadata: Metadata, body: Vec<Block>, file: &Document) -> Article {
    if !is_titled(&metadata) {
        metadata.title = first_words(&body).unwrap_or_else(|| file.stem().to_owned());
    }
    finish::article(metadata, body)
}

fn is_titled(metadata: &Metadata) -> bool {
    metadata.title.contains(|c: char| c.is_alphanumeric() || !c.is_ascii())
}

/// A headline of the first words.
pub(super) fn first_words(body: &[Block]) -> Option<String> {
    let mut words = body.iter().flat_map(Block::texts).map(Rich::text);
    let first = words.find(|text| text.contains(char::is_alphabetic))?;
    Some(headline::of(lead::read(first).map_or(first, |lead| lead.rest)))
}

static BASE: LazyLock<Places> = LazyLock::new(|| Places::new("base[href]"));

/// What declares the direction of a page, the most particular first.
static DIRECTED: LazyLock<[Places; 4]> =
    LazyLock::new(|| ["article[dir]", "main[dir]", "body[dir]", "html[dir]"].map(Places::new));

/// What addresses in the page are seen from: its `<base>`, itself seen from the page's own address.
fn base(page: &Elements<'_>, own: Option<&str>) -> Option<String> {
    let declared = BASE.first(page).and_then(|base| base.attr("href"));
    let declared = declared.and_then(|href| resolve(own, &href)).filter(|base| is_web(base));
    declared.or_else(|| own.map(str::to_owned))
}

fn page_direction(page: &Elements<'_>) -> Option<Direction> {
    let direction = |place: &Places| Direction::from_keyword(&place.first(page)?.attr("dir")?);
    DIRECTED.iter().find_map(direction)
}

pub(super) fn first_heading(body: &[Block]) -> Option<String> {
    let is_heading =
        |block: &&Block| matches!(block.content, crate::article::Content::Heading { .. });
    body.iter().find(is_heading)?.texts().next().map(|text| text.text().to_owned())
}

/// The text that language and direction are told by.
pub(super) fn letters(title: &str, body: &[Block]) -> String {
    let mut text = title.to_owned();
    for leaf in body.iter().flat_map(Block::texts).map(Rich::text) {
        if text.len() > 2 * HEAD {
            break;
        }
        text.push('\n');
        text.push_str(leaf);
    }
    text
}

/// A block names its language only where that is not the article's.
pub(super) fn forget_language(body: &mut [Block], article: Option<&str>) {
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let article = article.map(primary);
    for block in body {
        block.language = block.language.take().filter(|tag| Some(primary(tag)) != article);
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use crate::article::Article;
    use crate::article::Block;
    use crate::article::Content;
    use crate::article::Direction;
    use crate::article::Rich;
    use crate::format;
    use crate::format::File;

    fn article(name: &str, text: &str) -> Article {
        let reading = format::read(&File::new(name, text.as_bytes())).unwrap();
        assert_eq!(reading.parts[0].format, "html");
        reading.parts.into_iter().next().unwrap().article
    }

    fn texts(article: &Article) -> Vec<&str> {
        article.body.iter().flat_map(Block::texts).map(Rich::text).collect()
    }

    macro_rules! fixture {
        ($name:literal) => {
            article($name, include_str!(concat!("../../tests/fixtures/format/html/", $name)))
        };
    }

    #[test]
    fn a_page_of_singlefile_is_read() {
        let article = fixture!("singlefile.html");
        let metadata = &article.metadata;
        assert_eq!(metadata.title, "أمطار غزيرة تغلق الطريق الساحلي");
        assert_eq!(metadata.source.as_deref(), Some("أخبار الساحل"));
        assert_eq!(metadata.authors, ["سلمى بن يوسف"]);
        assert_eq!(metadata.tags, ["طقس", "مطر", "طرق"]);
        let url = "https://www.sahel-news.example/world/2024/rain?id=7";
        assert_eq!(metadata.url.as_deref(), Some(url));
        assert_eq!(metadata.language.as_deref(), Some("ar"));
        assert_eq!(metadata.direction, Direction::Rtl);
        let texts = texts(&article);
        assert!(!texts.contains(&"أمطار غزيرة تغلق الطريق الساحلي"), "the headline twice");
        assert!(!texts.iter().any(|text| text.contains("الرئيسية") || text.contains("شارك")));
        assert!(
            texts.iter().any(|text| text.contains("«لن نفتح الطريق قبل أن نطمئن»")),
            "{texts:?}"
        );
        let english = article.body.iter().find(|block| block.language.as_deref() == Some("en"));
        assert_eq!(english.and_then(|block| block.direction), Some(Direction::Ltr));
        assert!(article.body.iter().any(|block| matches!(block.content, Content::Figure { .. })));
    }

    #[test]
    fn a_templates_language_and_direction_give_way_to_the_letters() {
        let page = "<html lang=en dir=ltr><title>خبر</title><p>أغلقت الشرطة الطريق صباح اليوم.</p>";
        let metadata = article("a.html", page).metadata;
        assert_eq!(metadata.direction, Direction::Rtl);
        assert_ne!(metadata.language.as_deref(), Some("en"));
    }

    #[test]
    fn a_page_saved_by_a_browser_is_read() {
        let article = fixture!("complete.html");
        assert_eq!(article.metadata.title, "הנמל הישן נפתח מחדש");
        assert_eq!(article.metadata.authors, ["נועה לוי"]);
        assert_eq!(article.metadata.language.as_deref(), Some("he"));
        let expected =
            ["אחרי עשרים שנה חזרו הדייגים אל הנמל.", "העירייה אמרה כי הרציפים בטוחים, וראו מפה."];
        assert_eq!(texts(&article), expected);
        let link = format!("{:?}", article.body[1]);
        assert!(link.contains("https://www.daily.example/maps/port.html"), "{link}");
    }

    #[test]
    fn a_page_of_monolith_is_read() {
        let article = fixture!("monolith.html");
        assert_eq!(article.metadata.title, "On tides");
        assert_eq!(article.metadata.source.as_deref(), Some("notes.example"));
        assert_eq!(
            article.body[0],
            Block::paragraph("The tide turns twice a day.\nIt does not wait.")
        );
        assert!(matches!(article.body[2].content, Content::Table { header: true, .. }));
    }

    #[test]
    fn a_page_without_a_head_is_recognised_and_a_feed_is_not() {
        let article =
            article("page", "<h2>عنوان</h2>\n<p>نص أول.</p><p>نص ثان.</p><p>نص ثالث.</p>");
        assert_eq!(article.metadata.title, "عنوان");
        for other in
            ["<?xml version='1.0'?><rss><channel><title>x</title></channel></rss>", "a < b"]
        {
            let document = format::Document::decode(&File::new("x", other.as_bytes())).unwrap();
            assert!(!super::recognises(&document), "{other}");
        }
    }

    #[test]
    fn without_a_title_the_first_words_are_one_and_stay() {
        let article = article("x.txt", "<p>فتح المرفأ أبوابه.</p>\n<p>نص ثان.</p><p>نص ثالث.</p>");
        assert_eq!(article.metadata.title, "فتح المرفأ أبوابه");
        assert_eq!(article.body.len(), 3);
    }

    #[test]
    fn an_article_is_told_from_its_furniture() {
        let article = fixture!("furniture.html");
        let texts = texts(&article);
        assert_eq!(texts.len(), 3, "{texts:?}");
        assert!(texts.iter().all(|text| text.chars().count() > 120), "{texts:?}");
        assert_eq!(article.metadata.authors, ["ليلى بركات"]);
    }

    #[test]
    fn a_front_page_is_a_list_of_its_headlines() {
        let article = fixture!("front.html");
        assert_eq!(article.metadata.title, "יומון החוף");
        assert_eq!(texts(&article).len(), 14);
        assert_eq!(texts(&article)[0], "הנמל הישן נפתח מחדש אחרי הסערה");
        assert!(article.body.iter().all(|block| !block.nest.is_empty()));
    }

    #[test]
    fn a_flash_of_one_sentence_is_an_article() {
        let article = fixture!("flash.html");
        assert_eq!(texts(&article).len(), 1);
        assert!(texts(&article)[0].starts_with("توفان شامگاه امروز"));
    }

    #[test]
    fn a_page_of_amp_is_read() {
        let article = fixture!("amp.html");
        let read: Vec<&Rich> = article.body.iter().flat_map(Block::texts).collect();
        assert_eq!(read.iter().filter(|text| !text.is_alternative()).count(), 2, "{read:?}");
        assert!(read.iter().any(|text| text.is_alternative() && text.text() == "کشتیاں"));
    }

    #[test]
    fn a_page_may_be_read_whole() {
        let bytes = include_bytes!("../../tests/fixtures/format/html/furniture.html");
        let mut file = File::new("a.html", bytes);
        file.wish.whole = true;
        let text = format::read(&file).unwrap().parts.remove(0).article.text();
        for words in ["الرئيسية", "فيسبوك", "عادت القوارب", "جميع الحقوق", "ما أجمل البحر"]
        {
            assert!(text.contains(words), "{words}");
        }
    }

    #[test]
    fn hostile_pages_are_read_in_time() {
        let deep = format!("<html>{}نص{}", "<div>".repeat(50_000), "</div>".repeat(50_000));
        let pages = [
            deep,
            format!("<html>{}نص", "<ul><li>".repeat(50_000)),
            format!("<html>{}نص", "<b><p>".repeat(50_000)),
            format!("<html>{}نص", "<table><tr><td>".repeat(20_000)),
            format!("<html>{}نص", "<blockquote>".repeat(50_000)),
            format!("<html><p{}>نص", " a=1 b=2".repeat(50_000)),
            format!("<html>{}نص", "<font color=x><p>".repeat(20_000)),
            format!("<html>{}نص", "<svg>".repeat(20_000)),
        ];
        for page in pages {
            let start = Instant::now();
            let read = format::read(&File::new("a.html", page.as_bytes()));
            let head: String = page.chars().take(30).collect();
            assert!(start.elapsed() < Duration::from_secs(3), "{head}: {:?}", start.elapsed());
            let read = read.is_ok_and(|read| read.parts[0].article.text().contains("نص"));
            // Words within a drawing are no text of the page.
            assert!(read || head.contains("svg"), "{head}");
        }
    }
}
