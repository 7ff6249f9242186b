//! Where an entry leads: its own address, the sound and the pictures that come with it.

use crate::format::compose;
use crate::format::html;
use crate::format::xml::Element;

/// More come with no entry.
const MOST: usize = 32;

/// What addresses within an element are seen from: the bases declared around it, each seen from the
/// one outside (XML Base, 4).
pub(super) fn base(element: Element<'_>, outermost: Option<&str>) -> Option<String> {
    let declared: Vec<&str> =
        element.ancestors().filter_map(|element| element.attribute("xml:base")).collect();
    let start = outermost.map(str::to_owned);
    declared.into_iter().rev().fold(start, |base, own| html::resolve(base.as_deref(), own).or(base))
}

/// The entry's or the feed's own address.
pub(super) fn address(element: Element<'_>, outermost: Option<&str>) -> Option<String> {
    const NAMES: [&str; 5] = ["feedburner:origlink", "link", "atom:link", "guid", "id"];
    let candidates = NAMES.iter().flat_map(|name| {
        let children = element.children().filter(|child| child.is(name));
        children.filter_map(leads_to).collect::<Vec<_>>()
    });
    let on_element = ["href", "about"].into_iter().filter_map(|name| element.attribute(name));
    let on_element = on_element.map(|href| (element, href.to_owned()));
    let resolved = candidates
        .chain(on_element)
        .filter_map(|(at, href)| html::resolve(base(at, outermost).as_deref(), &href));
    let resolved: Vec<String> = resolved.collect();
    let best = resolved.iter().find(|url| html::is_web(url));
    best.or_else(|| resolved.iter().find(|url| !url.contains(':') && !url.contains(' '))).cloned()
}

/// Whether the entry's address is a link, and not only what it is known by.
pub(super) fn has_link(entry: Element<'_>) -> bool {
    let is_link = |child: &Element<'_>| child.is("link") || child.is("atom:link");
    entry.attribute("href").is_some()
        || entry.children().filter(is_link).any(|link| leads_to(link).is_some())
}

/// Where a link leads, when it leads to the article.
fn leads_to(link: Element<'_>) -> Option<(Element<'_>, String)> {
    let is = |name: &str, value: &str| {
        link.attribute(name).is_some_and(|own| own.eq_ignore_ascii_case(value))
    };
    let is_own = link.attribute("rel").is_none() || is("rel", "alternate");
    let (is_guid, is_id) = (link.is("guid"), link.is("id"));
    let href = link.attribute("href").map(str::to_owned).or_else(|| link.line())?;
    let is_permanent = !is_guid || !is("ispermalink", "false");
    let is_web = !(is_guid || is_id) || html::is_web(&href);
    (is_own && is_permanent && is_web).then_some((link, href))
}

/// Links to what comes with the entry, as HTML; not to what the text shows already.
pub(super) fn links(element: Element<'_>, text: &str, outermost: Option<&str>) -> String {
    let mut seen: Vec<String> = Vec::new();
    let mut out = String::new();
    for (at, href) in element.descendants().filter_map(enclosure).take(MOST) {
        let url = html::resolve(base(at, outermost).as_deref(), href);
        let Some(url) = url.filter(|url| !seen.contains(url) && !text.contains(href)) else {
            continue;
        };
        let name = url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
        let name = name.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or(&url);
        let title = at.attribute("title").unwrap_or(name);
        out.push_str(&compose::link(&url, title));
        seen.push(url);
    }
    out
}

fn enclosure(element: Element<'_>) -> Option<(Element<'_>, &str)> {
    let is_link = element.is("link") || element.is("atom:link");
    let is_enclosed =
        element.attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("enclosure"));
    let href = if is_link && is_enclosed {
        element.attribute("href")
    } else if element.is("enclosure") || element.is("media:content") || element.is("media:player") {
        element.attribute("url")
    } else if element.is("content") || element.is("atom:content") {
        element.attribute("src")
    } else {
        None
    };
    href.map(|href| (element, href))
}
