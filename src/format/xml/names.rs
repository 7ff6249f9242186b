//! Namespaces by the prefix that everybody calls them by, so that formats can ask for `dc:creator`.
//!
//! An address is compared without its scheme, case and last sign, since all spellings of them are
//! met. What is not in the table goes by the prefix that the file gives it.

/// Namespaces of whole documents, which need no prefix.
const OWN: &[&str] = &[
    "backend.userland.com/rss2",
    "blogs.law.harvard.edu/tech/rss",
    "purl.org/rss/1.0",
    "purl.org/net/rss1.1",
    "my.netscape.com/rdf/simple/0.9",
    "my.netscape.com/publish/formats/rss-0.91.dtd",
    "channel.netscape.com/rdf/simple/0.9",
    "iptc.org/std/nar/2006-10-01",
    "iptc.org/std/nitf/2006-10-18",
    "iptc.org/std/newsml/2003-10-10",
    "example.com/newformat",
    "tei-c.org/ns/1.0",
    "docbook.org/ns/docbook",
];

const KNOWN: &[(&str, &str)] = &[
    ("w3.org/2005/atom", "atom"),
    ("purl.org/atom/ns", "atom"),
    ("example.com/necho", "atom"),
    ("purl.org/echo", "atom"),
    ("uri/of/echo/namespace", "atom"),
    ("purl.org/pie", "atom"),
    ("purl.org/dc/elements/1.1", "dc"),
    ("purl.org/dc/elements/1.0", "dc"),
    ("purl.org/dc/terms", "dcterms"),
    ("purl.org/rss/1.0/modules/content", "content"),
    ("purl.org/rss/1.0/modules/slash", "slash"),
    ("purl.org/rss/1.0/modules/wiki", "wiki"),
    ("wellformedweb.org/commentapi", "wfw"),
    ("search.yahoo.com/mrss", "media"),
    ("video.search.yahoo.com/mrss", "media"),
    ("itunes.com/dtds/podcast-1.0.dtd", "itunes"),
    ("example.com/dtds/podcast-1.0.dtd", "itunes"),
    ("georss.org/georss", "georss"),
    ("w3.org/2003/01/geo/wgs84_pos", "geo"),
    ("w3.org/1999/xhtml", "xhtml"),
    ("w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
    ("w3.org/2000/01/rdf-schema", "rdfs"),
    ("xmlns.com/foaf/0.1", "foaf"),
    ("wordpress.org/export/1.0", "wp"),
    ("wordpress.org/export/1.1", "wp"),
    ("wordpress.org/export/1.2", "wp"),
    ("wordpress.org/export/1.0/excerpt", "excerpt"),
    ("wordpress.org/export/1.1/excerpt", "excerpt"),
    ("wordpress.org/export/1.2/excerpt", "excerpt"),
    ("w3.org/2000/svg", "svg"),
    ("w3.org/xml/1998/namespace", "xml"),
];

/// The usual prefix of the namespace with this address; `None` for an unknown one.
pub(super) fn usual(uri: &str) -> Option<&'static str> {
    let uri = uri.trim().to_ascii_lowercase();
    let bare = uri.split_once("://").map_or(uri.as_str(), |(_, rest)| rest);
    let bare = bare.trim_start_matches("www.").trim_end_matches(['/', '#']);
    if bare.is_empty() || OWN.contains(&bare) {
        return Some("");
    }
    KNOWN.iter().find(|(address, _)| *address == bare).map(|(_, prefix)| *prefix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_an_address_are_one() {
        for uri in
            ["http://www.w3.org/2005/Atom", "HTTPS://www.w3.org/2005/atom/", "w3.org/2005/Atom#"]
        {
            assert_eq!(usual(uri), Some("atom"));
        }
        assert_eq!(usual("http://iptc.org/std/nar/2006-10-01/"), Some(""));
        assert_eq!(usual("urn:mine"), None);
    }
}
