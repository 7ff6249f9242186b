//! NewsML-G2: a message of items, or an item alone; what is said about the content stands apart from
//! what is said about the item.

use super::content;
use crate::article::Date;
use crate::article::Metadata;
use crate::format::compose;
use crate::format::compose::Draft;
use crate::format::date;
use crate::format::html;
use crate::format::nitf;
use crate::format::plain::lead;
use crate::format::xml::Element;

/// An agency's own classification is longer; more are no help to a reader.
const MOST_TAGS: usize = 24;
/// Longer names of subjects are descriptions.
const LONGEST_TAG: usize = 60;

/// The reports of a file; its packages only where no report is.
pub(super) fn drafts(root: Element<'_>) -> Vec<Draft> {
    let all = |name: &str| -> Vec<Element<'_>> {
        root.descendants().chain([root]).filter(|item| item.is(name)).collect()
    };
    let reports: Vec<Draft> = all("newsitem").into_iter().map(report).collect();
    if reports.iter().any(|report| !report.html.trim().is_empty()) {
        return reports;
    }
    let packages = all("packageitem").into_iter().map(package);
    reports.into_iter().chain(packages).collect()
}

fn report(item: Element<'_>) -> Draft {
    let mut draft = about(item);
    let parts = item.child("contentset").into_iter().flat_map(Element::children);
    for part in parts.filter(|part| part.is("inlinexml") || part.is("inlinedata")) {
        draft.add(content(part));
    }
    if draft.html.trim().is_empty() {
        draft.html = caption(item);
    }
    let opening = compose::line(&draft.html);
    if lead::read(&opening).is_none_or(|lead| lead.place.is_none()) {
        draft.metadata.dateline = draft.metadata.dateline.or_else(|| located(item));
    }
    draft
}

/// Where it was written, for a text that does not say it itself.
fn located(item: Element<'_>) -> Option<String> {
    let located = item.at("contentmeta/located")?;
    located.line_of("name").or_else(|| located.attribute("literal").map(str::to_owned))
}

/// What is written about a picture or a film, and where it is when that is on the web.
fn caption(item: Element<'_>) -> String {
    let descriptions = item.child("contentmeta").into_iter().flat_map(Element::children);
    let lines = descriptions.filter(|child| child.is("description")).filter_map(Element::line);
    let text: String = lines.map(|line| compose::paragraphs(&line)).collect();
    if text.is_empty() {
        return text;
    }
    let remote = item.at("contentset/remotecontent").and_then(|remote| remote.attribute("href"));
    let link = remote.filter(|href| html::is_web(href)).map(|href| compose::link(href, href));
    text + &link.unwrap_or_default()
}

/// A package is the list of the headlines in it.
fn package(item: Element<'_>) -> Draft {
    let mut draft = about(item);
    let references = item.descendants().filter(|reference| reference.is("itemref"));
    let headline = |reference: Element<'_>| {
        ["headline", "title", "description"].iter().find_map(|name| reference.line_of(name))
    };
    let entry = |line: String| format!("<li>{}</li>", html_escape::encode_text(&line));
    let list: String = references.filter_map(headline).map(entry).collect();
    draft.html = if list.is_empty() { caption(item) } else { format!("<ul>{list}</ul>") };
    draft
}

fn about(item: Element<'_>) -> Draft {
    let meta = item.child("contentmeta").unwrap_or(item);
    let (headline, second) = headlines(meta);
    let title =
        headline.or_else(|| item.line_of("itemmeta/title")).or_else(|| meta.line_of("slugline"));
    let metadata = Metadata {
        title: title.unwrap_or_default(),
        source: source(item, meta),
        authors: authors(meta),
        dateline: meta.line_of("dateline").and_then(|line| nitf::place(&line)),
        standfirst: summary(meta).or(second),
        published: published(item, meta),
        tags: tags(meta),
        url: item.attribute("guid").filter(|guid| html::is_web(guid)).map(str::to_owned),
        identifier: item.attribute("guid").map(str::to_owned),
        ..Metadata::default()
    };
    let declared = meta.children().filter(|child| child.is("language"));
    let declared = declared.filter_map(|language| language.attribute("tag"));
    let languages = declared.chain(item.inherited("xml:lang")).chain(item.inherited("lang"));
    Draft { metadata, languages: languages.map(str::to_owned).collect(), ..Draft::default() }
}

/// The headline, and one that a role puts below it.
fn headlines(meta: Element<'_>) -> (Option<String>, Option<String>) {
    let lines = meta.children().filter(|child| child.is("headline"));
    let is_second = |line: &Element<'_>| {
        line.attribute("role").is_some_and(|role| role.to_ascii_lowercase().contains("sub"))
    };
    let (second, first): (Vec<_>, Vec<_>) = lines.partition(is_second);
    let line = |lines: Vec<Element<'_>>| lines.into_iter().find_map(Element::line);
    (line(first), line(second))
}

fn summary(meta: Element<'_>) -> Option<String> {
    let is_summary = |line: &Element<'_>| {
        let role = line.attribute("role").unwrap_or("summary").to_ascii_lowercase();
        role.contains("summary") || role.contains("abstract") || role.contains("intro")
    };
    let lines = meta.children().filter(|child| child.is("description"));
    lines.filter(is_summary).find_map(Element::line)
}

/// The byline, else the creators that have names and are not codes.
fn authors(meta: Element<'_>) -> Vec<String> {
    let bylines = meta.children().filter(|child| child.is("by")).find_map(Element::line);
    // Agencies put the day into the byline of a film.
    if let Some(byline) = bylines.filter(|line| !line.contains(char::is_numeric)) {
        return vec![byline];
    }
    let creators = meta.children().filter(|child| child.is("creator"));
    let names = creators.filter_map(|creator| creator.line_of("name"));
    names.filter(|name| name.trim().contains(' ') && !name.contains(char::is_numeric)).collect()
}

fn published(item: Element<'_>, meta: Element<'_>) -> Option<Date> {
    let about = item.child("itemmeta").unwrap_or(item);
    let created = || about.line_of("firstcreated");
    let lines = [
        created(),
        about.line_of("versioncreated"),
        meta.line_of("contentcreated"),
        item.ancestors().find_map(|around| around.line_of("header/sent")),
    ];
    lines.into_iter().flatten().find_map(|line| date::parse(&line))
}

fn source(item: Element<'_>, meta: Element<'_>) -> Option<String> {
    let credit =
        meta.line_of("creditline").map(|line| line.trim_matches(['-', '–', '—', ' ']).to_owned());
    let credit = credit.filter(|line| !line.is_empty());
    let places = [
        item.at("itemmeta/provider"),
        meta.child("infosource"),
        item.at("rightsinfo/copyrightholder"),
    ];
    let names: Vec<String> = places.into_iter().flatten().filter_map(named).collect();
    // A name is better than the address of a site.
    let name = names.iter().find(|name| !name.contains('.')).or_else(|| names.first());
    credit.or_else(|| name.cloned())
}

/// What a party is called: by its name, its literal, or what its code ends with.
fn named(party: Element<'_>) -> Option<String> {
    let code = || party.attribute("qcode")?.rsplit_once(':').map(|(_, name)| name.to_owned());
    let literal = party.line_of("name").or_else(|| party.attribute("literal").map(str::to_owned));
    literal.or_else(|| party.line()).or_else(code)
}

fn tags(meta: Element<'_>) -> Vec<String> {
    let keywords = meta.children().filter(|child| child.is("keyword")).filter_map(Element::line);
    let is_place = |subject: &Element<'_>| {
        subject.attribute("type").is_some_and(|kind| kind.ends_with(":poi"))
    };
    let subjects = meta.children().filter(|child| child.is("subject") && !is_place(child));
    let subjects = subjects.filter_map(|subject| subject.line_of("name"));
    let all = keywords.chain(subjects).filter(|tag| tag.chars().count() <= LONGEST_TAG);
    let mut tags: Vec<String> = Vec::new();
    for tag in all {
        if !tags.contains(&tag) && tags.len() < MOST_TAGS {
            tags.push(tag);
        }
    }
    tags
}
