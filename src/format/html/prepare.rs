//! What a page says by means that the search for its article drops is said by means that it keeps:
//! directions in styles, players in frames, pictures and formulas in elements of their own. Nothing is
//! judged here: what is no part of the article goes with what is around it.

use std::sync::LazyLock;

use dom_query::Document;
use dom_query::NodeRef;

use super::address;
use super::dom;
use super::places::Elements;
use super::places::Places;

/// Whose frames show what an article tells of; other frames are advertisements.
const PLAYERS: &[&str] = &[
    "youtube.com",
    "youtube-nocookie.com",
    "youtu.be",
    "player.vimeo.com",
    "vimeo.com",
    "dailymotion.com",
    "facebook.com",
    "twitter.com",
    "platform.twitter.com",
    "x.com",
    "instagram.com",
    "tiktok.com",
    "soundcloud.com",
    "w.soundcloud.com",
    "open.spotify.com",
    "t.me",
    "aparat.com",
    "rumble.com",
    "ted.com",
    "embed.ted.com",
    "datawrapper.dwcdn.net",
    "flo.uri.sh",
    "google.com",
    "archive.org",
];

/// Titles that players give to all of their frames.
const NAMELESS: &[&str] = &["youtube video player", "video player", "embedded content", "iframe"];

static DIRECTED: LazyLock<Places> =
    LazyLock::new(|| Places::new("[style*='direction'], [style*='unicode-bidi']"));
static FORMULAS: LazyLock<Places> = LazyLock::new(|| Places::new("math[alttext]"));
static FRAMES: LazyLock<Places> = LazyLock::new(|| Places::new("iframe, video, audio"));
/// Pictures of AMP pages, and what stands in their place until a script has run.
static ACCELERATED: LazyLock<Places> = LazyLock::new(|| Places::new("amp-img, amp-anim"));

pub(super) fn prepare(page: &Document) {
    let elements = Elements::of(page);
    DIRECTED.of(&elements).iter().for_each(direction);
    for node in FORMULAS.of(&elements) {
        let formula = dom::attribute(&node, "alttext").unwrap_or_default();
        let bare = formula.strip_prefix("{\\displaystyle ").and_then(|bare| bare.strip_suffix('}'));
        node.replace_with_html(format!("<code>{}</code>", escape(bare.unwrap_or(&formula).trim())));
    }
    FRAMES.of(&elements).iter().for_each(embed);
    for picture in ACCELERATED.of(&elements) {
        picture.remove_children();
        picture.rename("img");
    }
}

/// A direction in a style is a declared one.
fn direction(node: &NodeRef<'_>) {
    let style = dom::attribute(node, "style").unwrap_or_default().to_ascii_lowercase();
    let style: String = style.split_whitespace().collect();
    let value =
        |name: &str| style.split(';').find_map(|part| part.strip_prefix(name)?.strip_prefix(':'));
    let keyword = value("direction").map(|value| value.trim_end_matches("!important"));
    let Some(keyword @ ("rtl" | "ltr")) = keyword else { return };
    if !node.has_attr("dir") {
        node.set_attr("dir", keyword);
    }
    if value("unicode-bidi").is_some_and(|value| value.contains("override"))
        && node.has_name("span")
    {
        node.rename("bdo");
    }
}

/// A player becomes a picture of which only the address and the title are known.
fn embed(node: &NodeRef<'_>) {
    let own =
        ["src", "data-src", "data-lazy-src"].iter().find_map(|name| dom::attribute(node, name));
    let inner = || {
        let sources = node.descendants_it().filter(|inside| inside.has_name("source"));
        sources.filter_map(|source| dom::attribute(&source, "src")).next()
    };
    let Some(url) = own.filter(|url| !url.starts_with("data:")).or_else(inner) else { return };
    let url = if url.starts_with("//") { format!("https:{url}") } else { url };
    let host = address::host(&url);
    let is_player = host.as_deref().is_some_and(|host| PLAYERS.contains(&host));
    if node.has_name("iframe") && !is_player {
        return;
    }
    let title = ["title", "aria-label"].iter().find_map(|name| dom::attribute(node, name));
    let title = title.filter(|title| !NAMELESS.contains(&title.to_lowercase().as_str()));
    let title = title.unwrap_or_default();
    node.replace_with_html(format!("<img alt=\"{}\" src=\"{}\">", escape(&title), escape(&url)));
}

/// Text as it stands within mark-up and within quotes.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prepared(html: &str) -> String {
        let page = Document::fragment(html);
        prepare(&page);
        page.html().to_string()
    }

    #[test]
    fn a_style_declares_a_direction() {
        assert!(prepared("<p style='color:red; direction : RTL'>x").contains("dir=\"rtl\""));
        assert!(!prepared("<p style='flex-direction:row'>x").contains("dir="));
        let turned = prepared("<span style='unicode-bidi:bidi-override;direction:rtl'>x</span>");
        assert!(turned.contains("<bdo"), "{turned}");
    }

    #[test]
    fn players_are_told_by_title_and_address() {
        let page = prepared(
            "<iframe src='//www.youtube.com/embed/a?b=1&c' title='افتتاح \"المرفأ\"'></iframe><iframe src=https://ads.example></iframe>\
             <video><source src=boats.mp4></video>",
        );
        assert!(page.contains("https://www.youtube.com/embed/a?b=1&amp;c"), "{page}");
        assert!(page.contains("افتتاح &quot;المرفأ&quot;"), "{page}");
        assert!(page.contains("src=\"boats.mp4\"") && !page.contains("<img alt=\"ads"), "{page}");
    }

    #[test]
    fn formulas_and_pictures_of_their_own_kind_are_kept() {
        let page = prepared(
            "<math alttext='{\\displaystyle a<b}'><mi>a</mi></math><amp-img src=a.jpg alt=x><noscript>n</noscript></amp-img>",
        );
        assert!(
            page.contains("<code>a&lt;b</code>") && page.contains("<img src=\"a.jpg\""),
            "{page}"
        );
        assert!(!page.contains("noscript"), "{page}");
    }
}
