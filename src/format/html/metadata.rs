//! What a page declares about itself, from the most careful source to the least: JSON-LD, then
//! Open Graph and its kin, then `<meta name>`, then the page's visible head.

mod metas;
mod visible;

use std::collections::HashSet;
use std::sync::LazyLock;

use dom_query::NodeRef;

use super::address;
use super::dom;
use super::json_ld;
use super::json_ld::Facts;
use super::places::Elements;
use super::places::Places;
use super::provenance;
use super::provenance::Provenance;
use super::title;
use super::title::Told;
use crate::article::Date;
use crate::article::Metadata;
use crate::format::date;
use metas::Metas;

const TITLES: &[&str] = &[
    "dc:title",
    "dcterms:title",
    "dcterm:title",
    "og:title",
    "weibo:article:title",
    "twitter:title",
    "parsely-title",
    "sailthru:title",
    "citation_title",
    "headline",
    "title",
];
const AUTHORS: &[&str] = &[
    "dc:creator",
    "dcterms:creator",
    "dcterm:creator",
    "dc:author",
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru:author",
    "citation_author",
    "cxenseparse:author",
    "twitter:data1",
    "byl",
];
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru:date",
    "citation_publication_date",
    "citation_date",
    "dc:date",
    "dcterms:date",
    "dc:date:issued",
    "dcterms:created",
    "date",
    "pubdate",
    "publishdate",
    "publisheddate",
    "publish-date",
    "publication_date",
    "og:article:published_time",
    "article:published",
    "article:published_date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "originalpublicationdate",
    "published_at",
    "rnews:datepublished",
    "displaydate",
];
const SITES: &[&str] = &[
    "og:site_name",
    "application-name",
    "dc:publisher",
    "dcterms:publisher",
    "citation_journal_title",
    "publisher",
    "apple-mobile-web-app-title",
];
/// The site's accounts elsewhere, which are called like the site or nearly so.
const ACCOUNTS: &[&str] = &["twitter:site"];
const SUMMARIES: &[&str] = &[
    "dc:description",
    "dcterms:description",
    "dcterm:description",
    "og:description",
    "description",
    "twitter:description",
];
const TAGS: &[&str] = &[
    "article:tag",
    "article:section",
    "keywords",
    "news_keywords",
    "parsely-tags",
    "sailthru:tags",
    "dc:subject",
    "citation_keywords",
];
/// More of them is a search engine's bait.
const MOST_TAGS: usize = 40;
const LANGUAGES: &[&str] =
    &["og:locale", "content-language", "dc:language", "language", "inlanguage"];

static TITLE: LazyLock<Places> = LazyLock::new(|| Places::new("title"));
static FIRSTS: LazyLock<Places> = LazyLock::new(|| Places::new("h1"));
static OTHERS: LazyLock<Places> = LazyLock::new(|| Places::new("h2, h3"));
static FACTS: LazyLock<Places> = LazyLock::new(|| Places::new("script[type*='ld+json']"));
static CANONICAL: LazyLock<Places> = LazyLock::new(|| Places::new("link[rel~=canonical]"));
static ALTERNATES: LazyLock<Places> =
    LazyLock::new(|| Places::new("link[rel~=alternate][hreflang]"));

/// What a page declares.
#[derive(Debug)]
pub(super) struct Declared {
    pub(super) metadata: Metadata,
    /// All languages declared, the most particular first.
    pub(super) languages: Vec<String>,
    /// The text of the article, where the metadata carries it.
    pub(super) body: Option<String>,
}

/// Reads the metadata of a page.
pub(super) fn read(page: &Elements<'_>, provenance: Provenance) -> Declared {
    let metas = Metas::of(page);
    let mut told = Told {
        title: page_title(page),
        declared: metas.all(TITLES),
        firsts: headings(page, &FIRSTS),
        others: headings(page, &OTHERS),
        sites: metas.all(SITES),
    };
    let facts = facts(page, &told);
    let url = url(page, &facts, &metas, provenance.url);
    let site = facts.publisher.clone().or_else(|| metas.first(SITES)).or(facts.website.clone());
    told.sites.extend(metas.all(ACCOUNTS).into_iter().filter(|name| name.starts_with('@')));
    told.sites.extend(site.iter().chain(&facts.website).cloned());
    told.sites.extend(url.as_deref().into_iter().flat_map(site_names));
    if let Some(headline) = stated(&facts, &told.title) {
        told.declared.insert(0, headline);
    }
    let window = told.title.clone();
    let title = title::settle(told);
    let titled = || title::site(&window, &title);
    let source = site.or_else(titled).or_else(|| url.as_deref().and_then(address::host));
    let metadata = Metadata {
        title,
        source,
        authors: authors(page, &facts, &metas),
        standfirst: facts.description.clone().or_else(|| metas.first(SUMMARIES)),
        published: published(page, &facts, &metas),
        saved: provenance.saved,
        url,
        tags: tags(page, &facts, &metas),
        ..Metadata::default()
    };
    Declared { metadata, languages: languages(page, &facts, &metas), body: facts.body }
}

/// What the page states in JSON-LD about the article that its titles name.
fn facts(page: &Elements<'_>, told: &Told) -> Facts {
    let scripts = FACTS.of(page);
    let titles = [std::slice::from_ref(&told.title), &told.declared, &told.firsts].concat();
    json_ld::read(scripts.iter().map(|node| node.text().to_string()), &titles)
}

/// The headline that JSON-LD states. Some write a teaser as the headline and the headline as the
/// name.
fn stated(facts: &Facts, title: &str) -> Option<String> {
    let headline = facts.headline.as_deref().unwrap_or_default();
    let is_name_better =
        |name: &String| json_ld::shared_words(name, title) > json_ld::shared_words(headline, title);
    facts.name.clone().filter(is_name_better).or_else(|| facts.headline.clone())
}

fn headings(page: &Elements<'_>, which: &Places) -> Vec<String> {
    which.iter(page).map(|heading| without_sign(dom::line(&heading))).collect()
}

/// Without the sign behind a heading that links to the heading itself.
fn without_sign(line: String) -> String {
    let bare = line.strip_suffix('¶').or_else(|| line.strip_suffix(" #"));
    bare.map(|bare| bare.trim_end().to_owned()).unwrap_or(line)
}

fn page_title(page: &Elements<'_>) -> String {
    TITLE.first(page).map(|title| dom::line(&title)).unwrap_or_default()
}

/// All languages declared, the most particular first.
fn languages(page: &Elements<'_>, facts: &Facts, metas: &Metas) -> Vec<String> {
    let attribute = |node: Option<NodeRef<'_>>, name: &str| {
        node.and_then(|node| node.attr(name)).map(String::from)
    };
    let html = dom::html(page.document);
    let body = attribute(page.document.body(), "lang");
    let own = attribute(html, "lang").or_else(|| attribute(html, "xml:lang"));
    let locales = metas.all(LANGUAGES).into_iter().map(|locale| language_of(&locale));
    let known = body.into_iter().chain(own).chain(facts.language.clone()).chain(locales);
    known.chain(alternate(page)).collect()
}

/// The language of the alternate that is the page itself.
fn alternate(page: &Elements<'_>) -> Option<String> {
    let canonical = CANONICAL.first(page)?.attr("href")?;
    let own = ALTERNATES.iter(page).find(|node| node.attr("href").as_ref() == Some(&canonical));
    dom::attribute(&own?, "hreflang").filter(|language| language != "x-default")
}

fn authors(page: &Elements<'_>, facts: &Facts, metas: &Metas) -> Vec<String> {
    let declared = |key: &&str| {
        let names = metas.values(key).iter().filter(|name| !address::is_web(name) && is_name(name));
        Some(names.cloned().collect::<Vec<_>>()).filter(|names| !names.is_empty())
    };
    let visible = || visible::byline(page).into_iter().collect();
    let authors = if facts.authors.is_empty() {
        AUTHORS.iter().find_map(declared).unwrap_or_else(visible)
    } else {
        facts.authors.clone()
    };
    let mut seen = HashSet::new();
    let is_new = |name: &String| !address::is_web(name) && seen.insert(name.clone());
    authors.into_iter().filter(is_new).collect()
}

/// `twitter:data1` and its like hold a reading time as often as a name.
fn is_name(text: &str) -> bool {
    text.len() < 200 && !text.starts_with('@') && !text.starts_with(|c: char| c.is_numeric())
}

fn published(page: &Elements<'_>, facts: &Facts, metas: &Metas) -> Option<Date> {
    let declared = facts.published.iter().cloned().chain(metas.all(PUBLISHED));
    let machine = declared.into_iter().find_map(|text| date::parse(&text));
    machine.or_else(|| visible::time(page)).or_else(|| visible::day(page))
}

fn tags(page: &Elements<'_>, facts: &Facts, metas: &Metas) -> Vec<String> {
    let mut tags = facts.tags.clone();
    for tag in metas.all(TAGS).iter().flat_map(|tags| json_ld::split_list(tags)) {
        if !tags.contains(&tag) && tag.chars().count() <= 60 {
            tags.push(tag);
        }
    }
    if tags.is_empty() {
        tags = visible::tags(page);
    }
    tags.truncate(MOST_TAGS);
    tags
}

fn url(page: &Elements<'_>, facts: &Facts, metas: &Metas, saved: Option<String>) -> Option<String> {
    let canonical = CANONICAL.first(page).and_then(|link| link.attr("href"));
    let canonical = canonical.map(|href| href.to_string());
    let declared = [canonical, metas.first(&["og:url"]), facts.url.clone(), saved.clone()];
    let declared = declared.into_iter().flatten();
    // A canonical address without its host is seen from where the page was saved.
    let whole = declared.filter_map(|url| address::resolve(saved.as_deref(), &url));
    let whole: Vec<String> =
        whole.map(|url| provenance::original(&url)).filter(|url| address::is_web(url)).collect();
    // Some templates declare the front page as the canonical one of every page.
    whole.iter().find(|url| address::has_path(url)).or_else(|| whole.first()).cloned()
}

/// What a site may be called, judged by its host: `news.example.org`, `example.org`, `example`.
fn site_names(url: &str) -> Vec<String> {
    const COMMON: [&str; 14] = [
        "co", "com", "org", "net", "gov", "edu", "ac", "news", "blog", "blogs", "en", "ar", "amp",
        "mobile",
    ];
    let Some(host) = address::host(url) else { return Vec::new() };
    let labels: Vec<&str> = host.split('.').collect();
    // The last label is no name, and of common words no site makes its name.
    let names = labels.iter().rev().skip(1);
    let names = names.filter(|label| label.len() > 1 && !COMMON.contains(label));
    names.map(|label| (*label).to_owned()).chain([host.clone()]).collect()
}

/// `ar_AR` is no region's Arabic: a locale tells a language.
fn language_of(locale: &str) -> String {
    locale.split(['_', '-']).next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

    fn of(html: &str) -> Metadata {
        read(&Elements::of(&Document::from(html)), Provenance::default()).metadata
    }

    #[test]
    fn open_graph_is_read() {
        let found = of(
            "<head><title>خبر - موقع</title><meta property='og:title' content='خبر'>
             <meta property='og:site_name' content='موقع'><meta name=author content='ليلى'>
             <meta property='article:published_time' content='2024-03-23'>
             <meta name=keywords content='أ، ب, ج'><link rel=canonical href='https://m.example/x'>",
        );
        assert_eq!(found.title, "خبر");
        assert_eq!(found.source.as_deref(), Some("موقع"));
        assert_eq!(found.authors, ["ليلى"]);
        assert_eq!(found.published.unwrap().to_string(), "2024-03-23");
        assert_eq!(found.tags, ["أ", "ب", "ج"]);
        assert_eq!(found.url.as_deref(), Some("https://m.example/x"));
    }

    #[test]
    fn without_a_name_the_host_is_the_source() {
        let found = of("<title>t</title><link rel=canonical href='https://www.paper.example/x'>");
        assert_eq!(found.source.as_deref(), Some("paper.example"));
    }

    #[test]
    fn structured_data_outranks_the_rest() {
        let found =
            of(r#"<title>A long day - Paper</title><meta property="og:title" content="Teaser">
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"A long day",
            "author":{"name":"N. N."},"datePublished":"2020-01-02"}</script>"#);
        assert_eq!(found.title, "A long day");
        assert_eq!(found.authors, ["N. N."]);
        assert_eq!(found.published.unwrap().to_string(), "2020-01-02");
    }

    #[test]
    fn the_sites_name_is_no_part_of_the_headline() {
        let page = "<title>Harbour | The Review</title><meta property='og:title' content='Harbour reopens | The Review'>
             <meta property='og:site_name' content='The Review'>";
        assert_eq!(of(page).title, "Harbour reopens");
        let found = of(
            "<title>مدونة البحر: المرفأ يفتح أبوابه</title><h1>مدونة البحر</h1><h3>المرفأ يفتح أبوابه</h3>",
        );
        assert_eq!(found.title, "المرفأ يفتح أبوابه");
        assert_eq!(found.source.as_deref(), Some("مدونة البحر"));
        let found = of("<title>خبر قصير | صحيفة المرفأ</title><p>نص");
        assert_eq!(
            (found.title.as_str(), found.source.as_deref()),
            ("خبر قصير", Some("صحيفة المرفأ"))
        );
    }

    #[test]
    fn what_only_readers_are_told_is_read() {
        let found = of("<title>x</title><div class=authorAndDate><a>N</a><span>פורסם: 23.03.24 | 10:30</span></div>
             <a rel=tag href=/a>بحر</a><a rel='category tag' href=/b>مدن</a>");
        assert_eq!(found.published.unwrap().to_string(), "2024-03-23T10:30:00");
        assert_eq!(found.tags, ["بحر", "مدن"]);
    }

    #[test]
    fn an_address_is_no_author() {
        assert!(
            of("<meta property='article:author' content='https://f.example/p'>").authors.is_empty()
        );
    }
}
