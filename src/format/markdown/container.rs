//! Containers between lines of colons, `::: note Title` … `:::`, as Pandoc, Docusaurus and `VitePress` have
//! them: to a reader they are quotations under a heading of their own. They are rewritten as such
//! before the text is parsed; code stays as it is.

use std::borrow::Cow;

/// No one nests them deeper.
const DEEPEST: usize = 6;

/// The text with its containers as quotations.
pub(super) fn rewrite(source: &str) -> Cow<'_, str> {
    if !source.lines().any(|line| line.starts_with(":::")) {
        return Cow::Borrowed(source);
    }
    let mut out = String::with_capacity(source.len());
    let mut depth = 0_usize;
    let mut fence: Option<&str> = None;
    for line in source.split_inclusive('\n') {
        let bare = line.trim();
        fence = match fence {
            Some(open) if bare.starts_with(open) => None,
            None => ["```", "~~~"].into_iter().find(|sign| bare.starts_with(sign)),
            still => still,
        };
        let colons = bare.trim_start_matches(':');
        let is_sign = fence.is_none() && bare.len() - colons.len() >= 3;
        if !is_sign {
            out.push_str(&"> ".repeat(depth));
            out.push_str(line);
        } else if colons.trim().is_empty() {
            depth = depth.saturating_sub(1);
            out.push('\n');
        } else {
            depth = (depth + 1).min(DEEPEST);
            open(&mut out, colons, depth);
        }
    }
    Cow::Owned(out)
}

/// The beginning of a container; its title in bold.
fn open(out: &mut String, words: &str, depth: usize) {
    let words = words.trim().trim_end_matches(':').trim();
    let bare = words
        .strip_prefix('{')
        .map_or(words, |inside| inside.split_once('}').map_or("", |(_, rest)| rest));
    let is_class = bare.len() == words.len();
    let title = if is_class {
        bare.split_once(char::is_whitespace).map(|(_, title)| title)
    } else {
        Some(bare)
    };
    let title = title
        .map(|title| title.trim().trim_matches(['[', ']', '"']))
        .filter(|title| !title.is_empty());
    let title = title.filter(|title| !title.starts_with('{'));
    out.push('\n');
    if let Some(title) = title {
        let signs = "> ".repeat(depth);
        out.push_str(&format!("{signs}**{title}**\n{signs}\n"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_container_is_a_quotation_under_its_title() {
        let source = "قبل\n\n::: warning انتبه هنا\nنص\n\nثانٍ\n:::\n\nبعد\n";
        let expected = "قبل\n\n\n> **انتبه هنا**\n> \n> نص\n> \n> ثانٍ\n\n\nبعد\n";
        assert_eq!(rewrite(source), expected);
        assert_eq!(rewrite("::: {.note}\nx\n:::\n"), "\n> x\n\n");
        assert_eq!(rewrite(":::tip[Title]\nx\n"), "\n> x\n");
    }

    #[test]
    fn code_and_other_texts_stay() {
        let code = "```\n::: x\n```\n";
        assert_eq!(rewrite(code), code);
        assert_eq!(rewrite("a :: b"), "a :: b");
        assert!(rewrite(&"::: x\n".repeat(5000)).len() < 200_000);
    }
}
