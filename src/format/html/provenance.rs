//! The comments that saving programs leave at the top of a page: where it came from and when.
//!
//! `SingleFile` writes several lines, browsers `saved from url=(0077)https://…`, monolith one line.

use super::address;
use super::dom;
use crate::article::Date;
use crate::format::date;

/// How far into the file such a comment may stand.
const REACH: usize = 4096;

/// Where a page was saved from, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Provenance {
    pub(super) url: Option<String>,
    pub(super) saved: Option<Date>,
}

/// What the comments near the top tell.
pub(super) fn read(html: &str) -> Provenance {
    let head = dom::opening(html, REACH);
    let comments = head.split("<!--").skip(1).filter_map(|rest| rest.split("-->").next());
    comments.map(comment).find(|found| *found != Provenance::default()).unwrap_or_default()
}

fn comment(text: &str) -> Provenance {
    let text = text.trim();
    if let Some(rest) = text.strip_prefix("saved from url=(") {
        let url = rest.split_once(')').map(|(_, url)| url.trim());
        return Provenance { url: web(url), saved: None };
    }
    if text.contains("SingleFile") {
        let field = |key: &str| {
            let lines = text.lines().map(str::trim);
            lines.filter_map(|line| line.strip_prefix(key)).map(str::trim).next()
        };
        return Provenance {
            url: web(field("url:")),
            saved: field("saved date:").and_then(moment),
        };
    }
    if let Some(rest) = text.strip_prefix("Saved from ") {
        let (url, rest) = rest.split_once(" at ").unwrap_or((rest, ""));
        let saved = rest.split_whitespace().next().and_then(date::parse);
        return Provenance { url: web(Some(url)), saved };
    }
    Provenance::default()
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

    #[test]
    fn singlefile_tells_the_address() {
        let page = "<!DOCTYPE html> <html lang=ar><!--\n Page saved with SingleFile \n \
                    url: https://news.example/a \n saved date: Wed Sep 24 2026 10:00:00 GMT+0300 (x)\n-->";
        assert_eq!(read(page).url.as_deref(), Some("https://news.example/a"));
    }

    #[test]
    fn browsers_tell_the_address() {
        let page = "<!DOCTYPE html>\n<!-- saved from url=(0022)https://news.example/a -->\n<html>";
        assert_eq!(read(page).url.as_deref(), Some("https://news.example/a"));
        let local = "<!-- saved from url=(0014)about:internet --><html>";
        assert_eq!(read(local), Provenance::default());
    }

    #[test]
    fn monolith_tells_the_address() {
        let page =
            "<!-- Saved from https://news.example/a at 2023-12-01 using monolith v2 --><html>";
        let found = read(page);
        assert_eq!(found.url.as_deref(), Some("https://news.example/a"));
        assert_eq!(found.saved.unwrap().to_string(), "2023-12-01");
    }

    #[test]
    fn a_comment_of_the_writers_is_no_provenance() {
        assert_eq!(read("<!-- url: https://x.example --><p>"), Provenance::default());
    }
}
