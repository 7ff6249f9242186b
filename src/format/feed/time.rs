//! When an entry was published, by any of the names that feeds have for it.

use crate::article::Date;
use crate::format::date;
use crate::format::xml::Element;

/// The best first: when it came out, when it was made, when it was last changed.
const NAMES: &[&str] = &[
    "wp:post_date",
    "published",
    "atom:published",
    "pubdate",
    "issued",
    "dcterms:issued",
    "dc:date",
    "dcterms:date",
    "date",
    "dcterms:created",
    "created",
    "atom:updated",
    "updated",
    "modified",
    "dcterms:modified",
    "lastbuilddate",
    "dcterms:available",
    "dcterms:valid",
];

/// The date; one that cannot be read makes room for the next.
pub(super) fn published(element: Element<'_>) -> Option<Date> {
    let dates = NAMES.iter().flat_map(|name| {
        element
            .children()
            .filter(|child| child.is(name))
            .filter_map(Element::line)
            .collect::<Vec<_>>()
    });
    let dates = dates.chain(element.attribute("lastmod").map(str::to_owned));
    dates.filter_map(|text| read(&text)).next()
}

/// A year alone, or the empty date of a draft, is none.
fn read(text: &str) -> Option<Date> {
    date::parse(text).filter(|date| date.to_day().year() > 0)
}
