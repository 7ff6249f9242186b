//! Addresses: relative ones resolved against the page's own (RFC 3986, 5.2), and what they tell
//! about the source. Nothing is fetched and nothing is checked to exist.

/// `href` as seen from `base`; `None` for what leads nowhere a reader could go.
pub(in crate::format) fn resolve(base: Option<&str>, href: &str) -> Option<String> {
    let href = href.trim();
    let scheme = scheme(href).map(str::to_ascii_lowercase);
    match scheme.as_deref() {
        Some("javascript" | "data" | "blob" | "vbscript" | "about") => return None,
        Some(_) => return Some(href.to_owned()),
        None if href.is_empty() || href.starts_with('#') => return None,
        None => {}
    }
    let Some(base) = base.filter(|base| base.contains("://")) else {
        return Some(href.to_owned());
    };
    Some(join(base, href))
}

fn join(base: &str, href: &str) -> String {
    let (scheme, rest) = base.split_once("://").unwrap_or(("https", base));
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    if let Some(host) = href.strip_prefix("//") {
        return format!("{scheme}://{host}");
    }
    if let Some(path) = href.strip_prefix('/') {
        return format!("{scheme}://{authority}/{}", without_dots("", path));
    }
    if href.starts_with('?') {
        return format!("{scheme}://{authority}/{path}{href}");
    }
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{scheme}://{authority}/{}", without_dots(folder, href))
}

/// Joins two paths and removes their dot segments (RFC 3986, 5.2.4).
fn without_dots(folder: &str, path: &str) -> String {
    let end = path.find(['?', '#']).unwrap_or(path.len());
    let (path, query) = path.split_at_checked(end).unwrap_or((path, ""));
    let mut segments: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => {
                segments.pop();
            }
            _ => segments.push(part),
        }
    }
    if path.ends_with("/.") || path.ends_with("/..") || path == "." || path == ".." {
        segments.push("");
    }
    segments.join("/") + query
}

fn scheme(href: &str) -> Option<&str> {
    let (scheme, _) = href.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme.then_some(scheme)
}

/// Whether this is an address on the web.
pub(in crate::format) fn is_web(text: &str) -> bool {
    let scheme = scheme(text).unwrap_or_default().to_ascii_lowercase();
    matches!(scheme.as_str(), "http" | "https") && text.contains("://") && !text.contains(' ')
}

/// Whether a web address leads further than to a front page.
pub(super) fn has_path(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split_once(['/', '?']).is_some_and(|(_, path)| !path.trim_matches('/').is_empty())
}

/// The host of a web address, without `www.`: what a source is called for want of its name.
pub(in crate::format) fn host(url: &str) -> Option<String> {
    let rest = Some(url).filter(|url| is_web(url))?.split_once("://")?.1;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?.to_ascii_lowercase();
    let host = host.strip_prefix("www.").map(str::to_owned).unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_addresses_resolve_against_the_page() {
        let base = Some("https://example.org/news/2024/page.html?x=1");
        let at = |href| resolve(base, href).unwrap();
        assert_eq!(at("other.html"), "https://example.org/news/2024/other.html");
        assert_eq!(at("../a/./b?q#f"), "https://example.org/news/a/b?q#f");
        assert_eq!(at("/top"), "https://example.org/top");
        assert_eq!(at("//cdn.example/x"), "https://cdn.example/x");
        assert_eq!(at("?p=2"), "https://example.org/news/2024/page.html?p=2");
        assert_eq!(at("http://a.example/"), "http://a.example/");
        assert_eq!(at("../../../../x/"), "https://example.org/x/");
    }

    #[test]
    fn what_leads_nowhere_is_no_link() {
        assert_eq!(resolve(None, "javascript:void(0)"), None);
        assert_eq!(resolve(None, " JavaScript:x"), None);
        assert_eq!(resolve(None, "#top"), None);
        assert_eq!(resolve(None, "page.html"), Some("page.html".into()));
    }

    #[test]
    fn a_host_stands_for_its_site() {
        assert_eq!(host("https://www.example.org:8080/a"), Some("example.org".into()));
        assert_eq!(host("Example News"), None);
        assert_eq!(host("https:///a"), None);
    }
}
