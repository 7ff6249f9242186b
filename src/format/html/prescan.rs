//! Bounds hostile and oversized HTML before the parser sees it, in one linear pass.
//!
//! The parser's cost is quadratic in the depth of nesting, and formatting elements that are never
//! closed are opened again in every later paragraph (WHATWG HTML, 13.2.4.3). Here, start tags beyond
//! a depth are dropped (their text stays), so are attributes beyond a number, and so is what carries
//! no text and may be megabytes: scripts, styles, drawings, `data:` addresses. Metadata in JSON-LD
//! stays. This is not a sanitizer: what is kept is kept as written.

use super::tags::Tag;
use super::tags::attributes;
use super::tags::next_tag;

const MAX_DEPTH: usize = 512;
const MAX_ATTRIBUTES: usize = 1000;
const MAX_UNCLOSED_FORMATTING: usize = 8;

/// Elements without an end tag.
const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "keygen", "link", "meta", "param", "source", "track", "wbr",
];
/// Elements whose content is no mark-up.
const RAW: &[&str] =
    &["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"];
/// Elements whose end tag may be left out: a new one of the same group closes the old.
const IMPLIED_END: &[&[&str]] = &[
    &["p"],
    &["li"],
    &["dt", "dd"],
    &["tr"],
    &["td", "th"],
    &["thead", "tbody", "tfoot"],
    &["option", "optgroup"],
    &["rt", "rp", "rb", "rtc"],
];
/// Elements that an implied end never reaches beyond.
const BARRIER: &[&str] = &["table", "ul", "ol", "dl", "div", "select", "ruby", "td", "blockquote"];
const FORMATTING: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// The same HTML, bounded.
pub(super) fn bound(html: &str) -> String {
    let mut scan = Scan { out: String::with_capacity(html.len()), ..Scan::default() };
    let mut at = 0;
    while let Some(tag) = next_tag(html, at) {
        scan.out.push_str(html.get(at..tag.start).unwrap_or_default());
        at = if tag.is_end { scan.end_tag(html, &tag) } else { scan.start_tag(html, &tag) };
    }
    scan.out.push_str(html.get(at..).unwrap_or_default());
    scan.out
}

#[derive(Default)]
struct Scan<'a> {
    out: String,
    open: Vec<&'a str>,
    /// How many elements were left out at the depth limit and still await their end tags.
    dropped: usize,
    unclosed_formatting: usize,
}

impl<'a> Scan<'a> {
    /// Takes a start tag, and the content with it where that is no mark-up; returns where to go on.
    fn start_tag(&mut self, html: &'a str, tag: &Tag<'a>) -> usize {
        if is_one_of(tag.name, RAW) || tag.is("svg") {
            return self.raw_element(html, tag);
        }
        if is_one_of(tag.name, VOID) {
            self.copy_start(html, tag);
            return tag.end;
        }
        let is_lost_cause = self.unclosed_formatting >= MAX_UNCLOSED_FORMATTING
            && is_one_of(tag.name, FORMATTING)
            && !tag.is("a");
        // Items and cells below the limit would all be neighbours at the limit, each as deep as that.
        let is_below = self.dropped > 0
            && !tag.is("p")
            && IMPLIED_END.iter().any(|group| is_one_of(tag.name, group));
        if !is_below {
            self.close_implied(tag.name);
        }
        if self.open.len() >= MAX_DEPTH || is_lost_cause || is_below {
            self.dropped += usize::from(!is_lost_cause && !is_below);
            // A dropped block still parts the words before it from those after it.
            if !is_one_of(tag.name, FORMATTING) && !self.out.ends_with(' ') {
                self.out.push(' ');
            }
            return tag.end;
        }
        self.open.push(tag.name);
        // Empty paragraphs in a row are one: each would open all unclosed formatting anew.
        let is_repeated =
            tag.is("p") && html.get(tag.start..tag.end).is_some_and(|own| self.out.ends_with(own));
        if !is_repeated {
            self.copy_start(html, tag);
        }
        tag.end
    }

    fn end_tag(&mut self, html: &'a str, tag: &Tag<'a>) -> usize {
        let place = self.open.iter().rposition(|open| open.eq_ignore_ascii_case(tag.name));
        if self.dropped > 0 && place.is_none_or(|place| place + 1 == self.open.len()) {
            self.dropped -= 1;
            return tag.end;
        }
        if let Some(place) = place {
            self.close_from(place);
        }
        self.out.push_str(html.get(tag.start..tag.end).unwrap_or_default());
        tag.end
    }

    fn close_from(&mut self, place: usize) {
        let inner = self.open.iter().skip(place + 1);
        self.unclosed_formatting += inner.filter(|name| is_one_of(name, FORMATTING)).count();
        self.open.truncate(place);
    }

    fn close_implied(&mut self, name: &str) {
        let Some(group) = IMPLIED_END.iter().find(|group| is_one_of(name, group)) else { return };
        let is_found = |open: &str| is_one_of(open, group) || is_one_of(open, BARRIER);
        let place = self.open.iter().rposition(|open| is_found(open));
        if let Some(place) = place.filter(|&at| is_one_of(self.open[at], group)) {
            self.close_from(place);
        }
    }

    /// Copies or drops an element whose content is not to be scanned.
    fn raw_element(&mut self, html: &str, tag: &Tag<'_>) -> usize {
        if tag.is("svg") && tag.attributes.trim_end().ends_with('/') {
            return tag.end;
        }
        let end = raw_end(html, tag);
        let type_ = tag.attribute("type").unwrap_or_default();
        let is_kept = ["title", "textarea", "xmp"].iter().any(|name| tag.is(name))
            || type_.to_ascii_lowercase().contains("ld+json");
        if is_kept {
            self.out.push_str(html.get(tag.start..end).unwrap_or_default());
        } else if tag.is("iframe") {
            // What plays in it is told by its address.
            self.copy_start(html, tag);
            self.out.push_str("</iframe>");
        }
        end
    }

    fn copy_start(&mut self, html: &str, tag: &Tag<'_>) {
        let is_long = tag.attributes.len() > 4 * MAX_ATTRIBUTES;
        if !is_long && !has_data_address(tag.attributes) {
            self.out.push_str(html.get(tag.start..tag.end).unwrap_or_default());
            return;
        }
        self.out.push('<');
        self.out.push_str(tag.name);
        for (name, value) in attributes(tag.attributes).take(MAX_ATTRIBUTES) {
            self.copy_attribute(name, value);
        }
        self.out.push('>');
    }

    fn copy_attribute(&mut self, name: &str, value: &str) {
        let value = if has_data_address(value) { "data:," } else { value };
        let quote = if value.contains('"') { '\'' } else { '"' };
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push('=');
        self.out.push(quote);
        self.out.push_str(value);
        self.out.push(quote);
    }
}

/// Past the end tag of an element whose content is no mark-up; the text's end without one.
fn raw_end(html: &str, tag: &Tag<'_>) -> usize {
    let mut at = tag.end;
    let bytes = html.as_bytes();
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memmem::find(rest, b"</")) {
        at += found;
        let name = bytes.get(at + 2..at + 2 + tag.name.len()).unwrap_or_default();
        if name.eq_ignore_ascii_case(tag.name.as_bytes()) {
            return next_tag(html, at).map_or(html.len(), |end| end.end);
        }
        at += 2;
    }
    html.len()
}

fn has_data_address(text: &str) -> bool {
    text.len() > 256 && memchr::memmem::find(text.as_bytes(), b"data:").is_some()
}

fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|other| name.eq_ignore_ascii_case(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_page_passes_unchanged() {
        let page = "<!DOCTYPE html><html><body><p>one<p>two<br><b>x</b><ul><li>a<li>b</ul></body>";
        assert_eq!(bound(page), page);
    }

    #[test]
    fn scripts_go_and_metadata_stays() {
        let page = "<script>if (a<b) {}</script><script type='application/ld+json'>{}</script>x";
        assert_eq!(bound(page), "<script type='application/ld+json'>{}</script>x");
    }

    #[test]
    fn data_addresses_are_not_carried_along() {
        let page = format!("<img alt='صورة' src=\"data:image/png;base64,{}\">", "A".repeat(9999));
        assert_eq!(bound(&page), "<img alt=\"صورة\" src=\"data:,\">");
    }

    #[test]
    fn start_tags_beyond_the_depth_are_dropped_and_their_text_stays() {
        let page = format!("{}deep{}after", "<div>".repeat(9000), "</div>".repeat(9000));
        let bounded = bound(&page);
        assert_eq!(bounded.matches("<div>").count(), MAX_DEPTH);
        assert_eq!(bounded.matches("</div>").count(), MAX_DEPTH);
        assert!(bounded.contains("deep") && bounded.ends_with("after"));
    }

    #[test]
    fn items_and_cells_beyond_the_depth_are_no_crowd_at_the_limit() {
        for (tags, own) in [("<ul><li>", "<li>"), ("<table><tr><td>", "<td>")] {
            let bounded = bound(&format!("{}deep", tags.repeat(9000)));
            assert!(bounded.matches(own).count() <= MAX_DEPTH, "{own}");
            assert!(bounded.ends_with("deep"));
        }
    }

    #[test]
    fn a_thousand_unclosed_paragraphs_are_all_kept() {
        let page = "<p>one".repeat(1000);
        assert_eq!(bound(&page).matches("<p>").count(), 1000);
    }

    #[test]
    fn unclosed_formatting_does_not_pile_up() {
        let page = "<p><b><i>x</p>".repeat(1000);
        assert!(bound(&page).matches("<b>").count() <= MAX_UNCLOSED_FORMATTING);
    }

    #[test]
    fn empty_paragraphs_in_a_row_are_one() {
        assert_eq!(bound("<p><p><p>one</p><p>two"), "<p>one</p><p>two");
    }

    #[test]
    fn attributes_are_counted() {
        let many: String = (0..50_000).map(|n| format!(" a{n}=1")).collect();
        assert!(bound(&format!("<p{many}>x")).len() < 20_000);
    }
}
