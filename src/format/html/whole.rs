//! A page in full, for a reader whom the search for the article has failed: menus, forms and footers,
//! all but scripts and what is hidden.

use dom_query::Document;

/// Elements that an article has no words in, and what their words are read as here.
const OPENED: &[(&str, &str)] =
    &[("nav", "div"), ("form", "div"), ("button", "span"), ("noscript", "div")];

/// Makes everything on the page readable; what is hidden stays so.
pub(super) fn open(page: &Document) {
    page.select("script, style, template").remove();
    for (closed, open) in OPENED {
        page.select(closed).nodes().iter().for_each(|node| node.rename(open));
    }
}
