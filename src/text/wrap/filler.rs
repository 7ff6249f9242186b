//! Where the lines of a hard line start, found without cutting most of it into atoms.
//!
//! What [`super`] says of atoms holds here too. Words of plain letters are measured by counting
//! them, and a line surely may end before one that stands after a space after another. Between two such
//! places, which are independent of what is around them (UAX #14 sees a space before what follows it as
//! it sees the start of the text), the text is cut into atoms where it holds anything else: so no more
//! is looked at in detail than has to be, and nothing twice.

use std::ops::Range;
use std::str::Chars;

use memchr::memchr;

use super::super::Setting;
use super::super::atom::{self, Atom};
use super::super::hard::HardLine;
use super::super::kind::{Kind, Kinds};

/// More marks than this on one letter are left to the careful way.
const MARKS: usize = 16;

/// Where a line starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text) struct Start {
    /// The byte of its first atom.
    pub(in crate::text) at: usize,
    /// Where the grapheme cluster ends that it starts in; `at` itself, if it starts between two.
    pub(in crate::text) cluster: usize,
}

impl Start {
    pub(in crate::text) const fn at_start() -> Self {
        Self::between(0)
    }

    pub(in crate::text) const fn between(at: usize) -> Self {
        Self { at, cluster: at }
    }
}

/// Finds the starts of lines, one after the other.
pub(in crate::text) struct Filler<'a> {
    hard: HardLine<'a>,
    setting: Setting,
    measure: usize,
    kinds: Kinds,
    /// Whether lam and alef make one cell.
    joins: bool,
    /// The last place at which a line surely may end.
    sure: usize,
    /// The first place after it at or before which one may end.
    unsure: usize,
    /// What stands before the place where a word was broken for want of room.
    broken: (usize, State),
    /// What was cut into atoms last.
    stretch: Option<Stretch>,
}

/// The text between two places at which a line surely may end.
struct Stretch {
    range: Range<usize>,
    atoms: Vec<Atom>,
}

/// A line in the making.
struct Line {
    start: usize,
    at: usize,
    width: usize,
    /// Where it ends if no more fits.
    best: Option<Start>,
}

/// What of a word has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing, or what opens something.
    Opening,
    Letters,
    /// Letters and what ends them.
    Closing,
    /// Anything else.
    Unsure,
    /// The spaces after it; `true` if letters or what ends them stand before those.
    Gap(bool),
}

impl State {
    /// After a character that takes a column.
    const fn after(self, kind: Kind) -> Self {
        match (self, kind) {
            (Self::Opening, Kind::Opening) => Self::Opening,
            (Self::Opening | Self::Letters, Kind::Letter | Kind::Lam | Kind::Alef) => Self::Letters,
            (Self::Letters | Self::Closing, Kind::Closing) => Self::Closing,
            _ => Self::Unsure,
        }
    }
}

impl<'a> Filler<'a> {
    pub(in crate::text) fn new(hard: HardLine<'a>, setting: Setting) -> Self {
        Self {
            hard,
            setting,
            measure: setting.measure.unwrap_or(usize::MAX),
            kinds: Kinds::new(),
            joins: setting.joining != super::super::Joining::Base,
            sure: 0,
            unsure: usize::MAX,
            broken: (usize::MAX, State::Unsure),
            stretch: None,
        }
    }

    /// The start of the line after the one that starts at a byte; the text's end, if there is none.
    pub(in crate::text) fn next(&mut self, start: usize) -> Start {
        let mut line = Line { start, at: start, width: 0, best: None };
        loop {
            let end = match &self.stretch {
                Some(stretch) if stretch.range.contains(&line.at) => self.pass(&mut line),
                _ => self.scan(&mut line),
            };
            if let Some(end) = end {
                return end;
            }
        }
    }

    /// Goes through atoms; the line's end, if it is among them.
    fn pass(&mut self, line: &mut Line) -> Option<Start> {
        let Stretch { range, atoms } = self.stretch.as_ref()?;
        let first = atoms.partition_point(|atom| atom.cell.bytes.start < line.at);
        let after = |index: usize| {
            let at = atoms.get(index + 1).map_or(range.end, |next| next.cell.bytes.start);
            let cluster = atoms.get(index).map_or(at, |atom| atom.cluster_end.max(at));
            Start { at, cluster }
        };
        for (index, atom) in atoms.iter().enumerate().skip(first) {
            let is_first = line.width == 0;
            line.width += atom.cell.width;
            if line.width > self.measure && !atom.is_space() {
                let here = || index.checked_sub(1).map_or(Start::between(range.start), after);
                let broken = || if is_first { after(index) } else { here() };
                return Some(line.best.unwrap_or_else(broken));
            }
            if atom.breaks_after {
                line.best = Some(after(index));
            }
        }
        line.at = range.end;
        (range.end == self.hard.text.len()).then_some(Start::between(range.end))
    }

    /// Counts letters; the line's end, unless that takes atoms, which are made ready then.
    fn scan(&mut self, line: &mut Line) -> Option<Start> {
        let text = self.hard.text;
        if self.stretch.as_ref().is_some_and(|stretch| stretch.range.end == line.at) {
            (self.sure, self.unsure) = (line.at, usize::MAX);
        }
        let mut state = self.state_at(line.at);
        let (mut sure_width, mut lam, mut based, mut ends) = (line.width, false, false, false);
        let mut rest = text.get(line.at..).unwrap_or_default().chars();
        loop {
            if state == State::Letters && self.pass_letters(line, &mut rest, &mut lam) {
                (ends, based) = (true, true);
            }
            let at = text.len() - rest.as_str().len();
            let Some(kind) = rest.next().map(|c| self.kinds.of(c)) else { break };
            match kind {
                Kind::Space => {
                    line.width += 1;
                    if !matches!(state, State::Gap(_)) {
                        state = State::Gap(ends);
                    }
                    (lam, based) = (false, false);
                    continue;
                }
                Kind::Mark | Kind::NonJoiner if based => {
                    lam &= kind == Kind::Mark;
                    continue;
                }
                Kind::Mark | Kind::NonJoiner | Kind::Other => {
                    return self.cut(line, at, sure_width);
                }
                _ => {}
            }
            if state == State::Gap(true) && may_start(kind) {
                (self.sure, self.unsure, sure_width) = (at, usize::MAX, line.width);
                line.best = (at > line.start).then_some(Start::between(at));
                state = State::Opening;
            }
            if kind == Kind::Lam && self.hard.resolved.tears {
                return self.cut(line, at, sure_width);
            }
            let before = state;
            state = state.after(kind);
            if state == State::Unsure {
                self.unsure = self.unsure.min(at);
            }
            if !(lam && kind == Kind::Alef) {
                line.width += 1;
            }
            if line.width > self.measure {
                if self.unsure <= at || at == line.start {
                    return self.cut(line, at, sure_width);
                }
                self.broken = (at, before);
                return line.best.or(Some(Start::between(at)));
            }
            lam = kind == Kind::Lam && self.joins;
            ends = may_end(kind);
            based = true;
        }
        Some(Start::between(text.len()))
    }

    /// What of a word has been read before a byte.
    const fn state_at(&self, at: usize) -> State {
        match self.broken {
            _ if at == self.sure => State::Opening,
            (broken, state) if broken == at => state,
            _ => State::Unsure,
        }
    }

    /// Most letters stand among letters: passes those that have room; whether there are any.
    fn pass_letters(&self, line: &mut Line, rest: &mut Chars, lam: &mut bool) -> bool {
        if self.hard.resolved.tears {
            return false;
        }
        let mut is_passed = false;
        loop {
            let mut next = rest.clone();
            let Some(kind) = next.next().map(|c| self.kinds.of(c)) else { return is_passed };
            let width = line.width + usize::from(!(*lam && kind == Kind::Alef));
            if !kind.is_letter() || width > self.measure {
                return is_passed;
            }
            (line.width, *rest, is_passed) = (width, next, true);
            *lam = kind == Kind::Lam && self.joins;
        }
    }

    /// Makes atoms of the text around a place, and goes back to where they begin.
    fn cut(&mut self, line: &mut Line, at: usize, sure_width: usize) -> Option<Start> {
        let range = self.sure..self.next_sure(at);
        let atoms = atom::measure(self.hard, range.clone(), self.setting);
        line.width = if range.start > line.start { sure_width } else { 0 };
        line.at = range.start.max(line.start);
        self.stretch = Some(Stretch { range, atoms });
        None
    }

    /// The first place after another at which a line surely may end.
    fn next_sure(&self, at: usize) -> usize {
        let text = self.hard.text;
        let mut from = at;
        while let Some(found) = memchr(b' ', text.as_bytes().get(from..).unwrap_or_default()) {
            let space = from + found;
            let after = text.get(space..).unwrap_or_default();
            let next = text.len() - after.trim_start_matches(' ').len();
            let starts = text.get(next..).and_then(|rest| rest.chars().next());
            if next > at
                && starts.is_some_and(|c| may_start(self.kinds.of(c)))
                && self.ends_at(space)
            {
                return next;
            }
            from = next;
        }
        text.len()
    }

    /// Whether a word that a line may end after ends at a byte.
    fn ends_at(&self, at: usize) -> bool {
        let before = self.hard.text.get(..at).unwrap_or_default().chars().rev().take(MARKS);
        let mut kinds = before.map(|c| self.kinds.of(c));
        kinds.find(|kind| !matches!(kind, Kind::Mark | Kind::NonJoiner)).is_some_and(may_end)
    }
}

/// Whether a line may end before it, where a space and [`may_end`] stand before it.
const fn may_start(kind: Kind) -> bool {
    kind.is_letter() || matches!(kind, Kind::Opening)
}

/// Whether a line may end after it and a space, where [`may_start`] follows.
const fn may_end(kind: Kind) -> bool {
    kind.is_letter() || matches!(kind, Kind::Closing)
}
