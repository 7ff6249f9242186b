//! Tags in raw HTML, found in one pass without building anything: what the pre-scan bounds and what
//! Markdown's wrappers are told by. It follows the tokenizer of the standard (WHATWG HTML, 13.2.5) as
//! far as where a tag ends; what a tag means is not its business.

use memchr::memchr;

/// One start or end tag.
#[derive(Clone, Copy, Debug)]
pub(in crate::format) struct Tag<'a> {
    /// Where its `<` stands.
    pub(in crate::format) start: usize,
    /// Past its `>`.
    pub(in crate::format) end: usize,
    /// Its name, as written.
    pub(in crate::format) name: &'a str,
    /// Whether it is an end tag.
    pub(in crate::format) is_end: bool,
    /// What stands between the name and the `>`.
    pub(in crate::format) attributes: &'a str,
}

impl<'a> Tag<'a> {
    pub(in crate::format) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of an attribute, without its quotes and with no references resolved.
    pub(in crate::format) fn attribute(&self, name: &str) -> Option<&'a str> {
        attributes(self.attributes)
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }
}

/// The first tag at or after `from`; comments and declarations are passed over.
pub(in crate::format) fn next_tag(html: &str, from: usize) -> Option<Tag<'_>> {
    let mut at = from;
    loop {
        let start = at + memchr(b'<', html.as_bytes().get(at..)?)?;
        let rest = html.get(start + 1..)?;
        let name = rest.strip_prefix('/').unwrap_or(rest);
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            // A tag that never ends takes all the rest with it, so the search ends too.
            return tag_at(html, start);
        }
        at = match rest.as_bytes().first() {
            Some(b'!' | b'?') => declaration_end(html, start),
            _ => start + 1,
        };
    }
}

/// Past the comment, declaration or processing instruction that starts at `start`.
fn declaration_end(html: &str, start: usize) -> usize {
    let rest = html.get(start..).unwrap_or_default();
    let (open, close) = match () {
        () if rest.starts_with("<!-->") || rest.starts_with("<!--->") => ("<!", ">"),
        () if rest.starts_with("<!--") => ("<!--", "-->"),
        () if rest.starts_with("<![CDATA[") => ("<![CDATA[", "]]>"),
        () => ("<", ">"),
    };
    let inside = rest.get(open.len()..).unwrap_or_default();
    let length = memchr::memmem::find(inside.as_bytes(), close.as_bytes());
    length.map_or(html.len(), |length| start + open.len() + length + close.len())
}

/// The tag whose `<` stands at `start`, if one does. A tag that the text's end cuts off is none.
fn tag_at(html: &str, start: usize) -> Option<Tag<'_>> {
    let rest = html.get(start + 1..)?;
    let is_end = rest.starts_with('/');
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let is_name_end = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>');
    let (name, rest) = rest.split_at_checked(rest.find(is_name_end)?)?;
    let length = attributes_length(rest)?;
    let attributes = rest.get(..length)?;
    let end = start + 1 + usize::from(is_end) + name.len() + length + 1;
    Some(Tag { start, end, name, is_end, attributes })
}

/// How far it is to the `>` that ends a tag: quotes count only where a value may start.
fn attributes_length(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut at = 0;
    let mut after_equals = false;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'>' => return Some(at),
            b'"' | b'\'' if after_equals => {
                at += 1 + memchr(byte, bytes.get(at + 1..)?)?;
                after_equals = false;
            }
            b'=' => after_equals = true,
            _ if byte.is_ascii_whitespace() => {}
            _ => after_equals = false,
        }
        at += 1;
    }
    None
}

/// The attributes in what [`Tag::attributes`] holds: names and values as written.
pub(in crate::format) fn attributes(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        let is_end = |(at, c): (usize, char)| {
            let ends = c.is_ascii_whitespace() || c == '/' || (c == '=' && at > 0);
            ends.then_some(at)
        };
        let length = rest.char_indices().find_map(is_end).unwrap_or(rest.len());
        let (name, after) = rest.split_at_checked(length)?;
        let Some(value) = after.trim_start().strip_prefix('=') else {
            rest = after;
            return Some((name, ""));
        };
        let (value, after) = split_value(value.trim_start());
        rest = after;
        Some((name, value))
    })
}

fn split_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    let end = text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(html: &str) -> Vec<String> {
        let mut at = 0;
        let mut names = Vec::new();
        while let Some(tag) = next_tag(html, at) {
            names.push(format!("{}{}", if tag.is_end { "/" } else { "" }, tag.name));
            at = tag.end;
        }
        names
    }

    #[test]
    fn quoted_angle_brackets_do_not_end_a_tag() {
        assert_eq!(names(r#"<a title="1 > 0" href=x>y</a >"#), ["a", "/a"]);
    }

    #[test]
    fn comments_and_lone_brackets_are_no_tags() {
        assert_eq!(names("<!-- <p> --> 1 < 2 <! x><?xml?><b>"), ["b"]);
    }

    #[test]
    fn a_tag_that_is_cut_off_is_none() {
        assert_eq!(names("<p>text <a href=\"x"), ["p"]);
        assert_eq!(names("<"), Vec::<String>::new());
    }

    #[test]
    fn a_text_of_open_tags_is_searched_once() {
        assert_eq!(names(&"<a href=\"".repeat(300_000)), Vec::<String>::new());
    }

    #[test]
    fn attributes_come_in_all_three_quotings() {
        let tag = next_tag("<div dir = rtl lang='ar' hidden title=\"أ ب\"/>", 0).unwrap();
        assert_eq!(tag.attribute("DIR"), Some("rtl"));
        assert_eq!(tag.attribute("lang"), Some("ar"));
        assert_eq!(tag.attribute("hidden"), Some(""));
        assert_eq!(tag.attribute("title"), Some("أ ب"));
        assert_eq!(tag.attribute("id"), None);
    }
}
