//! The text as the page declares it (JSON-LD's `articleBody`, the element of that name), used as a
//! judge of what was found: a short paragraph that the declared text does not have is furniture.
//!
//! Only where the declared text is the whole text: sites declare its beginning, too.

use super::measure::key;
use crate::article::Block;
use crate::article::Content;

/// A paragraph of more letters and digits is running text.
const PROSE: usize = 90;

/// Shares of the running text, in hundredths, that a declared text must have to be whole.
const WHOLE: usize = 92;

/// Takes off the short paragraphs that the declared text does not have.
pub(in crate::format::html) fn take_off(body: &mut Vec<Block>, declared: &str) {
    let declared = key(declared);
    if declared.is_empty() {
        return;
    }
    let prose: Vec<String> = body.iter().filter_map(line).filter(|key| is_prose(key)).collect();
    let all: usize = prose.iter().map(String::len).sum();
    let held: usize = prose.iter().filter(|key| declared.contains(*key)).map(String::len).sum();
    let is_last_held = prose.last().is_some_and(|last| declared.contains(last));
    if !is_last_held || held * 100 < all * WHOLE {
        return;
    }
    body.retain(|block| {
        let key = line(block).filter(|key| !key.is_empty() && !is_prose(key));
        key.is_none_or(|key| declared.contains(&key))
    });
}

fn is_prose(key: &str) -> bool {
    key.chars().count() > PROSE
}

/// The letters of a paragraph outside of lists and quotations, which declared texts leave out.
fn line(block: &Block) -> Option<String> {
    match &block.content {
        Content::Paragraph { text } if block.nest.is_empty() => Some(key(text.text())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = "The old harbour opened this morning to its fishermen after eleven days of \
        storm, and boats left at dawn with bread for all of them.";
    const LAST: &str = "Nobody could say when the ferries would sail again, and the council, asked \
        twice, said that it would meet about it on Monday evening.";

    fn body() -> Vec<Block> {
        ["Photo by Ada", FIRST, "Boats left.", LAST, "Follow the coast"]
            .map(Block::paragraph)
            .to_vec()
    }

    #[test]
    fn what_the_whole_text_does_not_have_goes() {
        let mut body = body();
        take_off(&mut body, &format!("{FIRST}\n\nBoats left. {LAST}"));
        assert_eq!(body, [FIRST, "Boats left.", LAST].map(Block::paragraph));
    }

    #[test]
    fn a_text_cut_short_judges_nothing() {
        let mut body = body();
        take_off(&mut body, &format!("Boats left. {FIRST}"));
        assert_eq!(body.len(), 5);
    }
}
