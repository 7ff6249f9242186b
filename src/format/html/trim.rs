//! What is left to take off once a page has been reduced to its article: the headline over again,
//! and the rows of links that close it ("Read also", "Share").

use crate::article::Block;
use crate::article::Content;
use crate::article::Rich;
use crate::article::Style;
use crate::format::letters::key;

/// The length in characters up to which a block of nothing but links is no part of the text.
const MAX_LINKS: usize = 120;

/// How far down the headline may stand a second time.
const HEAD: usize = 3;

/// Takes off the headline, where it is the first or among the first blocks.
pub(in crate::format) fn headline(body: &mut Vec<Block>, title: &str) {
    let wanted = key(title);
    if wanted.is_empty() || body.len() < 2 {
        return;
    }
    let is_headline = |(at, block): (usize, &Block)| {
        let is_first = at == 0 && matches!(block.content, Content::Paragraph { .. });
        let is_text = is_first || matches!(block.content, Content::Heading { .. });
        is_text && block.texts().map(Rich::text).map(key).eq([wanted.as_str()])
    };
    if let Some(place) = body.iter().take(HEAD).enumerate().position(is_headline) {
        body.remove(place);
    }
}

/// Takes off the one main heading over all of a page's text: the headline in other words than the
/// title's.
pub(super) fn main_heading(body: &mut Vec<Block>) {
    let is_main = |block: &&Block| matches!(block.content, Content::Heading { level: 1, .. });
    let is_first = body.first().is_some_and(|block| is_main(&block));
    if is_first && body.len() > 1 && body.iter().filter(is_main).count() == 1 {
        body.remove(0);
    }
}

/// Takes off a heading that says what the standfirst says.
pub(super) fn summary(body: &mut Vec<Block>, standfirst: Option<&str>) {
    let Some(wanted) = standfirst.map(key).filter(|wanted| !wanted.is_empty()) else { return };
    let is_summary = |block: &Block| {
        let is_heading = matches!(block.content, Content::Heading { .. });
        is_heading && block.texts().map(Rich::text).map(key).eq([wanted.as_str()])
    };
    if let Some(place) = body.iter().take(HEAD).position(is_summary).filter(|_| body.len() > 1) {
        body.remove(place);
    }
}

/// Takes off the blocks at the end that are nothing but links, and rules without anything below.
pub(super) fn trailing_links(body: &mut Vec<Block>) {
    while body.len() > 1 && body.last().is_some_and(is_tail) {
        body.pop();
    }
}

fn is_tail(block: &Block) -> bool {
    match &block.content {
        // A heading with nothing below it headed what was left out.
        Content::Rule | Content::Heading { .. } => true,
        Content::Paragraph { text } => {
            let linked: usize = text
                .spans()
                .iter()
                .filter(|span| matches!(span.style, Style::Link { .. }))
                .map(|span| span.range.len())
                .sum();
            text.text().chars().count() <= MAX_LINKS && linked * 10 >= text.text().len() * 9
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::RichBuilder;

    fn link(words: &str) -> Block {
        let mut text = RichBuilder::new();
        text.open(Style::Link { url: "https://e.example".into() });
        text.text(words);
        Block::new(Content::Paragraph { text: text.finish() })
    }

    #[test]
    fn the_headline_stands_once() {
        let mut body = vec![Block::heading(1, "خبر: عاجل"), Block::paragraph("نص")];
        headline(&mut body, "خبر عاجل");
        assert_eq!(body, [Block::paragraph("نص")]);
    }

    #[test]
    fn the_one_main_heading_is_a_headline_whatever_it_says() {
        let mut body = vec![Block::heading(1, "Back at sea"), Block::paragraph("text")];
        main_heading(&mut body);
        assert_eq!(body, [Block::paragraph("text")]);
        let mut parts =
            vec![Block::heading(1, "One"), Block::heading(1, "Two"), Block::paragraph("x")];
        main_heading(&mut parts);
        assert_eq!(parts.len(), 3);
    }

    #[test]
    fn a_heading_that_is_the_standfirst_goes() {
        let mut body = vec![Block::heading(2, "Back at sea"), Block::paragraph("text")];
        summary(&mut body, Some("Back at sea."));
        assert_eq!(body, [Block::paragraph("text")]);
    }

    #[test]
    fn an_article_of_one_line_keeps_it() {
        let mut body = vec![Block::paragraph("خبر")];
        headline(&mut body, "خبر");
        assert_eq!(body.len(), 1);
    }

    #[test]
    fn links_at_the_end_go_and_links_within_stay() {
        let mut body = vec![link("see"), Block::paragraph("text"), link("share"), link("more")];
        trailing_links(&mut body);
        assert_eq!(body, [link("see"), Block::paragraph("text")]);
    }
}
