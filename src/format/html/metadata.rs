//! What a page declares about itself, from the most careful source to the least: JSON-LD, then
//! Open Graph and its kin, then `<meta name>`, then the page's visible head.

use std::collections::HashMap;
use std::collections::HashSet;

use dom_query::Document;
use dom_query::NodeRef;

use super::address;
use super::dom;
use super::json_ld;
use super::json_ld::Facts;
use super::provenance::Provenance;
use super::title;
use crate::article::Date;
use crate::article::Metadata;
use crate::format::date;

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
    "author",
    "article:author",
    "parsely-author",
    "sailthru:author",
    "citation_author",
    "dc:creator",
    "dcterms:creator",
    "dc:author",
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
const SUMMARIES: &[&str] = &[
    "og:description",
    "description",
    "dc:description",
    "dcterms:description",
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
const LANGUAGES: &[&str] =
    &["og:locale", "content-language", "dc:language", "language", "inlanguage"];

/// Where a page shows its date, when it tells it to readers only.
const DATES: &str = "abbr.published, [itemprop=datePublished], [class*=publish], [class*=date], [class*=Date], \
                     [class*=time], [class*=byline], [class*=posted], [class*=meta], [class*=info]";
const MOST_DATES: usize = 20;

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
pub(super) fn read(page: &Document, provenance: Provenance) -> Declared {
    let scripts = page.select("script[type*='ld+json']");
    let facts = json_ld::read(scripts.nodes().iter().map(|node| node.text().to_string()));
    let metas = Metas::of(page);
    let url = url(page, &facts, &metas, provenance.url);
    let site = facts.publisher.clone().or_else(|| metas.first(SITES));
    let mut sites: Vec<String> = metas.all(SITES);
    sites.extend(site.clone());
    sites.extend(url.as_deref().into_iter().flat_map(site_names));
    let title = headline(page, &facts, &metas, &sites);
    let titled = || title::site(&page_title(page), &title);
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
    let html = page.select("html");
    let own = html.attr("lang").or_else(|| html.attr("xml:lang")).map(|lang| lang.to_string());
    let body_language = page.select("body").attr("lang").map(|lang| lang.to_string());
    let locale = metas.all(LANGUAGES).into_iter().map(|locale| language_of(&locale));
    let languages =
        body_language.into_iter().chain(own).chain(facts.language).chain(locale).collect();
    Declared { metadata, languages, body: facts.body }
}

/// `<meta>` elements by their keys: lower case, colons for the dots of Dublin Core.
struct Metas(HashMap<String, Vec<String>>);

impl Metas {
    fn of(page: &Document) -> Self {
        let mut metas: HashMap<String, Vec<String>> = HashMap::new();
        // RDFa is written with more care than the rest.
        for attribute in ["property", "name", "itemprop", "http-equiv"] {
            for node in page.select("meta[content]").nodes() {
                let keys = dom::attribute(node, attribute).unwrap_or_default().to_lowercase();
                let content = dom::unescape(&dom::attribute(node, "content").unwrap_or_default());
                for key in keys.split_whitespace().filter(|_| !content.is_empty()) {
                    metas.entry(key.replace('.', ":")).or_default().push(content.clone());
                }
            }
        }
        Self(metas)
    }

    fn first(&self, keys: &[&str]) -> Option<String> {
        keys.iter().find_map(|key| self.0.get(*key)?.iter().find(|text| !text.is_empty()).cloned())
    }

    /// The values of all these keys.
    fn all(&self, keys: &[&str]) -> Vec<String> {
        keys.iter().filter_map(|key| self.0.get(*key)).flatten().cloned().collect()
    }
}

fn headline(page: &Document, facts: &Facts, metas: &Metas, sites: &[String]) -> String {
    let title = page_title(page);
    let is_name_better = |name: &String| {
        let headline = facts.headline.as_deref().unwrap_or_default();
        shared_words(name, &title) > shared_words(headline, &title)
    };
    // Some write a teaser as the headline and the headline as the name.
    let name = facts.name.clone().filter(is_name_better);
    let headings = |selector: &str| -> Vec<String> {
        let places = page.select(selector);
        let lines = places.nodes().iter().map(dom::line);
        lines.filter(|line| !line.is_empty() && !sites.contains(line)).collect()
    };
    let firsts = headings("h1");
    if let Some(found) = name.or_else(|| facts.headline.clone()).or_else(|| metas.first(TITLES)) {
        return title::declared(&found, &firsts, sites);
    }
    // Where the first heading is the site's, the headline is one of the next.
    let headings = [firsts, headings("h2, h3")].concat();
    if title.is_empty() {
        return headings.into_iter().next().unwrap_or_default();
    }
    title::headline(&title, &headings, sites)
}

fn page_title(page: &Document) -> String {
    dom::collapse(&page.select("head title, title").first().text())
}

/// The share of words that both have, of the longer's, in hundredths.
fn shared_words(text: &str, title: &str) -> usize {
    let title: Vec<&str> = title.split_whitespace().collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let shared = words.iter().filter(|word| title.contains(word)).count();
    shared * 100 / words.len().max(title.len()).max(1)
}

fn authors(page: &Document, facts: &Facts, metas: &Metas) -> Vec<String> {
    let visible = || {
        let nodes =
            page.select("[rel~=author], [itemprop~=author] [itemprop~=name], [itemprop~=author]");
        nodes
            .nodes()
            .iter()
            .map(dom::line)
            .find(|name| (2..80).contains(&name.len()))
            .into_iter()
            .collect()
    };
    let declared = |key: &&str| {
        let values = metas.0.get(*key).cloned().unwrap_or_default();
        let names = values.into_iter().filter(|name| !address::is_web(name) && is_name(name));
        Some(names.collect::<Vec<_>>()).filter(|names| !names.is_empty())
    };
    let mut authors = if facts.authors.is_empty() {
        AUTHORS.iter().find_map(declared).unwrap_or_else(visible)
    } else {
        facts.authors.clone()
    };
    let mut seen = Vec::new();
    authors.retain(|name| {
        !address::is_web(name) && !seen.contains(name) && {
            seen.push(name.clone());
            true
        }
    });
    authors
}

/// `twitter:data1` and its like hold a reading time as often as a name.
fn is_name(text: &str) -> bool {
    text.len() < 200 && !text.starts_with('@') && !text.starts_with(|c: char| c.is_numeric())
}

fn published(page: &Document, facts: &Facts, metas: &Metas) -> Option<Date> {
    let declared = facts.published.iter().cloned().chain(metas.all(PUBLISHED));
    let times = page.select(
        "article time[datetime], [itemprop=datePublished], main time[datetime], time[datetime]",
    );
    let visible = times.nodes().iter().filter_map(|node| {
        dom::attribute(node, "datetime").or_else(|| dom::attribute(node, "content"))
    });
    let machine = declared.chain(visible.take(3)).find_map(|text| date::parse(&text));
    machine.or_else(|| {
        let places = page.select(DATES);
        // A table tells of other days: when a thing was made, when a person was born.
        let is_apart =
            |node: &&NodeRef<'_>| !node.ancestors_it(None).any(|up| up.has_name("table"));
        let lines = places.nodes().iter().filter(is_apart).take(MOST_DATES).map(dom::words);
        lines.filter(|line| line.chars().count() <= 160).find_map(|line| date::within(&line))
    })
}

fn tags(page: &Document, facts: &Facts, metas: &Metas) -> Vec<String> {
    let mut tags = facts.tags.clone();
    for tag in metas.all(TAGS).iter().flat_map(|tags| json_ld::split_list(tags)) {
        if !tags.contains(&tag) && tag.chars().count() <= 60 {
            tags.push(tag);
        }
    }
    if tags.is_empty() {
        let visible = page.select("a[rel~=tag]");
        tags = visible.nodes().iter().map(dom::line).filter(|tag| !tag.is_empty()).collect();
        let mut seen = HashSet::new();
        tags.retain(|tag| seen.insert(tag.clone()));
    }
    tags
}

fn url(page: &Document, facts: &Facts, metas: &Metas, saved: Option<String>) -> Option<String> {
    let canonical = page.select("link[rel~=canonical]").attr("href").map(|href| href.to_string());
    let declared = [canonical, metas.first(&["og:url"]), facts.url.clone(), saved.clone()];
    let declared = declared.into_iter().flatten();
    // A canonical address without its host is seen from where the page was saved.
    let mut whole = declared.filter_map(|url| address::resolve(saved.as_deref(), &url));
    whole.find(|url| address::is_web(url))
}

/// What a site may be called, judged by its host: `news.example.org`, `example.org`, `example`.
fn site_names(url: &str) -> Vec<String> {
    let Some(host) = address::host(url) else { return Vec::new() };
    let labels: Vec<&str> = host.split('.').filter(|label| label.len() > 3).collect();
    labels.iter().map(|label| (*label).to_owned()).chain([host.clone()]).collect()
}

/// `ar_AR` is no region's Arabic: a locale tells a language.
fn language_of(locale: &str) -> String {
    locale.split(['_', '-']).next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(html: &str) -> Metadata {
        read(&Document::from(html), Provenance::default()).metadata
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
