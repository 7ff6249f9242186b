//! What one article's addresses have in common, however they were copied: from a telephone, from a
//! feed, from a letter with a tracking tail. The result is a key to compare, not an address to open.

use unicode_normalization::UnicodeNormalization;

/// Names that a site has for one and the same thing.
const PREFIXES: [&str; 5] = ["www.", "m.", "mobile.", "amp.", "www2."];

/// Begin the names of parameters that only tell where a reader came from.
const TRACKING_PREFIXES: [&str; 9] =
    ["utm_", "mc_", "pk_", "mtm_", "hsa_", "ns_", "at_", "guce_", "fb_"];

/// Such parameters, lower case.
const TRACKING: &[&str] = &[
    "__twitter_impression",
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "amp",
    "cmp",
    "cmpid",
    "dclid",
    "emc",
    "fbclid",
    "ftag",
    "gad_source",
    "gbraid",
    "gclid",
    "gclsrc",
    "guccounter",
    "igsh",
    "igshid",
    "ito",
    "mbid",
    "msclkid",
    "ncid",
    "ocid",
    "outputtype",
    "partner",
    "ref",
    "ref_src",
    "ref_url",
    "referrer",
    "rss",
    "s_cid",
    "share",
    "smid",
    "smtyp",
    "spm",
    "sr_share",
    "srsltid",
    "trk",
    "vero_id",
    "wbraid",
    "wt_mc",
    "wt_zmc",
    "xtor",
    "yclid",
];

/// Pages that stand for their folder.
const INDEXES: [&str; 4] = ["index.html", "index.htm", "index.php", "default.aspx"];

/// Longer ones are data, not addresses.
const LONGEST: usize = 4096;

/// The key of an address; `None` for what is no web address, and for a site's front page, which is
/// another text every day.
pub(super) fn canonical(url: &str) -> Option<String> {
    let url = unwrapped(url.trim());
    if url.len() > LONGEST {
        return None;
    }
    let rest = without_scheme(url)?;
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let (host, path, query) = (host(authority)?, path_key(path), query_key(query));
    // An application's own addresses stand behind `#!`.
    let place = fragment.strip_prefix('!').filter(|place| !place.trim_matches('/').is_empty());
    if path.is_empty() && query.is_empty() && place.is_none() {
        return None;
    }
    let place = place.map(|place| format!("#!{}", decoded(place))).unwrap_or_default();
    Some(format!("{host}/{path}?{query}{place}").nfc().collect())
}

/// Whether it is a web address.
pub(super) fn is_web(text: &str) -> bool {
    without_scheme(text).is_some()
}

fn without_scheme(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    is_web.then_some(rest)
}

/// The address that an archive's or a cache's own address holds.
fn unwrapped(url: &str) -> &str {
    let Some(rest) = without_scheme(url) else { return url };
    let inner = if let Some(rest) = rest.strip_prefix("web.archive.org/web/") {
        rest.split_once('/').map(|(_, inner)| inner)
    } else {
        None
    };
    inner.filter(|inner| without_scheme(inner).is_some()).unwrap_or(url)
}

fn host(authority: &str) -> Option<String> {
    let host = authority.rsplit('@').next()?.to_lowercase();
    let host = host.strip_suffix(":80").or_else(|| host.strip_suffix(":443")).unwrap_or(&host);
    let mut host = host.trim_end_matches('.');
    while let Some(rest) = PREFIXES.iter().find_map(|prefix| host.strip_prefix(prefix)) {
        if !rest.contains('.') {
            break;
        }
        host = rest;
    }
    let is_host = !host.is_empty() && !host.contains(char::is_whitespace);
    is_host.then(|| host.to_owned())
}

fn path_key(path: &str) -> String {
    let mut parts: Vec<String> =
        path.split('/').filter(|part| !part.is_empty() && *part != ".").map(decoded).collect();
    if parts.last().is_some_and(|last| INDEXES.contains(&last.to_ascii_lowercase().as_str())) {
        parts.pop();
    }
    if parts.len() > 1 {
        parts.pop_if(|last| last == "amp");
    }
    if parts.len() > 1 && parts.first().is_some_and(|first| first == "amp") {
        parts.remove(0);
    }
    let mut key = parts.join("/");
    for end in [".amp", ".amp.html"] {
        if let Some(rest) = key.strip_suffix(end) {
            key.truncate(rest.len());
        }
    }
    key
}

/// The parameters that choose the article, sorted.
fn query_key(query: &str) -> String {
    let is_telling = |parameter: &&str| {
        let name = parameter.split('=').next().unwrap_or_default().to_ascii_lowercase();
        !name.is_empty()
            && !TRACKING.contains(&name.as_str())
            && !TRACKING_PREFIXES.iter().any(|prefix| name.starts_with(prefix))
    };
    let parameters = query.split('&').flat_map(|part| part.strip_prefix("amp;").or(Some(part)));
    let mut parameters: Vec<String> =
        parameters.filter(is_telling).map(|part| decoded(&part.replace('+', "%20"))).collect();
    parameters.sort();
    parameters.join("&")
}

/// With all escapes resolved but those of characters that part an address.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        rest = after;
        let Some(escaped) = escaped(after).filter(|_| *byte == b'%') else {
            bytes.push(*byte);
            continue;
        };
        rest = after.get(2..).unwrap_or_default();
        if b"/?#&=%+".contains(&escaped) {
            bytes.extend(format!("%{escaped:02X}").bytes());
        } else {
            bytes.push(escaped);
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The byte of two hexadecimal digits.
fn escaped(rest: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(*rest.get(at)?).to_digit(16);
    u8::try_from(digit(0)? * 16 + digit(1)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ways_to_write_one_address_have_one_key() {
        let one = canonical("https://example.org/news/%D8%AE%D8%A8%D8%B1?id=7&lang=ar").unwrap();
        for other in [
            "http://www.example.org/news/خبر?lang=ar&id=7",
            "HTTPS://Example.ORG:443/news/خبر/?id=7&lang=ar&utm_source=x&fbclid=abc#top",
            "https://m.example.org/news/%d8%ae%d8%a8%d8%b1/amp?id=7&lang=ar&ref=home",
            "https://amp.example.org//news/خبر/?utm_medium=rss&id=7&amp;lang=ar",
            "https://user@www.example.org./news/خبر/index.html?id=7&lang=ar",
            "https://web.archive.org/web/20240301000000/https://example.org/news/خبر?id=7&lang=ar",
        ] {
            assert_eq!(canonical(other).as_deref(), Some(one.as_str()), "{other}");
        }
    }

    #[test]
    fn what_chooses_another_article_is_another_key() {
        let one = canonical("https://example.org/a?id=1");
        for other in [
            "https://example.org/a?id=2",
            "https://example.org/a",
            "https://example.org/A?id=1",
            "https://news.example.org/a?id=1",
            "https://example.org:8080/a?id=1",
            "https://example.org/a%2Fb?id=1",
        ] {
            assert_ne!(canonical(other), one, "{other}");
        }
        assert_eq!(canonical("https://m.org/a").as_deref(), Some("m.org/a?"));
        assert!(canonical("https://example.org/#!/story/1").is_some());
        assert!(canonical("https://example.org/?p=12").is_some());
    }

    #[test]
    fn front_pages_and_what_is_no_web_address_have_none() {
        for url in [
            "https://example.org",
            "https://www.example.org/?utm_source=x#top",
            "https://example.org/index.html",
            "mailto:a@example.org",
            "file:///home/a.html",
            "a.html",
            "https://",
            "https:///a",
            "",
        ] {
            assert_eq!(canonical(url), None, "{url}");
        }
        assert!(canonical("https://example.org/a%").is_some());
        assert!(canonical("https://example.org/%FF%zz").is_some());
    }
}
