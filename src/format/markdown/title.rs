//! A headline for a text whose front matter gives none: its first heading, else its first words,
//! else the file's name.

use crate::article::Block;
use crate::article::Content;
use crate::article::Rich;

/// The length in characters up to which a first paragraph serves as a headline.
const MAX_LENGTH: usize = 90;

/// How far down a heading still heads the whole text.
const HEAD: usize = 3;

/// A headline from the body. A heading that is taken from the top leaves the body.
pub(super) fn take(body: &mut Vec<Block>) -> Option<String> {
    let is_heading = |wanted: u8| move |block: &Block| matches!(block.content, Content::Heading { level, .. } if level <= wanted);
    let place = body.iter().position(is_heading(1)).or_else(|| body.iter().position(is_heading(6)));
    if let Some(place) = place {
        let title = body.get(place)?.texts().next()?.text().replace('\n', " ");
        let heads_all = place == 0 || (place < HEAD && body.get(place).is_some_and(is_heading(1)));
        if heads_all {
            body.remove(place);
        }
        return Some(title);
    }
    let is_paragraph = |block: &&Block| matches!(block.content, Content::Paragraph { .. });
    let words = body.iter().find(is_paragraph)?.texts().next().map(Rich::text)?;
    Some(shorten(words.lines().next().unwrap_or(words)))
}

/// The first words, cut at a word.
fn shorten(text: &str) -> String {
    if text.chars().count() <= MAX_LENGTH {
        return text.to_owned();
    }
    let mut short = String::new();
    for word in text.split(' ') {
        if short.chars().count() + word.chars().count() > MAX_LENGTH {
            break;
        }
        short.push_str(word);
        short.push(' ');
    }
    if short.is_empty() {
        short = text.chars().take(MAX_LENGTH).collect();
    }
    short.trim_end_matches([' ', ',', '،', ';', '؛', ':']).to_owned() + "…"
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
    fn a_section_further_down_stays() {
        let mut body = vec![Block::paragraph("x"), Block::heading(2, "section")];
        assert_eq!(take(&mut body).as_deref(), Some("section"));
        assert_eq!(body.len(), 2);
    }

    #[test]
    fn the_first_words_are_cut_at_a_word() {
        let mut body = vec![Block::paragraph("كلمة ".repeat(40).as_str())];
        let title = take(&mut body).unwrap();
        assert!(title.chars().count() <= MAX_LENGTH && title.ends_with("كلمة…"), "{title}");
        assert_eq!(body.len(), 1);
    }

    #[test]
    fn a_name_without_spaces_becomes_words() {
        assert_eq!(from_name("a-quiet_day"), "a quiet day");
        assert_eq!(from_name("a - b"), "a - b");
    }
}
