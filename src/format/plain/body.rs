//! From lines to the pieces of a body: paragraphs, list items, headings, rules.

use crate::article::Block;
use crate::article::Content;
use crate::article::Marker;
use crate::article::Nest;
use crate::article::Rich;

use super::line;
use super::list::Item;
use super::wrap;
use super::wrap::Measure;

/// One block to be, its text still unmarked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::format) enum Piece {
    Paragraph(String),
    Heading(u8, String),
    Item(Marker, String),
    Rule,
}

impl Piece {
    /// The text of what is not a heading or a rule.
    pub(in crate::format) fn prose(&self) -> Option<&str> {
        match self {
            Self::Paragraph(text) | Self::Item(_, text) => Some(text),
            Self::Heading(..) | Self::Rule => None,
        }
    }

    /// The text of what has any.
    pub(in crate::format) fn text(&self) -> Option<&str> {
        match self {
            Self::Paragraph(text) | Self::Item(_, text) | Self::Heading(_, text) => Some(text),
            Self::Rule => None,
        }
    }

    /// The block, its text marked up by `rich`.
    pub(in crate::format) fn into_block(self, rich: impl Fn(&str) -> Rich) -> Block {
        match self {
            Self::Paragraph(text) => Block::paragraph(rich(&text)),
            Self::Heading(level, text) => Block::heading(level, rich(&text)),
            Self::Rule => Block::new(Content::Rule),
            Self::Item(marker, text) => {
                Block { nest: vec![Nest::Item(marker)], ..Block::paragraph(rich(&text)) }
            }
        }
    }
}

/// The pieces of a text. Where it does not show the measure it was wrapped at, that is `usual`.
pub(in crate::format) fn pieces(lines: &[&str], usual: Option<Measure>) -> Vec<Piece> {
    let groups = groups(lines);
    let measure = Measure::of(&groups).or(usual);
    let items = items(&groups, measure);
    let mut pieces = Vec::new();
    for (group, items) in groups.iter().zip(&items) {
        add_group(&mut pieces, group, items, measure);
    }
    pieces
}

/// The lines between blank ones.
pub(super) fn groups<'a, 'b>(lines: &'b [&'a str]) -> Vec<&'b [&'a str]> {
    lines.split(|l| line::trim(l).is_empty()).filter(|group| !group.is_empty()).collect()
}

/// For each line, the list item that it begins. An item belongs to a list when another follows it,
/// or it another, with nothing between but blank lines and its own further lines.
fn items<'a>(groups: &[&[&'a str]], measure: Option<Measure>) -> Vec<Vec<Option<Item<'a>>>> {
    let mut items: Vec<Vec<_>> =
        groups.iter().map(|group| group.iter().map(|l| Item::of(l)).collect()).collect();
    let mut listed: Vec<Vec<bool>> = items.iter().map(|group| vec![false; group.len()]).collect();
    let mut last: Option<(usize, usize, Item)> = None;
    for (g, group) in groups.iter().enumerate() {
        for (l, line) in group.iter().enumerate() {
            let Some(item) = items[g][l] else {
                let before = l.checked_sub(1).and_then(|l| group.get(l));
                last = last.filter(|_| before.is_some_and(|b| continues(b, line, measure)));
                continue;
            };
            if let Some((g0, l0, _)) = last.filter(|(_, _, before)| before.is_followed_by(item)) {
                listed[g0][l0] = true;
                listed[g][l] = true;
            }
            last = Some((g, l, item));
        }
    }
    for (items, listed) in items.iter_mut().zip(listed) {
        for (item, listed) in items.iter_mut().zip(listed) {
            *item = item.filter(|_| listed);
        }
    }
    items
}

/// Whether `line` goes on with the item that the line before it belongs to.
fn continues(before: &str, line: &str, measure: Option<Measure>) -> bool {
    line::indent(line) > 0 || measure.is_some_and(|measure| measure.explains(before, line))
}

fn add_group(
    pieces: &mut Vec<Piece>,
    group: &[&str],
    items: &[Option<Item>],
    measure: Option<Measure>,
) {
    let mut text: Vec<&str> = Vec::new();
    let mut before = "";
    let mut in_item = false;
    for (line, item) in group.iter().zip(items) {
        if let Some(sign) = line::rule(line) {
            end_with_rule(pieces, &mut text, sign, measure);
            in_item = false;
        } else if let Some(item) = item {
            flush(pieces, &mut text, measure);
            pieces.push(Piece::Item(item.marker(), item.text.to_owned()));
            in_item = true;
        } else if let Some(Piece::Item(_, words)) =
            pieces.last_mut().filter(|_| in_item && continues(before, line, measure))
        {
            wrap::append(words, line::trim(line));
        } else {
            text.push(line);
            in_item = false;
        }
        before = line;
    }
    flush(pieces, &mut text, measure);
}

fn flush(pieces: &mut Vec<Piece>, text: &mut Vec<&str>, measure: Option<Measure>) {
    pieces.extend(wrap::paragraphs(text, measure).into_iter().map(Piece::Paragraph));
    text.clear();
}

/// A line of signs under a single line is its underline, as in Markdown; elsewhere it is a rule.
fn end_with_rule(
    pieces: &mut Vec<Piece>,
    text: &mut Vec<&str>,
    sign: char,
    measure: Option<Measure>,
) {
    let level = match sign {
        '=' | '═' => Some(1),
        '-' => Some(2),
        _ => None,
    };
    match (level, text.as_slice()) {
        (Some(level), [heading]) if !line::is_wider(heading, 120) => {
            pieces.push(Piece::Heading(level, line::trim(heading).to_owned()));
            text.clear();
        }
        _ => {
            flush(pieces, text, measure);
            pieces.push(Piece::Rule);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces_of(text: &str) -> Vec<Piece> {
        pieces(&text.lines().collect::<Vec<_>>(), None)
    }

    fn item(marker: Marker, text: &str) -> Piece {
        Piece::Item(marker, text.to_owned())
    }

    fn paragraph(text: &str) -> Piece {
        Piece::Paragraph(text.to_owned())
    }

    #[test]
    fn two_bullets_in_a_row_make_a_list() {
        let text = "Bring:\n- bread\n- salt\n\nNothing else.";
        assert_eq!(
            pieces_of(text),
            [
                paragraph("Bring:"),
                item(Marker::Bullet, "bread"),
                item(Marker::Bullet, "salt"),
                paragraph("Nothing else."),
            ]
        );
    }

    #[test]
    fn a_list_may_have_blank_lines_and_indented_lines_in_it() {
        let text = "١. الأول\n   وتتمته\n\n٢. الثاني";
        assert_eq!(
            pieces_of(text),
            [item(Marker::Number(1), "الأول وتتمته"), item(Marker::Number(2), "الثاني")]
        );
    }

    #[test]
    fn one_dash_is_not_a_list() {
        let text = "He came in.\n- Good evening.\nNobody answered.";
        assert!(pieces_of(text).iter().all(|piece| matches!(piece, Piece::Paragraph(_))));
    }

    #[test]
    fn numbers_out_of_order_are_not_a_list() {
        assert_eq!(pieces_of("7. seven came.\n3. three left.").len(), 2);
        assert!(pieces_of("7. seven.\n3. three.").iter().all(|p| !matches!(p, Piece::Item(..))));
    }

    #[test]
    fn signs_under_a_line_make_it_a_heading_and_elsewhere_a_rule() {
        let text = "Title\n=====\n\nText.\n\n* * *\n\nPart\n----\nMore text.";
        assert_eq!(
            pieces_of(text),
            [
                Piece::Heading(1, "Title".into()),
                paragraph("Text."),
                Piece::Rule,
                Piece::Heading(2, "Part".into()),
                paragraph("More text."),
            ]
        );
    }

    #[test]
    fn nothing_gives_nothing() {
        assert_eq!(pieces_of(" \n\n"), []);
    }
}
