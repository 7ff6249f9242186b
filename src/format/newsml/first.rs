//! `NewsML` 1.0 to 1.2: items of components, each with lines about it and content.

use super::content;
use crate::article::Date;
use crate::article::Metadata;
use crate::format::compose;
use crate::format::compose::Draft;
use crate::format::date;
use crate::format::nitf;
use crate::format::xml::Element;

/// The reports of a file.
pub(super) fn drafts(root: Element<'_>) -> Vec<Draft> {
    let items: Vec<Element<'_>> = root.descendants().filter(|item| item.is("newsitem")).collect();
    let items = if items.is_empty() { vec![root] } else { items };
    items
        .into_iter()
        .flat_map(|item| reports(item).into_iter().map(move |part| draft(part, item)))
        .collect()
}

/// The components that are reports of their own, with a headline and a text; else the whole item.
fn reports(item: Element<'_>) -> Vec<Element<'_>> {
    let is_report = |component: &Element<'_>| {
        component.is("newscomponent")
            && component.at("newslines/headline").is_some()
            && has_text(*component)
    };
    let reports: Vec<Element<'_>> = item.descendants().filter(is_report).collect();
    let holds_another = |one: Element<'_>| one.descendants().any(|inside| is_report(&inside));
    let inmost: Vec<Element<'_>> =
        reports.into_iter().filter(|report| !holds_another(*report)).collect();
    if inmost.len() > 1 { inmost } else { vec![item] }
}

fn has_text(component: Element<'_>) -> bool {
    component.descendants().any(|inside| inside.is("datacontent") && inside.line().is_some())
}

fn draft(part: Element<'_>, item: Element<'_>) -> Draft {
    let line = |name: &str| part.descendants().filter(|line| line.is(name)).find_map(Element::line);
    let names =
        [line("headline"), line("sluglabel"), item.descendant("namelabel").and_then(Element::line)];
    let metadata = Metadata {
        title: names.into_iter().flatten().next().unwrap_or_default(),
        source: source(part, item),
        authors: line("byline").into_iter().collect(),
        dateline: line("dateline").and_then(|line| nitf::place(&line)),
        standfirst: line("subheadline"),
        published: published(item),
        tags: keywords(part),
        identifier: identifier(item).filter(|_| part == item),
        ..Metadata::default()
    };
    let languages = languages(part);
    let mut draft = Draft { metadata, languages, ..Draft::default() };
    for data in part.descendants().filter(|data| data.is("datacontent") && !is_caption(*data)) {
        let mut found = content(data);
        let text = std::mem::take(&mut found.html);
        draft.html.push_str(&text);
        draft.add(found);
    }
    if draft.html.trim().is_empty() {
        let captions =
            part.descendants().filter(|data| data.is("datacontent") || data.is("caption"));
        let captions = captions.filter_map(Element::line);
        draft.html = captions.map(|caption| compose::paragraphs(&caption)).collect();
    }
    draft
}

/// What an item is called in all its revisions: whose it is, of what day, which one (`NewsML` 1.2, 5.4.3).
fn identifier(item: Element<'_>) -> Option<String> {
    let of = |name: &str| item.at("identification/newsidentifier")?.line_of(name);
    Some(format!("urn:newsml:{}:{}:{}", of("providerid")?, of("dateid")?, of("newsitemid")?))
}

/// Whether this is what is written under a picture: it stands in a component with that role.
fn is_caption(data: Element<'_>) -> bool {
    let component = data.ancestors().find(|around| around.is("newscomponent"));
    let role = component.and_then(|component| component.child("role")?.attribute("formalname"));
    role.is_some_and(|role| role.to_ascii_lowercase().contains("caption"))
}

fn source(part: Element<'_>, item: Element<'_>) -> Option<String> {
    let party = |name: &str| {
        let around = item.descendant(name)?.descendant("party")?;
        around.attribute("formalname").map(str::to_owned)
    };
    let credit = part.descendant("creditline").and_then(Element::line);
    let provider = credit.or_else(|| party("source")).or_else(|| party("provider"));
    provider.or_else(|| item.descendant("providerid")?.line())
}

fn published(item: Element<'_>) -> Option<Date> {
    const NAMES: [&str; 4] = ["firstcreated", "thisrevisioncreated", "datelinedate", "dateid"];
    let of = |name: &str| {
        item.descendants()
            .filter(|date| date.is(name))
            .filter_map(Element::line)
            .find_map(|line| date::parse(&line))
    };
    let sent = || {
        let envelope = item.ancestors().last()?.child("newsenvelope")?;
        date::parse(&envelope.line_of("dateandtime")?)
    };
    NAMES.iter().find_map(|name| of(name)).or_else(sent)
}

fn languages(part: Element<'_>) -> Vec<String> {
    let named = part.descendants().filter(|language| language.is("language"));
    let named = named.filter_map(|language| language.attribute("formalname"));
    let own = part.inherited("xml:lang");
    named.chain(own).map(str::to_owned).collect()
}

fn keywords(part: Element<'_>) -> Vec<String> {
    let is_keyword = |property: &Element<'_>| {
        property.is("property")
            && property
                .attribute("formalname")
                .is_some_and(|name| name.eq_ignore_ascii_case("keyword"))
    };
    let properties = part.descendants().filter(is_keyword);
    let values = properties.filter_map(|property| property.attribute("value"));
    let lines = part.descendants().filter(|line| line.is("keywordline")).filter_map(Element::line);
    values.map(str::to_owned).chain(lines).collect()
}
