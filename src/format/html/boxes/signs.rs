//! Lines without words: rows of signs that part sections, the numbers of a gallery's pictures, a
//! caption said once for each of them.

use super::is_at_most;
use crate::article::Block;
use crate::article::Content;

/// So many numbers or equal lines in a row are no text.
const ROW: usize = 3;

/// A number of a picture has so few digits, and a line said again so few characters.
const DIGITS: usize = 4;
const LINE: usize = 80;

/// Takes the rows off, and makes a rule of signs a rule.
pub(super) fn take_off(body: &mut Vec<Block>) {
    body.iter_mut().filter(|block| is_rule(block)).for_each(|block| block.content = Content::Rule);
    rows(body, |one, other| is_number(one) && is_number(other), 0);
    rows(body, |one, other| one == other && is_line(one), 1);
}

/// Takes off what is alike in rows, all but the first `kept`.
fn rows(body: &mut Vec<Block>, alike: impl Fn(&Block, &Block) -> bool, kept: usize) {
    let mut keep: Vec<bool> = Vec::with_capacity(body.len());
    for row in body.chunk_by(alike) {
        let is_row = row.len() >= ROW;
        keep.extend((0..row.len()).map(|at| !is_row || at < kept));
    }
    if keep.contains(&true) {
        let mut keep = keep.into_iter();
        body.retain(|_| keep.next().unwrap_or(true));
    }
}

fn words(block: &Block) -> Option<&str> {
    match &block.content {
        Content::Paragraph { text } => Some(text.text().trim()),
        _ => None,
    }
}

/// `* * *`, `___`, `-----`.
fn is_rule(block: &Block) -> bool {
    let is_sign = |c: char| matches!(c, '*' | '_' | '-' | '–' | '—' | '=' | '~' | '•' | '⁂' | '٭');
    words(block).is_some_and(|words| {
        let signs = words.chars().filter(|c| !c.is_whitespace());
        signs.clone().all(is_sign) && signs.count() >= 2
    })
}

/// `12`, `<<`, `>`.
fn is_number(block: &Block) -> bool {
    words(block)
        .is_some_and(|words| is_at_most(words, DIGITS) && !words.contains(char::is_alphabetic))
}

fn is_line(block: &Block) -> bool {
    words(block).is_some_and(|words| is_at_most(words, LINE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(lines: &[&str]) -> Vec<Block> {
        let mut body: Vec<Block> = lines.iter().map(|line| Block::paragraph(*line)).collect();
        take_off(&mut body);
        body
    }

    #[test]
    fn a_row_of_signs_is_a_rule() {
        for signs in ["* * *", "___", "- -", "-------------"] {
            assert_eq!(left(&["Boats.", signs])[1].content, Content::Rule, "{signs}");
        }
        assert_eq!(left(&["Boats.", "*"]).len(), 2);
    }

    #[test]
    fn numbers_and_captions_of_a_gallery_go() {
        assert_eq!(left(&["Boats.", "<<", "1", "2", "3", ">>"]).len(), 1);
        assert_eq!(left(&["1", "Boats.", "2", "Bread."]).len(), 4);
        assert_eq!(left(&["The storm", "The storm", "The storm", "Boats."]).len(), 2);
        assert_eq!(left(&["No.", "No.", "Boats."]).len(), 3);
    }
}
