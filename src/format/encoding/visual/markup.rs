//! Lines of a page: the text between two tags that end a line, with the tags inside it turned too, so
//! that each still stands before what it opens. Tags, comments, scripts and styles stay as they are.

use super::line;

/// The elements inside a line; all others end it.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "big", "cite", "code", "em", "font", "i", "img", "nobr",
    "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u",
];

/// Elements whose content is not text.
const RAW: &[&str] = &["script", "style", "textarea", "xmp"];

/// Whether there is mark-up in a text.
pub(super) fn has_tags(text: &str) -> bool {
    text.split('<').skip(1).take(1000).any(|rest| {
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!') && rest.contains('>')
    })
}

/// The page with each of its lines in the order of reading.
pub(super) fn to_logical(page: &str) -> String {
    let mut turned = String::with_capacity(page.len());
    let mut line: Vec<&str> = Vec::new();
    let mut rest = page;
    while !rest.is_empty() {
        let length = piece(rest);
        let Some((this, after)) = rest.split_at_checked(length) else { break };
        if ends_line(this) {
            turn(&mut line, &mut turned);
            turned.push_str(this);
        } else {
            line.push(this);
        }
        rest = after;
    }
    turn(&mut line, &mut turned);
    turned
}

/// The length of what stands next: a tag, with its content where that is no text; a comment; a
/// character reference; a character.
fn piece(rest: &str) -> usize {
    let one = rest.chars().next().map_or(1, char::len_utf8);
    let until = |end: &str| rest.find(end).map_or(rest.len(), |at| at + end.len());
    if rest.starts_with("<!--") {
        return until("-->");
    }
    if let Some(name) = tag_name(rest) {
        let is_raw = RAW.contains(&name.as_str()) && !rest.starts_with("</");
        return if is_raw { raw(rest, &name) } else { until(">") };
    }
    if rest.starts_with('&') {
        let name = |c: char| c.is_ascii_alphanumeric() || c == '#';
        let length = rest.chars().skip(1).take(9).take_while(|c| name(*c)).count() + 1;
        let is_whole = rest.as_bytes().get(length) == Some(&b';') && length > 1;
        return if is_whole { length + 1 } else { one };
    }
    one
}

/// Up to the start of the closing tag.
fn raw(rest: &str, name: &str) -> usize {
    let closing = format!("</{name}");
    let is_closing = |at: &usize| {
        let found = rest.as_bytes().get(*at..*at + closing.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(closing.as_bytes()))
    };
    memchr::memchr_iter(b'<', rest.as_bytes()).find(is_closing).unwrap_or(rest.len())
}

/// The name of the tag that a text begins with.
fn tag_name(rest: &str) -> Option<String> {
    let rest = rest.strip_prefix('<')?;
    let rest = rest.strip_prefix(['/', '!', '?']).unwrap_or(rest);
    let name: String = rest.chars().take(12).take_while(char::is_ascii_alphanumeric).collect();
    name.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| name.to_ascii_lowercase())
}

fn ends_line(piece: &str) -> bool {
    piece.starts_with("<!--")
        || (piece.len() > 1 && tag_name(piece).is_some_and(|name| !INLINE.contains(&name.as_str())))
}

fn turn(pieces: &mut Vec<&str>, turned: &mut String) {
    if !line::has_rtl(pieces) {
        turned.extend(pieces.drain(..));
        return;
    }
    turned.push_str(&line::turn(&swap_pairs(pieces)));
    pieces.clear();
}

/// Puts each closing tag in the place of the tag that it closes, and the other way round.
fn swap_pairs<'a>(pieces: &[&'a str]) -> Vec<&'a str> {
    let mut swapped = pieces.to_vec();
    let mut open: Vec<(usize, String)> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let Some(name) = (piece.len() > 1).then(|| tag_name(piece)).flatten() else { continue };
        if !piece.starts_with("</") {
            open.push((at, name));
        } else if let Some(found) = open.iter().rposition(|(_, opened)| *opened == name) {
            let (opened, _) = open.remove(found);
            swapped.swap(opened, at);
        }
    }
    swapped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_keep_their_words() {
        let page = "<td>ףוס <a href=\"x\">םיכלוה</a> &quot;םולש&quot;<br>";
        let turned = "<td>&quot;שלום&quot; <a href=\"x\">הולכים</a> סוף<br>";
        assert_eq!(to_logical(page), turned);
    }

    #[test]
    fn scripts_comments_and_latin_lines_stay() {
        for page in [
            "<script>var a = 'םולש' < 1;</script>",
            "<!-- םולש --><style>p:before{content:'םולש'}</style>",
            "<p>Only English (here).</p>",
            "1 < 2 & 3 > 2",
        ] {
            assert_eq!(to_logical(page), page);
        }
    }

    #[test]
    fn unfinished_mark_up_ends_with_the_text() {
        for page in ["<p", "<b>םולש", "<!-- א", "&", "<script>", "א&#"] {
            assert_eq!(to_logical(page).chars().count(), page.chars().count(), "{page}");
        }
    }
}
