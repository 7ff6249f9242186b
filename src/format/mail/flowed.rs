//! The plain text of a mail: quoted replies, lines that flow on (RFC 3676), a signature.

use crate::article::Block;
use crate::article::Content;
use crate::article::Nest;
use crate::format::plain::body;
use crate::format::plain::links;

/// Replies are not quoted deeper; more signs are a drawing.
const MAX_QUOTES: usize = 12;

/// How the lines of a text go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// As they were typed, or wrapped by hand.
    Fixed,
    /// A line that ends in a space goes on in the next one.
    Soft,
    /// And that space is not part of the text.
    SoftDeleted,
}

/// The text as blocks.
pub(super) fn blocks(text: &str, flow: Flow) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (depth, lines) in groups(text, flow) {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        for piece in body::pieces(&lines, None) {
            let mut block = piece.into_block(links::rich);
            let quotes = std::iter::repeat_n(Nest::Quote, depth);
            block.nest = quotes.chain(block.nest).collect();
            blocks.push(block);
        }
    }
    blocks
}

/// Runs of lines that are quoted as deeply; a signature is parted by a rule.
fn groups(text: &str, flow: Flow) -> Vec<(usize, Vec<String>)> {
    let mut groups: Vec<(usize, Vec<String>)> = Vec::new();
    let mut flows = false;
    for line in text.lines() {
        let (depth, line) = unquoted(line);
        let is_signature = line == "-- ";
        let line = match flow {
            Flow::Fixed => line.to_owned(),
            // Stuffed with a space where it would look quoted.
            _ => line.strip_prefix(' ').unwrap_or(line).to_owned(),
        };
        match groups.last_mut().filter(|(last, _)| *last == depth) {
            Some((_, lines)) => match lines.last_mut().filter(|_| flows && !is_signature) {
                Some(last) => last.push_str(&line),
                None => lines.push(line.clone()),
            },
            None => groups.push((depth, vec![line.clone()])),
        }
        flows = flow != Flow::Fixed && line.ends_with(' ') && !is_signature;
        if let Some(last) = groups.last_mut().and_then(|(_, lines)| lines.last_mut()) {
            if is_signature {
                *last = "---".to_owned();
            } else if flows && flow == Flow::SoftDeleted {
                last.pop();
            }
        }
    }
    groups
}

/// How deeply a line is quoted, and the line without the signs.
fn unquoted(line: &str) -> (usize, &str) {
    let (mut depth, mut rest) = (0, line);
    while let Some(inner) = rest.strip_prefix('>').filter(|_| depth < MAX_QUOTES) {
        depth += 1;
        rest = inner.strip_prefix(' ').filter(|inner| inner.starts_with('>')).unwrap_or(inner);
    }
    (depth, if depth > 0 { rest.strip_prefix(' ').unwrap_or(rest) } else { rest })
}

/// A rule is nothing to end with.
pub(super) fn trim(blocks: &mut Vec<Block>) {
    while blocks.last().is_some_and(|block| block.content == Content::Rule) {
        blocks.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Rich;

    fn outline(text: &str, flow: Flow) -> Vec<String> {
        let blocks = blocks(text, flow);
        let outline = |block: &Block| {
            let texts: Vec<&str> = block.texts().map(Rich::text).collect();
            let rule = if block.content == Content::Rule { "---" } else { "" };
            format!("{}{rule}{}", ">".repeat(block.nest.len()), texts.join("|"))
        };
        blocks.iter().map(outline).collect()
    }

    #[test]
    fn quoted_replies_are_quotations() {
        let text = "Ada wrote:\n> We open.\n>> When?\n> On Saturday.\n\nGood.";
        let expected = ["Ada wrote:", ">We open.", ">>When?", ">On Saturday.", "Good."];
        assert_eq!(outline(text, Flow::Fixed), expected);
    }

    #[test]
    fn lines_that_flow_are_joined() {
        let text = "The harbour \nreopened.\nNew line.\n\n-- \nAda";
        let soft = outline(text, Flow::Soft);
        assert_eq!(soft, ["The harbour reopened.", "New line.", "---", "Ada"]);
        assert_eq!(outline("港が \n開いた", Flow::SoftDeleted), ["港が開いた"]);
    }

    #[test]
    fn wrapped_lines_are_joined_as_in_any_text() {
        let line = "The harbour reopened on Saturday morning after eleven days of storm,";
        let text = format!("{line}\n{line}\n{line}\nand that was that.");
        assert_eq!(outline(&text, Flow::Fixed).len(), 1);
        assert!(!outline(&text, Flow::Fixed)[0].contains('\n'));
    }
}
