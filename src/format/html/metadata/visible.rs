//! What a page tells to readers only: the byline, the date and the tags that stand around the text.
//! It is asked where the page declares nothing to machines.

use std::sync::LazyLock;

use dom_query::NodeRef;

use crate::article::Date;
use crate::format::byline;
use crate::format::date;
use crate::format::html::dom;
use crate::format::html::places::Elements;
use crate::format::html::places::Places;

/// Where a page names its authors: microdata, link types, then the classes that templates use.
static BYLINES: LazyLock<Places> = LazyLock::new(|| {
    Places::new(
        "[rel~=author], [itemprop~=author] [itemprop~=name], [itemprop~=author], .byline, .author-name, \
                       .author_name, .authorName, .article-author, .article__author, .post-author, .entry-author, \
                       .byline__name, .c-byline__author, .p-author, .writer",
    )
});

/// Elements whose time is marked up.
static TIMES: LazyLock<[Places; 5]> = LazyLock::new(|| {
    [
    "time[itemprop~=datePublished], time[pubdate], time.published, time.entry-date, [itemprop~=datePublished]",
    "article header time[datetime]",
    "article time[datetime]",
    "main time[datetime]",
    "time[datetime]",
    ]
    .map(Places::new)
});

/// Where a page shows its date, when it tells it to readers only.
static DATES: LazyLock<Places> = LazyLock::new(|| {
    Places::new(
        "abbr.published, [itemprop=datePublished], [class*=publish], [class*=date], [class*=Date], \
                     [class*=time], [class*=byline], [class*=posted], [class*=meta], [class*=info]",
    )
});
static TAGS: LazyLock<Places> = LazyLock::new(|| Places::new("a[rel~=tag]"));
const MOST_DATES: usize = 20;
const MOST_TIMES: usize = 3;
const MOST_BYLINES: usize = 8;

/// The byline, as it is written.
pub(super) fn byline(page: &Elements<'_>) -> Option<String> {
    let places = BYLINES.iter(page);
    let lines = places.filter(|node| !is_aside(node)).map(|node| dom::words(&node));
    let is_byline = |line: &String| {
        (2..160).contains(&line.len()) && !line.contains("://") && !byline::names(line).is_empty()
    };
    lines.take(MOST_BYLINES).find(is_byline)
}

/// The date that is marked up as a time.
pub(super) fn time(page: &Elements<'_>) -> Option<Date> {
    let moment = |node: &NodeRef<'_>| {
        let marked = ["datetime", "content", "title"].iter();
        marked.filter_map(|name| dom::attribute(node, name)).find_map(|text| date::parse(&text))
    };
    TIMES.iter().find_map(|place| {
        let own = place.iter(page).filter(|node| !is_of_change(node) && !is_aside(node));
        own.take(MOST_TIMES).find_map(|node| moment(&node))
    })
}

/// A date in the lines around the headline.
pub(super) fn day(page: &Elements<'_>) -> Option<Date> {
    // A table tells of other days: when a thing was made, when a person was born.
    let is_apart = |node: &NodeRef<'_>| !node.ancestors_it(None).any(|up| up.has_name("table"));
    let own = DATES.iter(page).filter(is_apart).filter(|node| !is_of_change(node));
    let lines = own.take(MOST_DATES).map(|node| dom::words(&node));
    lines.filter(|line| line.chars().count() <= 160).find_map(|line| date::within(&line))
}

/// The tags that link to others of their kind.
pub(super) fn tags(page: &Elements<'_>) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in TAGS.iter(page).map(|tag| dom::line(&tag)) {
        if !tag.is_empty() && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

/// Whether an element tells when the text was last changed.
fn is_of_change(node: &NodeRef<'_>) -> bool {
    let own = [Some(*node), node.parent()];
    own.into_iter().flatten().any(|node| {
        let marks = ["itemprop", "class"].iter().filter_map(|name| dom::attribute(&node, name));
        let marks = marks.collect::<Vec<_>>().join(" ").to_lowercase();
        let is_changed = ["modif", "updat"].iter().any(|word| marks.contains(word));
        is_changed && !marks.contains("publish")
    })
}

/// Whether an element is about other articles, or about what readers say.
fn is_aside(node: &NodeRef<'_>) -> bool {
    const ASIDE: [&str; 7] =
        ["comment", "related", "sidebar", "recommend", "most-read", "mostread", "popular"];
    node.ancestors_it(None).any(|up| {
        let names = ["aside", "nav", "footer"];
        let class = dom::attribute(&up, "class").unwrap_or_default().to_lowercase();
        let id = dom::attribute(&up, "id").unwrap_or_default().to_lowercase();
        // The page as a whole may say what it has beside the text.
        let is_page = ["body", "html", "main", "article"].iter().any(|name| up.has_name(name));
        let is_footer_of_article =
            up.has_name("footer") && up.ancestors_it(None).any(|outer| outer.has_name("article"));
        (names.iter().any(|name| up.has_name(name)) && !is_footer_of_article)
            || (!is_page && ASIDE.iter().any(|word| class.contains(word) || id.contains(word)))
    })
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

    #[test]
    fn bylines_of_other_articles_are_passed_over() {
        let page = Document::from(
            "<aside><a rel=author>N. Other</a></aside><div class=related-posts><span class=byline>X Y</span></div>
             <article><p class=byline>بقلم <a>ليلى حداد</a></p></article>",
        );
        assert_eq!(byline(&Elements::of(&page)).as_deref(), Some("بقلم ليلى حداد"));
        assert_eq!(
            byline(&Elements::of(&Document::from("<p class=byline>12 March 2024</p>"))),
            None
        );
    }

    #[test]
    fn the_time_of_a_change_is_not_that_of_publication() {
        let page = Document::from(
            "<article><time class=updated datetime=2024-05-01>x</time>
             <span itemprop=dateModified><time datetime=2024-05-02>x</time></span>
             <time datetime=2024-03-23>x</time></article>",
        );
        assert_eq!(time(&Elements::of(&page)).unwrap().to_string(), "2024-03-23");
        let page = Document::from(
            "<p class=date-updated>Updated 5 May 2024</p><p class=date>23 March 2024",
        );
        assert_eq!(day(&Elements::of(&page)).unwrap().to_string(), "2024-03-23");
    }
}
