//! The isolates of a paragraph, line by line: which of them reach into a hard line, and how far.

use std::ops::Range;

use super::Isolate;

/// BD2: what is nested deeper has no effect.
const MAX_DEPTH: usize = 125;

/// Hands out the isolates of one hard line after the other, in one pass over all of them.
pub(super) struct Isolates<'a> {
    /// Not reached yet.
    rest: &'a [Isolate],
    /// Reached, and perhaps not ended.
    open: Vec<&'a Isolate>,
}

impl<'a> Isolates<'a> {
    pub(super) const fn new(isolates: &'a [Isolate]) -> Self {
        Self { rest: isolates, open: Vec::new() }
    }

    /// Those in `line`, which lies behind the lines asked for before; in bytes of the line.
    pub(super) fn within(&mut self, line: &Range<usize>) -> Vec<Isolate> {
        self.open.retain(|isolate| isolate.range.end > line.start);
        self.open.truncate(MAX_DEPTH);
        while let Some((next, rest)) = self.rest.split_first()
            && next.range.start < line.end
        {
            self.rest = rest;
            if next.range.end > line.start {
                self.open.push(next);
            }
        }
        self.open.iter().map(|isolate| clip(isolate, line)).collect()
    }
}

fn clip(isolate: &Isolate, line: &Range<usize>) -> Isolate {
    let start = isolate.range.start.max(line.start) - line.start;
    let end = isolate.range.end.min(line.end).max(line.start) - line.start;
    Isolate { range: start..end, kind: isolate.kind }
}

#[cfg(test)]
mod tests {
    use super::super::IsolateKind;
    use super::*;

    #[test]
    fn an_isolate_goes_on_in_the_next_line() {
        let isolate = |range| Isolate { range, kind: IsolateKind::FirstStrong };
        let all = [isolate(1..9), isolate(2..3), isolate(8..9)];
        let mut isolates = Isolates::new(&all);
        assert_eq!(isolates.within(&(0..4)), [isolate(1..4), isolate(2..3)]);
        assert_eq!(isolates.within(&(5..10)), [isolate(0..4), isolate(3..4)]);
        assert_eq!(isolates.within(&(11..12)), []);
    }
}
