//! Rules W1 to N2 of UAX #9 over one isolating run sequence, by its runs of one class instead of by its
//! characters: most paragraphs are one run of letters as soon as the spaces between them are seen to
//! make no difference, and a few numbers and names.
//!
//! What it costs grows with the length of the text alone: brackets are paired within 63 levels (BD16), so
//! no more than so many pairs enclose any place.

use unicode_bidi::{BidiClass, Level};

use super::class;

/// BD16.
const MAX_OPEN: usize = 63;

/// Characters of one class.
#[derive(Clone, Copy, Debug)]
struct Run {
    at: usize,
    class: BidiClass,
    /// The opening bracket of its pair, and whether it is that itself.
    bracket: Option<(char, bool)>,
}

/// A sequence in the making.
#[derive(Debug)]
pub(super) struct Sequence {
    level: Level,
    /// Those that stand between letters of one class, and so take their class, are left out.
    runs: Vec<Run>,
    /// The class of the last character, after W1.
    previous: BidiClass,
}

impl Sequence {
    /// A sequence of this embedding level. Both its ends have the direction of that (X10), since what
    /// is around it is on a lower level.
    pub(super) fn new(level: Level) -> Self {
        Self { level, runs: Vec::new(), previous: level.bidi_class() }
    }

    pub(super) const fn level(&self) -> Level {
        self.level
    }

    /// The next character.
    #[inline]
    pub(super) fn push(&mut self, at: usize, c: char, class: BidiClass) {
        use BidiClass::{BN, CS, ES, NSM, ON};
        let repeats = class == self.previous && !matches!(class, ON | CS | ES);
        // X9: as if it were not there.
        if repeats && !self.runs.is_empty() || class == BN {
            return;
        }
        match class {
            NSM => self.mark(at),
            ON => self.add(Run { at, class, bracket: class::bracket(c) }),
            _ => self.add(Run { at, class, bracket: None }),
        }
    }

    /// An isolate within the sequence: what starts it and what ends it (X10).
    pub(super) fn push_isolate(&mut self, at: usize) {
        self.add(Run { at, class: BidiClass::ON, bracket: None });
    }

    /// W1. What follows a bracket shares its fate (N0), and so its run.
    fn mark(&mut self, at: usize) {
        let on_bracket = self.runs.last().is_some_and(|run| run.bracket.is_some());
        if self.runs.is_empty() || !on_bracket {
            self.add(Run { at, class: self.previous, bracket: None });
        }
    }

    fn add(&mut self, run: Run) {
        use BidiClass::{AL, B, CS, ES, ET, L, ON, R, S, WS};
        self.previous = run.class;
        match run.class {
            L | R | AL => {
                let between =
                    |run: &&Run| matches!(run.class, ES | CS | ET | ON) && run.bracket.is_none();
                let gap = self.runs.iter().rev().take_while(between).count();
                let before = self.runs.len() - gap;
                let last = before.checked_sub(1).and_then(|last| self.runs.get(last));
                if last.is_some_and(|last| last.class == run.class) {
                    self.runs.truncate(before);
                } else {
                    self.runs.push(run);
                }
            }
            ES | CS => self.runs.push(run),
            B | S | WS | ON if run.bracket.is_none() => {
                self.extend(Run { class: ON, ..run });
            }
            ON => self.runs.push(run),
            _ => self.extend(run),
        }
    }

    fn extend(&mut self, run: Run) {
        let same = |last: &Run| last.class == run.class && last.bracket.is_none();
        if !self.runs.last().is_some_and(same) {
            self.runs.push(run);
        }
    }

    /// The first byte and the level of each stretch of one level, after the rules up to I2.
    pub(super) fn resolve(mut self) -> Vec<(usize, Level)> {
        self.resolve_numbers();
        self.resolve_terminators();
        for (open, close) in self.pairs() {
            if let Some(class) = self.enclosing(open, close) {
                self.runs[open].class = class;
                self.runs[close].class = class;
            }
        }
        self.resolve_neutrals();
        let mut levels: Vec<(usize, Level)> = Vec::new();
        for run in &self.runs {
            let level = implicit(self.level, run.class);
            if levels.last().is_none_or(|last| last.1 != level) {
                levels.push((run.at, level));
            }
        }
        levels
    }

    /// W2, W3 and W4.
    fn resolve_numbers(&mut self) {
        use BidiClass::{AL, AN, CS, EN, ES, L, ON, R};
        let mut strong = self.level.bidi_class();
        for run in &mut self.runs {
            match run.class {
                EN if strong == AL => run.class = AN,
                L | R | AL => strong = run.class,
                _ => {}
            }
            if run.class == AL {
                run.class = R;
            }
        }
        for at in 0..self.runs.len() {
            let class = self.class(at);
            if matches!(class, Some(ES | CS)) {
                let before = at.checked_sub(1).and_then(|before| self.class(before));
                self.runs[at].class = match (before, class, self.class(at + 1)) {
                    (Some(EN), _, Some(EN)) => EN,
                    (Some(AN), Some(CS), Some(AN)) => AN,
                    _ => ON,
                };
            }
        }
    }

    /// W5, W6 and W7.
    fn resolve_terminators(&mut self) {
        use BidiClass::{EN, ET, L, ON, R};
        for at in 0..self.runs.len() {
            if self.class(at) == Some(ET) {
                let before = at.checked_sub(1).and_then(|before| self.class(before));
                let number = before == Some(EN) || self.class(at + 1) == Some(EN);
                self.runs[at].class = if number { EN } else { ON };
            }
        }
        let mut strong = self.level.bidi_class();
        for run in &mut self.runs {
            match run.class {
                EN if strong == L => run.class = L,
                L | R => strong = run.class,
                _ => {}
            }
        }
    }

    fn class(&self, at: usize) -> Option<BidiClass> {
        self.runs.get(at).map(|run| run.class)
    }

    /// BD16: the pairs of brackets, by the opening one.
    fn pairs(&self) -> Vec<(usize, usize)> {
        let mut open: Vec<(char, usize)> = Vec::new();
        let mut pairs = Vec::new();
        for (at, run) in self.runs.iter().enumerate() {
            match run.bracket {
                Some((_, true)) if open.len() >= MAX_OPEN => break,
                Some((opening, true)) => open.push((opening, at)),
                Some((opening, false)) => {
                    if let Some(found) = open.iter().rposition(|(other, _)| *other == opening) {
                        pairs.extend(open.get(found).map(|(_, start)| (*start, at)));
                        open.truncate(found);
                    }
                }
                None => {}
            }
        }
        pairs.sort_unstable();
        pairs
    }

    /// N0: the class that a pair takes.
    fn enclosing(&self, open: usize, close: usize) -> Option<BidiClass> {
        let embedding = self.level.bidi_class();
        let inside = self.runs.get(open + 1..close).unwrap_or_default();
        let mut other = false;
        for strong in inside.iter().filter_map(|run| strong(run.class)) {
            if strong == embedding {
                return Some(embedding);
            }
            other = true;
        }
        let before = || self.runs.iter().take(open).rev().find_map(|run| strong(run.class));
        other.then(|| before().unwrap_or(embedding))
    }

    /// N1 and N2.
    fn resolve_neutrals(&mut self) {
        let embedding = self.level.bidi_class();
        let mut before = embedding;
        let mut start = 0;
        while start < self.runs.len() {
            if let Some(strong) = self.class(start).and_then(strong) {
                before = strong;
                start += 1;
                continue;
            }
            let rest = self.runs.iter().skip(start);
            let length = rest.take_while(|run| strong(run.class).is_none()).count();
            let end = start + length;
            let after = self.class(end).and_then(strong).unwrap_or(embedding);
            let class = if before == after { before } else { embedding };
            self.runs.iter_mut().take(end).skip(start).for_each(|run| run.class = class);
            start = end;
        }
    }
}

/// The direction that N0 and N1 see in a class: numbers are as if they were R.
const fn strong(class: BidiClass) -> Option<BidiClass> {
    use BidiClass::{AN, EN, L, R};
    match class {
        L => Some(L),
        R | EN | AN => Some(R),
        _ => None,
    }
}

/// I1 and I2.
fn implicit(level: Level, class: BidiClass) -> Level {
    use BidiClass::{AN, EN, L, R};
    let raised = match (level.is_rtl(), class) {
        (false, AN | EN) => 2,
        (false, R) | (true, L | EN | AN) => 1,
        _ => 0,
    };
    Level::new(level.number() + raised).unwrap_or(level)
}
