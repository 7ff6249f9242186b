//! Lines between the paragraphs that are buttons and labels: "Advertisement", "Read more", "Image 1 of
//! 5", who made the picture above. Each is a paragraph of its own and says nothing else.

use super::super::super::letters;
use super::words::AGENCIES;
use super::words::CREDITS;
use super::words::LINES;
use crate::article::Block;
use crate::article::Content;

/// No such line is longer.
const LONGEST: usize = 60;
const LONGEST_CREDIT: usize = 110;

/// Who works for an agency has no longer name.
const LONGEST_NAME: usize = 40;

/// Takes off these lines.
pub(super) fn take_off(body: &mut Vec<Block>) {
    if body.iter().filter(|block| !is_label(block)).all(|block| block.texts().next().is_none()) {
        return;
    }
    let near: Vec<bool> = (0..body.len()).map(|at| is_near_figure(body, at)).collect();
    let mut near = near.into_iter();
    body.retain(|block| {
        let is_near = near.next().unwrap_or(false);
        !(is_label(block) || is_agencys_line(block) || (is_near && is_credit(block)))
    });
}

/// Whether a paragraph is such a line and nothing else.
pub(super) fn is_label(block: &Block) -> bool {
    let Content::Paragraph { text } = &block.content else { return false };
    let is_short = super::is_at_most(text.text(), LONGEST);
    let is_free = block.nest.is_empty() || super::is_linked(block);
    is_short && is_free && LINES.contains(&numbered(text.text()).as_str())
}

/// Whether a paragraph tells who made a picture.
pub(super) fn is_credit(block: &Block) -> bool {
    let Content::Paragraph { text } = &block.content else { return false };
    let is_short = super::is_at_most(text.text(), LONGEST_CREDIT) && block.nest.is_empty();
    is_short && {
        let folded = letters::fold(text.text().trim());
        CREDITS.iter().any(|words| folded.starts_with(words)) || is_agencys(&folded)
    }
}

fn is_agencys_line(block: &Block) -> bool {
    let Content::Paragraph { text } = &block.content else { return false };
    let is_short = super::is_at_most(text.text(), LONGEST) && block.nest.is_empty();
    is_short && is_agencys(&letters::fold(text.text().trim()))
}

/// Whether a line ends with the agency that a picture is of: `US Navy / Getty Images`.
fn is_agencys(folded: &str) -> bool {
    AGENCIES.iter().any(|agency| {
        let Some(name) = folded.strip_suffix(agency).map(str::trim_end) else { return false };
        let is_parted = name.ends_with(['/', '|']) || name.ends_with(" via");
        name.is_empty() || (is_parted && name.chars().count() <= LONGEST_NAME)
    })
}

fn is_near_figure(body: &[Block], at: usize) -> bool {
    let is_figure = |block: &Block| matches!(block.content, Content::Figure { .. });
    let before = at.checked_sub(1).and_then(|at| body.get(at));
    before.into_iter().chain(body.get(at + 1)).any(is_figure)
}

/// The words folded, every number `#`, without the signs at either end.
pub(super) fn numbered(text: &str) -> String {
    let folded = letters::fold(text);
    let mut out = String::with_capacity(folded.len());
    for c in folded.trim().chars() {
        let is_further = c.is_ascii_digit() && out.ends_with('#');
        if c.is_ascii_digit() {
            if !is_further {
                out.push('#');
            }
        } else if !(c.is_whitespace() && out.ends_with(' ')) {
            out.push(if c.is_whitespace() { ' ' } else { c });
        }
    }
    let is_sign = |c: char| {
        matches!(
            c,
            ':' | '.'
                | '!'
                | '…'
                | '>'
                | '»'
                | '›'
                | '→'
                | '←'
                | '«'
                | '-'
                | '|'
                | ' '
                | '▼'
                | '+'
                | '['
                | ']'
        )
    };
    out.trim_matches(is_sign).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_and_labels_go_in_all_languages() {
        for label in [
            "ADVERTISEMENT",
            "Image 1 of 5",
            "Read more »",
            "12 / 48",
            "إعلان",
            "صورة 2 من 7",
            "פרסומת",
            "تبلیغات",
            "مزید پڑھیں",
            "ادامه مطلب",
        ] {
            let mut body = vec![Block::paragraph("Boats left."), Block::paragraph(label)];
            take_off(&mut body);
            assert_eq!(body.len(), 1, "{label}");
        }
    }

    #[test]
    fn a_text_of_labels_only_stays() {
        let mut body = vec![Block::paragraph("إعلان")];
        take_off(&mut body);
        assert_eq!(body.len(), 1);
    }

    #[test]
    fn a_credit_goes_beside_its_picture_only() {
        let figure = Block::new(Content::Figure { caption: "Boats".into(), url: None });
        let mut body =
            vec![figure, Block::paragraph("صورة: ليلى بركات"), Block::paragraph("Photo: a poem")];
        take_off(&mut body);
        assert_eq!(body.len(), 2);
    }

    #[test]
    fn the_agency_that_a_picture_is_from_is_no_text() {
        let lines = [
            "US Navy / Getty Images",
            "ليلى بركات / رويترز",
            "He phoned Reuters",
            "Boats left (Reuters)",
        ];
        let mut body: Vec<Block> = lines.iter().map(|line| Block::paragraph(*line)).collect();
        take_off(&mut body);
        assert_eq!(body.len(), 2);
    }

    #[test]
    fn the_words_are_folded() {
        for words in LINES.iter().chain(CREDITS).chain(AGENCIES) {
            assert_eq!(letters::fold(words), *words);
        }
    }
}
