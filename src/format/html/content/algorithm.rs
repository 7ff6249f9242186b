//! The Readability algorithm, run on a copy of the page.

use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::sync::LazyLock;

use dom_query::Document;
use dom_query::NodeRef;
use dom_smoothie::Article;
use dom_smoothie::CandidateSelectMode;
use dom_smoothie::Config;
use dom_smoothie::ParsePolicy;
use dom_smoothie::Readability;
use dom_smoothie::ReadabilityError;

use super::super::dom;
use super::super::places::Elements;
use super::super::places::Places;
use super::Found;
use super::furniture;
use super::measure::hold;
use super::measure::holds;
use super::measure::length;
use super::measure::linked;
use crate::article::Direction;

/// A paragraph of so many letters is running text.
const TEXT: usize = 80;

/// Runs the algorithm.
pub(super) fn find(page: &Elements<'_>, title: &str, mode: CandidateSelectMode) -> Option<Found> {
    let config = Config { keep_classes: true, candidate_select_mode: mode, ..Config::default() };
    let copy = || copy(page.document, title);
    // Where there is too little for it, the first attempt would only be made twice.
    let is_long = hold(PARAGRAPHS.iter(page), config.char_threshold);
    let strict = is_long.then(|| strictly(copy(), &config)).flatten();
    let found = strict.or_else(|| run(copy(), &config, Readability::parse));
    let (article, page) = found?;
    Some(Found {
        byline: article.byline.map(|byline| dom::collapse(&byline)),
        direction: article.dir.and_then(|dir| Direction::from_keyword(&dir)),
        ..Found::all(alone(page)?)
    })
}

/// The page as the algorithm gets it. Our headline is the only structured data in it: headings that repeat the
/// headline are taken out of the text by that.
fn copy(page: &Document, title: &str) -> Document {
    let page = page.clone();
    let elements = Elements::of(&page);
    headings(&elements);
    SCRIPTS.of(&elements).iter().for_each(NodeRef::remove_from_parent);
    let facts = serde_json::json!({
        "@context": "https://schema.org", "@type": "Article", "name": title,
    });
    let script =
        format!("<script type=\"application/ld+json\">{}</script>", escape(&facts.to_string()));
    page.head().iter().for_each(|head| head.append_html(&*script));
    page
}

/// The first of the algorithm's attempts, which is the only one on most pages: where it finds as much as the
/// algorithm wants, it is what they all come to, and the page need not be copied for another.
fn strictly(page: Document, config: &Config) -> Option<(Article, Document)> {
    let (article, page) = run(page, config, |page| page.parse_with_policy(ParsePolicy::Strict))?;
    // It counts the spaces between words too.
    holds(&article_in(&page)?, config.char_threshold).then_some((article, page))
}

/// A page that trips the algorithm is still to be read.
fn run(
    page: Document,
    config: &Config,
    parse: impl Fn(&mut Readability) -> Result<Article, ReadabilityError>,
) -> Option<(Article, Document)> {
    let run = || {
        let mut page = Readability::with_document(page, None, Some(config.clone())).ok()?;
        Some((parse(&mut page).ok()?, page.doc))
    };
    catch_unwind(AssertUnwindSafe(run)).ok().flatten()
}

static PARAGRAPHS: LazyLock<Places> = LazyLock::new(|| Places::new("p"));
static SCRIPTS: LazyLock<Places> = LazyLock::new(|| Places::new("script"));
static HEADINGS: LazyLock<Places> =
    LazyLock::new(|| Places::new("h2[class], h2[id], h3[class], h3[id], h4[class], h4[id]"));

/// Where the algorithm puts what it found.
const ARTICLE: &str = "readability-page-1";

/// Headings of sections are called "subheader" and the like, which the algorithm takes for the head of
/// the page. One that stands right over running text is told to be the article's.
fn headings(page: &Elements<'_>) {
    for heading in HEADINGS.of(page) {
        let below = heading.next_element_sibling().filter(|below| below.has_name("p"));
        let heads_text = below.is_some_and(|below| length(&below) >= TEXT && linked(&below) == 0);
        if heads_text && !furniture::is_named(&heading) {
            heading.add_class("article");
        }
    }
}

/// The page without anything but what was found: the tree is at hand, so its text is not parsed anew.
fn alone(page: Document) -> Option<Document> {
    let found = article_in(&page)?.id;
    page.root().remove_children();
    page.tree.append_child_of(&page.root().id, &found);
    Some(page)
}

fn article_in(page: &Document) -> Option<NodeRef<'_>> {
    let is_found = |node: &NodeRef<'_>| node.attr("id").as_deref() == Some(ARTICLE);
    page.root().descendants_it().find(is_found)
}

/// JSON that cannot end the script it stands in.
fn escape(json: &str) -> String {
    json.replace('<', "\\u003c")
}
