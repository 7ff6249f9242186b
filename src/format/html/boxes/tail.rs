//! What stands below the text: readers' comments, lines about the author, tags, whose rights are
//! reserved, where the site is followed. Taken off from the end upwards, as far as it goes.

use super::super::super::letters;
use super::lines;
use super::words::ABOUT;
use super::words::CLOSING;
use super::words::COMMENTS;
use super::words::INVITATIONS;
use super::words::TAGS;
use crate::article::Block;
use crate::article::Content;

/// A longer paragraph is never furniture by its words.
const LONGEST: usize = 320;

/// Lines about an author are not longer.
const LONGEST_ABOUT: usize = 600;

/// A label is not longer.
const LABEL: usize = 60;

/// Blocks from the end among which an author's lines are looked for.
const LAST: usize = 4;

/// Takes off what stands below the text; `authors` wrote it.
pub(super) fn take_off(body: &mut Vec<Block>, authors: &[String]) {
    comments(body);
    about(body);
    while let Some(at) = body.iter().rposition(|block| !is_bare_picture(block)).filter(|&at| at > 0)
        && body.get(at).is_some_and(|last| is_closing(last, authors))
    {
        body.truncate(at);
    }
}

/// Whether it is a picture without a word: below the text, these are advertisements.
pub(in crate::format::html) fn is_bare_picture(block: &Block) -> bool {
    let Content::Figure { caption, .. } = &block.content else { return false };
    caption.is_blank() || caption.is_alternative()
}

/// Comments, from their heading to the end, where the text is longer than they are. A section on
/// comments is followed by other sections, comments by none.
fn comments(body: &mut Vec<Block>) {
    let is_head = |block: &Block| is_headed(block, COMMENTS);
    let Some(at) = body.iter().position(is_head) else { return };
    let (before, after) = body.split_at(at);
    let length = |blocks: &[Block]| -> usize {
        blocks.iter().flat_map(Block::texts).map(|text| text.text().len()).sum()
    };
    let level = after.first().map_or(6, level);
    let goes_on = after.iter().skip(1).any(|block| {
        let is_section =
            matches!(block.content, Content::Heading { .. }) && level >= self::level(block);
        is_section && !is_head(block)
    });
    if !goes_on && length(before) > length(after) {
        body.truncate(at);
    }
}

/// The level of a heading; a paragraph that is one stands below them all.
const fn level(block: &Block) -> u8 {
    match block.content {
        Content::Heading { level, .. } => level,
        _ => 6,
    }
}

/// A heading such as "About the author" near the end, and all below it.
fn about(body: &mut Vec<Block>) {
    let first = body.len().saturating_sub(LAST + 1).max(1);
    let heads = body.iter().enumerate().skip(first);
    let mut heads = heads.filter(|(_, block)| is_headed(block, ABOUT));
    let Some((at, _)) = heads.next() else { return };
    let is_short =
        |block: &Block| block.texts().all(|text| text.text().chars().count() <= LONGEST_ABOUT);
    if body.iter().skip(at).all(is_short) {
        body.truncate(at);
    }
}

fn is_headed(block: &Block, words: &[&str]) -> bool {
    let (Content::Heading { text, .. } | Content::Paragraph { text }) = &block.content else {
        return false;
    };
    if !block.nest.is_empty() || !super::is_at_most(text.text(), LABEL) {
        return false;
    }
    let line = lines::numbered(text.text());
    // A heading may go on: "2 thoughts on …", "3 comments on …".
    let is_begun = |words: &&str| {
        words.starts_with('#')
            && matches!(block.content, Content::Heading { .. })
            && line.strip_prefix(*words).is_some_and(|rest| rest.starts_with(' '))
    };
    words.contains(&line.as_str()) || words.iter().any(is_begun)
}

fn is_closing(block: &Block, authors: &[String]) -> bool {
    let Content::Paragraph { text } = &block.content else { return false };
    let length = text.text().chars().count();
    if length > LONGEST_ABOUT {
        return false;
    }
    let folded = letters::fold(text.text().trim());
    let is_said = |words: &[&str]| words.iter().any(|words| folded.contains(words));
    // An invitation begins as one; what others were invited to is news.
    let is_begun = |words: &[&str]| words.iter().any(|words| folded.starts_with(words));
    let is_tags = || {
        let label = folded.split_once(':').map(|(label, _)| label.trim());
        label.is_some_and(|label| TAGS.contains(&label))
    };
    lines::is_label(block)
        || (length <= LABEL && folded.starts_with('©'))
        || lines::is_credit(block)
        || (length <= LONGEST && (is_tags() || is_said(CLOSING) || is_begun(INVITATIONS)))
        || (length <= LONGEST_ABOUT && authors.iter().any(|author| is_about(&folded, author)))
}

/// Whether a paragraph begins by telling who its author is: "Ada Venn is a writer", "Ada Venn covers".
fn is_about(folded: &str, author: &str) -> bool {
    const TELLING: &[&str] = &[
        "is a ",
        "is an ",
        "is the ",
        "is our ",
        "covers ",
        "writes ",
        "reports ",
        "has written ",
        "was a ",
        "works ",
        "is based ",
        "can be reached",
        "كاتب",
        "كاتبه",
        "صحفي",
        "صحافي",
        "باحث",
        "هو ",
        "هي ",
        "הוא ",
        "היא ",
        "כתב ",
        "כתבת ",
        "نويسنده",
        "روزنامهنگار",
    ];
    let author = letters::fold(author);
    let rest = folded.trim_start_matches(['*', '•', '-', ' ']).strip_prefix(author.trim());
    let rest = rest.filter(|_| author.trim().contains(' '));
    rest.map(|rest| rest.trim_start_matches([',', ':', '-', ' ']))
        .is_some_and(|rest| TELLING.iter().any(|words| rest.starts_with(words)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROSE: &str = "The old harbour opened this morning to its fishermen after eleven days.";

    fn left(closing: &[Block]) -> usize {
        let mut body = vec![Block::paragraph(PROSE), Block::paragraph(PROSE)];
        body.extend_from_slice(closing);
        take_off(&mut body, &["Ada Venn".to_owned()]);
        body.len() - 2
    }

    #[test]
    fn lines_below_the_text_go() {
        for line in [
            "Ada Venn is a writer who lives by the sea.",
            "Tags: boats, sea",
            "الوسوم: قوارب، بحر",
            "© Copyright 2024. All rights reserved.",
            "جميع الحقوق محفوظة",
            "עקבו אחרינו גם בפייסבוק",
            "Sign up for our newsletter and hear of boats first.",
        ] {
            assert_eq!(left(&[Block::paragraph(line)]), 0, "{line}");
        }
        let news = "Fishermen may sign up for the race until Monday, the council said.";
        assert_eq!(left(&[Block::paragraph(news)]), 1);
        assert_eq!(left(&[Block::paragraph("Ada Venn said that she would write a book.")]), 1);
    }

    #[test]
    fn pictures_below_the_last_line_go_with_it() {
        let picture = Block::new(Content::Figure { caption: "".into(), url: None });
        assert_eq!(left(&[Block::paragraph("All rights reserved"), picture.clone()]), 0);
        assert_eq!(left(&[picture]), 1);
    }

    #[test]
    fn comments_go_where_they_are_less_than_the_text() {
        let comments = [Block::heading(3, "2 comments"), Block::paragraph("I like boats.")];
        assert_eq!(left(&comments), 0);
        let thread = [Block::heading(3, "תגובות"), Block::paragraph(PROSE.repeat(9).as_str())];
        assert_eq!(left(&thread), 2);
        let section = [
            Block::heading(2, "Comments"),
            Block::paragraph("A comment begins with a sign."),
            Block::heading(2, "Names"),
            Block::paragraph("A name has letters."),
        ];
        assert_eq!(left(&section), 4);
    }

    #[test]
    fn what_tells_of_the_author_goes_with_its_heading() {
        let about = [Block::heading(4, "About the author"), Block::paragraph("Writes on boats.")];
        assert_eq!(left(&about), 0);
    }

    #[test]
    fn the_words_are_folded() {
        for words in TAGS.iter().chain(CLOSING).chain(COMMENTS).chain(ABOUT) {
            assert_eq!(letters::fold(words), *words);
        }
    }
}
