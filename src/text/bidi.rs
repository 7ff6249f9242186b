//! Embedding levels: `unicode-bidi` as our stages want it.
//!
//! Mark-up's isolates are put into a copy of the text as the format characters they stand for, and
//! their levels are taken out again, so that the standard's own rules treat them.

use std::borrow::Cow;
use std::ops::Range;

use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo, bidi_class};

use super::{Isolate, IsolateKind};

const LRI: char = '\u{2066}';
const RLI: char = '\u{2067}';
const FSI: char = '\u{2068}';
const PDI: char = '\u{2069}';
const LRO: char = '\u{202d}';
const RLO: char = '\u{202e}';
const PDF: char = '\u{202c}';

/// The resolved levels of one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levels {
    /// The paragraph level (P2, P3 or as given).
    pub paragraph: Level,
    /// One for every byte of the text, before L1.
    pub levels: Vec<Level>,
    /// Those of the format characters that isolates stand for, each with the byte of the text before
    /// which it stands; ascending.
    pub isolates: Vec<(usize, Level)>,
}

/// Applies UAX #9 up to rule I2 to a single paragraph. Without a `level` the first strong letter
/// decides (P2, P3).
#[must_use]
pub fn resolve(text: &str, level: Option<Level>, isolates: &[Isolate]) -> Levels {
    if level == Some(Level::ltr()) && !isolates.iter().any(turns) && is_plain(text) {
        let levels = vec![Level::ltr(); text.len()];
        return Levels { paragraph: Level::ltr(), levels, isolates: Vec::new() };
    }
    let (marked, inserted) = insert_isolates(text, isolates);
    let info = ParagraphBidiInfo::new(&marked, level);
    let (levels, isolates) = part(info.levels, &inserted);
    Levels { paragraph: info.paragraph_level, levels, isolates }
}

/// Whether it can give a letter an odd level, or turn plain text.
fn turns(isolate: &Isolate) -> bool {
    match isolate.kind {
        IsolateKind::FirstStrong => false,
        IsolateKind::Isolate(level) | IsolateKind::Override(level) => level.is_rtl(),
    }
}

/// Whether no character can give a level other than 0.
fn is_plain(text: &str) -> bool {
    use BidiClass::{AL, AN, FSI, LRE, LRI, LRO, PDF, PDI, R, RLE, RLI, RLO};
    let turns =
        |class| matches!(class, R | AL | AN | LRE | LRO | RLE | RLO | PDF | LRI | RLI | FSI | PDI);
    text.is_ascii() || !text.chars().any(|c| !c.is_ascii() && turns(bidi_class(c)))
}

/// The text with format characters around its isolates, and the byte ranges that they take in it.
fn insert_isolates<'a>(text: &'a str, isolates: &[Isolate]) -> (Cow<'a, str>, Vec<Range<usize>>) {
    let mut controls = controls(isolates);
    if controls.is_empty() {
        return (Cow::Borrowed(text), Vec::new());
    }
    controls.sort_by_key(|control| control.0);
    let mut marked = String::with_capacity(text.len() + controls.len() * 3);
    let mut inserted = Vec::with_capacity(controls.len());
    let mut rest = text;
    for (at, control) in controls {
        let copied = text.len() - rest.len();
        let (before, after) =
            rest.split_at_checked(at.saturating_sub(copied)).unwrap_or((rest, ""));
        marked.push_str(before);
        inserted.push(marked.len()..marked.len() + control.len_utf8());
        marked.push(control);
        rest = after;
    }
    marked.push_str(rest);
    (Cow::Owned(marked), inserted)
}

/// Where which format character goes. The closing ones of inner isolates come before those of outer
/// ones, and before what opens at the same place.
fn controls(isolates: &[Isolate]) -> Vec<(usize, char)> {
    let mut controls = Vec::new();
    let mut open: Vec<(usize, &[char])> = Vec::new();
    for isolate in isolates.iter().filter(|isolate| !isolate.range.is_empty()) {
        while let Some((end, closing)) = open.pop_if(|(end, _)| *end <= isolate.range.start) {
            controls.extend(closing.iter().map(|&c| (end, c)));
        }
        let (opening, closing): (&[char], &[char]) = match isolate.kind {
            IsolateKind::FirstStrong => (&[FSI], &[PDI]),
            IsolateKind::Isolate(level) if level.is_rtl() => (&[RLI], &[PDI]),
            IsolateKind::Isolate(_) => (&[LRI], &[PDI]),
            IsolateKind::Override(level) if level.is_rtl() => (&[RLI, RLO], &[PDF, PDI]),
            IsolateKind::Override(_) => (&[LRI, LRO], &[PDF, PDI]),
        };
        let end = open.last().map_or(isolate.range.end, |(outer, _)| isolate.range.end.min(*outer));
        controls.extend(opening.iter().map(|&c| (isolate.range.start, c)));
        open.push((end, closing));
    }
    while let Some((end, closing)) = open.pop() {
        controls.extend(closing.iter().map(|&c| (end, c)));
    }
    controls
}

/// The levels of the text's own bytes, and those of what was inserted.
fn part(levels: Vec<Level>, inserted: &[Range<usize>]) -> (Vec<Level>, Vec<(usize, Level)>) {
    let mut gaps = inserted.iter().peekable();
    let mut own = Vec::with_capacity(levels.len());
    let mut others = Vec::with_capacity(inserted.len());
    for (at, level) in levels.into_iter().enumerate() {
        while gaps.next_if(|gap| gap.end <= at).is_some() {}
        match gaps.peek() {
            Some(gap) if at == gap.start => others.push((own.len(), level)),
            Some(gap) if at > gap.start => {}
            _ => own.push(level),
        }
    }
    (own, others)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str, isolates: &[Isolate]) -> Vec<u8> {
        let levels = resolve(text, Some(Level::rtl()), isolates).levels;
        text.char_indices().map(|(at, _)| levels[at].number()).collect()
    }

    #[test]
    fn an_isolated_link_does_not_draw_the_digits_after_it_to_itself() {
        assert_eq!(numbers("א a 1", &[]), [1, 1, 2, 2, 2]);
        let link = Isolate { range: 3..4, kind: IsolateKind::FirstStrong };
        assert_eq!(numbers("א a 1", &[link]), [1, 1, 2, 1, 2]);
    }

    #[test]
    fn an_override_turns_every_letter() {
        let bdo = Isolate { range: 0..2, kind: IsolateKind::Override(Level::rtl()) };
        // The isolate takes level 3, the override within it level 5.
        assert_eq!(numbers("ab", &[bdo]), [5, 5]);
    }

    #[test]
    fn isolates_that_end_together_close_from_the_inside() {
        let kind = IsolateKind::Isolate(Level::ltr());
        let outer = Isolate { range: 0..3, kind };
        let inner = Isolate { range: 2..3, kind: IsolateKind::Isolate(Level::rtl()) };
        assert_eq!(numbers("ab1", &[outer, inner]), [2, 2, 4]);
    }

    #[test]
    fn latin_text_needs_no_algorithm() {
        let levels = resolve("abc – d", Some(Level::ltr()), &[]);
        assert!(levels.levels.iter().all(|&level| level == Level::ltr()));
    }
}
