//! What a page says about itself in JSON-LD: the one place where publishers keep headline, byline
//! and date apart, and so the first source of metadata. Only schema.org's articles are looked at.

mod repair;

use std::collections::HashMap;

use serde_json::Value;

use super::dom;

/// The facts of one schema.org article; empty where the page has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) headline: Option<String>,
    pub(super) name: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) published: Option<String>,
    pub(super) publisher: Option<String>,
    /// What the site is called, told apart from the article.
    pub(super) website: Option<String>,
    pub(super) language: Option<String>,
    pub(super) tags: Vec<String>,
    pub(super) description: Option<String>,
    pub(super) url: Option<String>,
    pub(super) body: Option<String>,
}

type Object = serde_json::Map<String, Value>;

/// No page tells of more things, and what claims to is a catalogue.
const MOST_OBJECTS: usize = 20_000;

/// The facts of the article in these scripts. Where they tell of several, it is the one whose
/// headline is most like one of the page's own titles.
pub(super) fn read(scripts: impl IntoIterator<Item = String>, titles: &[String]) -> Facts {
    let roots: Vec<Value> = scripts.into_iter().flat_map(|script| repair::parse(&script)).collect();
    let objects = objects(&roots);
    let ids = objects.iter().filter_map(|object| Some((object.get("@id")?.as_str()?, *object)));
    // A reference is an object with nothing but its `@id`; what it refers to has more to tell.
    let ids: HashMap<&str, &Object> = ids.filter(|(_, object)| object.len() > 1).collect();
    let articles = objects.iter().filter(|object| is_article(object) && object.len() > 2);
    let likeness = |article: &&&Object| likeness(article, titles);
    // Of equals the last one is taken, so they are turned round.
    let article = articles.collect::<Vec<_>>().into_iter().rev().max_by_key(likeness);
    let mut found =
        article.map(|article| facts(article, &ids)).unwrap_or_else(|| page(&objects, &ids));
    let site = objects.iter().find(|object| is_a(object, &["WebSite", "NewsMediaOrganization"]));
    found.website = site.and_then(|site| strings(site.get("name")).into_iter().next());
    found
}

/// What an object that stands for the page tells, where none stands for an article. Its name is a
/// window's title, not a headline.
fn page(objects: &[&Object], ids: &HashMap<&str, &Object>) -> Facts {
    let is_page = |object: &&&Object| is_a(object, &["WebPage", "ItemPage"]) && object.len() > 2;
    let page = objects.iter().find(is_page);
    page.map(|page| Facts { name: None, ..facts(page, ids) }).unwrap_or_default()
}

/// How many words of a page's titles are in an article's headline, in hundredths.
fn likeness(article: &Object, titles: &[String]) -> usize {
    let headline = strings(article.get("headline").or_else(|| article.get("name"))).concat();
    titles.iter().map(|title| shared_words(&headline, title)).max().unwrap_or(0)
}

/// The share of words that both have, of the longer's, in hundredths.
pub(super) fn shared_words(text: &str, title: &str) -> usize {
    let title: Vec<&str> = title.split_whitespace().collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let shared = words.iter().filter(|word| title.contains(word)).count();
    shared * 100 / words.len().max(title.len()).max(1)
}

/// All objects in document order, through arrays, graphs and nested main entities.
fn objects(roots: &[Value]) -> Vec<&Object> {
    let mut objects = Vec::new();
    let mut stack: Vec<&Value> = roots.iter().rev().collect();
    while let Some(value) = stack.pop() {
        match value {
            Value::Array(values) => stack.extend(values.iter().rev()),
            Value::Object(object) => {
                if objects.len() >= MOST_OBJECTS {
                    break;
                }
                objects.push(object);
                stack.extend(object.values().filter(|value| value.is_object() || value.is_array()));
            }
            _ => {}
        }
    }
    objects
}

fn is_article(object: &Object) -> bool {
    let is_kind =
        |kind: &String| kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report";
    kinds(object).iter().any(|kind| is_kind(kind) && kind != "JobPosting")
}

fn is_a(object: &Object, wanted: &[&str]) -> bool {
    kinds(object).iter().any(|kind| wanted.contains(&kind.as_str()))
}

/// Its types without the vocabulary's address: `schema:Article` is an `Article`.
fn kinds(object: &Object) -> Vec<String> {
    let bare = |kind: String| kind.rsplit(['/', ':', '#']).next().unwrap_or_default().to_owned();
    strings(object.get("@type")).into_iter().map(bare).collect()
}

fn facts(article: &Object, ids: &HashMap<&str, &Object>) -> Facts {
    let text = |key: &str| strings(article.get(key)).into_iter().next();
    let named = |key: &str| names(article.get(key), ids);
    let mut tags = Vec::new();
    for key in ["articleSection", "keywords"] {
        for tag in strings(article.get(key)).iter().flat_map(|tags| split_list(tags)) {
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
    }
    let page = article.get("mainEntityOfPage").and_then(|page| page.get("@id").or(Some(page)));
    let page = page.and_then(Value::as_str).map(str::to_owned);
    Facts {
        headline: text("headline"),
        name: text("name"),
        authors: [named("author"), named("creator")]
            .into_iter()
            .find(|list| !list.is_empty())
            .unwrap_or_default(),
        published: text("datePublished").or_else(|| text("dateCreated")),
        publisher: named("publisher").into_iter().next(),
        website: None,
        language: text("inLanguage"),
        tags,
        description: text("description"),
        url: text("url").or(page),
        body: article.get("articleBody").and_then(Value::as_str).map(str::to_owned),
    }
}

/// The names of people or organisations, however they are given.
fn names(value: Option<&Value>, ids: &HashMap<&str, &Object>) -> Vec<String> {
    let values = match value {
        Some(Value::Array(values)) => values.iter().collect(),
        Some(value) => vec![value],
        None => Vec::new(),
    };
    let name = |value: &Value| match value {
        Value::Object(object) => {
            let referred = object.get("@id").and_then(Value::as_str).and_then(|id| ids.get(id));
            let names = object.get("name").or_else(|| referred?.get("name"));
            strings(names).into_iter().next()
        }
        _ => strings(Some(value)).into_iter().next(),
    };
    values.into_iter().filter_map(name).collect()
}

fn strings(value: Option<&Value>) -> Vec<String> {
    let one = |value: &Value| {
        let text = match value {
            Value::String(text) => text,
            Value::Object(object) => {
                object.get("@value").or_else(|| object.get("name"))?.as_str()?
            }
            _ => return None,
        };
        Some(dom::unescape(text)).filter(|text| !text.is_empty())
    };
    match value {
        Some(Value::Array(values)) => values.iter().filter_map(one).collect(),
        Some(value) => one(value).into_iter().collect(),
        None => Vec::new(),
    }
}

/// Keywords are one string as often as they are a list; Arabic and Chinese have commas of their own.
pub(super) fn split_list(text: &str) -> Vec<String> {
    let parts = text.split([',', '،', ';', '؛', '，', '、']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(script: &str) -> Facts {
        read([script.to_owned()], &[])
    }

    #[test]
    fn an_article_in_a_graph_is_found_and_its_references_followed() {
        let facts = of(r##"{"@context":"https://schema.org","@graph":[
            {"@type":"WebPage","name":"عنوان - موقع"},
            {"@type":["Article","NewsArticle"],"headline":"عنوان","author":{"@id":"#p"},
             "publisher":{"@id":"#o"},"inLanguage":"ar","keywords":"أ، ب"},
            {"@type":"Person","@id":"#p","name":"ليلى"},
            {"@type":"Organization","@id":"#o","name":"موقع"}]}"##);
        assert_eq!(facts.headline.as_deref(), Some("عنوان"));
        assert_eq!(facts.authors, ["ليلى"]);
        assert_eq!(facts.publisher.as_deref(), Some("موقع"));
        assert_eq!(facts.tags, ["أ", "ب"]);
    }

    #[test]
    fn wrappings_and_raw_line_ends_are_forgiven() {
        let facts = of(
            "//<![CDATA[\n[{\"@type\":\"BlogPosting\",\"headline\":\"two\nlines &amp; more\"}];\n//]]>",
        );
        assert_eq!(facts.headline, None, "an object with nothing but a headline is a teaser");
        let facts = of(
            "<!-- {\"@context\":\"x\",\"@type\":\"BlogPosting\",\"headline\":\"two\nlines &amp; more\"} -->",
        );
        assert_eq!(facts.headline.as_deref(), Some("two lines & more"));
    }

    #[test]
    fn what_is_no_article_gives_nothing() {
        assert_eq!(of(r#"{"@type":"Organization","name":"x","url":"y"}"#), Facts::default());
        assert_eq!(of("not json"), Facts::default());
    }

    #[test]
    fn of_several_articles_the_pages_own_is_taken() {
        let scripts = [
            r#"{"@type":"ItemList","x":[{"@type":"NewsArticle","headline":"العاصفة تضرب الساحل","author":"س"}]}"#,
            r#"{"@type":"NewsArticle","headline":"المرفأ يفتح أبوابه","author":"ليلى"}"#,
        ];
        let facts = read(scripts.map(str::to_owned), &["المرفأ يفتح أبوابه - الساحل".to_owned()]);
        assert_eq!(facts.authors, ["ليلى"]);
        assert_eq!(read(scripts.map(str::to_owned), &[]).authors, ["س"]);
    }

    #[test]
    fn a_page_tells_its_date_where_it_has_no_article() {
        let facts = of(
            r#"{"@graph":[{"@type":"WebPage","name":"x - y","datePublished":"2024-01-02"},{"@type":"WebSite","name":"الساحل"}]}"#,
        );
        assert_eq!(facts.published.as_deref(), Some("2024-01-02"));
        assert_eq!((facts.name, facts.website.as_deref()), (None, Some("الساحل")));
    }

    #[test]
    fn an_article_within_a_page_is_found() {
        let facts = of(
            r#"{"@type":"WebPage","mainEntity":{"@type":"Report","headline":"h","author":["A",{"name":"B"}]}}"#,
        );
        assert_eq!(facts.authors, ["A", "B"]);
    }
}
