//! A paragraph without format characters, sequence by sequence: that of the paragraph, and one for what
//! each isolate of mark-up holds (X10).

use std::ops::Range;

use unicode_bidi::{BidiClass, Level};

use super::super::{Isolate, IsolateKind};
use super::sequence::Sequence;
use super::{Levels, class};

/// The levels of a text in which no character is a format character, and no isolate an override.
pub(super) fn resolve(text: &str, level: Option<Level>, isolates: &[Isolate]) -> Levels {
    let nested = nested(isolates);
    let level = level.or_else(|| first_strong(text, 0..text.len(), &nested));
    let paragraph = level.unwrap_or(Level::ltr());
    let mut reading = Reading {
        text,
        at: 0,
        open: vec![Open::new(0..text.len(), 0, Some(Sequence::new(paragraph)))],
    };
    let mut found = Vec::new();
    for (index, (range, kind)) in nested.iter().enumerate() {
        reading.close(range.start, &mut found);
        reading.read(range.start);
        let inside = nested.get(index + 1..).unwrap_or_default();
        let direction = match kind {
            IsolateKind::Isolate(level) | IsolateKind::Override(level) => *level,
            IsolateKind::FirstStrong => {
                first_strong(text, range.clone(), inside).unwrap_or(Level::ltr())
            }
        };
        reading.open(range.clone(), direction);
    }
    reading.close(text.len(), &mut found);
    reading.read(text.len());
    found.extend(reading.open.pop());
    merge(paragraph, found)
}

/// The isolates that hold anything, each within the one around it.
fn nested(isolates: &[Isolate]) -> Vec<(Range<usize>, IsolateKind)> {
    let mut open: Vec<usize> = Vec::new();
    let mut nested = Vec::with_capacity(isolates.len());
    for Isolate { range, kind } in isolates.iter().filter(|isolate| !isolate.range.is_empty()) {
        while open.pop_if(|end| *end <= range.start).is_some() {}
        let end = open.last().map_or(range.end, |outer| range.end.min(*outer));
        open.push(end);
        nested.push((range.start..end, *kind));
    }
    nested
}

/// P2 and P3: the level of the first strong letter that is not in one of these isolates.
fn first_strong(
    text: &str,
    range: Range<usize>,
    nested: &[(Range<usize>, IsolateKind)],
) -> Option<Level> {
    let mut inside = nested.iter().map(|(range, _)| range).peekable();
    let mut at = range.start;
    while at < range.end {
        while inside.next_if(|isolate| isolate.end <= at).is_some() {}
        let next = inside.peek().map_or(range.end, |isolate| isolate.start.clamp(at, range.end));
        let between = text.get(at..next).unwrap_or_default();
        let strong = between.chars().map(class).find_map(|class| match class {
            BidiClass::L => Some(Level::ltr()),
            BidiClass::R | BidiClass::AL => Some(Level::rtl()),
            _ => None,
        });
        if strong.is_some() {
            return strong;
        }
        at = inside.peek().map_or(range.end, |isolate| isolate.end);
    }
    None
}

/// What is being read: an isolate, or the paragraph.
struct Open {
    range: Range<usize>,
    /// How many are around it.
    depth: usize,
    /// `None` for what is nested too deep to have any effect (X5c): the sequence around it goes on.
    sequence: Option<Sequence>,
    /// What is read in sequences of its own.
    holes: Vec<Range<usize>>,
    /// Where isolates start (`true`) and end in the sequence.
    marks: Vec<(usize, bool)>,
}

impl Open {
    const fn new(range: Range<usize>, depth: usize, sequence: Option<Sequence>) -> Self {
        Self { range, depth, sequence, holes: Vec::new(), marks: Vec::new() }
    }

    /// An isolate starts or ends.
    fn mark(&mut self, (at, starts): (usize, bool)) {
        self.marks.push((at, starts));
        if let Some(sequence) = &mut self.sequence {
            sequence.push_isolate(at);
        }
    }
}

/// A place in the text, in the sequences around it.
struct Reading<'a> {
    text: &'a str,
    at: usize,
    open: Vec<Open>,
}

impl Reading<'_> {
    /// The innermost sequence.
    fn innermost(&mut self) -> Option<&mut Open> {
        self.open.iter_mut().rev().find(|open| open.sequence.is_some())
    }

    /// Reads on to a byte.
    fn read(&mut self, to: usize) {
        let (start, text) = (self.at, self.text.get(self.at..to).unwrap_or_default());
        self.at = self.at.max(to);
        let Some(sequence) = self.innermost().and_then(|open| open.sequence.as_mut()) else {
            return;
        };
        for (at, c) in text.char_indices() {
            sequence.push(start + at, c, class(c));
        }
    }

    fn open(&mut self, range: Range<usize>, direction: Level) {
        let overflown = self.open.last().is_none_or(|last| last.sequence.is_none());
        let depth = self.open.len();
        let Some(around) = self.innermost() else { return };
        around.mark((range.start, true));
        let level = around.sequence.as_ref().map_or(direction, Sequence::level);
        let level = if direction.is_rtl() {
            level.new_explicit_next_rtl()
        } else {
            level.new_explicit_next_ltr()
        };
        let sequence = level.ok().filter(|_| !overflown).map(Sequence::new);
        if sequence.is_some() {
            around.holes.push(range.clone());
        }
        self.open.push(Open::new(range, depth, sequence));
    }

    /// Ends what ends up to this byte, but for the paragraph.
    fn close(&mut self, to: usize, found: &mut Vec<Open>) {
        while self.open.len() > 1
            && let Some(end) = self.open.last().map(|open| open.range.end).filter(|end| *end <= to)
        {
            self.read(end);
            found.extend(self.open.pop());
            if let Some(around) = self.innermost() {
                around.mark((end, false));
            }
        }
    }
}

/// The levels of all sequences, in the order of the text.
fn merge(paragraph: Level, found: Vec<Open>) -> Levels {
    let mut points: Vec<(usize, usize, Level)> = Vec::new();
    let mut isolates = Vec::new();
    for Open { range, depth, sequence, holes, marks } in found {
        let Some(sequence) = sequence else { continue };
        let levels = Levels { paragraph, stretches: sequence.resolve(), isolates: Vec::new() };
        // At the place where an isolate ends there may be a letter as well.
        let mut before = levels.stretches.iter().peekable();
        let mut level = paragraph;
        for (mark, starts) in marks {
            while let Some((_, next)) = before.next_if(|(at, _)| *at < mark + usize::from(starts)) {
                level = *next;
            }
            isolates.push((mark, level));
        }
        let resumed = holes.iter().filter(|hole| hole.end < range.end);
        points.extend(resumed.map(|hole| (hole.end, depth, levels.at(hole.end))));
        points.extend(levels.stretches.iter().map(|&(at, level)| (at, depth, level)));
    }
    points.sort_by_key(|&(at, depth, _)| (at, depth));
    isolates.sort_by_key(|&(at, _)| at);
    let mut stretches: Vec<(usize, Level)> = Vec::new();
    for (at, _, level) in points {
        stretches.pop_if(|last| last.0 == at);
        if stretches.last().is_none_or(|last| last.1 != level) {
            stretches.push((at, level));
        }
    }
    Levels { paragraph, stretches, isolates }
}
