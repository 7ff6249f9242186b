//! What stands in the article's element and is not of the article: rows of buttons, tags, boxes of
//! other stories, invitations, comments, lines about the author.
//!
//! Told by what the page calls them, and only where they are light: no running text, and little next
//! to the article. A name alone proves nothing, since themes name their whole page "post-tags".

use std::collections::HashMap;
use std::collections::HashSet;
use std::sync::LazyLock;

use dom_query::Document;
use dom_query::NodeRef;

use super::super::dom;
use super::measure::length;
use super::measure::linked;
use super::measure::prose;

/// Words in names of classes that mean furniture, where it holds no running text.
#[rustfmt::skip]
const LIGHT: &[&str] = &[
    "share", "sharing", "share-count", "sharebar", "sharethis", "sharedaddy", "addthis", "addtoany", "social", "socials",
    "follow-us", "newsletter", "newsletters", "subscribe", "subscription", "signup", "sign-up", "mailing-list",
    "related", "relateds", "recirc", "recirculation", "recommended", "recommendation", "recommendations",
    "read-also", "also-read", "read-more", "readmore", "read-next", "up-next", "more-stories", "more-from", "see-also",
    "most-read", "most-popular", "mostread", "trending", "promo", "promos", "promotion", "advert", "adverts",
    "advertisement", "advertising", "ad", "ads", "adslot", "adsense", "adsbygoogle", "dfp", "sponsor", "sponsored", "outbrain",
    "taboola", "zergnet", "mgid", "dianomi", "revcontent", "comment-count", "comments-count", "commentcount", "comments-link",
    "breadcrumb", "breadcrumbs", "pagination", "pager", "post-nav", "post-navigation", "nav-links", "tags", "taglist",
    "tag-list", "tagcloud", "tags-links", "cat-links", "post-tags", "entry-tags", "keywords", "toolbar", "article-tools",
    "cookie-banner", "cookie-notice", "cookie-consent", "gdpr", "consent-banner", "paywall", "popup", "byline", "entry-meta", "post-meta", "article-meta",
    "postmetadata", "entry-footer", "reading-time", "read-time", "print-link", "app-download", "app-promo", "app-links",
    "twitter-follow-button", "fb-like", "fb-share-button", "g-plusone", "text-size", "text-resize", "font-size", "font-resize",
    "rating", "ratings", "jp-relatedposts", "wp-block-buttons", "feedback", "whatsapp-channel", "google-news",
];

/// Words that mean a few lines about the author.
#[rustfmt::skip]
const ABOUT: &[&str] = &[
    "author-bio", "author-box", "author-info", "author-card", "about-author", "author-description", "authorbox", "bio",
    "post-author", "author-profile", "about-the-author", "writer-bio", "contributor-bio",
];

/// Words that mean what readers wrote.
#[rustfmt::skip]
const COMMENTS: &[&str] = &[
    "comments", "comment-list", "commentlist", "comments-area", "disqus-thread", "respond", "comment-respond", "fb-comments",
    "livefyre",
];

/// Elements that may be furniture as a whole.
const BOXES: &[&str] = &[
    "div", "section", "aside", "ul", "ol", "dl", "p", "nav", "footer", "header", "form", "h2",
    "h3", "h4", "h5", "h6", "span", "a", "small", "time", "center", "li", "article",
];

/// Of these, those whose id is the page's name for them.
const BLOCKS: &[&str] = &["div", "section", "aside", "ul", "nav", "footer", "form"];

/// Of these, those that are part of a sentence where they stand in one.
const INLINE: &[&str] = &["span", "a", "small", "time", "li"];

/// What is kept as it is, whatever it is called.
const KEPT: &[&str] = &["figure", "pre", "table", "blockquote", "p", "figcaption"];

/// Characters of running text up to which lines about an author are no article.
const LONGEST_ABOUT: usize = 700;

/// A standfirst may stand among buttons; it is longer than the words on them.
const LONG_TEXT: usize = 100;

/// How often the text of the page is looked at, at most: boxes may stand in boxes, hundreds deep.
const MOST_PASSES: usize = 8;

/// Takes off the furniture of an article.
pub(super) fn take_off(tree: &Document) {
    let root = tree.root();
    // Pages call many elements the same.
    let mut known: HashMap<String, Option<Kind>> = HashMap::new();
    let mut kind = |node: &NodeRef<'_>| {
        let called = called(node);
        *known.entry(called).or_insert_with_key(|called| kind(called))
    };
    let named: Vec<_> = root
        .descendants_it()
        .filter(|node| node.qual_name_ref().is_some_and(|name| BOXES.contains(&&*name.local)))
        .filter_map(|node| Some((node, kind(&node)?)))
        .collect();
    if named.is_empty() {
        return;
    }
    let whole = length(&root);
    let running = running(named.iter().map(|(node, _)| node));
    let mut budget = whole.saturating_mul(MOST_PASSES).max(1 << 16);
    for (node, kind) in named {
        let Some(left) = budget.checked_sub(length(&node)) else { break };
        budget = left;
        let is_running =
            node.has_name("p") && running.contains(node.attr("class").as_deref().unwrap_or(""));
        if !is_running && is_free(&node) && kind.is_light(&node, whole) {
            node.remove_from_parent();
        }
    }
}

/// The classes of paragraphs of running text. What a page calls those, it calls the short paragraphs
/// between them, too: behind a wall that asks for money, all are a "paywall".
fn running<'a>(named: impl Iterator<Item = &'a NodeRef<'a>>) -> HashSet<String> {
    let long = named.filter(|node| node.has_name("p") && has_long_text(node));
    long.filter_map(|node| dom::attribute(node, "class")).collect()
}

/// What furniture is, the least telling first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Light,
    About,
    Comments,
}

impl Kind {
    fn is_light(self, node: &NodeRef<'_>, whole: usize) -> bool {
        let length = length(node);
        let is_part = |part: usize| length * part <= whole;
        match self {
            Self::Light => {
                let prose = prose(node);
                let is_quoting = node.descendants_it().any(|inside| inside.has_name("blockquote"));
                let is_linked = prose == 0 || linked(node) * 2 > length;
                is_part(3) && is_linked && !is_quoting && !has_long_text(node)
            }
            Self::About => is_part(3) && length <= LONGEST_ABOUT,
            Self::Comments => is_part(2) && follows_prose(node),
        }
    }
}

/// Whether it stands for itself: not in a sentence, a caption, a table.
fn is_free(node: &NodeRef<'_>) -> bool {
    let is_inline = INLINE.iter().any(|name| node.has_name(name));
    let mut around = node.ancestors_it(None);
    let is_kept = around.any(|up| KEPT.iter().any(|name| up.has_name(name)));
    let in_sentence = is_inline
        && node
            .parent()
            .is_some_and(|parent| length(&parent) > length(node) * 2 && is_text(&parent));
    !is_kept && !in_sentence
}

/// Whether words stand in the element itself, not only in elements within it.
fn is_text(node: &NodeRef<'_>) -> bool {
    node.children_it(false).any(|child| child.is_text() && length(&child) > 0)
}

/// Long text that stands in no paragraph.
fn has_long_text(node: &NodeRef<'_>) -> bool {
    let mut texts = node.descendants_it().filter(NodeRef::is_text);
    texts.any(|text| length(&text) > LONG_TEXT)
}

/// Whether running text stands before it.
fn follows_prose(node: &NodeRef<'_>) -> bool {
    let mut at = Some(*node);
    while let Some(here) = at {
        let mut before = here.prev_sibling();
        while let Some(sibling) = before {
            if prose(&sibling) > 0 || (sibling.has_name("p") && length(&sibling) > 80) {
                return true;
            }
            before = sibling.prev_sibling();
        }
        at = here.parent();
    }
    false
}

/// Whether a page calls an element furniture.
pub(super) fn is_named(node: &NodeRef<'_>) -> bool {
    kind(&called(node)).is_some()
}

fn kind(called: &str) -> Option<Kind> {
    let names = names(called);
    let starts = names.match_indices('-').filter_map(|(at, _)| names.get(at + 1..));
    starts.filter_map(kind_at).max()
}

/// The most telling kind that a run of words begins with.
fn kind_at(names: &str) -> Option<Kind> {
    let known = KINDS.get(names.split('-').next()?)?;
    let is_there = |word: &str| names.strip_prefix(word).is_some_and(|rest| rest.starts_with('-'));
    known.iter().filter(|(word, _)| is_there(word)).map(|(_, kind)| *kind).max()
}

/// The kinds by the first of their words.
static KINDS: LazyLock<HashMap<&str, Vec<(&str, Kind)>>> = LazyLock::new(|| {
    let mut kinds: HashMap<&str, Vec<(&str, Kind)>> = HashMap::new();
    for (words, kind) in [(LIGHT, Kind::Light), (ABOUT, Kind::About), (COMMENTS, Kind::Comments)] {
        for word in words {
            let first = word.split('-').next().unwrap_or(word);
            kinds.entry(first).or_default().push((word, kind));
        }
    }
    kinds
});

/// What a page calls an element, a line for each attribute that says it.
fn called(node: &NodeRef<'_>) -> String {
    let mut called = String::new();
    // Headings have their own words for an id, so that links lead to them.
    let has_own_id = BLOCKS.iter().any(|name| node.has_name(name));
    let id = has_own_id.then_some("id");
    for attribute in ["class", "data-component", "role", "rel"].into_iter().chain(id) {
        if let Some(value) = node.attr(attribute) {
            called.extend(value.chars().map(|c| if c == '\n' { ' ' } else { c }));
            called.push('\n');
        }
    }
    called
}

/// The same in words parted by hyphens: `shareBar post__tags` is `-share-bar-post-tags-`.
fn names(called: &str) -> String {
    let mut names = String::from("-");
    for value in called.lines() {
        let mut previous = ' ';
        for c in value.chars().take(300) {
            let is_next_word = c.is_uppercase() && previous.is_lowercase();
            if !c.is_alphanumeric() || is_next_word {
                names.push('-');
            }
            if c.is_alphanumeric() {
                names.extend(c.to_lowercase());
            }
            previous = c;
        }
        names.push('-');
    }
    names.replace("--", "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROSE: &str = "<p>The harbour opened this morning to its fishermen after eleven days of \
        storm, and the first boats left before the sun was up, with bread and coffee for all.</p>";

    fn left(html: &str) -> String {
        let tree = Document::fragment(format!("<div>{PROSE}{html}{PROSE}{PROSE}</div>"));
        take_off(&tree);
        let inner = tree.select("div").nodes()[0].inner_html().to_string();
        inner.replace(PROSE, "")
    }

    #[test]
    fn what_the_page_calls_furniture_goes() {
        for html in [
            "<div class='post__shareBar'><a href=/>Facebook</a> <a href=/>Print</a></div>",
            "<ul class=article-tags><li><a href=/>boats</a></li></ul>",
            "<section id=related-stories><h3>More</h3><a href=/>The storm and the sea</a></section>",
            "<div class='authorBio author-bio'><p>Ada Venn has written about harbours and the people \
             in them for twenty years, and lives by the sea with a cat and a boat.</p></div>",
        ] {
            assert_eq!(left(html), "", "{html}");
        }
    }

    #[test]
    fn running_text_stays_whatever_it_is_called() {
        let prose = format!("<div class=related>{PROSE}</div>");
        assert!(left(&prose).contains("related"));
        let sentence = "<p>He asked to <span class=share>share</span> the bread.</p>";
        assert_eq!(
            dom::collapse(&Document::fragment(left(sentence)).text()),
            "He asked to share the bread."
        );
        let quoted = "<div class=social><blockquote>Boats.</blockquote></div>";
        assert!(left(quoted).contains("Boats."));
    }

    #[test]
    fn a_short_paragraph_called_what_long_ones_are_called_stays() {
        let long = PROSE.replace("<p>", "<p class=paywall>");
        let html = format!("{long}<p class=paywall>He said no more.</p>{long}");
        assert!(left(&html).contains("He said no more."));
        assert_eq!(left("<p class=paywall>Subscribe to read on.</p>"), "");
    }

    #[test]
    fn a_heading_is_not_judged_by_the_id_made_of_its_words() {
        let heading = "<h2><span id=See_also>See also</span></h2>";
        assert_eq!(left(heading), heading.replace("See_also", "\"See_also\""));
    }

    #[test]
    fn comments_go_with_all_their_prose() {
        let html = format!("<div>{PROSE}{PROSE}{PROSE}<div id=comments>{PROSE}</div></div>");
        let tree = Document::fragment(html);
        take_off(&tree);
        assert!(!tree.select("#comments").exists());
    }

    #[test]
    fn names_are_parted_into_words() {
        let tree = Document::fragment("<p class='shareBar post__tags'>");
        assert_eq!(names(&called(&tree.select("p").nodes()[0])), "-share-bar-post-tags-");
        assert!(kind_at("tags-") == Some(Kind::Light) && kind_at("tagsale-").is_none());
        assert!(kind_at("comments-link-") == Some(Kind::Comments) && kind_at("post-").is_none());
    }
}
