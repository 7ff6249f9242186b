//! The headline of a Markdown text: the front matter's, else its first heading, a first line in bold
//! or on its own, else its first words, else the file's name.

use crate::article::Block;
use crate::article::Content;
use crate::article::Metadata;
use crate::article::Style;
use crate::format::html;
use crate::format::plain::line;

/// The length in characters up to which a first paragraph serves as a headline.
const MAX_LENGTH: usize = 90;

/// How far down a heading still heads the whole text.
const HEAD: usize = 3;

/// Gives the article its headline, which leaves the body.
pub(super) fn settle(metadata: &mut Metadata, body: &mut Vec<Block>, name: &str) {
    let given = metadata.title.trim();
    if given.is_empty() || is_slug_of(given, body) {
        metadata.title = take(body).unwrap_or_else(|| from_name(name));
        return;
    }
    let sites: Vec<String> = metadata.source.iter().cloned().collect();
    metadata.title = html::without_site(given, &sites);
    html::without_headline(body, &metadata.title);
}

/// Whether a title is only the address of what the first heading says in words.
fn is_slug_of(title: &str, body: &[Block]) -> bool {
    let is_slug = !title.contains(char::is_whitespace) && title.contains(['-', '_']);
    let first = body.first().filter(|block| is_heading(1)(block));
    is_slug && first.is_some()
}

fn is_heading(wanted: u8) -> impl Fn(&Block) -> bool {
    move |block| matches!(block.content, Content::Heading { level, .. } if level <= wanted)
}

/// A headline from the body. A heading that is taken from the top leaves the body.
pub(super) fn take(body: &mut Vec<Block>) -> Option<String> {
    let place = body.iter().position(is_heading(1)).or_else(|| body.iter().position(is_heading(6)));
    if let Some(place) = place {
        let title = body.get(place)?.texts().next()?.text().replace('\n', " ");
        let heads_all = place == 0 || (place < HEAD && body.get(place).is_some_and(is_heading(1)));
        if heads_all {
            body.remove(place);
        }
        return Some(title);
    }
    own_line(body).or_else(|| html::first_words(body))
}

/// A first paragraph that is a line of its own: all in bold, or short and without a full stop. It
/// leaves the body where more follows.
fn own_line(body: &mut Vec<Block>) -> Option<String> {
    let [first, rest @ ..] = body.as_slice() else { return None };
    let Content::Paragraph { text } = &first.content else { return None };
    let words = text.text();
    let is_strong = |style: &Style| matches!(style, Style::Strong);
    let bold: usize = text
        .spans()
        .iter()
        .filter(|span| is_strong(&span.style))
        .map(|span| span.range.len())
        .sum();
    let is_bold = bold * 10 >= words.len() * 9;
    let is_short = words.chars().count() <= MAX_LENGTH && !words.contains('\n');
    let is_apart = is_bold || (!line::ends_unlike_headline(words) && !line::is_split(words));
    let follows = rest.iter().any(|block| matches!(block.content, Content::Paragraph { .. }));
    if !is_short || !is_apart || !follows || !first.nest.is_empty() || !line::has_letters(words) {
        return None;
    }
    let title = words.trim_start_matches('#').to_owned();
    body.remove(0);
    Some(title)
}

/// A file's name as words, where it was made without spaces.
pub(super) fn from_name(name: &str) -> String {
    if name.contains(' ') { name.to_owned() } else { name.replace(['-', '_'], " ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_heading_is_taken_and_leaves() {
        let mut body =
            vec![Block::paragraph("x"), Block::heading(1, "عنوان"), Block::heading(2, "y")];
        assert_eq!(take(&mut body).as_deref(), Some("عنوان"));
        assert_eq!(body.len(), 2);
    }

    #[test]
    fn a_line_in_bold_or_of_its_own_is_the_headline() {
        for source in ["**المرفأ يفتح أبوابه.**\n\nنص.", "المرفأ يفتح أبوابه\n\nنص."]
        {
            let mut body = super::super::body::blocks(source);
            let title = take(&mut body).unwrap_or_default();
            assert!(title.starts_with("المرفأ يفتح أبوابه"), "{title}");
            assert_eq!(body.len(), 1, "{source}");
        }
    }

    #[test]
    fn a_section_further_down_stays() {
        let mut body = vec![Block::paragraph("x"), Block::heading(2, "section")];
        assert_eq!(take(&mut body).as_deref(), Some("section"));
        assert_eq!(body.len(), 2);
    }

    #[test]
    fn the_first_words_are_cut_at_a_word() {
        let mut body = vec![Block::paragraph("كلمة ".repeat(40).as_str())];
        let title = take(&mut body).unwrap();
        assert!(title.chars().count() <= MAX_LENGTH + 1 && title.ends_with("كلمة…"), "{title}");
        assert_eq!(body.len(), 1);
    }

    #[test]
    fn a_name_without_spaces_becomes_words() {
        assert_eq!(from_name("a-quiet_day"), "a quiet day");
        assert_eq!(from_name("a - b"), "a - b");
    }
}
