//! Where a page itself says that its article stands, and what is left of it without its furniture:
//! for pages on which the algorithm finds too little.

use std::sync::LazyLock;

use dom_query::NodeRef;

use super::super::places::Elements;
use super::super::places::Places;
use super::Found;
use super::measure::key;
use super::measure::length;
use super::measure::linked;
use super::measure::paragraphs;
use crate::article::Direction;

/// Where the text of an article stands, and nothing else.
pub(super) static BODY: LazyLock<Places> = LazyLock::new(|| Places::new("[itemprop~=articleBody]"));

/// Where an article stands in a page that names the place.
static PLACES: LazyLock<[Places; 4]> =
    LazyLock::new(|| ["article", "[role=article]", "main", "[role=main]"].map(Places::new));

/// What stands around an article in a page that does not.
static FURNITURE: LazyLock<Places> = LazyLock::new(|| {
    Places::new(
        "nav, header, footer, aside, form, [role=navigation], [role=banner], [role=contentinfo], \
         [role=complementary]",
    )
});

/// How many letters of a summary have to stand in a text for it to be the summary's.
const SUMMARY: usize = 40;

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

/// The places that may hold the article, the most particular first.
pub(super) fn all<'a>(
    page: &'a Elements<'a>,
    summary: Option<&'a str>,
) -> impl Iterator<Item = Found> {
    let body = std::iter::once_with(|| named(page, &BODY));
    let summed_up = std::iter::once_with(move || summed_up(page, summary?));
    let others = PLACES.iter().map(|place| named(page, place));
    body.chain(summed_up).chain(others).flatten()
}

/// The place itself, when the page has it once or when one of several holds most of them.
pub(super) fn named(page: &Elements<'_>, place: &Places) -> Option<Found> {
    let places = place.iter(page).map(|node| (length(&node), node));
    let places: Vec<_> = places.collect();
    let (most, longest) = places.iter().max_by_key(|(length, _)| *length)?;
    let whole: usize = places.iter().map(|(length, _)| *length).sum();
    (*most * 2 >= whole).then(|| found(longest))
}

/// The element around the paragraph that a summary in the metadata sums up by its first words.
pub(super) fn summed_up(page: &Elements<'_>, summary: &str) -> Option<Found> {
    let wanted: String = key(summary).chars().take(SUMMARY).collect();
    if wanted.chars().count() < SUMMARY {
        return None;
    }
    let root = page.document.root();
    let holds = |node: &NodeRef<'_>| key(&node.text()).contains(&wanted);
    let paragraph = paragraphs(&root).map(|(node, _)| node).find(|node| holds(node));
    let text = || {
        let mut texts = root.descendants_it().filter(NodeRef::is_text);
        texts.find(|text| text.text().len() >= wanted.len() && holds(text))
    };
    let around = paragraph.or_else(text)?.parent()?;
    let is_place =
        !["body", "title", "script", "noscript", "a"].iter().any(|name| around.has_name(name));
    (is_place && linked(&around) * 3 <= length(&around)).then(|| found(&around))
}

fn found(place: &NodeRef<'_>) -> Found {
    let around = std::iter::once(*place).chain(place.ancestors_it(None));
    let mut directions = around.filter_map(|node| node.attr("dir"));
    let direction = directions.find_map(|dir| Direction::from_keyword(&dir));
    Found { direction, ..cleaned(&place.html()) }
}

/// The body; only what text stands in where most of it stands elsewhere.
pub(super) fn without_furniture(page: &Elements<'_>) -> Found {
    let body = cleaned(&page.document.select("body").inner_html());
    let held: usize = body.tree.select("p").nodes().iter().map(length).sum();
    if held == 0 || held * 2 >= length(&body.tree.root()) {
        return body;
    }
    let texts = body.tree.select(&TEXT.join(", "));
    let is_outermost = |node: &&NodeRef<'_>| {
        !node.ancestors_it(None).any(|up| TEXT.iter().any(|name| up.has_name(name)))
    };
    let texts = texts.nodes().iter().filter(is_outermost).filter(|node| !is_menu(node));
    Found::of(&texts.map(|node| node.html().to_string()).collect::<String>())
}

/// Whether links are most of an element.
fn is_menu(node: &NodeRef<'_>) -> bool {
    linked(node) * 2 > length(node) && !node.has_name("figure")
}

fn cleaned(html: &str) -> Found {
    let found = Found::of(html);
    let is_one_of =
        |node: &NodeRef<'_>, names: &[&str]| names.iter().any(|name| node.has_name(name));
    for around in FURNITURE.of(&Elements::of(&found.tree)) {
        let has_text = || around.descendants_it().any(|inside| is_one_of(&inside, &["h1", "p"]));
        let is_kept = is_one_of(&around, &["main", "article"])
            || (is_one_of(&around, &["header", "form"]) && has_text());
        if !is_kept {
            around.remove_from_parent();
        }
    }
    found.tree.select("script, style, noscript, template").remove();
    found
}
