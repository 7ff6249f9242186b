//! Web addresses in running text. Only those that say `http`: a bare `example.org` may be a name.

use std::ops::Range;

use crate::article::Rich;
use crate::article::RichBuilder;
use crate::article::Style;
use crate::article::is_bidi_control;

/// What is longer is encoded data, and leads nowhere. In characters.
const LONGEST: usize = 2048;

/// The text with its addresses as links, white space and line feeds as they are.
pub(in crate::format) fn rich(text: &str) -> Rich {
    let mut rich = RichBuilder::new();
    add(&mut rich, text);
    rich.finish()
}

/// Appends text, its addresses as links.
pub(in crate::format) fn add(rich: &mut RichBuilder, text: &str) {
    let mut rest = 0;
    for range in addresses(text) {
        rich.verbatim(text.get(rest..range.start).unwrap_or_default());
        let url = text.get(range.clone()).unwrap_or_default();
        rich.open(Style::Link { url: url.to_owned() });
        rich.verbatim(url);
        rich.close();
        rest = range.end;
    }
    rich.verbatim(text.get(rest..).unwrap_or_default());
}

/// The address that a line is, if it is nothing else.
pub(in crate::format) fn sole(line: &str) -> Option<&str> {
    let line = line.trim_matches(|c: char| c.is_whitespace() || is_bidi_control(c));
    let line = line.strip_prefix('<').and_then(|line| line.strip_suffix('>')).unwrap_or(line);
    addresses(line).first().is_some_and(|range| *range == (0..line.len())).then_some(line)
}

fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for start in memchr::memmem::find_iter(text.as_bytes(), "http") {
        let before = text.get(..start).unwrap_or_default();
        let inside = found.last().is_some_and(|last| start < last.end);
        if inside || before.ends_with(char::is_alphanumeric) {
            continue;
        }
        if let Some(length) = text.get(start..).and_then(length) {
            found.push(start..start + length);
        }
    }
    found
}

/// The bytes of the address that `text` begins with.
fn length(text: &str) -> Option<usize> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    host.starts_with(char::is_alphanumeric).then_some(())?;
    let ends = |c: char| c.is_whitespace() || is_bidi_control(c) || "<>\"«»“”،؛؟。、".contains(c);
    let mut near = text.char_indices().take(LONGEST);
    let end = near.find(|(_, c)| ends(*c)).map(|(end, _)| end);
    let end = end.or_else(|| text.char_indices().nth(LONGEST).is_none().then_some(text.len()))?;
    text.get(..end).map(|address| trim(address).len())
}

/// Without the punctuation of the sentence around it. A closing bracket stays if it was opened.
fn trim(address: &str) -> &str {
    let mut address = address;
    while let Some(last) = address.chars().next_back() {
        let open = match last {
            ')' => '(',
            ']' => '[',
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '’' | '…' | '}' | '|' => '\0',
            _ => break,
        };
        if open != '\0' && address.matches(open).count() >= address.matches(last).count() {
            break;
        }
        address = address.strip_suffix(last).unwrap_or_default();
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn urls(text: &str) -> Vec<&str> {
        addresses(text).into_iter().filter_map(|range| text.get(range)).collect()
    }

    #[test]
    fn the_sentence_keeps_its_punctuation() {
        assert_eq!(urls("(https://www.example.org/) أي"), ["https://www.example.org/"]);
        assert_eq!(urls("See http://a.example/x_(y), or not."), ["http://a.example/x_(y)"]);
        assert_eq!(urls("راجع https://a.example/b، ثم"), ["https://a.example/b"]);
        assert_eq!(urls("«https://a.example/?q=1&r=2».").len(), 1);
    }

    #[test]
    fn what_leads_nowhere_is_no_link() {
        assert!(urls("http:// and https and xhttp://a.example").is_empty());
    }

    #[test]
    fn an_address_within_an_address_is_one_link() {
        assert_eq!(urls("https://a.example/http://b.example").len(), 1);
    }

    #[test]
    fn the_text_stays_as_written() {
        let rich = rich("one\n  https://a.example/b. two");
        assert_eq!(rich.text(), "one\n  https://a.example/b. two");
        assert_eq!(rich.spans()[0].range, 6..25);
    }

    #[test]
    fn a_line_may_be_an_address_and_nothing_else() {
        assert_eq!(sole(" <https://a.example/b> "), Some("https://a.example/b"));
        assert_eq!(sole("https://a.example b"), None);
        assert_eq!(sole("no"), None);
    }
}
