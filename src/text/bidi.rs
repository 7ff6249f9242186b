//! Embedding levels (UAX #9). Most texts hold no format characters, and their levels are found run by
//! run; the others' by `unicode-bidi`.
//!
//! Mark-up's isolates are isolating run sequences of their own. Only overrides, and isolates in a text
//! with format characters, are put into a copy of the text as the format characters they stand for, and
//! their levels are taken out again.

mod class;
mod runs;
mod sequence;

use std::borrow::Cow;
use std::ops::Range;

use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo};

use super::{Isolate, IsolateKind};

pub(super) use class::class;

const LRI: char = '\u{2066}';
const RLI: char = '\u{2067}';
const FSI: char = '\u{2068}';
const PDI: char = '\u{2069}';
const LRO: char = '\u{202d}';
const RLO: char = '\u{202e}';
const PDF: char = '\u{202c}';

/// The resolved levels of one paragraph, before L1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levels {
    /// The paragraph level (P2, P3 or as given).
    pub paragraph: Level,
    /// The first byte of each stretch of one level, ascending.
    stretches: Vec<(usize, Level)>,
    /// Those of the format characters that isolates stand for, each with the byte of the text before
    /// which it stands; ascending.
    isolates: Vec<(usize, Level)>,
}

impl Levels {
    /// One level for all.
    pub(super) const fn flat(level: Level) -> Self {
        Self { paragraph: level, stretches: Vec::new(), isolates: Vec::new() }
    }

    /// The level of the character at this byte.
    #[must_use]
    pub fn at(&self, byte: usize) -> Level {
        let passed = self.stretches.partition_point(|(at, _)| *at <= byte);
        let stretch = passed.checked_sub(1).and_then(|last| self.stretches.get(last));
        stretch.map_or(self.paragraph, |(_, level)| *level)
    }

    /// The levels from a byte on, for one place after the other.
    pub(super) fn from(&self, byte: usize) -> Cursor<'_> {
        let passed = self.stretches.partition_point(|(at, _)| *at <= byte);
        Cursor { level: self.at(byte), rest: self.stretches.get(passed..).unwrap_or_default() }
    }

    /// The format characters of isolates that stand after a byte.
    pub(super) fn isolates_after(&self, byte: usize) -> &[(usize, Level)] {
        let passed = self.isolates.partition_point(|(at, _)| *at <= byte);
        self.isolates.get(passed..).unwrap_or_default()
    }
}

/// A place among levels.
pub(super) struct Cursor<'a> {
    level: Level,
    rest: &'a [(usize, Level)],
}

impl Cursor<'_> {
    /// The level of the character at this byte, which is no earlier than that asked for before.
    pub(super) fn at(&mut self, byte: usize) -> Level {
        while let Some(((at, level), rest)) = self.rest.split_first()
            && *at <= byte
        {
            (self.level, self.rest) = (*level, rest);
        }
        self.level
    }
}

/// Applies UAX #9 up to rule I2 to a single paragraph. Without a `level` the first strong letter
/// decides (P2, P3).
#[must_use]
pub fn resolve(text: &str, level: Option<Level>, isolates: &[Isolate]) -> Levels {
    if !isolates.iter().any(Isolate::overrides) && !holds_explicit(text) {
        return runs::resolve(text, level, isolates);
    }
    let (marked, inserted) = insert_isolates(text, isolates);
    let info = ParagraphBidiInfo::new(&marked, level);
    let (stretches, isolates) = part(info.levels, &inserted);
    Levels { paragraph: info.paragraph_level, stretches, isolates }
}

impl Isolate {
    pub(super) fn overrides(&self) -> bool {
        matches!(self.kind, IsolateKind::Override(_))
    }
}

/// Whether there is any format character, or end of a paragraph: mostly their bytes are not even there,
/// which is seen without a branch for many at a time.
fn holds_explicit(text: &str) -> bool {
    let bytes = text.as_bytes();
    let rest = |skipped: usize| bytes.get(skipped..).unwrap_or_default();
    let may_begin = |((byte, next), third): ((&u8, &u8), &u8)| {
        ((*byte < b' ') & (*byte != b'\t'))
            | ((*byte == 0xc2) & (*next == 0x85))
            | ((*byte == 0xe2) & (*next == 0x80) & (third.wrapping_sub(0xa8) <= 0xae - 0xa8))
            | ((*byte == 0xe2) & (*next == 0x81) & (third.wrapping_sub(0xa6) <= 0xa9 - 0xa6))
    };
    let threes = bytes.iter().zip(rest(1)).zip(rest(2));
    let is_there = threes.map(may_begin).fold(false, |any, one| any | one);
    let at_end = || text.chars().rev().take(2).any(is_explicit);
    is_there && text.chars().any(is_explicit) || at_end()
}

/// Whether it is a format character or ends a paragraph.
fn is_explicit(c: char) -> bool {
    use BidiClass::{B, FSI, LRE, LRI, LRO, PDF, PDI, RLE, RLI, RLO};
    let explicit = |class| matches!(class, B | LRE | LRO | RLE | RLO | PDF | LRI | RLI | FSI | PDI);
    explicit(class(c))
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

/// Levels, each with the byte that it starts at.
type Stretches = Vec<(usize, Level)>;

/// The levels of the text's own bytes, by stretches, and those of what was inserted.
fn part(levels: Vec<Level>, inserted: &[Range<usize>]) -> (Stretches, Stretches) {
    let mut gaps = inserted.iter().peekable();
    let mut own = Stretches::new();
    let mut others = Vec::with_capacity(inserted.len());
    let mut count = 0;
    for (at, level) in levels.into_iter().enumerate() {
        while gaps.next_if(|gap| gap.end <= at).is_some() {}
        match gaps.peek() {
            Some(gap) if at == gap.start => others.push((count, level)),
            Some(gap) if at > gap.start => {}
            _ => {
                if own.last().is_none_or(|last| last.1 != level) {
                    own.push((count, level));
                }
                count += 1;
            }
        }
    }
    (own, others)
}

#[cfg(test)]
mod tests;
