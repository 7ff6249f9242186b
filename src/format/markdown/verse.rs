//! Line ends that an author meant. Markdown joins lines, but people write verse without the two
//! spaces that it wants, and wherever they read it again the lines are kept.

use std::ops::Range;

use pulldown_cmark::Event;
use pulldown_cmark::Tag;

use super::body::Spot;
use crate::format::plain::line;

/// Verse is not wider, in columns.
const WIDEST: usize = 60;

/// A text whose longest line is longer was wrapped by a program.
const NARROW: usize = 50;

/// The paragraphs whose line ends were meant: the short ones in a text that was not wrapped.
pub(super) fn stanzas(source: &str, events: &[Spot<'_>]) -> Vec<Range<usize>> {
    let paragraphs: Vec<(&Range<usize>, Vec<&str>)> = events
        .iter()
        .filter(|(event, _)| matches!(event, Event::Start(Tag::Paragraph)))
        .map(|(_, range)| (range, lines(source.get(range.clone()).unwrap_or_default())))
        .filter(|(_, lines)| lines.len() > 1)
        .collect();
    let pairs: usize = paragraphs.iter().map(|(_, lines)| lines.len() - 1).sum();
    let all = paragraphs.iter().flat_map(|(_, lines)| lines);
    let widest = all.map(|line| line::width(line)).max().unwrap_or(0);
    if pairs < 2 {
        return Vec::new();
    }
    let meant = paragraphs.iter().filter(|(_, lines)| is_stanza(lines, widest));
    meant.map(|(range, _)| (*range).clone()).collect()
}

fn lines(paragraph: &str) -> Vec<&str> {
    let lines = paragraph.lines().map(|line| line.trim_start_matches(['>', ' ']).trim_end());
    lines.filter(|line| !line.is_empty()).collect()
}

fn is_stanza(lines: &[&str], widest: usize) -> bool {
    let sentences = lines.iter().filter(|line| line::ends_sentence(line)).count();
    let is_short = lines.iter().all(|line| line::width(line) <= WIDEST || line::is_split(line));
    // In a text that was wrapped, verse is what ends before the margin.
    let is_wrapped = widest > NARROW
        && lines.iter().zip(lines.iter().skip(1)).any(|(line, next)| {
            let word = next.split_whitespace().next().unwrap_or_default();
            line::width(line) + 1 + line::width(word) > widest && !line::is_split(line)
        });
    is_short && !is_wrapped && sentences * 2 < lines.len()
}
