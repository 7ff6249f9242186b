//! Home pages and section fronts: many headlines that lead elsewhere, hardly a text of its own. Such
//! a page is read as the list of its headlines, since one teaser picked from it would tell nothing.
//!
//! A short report among the links of a large site is no such page: an article says that it is one, by
//! its metadata or by a headline that is the title of the page.

use std::collections::HashMap;
use std::collections::HashSet;
use std::sync::LazyLock;

use dom_query::NodeId;
use dom_query::NodeRef;

use super::super::dom;
use super::super::places::Elements;
use super::super::places::Places;
use super::Clues;
use super::Found;
use super::measure::key;
use super::measure::length;
use super::measure::letters;
use super::measure::linked;
use super::measure::paragraphs;

/// A front page has at least so many headlines.
const FEWEST: usize = 12;

/// A page of more headlines is an archive; its first ones are read.
const MOST: usize = 500;

/// A longer paragraph is a text, a shorter one may be a teaser; in characters without white space.
const TEASER: usize = 240;

/// A page with so many long paragraphs has a text of its own.
const TEXTS: usize = 3;

/// A line of running text has at least so many letters, and a text so many in one place.
const LINE: usize = 60;
const TOGETHER: usize = 600;

/// A headline has at least so many words and letters, and at most so many letters.
const WORDS: usize = 3;
const LETTERS: std::ops::RangeInclusive<usize> = 14..=200;

/// What an article says of itself.
static ARTICLE: LazyLock<Places> = LazyLock::new(|| {
    Places::new(
        "meta[property='og:type'][content='article'], meta[property^='article:published'], \
                       [itemprop~=articleBody], [itemprop~=datePublished], article time[itemprop], \
                       meta[name='citation_title'], meta[name='parsely-type'][content='post']",
    )
});

/// Where links are not to stories.
const MENUS: &[&str] = &["nav", "footer", "form", "menu"];

/// The headlines of a page that is nothing else, as a list of links.
pub(super) fn read(page: &Elements<'_>, clues: &Clues<'_>) -> Option<Found> {
    if ARTICLE.first(page).is_some() || clues.body.is_some() || is_headed(page, clues.title) {
        return None;
    }
    let body = page.document.body()?;
    if linked(&body) * 2 < length(&body) || has_texts(&body) {
        return None;
    }
    let headlines = headlines(&body);
    (headlines.len() >= FEWEST).then(|| Found::of(&list(&headlines)))
}

/// Whether the page has one main heading, of some words, that is its title.
fn is_headed(page: &Elements<'_>, title: &str) -> bool {
    let headings = page.document.select("h1");
    let is_title = |heading: &NodeRef<'_>| {
        let words = dom::words(heading);
        let is_one = words.split_whitespace().count() > WORDS;
        is_one && (key(title).contains(&key(&words)) || key(&words).contains(&key(title)))
    };
    headings.length() == 1 && headings.nodes().iter().any(is_title)
}

/// Whether running text stands together somewhere: some long paragraphs, or many lines of one
/// element. Teasers stand apart, each in a box of its own.
fn has_texts(body: &NodeRef<'_>) -> bool {
    if paragraphs(body).filter(|&(_, length)| length > TEASER).take(TEXTS).count() == TEXTS {
        return true;
    }
    let mut together: HashMap<NodeId, usize> = HashMap::new();
    for text in body.descendants_it().filter(|node| node.is_text()) {
        let letters = letters(&text.text());
        if letters < LINE {
            continue;
        }
        let up: Vec<_> = text.ancestors_it(Some(4)).collect();
        let block = up.iter().position(|node| node.has_name("p") || node.has_name("div"));
        if up.iter().any(|node| node.has_name("a")) {
            continue;
        }
        let around = block.map(|at| up.iter().skip(at).take(2)).into_iter().flatten();
        around.for_each(|node| *together.entry(node.id).or_default() += letters);
    }
    together.into_values().any(|letters| letters >= TOGETHER)
}

struct Headline {
    words: String,
    address: String,
}

/// The headlines in the page's order, each once.
fn headlines(body: &NodeRef<'_>) -> Vec<Headline> {
    let mut seen = HashSet::new();
    let links = body.descendants_it().filter(|node| node.has_name("a"));
    let headlines = links.filter(|link| !is_in_menu(link)).filter_map(|link| headline(&link));
    let is_new = |headline: &Headline| seen.insert(key(&headline.words));
    headlines.filter(is_new).take(MOST).collect()
}

fn is_in_menu(link: &NodeRef<'_>) -> bool {
    link.ancestors_it(None).any(|up| MENUS.iter().any(|menu| up.has_name(menu)))
}

/// The words of a link to a story: those of the heading in it where it holds a whole teaser.
fn headline(link: &NodeRef<'_>) -> Option<Headline> {
    let address = dom::attribute(link, "href").filter(|href| !href.starts_with('#'))?;
    let is_heading = |node: &NodeRef<'_>| {
        ["h1", "h2", "h3", "h4", "h5", "h6"].iter().any(|name| node.has_name(name))
    };
    let heading = link.descendants_it().find(is_heading);
    let words = dom::words(&heading.unwrap_or(*link));
    let is_headline = LETTERS.contains(&letters(&words))
        && words.split_whitespace().count() >= WORDS
        && words.contains(char::is_alphabetic);
    is_headline.then_some(Headline { words, address })
}

fn list(headlines: &[Headline]) -> String {
    let mut html = String::from("<ul>");
    for headline in headlines {
        html.push_str("<li><a href=\"");
        html.push_str(&escape(&headline.address));
        html.push_str("\">");
        html.push_str(&escape(&headline.words));
        html.push_str("</a></li>");
    }
    html + "</ul>"
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

    const CLUES: Clues<'_> = Clues { title: "The Coast Daily", summary: None, body: None };

    fn front(count: usize, rest: &str) -> Document {
        let story = |n: usize| {
            format!(
                "<div><a href=/s/{n}><h3>Boats leave the harbour number {n} &amp; return</h3>\
                     </a><p>They came back at noon.</p></div>"
            )
        };
        let stories: String = (0..count).map(story).collect();
        Document::from(format!("<nav><a href=/>All of our news</a></nav>{stories}{rest}"))
    }

    #[test]
    fn a_front_page_is_its_headlines() {
        let found = read(&Elements::of(&front(20, "")), &CLUES).unwrap();
        let items = found.tree.select("li a");
        assert_eq!(items.length(), 20);
        assert_eq!(items.nodes()[3].text().as_ref(), "Boats leave the harbour number 3 & return");
        assert_eq!(items.attr("href").as_deref(), Some("/s/0"));
    }

    #[test]
    fn an_article_among_links_is_none() {
        assert!(read(&Elements::of(&front(5, "")), &CLUES).is_none());
        let published = "<meta property='article:published_time' content='2024-03-23'>";
        assert!(read(&Elements::of(&front(20, published)), &CLUES).is_none());
        let headed = Clues { title: "Old harbour opens again - Daily", ..CLUES };
        assert!(
            read(&Elements::of(&front(20, "<h1>Old harbour opens again</h1>")), &headed).is_none()
        );
        let text = format!("<p>{}</p>", "The boats left at dawn with bread. ".repeat(12));
        assert!(read(&Elements::of(&front(20, &text.repeat(3))), &CLUES).is_none());
    }
}
