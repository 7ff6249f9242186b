//! Which line ends a program made to keep lines short, and which an author meant.
//!
//! A wrapped line ends where the next word would not have fitted. Verse, addresses and paragraphs
//! that are one line each end elsewhere, so one question to each pair of lines tells them apart.

use super::line;

/// Lines that were wrapped are not longer.
const WIDEST: usize = 100;

/// Below this, verse would often look wrapped.
const NARROW: usize = 50;

/// Columns that verse does not exceed.
const VERSE: usize = 72;

/// The width that a text was wrapped at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::format) struct Measure {
    columns: usize,
    /// What wrapping to even lengths may leave free besides.
    slack: usize,
}

impl Measure {
    /// Of a program that wraps at so many columns.
    pub(in crate::format) const fn at(columns: usize) -> Self {
        Self { columns, slack: 0 }
    }

    /// Of a text, which is groups of lines between blank ones; `None` when it is not wrapped.
    pub(super) fn of(groups: &[&[&str]]) -> Option<Self> {
        let could_be =
            |group: &&[&str]| group.len() > 1 && are_within(group, WIDEST) && !is_halved(group);
        let short: Vec<&[&str]> = groups.iter().copied().filter(could_be).collect();
        let alone = short.iter().filter_map(|group| Self::try_of(&[group]));
        Self::try_of(&short).or_else(|| alone.max_by_key(|measure| measure.columns))
    }

    fn try_of(groups: &[&[&str]]) -> Option<Self> {
        let columns = groups.iter().map(|group| widest(group)).max()?;
        let exact = Self { columns, slack: 0 };
        let even = Self { columns, slack: columns / 8 };
        let evidence = if columns < NARROW { 8 } else { 2 };
        if columns >= 30 && exact.fits(groups, evidence) {
            return Some(exact);
        }
        (columns >= 60 && even.fits(groups, 6)).then_some(even)
    }

    /// Whether enough of the line ends are this measure's, and sentences do not end there as well.
    /// A next line in small letters says more than that its first word did not fit.
    fn fits(self, groups: &[&[&str]], evidence: usize) -> bool {
        let (mut wrapped, mut meant, mut sentences, mut total) = (0, 0, 0, 0);
        for (index, [first, second]) in groups.iter().flat_map(|group| pairs(group)).enumerate() {
            total += 1;
            if line::ends_sentence(first) {
                sentences += 1;
            } else if self.explains(first, second) {
                wrapped += if line::trim(second).starts_with(char::is_lowercase) { 3 } else { 1 };
            } else if index > 0 {
                // The first line may be a headline.
                meant += 1;
            }
        }
        wrapped >= evidence && wrapped >= meant * 6 && sentences * 5 < total * 3
    }

    /// Whether `next` stands on a line of its own because its first word did not fit after `line`.
    pub(super) fn explains(self, line: &str, next: &str) -> bool {
        let word = next.split_whitespace().next().unwrap_or_default();
        line::width(line.trim_end()) + 1 + line::width(word) > self.columns - self.slack
    }

    fn is_short(self, line: &str) -> bool {
        line::width(line) * 5 < self.columns * 3
    }
}

/// The paragraphs in a group of lines that holds no lists, headings or rules.
pub(super) fn paragraphs(lines: &[&str], measure: Option<Measure>) -> Vec<String> {
    match measure.filter(|measure| is_wrapped(lines, *measure) && !is_halved(lines)) {
        Some(measure) => reflow(lines, measure),
        None if is_verse(lines) || is_halved(lines) => {
            vec![lines.iter().map(|l| line::trim(l)).collect::<Vec<_>>().join("\n")]
        }
        None => lines.iter().map(|l| line::trim(l).to_owned()).collect(),
    }
}

fn is_wrapped(lines: &[&str], measure: Measure) -> bool {
    if !are_within(lines, measure.columns) {
        return false;
    }
    let count = pairs(lines).count();
    let explained = pairs(lines).filter(|[line, next]| measure.explains(line, next)).count();
    explained * 2 >= count
}

/// Lines in two halves, as Arabic and Persian verse is set.
fn is_halved(lines: &[&str]) -> bool {
    lines.len() > 1 && lines.iter().filter(|l| line::is_split(l)).count() * 3 > lines.len() * 2
}

fn is_verse(lines: &[&str]) -> bool {
    if lines.len() < 2 || !are_within(lines, VERSE) {
        return false;
    }
    let sentences = lines.iter().filter(|l| line::ends_sentence(l)).count();
    sentences * 2 < lines.len()
}

fn reflow(lines: &[&str], measure: Measure) -> Vec<String> {
    let mut paragraphs: Vec<String> =
        lines.iter().take(1).map(|l| line::trim(l).to_owned()).collect();
    for [before, after] in pairs(lines) {
        let text = line::trim(after);
        let indented = line::indent(after) > line::indent(before) + 1;
        match paragraphs.last_mut() {
            Some(paragraph) if measure.explains(before, after) && !indented => {
                append(paragraph, text)
            }
            Some(paragraph) if !line::ends_sentence(before) && !indented => {
                paragraph.push(if measure.is_short(before) { '\n' } else { ' ' });
                paragraph.push_str(text);
            }
            _ => paragraphs.push(text.to_owned()),
        }
    }
    paragraphs
}

/// Joins a wrapped line to the text before it. A hyphen stays and takes no space, since it may be
/// the word's own; Chinese and Japanese have no spaces to lose.
pub(super) fn append(text: &mut String, line: &str) {
    let hyphenated = text.ends_with(['-', '‐', '־']) && {
        text.chars().rev().nth(1).is_some_and(char::is_alphabetic)
    };
    let ideographs = text.ends_with(is_ideograph) && line.starts_with(is_ideograph);
    if !text.is_empty() && !hyphenated && !ideographs {
        text.push(' ');
    }
    text.push_str(line);
}

const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ff60}')
}

fn pairs<'a, 'b>(lines: &'b [&'a str]) -> impl Iterator<Item = [&'a str; 2]> + use<'a, 'b> {
    lines.iter().zip(lines.iter().skip(1)).map(|(first, second)| [*first, *second])
}

/// The widest line that could have been broken.
fn widest(lines: &[&str]) -> usize {
    lines
        .iter()
        .filter(|l| is_breakable(l))
        .map(|l| line::width(l.trim_end()))
        .max()
        .unwrap_or_default()
}

/// Whether [`widest`] is no more columns.
fn are_within(lines: &[&str], columns: usize) -> bool {
    lines.iter().all(|l| !line::is_wider(l.trim_end(), columns) || !is_breakable(l))
}

fn is_breakable(line: &str) -> bool {
    line.trim().contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRAPPED: [&str; 5] = [
        "The council met on Tuesday to talk about the library, which has been",
        "closed since the flood. Members of all parties agreed that it should be",
        "opened again before the winter, and that the great and rather well-",
        "known reading room on the first floor should be the first to be mended",
        "by the builders.",
    ];

    #[test]
    fn wrapped_lines_are_joined() {
        let measure = Measure::of(&[&WRAPPED]);
        let paragraphs = paragraphs(&WRAPPED, measure);
        assert_eq!(paragraphs.len(), 1, "{paragraphs:?}");
        assert!(paragraphs[0].contains("has been closed"));
        assert!(paragraphs[0].ends_with("mended by the builders."));
    }

    #[test]
    fn a_hyphen_at_the_end_of_a_line_stays() {
        let mut text = "a well-".to_owned();
        append(&mut text, "known room");
        assert_eq!(text, "a well-known room");
        let mut text = "a room -".to_owned();
        append(&mut text, "or two");
        assert_eq!(text, "a room - or two");
    }

    #[test]
    fn verse_keeps_its_lines() {
        let verse = ["The rain came down", "upon the quiet town", "and no one saw", "it fall"];
        assert_eq!(Measure::of(&[&verse]), None);
        assert_eq!(paragraphs(&verse, None), [verse.join("\n")]);
    }

    #[test]
    fn verse_in_two_halves_keeps_its_lines() {
        let verse = [
            "يا بحر هل عاد المراكب موعدا      والريح تعزف في الشراع نشيدا",
            "نامت على كتف المدينة موجة          وصحوت أحصي في الرمال شهودا",
            "ومضيت أسأل كل نجم ساهر           أين الذين تواعدوا لنعودا",
        ];
        assert_eq!(paragraphs(&verse, Measure::of(&[&verse])), [verse.join("\n")]);
    }

    #[test]
    fn verse_among_wrapped_paragraphs_keeps_its_lines() {
        let verse = ["The rain came down", "upon the quiet town", "and no one saw"];
        let measure = Measure::of(&[&WRAPPED, &verse, &WRAPPED]);
        assert!(measure.is_some());
        assert_eq!(paragraphs(&verse, measure), [verse.join("\n")]);
    }

    #[test]
    fn a_short_sentence_ends_a_paragraph_within_a_group() {
        let lines = [&WRAPPED[..], &WRAPPED[..]].concat();
        assert_eq!(paragraphs(&lines, Measure::of(&[&lines])).len(), 2);
    }

    #[test]
    fn paragraphs_of_one_line_stay_apart() {
        let long = "word ".repeat(40);
        let lines = [long.as_str(), "A short one.", long.as_str()];
        assert_eq!(Measure::of(&[&lines]), None);
        assert_eq!(paragraphs(&lines, None).len(), 3);
        let sentences = [
            "The first sentence stands on a line of its own, which is long.",
            "The second sentence stands on a line of its own, which is too.",
            "The third sentence stands on a line of its own, and it ends here.",
        ];
        assert_eq!(paragraphs(&sentences, Measure::of(&[&sentences])).len(), 3);
    }
}
