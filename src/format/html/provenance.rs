//! Where a page came from and when it was saved, by the marks that saving programs leave: comments at
//! its ends, attributes of its root, `<meta>` elements of their own; and the archives of the web,
//! which wrap an address in one of theirs and hang a toolbar on the page.
//!
//! What the page says about itself is told elsewhere.

use std::borrow::Cow;
use std::sync::LazyLock;

use dom_query::Document;
use dom_query::NodeRef;

use super::address;
use super::dom;
use super::places::Elements;
use super::places::Places;
use crate::article::Date;
use crate::format::date;

/// How far from the ends of the file such a comment may stand.
const REACH: usize = 4096;

/// Hosts that show a page at an address that holds the page's own: `…/web/20240102/https://…`.
const ARCHIVES: &[&str] = &[
    "web.archive.org",
    "archive.today",
    "archive.ph",
    "archive.is",
    "archive.li",
    "archive.vn",
    "archive.md",
    "archive.fo",
    "arquivo.pt",
    "webarchive.nationalarchives.gov.uk",
    "swap.stanford.edu",
    "wayback.archive-it.org",
];

/// What archives and caches put over a page.
static TOOLBARS: LazyLock<Places> = LazyLock::new(|| {
    Places::new(
        "#wm-ipp-base, #wm-ipp, #wm-ipp-print, [id$=google-cache-hdr], body > #HEADER[style], \
         #FONT_SIZES, #scrapbook-toolbar, single-file-infobar, singlefile-infobar",
    )
});

/// Where programs write the page's address: on the page's root, on links of their own.
static META: LazyLock<Places> = LazyLock::new(|| Places::new("meta"));
static DOMAIN: LazyLock<Places> = LazyLock::new(|| Places::new("a.reader-domain"));
static CACHED: LazyLock<Places> = LazyLock::new(|| Places::new("[id$=google-cache-hdr] a[href]"));

/// Where a page was saved from, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Provenance {
    pub(super) url: Option<String>,
    pub(super) saved: Option<Date>,
}

/// What the comments near the ends tell.
pub(super) fn read(html: &str) -> Provenance {
    let (head, tail) = (dom::opening(html, REACH), ending(html));
    let comments = [head, tail].into_iter().flat_map(|part| part.split("<!--").skip(1));
    let comments = comments.filter_map(|rest| rest.split("-->").next());
    comments.map(comment).find(|found| *found != Provenance::default()).unwrap_or_default()
}

/// The same with what the elements of the page tell, the toolbars of archives taken off.
pub(super) fn settle(page: &Document, comments: Provenance) -> Provenance {
    let elements = Elements::of(page);
    let marked = marks(&elements);
    TOOLBARS.of(&elements).iter().for_each(NodeRef::remove_from_parent);
    let url = comments.url.or(marked.url).map(|url| original(&url));
    Provenance { url, saved: comments.saved.or(marked.saved) }
}

/// The page without the archive's addresses around its own, where it came out of one.
pub(super) fn unwrapped(html: &str) -> Cow<'_, str> {
    let is_archived = html.contains("WAYBACK TOOLBAR INSERT") || html.contains("__wm.wombat(");
    if !is_archived {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("/web/") {
        let before_host =
            ["https://web.archive.org", "http://web.archive.org", "//web.archive.org"];
        let bare = before_host.iter().find_map(|host| before.strip_suffix(host)).unwrap_or(before);
        let url = wrapped(after);
        out.push_str(if url.is_some() { bare } else { before });
        out.push_str(if url.is_some() { "" } else { "/web/" });
        rest = url.unwrap_or(after);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The address that an archive's address holds; any other as it is.
pub(super) fn original(url: &str) -> String {
    let is_archive = address::host(url).is_some_and(|host| ARCHIVES.contains(&host.as_str()));
    let inside = url.split_once("://").filter(|_| is_archive).and_then(|(_, rest)| {
        let mut parts = rest.match_indices("/http").chain(rest.match_indices("/https"));
        parts.find_map(|(at, _)| rest.get(at + 1..).filter(|inside| address::is_web(inside)))
    });
    inside.unwrap_or(url).to_owned()
}

/// What follows an archive's time stamp: `20240102030405im_/https://…`.
fn wrapped(text: &str) -> Option<&str> {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let count = text.len() - digits.len();
    let mode = digits.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '_');
    let url = mode.strip_prefix('/').filter(|_| (4..=14).contains(&count))?;
    (url.starts_with("http") || url.starts_with("mailto:")).then_some(url)
}

fn ending(html: &str) -> &str {
    let least = html.len().saturating_sub(REACH);
    // What was seen from the top is not looked at twice.
    let start = (least.max(REACH)..=html.len()).find(|&start| html.is_char_boundary(start));
    start.and_then(|start| html.get(start..)).unwrap_or_default()
}

fn comment(text: &str) -> Provenance {
    let text = text.trim();
    let rest = |start: &str| text.strip_prefix(start);
    if let Some(rest) = rest("saved from url=(") {
        let url = rest.split_once(')').map(|(_, url)| url.trim());
        return Provenance { url: web(url), saved: None };
    }
    if text.contains("SingleFile") || text.contains("ingle file page") {
        return singlefile(text);
    }
    if let Some(rest) = rest("Saved from ") {
        let (url, rest) = rest.split_once(" at ").unwrap_or((rest, ""));
        let saved = rest.split_whitespace().next().and_then(date::parse);
        return Provenance { url: web(Some(url)), saved };
    }
    if let Some(rest) = rest("Mirrored from ") {
        return httrack(rest);
    }
    if let Some(rest) = rest("FILE ARCHIVED ON ") {
        return Provenance { url: None, saved: rest.split(" AND ").next().and_then(archived) };
    }
    Provenance::default()
}

fn singlefile(text: &str) -> Provenance {
    let field = |key: &str| {
        let lines = text.lines().map(str::trim);
        lines.filter_map(|line| line.strip_prefix(key)).map(str::trim).next()
    };
    Provenance { url: web(field("url:")), saved: field("saved date:").and_then(moment) }
}

/// `www.paper.example/a.html by HTTrack Website Copier/3.x [XR&CO'2014], Mon, 01 Jan 2024 10:00:00 GMT`.
fn httrack(rest: &str) -> Provenance {
    let (url, rest) = rest.split_once(" by ").unwrap_or((rest, ""));
    let url = if url.contains("://") { url.to_owned() } else { format!("https://{url}") };
    let saved = rest.split_once("], ").and_then(|(_, day)| date::parse(day.trim()));
    Provenance { url: web(Some(&url)), saved }
}

/// `10:11:12 Jan 02, 2020`, as the Wayback Machine writes it.
fn archived(text: &str) -> Option<Date> {
    let (time, day) = text.trim().split_once(' ')?;
    let (month, rest) = day.split_once(' ')?;
    let (day, year) = rest.split_once(", ")?;
    date::parse(&format!("{day} {month} {year} {time} GMT"))
}

/// What elements tell: `SavePage WE`, `WebScrapBook`, Evernote, Firefox's reader view, Google's cache.
fn marks(page: &Elements<'_>) -> Provenance {
    let metas = META.of(page);
    let content = |name: &str| {
        let is_named = |meta: &&NodeRef<'_>| {
            ["name", "itemprop"].iter().any(|key| meta.attr(key).is_some_and(|own| *own == *name))
        };
        metas.iter().filter(is_named).find_map(|meta| dom::attribute(meta, "content"))
    };
    let of_root = |name: &str| dom::attribute(&dom::html(page.document)?, name);
    let link = |place: &Places| place.iter(page).find_map(|link| dom::attribute(&link, "href"));
    let url = content("savepage-url")
        .or_else(|| of_root("data-scrapbook-source"))
        .or_else(|| content("source-url"))
        .or_else(|| of_root("data-sourceurl"))
        .or_else(|| link(&DOMAIN))
        .or_else(|| link(&CACHED));
    let is_evernote = content("exporter-version").is_some();
    let saved = content("savepage-date")
        .or_else(|| of_root("data-scrapbook-create").and_then(|digits| stamp(&digits)))
        .or_else(|| content("created").filter(|_| is_evernote));
    Provenance { url: web(url.as_deref()), saved: saved.as_deref().and_then(moment) }
}

/// `20240102030405678`, in the time of Greenwich.
fn stamp(digits: &str) -> Option<String> {
    let part = |from: usize, to: usize| digits.get(from..to);
    let day = format!("{}-{}-{}", part(0, 4)?, part(4, 6)?, part(6, 8)?);
    Some(format!("{day}T{}:{}:{}Z", part(8, 10)?, part(10, 12)?, part(12, 14)?))
}

fn web(url: Option<&str>) -> Option<String> {
    url.filter(|url| address::is_web(url)).map(str::to_owned)
}

/// A moment as JavaScript prints it: `Wed Sep 24 2026 10:00:00 GMT+0300 (Arabian Standard Time)`.
fn moment(text: &str) -> Option<Date> {
    let text = text.split('(').next()?.trim();
    let parts: Vec<&str> = text.split_whitespace().collect();
    let [weekday, month, day, year, time, zone] = parts.as_slice() else {
        return date::parse(text);
    };
    let zone = zone.trim_start_matches("GMT").trim_start_matches("UTC");
    let zone = if zone.is_empty() { "+0000" } else { zone };
    date::parse(&format!("{weekday}, {day} {month} {year} {time} {zone}"))
        .or_else(|| date::parse(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(page: &str) -> (String, String) {
        let tree = Document::from(page);
        let found = settle(&tree, read(page));
        (found.url.unwrap_or_default(), found.saved.map(|day| day.to_string()).unwrap_or_default())
    }

    #[test]
    fn each_program_leaves_its_own_mark() {
        const URL: &str = "https://news.example/a";
        for (page, day) in [
            (
                "<!DOCTYPE html> <html lang=ar><!--\n Page saved with SingleFile \n url: https://news.example/a \n saved date: Wed Sep 24 2026 10:00:00 GMT+0300 (x)\n-->",
                "2026-09-24T10:00:00+03:00",
            ),
            (
                "<html><!--\n Archive processed by SingleFile \n url: https://news.example/a\n saved date: Wed Sep 24 2026 10:00:00 GMT+0000 (x)\n-->",
                "2026-09-24T10:00:00Z",
            ),
            ("<!DOCTYPE html>\n<!-- saved from url=(0022)https://news.example/a -->\n<html>", ""),
            (
                "<!-- Saved from https://news.example/a at 2023-12-01 using monolith v2 --><html>",
                "2023-12-01",
            ),
            (
                "<html><!-- Mirrored from news.example/a by HTTrack Website Copier/3.x [XR&CO'2014], Mon, 01 Jan 2024 10:00:00 GMT -->",
                "2024-01-01T10:00:00Z",
            ),
            (
                "<meta name=savepage-url content=https://news.example/a><meta name=savepage-date content='Wed Sep 24 2026 10:00:00 GMT+0300 (x)'>",
                "2026-09-24T10:00:00+03:00",
            ),
            (
                "<html data-scrapbook-source=https://news.example/a data-scrapbook-create=20240102030405678>",
                "2024-01-02T03:04:05Z",
            ),
            (
                "<meta name=exporter-version content='Evernote 10'><meta name=source-url content=https://news.example/a><meta name=created content='2024-01-02 03:04:05 +0000'>",
                "2024-01-02T03:04:05Z",
            ),
            (
                "<div id=bN015htcoyT__google-cache-hdr>cache of <a href=https://news.example/a>x</a></div>",
                "",
            ),
            (
                "<div class=reader-header><a class='domain reader-domain' href=https://news.example/a>x</a></div>",
                "",
            ),
            (
                "<html><!-- Page saved with SingleFile\n url: https://web.archive.org/web/20240102030405/https://news.example/a\n-->",
                "",
            ),
        ] {
            assert_eq!(told(page), (URL.to_owned(), day.to_owned()), "{page}");
        }
    }

    #[test]
    fn what_is_no_mark_tells_nothing() {
        let local = "<!-- saved from url=(0014)about:internet --><html>";
        assert_eq!(told(local), Default::default());
        assert_eq!(told("<!-- url: https://x.example --><p>"), Default::default());
    }

    #[test]
    fn an_archives_address_holds_the_pages_own() {
        for url in [
            "https://web.archive.org/web/20240102030405/https://news.example/a?b=c",
            "http://web.archive.org/web/2024id_/https://news.example/a?b=c",
            "https://archive.ph/2024.01.02-030405/https://news.example/a?b=c",
            "https://archive.today/20240102/https://news.example/a?b=c",
        ] {
            assert_eq!(original(url), "https://news.example/a?b=c", "{url}");
        }
        for url in ["https://archive.ph/AbCd1", "https://news.example/web/2024/http-is-old"] {
            assert_eq!(original(url), url);
        }
    }

    #[test]
    fn a_page_of_the_wayback_machine_is_freed_of_it() {
        let page = "<html><script>__wm.wombat('x')</script><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id=wm-ipp-base>toolbar</div>\
                    <a href=\"https://web.archive.org/web/20240102030405/https://e.example/b\">b</a><a href=/web/20240102030405im_/http://e.example/c>c</a> /web/site";
        let freed = unwrapped(page);
        assert!(freed.contains("href=\"https://e.example/b\""), "{freed}");
        assert!(freed.contains("href=http://e.example/c"), "{freed}");
        assert!(freed.contains("/web/site"), "{freed}");
        let tree = Document::from(page);
        settle(&tree, read(page));
        assert!(!tree.text().contains("toolbar"));
        let filler = "<p>x</p>".repeat(2000);
        let page = format!(
            "<html>{filler}<!--\n     FILE ARCHIVED ON 10:11:12 Jan 02, 2020 AND RETRIEVED FROM THE\n INTERNET ARCHIVE ON …\n-->"
        );
        assert_eq!(told(&page).1, "2020-01-02T10:11:12Z");
    }
}
