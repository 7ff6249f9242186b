//! What a single line shows about itself: how wide it is, how it ends, whether it is a rule.

use unicode_width::UnicodeWidthChar;

use crate::article::is_bidi_control;
use crate::article::is_letter;

/// The columns that a line takes, counted letter by letter, as programs that wrap text count them.
pub(in crate::format) fn width(line: &str) -> usize {
    line.chars().filter_map(UnicodeWidthChar::width).sum()
}

/// Whether it takes more columns than these.
pub(in crate::format) fn is_wider(line: &str, columns: usize) -> bool {
    let mut room = columns;
    line.chars().filter_map(UnicodeWidthChar::width).any(|width| {
        let left = room.checked_sub(width);
        room = left.unwrap_or_default();
        left.is_none()
    })
}

/// The columns of white space before its first letter.
pub(super) fn indent(line: &str) -> usize {
    line.chars().take_while(|c| c.is_whitespace()).count()
}

/// Without white space and bidi controls at either end.
pub(super) fn trim(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || is_bidi_control(c))
}

/// Whether there is anything to read in it.
pub(in crate::format) fn has_letters(line: &str) -> bool {
    line.contains(is_letter)
}

/// Whether it ends as sentences do, closing quotation marks and brackets aside. A colon ends what
/// comes before a list or a quotation.
pub(in crate::format) fn ends_sentence(line: &str) -> bool {
    last_sign(line).is_some_and(|c| ".!?:…؟۔。！？։".contains(c))
}

/// Whether it ends in the middle of something, or as a statement: not as a headline ends.
pub(in crate::format) fn ends_unlike_headline(line: &str) -> bool {
    let ellipsis = trim(line).ends_with("...");
    !ellipsis && last_sign(line).is_some_and(|c| ".:,;،؛۔。".contains(c))
}

fn last_sign(line: &str) -> Option<char> {
    trim(line).trim_end_matches(['"', '\'', '»', '”', '’', ')', ']', '“']).chars().next_back()
}

/// The halves of a line of verse, where a gap or a sign stands between them.
pub(super) fn halves(line: &str) -> Option<(&str, &str)> {
    let signs = ["   ", "\t", " *** ", " ** ", " * ", " ... ", " … ", " // ", " .. "];
    let line = trim(line);
    let halves = signs.iter().find_map(|sign| split_once(line, sign))?;
    let has_words =
        |half: &str| half.split_whitespace().filter(|word| has_letters(word)).count() > 1;
    (has_words(halves.0) && has_words(halves.1)).then_some(halves)
}

/// A paragraph may be all that stands in a file of megabytes, and every sign is sought in it.
fn split_once<'a>(line: &'a str, sign: &str) -> Option<(&'a str, &'a str)> {
    let at = memchr::memmem::find(line.as_bytes(), sign.as_bytes())?;
    Some((line.get(..at)?, line.get(at + sign.len()..)?))
}

/// Whether it is such a line.
pub(in crate::format) fn is_split(line: &str) -> bool {
    halves(line).is_some()
}

/// Who speaks, in an interview: `Q:`, `س:`.
pub(super) fn speaker(line: &str) -> Option<&str> {
    let (speaker, words) = trim(line).split_once([':', '：'])?;
    (speaker.chars().count() <= 2 && has_letters(speaker) && has_letters(words)).then_some(speaker)
}

/// A line of one sign, three times or more: a thematic break, or the underline of a heading.
pub(super) fn rule(line: &str) -> Option<char> {
    let mut signs = line.chars().filter(|c| !c.is_whitespace());
    let first = signs.next().filter(|c| "-=*_~—–─━═#•+ـ".contains(*c))?;
    let rest = signs.try_fold(0, |count, c| (c == first).then_some(count + 1))?;
    (rest >= 2).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_take_no_columns() {
        assert_eq!(width("كَتَبَ"), 3);
        assert_eq!(width("日本"), 4);
    }

    #[test]
    fn quotation_marks_do_not_hide_the_end_of_a_sentence() {
        assert!(ends_sentence("قال: «لن نعود.»"));
        assert!(ends_sentence("Really?\" "));
        assert!(!ends_sentence("and then,"));
    }

    #[test]
    fn headlines_may_ask() {
        assert!(!ends_unlike_headline("هل يعود؟"));
        assert!(!ends_unlike_headline("And then..."));
        assert!(ends_unlike_headline("He said."));
    }

    #[test]
    fn a_line_of_verse_may_have_two_halves() {
        assert!(is_split("يا بحر هل عاد المراكب      والريح تعزف في الشراع"));
        assert!(is_split("يا بحر هل عاد المراكب *** والريح تعزف"));
        assert!(!is_split("Mon 4 March  Film: The Sea Wolf"));
        assert!(!is_split("bread   2"));
    }

    #[test]
    fn rules_are_of_one_sign() {
        assert_eq!(rule("* * *"), Some('*'));
        assert_eq!(rule("======"), Some('='));
        assert_eq!(rule("--"), None);
        assert_eq!(rule("-=-"), None);
        assert_eq!(rule("..."), None);
    }
}
