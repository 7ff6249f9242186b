//! Which part of a page is the article: the Readability algorithm first, and where that finds too
//! little, the page's own word for it.
//!
//! The algorithm loses short reports, since it weighs by length. So its finding has to hold against
//! what the page's paragraphs hold, and other findings are tried in the order of their precision.

use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;

use dom_query::Document;
use dom_query::NodeRef;
use dom_smoothie::CandidateSelectMode;
use dom_smoothie::Config;
use dom_smoothie::Readability;

use super::dom;
use crate::article::Direction;

/// Characters of text from which the algorithm is trusted whatever else the page holds, and from
/// which it is trusted where the page's paragraphs hold little more.
const PLENTY: usize = 1000;
const ENOUGH: usize = 250;

/// Where the article stands in a page that names the place.
const PLACES: &[&str] =
    &["[itemprop~=articleBody]", "article", "[role=article]", "main", "[role=main]"];

/// What stands around an article in a page that does not.
const FURNITURE: &str = "nav, header, footer, aside, form, [role=navigation], [role=banner], \
                         [role=contentinfo], [role=complementary]";

/// The article within its page.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Its HTML.
    pub(super) html: String,
    /// A byline that stood in the text.
    pub(super) byline: Option<String>,
    /// The direction that the elements around it declare.
    pub(super) direction: Option<Direction>,
}

/// Finds the article; `title` is its headline, `body` its text where the metadata carries it.
pub(super) fn find(page: &Document, title: &str, body: Option<&str>) -> Found {
    let held: usize = page.select("p").nodes().iter().map(length).sum();
    let is_enough = |&(_, length): &(Found, usize)| {
        length >= PLENTY || (length >= ENOUGH && length * 4 >= held)
    };
    let mut findings = Vec::new();
    for mode in [CandidateSelectMode::Readability, CandidateSelectMode::DomSmoothie] {
        let Some(found) = readability(page, title, mode).map(measured) else { continue };
        if is_enough(&found) {
            return found.0;
        }
        findings.push(found);
    }
    let longest = findings.iter().map(|(_, length)| *length).max().unwrap_or(0);
    let declared = body.map(paragraphs).map(measured);
    let named = PLACES.iter().filter_map(|place| named_place(page, place)).map(measured);
    // The page's own word is taken before the algorithm's unless it holds far less than a finding
    // of some length. On a short page the algorithm takes the furniture with it.
    let mut own = named.chain(declared).chain([measured(without_furniture(page))]);
    let is_fair = |length: usize| length > 0 && (longest < ENOUGH || length * 3 >= longest);
    if let Some((found, _)) = own.find(|(_, length)| is_fair(*length)) {
        return found;
    }
    let best = findings.into_iter().rev().max_by_key(|(_, length)| *length);
    best.map(|(found, _)| found).unwrap_or_default()
}

/// Runs the algorithm on a copy of the page, in which our headline is the only structured data: it
/// takes headings that repeat the headline out of the text.
fn readability(page: &Document, title: &str, mode: CandidateSelectMode) -> Option<Found> {
    let page = page.clone();
    page.select("script").remove();
    let facts = serde_json::json!({
        "@context": "https://schema.org", "@type": "Article", "name": title,
    });
    let script =
        format!("<script type=\"application/ld+json\">{}</script>", escape(&facts.to_string()));
    page.select("head").append_html(script);
    let config = Config { keep_classes: true, candidate_select_mode: mode, ..Config::default() };
    // A page that trips the algorithm is still to be read.
    let article = catch_unwind(AssertUnwindSafe(|| {
        Readability::with_document(page, None, Some(config)).ok()?.parse().ok()
    }));
    let article = article.ok().flatten()?;
    Some(Found {
        html: article.content.to_string(),
        byline: article.byline.map(|byline| dom::collapse(&byline)),
        direction: article.dir.and_then(|dir| Direction::from_keyword(&dir)),
    })
}

/// JSON that cannot end the script it stands in.
fn escape(json: &str) -> String {
    json.replace('<', "\\u003c")
}

fn measured(found: Found) -> (Found, usize) {
    let length = length(&Document::fragment(found.html.as_str()).root());
    (found, length)
}

/// The characters that a reader would see, white space aside.
fn length(node: &NodeRef<'_>) -> usize {
    node.text().chars().filter(|c| !c.is_whitespace()).count()
}

/// The text that the metadata carries, as paragraphs.
fn paragraphs(body: &str) -> Found {
    let mut html = String::new();
    if body.contains("<p") || body.contains("<br") {
        html.push_str(body);
    } else {
        for line in body.lines().filter(|line| !line.trim().is_empty()) {
            html.push_str("<p>");
            html.push_str(line);
            html.push_str("</p>");
        }
    }
    Found { html, ..Found::default() }
}

/// The place itself, when the page has it once or when one of several holds most of them.
fn named_place(page: &Document, place: &str) -> Option<Found> {
    let places = page.select(place);
    let longest = places.nodes().iter().max_by_key(|node| length(node))?;
    let whole: usize = places.nodes().iter().map(length).sum();
    if length(longest) * 2 < whole {
        return None;
    }
    let direction = longest
        .ancestors_it(None)
        .find_map(|node| node.attr("dir").and_then(|dir| Direction::from_keyword(&dir)));
    Some(Found { direction, ..cleaned(&longest.html()) })
}

/// What text stands in.
const TEXT: &[&str] = &[
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "ul",
    "ol",
    "dl",
    "pre",
    "blockquote",
    "figure",
    "details",
];

/// The body; only what text stands in where most of it stands elsewhere.
fn without_furniture(page: &Document) -> Found {
    let body = cleaned(&page.select("body").inner_html());
    let copy = Document::fragment(body.html.as_str());
    let paragraphs = copy.select("p");
    let held: usize = paragraphs.nodes().iter().map(length).sum();
    if held == 0 || held * 2 >= length(&copy.root()) {
        return body;
    }
    let texts = copy.select(&TEXT.join(", "));
    let is_outermost = |node: &&NodeRef<'_>| {
        !node.ancestors_it(None).any(|up| TEXT.iter().any(|name| up.has_name(name)))
    };
    let texts = texts.nodes().iter().filter(is_outermost).filter(|node| !is_menu(node));
    Found { html: texts.map(|node| node.html().to_string()).collect(), ..Found::default() }
}

/// Whether links are most of an element.
fn is_menu(node: &NodeRef<'_>) -> bool {
    let links = node.descendants_it().filter(|inside| inside.has_name("a"));
    let linked: usize = links.map(|link| length(&link)).sum();
    linked * 2 > length(node) && !node.has_name("figure")
}

fn cleaned(html: &str) -> Found {
    let copy = Document::fragment(html);
    copy.select(FURNITURE).iter().filter(|around| !around.is("main, article")).for_each(|around| {
        if !around.select("h1, p").exists() || !around.is("header, form") {
            around.remove();
        }
    });
    copy.select("script, style, noscript, template").remove();
    Found { html: copy.html().to_string(), ..Found::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(html: &str, title: &str) -> String {
        let found = find(&Document::from(html), title, None);
        dom::collapse(&Document::fragment(found.html).text())
    }

    #[test]
    fn two_short_paragraphs_are_an_article() {
        let page = "<title>t</title><body><nav><a href=/>home</a></nav><p>قال الوزير كلاما.</p>
             <p>ثم انصرف.</p><footer>جميع الحقوق محفوظة</footer>";
        assert_eq!(text(page, "t"), "قال الوزير كلاما. ثم انصرف.");
    }

    #[test]
    fn tables_and_lists_of_a_short_page_stay() {
        let page = "<body><ul><li><a href=/>home</a></ul><h1>t</h1><p>Times:</p><table><tr><td>one<td>08:00
             <tr><td>two<td>12:00</table><ul><li>salt<li>bread</ul>";
        let text = text(page, "t");
        assert!(
            text.contains("08:00") && text.contains("bread") && !text.contains("home"),
            "{text}"
        );
    }

    #[test]
    fn the_articles_own_element_outranks_a_short_finding() {
        let page =
            "<body><div class=menu><a>one</a><a>two</a></div><article><p>חדשות היום.</p></article>
             <div class=related><p>כתבה אחרת</p></div>";
        assert_eq!(text(page, "t"), "חדשות היום.");
    }

    #[test]
    fn a_text_in_the_metadata_is_taken_for_want_of_a_better() {
        let page = Document::from("<body><div id=app></div>");
        let found = find(&page, "t", Some("نص الخبر كاملا هنا في البيانات.\nسطر ثان."));
        assert_eq!(Document::fragment(found.html).select("p").length(), 2);
    }
}
