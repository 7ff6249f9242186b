//! Parts of an article as plain text, in logical order: what a reader copies.
//!
//! Only what the author wrote comes out, and the markers of list items, without which a list is not one.
//! Bidi controls stay behind: where the text is pasted they would go on working unseen.

use std::ops::Range;

use super::{Article, Block, Content, Marker, Nest, Offset, Rich, is_bidi_control};

/// What one block gives.
struct Piece<'a> {
    block: &'a Block,
    text: String,
    /// Whether it starts where the block does.
    whole: bool,
}

impl Article {
    /// The text between two offsets. Paragraphs are parted by empty lines, list items by line ends;
    /// a table's row is a line, its cells are parted by tabs. Where more than one block has a part in
    /// it, list items keep their markers.
    #[must_use]
    pub fn excerpt(&self, range: &Range<Offset>) -> String {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut start = 0;
        for block in &self.body {
            let text = without_controls(&block.part(start, range));
            if !text.trim().is_empty() {
                pieces.push(Piece { block, text, whole: range.start.0 <= start });
            }
            start += block.extent();
        }
        join(&pieces)
    }

    /// All of the text.
    #[must_use]
    pub fn extent(&self) -> Range<Offset> {
        let end: usize = self.body.iter().map(Block::extent).sum();
        Offset(0)..Offset(end.saturating_sub(1))
    }

    /// The block that this place is in, or the last one before it.
    #[must_use]
    pub fn block_at(&self, offset: Offset) -> Option<Range<Offset>> {
        let mut start = 0;
        let mut found = None;
        for block in self.body.iter().filter(|block| block.extent() > 0) {
            if start > offset.0 {
                break;
            }
            let end = start + block.extent();
            found = Some(Offset(start)..Offset(end - 1));
            start = end;
        }
        found
    }

    /// The text, cell or paragraph, that this place is in, with where it starts.
    #[must_use]
    pub fn leaf_at(&self, offset: Offset) -> Option<(Offset, &Rich)> {
        let mut start = 0;
        let leaves = self.body.iter().flat_map(Block::texts).map(|leaf| {
            let at = start;
            start += leaf.text().len() + 1;
            (Offset(at), leaf)
        });
        leaves.take_while(|(start, _)| *start <= offset).last()
    }
}

impl Block {
    /// The bytes that it takes in [`Article::text`], with the line feeds after its texts.
    fn extent(&self) -> usize {
        self.texts().map(|leaf| leaf.text().len() + 1).sum()
    }

    /// What of it lies in a range, if it starts at `start`.
    fn part(&self, start: usize, range: &Range<Offset>) -> String {
        let mut at = start;
        let mut next = |leaf: &Rich| {
            let end = at + leaf.text().len();
            let touched = at < range.end.0 && range.start.0 < end.max(at + 1);
            let part = touched.then(|| cut(leaf.text(), at, range).to_owned());
            at = end + 1;
            part
        };
        match &self.content {
            Content::Table { rows, .. } => {
                let row = |row: &Vec<Rich>| {
                    row.iter().filter_map(&mut next).collect::<Vec<_>>().join("\t")
                };
                let rows = rows.iter().map(row).filter(|row| !row.trim().is_empty());
                rows.collect::<Vec<_>>().join("\n")
            }
            _ => self.texts().filter_map(next).collect(),
        }
    }

    /// What stands before it in plain text: the marker of the item that it opens, or the room that
    /// the marker takes, behind the items around it.
    fn marker(&self) -> String {
        let items: Vec<&Marker> = self.nest.iter().filter_map(Nest::item).collect();
        let Some((last, outer)) = items.split_last() else { return String::new() };
        let sign = match last {
            Marker::Bullet => "- ".to_owned(),
            Marker::Number(number) => format!("{number}. "),
            Marker::Label(label) => format!("[{label}] "),
            Marker::Continued => "  ".to_owned(),
        };
        "  ".repeat(outer.len()) + &sign
    }
}

impl Nest {
    const fn item(&self) -> Option<&Marker> {
        match self {
            Self::Item(marker) => Some(marker),
            Self::Quote => None,
        }
    }
}

fn join(pieces: &[Piece]) -> String {
    let mut text = String::new();
    let mut previous: Option<&Block> = None;
    for piece in pieces {
        if let Some(previous) = previous {
            text.push_str(if piece.block.is_tight_after(previous) { "\n" } else { "\n\n" });
        }
        if piece.whole && pieces.len() > 1 {
            text.push_str(&piece.block.marker());
        }
        text.push_str(&piece.text);
        previous = Some(piece.block);
    }
    text
}

/// What of a text that starts at `start` lies in a range.
fn cut<'a>(text: &'a str, start: usize, range: &Range<Offset>) -> &'a str {
    let from = range.start.0.saturating_sub(start).min(text.len());
    let to = range.end.0.saturating_sub(start).min(text.len());
    text.get(from..to).unwrap_or_default()
}

fn without_controls(text: &str) -> String {
    text.chars().filter(|&c| !is_bidi_control(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Metadata;

    fn item(marker: Marker, text: &str) -> Block {
        Block { nest: vec![Nest::Item(marker)], ..Block::paragraph(text) }
    }

    fn article() -> Article {
        let cells = |row: [&str; 2]| row.map(Rich::from).to_vec();
        let rows = vec![cells(["a", "b"]), cells(["c", "d"])];
        let body = vec![
            Block::heading(1, "Head"),
            Block::paragraph("\u{2067}سلام\u{2069} one\ntwo"),
            item(Marker::Bullet, "first"),
            item(Marker::Number(7), "second"),
            item(Marker::Continued, "more"),
            Block::new(Content::Rule),
            Block { nest: vec![Nest::Quote], ..Block::paragraph("said") },
            Block::new(Content::Table { rows, header: true }),
        ];
        Article::new(Metadata::default(), body)
    }

    fn find(article: &Article, words: &str) -> Range<Offset> {
        let start = article.text().find(words).unwrap();
        Offset(start)..Offset(start + words.len())
    }

    #[test]
    fn all_of_it_is_paragraphs_and_lists_in_plain_text() {
        let article = article();
        assert_eq!(
            article.excerpt(&article.extent()),
            "Head\n\nسلام one\ntwo\n\n- first\n7. second\n\n  more\n\nsaid\n\na\tb\nc\td"
        );
    }

    #[test]
    fn one_block_comes_without_its_marker_and_a_part_of_it_as_it_stands() {
        let article = article();
        assert_eq!(article.excerpt(&find(&article, "second")), "second");
        assert_eq!(article.excerpt(&find(&article, "ne\ntw")), "ne\ntw");
        assert_eq!(article.excerpt(&find(&article, "b\nc")), "b\nc");
        assert_eq!(article.excerpt(&find(&article, "st\nsecond")), "st\n7. second");
        assert_eq!(article.excerpt(&(Offset(3)..Offset(3))), "");
        assert_eq!(article.excerpt(&(Offset(900)..Offset(999))), "");
    }

    #[test]
    fn a_range_that_cuts_a_letter_gives_nothing_of_its_block() {
        let article = Article::new(Metadata::default(), vec![Block::paragraph("سلام")]);
        assert_eq!(article.excerpt(&(Offset(1)..Offset(4))), "");
    }

    #[test]
    fn every_place_is_in_a_block_and_in_a_text() {
        let article = article();
        let text = article.text();
        for words in ["Head", "two", "first", "more", "said", "d"] {
            let range = find(&article, words);
            let block = article.block_at(range.start).unwrap();
            assert!(block.start <= range.start && range.end <= block.end, "{words}");
            let (start, leaf) = article.leaf_at(range.start).unwrap();
            assert!(text.get(start.0..).unwrap().starts_with(leaf.text()), "{words}");
            assert!(leaf.text().contains(words));
        }
        assert_eq!(article.block_at(Offset(usize::MAX)).unwrap().end, article.extent().end);
        assert_eq!(Article::new(Metadata::default(), Vec::new()).block_at(Offset(0)), None);
    }
}
